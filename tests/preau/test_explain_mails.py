"""The shipped mails of parents, machines and forgers, as `preau explain --mail` tells them: all, to the line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.mailer.letters import MAILS, NAMES, label, words
from tests.preau.commands import Office, office

_EFFECTS = (MAILS / "effects.txt").read_text(encoding="utf-8").splitlines()[1:]


@pytest.fixture
def bare(tmp_path: Path) -> Office:
    """Return a configuration with families.csv beside it, and no database at all."""
    return office(tmp_path)


def test_every_shipped_mail_is_what_it_is_and_asks_what_it_asks(bare: Office) -> None:
    explained = bare.json("explain", "--mail", *(str(MAILS / f"{name}.eml") for name in NAMES))

    assert [_told(each) for each in explained] == _EFFECTS
    for name, each in zip(NAMES, explained, strict=True):
        expected = label(name)
        facts = {"kind": each["kind"], "from": each["from"], "attachments": each["attachments"]}
        assert facts == {fact: expected[fact] for fact in facts}
        if expected["fresh_text"] is not None:
            assert words(each["fresh_text"]) == words(expected["fresh_text"])


def _told(mail: dict[str, Any]) -> str:
    lines = "; ".join(f"{line['do']} {line['child']} {line['activity']} {line['date']}" for line in mail["lines"])
    name = mail["file"].removesuffix(".eml")
    return " | ".join((name, mail["kind"], mail["sender"], mail["command"] or "", lines)).rstrip()


def test_every_shipped_mail_has_its_label_and_its_effect() -> None:
    assert sorted(file.stem for file in MAILS.glob("*.eml")) == NAMES
    assert [line.split(" | ")[0] for line in _EFFECTS] == NAMES
