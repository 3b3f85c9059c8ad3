"""Staff decide: whole requests or single lines, once, by whoever presses first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum

from domain.letters import labels
from domain.letters.catalogue.requests import RequestDecided
from domain.letters.files import DocumentAsked
from domain.model.messages import Channel
from domain.model.state import CHANGEABLE, Move, State
from domain.model.structure import Structure
from domain.model.wish import Do
from domain.rules.needs import ungranted_need
from domain.rules.one_cart import depth_of_needs
from domain.services import announce, bookings, cards, hours, leaving, repricing
from domain.services.bookings import Cause
from domain.services.calendar_file import calendar_of
from domain.services.still_possible import obstacles
from domain.services.turn import Colleague, Turn
from domain.store import places, queries, waiting
from domain.store.locks import lock_days
from domain.store.tables.bookings import Booking
from domain.store.tables.requests import Request, RequestLine


class Decision(StrEnum):
    """What a staff member says of a line."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    EXCUSE = "excuse"


def decide(colleague: Colleague, request_id: int, decision: Decision, *, line_id: int = 0, reason: str = "") -> str:
    """Apply `decision` to one line or (0) to all that are open; return the word to show under the button.

    The first press decides: whoever comes second is told who did.
    """
    turn = colleague.turn
    lock_days(turn.session, queries.days_of_request(turn.session, request_id))
    request = queries.request_for_update(turn.session, request_id)
    if request is None:
        return labels.STALE_BUTTON
    lines = _open_lines(request, line_id, decision)
    if not lines:
        return labels.already_decided(_who(request, line_id))
    stuck = obstacles(turn, lines) if decision is Decision.ACCEPT else {}
    alone = [
        name
        for line in _needs_first(turn.structure, lines)
        if line.id not in stuck and (name := _settle(colleague, line, decision, reason))
    ]
    _drop_changes(colleague, request, lines)
    request.refusing = None
    if all(line.outcome is not None for line in request.lines):
        request.decided_at, request.decided_by = turn.now, colleague.staff.name
        _answer_family(colleague, request)
    turn.session.flush()
    cards.refresh(turn, request)
    words = [*stuck.values(), *map(labels.not_without, alone), labels.NOTED]
    return words[0]


def _drop_changes(colleague: Colleague, request: Request, lines: Sequence[RequestLine]) -> None:
    """Settle what was asked elsewhere about the hour of a booking that does not stand any more."""
    gone = [x.booking for x in lines if x.booking.wanted_hour is not None and x.booking.state not in CHANGEABLE]
    if gone:
        cards.close_lines(colleague.turn, (), dropped=gone, but=request.id)
    for booking in gone:
        booking.wanted_hour = None


def request_of_line(colleague: Colleague, line_id: int) -> int | None:
    """Return the request that a line belongs to, if it exists."""
    line = colleague.turn.session.get(RequestLine, line_id)
    return line.request_id if line else None


def _open_lines(request: Request, line_id: int, decision: Decision) -> Sequence[RequestLine]:
    waiting = [line for line in request.lines if line.outcome is None and line_id in (0, line.id)]
    if decision is Decision.EXCUSE:
        return [line for line in waiting if line.do != Do.BOOK]
    return waiting


def _who(request: Request, line_id: int) -> str:
    names = [line.booking.decided_by for line in request.lines if line_id in (0, line.id)]
    return request.decided_by or next((name for name in names if name), None) or "la famille"


def _needs_first(structure: Structure, lines: Iterable[RequestLine]) -> Sequence[RequestLine]:
    """Return the lines so that an activity is granted before what needs it."""

    def depth(line: RequestLine) -> int:
        code = line.booking.activity
        return depth_of_needs(structure.activity(code), structure) if structure.knows(code) else 0

    return sorted(lines, key=depth)


