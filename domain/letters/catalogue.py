"""What Préau says to families: one frozen dataclass per letter; its words are in `templates/<name>.j2`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from domain.letters.files import DocumentAsked, DocumentNoted, FileRefused
from domain.letters.items import Item, PriceChange
from domain.model.messages import Button
from domain.model.tariff import Unknown

Buttons = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A typed message to a person. `buttons` are shown in chat; by mail the template says what to answer."""

    template: ClassVar[str]
    buttons: Buttons = ()
    calendar: str = ""  # attached to a mail: the days as a calendar file


@dataclass(frozen=True, slots=True)
class CartShown:
    """The cart as it stands. `total_cents` counts new bookings only (Clap Chaz: cancellations are not subtracted).

    A change of hour is not counted: its line tells the new price and the one that it replaces.
    """

    items: tuple[Item, ...]
    total_cents: int
    closes_at: datetime | None = None  # local: the first limit among its lines
    unknown: tuple[Unknown, ...] = ()  # what we would have to know to charge less
    changes: tuple[PriceChange, ...] = ()  # what it does to the prices of other bookings


@dataclass(frozen=True, slots=True)
class AbsenceNoted:
    """A sick-child notice that took effect: what it freed, at what cost, and the proof awaited."""

    child: str
    first_day: date
    last_day: date
    freed: tuple[Item, ...]
    proof: str = ""
    proof_due: datetime | None = None  # local
    proof_received: bool = False
    already: bool = False
    code: str = ""


