"""Another hour for what is booked: a change of hour, not a second booking (Clap Chaz, "modifier l'heure")."""

from __future__ import annotations

from domain.model.state import CHANGEABLE, State
from domain.model.verdict import Code, Facts, HourChange, Line, Remark
from domain.model.wish import Do
from domain.rules.conflict import booking_of
from domain.rules.pricing import decisive_hour


def change_of(line: Line, facts: Facts) -> HourChange | None:
    """Return the change of hour that `line` means; None when it is anything else.

    It names an hour for an activity that asks for one, and the child is booked there with another hour. A booking
    that keeps no hour is one for the whole time. What replaces a change that waits is a change of the hour that stands.
    """
    booked = booking_of(line, facts) if line.do is Do.BOOK and line.hour and line.activity.ask_hour else None
    if booked is None or booked.state not in CHANGEABLE or line.hour is None:
        return None
    stands = decisive_hour(line.activity, booked.hour)
    wanted = booked.wanted_hour
    if line.hour == (wanted or stands):
        return None
    if wanted is not None and line.hour == stands:
        return HourChange(wanted, None, line.hour, booked.state, takes_back=True)
    return HourChange(stands, booked.price_cents, line.hour, booked.state)


def duplicate(line: Line, facts: Facts) -> Remark | None:
    """Refuse to book what the family has already asked or been granted, unless it is for another hour."""
    booked = booking_of(line, facts)
    if line.do is not Do.BOOK or booked is None or change_of(line, facts):
        return None
    hour = decisive_hour(line.activity, booked.wanted_hour or booked.hour) if line.activity.ask_hour else None
    return Remark(Code.DUPLICATE, state=State.REQUESTED if booked.wanted_hour else booked.state, hour=hour)


def taken_back(line: Line, facts: Facts) -> Remark | None:
    """Grant dropping a change that nobody has decided: the hour that stands is kept, whatever the deadline."""
    change = change_of(line, facts)
    return Remark(Code.OK) if change and change.takes_back else None
