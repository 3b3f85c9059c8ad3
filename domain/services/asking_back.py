"""Asks back what a few words meant, or an answer that was not understood, with the cart as it stands below."""

from __future__ import annotations

from dataclasses import replace

from domain.language.leaning.answers import is_curt, own_words
from domain.language.leaning.second_thoughts import is_after_all
from domain.letters.catalogue.answers import Answer
from domain.model.wish import Command, Understanding
from domain.services import announce, answering, asking, cart, cart_view, following, pending, questions
from domain.services.acting import Outcome
from domain.services.following import Meant
from domain.services.questions import Open, Sentence
from domain.services.turn import Parent


def tell_cart(parent: Parent, letter: Answer, name: str) -> Outcome:
    """Send an answer with the cart as it stands below it."""
    view = cart_view.view(parent)
    buttons = (*letter.buttons, *view.buttons)
    announce.reply(parent, replace(letter, cart=view.shown, refused=view.dropped, buttons=buttons))
    return Outcome(name)


def is_beside_the_point(parent: Parent, sentence: Sentence, understood: Understanding, question: Open | None) -> bool:
    """Say whether a few words only make sense as an answer: to what we asked, or to the cart shown before."""
    if understood.command is not Command.HUMAN or sentence.attachments:
        return False
    said = own_words(sentence.text, parent.family)
    if question is None:
        return is_after_all(said) and bool(cart.present(parent))
    answers = is_curt(said) or answering.names_what_was_asked(parent, question, sentence.text)
    return pending.can_be_put_again(question) and answers


def ask_unclear(parent: Parent, question: Open) -> Outcome:
    """Put a question once more below an answer that was not understood; the next such goes to a person."""
    again, buttons = pending.put_again(parent, question)
    return tell_cart(parent, Answer(unclear=True, questions=(again,), buttons=buttons), "asked")


def changes_cart(question: Open) -> bool:
    """Say whether an open question is about what the cart holds ("enlève jeudi": whose?): no mere "ok" sends that.

    It is put once more; who says so again has read it.
    """
    return not question.again and (question.ask == questions.EITHER or question.sentence.leans)


def ask_which(parent: Parent, sentence: Sentence) -> Outcome:
    """Ask whether what was only named ("mardi") is wanted besides the last request or in its place."""
    said = own_words(sentence.text, parent.family)
    asked, buttons = questions.ask(parent, asking.of_either(said), replace(sentence, text=said))
    return replace(tell_cart(parent, Answer(questions=(asked,), buttons=buttons), "asked"), ref=sentence.ref)


def ask_if_earlier(parent: Parent, sentence: Sentence, meant: Meant) -> Outcome:
    """Ask whether a follow-up is about the last request, which is too old to be leaned on unasked."""
    about = replace(sentence, leans=True, said=meant.said)
    _, buttons = questions.ask(parent, asking.of_earlier(), about)
    letter = following.recalled(parent, meant, sentence.received_at)
    announce.reply(parent, replace(letter, buttons=buttons), edit=True)
    return Outcome("asked", sentence.ref)
