"""Nobody of the grown-ups: "personne ne peut venir avant 18h30" says of no child that they do not come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Mark, Who

_NOBODY: Final = Expression(r"\bpersonne (?:d'autre )?(?:ne |n'en )?$")
_FETCHES: Final = Expression(r"[^.,;!?\n]{0,15}\b(?:avant|chercher|recuperer|prendre|pour (?:le|la|les|l'|[a-z]+)\b)")


def is_for_grown_ups(before: str, plain: str, end: int) -> bool:
    """Say whether a verb of coming, from `before` up to `end`, is of those who fetch a child."""
    return _NOBODY.search(before) is not None and _FETCHES.match(plain, end) is not None


_NONE_OF_THEM: Final = Expression(r"\baucune? $")
#: With a verb it is told whom that verb is not of: "aucun des deux ne mange".
_WITH_VERB: Final = Expression(r" (?:ne |n')")
_DENIED: Final = Expression(r"\b(?:ne |n')[^.,;:!?\n]{0,30}$")


def with_nobody(plain: str, marks: Sequence[Mark]) -> list[Mark]:
    """Return `marks` with "aucun des deux" as one saying: "jeudi les deux au goûter, vendredi aucun des deux"."""
    return [_none(plain, m) if isinstance(m, Who) else m for m in marks]


def _none(plain: str, who: Who) -> Who:
    none = _NONE_OF_THEM.search(plain, 0, who.start) if plain.startswith("des ", who.start) else None
    if none is None or _WITH_VERB.match(plain, who.end) or _DENIED.search(plain, 0, none.start()):
        return who
    return replace(who, start=none.start())
