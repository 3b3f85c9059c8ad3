"""Eight workers at once, on both databases: families book, cancel, wait, take and leave offers while staff decide."""

from __future__ import annotations

from collections import Counter
from itertools import count
from random import Random

import pytest
from sqlalchemy import select

from domain.store.session import Sessions
from domain.store.tables.bookings import Booking, BookingEvent
from domain.store.tables.people import Family
from scheduler.jobs import run_all
from tests.desk.groups import TUESDAY, grouped, settle
from tests.desk.office import Office
from tests.desk.test_invariants import Town
from tests.store.crowd import together

WORKERS = 8
STEPS = 12


class Crowded(Town):
    """A town after the crowd has left: what must hold after each step of one must hold after the steps of all."""

    def __init__(self, office: Office) -> None:  # the machine's own beginnings are not wanted
        self.office = office

    def check(self) -> None:
        self.no_place_is_sold_twice()
        self.no_rank_is_lost()
        self.an_offer_is_only_for_who_waits()
        self.a_child_stands_once_for_a_slot()
        self.every_step_left_its_trace()


def own_bookings(office: Office, family: str) -> list[int]:
    with office.sessions.reading() as session:
        query = select(Booking.id).join(Family, Family.id == Booking.family_id).where(Family.key == family)
        return list(session.scalars(query))


def moves_of(office: Office, family: str) -> list[str]:
    with office.sessions.reading() as session:
        query = select(BookingEvent.move).where(BookingEvent.booking_id.in_(own_bookings(office, family)))
        return list(session.scalars(query))


def lives(office: Office, family: str, chance: Random) -> None:
    """Do a dozen things in the name of one family, and some in that of staff."""
    for _ in range(STEPS):
        match chance.randrange(7):
            case 0 | 1 | 2:
                office.say_quietly(family, f"inscrire Tom midi {TUESDAY}")
                office.say_quietly(family, "valider")
            case 3:
                office.say_quietly(family, f"annuler Tom midi {TUESDAY}")
                office.say_quietly(family, "valider")
            case 4:
                office.say_quietly(family, "quitter toutes les listes d'attente")
            case 5:
                for number in own_bookings(office, family):
                    office.press_quietly(family, f"{chance.choice(['wa', 'wd'])}:{number}")
            case _:
                office.press_quietly("9001", f"{chance.choice(['sa', 'sx'])}:{chance.randrange(1, 40)}")


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_eight_do_at_once_no_place_is_sold_twice_and_no_rank_lost(seed: int, database: Sessions) -> None:
    office = grouped(Office(database), 2, 2, lunch=3)
    born = {f"f{n}": "2020-05-05" if n % 2 else "2018-05-05" for n in range(WORKERS)}
    settle(office, **born)
    numbers = count()

    def one_of_them() -> None:
        n = next(numbers)
        lives(office, f"f{n}", Random(seed * WORKERS + n))

    together(one_of_them, count=WORKERS)
    run_all(office.sessions, office.structure, office.clock, None)

    Crowded(office).check()
    moves = Counter(move for key in born for move in moves_of(office, key))
    assert {"open", "offered", "withdraw"} <= moves.keys(), moves
