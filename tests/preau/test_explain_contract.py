"""`preau explain` for machines: the forms that design.md fixes, key by key."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from domain.model.verdict import Code
from tests.preau.commands import Office, office

MAILS = Path(__file__).parents[1] / "mailer" / "mails"
ANSWER = ["lines", "command", "ask", "reason"]
LINE = ["do", "child", "activity", "date", "hour"]
JUDGED = [*LINE, "verdict", "closes_at", "price_cents", "places_left", "message"]
VERDICTS = {
    "ok", "too_late", "full", "closed", "not_open", "duplicate", "nothing_to_cancel", "needs_other", "wrong_site",
    "wrong_age", "document_missing", "staff", "billed",
}  # fmt: skip


@pytest.fixture
def bare(tmp_path: Path) -> Office:
    """Return a configuration with families.csv beside it, and no database at all."""
    return office(tmp_path)


def jsonl(bare: Office, *messages: dict[str, Any], days: bool = False) -> list[dict[str, Any]]:
    """Explain many messages."""
    file = bare.folder / "many.jsonl"
    file.write_text("".join(json.dumps(message) + "\n" for message in messages), encoding="utf-8")
    printed = bare.ok("explain", *(["--days"] if days else []), "--jsonl", str(file))
    return [json.loads(line) for line in printed.splitlines()]


def test_the_verdicts_are_those_of_the_contract() -> None:
    assert {code.value for code in Code} == VERDICTS


def test_one_sentence(bare: Office) -> None:
    explained = bare.json("explain", "--family", "durand", "Victor midi lundi et vendredi, annulez Séverine mardi")

    assert list(explained) == ANSWER
    assert [list(line) for line in explained["lines"]] == [JUDGED] * 3
    assert [line["verdict"] for line in explained["lines"]] == ["too_late", "ok", "nothing_to_cancel"]
    assert all(line["message"] for line in explained["lines"])
    late, ok, _ = explained["lines"]
    assert ok["closes_at"] == "2025-02-27T23:59:59+01:00"
    assert (ok["price_cents"], ok["places_left"], late["date"]) == (1150, 60, "2025-02-28")


def test_an_instant_has_the_offset_of_its_own_season(bare: Office) -> None:
    (line,) = bare.json("explain", "--from", "claire.durand@example.org", "Victor midi le 12 mai")["lines"]

    assert datetime.fromisoformat(line["closes_at"]).utcoffset() == timedelta(hours=2)


def test_one_sentence_with_a_subject_at_another_time(bare: Office) -> None:
    asked = ["explain", "--family", "durand", "--now", "2025-03-10T08:00", "--subject", "Victor", "cantine jeudi"]

    (line,) = bare.json(*asked)["lines"]

    assert (line["child"], line["date"]) == ("Victor", "2025-03-13")


def test_what_must_be_asked_and_what_is_a_question(bare: Office) -> None:
    assert bare.json("explain", "--family", "durand", "le soir mardi") == {
        "lines": [], "command": None, "ask": ["child", "activity"], "reason": None,
    }  # fmt: skip
    assert bare.json("explain", "--family", "durand", "Combien coûte la cantine ?")["command"] == "prices.ask"


def test_many_sentences_need_config_and_families_only_and_keep_their_order(bare: Office) -> None:
    told = {"channel": "email", "now": "2025-02-27T18:00", "subject": "Victor"}

    first, second, third = jsonl(
        bare,
        told | {"id": "b", "family": "durand", "text": "inscrire midi mardi"},
        told | {"id": "a", "family": "coralis", "text": "Zoé est malade"},
        {"id": "c", "channel": "chat", "now": "2025-02-27T18:00", "family": "durand", "text": "midi mardi"},
    )

    assert [list(each) for each in (first, second, third)] == [["id", *ANSWER]] * 3
    assert [each["id"] for each in (first, second, third)] == ["b", "a", "c"]
    assert first["lines"] == [dict(zip(LINE, ["book", "Victor", "MIDI", "2025-03-04", None], strict=True))]
    assert (second["lines"][0]["activity"], second["reason"]) == ("*", "sick")
    assert third["ask"] == ["child"]
    assert not (bare.folder / "preau.db").exists()


def test_days_alone(bare: Office) -> None:
    text = "le 3 mars à 9h, du 10 au 14 mars. Tous les mardis"
    (answer,) = jsonl(bare, {"id": "d", "now": "2025-02-27T18:00", "text": text}, days=True)

    assert list(answer) == ["id", "found"]
    assert {tuple(found) for found in answer["found"]} == {("start", "end", "from", "to", "hour", "hour_to", "days")}
    assert all(found["from"] <= found["to"] and text[found["start"] : found["end"]] for found in answer["found"])
    assert answer["found"][0]["hour"] == "09:00"
    assert (answer["found"][-1]["days"][0], answer["found"][-1]["days"][-1]) == ("2025-03-04", "2025-07-01")


def test_a_mail(bare: Office) -> None:
    mail = str(MAILS / "33_pdf_certificate.eml")

    explained = bare.json("explain", "--mail", mail)
    later = bare.json("explain", "--mail", mail, "--now", "2025-03-12T08:00")

    assert list(explained) == ["file", "kind", "from", "sender", "fresh_text", "attachments", *ANSWER]
    assert {tuple(line) for line in explained["lines"]} == {tuple(LINE)}
    assert (explained["lines"][0]["date"], later["lines"][0]["date"]) == ("2025-03-10", "2025-03-12")
