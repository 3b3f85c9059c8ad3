"""One structure's règlement as data: everything that differs between two towns is a field here, never an `if`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache, cached_property, lru_cache
from itertools import product
from typing import Final
from zoneinfo import ZoneInfo

from domain.model.activity import Activity, Site, Slot
from domain.model.conditions import Maximum, Opening
from domain.model.deadline import DeadlineRule
from domain.model.family import Family, Nickname, age_on
from domain.model.pools import Ages, CapacityPool, Pool, Pools
from domain.model.school_year import DayKind, SchoolYear
from domain.model.standing import Priority

#: A cart of a whole school year for two children asks for fewer.
_MOST_SLOTS: Final = 4096


class ApprovalMode(StrEnum):
    """Who grants: staff, or the rules alone."""

    STAFF = "staff"
    AUTO = "auto"


@dataclass(frozen=True, slots=True)
class LateReason:
    """An `[[exception]]`: a reason that opens a request after its deadline; staff decide, on the proof.

    `words` are further words of parents that mean it; a code that the language does not know has no others.
    """

    code: str
    name: str
    proof: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Approval:
    """How requests (`mode`) and cancellations in time (`cancel`) are granted; hours are working hours.

    `waitlist_priority` orders the waiting lists before receipt does, the first criterion first.
    """

    mode: ApprovalMode = ApprovalMode.STAFF
    cancel: ApprovalMode = ApprovalMode.AUTO
    promise_hours: int = 48
    waitlist_offer_hours: int = 24
    waitlist_priority: tuple[Priority, ...] = ()


class WithoutProof(StrEnum):
    """What an absence becomes when its proof does not come."""

    BILLED = "billed"
    EXCUSED = "excused"


@dataclass(frozen=True, slots=True)
class AbsencePolicy:
    """Sickness: told before `notify_before` on the day itself it is excused, until the proof is overdue.

    `proof_kinds` are papers accepted beside `proof`; the family is reminded `proof_reminder_hours` before it is due
    (0: not); `kept_percent` is the share of the price that an excused day costs all the same.
    """

    notify_before: time = time(9, 0)
    proof: str = "certificat médical"
    proof_kinds: tuple[str, ...] = ()
    proof_within_hours: int = 72
    proof_reminder_hours: int = 24
    waiting_days: int = 0
    without_proof: WithoutProof = WithoutProof.BILLED
    kept_percent: int = 0

    @property
    def accepted(self) -> tuple[str, ...]:
        """Every paper that proves a sickness, the usual one first; none where no proof is asked."""
        return (self.proof, *self.proof_kinds) if self.proof else ()


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A document that the structure asks of families; `valid` is "school_year" or a number of days as text.

    `words` are what families call it besides its code and its name.
    """

    code: str
    name: str
    valid: str = "school_year"
    words: tuple[str, ...] = ()


class MissingDocument(StrEnum):
    """What becomes of a booking whose activity requires a document that the child does not have."""

    TELL = "tell"  # it is asked for, and staff see that it is missing
    BLOCK = "block"  # it cannot be booked before


@dataclass(frozen=True, slots=True)
class DocumentPolicy:
    """Which files families may send, how large, and which documents are followed.

    `in_chat` says that staff are sent the files themselves in their chat, not only word of them.
    """

    types: tuple[str, ...] = ("pdf", "png", "gif", "jpg")
    max_mb: int = 10
    kinds: tuple[DocumentKind, ...] = ()
    document_policy: MissingDocument = MissingDocument.TELL
    in_chat: bool = True

    def kind(self, code: str) -> DocumentKind | None:
        """Return the followed document of that code; None when the règlement has none (any more)."""
        return next((kind for kind in self.kinds if kind.code == code), None)

    def name(self, code: str) -> str:
        """Name a followed document."""
        kind = self.kind(code)
        return kind.name if kind is not None else code


@dataclass(frozen=True, slots=True)
class InvoicePolicy:
    """`number` is a format of `yy`, `mm` (month of issue) and `n` (a gapless count); days are days of the month."""

    number: str = "{yy}{mm}-{n:05d}"
    issue_day: int = 2
    due_day: int = 20
    payment_means: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Schedule:
    """When Préau writes by itself; hours of the day are local."""

    reminder_hours_before_deadline: int = 30
    reminder_at: time = time(18, 0)
    staff_digest_at: time = time(7, 30)