@dataclass(frozen=True, slots=True)
class ProofNoted:
    """A proof that came: `settled` days stay excused, `corrected` ones are again, `late` ones wait for staff."""

    child: str
    settled: tuple[Item, ...] = ()
    corrected: tuple[Item, ...] = ()
    late: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its choices; `about` repeats what is open, for instance an activity and a day."""

    ask: str
    choices: tuple[str, ...]
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Letter):
    """The answer to a sentence: what was noted, what cannot be, what is in the cart, what is asked."""

    template: ClassVar[str] = "answer"
    absences: tuple[AbsenceNoted, ...] = ()
    refused: tuple[Item, ...] = ()
    removed: tuple[Item, ...] = ()
    cart: CartShown | None = None
    questions: tuple[Asked, ...] = ()
    documents: tuple[DocumentAsked, ...] = ()  # missing
    human: bool = False
    edited_too_late: bool = False
    dropped: bool = False  # a question is not waited for any more
    withdrawn: tuple[Item, ...] = ()
    closed: tuple[date, ...] = ()  # days on which nothing of what is copied runs
    proofs: tuple[ProofNoted, ...] = ()
    changes: tuple[PriceChange, ...] = ()
    files: tuple[FileRefused, ...] = ()  # to be sent again
    papers: tuple[DocumentNoted, ...] = ()  # received
    unbooked: tuple[Item, ...] = ()  # another hour was told, and nothing is booked there
    offered: tuple[Item, ...] = ()  # the same, where nothing at all is booked: new bookings in the cart


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestSent(Letter):
    """The acknowledgement at once, when a cart was validated: what became of each line."""

    template: ClassVar[str] = "request_sent"
    number: int
    waiting: tuple[Item, ...] = ()
    confirmed: tuple[Item, ...] = ()
    changed: tuple[Item, ...] = ()
    cancelled: tuple[Item, ...] = ()
    withdrawn: tuple[Item, ...] = ()
    queued: tuple[Item, ...] = ()
    refused: tuple[Item, ...] = ()
    promised_by: datetime | None = None  # local
    removed: tuple[Item, ...] = ()  # taken out in the same breath ("oui mais pas le 13")
    changes: tuple[PriceChange, ...] = ()
    documents: tuple[DocumentAsked, ...] = ()  # missing


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDecided(Letter):
    """The grouped answer after staff decided, by child and slot (Gandrange, Maison de l'Enfant: wording)."""

    template: ClassVar[str] = "request_decided"
    number: int
    items: tuple[Item, ...]
    decided_by: str = ""
    changes: tuple[PriceChange, ...] = ()
    documents: tuple[DocumentAsked, ...] = ()  # still missing


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmAbsence(Letter):
    """Ask the address on file whether an unproven sickness mail was its own."""

    template: ClassVar[str] = "confirm_absence"
    children: tuple[str, ...]
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmCart(Letter):
    """Ask the address on file whether an unproven validation of cancellations was its own."""

    template: ClassVar[str] = "confirm_cart"
    cart: CartShown


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoAreYou(Letter):
    """One helpful answer to a stranger, with the office's phone and no data."""

    template: ClassVar[str] = "who_are_you"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeRefused(Letter):
    """An invitation that cannot be used: `why` is unknown, used, expired, linked_elsewhere or private."""

    template: ClassVar[str] = "code_refused"
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Welcome(Letter):
    """After linking: who is connected to what, and how to begin."""

    template: ClassVar[str] = "welcome"
    civility: str
    last_name: str
    children: tuple[str, ...]
    example_child: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Help(Letter):
    """What one may write, with examples of the family's own children."""

    template: ClassVar[str] = "help"
    example_child: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeted(Letter):
    """A word back to "bonjour" or "merci"."""

    template: ClassVar[str] = "greeted"
    example_child: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Planning(Letter):
    """The coming days of each child; `past_absences` are not shown."""

    template: ClassVar[str] = "planning"
    children: tuple[tuple[str, tuple[Item, ...]], ...]
    more: int = 0
    queued: bool = False  # some of them are on a waiting list


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestsShown(Letter):
    """Requests that still wait for the office; `queued` wait for a place, with their rank."""

    template: ClassVar[str] = "requests_shown"
    requests: tuple[tuple[int, datetime, tuple[Item, ...]], ...]
    queued: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildrenShown(Letter):
    """The family's children: name, age (years), site."""

    template: ClassVar[str] = "children_shown"
    children: tuple[tuple[str, int | None, str], ...]


@dataclass(frozen=True, slots=True)
class InvoiceShown:
    """One invoice in a list; money in cents."""

    number: str
    month: str
    total_cents: int
    paid_cents: int
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoicesShown(Letter):
    """The family's last invoices."""

    template: ClassVar[str] = "invoices_shown"
    invoices: tuple[InvoiceShown, ...]


@dataclass(frozen=True, slots=True)
class LimitShown:
    """Until when the slots of a day may be booked and cancelled (local instants); those with equal limits together.

    `opens` (local) is set while booking is not open yet, `later` where those of the town are first (`Remark.why`).
    """

    activities: tuple[str, ...]
    day: date
    book: datetime | None
    cancel: datetime | None
    book_passed: bool
    cancel_passed: bool
    opens: datetime | None = None
    later: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlinesTold(Letter):
    """The answer to "jusqu'à quand…?"."""

    template: ClassVar[str] = "deadlines_told"
    limits: tuple[LimitShown, ...]


@dataclass(frozen=True, slots=True)
class PlacesShown:
    """Places left on one slot; `closed` tells why it does not run, `opens` (local) and `later` as of limits.

    `child` is named where its brothers and sisters find other places on the same slot.
    """

    activity: str
    site: str
    day: date
    left: int
    closed: str = ""
    opens: datetime | None = None
    later: str = ""
    child: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesTold(Letter):
    """The answer to "reste-t-il de la place…?"."""

    template: ClassVar[str] = "places_told"
    places: tuple[PlacesShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver(Letter):
    """The message was passed to the office; a family that did not write French is told so in three languages more."""

    template: ClassVar[str] = "handed_over"
    foreign: bool = False
    files: tuple[FileRefused, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotUnderstood(Letter):
    """Nothing in the message could be understood; says what to write instead."""

    template: ClassVar[str] = "not_understood"
    example_child: str
    unreadable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpLost(Letter):
    """A follow-up that cannot be understood: what it lacks, and a whole sentence that would do.

    `why` is expired (`since` when the request was received, local), none, nothing (no line fits) or unclear. `missing`
    names of child, activity, date and action what the sentence did not say itself.
    """

    template: ClassVar[str] = "follow_up_lost"
    why: str
    missing: tuple[str, ...]
    example_child: str
    taking: bool = False
    since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingTo(Letter):
    """A command with nothing to act on: `what` is validate, empty, undo or button."""

    template: ClassVar[str] = "nothing_to"
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceUndone(Letter):
    """An absence notice was taken back; `lost` are places that others have taken since."""

    template: ClassVar[str] = "absence_undone"
    child: str
    restored: tuple[Item, ...]
    lost: tuple[Item, ...] = ()
    too_late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Apology(Letter):
    """Something of ours failed on this message; a person has been told."""

    template: ClassVar[str] = "apology"


@dataclass(frozen=True, slots=True, kw_only=True)
class CartReminder(Letter):
    """A cart that was not validated and closes soon."""

    template: ClassVar[str] = "cart_reminder"
    cart: CartShown
    closes_at: datetime  # local


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualReminder(Letter):
    """A usual day that is not booked and closes soon."""

    template: ClassVar[str] = "usual_reminder"
    item: Item
    closes_at: datetime  # local


@dataclass(frozen=True, slots=True)
class InvoiceLineShown:
    """Days of one child and activity on an invoice: how many, at what price each, how many billed absences.

    `excused` of them are excused absences, of which the règlement keeps a share of the price.
    `part` is care, surcharge (for lateness) or aid (below 0).
    """

    child: str
    activity: str
    count: int
    cents_each: int
    absences: int
    excused: int = 0
    part: str = "care"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceNotice(Letter):
    """The monthly notice: lines, total, number, due date, means of payment."""

    template: ClassVar[str] = "invoice_notice"
    number: str
    month: str
    lines: tuple[InvoiceLineShown, ...]
    total_cents: int
    due_on: date
    payment_means: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation(Letter):
    """A personal link to the bot, and the mail way for those who want no Telegram."""

    template: ClassVar[str] = "invitation"
    civility: str
    last_name: str
    link: str
    expires_on: date
    example_child: str


LETTERS: tuple[type[Letter], ...] = (
    Answer,
    RequestSent,
    RequestDecided,
    ConfirmAbsence,
    ConfirmCart,
    WhoAreYou,
    CodeRefused,
    Welcome,
    Help,
    Greeted,
    Planning,
    RequestsShown,
    ChildrenShown,
    InvoicesShown,
    DeadlinesTold,
    PlacesTold,
    HandedOver,
    NotUnderstood,
    FollowUpLost,
    NothingTo,
    AbsenceUndone,
    Apology,
    CartReminder,
    UsualReminder,
    InvoiceNotice,
    Invitation,
)
