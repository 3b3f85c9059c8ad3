"""A file that a family sends: matched to the absence that awaits its proof, so that no new absence is made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from domain.language.days.days import find_days
from domain.language.office.proof_words import (
    goes_on,
    is_long,
    names_of,
    speaks_of_another_paper,
    speaks_of_proof,
    tells_what_comes,
)
from domain.letters.catalogue.absences import ProofNoted
from domain.model.attachments import CERTIFICATE
from domain.model.wish import Ask, Choice, Command, Do, Reason, Understanding
from domain.services import documents, proofs
from domain.services.handed_in import Given
from domain.services.questions import PROOF, Sentence
from domain.services.turn import Parent
from domain.store import absences
from domain.store.tables.bookings import Booking

#: A proof that comes longer after the day than this is a matter for a person.
_LOOK_BACK: Final = timedelta(days=60)
#: A certificate that comes longer after its limit is for another illness.
_STILL_PROVABLE: Final = timedelta(days=14)
_A_WEEK: Final = timedelta(weeks=1)

_ByChild = dict[str, list[Booking]]


def given(parent: Parent, sentence: Sentence, understood: Understanding) -> Given[ProofNoted] | None:
    """Take the proof that a message hands in; None when it hands in none that an absence awaits.

    A sender who is not proven settles nothing: staff see the message.
    """
    structure = parent.turn.structure
    files = proofs.files_in(sentence.attachments, structure)
    text = f"{sentence.subject}\n{sentence.text}"
    if not files or not _is_proof(parent, text, files, understood):
        return None
    awaited = _awaited(parent)
    meant = _meant(parent, awaited, text, files, understood)
    if not meant:
        return None
    if not parent.proven:
        _keep(parent, sentence, {})
        return Given((), Understanding(), for_staff=True)
    rest = _rest(parent, sentence, understood, meant)
    if len(meant) > 1 and not _named(parent, awaited, text, files, understood):
        _keep(parent, sentence, {})
        return Given((), Understanding(), tuple(Choice(name, name) for name in meant))
    _keep(parent, sentence, meant)
    noted = tuple(proofs.settle(parent, rows) for rows in meant.values())
    told = understood.command is Command.HUMAN and is_long(sentence.text)
    return Given(noted, rest, for_staff=told)


def answered(parent: Parent, sentence: Sentence, child: str) -> tuple[ProofNoted, ...]:
    """Take the proof that we asked about for the absence of `child`."""
    rows = _awaited(parent).get(child, [])
    _keep(parent, sentence, {child: rows} if rows else {})
    return (proofs.settle(parent, rows),) if rows else ()


def question(choices: tuple[Choice, ...]) -> tuple[str, tuple[Choice, ...], str]:
    """Ask whose proof it is."""
    return PROOF, choices, ""


def _keep(parent: Parent, sentence: Sentence, meant: _ByChild) -> None:
    """Keep the files as certificates for the children whose absences they prove."""
    files = documents.papers_in(sentence.attachments, parent.turn.structure)
    days = [row.day for rows in meant.values() for row in rows]
    children = [parent.family.child(name).id for name in meant]
    documents.take(parent, CERTIFICATE, children, files, about_until=max(days, default=None))


def _is_proof(parent: Parent, text: str, files: Sequence[str], understood: Understanding) -> bool:
    """Say whether the file is a proof; without a word about it, when the message asks for nothing else."""
    policy = parent.turn.structure.absence
    if understood.reason is Reason.SICK or speaks_of_proof(text, files, policy.accepted):
        return True
    silent = understood.command in (None, Command.HUMAN, Command.GREET)
    return silent and not (understood.wishes or understood.questions or speaks_of_another_paper(text, files))


def _awaited(parent: Parent) -> _ByChild:
    turn = parent.turn
    since = turn.structure.day_of(turn.asked_at) - _LOOK_BACK
    by_child: _ByChild = {}
    for row in absences.awaiting_proof(turn.session, parent.family.id, since, turn.asked_at - _STILL_PROVABLE):
        by_child.setdefault(row.child.first_name, []).append(row)
    return by_child


def _meant(parent: Parent, awaited: _ByChild, text: str, files: Sequence[str], understood: Understanding) -> _ByChild:
    """Return the absences that the proof may be for: of the children named, else of all that await one."""
    names = names_of([c.first_name for c in parent.family.children], text, files)
    said = names or (() if _is_asked_who(understood) else _sick(understood))
    return {name: rows for name, rows in awaited.items() if not said or name in said}


def _named(parent: Parent, awaited: _ByChild, text: str, files: Sequence[str], understood: Understanding) -> bool:
    """Say whether the words choose among several: by names, or by meaning all of them ("les enfants")."""
    names = names_of([c.first_name for c in parent.family.children], text, files)
    return bool(names) or set(awaited) <= set(_sick(understood))


def _rest(parent: Parent, sentence: Sentence, understood: Understanding, meant: _ByChild) -> Understanding:
    """Return what is left to do: new days that are named, other wishes; never an absence that nobody told."""
    structure = parent.turn.structure
    text = f"{sentence.subject}\n{sentence.text}"
    today = structure.day_of(sentence.received_at)
    named = bool(find_days(text, today=today, year=structure.year)) or goes_on(text)
    known = {name: {row.day for row in rows} for name, rows in meant.items()}
    if named and not tells_what_comes(text):  # "l'absence de mardi" is the one that was, not the next
        known = {name: days | {day + _A_WEEK for day in days} for name, days in known.items()}
    sick = understood.reason is Reason.SICK
    left = tuple(
        wish
        for wish in understood.wishes
        if not (sick and wish.do is Do.ABSENT and wish.child in known and (not named or wish.day in known[wish.child]))
    )
    asks_for_more = left or named or not set(understood.ask) <= {Ask.CHILD, Ask.DATE}
    return replace(understood, wishes=left, questions=understood.questions if asks_for_more else ())


def _is_asked_who(understood: Understanding) -> bool:
    return Ask.CHILD in understood.ask


def _sick(understood: Understanding) -> tuple[str, ...]:
    return tuple(dict.fromkeys(wish.child for wish in understood.wishes if wish.do is Do.ABSENT))
