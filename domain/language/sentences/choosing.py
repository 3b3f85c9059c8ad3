"""What is only named to choose from: "entre Victor et Séverine, je n'inscris qu'un enfant"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Mark, Sign, Verb, Who
from domain.language.notions.when import Days

_BETWEEN: Final = Expression(r"\bentre (?:la |le |l'|les )?$")
_NOT_BETWEEN: Final = Expression(r"\b(?:difference|repart\w*|partag\w*|disput\w*|echange\w*) entre ")
_AND: Final = Expression(r" et (?:la |le |l'|les )?")


def without_choices(plain: str, marks: list[Mark]) -> list[Mark]:
    """Drop the children or activities of folded text that are only named to choose from."""
    if "entre " not in plain:
        return marks
    gone = [m for one, other in pairwise(marks) if _are_choice(plain, one, other) for m in (one, other)]
    return [m for m in marks if m not in gone] if gone else marks


def without_both(plain: str, marks: list[Mark]) -> list[Mark]:
    """Drop "les deux" where it is said of two bookings, each of its own child: "…, merci d'annuler les deux".

    "la cantine jeudi pour Victor et le goûter le 11 pour Séverine": neither child shall lose what is the other's.
    """
    if "deux" not in plain:
        return marks
    both = [m for m in marks if isinstance(m, Who) and _BOTH.fullmatch(plain, m.start, m.end)]
    gone = [m for m in both if _is_of_bookings(plain, m, marks)]
    return [m for m in marks if m not in gone] if gone else marks


_BOTH: Final = Expression(r"(?:tous |toutes )?les deux")
_SENTENCE: Final = Expression(r"[.!?\n]")
_TWO: Final = 2


def _is_of_bookings(plain: str, both: Who, marks: list[Mark]) -> bool:
    """Say whether it ends or heads a sentence that names two children, each with an activity and a day of its own."""
    since, until = _SENTENCE.last_end(plain, both.start), _SENTENCE.next_start(plain, both.end)
    here = [m for m in marks if since <= m.start < until and m is not both]
    children = {m.names for m in here if isinstance(m, Who) and len(m.names) == 1}
    days, acts = ([m for m in here if isinstance(m, kind)] for kind in (Days, Act))
    verb = any(isinstance(m, Verb) and not plain[m.end : both.start].strip() for m in here)
    ends = not any(m.start > both.end for m in here if not isinstance(m, Sign)) or plain[both.end :].startswith(
        (":", " :")
    )
    return verb and ends and len(children) == _TWO <= min(len(days), len(acts))


def _are_choice(plain: str, one: Mark, other: Mark) -> bool:
    alike = (isinstance(one, Who) and isinstance(other, Who)) or (isinstance(one, Act) and isinstance(other, Act))
    if not alike or _BETWEEN.search(plain, max(0, one.start - 12), one.start) is None:
        return False
    joined = _AND.fullmatch(plain, one.end, other.start) is not None
    return joined and not _NOT_BETWEEN.search(plain, 0, one.start)
