"""What cannot be read is not said to be passed on, what says nothing goes to nobody, a second tap alarms nobody."""

from __future__ import annotations

import pytest

from domain.model.attachments import Attachment
from domain.model.messages import Channel, Incoming, Kind
from tests.desk.office import Office, Seen
from tests.desk.waiting_list import LEAVE, TAKE, cancel, full_lunch, offers


def sends(office: Office, *files: Attachment) -> list[Seen]:
    """Let Claire send something without a word."""
    chat = str(office.chat_of("durand"))
    office.desk.receive(
        Incoming(
            Channel.CHAT, Kind.OTHER, "thing", chat, office.clock.now(), chat=chat, message="70", attachments=files
        )
    )
    return office.read(chat)


def test_a_voice_message_is_said_to_be_neither_read_nor_passed_on(office: Office) -> None:
    (answer,) = sends(office)

    assert "n'a été ni lu ni transmis" in answer.text
    assert "Écrivez en une phrase" in answer.text
    assert office.read("9001") == []


def test_a_file_that_nobody_can_be_shown_is_asked_for_in_another_form(office: Office) -> None:
    (answer,) = sends(office, Attachment("attestation.docx", "other", 900))

    assert "attestation.docx : ce format n'est pas pris en charge. Envoyez une photo JPG ou un PDF." in answer.text
    assert "transmis" not in answer.text
    assert office.read("9001") == []


@pytest.mark.parametrize("text", ["?", "...", "🙏🙏", "/vider", "/confidentialite", "/foo@preau_bot"])
def test_what_says_nothing_and_unknown_commands_are_answered_without_staff(office: Office, text: str) -> None:
    (answer,) = office.chat("durand", text)

    assert "Je n'ai pas compris" in answer.text
    assert "/aide" in answer.text
    assert office.read("9001") == []


def test_a_second_tap_on_an_accepted_place_alarms_nobody(office: Office) -> None:
    full_lunch(office)
    cancel(office, "durand")
    (offer,) = offers(office, "coralis")
    office.press("coralis", offer, TAKE)

    toast = next(one for one in office.press("coralis", offer, TAKE) if one.kind == "toast")

    assert (toast.text, toast.message.alert) == ("C'est noté.", False)


def test_a_place_that_was_accepted_is_not_left_by_the_other_button(office: Office) -> None:
    full_lunch(office)
    cancel(office, "durand")
    (offer,) = offers(office, "coralis")
    office.press("coralis", offer, TAKE)

    toast = next(one for one in office.press("coralis", offer, LEAVE) if one.kind == "toast")

    assert toast.message.alert


@pytest.mark.parametrize(("day", "told"), [("mardi", "ce jour-là"), ("mardi et jeudi", "ces jours-là")])
def test_one_day_is_one_day(office: Office, day: str, told: str) -> None:
    (answer,) = office.chat("durand", f"Victor est malade {day}")

    assert f"Aucune réservation {told} :" in answer.text
    assert f"aucune réservation {told}" in office.read("9001")[0].text
