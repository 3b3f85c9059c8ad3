"""What the bookings in carts cost as the règlement has it now, lateness left out: for `preau show carts`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from domain.model.family import Child
from domain.model.structure import Structure
from domain.model.verdict import Facts, Line
from domain.model.wish import Do
from domain.rules.late import asked_price
from domain.store import queries
from domain.store.payers import payers_of
from domain.store.tables.requests import CartLine


def cart_prices(session: Session, structure: Structure, rows: Sequence[CartLine]) -> Mapping[int, int]:
    """Return the price (cents) of each line that books something, by its id; without an entry it has none of its own.

    Brothers and sisters count as they are booked and in the cart; the aid of a day is used by its lines in order.
    """
    asked = [row for row in rows if row.do == Do.BOOK and structure.knows(row.activity)]
    if not asked:
        return {}
    payers = payers_of(session, {row.child_id for row in asked}) if structure.priced_by_family else {}
    facts = Facts(
        structure=structure,
        asked_at=asked[0].asked_at,
        booked=queries.booked_on(session, payers.keys(), {row.day for row in asked}) if payers else {},
        adding=frozenset((row.child_id, row.activity, row.day) for row in asked),
        removing=frozenset((row.child_id, row.activity, row.day) for row in rows if row.do != Do.BOOK),
        payers=payers,
    )
    prices = dict[int, int]()
    for row in asked:
        found = asked_price(_line(row, structure), facts, surcharged=False)
        if found is not None:
            prices[row.id] = found.total
            day = (row.child_id, row.day)
            facts = replace(facts, aided={**facts.aided, day: facts.aided.get(day, 0) + found.aid})
    return prices


def _line(row: CartLine, structure: Structure) -> Line:
    child = row.child
    who = Child(child.id, child.first_name, child.last_name, child.site, child.birth_date)
    return Line(Do(row.do), who, structure.activity(row.activity), row.day, row.hour)
