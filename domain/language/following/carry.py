"""Carries lines over to another child, other days or another activity, by the same code or by the same words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from typing import Final

from domain.language.activities.activities import Chosen, choose, find_activities, running
from domain.language.activities.usual import usual
from domain.language.days.calendar import lay
from domain.language.days.weeks_ahead import counts_months, weeks_ahead
from domain.language.leaning.meant import Named
from domain.language.matching.expression import Expression
from domain.language.message.trim import masked
from domain.language.notions.hours import Hour, find_hours
from domain.language.notions.marks import Act
from domain.language.notions.points_open import Open
from domain.language.notions.when import Days, Reach, Sort
from domain.language.sentences.sentences import World
from domain.language.writing.spelling import corrected
from domain.language.writing.spoken import long_day
from domain.language.writing.text import Text
from domain.model.activity import Activity
from domain.model.family import Child
from domain.model.wish import ANY_ACTIVITY, Ask, Choice, Do, Wish

_WEEK: Final = timedelta(weeks=1)
_RELATIVE: Final = Expression(r"\bsemaine (?:suivante|d'apres|qui suit)\b")
_NEXT: Final = Expression(r"\bsemaine (?:prochaine|qui vient)\b")
_DAYS_THEMSELVES: Final = frozenset({Sort.DAY, Sort.WEEKDAY, Sort.EVERY, Sort.EACH_DAY})


@dataclass(slots=True)
class Carried:
    """The lines that came of it, what must be asked, and the days on which nothing runs (they are told)."""

    wishes: list[Wish] = field(default_factory=list)
    open: list[Open] = field(default_factory=list)
    closed: set[date] = field(default_factory=set)
    past: bool = False  # a line's day is over
    choices: tuple[Choice, ...] = ()  # the days, or weeks, that may be meant


@dataclass(frozen=True, slots=True)
class Carrier:
    """Carries `lines` of an earlier request, said in `words`, to what `named` names."""

    lines: tuple[Wish, ...]
    words: tuple[str, ...]
    named: Named
    plain: str
    world: World

    def carry(self, children: Iterable[Child], do: Do | None) -> Carried:
        """Return the lines for `children`; a child without lines of its own gets those of the others.

        `do` is what shall be done if the sentence says so itself; else each line keeps its own.
        """
        result = Carried()
        for child in children:
            own = self._pattern(child)
            if not own:
                result.open.append(Open(Ask.ACTIVITY, site=child.site))
                continue
            own = tuple(replace(line, do=do or line.do) for line in own)
            for line, day in self._placed(own, result):
                self._line(child, line, day, result)
        days = self.named.days
        if days and days.frames and not days.bases and len(self.named.acts) == 1 and result.wishes:
            result.wishes = usual(result.wishes, self.world.structure)
        if result.past and not result.wishes:
            result.open.append(Open(Ask.DATE))
        result.wishes = sorted(dict.fromkeys(result.wishes), key=lambda w: w.day)
        result.open = result.open[:1]
        return result

    # -- which lines ---------------------------------------------------------------------------------------------

    def _pattern(self, child: Child) -> tuple[Wish, ...]:
        """Return the lines to carry to `child`: its own, else those that all the others have alike, else none."""
        own = tuple(w for w in self.lines if w.child == child.first_name)
        if own:
            return own
        by_child = dict[str, list[Wish]]()
        for wish in self.lines:
            by_child.setdefault(wish.child, []).append(wish)
        alike = {frozenset((w.do, w.activity, w.day) for w in wishes) for wishes in by_child.values()}
        return tuple(next(iter(by_child.values()))) if len(alike) == 1 else ()

    # -- when ----------------------------------------------------------------------------------------------------

    def _placed(self, lines: Sequence[Wish], result: Carried) -> Iterator[tuple[Wish, date]]:
        """Yield each line with its new day: its own, the same weekday of another period, or each day named."""
        days, hinted = self.named.days, self.world.hints.date
        if hinted:
            chosen = tuple(date.fromisoformat(d) for d in hinted.split(","))
            yield from self._on(lines, chosen, weekdays=days is not None and not _names_days(days))
            return
        if days is None:
            yield from ((line, line.day) for line in lines)
            return
        week = self._weeks(days, lines)
        result.choices = _weeks_of(week, lines) if len(week) > 1 else self._same_week(days, lines)
        if result.choices:
            return
        laid = lay(days, self.world.scene, book=lines[0].do is Do.BOOK)
        found = tuple(d for d in _week_from(week[0]) if not _excepted(d, days)) if week else laid.days
        if laid.unsure or not found or counts_months(self.plain):
            result.open.append(Open(Ask.DATE, days=laid.options))
            return
        yield from self._on(lines, found, weekdays=bool(week) or not _names_days(days))

    def _on(self, lines: Sequence[Wish], days: Sequence[date], *, weekdays: bool) -> Iterator[tuple[Wish, date]]:
        """Lay `lines` on `days`: each on its own weekday, or all of a day's lines on every day."""
        if weekdays:
            yield from ((line, d) for line in lines for d in days if d.weekday() == line.day.weekday())
            return
        alike = {frozenset((w.do, w.activity) for w in lines if w.day == line.day) for line in lines}
        one_day = [w for w in lines if w.day == lines[0].day]
        for day in days:
            if len(alike) == 1:
                yield from ((line, day) for line in one_day)
            else:  # midi on one day and the evening on another: which of them?
                yield replace(lines[0], activity=""), day

    def _weeks(self, days: Days, lines: Sequence[Wish]) -> tuple[date, ...]:
        """Return the Monday of the week meant, or both that may be; nothing when no single week is named.

        "La semaine prochaine" is the next ISO week; when the request already lies in it, it is the week after. "Dans
        quinze jours" counts from today, or from the request.
        """
        mondays = {_monday(line.day) for line in lines}
        if ahead := weeks_ahead(self.plain):
            return tuple(sorted({self.world.scene.week(ahead), max(mondays) + ahead * _WEEK}))
        week = next((w for w in days.frames if w.sort is Sort.SPAN and w.reach is Reach.WEEK and w.first), None)
        if week is None or week.first is None or days.bases or len(days.frames) > 1:
            return ()
        after = max(mondays) + _WEEK
        if _RELATIVE.search(self.plain):
            return (max(after, week.first),)
        if not _NEXT.search(self.plain) or max(mondays) < week.first:
            return (week.first,)
        return (after,) if mondays == {week.first} else (week.first, after)

    def _same_week(self, days: Days, lines: Sequence[Wish]) -> tuple[Choice, ...]:
        """Return both readings of a bare weekday after a request for a later week: the next one, or that week's.

        On Thursday 27 February, "inscrire Victor midi mardi" and then "plutôt vendredi": the 28th, or the 7th of March?
        """
        scene = self.world.scene
        mondays = {_monday(line.day) for line in lines}
        bare = all(w.sort is Sort.WEEKDAY and not w.habit for w in days.bases) and not (days.frames or days.excepts)
        if not bare or not days.bases or len(mondays) > 1 or min(mondays) <= scene.week():
            return ()
        (monday,), numbers = mondays, sorted({n for w in days.bases for n in w.weekdays})
        there = tuple(monday + timedelta(days=n - 1) for n in numbers)
        soon = tuple(sorted(scene.next_weekday(n) for n in numbers))
        return tuple(map(_days_choice, (soon, there))) if soon != there else ()

    # -- what ----------------------------------------------------------------------------------------------------

    def _line(self, child: Child, line: Wish, day: date, result: Carried) -> None:
        today = running(self.world.structure, child.site, day)
        if day < self.world.scene.today:
            result.past = True
            return
        chosen = self._chosen(child, line, day)
        codes = chosen.codes
        if chosen.asked or self._is_elsewhere(child, line, day, chosen):
            hinted = self.world.hints.activity.split("+") if self.world.hints.activity else []
            codes = (*codes, *(c for c in hinted if c in {a.code for a in today}))
            if not codes:
                acts = self.named.acts or self._naming(line)[0]
                parts = frozenset(a.part for a in acts)
                result.open.append(Open(Ask.ACTIVITY, site=child.site, day=day, parts=parts, acts=acts))
                return
        if not codes:
            result.closed.add(day)
        same = line.hour if line.activity in codes else None
        result.wishes += [Wish(line.do, child.first_name, c, day, self._hour(c, chosen, same)) for c in codes]

    def _is_elsewhere(self, child: Child, line: Wish, day: date, chosen: Chosen) -> bool:
        """Say whether only the site of the other child has such a thing that day: what is meant here is asked."""
        site = self.world.family.child(line.child).site
        there = {a.code for a in running(self.world.structure, site, day)}
        here = running(self.world.structure, child.site, day)
        return not chosen.codes and child.site != site and line.activity in there and bool(here)

    def _chosen(self, child: Child, line: Wish, day: date) -> Chosen:
        structure = self.world.structure
        today = running(structure, child.site, day)
        if not today:
            return Chosen()
        if self.named.acts or self.named.hours:
            return choose(self.named.acts, self.named.hours, today)
        if line.activity == ANY_ACTIVITY and line.do is Do.BOOK:  # "ajoute jeudi" after an absence
            return Chosen(asked=True)
        if line.activity == ANY_ACTIVITY or line.activity in {a.code for a in today}:
            return Chosen((line.activity,))
        return self._by_words(line, today) if line.activity else Chosen(asked=True)

    def _by_words(self, line: Wish, today: tuple[Activity, ...]) -> Chosen:
        """Read the words that named this line's activity as they would be read for another child or day."""
        acts, hours = self._naming(line)
        return choose(acts, hours, today) if acts else Chosen(asked=True)

    def _naming(self, line: Wish) -> tuple[tuple[Act, ...], tuple[Hour, ...]]:
        """Return the words by which this line's activity was named."""
        structure = self.world.structure
        before = running(structure, self.world.family.child(line.child).site, line.day)
        for words in self.words:
            plain = corrected(masked(Text.of(words))).plain
            hours = tuple(find_hours(plain))
            acts = find_activities(plain, structure)
            naming = tuple(a for a in acts if line.activity in choose((a,), hours, before).codes)
            if naming:
                return naming, hours
        return (), ()

    def _hour(self, code: str, chosen: Chosen, same: time | None) -> time | None:
        activity = self.world.structure.activity(code) if code != ANY_ACTIVITY else None
        return (chosen.hour_of(activity) or same) if activity and activity.ask_hour else None


def _names_days(days: Days) -> bool:
    """Say whether single days or weekdays are named, rather than a period."""
    return any(w.sort in _DAYS_THEMSELVES for w in (*days.bases, *days.frames)) or any(w.weekdays for w in days.bases)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _days_choice(days: Sequence[date]) -> Choice:
    return Choice(" et ".join(map(long_day, days)), ",".join(d.isoformat() for d in days))


def _weeks_of(mondays: Sequence[date], lines: Sequence[Wish]) -> tuple[Choice, ...]:
    weekdays = sorted({line.day.weekday() for line in lines})
    days = {monday: [monday + timedelta(days=n) for n in weekdays] for monday in mondays}
    return tuple(Choice(f"semaine du {long_day(m)}", ",".join(d.isoformat() for d in ds)) for m, ds in days.items())


def _week_from(monday: date) -> Iterator[date]:
    return (monday + timedelta(days=n) for n in range(7))


def _excepted(day: date, days: Days) -> bool:
    return any(day in w.days or day.isoweekday() in w.weekdays for w in days.excepts)
