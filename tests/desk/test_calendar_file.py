"""A mail that grants or cancels days carries them as a calendar file."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from icalendar import Calendar

from domain.model.messages import Channel
from domain.model.structure import Approval, ApprovalMode
from domain.store.outbox import Parcel
from mailer.rendering import compose
from tests.desk.office import Office, Seen


def events(seen: Seen) -> list[Any]:
    calendar: Any = Calendar.from_ical(seen.message.calendar)
    assert calendar["METHOD"] == "PUBLISH"
    return list(calendar.walk("VEVENT"))


def granted(office: Office) -> Seen:
    office.mail("coralis", "inscrire Zoé à la cantine mardi 4 et jeudi 6 mars")
    office.mail("coralis", "valider")
    (card,) = office.cards()
    office.press(9001, card, "✅ Accepter")
    (told,) = office.read("marie.coralis@example.org")
    return told


def test_granted_days_come_as_events_with_hours_and_site(office: Office) -> None:
    first, second = events(granted(office))

    assert first["SUMMARY"].endswith("· Zoé")
    assert first["STATUS"] == "CONFIRMED"
    assert first["LOCATION"]
    assert first["DTSTART"].dt.astimezone(office.structure.zone).date().isoformat() == "2025-03-04"
    assert first["DTEND"].dt > first["DTSTART"].dt
    assert first["UID"] != second["UID"]


def test_a_cancelled_day_keeps_its_uid_with_a_higher_sequence(office: Office) -> None:
    first, _ = events(granted(office))
    office.mail("coralis", "annuler la cantine de Zoé mardi 4 mars")
    (sent,) = office.mail("coralis", "valider")
    (gone,) = events(sent)

    assert gone["UID"] == first["UID"]
    assert gone["STATUS"] == "CANCELLED"
    assert gone["SEQUENCE"] > first["SEQUENCE"]


def test_where_nobody_has_to_decide_the_acknowledgement_carries_it(office: Office) -> None:
    office.with_rules(approval=Approval(mode=ApprovalMode.AUTO))
    office.mail("coralis", "inscrire Zoé à la cantine mardi")
    (sent,) = office.mail("coralis", "valider")

    assert len(events(sent)) == 1


def test_what_waits_for_staff_is_in_no_calendar_yet_and_a_chat_has_none(office: Office) -> None:
    office.mail("coralis", "inscrire Zoé à la cantine mardi")
    (sent,) = office.mail("coralis", "valider")
    (cart,) = office.chat("durand", "inscrire Victor midi mardi")
    office.with_rules(approval=Approval(mode=ApprovalMode.AUTO))
    (at_once, *_) = office.press("durand", cart, "✅ Valider")

    assert (sent.message.calendar, at_once.message.calendar) == ("", "")


def test_the_file_is_attached_for_every_program(office: Office) -> None:
    told = granted(office)
    parcel = Parcel(
        1,
        "decided:1",
        "decided",
        1,
        Channel.EMAIL,
        told.address,
        1,
        office.clock.now(),
        told.message,
        mail_id="preau.1.0f",
    )
    mail = message_from_bytes(
        compose(parcel, address="p@example.net", name="P", now=office.clock.now()), policy=default
    )
    assert isinstance(mail, EmailMessage)
    (file,) = mail.iter_attachments()

    assert (file.get_content_type(), file.get_param("method")) == ("text/calendar", "PUBLISH")
    assert file.get_filename() == "reservations.ics"
    assert len(Calendar.from_ical(file.get_content()).walk("VEVENT")) == 2
    assert all(len(line) <= 75 for line in told.message.calendar.encode().split(b"\r\n"))
