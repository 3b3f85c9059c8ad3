"""What neighbours lend: whom, when and what a clause does not name itself, it takes from what was said around it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from domain.language.clauses import Clause
from domain.language.copying import LENDERS, copy
from domain.language.days_spans import week_of_span
from domain.language.expression import Expression
from domain.language.marks import Act, Part
from domain.language.periods import set_periods
from domain.language.pronouns import resolve_siblings, resolve_them
from domain.language.propositions import Link, says_when_back
from domain.language.statements import Mood, Statement
from domain.language.when import POINTING, Days, Reach, Sort, When
from domain.model.wish import Do

#: When somebody comes for the child.
PICKED_UP: Final = Expression(
    r"\b(?:recup\w+|cherch\w+|pren\w+|viens|vient|viendra\w*|arriv\w+|serai|etre la|rentre\w*|fini\w*|sera la"
    r"|passe\w*|sors|sort|depos\w+|amen\w+|emmen\w+)\b"
)
#: "gardez Zoé jusque là": up to the hour that was told.
_SO_LONG: Final = Expression(r"\bjusque[- ]la\b|\bjusqu'a (?:cette heure|ce moment)\b")
_NOBODY: Final = Expression(r"\b(?:personne|aucun|tout le monde|ni l'une? ni l'autre)\b")


def lend(plain: str, said: list[Statement]) -> None:
    """Fill what each clause lacks."""
    resolve_siblings(said)
    set_periods(plain, said)
    for n, s in enumerate(said):
        resolve_them(plain, s, said[:n])
        if s.prop.same and s.mood not in (Mood.TOLD, Mood.CONTEXT, Mood.FRAME):
            copy(plain, s, said, n)
        for item in s.items:
            if s.do is None and s.mood is not Mood.REFUSED:
                continue
            if s.mood is Mood.REFUSED:
                _whose(plain, item, s, said[:n])
                _only_here(item, s, said, n)
                continue
            _whom(item, said, n)
            _when(item, s, said, n)
            _what(item, s, said, n)
            _added(plain, item, s, said[:n])
            _part_told(item, s, said[:n])
            _until(plain, item, s, said)
            _hour_below(item, s, said[n + 1 : n + 2])


def _part_told(item: Clause, s: Statement, before: list[Statement]) -> None:
    """Let "ils rentrent avec moi ce soir, pas de périscolaire" be of that part of the day."""
    wide = bool(item.acts) and all(a.part is Part.CARE for a in item.acts) and not item.hours
    if not wide or s.do is not Do.CANCEL or not before or before[-1].prop.sentence != s.prop.sentence:
        return
    item.acts += [a for i in before[-1].items for a in i.acts if a.part in (Part.MORNING, Part.EVENING)]


def _hour_below(item: Clause, s: Statement, after: list[Statement]) -> None:
    """Let "réserver lundi et jeudi. Il restera jusqu'à 17h." be of that hour."""
    for other in after:
        hours = [h for i in other.items for h in i.hours]
        tells = other.mood is Mood.STATED and other.do is Do.BOOK and not (other.prop.says_when or other.prop.says_who)
        if hours and tells and s.do is Do.BOOK and not item.says_what and not any(i.acts for i in other.items):
            item.hours = hours


#: "les lundis, avec le goûter avant": one thing more than what the list is of.
_WITH: Final = Expression(
    r"\b(?:avec|plus|sans oublier|en plus d[eu]|precedee?s? d[eu]) ?(?:le |la |l'|son |sa |du )?$"
)
_NEAR: Final = 24
#: These leave open what of the day is meant.
_WIDE: Final = (Part.CARE, Part.CENTRE)


def _added(plain: str, item: Clause, s: Statement, before: list[Statement]) -> None:
    """Add "avec le goûter" to what its list is of."""
    head = before[-1] if before and s.prop.link is Link.COLON and before[-1].mood in LENDERS else None
    acts = [a for i in head.items for a in i.acts if a.part not in _WIDE] if head and s.do is Do.BOOK else []
    if not acts or not item.acts or item.days is None:
        return
    if len(s.items) == 1 and all(_is_more(plain, a) and item.days.end <= a.start for a in item.acts):
        item.acts = [*(a for a in acts if a not in item.acts), *item.acts]


def _is_more(plain: str, act: Act) -> bool:
    return _WITH.search(plain, max(0, act.start - _NEAR), act.start) is not None


def _until(plain: str, item: Clause, s: Statement, said: list[Statement]) -> None:
    """Take the hour of pick-up that was told: "je récupère Zoé à 17h30, mettez-la au périscolaire"."""
    wide = item.acts and all(a.part in (Part.CARE, Part.EVENING) for a in item.acts)
    if s.do is Do.BOOK and not item.hours and (wide or not item.acts):
        so_long = _SO_LONG.search(plain, s.prop.start, s.prop.end) is not None
        picked = (
            o for o in said
            if o.mood is Mood.TOLD and (so_long or PICKED_UP.search(plain, o.prop.start, o.prop.end))
        )  # fmt: skip
        item.hours = next((list(i.hours) for o in picked for i in o.items if i.hours), [])


def _beside(said: list[Statement], n: int) -> list[Clause]:
    """Return the items of other statements, nearest first: those before, then those after."""
    before = [i for s in said[:n][::-1] for i in s.items[::-1]]
    after = [i for s in said[n + 1 :] if not s.prop.unaffected for i in s.items]
    return [*before, *after]


def _whom(item: Clause, said: list[Statement], n: int) -> None:
    if not item.whos:
        item.whos = next((list(i.whos) for i in _beside(said, n) if i.whos), [])


def _whose(plain: str, item: Clause, s: Statement, before: list[Statement]) -> None:
    """Limit a refusal to the child whose days or activities it is about ("Sohan : mardi aussi mais pas jeudi")."""
    if s.prop.link is Link.EXCEPT and not item.whos and not item.says_what and _shared(before):
        return
    near = [i for o in before[::-1] for i in o.items[::-1] if i.whos and o.prop.sentence == s.prop.sentence]
    if not item.whos and not item.bare and near and not _NOBODY.search(plain, s.prop.start, s.prop.end):
        item.whos = list(near[0].whos)
    head = before[-1] if before and before[-1].mood is Mood.CONTEXT and s.prop.link is Link.COLON else None
    item.days = item.days or (head.items[-1].days if head else None)
    booked = [i for o in before if o.prop.sentence == s.prop.sentence and o.do is Do.BOOK for i in o.items]
    elsewhere = any(o.prop.sentence != s.prop.sentence and o.do is Do.BOOK for o in before)
    if len(booked) == 1 and elsewhere and item.whos and not (item.days or item.says_what):
        item.acts, item.hours, item.days = list(booked[0].acts), list(booked[0].hours), booked[0].days
    here = next(
        (o.items[-1].days for o in before[::-1] if o.prop.sentence == s.prop.sentence and o.items[-1].days), None
    )
    if s.prop.nothing and item.whos and not item.says_what:
        item.days = item.days or here
    elif item.whos and item.days is None and not item.says_what and near:
        item.days = _heading(near, item)
    beside = before[-1] if before and s.prop.link is Link.EXCEPT and before[-1].prop.link is Link.BUT else None
    if beside and item.days is None and all(isinstance(x, Days) for x in beside.prop.slots):
        item.days = beside.items[-1].days  # "… mais jeudi sans le créatif"
    dated = next((i.days for o in before[::-1] for i in o.items[::-1] if i.days and i.days.bases), None)
    if item.days and any(b.sort is Sort.SAME for b in item.days.bases) and dated:
        item.days = replace(dated, bases=dated.bases[-1:])  # "… et vendredi, mais pas Victor ce jour-là"


def _only_here(item: Clause, s: Statement, said: list[Statement], n: int) -> None:
    """Let "Elio mardi à la cantine, Luka non" refuse Luka no more than that, where another sentence asks for him."""
    if item.days or item.says_what or not item.whos:
        return
    here = [o for o in said[:n][::-1] if o.do is Do.BOOK and o.prop.sentence == s.prop.sentence]
    elsewhere = [i for o in said if o.prop.sentence != s.prop.sentence and o.do is Do.BOOK for i in o.items]
    if here and any(i.names & item.names for i in elsewhere):
        beside = here[0].items[-1]
        item.acts, item.hours, item.days = list(beside.acts), list(beside.hours), beside.days


def _shared(before: list[Statement]) -> bool:
    """Say whether what stands before an exception is one list for one time ("Nahel au goûter, Léah midi, sauf …")."""
    items = before[-1].items if before else []
    return len(items) > 1 and len({(i.days.bases, i.days.frames) if i.days else None for i in items}) == 1


def says_same(days: Days) -> bool:
    """Say whether it only points to days named elsewhere ("à ces deux dates")."""
    return bool(days.bases) and not days.frames and all(b.sort in POINTING for b in days.bases)


def within(days: Days | None, period: Days) -> Days | None:
    """Return repeated days, or a numbered week, within the `period` that a mail's subject names."""
    spans = [w for w in period.frames if w.sort is Sort.SPAN]
    if days is None or period.bases or len(spans) != 1 or days.frames_period:
        return days
    holiday = spans[0].holiday
    parts = (*days.bases, *days.frames)
    if holiday and any(w.nth for w in parts):
        bases, frames = (
            [week_of_span(holiday, w.nth) if w.nth else w for w in part] for part in (days.bases, days.frames)
        )
        weeks = [w for w in (*bases, *frames) if w.sort is Sort.SPAN]
        return replace(
            days, bases=tuple(b for b in bases if b not in weeks), frames=tuple(dict.fromkeys((*frames, *weeks)))
        )
    week = spans[0].reach is Reach.WEEK
    repeats = [
        w for w in parts if w.sort in (Sort.EVERY, Sort.EACH_DAY) or (w.sort is Sort.WEEKDAY and (week or w.habit))
    ]
    return replace(days, frames=(*days.frames, *spans)) if repeats and len(repeats) == len(parts) else days


