"""What neighbours lend: whom, when and what a clause does not name itself, it takes from what was said around it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from itertools import takewhile
from typing import Final

from domain.language.clauses import Clause
from domain.language.marks import Part, Who
from domain.language.propositions import Link, says_when_back
from domain.language.statements import Mood, Statement
from domain.language.when import POINTING, Days, Reach, Sort, When
from domain.model.wish import Do

#: When somebody comes for the child.
_PICKED_UP: Final = re.compile(
    r"\b(?:recup\w+|cherch\w+|pren\w+|viens|vient|viendra\w*|arriv\w+|serai|sera la|passe\w*|sors|sort)\b"
)
#: "gardez Zoé jusque là": up to the hour that was told.
_SO_LONG: Final = re.compile(r"\bjusque[- ]la\b|\bjusqu'a (?:cette heure|ce moment)\b")
_STRONG: Final = re.compile(r"\b(?:pareil\w*|idem|meme chose|de meme)\b")
#: These lend, and are no model for "pareil".
_LENDERS = (Mood.TOLD, Mood.CONTEXT, Mood.FRAME)


def lend(plain: str, said: list[Statement]) -> None:
    """Fill what each clause lacks."""
    _siblings(said)
    _point_back(said)
    _frames(plain, said)
    for n, s in enumerate(said):
        if s.prop.same and s.mood not in (Mood.TOLD, Mood.CONTEXT, Mood.FRAME):
            _copy(plain, s, said, n)
        for item in s.items:
            if s.do is None and s.mood is not Mood.REFUSED:
                continue
            if s.mood is Mood.REFUSED:
                _whose(item, s, said[:n])
                continue
            _whom(item, s, said, n)
            _when(item, s, said, n)
            _what(item, s, said, n)
            _until(plain, item, s, said)


def _and_more(plain: str, s: Statement, models: list[Clause]) -> None:
    """Read "les garçons pareil plus la cantine": the same, and one thing more."""
    if s.items[0].whos and _STRONG.search(plain, s.prop.start, s.prop.end):
        group = list(takewhile(lambda m: m.names == models[0].names, models))[::-1]
        s.items = [*(replace(m, whos=list(s.items[0].whos)) for m in group), *s.items]


def _copy(plain: str, s: Statement, said: list[Statement], n: int) -> None:
    """Read "Sohan pareil", "mardi : pareil": all that was said of the child or the day before."""
    spoken = [o for o in said[:n][::-1] if o.do and o.mood not in _LENDERS]
    models = [i for o in spoken for i in o.items[::-1] if i.says_what or i.days]
    item = s.items[0]
    if not models or (s.mood is Mood.ASKED and not s.prop.says_who):
        return
    context = said[n - 1].items[0] if said[n - 1].mood is Mood.CONTEXT and said[n - 1].prop.heads else None
    item.whos = item.whos or (list(context.whos) if context else [])
    if item.says_what:
        _and_more(plain, s, models)
        return
    days = item.days or (context.days if context else None)
    if copies := _copies(s, item, models, days):
        s.do = s.do or spoken[0].do
        s.items = copies


def _copies(s: Statement, item: Clause, models: list[Clause], days: Days | None) -> list[Clause]:
    last = models[0]
    if not item.whos:
        group = list(takewhile(lambda m: m.days == last.days, models))[::-1]
        return [replace(m, days=days) for m in group] if days else []
    group = list(takewhile(lambda m: m.names == last.names, models))[::-1]
    if days and s.prop.only:
        return [replace(m, whos=list(item.whos), days=_restricted(days, m.days)) for m in group]
    copies = [replace(m, whos=list(item.whos)) for m in group]
    if days is None:
        return copies
    more = replace(last, whos=list(item.whos), days=days)
    return [*copies, more] if item.days is days and s.mood is Mood.BARE else [more]


def _restricted(days: Days, model: Days | None) -> Days:
    """Return days within the period of others ("aussi mais seulement les jeudis")."""
    return replace(days, frames=model.frames) if model and not days.frames else days


def _until(plain: str, item: Clause, s: Statement, said: list[Statement]) -> None:
    """Take the hour of pick-up that was told: "je récupère Zoé à 17h30, mettez-la au périscolaire"."""
    wide = item.acts and all(a.part in (Part.CARE, Part.EVENING) for a in item.acts)
    if s.do is Do.BOOK and not item.hours and (wide or not item.acts):
        so_long = _SO_LONG.search(plain, s.prop.start, s.prop.end) is not None
        picked = (
            o for o in said
            if o.mood is Mood.TOLD and (so_long or _PICKED_UP.search(plain, o.prop.start, o.prop.end))
        )  # fmt: skip
        item.hours = next((list(i.hours) for o in picked for i in o.items if i.hours), [])


def _siblings(said: list[Statement]) -> None:
    """Leave "sa sœur" to be resolved against the children named before it."""
    named = list[Who]()
    for s in said:
        for item in s.items:
            for n, who in enumerate(item.whos):
                if who.sibling and named:
                    item.whos[n] = replace(who, options=named[-1].names)
                elif who.names:
                    named.append(who)


def _others(said: list[Statement], n: int) -> list[Clause]:
    """Return the items of other statements, nearest first: those before, then those after."""
    before = [i for s in said[:n][::-1] for i in s.items[::-1]]
    after = [i for s in said[n + 1 :] for i in s.items]
    return [*before, *after]


def _whom(item: Clause, s: Statement, said: list[Statement], n: int) -> None:
    if not item.whos:
        item.whos = next((list(i.whos) for i in _others(said, n) if i.whos), [])


def _whose(item: Clause, s: Statement, before: list[Statement]) -> None:
    """Limit a refusal to the child whose days or activities it is about ("Sohan : mardi aussi mais pas jeudi")."""
    near = [i for o in before[::-1] for i in o.items[::-1] if i.whos and o.prop.sentence == s.prop.sentence]
    if not item.whos and not item.bare and near:
        item.whos = list(near[0].whos)
    elif item.whos and item.days is None and not item.says_what and near:
        item.days = _heading(near, item)

    dated = next((i.days for o in before[::-1] for i in o.items[::-1] if i.days and i.days.bases), None)
    if item.days and any(b.sort is Sort.SAME for b in item.days.bases) and dated:
        item.days = replace(dated, bases=dated.bases[-1:])  # "… et vendredi, mais pas Victor ce jour-là"


def _heading(near: list[Clause], item: Clause) -> Days | None:
    """Return the day that heads what is refused: "lundi Zoé midi, Luka soir, mardi Zoé midi, Luka rien"."""
    last, days = near[0], near[0].days
    leads = days is not None and bool(last.whos) and days.start < last.whos[0].start
    other = any(i.days is not None and i.days != days and i.names & item.names for i in near)
    return days if leads and other and not last.names & item.names else None


def _meaning(days: Days | None) -> bool:
    return days is not None and not all(w.sort in POINTING for w in (*days.bases, *days.frames))


def _when(item: Clause, s: Statement, said: list[Statement], n: int) -> None:
    if _meaning(item.days):
        return
    same = item.days is not None and any(w.sort is Sort.SAME for w in item.days.bases)
    if s.do is Do.ABSENT and s.mood is Mood.ILL and not same:
        return
    before = [(o, i) for o in said[:n][::-1] for i in o.items[::-1] if _meaning(i.days) and not _back(i.days)]
    after = [(o, i) for o in said[n + 1 :] for i in o.items if _meaning(i.days) and not _back(i.days)]
    before = [(o, i) for o, i in before if same or not _others_absence(o, i, s, item)]
    lender = next((i.days for o, i in before if o.mood is not Mood.TOLD), None)
    lender = lender or next(
        (i.days for o, i in after if o.prop.sentence == s.prop.sentence and o.mood is not Mood.TOLD), None
    )
    lender = lender or next((i.days for o, i in before), None)
    if lender is None and s.do is Do.BOOK:
        lender = next((_as_day(i.days) for o in said for i in o.items if _back(i.days)), None)
    item.days = lender or item.days


def _as_day(days: Days | None) -> Days | None:
    """Read "elle revient demain, remettez-la au midi" as that day."""
    last = next((w.last for w in (*days.bases, *days.frames) if w.sort is Sort.RETURN), None) if days else None
    return Days(days.start, days.end, (When(Sort.DAY, days.start, days.end, days=(last,)),)) if days and last else None


def _back(days: Days | None) -> bool:
    return days is not None and says_when_back(days)


def _others_absence(o: Statement, i: Clause, s: Statement, item: Clause) -> bool:
    """Say whether it is another child's absence, whose days say nothing of this booking."""
    return o.do is Do.ABSENT and s.do is Do.BOOK and bool(i.names) and bool(item.names) and not (i.names & item.names)


