"""Nobody of the grown-ups: "personne ne peut venir avant 18h30" says of no child that they do not come."""

from __future__ import annotations

from typing import Final

from domain.language.expression import Expression

_NOBODY: Final = Expression(r"\bpersonne (?:d'autre )?(?:ne |n'en )?$")
_FETCHES: Final = Expression(r"[^.,;!?\n]{0,15}\b(?:avant|chercher|recuperer|prendre|pour (?:le|la|les|l'|[a-z]+)\b)")


def is_for_grown_ups(before: str, plain: str, end: int) -> bool:
    """Say whether a verb of coming, from `before` up to `end`, is of those who fetch a child."""
    return _NOBODY.search(before) is not None and _FETCHES.match(plain, end) is not None
