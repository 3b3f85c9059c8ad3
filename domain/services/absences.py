"""Sick children: recorded at once for a proven sender (it only ever frees a place), told to staff, undoable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from domain.letters import labels
from domain.letters.catalogue.absences import AbsenceNoted, AbsenceUndone, StaffAbsence
from domain.letters.items import Item
from domain.model.attachments import CERTIFICATE
from domain.model.family import Child
from domain.model.messages import Button
from domain.model.state import Move, State
from domain.model.wish import ANY_ACTIVITY, Do, Reason, Wish
from domain.rules.absence import AbsenceRuling, episode, judge_absence, kept_cents
from domain.services import announce, cards, documents, proofs
from domain.services.bookings import Cause, move
from domain.services.consider import ONE_ILLNESS
from domain.services.turn import Parent
from domain.store import absences as around
from domain.store import places, queries, waiting
from domain.store.locks import lock_days
from domain.store.tables.bookings import AbsenceNotice, Booking

#: The states out of which an absence moves a booking; what was only asked for is withdrawn.
_GRANTED: Final = (State.CONFIRMED, State.CANCEL_REQUESTED)
_ASKED: Final = (State.REQUESTED, State.WAITLISTED)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A notice that took effect, and the button that takes it back."""

    noted: AbsenceNoted
    undo: Button | None


def record(parent: Parent, wishes: Sequence[Wish]) -> tuple[Recorded, ...]:
    """Record the sickness wishes of one message, one notice a child."""
    by_child: dict[str, list[Wish]] = {}
    for wish in wishes:
        by_child.setdefault(wish.child, []).append(wish)
    return tuple(_record_child(parent, parent.family.child(name), own) for name, own in by_child.items())


def undo(parent: Parent, notice_id: int) -> AbsenceUndone | None:
    """Take a notice back: what it freed is booked again where a place is left; None when it does not stand."""
    turn = parent.turn
    notice = turn.session.get(AbsenceNotice, notice_id, with_for_update=True)
    if notice is None or notice.family_id != parent.family.id or notice.undone_at is not None:
        return None
    if notice.last_day < turn.structure.day_of(turn.asked_at):
        return AbsenceUndone(child=notice.child.first_name, restored=(), too_late=True)
    notice.undone_at = turn.now
    freed = [turn.session.get_one(Booking, number) for number in notice.booking_ids["freed"]]
    today = turn.structure.day_of(turn.asked_at)
    standing = [b for b in freed if b.state in (State.ABSENCE_EXCUSED, State.ABSENCE_BILLED) and b.day >= today]
    lock_days(turn.session, {booking.day for booking in standing})
    restored, lost = [], []
    for booking in standing:
        if _place_free(parent, booking):
            move(turn.session, booking, Move.UNDO, _cause(parent))
            booking.proof_due_at = booking.kept_cents = None
            restored.append(cards.item_of_booking(turn, booking))
        else:
            lost.append(cards.item_of_booking(turn, booking))
    _tell_staff(parent, notice, tuple(restored), None, undone=True)
    return AbsenceUndone(child=notice.child.first_name, restored=tuple(restored), lost=tuple(lost))


def _record_child(parent: Parent, child: Child, wishes: Sequence[Wish]) -> Recorded:
    turn = parent.turn
    days = sorted({wish.day for wish in wishes})
    only = {wish.day: {w.activity for w in wishes if w.day == wish.day} for wish in wishes}
    lock_days(turn.session, days)
    rows = [
        row
        for row in queries.active_bookings(turn.session, [child.id], days, lock=True)
        if row.state in (*_GRANTED, *_ASKED) and (ANY_ACTIVITY in only[row.day] or row.activity in only[row.day])
    ]
    standing = queries.absence_covering(turn.session, child.id, days[0], days[-1])
    if standing is not None and not rows:
        return Recorded(_noted(parent, standing, (), None, already=True), _undo_button(standing))
    illness = _illness(parent, child, days)
    judged = illness.judge(parent, [row for row in rows if row.state in _GRANTED])
    notice = _write(parent, child, days, rows)
    due = _await_proof(parent, rows, judged, illness)
    items = tuple(_apply(parent, row, judged, due) for row in rows)
    cards.close_lines(turn, rows)
    _tell_staff(parent, notice, items, due)
    return Recorded(_noted(parent, notice, items, due), _undo_button(notice))


@dataclass(frozen=True, slots=True)
class _Illness:
    """What is known of the illness that a notice is about: its days told before, and its bookings."""

    told: frozenset[date]
    rows: tuple[Booking, ...]

    def judge(self, parent: Parent, rows: Sequence[Booking]) -> Mapping[date, AbsenceRuling]:
        """Judge the granted bookings; days of carence that were billed before are not billed again."""
        turn = parent.turn
        days = {row.day for row in rows}
        if not days:
            return {}
        first = min(days)
        before = sum(day < first for day in self.told)
        after = 0 if first in self.told else sum(day > first for day in self.told - days)
        rulings = judge_absence(days, turn.asked_at, turn.structure, days_already_ill=before + after)
        return {ruling.day: ruling for ruling in rulings}


