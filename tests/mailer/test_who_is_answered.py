"""Every shipped mail through the real desk: people get one answer each, machines, lists and forgers none."""

from __future__ import annotations

from datetime import timedelta

from domain.store.session import Sessions
from mailer.intake import Arrival, Intake
from tests.desk.office import Office
from tests.mailer.letters import NAMES, OUR_ADDRESS, TRUSTED, label, shipped

#: An address that nothing proves has ten answers an hour.
_BETWEEN = timedelta(minutes=30)
_PEOPLE = {"request", "absence", "confirmation", "human"}


def test_people_are_answered_once_and_nobody_else_is(sessions: Sessions) -> None:
    office = Office(sessions).at("2025-03-01 09:00")
    intake = Intake(office.desk, sessions, our_address=OUR_ADDRESS, trusted_authserv=TRUSTED, clock=office.clock)
    answered = {}

    for name in NAMES:
        intake.handle(Arrival(shipped(name), office.clock.now(), f"parents/INBOX/7/{name}"))
        answered[name] = [answer.address for answer in office.read() if "@" in answer.address]
        office.clock.advance(_BETWEEN)

    assert answered == {name: [label(name)["from"]] if label(name)["kind"] in _PEOPLE else [] for name in NAMES}