def _what(item: Clause, s: Statement, said: list[Statement], n: int) -> None:
    if item.says_what or s.do is Do.ABSENT or (item.verb and item.verb.whole and item.verb.do is s.do):
        return
    before = [(o, i) for o in said[:n][::-1] for i in o.items[::-1] if i.says_what and o.mood is not Mood.TOLD]
    after = [(o, i) for o in said[n + 1 :] for i in o.items if i.says_what and o.mood is not Mood.TOLD]
    usable = [i for o, i in before if s.do is Do.BOOK or o.do is s.do or o.prop.sentence == s.prop.sentence]
    usable += [i for o, i in after if o.prop.sentence == s.prop.sentence or o.mood is Mood.CONTEXT]
    told = [
        i
        for o in said[:n][::-1]
        for i in o.items
        if o.mood is Mood.TOLD and i.says_what and (s.prop.sentence == o.prop.sentence or o.booked)
    ]
    usable = usable or (told if s.do is Do.CANCEL else [])
    if not usable and s.do is Do.BOOK and s.mood in (Mood.FRAME, Mood.ASKED):
        usable = [i for o in said[:n][::-1] for i in o.items if o.mood is Mood.TOLD and i.acts]
    if usable:
        item.acts, item.hours = list(usable[0].acts), list(usable[0].hours)
        item.act_in_cancel = bool(item.acts)