def _illness(parent: Parent, child: Child, days: Sequence[date]) -> _Illness:
    near = around.days_around(parent.turn.session, child.id, days[0] - ONE_ILLNESS, days[-1] + ONE_ILLNESS)
    booked: dict[date, bool] = {}
    for row in near:
        if row.state not in _ASKED:
            booked[row.day] = booked.get(row.day, False) or _is_sick(row)
    told = episode(booked, days[0], days[-1])
    return _Illness(told, tuple(row for row in near if row.day in told and _is_sick(row)))


def _await_proof(
    parent: Parent, rows: Sequence[Booking], judged: Mapping[date, AbsenceRuling], illness: _Illness
) -> datetime | None:
    """Return until when the proof is awaited: one for the whole illness, the latest; None when it came, or none is."""
    turn = parent.turn
    granted = [row.day for row in rows if row.state in _GRANTED]
    due = max((r.proof_due for day, r in judged.items() if day in granted and r.proof_due is not None), default=None)
    if due is None or proofs.files_in(turn.incoming.attachments, turn.structure):
        return None
    for row in illness.rows:
        if row.state == State.ABSENCE_EXCUSED and row.proof_due_at is not None:
            due = max(due, row.proof_due_at)
    for row in illness.rows:
        if row.state == State.ABSENCE_EXCUSED and row.proof_due_at not in (None, due):
            row.proof_due_at, row.proof_reminded_at = due, None  # another limit, of which nobody was reminded
    return due


def _is_sick(row: Booking) -> bool:
    return row.state in (State.ABSENCE_EXCUSED, State.ABSENCE_BILLED) and row.reason == Reason.SICK


def _apply(parent: Parent, booking: Booking, judged: Mapping[date, AbsenceRuling], due: datetime | None) -> Item:
    turn = parent.turn
    if booking.state in _ASKED:
        move(turn.session, booking, Move.WITHDRAW, _cause(parent))
    else:
        ruling = judged[booking.day]
        move(turn.session, booking, Move.EXCUSE if ruling.excused else Move.CHARGE, _cause(parent))
        booking.proof_due_at, booking.proof_reminded_at = due if ruling.excused else None, None
        booking.kept_cents = kept_cents(booking.price_cents, turn.structure) if ruling.excused else None
        booking.late = not ruling.excused
    return cards.item_of_booking(turn, booking)


def _write(parent: Parent, child: Child, days: Sequence[date], rows: Sequence[Booking]) -> AbsenceNotice:
    turn = parent.turn
    notice = AbsenceNotice(
        family_id=parent.family.id,
        child_id=child.id,
        first_day=days[0],
        last_day=days[-1],
        reason=Reason.SICK,
        received_at=turn.asked_at,
        source_key=turn.incoming.key,
        source_ref=turn.ref,
        attachments=len(proofs.files_in(turn.incoming.attachments, turn.structure)),
        booking_ids={
            "freed": [row.id for row in rows if row.state in _GRANTED],
            "withdrawn": [row.id for row in rows if row.state in _ASKED],
        },
    )
    turn.session.add(notice)
    turn.session.flush()
    files = documents.papers_in(turn.incoming.attachments, turn.structure)
    documents.take(parent, CERTIFICATE, [child.id], files, about_until=days[-1])
    return notice


def _noted(
    parent: Parent, notice: AbsenceNotice, items: tuple[Item, ...], due: datetime | None, *, already: bool = False
) -> AbsenceNoted:
    structure = parent.turn.structure
    return AbsenceNoted(
        child=notice.child.first_name,
        first_day=notice.first_day,
        last_day=notice.last_day,
        freed=items,
        proof=structure.absence.proof if due else "",
        proof_due=structure.local(due) if due else None,
        proof_received=notice.attachments > 0,
        already=already,
    )


def _tell_staff(
    parent: Parent, notice: AbsenceNotice, items: tuple[Item, ...], due: datetime | None, *, undone: bool = False
) -> None:
    turn = parent.turn
    structure = turn.structure
    letter = StaffAbsence(
        child=notice.child.first_name,
        last_name=notice.child.last_name,
        site=structure.site(notice.child.site).name,
        first_day=notice.first_day,
        last_day=notice.last_day,
        received_at=structure.local(turn.asked_at),
        freed=items,
        proof=structure.absence.proof if due else "",
        proof_due=structure.local(due) if due else None,
        attachments=notice.attachments,
        undone=undone,
        school_class=notice.child.school_class,
    )
    announce.tell_staff(turn, letter, key=f"absence:{notice.id}:{'undone' if undone else 'noted'}", kind="absence")


def _place_free(parent: Parent, booking: Booking) -> bool:
    turn = parent.turn
    if not turn.structure.knows(booking.activity):
        return False
    left = places.free(turn.session, waiting.pools_of(booking, turn.structure))
    return all(count > 0 for count in left.values())


def _undo_button(notice: AbsenceNotice) -> Button:
    return Button(labels.UNDO, f"au:{notice.id}")


def _cause(parent: Parent) -> Cause:
    return Cause(parent.actor, parent.turn.incoming.key, parent.turn.now, reason=Reason.SICK)


def is_sick(wish: Wish, reason: Reason | None) -> bool:
    """Say whether a wish is a sickness notice, the one thing that takes effect without a cart."""
    return wish.do is Do.ABSENT and reason is Reason.SICK
