"""Every table. Rows are rows: rules never see them, a query turns them into facts.

Money is integer cents (EUR), days are dates of the structure's calendar, instants are UTC. Bookings are never
deleted: their state changes along `domain.model.state`, and each change leaves a row in `booking_event`.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any, Final

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Integer, LargeBinary, MetaData, String, false, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from domain.model.state import ACTIVE
from domain.store.types import PlainText, UtcDateTime

#: A naming convention, because SQLite's batch migrations can only drop constraints that have a name.
NAMING: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

#: SQLite counts up only an INTEGER primary key; PostgreSQL gets 64 bits.
Id = BigInteger().with_variant(Integer(), "sqlite")


_ACTIVE_SQL: Final = "state IN (" + ", ".join(f"'{state}'" for state in sorted(ACTIVE)) + ")"


class Base(DeclarativeBase):
    """The root of the tables."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it off the class
        datetime: UtcDateTime(),
        dict[str, Any]: JSON(),  # not JSONB: it refuses NUL, and nothing ever looks inside
        str: PlainText(),  # no length: a reason typed by staff or a Message-ID may be longer than any we would choose
    }


class Family(Base):
    """A household, by the key the office gives it ("durand")."""

    __tablename__ = "family"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    resident: Mapped[bool | None]  # lives in the town; None: nobody has said
    aid_cents: Mapped[int | None]  # what somebody else pays of each child's day of care…
    aid_percent: Mapped[int | None]  # …or which part of it
    quotients: Mapped[list[Quotient]] = relationship(order_by="Quotient.valid_from")
    children: Mapped[list[Child]] = relationship(order_by="Child.position")
    guardians: Mapped[list[Guardian]] = relationship(order_by="Guardian.id")


class Quotient(Base):
    """A family's quotient (CAF), from the day on which it is valid until the next one."""

    __tablename__ = "quotient"

    family_id: Mapped[int] = mapped_column(ForeignKey("family.id"), primary_key=True)
    valid_from: Mapped[date] = mapped_column(primary_key=True)
    value: Mapped[int]


class Guardian(Base):
    """A parent or other holder of parental authority; `chat_id` is the Telegram user's id once linked."""

    __tablename__ = "guardian"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    family_id: Mapped[int] = mapped_column(ForeignKey("family.id"), index=True)
    civility: Mapped[str] = mapped_column(default="")
    first_name: Mapped[str]
    last_name: Mapped[str]
    email: Mapped[str | None] = mapped_column(unique=True)  # lower case
    phone: Mapped[str] = mapped_column(default="")
    chat_id: Mapped[int | None] = mapped_column(BigInteger, unique=True)
    linked_at: Mapped[datetime | None]
    shown_key: Mapped[str | None]  # the outbox row whose message carries live buttons in their chat
    chat_lost_at: Mapped[datetime | None]  # the bot was blocked: write by mail instead
    mail_lost_at: Mapped[datetime | None]  # a permanent bounce


