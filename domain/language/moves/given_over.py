"""A place that one child gives over to another, one thing dropped in favour of another."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from domain.language.lexicon import given_over as lex
from domain.language.matching.expression import Expression
from domain.language.moves.moves import part_of_move
from domain.language.notions.marks import Act, Who
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import Days
from domain.model.wish import Do

_GIVES: Final = Expression(rf"{lex.GIVES_PLACE}$")
_TAKES: Final = Expression(rf"{lex.TAKES_PLACE}$")
_WAS_FOR: Final = Expression(rf"{lex.WAS_FOR}$")
_IS_FOR: Final = Expression(rf"{lex.IS_FOR}$")
_IN_FAVOUR: Final = Expression(lex.IN_FAVOUR)


def given_over(plain: str, said: list[Statement]) -> list[Statement]:
    """Read such statements as what is called off and what is booked instead; others stay as they are."""
    done = list[Statement]()
    for before, s in pairwise([None, *said]):
        if s is None:
            continue
        near = before if before is not None and before.prop.sentence == s.prop.sentence else None
        if halves := _to_another(plain, s, near):
            if near is not None and near in done and not near.prop.verbs:
                near.mood, near.do = Mood.TOLD, None  # "au goûter jeudi, Victor cède sa place à Zoé"
            done += halves
        else:
            done += _in_favour(plain, s) or [s]
    return done


def _to_another(plain: str, s: Statement, before: Statement | None) -> list[Statement]:
    """Return the halves of "Victor cède sa place à Zoé", "Zoé remplacera Victor", "prévu pour Luka, sera pour Zoé"."""
    whos = [w for o in (before, s) if o is not None for w in o.prop.slots if isinstance(w, Who) and len(w.names) == 1]
    own = [w for w in s.prop.slots if isinstance(w, Who)]
    if len(whos) < 2 or not own or whos[-1] is not own[-1] or whos[-1].names == whos[-2].names:  # noqa: PLR2004
        return []
    old, new = whos[-2:]
    gives = _GIVES.search(plain, old.end, new.start) is not None
    gives = gives or (
        _WAS_FOR.search(plain, max(0, old.start - 60), old.start) is not None
        and _IS_FOR.search(plain, old.end, new.start) is not None
    )
    takes = not gives and _TAKES.search(plain, old.end, new.start) is not None
    if not (gives or takes):
        return []
    if takes:
        old, new = new, old
    named = [x for o in (s, before) if o is not None and not (o is before and o.prop.verbs) for x in o.prop.slots]
    acts = [x for x in named if isinstance(x, Act)]
    days = next((x for x in named if isinstance(x, Days)), None)
    return [part_of_move(s, Do.CANCEL, [old], acts, days), part_of_move(s, Do.BOOK, [new], acts, days)]


def _in_favour(plain: str, s: Statement) -> list[Statement]:
    """Return the two halves of "on abandonne la cantine jeudi au profit du goûter"."""
    sign = _IN_FAVOUR.search(plain, s.prop.start, s.prop.end) if s.do is Do.CANCEL or s.mood is Mood.TOLD else None
    if sign is None:
        return []
    each = [p for x in s.prop.slots for p in _one_by_one(x)]
    before, after = [x for x in each if x.start < sign.start()], [x for x in each if x.start >= sign.end()]
    if not before or not after:
        return []
    kind = type(after[0])
    if kind not in (Act, Days) or not any(isinstance(x, kind) for x in before):
        return []
    whos = [x for x in each if isinstance(x, Who)]
    gone, come = ([x for x in each if not isinstance(x, kind) or x in part] for part in (before, after[:1]))
    return [_half(s, Do.CANCEL, whos, gone), _half(s, Do.BOOK, whos, come)]


def _one_by_one(slot: object) -> list[Act | Days | Who]:
    if isinstance(slot, Days) and not slot.frames and len(slot.bases) > 1:
        return [replace(slot, start=b.start, end=b.end, bases=(b,), excepts=()) for b in slot.bases]
    return [slot] if isinstance(slot, Act | Days | Who) else []


def _half(s: Statement, do: Do, whos: list[Who], named: list[Act | Days | Who]) -> Statement:
    acts = [x for x in named if isinstance(x, Act)]
    return part_of_move(s, do, whos, acts, next((x for x in named if isinstance(x, Days)), None))
