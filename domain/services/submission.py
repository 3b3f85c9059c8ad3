"""Validation by the family: the cart becomes a request, under lock, judged once more as of the validation's receipt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from domain.letters.catalogue.requests import RequestSent
from domain.letters.items import Item, item_of
from domain.model.activity import Slot
from domain.model.messages import Channel
from domain.model.state import Move, State
from domain.model.structure import ApprovalMode
from domain.model.verdict import BookingKey, Code, Verdict
from domain.model.wish import Do
from domain.rules.billing import working_deadline
from domain.rules.conflict import key_of
from domain.rules.siblings_waiting import TOGETHER
from domain.services import announce, cards, cart, documents, few_places, hours, leaving, repricing
from domain.services.bookings import Cause, keep_hour, move, open_booking, to_serve
from domain.services.calendar_file import calendar_of
from domain.services.consider import judge
from domain.services.turn import Parent
from domain.store import queries
from domain.store.locks import lock_days
from domain.store.tables.bookings import Booking
from domain.store.tables.requests import Request, RequestLine


@dataclass(frozen=True, slots=True)
class Settled:
    """One line after validation: its booking and the state it reached."""

    verdict: Verdict
    booking: Booking
    cents: int | None
    waits: bool = False
    changed: bool = False  # another hour, which took effect at once
    drops: bool = False  # it ends a change of hour that waited

    @property
    def item(self) -> Item:
        """The line as shown in the acknowledgement."""
        return replace(item_of(self.verdict), state=State(self.booking.state), late=self.booking.late)


def submit(parent: Parent) -> RequestSent | None:
    """Turn the cart into a request; None when there is nothing to validate.

    What needs nobody takes effect at once (withdrawals, cancellations in time, everything in "auto" mode); the rest
    waits for staff on a card. Lines that are impossible by now are answered, not carried over.
    """
    turn = parent.turn
    the_cart = cart.locked(parent)
    if not the_cart.lines:
        return None
    lines = cart.lines_in(the_cart, parent.family, turn.structure)
    lock_days(turn.session, {line.day for line in lines})
    verdicts = judge(turn.session, turn.structure, lines, turn.asked_at)
    request = open_request(parent)
    accepted = sorted((v for v in verdicts if v.accepted), key=lambda v: v.line.do is Do.BOOK)  # first what frees
    standing = _standing(parent, accepted)
    settled = [_settle(parent, request, verdict, standing.get(key_of(verdict.line))) for verdict in accepted]
    _tie(settled)
    refused = tuple(item_of(verdict) for verdict in verdicts if not verdict.accepted)
    _bring_up_to_date(parent, request, settled)
    cart.empty(parent)
    if not any(x.waits for x in settled):
        request.decided_at, request.decided_by = turn.now, None
    turn.session.flush()
    if not all(map(_shows_elsewhere, settled)):
        cards.post_card(turn, request)
    few_places.warn_staff(turn, [x.booking for x in settled if x.verdict.line.do is Do.BOOK and not x.verdict.change])
    changes = repricing.settle(turn.session, turn.structure, _cause(parent)).get(parent.family.id, ())
    missing = documents.asked_by(turn.structure, accepted)
    letter = replace(_acknowledge(parent, request, settled, refused), changes=changes, documents=missing)
    return replace(letter, calendar=_calendar(parent, settled))


def _standing(parent: Parent, verdicts: Sequence[Verdict]) -> Mapping[BookingKey, Booking]:
    """Return, under lock, the bookings that are to be cancelled or changed, in one query."""
    about = [v.line for v in verdicts if v.line.do is not Do.BOOK or v.change]
    if not about:
        return {}
    children, days = {line.child.id for line in about}, {line.day for line in about}
    rows = queries.active_bookings(parent.turn.session, children, days, lock=True)
    return {(row.child_id, row.activity, row.day): row for row in rows}


def _bring_up_to_date(parent: Parent, request: Request, settled: Sequence[Settled]) -> None:
    """Write the cards of earlier requests anew: what was withdrawn, dropped or changed stands there."""
    cards.close_lines(
        parent.turn,
        [x.booking for x in settled if x.booking.state == State.WITHDRAWN],
        dropped=[x.booking for x in settled if x.drops],
        touched=[x.booking for x in settled if x.changed and x.booking.state == State.REQUESTED],
        but=request.id,
    )


def _shows_elsewhere(settled: Settled) -> bool:
    """Say whether an earlier request's card shows it: a withdrawal, or another hour that nobody has to decide."""
    undecided = settled.booking.state in (State.REQUESTED, State.WAITLISTED)
    taken_back = settled.verdict.change is not None and settled.verdict.change.takes_back
    return settled.booking.state == State.WITHDRAWN or taken_back or (settled.changed and undecided)


