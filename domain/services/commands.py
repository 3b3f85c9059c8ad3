"""What a family may ask besides lines: its cart, its days, its requests, limits, places, prices, a person."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial
from types import MappingProxyType
from typing import Final

from domain.language.office.proof_words import speaks_of_proof
from domain.language.tongues.translate import is_french
from domain.letters import labels
from domain.letters.catalogue.answers import Answer
from domain.letters.catalogue.guidance import Greeted, HandedOver, NothingTo, NotUnderstood
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
    cart,
    cart_view,
    documents,
    information,
    papers,
    proofs,
    questions,
    shown,
    staff_answers,
)
from domain.services.submission import submit
from domain.services.turn import Parent
from domain.store import queries

#: An absence told longer ago than this is not what "annuler" means.
_UNDO_WITHIN: Final = timedelta(hours=48)

#: Characters of a message, and of what was cut off it, on a card: Telegram's 4096 less our own words.
_MOST_SAID: Final = 2800
_MOST_QUOTED: Final = 900

#: No letter, or a command that does not exist.
_SAYS_NOTHING: Final = re.compile(r"[^\w]+|\d{1,2}\W*|/[\w@]+")

Action = Callable[[Parent], str]
Show = Callable[[Parent], Letter]


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


def begin(parent: Parent, command: Command) -> Letter | None:
    """Do what a sentence commands beside what it wishes, before the wishes; return what to tell of it above them."""
    if command is Command.HUMAN:
        pass_on(parent)
    elif command is Command.CART_EMPTY:
        return NothingTo(what="emptied" if cart.empty(parent) else "empty")
    elif command is Command.CART_VALIDATE and (parent.proven or not cart.alters(parent)):
        return submit(parent)
    return None


def beside(parent: Parent, understood: Understanding) -> Letter | None:
    """Return what a sentence asks to be told beside what it wishes; None when it asks nothing, or only for the cart."""
    told = information.answer(parent, understood)
    if told is not None or understood.command is None:
        return told
    letter = _SHOWN.get(understood.command)
    return letter(parent) if letter is not None else None


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


def undo(parent: Parent) -> str:
    """Take back the last thing that can be: a recent absence, else show what could be cancelled."""
    turn = parent.turn
    notice = queries.latest_absence(turn.session, parent.family.id)
    if notice is not None and notice.received_at > turn.asked_at - _UNDO_WITHIN and parent.proven:
        undone = absences.undo(parent, notice.id)
        if undone is not None:
            return _tell(parent, undone)
    return show_what_waits(parent)


def show_what_waits(parent: Parent) -> str:
    """Show what could be cancelled: the cart, else what waits for the office."""
    if cart.present(parent):
        return show_cart(parent)
    if queries.open_requests(parent.turn.session, parent.family.id):
        return ask_which_request(parent)
    return _tell(parent, NothingTo(what="undo"))


def ask_which_request(parent: Parent) -> str:
    """List what still waits for the office, and ask which of it is to be taken back."""
    return _tell(parent, replace(shown.requests(parent), undo=True))


def show_help(parent: Parent) -> str:
    """Say what one may write."""
    return _tell(parent, shown.how_to(parent))


def show_requests(parent: Parent) -> str:
    """List what still waits for the office, and what waits for a place."""
    return _tell(parent, shown.requests(parent))


def to_a_person(parent: Parent) -> str:
    """Pass on what asks for a person; what says nothing, or is no command of ours, is explained at once."""
    says_nothing = _SAYS_NOTHING.fullmatch(parent.turn.incoming.text.strip()) is not None
    return not_understood(parent) if says_nothing else hand_over(parent)


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


def _show(letter: Show, parent: Parent) -> str:
    return _tell(parent, letter(parent))


def _tell(parent: Parent, letter: Letter, *, kind: str = "info") -> str:
    announce.reply(parent, letter, kind=kind)
    return "told"


def _quoted(subject: str, text: str) -> str:
    """Keep what fits a chat message beside the rest of the card."""
    whole = f"{subject}\n{text}" if subject else text
    return _cut(whole, _MOST_SAID)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most].rstrip() + "…"


#: What is only told, and may stand in another answer.
_SHOWN: Final[Mapping[Command, Show]] = MappingProxyType(
    {
        Command.CALENDAR_SHOW: shown.planning,
        Command.REQUESTS_SHOW: shown.requests,
        Command.INVOICES_SHOW: shown.invoices,
        Command.HELP: shown.how_to,
    }
)

_ACTIONS: Final[Mapping[Command, Action]] = MappingProxyType(
    {
        Command.CART_SHOW: show_cart,
        Command.CART_VALIDATE: validate,
        Command.CART_EMPTY: empty_cart,
        **{command: partial(_show, letter) for command, letter in _SHOWN.items()},
        Command.GREET: greet,
        Command.HUMAN: to_a_person,
    }
)

SLASH: Final[Mapping[str, Action]] = MappingProxyType(
    {
        "/aide": show_help,
        "/help": show_help,
        "/panier": show_cart,
        "/planning": partial(_show, shown.planning),
        "/enfants": partial(_show, shown.children),
        "/factures": partial(_show, shown.invoices),
        "/documents": papers.show_list,
        "/demandes": show_requests,
        "/annuler": undo,
        "annuler": undo,
        "annule": undo,
    }
)
