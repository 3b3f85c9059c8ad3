"""Words that only sum up what was dealt out: "Cantine pour Victor, goûter pour Séverine, les deux jeudi"."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Cue, Mark, Sign, Verb, Who
from domain.language.notions.when import Days

_BOTH: Final = Expression(r"(?:tous |toutes )?les (?:deux|trois|2|3)|(?:tous|toutes)(?: les deux)?|l'une? et l'autre")
_THE_TWO: Final = Expression(r"(?:tous |toutes )?les deux")
_COMMA: Final = Expression(r"[,:;(-] ?(?:et |ce sera |c'est )?$")
_TWO: Final = 2


def without_summing_up(plain: str, marks: list[Mark]) -> list[Mark]:
    """Return `marks` without "les deux" behind children of whom each has an activity of its own in its sentence."""
    return [m for m in marks if not (isinstance(m, Who) and _sums_up(plain, m, marks))]


def _sums_up(plain: str, who: Who, marks: list[Mark]) -> bool:
    if _BOTH.fullmatch(plain, who.start, who.end) is None or _COMMA.search(plain, 0, who.start) is None:
        return False
    before, after = [m for m in marks if m.start < who.start], [m for m in marks if m.start > who.start]
    if after and isinstance(after[0], Act):
        return False  # "…, et les deux au créatif vendredi"
    stops = [n for n, m in enumerate(before) if isinstance(m, Sign) and m.cue is Cue.STOP]
    here = [m for m in before[stops[-1] + 1 if stops else 0 :] if isinstance(m, Who | Act)]
    named = [m for m in here if isinstance(m, Who) and m.names]
    dealt = {n for m in named for n in m.names} == set(who.names) and len(named) >= _TWO
    kinds = [kind for kind, _ in groupby(type(m) for m in here)]  # "accueil du matin" may be two marks
    apart = kinds in ([Act, Who] * len(named), [Who, Act] * len(named))
    return dealt and apart and len({(m.part, m.codes) for m in here if isinstance(m, Act)}) > 1


def without_both(plain: str, marks: list[Mark]) -> list[Mark]:
    """Drop "les deux" where it is said of two bookings, each of its own child: "…, merci d'annuler les deux".

    "la cantine jeudi pour Victor et le goûter le 11 pour Séverine": neither child shall lose what is the other's.
    """
    if "deux" not in plain:
        return marks
    both = [m for m in marks if isinstance(m, Who) and _THE_TWO.fullmatch(plain, m.start, m.end)]
    gone = [m for m in both if _is_of_bookings(plain, m, marks)]
    return [m for m in marks if m not in gone] if gone else marks


_SENTENCE: Final = Expression(r"[.!?\n]")


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
