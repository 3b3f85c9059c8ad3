"""Families answer the waiting list: an offered place is taken or left, the list is left; by a press or in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select

from domain.language.following.queueing import Wait, leaves_place, meant_by, names_place, stops_waiting, takes_place
from domain.language.leaning.answers import own_words
from domain.letters import labels
from domain.letters.catalogue.waiting import OfferAnswered, WaitingLeft, WhichOffer, WhichWaiting
from domain.model.messages import Button, Channel
from domain.model.state import Move, State
from domain.model.structure import ApprovalMode
from domain.model.wish import Do
from domain.rules.age import of_age
from domain.rules.waiting import is_over
from domain.services import announce, bookings, cards, cart, few_places, leaving
from domain.services.bookings import Cause, move
from domain.services.calendar_file import calendar_of
from domain.services.lacking import lacking
from domain.services.submission import open_request
from domain.services.turn import Parent
from domain.store import mail_ids, places, waiting
from domain.store.locks import lock_days
from domain.store.tables.bookings import Booking
from domain.store.tables.messages import Outbox
from domain.store.tables.requests import RequestLine

#: Buttons under one question; Telegram allows 100.
_MOST_BUTTONS = 30

_ACCEPTED = frozenset({State.REQUESTED, State.CONFIRMED, State.CANCEL_REQUESTED, State.PRESENT})


def answer(parent: Parent, booking_id: int, *, takes: bool) -> OfferAnswered | None:
    """Take or leave the place offered to a booking of this family; None when it has no such booking.

    Siblings who wait all or none take or leave theirs together.

    The receipt time judges whether the offer still stood; a press that comes twice or late changes nothing more.
    """
    turn = parent.turn
    booking = _locked(parent, booking_id)
    if booking is None:
        return None
    if booking.state != State.WAITLISTED or booking.offer_expires_at is None:
        return _told(parent, [booking], _without_offer(booking))
    party = waiting.party(turn.session, booking)
    if is_over(booking.offer_expires_at, turn.asked_at):
        return _end(parent, party, Move.EXPIRE, "expired")
    if not takes:
        return _end(parent, party, Move.WITHDRAW, "left")
    return _take_if_possible(parent, party)


def _take_if_possible(parent: Parent, party: Sequence[Booking]) -> OfferAnswered:
    """Take what is offered, unless a correction, a refusal or the town has made it impossible meanwhile."""
    if not all(_of_age(parent, row) for row in party):
        return _pass_on(parent, party, "wrong_age")
    if missing := lacking(parent.turn.session, parent.turn.structure, party):
        return replace(_pass_on(parent, party, "needs_other"), needed=next(iter(missing.values())))
    return _take(parent, party) if _places_stand(parent, party) else _drop(parent, party, "gone")


def _pass_on(parent: Parent, party: Sequence[Booking], outcome: str) -> OfferAnswered:
    """Take back an offer of places that stand: the next in line may have them."""
    bookings.to_serve(parent.turn.session).update(waiting.slot_of(row) for row in party)
    return _drop(parent, party, outcome)


def _drop(parent: Parent, party: Sequence[Booking], outcome: str) -> OfferAnswered:
    """Take an offer back that does not hold any more; the rank is kept."""
    for row in party:
        row.offered_at = row.offer_expires_at = None
        bookings.note(parent.turn.session, row, "offer gone", _cause(parent))
    return _told(parent, party, outcome)


def _end(parent: Parent, party: Sequence[Booking], step: Move, outcome: str) -> OfferAnswered:
    for row in party:
        move(parent.turn.session, row, step, _cause(parent))
    return _told(parent, party, outcome)


def _told(parent: Parent, party: Sequence[Booking], outcome: str) -> OfferAnswered:
    item, *others = (cards.shown(parent.turn.structure, row) for row in party)
    return OfferAnswered(item=item, others=tuple(others), outcome=outcome)


def leave(parent: Parent, booking_ids: Sequence[int]) -> WaitingLeft:
    """Take what still waits out of the list; what waits no more (or is another family's) is left alone."""
    turn = parent.turn
    own = {row.id: row for row in waiting.of_family(turn.session, parent.family.id) if row.id in booking_ids}
    lock_days(turn.session, {row.day for row in own.values()})
    rows = [row for row in (_locked(parent, number) for number in own) if row and row.state == State.WAITLISTED]
    for row in rows:
        move(turn.session, row, Move.WITHDRAW, _cause(parent))
    return WaitingLeft(items=tuple(cards.unpriced(turn.structure, row) for row in rows))


def on_text(parent: Parent, *, asked: bool) -> str | None:
    """Handle words that answer an offer or leave the list; None when they are about something else.

    A reply to the offer's own message is about that offer. A "oui" by itself is, when nothing else awaits one: no
    question (`asked`), no cart, and nothing written to them since.
    """
    said = own_words(parent.turn.incoming.text, parent.family)
    yes, no = takes_place(said), leaves_place(said)
    if yes or no:
        numbers = _replied_to(parent) or ([] if asked else _meant(parent, said))
        return _answer_in_words(parent, numbers, takes=yes) if numbers and parent.proven else None
    return _leave_in_words(parent, said) if stops_waiting(said) and parent.proven else None


def _take(parent: Parent, party: Sequence[Booking]) -> OfferAnswered:
    """Turn the accepted offer into a request of its own: a card for staff, or (in "auto" mode) a booking at once."""
    turn = parent.turn
    auto = turn.structure.approval.mode is ApprovalMode.AUTO
    request = open_request(parent)
    for booking in party:
        move(turn.session, booking, Move.APPROVE if auto else Move.OFFER, _cause(parent))
        line = RequestLine(request_id=request.id, booking_id=booking.id, do=Do.BOOK, booking=booking)
        if auto:
            line.outcome, request.decided_at = booking.state, turn.now
        request.lines.append(line)
    turn.session.flush()
    cards.post_card(turn, request)
    few_places.warn_staff(turn, party)
    return replace(
        _told(parent, party, "confirmed" if auto else "requested"),
        number=request.id,
        promised_by=turn.structure.local(request.promised_by),
        calendar=_calendar(parent, party),
    )


def _calendar(parent: Parent, party: Sequence[Booking]) -> str:
    """Return what is booked at once as a calendar file, for a mail; what staff decide comes with their decision."""
    turn = parent.turn
    by_mail = turn.incoming.channel is Channel.EMAIL
    return calendar_of(turn.session, turn.structure, party, turn.now) if by_mail else ""


def _answer_in_words(parent: Parent, numbers: Sequence[int], *, takes: bool) -> str:
    """Answer one offer; of several, ask which (siblings who wait together have one)."""
    if len(numbers) > 1:
        offered = [row for row in waiting.of_family(parent.turn.session, parent.family.id) if row.offer_expires_at]
        rows = [row for row in offered if row.id in numbers]
        parties = {row.waits_with for row in rows} - {None}
        buttons = tuple(
            (Button(labels.take_place(row.day), f"wa:{row.id}"), Button(labels.leave_place(row.day), f"wd:{row.id}"))
            for row in rows[:_MOST_BUTTONS]
        )
        named = [row for row in offered if row in rows or row.waits_with in parties]
        items = tuple(cards.shown(parent.turn.structure, row) for row in named)
        announce.reply(parent, WhichOffer(items=items, buttons=buttons), kind="info")
        return "asked"
    letter = answer(parent, numbers[0], takes=takes)
    if letter is None:
        return "told"
    announce.reply(parent, letter)
    return f"offer {letter.outcome}"


def _leave_in_words(parent: Parent, said: str) -> str | None:
    turn = parent.turn
    rows = waiting.of_family(turn.session, parent.family.id)
    waits = [Wait(row.id, row.child.first_name, row.activity, row.site, row.day) for row in rows]
    if not waits:
        return None
    meant = meant_by(said, waits, family=parent.family, structure=turn.structure, now=turn.asked_at)
    if meant:
        announce.reply(parent, leave(parent, [wait.id for wait in meant]))
        return "left the list"
    ranks = waiting.ranks(turn.session, turn.structure, rows)
    shown = [(row, cards.shown(turn.structure, row, ranks.get(row.id))) for row in rows]
    letter = WhichWaiting(items=tuple(item for _, item in shown), buttons=leaving.buttons(shown))
    announce.reply(parent, letter, kind="info")
    return "asked"


def _replied_to(parent: Parent) -> list[int]:
    """Return the booking whose offer this message replies to: of a mail, the nearest in its thread."""
    session, incoming = parent.turn.session, parent.turn.incoming
    if not incoming.reply_to:
        return []
    if incoming.channel is Channel.EMAIL:
        rows = mail_ids.mails_named(session, incoming.reply_to)
        keys = [row.key for row in rows if row.family_id == parent.family.id and row.kind == "offer"]
    else:
        ours = (Outbox.family_id == parent.family.id, Outbox.kind == "offer", Outbox.channel == incoming.channel)
        here = (Outbox.sent_id.in_(incoming.reply_to), Outbox.address == incoming.chat)
        keys = list(session.scalars(select(Outbox.key).where(*here, *ours)))
    return [int(key.split(":")[1]) for key in keys][:1]


def _meant(parent: Parent, said: str) -> list[int]:
    """Return the offers that a word without a thread can mean: none when the cart, or a later message, is meant."""
    if cart.present(parent):
        return []
    last = (
        select(Outbox.kind)
        .where(Outbox.family_id == parent.family.id, Outbox.address == announce.address_of(parent))
        .order_by(Outbox.id.desc())
        .limit(1)
    )
    right_after = parent.turn.session.scalar(last) == "offer"
    return _offered(parent) if right_after or names_place(said) else []


def _offered(parent: Parent) -> list[int]:
    rows = waiting.of_family(parent.turn.session, parent.family.id)
    offered = [row for row in rows if row.offer_expires_at is not None]
    return list({row.waits_with or -row.id: row.id for row in reversed(offered)}.values())  # one of each party


def _without_offer(booking: Booking) -> str:
    if booking.state in _ACCEPTED:
        return "already"
    return "expired" if booking.state == State.EXPIRED else "over"


def _places_stand(parent: Parent, party: Sequence[Booking]) -> bool:
    """Count once more, under lock: the règlement may have changed since (the offers themselves are among the held)."""
    turn = parent.turn
    if not all(turn.structure.knows(row.activity) for row in party):
        return False
    pools = {pool for row in party for pool in waiting.pools_of(row, turn.structure)}
    return all(left >= 0 for left in places.free(turn.session, pools).values())


def _of_age(parent: Parent, row: Booking) -> bool:
    """Say whether the child has the age: its birth date may have been corrected since the place was offered."""
    structure = parent.turn.structure
    return not structure.knows(row.activity) or of_age(structure.activity(row.activity), row.child.birth_date, row.day)


def _locked(parent: Parent, booking_id: int) -> Booking | None:
    """Return a booking of this family as it is now, with its day locked before the row: as everybody does."""
    session = parent.turn.session
    booking = session.get(Booking, booking_id)
    if booking is None or booking.family_id != parent.family.id:
        return None
    lock_days(session, {booking.day})
    return waiting.locked(session, booking_id)


def _cause(parent: Parent) -> Cause:
    return Cause(parent.actor, parent.turn.incoming.key, parent.turn.now)
