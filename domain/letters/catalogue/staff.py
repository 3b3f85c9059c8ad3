"""What Préau says to the office: one frozen dataclass per letter; the words are in `templates/staff_<name>.j2`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from domain.letters.catalogue.letter import Letter
from domain.letters.files import DocumentAsked
from domain.letters.items import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCard(Letter):
    """One request, with places left per line; after a decision who and when, and no buttons."""

    template: ClassVar[str] = "staff_card"
    number: int
    family: str
    channel: str
    received_at: datetime  # local
    promised_by: datetime  # local
    open: tuple[Item, ...] = ()
    settled: tuple[Item, ...] = ()
    decided_by: str = ""
    decided_at: datetime | None = None  # local
    choosing_reason: bool = False
    about: Item | None = None  # the one line that is being refused; None: all of them
    documents: tuple[DocumentAsked, ...] = ()
    without_buttons: int = 0  # so many open lines get buttons of their own only once those before them are settled


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffAskReason(Letter):
    """An invitation to type the reason for a refusal, as a reply."""

    template: ClassVar[str] = "staff_ask_reason"
    number: int
    about: Item | None = None  # the one line that is being refused; None: all of them


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffWords(Letter):
    """What a colleague's words did: `did` is "refused", or why they did nothing.

    That is "open" (no refusal was begun), "decided" (by `by`), "document" (no date in it), "document_refused",
    "edited", "unreadable", or "" for words under any other message.
    """

    template: ClassVar[str] = "staff_words"
    did: str = ""
    number: int = 0
    line: int = 0  # of the request, as its card numbers it; 0 for all
    reason: str = ""
    by: str = ""
    told: bool = False  # the family was answered


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMessage(Letter):
    """A message that needs a person, in the family's own words."""

    template: ClassVar[str] = "staff_message"
    family: str
    guardian: str
    channel: str
    text: str
    elided: str = ""  # what was cut off their mail: quotes, signature
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffSuspicious(Letter):
    """A mail that claims to come from a family but does not, or comes from nobody we know; never its text."""

    template: ClassVar[str] = "staff_suspicious"
    family: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffUndelivered(Letter):
    """One of our mails could not be delivered."""

    template: ClassVar[str] = "staff_undelivered"
    family: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffFailure(Letter):
    """A message that the program could not handle, by its reference."""

    template: ClassVar[str] = "staff_failure"
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMailFailed(Letter):
    """A mail that the program could not handle, and that waits unread in a folder; `sorry`: its sender was told."""

    template: ClassVar[str] = "staff_mail_failed"
    reference: str
    received_at: datetime  # local
    sorry: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMailboxRefused(Letter):
    """Our mailbox lets us in no more; `sending`: the server by which mails leave."""

    template: ClassVar[str] = "staff_mailbox_refused"
    sending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffWelcome(Letter):
    """After linking a staff member."""

    template: ClassVar[str] = "staff_welcome"
    name: str
    open_requests: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffHelp(Letter):
    """What a staff member can do in the chat, and what waits."""

    template: ClassVar[str] = "staff_help"
    open_requests: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffOpenRequests(Letter):
    """The requests that wait: number, family, how many lines, promised by (local)."""

    template: ClassVar[str] = "staff_open_requests"
    requests: tuple[tuple[int, str, int, datetime], ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """How many children are expected at one slot today, how many are absent, and the names of the absent."""

    site: str
    activity: str
    hours: str
    expected: int
    absent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffDigest(Letter):
    """The morning's picture: who is expected today, what waits, what is overdue."""

    template: ClassVar[str] = "staff_digest"
    day: date
    expected: tuple[Expected, ...]
    open_requests: int
    overdue_requests: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffFewPlaces(Letter):
    """A day of an activity has come down to the number of places at which staff want to know."""

    template: ClassVar[str] = "staff_few_places"
    activity: str
    site: str
    day: date
    left: int


@dataclass(frozen=True, slots=True)
class Misfit:
    """Bookings of one child and activity whose `ages` (years, from and to) the child does not have on their days."""

    child: str
    last_name: str
    site: str
    born: date | None
    ages: tuple[int | None, int | None]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Crowd:
    """Booked days on which a child is in another age group now, of which more are held than it has places."""

    child: str
    last_name: str
    site: str
    born: date | None
    group: str
    held: int
    places: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffAgesCorrected(Letter):
    """A corrected birth date forbids what is booked or asked, or fills an age group beyond its places.

    Nothing was cancelled. `more` lines are not shown.
    """

    template: ClassVar[str] = "staff_ages_corrected"
    misfits: tuple[Misfit, ...] = ()
    crowds: tuple[Crowd, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class ClosedOut:
    """What is booked for a child on days that are closed to its class, why, and what class that is now."""

    child: str
    last_name: str
    site: str
    school_class: str
    reason: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffClassesChanged(Letter):
    """Children came into classes that are closed on days for which they are booked; nothing was cancelled."""

    template: ClassVar[str] = "staff_classes_changed"
    children: tuple[ClosedOut, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What is booked at `booked_at` for a child who is at `site` now."""

    child: str
    last_name: str
    site: str
    booked_at: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffSitesChanged(Letter):
    """Children went to another school, and are booked at the old one; nothing was cancelled."""

    template: ClassVar[str] = "staff_sites_changed"
    children: tuple[Elsewhere, ...]
    more: int = 0
