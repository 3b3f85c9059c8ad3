"""A small town on this machine: the real door, outbox, courier and ticks, with people whom the terminal plays.

Only the wire is missing: instead of Telegram and a mail server, a letter box for each address.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from importlib import resources
from typing import Final

from domain.clock import ManualClock
from domain.desk import Desk
from domain.model.family import Role
from domain.model.messages import Button, Channel, Incoming, Kind, Outgoing
from domain.model.structure import Structure
from domain.services import families
from domain.services.families_import import import_families
from domain.store import migrate
from domain.store.outbox import Parcel
from domain.store.session import Sessions
from scheduler.courier import Courier
from scheduler.jobs import run_all

#: Thursday evening, six hours before Hettange's table closes Monday.
STARTS_AT: Final = datetime(2025, 2, 27, 18, 0)  # noqa: DTZ001 - wall time, made aware in the structure's zone

STAFF_NAME: Final = "Nadia Petit"
_FIRST_CHAT: Final = 1001
_STEP: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a telephone (`chat`), and perhaps an e-mail address; `family` is empty for staff."""

    name: str
    chat: str
    family: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What arrived at whose address; `id` is the message's own, `edits` that of an older one which it replaces."""

    to: Person
    channel: Channel
    id: str
    message: Outgoing

    @property
    def replaces(self) -> str:
        """The id of the message that is changed in place, "" for a new one."""
        return self.message.edits


class LetterBoxes:
    """The end of the wire: takes parcels from the courier and keeps them until the terminal shows them."""

    def __init__(self) -> None:
        self._people: dict[str, Person] = {}
        self._numbers = itertools.count(1)
        self._arrived: list[Delivery] = []

    def open(self, person: Person) -> None:
        """Give `person` a letter box for each of their addresses."""
        self._people[person.chat] = person
        if person.email:
            self._people[person.email] = person

    async def send(self, parcel: Parcel) -> str:
        """Deliver `parcel`; return the message's id, as Telegram or a mail server would."""
        number = parcel.message.edits or f"{next(self._numbers)}"
        if parcel.channel is Channel.EMAIL:
            number = f"<{parcel.mail_id}@example.net>"
        self._arrived.append(Delivery(self._people[parcel.address], parcel.channel, number, parcel.message))
        return number

    def empty(self) -> list[Delivery]:
        """Return what arrived since the last look."""
        arrived, self._arrived = self._arrived, []
        return arrived


class Town:
    """The demo's world and what its people can do."""

    def __init__(self, structure: Structure, sessions: Sessions) -> None:
        """Found the town on an empty database: families, one colleague, everybody's telephone linked."""
        self.structure = structure
        self.clock = ManualClock(STARTS_AT.replace(tzinfo=structure.zone))
        self.parents: dict[str, Person] = {}
        self.staff = Person(STAFF_NAME, "9001")
        self._sessions = sessions
        self._desk = Desk(structure, sessions, self.clock)
        self._boxes = LetterBoxes()
        senders = dict.fromkeys(Channel, self._boxes)
        self._courier = Courier(sessions, senders, self.clock, self._desk.gone)
        self._numbers = itertools.count(1)
        migrate.upgrade(sessions)
        self._settle_in()

    def write(self, person: Person, text: str, *, reply_to: str = "") -> None:
        """Let `person` write in their chat."""
        said = self._said_in_chat(person, Kind.TEXT)
        self._desk.receive(replace(said, text=text, reply_to=(reply_to,) if reply_to else ()))

    def mail(self, person: Person, text: str, *, reply_to: str = "") -> None:
        """Let `person` write a mail; `reply_to` is the Message-ID that it answers."""
        number = next(self._numbers)
        self._desk.receive(
            Incoming(
                channel=Channel.EMAIL, kind=Kind.TEXT, key=f"demo:{number}", sender=person.email, text=text,
                received_at=self.clock.now(), message=f"<demo-{number}@example.org>",
                reply_to=(reply_to,) if reply_to else (),
            )
        )  # fmt: skip

    def press(self, delivery: Delivery, button: Button) -> None:
        """Let the reader of `delivery` press one of its buttons."""
        said = self._said_in_chat(delivery.to, Kind.PRESS)
        self._desk.receive(replace(said, data=button.data, message=delivery.id, press=f"press:{said.key}"))

    async def deliveries(self) -> Sequence[Delivery]:
        """Drain the outbox and return what arrived."""
        await self._courier.drain()
        return self._boxes.empty()

    def move_clock(self, to: datetime) -> Iterator[datetime]:
        """Let time pass until `to`, hour by hour; the scheduler ticks at each stop, which is yielded."""
        while self.clock.now() < to:
            self.clock.move_to(min(self.clock.now() + _STEP, to))
            run_all(self._sessions, self.structure, self.clock, None)
            yield self.clock.now()

    def _said_in_chat(self, person: Person, kind: Kind) -> Incoming:
        number = next(self._numbers)
        return Incoming(
            channel=Channel.CHAT, kind=kind, key=f"demo:{number}", sender=person.chat, chat=person.chat,
            received_at=self.clock.now(), message=f"in-{number}",
        )  # fmt: skip

    def _settle_in(self) -> None:
        roster = resources.files("preau.playground").joinpath("families.csv").read_bytes()
        now = self.clock.now()
        with self._sessions.begin() as session:
            import_families(session, roster, self.structure, now)
            codes = []
            for chat, (key, guardian) in enumerate(families.guardians(session), start=_FIRST_CHAT):
                name = f"{guardian.civility} {guardian.first_name} {guardian.last_name}"
                self.parents[key] = Person(name, str(chat), key, guardian.email or "")
                codes.append((self.parents[key], families.invite(session, guardian, now)))
            colleague = families.add_staff(session, STAFF_NAME, Role.AGENT, now)
            codes.append((self.staff, families.invite_staff(session, colleague, now)))
        for person, code in codes:
            self._boxes.open(person)
            self._desk.receive(replace(self._said_in_chat(person, Kind.START), data=code))
