"""Moves: "décaler de mardi à jeudi", "remplacer la cantine par le goûter", "remplacer Victor par Séverine"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from domain.language.clauses import Clause
from domain.language.expression import Expression
from domain.language.joining import direction
from domain.language.marks import Act, Verb, Who
from domain.language.propositions import Link
from domain.language.statements import Mood, Statement
from domain.language.when import Days, Sort, When
from domain.model.wish import Do

_TWO: Final = 2
#: "remplacer Victor par Séverine".
_BY: Final = Expression(r" (?:[\w' ]{1,30} )?(?:par|avec|contre) (?:celle de |celui de )?")


def take_from_before(s: Statement, before: Statement | None) -> None:
    """Let "Luka est inscrit lundi midi, pouvez-vous le décaler à mardi ?" take the first day from what was told."""
    if before is not None and _opens_move(before, s):
        s.prop.slots[:0] = before.prop.slots  # "il faut décaler la cantine de Zoé : celle de jeudi passe à vendredi"
        before.mood, before.do, before.prop.verbs = Mood.TOLD, None, []
        return
    dated = [d for d in s.prop.of(Days) if isinstance(d, Days) and d.bases and not d.bases[0].ends]
    moves = s.verb is not None and s.verb.move and len(dated) == 1 and len(dated[0].bases) == 1
    if not moves or before is None or not before.prop.says_when or before.mood in (Mood.ILL, Mood.REFUSED):
        return
    s.prop.slots[:0] = before.prop.slots
    before.mood, before.do = Mood.TOLD, None


def _opens_move(before: Statement, s: Statement) -> bool:
    """Say whether one move only announces the next, which names the days."""
    both = all(o.verb is not None and o.verb.move for o in (before, s))
    return both and not before.prop.says_when and s.prop.says_when and s.prop.sentence <= before.prop.sentence + 1


def gather_move(plain: str, s: Statement, after: list[Statement]) -> None:
    """Let "décaler la cantine à vendredi au lieu de jeudi", or "… : pas jeudi mais vendredi", name both its days."""
    own = [d for d in s.prop.of(Days) if isinstance(d, Days) and d.bases]
    if s.verb is None or not s.verb.move or len(own) > 1 or any(len(_ends("", d)) > 1 for d in own):
        return
    whither = [d for d in own if direction(plain, d) == "a"]
    whence = [d for d in own if d not in whither]
    given = [o for o in after if _gives_day(s, o)]
    for o in given if given == after[: len(given)] else ():
        days = [d for d in o.prop.slots if isinstance(d, Days)]
        if len(both := _ends("", days[0])) > 1:
            whence, whither = [both[0][1]], [both[1][1]]
        elif o.prop.link is Link.INSTEAD or o.prop.negative:
            whence += days
        else:
            whither += days
    if given and len(whence) == 1 == len(whither):
        others = [x for o in (s, *given) for x in o.prop.slots if not (isinstance(x, Days) and x.bases)]
        s.prop.slots = [*others, *whence, *whither]
        for o in given:
            o.mood, o.do = Mood.TOLD, None


def _gives_day(s: Statement, o: Statement) -> bool:
    """Say whether it only names a day of the move before it."""
    near = o.prop.sentence <= s.prop.sentence + 1 and not o.verb and o.prop.reason is None and not o.prop.nothing
    dated = sum(isinstance(x, Days) and bool(x.bases) for x in o.prop.slots) == 1
    return near and dated and (o.prop.link is Link.INSTEAD or all(isinstance(x, Days) for x in o.prop.slots))


def split_move(plain: str, s: Statement) -> list[Statement]:
    """Return what a move calls off and what it books instead; anything else as it is."""
    if s.verb is None or not s.verb.move:
        return [s]
    slots = s.prop.slots
    whos = [x for x in slots if isinstance(x, Who)]
    named = [(direction(plain, d), d) for d in slots if isinstance(d, Days) and d.bases]
    limits = [w for d in slots if isinstance(d, Days) and not d.bases for w in d.frames]
    days = [p for way, d in named for p in _ends(way, d)] if len(named) == 1 else named
    if limits:
        days = [(way, _weekly(d, limits)) for way, d in days]
    acts = [(direction(plain, a), a) for a in slots if isinstance(a, Act)]
    single = [a for _, a in acts]
    if len(days) <= 1 and len(whos) == _TWO and _BY.fullmatch(plain, whos[0].end, whos[1].start):
        day = days[0][1] if days else None
        return [_part(s, Do.CANCEL, whos[:1], single, day), _part(s, Do.BOOK, whos[1:], single, day)]
    to = next((n for n, (way, _) in enumerate(acts) if n and way == "a"), 0)
    if len(days) == 1 and to:
        return [_part(s, Do.CANCEL, whos, single[:to], days[0][1]), _part(s, Do.BOOK, whos, single[to:], days[0][1])]
    if len(days) < _TWO:
        return [_part(s, Do.BOOK, whos, single, Days(s.prop.start, s.prop.start, (When(Sort.VAGUE),)))]
    if days[0][0] == "a" and days[1][0] != "a":
        days = [days[1], days[0]]
    return [_part(s, Do.CANCEL, whos, single, days[0][1]), _part(s, Do.BOOK, whos, single, days[1][1])]


def _ends(way: str, days: Days) -> list[tuple[str, Days]]:
    """Read "de mardi à jeudi" beside "décaler" as two days, not as a period or a list."""
    if len(days.bases) == _TWO and not days.frames:
        return [("", replace(days, bases=(base,))) for base in days.bases]
    span = days.bases[0] if len(days.bases) == 1 and days.bases[0].ends else None
    if span is None or span.ends is None:
        return [(way, days)]
    return [("", replace(days, bases=(When(Sort.DAY, days=(d,)),))) for d in span.ends]


def _weekly(days: Days, limits: list[When]) -> Days:
    """Read "jusqu'aux vacances, décaler du jeudi au vendredi" as every such weekday up to then."""
    weekdays = tuple({d.isoweekday() for b in days.bases for d in b.days} | {n for b in days.bases for n in b.weekdays})
    return Days(days.start, days.end, (When(Sort.EVERY, days.start, days.end, weekdays=weekdays),), tuple(limits))


def _part(s: Statement, do: Do, whos: list[Who], acts: list[Act], days: Days | None) -> Statement:
    verb = Verb(s.prop.start, s.prop.start, do)
    item = Clause(
        s.prop.sentence, s.prop.start, verb, do, list(whos), acts=list(acts), days=days, act_in_cancel=bool(acts)
    )
    item.hours = [h for i in s.items for h in i.hours][:1] if do is Do.BOOK else []
    return Statement(s.prop, Mood.ASKED, do, [item])
