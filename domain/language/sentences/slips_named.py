"""A child named by a slip: "Inscrivez Victor, enfin Séverine, à la cantine" is of Séverine alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Cue, Mark, Sign, Who

#: Between the name that slipped out and the one that is meant.
_RATHER: Final = Expression(
    r"\s*(?:,|\.{2,}|-|\()\s*(?:enfin|ou plutot|je voulais dire)(?: (?:non|plutot|pour))*,? (?:a |pour )?"
)
#: One more of a list: "Nahel, Sohan, enfin Léah".
_LISTED: Final = Expression(r"[\s,]*(?:\bet\b|,)\s*(?:pour )?")


#: "c'est Séverine qui ira, et plus Victor": no longer he.
_NO_LONGER: Final = Expression(r"(?:,|\bet|, et|\bmais|, mais) (?P<not>(?:non )?plus (?:pour |a )?)$")
#: "c'est Victor …, plus Séverine au goûter" is of both.
_ENDS: Final = Expression(r"\W*(?:$|[.;!?\n])")
_IT_IS: Final = Expression(r"\b(?:c'est|ce sera|ca sera|ce serait|c'etait|on inverse|on echange|inversez)\b[^.!?;\n]*$")


def find_named_slips(plain: str, marks: Sequence[Mark]) -> Iterator[Sign]:
    """Yield a slip for each "enfin" between two children that end no list; and "plus" before who goes no more."""
    whos = [m for m in marks if isinstance(m, Who) and m.names]
    for who in whos[1:]:
        no_longer = _NO_LONGER.search(plain, 0, who.start)
        added = no_longer is not None and no_longer.group().startswith(",") and not _ENDS.match(plain, who.end)
        if no_longer and not added and _IT_IS.search(plain, 0, no_longer.start()):
            yield Sign(no_longer.start("not"), who.start, Cue.NOT_BUT)
    for n, (old, new) in enumerate(pairwise(whos)):
        ends_list = n > 0 and _LISTED.fullmatch(plain, whos[n - 1].end, old.start) is not None
        if not ends_list and (slip := _RATHER.fullmatch(plain, old.end, new.start)) and old.names != new.names:
            at = slip.start() + len(slip.group()) - len(slip.group().lstrip(" ,.(-"))
            yield Sign(at, new.start, Cue.SLIP)
