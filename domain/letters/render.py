"""A letter becomes words: one template for both channels, in Telegram's HTML (b, i, s) with everything escaped."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from functools import lru_cache
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.environment import TemplateModule

from domain.language.following.several import LETTERS
from domain.language.writing.spoken import long_day
from domain.letters import french
from domain.letters.catalogue.letter import Letter
from domain.letters.items import alike, gather
from domain.model.messages import Channel
from domain.model.structure import Structure

#: How a template writes a fact in French: "{{ cents | euros }}".
_FILTERS: Final[Mapping[str, Callable[..., str]]] = {
    "day": long_day,
    "day_list": french.day_list,
    "full_day": french.full_day,
    "short_day": french.short_day,
    "numeric": french.numeric_day,
    "month": french.month_name,
    "clock": french.spoken_time,
    "moment": french.moment,
    "limit": french.limit,
    "euros": french.euros,
    "plural": french.plural,
    "weekday": french.weekday_name,
    "weekdays": french.weekday_list,
    "words": french.enumerate_words,
    "of": french.of,
    "classes": french.classes,
    "for_classes": french.for_classes,
}

_BLANK_LINES: Final = re.compile(r"\n[ \t]*(?:\n[ \t]*)+\n")


@dataclass(frozen=True, slots=True)
class Rendered:
    """The words of a letter: HTML for both channels, and the mail's subject (plain text).

    The first `head` characters of the text are the line above which a mail is answered.
    """

    subject: str
    text: str
    head: int = 0


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the one environment: strict, escaping, with the French filters."""
    env = Environment(
        loader=PackageLoader("domain.letters", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # templates are part of the program: no look at their files for each letter
    )
    env.filters.update(_FILTERS)
    env.globals.update(gather=gather, alike=alike, letters=LETTERS)
    return env


def render(letter: Letter, channel: Channel, structure: Structure) -> Rendered:
    """Write `letter` for `channel`; a template that lacks a fact raises jinja2.UndefinedError."""
    module = _written(letter, channel, structure)
    subject = str(getattr(module, "subject", structure.short_name))
    words, above = str(module), ""
    first = letter.above
    while first is not None:
        words, first = f"{_written(first, channel, structure)}\n\n{words}", first.above
    if channel is Channel.EMAIL:  # the foot below and, where an answer is awaited, the line above which it is written
        foot = environment().get_template("foot.j2").render(structure=structure)
        above = environment().get_template("above.j2").render().strip() if getattr(module, "answerable", False) else ""
        words = f"{above}\n{words}\n\n{foot}"
    return Rendered(subject=_plain(subject), text=without_blank_lines(words), head=len(above))


def _written(letter: Letter, channel: Channel, structure: Structure) -> TemplateModule:
    facts = {field.name: getattr(letter, field.name) for field in fields(letter)}
    template = environment().get_template(f"{letter.template}.j2")
    return template.make_module(facts | {"structure": structure, "mail": channel is Channel.EMAIL})


def compile_templates() -> None:
    """Compile every template, so that no letter waits for it."""
    for name in environment().list_templates(extensions=["j2"]):
        environment().get_template(name)


def late_words(received_at: datetime) -> str:
    """Return the sentence for a mail that answers late: when the message was received (local)."""
    return environment().get_template("late.j2").render(received_at=received_at).strip()


def without_blank_lines(text: str) -> str:
    """Leave one blank line where a template left several."""
    return _BLANK_LINES.sub("\n\n", text).strip()


def _plain(text: str) -> str:
    """Undo the escaping: a mail's subject is not HTML."""
    return " ".join(
        text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#39;", "'")
        .replace("&#34;", '"')
        .replace("&amp;", "&")
        .split()
    )
