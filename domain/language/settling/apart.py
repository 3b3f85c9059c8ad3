"""Sentences that say all themselves, of different children or days: they are read apart, and lend each other nothing.

"Sohan est malade, annulez tout pour lui. Nahel mangera jeudi." is two messages in one; what is called off in the
first says nothing of the second, and the day of the second is not that of the first.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.hours import Hour
from domain.language.notions.marks import Act, Force, Verb, Who
from domain.language.notions.propositions import Link, Proposition
from domain.language.notions.when import POINTING, Days, Sort
from domain.model.wish import Do, Reason

Block = list[Proposition]

_ILL: Final = (Reason.SICK, Reason.FAMILY)
#: What goes on from the sentence before.
_LEANS: Final = (Link.SLIP, Link.INSTEAD, Link.EXCEPT, Link.SO, Link.COLON)
#: What a sentence says of time that may hold for the next ones.
_PERIODS: Final = (Sort.SPAN, Sort.PARITY, Sort.ALTERNATE, Sort.UNTIL, Sort.SINCE, Sort.LASTING)
_PLEASE: Final = Expression(r"\b(?:svp|stp|s'il (?:vous|te) plait|merci)\b")


def apart(plain: str, props: list[Proposition]) -> list[Block]:
    """Return the propositions in the blocks that are read apart: one block, where any of them leans on another."""
    blocks = list[Block]()
    for _, sentence in groupby(props, key=lambda p: p.sentence):
        new = list(sentence)
        if blocks and not _begins(plain, blocks, new):
            if any(_reaches_back(p, blocks) for p in new):
                return [props]
            blocks[-1] += new
        else:
            blocks.append(new)
    return blocks if all(_is_whole(plain, b) for b in blocks) else [props]


def _begins(plain: str, blocks: list[Block], new: Block) -> bool:
    """Say whether a sentence is whole in itself, of other children or other days, and in no period said before."""
    if not (_is_whole(plain, blocks[-1]) and _is_whole(plain, new)) or new[0].link in _LEANS:
        return False
    before = [p for b in blocks for p in b]
    if before[-1].heads or (_names(before) & _names(new) and not (_is_dated(before) and _is_dated(new))):
        return False
    lasting = any(w.sort in _PERIODS for p in before for d in _days(p) for w in (*d.frames, *d.bases))
    return not lasting or not any(_is_open(d) for p in new for d in _days(p))


def _is_dated(block: Block) -> bool:
    """Say whether it has days of its own: "il est malade. Il ne viendra pas jeudi" is one thing, told twice."""
    return any(d.bases or d.frames for p in block for d in _days(p))


def _is_open(days: Days) -> bool:
    """Say whether a period named elsewhere may hold for it: "jeudi", "tous les jours"."""
    if any(w.sort in _PERIODS for w in days.frames):
        return False
    if any(b.sort is Sort.DAY and not b.weekdays for b in days.bases):
        return False  # "demain et vendredi"
    return not days.bases or any(b.sort in (Sort.WEEKDAY, Sort.EVERY) for b in days.bases)


def _reaches_back(prop: Proposition, blocks: list[Block]) -> bool:
    """Say whether what is not whole in itself may be said of more than the block before it."""
    if prop.link is Link.SLIP or prop.mistake or prop.same:
        return True
    calls_off = not prop.slots and any(v.do is not Do.BOOK for v in prop.verbs)
    others = not _names([prop]) <= _names(blocks[-1]) or any(not w.names for w in _whos([prop]))
    return len(blocks) > 1 and (calls_off or others)


def _is_whole(plain: str, block: Block) -> bool:
    """Say whether it says for whom, what and when, and that it is wanted, and points to nothing."""
    whos = _whos(block)
    if not whos or any(not w.names for w in whos) or any(p.same or p.mistake or p.change for p in block):
        return False
    if not _whos([next(p for p in block if p.slots)]):
        return False  # "demain il sera pas là, Luka je ne sais pas"
    days = [d for p in block for d in _days(p)]
    if any(w.sort in POINTING and w.sort is not Sort.AGO for d in days for w in (*d.bases, *d.frames)):
        return False
    ill = any(p.reason in _ILL for p in block)
    what = any(isinstance(s, Act | Hour) for p in block for s in p.slots) or any(
        v.whole or v.meal for v in _verbs(block)
    )
    return (ill or (bool(days) and what)) and (ill or _is_wanted(plain, block))


def _is_wanted(plain: str, block: Block) -> bool:
    said = any(v.force is not Force.NOUN and v.do is not None for v in _verbs(block))
    return said or _PLEASE.search(plain, block[0].start, block[-1].end) is not None


def _names(block: Iterable[Proposition]) -> frozenset[str]:
    return frozenset(n for w in _whos(block) for n in w.names)


def _whos(block: Iterable[Proposition]) -> list[Who]:
    return [s for p in block for s in p.slots if isinstance(s, Who)]


def _verbs(block: Block) -> list[Verb]:
    return [v for p in block for v in p.verbs]


def _days(prop: Proposition) -> list[Days]:
    return [s for s in prop.slots if isinstance(s, Days)]
