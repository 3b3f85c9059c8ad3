"""The cart: what a family asked and has not validated. It holds no place; everything is judged again at `submit`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.letters.files import DocumentAsked
from domain.letters.items import Item, item_of
from domain.model.family import Family
from domain.model.structure import Structure
from domain.model.verdict import Code, Line, Verdict
from domain.model.wish import Do, Reason, Wish
from domain.services import documents
from domain.services.consider import judge
from domain.services.turn import Parent
from domain.store import queries
from domain.store.tables.requests import Cart, CartLine


@dataclass(frozen=True, slots=True)
class Source:
    """The message that asked for lines: its inbox key, and its name in the chat."""

    key: str
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Put:
    """What became of lines that were put into a cart."""

    refused: tuple[Item, ...]
    removed: tuple[Item, ...]
    documents: tuple[DocumentAsked, ...]
    changed: bool


NOTHING_PUT: Final = Put((), (), (), changed=False)


@dataclass(frozen=True, slots=True)
class Taken:
    """A line taken out by a follow-up, with all that is needed to put it back."""

    wish: Wish
    reason: Reason | None
    source: Source
    exception: str = ""
    tied: bool = False


def locked(parent: Parent) -> Cart:
    """Return the family's cart under lock, made when there is none yet; read once a transaction, then held."""
    session = parent.turn.session
    held: Cart | None = session.info.get(("cart", parent.family.id))
    if held is None:
        held = queries.cart_for_update(session, parent.family.id, parent.turn.now)
        session.info["cart", parent.family.id] = held
    return held


def put(parent: Parent, verdicts: Sequence[Verdict], source: Source) -> Put:
    """Put what the rules accept into the cart; what replaces an earlier line of the same slot takes its place.

    Cancelling what is only in the cart takes it out again. Nothing is dropped silently: the rest comes back refused.
    """
    cart = locked(parent)
    refused: list[Item] = []
    removed: list[Item] = []
    for verdict in verdicts:
        taken_back = _booked_in_cart(cart, verdict.line) if verdict.code is Code.NOTHING_TO_CANCEL else []
        if taken_back:
            removed += _take_out(parent, cart, taken_back)
        elif verdict.accepted:
            _place(parent, cart, verdict.line, source)
        else:
            refused.append(item_of(verdict))
    changed = bool(removed) or any(verdict.accepted for verdict in verdicts)
    if changed:
        _touch(parent, cart)
    return Put(tuple(refused), tuple(removed), documents.asked_by(parent.turn.structure, verdicts), changed)


def forget_source(parent: Parent, *, key: str = "", ref: str = "") -> tuple[Item, ...]:
    """Take out the lines that one message asked for (it was corrected, or is understood anew); return them."""
    cart = locked(parent)
    own = [line for line in cart.lines if (key and line.source_key == key) or (ref and line.source_ref == ref)]
    items = _take_out(parent, cart, own)
    if own:
        _touch(parent, cart)
    return tuple(items)


def without(parent: Parent, items: Collection[Item]) -> tuple[Item, ...]:
    """Return those of `items`, lines taken out before, that the cart does not hold again."""
    held = {_item(row, parent.turn.structure) for row in locked(parent).lines}
    return tuple(item for item in items if item not in held)


def remove_lines(parent: Parent, line_ids: Collection[int]) -> tuple[Item, ...]:
    """Take lines out; return those that were still in this family's cart."""
    cart = locked(parent)
    own = [line for line in cart.lines if line.id in line_ids]
    items = _take_out(parent, cart, own)
    if own:
        _touch(parent, cart)
    return tuple(items)


def take(parent: Parent, wishes: Collection[Wish]) -> tuple[list[Item], list[Taken]]:
    """Take the lines out that are among `wishes`; return them as they are shown, and as they can be given back."""
    cart = locked(parent)
    rows = [row for row in cart.lines if _wish(row) in wishes]
    taken = [
        Taken(
            _wish(row),
            Reason(row.reason) if row.reason else None,
            Source(row.source_key, row.source_ref),
            row.exception or "",
            row.tied,
        )
        for row in rows
    ]
    items = _take_out(parent, cart, rows)
    if rows:
        _touch(parent, cart)
    return items, taken


