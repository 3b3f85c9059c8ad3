"""Staff and the waiting list: who waits, and who is served first, with a reason that is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from sqlalchemy import select

from domain.letters import labels
from domain.letters.catalogue.letter import Buttons
from domain.letters.catalogue.waiting import StaffRaise, StaffRaised, StaffWaiting, WaitingShown
from domain.model.messages import Button
from domain.model.pools import Pools
from domain.model.standing import Standing
from domain.model.state import State
from domain.services import announce, bookings, cards, waitlist
from domain.services.bookings import Cause
from domain.services.turn import Colleague
from domain.store import our_messages, standings, waiting
from domain.store.locks import lock_days
from domain.store.tables.bookings import Booking
from domain.store.tables.people import Family

#: Lines of one message; the days nearest come first.
_MOST_LINES: Final = 30

#: The buttons of this room: raise a line, and the ready-made reason for it.
VERBS: Final = frozenset({"wu", "wr"})


def show(colleague: Colleague) -> str:
    """List who waits, by day and site and in the order in which they are served, with a button to raise each."""
    turn = colleague.turn
    rows = waiting.everybody(turn.session, limit=_MOST_LINES + 1)
    ranks = waiting.ranks(turn.session, turn.structure, rows)
    families = _families(colleague, rows)
    ordered = sorted(rows, key=lambda row: (row.day, row.site, _list(colleague, row), ranks.get(row.id, 0)))
    ordered = ordered[:_MOST_LINES]
    why = _why(colleague, ordered)
    lists = tuple(
        (day, turn.structure.site(site).name, tuple(_shown(colleague, row, ranks, families, why) for row in own))
        for (day, site), own in groupby(ordered, key=lambda row: (row.day, row.site))
    )
    more = max(waiting.count(turn.session) - len(ordered), 0) if len(rows) > _MOST_LINES else 0
    buttons = tuple(
        (Button(labels.raise_line(ranks[row.id], families[row.family_id], row.day), f"wu:{row.id}"),)
        for row in ordered
        if ranks.get(row.id, 1) > 1 and row.offer_expires_at is None
    )
    announce.reply_to_staff(turn, StaffWaiting(lists=lists, more=more, buttons=buttons))
    return "told"


def on_press(colleague: Colleague, verb: str, numbers: Sequence[int]) -> str:
    """Ask for the reason to raise a line (`wu:<booking>`), or raise it for a ready-made one (`wr:<booking>:<n>`).

    Raises ValueError when the data are not ours.
    """
    if verb == "wu":
        (number,) = numbers
        return _ask_reason(colleague, number)
    number, n = numbers
    if not 0 <= n < len(labels.RAISE_REASONS):
        raise ValueError(n)
    return _raise(colleague, number, labels.RAISE_REASONS[n])


def on_reason(colleague: Colleague, reason: str) -> str | None:
    """Raise the line whose reason this text gives, as a reply to our question; None when it is no such reply."""
    incoming = colleague.turn.incoming
    if not incoming.reply_to:
        return None
    keys = our_messages.replied_to(colleague.turn.session, incoming.reply_to, incoming.chat, "staff")
    numbers = [int(key.split(":")[1]) for key in keys if key.startswith("raise:")]
    return _raise(colleague, numbers[0], reason) if numbers else None


def _ask_reason(colleague: Colleague, number: int) -> str:
    turn = colleague.turn
    row = turn.session.get(Booking, number)
    if row is None or row.state != State.WAITLISTED:
        announce.toast(turn, labels.NOT_WAITING_ANY_MORE, alert=True)
        return "stale"
    letter = StaffRaise(
        family=_families(colleague, [row])[row.family_id],
        item=cards.shown(turn.structure, row),
        buttons=_reasons(number),
    )
    announce.toast(turn, "")
    announce.reply_to_staff(turn, letter, key=f"raise:{number}:{turn.incoming.chat}:{turn.incoming.key}")
    return "told"


def _reasons(number: int) -> Buttons:
    return tuple((Button(reason, f"wr:{number}:{n}"),) for n, reason in enumerate(labels.RAISE_REASONS))


def _raise(colleague: Colleague, number: int, reason: str) -> str:
    """Put a line before all others of its pools; who holds an offer keeps it, and a free place is offered at once."""
    turn = colleague.turn
    row = turn.session.get(Booking, number)
    if row is not None:
        lock_days(turn.session, {row.day})
        row = waiting.locked(turn.session, number)
    if row is None or row.state != State.WAITLISTED or not turn.structure.knows(row.activity):
        announce.toast(turn, labels.NOT_WAITING_ANY_MORE, alert=True)
        return "stale"
    slot = waiting.slot_of(row)
    others = waiting.in_order(turn.session, turn.structure, waiting.pools_of(row, turn.structure))
    row.priority = max(other.priority for other in others if other.id != row.id) + 1 if len(others) > 1 else 1
    cause = Cause(colleague.actor, turn.incoming.key, turn.now, reason)
    bookings.note(turn.session, row, "raised", cause)
    letter = StaffRaised(
        family=_families(colleague, [row])[row.family_id],
        item=cards.shown(turn.structure, row),
        reason=reason,
        by=colleague.staff.name,
    )
    announce.toast(turn, labels.NOTED)
    announce.reply_to_staff(turn, letter, edit=turn.incoming.message if turn.incoming.press else "")
    waitlist.serve(turn.session, turn.structure, [slot], turn.now, turn.incoming.key)
    return "raised"


@dataclass(frozen=True, slots=True)
class _Why:
    """Why those who wait stand where they do: the reasons for which staff raised them, what the criteria look at."""

    raised: Mapping[int, str]
    standing: Mapping[int, Standing]


def _why(colleague: Colleague, rows: Sequence[Booking]) -> _Why:
    session, ordered = colleague.turn.session, colleague.turn.structure.approval.waitlist_priority
    raised = waiting.raised_for(session, [row.id for row in rows if row.priority])
    return _Why(raised, standings.known_of(session, rows) if ordered else {})


def _shown(
    colleague: Colleague, row: Booking, ranks: dict[int, int], families: dict[int, str], why: _Why
) -> WaitingShown:
    structure = colleague.turn.structure
    item = cards.shown(structure, row, ranks.get(row.id))
    return WaitingShown(
        rank=item.rank or 0,
        family=families[row.family_id],
        child=item.child,
        activity=item.activity,
        group=", ".join(pool.name for pool in _pools(colleague, row) if pool.ages),
        since=structure.local(row.received_at),
        offered_until=item.offered_until,
        raised=row.priority > 0,
        together=row.waits_with is not None,
        raised_for=why.raised.get(row.id, ""),
        late=row.late,
        standing=why.standing.get(row.id),
    )


def _pools(colleague: Colleague, row: Booking) -> Pools:
    structure = colleague.turn.structure
    return waiting.pools_of(row, structure) if structure.knows(row.activity) else ()


def _list(colleague: Colleague, row: Booking) -> Sequence[str]:
    """Return what one waits in line for: the names of the pools that the child draws on."""
    return [pool.name for pool in _pools(colleague, row)] or [row.activity]


def _families(colleague: Colleague, rows: Sequence[Booking]) -> dict[int, str]:
    wanted = {row.family_id for row in rows}
    found = colleague.turn.session.execute(select(Family.id, Family.key).where(Family.id.in_(wanted)))
    return {number: key for number, key in found}  # noqa: C416 - typed rows