@dataclass(frozen=True)
class Structure:
    """The whole règlement. Unknown codes raise KeyError: they can only come from a programming error."""

    name: str
    short_name: str
    phone: str
    email: str
    zone: ZoneInfo
    department: str
    school_zone: str
    year: SchoolYear
    sites: tuple[Site, ...]
    activities: tuple[Activity, ...]
    deadlines: tuple[DeadlineRule, ...]
    late_reasons: tuple[LateReason, ...] = ()
    approval: Approval = field(default_factory=Approval)
    absence: AbsencePolicy = field(default_factory=AbsencePolicy)
    documents: DocumentPolicy = field(default_factory=DocumentPolicy)
    invoices: InvoicePolicy = field(default_factory=InvoicePolicy)
    schedule: Schedule = field(default_factory=Schedule)
    nicknames: tuple[Nickname, ...] = ()
    openings: tuple[Opening, ...] = ()
    maxima: tuple[Maximum, ...] = ()
    capacity_pools: tuple[CapacityPool, ...] = ()
    privacy: str = ""  # the sentence below every mail on what becomes of the data; "": ours

    @cached_property
    def partners(self) -> Mapping[str, frozenset[str]]:
        """The codes that an activity is booked together with, or not at all."""
        return _both_ways({activity.code: activity.together for activity in self.activities})

    @cached_property
    def rivals(self) -> Mapping[str, frozenset[str]]:
        """The codes that cannot be booked on the same day as an activity."""
        return _both_ways({activity.code: activity.incompatible for activity in self.activities})

    @cached_property
    def _by_code(self) -> Mapping[str, Activity]:
        return {activity.code: activity for activity in self.activities}

    @cached_property
    def _sites(self) -> Mapping[str, Site]:
        return {site.code: site for site in self.sites}

    @cached_property
    def _pools_for(self) -> Mapping[tuple[str, str], tuple[CapacityPool, ...]]:
        found: dict[tuple[str, str], tuple[CapacityPool, ...]] = {}
        for pool in self.capacity_pools:
            for case in product(pool.activities, pool.sites):
                found[case] = (*found.get(case, ()), pool)
        return found

    @cached_property
    def priced_by_family(self) -> bool:
        """Whether the price of any activity depends on who pays; otherwise nobody needs to look."""
        return any(activity.priced_by_family for activity in self.activities)

    @cached_property
    def asks_who_pays(self) -> bool:
        """Whether prices, openings or the waiting list depend on the family; otherwise nobody needs to look."""
        waits = bool(self.approval.waitlist_priority)
        return waits or self.priced_by_family or any(opening.residents_first for opening in self.openings)

    def activity(self, code: str) -> Activity:
        """Return the activity of that code; raise KeyError when there is none."""
        return self._by_code[code]

    def knows(self, code: str) -> bool:
        """Say whether an activity of that code still exists (a règlement may drop one that was booked)."""
        return code in self._by_code

    def site(self, code: str) -> Site:
        """Return the site of that code; raise KeyError when there is none."""
        return self._sites[code]

    def activities_at(self, site: str) -> tuple[Activity, ...]:
        """Return the activities that run at `site`, in the order of the configuration."""
        return tuple(a for a in self.activities if site in a.sites)

    def running(self, site: str, day: date) -> tuple[Activity, ...]:
        """Return what runs at `site` on `day`, in the order of the day."""
        return self._remembered_running(site, day.isoweekday(), self.year.kind(day))

    @cached_property
    def _remembered_running(self) -> Callable[[str, int, DayKind], tuple[Activity, ...]]:
        """What runs at a site on a weekday of a kind: a message asks for it again and again."""
        ordered = sorted(self.activities, key=lambda a: (a.starts, a.ends))
        return cache(lambda site, day, kind: tuple(a for a in ordered if site in a.sites and a.runs_in(day, kind)))

    def runs(self, slot: Slot) -> bool:
        """Say whether the slot's activity runs at its site on its day."""
        activity = self.activity(slot.activity)
        return slot.site in activity.sites and activity.runs_on(slot.day, self.year)

    def nicknamed(self, family: Family) -> Family:
        """Return `family` with the nicknames that the configuration gives its children."""
        if not (ours := {n.child: n.words for n in self.nicknames if n.family == family.key}):
            return family
        children = tuple(replace(c, nicknames=ours.get(c.first_name, c.nicknames)) for c in family.children)
        return replace(family, children=children)

    def late_reason(self, code: str) -> LateReason | None:
        """Return the `[[exception]]` of that code, if the règlement has it."""
        return next((reason for reason in self.late_reasons if reason.code == code), None)

    def pools_at(self, slot: Slot) -> Pools:
        """Return every pool that bookings of `slot` draw on, whoever the child is; that of its activity is first."""
        return self._remembered_pools(slot, None)

    def pools_of(self, slot: Slot, born: date | None) -> Pools:
        """Return the pools that a child born on `born` draws on with a booking of `slot`: a place in each.

        One whose birth date is not on file counts in every age group, to be safe.
        """
        age = age_on(born, slot.day) if born and self.age_groups else None
        return self._remembered_pools(slot, age)

    @cached_property
    def _remembered_pools(self) -> Callable[[Slot, int | None], Pools]:
        """The pools of the slots asked for last: the rules ask several times for each line of a cart."""
        return lru_cache(_MOST_SLOTS)(self._find_pools)

    def _find_pools(self, slot: Slot, age: int | None) -> Pools:
        """Find those of a child of `age` whole years; None: of whoever it is."""
        activity, day, site = self.activity(slot.activity), slot.day, slot.site
        own = Pool(
            name=activity.pool or activity.code,
            day=day,
            site=site,
            activities=self._sharing(activity, site),
            places=activity.places(site, day),
            warn_below=activity.warn_below,
        )
        further = (pool for pool in self._pools_for.get((activity.code, site), ()) if pool.counts(age, day, self.year))
        return (own, *(pool.on(day, site) for pool in further))

    @cached_property
    def age_groups(self) -> tuple[Ages, ...]:
        """The age groups that have places of their own; without any nobody needs to look how old a child is."""
        return tuple({pool.ages: None for pool in self.capacity_pools if pool.ages})

    def _sharing(self, activity: Activity, site: str) -> tuple[str, ...]:
        if activity.pool is None:
            return (activity.code,)
        return tuple(a.code for a in self.activities if a.pool == activity.pool and site in a.sites)

    def local(self, instant: datetime) -> datetime:
        """Return `instant` (aware) on the structure's wall clock."""
        return instant.astimezone(self.zone)

    def day_of(self, instant: datetime) -> date:
        """Return the date that the structure's calendar shows at `instant` (aware)."""
        return self.local(instant).date()


def _both_ways(links: Mapping[str, tuple[str, ...]]) -> Mapping[str, frozenset[str]]:
    back = {code: {other for other, codes in links.items() if code in codes} for code in links}
    return {code: frozenset({*codes, *back[code]}) for code, codes in links.items()}
