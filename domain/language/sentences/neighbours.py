"""A sentence of a message, and what the ones right before and after it make of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from domain.language.intent.commands import Matter
from domain.language.intent.doubts import asking
from domain.language.matching.expression import Expression
from domain.language.message.politeness import is_no, takes_back
from domain.language.notions.marks import Cue, Force, Mark, Sign, Verb, Who
from domain.language.notions.when import Days
from domain.language.sentences.meaning import delegates, wants
from domain.language.sentences.pointing import holds, pointed_at
from domain.model.wish import Command, Do


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its marks, and what it is about: from `since` on its marks belong to that, not to a request."""

    start: int
    plain: str
    marks: list[Mark]
    matter: Matter | None
    since: int

    @property
    def free(self) -> list[Mark]:
        """The marks of a request."""
        return [m for m in self.marks if m.start < self.since or (isinstance(m, Sign) and m.cue is Cue.STOP)]


def beside_each_other(read: list[Sentence]) -> list[Sentence]:
    """Return sentences in order, each read with the one before it and the one after it."""
    for with_before in (_asked_too, _pointed):
        read = [with_before(said, before) for said, before in zip(read, [None, *read[:-1]], strict=True)]
    for with_after in (_as_rule, _handed_over, _taken_back, _reserved):
        read = [with_after(said, after) for said, after in zip(read, [*read[1:], None], strict=True)]
    return [_headed(said, read[n + 1 :]) for n, said in enumerate(read)]


def _taken_back(said: Sentence, after: Sentence | None) -> Sentence:
    """Read "Je valide ? Non, …" and "Je valide. Non attendez, …" as no confirmation."""
    yes = said.matter is not None and said.matter.command is Command.CART_VALIDATE
    back = yes and after is not None and takes_back(said.plain, after.plain)
    empties = said.matter is not None and said.matter.command is Command.CART_EMPTY
    back |= empties and after is not None and after.matter is not None and is_no(after.plain)  # "Euh non, je valide"
    return replace(said, matter=None, since=said.start + len(said.plain)) if back else said


_AND_TOO: Final = Expression(r"\W*et (?:pour )?")


def _asked_too(said: Sentence, before: Sentence | None) -> Sentence:
    """Read "Zoé peut venir le matin lundi ? Et Luka au goûter mardi ?" as two requests."""
    asked = before is not None and before.matter is None and wants(before.marks) and "?" in before.plain
    doubtful = said.matter is not None and said.matter.command is Command.HUMAN and not said.matter.end
    led = _AND_TOO.match(said.plain) is not None and "?" in said.plain
    named = any(isinstance(m, Who) for m in said.marks) and not any(isinstance(m, Verb) for m in said.marks)
    if not (asked and doubtful and led and named):
        return said
    return replace(said, matter=None, since=said.start + len(said.plain))


def _pointed(said: Sentence, before: Sentence | None) -> Sentence:
    """Read "Il y a une facture en attente. Où puis-je la voir ?" as a question about the bill."""
    free = before is not None and (not asking(before.free) or holds(said.plain, before.plain))
    matter = pointed_at(said.plain, before.plain) if before and free else None
    return replace(said, matter=matter, since=said.start) if matter else said


def _as_rule(said: Sentence, after: Sentence | None) -> Sentence:
    """Read "On peut inscrire jusqu'à la veille. C'est toujours le cas ?" as a rule, which asks for nothing itself."""
    told = said.matter is None and after is not None and holds(after.plain, said.plain)
    return replace(said, matter=Matter(Command.GREET, 0), since=said.start) if told else said


def _handed_over(said: Sentence, after: Sentence | None) -> Sentence:
    """Read "je n'arrive pas à réserver la cantine jeudi. Merci de le faire pour moi." as a request."""
    helpless = said.matter is not None and said.matter.command is Command.HELP and wants(said.marks)
    named = any(isinstance(m, Days) for m in said.marks)
    if not (helpless and named and after and after.matter is None and delegates(after.plain)):
        return said
    return replace(said, matter=None, since=said.start + len(said.plain))


def _reserved(said: Sentence, after: Sentence | None) -> Sentence:
    """Read "serait-il possible d'avoir une place pour JB mercredi ? À réserver" as a request."""
    asked = said.matter is not None and said.matter.command is Command.AVAILABILITY_ASK and said.since == said.start
    bare = after is not None and after.matter is None and all(isinstance(m, Verb | Sign) for m in after.marks)
    booked = bare and after is not None and any(isinstance(m, Verb) and m.do is Do.BOOK for m in after.marks)
    polite = _POSSIBLE.search(said.plain) is not None and any(isinstance(m, Days) for m in said.marks)
    return replace(said, matter=None, since=said.start + len(said.plain)) if asked and booked and polite else said


_POSSIBLE: Final = Expression(r"\b(?:possible|pourriez|pouvez)\b")


def _headed(said: Sentence, after: list[Sentence]) -> Sentence:
    """Read "Planning semaine prochaine", above lines that say who comes when, as their heading."""
    shown = said.matter is not None and said.matter.command is Command.CALENDAR_SHOW and "?" not in said.plain
    asks = (
        any(isinstance(m, Verb) and m.force is not Force.NOUN for m in said.marks)
        or _SHOWN.search(said.plain) is not None
    )
    if not shown or asks or "\n" not in said.plain:
        return said
    listed = [o for o in after if o.matter is None and wants(o.marks) and any(isinstance(m, Who) for m in o.marks)]
    if len(listed) < _LINES:
        return said
    return replace(said, matter=None, since=said.start + len(said.plain))


_LINES: Final = 2
#: The sender wants to see it.
_SHOWN: Final = Expression(r"\b(?:svp|stp|merci|voir|affich\w*|montr\w*|envo\w*|savoir|connaitre)\b")
