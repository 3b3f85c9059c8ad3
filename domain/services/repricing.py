"""What a change of one booking does to the prices of the family's others: ranks of siblings, the aid of a day.

Only the reduction and the aid are counted anew; the tariff's own price stays as it was agreed, and what an issued
invoice holds stays whole.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Final

from sqlalchemy.orm import Session

from domain.letters.catalogue.prices import PricesChanged
from domain.letters.items import PriceChange
from domain.model.family import Family
from domain.model.state import State
from domain.model.structure import Structure
from domain.model.tariff import NOBODY, Payer
from domain.model.verdict import Booked, Verdict
from domain.rules.conflict import key_of
from domain.rules.siblings import COUNTS, Charged, recharged
from domain.rules.together import comes, goes
from domain.services import announce, bookings
from domain.services.bookings import Cause
from domain.store import queries
from domain.store.payers import invoiced, payers_of
from domain.store.tables.bookings import Booking

#: Lines of a cart have no number yet; they come after every booking.
_NEW: Final = 2**63


def foreseen(
    session: Session, structure: Structure, family: Family, verdicts: Sequence[Verdict]
) -> tuple[PriceChange, ...]:
    """Return what validating a judged cart would do to the prices of what the family has booked already."""
    moving = [v for v in verdicts if (comes(v) or goes(v)) and v.line.activity.priced_by_family]
    if not moving:
        return ()
    names = {child.id: child.first_name for child in family.children}
    days = {v.line.day for v in moving}
    gone = {key_of(v.line) for v in moving if goes(v)}
    booked = queries.booked_on(session, names.keys(), days)
    staying = {key: b for key, b in booked.items() if b.state in COUNTS and key not in gone}
    fixed = invoiced(session, [b.id for b in staying.values()])
    charged = [_kept(key, b, fixed) for key, b in staying.items() if b.price_cents is not None]
    charged += [_new(v, _NEW + n) for n, v in enumerate(moving) if comes(v)]
    payer = next(iter(payers_of(session, names.keys()).values()), NOBODY)
    return tuple(
        PriceChange(names[new.child], structure.activity(new.activity).name, new.day, old.total, new.total)
        for day in sorted(days)
        for old, new in recharged([c for c in charged if c.day == day], structure, payer)
        if old.id < _NEW
    )


def settle(session: Session, structure: Structure, cause: Cause) -> Mapping[int, tuple[PriceChange, ...]]:
    """Bring the prices up to date beside every booking that has come or gone in this transaction.

    Returns what changed, by family; a second call finds nothing left to do. The caller holds the days' locks.
    """
    due: set[tuple[int, date]] = session.info.pop(bookings.PRICES_DUE, set())
    if not structure.priced_by_family:
        return {}
    families = {family: {day for owner, day in due if owner == family} for family, _ in sorted(due)}
    told = {family: tuple(_settle(session, structure, family, days, cause)) for family, days in families.items()}
    return {family: changes for family, changes in told.items() if changes}


def tell(session: Session, structure: Structure, source_key: str, now: datetime, *, corrected: bool = False) -> int:
    """Settle what no answer has told yet, and write to the families whose prices changed by it; return how many.

    Called at the end of every unit of work that may move bookings; `source_key` names what moved them. `corrected` says
    that it was no booking but a birth date.
    """
    told = settle(session, structure, Cause("rules", source_key, now))
    for family, changes in told.items():
        letter, key = PricesChanged(changes=changes, corrected=corrected), f"prices:{source_key}"
        for guardian in queries.guardians_of(session, family):
            announce.notify(session, structure, guardian, letter, key=key, kind="prices", now=now)
    return len(told)


def _settle(
    session: Session, structure: Structure, family: int, days: Collection[date], cause: Cause
) -> Iterator[PriceChange]:
    counted = [row for row in queries.active_on(session, family, days) if row.state in COUNTS]
    priced = {row.id: row for row in counted if row.price_cents is not None}
    fixed = invoiced(session, priced)
    payer = _payer(session, counted)
    for day in sorted(days):
        charged = [_charged(row, fixed) for row in priced.values() if row.day == day]
        for old, new in recharged(charged, structure, payer):
            row = priced[new.id]
            bookings.reprice(session, row, reduction=new.reduction, aid=new.aid, cause=cause)
            name = structure.activity(row.activity).name
            yield PriceChange(row.child.first_name, name, row.day, old.total, new.total)


def _payer(session: Session, rows: Sequence[Booking]) -> Payer:
    payers = payers_of(session, {row.child_id for row in rows}) if rows else {}
    return next(iter(payers.values()), NOBODY)


def _charged(row: Booking, fixed: Collection[int]) -> Charged:
    parts = Booked(
        row.id,
        State(row.state),
        None,
        row.price_cents,
        row.surcharge_cents,
        row.reduction_cents,
        row.aid_cents,
    )
    return _kept((row.child_id, row.activity, row.day), parts, fixed)


def _kept(key: tuple[int, str, date], booked: Booked, fixed: Collection[int]) -> Charged:
    base = (booked.price_cents or 0) + booked.reduction_cents + booked.aid_cents - booked.surcharge_cents
    return Charged(
        booked.id, *key, base, booked.reduction_cents, booked.aid_cents, booked.surcharge_cents, booked.id in fixed
    )


def _new(verdict: Verdict, number: int) -> Charged:
    price = verdict.price
    parts = (price.base, price.reduction, price.aid, price.surcharge) if price else (0, 0, 0, 0)
    return Charged(number, *key_of(verdict.line), *parts)
