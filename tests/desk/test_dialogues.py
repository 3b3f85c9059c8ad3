"""Parents' messages one after the other, and what stands in the cart, is booked and is asked at the end.

The dialogues are texts, one file for each sort of follow-up. Each begins with the family and the local time of its
first message; then come `>` a chat message, `mail>` a mail, `@` a later time, `granted` what was booked and accepted
before. `cart:` is the cart at the end (`-` before what would be cancelled), `booked:` the bookings, `asked:` the end of
the last answer's question; days are of March 2025. Nothing else may be in the cart or asked, and nobody of the office
is troubled.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.store.session import open_database
from tests.desk.office import Office, Seen

FILES = sorted((Path(__file__).parent / "dialogues").glob("*.txt"))
TOLD = ("cart: ", "booked: ", "asked: ")


def dialogues() -> Iterator[tuple[str, list[str]]]:
    for file in FILES:
        for n, block in enumerate(file.read_text(encoding="utf-8").strip().split("\n\n"), start=1):
            yield f"{file.stem}-{n}", block.split("\n")


@pytest.fixture
def office(sqlite_office: Path, tmp_path: Path) -> Iterator[Office]:
    """Open the office on SQLite alone: what is said means the same on both databases."""
    sessions = open_database(f"sqlite:///{shutil.copyfile(sqlite_office, tmp_path / 'preau.db')}")
    yield Office(sessions, settled=True)
    sessions.close()


def played(office: Office, family: str, lines: list[str]) -> list[Seen]:
    """Say all of it; return the last answer."""
    last = list[Seen]()
    for line in lines:
        sign, _, words = line.partition(" ")
        words = words.replace("\\n", "\n")
        if sign == "@":
            office.at(words)
        elif sign == "granted":
            office.granted(family, words)
        else:
            last = office.mail(family, words) if sign == "mail>" else office.chat(family, words)
    return last


def in_cart(office: Office, family: str) -> str:
    lines = [line.partition(" ") for line in office.cart(family)]
    return ", ".join(("" if do == "book" else "-") + what.replace("2025-03-", "") for do, _, what in lines) or "-"


@pytest.mark.parametrize("lines", [pytest.param(lines, id=name) for name, lines in dialogues()])
def test_it_ends_as_it_should(office: Office, lines: list[str]) -> None:
    family, moment = lines[0].split(", ")
    told = dict(line.split(": ", 1) for line in lines if line.startswith(TOLD))
    office.at(moment)

    last = played(office, family, [line for line in lines[1:] if not line.startswith(TOLD)])

    text = "\n".join(seen.text for seen in last)
    asked = "".join(line for line in text.split("\n") if line.startswith("❓"))
    assert in_cart(office, family) == told["cart"]
    assert ", ".join(office.bookings(family)).replace("2025-03-", "") == told.get("booked", "")
    assert asked.endswith(told.get("asked", ""))
    assert bool(asked) is ("asked" in told)
    assert "human" not in [seen.kind for seen in office.read("9001")]
