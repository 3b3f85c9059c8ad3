"""A message that thinks aloud: "cantine demain ? non attendez demain c'est mercredi, donc jeudi" asks for Thursday."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from domain.language.leaning.answers import own_words
from domain.language.leaning.leaning import lean
from domain.language.matching.expression import Expression
from domain.language.message.trim import masked
from domain.language.sentences.sentences import World, marks_of
from domain.language.writing.spelling import corrected
from domain.language.writing.text import Text
from domain.model.following import Turn

_CLUE: Final = re.compile(r"attend|\bnon\b|oups|mince|zut", re.IGNORECASE)
#: Where the second thought begins.
_WAIT: Final = Expression(
    r"[?.!,;]+\s*(?:(?:ah|euh|oh|bon|mince|zut|pardon|oups)\W+)*"
    r"(?:non\W+(?:attende[zs]|attends|pardon|en fait|finalement)|attende[zs](?:\W+non)?|attends(?:\W+non)?"
    r"|ah non|euh non|oups|mince|zut|(?<=\? )non(?=\W+(?:plutot |le )*(?:lundi|mardi|mercredi|jeudi|vendredi"
    r"|demain)\W*$))"
    r"\b\W*"
)
#: What precedes it is why: "demain c'est mercredi, donc jeudi".
_SO: Final = Expression(r"\b(?:donc|alors|du coup|plutot)\W+(?P<meant>[^?!.]+?)\W*$")
_LONGEST: Final = 160  # letters
#: A line of its own with a star before it, as in a chat: "Zoé cantine jeudi" - "*vendredi".
_STARRED: Final = re.compile(r"(?<=[\w.!)])[ .!]*\n\s*\*(?=[^\s*])(?P<meant>[^\n*]{2,40}?)\s*$")


def starred(text: str) -> str:
    """Return `text` with a last line that sets right what stands above it, as chats mark it, said in words."""
    star = _STARRED.search(text) if text.count("*") == 1 else None
    return f"{text[: star.start()]}, pardon, {star['meant']}" if star else text


def rethought(text: str, world: World) -> str | None:
    """Return `text` with its second thought in the place of what it replaces; None where it has none.

    It names one sort of thing (a day, a child, an activity), which was named once before.
    """
    if _CLUE.search(text) is None:
        return None  # nearly all messages, at no cost
    read = corrected(masked(Text.of(own_words(text, world.family))))
    waits = _WAIT.search(read.plain) if len(read.plain) <= _LONGEST else None
    if waits is None:
        return None
    after = read.plain[waits.end() :]
    so = _SO.search(after)
    meant = so["meant"] if so else after
    leaning = lean(f"plutot {meant}", world)
    if leaning is None or leaning.turn is not Turn.INSTEAD or len(leaning.named.sorts) != 1 or leaning.out.sorts:
        return None
    head = replace(read, plain=read.plain[: waits.start()])
    kind = type(next(iter((*leaning.named.whos, *leaning.named.acts, leaning.named.days))))
    old = [m for m in marks_of(head, world) if isinstance(m, kind)]
    new = [m for m in marks_of(replace(read, plain=meant), world) if isinstance(m, kind)]
    if len(old) != 1 or len(new) != 1:
        return None
    said = meant[new[0].start : new[0].end]
    return f"{head.plain[: old[0].start]}{said}{head.plain[old[0].end :]}".strip(" ?")
