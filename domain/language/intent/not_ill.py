"""Where an illness is told that keeps no child away: somebody else's, one that is over, or that was none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from domain.language.lexicon.household import OWN_HEALTH
from domain.language.lexicon.ill_denied import DENIED
from domain.language.lexicon.not_ill import ILL_THEN, NOT_ILL
from domain.language.lexicon.well_again import BOOKED_AGAIN, OF_OTHERS, OVER_AGAIN, STILL_AWAY
from domain.language.matching.expression import Expression

_NOT_ILL: Final = Expression(NOT_ILL)
_OF_OTHERS: Final = Expression(OF_OTHERS)
_OWN_HEALTH: Final = Expression(OWN_HEALTH)
_DENIED: Final = Expression(DENIED)
_OVER_AGAIN: Final = Expression(OVER_AGAIN)
_STILL_AWAY: Final = Expression(STILL_AWAY)
_BOOKED_AGAIN: Final = Expression(BOOKED_AGAIN)
#: "Victor avait la grippe, finie la grippe": it is told twice.
_WAS: Final = Expression(r"\b(?:avai(?:t|ent)|etai(?:t|ent)|(?:a|ont) (?:ete|eu))\b")
_ILL_THEN: Final = Expression(ILL_THEN)
#: It may not be over, or something follows from it.
_SINCE: Final = Expression(
    r"\b(?:encore|toujours|rechut\w*|depuis|donc|du coup|reste|convalesc\w*|reprend|repos|certificat|justificatif"
    r"|revien\w*)\b"
)
_CALLED_OFF: Final = Expression(
    r"\b(?:annul|desinscri|enlev|retir|supprim|decommand)\w*|\b(?:ne |n')(?:mang|dejeun|vien|ira|iront|prend|ser"
    r"|gout)\w*"
)
_SENTENCE: Final = Expression(r"[.!?;\n]")


def not_ill(plain: str) -> Iterator[tuple[int, int]]:
    """Yield where folded text speaks of an illness that keeps none of the children away.

    What is over counts only beside a booking, where no child is said to stay away still: "la fièvre est tombée mais
    elle reste à la maison" is an absence.
    """
    for others in (_NOT_ILL, _OF_OTHERS, _OWN_HEALTH, _DENIED):
        yield from (m.span() for m in others.finditer(plain))
    if not _SINCE.search(plain) and (_BOOKED_AGAIN.search(plain) or _CALLED_OFF.search(plain)):
        yield from (m.span() for m in _ILL_THEN.finditer(plain))
    if _BOOKED_AGAIN.search(plain) and not _STILL_AWAY.search(plain):
        yield from ((_since(plain, m.start()), m.end()) for m in _OVER_AGAIN.finditer(plain))


def _since(plain: str, at: int) -> int:
    """Return where what is over up to `at` begins: with its sentence, where that tells of it as it was then."""
    begins = _SENTENCE.last_end(plain, at)
    return begins if _WAS.search(plain, begins, at) else at
