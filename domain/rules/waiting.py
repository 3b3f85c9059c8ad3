"""The waiting list: until when one waits for a day, how long an offered place is kept, who is served before whom.

Nobody waits for what can no longer be asked: the list closes with the booking limit of its day ("no offer after the
sale has ended", as pretix learned). Only where the règlement itself puts late requests on the list (`late =
"waitlist"`) it goes on until the activity begins.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from domain.model.activity import Slot
from domain.model.deadline import ONE_SECOND, Late, Purpose
from domain.model.pools import Pools
from domain.model.structure import Structure
from domain.rules.deadline import ONE_DAY, closing_time, latest


def list_closes(slot: Slot, structure: Structure, *, late: bool = False) -> datetime:
    """Return the last second (aware) at which somebody may wait for `slot`; `late`: they asked after its limit.

    Without any limit, or when the structure does not know the activity any more, a day closes as it begins.
    """
    eve = latest(slot.day - ONE_DAY, time(23, 59, 59), structure.zone)
    if not structure.knows(slot.activity):
        return eve
    closing = closing_time(slot, Purpose.BOOK, structure)
    if late or (closing is not None and closing.rule.late is Late.WAITLIST):
        return latest(slot.day, structure.activity(slot.activity).starts, structure.zone) - ONE_SECOND
    return closing.instant if closing is not None else eve


def is_over(last: datetime, now: datetime) -> bool:
    """Say whether the second `last` has passed at `now` (both aware); exactly at the limit is in time."""
    return now.astimezone(UTC) >= last.astimezone(UTC) + ONE_SECOND


def offer_expires(slot: Slot, structure: Structure, now: datetime, *, late: bool = False) -> datetime:
    """Return the last second (UTC) at which an offer made at `now` may be accepted: the hours kept, or the list's."""
    kept = now.astimezone(UTC) + timedelta(hours=structure.approval.waitlist_offer_hours)
    return min(kept, list_closes(slot, structure, late=late).astimezone(UTC))


def late_ones_served(pools: Pools, structure: Structure, now: datetime) -> bool:
    """Say whether those who asked too late have their turn: once nobody can ask in time for a place of these pools."""
    own, *further = pools
    slots = {Slot(code, own.day, own.site) for code in own.activities}
    others = (Slot(code, pool.day, pool.site) for pool in further for code in pool.activities)
    slots |= {slot for slot in others if structure.runs(slot)}
    limits = (closing_time(slot, Purpose.BOOK, structure) for slot in slots)
    return all(limit is not None and not limit.allows(now) for limit in limits)