def give_back(parent: Parent, taken: Iterable[Taken]) -> None:
    """Put lines back that a follow-up had taken out; the next `view` judges them."""
    cart = locked(parent)
    for one in taken:
        child, activity = parent.family.child(one.wish.child), parent.turn.structure.activity(one.wish.activity)
        wish = one.wish
        line = Line(wish.do, child, activity, wish.day, wish.hour, one.reason, one.exception, one.tied)
        _place(parent, cart, line, one.source)
        _touch(parent, cart)


def latest(parent: Parent) -> tuple[datetime | None, tuple[Wish, ...]]:
    """Return the lines that one message asked for last, and when; nothing when the cart is empty."""
    rows = locked(parent).lines
    if not rows:
        return None, ()
    newest = max(rows, key=lambda row: (row.asked_at, row.id))
    return newest.asked_at, tuple(_wish(row) for row in rows if row.source_key == newest.source_key)


def tie(parent: Parent) -> bool:
    """Have the children of what is booked here wait all or none; False when the cart books nothing."""
    cart = locked(parent)
    booked = [row for row in cart.lines if row.do == Do.BOOK]
    for row in booked:
        row.tied = True
    if booked:
        _touch(parent, cart)
    return bool(booked)


def empty(parent: Parent) -> bool:
    """Take everything out; False when there was nothing."""
    cart = locked(parent)
    had_lines = bool(cart.lines)
    _take_out(parent, cart, list(cart.lines))
    if had_lines:
        _touch(parent, cart)
    return had_lines


def present(parent: Parent) -> list[Line]:
    """Return what the cart holds already, for the rules that look at the lines beside a new one."""
    return lines_in(locked(parent), parent.family, parent.turn.structure)


def alters(parent: Parent) -> bool:
    """Say whether the cart would cancel or change what is booked, rather than only book."""
    lines = present(parent)
    if any(line.do is not Do.BOOK for line in lines):
        return True
    turn = parent.turn
    return any(verdict.change for verdict in judge(turn.session, turn.structure, lines, turn.asked_at))


def lines_in(cart: Cart, family: Family, structure: Structure) -> list[Line]:
    """Turn rows into lines; what the règlement does not know any more is left out."""
    children = {child.id: child for child in family.children}
    return [
        Line(
            Do(row.do),
            children[row.child_id],
            structure.activity(row.activity),
            row.day,
            row.hour,
            Reason(row.reason) if row.reason else None,
            row.exception or "",
            row.tied,
        )
        for row in cart.lines
        if structure.knows(row.activity) and row.child_id in children
    ]


def _place(parent: Parent, cart: Cart, line: Line, source: Source) -> None:
    turn = parent.turn
    row = next((x for x in cart.lines if _slot(x) == (line.child.id, line.activity.code, line.day)), None)
    if row is None:
        row = CartLine(family_id=cart.family_id, child_id=line.child.id, activity=line.activity.code, day=line.day)
        cart.lines.append(row)
    row.do, row.hour, row.reason, row.exception = line.do, line.hour, line.reason, line.exception or None
    row.tied = line.tied
    row.source_key, row.source_ref = source.key, source.ref
    row.channel, row.asked_at = turn.incoming.channel.value, turn.asked_at


def _take_out(parent: Parent, cart: Cart, rows: Sequence[CartLine]) -> list[Item]:
    structure = parent.turn.structure
    items = [_item(row, structure) for row in rows]
    for row in rows:
        cart.lines.remove(row)
        parent.turn.session.delete(row)
    if rows:
        parent.turn.session.flush()
    return items


def _item(row: CartLine, structure: Structure) -> Item:
    name = structure.activity(row.activity).name if structure.knows(row.activity) else row.activity
    return Item(Do(row.do), row.child.first_name, name, "", row.day)


def _wish(row: CartLine) -> Wish:
    return Wish(Do(row.do), row.child.first_name, row.activity, row.day, row.hour)


def _touch(parent: Parent, cart: Cart) -> None:
    cart.version += 1
    cart.updated_at = parent.turn.now
    parent.turn.session.flush()


def _booked_in_cart(cart: Cart, line: Line) -> list[CartLine]:
    return [
        row
        for row in cart.lines
        if row.do == Do.BOOK
        and (row.child_id, row.day) == (line.child.id, line.day)
        and (row.activity == line.activity.code or not line.activity.sites)
    ]


def _slot(row: CartLine) -> tuple[int, str, object]:
    return row.child_id, row.activity, row.day
