"""The same by mail, from the request to "valider" to the answer; sickness at half past seven; who is not answered."""

from __future__ import annotations

import pytest

from mailer.mailbox import DONE, QUARANTINE, TO_SEE
from tests.end_to_end.letters import FORGED, words_of
from tests.end_to_end.program import wait_for
from tests.end_to_end.town import Town

SICK = "Bonjour,\n\nVictor a une gastro, il ne viendra pas à la cantine aujourd'hui.\n\nClaire Durand"


def books_victor_s_lunch(town: Town) -> None:
    town.mail("durand", "Bonjour,\n\ninscrire Victor midi mardi\n\nMerci")
    cart = town.letter("durand", "Victor", "mardi 4 mars", "11,50 €", "répondez « valider »")
    town.mail("durand", "valider", answers=cart)
    town.accepts(town.card("Victor", "mardi 4 mars", "e-mail"))
    town.letter("durand", "1 réservation acceptée le : 04/03")


def lies_in(town: Town, folder: str, mails: int) -> None:
    """Wait until the inbox is empty and `folder` holds so many mails."""
    box = town.postbox
    assert box is not None
    wait_for(lambda: box.count() == 0 and box.count(folder) == mails, f"{mails} mails in {folder}")


def test_from_a_sentence_to_valider_to_the_answer_in_one_thread(mailing_town: Town) -> None:
    town = mailing_town.with_group()
    town.start()
    town.mail("coralis", "Bonjour,\n\ninscrire Zoé midi mardi\n\nMarie Coralis", Message_ID="<first@example.org>")
    cart = town.letter("coralis", "Zoé", "mardi 4 mars", "Midi", "11 h 45", "13 h 30", "11,50 €")
    assert cart["In-Reply-To"] == "<first@example.org>"
    assert "<first@example.org>" in cart["References"]
    assert cart["Auto-Submitted"] == "auto-replied"
    assert cart.get_content_type() == "multipart/alternative"
    assert "<b>" in words_of(cart, "html")
    assert town.bookings() == []

    town.mail("coralis", "valider", answers=cart, Message_ID="<second@example.org>")
    sent = town.letter("coralis", "transmise")
    assert sent["In-Reply-To"] == "<second@example.org>"
    town.accepts(town.card("Zoé", "mardi 4 mars", "e-mail"))

    told = town.letter("coralis", "1 réservation acceptée le : 04/03")
    assert "<second@example.org>" in told["References"]
    assert len({mail["Message-ID"] for mail in (cart, sent, told)}) == 3
    (booking,) = town.show("bookings")
    assert (booking["state"], booking["source"], booking["decided_by"]) == ("confirmed", "email", "Nadia Petit")
    assert all(mail.sender == "" for mail in town.sink.mails)  # type: ignore[union-attr]  # no bounce answers an answer
    lies_in(town, DONE, 2)


def test_a_mail_that_the_server_took_without_saying_so_comes_again_under_its_message_id(mailing_town: Town) -> None:
    town = mailing_town
    assert town.sink is not None
    town.sink.say("DATA", "lose")
    town.start()

    town.mail("coralis", "inscrire Zoé midi mardi")

    wait_for(lambda: len(town.answers_to("marie.coralis@example.org")) == 2, "the second try")
    first, second = town.answers_to("marie.coralis@example.org")
    assert first["Message-ID"] == second["Message-ID"]
    assert town.cart("coralis") == ["book Zoé MIDI 2025-03-04"]


@pytest.fixture
def victor_is_booked(mailing_town: Town) -> Town:
    """Return a town in which Victor has his lunch of 4 March; it is that morning, and half past nine."""
    mailing_town.start()
    books_victor_s_lunch(mailing_town)
    mailing_town.becomes_quiet()
    mailing_town.at("2025-03-04T09:30")
    mailing_town.restart()
    return mailing_town


def test_a_sick_child_s_mail_of_half_past_seven_frees_the_day_and_staff_see_it(victor_is_booked: Town) -> None:
    """The server's own date judges (INTERNALDATE): not when we read the mail, nor what the mail says of itself."""
    town = victor_is_booked

    town.mail("durand", SICK, at="2025-03-04T07:30", Date="Tue, 4 Mar 2025 11:00:00 +0100")

    town.becomes("Victor MIDI 2025-03-04 absence_excused")
    town.staff_read("Absence", "Victor Durand", "mardi 4 mars", "place libérée")
    answer = town.letter("durand", "absence excusée", "certificat médical")
    assert "gastro" not in words_of(answer)
    assert not any("gastro" in text for text in town.staff().chat.texts)


def test_after_nine_the_absence_is_billed_whatever_the_mail_says_of_its_date(victor_is_booked: Town) -> None:
    town = victor_is_booked

    town.mail("durand", SICK, at="2025-03-04T09:01", Date="Tue, 4 Mar 2025 07:00:00 +0100")

    town.becomes("Victor MIDI 2025-03-04 absence_billed")
    town.letter("durand", "facturée")


def test_who_must_not_be_answered_is_not_and_staff_hear_of_what_is_dubious(mailing_town: Town) -> None:
    town = mailing_town
    town.start()
    town.mail("billard", "Je suis absente jusqu'au 10 mars.", Auto_Submitted="auto-replied", Subject="Absente")
    town.mail("rousseau", "inscrire Nahel midi mardi", results=FORGED)
    town.mail("", "Quels sont les horaires de Victor Durand ?", sender="paul@example.com", results="")
    town.mail("", "Vous m'avez lu ?", sender="paul@example.com", results="")
    town.delivers(b"\r\n", b"\xff\xfe\x00" * 500, b"From: \xe9\xe8\r\nSubject: =?utf-8?B?////?=\r\n\r\n\xff\r\n")
    town.mail("coralis", "inscrire Zoé midi mardi")

    town.letter("coralis", "11,50 €")
    town.becomes_quiet()

    town.staff_read("adresse inconnue", "paul@example.com")
    forged = town.staff_read("rousseau", "expéditeur est faux")
    assert "Nahel" not in forged.text
    assert town.answers_to("isabelle.billard@example.org") == []
    assert town.answers_to("cyril.rousseau@example.org") == []
    (neutral,) = town.answers_to("paul@example.com")
    assert "03 82 00 00 00" in words_of(neutral)
    assert "Victor" not in words_of(neutral)
    assert town.cart("billard") == town.cart("rousseau") == []
    assert town.cart("coralis") == ["book Zoé MIDI 2025-03-04"]
    assert town.postbox is not None
    assert town.postbox.count(QUARANTINE) + town.postbox.count(TO_SEE) >= 3
