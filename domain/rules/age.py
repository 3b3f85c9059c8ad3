"""Is the child of the right age on the day itself: supervision goes by age (CASF R.227-15 and R.227-16)."""

from __future__ import annotations

from domain.model.family import age_on
from domain.model.verdict import Code, Facts, Line, Remark
from domain.model.wish import Do


def wrong_age(line: Line, facts: Facts) -> Remark | None:
    """Refuse to book a child that is too young or too old on that day; `max_age` lasts until the next birthday."""
    del facts
    born = line.child.birth_date
    if line.do is not Do.BOOK or born is None:
        return None
    age = age_on(born, line.day)
    low, high = line.activity.min_age, line.activity.max_age
    wrong = (low is not None and age < low) or (high is not None and age > high)
    return Remark(Code.WRONG_AGE, min_age=low, max_age=high) if wrong else None


def age_unknown(line: Line, facts: Facts) -> Remark | None:
    """Leave to staff what depends on an age that is not on file."""
    del facts
    asked = line.do is Do.BOOK and line.activity.asks_age and line.child.birth_date is None
    return Remark(Code.STAFF) if asked else None
