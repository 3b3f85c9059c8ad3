"""The cart as it is shown: its lines judged anew, in order, added up, with the buttons under it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.letters import labels
from domain.letters.catalogue.letter import Buttons
from domain.letters.catalogue.requests import CartShown
from domain.letters.items import Item, PriceChange, item_of
from domain.model.activity import Activity
from domain.model.messages import Button
from domain.model.structure import Structure
from domain.model.verdict import Code, Verdict
from domain.model.wish import Do
from domain.services import repricing
from domain.services.cart import lines_in, locked, remove_lines
from domain.services.consider import Seen, judge
from domain.services.turn import Parent
from domain.store.tables.requests import Cart, CartLine

#: Telegram allows 100 buttons under a message; the rest of a very long cart is removed by "🗑 Vider".
_MOST_REMOVE_BUTTONS = 90


@dataclass(frozen=True, slots=True)
class View:
    """A cart ready to be shown: its lines still possible, and those that have become impossible meanwhile."""

    shown: CartShown | None
    dropped: tuple[Item, ...]
    buttons: Buttons


def view(parent: Parent, seen: Seen | None = None) -> View:
    """Judge the cart as of this message and show it; lines that are impossible by now leave it, and are told.

    What was `seen` to judge its lines just before is not read again.
    """
    turn = parent.turn
    cart = locked(parent)
    lines = lines_in(cart, parent.family, turn.structure)
    verdicts = judge(turn.session, turn.structure, lines, turn.asked_at, seen=seen)
    gone = [verdict for verdict in verdicts if not verdict.accepted]
    if gone:
        slots = {(v.line.child.id, v.line.activity.code, v.line.day) for v in gone}
        remove_lines(parent, [row.id for row in cart.lines if (row.child_id, row.activity, row.day) in slots])
    kept = [verdict for verdict in verdicts if verdict.accepted]
    if not kept:
        return View(None, tuple(map(item_of, gone)), ())
    changes = repricing.foreseen(turn.session, turn.structure, parent.family, kept)
    return View(shown(turn.structure, kept, changes), tuple(map(item_of, gone)), buttons(cart, turn.structure))


def shown(structure: Structure, verdicts: Iterable[Verdict], changes: Iterable[PriceChange] = ()) -> CartShown:
    """Add up a judged cart. Cancellations do not count (Clap Chaz: 3,10 + 3,10 with two of them is 6,20 €).

    Nor do changes of hour: what they replace is on the bill already.
    """
    kept = sorted(verdicts, key=lambda v: _rank(v.line.do, v.line.child.id, v.line.day, v.line.activity))
    items = tuple(replace(item_of(v), number=n) for n, v in enumerate(kept, start=1))
    booked = [v for v in kept if v.line.do is Do.BOOK and not v.change]
    total = sum(v.price_cents or 0 for v in booked if v.code is not Code.FULL)
    limits = [v.closes_at for v in kept if v.closes_at is not None and _can_be_late(v)]
    closes_at = structure.local(min(limits)) if limits else None
    unknown = tuple(dict.fromkeys(what for v in kept if v.price for what in v.price.unknown))
    return CartShown(items, total, closes_at, unknown, tuple(changes))


def _can_be_late(verdict: Verdict) -> bool:
    """Say whether a limit lies before this line: not when it is missed already, nor for what is freely withdrawn."""
    return verdict.code is Code.OK and verdict.remark.closed_at is None and verdict.remark.state is None


def buttons(cart: Cart, structure: Structure) -> Buttons:
    """Write the buttons under a cart; their data name a version, so that an old message validates nothing new."""
    state = f"{cart.family_id}:{cart.version}"
    first = (Button(labels.VALIDATE, f"cv:{state}"), Button(labels.EMPTY, f"ce:{state}"))
    rows = _in_order(cart, structure)[:_MOST_REMOVE_BUTTONS]
    removal = tuple(
        (
            Button(
                labels.remove_line(row.child.first_name, row.day, structure.activity(row.activity).name), f"cr:{row.id}"
            ),
        )
        for row in rows
    )
    return (first, *removal)


def in_order(parent: Parent) -> Sequence[CartLine]:
    """Return the lines in the order in which they are shown, and numbered from 1: bookings first, then by child."""
    return _in_order(locked(parent), parent.turn.structure)


def _in_order(cart: Cart, structure: Structure) -> list[CartLine]:
    known = [row for row in cart.lines if structure.knows(row.activity)]
    return sorted(known, key=lambda row: _rank(row.do, row.child_id, row.day, structure.activity(row.activity)))


def _rank(do: str, child: int, day: date, activity: Activity) -> tuple[object, ...]:
    return do != Do.BOOK, child, day, activity.starts, activity.code
