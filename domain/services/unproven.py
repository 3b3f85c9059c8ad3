"""By the clock: what an illness becomes whose proof did not come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Final

from sqlalchemy.orm import Session

from domain.letters.catalogue.absences import AbsenceCharged, StaffAbsenceCharged
from domain.model.state import Move
from domain.model.structure import Structure, WithoutProof
from domain.model.wish import Reason
from domain.services import announce, cards, proofs
from domain.services.bookings import Cause, move, settle_proof
from domain.store import absences, queries
from domain.store.tables.bookings import Booking

#: How many days one unit of work bills at most.
_AT_ONCE: Final = 200


def bill(
    session: Session, structure: Structure, staff_chat: int | None, now: datetime, *, at_once: int = _AT_ONCE
) -> int:
    """Bill the excused days whose proof is overdue at `now` (aware), at most `at_once`; return how many were settled.

    Families and staff are told once for each illness. What a final invoice has is never changed: staff are told. Where
    the règlement excuses without a proof nothing is billed, whatever was announced before.
    """
    if structure.absence.without_proof is WithoutProof.EXCUSED:
        return 0
    rows = _whole_illnesses(absences.overdue(session, now, at_once), at_once)
    final = absences.invoiced(session, rows) if rows else frozenset()
    for _, illness in groupby(rows, key=_illness_of):
        mine = list(illness)
        billed = [row for row in mine if row.id not in final]
        kept = [row for row in mine if row.id in final]
        for row in mine:
            _settle(session, row, now, billed=row in billed)
        _tell_family(session, structure, billed, now)
        _tell_staff(session, structure, staff_chat, billed, now)
        _tell_staff(session, structure, staff_chat, kept, now, invoiced=True)
    return len(rows)


def _whole_illnesses(rows: Sequence[Booking], at_once: int) -> list[Booking]:
    """Return `rows` less an illness that their number may have cut in two, in the order of families."""
    cut = _illness_of(rows[-1]) if len(rows) == at_once and _illness_of(rows[0]) != _illness_of(rows[-1]) else None
    whole = [row for row in rows if _illness_of(row) != cut]
    return sorted(whole, key=lambda row: (*_illness_of(row), row.day, row.id))


def _illness_of(row: Booking) -> tuple[int, int, str]:
    """Name the illness of a day: all its days await their proof until the same instant."""
    return row.family_id, row.child_id, str(row.proof_due_at)


def _settle(session: Session, row: Booking, now: datetime, *, billed: bool) -> None:
    cause = Cause("rules", f"proof:{row.proof_due_at:%Y-%m-%dT%H:%M}", now, reason=Reason.SICK)
    if billed:
        move(session, row, Move.CHARGE, cause)
        row.kept_cents = None
    else:
        settle_proof(session, row, cause)
    session.flush()


def _tell_family(session: Session, structure: Structure, rows: Sequence[Booking], now: datetime) -> None:
    if not rows:
        return
    items = tuple(cards.shown(structure, row) for row in rows)
    letter = AbsenceCharged(child=rows[0].child.first_name, items=items)
    for guardian in queries.guardians_of(session, rows[0].family_id):
        announce.notify(session, structure, guardian, letter, key=f"unproven:{rows[0].id}", kind="absence", now=now)


def _tell_staff(  # noqa: PLR0913 - the facts of one letter
    session: Session,
    structure: Structure,
    staff_chat: int | None,
    rows: Sequence[Booking],
    now: datetime,
    *,
    invoiced: bool = False,
) -> None:
    if not rows:
        return
    child = rows[0].child
    letter = StaffAbsenceCharged(
        child=child.first_name,
        last_name=child.last_name,
        site=structure.site(child.site).name,
        items=tuple(cards.shown(structure, row) for row in rows),
        invoiced=invoiced,
        buttons=() if invoiced else proofs.excuse_button(rows),
    )
    key = f"unproven-{'invoiced' if invoiced else 'billed'}:{rows[0].id}"
    announce.notify_staff(session, structure, staff_chat, letter, key=key, kind="absence", now=now)
