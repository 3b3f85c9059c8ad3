"""Periods announced, limits said last: what one statement says of time holds for the weekdays of others.

"La semaine prochaine : … lundi …", "semaines paires : …", "…, et ça jusqu'aux vacances".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from domain.language.days.calendar import in_week, weekdays_read
from domain.language.matching.expression import Expression
from domain.language.notions.clauses import Clause
from domain.language.notions.propositions import Link
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import Days, Reach, Sort, When
from domain.language.periods.begun import (
    alternate_as_told,
    begin_as_told,
    bound_alike,
    bound_habit,
    bound_rhythm,
    day_as_told,
    days_below,
    last_as_told,
)
from domain.language.periods.lists import begin_list, end_before, end_list, end_sentence, open_list, take_turns
from domain.language.periods.pointed import LIMITS, WEEKDAYS, end_around, has, point_back
from domain.language.periods.told import holds_for_next, introduces, told_rhythm
from domain.model.wish import Do

_FOUR: Final = 4


def set_periods(plain: str, said: list[Statement]) -> None:
    """Put days under the period announced before them, and let a limit said at the end hold for what it ends."""
    for item in (i for s in said for i in s.items):
        item.days = weekdays_read(item.days) if item.days else None
    for n, s in enumerate(said):
        bound_rhythm(s)
        days_below(s, said[:n])
        bound_habit(s, said[:n])
    _between(plain, said)
    periods = _Periods()
    for n, s in enumerate(said):
        periods.header = told_rhythm(s, said[:n]) or periods.header
        periods.carry(plain, s)
        for item in s.items:
            if item.days is not None and s.mood is not Mood.TOLD:
                periods.place(item, item.days, s)
            elif (
                item.days is not None and periods.header is None and holds_for_next(plain, s, item.days, said[n + 1 :])
            ):
                periods.header = item.days
            elif item.days is not None and introduces(s, item.days, said[n + 1 : n + 2]):
                spans = (w for w in (*item.days.bases, *item.days.frames) if w.sort is Sort.SPAN)
                periods.header = replace(item.days, bases=(), frames=tuple(spans))
        open_list(s)
        end_list(plain, s)
        begin_list(s, periods.header)
        closing = n > 0 and s.mood is Mood.CONTEXT and not s.prop.says_what and n == len(said) - 1
        alone = bool(s.prop.slots) and all(isinstance(x, Days) or closing for x in s.prop.slots)
        if alone and s.mood in (Mood.CONTEXT, Mood.BARE, Mood.FRAME):
            if not _opens_sentence(s, said[n + 1 : n + 2]):
                end_before(s, said[:n])
            _narrow_week(s, said[:n])


def _between(plain: str, said: list[Statement]) -> None:
    """Let what statements say of time complete each other, before any period holds for several."""
    for told, s in pairwise(said):
        begin_as_told(plain, told, s)
        alternate_as_told(told, s)
        day_as_told(told, s)
        last_as_told(plain, told, s)
        bound_alike(plain, told, s)
    point_back(said)
    end_around(plain, said)
    take_turns(said)
    end_sentence(plain, said)
    _meet(said)


_GOES_ON: Final = Expression(r"\W*(?:et|aussi|puis)\b")


@dataclass(slots=True)
class _Periods:
    """What has been announced so far; a week, a span or a rhythm holds for its own sentence only."""

    header: Days | None = None
    week: tuple[int, Days] | None = None
    span: tuple[int, When] | None = None
    rhythm: tuple[int, Days] | None = None
    period: Days | None = None  # the last one named at all
    led: int | None = None  # the sentence that a week stands at the head of

    def carry(self, plain: str, s: Statement) -> None:
        """Let the week that leads a sentence, or is gone on with, hold for the next: "… Et Victor goûter vendredi"."""
        led = self.led is not None and self.led == s.prop.sentence - 1
        if s.prop.link is not Link.START or not (led or _GOES_ON.match(plain, s.prop.start)):
            return
        self.led = s.prop.sentence if led else self.led
        if self.span and self.span[0] == s.prop.sentence - 1 and self.span[1].reach is Reach.WEEK:
            self.span = (s.prop.sentence, self.span[1])

    def place(self, item: Clause, days: Days, s: Statement) -> None:
        """Give the item's days the period that they lie in, and remember what they announce."""
        sentence = s.prop.sentence
        if (
            self.header
            and has(self.header, Sort.SPAN)
            and any(b.sort is Sort.SAME and b.length >= _FOUR for b in days.bases)
        ):
            days = replace(days, bases=(), frames=(When(Sort.EACH_DAY), *self.header.frames))  # "ces jours-là"
        above = s.mood is Mood.CONTEXT or (s.prop.heads and s.mood is Mood.FRAME)
        if above and days.bases and all(b.sort is Sort.SPAN for b in days.bases):
            self.header = replace(days, bases=(), frames=days.bases)
        if not days.bases and s.mood is not Mood.CONTEXT:
            days = self._bounded(days, sentence, around=s.do is Do.BOOK)
        if not days.bases and has(days, *LIMITS) and s.mood in (Mood.CONTEXT, Mood.BARE, Mood.FRAME):
            self.header = _under(self.header, days)
        elif any(b.sort in WEEKDAYS for b in days.bases) and not (self.header and _lies_outside(days, self.header)):
            days = self._within(days, sentence)
        else:
            days = self._in_week(days, sentence)
        item.days = days
        if has(days, Sort.SPAN):
            self.period = days
            self.led = (
                sentence if all(days.start <= x.start for x in s.prop.slots) and s.prop.link is Link.START else None
            )
            self.span = (sentence, next(w for w in days.frames if w.sort is Sort.SPAN))
        if s.mood is Mood.CONTEXT and days.bases and all(b.sort is Sort.EVERY for b in days.bases):
            self.rhythm = (sentence, days)
        if len(days.bases) == 1 and days.bases[0].sort is Sort.SPAN:
            self.span = (sentence, days.bases[0])
        if days.week:
            self.week = (sentence, Days(days.start, days.end, frames=(days.week,)))

    def _bounded(self, days: Days, sentence: int, *, around: bool) -> Days:
        """Complete a mere limit: "un jeudi sur deux, … jusqu'aux vacances", "du 3 au 14, … tous les matins".

        `around` says that the period named in the same sentence is around it ("du 3 au 14, …, Victor jusqu'au 7").
        """
        if self.rhythm and self.rhythm[0] == sentence:
            return replace(self.rhythm[1], frames=(*self.rhythm[1].frames, *days.frames))
        if has(days, Sort.EACH_DAY):
            if self.span and self.span[0] == sentence:
                return replace(days, frames=(*days.frames, *self._since(self.span[1], days), *self._spans()))
            above = self.header or (self.period if not has(days, Sort.SPAN, Sort.UNTIL) else None)
            return replace(days, frames=(*days.frames, *above.frames)) if above else days
        if not has(days, Sort.UNTIL, Sort.SINCE) or has(days, Sort.SPAN):
            return days
        over = self.header.frames if self.header else ()
        here = [self.span[1]] if around and self.span and self.span[0] == sentence else []
        since = [w for w in over if w.sort is Sort.SINCE and not has(days, Sort.SINCE)]
        spans = [w for w in (*here, *over) if w.sort is Sort.SPAN and _holds(w, days)]
        return replace(days, frames=(*days.frames, *since, *spans[:1]))

    def _since(self, span: When, days: Days) -> list[When]:
        """Return from when on the period at hand counts: "à compter du 7 et pour tout le mois d'octobre, …"."""
        above = self.header.frames if self.header and span in self.header.frames else ()
        return [w for w in above if w.sort is Sort.SINCE and not has(days, Sort.SINCE)]

    def _spans(self) -> list[When]:
        """Return the period named last, with those named beside it: "semaine du 10 et semaine du 17 : …"."""
        named = list(dict.fromkeys(w for w in self.period.frames if w.sort is Sort.SPAN)) if self.period else []
        last = self.span[1] if self.span else None
        return named if last in named else [last] if last else []

    def _in_week(self, days: Days, sentence: int) -> Days:
        """Lay weekdays in the week announced above: "2e semaine des vacances : … du lundi au mercredi"."""
        if days.frames:
            return days
        own = self.week[1].frames if self.week and self.week[0] == sentence else ()
        above = own or (self.header.frames if self.header else ())
        weeks = [w for w in above if w.sort is Sort.SPAN]
        bound = [in_week(b, weeks[0]) or b for b in days.bases] if len(weeks) == 1 else days.bases
        return replace(days, bases=tuple(bound))

    def _within(self, days: Days, sentence: int) -> Days:
        habit = all(b.sort is Sort.EVERY or b.habit for b in days.bases)
        if not days.frames:
            if self.week and self.week[0] == sentence:
                return replace(days, frames=self.week[1].frames)
            if self.header and has(self.header, Sort.UNTIL) and not has(self.header, Sort.SPAN, Sort.PARITY):
                return replace(days, bases=tuple(_habitual(b) for b in days.bases), frames=self.header.frames)
            if self.header and (habit or has(self.header, Sort.SPAN, Sort.PARITY)):
                return replace(days, frames=self.header.frames)
            here = self.span is not None and self.span[0] == sentence
            weekly = self.span is not None and (self.span[1].reach is Reach.WEEK or bool(self.span[1].weekdays))
            inside = here and (weekly or all(b.sort is Sort.EVERY for b in days.bases))
            return replace(days, frames=(self.span[1],)) if inside and self.span else days
        return _completed(days, self.header) if self.header else days


