"""What must hold between `[[opening]]` and the rest: it names something that runs, and opens before that has closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from domain.model.activity import PeriodKind, Slot
from domain.model.conditions import Opening
from domain.model.deadline import DeadlineRule, Late, Purpose
from domain.model.structure import Structure
from domain.rules.deadline import closing_time
from preau.config_faults import Fault


def check_openings(structure: Structure) -> Iterator[Fault]:
    """Yield openings of activities that never run there, and those that a deadline has closed before they begin."""
    number = {id(rule): n for n, rule in enumerate(structure.deadlines)}
    for n, opening in enumerate(structure.openings):
        if not _runs_at_all(opening, structure):
            yield Fault(("opening", n), "names nothing that runs: `activities`, `sites` and `period` never meet")
        elif rule := _closed_before(opening, structure):
            yield Fault(("opening", n), f"opens when deadline[{number[id(rule)]}] has closed every day that it names")


def _runs_at_all(opening: Opening, structure: Structure) -> bool:
    return any(
        (not opening.activities or activity.code in opening.activities)
        and (not opening.sites or not opening.sites.isdisjoint(activity.sites))
        and (opening.period in (None, PeriodKind.ALL, activity.period) or activity.period is PeriodKind.ALL)
        for activity in structure.activities
    )


def _closed_before(opening: Opening, structure: Structure) -> DeadlineRule | None:
    """Return the rule that refuses everything that `opening` names; None when anything can be booked."""
    opens = datetime.combine(opening.opens, opening.at, tzinfo=structure.zone)
    rules = []
    for slot in _slots(opening, structure):
        closing = closing_time(slot, Purpose.BOOK, structure)
        if closing is None or closing.rule.late is not Late.REFUSE or closing.allows(opens):
            return None
        rules.append(closing.rule)
    return next(islice(rules, 1), None)


def _slots(opening: Opening, structure: Structure) -> Iterator[Slot]:
    """Yield what `opening` names, the last days first: if anything is still open then, it is they."""
    year = structure.year
    days = year.days(opening.first_day or year.start, opening.last_day or year.end)
    for day in reversed(days):
        period = PeriodKind.HOLIDAYS if year.holiday_on(day) else PeriodKind.SCHOOL
        if opening.period not in (None, PeriodKind.ALL, period):
            continue
        for activity in structure.activities:
            if activity.runs_on(day, year) and (not opening.activities or activity.code in opening.activities):
                here = (site for site in activity.sites if not opening.sites or site in opening.sites)
                yield from (Slot(activity.code, day, site) for site in here)
