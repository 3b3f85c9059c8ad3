"""Joins what is said about days side by side: "mardi 12, jeudi 14 et les lundis de mars, sauf le 17"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Final

from domain.language.days.calendar import in_week, lay
from domain.language.days.parted import is_base, is_period, may_join
from domain.language.days.points import WD
from domain.language.days.weeks_beside import days_of_more, leads_another_week
from domain.language.lexicon.excepted import BEHIND, DAYS_AFTER
from domain.language.matching.expression import Expression
from domain.language.notions.when import Days, Reach, Scene, Sort, When

_TWO: Final = 2

_JOINT: Final = Expression(
    r"[\s,;:()+&/¤*-]*(?:\b(?:et|puis|ainsi que|le|la|les|l|du|de|des|d|au|aux|a|en|pour|ni|seulement|uniquement|juste"
    r"|aussi|egalement|surement|probablement|compris|inclus|soit|pendant|durant|sur|c'est a dire)\b[\s,;:()+&'/¤*-]*)*"
)
_EXCEPT: Final = Expression(rf"[\s,;(]*(?:et |mais )?{DAYS_AFTER}(?<=[a-z:,])(?: (?:pour|le|la|les|du|de|des|l'))*\s*")
#: Said after the day that it leaves out.
_LEFT_OUT: Final = Expression(rf",? \(?{BEHIND}")
_NOT: Final = Expression(r"[\s,(]*(?:et |mais )?pas (?:(?:le|la|les|du) )?")
_OR: Final = Expression(r"[\s,]*\bou(?: bien| alors)?\b(?: (?:le|la|les|du|au))*\s*")
_SPREAD: Final = frozenset({Sort.EVERY, Sort.SPAN, Sort.EACH_DAY, Sort.PARITY})


def _add(days: Days, when: When, *, leave_out: bool) -> Days:
    period = when.sort is Sort.SPAN and when.reach is not Reach.DATES and bool(days.excepts) and not days.frames_period
    if leave_out and not period and when.sort not in (Sort.UNTIL, Sort.SINCE):
        return replace(days, end=when.end, excepts=(*days.excepts, when))
    if is_base(when):
        return replace(days, end=when.end, bases=(*days.bases, when))
    return replace(days, end=when.end, frames=(*days.frames, when))


def _settled(days: Days, when: When) -> Days:
    """Bind a week to the weekdays just before it: "lundi et mardi de la semaine prochaine"."""
    loose = [b for b in days.bases if b.sort is Sort.WEEKDAY]
    if not loose:
        return days
    if when.sort is Sort.SPAN and when.reach is Reach.WEEK and when.first and not days.frames:
        monday = when.first
        bound = [
            replace(b, sort=Sort.DAY, days=tuple(monday + timedelta(days=n - 1) for n in b.weekdays))
            if b.sort is Sort.WEEKDAY else b
            for b in days.bases
        ]  # fmt: skip
        return replace(days, end=when.end, bases=tuple(bound), week=when)
    return days


def clusters(plain: str, whens: list[When], scene: Scene) -> list[Days]:
    """Join phrases that stand side by side ("mardi 12, jeudi 14 et les lundis de mars") into one saying each."""
    said, leave_out = list[Days](), False
    for n, named in enumerate(whens):
        when = _reached(plain, named)
        if not said:
            said.append(_add(Days(when.start, when.end), when, leave_out=False))
            continue
        last = said[-1]
        glue = plain[last.end : when.start]
        spread = any(w.sort in _SPREAD for w in (*last.bases, *last.frames))
        if not leave_out and (plainer := _made_plainer(plain, last, when, whens[n + 1 : n + 2])):
            said[-1] = plainer
        elif _EXCEPT.fullmatch(glue) or (spread and _NOT.fullmatch(glue)):
            leave_out = True
            said[-1] = _add(last, when, leave_out=True)
        elif spread and when is not named and _JOINT.fullmatch(glue):
            said[-1] = _add(last, when, leave_out=True)
        elif scene.schooled and _OR.fullmatch(glue) and is_base(when) and last.bases:
            said[-1] = _either(last, when, scene)
        elif (
            _JOINT.fullmatch(glue)
            and may_join(plain, last, when, glue)
            and not _OF_ANOTHER.match(plain, when.end)
            and not (spread and glue.startswith(",") and _IS_TOLD.match(plain, when.start))
            and not (last.bases and glue.startswith(",") and _LEADS_TOLD.match(plain, when.end))
            and not _another(plain, last, whens[n : n + 2])
            and not _turns(said, when, glue)
            and not _leads_on(plain, last, whens[n : n + 2])
        ):
            apposed = _beyond(plain, last, when, glue)
            said[-1] = apposed or _joined(last, when, glue, leave_out=leave_out)
        else:
            leave_out = False
            said.append(_add(Days(when.start, when.end), when, leave_out=False))
    return said


#: "Luka le 24, et le 25 c'est Elio qui mangera".
_OF_ANOTHER: Final = Expression(r" (?:c'est|c[ea] sera) (?!pour\b)(?:(?:s[ao]n?|l[ae]|m[ao]n?|leur) )?[a-z-]+ qui\b")

#: "du lundi 12 au vendredi 16, le mercredi elle reste avec moi".
_IS_TOLD: Final = Expression(rf"(?:le |les )?{WD}s? (?:elle|il|ils|elles|on|je|nous)\b")

#: "Zoé mange jeudi, à partir d'avril je serai à mi-temps": what follows is told of that time.
_LEADS_TOLD: Final = Expression(
    r",? (?:(?:je|on|nous) (?:suis|serai|sera|sommes|serons|est|pars|part|partons|travaille\w*|reprend\w*|change\w*"
    r"|commence\w*|rentre\w*|dois|doit|vais)|c[ea] sera (?:plus|moins)|ca ira|c'est (?:plus|moins)|j'(?:ai|aurai"
    r"|accouche))\b"
)


def _reached(plain: str, when: When) -> When:
    """Return a day with the "excepté" that follows it ("les lundis de mars, le 17 excepté")."""
    after = _LEFT_OUT.match(plain, when.end)
    return replace(when, end=after.end()) if after and when.sort in (Sort.DAY, Sort.WEEKDAY) else when


def _made_plainer(plain: str, last: Days, when: When, ahead: list[When]) -> Days | None:
    """Return what was said with the words that only make it plainer, which name no day more."""
    glue = plain[last.end : when.start]
    if _dates_of(last, when, glue):
        return replace(last, end=when.end, bases=(*last.bases, when), frames=last.frames[:-1])
    plainer = _named_twice(last, when, glue, ahead) or _included(plain, last, when) or _begun(plain, last, when)
    return plainer or days_of_more(plain, last, when)


def _named_twice(last: Days, when: When, glue: str, ahead: list[When]) -> Days | None:
    """Read "demain vendredi" as one day; where tomorrow is no Friday it must be asked."""
    day = last.bases[-1] if last.bases else None
    relative = day is not None and day.sort is Sort.DAY and len(day.days) == 1 and not (day.weekdays or day.explicit)
    listed = any(w.start - when.end <= 1 and w.sort is Sort.WEEKDAY for w in ahead)  # "demain jeudi vendredi"
    beside = day is not None and day.end == last.end and not glue.strip() and "\n" not in glue
    if day is None or not (relative and beside) or listed or when.sort is not Sort.WEEKDAY or len(when.weekdays) != 1:
        return None
    if day.days[0].isoweekday() == when.weekdays[0]:
        return replace(last, end=when.end)
    clash = When(Sort.CLASH, day.start, when.end, days=day.days)
    return replace(last, end=when.end, bases=(*last.bases[:-1], clash))


#: Said after a day, or before it, that lies in a period anyhow.
_WITHIN: Final = Expression(r",? \(?(?:y )?(?:compris|inclus)e?\b\)?")
_EVEN: Final = Expression(r"[\s,(]*(?:et )?(?:y compris|incluant|des)(?: (?:le|la|de))*\s*")


def _included(plain: str, last: Days, when: When) -> Days | None:
    """Read "cette semaine, aujourd'hui compris" as that week, from today on."""
    after = _WITHIN.match(plain, when.end)
    even = _EVEN.fullmatch(plain, last.end, when.start) is not None
    inside = after is not None or even
    if not inside or when.sort not in (Sort.DAY, Sort.WEEKDAY) or not is_period(last):
        return None
    joined = _JOINT.fullmatch(plain, last.end, when.start) or _THAT_OF.fullmatch(plain, last.end, when.start)
    if not (even or joined):
        return None
    end = after.end() if after else when.end
    bases, frames = (tuple(replace(w, today=w.today or when.today) for w in ws) for ws in (last.bases, last.frames))
    return replace(last, end=end, bases=bases, frames=frames)


#: "…, celui d'aujourd'hui compris".
_THAT_OF: Final = Expression(r",? \(?(?:celui|celle|ceux|celles) (?:de |d'|du )(?:ce )?")
_APPOSED: Final = Expression(r"\s*[,(:]?\s*(?:soit |c'est[- ]a[- ]dire )?")


def _dates_of(last: Days, when: When, glue: str) -> bool:
    """Say whether dates only make a week plainer: "la dernière semaine d'école, du 30 juin au 4 juillet"."""
    week = last.frames[-1] if last.frames else None
    weekly = week is not None and week.sort is Sort.SPAN and week.reach is Reach.WEEK and week.end == last.end
    dates = when.sort is Sort.SPAN and when.reach is Reach.DATES and when.first is not None and when.last is not None
    return weekly and dates and not last.bases and _APPOSED.fullmatch(glue) is not None


def _either(last: Days, when: When, scene: Scene) -> Days:
    """Read "lundi ou mardi": one of them, so both are offered."""
    options = [d for part in (*last.bases, when) for d in lay(Days(0, 0, (part,)), scene).days]
    return replace(last, end=when.end, bases=(When(Sort.VAGUE, last.start, when.end, days=tuple(options)),), frames=())


_OF: Final = Expression(r" (?:de |d'|du |en |au mois de )?")


def _another(plain: str, last: Days, ahead: list[When]) -> bool:
    """Say whether a rhythm with its own period follows: "un jeudi sur deux à partir du 13, et les lundis de mars"."""
    begun = any(b.sort is Sort.EVERY for b in last.bases) and any(
        w.sort in (Sort.SINCE, Sort.UNTIL) for w in last.frames
    )
    if not begun or len(ahead) != _TWO or ahead[0].sort is not Sort.EVERY or ahead[1].sort is not Sort.SPAN:
        return False
    return _OF.fullmatch(plain, ahead[0].end, ahead[1].start) is not None


def _turns(said: list[Days], when: When, glue: str) -> bool:
    """Say whether the other weeks begin: "semaines paires Elio … lundi, semaines impaires Luka … jeudi"."""
    if when.sort is not Sort.PARITY or not glue.strip():
        return leads_another_week(said, when, glue)
    heads = [w for d in said[:-1] if not d.bases for w in d.frames if w.sort is Sort.PARITY]
    return any(w.even is not when.even for w in heads)


#: "la semaine du 17 : le lundi".
_DAY_OF: Final = Expression(r"[ :]*(?:(?:juste|seulement|uniquement|plutot|que) )?(?:le |du )?")


def _leads_on(plain: str, last: Days, ahead: list[When]) -> bool:
    """Say whether a week leads the days behind it: "mardi et jeudi, la semaine d'après lundi"."""
    week, day = ahead if len(ahead) == _TWO else (None, None)
    if week is None or day is None or week.reach is not Reach.WEEK or day.sort is not Sort.WEEKDAY:
        return False
    named = week.sort is Sort.SPAN and (last.week is not None or any(b.sort is Sort.WEEKDAY for b in last.bases))
    apart = re.search(r"[,;\n]", plain[last.end : week.start]) is not None
    return named and apart and _DAY_OF.fullmatch(plain, week.end, day.start) is not None


def _in_week(last: Days, when: When) -> Days | None:
    """Bind "du mardi au jeudi" to the week said just before it: "la semaine prochaine du mardi au jeudi"."""
    week = last.frames[-1] if last.frames and not last.bases else None
    if week is None or (bound := in_week(when, week)) is None:
        return None
    return replace(last, end=when.end, frames=last.frames[:-1], bases=(bound,))


#: "… prochaine et ce jusqu'aux vacances".
_AND_SO_ON: Final = Expression(r"[\s,]*(?:(?:et|ce|ca|cela)[\s,]+)*")
#: "du lundi 24 mars jusqu'aux vacances".
_LED: Final = Expression(r"(?:du|de|d'|des) ?")


def _up_to(plain: str, last: Days, when: When) -> When:
    """Read "de la semaine prochaine aux vacances" as up to them."""
    led = when.holiday and _LED.match(plain, last.start) and plain[last.end : when.start] == " aux "
    if when.holiday is None or not led:
        return when
    return When(Sort.UNTIL, last.end, when.end, last=when.holiday[0] - timedelta(days=1), reach=Reach.LONG)


def _begun(plain: str, last: Days, when: When) -> Days | None:
    """Read "de la semaine prochaine jusqu'aux vacances", "du 24 jusqu'à Noël" as from then on, as it ends later."""
    when = _up_to(plain, last, when)
    if when.sort is not Sort.UNTIL or when.last is None or not _AND_SO_ON.fullmatch(plain, last.end, when.start):
        return None
    period = last.frames[-1] if last.frames else None
    if period and period.sort is Sort.SPAN and period.last and period.last < when.last and not period.holiday:
        begins = replace(period, sort=Sort.SINCE, last=None, reach=Reach.DATES)
        return replace(last, end=when.end, frames=(*last.frames[:-1], begins, when))
    day = last.bases[-1] if last.bases and not last.frames else None
    if day and day.sort is Sort.DAY and len(day.days) == 1 and _LED.match(plain, day.start):
        begins = replace(day, sort=Sort.SINCE, days=(), first=day.days[0])
        return replace(last, end=when.end, bases=last.bases[:-1], frames=(begins, when))
    return None


def _beside_period(last: Days, when: When) -> When | None:
    """Return the period beside which a day outside of it is named: "la semaine prochaine + le 31"."""
    period = last.frames[0] if len(last.frames) == 1 and not last.bases and not last.excepts else None
    if period is None or period.sort is not Sort.SPAN or not (period.first and period.last) or not when.days:
        return None
    outside = when.sort is Sort.DAY and when.explicit and all(d > period.last for d in when.days)
    return replace(period, reach=Reach.DATES) if outside else None


_FOLLOWING: Final = Expression(r"suivante|d'apres")


def _beyond(plain: str, last: Days, when: When, glue: str) -> Days | None:
    """Read "la semaine suivante, le lundi 17" as that date: the week follows what was said, not today."""
    counted = _FOLLOWING.search(plain, last.start, last.end) is not None and _APPOSED.fullmatch(glue) is not None
    return replace(last, end=when.end, bases=(when,), frames=()) if counted and _beside_period(last, when) else None


def _joined(last: Days, when: When, glue: str, *, leave_out: bool) -> Days:
    if leave_out:
        return _add(last, when, leave_out=True)
    if period := _beside_period(last, when):
        return replace(last, end=when.end, bases=(period, when), frames=())
    if when.sort is Sort.THENCE and last.bases and all(b.sort is Sort.DAY and b.days for b in last.bases):
        first = min(d for b in last.bases for d in b.days)  # "le 3 février, à partir de cette date …"
        return replace(last, end=when.end, bases=(), frames=(*last.frames, replace(when, sort=Sort.SINCE, first=first)))
    if "\n" not in glue and (within := _in_week(last, when)):
        return within
    if not re.search(r"[,;\n]|\bet\b", glue) or (when.sort is Sort.SPAN and not re.search(r"\bet\b", glue)):
        bound = _settled(last, when)
        if bound is not last:
            return bound
    return _add(last, when, leave_out=False)


def prochain(days: Days, plain: str, scene: Scene) -> Days:
    """Let "lundi et mardi prochains" mean both of the next week."""
    if len(days.bases) < _TWO or not plain[days.bases[-1].start : days.bases[-1].end].endswith(
        ("prochain", "prochains")
    ):
        return days
    last = days.bases[-1]
    end = last.days[0].isoweekday() if last.days else max(last.weekdays, default=0)
    plural = plain[last.start : last.end].endswith("s")
    bases = [
        replace(b, sort=Sort.DAY, days=tuple(scene.in_next_week(n) for n in b.weekdays))
        if b.sort is Sort.WEEKDAY and (plural or max(b.weekdays) < end)
        else b
        for b in days.bases
    ]
    return replace(days, bases=tuple(bases))
