"""After the limit: what a late line becomes, by the rule that set the limit and by the reason that was given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Final

from domain.model.activity import Slot
from domain.model.deadline import ClosingTime, DeadlineRule, Late, Purpose, Surcharge
from domain.model.structure import Structure
from domain.model.tariff import Price
from domain.model.verdict import Code, Facts, Line, Remark
from domain.model.wish import Do, Reason
from domain.rules.capacity import next_rank
from domain.rules.conflict import booking_of
from domain.rules.deadline import ONE_DAY, closing_time, latest
from domain.rules.hours import change_of, taken_back
from domain.rules.pricing import price_of
from domain.rules.siblings import aided, rank_of

#: The late reason (`[[exception]]` of the configuration) that each reason given by a parent may open.
_OPENS: Final = {Reason.FAMILY: "death", Reason.WORK: "work"}

_PURPOSES: Final = {Do.BOOK: Purpose.BOOK, Do.CANCEL: Purpose.CANCEL, Do.ABSENT: Purpose.ABSENCE}
#: What the school itself causes: a day missed because of it is never billed without somebody having looked at it.
#: Source: the règlements of reference/peers.md §c.5 exempt strikes, absent teachers and school trips.
SCHOOL_CAUSES: Final = frozenset({"strike", "trip", "teacher", "school_closed"})


@dataclass(frozen=True, slots=True)
class Missed:
    """The limit that a line missed, and the rule that set it; without a rule it is the day's beginning."""

    closed_at: datetime
    rule: DeadlineRule | None


def purpose_of(line: Line, facts: Facts) -> Purpose:
    """Return what the line's deadline is for; a booking with another hour than the one that stands is a change."""
    return Purpose.CHANGE if change_of(line, facts) else _PURPOSES[line.do]


def closing_of(line: Line, facts: Facts) -> ClosingTime | None:
    """Return the limit of `line`; None when no rule sets one."""
    case = (line.slot, purpose_of(line, facts))
    if case not in facts.closings:
        facts.closings[case] = closing_time(*case, facts.structure)
    return facts.closings[case]


def missed(line: Line, facts: Facts) -> Missed | None:
    """Return the limit that `line` missed, or None when it is in time; without any rule a day closes as it begins."""
    closing = closing_of(line, facts)
    if closing is not None:
        return None if closing.allows(facts.asked_at) else Missed(closing.instant, closing.rule)
    if facts.structure.day_of(facts.asked_at) < line.day:
        return None
    eve = latest(line.day - ONE_DAY, time(23, 59, 59), facts.structure.zone)
    return Missed(eve.astimezone(facts.structure.zone), None)


def late(line: Line, facts: Facts) -> Remark | None:
    """Say what becomes of a line after its limit: refused, for staff, on the waiting list, or billed.

    A surcharge is no refusal: `surcharge_of` puts it on the price.
    """
    limit = missed(line, facts)
    if limit is None:
        return None
    policy = _policy(line, limit, facts)
    if policy is Late.SURCHARGE:
        return None
    if policy is Late.BILLED:
        return Remark(Code.BILLED, closed_at=limit.closed_at, cents=own_price(line, facts))
    if policy is Late.WAITLIST:
        return Remark(Code.FULL, closed_at=limit.closed_at, rank=next_rank(line, facts, late=True))
    if policy is Late.STAFF:
        exception = exception_of(line, facts)
        at_stake = line.do is not Do.BOOK and not exception  # with a reason nothing is billed by accepting
        cents = own_price(line, facts) if at_stake else None
        return Remark(Code.STAFF, closed_at=limit.closed_at, exception=exception, cents=cents)
    return Remark(Code.TOO_LATE, closed_at=limit.closed_at)


def left_to_staff(slot: Slot, do: Do, structure: Structure) -> bool:
    """Say whether the règlement leaves it to staff what a cancellation after the limit of `slot` costs."""
    closing = closing_time(slot, _PURPOSES[do], structure)
    return do is not Do.BOOK and closing is not None and closing.rule.late is Late.STAFF


def surcharge_of(line: Line, facts: Facts) -> Surcharge | None:
    """Return what lateness adds to the price of a booking that is granted all the same."""
    limit = missed(line, facts) if line.do is Do.BOOK else None
    return limit.rule.surcharge if limit and limit.rule and limit.rule.late is Late.SURCHARGE else None


def asked_price(line: Line, facts: Facts, *, surcharged: bool = True) -> Price | None:
    """Return the price of a new booking with its parts, and with what lateness adds to it; None for anything else."""
    if line.do is not Do.BOOK or taken_back(line, facts):
        return None
    return price_of(
        line.activity,
        line.hour,
        facts.payer(line.child.id),
        line.day,
        rank=rank_of(line, facts) if line.activity.sibling_discount else 1,
        surcharge=surcharge_of(line, facts) if surcharged else None,
        aided=aided(line, facts) if line.activity.aids else 0,
    )


def own_price(line: Line, facts: Facts) -> int | None:
    """Return the line's price in cents: of a new booking today's without lateness, of an existing one its own."""
    if line.do is Do.BOOK and not taken_back(line, facts):
        new = asked_price(line, facts, surcharged=False)
        return new.total if new else None
    booked = booking_of(line, facts)
    return booked.price_cents if booked else None


def _policy(line: Line, limit: Missed, facts: Facts) -> Late:
    """Return the late policy for `line`; nothing opens a booking for hours that are over."""
    if line.do is Do.BOOK and _is_over(line, facts):
        return Late.REFUSE
    policy = limit.rule.late if limit.rule else Late.REFUSE
    if policy is Late.WAITLIST and change_of(line, facts):
        return Late.STAFF  # a change waits for no place
    return Late.STAFF if policy in (Late.REFUSE, Late.BILLED) and exception_of(line, facts) else policy


def exception_of(line: Line, facts: Facts) -> str:
    """Return the code of the reason given that staff look at after the deadline; "" when there is none.

    It is one of the structure's own (`[[exception]]`) or, for a day that is missed, one that the school caused.
    """
    given = (line.exception, _OPENS.get(line.reason, "") if line.reason else "")
    own = next((code for code in given if code and facts.structure.late_reason(code)), "")
    return own or (line.exception if line.do is not Do.BOOK and line.exception in SCHOOL_CAUSES else "")


def _is_over(line: Line, facts: Facts) -> bool:
    end = latest(line.day, line.activity.ends, facts.structure.zone)
    return facts.asked_at.astimezone(UTC) >= end
