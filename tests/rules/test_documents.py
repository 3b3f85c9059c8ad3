"""Until when a document counts, and what is missing on which day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.model.deadline import Late
from domain.model.family import Child
from domain.model.structure import DocumentKind, MissingDocument, Structure
from domain.model.verdict import Code, Facts, Line
from domain.model.wish import Do
from domain.rules.checks import examine
from domain.rules.documents import missing_document, valid_until
from tests.desk.office import reference_structure

STRUCTURE = reference_structure()
VICTOR = Child(1, "Victor", "Durand", "EUROPA", date(2019, 5, 1))
HOLIDAY = date(2025, 4, 15)
IN_TIME, TOO_LATE = datetime(2025, 2, 27, tzinfo=UTC), datetime(2025, 4, 15, 7, tzinfo=UTC)
ASKS = Line(Do.BOOK, VICTOR, STRUCTURE.activity("VACANCES_JOURNEE"), HOLIDAY)


def blocking() -> Structure:
    return replace(STRUCTURE, documents=replace(STRUCTURE.documents, document_policy=MissingDocument.BLOCK))


@pytest.mark.parametrize(
    ("valid", "received", "until"),
    [
        ("school_year", date(2025, 2, 27), STRUCTURE.year.end),
        ("school_year", date(2024, 6, 1), STRUCTURE.year.end),
        ("school_year", STRUCTURE.year.end, STRUCTURE.year.end),
        ("school_year", date(2025, 7, 20), date(2025, 8, 31)),
        ("school_year", date(2025, 9, 1), date(2026, 8, 31)),
        ("365", date(2025, 2, 27), date(2026, 2, 27)),
    ],
)
def test_it_counts_until(valid: str, received: date, until: date) -> None:
    assert valid_until(DocumentKind("assurance", "A", valid), received, STRUCTURE.year) == until


@given(st.dates(date(2024, 1, 1), date(2030, 12, 31)))
def test_what_is_valid_for_a_school_year_counts_on_the_day_it_came_and_not_two_years_later(received: date) -> None:
    until = valid_until(DocumentKind("assurance", "A"), received, STRUCTURE.year)

    assert received <= until < received + timedelta(days=731)


@pytest.mark.parametrize(
    ("until", "missing"), [(None, True), (HOLIDAY - timedelta(days=1), True), (HOLIDAY, False), (date.max, False)]
)
def test_it_is_missing_on_a_day_after_its_last(until: date | None, missing: bool) -> None:
    documents = {} if until is None else {(VICTOR.id, "assurance"): until}
    facts = Facts(STRUCTURE, IN_TIME, documents=documents)

    assert missing_document(ASKS, facts) == ("assurance" if missing else "")
    verdict = examine(ASKS, facts)
    assert verdict.code is Code.OK
    assert verdict.document == ("Attestation d'assurance" if missing else "")


def test_where_it_blocks_the_verdict_names_it() -> None:
    verdict = examine(ASKS, Facts(blocking(), IN_TIME))

    assert (verdict.code, verdict.remark.other) == (Code.DOCUMENT_MISSING, "Attestation d'assurance")
    assert not verdict.accepted


def test_where_it_blocks_what_is_too_late_or_full_is_not_sent_to_look_for_papers_for_nothing() -> None:
    rules = replace(blocking(), deadlines=tuple(replace(rule, late=Late.REFUSE) for rule in STRUCTURE.deadlines))

    assert examine(ASKS, Facts(rules, TOO_LATE)).code is not Code.DOCUMENT_MISSING


@pytest.mark.parametrize("do", [Do.CANCEL, Do.ABSENT])
def test_nothing_is_missing_to_cancel(do: Do) -> None:
    assert missing_document(replace(ASKS, do=do), Facts(blocking(), IN_TIME)) == ""