_SCHOOL_WEEK: Final = 5
_PERIODS: Final = (Sort.SPAN, Sort.PARITY, Sort.ALTERNATE, Sort.SINCE)


def _point_back(said: list[Statement]) -> None:
    """Give "ces semaines-là", "à partir de cette date" and "ces soirs-là" what was told before them."""
    told: Days | None = None
    for item in (i for s in said for i in s.items):
        days = item.days
        if days is None:
            continue
        if any(w.sort in (Sort.THOSE, Sort.THENCE) for w in days.frames):
            item.days = _pointed(days, told)
        elif any(b.sort is Sort.EVERY or b.days or b.first for b in (*days.bases, *days.frames)) or _limits(days):
            told = days


def _pointed(days: Days, told: Days | None) -> Days:
    """Return days in the period of `told`; each names its own limits where it has any."""
    own = tuple(w for w in days.frames if w.sort not in (Sort.THOSE, Sort.THENCE))
    if told is None:
        return replace(days, frames=own)
    if any(w.sort is Sort.THENCE for w in days.frames):
        firsts = [w.first or w.days[0] for w in (*told.frames, *told.bases) if w.first or w.days]
        since = (When(Sort.SINCE, days.start, days.end, first=min(firsts)),) if firsts else ()
        return replace(days, frames=(*own, *since))
    if weeks := _listed_weeks(told):
        weekdays = tuple(sorted({n for b in days.bases for n in b.weekdays}))
        if not weekdays or len(weekdays) == _SCHOOL_WEEK:
            return replace(days, bases=(), frames=(*own, When(Sort.EACH_DAY), *weeks))
        every = When(Sort.EVERY, days.start, days.end, weekdays=weekdays, habit=True)
        return replace(days, bases=(every,), frames=(*own, *weeks))
    spans = [w for w in (*told.frames, *told.bases) if w.sort in _PERIODS and w.sort not in {o.sort for o in own}]
    if any(w.sort is Sort.SPAN and w.reach is Reach.WEEK for w in spans):
        spans = [w for w in spans if w.reach is not Reach.LONG or w.sort is not Sort.SPAN]
    bases = days.bases or tuple(b for b in told.bases if b.sort in (Sort.EVERY, Sort.DAY, Sort.WEEKDAY))
    return replace(days, bases=bases, frames=(*own, *spans))


def _listed_weeks(told: Days) -> list[When]:
    """Return the weeks that were listed by their numbers ("les semaines 49 et 51"), each as a period."""
    days = sorted(d for w in (*told.bases, *told.frames) if w.sort is Sort.VAGUE for d in w.days)
    mondays = sorted({d - timedelta(days=d.weekday()) for d in days})
    return [When(Sort.SPAN, first=m, last=m + timedelta(days=6), reach=Reach.WEEK) for m in mondays]


#: What may stand before a period that a sentence opens with.
_OPENING: Final = re.compile(r"\W*(?:(?:bonjour|bonsoir|coucou|salut|alors|bon|donc|et|pour)\W+)*")


_COMING: Final = re.compile(r"prochaine|suivante|qui (?:vient|arrive)|rentree|semaine \d")


def _opens(plain: str, s: Statement, days: Days) -> bool:
    """Say whether a week to come opens what is told: "La semaine prochaine je les récupère. …"."""
    week = not days.bases and any(w.reach is Reach.WEEK and w.sort is Sort.SPAN for w in days.frames)
    coming = _COMING.search(plain, days.start, days.end) is not None
    return week and coming and s.prop.link is Link.START and _OPENING.fullmatch(plain, s.prop.start, days.start) is not None