def _settle(colleague: Colleague, line: RequestLine, decision: Decision, reason: str) -> str | None:
    """Settle one line; left open is what needs an activity that is not granted, whose name is returned."""
    booking = line.booking
    cause = Cause(colleague.actor, colleague.turn.incoming.key, colleague.turn.now, reason)
    if line.wanted_hour is not None:
        hours.decide(colleague.turn, line, cause, accept=decision is Decision.ACCEPT)
        booking.decided_by, booking.decided_at = colleague.staff.name, colleague.turn.now
        return None
    step = _step(colleague, line, decision)
    if step is Move.APPROVE and (missing := _missing_need(colleague, booking)):
        return missing
    bookings.decide(colleague.turn.session, booking, step, cause, by=colleague.staff.name)
    line.outcome, line.reason = booking.state, reason
    return None


def _missing_need(colleague: Colleague, booking: Booking) -> str | None:
    """Return the name of an activity without which this one cannot be granted, if there is one."""
    turn = colleague.turn
    if not turn.structure.knows(booking.activity) or not turn.structure.activity(booking.activity).needs:
        return None
    booked = queries.booked_on(turn.session, {booking.child_id}, {booking.day})
    code = ungranted_need(turn.structure.activity(booking.activity), booking.child_id, booking.day, booked)
    return turn.structure.activity(code).name if code else None


def _step(colleague: Colleague, line: RequestLine, decision: Decision) -> Move:
    """Choose the arrow: a late cancellation that is accepted is billed, as was announced before it was confirmed.

    With an exceptional reason nothing was announced but that staff decide: to accept it is to excuse.
    """
    booking = line.booking
    if booking.state == State.CANCEL_REQUESTED:
        accepted = Move.EXCUSE if line.exception else Move.CHARGE if booking.late else Move.CANCEL
        return {Decision.ACCEPT: accepted, Decision.EXCUSE: Move.EXCUSE, Decision.REFUSE: Move.KEEP}[decision]
    if decision is Decision.REFUSE:
        return Move.REFUSE
    return Move.APPROVE if _has_place(colleague, booking) else Move.QUEUE


def _has_place(colleague: Colleague, booking: Booking) -> bool:
    """Count once more, under lock, what is held by those who were granted or asked before."""
    turn = colleague.turn
    if not turn.structure.knows(booking.activity):
        return True
    pools = waiting.pools_of(booking, turn.structure)
    ahead = places.taken(turn.session, pools, ahead_of=(booking.received_at, booking.id))
    return all(ahead[pool] < pool.places for pool in pools)


def _missing(turn: Turn, told: Sequence[RequestLine]) -> tuple[DocumentAsked, ...]:
    """Return the documents that are still missing for what was granted."""
    granted = [line for line in told if line.outcome == State.CONFIRMED]
    return tuple(one for one in cards.documents_for(turn, granted) if not one.unchecked)


def _answer_family(colleague: Colleague, request: Request) -> None:
    """Tell the family everything in one answer, in the conversation in which it asked."""
    turn = colleague.turn
    told = [line for line in request.lines if line.outcome != State.WITHDRAWN]
    if not told:
        return
    cause = Cause(colleague.actor, turn.incoming.key, turn.now)
    changes = repricing.settle(turn.session, turn.structure, cause).get(request.family_id, ())
    ranks = waiting.ranks(turn.session, turn.structure, [line.booking for line in told])
    items = [(line.booking, replace(cards.item_of_line(turn, line), rank=ranks.get(line.booking_id))) for line in told]
    queued = [(row, item) for row, item in items if item.state is State.WAITLISTED]
    letter = RequestDecided(
        number=request.id,
        items=tuple(item for _, item in items),
        changes=changes,
        documents=_missing(turn, told),
        buttons=leaving.buttons(queued),
        calendar=calendar_of(turn.session, turn.structure, [line.booking for line in told], turn.now)
        if request.channel == Channel.EMAIL
        else "",
    )
    announce.answer_request(
        turn.session, turn.structure, request, letter, key=f"decided:{request.id}", kind="decided", now=turn.now
    )
