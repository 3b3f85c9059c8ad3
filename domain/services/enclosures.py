"""Answers to what a family encloses: a proof that is taken, one whose child must be asked, one for a person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from domain.letters.catalogue.absences import ProofNoted
from domain.letters.catalogue.answers import Answer
from domain.letters.files import DocumentNoted
from domain.model.messages import Channel
from domain.model.wish import Understanding
from domain.services import announce, certificates, commands, papers, proofs, questions
from domain.services.handed_in import Given
from domain.services.questions import Sentence
from domain.services.turn import Parent

PROOF: Final = "proof"
PAPER: Final = "document"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """What was taken of the files that came with a message that does more than hand them in."""

    proofs: tuple[ProofNoted, ...] = ()
    papers: tuple[DocumentNoted, ...] = ()


NOTHING_ENCLOSED: Final = Enclosed()


def without_words(parent: Parent) -> str | None:
    """Handle a message that is only a file; None when no absence awaits it."""
    incoming = parent.turn.incoming
    if not incoming.attachments:
        return None
    sentence = Sentence("", incoming.received_at, incoming.key, ref=parent.turn.ref, attachments=incoming.attachments)
    unread = incoming.channel is Channel.EMAIL  # too large to be fetched whole: a person reads its words
    paper = papers.given(parent, sentence, Understanding()) or papers.next_page(parent, sentence)
    if paper is not None:
        return answer_paper(parent, sentence, replace(paper, for_staff=paper.for_staff or unread))
    given = certificates.given(parent, sentence, Understanding())
    if given is None:
        return _only_unusable(parent)
    return answer(parent, sentence, replace(given, for_staff=given.for_staff or unread))


def _only_unusable(parent: Parent) -> str | None:
    """Say which files cannot be used where nothing else came: they are to be sent again, nobody can read them."""
    incoming = parent.turn.incoming
    files = proofs.unusable(incoming.attachments, parent.turn.structure, is_proof=True)
    if len(files) < len(incoming.attachments) or incoming.text or incoming.subject:
        return None
    announce.reply(parent, Answer(files=files))
    return "told"


def answer(parent: Parent, sentence: Sentence, given: Given[ProofNoted]) -> str:
    """Answer a message that hands in a proof and does nothing else; return the outcome's name for the log."""
    if given.choices:
        asked, buttons = questions.ask(parent, certificates.question(given.choices), sentence)
        announce.reply(parent, Answer(questions=(asked,), buttons=buttons), edit=True)
        return "asked"
    if not given.noted:
        return commands.hand_over(parent)
    if given.for_staff:
        commands.pass_on(parent)
    announce.reply(
        parent, Answer(proofs=given.noted, human=given.for_staff, files=commands.files_to_send_again(parent)), edit=True
    )
    return PROOF


def answer_paper(parent: Parent, sentence: Sentence, given: Given[DocumentNoted]) -> str:
    """Answer a message that hands in followed documents and does nothing else; return its outcome for the log."""
    if given.for_staff:
        commands.pass_on(parent)
    told = Answer(papers=given.noted, human=given.for_staff, files=commands.files_to_send_again(parent))
    if given.choices:
        asked, buttons = questions.ask(parent, papers.question(given.choices), sentence)
        told = replace(told, questions=(asked,), buttons=buttons)
    announce.reply(parent, told, edit=True)
    return "asked" if given.choices else PAPER


def answer_whose(parent: Parent, question: questions.Open, child: str) -> str:
    """Take the proof or the document for the child that was chosen."""
    if question.ask == questions.PAPER:
        announce.reply(parent, Answer(papers=papers.answered(parent, question.sentence, child)), edit=True)
        return PAPER
    noted = certificates.answered(parent, question.sentence, child)
    announce.reply(parent, Answer(proofs=noted), edit=True)
    return PROOF
