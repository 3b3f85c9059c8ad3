"""What words can say about days, before a calendar is laid over it: single days, weekdays, periods, limits."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import Enum, auto

from domain.model.school_year import SchoolYear


class Sort(Enum):
    """What sort of thing is said about days."""

    DAY = auto()  # known dates: "demain", "le 11/03", "mardi prochain"
    WEEKDAY = auto()  # "mardi": the next one, unless a period beside it says which
    EVERY = auto()  # "tous les mardis", "un mardi sur deux"
    SPAN = auto()  # "la semaine prochaine", "du 10 au 14", "en mars", "les vacances d'hiver"
    UNTIL = auto()  # "jusqu'à jeudi": included
    SINCE = auto()  # "à partir du 9"; of reach WEEK it is a moment: "à la rentrée"
    RETURN = auto()  # "reviendra jeudi": not included
    LASTING = auto()  # "pour 3 jours"
    PARITY = auto()  # "les semaines paires"
    ALTERNATE = auto()  # "une semaine sur deux", no saying which
    EACH_DAY = auto()  # "tous les jours"
    SAME = auto()  # "ces deux jours", "le même jour"
    THOSE = auto()  # "ces semaines-là": in the period or the rhythm told before
    THENCE = auto()  # "à partir de cette date": from the day told before
    VAGUE = auto()  # "un jour de la semaine prochaine": must be asked
    CLASH = auto()  # weekday and date disagree, or the date does not exist: must be asked
    AGO = auto()  # "depuis hier", "hier soir": when something began, no day of care


#: What says no day by itself.
POINTING: frozenset[Sort] = frozenset({Sort.SAME, Sort.AGO, Sort.THOSE, Sort.THENCE})


class Reach(Enum):
    """How far a SPAN reaches, which decides whether today is in it and whether a weekday in it repeats."""

    DATES = auto()  # named dates: today counts
    WEEK = auto()
    LONG = auto()  # months, holidays, terms: "le mardi" in them is every Tuesday


@dataclass(frozen=True, slots=True)
class When:
    """One thing said about days, at `start` to `end` of the folded text.

    `days` are the dates of DAY, or the readings to offer of CLASH and VAGUE. `first` and `last` bound a SPAN; UNTIL
    and RETURN have `last`, SINCE has `first`. `weekdays` (ISO) belong to WEEKDAY and EVERY (and to a SPAN such as
    "de lundi à vendredi"). `every` is the rhythm in weeks of EVERY, `length` the days of LASTING, `even` the PARITY.
    """

    sort: Sort
    start: int = 0
    end: int = 0
    days: tuple[date, ...] = ()
    first: date | None = None
    last: date | None = None
    weekdays: tuple[int, ...] = ()
    every: int = 1
    length: int = 0
    even: bool = False
    reach: Reach = Reach.DATES
    named_month: bool = True  # False: bare day numbers, which a period beside them may place in its own month
    nth: int = 0  # VAGUE: the first, second … (or, -1, the last) week of something
    which: int = 0  # SAME: the first, second … (or, -1, the last) of the days spoken of
    holiday: tuple[date, date] | None = None  # SPAN: the school holidays that it is, or is a week of
    ends: tuple[date, date] | None = None  # the two days of "de mardi à jeudi", which may be a move
    today: bool = False  # "ce soir", "aujourd'hui": today is named
    explicit: bool = False  # a date with its number: "le 11", "11 mars"
    doubt: bool = False  # DAY: beside these there was one that is none ("le 24 et le 31 juin"), which must be asked
    habit: bool = False  # "le lundi", "les lundis", unlike "lundi"
    dated: bool = False  # its year was said, or is beyond doubt
    hour: time | None = None  # "dans 20 minutes"
    within: When | None = None  # the parity or the period of these weekdays alone: "les mardis des semaines paires"

    def at(self, start: int, end: int) -> When:
        """Return the same at another place."""
        return replace(self, start=start, end=end)


@dataclass(frozen=True, slots=True)
class Scene:
    """What a phrase may know: the day on which the words were said, and the school year."""

    today: date
    year: SchoolYear
    month: date | None = None  # a day of the month last named in the text
    schooled: bool = False  # in messages: dates without a year lie in the school year, and nothing beyond it is read
    named: date | None = None  # the day last named in the text
    latest: date | None = None  # the latest day of those named in the text: what "la semaine d'après" follows
    clock: time | None = None  # the hour at which the words were said, where it is known

    @property
    def now(self) -> datetime:
        """The instant at which the words were said; noon where the hour is not known."""
        return datetime.combine(self.today, self.clock if self.clock is not None else time(12))

    def week(self, weeks: int = 0) -> date:
        """Return the Monday of this ISO week, or of `weeks` later."""
        return self.today - timedelta(days=self.today.weekday()) + timedelta(weeks=weeks)

    def next_weekday(self, weekday: int) -> date:
        """Return the next day of that ISO weekday strictly after today (label: a bare weekday is never today)."""
        return self.today + timedelta(days=(weekday - self.today.isoweekday() - 1) % 7 + 1)

    def in_next_week(self, weekday: int) -> date:
        """Return the day of that ISO weekday in the next ISO week ("mardi prochain")."""
        return self.week(1) + timedelta(days=weekday - 1)


@dataclass(frozen=True, slots=True)
class Days:
    """Everything said about days in one place: what is meant (`bases`), within what (`frames`), and what is not."""

    start: int
    end: int
    bases: tuple[When, ...] = ()
    frames: tuple[When, ...] = ()
    excepts: tuple[When, ...] = field(default=())
    week: When | None = None  # the week that its weekdays were bound to, which later weekdays share
    pick: int = 0  # only the first, second … (or, -1, the last) of its days

    @property
    def frames_period(self) -> bool:
        """Whether a period limits them."""
        return any(w.sort in (Sort.SPAN, Sort.UNTIL) for w in self.frames)

    @property
    def frames_span(self) -> bool:
        """Whether a period with two ends frames them."""
        return any(w.sort is Sort.SPAN for w in self.frames)

    @property
    def open(self) -> bool:
        """Whether it repeats weekdays without saying until when."""
        return bool(self.bases) and all(b.sort is Sort.EVERY for b in self.bases) and not self.frames
