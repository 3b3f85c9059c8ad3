"""The first steps, and what every command does when something is wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from preau.cli import COMMANDS
from tests.preau.commands import Office, office


@pytest.fixture
def town(tmp_path: Path) -> Office:
    return office(tmp_path)


def test_init_writes_a_configuration_that_works_and_a_database(tmp_path: Path, town: Office) -> None:
    town.ok("init", str(tmp_path / "new"))

    started = Office(tmp_path / "new", town.env)
    assert started.json("show", "families") == []
    assert (tmp_path / "new" / "preau.db").exists()


def test_init_overwrites_nothing(town: Office) -> None:
    before = town.config.read_bytes()

    assert "is there already; nothing was changed" in town.refused("init", str(town.folder))
    assert town.config.read_bytes() == before


def test_migrate_may_be_repeated(town: Office) -> None:
    assert "database brought from nothing to" in town.ok("migrate")
    assert "database at" in town.ok("migrate")


def test_a_database_that_was_not_migrated_says_what_to_do(town: Office) -> None:
    assert "run `preau migrate`" in town.refused("show", "bookings")


def test_a_configuration_with_faults_names_them_all(town: Office) -> None:
    text = town.config.read_text("utf-8").replace('period = "school"', 'period = "sometimes"', 1)
    town.config.write_text(text.replace('price = "11.50"', 'price = "onze"'), encoding="utf-8")

    words = town.refused("show", "bookings")

    assert '"sometimes"' in words
    assert '"onze"' in words


def test_a_missing_configuration_says_how_to_get_one(tmp_path: Path) -> None:
    assert "`preau init` writes one" in Office(tmp_path).refused("show", "bookings")


def test_a_database_that_does_not_answer_is_one_line(town: Office) -> None:
    town.env["PREAU_DATABASE_URL"] = "postgresql://preau:hush@127.0.0.1:9/preau"

    words = town.refused("show", "bookings")

    assert words.startswith("Error: database: ")
    assert words.count("\n") == 1
    assert "hush" not in words


def test_a_disk_that_cannot_be_written_is_one_clear_line(town: Office) -> None:
    town.env["PREAU_DATABASE_URL"] = "sqlite:////proc/preau.db"

    for command in (["migrate"], ["show", "bookings"]):
        words = town.refused(*command)
        assert words.count("\n") == 1

    assert "/proc/preau.db is not to be opened" in town.refused("migrate")
    assert "must be able to write in it" in town.refused("migrate")


def test_check_tells_what_is_off_and_what_is_wrong(town: Office) -> None:
    town.env["PREAU_SMTP_HOST"], town.env["PREAU_SMTP_PORT"] = "127.0.0.1", "9"
    town.env |= {"PREAU_SMTP_SECURITY": "none", "PREAU_SMTP_USER": "", "PREAU_SMTP_PASSWORD": ""}

    result = town.run("check")

    assert result.exit_code == 1
    found = {line.split("\t")[0]: line.split("\t")[1] for line in result.stdout.splitlines() if "\t" in line}
    assert found["configuration"] == "OK"
    assert found["database"] == "wrong: older than this program, or empty"
    assert found["telegram"] == "off: no token"
    assert found["imap"] == "off: not configured"
    assert found["smtp"].startswith("wrong: ")
    assert "not in order: database, smtp" in result.stderr


def test_a_wrong_command_is_wrong_usage(town: Office) -> None:
    assert "No such command" in town.refused("frobnicate", code=2)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, town: Office) -> None:
    assert "Usage: preau" in town.ok(command, "--help")


def test_the_module_runs_as_the_command_does() -> None:
    done = subprocess.run([sys.executable, "-m", "preau", "--help"], check=True, capture_output=True, text=True)

    assert all(command in done.stdout for command in COMMANDS)


def test_check_says_when_the_school_year_is_over(town: Office) -> None:
    town.ok("migrate")
    assert "school year" not in town.ok("check")

    town.env["PREAU_NOW"] = "2025-07-05T09:00"

    assert "school year\toff: over since 2025-07-04: nothing can be booked any more" in town.ok("check")


def test_check_tells_a_telegram_that_does_not_answer_from_a_wrong_token(town: Office) -> None:
    town.ok("migrate")
    town.env["PREAU_TELEGRAM_TOKEN"] = "123:" + "A" * 35

    result = town.run("check")

    assert "telegram\twrong: Telegram does not answer (NetworkError)\tcan this machine reach http" in result.stdout
