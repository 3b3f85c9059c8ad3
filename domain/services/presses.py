"""Buttons: every press is judged here, against the database; its data only names what it is about.

A press may come twice, late, from an old message, or from anybody who sees it (Bot API, CallbackQuery.data: clients
can send arbitrary data). So who presses, whose cart or request it is, and whether it is still open are looked up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from domain.letters import labels
from domain.letters.catalogue.answers import Answer
from domain.letters.catalogue.guidance import NothingTo
from domain.letters.catalogue.requests import RequestSent
from domain.services import absences, announce, cart, cart_view, commands, conversation, offers, questions, usual
from domain.services.acting import CART, Outcome
from domain.services.submission import submit
from domain.services.turn import Parent

Press = Callable[[Parent, list[str]], Outcome]


def on_press(parent: Parent) -> Outcome:
    """Handle a guardian's press; one that is forged, foreign or stale changes nothing and is answered kindly."""
    verb, *args = parent.turn.incoming.data.split(":")
    handler = _PRESSES.get(verb)
    if handler is None:
        announce.toast(parent.turn, labels.NOT_YOURS, alert=True)
        return Outcome("forged")
    try:
        return handler(parent, args)
    except (ValueError, IndexError):  # the data are not ours: "cv:abc", "q:1"
        announce.toast(parent.turn, labels.STALE_BUTTON, alert=True)
        return Outcome("forged")


def _validate(parent: Parent, args: list[str]) -> Outcome:
    if not _is_current(parent, args):
        return _stale_cart(parent)
    letter = submit(parent)
    if letter is None:
        return _stale_cart(parent)
    announce.toast(parent.turn, _what_became(letter))
    announce.reply(parent, letter, kind="sent", edit=True)
    return Outcome("submitted")


def _what_became(letter: RequestSent) -> str:
    """Say under the button what became of the cart: what is done at once was not only sent."""
    reached = {
        labels.SENT: letter.waiting,
        labels.QUEUED: letter.queued,
        labels.BOOKED_NOW: letter.confirmed,
        labels.HOUR_CHANGED: letter.changed,
        labels.CANCELLED: letter.cancelled,
        labels.WITHDRAWN: letter.withdrawn,
    }
    words = [word for word, items in reached.items() if items]
    if len(words) > 1:
        return labels.SENT if letter.waiting else labels.NOTED
    return words[0] if words else labels.NOTHING_SENT


def _empty(parent: Parent, args: list[str]) -> Outcome:
    if not _is_current(parent, args):
        return _stale_cart(parent)
    cart.empty(parent)
    questions.close_all(parent)
    announce.toast(parent.turn, labels.EMPTIED)
    announce.reply(parent, NothingTo(what="emptied"), edit=True)
    return Outcome("emptied")


def _remove(parent: Parent, args: list[str]) -> Outcome:
    (line,) = args
    if not cart.remove_lines(parent, [int(line)]):
        return _stale_cart(parent)
    announce.toast(parent.turn, labels.REMOVED)
    _show_cart(parent)
    return Outcome("removed")


def _answer(parent: Parent, args: list[str]) -> Outcome:
    number, choice = map(int, args)
    question = questions.take(parent, number)
    if question is None or not 0 <= choice < len(question.choices):
        announce.toast(parent.turn, labels.STALE_BUTTON)
        return Outcome("stale")
    announce.toast(parent.turn, question.choices[choice].label)
    return conversation.on_answer(parent, question, question.choices[choice].value)


def _undo_absence(parent: Parent, args: list[str]) -> Outcome:
    (notice,) = args
    undone = absences.undo(parent, int(notice))
    if undone is None:
        announce.toast(parent.turn, labels.STALE_BUTTON)
        return Outcome("stale")
    announce.toast(parent.turn, labels.NOTED)
    announce.reply(parent, undone, edit=True)
    return Outcome("undone")


def _book_usual(parent: Parent, args: list[str]) -> Outcome:
    child, activity, day = args
    sentence_known = usual.put_in_cart(parent, int(child), activity, day)
    announce.toast(parent.turn, labels.NOTED if sentence_known else labels.STALE_BUTTON)
    return Outcome(CART if sentence_known else "stale")


def _take_place(parent: Parent, args: list[str]) -> Outcome:
    return _answer_offer(parent, args, takes=True)


def _leave_place(parent: Parent, args: list[str]) -> Outcome:
    return _answer_offer(parent, args, takes=False)


def _answer_offer(parent: Parent, args: list[str], *, takes: bool) -> Outcome:
    (booking,) = args
    letter = offers.answer(parent, int(booking), takes=takes)
    if letter is None:
        announce.toast(parent.turn, labels.NOT_YOURS, alert=True)
        return Outcome("forged")
    done = letter.outcome in ("requested", "confirmed", "left") or (takes and letter.outcome == "already")
    announce.toast(parent.turn, labels.NOTED if done else labels.OFFER_OVER, alert=not done)
    announce.reply(parent, letter, edit=True)
    return Outcome(f"offer {letter.outcome}")


def _leave_list(parent: Parent, args: list[str]) -> Outcome:
    (booking,) = args
    letter = offers.leave(parent, [int(booking)])
    if not letter.items:
        announce.toast(parent.turn, labels.NOT_WAITING, alert=True)
        return Outcome("stale")
    announce.toast(parent.turn, labels.NOTED)
    announce.reply(parent, letter)
    return Outcome("left the list")


def _no_thanks(parent: Parent, _args: list[str]) -> Outcome:
    announce.toast(parent.turn, labels.NOTED)
    announce.reply(parent, NothingTo(what="question"), edit=True)
    return Outcome("told")


def _is_current(parent: Parent, args: list[str]) -> bool:
    family, version = map(int, args)
    the_cart = cart.locked(parent)
    return family == parent.family.id and version == the_cart.version and bool(the_cart.lines)


def _stale_cart(parent: Parent) -> Outcome:
    """Do nothing for a press on an old message, and show the cart as it is now."""
    has_lines = bool(cart.locked(parent).lines)
    announce.toast(parent.turn, labels.STALE_CART if has_lines else labels.EMPTY_CART, alert=True)
    if has_lines:
        commands.show_cart(parent)
    return Outcome("stale")


def _show_cart(parent: Parent) -> None:
    view = cart_view.view(parent)
    letter = (
        Answer(cart=view.shown, refused=view.dropped, buttons=view.buttons)
        if view.shown is not None or view.dropped
        else NothingTo(what="emptied")
    )
    announce.reply(parent, letter, edit=True)


_PRESSES: Final[Mapping[str, Press]] = MappingProxyType(
    {
        "cv": _validate,
        "ce": _empty,
        "cr": _remove,
        "q": _answer,
        "au": _undo_absence,
        "ub": _book_usual,
        "no": _no_thanks,
        "wa": _take_place,
        "wd": _leave_place,
        "wl": _leave_list,
    }
)

#: The buttons that families press; the others belong to the office.
VERBS: Final = frozenset(_PRESSES)
