"""The rules as one list, in the order in which a parent should hear of them, and the verdict on a line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Final

from domain.model.verdict import Code, Facts, Line, Remark, Verdict
from domain.model.wish import Do, Reason
from domain.rules.absence import last_notice, sickness
from domain.rules.age import age_unknown, wrong_age
from domain.rules.booking_window import not_yet_open
from domain.rules.capacity import full, places_left
from domain.rules.conflict import nothing_to_cancel, withdrawal
from domain.rules.documents import document_missing, missing_document
from domain.rules.hours import change_of, duplicate, taken_back
from domain.rules.late import asked_price, closing_of, late, missed, own_price
from domain.rules.maximum import too_many
from domain.rules.needs import needs_other
from domain.rules.opening import closed, not_open
from domain.rules.pricing import open_at_that_hour
from domain.rules.site import wrong_site

Check = Callable[[Line, Facts], Remark | None]

#: The first remark decides; `withdrawal` and `sickness` may grant a line whatever its deadline.
CHECKS: Final[tuple[Check, ...]] = (
    not_open,
    closed,
    wrong_site,
    wrong_age,
    open_at_that_hour,
    duplicate,
    nothing_to_cancel,
    not_yet_open,
    needs_other,
    too_many,
    document_missing,
    withdrawal,
    sickness,
    late,
    full,
    age_unknown,
)

#: A change of hour is no new booking: neither its opening, the child's age, a maximum nor places are judged again.
CHANGE_CHECKS: Final[tuple[Check, ...]] = (not_open, closed, wrong_site, open_at_that_hour, taken_back, late)

#: After these there is no limit to tell: that day cannot be asked at all.
_NO_LIMIT: Final = frozenset({Code.NOT_OPEN, Code.CLOSED, Code.WRONG_SITE, Code.WRONG_AGE})


def examine(line: Line, facts: Facts) -> Verdict:
    """Return the rules' answer for one line, with its limit, its price and the places left where they are known."""
    change = change_of(line, facts)
    checks = CHANGE_CHECKS if change else CHECKS
    remark = next((no for check in checks if (no := check(line, facts)) is not None), None) or _granted(line, facts)
    known = remark.code not in _NO_LIMIT
    left = places_left(line, facts)
    price = asked_price(line, facts, surcharged=known)
    return Verdict(
        line=line,
        remark=remark,
        closes_at=_closes_at(line, facts) if known else None,
        price_cents=price.total if price else own_price(line, facts),
        places_left=max(left, 0) if left is not None else None,
        change=change,
        price=price,
        document="" if change else facts.structure.documents.name(missing_document(line, facts)),
    )


def repriced(verdict: Verdict, facts: Facts) -> Verdict:
    """Return the same verdict with the price that it has among what `facts` hold by now."""
    old, new = verdict.price, asked_price(verdict.line, facts, surcharged=verdict.remark.code not in _NO_LIMIT)
    if old is None or new is None or new == old:
        return verdict
    told = verdict.remark.code is Code.OK and verdict.remark.cents is not None
    remark = replace(verdict.remark, cents=new.total) if told else verdict.remark
    return replace(verdict, remark=remark, price_cents=new.total, price=new)


def _granted(line: Line, facts: Facts) -> Remark:
    """Grant the line; when it is late its limit and the price with the surcharge are told."""
    limit = missed(line, facts)
    if limit is None:
        return Remark(Code.OK)
    price = asked_price(line, facts)
    return Remark(Code.OK, closed_at=limit.closed_at, cents=price.total if price else own_price(line, facts))


def _closes_at(line: Line, facts: Facts) -> datetime | None:
    if line.do is Do.ABSENT and line.reason is Reason.SICK:
        return last_notice(line.day, facts.structure)
    closing = closing_of(line, facts)
    return closing.instant if closing else None