def _heading(near: list[Clause], item: Clause) -> Days | None:
    """Return the day that heads what is refused: "lundi Zoé midi, Luka soir, mardi Zoé midi, Luka rien"."""
    last, days = near[0], near[0].days
    leads = days is not None and bool(last.whos) and days.start < last.whos[0].start
    other = any(i.days is not None and i.days != days and i.names & item.names for i in near)
    return days if leads and other and not last.names & item.names else None


def _meaning(days: Days | None) -> bool:
    return days is not None and not all(w.sort in POINTING for w in (*days.bases, *days.frames))


def _when(item: Clause, s: Statement, said: list[Statement], n: int) -> None:
    framed = item.days is not None and bool(item.days.bases) and all(b.sort is Sort.SAME for b in item.days.bases)
    if _meaning(item.days) and not framed:
        return
    same = item.days is not None and any(w.sort is Sort.SAME for w in item.days.bases)
    if s.do is Do.ABSENT and s.mood is Mood.ILL and not same:
        return
    head = said[n - 1] if n and s.prop.link is Link.COLON and said[n - 1].mood is Mood.CONTEXT else None
    if s.do is Do.BOOK and item.days is None and head and _back(head.items[-1].days):
        item.days = _as_day(head.items[-1].days)  # "reprise lundi : matin et midi pour Elio"
        return
    before = [(o, i) for o in said[:n][::-1] for i in o.items[::-1] if _meaning(i.days) and not _back(i.days)]
    after = [(o, i) for o in said[n + 1 :] for i in o.items if _meaning(i.days) and not _back(i.days)]
    count = max((w.length for w in item.days.bases), default=0) if item.days is not None and same else 0
    if count in _FEW and (several := _last_days(count, [i.days for _, i in before if i.days])):
        item.days = several
        return
    before = [(o, i) for o, i in before if same or not (_is_left_out(o) or _others(o, i, s, item))]
    here = [i.days for o, i in after if o.prop.sentence == s.prop.sentence and o.do is s.do is Do.CANCEL]
    near = not here or any(o.prop.sentence == s.prop.sentence for o, i in before)
    lender = next((i.days for o, i in before if o.mood is not Mood.TOLD), None) if near else here[0]
    lender = lender or (next((i.days for o, i in before), None) if same else None)
    lender = lender or next(
        (i.days for o, i in after if o.prop.sentence == s.prop.sentence and o.mood is not Mood.TOLD), None
    )
    away = s.do is Do.ABSENT and not same
    lender = lender or next((i.days for o, i in before if not away or o.prop.sentence == s.prop.sentence), None)
    if lender is None and s.do is Do.BOOK:
        lender = next((_as_day(i.days) for o in said for i in o.items if _back(i.days)), None)
    if lender and item.days and item.days.frames and same:  # "ces jours-là pendant tout le mois de juin"
        lender = replace(
            lender, bases=tuple(_habitual(b) for b in lender.bases), frames=(*lender.frames, *item.days.frames)
        )
    if same and lender and item.days and item.days.excepts:
        lender = replace(lender, excepts=(*lender.excepts, *item.days.excepts))  # "ces mêmes jours excepté le 19"
    if same and lender and item.days and any(b.which for b in item.days.bases):
        lender = replace(lender, pick=item.days.bases[0].which)  # "… juste le deuxième"
    item.days = lender or item.days


