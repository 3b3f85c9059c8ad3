"""When a rhythm begins and ends: as told beside it ("je commence lundi 18"), or by dates at its end."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.propositions import Link
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import Days, Reach, Sort
from domain.language.periods.pointed import has, repeats
from domain.model.wish import Do

_TWO: Final = 2
#: What begins on a day, unless it is the hour at which somebody begins.
_BEGINS: Final = Expression(
    r"\b(?:(?:re)?commenc(?:e|ons|ent|era|erai|erons|eront|er)|debut(?:e|era|erai|er|ons)|demarr(?:e|era|erai|er|ons)"
    r"|(?:prends|prend|prendrai|reprends|reprend|reprendrai|reprise) (?:mon|un|son|le|du|mes)"
    r"|change(?:ons|rai|ment)? d(?:e |')(?:poste|horaires?|travail|employeur|equipe))\b(?! a \d)"
)


def begin_as_told(plain: str, told: Statement, s: Statement) -> None:
    """Let "je commence un travail lundi 18, et il me faudra la cantine tous les jours" begin on that day."""
    days = told.items[0].days
    if told.mood is not Mood.TOLD or s.do is None or days is None or len(told.items) > 1:
        return
    since = [w for w in days.frames if w.sort is Sort.SINCE and w.first]
    day = days.bases[0] if len(days.bases) == 1 and not days.frames else None
    single = day is not None and (len(day.days) == 1 if day.sort is Sort.DAY else day.sort is Sort.WEEKDAY)
    if day and single and _BEGINS.search(plain, told.prop.start, days.start):
        since = [replace(day, sort=Sort.SINCE, days=(), first=day.days[0] if day.days else None)]
    for item in s.items:
        if since and item.days and _has_no_beginning(item.days):
            item.days = replace(item.days, frames=(*item.days.frames, *since))


def alternate_as_told(told: Statement, s: Statement) -> None:
    """Let "une semaine sur deux, Zoé mange à la cantine le jeudi jusqu'aux vacances" be every other Thursday.

    So "à partir du 10 et une semaine sur deux, …".
    """
    rhythm = told.items[0].days
    leads = told.mood is Mood.CONTEXT and told.prop.sentence == s.prop.sentence and s.do is not None
    if not leads or rhythm is None or rhythm.bases or not has(rhythm, Sort.ALTERNATE):
        return
    if {w.sort for w in rhythm.frames} > {Sort.ALTERNATE, Sort.SINCE, Sort.UNTIL}:
        return
    for item in s.items:
        days = item.days
        weekly = days is not None and bool(days.bases) and all(b.sort is Sort.EVERY or b.habit for b in days.bases)
        if days is not None and weekly and not has(days, Sort.ALTERNATE, Sort.PARITY):
            own = {w.sort for w in days.frames}
            item.days = replace(days, frames=(*(w for w in rhythm.frames if w.sort not in own), *days.frames))


def day_as_told(told: Statement, s: Statement) -> None:
    """Let "mercredi je travaille, du coup Zoé la journée et le mercredi d'après le matin" begin with that Wednesday."""
    days, first = told.items[0].days, s.items[0]
    so = s.prop.link is Link.SO and told.prop.sentence == s.prop.sentence and told.mood is Mood.TOLD
    if not so or not days or not days.bases or len(s.items) < _TWO or not first.acts:
        return
    lent = first.days is not None and any(first.days == i.days for i in s.items[1:])
    if lent and first.days and first.days.start > first.acts[-1].start:
        first.days = days


#: The whole family is away, or it is over: no time of care.
_NO_CARE: Final = Expression(
    r"\b(?:on|nous) (?:part|serons|sera|sommes|est|allons|va|prend|prenons|avons)\b|\ben famille\b"
    r"|\bsemaine (?:derniere|passee|precedente)\b|\bmois dernier\b|\b(?:merci|remercie)\b"
)


def last_as_told(plain: str, told: Statement, s: Statement) -> None:
    """Let "cette semaine je travaille tard, Victor reste tous les soirs" last for that week.

    "Je change de poste la semaine prochaine, …" only says from when on.
    """
    days = told.items[0].days
    parts = (*days.bases, *days.frames) if days and told.mood is Mood.TOLD and len(told.items) == 1 else ()
    spans = [w for w in parts if w.sort is Sort.SPAN and w.first and w.last and not w.holiday]
    if s.do is not Do.BOOK or len(spans) != 1 or len(parts) != 1 or told.prop.unaffected:
        return
    begins = _BEGINS.search(plain, told.prop.start, told.prop.end) is not None
    if told.prop.sentence < s.prop.sentence - 1 or _NO_CARE.search(plain, told.prop.start, told.prop.end):
        return
    limit = replace(spans[0], sort=Sort.SINCE, last=None, reach=Reach.DATES) if begins else spans[0]
    for item in s.items:
        if item.days and _has_no_beginning(item.days) and (begins or not has(item.days, Sort.UNTIL, Sort.PARITY)):
            item.days = replace(item.days, frames=(*item.days.frames, limit))


def _has_no_beginning(days: Days) -> bool:
    """Say whether it repeats, with an end at most."""
    daily = has(days, Sort.EACH_DAY) if not days.bases else all(b.sort is Sort.EVERY for b in days.bases)
    return daily and not has(days, Sort.SINCE, Sort.SPAN, Sort.RETURN, Sort.LASTING, Sort.THOSE, Sort.THENCE)


def days_below(s: Statement, before: list[Statement]) -> None:
    """Let "… jusqu'à la fin de l'année les jours où je travaille : lundi et mardi" be those weekdays."""
    head, listed = (before[-1] if before else None), s.items[0].days
    below = head is not None and head.mood is Mood.TOLD and head.prop.heads and s.prop.link is Link.COLON
    alone = s.mood is Mood.BARE and len(s.prop.slots) == 1 and listed is not None and not listed.frames
    if not below or not alone or listed is None or not repeats(listed) or len(before) < _TWO:
        return
    items = [i for i in before[-2].items if i.days and not i.days.bases and i.days.frames]
    if items and before[-2].do is Do.BOOK and before[-2].prop.sentence == s.prop.sentence:
        for item in items:
            bases = tuple(replace(b, sort=Sort.EVERY, habit=True) for b in listed.bases)
            item.days = replace(item.days, bases=bases) if item.days else None
        s.mood, s.do = Mood.CONTEXT, None


def bound_alike(plain: str, one: Statement, two: Statement) -> None:
    """Let "Séverine mange tous les lundis, Victor aussi, jusqu'aux vacances" be the same Mondays for both."""
    days = one.items[-1].days
    if days is None or not days.bases or days.frames or not repeats(days) or not two.prop.same:
        return
    if two.prop.sentence != one.prop.sentence or two.mood is Mood.REFUSED:
        return
    for item in two.items:
        limit = item.days
        if limit is None or limit.bases or not limit.frames or any(w.sort is not Sort.UNTIL for w in limit.frames):
            continue
        item.days = replace(limit, bases=days.bases)
        if plain[: limit.start].rstrip().endswith(","):
            one.items[-1].days = replace(days, frames=limit.frames)


def bound_habit(s: Statement, before: list[Statement]) -> None:
    """Let "elle a judo le mardi donc pas de créatif, mais goûter oui, jusqu'aux vacances" be of Tuesdays up to then."""
    limit = s.items[-1].days
    if s.mood is Mood.TOLD or limit is None or limit.bases or not limit.frames:
        return
    told = [i for o in before if o.mood is Mood.TOLD and o.prop.sentence == s.prop.sentence for i in o.items if i.days]
    days = told[-1].days if told else None
    if days is None or any(w.sort is not Sort.UNTIL for w in limit.frames) or days.frames or not days.bases:
        return
    if all(b.sort in (Sort.WEEKDAY, Sort.EVERY) and b.habit for b in days.bases):
        bases = tuple(replace(b, sort=Sort.EVERY) for b in days.bases)
        told[-1].days = s.items[-1].days = replace(days, bases=bases, frames=limit.frames)


def bound_rhythm(s: Statement) -> None:
    """Let dates at the end bound a rhythm: "un lundi sur deux, Victor au goûter, du 18 nov. jusqu'aux vacances"."""
    last = s.items[-1].days
    rhythms = [i for i in s.items[:-1] if i.days and i.days.bases and repeats(i.days)]
    if last is None or len(last.bases) != 1 or not rhythms or s.items[-1].whos not in ([], rhythms[-1].whos):
        return
    base = last.bases[0]
    if base.sort is Sort.SPAN and base.reach is Reach.DATES:
        frames = (base, *last.frames)
    elif base.sort is Sort.DAY and base.days and has(last, Sort.UNTIL):
        frames = (replace(base, sort=Sort.SINCE, first=base.days[0]), *last.frames)
    else:
        return
    for item in rhythms:
        own = item.days.frames if item.days else ()
        kept = tuple(w for w in own if w.sort not in {f.sort for f in frames})
        item.days = replace(item.days, frames=(*kept, *frames)) if item.days else None
    s.items.pop()