def open_request(parent: Parent) -> Request:
    """Begin a request of this guardian, without lines yet, with the promise of an answer."""
    turn = parent.turn
    approval = turn.structure.approval
    promised = working_deadline(turn.asked_at, approval.promise_hours, turn.structure.year, turn.structure.zone)
    request = Request(
        family_id=parent.family.id,
        channel=turn.incoming.channel.value,
        received_at=turn.asked_at,
        promised_by=promised,
        source_key=turn.incoming.key,
        lines=[],
        guardian_id=parent.guardian.id,
        address=announce.address_of(parent),
        mail_message=turn.incoming.message if turn.incoming.channel is Channel.EMAIL else "",
    )
    turn.session.add(request)
    turn.session.flush()
    return request


def _settle(parent: Parent, request: Request, verdict: Verdict, standing: Booking | None) -> Settled:
    dropped = standing is not None and standing.wanted_hour is not None
    if standing is None:
        booking = _book(parent, verdict)
    elif verdict.change:
        return _change(parent, request, verdict, standing)
    else:
        booking = _cancel(parent, verdict, standing)
    row = RequestLine(
        request_id=request.id,
        booking_id=booking.id,
        do=verdict.line.do,
        booking=booking,
        exception=verdict.remark.exception or None,
    )
    waits = booking.state in (State.REQUESTED, State.CANCEL_REQUESTED)
    if not waits:
        row.outcome = booking.state
    request.lines.append(row)
    parent.turn.session.flush()
    return Settled(verdict, booking, verdict.price_cents, waits=waits, drops=dropped)


def _change(parent: Parent, request: Request, verdict: Verdict, booking: Booking) -> Settled:
    dropped = booking.wanted_hour is not None
    row = hours.line_of(verdict, booking)
    hours.apply(parent.turn, verdict, booking, row, _cause(parent))
    request.lines.append(row)
    parent.turn.session.flush()
    waits = row.outcome is None
    return Settled(verdict, booking, verdict.price_cents, waits=waits, changed=not waits, drops=dropped)


def _tie(settled: Sequence[Settled]) -> None:
    """Have siblings who wait all or none wait under one number: that of the first."""
    parties: dict[Slot, list[Booking]] = defaultdict(list)
    for one in settled:
        if one.booking.state == State.WAITLISTED and one.verdict.remark.why == TOGETHER:
            parties[one.verdict.line.slot].append(one.booking)
    for party in parties.values():
        for booking in party:
            booking.waits_with = party[0].id


def _book(parent: Parent, verdict: Verdict) -> Booking:
    turn = parent.turn
    auto = turn.structure.approval.mode is ApprovalMode.AUTO and verdict.code is Code.OK
    granted = State.CONFIRMED if auto else State.REQUESTED
    if verdict.code is Code.FULL and turn.structure.approval.waitlist_priority:
        to_serve(turn.session).add(verdict.line.slot)  # they may stand before those who wait: a free place is offered
    return open_booking(
        turn.session,
        verdict.line,
        parent.family.id,
        state=State.WAITLISTED if verdict.code is Code.FULL else granted,
        cents=verdict.price_cents,
        price=verdict.price,
        late=verdict.remark.closed_at is not None,  # for staff, at a surcharge, or behind those who wait
        channel=turn.incoming.channel,
        received_at=turn.asked_at,
        cause=_cause(parent),
    )


def _cancel(parent: Parent, verdict: Verdict, booking: Booking) -> Booking:
    """Withdraw what nobody decided yet; cancel in time at once, unless staff decide that too; late ones wait."""
    turn = parent.turn
    keep_hour(turn.session, booking, _cause(parent))
    if booking.state in (State.REQUESTED, State.WAITLISTED):
        move(turn.session, booking, Move.WITHDRAW, _cause(parent))
        return booking
    late = verdict.code is not Code.OK
    at_once = turn.structure.approval.cancel is ApprovalMode.AUTO and not late
    booking.late = late
    move(turn.session, booking, Move.CANCEL if at_once else Move.ASK_CANCEL, _cause(parent))
    return booking


def _cause(parent: Parent) -> Cause:
    return Cause(parent.actor, parent.turn.incoming.key, parent.turn.now)


def _calendar(parent: Parent, settled: Sequence[Settled]) -> str:
    """Return what takes effect at once as a calendar file, for a mail."""
    turn = parent.turn
    if turn.incoming.channel is not Channel.EMAIL:
        return ""
    return calendar_of(turn.session, turn.structure, [each.booking for each in settled], turn.now)


def _acknowledge(
    parent: Parent, request: Request, settled: Sequence[Settled], refused: tuple[Item, ...]
) -> RequestSent:
    def reached(*states: State) -> tuple[Item, ...]:
        return tuple(x.item for x in settled if x.booking.state in states and not x.waits and not x.changed)

    return RequestSent(
        number=request.id,
        waiting=tuple(x.item for x in settled if x.waits),
        changed=tuple(x.item for x in settled if x.changed),
        confirmed=reached(State.CONFIRMED),
        cancelled=reached(State.CANCELLED),
        withdrawn=reached(State.WITHDRAWN),
        queued=reached(State.WAITLISTED),
        refused=refused,
        promised_by=parent.turn.structure.local(request.promised_by),
        buttons=leaving.buttons([(x.booking, x.item) for x in settled if x.booking.state == State.WAITLISTED]),
    )