def _habitual(base: When) -> When:
    return replace(base, sort=Sort.EVERY, habit=True) if base.sort is Sort.WEEKDAY else base


#: "les deux jours", "les trois jours": more than that are a school week.
_FEW: Final = (2, 3)


def _last_days(count: int, said: list[Days]) -> Days | None:
    """Return the last `count` days that were named, where each saying named one or a list."""
    bases = list[When]()
    for base in (b for days in said for b in days.bases[::-1] if not days.frames):
        key = (base.sort, base.days, base.weekdays)
        if key not in [(b.sort, b.days, b.weekdays) for b in bases]:
            bases.append(base)
    single = all(b.sort in (Sort.DAY, Sort.WEEKDAY) for b in bases[:count])
    return Days(said[0].start, said[0].end, tuple(bases[:count][::-1])) if single and len(bases) >= count else None


def _as_day(days: Days | None) -> Days | None:
    """Read "elle revient demain, remettez-la au midi" as that day."""
    last = next((w.last for w in (*days.bases, *days.frames) if w.sort is Sort.RETURN), None) if days else None
    return Days(days.start, days.end, (When(Sort.DAY, days.start, days.end, days=(last,)),)) if days and last else None


def _back(days: Days | None) -> bool:
    return days is not None and says_when_back(days)


