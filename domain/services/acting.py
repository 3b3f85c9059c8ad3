"""What a sentence asks for is done: a sickness recorded, lines put into the cart, what is open asked; one answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from domain.language.activities.changed_hours import asks_for_hour
from domain.language.message.unbounded import has_no_end
from domain.letters.catalogue.absences import ConfirmAbsence
from domain.letters.catalogue.answers import Answer, Asked
from domain.letters.catalogue.letter import Buttons, Letter
from domain.letters.items import DayWithout, PriceChange, item_of
from domain.model.following import Said
from domain.model.messages import Channel
from domain.model.state import CHANGEABLE
from domain.model.verdict import Code, Verdict
from domain.model.wish import Ask, Command, Understanding, Wish
from domain.rules.opening import why_without
from domain.services import absences, announce, asking, cart, cart_view, commands, memory, pending, questions, repricing
from domain.services.bookings import Cause
from domain.services.cart import Source
from domain.services.consider import Seen, Why, hour_choices, judge_wishes
from domain.services.enclosures import NOTHING_ENCLOSED, Enclosed
from domain.services.following import Effects
from domain.services.offered import offer
from domain.services.other_hours import Told, sort_out
from domain.services.questions import Sentence
from domain.services.turn import Parent

#: What a sentence may have led to; an edit of one that led to these is explained, never acted on again.
CART, ABSENCE = "cart", "absence"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a turn led to, for the log and for later edits of the message `ref`."""

    name: str
    ref: str = ""


@dataclass(frozen=True, slots=True)
class _Acted:
    """The parts of an answer, as they come about."""

    absences: tuple[absences.Recorded, ...] = ()
    put: cart.Put | None = None
    asked: tuple[Asked, ...] = ()
    ask_buttons: Buttons = ()
    effects: Effects = field(default_factory=Effects)
    enclosed: Enclosed = NOTHING_ENCLOSED
    changes: tuple[PriceChange, ...] = ()
    told: Told | None = None  # of another hour


def act_on_wishes(
    parent: Parent,
    sentence: Sentence,
    understood: Understanding,
    effects: Effects | None = None,
    enclosed: Enclosed = NOTHING_ENCLOSED,
) -> Outcome:
    """Do what is wished and ask what was left open, in one answer; `effects` and `enclosed` are told with it."""
    sick = [wish for wish in understood.wishes if absences.is_sick(wish, understood.reason)]
    others = [wish for wish in understood.wishes if wish not in sick]
    acted = _Acted(effects=effects or Effects(), enclosed=enclosed)
    if sick and not parent.proven:
        _ask_if_it_was_you(parent, sentence, sick, commands.beside(parent, understood))
        if not others and not understood.questions:
            return Outcome("unproven")
    elif sick:
        acted = replace(acted, absences=absences.record(_as_of(parent, sentence), sick))
    seen = Seen()
    acted = _fill_cart(parent, sentence, understood, others, acted, seen)
    cause = Cause(parent.actor, parent.turn.incoming.key, parent.turn.now)
    changes = repricing.settle(parent.turn.session, parent.turn.structure, cause).get(parent.family.id, ())
    acted = replace(acted, changes=changes)
    announce.reply(parent, _answer(parent, understood, acted, Seen() if changes else seen), edit=True)
    remember(parent, sentence, acted.effects, understood)
    if acted.effects.removed or (acted.put is not None and acted.put.changed):
        return Outcome(CART, sentence.ref)
    return Outcome(ABSENCE if acted.absences else "asked" if acted.asked else "told", sentence.ref)


def _fill_cart(  # noqa: PLR0913 - the parts of one answer
    parent: Parent, sentence: Sentence, understood: Understanding, wishes: Sequence[Wish], acted: _Acted, seen: Seen
) -> _Acted:
    turn = parent.turn
    cart.forget_source(parent, key=sentence.source_key)
    timed = [replace(wish, hour=wish.hour or sentence.hour) for wish in wishes]
    judged = judge_wishes(
        turn.session,
        turn.structure,
        parent.family,
        timed,
        Why.of(understood, "\n".join((sentence.text, *(sentence.said.words if sentence.said else ())))),
        turn.asked_at,
        together=cart.present(parent),
        seen=seen,
    )
    told = sort_out(understood, [verdict for one in judged for verdict in one.verdicts])
    verdicts = told.verdicts
    without_hour = [v for v in verdicts if hour_choices(v.line) and (v.accepted or _asks_other_hour(sentence, v))]
    if wishes:
        ready = [v for v in verdicts if v not in without_hour]
        acted = replace(acted, put=cart.put(parent, ready, Source(sentence.source_key, sentence.ref)), told=told)
    return _ask_on(parent, sentence, understood, without_hour, acted)


def _asks_other_hour(sentence: Sentence, verdict: Verdict) -> bool:
    """Say whether "changer l'heure de Luka mardi" is about a booking whose hour may be changed."""
    changeable = verdict.code is Code.DUPLICATE and verdict.remark.state in CHANGEABLE
    return changeable and asks_for_hour(sentence.text)


