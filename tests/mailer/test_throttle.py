"""Who is answered how often: strangers seldom, all of them together not without end, proven families always."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.model.messages import Channel, Outgoing
from domain.store import outbox
from domain.store.session import Sessions
from mailer.throttle import Held, held_back
from tests.mailer.doors import NOW, RecordingDoor, arrival, intake_for
from tests.mailer.letters import letter

X = "x@example.com"


def answered(database: Sessions, number: int, *, to: str = X, hours_ago: float = 0.5, kind: str = "stranger") -> None:
    with database.begin() as session:
        for n in range(number):
            at = NOW - timedelta(hours=hours_ago)
            outbox.post(session, key=f"{to}:{hours_ago}:{n}", kind=kind, channel=Channel.EMAIL, address=to,
                        message=Outgoing(text="x"), now=at)  # fmt: skip


@pytest.mark.parametrize(
    ("sender", "this_hour", "this_day", "held"),
    [
        ("unknown", 2, 0, None),
        ("unknown", 3, 0, Held.ADDRESS),
        ("unknown", 0, 9, None),
        ("unknown", 1, 9, Held.ADDRESS),
        ("unverified", 9, 0, None),
        ("unverified", 10, 0, Held.ADDRESS),
        ("verified", 50, 50, None),
    ],
)
def test_an_address_has_so_many_answers_an_hour_and_a_day(
    database: Sessions, sender: str, this_hour: int, this_day: int, held: Held | None
) -> None:
    answered(database, this_hour)
    answered(database, this_day, hours_ago=20)

    assert held_back(database, X, sender, NOW) is held


@pytest.mark.parametrize(("sender", "held"), [("unknown", Held.EVERYBODY), ("verified", None)])
def test_sixty_strangers_in_an_hour_are_too_many_but_no_family_waits(
    database: Sessions, sender: str, held: Held | None
) -> None:
    for n in range(60):
        answered(database, 1, to=f"{n}@example.com")

    assert held_back(database, "new@example.com", sender, NOW) is held
    assert held_back(database, "new@example.com", sender, NOW + timedelta(hours=1)) is None


def test_a_busy_hour_of_families_is_no_flood(database: Sessions) -> None:
    for n in range(80):
        answered(database, 1, to=f"{n}@example.com", kind="answer")

    assert held_back(database, X, "unknown", NOW) is None


def test_what_is_one_too_many_goes_to_the_desk_as_such(database: Sessions) -> None:
    for n in range(60):
        answered(database, 1, to=f"{n}@example.com")
    door = RecordingDoor(database)

    outcome = intake_for(door).handle(arrival(letter("Bonjour", From=X, Authentication_Results="")))

    assert outcome == "throttled"
    assert door.received == []