def _completed(days: Days, header: Days) -> Days:
    """Return days that name a period with what else is said above them: "semaines paires : les mardis de mai"."""
    own = {w.sort for w in days.frames}
    lent = {Sort.SINCE, Sort.PARITY} - own if Sort.SPAN not in own else {Sort.PARITY} - own
    lent |= {Sort.SPAN, Sort.UNTIL} if own == {Sort.PARITY} else set()
    around = all(_holds(w, days) for w in header.frames if w.sort is Sort.SPAN)
    lent |= {Sort.SPAN} if own in ({Sort.UNTIL}, {Sort.SINCE}) and around else set()
    return replace(days, frames=(*days.frames, *(w for w in header.frames if w.sort in lent)))


def _lies_outside(days: Days, header: Days) -> bool:
    """Say whether one of the days is none of the period above: "… la semaine prochaine. … demain ni vendredi"."""
    dates = [d for b in days.bases if b.sort is Sort.DAY and not b.weekdays for d in b.days]
    spans = [w for w in header.frames if w.sort is Sort.SPAN and w.first and w.last]
    return any(not (w.first and w.last and w.first <= d <= w.last) for w in spans for d in dates)


def _habitual(base: When) -> When:
    """Read a weekday under "jusqu'au 4 avril :" as each of them."""
    return replace(base, sort=Sort.EVERY, habit=True) if base.sort is Sort.WEEKDAY else base


