"""Letters about the waiting list: places offered, what became of the offer, and the end of waiting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from domain.letters.catalogue.letter import Letter
from domain.letters.items import Item
from domain.model.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceOffered(Letter):
    """To who is first in line: a place is free, held for them until `until` (local); `others` come with the child."""

    template: ClassVar[str] = "place_offered"
    item: Item
    until: datetime
    others: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferAnswered(Letter):
    """What became of an offer, by the answer to it.

    `outcome` is requested (request `number`, to be answered by `promised_by`, local), confirmed, left, expired, gone
    (the place does not exist any more; the rank is kept), wrong_age (by a birth date that was corrected since),
    needs_other (what is `needed` beside it will not take place), already (it had been accepted) or over (nothing is
    offered).
    """

    template: ClassVar[str] = "offer_answered"
    item: Item
    outcome: str
    others: tuple[Item, ...] = ()
    number: int = 0
    promised_by: datetime | None = None
    needed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhichOffer(Letter):
    """Ask which of several offers a "oui" means."""

    template: ClassVar[str] = "which_offer"
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingEnded(Letter):
    """The end of waiting: offers that were not answered in time, and lists that closed with the limit of their day."""

    template: ClassVar[str] = "waiting_ended"
    lapsed: tuple[Item, ...] = ()
    closed: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLeft(Letter):
    """The family left the list for these days."""

    template: ClassVar[str] = "waiting_left"
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhichWaiting(Letter):
    """Ask which of several waits is to end."""

    template: ClassVar[str] = "which_waiting"
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class WaitingShown:
    """One who waits, as staff see them: the rank in the pool, the line, since when (local), and why they stand there.

    `raised` by staff, for `raised_for`; asked `late`; `standing` is what the règlement's criteria look at.
    """

    rank: int
    family: str
    child: str
    activity: str
    since: datetime
    offered_until: datetime | None = None
    raised: bool = False
    together: bool = False  # with a brother or sister, all or none
    group: str = ""  # the age group, where places go by age
    raised_for: str = ""
    late: bool = False
    standing: Standing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffWaiting(Letter):
    """To staff: the waiting lists by day and site; `more` lines are not shown."""

    template: ClassVar[str] = "staff_waiting"
    lists: tuple[tuple[date, str, tuple[WaitingShown, ...]], ...]
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRaise(Letter):
    """Ask staff why this line is to be served first; a button or a typed reply says it."""

    template: ClassVar[str] = "staff_raise"
    family: str
    item: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRaised(Letter):
    """To staff: the line is served first from now on, for this reason, as said by `by`."""

    template: ClassVar[str] = "staff_raised"
    family: str
    item: Item
    reason: str
    by: str
