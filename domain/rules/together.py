"""The lines of one cart, priced together: what is refused or waits takes no rank and no aid from the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from domain.model.verdict import Code, Facts, Line, Verdict
from domain.model.wish import Do, Reason
from domain.rules.checks import repriced
from domain.rules.conflict import key_of

_GRANTED: Final = frozenset({Code.OK, Code.STAFF})


def comes(verdict: Verdict) -> bool:
    """Say whether a line makes its child come: booked, or asked of staff; on the waiting list it does not yet.

    One who gets another hour comes already.
    """
    return verdict.line.do is Do.BOOK and verdict.code in _GRANTED and verdict.change is None


def goes(verdict: Verdict) -> bool:
    """Say whether a line takes its booking away; one that is billed, excused or decided by staff stays for now."""
    sick = verdict.line.do is Do.ABSENT and verdict.line.reason is Reason.SICK
    return verdict.line.do is not Do.BOOK and verdict.code is Code.OK and not sick


def priced_together(verdicts: Sequence[Verdict], facts: Facts, together: Iterable[Line]) -> tuple[Verdict, ...]:
    """Return `verdicts` with the prices that hold when exactly what they accept is booked and cancelled.

    Of two lines of one child and day the first one takes the day's aid. `together` are further lines of the cart.
    """
    if not facts.payers:
        return tuple(verdicts)
    idle = {key_of(v.line) for v in verdicts if not (comes(v) or goes(v))} - {key_of(line) for line in together}
    among = replace(facts, adding=facts.adding - idle, removing=facts.removing - idle)
    done = []
    for verdict in verdicts:
        new = repriced(verdict, among)
        done.append(new)
        if new.price and new.price.aid and comes(new):
            day = (new.line.child.id, new.line.day)
            among = replace(among, aided={**among.aided, day: among.aided.get(day, 0) + new.price.aid})
    return tuple(done)
