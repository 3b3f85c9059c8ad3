"""What a booking costs, in cents."""

from __future__ import annotations

from datetime import time
from decimal import ROUND_HALF_UP, Decimal

from domain.model.activity import Activity, AskHour
from domain.model.deadline import Surcharge
from domain.model.verdict import Code, Facts, Line, Remark
from domain.model.wish import Do


def price(activity: Activity, hour: time | None) -> int | None:
    """Return the price of one day, in cents; None when the line has no price of its own, or cannot be sold.

    Where the hour sets the price, a missing hour means the whole time the activity is open: the parent sees that
    price before confirming (Clap Chaz: "16:30 - 18:30" costs 6,20 €).
    """
    if not activity.price_by_hour:
        return activity.price_cents
    if not sellable(activity, hour):
        return None
    decisive = decisive_hour(activity, hour)
    return next(step.cents for step in activity.price_by_hour if decisive <= step.until)


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


def with_surcharge(cents: int | None, surcharge: Surcharge | None) -> int | None:
    """Return a price in cents with what lateness adds, each line rounded to the cent, half up."""
    if cents is None or surcharge is None:
        return cents
    if surcharge.cents is not None:
        return cents + surcharge.cents
    extra = Decimal(cents) * (surcharge.percent or 0) / 100
    return cents + int(extra.to_integral_value(ROUND_HALF_UP))


def open_at_that_hour(line: Line, facts: Facts) -> Remark | None:
    """Refuse to book an hour at which the activity is not open, or that has no price."""
    del facts
    wrong = line.do is Do.BOOK and not sellable(line.activity, line.hour)
    return Remark(Code.CLOSED) if wrong else None


def decisive_hour(activity: Activity, hour: time | None) -> time:
    """Return the hour that sets the price: the one given, or else the longest stay."""
    if hour is not None:
        return hour
    return activity.starts if activity.ask_hour is AskHour.ARRIVAL else activity.ends
