"""The register of care: bookings and who moved them, absences, and days that staff closed.

Bookings are never deleted: their state changes along `domain.model.state`, and each change leaves a `BookingEvent`.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any, Final

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from domain.model.state import ACTIVE
from domain.store.tables.base import Base, Id, partial_index
from domain.store.tables.people import Child

_ACTIVE_SQL: Final = "state IN (" + ", ".join(f"'{state}'" for state in sorted(ACTIVE)) + ")"


class Booking(Base):
    """One child × one activity × one date, for ever; only its state changes."""

    __tablename__ = "booking"
    __table_args__ = (
        partial_index("uq_booking_active", "child_id", "activity", "day", unique=True, where=_ACTIVE_SQL),
        Index("ix_booking_slot", "day", "site", "activity", "state"),
        Index("ix_booking_family_id_day", "family_id", "day"),
        Index("ix_booking_child_id_day", "child_id", "day"),
        partial_index("ix_booking_waiting", "day", "site", "activity", "received_at", where="state = 'waitlisted'"),
        partial_index("ix_booking_offered", "day", "site", "activity", where="offer_expires_at IS NOT NULL"),
        partial_index("ix_booking_offer_expires_at", "offer_expires_at", where="offer_expires_at IS NOT NULL"),
        partial_index(
            "ix_booking_proof_due", "proof_due_at", where="proof_due_at IS NOT NULL AND state = 'absence_excused'"
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    family_id: Mapped[int] = mapped_column(ForeignKey("family.id"))
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"))
    site: Mapped[str]
    activity: Mapped[str]
    day: Mapped[date]
    hour: Mapped[time | None]
    wanted_hour: Mapped[time | None]  # another hour, which waits for staff; until then `hour` stands
    state: Mapped[str]
    late: Mapped[bool] = mapped_column(default=False)
    price_cents: Mapped[int | None]  # all in all: the tariff's price - reduction - aid + surcharge
    surcharge_cents: Mapped[int] = mapped_column(default=0, server_default="0")  # for lateness
    reduction_cents: Mapped[int] = mapped_column(default=0, server_default="0")  # for brothers and sisters
    aid_cents: Mapped[int] = mapped_column(default=0, server_default="0")  # paid by somebody else
    source: Mapped[str]  # chat | email | staff | import
    received_at: Mapped[datetime]  # orders the queue
    waits_with: Mapped[int | None] = mapped_column(Id)  # siblings with the same number are offered a place all or none
    decided_by: Mapped[str | None]
    decided_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(default="")
    proof_due_at: Mapped[datetime | None]  # until then the proof is awaited; of a billed absence: it did not come
    proof_reminded_at: Mapped[datetime | None]  # the family was reminded of the proof that is awaited
    kept_cents: Mapped[int | None]  # of an excused absence: what of its price is due all the same
    priority: Mapped[int] = mapped_column(default=0, server_default=text("0"))  # staff moved it up: larger goes first
    offered_at: Mapped[datetime | None]  # while waiting: a place is offered and held for it
    offer_expires_at: Mapped[datetime | None]  # the last second at which the offer may be accepted
    child: Mapped[Child] = relationship()


class BookingEvent(Base):
    """Who moved a booking, when, from which message: the evidence in a dispute."""

    __tablename__ = "booking_event"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    booking_id: Mapped[int] = mapped_column(ForeignKey("booking.id"), index=True)
    at: Mapped[datetime]
    move: Mapped[str]
    before: Mapped[str | None]
    after: Mapped[str]
    actor: Mapped[str]  # "guardian:12", "staff:3", "rules"
    source_key: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")


class AbsenceNotice(Base):
    """A sick-child notice, recorded at once; `reason` is a class, never a diagnosis."""

    __tablename__ = "absence_notice"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    family_id: Mapped[int] = mapped_column(ForeignKey("family.id"), index=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"), index=True)
    first_day: Mapped[date]
    last_day: Mapped[date]
    reason: Mapped[str]
    received_at: Mapped[datetime]
    source_key: Mapped[str] = mapped_column(index=True)
    source_ref: Mapped[str] = mapped_column(default="")
    attachments: Mapped[int] = mapped_column(default=0)
    undone_at: Mapped[datetime | None]
    booking_ids: Mapped[dict[str, Any]]  # {"freed": [booking id…], "withdrawn": [booking id…]}
    child: Mapped[Child] = relationship()


class Closure(Base):
    """Days that staff closed at a site, for every activity or for those of `activities` (codes joined by ",").

    With `classes` (names joined by ",") they are closed only to the children of these.
    It is a proposal until `confirmed_at`; from `reopened_at` on the days can be booked again.
    """

    __tablename__ = "closure"
    __table_args__ = (partial_index("ix_closure_standing", "last_day", where="reopened_at IS NULL"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    site: Mapped[str]
    activities: Mapped[str] = mapped_column(default="")
    classes: Mapped[str] = mapped_column(default="", server_default="")
    first_day: Mapped[date]
    last_day: Mapped[date]
    reason: Mapped[str] = mapped_column(default="")
    proposed_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    reopened_at: Mapped[datetime | None]
    actor: Mapped[str]  # who proposed, confirmed or reopened it last: "staff:3", "console"
