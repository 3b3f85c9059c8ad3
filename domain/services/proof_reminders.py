"""By the clock: a family is reminded, once, of a proof that is still awaited and soon due."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Final

from sqlalchemy.orm import Session

from domain.letters.catalogue.absences import ProofAwaited, ProofReminder
from domain.model.structure import Structure
from domain.rules.reminders import proof_reminder_due
from domain.services import announce, cards
from domain.store import absences, queries
from domain.store.tables.bookings import Booking

#: How many families one unit of work reminds.
_AT_ONCE: Final = 100
_A_DAY: Final = timedelta(days=1)


def remind(session: Session, structure: Structure, now: datetime) -> int:
    """Remind families of the proofs whose `reminder_at` has come at `now` (aware), at most 100; return how many.

    One message a family and day tells of all of its children, of what falls due for a reminder later that day too
    (after an outage). What came, was excused, or stands on a final invoice is not asked for; nor is anything after its
    limit: that is billed.
    """
    hours = structure.absence.proof_reminder_hours
    if not hours:
        return 0
    near = absences.to_remind_of(session, now, now + timedelta(hours=hours) + _A_DAY)
    today = [row for row in near if _is_today(structure, row, now)]
    final = absences.invoiced(session, today) if any(_is_time(structure, row, now) for row in today) else frozenset()
    open_ones = [row for row in today if row.id not in final]
    families = sorted({row.family_id for row in open_ones if _is_time(structure, row, now)})[:_AT_ONCE]
    wanted = [row.id for row in open_ones if row.family_id in families]
    rows = absences.to_remind_now(session, now, wanted) if wanted else ()
    own = groupby(rows, key=lambda row: row.family_id)
    return sum(_remind(session, structure, family, list(mine), now) for family, mine in own)


def _remind(session: Session, structure: Structure, family: int, rows: Sequence[Booking], now: datetime) -> bool:
    """Write to each guardian; False when the family was written to already on that day."""
    letter = ProofReminder(awaited=tuple(_awaited(structure, rows)))
    reached = [one for one in queries.guardians_of(session, family) if announce.preferred_channel(one, now)]
    last = max(row.proof_due_at for row in rows if row.proof_due_at is not None)
    key = f"proof-reminder:{family}:{structure.day_of(now)}"
    told = [
        announce.notify(session, structure, one, letter, key=key, kind="reminder", now=now, expires_at=last)
        for one in reached
    ]
    if told and not any(told):
        return False
    for row in rows:
        row.proof_reminded_at = now
    session.flush()
    return True


def _awaited(structure: Structure, rows: Collection[Booking]) -> Sequence[ProofAwaited]:
    """Gather the days of each illness: all of them await one proof, until the same instant."""
    return [
        ProofAwaited(mine[0].child.first_name, structure.local(due), tuple(cards.shown(structure, row) for row in mine))
        for (due, _), own in groupby(rows, key=lambda row: (row.proof_due_at, row.child_id))
        if (mine := list(own)) and due is not None
    ]


def _is_time(structure: Structure, row: Booking, now: datetime) -> bool:
    hour = _hour(structure, row)
    return hour is not None and hour <= structure.local(now)


def _is_today(structure: Structure, row: Booking, now: datetime) -> bool:
    hour = _hour(structure, row)
    return hour is not None and hour.date() <= structure.day_of(now)


def _hour(structure: Structure, row: Booking) -> datetime | None:
    return proof_reminder_due(structure, row.proof_due_at) if row.proof_due_at is not None else None