class Child(Base):
    """A child of a family, at one site."""

    __tablename__ = "child"
    __table_args__ = (Index("uq_child_family_id_first_name", "family_id", "first_name", unique=True),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    family_id: Mapped[int] = mapped_column(ForeignKey("family.id"))
    first_name: Mapped[str]
    last_name: Mapped[str]
    birth_date: Mapped[date | None]
    site: Mapped[str]
    position: Mapped[int]


class Staff(Base):
    """Somebody of the office; linked by a one-time code, never by being in a group."""

    __tablename__ = "staff"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    role: Mapped[str]
    chat_id: Mapped[int | None] = mapped_column(BigInteger, unique=True)
    linked_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class LinkCode(Base):
    """A one-time invitation; only the code's SHA-256 is kept."""

    __tablename__ = "link_code"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    code_hash: Mapped[str] = mapped_column(unique=True)
    guardian_id: Mapped[int | None] = mapped_column(ForeignKey("guardian.id"), index=True)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class Cart(Base):
    """What a family asked and has not validated yet.

    `version` grows with each change: a button of an older version is stale.
    """

    __tablename__ = "cart"

    family_id: Mapped[int] = mapped_column(ForeignKey("family.id"), primary_key=True)
    version: Mapped[int] = mapped_column(default=0)
    updated_at: Mapped[datetime]
    lines: Mapped[list[CartLine]] = relationship(order_by="CartLine.id")


class CartLine(Base):
    """One line of a cart; it holds no place. `source_key` is the inbox key of the message that asked for it."""

    __tablename__ = "cart_line"
    __table_args__ = (Index("uq_cart_line_slot", "family_id", "child_id", "activity", "day", unique=True),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    family_id: Mapped[int] = mapped_column(ForeignKey("cart.family_id"))
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"), index=True)
    do: Mapped[str]
    activity: Mapped[str]
    day: Mapped[date]
    hour: Mapped[time | None]
    reason: Mapped[str | None]
    exception: Mapped[str | None]  # the code of a reason that opens a late request
    source_key: Mapped[str] = mapped_column(index=True)
    source_ref: Mapped[str] = mapped_column(default="")  # the chat message it came from, for later edits
    channel: Mapped[str]
    asked_at: Mapped[datetime]
    tied: Mapped[bool] = mapped_column(default=False, server_default=false())  # a place for all children, or for none
    child: Mapped[Child] = relationship()


class Request(Base):
    """A validated cart: what staff decide and what is answered in one go. `received_at` orders the queue."""

    __tablename__ = "request"
    __table_args__ = (
        Index(
            "ix_request_open",
            "received_at",
            postgresql_where=text("decided_at IS NULL"),
            sqlite_where=text("decided_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    family_id: Mapped[int] = mapped_column(ForeignKey("family.id"), index=True)
    channel: Mapped[str]
    received_at: Mapped[datetime]
    promised_by: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str | None]
    source_key: Mapped[str]
    guardian_id: Mapped[int] = mapped_column(ForeignKey("guardian.id"))
    address: Mapped[str]  # where the answer goes: the chat or the mail address that asked
    card_chats: Mapped[str] = mapped_column(default="")  # the staff chats that hold a card, joined by ","
    refusing: Mapped[str | None]  # "<staff id>:<line id or 0>" while a reason for refusal is awaited
    mail_message: Mapped[str] = mapped_column(default="")  # the Message-ID to answer in thread
    lines: Mapped[list[RequestLine]] = relationship(order_by="RequestLine.id")
    family: Mapped[Family] = relationship()


class RequestLine(Base):
    """One booking, cancellation or change of hour within a request; `outcome` is what became of it, None while open.

    `wanted_hour` makes it a change of hour: it keeps the hours and prices (cents) before and after.
    """

    __tablename__ = "request_line"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), index=True)
    booking_id: Mapped[int] = mapped_column(ForeignKey("booking.id"), index=True)
    do: Mapped[str]
    outcome: Mapped[str | None]  # the booking's state when the line was settled
    reason: Mapped[str] = mapped_column(default="")
    hour_before: Mapped[time | None]
    cents_before: Mapped[int | None]
    wanted_hour: Mapped[time | None]
    wanted_cents: Mapped[int | None]  # all in all, as told; the three below are parts of it
    wanted_surcharge_cents: Mapped[int] = mapped_column(default=0, server_default="0")
    wanted_reduction_cents: Mapped[int] = mapped_column(default=0, server_default="0")
    wanted_aid_cents: Mapped[int] = mapped_column(default=0, server_default="0")
    late: Mapped[bool] = mapped_column(default=False)  # a change that was asked after its limit
    exception: Mapped[str | None]  # the code of a reason given for a late line: staff decide on its proof
    booking: Mapped[Booking] = relationship()


class Booking(Base):
    """One child × one activity × one date, for ever; only its state changes."""

    __tablename__ = "booking"
    __table_args__ = (
        Index(
            "uq_booking_active",
            "child_id",
            "activity",
            "day",
            unique=True,
            sqlite_where=text(_ACTIVE_SQL),
            postgresql_where=text(_ACTIVE_SQL),
        ),
        Index("ix_booking_slot", "day", "site", "activity", "state"),
        Index("ix_booking_family_id_day", "family_id", "day"),
        Index("ix_booking_child_id_day", "child_id", "day"),
        Index(
            "ix_booking_waiting",
            "day",
            "site",
            "activity",
            "received_at",
            sqlite_where=text("state = 'waitlisted'"),
            postgresql_where=text("state = 'waitlisted'"),
        ),
        Index(
            "ix_booking_offered",
            "day",
            "site",
            "activity",
            sqlite_where=text("offer_expires_at IS NOT NULL"),
            postgresql_where=text("offer_expires_at IS NOT NULL"),
        ),
        Index(
            "ix_booking_offer_expires_at",
            "offer_expires_at",
            sqlite_where=text("offer_expires_at IS NOT NULL"),
            postgresql_where=text("offer_expires_at IS NOT NULL"),
        ),
        Index(
            "ix_booking_proof_due",
            "proof_due_at",
            sqlite_where=text("proof_due_at IS NOT NULL AND state = 'absence_excused'"),
            postgresql_where=text("proof_due_at IS NOT NULL AND state = 'absence_excused'"),
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


class Document(Base):
    """A file that a family sent, once for the same bytes; what it is, for which children, and what staff said of it.

    The file itself is a `DocumentContent`, so that no list of documents reads it. It is deleted at `purged_at`, with
    its name: what is left says that it was received, and when.
    """

    __tablename__ = "document"
    __table_args__ = (
        Index("uq_document_family_id_sha256", "family_id", "sha256", unique=True),
        Index(
            "ix_document_kept",
            "received_at",
            sqlite_where=text("purged_at IS NULL"),
            postgresql_where=text("purged_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    family_id: Mapped[int] = mapped_column(ForeignKey("family.id"))
    guardian_id: Mapped[int] = mapped_column(ForeignKey("guardian.id"), index=True)
    sha256: Mapped[str]
    kind: Mapped[str]  # certificat | autre | a code of [documents].kinds
    name: Mapped[str]
    media: Mapped[str]  # application/pdf, image/jpeg…
    size: Mapped[int]  # bytes
    channel: Mapped[str]
    received_at: Mapped[datetime]
    source_key: Mapped[str]  # the message that brought it last
    album: Mapped[str] = mapped_column(default="")  # shared by the pages of a paper that were photographed as one
    state: Mapped[str]  # unproven | received | accepted | refused
    valid_until: Mapped[date | None]  # the last day on which it counts
    about_until: Mapped[date | None]  # of a certificate: the last day that it is about
    decided_by: Mapped[str | None]
    decided_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(default="")
    purged_at: Mapped[datetime | None]
    children: Mapped[list[Child]] = relationship(secondary="document_child", order_by="Child.position")
    family: Mapped[Family] = relationship()


class DocumentChild(Base):
    """For which child a document is."""

    __tablename__ = "document_child"

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), primary_key=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"), primary_key=True, index=True)


class DocumentContent(Base):
    """The bytes of a document."""

    __tablename__ = "document_content"

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), primary_key=True, autoincrement=False)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class Closure(Base):
    """Days that staff closed at a site, for every activity or for those of `activities` (codes joined by ",").

    It is a proposal until `confirmed_at`; from `reopened_at` on the days can be booked again.
    """

    __tablename__ = "closure"
    __table_args__ = (
        Index(
            "ix_closure_standing",
            "last_day",
            sqlite_where=text("reopened_at IS NULL"),
            postgresql_where=text("reopened_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    site: Mapped[str]
    activities: Mapped[str] = mapped_column(default="")
    first_day: Mapped[date]
    last_day: Mapped[date]
    reason: Mapped[str] = mapped_column(default="")
    proposed_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    reopened_at: Mapped[datetime | None]
    actor: Mapped[str]  # who proposed, confirmed or reopened it last: "staff:3", "console"


class OpenQuestion(Base):
    """What we asked a family and what it was about; answered by a button, a number or a sentence."""

    __tablename__ = "open_question"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    family_id: Mapped[int] = mapped_column(ForeignKey("family.id"), index=True)
    channel: Mapped[str]
    asked_at: Mapped[datetime] = mapped_column(index=True)
    closed_at: Mapped[datetime | None]
    source_key: Mapped[str]  # the message that is being understood
    payload: Mapped[dict[str, Any]]


class LastRequest(Base):
    """What a guardian asked last, by either channel, for a follow-up to lean on until `expires_at`.

    `payload` holds the request as built up so far and, for an edit of the last message, what that message changed.
    """

    __tablename__ = "last_request"

    guardian_id: Mapped[int] = mapped_column(ForeignKey("guardian.id"), primary_key=True, autoincrement=False)
    family_id: Mapped[int] = mapped_column(ForeignKey("family.id"), index=True)
    channel: Mapped[str]
    source_key: Mapped[str]
    source_ref: Mapped[str] = mapped_column(default="")
    received_at: Mapped[datetime] = mapped_column(index=True)
    expires_at: Mapped[datetime]
    payload: Mapped[dict[str, Any]]


class Inbox(Base):
    """Every update and every mail, stored before it is confirmed to the outside and handled exactly once.

    `key` is unique ("tg:991", "mail:<sha256>"); `alias` a second unique name (a mailbox's UID). `raw` is the update
    or the mail as it came; its words are blanked after a while.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        Index(
            "ix_inbox_open", "channel", "id", sqlite_where=text("state = 'new'"), postgresql_where=text("state = 'new'")
        ),
        Index(
            "ix_inbox_words", "done_at", sqlite_where=text("length(raw) > 0"), postgresql_where=text("length(raw) > 0")
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    channel: Mapped[str]
    state: Mapped[str] = mapped_column(default="new")  # new | done | failed
    outcome: Mapped[str] = mapped_column(default="")
    ref: Mapped[str] = mapped_column(default="", index=True)  # the chat message it was, to recognise its edits
    received_at: Mapped[datetime]
    stored_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    raw: Mapped[bytes] = mapped_column(LargeBinary)


class HandedOver(Base):
    """A message that was handed to a person: whom an answer to it goes to, and in which thread.

    `thread` holds the mail or chat message to answer and its references, `answers` who answered and when.
    """

    __tablename__ = "handed_over"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)  # the inbox row's
    family_id: Mapped[int] = mapped_column(ForeignKey("family.id"), index=True)
    guardian_id: Mapped[int] = mapped_column(ForeignKey("guardian.id"), index=True)
    channel: Mapped[str]
    subject: Mapped[str]
    thread: Mapped[dict[str, Any]]
    answers: Mapped[dict[str, Any]]


class InboxAlias(Base):
    """Another name under which an inbox row was seen (a folder, UIDVALIDITY and UID)."""

    __tablename__ = "inbox_alias"

    alias: Mapped[str] = mapped_column(primary_key=True)
    inbox_id: Mapped[int] = mapped_column(ForeignKey("inbox.id"), index=True)


class MailAttempt(Base):
    """A mail whose fetching was begun and not yet ended, by its place (a mailbox, UIDVALIDITY and UID)."""

    __tablename__ = "mail_attempt"

    place: Mapped[str] = mapped_column(primary_key=True)
    attempts: Mapped[int]
    tried_at: Mapped[datetime]


class Outbox(Base):
    """Everything that leaves, written in the transaction of the fact it tells. `key` makes it unique."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "ix_outbox_open",
            "channel",
            "held_until",
            "id",
            sqlite_where=text("state = 'queued'"),
            postgresql_where=text("state = 'queued'"),
        ),
        Index(
            "ix_outbox_address_open",
            "channel",
            "address",
            "id",
            sqlite_where=text("state = 'queued'"),
            postgresql_where=text("state = 'queued'"),
        ),
        Index("ix_outbox_sent_id", "sent_id"),
        Index("ix_outbox_address", "address", "created_at"),
        Index(
            "ix_outbox_stranger",
            "created_at",
            sqlite_where=text("kind = 'stranger'"),
            postgresql_where=text("kind = 'stranger'"),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    family_id: Mapped[int | None] = mapped_column(ForeignKey("family.id"), index=True)
    channel: Mapped[str]
    address: Mapped[str]  # a chat's id, or a mail address
    payload: Mapped[dict[str, Any]]
    state: Mapped[str] = mapped_column(default="queued")  # queued | sent | failed | expired | unknown
    created_at: Mapped[datetime]
    due_at: Mapped[datetime]
    held_until: Mapped[datetime]  # a lease or a back-off, by the machine's own clock: not to be sent before
    expires_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    doubts: Mapped[int] = mapped_column(default=0, server_default="0")  # tries that the server may have taken
    sent_at: Mapped[datetime | None]
    sent_id: Mapped[str | None]  # the chat message's id, or the Message-ID
    error: Mapped[str] = mapped_column(default="")


class Lease(Base):
    """Who holds one of the outside world's singletons (the Telegram poller, a mailbox), and until when."""

    __tablename__ = "lease"

    name: Mapped[str] = mapped_column(primary_key=True)
    holder: Mapped[str]
    until: Mapped[datetime]


class Setting(Base):
    """Small facts of the installation: the bot's user name, the last update confirmed, the go-live instant."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class Invoice(Base):
    """A month's invoice of a family: draft until issued, then numbered and immutable."""

    __tablename__ = "invoice"
    __table_args__ = (Index("uq_invoice_family_id_month", "family_id", "month", unique=True),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    family_id: Mapped[int] = mapped_column(ForeignKey("family.id"))
    month: Mapped[str] = mapped_column(String(7), index=True)  # YYYY-MM
    status: Mapped[str]  # draft | issued
    number: Mapped[str | None] = mapped_column(unique=True)
    total_cents: Mapped[int]
    paid_cents: Mapped[int] = mapped_column(default=0)
    issued_on: Mapped[date | None]
    due_on: Mapped[date | None]
    lines: Mapped[list[InvoiceLine]] = relationship(order_by="InvoiceLine.id")
    family: Mapped[Family] = relationship()


class InvoiceLine(Base):
    """A part of one billed booking on an invoice, with the price used (cents) and the words it was shown with.

    A booking's care, the supplement for lateness and the aid (below 0) are lines of their own; they add up to its
    price.
    """

    __tablename__ = "invoice_line"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoice.id"), index=True)
    booking_id: Mapped[int] = mapped_column(ForeignKey("booking.id"), index=True)
    child: Mapped[str]
    activity: Mapped[str]
    day: Mapped[date]
    state: Mapped[str]
    part: Mapped[str] = mapped_column(default="care", server_default="care")  # care | surcharge | aid
    cents: Mapped[int]


class InvoiceCounter(Base):
    """The gapless count of invoice numbers, taken under lock, by year of issue."""

    __tablename__ = "invoice_counter"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]
