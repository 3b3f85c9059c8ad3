"""A "non" said of what stands right before it: "la cantine non c'est trop cher", "lundi oui mardi non pour Zoé"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Cue, Mark, Sign, Who
from domain.language.notions.when import Days

_NO: Final = Expression(r"\bnon\b")
#: Why not: "la cantine non c'est trop cher", "le goûter non ça ira".
_BECAUSE: Final = Expression(
    r",? (?:c'est|c'etait|ce n'est|ca|cela|trop|inutile|pas (?:besoin|la peine|necessaire)|plus besoin)\b"
    r"(?! (?:plutot|pour|l[ea]|ce)\b| (?:lundi|mardi|mercredi|jeudi|vendredi|demain)\b)"
)
#: For whom, or for what, both answers are.
_OF_BOTH: Final = Expression(r" (?:pour|au|aux|a la|a l')\b")
_SENTENCE: Final = Expression(r"[.!?;\n]")
_YES: Final = Expression(r"\s*:?\s*oui\b")
#: What takes back is no answer by itself where "pas" follows: "… et vendredi, ah non pas vendredi".
_NOT_THAT: Final = Expression(r"\b(?:ah|oh|enfin|mais|bah|ben|a) non,? (?P<not>pas)\b(?= (?!de |du tout|que )[a-z0-9])")


def find_answers(plain: str, marks: Sequence[Mark]) -> Iterator[Sign]:
    """Yield a refusal for each "non" that answers the child, day or activity right before it."""
    named = [m for m in marks if isinstance(m, Who | Act | Days)]
    for no in _NO.finditer(plain):
        before = next((m for m in named if not plain[m.end : no.start()].strip(" ,:") and m.end < no.start()), None)
        if before is None:
            continue
        both = _OF_BOTH.match(plain, no.end()) and _has_yes(plain, named, before)
        if both or _BECAUSE.match(plain, no.end()):
            yield Sign(*no.span(), Cue.NOT)
            yield Sign(no.end(), no.end(), Cue.AND)
    for m in _NOT_THAT.finditer(plain):
        if any(isinstance(x, Who | Act | Days) and 0 < x.start - m.end() <= _NEAR for x in marks):
            yield Sign(*m.span("not"), Cue.NOT)


#: "pas pour lundi", in letters.
_NEAR: Final = 6


def _has_yes(plain: str, named: Sequence[Mark], answered: Mark) -> bool:
    """Say whether another one of its kind has a yes in the same sentence."""
    since = _SENTENCE.last_end(plain, answered.start)
    alike = (m for m in named if type(m) is type(answered) and since <= m.start < answered.start)
    return any(_YES.match(plain, m.end) for m in alike)
