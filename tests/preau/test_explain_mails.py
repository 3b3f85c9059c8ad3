"""The shipped mails of parents, machines and forgers, as `preau explain --mail` tells them: all, to the line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.mailer.letters import MAILS, NAMES, label, letter, words
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


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("Vous trouverez ci-joint le certificat médical de Zoé pour son absence du 24 au 26 février.", "human", None),
        ("Voici le justificatif de l'absence de Zoé la semaine dernière, elle avait la grippe.", "human", None),
        ("Certificat pour l'absence de Zoé de lundi dernier, gastro.", "human", None),
        ("Zoé a la grippe, elle sera absente jusqu'à mercredi.", "absence", "sick"),
        ("Merci de m'appeler, je suis mécontente de la cantine.", "human", None),
    ],
)
def test_papers_for_days_that_are_over_are_for_a_person(
    bare: Office, tmp_path: Path, text: str, kind: str, reason: str | None
) -> None:
    file = tmp_path / "one.eml"
    file.write_bytes(letter(f"Bonjour,\n\n{text}"))
    told = bare.json("explain", "--mail", str(file))

    assert (told["kind"], told["reason"], told["lines"] == []) == (kind, reason, kind == "human")
