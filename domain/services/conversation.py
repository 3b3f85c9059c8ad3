"""A guardian's sentence: understood, judged, put into the cart or recorded, and answered in one message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from domain.language.answers import drops, own_words
from domain.language.changed_hours import asks_for_hour
from domain.language.late_reasons import late_reason_in
from domain.language.queueing import is_all_or_none
from domain.language.unbounded import has_no_end
from domain.language.understand import understand
from domain.letters.catalogue import Answer, Asked, Buttons, ConfirmAbsence
from domain.letters.items import PriceChange
from domain.model.following import Said
from domain.model.messages import Channel
from domain.model.state import CHANGEABLE
from domain.model.verdict import Code, Verdict
from domain.model.wish import Ask, Command, Understanding, Wish
from domain.services import (
    absences,
    announce,
    cart,
    cart_lines,
    certificates,
    commands,
    enclosures,
    following,
    memory,
    offers,
    papers,
    questions,
    repricing,
    several_answers,
    withdrawal,
)
from domain.services.bookings import Cause
from domain.services.cart import Source
from domain.services.consider import Seen, Why, hour_choices, judge_wishes
from domain.services.enclosures import NOTHING_ENCLOSED, Enclosed
from domain.services.following import Effects, Meant
from domain.services.questions import Sentence
from domain.services.turn import Parent
from domain.store import inbox

#: What a message may have led to; an edit of one that led to these is explained, never acted on again.
CART, ABSENCE, EXPLAINED, WITHDRAWN = "cart", "absence", "explained", "withdrawn"
_FINAL = frozenset({CART, ABSENCE, enclosures.PROOF, enclosures.PAPER, EXPLAINED, WITHDRAWN})


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


def on_text(parent: Parent) -> Outcome:
    """Handle a new sentence: a command, an answer to what we asked, or a wish."""
    incoming = parent.turn.incoming
    question = questions.latest(parent)
    told = offers.on_text(parent, asked=question is not None) or cart_lines.on_text(parent, question)
    if told is not None:
        return Outcome(told)
    if question is not None and not incoming.text.startswith("/"):
        outcome = _on_reply(parent, question)
        if outcome is not None:
            return outcome
    command = commands.of_slash(incoming.text)
    if command is not None:
        return Outcome(command(parent))
    if question is None and _is_about_cart(parent):
        return Outcome(commands.show_cart(parent))
    sentence = Sentence(
        incoming.text,
        incoming.received_at,
        incoming.key,
        ref=parent.turn.ref,
        subject=incoming.subject,
        attachments=incoming.attachments,
    )
    return act(parent, sentence, question)


def _is_about_cart(parent: Parent) -> bool:
    """Say whether the words only ask for the cart as it is, or tie its children together ("les deux ou aucun")."""
    said = own_words(parent.turn.incoming.text, parent.family)
    return bool((drops(said) and cart.present(parent)) or (is_all_or_none(said) and cart.tie(parent)))


def _on_reply(parent: Parent, question: questions.Open) -> Outcome | None:
    """Take a text as the reply to our question, by a number, a word or "non"; None when it is something else."""
    text = parent.turn.incoming.text
    if question.more and (sentence := several_answers.typed(parent, question, text)) is not None:
        questions.close_all(parent)
        return replace(act(parent, sentence), ref=sentence.ref)
    if several_answers.is_unclear(parent, question, text) or questions.is_off_list(parent, question, text):
        asked, buttons = questions.ask_again(parent, question)
        return _tell_cart(parent, Answer(questions=asked, buttons=buttons), "asked")
    value = questions.typed_answer(parent, question, text)
    if value is not None:
        return on_answer(parent, question, value)
    if drops(own_words(text, parent.family)):
        questions.close_all(parent)
        return _tell_cart(parent, Answer(dropped=True), "dropped")
    return None


def _tell_cart(parent: Parent, letter: Answer, name: str) -> Outcome:
    """Send an answer with the cart as it stands below it."""
    view = cart.view(parent)
    buttons = (*letter.buttons, *view.buttons)
    announce.reply(parent, replace(letter, cart=view.shown, refused=view.dropped, buttons=buttons))
    return Outcome(name)


def on_edit(parent: Parent) -> Outcome:
    """Handle a corrected message: it replaces its own lines while they are in the cart, later it only explains."""
    ref = parent.turn.ref
    earlier = inbox.outcome_of(parent.turn.session, ref)
    unwound = memory.unwind(parent, ref)
    stale = not unwound and following.is_leaning(parent, parent.turn.incoming.text)  # it leaned on what is over now
    replaced = not (stale and earlier in _FINAL) and cart.forget_source(parent, ref=ref)
    if earlier in _FINAL and not (replaced or unwound):
        return replace(_tell_cart(parent, Answer(edited_too_late=True), EXPLAINED), ref=ref)
    outcome = on_text(parent)
    return replace(outcome, ref=ref)


def on_answer(parent: Parent, question: questions.Open, value: str) -> Outcome:
    """Understand the original sentence again, with one more answer."""
    questions.close_all(parent)
    if question.ask in (questions.PROOF, questions.PAPER):
        return Outcome(enclosures.answer_whose(parent, question, value), question.sentence.ref)
    if question.ask == questions.LINES:
        done = cart_lines.on_answer(parent, value)
        return Outcome(done) if done is not None else act(parent, question.sentence)
    outcome = act(parent, questions.answered(question, value))
    return replace(outcome, ref=question.sentence.ref)


def act(parent: Parent, sentence: Sentence, question: questions.Open | None = None) -> Outcome:
    """Do what a sentence says, and answer it; `question` is one that it did not answer."""
    turn = parent.turn
    meant = following.meant(parent, sentence) if not sentence.attachments else None
    if meant is not None:
        return _follow(parent, sentence, meant)
    understood = understand(
        sentence.text,
        family=parent.family,
        structure=turn.structure,
        now=sentence.received_at,
        subject=sentence.subject,
        hints=sentence.hints,
    )
    if sentence.attachments and (outcome := _take_enclosed(parent, sentence, understood)) is not None:
        return outcome
    if understood.command is Command.CART_VALIDATE and question is not None and question.ask == questions.CONFIRM:
        return _confirmed(parent, question)
    if understood.command is not None:
        name = commands.run(parent, understood)
        if not (understood.wishes or understood.questions):
            return Outcome(name)
    if not (understood.wishes or understood.questions):
        return Outcome(commands.not_understood(parent))
    return _act_on_wishes(parent, sentence, understood)


def _take_enclosed(parent: Parent, sentence: Sentence, understood: Understanding) -> Outcome | None:
    """Answer a message that hands in a document or a proof, and do what else it says; None when it does not."""
    paper = papers.given(parent, sentence, understood)
    if paper is not None and paper.alone:
        return Outcome(enclosures.answer_paper(parent, sentence, paper), sentence.ref)
    if paper is not None:
        rest, enclosed = replace(paper.understood, command=None), Enclosed(papers=paper.noted)
        return _act_on_wishes(parent, sentence, rest, enclosed=enclosed)
    given = certificates.given(parent, sentence, understood)
    if given is None:
        return None
    if given.alone:
        return Outcome(enclosures.answer(parent, sentence, given), sentence.ref)
    rest = replace(given.understood, command=None)
    return _act_on_wishes(parent, sentence, rest, enclosed=Enclosed(proofs=given.noted))


def _follow(parent: Parent, sentence: Sentence, meant: Meant) -> Outcome:
    """Do what a follow-up means, or say what it lacks."""
    plan = meant.follow_up
    if plan.whole:
        return _take_back_last(parent, sentence)
    if plan.missing:
        announce.reply(parent, following.lost(parent, meant, sentence.received_at), edit=True)
        return Outcome("told", sentence.ref)
    wishes, effects = following.carry_out(parent, meant)
    if plan.validate:
        questions.close_all(parent)
        commands.validate(parent, removed=effects.removed)
        _remember(parent, sentence, replace(effects, change=None))
        return Outcome(CART, sentence.ref)
    words = "\n".join((sentence.text, *(meant.said.words if meant.said else ())))
    exception = late_reason_in(words, parent.turn.structure)
    understood = Understanding(wishes=wishes, questions=plan.questions, reason=plan.reason, exception=exception)
    return _act_on_wishes(parent, replace(sentence, leans=True, said=meant.said), understood, effects)


def _take_back_last(parent: Parent, sentence: Sentence) -> Outcome:
    """Take back the last request; an absence told after it is what is meant, where there is one."""
    questions.close_all(parent)
    if withdrawal.told_since(parent) is not None:
        return Outcome(commands.undo(parent))
    if withdrawal.may_be_another(parent, sentence.text):
        return Outcome(commands.show_requests(parent))
    done = withdrawal.take_back_last(parent)
    if done.nothing:
        return Outcome(commands.undo(parent))
    effects = Effects(removed=done.removed, withdrawn=done.withdrawn)
    outcome = _act_on_wishes(parent, replace(sentence, leans=True), Understanding(wishes=done.to_cancel), effects)
    memory.forget(parent)
    return replace(outcome, name=WITHDRAWN)


def _remember(parent: Parent, sentence: Sentence, effects: Effects, understood: Understanding | None = None) -> None:
    """Keep what was asked, for the next follow-up; a request that is not certain yet leaves nothing to lean on."""
    if effects.then is not None:
        memory.remember(parent, sentence, effects.then, effects.change)
    elif understood is not None and not sentence.leans:
        memory.remember(parent, sentence, Said(understood.wishes, (sentence.text,), understood.reason))


def _act_on_wishes(
    parent: Parent,
    sentence: Sentence,
    understood: Understanding,
    effects: Effects | None = None,
    enclosed: Enclosed = NOTHING_ENCLOSED,
) -> Outcome:
    sick = [wish for wish in understood.wishes if absences.is_sick(wish, understood.reason)]
    others = [wish for wish in understood.wishes if wish not in sick]
    acted = _Acted(effects=effects or Effects(), enclosed=enclosed)
    if sick and not parent.proven:
        _ask_if_it_was_you(parent, sentence, sick)
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
    _remember(parent, sentence, acted.effects, understood)
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
    verdicts = [verdict for one in judged for verdict in one.verdicts]
    without_hour = [v for v in verdicts if hour_choices(v.line) and (v.accepted or _asks_other_hour(sentence, v))]
    if wishes:
        ready = [v for v in verdicts if v not in without_hour]
        acted = replace(acted, put=cart.put(parent, ready, Source(sentence.source_key, sentence.ref)))
    return _ask_on(parent, sentence, understood, without_hour, acted)


def _asks_other_hour(sentence: Sentence, verdict: Verdict) -> bool:
    """Say whether "changer l'heure de Luka mardi" is about a booking whose hour may be changed."""
    changeable = verdict.code is Code.DUPLICATE and verdict.remark.state in CHANGEABLE
    return changeable and asks_for_hour(sentence.text)


def _ask_on(
    parent: Parent, sentence: Sentence, understood: Understanding, without_hour: Sequence[Verdict], acted: _Acted
) -> _Acted:
    """Ask one thing at a time: what the words left open first, then an hour that sets a price.

    A mail asks all that the words left open: each question more is a day of waiting.
    """
    together = parent.turn.incoming.channel is Channel.EMAIL and not acted.effects.replacing
    if together and len(understood.questions) > 1 and not has_no_end(sentence.text):
        whats = [questions.of_language(question) for question in understood.questions]
        asked_all, buttons = questions.ask_all(parent, whats, sentence)
        return replace(acted, asked=asked_all, ask_buttons=buttons)
    if understood.questions:
        endless = understood.questions[0].ask is Ask.DATE and has_no_end(sentence.text)
        what = (
            questions.of_end()
            if endless
            else questions.of_language(understood.questions[0], replacing=acted.effects.replacing)
        )
    elif without_hour:
        what = questions.of_hour(parent, without_hour[0].line)
    else:
        questions.close_all(parent)
        return acted
    asked, buttons = questions.ask(parent, what, sentence)
    return replace(acted, asked=(asked,), ask_buttons=buttons)


def _answer(parent: Parent, understood: Understanding, acted: _Acted, seen: Seen) -> Answer:
    put, effects = acted.put, acted.effects
    touched = put is not None or acted.asked or effects.removed or effects.closed
    view = cart.view(parent, seen) if touched else cart.View(None, (), ())
    undo = tuple((recorded.undo,) for recorded in acted.absences if recorded.undo is not None)
    return Answer(
        absences=tuple(recorded.noted for recorded in acted.absences),
        refused=(put.refused if put else ()) + view.dropped,
        removed=effects.removed + (put.removed if put else ()),
        withdrawn=effects.withdrawn,
        closed=effects.closed,
        proofs=acted.enclosed.proofs,
        papers=acted.enclosed.papers,
        changes=acted.changes,
        documents=put.documents if put else (),
        cart=view.shown,
        questions=acted.asked,
        human=understood.command is Command.HUMAN,
        files=commands.files_to_send_again(parent),
        buttons=(*acted.ask_buttons, *undo, *view.buttons),
    )


def _ask_if_it_was_you(parent: Parent, sentence: Sentence, sick: Sequence[Wish]) -> None:
    """Have the address on file confirm a sickness mail whose sender is not proven: nothing is recorded before."""
    questions.ask(parent, (questions.CONFIRM, (), ""), sentence)
    letter = ConfirmAbsence(
        children=tuple(dict.fromkeys(wish.child for wish in sick)), days=tuple(sorted({wish.day for wish in sick}))
    )
    announce.reply(parent, letter, kind="confirm")


def _confirmed(parent: Parent, question: questions.Open) -> Outcome:
    """Do what the earlier mail said, now that the address on file says it was its own."""
    if not parent.proven:
        return Outcome(commands.not_understood(parent))
    questions.close_all(parent)
    return act(parent, question.sentence)


def _as_of(parent: Parent, sentence: Sentence) -> Parent:
    """Judge a sickness by when and with which proof it was told, not by when our question was answered."""
    turn = parent.turn
    told = replace(turn.incoming, received_at=sentence.received_at, attachments=sentence.attachments)
    return replace(parent, turn=replace(turn, incoming=told))
