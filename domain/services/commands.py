"""What a family may ask besides lines: its cart, its days, its requests, limits, places, prices, a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from sqlalchemy import select

from domain.language.proof_words import speaks_of_proof
from domain.language.tongues.translate import is_french
from domain.letters import labels
from domain.letters.catalogue.answers import Answer
from domain.letters.catalogue.enquiries import ChildrenShown, Planning, RequestsShown
from domain.letters.catalogue.guidance import Greeted, HandedOver, Help, NothingTo, NotUnderstood
from domain.letters.catalogue.invoices import InvoiceShown, InvoicesShown
from domain.letters.catalogue.letter import Letter
from domain.letters.catalogue.requests import ConfirmCart
from domain.letters.catalogue.staff import StaffMessage
from domain.letters.files import FileRefused
from domain.letters.items import Item
from domain.model.attachments import ANOTHER
from domain.model.messages import Channel, Kind
from domain.model.wish import Command, Understanding
from domain.services import (
    absences,
    announce,
    cards,
    cart,
    cart_view,
    documents,
    information,
    papers,
    proofs,
    questions,
    staff_answers,
)
from domain.services.submission import submit
from domain.services.turn import Parent
from domain.store import queries, waiting
from domain.store.tables.invoices import Invoice

#: How far `/planning` looks ahead, and how many days it lists at most.
_AHEAD: Final = timedelta(days=60)
_MOST_DAYS: Final = 40

#: An absence told longer ago than this is not what "annuler" means.
_UNDO_WITHIN: Final = timedelta(hours=48)

#: Characters of a message, and of what was cut off it, on a card: Telegram's 4096 less our own words.
_MOST_SAID: Final = 2800
_MOST_QUOTED: Final = 900

_DAYS_PER_YEAR: Final = 365.25

Action = Callable[[Parent], str]


def of_slash(text: str) -> Action | None:
    """Return what a typed command ("/panier", "annuler" alone) does, or None when the text is no command."""
    word = text.strip().rstrip(".! ").lower().split("@")[0]
    return SLASH.get(word)


def run(parent: Parent, understood: Understanding) -> str:
    """Carry out an understood command and answer it; return the outcome's name for the log."""
    command = understood.command
    told = information.answer(parent, understood)
    if told is not None:
        announce.reply(parent, told, kind="info")
        return "told"
    action = _ACTIONS.get(command) if command else None
    return action(parent) if action is not None else not_understood(parent)


def show_cart(parent: Parent) -> str:
    """Show the cart as it stands."""
    view = cart_view.view(parent)
    if view.shown is None and not view.dropped:
        return _tell(parent, NothingTo(what="cart"))
    return _tell(parent, Answer(cart=view.shown, refused=view.dropped, buttons=view.buttons), kind="answer")


def validate(parent: Parent, *, removed: tuple[Item, ...] = ()) -> str:
    """Validate the cart, less what was just `removed`.

    An unproven mail may ask for bookings (staff decide), never take any away nor change any.
    """
    if not parent.proven and cart.alters(parent):
        view = cart_view.view(parent)
        if view.shown is not None:
            return _tell(parent, ConfirmCart(cart=view.shown), kind="confirm")
    letter = submit(parent)
    if letter is None:
        return _tell(parent, NothingTo(what="validate"))
    announce.reply(parent, replace(letter, removed=removed), kind="sent")
    return "submitted"


def empty_cart(parent: Parent) -> str:
    """Empty the cart."""
    questions.close_all(parent)
    return _tell(parent, NothingTo(what="emptied" if cart.empty(parent) else "empty"))


def show_planning(parent: Parent) -> str:
    """List the coming days of each child."""
    turn = parent.turn
    today = turn.structure.day_of(turn.asked_at)
    rows = queries.coming(turn.session, parent.family.id, today, today + _AHEAD)
    ranks = waiting.ranks(turn.session, turn.structure, rows[:_MOST_DAYS])
    items = [(row.child_id, cards.shown(turn.structure, row, ranks.get(row.id))) for row in rows[:_MOST_DAYS]]
    children = tuple(
        (child.first_name, tuple(item for owner, item in items if owner == child.id))
        for child in parent.family.children
    )
    return _tell(parent, Planning(children=children, more=max(len(rows) - _MOST_DAYS, 0), queued=bool(ranks)))


def show_requests(parent: Parent) -> str:
    """List what still waits for the office, and what waits for a place."""
    turn = parent.turn
    requests = tuple(
        (
            row.id,
            turn.structure.local(row.promised_by),
            tuple(cards.item_of_line(turn, line) for line in row.lines if line.outcome is None),
        )
        for row in queries.open_requests(turn.session, parent.family.id)
    )
    rows = waiting.of_family(turn.session, parent.family.id)
    ranks = waiting.ranks(turn.session, turn.structure, rows)
    queued = tuple(cards.shown(turn.structure, row, ranks.get(row.id)) for row in rows)
    return _tell(parent, RequestsShown(requests=requests, queued=queued))


def show_children(parent: Parent) -> str:
    """List the family's children with age and site."""
    structure = parent.turn.structure
    today = structure.day_of(parent.turn.asked_at)
    ages = {
        child.id: int((today - child.birth_date).days / _DAYS_PER_YEAR) if child.birth_date else None
        for child in parent.family.children
    }
    rows = tuple((c.first_name, ages[c.id], structure.site(c.site).name) for c in parent.family.children)
    return _tell(parent, ChildrenShown(children=rows))


