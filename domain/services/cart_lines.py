"""Lines taken out of the cart by their numbers, as a mail can say it: buttons are for the chat."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from domain.language.following.line_numbers import Removal, lines_taken_out, may_be_days, places_on_days
from domain.language.leaning.answers import own_words, takes_away
from domain.letters import labels
from domain.letters.catalogue.answers import Answer
from domain.model.messages import Channel
from domain.model.wish import Choice
from domain.services import announce, cart, cart_view, commands, questions
from domain.services.questions import LINES, Open, Sentence
from domain.services.turn import Parent
from domain.store import queries
from domain.store.tables.requests import CartLine

#: The answer that means "neither line: the booking of that day".
_AS_SAID: Final = "said"
_AHEAD: Final = timedelta(days=60)


def on_text(parent: Parent, question: Open | None) -> str | None:
    """Take out the lines that a text numbers, or ask which are meant; None when it says something else.

    A question about what to take away is answered by such words, not overruled.
    """
    text = own_words(parent.turn.incoming.text, parent.family)
    if question is not None and takes_away(question.sentence.text):
        return None
    rows = cart_view.in_order(parent) if takes_away(text) else ()
    removal = lines_taken_out(text, len(rows)) if rows else None
    if removal is None:
        return None
    if _is_doubtful(parent, removal, rows):
        return _ask(parent, removal, rows)
    return _take_out(parent, [rows[place - 1].id for place in removal.places], question, validate=removal.validate)


def on_answer(parent: Parent, value: str) -> str | None:
    """Take out what was chosen; None when the words meant a booking, not a line."""
    if value == _AS_SAID:
        return None
    return _take_out(parent, [int(number) for number in value.split(",")], None)


def _is_doubtful(parent: Parent, removal: Removal, rows: Sequence[CartLine]) -> bool:
    turn = parent.turn
    today = turn.structure.day_of(turn.asked_at)
    booked = (
        [row.day for row in queries.coming(turn.session, parent.family.id, today, today + _AHEAD)]
        if removal.as_days
        else []
    )
    numbered = turn.incoming.channel is Channel.EMAIL
    return may_be_days(removal, [row.day for row in rows], booked, numbered=numbered)


def _ask(parent: Parent, removal: Removal, rows: Sequence[CartLine]) -> str:
    on_days = places_on_days(removal, [row.day for row in rows])
    choices = [
        Choice(labels.lines_numbered(removal.places, _named(parent, rows, removal.places)), _ids(rows, removal.places))
    ]
    what = _named(parent, rows, on_days) if on_days else labels.BOOKED
    choices.append(Choice(labels.days_numbered(removal.places, what), _ids(rows, on_days) if on_days else _AS_SAID))
    incoming = parent.turn.incoming
    sentence = Sentence(incoming.text, incoming.received_at, incoming.key, ref=parent.turn.ref, subject="")
    asked, buttons = questions.ask(parent, (LINES, tuple(choices), ""), sentence)
    announce.reply(parent, Answer(questions=(asked,), buttons=buttons))
    return "asked"


def _take_out(parent: Parent, ids: Collection[int], question: Open | None, *, validate: bool = False) -> str:
    """Take lines out and answer once: with what is left, and with the question that is still open."""
    removed = cart.remove_lines(parent, ids)
    if validate:
        questions.close_all(parent)
        return commands.validate(parent, removed=removed)
    letter = Answer(removed=removed)
    if question is not None:
        asked, buttons = questions.ask_again(parent, question)
        letter = replace(letter, questions=asked, buttons=buttons)
    view = cart_view.view(parent)
    buttons = (*letter.buttons, *view.buttons)
    announce.reply(parent, replace(letter, cart=view.shown, refused=view.dropped, buttons=buttons), edit=True)
    return "removed"


def _named(parent: Parent, rows: Sequence[CartLine], places: Iterable[int]) -> str:
    structure = parent.turn.structure
    return ", ".join(
        labels.line(row.child.first_name, row.day, structure.activity(row.activity).name)
        for row in (rows[place - 1] for place in places)
    )


def _ids(rows: Sequence[CartLine], places: Iterable[int]) -> str:
    return ",".join(str(rows[place - 1].id) for place in places)
