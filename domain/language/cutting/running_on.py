"""Where a whole request ends and something else runs on without a sign: "… jeudi svp c'est urgent j'ai personne"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Cue, Force, Mark, Sign, Verb, Who
from domain.language.notions.when import Days

#: Behind a "svp" all is said, and what follows says why.
_WHY: Final = Expression(
    r" (?:svp|stp|s'il (?:vous|te) plait),? (?=c'est (?:urgent|important|exceptionnel|pour (?:mon|le) \w+)"
    r"|j'ai (?:personne|pas|plus|une?|du|mon)\b|on (?:a|est)\b)"
)
#: An afterthought, whatever stands before it: the sender nearly forgot, is in need, is sorry.
_AFTERTHOUGHT: Final = Expression(
    r" (?=j'ai (?:failli|manque d') ?(?:l'|la |le |les |vous |de |d')?\w*oubli|"
    r"j'(?:avais|ai) (?:completement |encore )?"
    r"(?:oublie|zappe)\b(?! (?:d'annul|de (?:desinscri|retir|suppr|les? |la )|que|de vous))"
    r"|c'est (?:tres |super |assez )?urgent\b|j'ai (?:vraiment )?personne\b(?: d'autre)?\W*(?:$|[.!]))"
)
#: An order that begins the sentence proper, after why: "vu que c'est complet vendredi mettez Zoé jeudi".
_ORDER: Final = Expression(r"[a-z]{3,}ez(?:[- ](?:moi|nous|le|la|les|lui|leur))*")
_YOU: Final = Expression(r"\b(?:vous|ne|n'|si|que|qui) ?(?:me |nous |le |la |les |l')?$")


def with_breaks(plain: str, marks: Sequence[Mark]) -> list[Mark]:
    """Return `marks` in order, with a sign where the sentence proper ends, or begins."""
    more = list[Mark]()
    for n, mark in enumerate(marks):
        if isinstance(mark, Verb) and _begins_order(plain, mark, marks[:n]):
            more.append(Sign(mark.start, mark.start, Cue.SO))
        elif (end := _ends_request(plain, mark)) and _is_whole(_piece(marks[: n + 1])):
            more.append(Sign(end.end(), end.end(), Cue.AND))
    return sorted([*marks, *more], key=lambda m: (m.start, m.end))


def _ends_request(plain: str, mark: Mark) -> re.Match[str] | None:
    """Return where something else begins right behind a mark of a request."""
    if not isinstance(mark, Who | Act | Days):
        return None
    return _WHY.match(plain, mark.end) or _AFTERTHOUGHT.match(plain, mark.end)


def _is_whole(piece: Sequence[Mark]) -> bool:
    """Say whether it names whom, what and when, and tells nothing of it."""
    kinds = {type(m) for m in piece}
    told = any(isinstance(m, Sign) and m.cue in (Cue.OTHER_VERB, Cue.NOT, Cue.CAUSE, Cue.IS) for m in piece)
    return {Who, Act, Days} <= kinds and not told


def _piece(before: Sequence[Mark]) -> Sequence[Mark]:
    stops = [n for n, m in enumerate(before) if isinstance(m, Sign) and m.cue is Cue.STOP]
    return before[stops[-1] + 1 :] if stops else before


def _begins_order(plain: str, verb: Verb, before: Sequence[Mark]) -> bool:
    """Say whether it is an order right behind a cause that has no sign after it."""
    here = _piece(before)
    cause = next((n for n, m in enumerate(here) if isinstance(m, Sign) and m.cue is Cue.CAUSE), None)
    if cause is None or verb.force is not Force.ASKED or verb.do is None:
        return False
    since = here[cause + 1 :]
    apart = any(isinstance(m, Verb) or (isinstance(m, Sign) and m.cue in (Cue.BREAK, Cue.SO)) for m in since)
    ordered = _ORDER.fullmatch(plain, verb.start, verb.end) is not None
    return ordered and bool(since) and not apart and _YOU.search(plain, 0, verb.start) is None
