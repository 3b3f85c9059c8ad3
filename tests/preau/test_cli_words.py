"""`preau explain`, `say` and `show`: what would be understood, what is answered, what is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.preau.commands import Office, office

MAILS = Path(__file__).parents[1] / "mailer" / "mails"


@pytest.fixture
def bare(tmp_path: Path) -> Office:
    """Return a configuration with families.csv beside it, and no database at all."""
    return office(tmp_path)


@pytest.fixture
def town(bare: Office) -> Office:
    bare.ok("migrate")
    bare.ok("import", str(bare.folder / "families.csv"))
    return bare


def test_a_sentence_is_explained_with_its_verdict_price_and_limit(town: Office) -> None:
    explained = town.json("explain", "--family", "durand", "inscrire Victor midi mardi")

    (line,) = explained["lines"]
    assert line == {
        "do": "book",
        "child": "Victor",
        "activity": "MIDI",
        "date": "2025-03-04",
        "hour": None,
        "verdict": "ok",
        "closes_at": "2025-02-28T23:59:59+01:00",
        "price_cents": 1150,
        "places_left": 60,
        "message": line["message"],
    }
    assert "mardi 4 mars" in line["message"]


def test_a_minute_after_the_limit_monday_is_refused_with_the_limit_said(town: Office) -> None:
    sentence = "inscrire Victor midi lundi"

    (late,) = town.json("explain", "--family", "durand", "--now", "2025-02-28T00:01", sentence)["lines"]
    (in_time,) = town.json("explain", "--family", "durand", "--now", "2025-02-27T22:59:59Z", sentence)["lines"]

    assert late["verdict"] == "too_late"
    assert "la limite était jeudi 27 février à 23 h 59" in late["message"]
    assert in_time["verdict"] == "ok"


def test_explaining_changes_nothing(town: Office) -> None:
    town.ok("explain", "--from", "claire.durand@example.org", "inscrire Victor midi mardi")

    assert town.json("show", "carts") == []


def test_many_messages_are_explained_without_a_database(bare: Office) -> None:
    message = {"id": "m1", "channel": "chat", "now": "2025-02-27T18:00", "family": "durand", "subject": ""}
    file = bare.folder / "many.jsonl"
    file.write_text(json.dumps(message | {"text": "inscrire Victor midi mardi"}) + "\n\n", encoding="utf-8")

    assert json.loads(bare.ok("explain", "--jsonl", str(file))) == {
        "id": "m1",
        "lines": [{"do": "book", "child": "Victor", "activity": "MIDI", "date": "2025-03-04", "hour": None}],
        "command": None,
        "ask": [],
        "reason": None,
    }
    assert not (bare.folder / "preau.db").exists()


def test_days_alone_are_found_with_their_place_in_the_text(bare: Office) -> None:
    file = bare.folder / "days.jsonl"
    file.write_text(json.dumps({"id": "d", "now": "2025-02-27T18:00", "text": "pour mardi"}), encoding="utf-8")

    answer = json.loads(bare.ok("explain", "--days", "--jsonl", str(file)))

    assert [(day["from"], day["to"], day["days"]) for day in answer["found"]] == [("2025-03-04", "2025-03-04", None)]
    assert "mardi" in "pour mardi"[answer["found"][0]["start"] : answer["found"][0]["end"]]


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("{}", 'line 2: not a message: no "now"; such as {"id"'),
        ("[1]", "line 2: not a message: no object; such as {"),
        ("{", "line 2: not a message: no JSON (Expecting"),
        ('{"now": "demain", "text": "x"}', "line 2: 'demain' is no time, such as 2025-02-27T18:00"),
        ('{"now": "2025-02-27T18:00", "family": "nobody"}', "line 2: nobody is known as 'nobody'"),
        ("\udce9", "many.jsonl: not a text file in UTF-8"),
    ],
)
def test_a_line_that_is_no_message_is_named_with_what_it_lacks(line: str, wrong: str, bare: Office) -> None:
    file = bare.folder / "many.jsonl"
    file.write_text(f'{{"now": "2025-02-27T18:00", "text": "x"}}\n{line}\n', "utf-8", "surrogateescape")

    told = bare.refused("explain", "--jsonl", str(file))

    assert wrong in told
    assert "Error(" not in told


def test_showing_a_family_that_does_not_exist_is_refused(town: Office) -> None:
    assert "nobody is known as 'durant'" in town.refused("show", "bookings", "--family", "durant")


@pytest.mark.parametrize(
    ("mail", "kind", "sender"),
    [
        ("01_plain_utf8.eml", "request", "verified"),
        ("33_pdf_certificate.eml", "absence", "verified"),
        ("40_auto_reply_outlook_fr.eml", "auto_reply", "verified"),
        ("47_spoof_dmarc_fail.eml", "spoof", "spoof"),
        ("60_unknown_sender.eml", "human", "unknown"),
    ],
)
def test_a_raw_mail_is_explained(mail: str, kind: str, sender: str, bare: Office) -> None:
    explained = bare.json("explain", "--mail", str(MAILS / mail))

    assert (explained["file"], explained["kind"], explained["sender"]) == (mail, kind, sender)


def test_several_mails_are_a_list(bare: Office) -> None:
    first, second = MAILS / "01_plain_utf8.eml", MAILS / "33_pdf_certificate.eml"

    explained = bare.json("explain", "--mail", str(first), str(second))

    assert [each["attachments"] for each in explained] == [[], ["certificat.pdf"]]


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["explain", "inscrire"], 2, "--from EMAIL or --family KEY"),
        (["explain", "--family", "dupont", "inscrire"], 1, "nobody is known as 'dupont'"),
        (["explain", "--family", "durand", "--now", "demain", "inscrire"], 2, "'demain' is no time"),
        (["explain", "--days", "demain"], 2, "--days reads --jsonl FILE"),
        (["say", "inscrire"], 2, "--from EMAIL or --family KEY"),
        (["say", "--family", "dupont", "inscrire"], 1, "no family 'dupont'"),
        (["show", "bookings", "--from", "demain"], 2, "does not match the format"),
        (["invoices", "issue", "2025-13"], 2, "'2025-13' is no month"),
    ],
)
def test_what_makes_no_sense_is_said_in_one_line(args: list[str], code: int, words: str, town: Office) -> None:
    assert words in town.refused(*args, code=code)


@pytest.mark.parametrize("channel", ["chat", "email"])
def test_a_family_speaks_and_reads_its_answer(channel: str, town: Office) -> None:
    answer = town.ok("say", "--family", "durand", "--channel", channel, "inscrire Victor midi mardi")

    assert "Victor · mardi 4 mars · Midi (11 h 45 – 13 h 30) · 11,50 €" in answer
    assert ("[✅ Valider]" in answer) is (channel == "chat")
    assert town.json("show", "carts", "--family", "durand") == [
        {
            "family": "durand",
            "child": "Victor",
            "activity": "MIDI",
            "date": "2025-03-04",
            "hour": None,
            "do": "book",
            "price_cents": 1150,
        }
    ]


def test_a_validated_cart_becomes_a_request(town: Office) -> None:
    town.ok("say", "--from", "claire.durand@example.org", "inscrire Victor midi mardi")
    town.ok("say", "--from", "claire.durand@example.org", "valider")

    (booking,) = town.json("show", "bookings", "--family", "durand", "--from", "2025-03-04", "--to", "2025-03-04")
    assert booking["state"] == "requested"
    assert booking["received_at"].startswith("2025-02-27T18:00")
    assert town.json("show", "bookings", "--family", "billard") == []
    assert town.json("show", "bookings", "--to", "2025-03-03") == []
    (request,) = town.json("show", "requests")
    assert (request["family"], request["lines"], request["open"]) == ("durand", 1, 1)


def test_what_is_said_by_an_unknown_address_gets_the_strangers_answer(town: Office) -> None:
    answer = town.ok("say", "--from", "paul@example.com", "--channel", "email", "inscrire Victor midi mardi")

    assert "03 82 00 00 00" in answer
    assert town.json("show", "carts") == []


def test_the_carts_of_the_manuals_total_what_they_say(town: Office) -> None:
    town.ok("say", "--family", "durand", "inscrire Séverine matin, midi et jusqu'à 18h mardi")

    cents = [line["price_cents"] for line in town.json("show", "carts")]
    assert sorted(cents, key=lambda each: each or 0) == [None, 400, 600, 1150]


def test_an_invoice_step_that_has_nothing_to_do_says_so(town: Office) -> None:
    assert town.ok("invoices", "prepare", "2025-01") == "2025-01: nothing to do\n"


def test_a_pipe_gets_plain_lines(town: Office) -> None:
    head, first, *_ = town.ok("show", "families").splitlines()

    assert head.split("\t")[:2] == ["family", "guardians"]
    assert first.split("\t")[:2] == ["durand", "Claire Durand"]


@pytest.mark.parametrize("what", ["bookings", "requests", "carts", "invoices", "notices", "outbox"])
def test_what_is_empty_is_an_empty_list(what: str, town: Office) -> None:
    assert town.json("show", what) == []
