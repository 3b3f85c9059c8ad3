"""What a day was called before that is refused now: booked as it was written, or only spoken of."""

from __future__ import annotations

from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.statement import Statement

#: "pas vendredi comme prévu", "et non le 18 comme je l'ai écrit".
_AS_SAID: Final = Expression(
    r"\bcomme (?:prevu|convenu|indique|demande|note|(?:je |j'|c')(?:vous )?(?:l')?(?:ai|avais|etait) (?:\w+ )?(?:ecrit"
    r"|dit|note|indique|demande|mis|prevu|reserve|mentionne))\w*|\binitialement\b"
)
#: Nothing was booked by it: "et non le 18 comme je l'ai dit d'abord à la maîtresse".
_ONLY_SPOKEN: Final = Expression(
    r"\bcomme (?:(?:je |j'|on |nous )(?:vous )?(?:l')?(?:ai|avais|a|avait|avons) )?(?:\w+ )?"
    r"(?:dit|annonce|mentionne|signale|raconte)e?s? (?:\w+ )?"
    r"(?:d'abord|par erreur|a tort|trop vite|au (?:portail|telephone)|de vive voix|a l'oral|oralement|ce matin"
    r"|tout a l'heure"
    r"|a (?:la|l'|une?|votre|ma|son|sa) ?(?:maitresse|anim\w+|collegue|direct\w+|secretaire|equipe|enseign\w+|dame))\b"
)
#: A cause begins a proposition of its own.
_NEAR: Final = 36
_FAR: Final = 70


def as_said(plain: str, s: Statement) -> bool:
    """Say whether what it refuses was told us before."""
    return _AS_SAID.search(plain, s.prop.start, s.prop.end + _NEAR) is not None


def only_spoken(plain: str, s: Statement) -> bool:
    """Say whether what it refuses was only spoken of by mistake, so that there is nothing to call off."""
    return _ONLY_SPOKEN.search(plain, s.prop.start, s.prop.end + _FAR) is not None
