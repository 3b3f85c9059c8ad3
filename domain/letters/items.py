"""Lines as a reader wants them: equal ones gathered, with their days one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from domain.letters.french import spoken_time
from domain.model.activity import Activity, AskHour
from domain.model.state import State
from domain.model.verdict import Remark, Verdict
from domain.model.wish import Do


@dataclass(frozen=True, slots=True)
class HourShown:
    """Another hour of departure (or `arrival`) for what is booked, and the price (cents) that it replaces."""

    before: time
    after: time
    cents_before: int | None
    arrival: bool = False


@dataclass(frozen=True, slots=True)
class DayWithout:
    """A day without what is asked for, and why: "past", "outside" the school year, or the name of a holiday."""

    day: date
    why: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One line to show: what, for whom, when, at what price (cents), and the rules' word or the state reached."""

    do: Do
    child: str
    activity: str
    hours: str
    day: date
    cents: int | None = None
    remark: Remark | None = None
    state: State | None = None
    late: bool = False
    reason: str = ""
    places_left: int | None = None
    few_left: bool = False  # so few that staff are warned
    fewest_in: str = ""  # the pool whose places these are, when it is not the activity's own
    number: int = 0
    change: HourShown | None = None
    arrival: bool = False  # the activity asks for the hour of arrival, not of departure
    wanted_hour: time | None = None  # another hour, which waits for staff
    age_unknown: bool = False
    rank: int | None = None  # on the waiting list
    offered_until: datetime | None = None  # local: a place is offered
    exception: str = ""  # the code of the reason that staff are asked to accept
    for_staff: bool = False  # cancelled late: staff decide whether it is billed
    kept: int | None = None  # cents: what an excused absence costs all the same
    surcharge_cents: int = 0  # in `cents`, for lateness
    reduction_cents: int = 0  # off `cents`, for brothers and sisters
    aid_cents: int = 0  # off `cents`, paid by somebody else
    document: str = ""  # to be provided


@dataclass(frozen=True, slots=True)
class PriceChange:
    """A booking that costs another price (cents) because of what the family booked or cancelled beside it."""

    child: str
    activity: str
    day: date
    before: int
    now: int


@dataclass(frozen=True, slots=True)
class Group:
    """Items that differ only by their day."""

    item: Item
    days: tuple[date, ...]


def hours_of(activity: Activity, hour: time | None = None) -> str:
    """Write the hours of care: "11 h 45 – 13 h 30", cut where the parent gave an hour of departure or arrival."""
    starts, ends = activity.starts, activity.ends
    if hour is not None and activity.ask_hour is AskHour.DEPARTURE:
        ends = hour
    if hour is not None and activity.ask_hour is AskHour.ARRIVAL:
        starts = hour
    return f"{spoken_time(starts)} – {spoken_time(ends)}"


def item_of(verdict: Verdict) -> Item:
    """Turn a judged line into what is shown of it."""
    line = verdict.line
    arrival = line.activity.ask_hour is AskHour.ARRIVAL
    change = verdict.change
    return Item(
        do=line.do,
        child=line.child.first_name,
        activity=line.activity.name,
        hours=hours_of(line.activity, line.hour or verdict.remark.hour) if line.activity.sites else "",
        day=line.day,
        cents=verdict.price_cents if line.do is Do.BOOK else None,
        remark=verdict.remark,
        places_left=verdict.places_left,
        change=HourShown(change.before, change.after, change.before_cents, arrival=arrival) if change else None,
        arrival=arrival,
        surcharge_cents=verdict.price.surcharge if verdict.price else 0,
        reduction_cents=verdict.price.reduction if verdict.price else 0,
        aid_cents=verdict.price.aid if verdict.price else 0,
        document=verdict.document,
    )


def gather(items: Iterable[Item]) -> Sequence[Group]:
    """Gather items that differ only by day (and by the places left), keeping the order of first appearance."""
    groups: dict[tuple[object, ...], list[Item]] = {}
    for item in items:
        key = (
            item.do,
            item.child,
            item.activity,
            item.hours,
            item.cents,
            item.surcharge_cents,
            item.reduction_cents,
            item.aid_cents,
            item.remark,
            item.state,
            item.late,
            item.reason,
            item.change,
            item.rank,
            item.offered_until,
            item.exception,
            item.kept,
        )
        groups.setdefault(key, []).append(item)
    return [Group(same[0], tuple(sorted(item.day for item in same))) for same in groups.values()]


def alike(changes: Iterable[PriceChange]) -> Sequence[tuple[tuple[str, str, int, int], tuple[date, ...]]]:
    """Gather changes of prices that differ only by day: (child, activity, cents before, cents now), with the days."""
    days: dict[tuple[str, str, int, int], list[date]] = {}
    for one in changes:
        days.setdefault((one.child, one.activity, one.before, one.now), []).append(one.day)
    return [(what, tuple(sorted(own))) for what, own in days.items()]
