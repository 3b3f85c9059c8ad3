"""Who is of an age group on the day of a booking, said to the database: each counts whole years in its own words."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, Integer, or_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from domain.model.pools import Ages
from domain.store.tables.bookings import Booking
from domain.store.tables.people import Child


class _WholeYears(FunctionElement[int]):
    """The whole years from the second date to the first, as `age_on` counts them."""

    type = Integer()
    inherit_cache = True


@compiles(_WholeYears, "sqlite")
def _in_sqlite(element: _WholeYears, compiler: SQLCompiler, **kw: Any) -> str:  # noqa: ANN401 - as compilers have it
    day, born = (compiler.process(date, **kw) for date in element.clauses)
    return f"(substr({day}, 1, 4) - substr({born}, 1, 4) - (substr({day}, 6) < substr({born}, 6)))"


@compiles(_WholeYears, "postgresql")
def _in_postgresql(element: _WholeYears, compiler: SQLCompiler, **kw: Any) -> str:  # noqa: ANN401
    day, born = (f"CAST({compiler.process(date, **kw)} AS TIMESTAMP)" for date in element.clauses)
    return f"CAST(EXTRACT(YEAR FROM age({day}, {born})) AS INTEGER)"


#: How old the child of a booking is on its day.
_AGE: Final = _WholeYears(Booking.day, Child.birth_date)


def of_age(ages: Ages) -> ColumnElement[bool]:
    """Return what holds of bookings of a child of that age group; one without a birth date is of every group."""
    of_group = ages.low <= _AGE if ages.until is None else _AGE.between(ages.low, ages.until - 1)
    return or_(Child.birth_date.is_(None), of_group)