def _is_left_out(o: Statement) -> bool:
    """Say whether its days are those that are not meant: "… sauf jeudi, et le matin pour Yasmine"."""
    return o.mood is Mood.REFUSED and o.prop.link is Link.EXCEPT


def _others(o: Statement, i: Clause, s: Statement, item: Clause) -> bool:
    """Say whether the days of an absence and of a booking, each of other children, say nothing of one another."""
    kinds = {o.do, s.do}
    apart = kinds == {Do.ABSENT, Do.BOOK} and (s.do is Do.BOOK or o.prop.sentence != s.prop.sentence)
    return apart and bool(i.names) and bool(item.names) and not (i.names & item.names)


def _what(item: Clause, s: Statement, said: list[Statement], n: int) -> None:
    follows = s.prop.link in (Link.COLON, Link.SO) and n > 0 and said[n - 1].do is s.do and said[n - 1].prop.says_what
    whole = item.verb is not None and item.verb.whole and item.verb.do is s.do
    if item.says_what or s.do is Do.ABSENT or (whole and not follows):
        return
    before = [(o, i) for o in said[:n][::-1] for i in o.items[::-1] if i.says_what and o.mood is not Mood.TOLD]
    after = [
        (o, i) for o in said[n + 1 :] if not _is_left_out(o) for i in o.items if i.says_what and o.mood is not Mood.TOLD
    ]
    swapped = s.prop.says_who and not s.prop.says_when and any(o.prop.mistake for o in said[:n])
    usable = [i for o, i in before if s.do is Do.BOOK or o.do is s.do or swapped or o.prop.sentence == s.prop.sentence]
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
