"""Documents at the command line: listed without names, written out for one reader."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from domain.clock import ManualClock
from domain.desk import Desk
from domain.model.messages import Channel, Incoming, Kind
from domain.store.session import open_database
from preau.config import load
from tests.desk.papers import pdf
from tests.preau.commands import Office, office
from tests.preau.test_reports import NOW


@pytest.fixture
def town(tmp_path: Path) -> Office:
    """Return an office whose database holds one document of the family durand."""
    opened = office(tmp_path)
    opened.ok("migrate")
    opened.ok("import", str(tmp_path / "families.csv"))
    sessions = open_database(f"sqlite:///{tmp_path / 'preau.db'}")
    desk = Desk(load(opened.config, {}).structure, sessions, ManualClock(NOW))
    desk.receive(
        Incoming(Channel.EMAIL, Kind.TEXT, "mail:1", "claire.durand@example.org", NOW,
                 text="voici l'assurance de Victor", message="<1@x>", attachments=(pdf("assurance-durand.pdf"),))
    )  # fmt: skip
    sessions.close()
    return opened


def test_documents_are_listed_without_the_names_of_their_files(town: Office) -> None:
    (row,) = town.json("show", "documents")

    assert (row["number"], row["family"], row["children"], row["kind"]) == (1, "durand", "Victor", "assurance")
    assert (row["state"], row["valid_until"], row["media"], row["kept"]) == (
        "received", "2025-07-04", "application/pdf", True,
    )  # fmt: skip
    assert "assurance-durand" not in town.ok("show", "documents")
    assert town.json("show", "documents", "--family", "coralis") == []


def test_one_is_written_out_for_its_reader_alone(town: Office) -> None:
    target = town.folder / "out.pdf"
    town.ok("document", "1", "-o", str(target))

    assert target.read_bytes() == pdf("assurance-durand.pdf").content
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert "exists already" in town.refused("document", "1", "-o", str(target))


def test_what_is_not_there_is_said(town: Office) -> None:
    assert "document 9 is not there" in town.refused("document", "9", "-o", str(town.folder / "x.pdf"))
    assert not (town.folder / "x.pdf").exists()


def test_explain_tells_what_is_missing_and_what_it_blocks(town: Office) -> None:
    asked = ("--family", "coralis", "inscrire Zoé vacances journée mardi 15 avril")
    (line,) = town.json("explain", *asked)["lines"]
    assert (line["verdict"], "à fournir : Attestation d'assurance" in line["message"]) == ("ok", True)

    text = town.config.read_text(encoding="utf-8")
    town.config.write_text(text.replace("max_mb = 10", 'max_mb = 10\ndocument_policy = "block"'), encoding="utf-8")
    (line,) = town.json("explain", *asked)["lines"]
    assert (line["verdict"], "document manquant : Attestation d'assurance" in line["message"]) == (
        "document_missing", True,
    )  # fmt: skip
    assert "Document exigé avant de réserver : Attestation d'assurance." in town.ok("check", "--rules")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("max_mb = 10", 'max_mb = 10\ndocument_policy = "maybe"', "documents.document_policy"),
        ('code = "assurance"', 'code = "certificat"', "documents.kinds[0].code"),
    ],
)
def test_a_wrong_choice_is_named(town: Office, before: str, after: str, told: str) -> None:
    text = town.config.read_text(encoding="utf-8")
    text = text.replace('requires_document = "assurance"', "") if "certificat" in after else text
    town.config.write_text(text.replace(before, after), encoding="utf-8")

    assert told in town.refused("show", "documents")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("max_mb = 10", "max_mb = 30", "Telegram gives out no file above 20 MB"),
        ('requires_document = "assurance"', "", "nothing requires one"),
    ],
)
def test_check_tells_what_of_documents_cannot_work(town: Office, before: str, after: str, told: str) -> None:
    text = town.config.read_text(encoding="utf-8").replace(before, after)
    if not after:
        text = text.replace("max_mb = 10", 'max_mb = 10\ndocument_policy = "block"')
    town.config.write_text(text, encoding="utf-8")
    town.env["PREAU_TELEGRAM_TOKEN"] = f"5000:{'T' * 35}"

    result = town.run("check", "--json")

    (row,) = [row for row in json.loads(result.stdout) if row["what"] == "documents"]
    assert told in row["fault"]
    assert row["off"]


def test_check_says_nothing_of_documents_in_order(town: Office) -> None:
    assert "documents" not in [row["what"] for row in json.loads(town.run("check", "--json").stdout)]