def _ask_on(
    parent: Parent, sentence: Sentence, understood: Understanding, without_hour: Sequence[Verdict], acted: _Acted
) -> _Acted:
    """Ask what this sentence left open; where it left nothing, what another one did."""
    older = pending.left(parent, sentence, understood)
    beside = older.id if older else 0
    whats, refused = _open_points(parent, sentence, understood, without_hour, acted)
    if refused:
        put = acted.put or cart.NOTHING_PUT
        acted = replace(acted, put=replace(put, refused=put.refused + tuple(map(item_of, refused))))
    if whats:
        asked, buttons = questions.ask_all(parent, whats, sentence, beside=beside)
        return replace(acted, asked=asked, ask_buttons=buttons)
    questions.close_all(parent, beside=beside)
    if older is None:
        return acted
    again, buttons = pending.put_again(parent, older)
    return replace(acted, asked=(again,), ask_buttons=buttons)


def _open_points(
    parent: Parent, sentence: Sentence, understood: Understanding, without_hour: Sequence[Verdict], acted: _Acted
) -> tuple[Sequence[questions.What], Sequence[Verdict]]:
    """Return one thing at a time: what the words left open first, then an hour that sets a price.

    A mail asks all that the words left open: each question more is a day of waiting. Where every answer would be
    refused there is nothing to ask: the refusals are returned instead.
    """
    asked, replacing = understood.questions, acted.effects.replacing
    if asked and has_no_end(sentence.text) and asked[0].ask is Ask.DATE:
        return (asking.of_end(),), ()
    if parent.turn.incoming.channel is not Channel.EMAIL or replacing or has_no_end(sentence.text):
        asked = asked[:1]
    if not asked:
        return [asking.of_hour(parent, verdict.line) for verdict in without_hour[:1]], ()
    if replacing:
        return [asking.of_language(question, replacing=True) for question in asked], ()
    offers = [(question, offer(parent, sentence, question)) for question in asked]
    if len(offers) == 1 and offers[0][1].question is None:
        return (), offers[0][1].refused
    return [asking.of_language(offered.question or question) for question, offered in offers], ()


def _answer(parent: Parent, understood: Understanding, acted: _Acted, seen: Seen) -> Answer:
    put, effects = acted.put, acted.effects
    closed = _without_care(parent, (*effects.closed, *understood.idle))
    touched = put is not None or acted.asked or effects.removed or closed
    view = cart_view.view(parent, seen) if touched else cart_view.View(None, (), ())
    above = effects.above or commands.beside(parent, understood)
    undo = tuple((recorded.undo,) for recorded in acted.absences if recorded.undo is not None)
    return Answer(
        absences=tuple(recorded.noted for recorded in acted.absences),
        refused=(put.refused if put else ()) + view.dropped,
        removed=effects.removed + (put.removed if put else ()),
        withdrawn=effects.withdrawn,
        closed=closed,
        unbooked=acted.told.unbooked if acted.told else (),
        offered=acted.told.offered if acted.told else (),
        proofs=acted.enclosed.proofs,
        papers=acted.enclosed.papers,
        changes=acted.changes,
        documents=put.documents if put else (),
        cart=view.shown,
        questions=acted.asked,
        human=understood.command is Command.HUMAN,
        files=commands.files_to_send_again(parent),
        buttons=(*acted.ask_buttons, *undo, *view.buttons, *(above.buttons if above else ())),
        above=above,
    )


def _without_care(parent: Parent, days: Sequence[date]) -> tuple[DayWithout, ...]:
    structure, today = parent.turn.structure, parent.turn.structure.day_of(parent.turn.asked_at)
    return tuple(DayWithout(day, why_without(day, today, structure)) for day in sorted(set(days)))


def _ask_if_it_was_you(parent: Parent, sentence: Sentence, sick: Sequence[Wish], above: Letter | None) -> None:
    """Have the address on file confirm a sickness mail whose sender is not proven: nothing is recorded before."""
    questions.ask(parent, (questions.CONFIRM, (), ""), sentence)
    letter = ConfirmAbsence(
        children=tuple(dict.fromkeys(wish.child for wish in sick)),
        days=tuple(sorted({wish.day for wish in sick})),
        above=above,
    )
    announce.reply(parent, letter, kind="confirm")


def remember(parent: Parent, sentence: Sentence, effects: Effects, understood: Understanding | None = None) -> None:
    """Keep what was asked, for the next follow-up; a request that is not certain yet leaves nothing to lean on."""
    if effects.then is not None:
        memory.remember(parent, sentence, effects.then, effects.change)
    elif understood is not None and not sentence.leans:
        memory.remember(parent, sentence, Said(understood.wishes, (sentence.text,), understood.reason))


def _as_of(parent: Parent, sentence: Sentence) -> Parent:
    """Judge a sickness by when and with which proof it was told, not by when our question was answered."""
    turn = parent.turn
    told = replace(turn.incoming, received_at=sentence.received_at, attachments=sentence.attachments)
    return replace(parent, turn=replace(turn, incoming=told))
