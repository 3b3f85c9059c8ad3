"""A guardian's message: a command, an answer, a follow-up or a wish; understood, done, and answered in one message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.language.following.queueing import is_all_or_none
from domain.language.late_reasons import late_reason_in
from domain.language.leaning.answers import drops, own_words
from domain.language.office.told_hours import with_told_hour
from domain.letters.catalogue.answers import Answer
from domain.model.following import Said
from domain.model.wish import Command, Understanding
from domain.services import (
    announce,
    answering,
    asking_back,
    cart,
    cart_lines,
    certificates,
    commands,
    enclosures,
    following,
    memory,
    offers,
    papers,
    pending,
    questions,
    several_answers,
    withdrawal,
)
from domain.services.acting import CART, Outcome, act_on_wishes, remember
from domain.services.enclosures import Enclosed
from domain.services.following import Effects, Meant
from domain.services.questions import Sentence
from domain.services.turn import Parent

#: What a message may have led to, besides what its wishes do.
WITHDRAWN = "withdrawn"


def on_text(parent: Parent) -> Outcome:
    """Handle a new sentence: a command, an answer to what we asked, or a wish."""
    incoming = parent.turn.incoming
    asked = questions.open_ones(parent)
    question = asked[0] if asked else None
    told = offers.on_text(parent, asked=question is not None) or cart_lines.on_text(parent, question)
    if told is not None:
        return Outcome(told)
    if question is not None and not incoming.text.startswith("/"):
        outcome = _on_reply(parent, asked)
        if outcome is not None:
            return outcome
    command = commands.of_slash(incoming.text)
    if command is not None:
        return Outcome(command(parent))
    sentence = Sentence(
        incoming.text,
        incoming.received_at,
        incoming.key,
        ref=parent.turn.ref,
        subject=incoming.subject,
        attachments=incoming.attachments,
        beside=asked,
    )
    if question is None and (given_up := following.given_up(parent, sentence)) is not None:
        return _follow(parent, sentence, given_up)
    if question is None and _is_about_cart(parent):
        return Outcome(commands.show_cart(parent))
    return act(parent, sentence, question)


def _is_about_cart(parent: Parent) -> bool:
    """Say whether the words only ask for the cart as it is, or tie its children together ("les deux ou aucun")."""
    said = own_words(parent.turn.incoming.text, parent.family)
    return bool((drops(said) and cart.present(parent)) or (is_all_or_none(said) and cart.tie(parent)))


def _on_reply(parent: Parent, asked: Sequence[questions.Open]) -> Outcome | None:
    """Take a text as the reply to a question, by a number, a word or "non"; None when it is something else.

    It is the reply to the question put last, and where that does not understand it, to one before.
    """
    text, question = parent.turn.incoming.text, asked[0]
    if question.more and (sentence := several_answers.typed(parent, question, text)) is not None:
        questions.close(parent, question)
        return replace(act(parent, replace(sentence, beside=tuple(asked[1:]))), ref=sentence.ref)
    if several_answers.is_unclear(parent, question, text) or answering.is_off_list(parent, question, text):
        again, buttons = questions.ask_again(parent, question)
        return asking_back.tell_cart(parent, Answer(questions=again, buttons=buttons), "asked")
    for one in asked:
        value = answering.typed_answer(parent, one, text)
        if value is not None:
            return on_answer(parent, one, value, [other for other in asked if other is not one])
    if drops(own_words(text, parent.family)):
        questions.close_all(parent)
        return asking_back.tell_cart(parent, Answer(dropped=True), "dropped")
    completed = answering.completed(parent, question, text)
    if completed is None:
        return None
    questions.close(parent, question)
    return replace(act(parent, replace(completed, beside=tuple(asked[1:]))), ref=completed.ref)


def on_answer(
    parent: Parent, question: questions.Open, value: str, others: Sequence[questions.Open] | None = None
) -> Outcome:
    """Understand the original sentence again, with one more answer; what else is asked (`others`) stays open."""
    questions.close(parent, question)
    others = questions.open_ones(parent) if others is None else others
    if question.ask in (questions.PROOF, questions.PAPER):
        return Outcome(enclosures.answer_whose(parent, question, value), question.sentence.ref)
    if question.ask == questions.EARLIER:
        return _on_earlier(parent, question, meant=value == questions.YES)
    if question.ask == questions.LINES:
        done = cart_lines.on_answer(parent, value)
        return Outcome(done) if done is not None else act(parent, question.sentence)
    outcome = act(parent, replace(answering.answered(question, value), beside=tuple(others)))
    return replace(outcome, ref=question.sentence.ref)


def act(parent: Parent, sentence: Sentence, question: questions.Open | None = None) -> Outcome:
    """Do what a sentence says, and answer it; `question` is one that it did not answer."""
    if not sentence.attachments and (outcome := _as_follow_up(parent, sentence)) is not None:
        return outcome
    understood = _understood(parent, sentence)
    if sentence.attachments and (outcome := _take_enclosed(parent, sentence, understood)) is not None:
        return outcome
    if understood.command is Command.CART_VALIDATE and question is not None and question.ask == questions.CONFIRM:
        return _confirmed(parent, question)
    if not (understood.wishes or understood.questions):
        return _on_command(parent, sentence, understood, question)
    if understood.command is None or sentence.answered:  # what it commands was done when we asked
        return act_on_wishes(parent, sentence, replace(understood, command=None))
    return act_on_wishes(parent, sentence, understood, Effects(above=commands.begin(parent, understood.command)))


def _understood(parent: Parent, sentence: Sentence) -> Understanding:
    understood = pending.understood(parent, sentence)
    return with_told_hour(
        understood,
        sentence.text,
        family=parent.family,
        structure=parent.turn.structure,
        now=sentence.received_at,
        subject=sentence.subject,
        hints=sentence.hints,
    )


def _on_command(
    parent: Parent, sentence: Sentence, understood: Understanding, question: questions.Open | None
) -> Outcome:
    """Do what is asked besides lines; a few words that nobody understands are told so where something is asked."""
    unsure = understood.command is Command.CART_VALIDATE and question is not None and asking_back.changes_cart(question)
    if unsure or asking_back.is_beside_the_point(parent, sentence, understood, question):
        return asking_back.ask_unclear(parent, question) if question else Outcome(commands.show_cart(parent))
    known = understood.command is not None
    return Outcome(commands.run(parent, understood) if known else commands.not_understood(parent))


def _take_enclosed(parent: Parent, sentence: Sentence, understood: Understanding) -> Outcome | None:
    """Answer a message that hands in a document or a proof, and do what else it says; None when it does not."""
    paper = papers.given(parent, sentence, understood)
    if paper is not None and paper.alone:
        return Outcome(enclosures.answer_paper(parent, sentence, paper), sentence.ref)
    if paper is not None:
        rest, enclosed = replace(paper.understood, command=None), Enclosed(papers=paper.noted)
        return act_on_wishes(parent, sentence, rest, enclosed=enclosed)
    given = certificates.given(parent, sentence, understood)
    if given is None:
        return None
    if given.alone:
        return Outcome(enclosures.answer(parent, sentence, given), sentence.ref)
    rest = replace(given.understood, command=None)
    return act_on_wishes(parent, sentence, rest, enclosed=Enclosed(proofs=given.noted))


def _as_follow_up(parent: Parent, sentence: Sentence) -> Outcome | None:
    """Do or ask what a sentence means after the last request; None when it stands for itself."""
    meant = following.meant(parent, sentence)
    unanswered = sentence.beside[0] if sentence.beside else None
    if meant is not None and meant.follow_up.missing and unanswered and pending.can_be_put_again(unanswered):
        return asking_back.ask_unclear(parent, unanswered)
    if meant is not None:
        return _follow(parent, sentence, meant)
    return asking_back.ask_which(parent, sentence) if following.may_be_either(parent, sentence) else None


def _follow(parent: Parent, sentence: Sentence, meant: Meant) -> Outcome:
    """Do what a follow-up means, or say what it lacks."""
    plan = meant.follow_up
    if plan.whole:
        return _take_back_last(parent, sentence)
    if plan.missing:
        announce.reply(parent, following.lost(parent, meant, sentence.received_at), edit=True)
        return Outcome("told", sentence.ref)
    if meant.stale:
        return asking_back.ask_if_earlier(parent, sentence, meant)
    wishes, effects = following.carry_out(parent, meant)
    if plan.validate:
        questions.close_all(parent)
        commands.validate(parent, removed=effects.removed)
        remember(parent, sentence, replace(effects, change=None))
        return Outcome(CART, sentence.ref)
    words = "\n".join((sentence.text, *(meant.said.words if meant.said else ())))
    exception = late_reason_in(words, parent.turn.structure)
    understood = Understanding(wishes=wishes, questions=plan.questions, reason=plan.reason, exception=exception)
    return act_on_wishes(parent, replace(sentence, leans=True, said=meant.said), understood, effects)


def _on_earlier(parent: Parent, question: questions.Open, *, meant: bool) -> Outcome:
    """Do what the follow-up means after the request of then, or leave it."""
    if meant:
        return replace(act(parent, question.sentence), ref=question.sentence.ref)
    return asking_back.tell_cart(parent, Answer(dropped=True), "dropped")


def _take_back_last(parent: Parent, sentence: Sentence) -> Outcome:
    """Take back the last request; an absence told after it is what is meant, where there is one.

    Said once more, it does not go on to the request before that: what waits is shown.
    """
    questions.close_all(parent)
    said = memory.recall(parent, sentence.received_at) or Said((), ())
    if said.taking and not said.wishes:
        return Outcome(commands.show_what_waits(parent))
    if withdrawal.may_be_another(parent, sentence.text) and withdrawal.told_since(parent) is None:
        return Outcome(commands.show_requests(parent))
    done = withdrawal.take_back_last(parent) if withdrawal.told_since(parent) is None else withdrawal.Withdrawn()
    if done.nothing:
        outcome = Outcome(commands.undo(parent))
    else:
        effects = Effects(removed=done.removed, withdrawn=done.withdrawn)
        undone = Understanding(wishes=done.to_cancel)
        outcome = replace(act_on_wishes(parent, replace(sentence, leans=True), undone, effects), name=WITHDRAWN)
    memory.remember(parent, sentence, Said((), said.words, said.reason, taking=True, gone=said.wishes))
    return outcome


def _confirmed(parent: Parent, question: questions.Open) -> Outcome:
    """Do what the earlier mail said, now that the address on file says it was its own."""
    if not parent.proven:
        return Outcome(commands.not_understood(parent))
    questions.close_all(parent)
    return act(parent, question.sentence)
