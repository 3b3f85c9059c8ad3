"""A long request asks the database as often as a short one; a town with one tariff for all asks nothing more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, select

from domain.model.conditions import Maximum, Opening
from domain.model.pools import Ages, CapacityPool
from domain.model.standing import Priority
from domain.model.structure import Structure
from domain.model.tariff import Bracket, SiblingDiscount
from domain.model.verdict import Line
from domain.model.wish import Do
from domain.services import repricing
from domain.services.consider import judge
from domain.services.families_import import import_families
from domain.store import queries
from domain.store.session import Sessions
from domain.store.tables.people import Family
from preau.config import load
from tests.services.test_families_tariff import NOW

WORLD = Path(__file__).parents[1] / "world"
ONE_TARIFF = load(WORLD / "config.toml", {}).structure
BY_FAMILY = replace(
    ONE_TARIFF,
    activities=tuple(
        replace(
            a, price_cents=None, price_by_quotient=(Bracket(None, 560),), sibling_discount=(SiblingDiscount(2, 20),)
        )
        if a.code == "MIDI"
        else a
        for a in ONE_TARIFF.activities
    ),
)


#: A règlement that uses all there is, so that nothing is left unasked.
EVERYTHING = replace(
    BY_FAMILY,
    activities=tuple(
        replace(a, requires_document="assurance") if a.code == "MIDI" else a for a in BY_FAMILY.activities
    ),
    capacity_pools=(
        CapacityPool("Petits", ("MIDI",), {"EUROPA": 0}, ages=Ages(until=6)),
        CapacityPool("Grands", ("MIDI",), {"EUROPA": 0}, ages=Ages(low=6)),
    ),
    openings=(Opening(date(2025, 1, 1), time(8), residents_first=7),),
    maxima=(Maximum(frozenset({"MIDI", "MATIN"}), per_week=5),),
    approval=replace(BY_FAMILY.approval, waitlist_priority=tuple(Priority)),
)


@contextmanager
def counting(sessions: Sessions) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("SELECT"):
            seen.append(statement)

    event.listen(sessions.engine, "before_cursor_execute", note)
    yield seen
    event.remove(sessions.engine, "before_cursor_execute", note)


@pytest.mark.parametrize(("structure", "most"), [(ONE_TARIFF, 4), (BY_FAMILY, 6), (EVERYTHING, 8)])
@pytest.mark.parametrize("days", [1, 100])
def test_judging_costs_the_same_few_queries(database: Sessions, structure: Structure, most: int, days: int) -> None:
    with database.begin() as session:
        import_families(session, (WORLD / "families.csv").read_text(encoding="utf-8"), structure, NOW)
    with database.reading() as session:
        family = queries.family_value(session, session.scalars(select(Family.id).where(Family.key == "durand")).one())
        midi = structure.activity("MIDI")
        lines = [
            Line(Do.BOOK, child, midi, date(2025, 3, 3) + timedelta(n))
            for child in family.children
            for n in range(days)
        ]
        with counting(database) as seen:
            verdicts = judge(session, structure, lines, NOW)
        assert len(verdicts) == 2 * days
        assert len(seen) <= most
        with counting(database) as seen:
            repricing.foreseen(session, structure, family, verdicts)
        assert len(seen) <= (4 if structure.priced_by_family else 0)
