"""What narrows what stands before it: "… mais seulement les jeudis", "… donc juste Luka", "… à partir du 13"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.clauses import Clause
from domain.language.notions.hours import Hour
from domain.language.notions.marks import Act, Part, Who
from domain.language.notions.propositions import Link
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import Days, Sort
from domain.model.wish import Do


def narrows(s: Statement, before: Statement) -> bool:
    """Apply "… mais seulement les jeudis", "mais midi uniquement" to what stands before it; say whether it was that."""
    kinds = {Act if isinstance(x, Hour) else type(x) for x in s.prop.slots}
    itself = bool(before.items) and any(a.start >= before.items[-1].start for a in before.items[-1].acts)
    lacks = bool(before.items) and Act in kinds and not itself and before.prop.says_who
    other = before.prop.same and not s.prop.same  # "Sohan pareil mais vendredi", "Sohan : idem, mais …"
    other = other and (before.prop.says_who or before.prop.link is Link.COLON)
    so = s.prop.link is Link.SO and s.prop.only  # "…, donc que mardi"
    so |= s.prop.link is Link.START and s.prop.only and _are_days_of(s, before)
    narrows = so or (s.prop.link is Link.BUT and (s.prop.only or lacks or other))
    limits = s.mood is Mood.CONTEXT and ((s.prop.only and kinds == {Days}) or (other and kinds == {Act}))
    demand = s.mood is Mood.ASKED and s.do is Do.BOOK and (before.prop.same or before.mood in (Mood.BARE, Mood.STATED))
    bare = s.mood is Mood.BARE or limits or (demand and before.do in (None, Do.BOOK))
    both = kinds == {Act, Days} and s.prop.only and not s.prop.predicate  # "… mais que le lundi midi"
    if not narrows or not (len(kinds) == 1 or both) or not bare or not before.items or _is_something_else(s, before):
        return False
    own, last = s.items[0], before.items[-1].names
    several = len({i.names for i in before.items}) > 1 and own.days is not None and not own.days.bases
    apart = bool(own.whos) and _is_last_apart(before)
    for item in before.items[-1:] if apart else (i for i in before.items if not several or i.names == last):
        if both:
            item.days = _narrowed(item.days, own.days)
        if own.says_what and item.names == before.items[-1].names:
            item.acts, item.hours = list(own.acts), list(own.hours)
        elif own.days:
            item.days = _narrowed(item.days, own.days)
        elif own.whos:
            item.whos = list(own.whos)
    before.prop.only = True
    return True


#: Of what was named, some is taken: "je n'en prends qu'un : jeudi".
_ONLY_SOME: Final = Expression(r"\bn'en \w+ (?:finalement |donc )?qu(?:'une?\b|e (?:deux|trois|2|3)\b)[^:.!?\n]{0,24}:")


def keep_some(plain: str, s: Statement, before: list[Statement], after: list[Statement]) -> None:
    """Let what was named only be chosen from, where "je n'en garde qu'un : jeudi" says which of it is asked for."""
    some = s.mood is Mood.TOLD and s.prop.heads and _ONLY_SOME.search(plain, s.prop.start, s.prop.end) is not None
    if not some or not after or after[0].prop.link is not Link.COLON:
        return
    kinds = {type(x) for x in after[0].prop.slots}
    listed = next((o for o in reversed(before) if kinds & {type(x) for x in o.prop.slots}), None)
    if listed and listed.mood is Mood.BARE and listed.do in (None, Do.BOOK):
        listed.mood, listed.do, after[0].mood = Mood.CONTEXT, None, Mood.BARE


def sets_right(s: Statement, before: Statement) -> bool:
    """Say whether it narrows what was asked, under a heading that owns up: "Correction : pour Nahel seulement."."""
    headed = before.prop.mistake and before.prop.heads and not (before.prop.slots or before.prop.verbs)
    alone = s.prop.only and len({type(x) for x in s.prop.slots}) == 1 and not s.prop.predicate
    return headed and alone and s.prop.link is Link.COLON


def _is_something_else(s: Statement, before: Statement) -> bool:
    """Say whether it is of another activity: "Cantine en mai tous les jours. Goûter seulement les mardis.".

    Also in place of what is not: "n'ira pas à la cantine jeudi mais seulement au goûter".
    """
    mine, theirs = ({part for i in o.items for part in _parts(i)} for o in (s, before))
    instead = s.prop.link is Link.BUT and before.do is Do.CANCEL and before.mood is Mood.STATED
    apart = instead or (s.prop.link is Link.START and s.prop.says_when)
    return apart and bool(mine and theirs) and not mine & theirs


def _is_last_apart(before: Statement) -> bool:
    """Say whether only the last thing named is narrowed: "cantine pour les deux, goûter mais pour Luka seul"."""
    *others, last = before.items
    lent = bool(others) and all(w.start < last.start for w in last.whos)
    own = bool(last.acts) and all(a.start >= last.start for a in last.acts)
    return lent and (own or (last.days is not None and last.days.start >= last.start))


def _are_days_of(s: Statement, before: Statement) -> bool:
    """Say whether it names weekdays of a period before it: "… pour tout le mois d'avril ? Les mardis uniquement."."""
    period, own = before.items[-1].days if before.items else None, s.items[0].days
    weekdays = own is not None and bool(own.bases) and all(b.sort is Sort.EVERY or b.habit for b in own.bases)
    return weekdays and period is not None and period.frames_span and not period.bases


def _narrowed(days: Days | None, own: Days | None) -> Days | None:
    """Return "jusqu'aux vacances, mais seulement les mardis", "tous les lundis, mais à partir du 16" as one saying."""
    if days is None or own is None or bool(days.bases) is bool(own.bases):
        return _bounded(days, own)
    inner, outer = (own, days) if own.bases else (days, own)
    frames = tuple(w for w in outer.frames if w.sort is not Sort.EACH_DAY)
    return replace(inner, frames=(*inner.frames, *(w for w in frames if w not in inner.frames)))


_LIMITS: Final = (Sort.SINCE, Sort.UNTIL)


def _bounded(days: Days | None, own: Days | None) -> Days | None:
    """Return "tous les jours de mars, mais à partir du 13 seulement" as one saying; other days take their place."""
    if days is None or own is None or own.bases or not any(w.sort is Sort.SPAN for w in days.frames):
        return own
    kinds = {w.sort for w in own.frames}
    limits = kinds <= {*_LIMITS} and not kinds & {w.sort for w in days.frames}
    return replace(days, frames=(*days.frames, *own.frames)) if limits else own


def narrow_children(s: Statement, whole: list[Statement]) -> None:
    """Keep only the children of "…, donc juste Luka à inscrire"."""
    for other in whole:
        for item in other.items:
            if s.items[0].names and s.items[0].names < item.names:
                item.whos = list(s.items[0].whos)


def bound(s: Statement, whole: list[Statement]) -> None:
    """Put the limits of "… mais seulement à partir du 13, inscrivez-la" on the days named before it."""
    limits = s.items[0].days
    for item in whole[-1].items if limits and not limits.bases else ():
        item.days = replace(item.days, frames=(*item.days.frames, *limits.frames)) if item.days and limits else limits


def only_these(plain: str, s: Statement, before: list[Statement]) -> list[Clause]:
    """Return the others whom "le 19, seulement Yasmine" or "le goûter que pour Yasmine" leaves out of what is asked."""
    return _only_on_days(plain, s, before) or _only_for_act(plain, s, before)


def _only_for_act(plain: str, s: Statement, before: list[Statement]) -> list[Clause]:
    """Return whom "les deux à la cantine et au goûter jeudi, mais le goûter seulement pour JB" leaves out of one."""
    *first, last = s.items
    alone = s.mood is Mood.BARE and not first and {type(x) for x in s.prop.slots} == {Who, Act}
    if not s.prop.only or not (alone or first) or len(last.acts) != 1 or not last.whos:
        return []
    act, who = last.acts[0], last.whos[0]
    if not (_ONLY_BEFORE.search(plain, 0, who.start) or _ONLY_AFTER.match(plain, last.whos[-1].end)):
        return []
    own = [o for o in before if o.do is Do.BOOK and o.mood is not Mood.TOLD]
    listed = [*(i for o in own for i in o.items), *(first if s.do is Do.BOOK else ())]
    around = [
        i for i in listed if last.names < i.names and (act.part, act.codes) in [(a.part, a.codes) for a in i.acts]
    ]
    around = [i for i in around if last.days is None or i.days == last.days]
    left = [w for i in around for w in i.whos if set(w.names) - last.names]
    return [_left_out(s, last, left, around[0].days, acts=[act])] if left else []


def _only_on_days(plain: str, s: Statement, before: list[Statement]) -> list[Clause]:
    """Return the others whom "le 19, seulement Yasmine" leaves out of the days that are asked for all of them.

    It may stand at the end of the list itself: "les deux tous les jeudis, uniquement Ilyès le 26".
    """
    own, last = [o for o in before if o.do is Do.BOOK and o.mood is not Mood.TOLD], s.items[-1]
    within = len(s.items) > 1 and _is_alone(plain, s, last)
    alone = s.mood is Mood.BARE and len(s.items) == 1 and {type(x) for x in s.prop.slots} == {Who, Days}
    if not s.prop.only or last.days is None or not last.whos or not (within or alone):
        return []
    listed = [i for o in own for i in o.items if i.whos] + (s.items[:-1] if within else [])
    header = next((i.days for o in reversed(before) if o.mood is Mood.CONTEXT for i in o.items if i.days), None)
    around = [i for i in listed if (days := i.days or header) and _holds(days, last.days)]
    others = [w for i in around for w in i.whos if set(w.names) - last.names]
    if not last.names <= {n for i in around for n in i.names} or not others:
        return []
    if within:
        s.items.pop()
        for item in s.items:
            item.whos = [w for w in item.whos if w.start < last.start]  # not what the last one lent
    else:
        s.mood = Mood.TOLD
    return [_left_out(s, last, others, last.days, acts=[])]


def _left_out(s: Statement, own: Clause, whos: list[Who], days: Days | None, *, acts: list[Act]) -> Clause:
    """Return what is not for those of `whos` who are not among the `own`."""
    left = [replace(w, names=tuple(n for n in w.names if n not in own.names)) for w in whos]
    return Clause(s.prop.sentence, s.prop.start, whos=left, acts=acts, days=days, excepted=True)


def _parts(item: Clause) -> set[tuple[Part, frozenset[str]]]:
    return {(a.part, a.codes) for a in item.acts}


def _is_alone(plain: str, s: Statement, item: Clause) -> bool:
    """Say whether the last item names a child and a day of what is listed: "…, uniquement Ilyès le 26"."""
    day = item.days.bases[0] if item.days and item.days.bases else None
    before = max((w.end for w in s.items[-2].whos), default=0)
    own = day is not None and (day.start >= item.start or day.start > before) and item.acts == s.items[-2].acts
    between = day is not None and bool(item.whos) and plain[day.end : item.whos[0].start]
    only = _ONLY_BEFORE.search(plain, s.prop.start, item.start) or (between and _ONLY_BEFORE.search(between))
    return own and bool(only)


#: "…, uniquement Ilyès le 26".
_ONLY_BEFORE: Final = Expression(r"\b(?:seulement|uniquement|juste|rien que|que)(?: pour| avec)? ?$")
_ONLY_AFTER: Final = Expression(r" (?:seulement|uniquement|seule?)\b")


def _holds(days: Days, named: Days) -> bool:
    """Say whether the days named are some of those listed, or that repeat: "tous les jeudis de juin", the 19th one."""
    single = {n for b in days.bases if b.sort is Sort.WEEKDAY for n in b.weekdays}
    if named.bases and all(b.sort is Sort.WEEKDAY and single > set(b.weekdays) for b in named.bases):
        return days.frames == named.frames or not named.frames  # "lundi et jeudi, mais jeudi que Sohan"
    if {d for b in named.bases for d in b.days} <= {d for b in days.bases for d in b.days if b.sort is Sort.DAY}:
        return all(b.days for b in named.bases)
    weekdays = {n for b in days.bases if b.sort is Sort.EVERY for n in b.weekdays}
    daily = any(w.sort is Sort.EACH_DAY for w in days.frames)
    daily |= days.frames_span and not days.bases
    said = {d.isoweekday() for b in named.bases for d in b.days} | {n for b in named.bases for n in b.weekdays}
    dated = all(b.sort is Sort.DAY and b.explicit for b in named.bases)
    return dated and bool(said) and (daily or said <= weekdays)
