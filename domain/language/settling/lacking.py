"""Who is missing from a list, and shall be on it: "Zoé n'est pas à la cantine jeudi, merci de l'ajouter"."""

from __future__ import annotations

from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.statement import Mood, Statement
from domain.model.wish import Do

#: How it stands now; "ne sera pas" is what will be.
_IS_NOT: Final = Expression(
    r"\b(?:n'(?:y )?est|ne sont|n'y sont|est|sont|c'est|n'apparai\w+|ne figur\w+) (?:toujours )?pas\b"
)
#: What is wanted of it.
_TO_ADD: Final = Expression(r"\b(?:r?ajout|(?:re)?inscri|(?:re)?mett|reserv)[a-z]*\b")


def wanted_on_list(plain: str, said: list[Statement]) -> None:
    """Ask for what is said to be lacking, where the next words want it added."""
    for n, s in enumerate(said):
        lacks = s.do is Do.CANCEL and s.mood is Mood.STATED and s.prop.says_when
        if lacks and _IS_NOT.search(plain, s.prop.start, s.prop.end) and _is_to_be_added(plain, s, said[n + 1 :]):
            s.mood, s.do = Mood.BARE, Do.BOOK


def _is_to_be_added(plain: str, s: Statement, after: list[Statement]) -> bool:
    for other in after:
        verb = other.verb
        if other.prop.slots or other.prop.sentence - s.prop.sentence > 1 or other.mood is Mood.REFUSED:
            return False
        if other.mood is Mood.FRAME and other.do is Do.BOOK and verb and _TO_ADD.search(plain, verb.start, verb.end):
            return True
    return False
