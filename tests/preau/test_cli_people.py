"""`preau import`, `invite` and `staff`: who may speak to Préau."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.preau.commands import Office, office

LINK = r"https://t\.me/preau_bot\?start=[A-Za-z0-9_-]{22}"


@pytest.fixture
def town(tmp_path: Path) -> Office:
    town = office(tmp_path)
    town.ok("migrate")
    return town


@pytest.fixture
def peopled(town: Office) -> Office:
    town.ok("import", str(town.folder / "families.csv"))
    return town


def test_families_are_imported_and_shown(peopled: Office) -> None:
    families = peopled.json("show", "families")

    assert [family["family"] for family in families][:2] == ["durand", "billard"]
    assert families[0]["children"] == "Séverine (EUROPA), Victor (EUROPA)"


def test_importing_again_says_that_nothing_changed(peopled: Office) -> None:
    assert "0 people added, 0 updated, 18 unchanged" in peopled.ok("import", str(peopled.folder / "families.csv"))


@pytest.mark.parametrize(("option", "verb"), [((), "told"), (("--dry-run",), "would be told")])
def test_a_corrected_birth_date_that_forbids_bookings_is_said(option: tuple[str, ...], verb: str, town: Office) -> None:
    config = town.folder / "config.toml"
    lunch = 'code = "MIDI"\n'
    assert lunch in config.read_text("utf-8")
    config.write_text(config.read_text("utf-8").replace(lunch, f"{lunch}max_age = 11\n", 1), encoding="utf-8")
    town.ok("import", str(town.folder / "families.csv"))
    for words in ("inscrire Victor midi mardi 4 mars", "valider"):
        town.ok("say", "--family", "durand", words)
    corrected = town.folder / "corrected.csv"
    roster = (town.folder / "families.csv").read_text("utf-8")
    corrected.write_text(roster.replace("2020-09-14", "2013-01-01"), encoding="utf-8")

    words = town.ok("import", *option, str(corrected))

    assert f"1 bookings no longer fit the child's age: staff {verb}, nothing cancelled" in words
    assert [each["state"] for each in town.json("show", "bookings")] == ["requested"]


def test_a_dry_run_changes_nothing(town: Office) -> None:
    assert "18 people would be added" in town.ok("import", "--dry-run", str(town.folder / "families.csv"))
    assert town.json("show", "families") == []


def test_a_bad_file_is_refused_with_each_line_named(town: Office) -> None:
    bad = town.folder / "bad.csv"
    bad.write_text((town.folder / "families.csv").read_text("utf-8").replace("SOETRICH", "MARS"), encoding="utf-8")

    words = town.refused("import", str(bad))

    assert "nothing was imported" in words
    assert "bad.csv: line 7: site 'MARS' is unknown (EUROPA, SOETRICH)" in words
    assert words.count("'MARS'") == 4
    assert town.json("show", "families") == []


def test_a_guardian_is_invited_by_a_personal_link(peopled: Office) -> None:
    assert re.fullmatch(rf"durand\tclaire\.durand@example\.org\t{LINK}\n", peopled.ok("invite", "durand"))


def test_everybody_is_invited_one_line_for_each_guardian(peopled: Office) -> None:
    lines = peopled.ok("invite", "--all").splitlines()

    assert [line.split("\t")[0] for line in lines] == ["durand", "billard", "rousseau", "coralis", "nguyen", "benali"]
    assert len({line.split("start=")[1] for line in lines}) == 6


def test_invitations_are_mailed_when_asked_for(peopled: Office) -> None:
    peopled.ok("invite", "durand", "--send")

    assert [(row["kind"], row["family"], row["channel"], row["state"]) for row in peopled.json("show", "outbox")] == [
        ("invitation", "durand", "email", "queued")
    ]


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["invite"], 2, "name a FAMILY, or say --all"),
        (["invite", "durand", "--all"], 2, "name a FAMILY, or say --all"),
        (["invite", "dupont"], 1, "no family 'dupont'"),
        (["staff", "remove", "Nobody"], 1, "nobody called 'Nobody' works here"),
        (["staff", "add", "Nadia", "--role", "king"], 2, "'king' is not one of 'agent', 'director'"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(peopled: Office, args: list[str], code: int, words: str) -> None:
    assert words in peopled.refused(*args, code=code)


def test_a_colleague_gets_a_one_time_link(peopled: Office) -> None:
    assert re.fullmatch(LINK + "\n", peopled.ok("staff", "add", "Nadia Petit", "--role", "agent"))
    assert peopled.json("staff", "list") == [{"name": "Nadia Petit", "role": "agent", "linked": False}]


def test_without_telegram_the_missing_name_of_the_bot_is_said(peopled: Office) -> None:
    peopled.config.write_text(peopled.config.read_text("utf-8").replace('bot = "preau_bot"\n', ""), encoding="utf-8")

    words = peopled.refused("invite", "durand")

    assert "set [telegram].bot" in words
    assert "PREAU_TELEGRAM_TOKEN is not set" in words


def test_an_unreachable_telegram_is_said_in_one_line(peopled: Office) -> None:
    peopled.config.write_text(peopled.config.read_text("utf-8").replace('bot = "preau_bot"\n', ""), encoding="utf-8")
    peopled.env["PREAU_TELEGRAM_TOKEN"] = "123456:SECRET"

    words = peopled.refused("invite", "durand")

    assert "set [telegram].bot" in words
    assert "SECRET" not in words
    assert words.count("\n") == 1
