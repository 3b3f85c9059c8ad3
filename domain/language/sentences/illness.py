"""An illness that is told, and a question that comes with it in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from domain.language.intent.doubts import is_ill
from domain.language.matching.expression import Expression
from domain.language.notions.marks import Cue, Mark, Sign, Verb, Who
from domain.language.notions.when import Days
from domain.language.writing.text import fold
from domain.model.wish import Do

#: Not told, only supposed: "si Victor est malade mardi, …".
_SUPPOSED: Final = Expression(r"\b(?:si|s'ils?|quand|lorsqu\w*|au cas ou|en cas|des qu\w*|suppos\w+)\b")
#: As it was then: "il était au fond de son lit", "elle a été malade toute la semaine".
_WAS: Final = Expression(r"\b(?:etai(?:t|ent)|avai(?:t|ent)|(?:a|ont) (?:ete|eu))\b")
_NOW: Final = Expression(
    r"\b(?:aujourd'hui|demain|ce (?:matin|midi|soir)|cet apres-midi|cette nuit|hier soir|depuis|encore|toujours)\b"
)
#: What parts a question from what is told before it, the plainer ones first.
_QUESTION_AFTER: Final = Expression(r"[,:;(]|\best[- ]ce qu")
_AND_AFTER: Final = Expression(r"\b(?:et|mais|donc|du coup|puis|sinon|au passage|d'ailleurs)\b")


_MENTIONED: Final = Expression(r"\b(?:malad\w+|fievre|certificat medical)\b")


def mentions_illness(text: str) -> bool:
    """Say whether a question speaks of an illness at all, supposed ones included."""
    return _MENTIONED.search(fold(text)) is not None


def only_recalled(sentence: str, marks: list[Mark]) -> list[Mark]:
    """Return the marks of a sentence beside a grievance, without the illness that it tells as it was then.

    "Qui rembourse ces repas ? Il était au fond de son lit": whom it names stays, as told.
    """
    away = any(isinstance(m, Verb) and m.do in (Do.ABSENT, Do.CANCEL) for m in marks)
    if away or not is_ill(marks) or not _WAS.search(sentence) or _NOW.search(sentence):
        return marks
    end = max(m.end for m in marks if is_ill([m]))
    kept: list[Mark] = [m for m in marks if isinstance(m, Who | Sign)]
    return sorted([*kept, Sign(end, end, Cue.OTHER_VERB)], key=lambda m: (m.start, m.end))


def question_after_illness(sentence: str, marks: Sequence[Mark], asked_at: int) -> int:
    """Return where a question begins before which an illness is told, 0 where none is.

    "Victor a de la fièvre aujourd'hui, est-ce que le repas sera facturé ?": the words of the question stand at
    `asked_at`, but it begins at the comma.
    """
    ends = [m.end for m in marks if m.end <= asked_at and is_ill([m])]
    if not ends or _SUPPOSED.search(sentence, 0, asked_at):
        return 0
    cuts = [m.start() for m in _QUESTION_AFTER.finditer(sentence, max(ends), asked_at + 1)]
    cuts = cuts or [m.start() for m in _AND_AFTER.finditer(sentence, max(ends), asked_at + 1)]
    whole = any(isinstance(m, Days | Who) and m.end <= cuts[-1] for m in marks) if cuts else False
    return cuts[-1] if whole else 0
