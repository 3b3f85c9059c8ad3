"""Is the child of the right age on the day itself: supervision goes by age (CASF R.227-15 and R.227-16)."""

from __future__ import annotations

from datetime import date

from domain.model.activity import Activity
from domain.model.family import age_on
from domain.model.verdict import Code, Facts, Line, Remark
from domain.model.wish import Do


def of_age(activity: Activity, born: date | None, day: date) -> bool:
    """Say whether a child born on `born` has the age for `activity` on `day`; an unknown one is left to staff."""
    if born is None:
        return True
    age = age_on(born, day)
    low, high = activity.min_age, activity.max_age
    return (low is None or age >= low) and (high is None or age <= high)


def wrong_age(line: Line, facts: Facts) -> Remark | None:
    """Refuse to book a child that is too young or too old on that day; `max_age` lasts until the next birthday."""
    del facts
    if line.do is not Do.BOOK or of_age(line.activity, line.child.birth_date, line.day):
        return None
    return Remark(Code.WRONG_AGE, min_age=line.activity.min_age, max_age=line.activity.max_age)


def age_unknown(line: Line, facts: Facts) -> Remark | None:
    """Leave to staff what depends on an age that is not on file."""
    del facts
    asked = line.do is Do.BOOK and line.activity.asks_age and line.child.birth_date is None
    return Remark(Code.STAFF) if asked else None
