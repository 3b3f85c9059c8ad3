"""What the rules say of one line. Refusals are values: each is told to a parent with its facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from domain.model.activity import Activity, Slot
from domain.model.closures import Closures
from domain.model.deadline import ClosingTime, Purpose
from domain.model.family import Child
from domain.model.pools import Places, Pools
from domain.model.state import State
from domain.model.structure import Structure
from domain.model.tariff import NOBODY, Payer, Price
from domain.model.wish import Do, Reason


class Code(StrEnum):
    """The verdicts of the `explain --json` contract."""

    OK = "ok"
    TOO_LATE = "too_late"
    FULL = "full"
    CLOSED = "closed"
    NOT_OPEN = "not_open"
    DUPLICATE = "duplicate"
    NOTHING_TO_CANCEL = "nothing_to_cancel"
    NEEDS_OTHER = "needs_other"
    WRONG_SITE = "wrong_site"
    WRONG_AGE = "wrong_age"
    DOCUMENT_MISSING = "document_missing"
    STAFF = "staff"
    BILLED = "billed"


#: With these a line may enter the cart: granted, decided by staff, billed, or on the waiting list.
ACCEPTED = frozenset({Code.OK, Code.STAFF, Code.BILLED, Code.FULL})


@dataclass(frozen=True, slots=True)
class Line:
    """A wish made precise: one child, one activity, one day, and the hour where the activity asks for one.

    `slot` is what it is about, at the child's own site.
    """

    do: Do
    child: Child
    activity: Activity
    day: date
    hour: time | None = None
    reason: Reason | None = None
    exception: str = ""  # the code of a reason given that may open it after its deadline
    tied: bool = False  # with the other children of its message: a place for all of them, or for none
    slot: Slot = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Name the slot once: every rule asks for it."""
        object.__setattr__(self, "slot", Slot(self.activity.code, self.day, self.child.site))


@dataclass(frozen=True, slots=True)
class Booked:
    """An active booking of the family, as the rules need it.

    `surcharge_cents`, `reduction_cents` and `aid_cents` are parts of its price; `wanted_hour` waits for staff.
    """

    id: int
    state: State
    hour: time | None
    price_cents: int | None
    surcharge_cents: int = 0
    reduction_cents: int = 0
    aid_cents: int = 0
    wanted_hour: time | None = None


@dataclass(frozen=True, slots=True)
class HourChange:
    """Another hour for a booking that stands: the hour and the price (cents) that it replaces, and the new hour.

    `takes_back` says that it only drops an earlier change, which staff have not decided.
    """

    before: time
    before_cents: int | None
    after: time
    state: State
    takes_back: bool = False


#: (child id, activity code, day)
BookingKey = tuple[int, str, date]


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that the rules may know about the world when they judge lines.

    `asked_at` is the receipt time of the message (aware). `places` are those of the pools that lines draw on, without
    what confirmed and earlier pending bookings hold and what is offered, and who waits for them: nobody overtakes.
    `booked` are the family's active bookings. `adding` and `removing` are the other lines of the same cart.
    `undecided` are the bookings and `undoing` the cancellations that are being judged with this line.
    `held` is what a child has and asks for before this line in a week, by child id and Monday; empty without a maximum.
    `closures` are the slots that staff have closed, to everybody or to some classes.
    `payers` are by child id: empty where no price depends on who pays. `aided` is what other lines of the same cart
    take of a child's aid of a day (cents). `documents` tells the last day on which a child's document of a kind counts,
    by child id and code. `closings` keeps the limits as they are worked out: a line asks for its own several times, and
    siblings for the same ones.
    """

    structure: Structure
    asked_at: datetime
    places: Places = field(default_factory=Places)
    booked: Mapping[BookingKey, Booked] = field(default_factory=dict)
    adding: frozenset[BookingKey] = frozenset()
    removing: frozenset[BookingKey] = frozenset()
    undecided: frozenset[BookingKey] = frozenset()
    undoing: frozenset[BookingKey] = frozenset()
    held: Mapping[tuple[int, date], frozenset[BookingKey]] = field(default_factory=dict)
    closures: Closures = field(default_factory=Closures)
    payers: Mapping[int, Payer] = field(default_factory=dict)
    aided: Mapping[tuple[int, date], int] = field(default_factory=dict)
    documents: Mapping[tuple[int, str], date] = field(default_factory=dict)
    closings: dict[tuple[Slot, Purpose], ClosingTime | None] = field(default_factory=dict, compare=False, repr=False)

    def pools(self, line: Line) -> Pools:
        """Return the pools that `line` draws on."""
        return self.structure.pools_of(line.slot, line.child.birth_date)

    def payer(self, child_id: int) -> Payer:
        """Return what is known of who pays for a child."""
        return self.payers.get(child_id, NOBODY)


@dataclass(frozen=True, slots=True)
class Remark:
    """One rule's word on a line; only the fields that its code needs are set.

    `closed_at` for TOO_LATE, STAFF and BILLED; `cents` is what BILLED will cost, what STAFF may bill for a late
    cancellation, what an excused absence costs all the same (OK), or the price with its surcharge; `rank` the place in
    the queue for FULL, with `why` = "together" where siblings wait all or none and in `other` the name of the pool that
    is full when it is not the activity's own; `other` an activity's name for NEEDS_OTHER, a document's for
    DOCUMENT_MISSING, a class for CLOSED when only that is; `why` a holiday's name, or the reason that staff gave, for
    CLOSED; `state` for DUPLICATE, and of what OK lets the family take
    back; `hour` for a DUPLICATE of an activity that asks for one;
    `clash` says that `other` is in the way instead of missing, `why` = "full" that there is no place for both;
    `opens_at` for NOT_OPEN, with `why` where those of the town are first; `min_age` and `max_age` (years) for
    WRONG_AGE; `most` and `per` ("day", "week") for a DUPLICATE that is one too many. STAFF without `closed_at` means
    that the child's age is not known; `exception` is the code of the reason that STAFF decide on.
    """

    code: Code
    closed_at: datetime | None = None
    cents: int | None = None
    rank: int | None = None
    other: str = ""
    why: str = ""
    state: State | None = None
    hour: time | None = None
    clash: bool = False
    opens_at: datetime | None = None
    min_age: int | None = None
    max_age: int | None = None
    most: int | None = None
    per: str = ""
    exception: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The rules' answer for one line: the most useful remark, and the facts that every answer shows.

    `price_cents` is the whole price of the line; `price` its parts where it is a new booking with a price. `document`
    names what is to be provided for it.
    """

    line: Line
    remark: Remark
    closes_at: datetime | None
    price_cents: int | None
    places_left: int | None
    change: HourChange | None = None
    price: Price | None = None
    document: str = ""

    @property
    def code(self) -> Code:
        """The contract's code for this verdict."""
        return self.remark.code

    @property
    def accepted(self) -> bool:
        """Whether the line may enter the cart."""
        return self.remark.code in ACCEPTED