def _frames(plain: str, said: list[Statement]) -> None:
    """Put days under the period announced before them, and let a limit said at the end hold for what it ends."""
    header: Days | None = None
    asked: Days | None = None
    week: tuple[int, Days] | None = None
    span: tuple[int, When] | None = None
    rhythm: tuple[int, Days] | None = None
    for n, s in enumerate(said):
        for item in s.items:
            days = item.days
            if days and s.mood is Mood.TOLD and header is None and _opens(plain, s, days):
                header = days
            if days is None or s.mood is Mood.TOLD:
                continue
            if header and _spans(header) and any(b.sort is Sort.SAME and b.length for b in days.bases):
                days = item.days = replace(days, bases=(), frames=(When(Sort.EACH_DAY), *header.frames))
            if not days.bases and rhythm and rhythm[0] == s.prop.sentence and s.mood is not Mood.CONTEXT:
                item.days = days = replace(rhythm[1], frames=(*rhythm[1].frames, *days.frames))
            if s.mood is Mood.CONTEXT and days.bases and all(b.sort is Sort.EVERY for b in days.bases):
                rhythm = (s.prop.sentence, days)
            loose = not days.frames and any(b.sort in (Sort.WEEKDAY, Sort.EVERY) for b in days.bases)
            if not days.bases and _limits(days) and s.mood in (Mood.CONTEXT, Mood.BARE, Mood.FRAME):
                header = _under(header, days)
            elif loose and week and week[0] == s.prop.sentence:
                item.days = replace(days, frames=week[1].frames)
            elif loose and header and (_bounds(header) or any(b.sort is Sort.EVERY or b.habit for b in days.bases)):
                item.days = replace(days, frames=header.frames)
            elif header and any(b.sort in (Sort.WEEKDAY, Sort.EVERY) for b in days.bases):
                item.days = replace(days, frames=(*days.frames, *_also(header, days)))
            elif not days.bases and (header or asked) and any(w.sort is Sort.EACH_DAY for w in days.frames):
                item.days = replace(days, frames=(*days.frames, *(header or asked or days).frames))
            elif span and span[0] == s.prop.sentence and all(b.sort is Sort.EVERY for b in days.bases) and days.bases:
                item.days = replace(days, frames=(*days.frames, span[1]))
            if s.do is Do.BOOK and _spans(days) and not any(w.sort is Sort.EACH_DAY for w in days.frames):
                asked = days
            if len(days.bases) == 1 and days.bases[0].sort is Sort.SPAN:
                span = (s.prop.sentence, days.bases[0])
            if days.week:
                week = (s.prop.sentence, Days(days.start, days.end, frames=(days.week,)))
        _ends(s)
        if (
            s.prop.slots
            and s.mood in (Mood.CONTEXT, Mood.BARE, Mood.FRAME)
            and all(isinstance(x, Days) for x in s.prop.slots)
        ):
            _limit_before(s, said[:n])


def _spans(days: Days) -> bool:
    return any(w.sort is Sort.SPAN for w in days.frames)


def _limits(days: Days) -> bool:
    return any(w.sort in (Sort.SPAN, Sort.PARITY, Sort.UNTIL, Sort.SINCE) for w in days.frames)


def _bounds(days: Days) -> bool:
    """Say whether it is a period; a mere beginning makes no habit of "lundi"."""
    return any(w.sort in (Sort.SPAN, Sort.PARITY) for w in days.frames)


def _also(header: Days, days: Days) -> list[When]:
    """Return the beginning that a heading gives to days which say only their end ("à la rentrée, … jusqu'aux vacances")."""
    own = {w.sort for w in days.frames}
    lent = {Sort.SINCE, Sort.PARITY} - own
    return [w for w in header.frames if w.sort in lent] if Sort.SPAN not in own else []


def _under(header: Days | None, days: Days) -> Days:
    """Return the period for what follows; "semaines impaires :" lies in the period announced above it."""
    if header is None or not any(w.sort is Sort.PARITY for w in days.frames):
        return days
    return replace(days, frames=(*(w for w in header.frames if w.sort is not Sort.PARITY), *days.frames))


def _ends(s: Statement) -> None:
    """Let a limit at the end of a list hold for the repetitions before it in the list."""
    last = s.items[-1].days
    if last is None or not last.frames or not last.bases:
        return
    for item in s.items[:-1]:
        if item.days and item.days.bases and not item.days.frames:
            if all(b.sort in (Sort.EVERY, Sort.WEEKDAY) for b in item.days.bases):
                item.days = replace(item.days, frames=last.frames)


def _limit_before(s: Statement, before: list[Statement]) -> None:
    """Let "c'est jusqu'aux vacances" end the repetitions before it."""
    days = s.items[0].days
    if days is None or days.bases or not days.frames:
        return
    for other in before:
        for item in other.items:
            if item.days is None or not item.days.bases or _spans(item.days):
                continue
            same = {w.sort for w in item.days.frames} & {w.sort for w in days.frames}
            if not same and all(b.sort in (Sort.EVERY, Sort.WEEKDAY) for b in item.days.bases):
                item.days = replace(item.days, frames=(*item.days.frames, *days.frames))