def show_invoices(parent: Parent) -> str:
    """List the family's last twelve invoices."""
    rows = parent.turn.session.scalars(
        select(Invoice)
        .where(Invoice.family_id == parent.family.id, Invoice.status == "issued")
        .order_by(Invoice.month.desc())
        .limit(12)
    )
    shown = tuple(
        InvoiceShown(row.number, row.month, row.total_cents, row.paid_cents, row.due_on)
        for row in rows
        if row.number and row.due_on
    )
    return _tell(parent, InvoicesShown(invoices=shown))


def undo(parent: Parent) -> str:
    """Take back the last thing that can be: a recent absence, else show what could be cancelled."""
    turn = parent.turn
    notice = queries.latest_absence(turn.session, parent.family.id)
    if notice is not None and notice.received_at > turn.asked_at - _UNDO_WITHIN and parent.proven:
        undone = absences.undo(parent, notice.id)
        if undone is not None:
            return _tell(parent, undone)
    if cart.present(parent):
        return show_cart(parent)
    if queries.open_requests(turn.session, parent.family.id):
        return show_requests(parent)
    return _tell(parent, NothingTo(what="undo"))


def show_help(parent: Parent) -> str:
    """Say what one may write."""
    return _tell(parent, Help(example_child=labels.example_child(parent.family)))


def greet(parent: Parent) -> str:
    """Answer "bonjour" and "merci" in a word."""
    return _tell(parent, Greeted(example_child=labels.example_child(parent.family)))


def hand_over(parent: Parent) -> str:
    """Pass the message on to the office, and say so: by mail once a day in each thread, however long it grows."""
    pass_on(parent)
    letter = HandedOver(foreign=not is_french(parent.turn.incoming.text), files=files_to_send_again(parent))
    announce.reply(parent, letter, kind="info", once="" if letter.files else _thread_of_today(parent))
    return "told"


def _thread_of_today(parent: Parent) -> str:
    """Name the thread of this mail and the day; "" for a chat, where every message is answered."""
    turn = parent.turn
    incoming = turn.incoming
    thread = incoming.reply_to[-1] if incoming.reply_to else incoming.message
    if incoming.channel is not Channel.EMAIL or not thread:
        return ""
    return f"handed-over:{parent.guardian.id}:{turn.structure.day_of(turn.now)}:{thread}"


def pass_on(parent: Parent) -> None:
    """Show the message to the office in the family's own words; the family is told nothing."""
    turn = parent.turn
    incoming = turn.incoming
    guardian = parent.guardian
    letter = StaffMessage(
        family=parent.family.key,
        guardian=f"{guardian.first_name} {guardian.last_name}",
        channel=incoming.channel.value,
        text=_quoted(incoming.subject, incoming.text),
        elided=_cut(incoming.elided.strip(), _MOST_QUOTED),
        attachments=tuple(file.name for file in incoming.attachments),
    )
    announce.tell_staff(turn, letter, key=f"human:{incoming.key}", kind="human")
    documents.take(parent, ANOTHER, (), documents.usable(incoming.attachments, turn.structure))
    staff_answers.remember(parent)


def files_to_send_again(parent: Parent) -> tuple[FileRefused, ...]:
    """Return which of the enclosed files cannot be used, and why."""
    incoming, structure = parent.turn.incoming, parent.turn.structure
    if not incoming.attachments:
        return ()
    names = [file.name for file in incoming.attachments]
    is_proof = speaks_of_proof(f"{incoming.subject}\n{incoming.text}", names, structure.absence.accepted)
    return proofs.unusable(incoming.attachments, structure, is_proof=is_proof)


def not_understood(parent: Parent) -> str:
    """Say what to write instead; what carries a file or came by mail goes to a person."""
    incoming = parent.turn.incoming
    if incoming.attachments or incoming.channel is Channel.EMAIL:
        return hand_over(parent)
    example = labels.example_child(parent.family)
    return _tell(parent, NotUnderstood(example_child=example, unreadable=incoming.kind is Kind.OTHER))


def _tell(parent: Parent, letter: Letter, *, kind: str = "info") -> str:
    announce.reply(parent, letter, kind=kind)
    return "told"


def _quoted(subject: str, text: str) -> str:
    """Keep what fits a chat message beside the rest of the card."""
    whole = f"{subject}\n{text}" if subject else text
    return _cut(whole, _MOST_SAID)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most].rstrip() + "…"


_ACTIONS: Final[Mapping[Command, Action]] = MappingProxyType(
    {
        Command.CART_SHOW: show_cart,
        Command.CART_VALIDATE: validate,
        Command.CART_EMPTY: empty_cart,
        Command.CALENDAR_SHOW: show_planning,
        Command.REQUESTS_SHOW: show_requests,
        Command.INVOICES_SHOW: show_invoices,
        Command.HELP: show_help,
        Command.GREET: greet,
        Command.HUMAN: hand_over,
    }
)

SLASH: Final[Mapping[str, Action]] = MappingProxyType(
    {
        "/aide": show_help,
        "/help": show_help,
        "/panier": show_cart,
        "/planning": show_planning,
        "/enfants": show_children,
        "/factures": show_invoices,
        "/documents": papers.show_list,
        "/demandes": show_requests,
        "/annuler": undo,
        "annuler": undo,
        "annule": undo,
    }
)
