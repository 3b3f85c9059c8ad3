"""The same message in other words: what is said in passing, a slip of the thumb or a lost comma books nothing more."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import pytest

from domain.language.understand import understand
from domain.model.wish import Do
from tests.language.world import FAMILIES, STRUCTURE

Line = tuple[Do, str, str, str]
_MESSAGES: Final = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "corpus" / "messages-dev.jsonl").read_text("utf-8").splitlines()
]
_ASKING: Final = [m for m in _MESSAGES if m["expect"]["lines"]]
_REMARKS: Final = (
    "J'espère que vous allez bien.",
    "On rentre tout juste de chez mamie.",
    "Il fait un temps de chien ici.",
    "On a eu une semaine compliquée.",
    "Désolée de vous embêter encore.",
)
#: Of a hundred messages with a slip in one word, so many may be read as asking for something else.
_FEW: Final = 0.01


def lines_of(message: dict[str, Any], text: str) -> set[Line]:
    found = understand(
        text,
        family=FAMILIES[message["family"]],
        structure=STRUCTURE,
        now=datetime.fromisoformat(message["now"]).replace(tzinfo=STRUCTURE.zone),
        subject=message.get("subject") or "",
    )
    return {(wish.do, wish.child, wish.activity, wish.day.isoformat()) for wish in found.wishes}


def asked(message: dict[str, Any]) -> set[Line]:
    return {(Do(li["do"]), li["child"], li["activity"], li["date"]) for li in message["expect"]["lines"]}


def slips(text: str) -> Iterator[str]:
    """Yield the text with one letter doubled, or two changed about, in the third and in the sixth of its long words."""
    words = list(re.finditer(r"[a-zà-ÿ]{6,}", text))
    for word in (*words[2:3], *words[5:6]):
        at = word.start() + 2
        yield f"{text[:at]}{text[at]}{text[at:]}"
        yield f"{text[:at]}{text[at + 1]}{text[at]}{text[at + 2 :]}"


@pytest.mark.parametrize("remark", _REMARKS)
def test_what_is_said_in_passing_asks_for_nothing_more(remark: str) -> None:
    more = {m["id"] for m in _ASKING if lines_of(m, f"{remark} {m['text']}") - asked(m)}

    assert more == set()


def test_a_slip_of_the_thumb_hardly_ever_asks_for_something_else() -> None:
    slipped = [(m["id"], text, lines_of(m, text) - asked(m)) for m in _ASKING for text in slips(m["text"])]

    wrong = {(key, text) for key, text, more in slipped if more}
    assert len(wrong) <= _FEW * len(slipped), wrong


def test_lines_in_place_of_sentences_ask_for_nothing_more() -> None:
    broken = [m for m in _ASKING if m["channel"] == "chat" and ". " in m["text"]]

    more = {m["id"] for m in broken if lines_of(m, m["text"].replace(". ", ".\n")) - asked(m)}

    assert more == set()
