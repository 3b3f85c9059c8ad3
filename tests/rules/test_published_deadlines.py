"""Every deadline that a French règlement was seen to publish can be written in the configuration, and means that.

The last line of a test run's output shows them: which source, until when, the last minute in and the first one out.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from domain.model.state import State
from domain.model.verdict import Code, Verdict
from domain.model.wish import Do
from domain.rules.checks import examine
from tests.rules.deadline_table import row
from tests.rules.published import CANCEL, ILLKIRCH, PUBLISHED, Published
from tests.rules.world import booked, facts, key, limit, line, paris, ruled_by


@pytest.mark.parametrize("case", PUBLISHED, ids=lambda case: f"{case.source}, {case.purpose} {case.day}")
def test_a_published_rule_is_kept_to_the_minute(
    case: Published, record_property: Callable[[str, object], None]
) -> None:
    structure = ruled_by(case.rules, case.department)
    assert limit(structure, case.activity, case.day, case.purpose) == case.limit

    last = datetime.fromisoformat(case.limit.partition(" ")[2])
    late = last + timedelta(seconds=1)
    for second in (last.replace(second=0), last, last + timedelta(microseconds=999_999)):
        assert judged(case, second).code is Code.OK
    assert judged(case, last).remark.closed_at is None
    assert judged(case, late).remark.closed_at == paris(last.isoformat())
    assert (judged(case, late).code, judged(case, late).remark.cents) == (case.late, case.cents)
    record_property("deadline", row(case, last))


def judged(case: Published, asked_at: datetime) -> Verdict:
    """Judge a request, or the cancellation of what is booked."""
    structure = ruled_by(case.rules, case.department)
    do = Do.CANCEL if case.purpose is CANCEL else Do.BOOK
    mine = {key(case.activity, case.day): booked(State.CONFIRMED)} if do is Do.CANCEL else {}
    asked = line(do, case.activity, case.day, structure=structure)
    return examine(asked, facts(asked_at.isoformat(), structure=structure, booked=mine))


def test_a_rule_for_one_purpose_leaves_the_others_free() -> None:
    assert limit(ruled_by(ILLKIRCH), "MIDI", "2025-03-31") == ""


def test_fourteen_towns_and_the_manuals_are_among_them() -> None:
    towns = {case.source.partition(",")[0] for case in PUBLISHED if not case.source.startswith(("M0", "M4", "Noethys"))}
    assert len(towns) == 14
