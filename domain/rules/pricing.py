"""What a day costs by the tariff of its activity, in cents: flat, by the hour, by started units, by who pays."""

from __future__ import annotations

from datetime import date, time
from decimal import ROUND_HALF_UP, Decimal

from domain.model.activity import Activity, AskHour
from domain.model.deadline import Surcharge
from domain.model.tariff import Aid, Bracket, Payer, Price, Unknown
from domain.model.verdict import Code, Facts, Line, Remark
from domain.model.wish import Do


def price(activity: Activity, hour: time | None) -> int | None:
    """Return the price of one day, in cents, for a resident of whom nothing more is known; see `price_of`."""
    found = price_of(activity, hour, Payer(resident=True), date.min)
    return found.total if found else None


def price_of(  # noqa: PLR0913 - each is one rule of the tariff
    activity: Activity,
    hour: time | None,
    payer: Payer,
    day: date,
    *,
    rank: int = 1,
    surcharge: Surcharge | None = None,
    aided: int = 0,
) -> Price | None:
    """Return the price of one day with its parts; None when the line has no price of its own, or cannot be sold.

    In this order: the tariff's price (`rate`, times the started units, with what outsiders pay), less the discount of
    the child's `rank` among its siblings, plus what lateness adds to that, less the aid of the day of which `aided`
    cents are used already. Each step is rounded to the cent, half up, once a line; an aid never goes below 0 and pays
    for no lateness.
    """
    bracket = _bracket(activity, payer, day)
    base = _base(activity, hour, bracket, outside=is_outside(activity, payer))
    if base is None:
        return None
    reduction = percent_of(base, discount_of(activity, rank))
    care = base - reduction
    return Price(
        base=base,
        reduction=reduction,
        aid=aid_on(care, payer.aid if activity.aids else None, aided),
        surcharge=(with_surcharge(care, surcharge) or care) - care,
        quotient=payer.quotient_on(day) if bracket else None,
        outside=is_outside(activity, payer),
        unknown=tuple(unknown_of(activity, payer, day)),
    )


def unknown_of(activity: Activity, payer: Payer, day: date) -> list[Unknown]:
    """Return what `activity`'s price depends on and nobody has told us of `payer`: then the highest price counts."""
    quotient = bool(activity.price_by_quotient) and payer.quotient_on(day) is None
    residence = activity.price_non_resident is not None and payer.resident is None
    return [what for what, missing in ((Unknown.QUOTIENT, quotient), (Unknown.RESIDENCE, residence)) if missing]


def is_outside(activity: Activity, payer: Payer) -> bool:
    """Say whether `payer` pays what outsiders pay: a family of whom nobody has said that it lives here."""
    return activity.price_non_resident is not None and not payer.resident


def discount_of(activity: Activity, rank: int) -> int:
    """Return the percent off for the family's `rank`-th child (1 = the oldest) on this activity and day."""
    return next((d.percent for d in reversed(activity.sibling_discount) if d.rank <= rank), 0)


def aid_on(care: int, aid: Aid | None, aided: int = 0) -> int:
    """Return what an aid pays of `care` cents, when `aided` cents of the day's are used already."""
    if aid is None:
        return 0
    if aid.cents is None:
        return min(care, percent_of(care, aid.percent or 0))
    return max(0, min(care, aid.cents - aided))


def percent_of(cents: int, percent: int) -> int:
    """Return so many percent of an amount, to the cent, half up."""
    return int((Decimal(cents) * percent / 100).to_integral_value(ROUND_HALF_UP))


def sellable(activity: Activity, hour: time | None) -> bool:
    """Say whether the activity can be had with that hour: inside its opening hours, and some price step fits.

    The hour of an activity that asks for none is not looked at.
    """
    if activity.ask_hour is None:
        return True
    decisive = decisive_hour(activity, hour)
    if activity.price_by_hour and decisive > activity.price_by_hour[-1].until:
        return False
    if activity.ask_hour is AskHour.ARRIVAL:
        return activity.starts <= decisive < activity.ends
    return activity.starts < decisive <= activity.ends


