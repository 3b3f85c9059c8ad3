"""Words that only sum up what was dealt out: "Cantine pour Victor, goûter pour Séverine, les deux jeudi"."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Cue, Mark, Sign, Who

_BOTH: Final = Expression(r"(?:tous |toutes )?les (?:deux|trois|2|3)|(?:tous|toutes)(?: les deux)?|l'une? et l'autre")
_COMMA: Final = Expression(r"[,:;(-] ?(?:et |ce sera |c'est )?$")
_TWO: Final = 2


def without_summing_up(plain: str, marks: list[Mark]) -> list[Mark]:
    """Return `marks` without "les deux" behind children of whom each has an activity of its own in its sentence."""
    return [m for m in marks if not (isinstance(m, Who) and _sums_up(plain, m, marks))]


def _sums_up(plain: str, who: Who, marks: list[Mark]) -> bool:
    if _BOTH.fullmatch(plain, who.start, who.end) is None or _COMMA.search(plain, 0, who.start) is None:
        return False
    before = [m for m in marks if m.start < who.start]
    stops = [n for n, m in enumerate(before) if isinstance(m, Sign) and m.cue is Cue.STOP]
    here = [m for m in before[stops[-1] + 1 if stops else 0 :] if isinstance(m, Who | Act)]
    named = [m for m in here if isinstance(m, Who) and m.names]
    dealt = {n for m in named for n in m.names} == set(who.names) and len(named) >= _TWO
    kinds = [kind for kind, _ in groupby(type(m) for m in here)]  # "accueil du matin" may be two marks
    apart = kinds in ([Act, Who] * len(named), [Who, Act] * len(named))
    return dealt and apart and len({(m.part, m.codes) for m in here if isinstance(m, Act)}) > 1
