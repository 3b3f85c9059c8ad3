"""Staff cards: one request each, with places left and live buttons until somebody has decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from domain.letters import labels
from domain.letters.catalogue.letter import Buttons
from domain.letters.catalogue.staff import StaffCard
from domain.letters.files import DocumentAsked
from domain.letters.items import Item, hours_of
from domain.model.activity import AskHour, Slot
from domain.model.messages import Button, Channel
from domain.model.pools import Pool, Pools
from domain.model.state import State
from domain.model.structure import Structure
from domain.model.wish import Do
from domain.rules.late import left_to_staff
from domain.services import announce, documents, hours
from domain.services.announce import Post
from domain.services.documents import Needed
from domain.services.turn import Turn
from domain.store import places, queries, waiting
from domain.store.tables.bookings import Booking
from domain.store.tables.requests import Request, RequestLine

#: Lines with buttons of their own on one card; once they are settled the next ones get theirs.
_MOST_LINES_WITH_BUTTONS = 30


def post_card(turn: Turn, request: Request) -> None:
    """Show `request` in every staff chat that has no card of it yet."""
    letter = card(turn, request)
    known = request.card_chats.split(",") if request.card_chats else []
    for chat in map(str, announce.staff_chats(turn.session, turn.staff_chat)):
        if chat not in known:
            known.append(chat)
            post = Post(key=_key(request, chat), kind="card", channel=Channel.CHAT, address=chat)
            announce.send(turn.session, turn.structure, letter, post, turn.now)
    request.card_chats = ",".join(known)
    turn.session.flush()


def show_again(turn: Turn, request: Request) -> None:
    """Show one more copy of the card in the chat of this turn: the first one has long been talked out of sight."""
    chat = turn.incoming.chat
    copy = f"{chat}:again:{turn.incoming.key}"
    post = Post(key=_key(request, copy), kind="card", channel=Channel.CHAT, address=chat)
    announce.send(turn.session, turn.structure, card(turn, request), post, turn.now)
    request.card_chats = ",".join(filter(None, (request.card_chats, copy)))
    turn.session.flush()


@dataclass(frozen=True, slots=True)
class Choosing:
    """In which chat a reason for a refusal is being chosen, for which line (0: for all), with which buttons."""

    chat: str
    line: int
    buttons: Buttons


def refresh(turn: Turn, request: Request, *, choosing: Choosing | None = None, kind: str = "card") -> None:
    """Bring every copy of the card up to date; where somebody is `choosing` it offers reasons for a refusal."""
    letter = card(turn, request)
    for copy in filter(None, request.card_chats.split(",")):
        here, chat = letter, _chat(copy)
        if choosing is not None and chat == choosing.chat:
            about = line_shown(turn, request, choosing.line)
            here = replace(letter, choosing_reason=True, about=about, buttons=choosing.buttons)
        post = Post(
            key=f"{_key(request, copy)}:{turn.incoming.key}",
            kind=kind,
            channel=Channel.CHAT,
            address=chat,
            edits_key=_key(request, copy),
        )
        announce.send(turn.session, turn.structure, here, post, turn.now)


def line_shown(turn: Turn, request: Request, line_id: int) -> Item | None:
    """Return the line of `request` with the number under which its card shows it; None for all of them (0)."""
    numbered = enumerate(request.lines, start=1)
    return next((item_of_line(turn, line, number) for number, line in numbered if line.id == line_id), None)


def chats_of(request: Request) -> set[str]:
    """Return the chats in which the card stands, once or several times."""
    return {_chat(copy) for copy in filter(None, request.card_chats.split(","))}


def _chat(copy: str) -> str:
    return copy.partition(":")[0]


def card(turn: Turn, request: Request) -> StaffCard:
    """Write the card of `request` as it stands now."""
    structure = turn.structure
    undecided = [line for line in request.lines if line.outcome is None]
    left = _places(turn, undecided)
    numbered = [(line, item_of_line(turn, line, number)) for number, line in enumerate(request.lines, start=1)]
    return StaffCard(
        number=request.id,
        family=request.family.key,
        channel=request.channel,
        received_at=structure.local(request.received_at),
        promised_by=structure.local(request.promised_by),
        open=tuple(replace(item, **left.get(line.id, {})) for line, item in numbered if line.outcome is None),
        settled=tuple(item for line, item in numbered if line.outcome is not None),
        decided_by=request.decided_by or "",
        decided_at=structure.local(request.decided_at) if request.decided_at else None,
        documents=documents_for(turn, undecided),
        without_buttons=max(len(undecided) - _MOST_LINES_WITH_BUTTONS, 0),
        buttons=_buttons(request, [(line, item) for line, item in numbered if line.outcome is None]),
    )


def item_of_line(turn: Turn, line: RequestLine, number: int = 0) -> Item:
    """Turn a line of a request into what is shown of it; its state is the one it was settled in."""
    booking = line.booking
    item = item_of_booking(turn, booking)
    change = hours.shown(line, arrival=item.arrival)
    if change is not None:
        item = replace(item, change=change, cents=line.wanted_cents)
    return replace(
        item,
        do=Do(line.do) if line.do == Do.BOOK else Do.CANCEL,
        state=State(line.outcome or booking.state),
        reason=line.reason,
        late=line.late if change else booking.late,
        number=number,
        age_unknown=line.do == Do.BOOK and booking.child.birth_date is None and _asks_age(turn, booking),
        exception=line.exception or "",
        for_staff=booking.late and _for_staff(turn.structure, booking, Do(line.do)),
    )


def _for_staff(structure: Structure, booking: Booking, do: Do) -> bool:
    slot = Slot(booking.activity, booking.day, booking.site)
    return structure.knows(booking.activity) and left_to_staff(slot, do, structure)


def _asks_age(turn: Turn, booking: Booking) -> bool:
    return turn.structure.knows(booking.activity) and turn.structure.activity(booking.activity).asks_age


def item_of_booking(turn: Turn, booking: Booking) -> Item:
    """Turn a booking into what is shown of it."""
    return shown(turn.structure, booking)


def shown(structure: Structure, booking: Booking, rank: int | None = None) -> Item:
    """Turn a booking into what is shown of it, with its `rank` on the waiting list when it is known."""
    known = structure.knows(booking.activity)
    activity = structure.activity(booking.activity) if known else None
    return Item(
        do=Do.BOOK,
        child=booking.child.first_name,
        activity=activity.name if activity else booking.activity,
        hours=hours_of(activity, booking.hour) if activity else "",
        day=booking.day,
        cents=booking.price_cents,
        surcharge_cents=booking.surcharge_cents,
        reduction_cents=booking.reduction_cents,
        aid_cents=booking.aid_cents,
        state=State(booking.state),
        late=booking.late,
        reason=booking.reason,
        arrival=activity is not None and activity.ask_hour is AskHour.ARRIVAL,
        wanted_hour=booking.wanted_hour,
        rank=rank,
        offered_until=structure.local(booking.offer_expires_at) if booking.offer_expires_at else None,
        kept=booking.kept_cents,
    )


def unpriced(structure: Structure, booking: Booking) -> Item:
    """Show a booking that came to nothing, without a price: it costs nothing."""
    return replace(shown(structure, booking), cents=None)


def close_lines(
    turn: Turn,
    bookings: Sequence[Booking],
    *,
    dropped: Sequence[Booking] = (),
    touched: Sequence[Booking] = (),
    but: int | None = None,
) -> None:
    """Settle the open request lines of bookings that the family withdrew, and take their buttons off the cards.

    Of bookings in `dropped` only changes of hour that waited are settled; the cards of those `touched` are written
    anew. The request `but` is left alone: it brings this about. All at once: a card is written once a turn, so it
    must show the last of them too.
    """
    gone, no_change = {booking.id for booking in bookings}, {booking.id for booking in dropped}
    about = gone | no_change | {booking.id for booking in touched}
    for booking in bookings:
        booking.wanted_hour = None
    for request in queries.requests_waiting_for(turn.session, about, but=but):
        for line in request.lines:
            changes = line.wanted_hour is not None and line.booking_id in no_change
            if line.outcome is None and (changes or line.booking_id in gone):
                line.outcome = State.WITHDRAWN if changes else line.booking.state
        if all(line.outcome is not None for line in request.lines):
            request.decided_at = turn.now
        turn.session.flush()
        refresh(turn, request)


def documents_for(turn: Turn, lines: Sequence[RequestLine]) -> tuple[DocumentAsked, ...]:
    """Return what is missing, or not looked at yet, of the documents that what is booked by `lines` requires."""
    booked = [line.booking for line in lines if line.do == Do.BOOK and line.wanted_hour is None]
    asked = [
        Needed(row.child_id, row.child.first_name, code, row.day)
        for row in booked
        if turn.structure.knows(row.activity) and (code := turn.structure.activity(row.activity).requires_document)
    ]
    return documents.lacking(turn.session, turn.structure, asked) if asked else ()


def _places(turn: Turn, lines: Sequence[RequestLine]) -> dict[int, dict[str, Any]]:
    """Count the places that each waiting booking finds, before this very request takes any; few ones as such.

    Few are as many as staff are warned at, or fewer. Where a pool besides the activity's has the fewest, it is named.
    """
    wanted = {
        line.id: waiting.pools_of(line.booking, turn.structure)
        for line in lines
        if line.do == Do.BOOK and line.wanted_hour is None and turn.structure.knows(line.booking.activity)
    }
    own = Counter(pool for pools in wanted.values() for pool in pools)
    free = {pool: left + own[pool] for pool, left in places.free(turn.session, own).items()}
    return {number: _counted(pools, free) for number, pools in wanted.items()}


def _counted(pools: Pools, free: Mapping[Pool, int]) -> dict[str, Any]:
    fewest = min(pools, key=free.__getitem__)  # the first of several: the activity's own
    below = pools[0].warn_below if fewest.warn_below is None else fewest.warn_below
    left = free[fewest]
    return {
        "places_left": left,
        "few_left": below is not None and left <= below,
        "fewest_in": "" if fewest is pools[0] else fewest.name,
    }


def _buttons(request: Request, undecided: Sequence[tuple[RequestLine, Item]]) -> Buttons:
    if not undecided:
        return ()
    rows: list[tuple[Button, ...]] = [
        (Button(labels.ACCEPT, f"sa:{request.id}"), Button(labels.REFUSE, f"sr:{request.id}"))
    ]
    late = {line.id for line, item in undecided if item.late and item.do is not Do.BOOK and not item.exception}
    if late:
        rows.append((Button(labels.EXCUSE, f"sx:{request.id}"),))
    if len(undecided) > 1:
        for line, item in undecided[:_MOST_LINES_WITH_BUTTONS]:
            accept = Button(labels.accept_line(item.number, item.child, item.day, item.activity), f"la:{line.id}")
            refuse = Button(labels.refuse_line(item.number), f"lr:{line.id}")
            excuse = Button(labels.excuse_line(item.number), f"lx:{line.id}")
            rows.append((accept, refuse, excuse) if line.id in late else (accept, refuse))
    return tuple(rows)


def key_of(request: Request) -> str:
    """Return what the outbox keys of all cards of a request begin with."""
    return f"card:{request.id}:"


def _key(request: Request, copy: str) -> str:
    return f"{key_of(request)}{copy}"
