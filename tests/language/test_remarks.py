"""What parents tell beside what they ask: remarks book nothing, and the request beside them is read as if alone."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import pytest

from domain.language.understand import understand
from domain.model.wish import Ask, Command
from tests.corpus.answers import answer
from tests.corpus.score import read
from tests.language.world import FAMILIES, STRUCTURE

if TYPE_CHECKING:
    from collections.abc import Callable

NOW = datetime(2025, 3, 3, 9, 12, tzinfo=STRUCTURE.zone)  # a Monday
DEV = read(Path(__file__).parent.parent / "corpus" / "messages-dev.jsonl")


def lines(text: str) -> list[str]:
    got = understand(text, family=FAMILIES["durand"], structure=STRUCTURE, now=NOW)
    return sorted(f"{w.do} {w.child} {w.activity} {w.day:%m-%d}" for w in got.wishes)


@pytest.mark.parametrize(
    "text",
    [
        "Victor dort chez mamie ce soir",
        "Séverine a danse le mardi",
        "on part en week-end vendredi",
        "c'est mamie qui récupère Victor mardi midi",
        "papa vient chercher Victor à 16h30 jeudi",
        "Séverine fête son anniversaire mardi, elle apporte un gâteau au goûter",
        "vous avez oublié Victor à la cantine mardi",
        "vous avez annulé la cantine de Victor mardi ?",
        "j'ai déjà inscrit Victor à la cantine mardi",
        "Victor n'était pas à la cantine mardi",
        "je crois que Victor n'est pas inscrit mardi midi",
        "l'an dernier Victor était inscrit le mardi midi",
        "j'hésite à inscrire Victor mardi à la cantine",
        "Victor mangera peut-être à la cantine mardi",
        "merci de blinder la cantine de Victor mardi",
        "Victor tousse mais il vient à la cantine",
        "si j'annule la cantine de Victor vendredi, serai-je remboursée ?",
    ],
)
def test_what_is_only_told_or_not_yet_decided_changes_nothing(text: str) -> None:
    assert lines(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Victor mardi midi, je travaille jusqu'à 18h", ["book Victor MIDI 03-04"]),
        ("cantine Victor mardi, merci et à jeudi", ["book Victor MIDI 03-04"]),
        ("bonne fin de semaine, Victor cantine mardi", ["book Victor MIDI 03-04"]),
        ("mercredi toute la journée 12 mars pour Victor", ["book Victor MERCREDI_JOURNEE 03-12"]),
        ("Victor cantine mardi jeudi, annule vendredi",
         ["book Victor MIDI 03-04", "book Victor MIDI 03-06", "cancel Victor MIDI 03-07"]),
        ("Séverine pas de cantine demain, elle mange chez sa tante", ["cancel Séverine MIDI 03-04"]),
        ("Victor a un match mardi, donc pas de cantine", ["cancel Victor MIDI 03-04"]),
        ("zappe la cantine de Victor mardi", ["cancel Victor MIDI 03-04"]),
        ("tt les jours la semaine pro Victor cantine",
         [f"book Victor MIDI 03-{day}" for day in (10, 11, 13, 14)]),
        ("Séverine et Victor mardi midi, jeudi midi seulement Victor",
         ["book Séverine MIDI 03-04", "book Victor MIDI 03-04", "book Victor MIDI 03-06"]),
        ("Victor midi lundi et mardi, soir jusqu'à 18h jeudi seulement",
         ["book Victor CREATIF 03-06", "book Victor GOUTER 03-06", "book Victor MIDI 03-04", "book Victor MIDI 03-10"]),
    ],
)  # fmt: skip
def test_a_remark_beside_a_request_adds_nothing_to_it(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("cantine Victor mardi midi 12 mars", Ask.DATE),
        ("Victor mange à la cantine une semaine sur deux", Ask.DATE),
        ("annulez l'absence de Victor demain", Ask.ACTION),
    ],
)
def test_what_can_be_read_in_two_ways_is_asked(text: str, ask: Ask) -> None:
    got = understand(text, family=FAMILIES["durand"], structure=STRUCTURE, now=NOW)

    assert ask in got.ask
    assert got.wishes == ()


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("je voudrais savoir si Victor est inscrit mardi", Command.CALENDAR_SHOW),
        ("Victor est inscrit quand ?", Command.CALENDAR_SHOW),
        ("pouvez-vous vérifier l'inscription de Victor mardi midi", Command.CALENDAR_SHOW),
        ("c'est ok pour vous ?", Command.HUMAN),
        ("non merci", Command.GREET),
        ("à demain", Command.GREET),
        ("slt ça va ? montre moi mon panier", Command.CART_SHOW),
    ],
)
def test_questions_and_politeness_are_told_apart(text: str, command: Command) -> None:
    assert understand(text, family=FAMILIES["durand"], structure=STRUCTURE, now=NOW).command is command


def test_a_confirmation_beside_another_request_does_not_validate_the_cart() -> None:
    for text in ("ok mais pas mardi", "ok pour lundi, par contre annulez mardi la cantine de Victor"):
        assert understand(text, family=FAMILIES["durand"], structure=STRUCTURE, now=NOW).command is None


def _lines(answered: dict[str, Any]) -> set[tuple[str, ...]]:
    return {(w["do"], w["child"], w["activity"], w["date"]) for w in answered["lines"]}


def _wrapped(text: str) -> str:
    return "\n".join("\n".join(wrap(line, 72)) for line in text.split("\n"))


def test_a_child_left_out_on_one_day_is_booked_on_the_others() -> None:
    text = "les enfants à la cantine mardi et jeudi sauf Victor le mardi"
    got = understand(text, family=FAMILIES["durand"], structure=STRUCTURE, now=NOW)

    assert {(w.child, w.day.day) for w in got.wishes} == {("Séverine", 4), ("Séverine", 6), ("Victor", 6)}


#: Ways to write the same message that must never make it ask for more.
VARIANTS: dict[str, Callable[[str], str]] = {
    "in capitals": str.upper,
    "with a greeting": lambda text: f"slt ça va ? {text}",
    "with an apology": lambda text: f"Désolée de vous déranger, je vous écris un peu tard. {text}",
    "with something of yesterday": lambda text: f"Hier je n'ai pas pu vous joindre au téléphone. {text}",
    "with a remark after it": lambda text: f"{text}\nJe travaille mardi toute la journée, joignable après 17h.",
    "wrapped by a mail program": _wrapped,
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_another_way_to_write_it_never_adds_a_line(variant: str) -> None:
    added: dict[str, Any] = {}
    for key, row in DEV.items():
        got = answer({**row, "text": VARIANTS[variant](row["text"])})
        if more := _lines(got) - _lines(row["expect"]):
            added[key] = sorted(more)

    assert not added, json.dumps(added, default=str, ensure_ascii=False)


def test_what_a_teacher_has_written_is_told_and_not_quoted() -> None:
    text = (
        "Le maître de Victor a écrit :\nsortie jeudi 6 mars, prévoir un pique-nique.\n"
        "Donc pas de cantine jeudi pour Victor."
    )

    assert lines(text) == ["cancel Victor MIDI 03-06"]


def test_a_quoted_mail_supplies_nothing() -> None:
    text = "Pour Victor, d'accord.\n\nLe lun. 3 mars 2025 à 09:00, Périscolaire a écrit :\nSéverine midi jeudi ?"

    assert lines(text) == []