def units_of(activity: Activity, hour: time | None) -> int:
    """Return how many units of time are charged, a started one counts whole; 1 where the day is one price."""
    if activity.price_per_unit is None:
        return 1
    decisive = decisive_hour(activity, hour)
    arrives = activity.ask_hour is AskHour.ARRIVAL
    first, last = (decisive, activity.ends) if arrives else (activity.starts, decisive)
    return max(0, -(-(_minutes(last) - _minutes(first)) // activity.price_per_unit.minutes))


def priced_hours(activity: Activity) -> tuple[time, ...]:
    """Return the hours of departure (or arrival) at which the price changes; one when it never does."""
    if activity.price_by_hour:
        return tuple(step.until for step in activity.price_by_hour)
    first, last = _minutes(activity.starts), _minutes(activity.ends)
    unit = activity.price_per_unit.minutes if activity.price_per_unit else last - first
    steps = range(first, last, unit)
    if activity.ask_hour is AskHour.ARRIVAL:
        return tuple(_clock(last - (n - first) - min(unit, last - n)) for n in steps)[::-1]
    return tuple(_clock(min(n + unit, last)) for n in steps)


def with_surcharge(cents: int | None, surcharge: Surcharge | None) -> int | None:
    """Return a price in cents with what lateness adds, each line rounded to the cent, half up."""
    if cents is None or surcharge is None:
        return cents
    if surcharge.cents is not None:
        return cents + surcharge.cents
    return cents + percent_of(cents, surcharge.percent or 0)


def open_at_that_hour(line: Line, facts: Facts) -> Remark | None:
    """Refuse to book an hour at which the activity is not open, or that has no price."""
    del facts
    wrong = line.do is Do.BOOK and not sellable(line.activity, line.hour)
    return Remark(Code.CLOSED) if wrong else None


def _base(activity: Activity, hour: time | None, bracket: Bracket | None, *, outside: bool) -> int | None:
    """Return the tariff's price of the whole stay; what outsiders pay replaces the rate, or is added to it.

    Where the hour sets the price, a missing hour means the whole time the activity is open: the parent sees that
    price before confirming (Clap Chaz: "16:30 - 18:30" costs 6,20 €).
    """
    if not sellable(activity, hour):
        return None if activity.price_by_hour or activity.price_per_unit else activity.price_cents
    rate = _rate(activity, hour, bracket)
    if rate is None:
        return None
    theirs = activity.price_non_resident if outside else None
    if theirs is not None and theirs.cents is not None:
        return theirs.cents * units_of(activity, hour)
    whole = rate * units_of(activity, hour)
    return whole + percent_of(whole, theirs.percent or 0) if theirs else whole


def _rate(activity: Activity, hour: time | None, bracket: Bracket | None) -> int | None:
    """Return the price of a day, or of one unit of time."""
    if activity.price_by_hour:
        decisive = decisive_hour(activity, hour)
        return next(step.cents for step in activity.price_by_hour if decisive <= step.until)
    if bracket is not None:
        return bracket.cents
    return activity.price_per_unit.cents if activity.price_per_unit else activity.price_cents


def _bracket(activity: Activity, payer: Payer, day: date) -> Bracket | None:
    """Return the bracket of the quotient that is valid on `day`; the highest one when there is none."""
    if not activity.price_by_quotient:
        return None
    *lower, highest = activity.price_by_quotient
    quotient = payer.quotient_on(day)
    if quotient is None:
        return highest
    return next((b for b in lower if b.up_to is not None and quotient <= b.up_to), highest)


def decisive_hour(activity: Activity, hour: time | None) -> time:
    """Return the hour that sets the price: the one given, or else the longest stay."""
    if hour is not None:
        return hour
    return activity.starts if activity.ask_hour is AskHour.ARRIVAL else activity.ends


def _clock(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)


def _minutes(hour: time) -> int:
    return hour.hour * 60 + hour.minute