def _holds(period: When, days: Days) -> bool:
    """Say whether limits lie in a period: "les vacances d'hiver : Séverine à partir du 19, Victor jusqu'au 14"."""
    limits = [w for w in days.frames if w.sort in (Sort.UNTIL, Sort.SINCE)]
    named = [d for w in limits if not w.weekdays for d in (w.first, w.last) if d]
    return all(period.first and period.last and period.first <= d <= period.last for d in named)


def _under(header: Days | None, days: Days) -> Days:
    """Return the period for what follows; "semaines impaires :" lies in the period announced above it."""
    if header is None or not has(days, Sort.PARITY):
        return days
    return replace(days, frames=(*(w for w in header.frames if w.sort is not Sort.PARITY), *days.frames))


def _meet(said: list[Statement]) -> None:
    """Let "plus besoin du soir après le 20 : annulez jusqu'à la fin" be one period."""
    for one, two in pairwise(s for s in said if s.items[0].days):
        old, new = one.items[0].days, two.items[0].days
        if old is None or new is None or one.do is not two.do or one.prop.sentence != two.prop.sentence:
            continue
        if not (old.bases or new.bases) and sorted(w.sort.name for w in (*old.frames, *new.frames)) == [
            "SINCE",
            "UNTIL",
        ]:
            one.items[0].days = two.items[0].days = replace(old, frames=(*old.frames, *new.frames))


def _narrow_week(s: Statement, before: list[Statement]) -> None:
    """Let "… première semaine ? Du lundi au jeudi.", "… semaine du 7. Tous les jours sauf jeudi." be days of it."""
    named = s.items[0].days
    for item in before[-1].items if before and named else ():
        week = item.days.frames[0] if item.days and not item.days.bases and len(item.days.frames) == 1 else None
        if item.days is None or named is None or week is None:
            continue
        bound = in_week(named.bases[0], week) if len(named.bases) == 1 else None
        if bound:
            item.days = replace(item.days, bases=(bound,), frames=())
        elif week in named.frames and has(named, Sort.EACH_DAY):
            item.days = named
        elif before[-1].prop.heads and named.bases and all(b.sort is Sort.DAY and b.explicit for b in named.bases):
            item.days = named  # "… en décembre, aux dates suivantes : 2, 3, 5"


def _opens_sentence(s: Statement, after: list[Statement]) -> bool:
    """Say whether it is said of what follows: "… Sohan lundi. À partir du 4, Léah viendra tous les matins"."""
    goes_on = any(o.prop.sentence == s.prop.sentence and (o.prop.says_what or o.prop.says_when) for o in after)
    return s.prop.link is Link.START and (s.prop.heads or goes_on)
