"""Documents that an activity requires ("suivi de document", Clap Chaz): which are missing, until when they count."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from domain.model.school_year import SchoolYear
from domain.model.structure import DocumentKind, MissingDocument
from domain.model.verdict import Code, Facts, Line, Remark
from domain.model.wish import Do
from domain.rules.late import late

_SCHOOL_YEAR: Final = "school_year"
_LAST_OF_A_YEAR: Final = (8, 31)


def missing_document(line: Line, facts: Facts) -> str:
    """Return the code of the document that a booking lacks on its day; "" when it lacks none, or books nothing."""
    code = line.activity.requires_document
    if line.do is not Do.BOOK or code is None:
        return ""
    until = facts.documents.get((line.child.id, code))
    return code if until is None or until < line.day else ""


def document_missing(line: Line, facts: Facts) -> Remark | None:
    """Refuse to book without the document that the activity requires, where the règlement wants it before.

    What is too late is said first: nobody shall look for a paper that helps no more.
    """
    policy = facts.structure.documents
    if policy.document_policy is not MissingDocument.BLOCK:
        return None
    code = missing_document(line, facts)
    limit = late(line, facts) if code else None
    if not code or (limit is not None and limit.code is Code.TOO_LATE):
        return None
    return Remark(Code.DOCUMENT_MISSING, other=policy.name(code))


def valid_until(kind: DocumentKind, received: date, year: SchoolYear) -> date:
    """Return the last day on which a document counts that was received on that day.

    What is valid for a school year counts until the end of the one that `received` lies in; beyond the year that the
    configuration knows, until 31 August.
    """
    if kind.valid != _SCHOOL_YEAR:
        return received + timedelta(days=int(kind.valid))
    if received <= year.end:
        return year.end
    this = date(received.year, *_LAST_OF_A_YEAR)
    return this if received <= this else date(received.year + 1, *_LAST_OF_A_YEAR)
