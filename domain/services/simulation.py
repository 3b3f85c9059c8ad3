"""What so many days would cost ("2 soirs par semaine jusqu'à Noël"), from the same prices that a booking gets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import groupby, islice
from typing import Final

from domain.letters.catalogue.prices import CostShown, OptionShown, PricesSimulated
from domain.letters.items import hours_of
from domain.model.activity import Activity
from domain.model.family import Child
from domain.model.structure import Structure
from domain.model.tariff import Payer, Price
from domain.model.wish import Often, Per, Span
from domain.rules.pricing import price_of, priced_hours, unknown_of

#: From so long on, the days that are named are a period and not a few days of one week.
_PERIOD: Final = timedelta(days=8)
_MOST_OPTIONS: Final = 6
#: Where an activity runs next is looked for so far ahead: over the summer holidays.
_LOOK_AHEAD: Final = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about a sum: of whom, for what, and who pays; `today` is the day of the question."""

    structure: Structure
    about: Span
    activities: Sequence[Activity]
    children: Sequence[Child]
    payer: Payer
    today: date

    @property
    def is_period(self) -> bool:
        """Whether days are named that are to be counted; two days beside "par semaine" only say which."""
        days = self.about.days
        return len(days) > 1 and (self.about.often is None or max(days) - min(days) >= _PERIOD)


def simulate(asked: Asked) -> PricesSimulated | None:
    """Return what it would cost; None when the question names no number of days that could be counted."""
    if not (asked.activities and (asked.about.often or asked.is_period)):
        return None
    options = [option for activity in _wanted(asked) for option in _options(activity, asked)]
    once = asked.about.often is not None and asked.about.often.per is Per.ONCE
    counted = sorted(asked.about.days) if asked.is_period and not once else []
    day = counted[0] if counted else asked.today
    unknown = dict.fromkeys(what for a in asked.activities for what in unknown_of(a, asked.payer, day))
    if not options:
        return None
    return PricesSimulated(
        options=tuple(options[:_MOST_OPTIONS]),
        often=asked.about.often,
        first=counted[0] if counted else None,
        last=counted[-1] if counted else None,
        unknown=tuple(unknown),
        more=max(0, len(options) - _MOST_OPTIONS),
    )


def _wanted(asked: Asked) -> list[Activity]:
    """Return the activities to price; up to an hour, only the last of those that go together."""
    if asked.about.hour is None:
        return list(asked.activities)
    needed = {need.code for activity in asked.activities for need in _needed(activity, asked.structure)}
    return [activity for activity in asked.activities if activity.code not in needed]


def _options(activity: Activity, asked: Asked) -> Iterator[OptionShown]:
    """Yield the activity once, or once for each hour that sets its price."""
    children = [child for child in asked.children if child.site in activity.sites]
    days = _days(activity, asked)
    if not (children and days):
        return
    hour = asked.about.hour if activity.ask_hour else None
    by_hour = activity.price_by_hour or activity.price_per_unit
    for until in (hour,) if hour or not by_hour else priced_hours(activity):
        first = price_of(activity, until, asked.payer, days[0])
        yield OptionShown(
            activity=activity.name,
            beside=tuple(each.name for each in _needed(activity, asked.structure)),
            hours=hours_of(activity, until),
            costs=tuple(_cost(child, activity, until, days, children, asked) for child in children),
            quotient=first.quotient if first else None,
            outside=first.outside if first else False,
        )


def _days(activity: Activity, asked: Asked) -> list[date]:
    """Return the days to pay: those of the period on which it runs, as many of each week or month as were asked."""
    often, year = asked.about.often, asked.structure.year
    if asked.is_period:
        running = [day for day in sorted(asked.about.days) if activity.runs_on(day, year)]
        spans = groupby(running, key=lambda day: _span(day, often))
        return [day for _, own in spans for day in islice(own, often.times if often else None)]
    ahead = year.days(asked.today, asked.today + _LOOK_AHEAD)
    upcoming = next((day for day in ahead if activity.runs_on(day, year)), asked.today)
    if often is None:
        return [upcoming]
    return [upcoming] * (min(often.times, len(activity.weekdays)) if often.per is Per.WEEK else often.times)


def _span(day: date, often: Often | None) -> tuple[int, ...]:
    """Return the week or the month of `day`, in which a number of times is counted; all days are one otherwise."""
    if often is None or often.per is Per.ONCE:
        return ()
    return day.isocalendar()[:2] if often.per is Per.WEEK else (day.year, day.month)


def _cost(  # noqa: PLR0913 - one child among those who come with it
    child: Child, activity: Activity, hour: time | None, days: Sequence[date], together: Sequence[Child], asked: Asked
) -> CostShown:
    elders = asked.payer.children[: asked.payer.children.index(child.id)] if asked.payer.children else ()
    rank = 1 + sum(other.id in elders for other in together)
    prices = [tuple(_day(activity, hour, day, rank, asked)) for day in days]
    sums = [sum(price.total for price in parts) for parts in prices]
    return CostShown(
        child=child.first_name,
        days=len(days),
        cents=sum(sums),
        each=sums[0] if len(set(sums)) == 1 else None,
        reduction=sum(price.reduction for parts in prices for price in parts),
        aid=sum(price.aid for parts in prices for price in parts),
    )


def _day(activity: Activity, hour: time | None, day: date, rank: int, asked: Asked) -> Iterator[Price]:
    """Yield the prices of one day: of the activity and of what it cannot go without."""
    aided = 0
    for each in (*_needed(activity, asked.structure), activity):
        until = hour if each is activity else None
        found = price_of(each, until, asked.payer, day, rank=rank, aided=aided)
        if found is not None:
            aided += found.aid
            yield found


def _needed(activity: Activity, structure: Structure) -> list[Activity]:
    """Return everything that the activity cannot go without, the first of the day first."""
    found: dict[str, Activity] = {}
    waiting = list(activity.needs)
    while waiting:
        code = waiting.pop()
        if code not in found:
            found[code] = structure.activity(code)
            waiting += found[code].needs
    return sorted(found.values(), key=lambda each: (each.starts, each.code))
