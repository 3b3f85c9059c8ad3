"""An offered place answered by mail: what confirms it, and an answer that was in time although it was read late."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.model.messages import Channel, Incoming, Kind
from domain.model.structure import Approval, ApprovalMode
from domain.store import settings
from tests.desk.office import Office, Seen
from tests.desk.test_calendar_file import events
from tests.desk.waiting_list import ask, cancel, states, tick, with_places


@pytest.fixture
def offered(office: Office) -> tuple[Office, Seen]:
    """One place: Victor had it, Zoé (by mail) is offered it on Friday at 10:00 for 12 hours, Anne-Lise waits."""
    office.with_rules(approval=replace(office.structure.approval, waitlist_offer_hours=12))
    with_places(office, 1)
    ask(office, "durand", at="2025-02-27 18:00")
    office.mail("coralis", "inscrire Zoé à la cantine mardi")
    office.mail("coralis", "valider")
    ask(office, "nguyen")
    office.read()
    office.at("2025-02-27 19:00")
    cancel(office, "durand")
    (offer,) = [one for one in office.read(office.address_of("coralis")) if one.kind == "offer"]
    return office, offer


def _mailbox_read(office: Office, at: str) -> None:
    office.at(at)
    with office.sessions.begin() as session:
        settings.write(session, settings.MAIL_SEEN, office.clock.now().isoformat())


def _read_late(office: Office, offer: Seen, *, received: str, read: str) -> list[Seen]:
    received_at = office.at(received).clock.now()
    office.at(read)
    office.desk.receive(
        Incoming(Channel.EMAIL, Kind.TEXT, "late", office.address_of("coralis"), received_at, text="oui",
                 message="<late@example.org>", reply_to=(offer.id,))
    )  # fmt: skip
    return office.read(office.address_of("coralis"))


def test_where_nobody_has_to_decide_the_confirmation_carries_the_day(offered: tuple[Office, Seen]) -> None:
    office, offer = offered
    office.with_rules(approval=Approval(mode=ApprovalMode.AUTO))

    (told,) = office.mail("coralis", "oui", reply_to=[offer.id])

    (event,) = events(told)
    assert event["STATUS"] == "CONFIRMED"


def test_where_staff_decide_their_answer_carries_it(offered: tuple[Office, Seen]) -> None:
    office, offer = offered
    (taken,) = office.mail("coralis", "oui", reply_to=[offer.id])
    (*_, card) = office.cards()
    office.press(9001, card, "✅ Accepter")
    (told,) = office.read(office.address_of("coralis"))

    assert taken.message.calendar == ""
    assert len(events(told)) == 1


@pytest.mark.parametrize(
    ("received", "words", "state"),
    [
        pytest.param("2025-02-28 06:59", "Place acceptée", "requested", id="in time"),
        pytest.param("2025-02-28 07:01", "Trop tard", "expired", id="after its end, at seven"),
    ],
)
def test_after_the_mailbox_was_out_of_order_an_answer_counts_by_when_it_was_received(
    offered: tuple[Office, Seen], received: str, words: str, state: str
) -> None:
    office, offer = offered
    _mailbox_read(office, "2025-02-28 06:00")

    tick(office, "2025-02-28 09:00")
    told = _read_late(office, offer, received=received, read="2025-02-28 09:05")

    assert words in told[0].text
    assert states(office, "coralis", "nguyen") == [state, "waitlisted"]


def test_once_the_mailbox_was_read_after_its_end_the_next_family_has_its_turn(offered: tuple[Office, Seen]) -> None:
    office, _ = offered
    _mailbox_read(office, "2025-02-28 07:00")
    tick(office, "2025-02-28 07:01")
    assert states(office, "coralis") == ["waitlisted"]

    _mailbox_read(office, "2025-02-28 07:01")
    tick(office, "2025-02-28 07:02")

    assert states(office, "coralis") == ["expired"]
    assert "offer" in {one.kind for one in office.read(str(office.chat_of("nguyen")))}


def test_a_mailbox_that_stays_away_keeps_the_place_for_half_a_day(offered: tuple[Office, Seen]) -> None:
    office, _ = offered
    _mailbox_read(office, "2025-02-28 06:00")

    tick(office, "2025-02-28 18:59")
    assert states(office, "coralis") == ["waitlisted"]
    tick(office, "2025-02-28 19:01")
    assert states(office, "coralis") == ["expired"]


def test_an_offer_in_the_chat_waits_for_no_mailbox(office: Office) -> None:
    office.with_rules(approval=replace(office.structure.approval, waitlist_offer_hours=12))
    with_places(office, 1)
    for family in ("durand", "coralis"):
        ask(office, family)
    office.at("2025-02-27 19:00")
    cancel(office, "durand")
    _mailbox_read(office, "2025-02-28 06:00")

    tick(office, "2025-02-28 07:01")

    assert states(office, "coralis") == ["expired"]
