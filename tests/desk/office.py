"""A whole structure for tests, spoken to in its users' words: parents, mails, staff, the clock.

Everything goes through the real door, the real database and the real letters; only the couriers are left out: what
waits in the outbox is what would be sent.
"""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import select

from domain.clock import ManualClock
from domain.desk import Desk
from domain.model.attachments import Attachment
from domain.model.family import Role
from domain.model.messages import Button, Channel, Incoming, Kind, Outgoing, Proof
from domain.model.structure import Structure
from domain.services import families
from domain.services.families_import import import_families
from domain.store import inbox, outbox, queries
from domain.store.outbox import Parcel
from domain.store.session import Sessions
from domain.store.tables.bookings import Booking
from domain.store.tables.messages import Inbox
from domain.store.tables.people import Family, Guardian
from domain.store.tables.requests import CartLine
from preau.config import load

WORLD = Path(__file__).parent.parent / "world"
_FIRST_CHAT = 7001
TAGS = re.compile(r"</?[a-z][^>]*>")


@dataclass(frozen=True)
class Seen:
    """A message as its reader sees it; `edits` is set when it replaced an earlier one."""

    text: str
    buttons: tuple[tuple[Button, ...], ...]
    id: str
    address: str
    message: Outgoing
    kind: str
    edits: str = ""

    @property
    def labels(self) -> list[str]:
        return [button.label for row in self.buttons for button in row]

    def data(self, label: str) -> str:
        """Return the callback data of the first button whose label begins with `label`."""
        return next(b.data for row in self.buttons for b in row if b.label.startswith(label))


def seen_of(parcel: Parcel) -> Seen:
    """Return the message as it is seen where it arrives."""
    message = parcel.message
    sent = f"<{parcel.mail_id}@prea.test>" if parcel.channel is Channel.EMAIL else str(5000 + parcel.id)
    text = html.unescape(TAGS.sub("", message.text))
    return Seen(text, message.buttons, message.edits or sent, parcel.address, message, parcel.kind, edits=message.edits)


def attached(file: str | Attachment) -> Attachment:
    """Return a sound file of the kind that its name tells."""
    if isinstance(file, Attachment):
        return file
    kinds = {"jpg": "jpeg", "jpeg": "jpeg", "photo": "jpeg", "png": "png", "gif": "gif", "pdf": "pdf", "heic": "heic"}
    return Attachment(file, kinds.get(file.lower().rpartition(".")[2], "other"), 20_000)


@cache
def reference_structure() -> Structure:
    """Return the reference structure, read once: nothing can change it, and thousands of tests ask for it."""
    return load(WORLD / "config.toml", environ={}).structure


class Office:
    """The reference structure, its six families, and one agent: on a fresh database, or where they are `settled`."""

    def __init__(
        self,
        sessions: Sessions,
        structure: Structure | None = None,
        staff_chat: int | None = None,
        *,
        settled: bool = False,
    ) -> None:
        self.sessions = sessions
        self.structure = structure or reference_structure()
        self.clock = ManualClock(self._instant("2025-02-27 18:00"))
        self.staff_chat = staff_chat
        self.desk = Desk(self.structure, sessions, self.clock, staff_chat=staff_chat)
        self._numbers = itertools.count(2000 if settled else 1000)
        self._message_ids = itertools.count(1)
        self._mailbag: list[Seen] = []
        self._chats: dict[str, int] = {}
        if settled:
            self._chats = {key: _FIRST_CHAT + n for n, key in enumerate(self._keys())}
            return
        self.settle((WORLD / "families.csv").read_text())
        self.hire("Anna", 9001)
        self.read()

    # -- people ---------------------------------------------------------------------------------------------------
    def settle(self, families_csv: str) -> None:
        """Import families and link the first guardian of each new one to a chat."""
        with self.sessions.begin() as session:
            import_families(session, families_csv, self.structure, self.clock.now())
        for key in self._keys():
            if key not in self._chats:
                self._chats[key] = _FIRST_CHAT + len(self._chats)
                self._link_family(key, self._chats[key])

    def hire(self, name: str, chat: int, role: Role = Role.AGENT) -> None:
        with self.sessions.begin() as session:
            staff = families.add_staff(session, name, role, self.clock.now())
            code = families.invite_staff(session, staff, self.clock.now())
        self.start(code, chat)

    def start(self, code: str, chat: int, *, private: bool = True, group: int | None = None) -> None:
        self._in_chat(Kind.START, str(chat), str(group or chat), data=code, private=private)

    def chat_of(self, family: str) -> int:
        return self._chats[family]

    # -- what people do -------------------------------------------------------------------------------------------
    def at(self, moment: str) -> Office:
        """Move the clock to a local "YYYY-MM-DD HH:MM"."""
        self.clock.move_to(self._instant(moment))
        return self

    def chat(self, family: str, text: str, *, at: str = "", key: str = "", message: str = "") -> list[Seen]:
        if at:
            self.at(at)
        user = str(self._chats[family])
        self._in_chat(Kind.TEXT, user, user, key=key, text=text, message=message or str(next(self._message_ids)))
        return self.read(user)

    def edit(self, family: str, message: str, text: str) -> list[Seen]:
        user = str(self._chats[family])
        self._in_chat(Kind.EDIT, user, user, text=text, message=message)
        return self.read(user)

    def mail(
        self,
        family: str,
        text: str,
        *,
        at: str = "",
        subject: str = "",
        reply_to: Sequence[str] = (),
        proof: Proof = Proof.VERIFIED,
        sender: str = "",
        attachments: Sequence[str | Attachment] = (),
        kind: Kind = Kind.TEXT,
        elided: str = "",
        ahead_by_hours: int = 0,
    ) -> list[Seen]:
        if at:
            self.at(at)
        number = self._key()
        self.desk.receive(
            Incoming(
                Channel.EMAIL,
                kind,
                number,
                sender or self.address_of(family),
                self.clock.now() + timedelta(hours=ahead_by_hours),
                text=text,
                subject=subject,
                message=f"<{number}@example.org>",
                reply_to=tuple(reply_to),
                proof=proof,
                attachments=tuple(map(attached, attachments)),
                elided=elided,
            )
        )
        return self.read(sender or self.address_of(family))

    def press(self, chat: int | str, seen: Seen, label: str, *, group: int | None = None) -> list[Seen]:
        """Press the button of that label; return what arrives in the chat where it stands."""
        return self.press_data(chat, seen.data(label), message=seen.id, group=group)

    def press_quietly(self, family: str, data: str) -> None:
        """Press without reading the answers (from several threads at once); staff by their chat."""
        user, number = str(self._chats.get(family, family)), self._key()
        self._in_chat(Kind.PRESS, user, user, key=number, message="1", data=data, press=f"press-{number}")

    def say_quietly(self, family: str, text: str) -> None:
        """Write without reading the answers (from several threads at once)."""
        user = str(self._chats[family])
        self._in_chat(Kind.TEXT, user, user, text=text, message=str(next(self._message_ids)))

    def press_data(self, chat: int | str, data: str, *, message: str = "1", group: int | None = None) -> list[Seen]:
        user = str(self._chats.get(str(chat), chat))
        where, number = str(group if group is not None else user), self._key()
        press, private = f"press-{number}", group is None
        self._in_chat(Kind.PRESS, user, where, key=number, message=message, data=data, press=press, private=private)
        return self.read(where)

    def staff_says(self, chat: int, text: str, *, reply_to: Seen | None = None, group: int | None = None) -> list[Seen]:
        where = str(group if group is not None else chat)
        message, answered = str(next(self._message_ids)), (reply_to.id,) if reply_to else ()
        self._in_chat(Kind.TEXT, str(chat), where, text=text, message=message, reply_to=answered, private=group is None)
        return self.read(where)

    def store(self, key: str) -> None:
        """Keep a message in the inbox, as the edges do before they hand it over."""
        with self.sessions.begin() as session:
            inbox.store(
                session, key=key, channel=Channel.CHAT, raw=b"{}", received_at=self.clock.now(), now=self.clock.now()
            )

    # -- what can be seen -----------------------------------------------------------------------------------------
    def read(self, address: str | None = None) -> list[Seen]:
        """Take what waits in the outbox (for `address`), as the courier would, and return it as it is seen."""
        while taken := self._take_due():
            self._mailbag += taken
        seen = [one for one in self._mailbag if address in (None, one.address)]
        self._mailbag = [one for one in self._mailbag if address not in (None, one.address)]
        return seen

    def cards(self, chat: int = 9001) -> list[Seen]:
        return [one for one in self.read(str(chat)) if one.kind == "card"]

    def bookings(self, family: str) -> list[str]:
        """Return "Victor MIDI 2025-03-04 confirmed" lines in the order of the calendar."""
        with self.sessions.reading() as session:
            rows = session.scalars(
                select(Booking)
                .join(Family, Family.id == Booking.family_id)
                .where(Family.key == family)
                .order_by(Booking.day, Booking.id)
            )
            return [f"{row.child.first_name} {row.activity} {row.day} {row.state}" for row in rows]

    def cart(self, family: str) -> list[str]:
        with self.sessions.reading() as session:
            rows = session.scalars(
                select(CartLine)
                .join(Family, Family.id == CartLine.family_id)
                .where(Family.key == family)
                .order_by(CartLine.day, CartLine.child_id, CartLine.id)
            )
            return [f"{row.do} {row.child.first_name} {row.activity} {row.day}" for row in rows]

    def address_of(self, family: str) -> str:
        with self.sessions.reading() as session:
            query = select(Guardian).join(Family, Family.id == Guardian.family_id).where(Family.key == family)
            return str(session.scalars(query).first().email)  # type: ignore[union-attr]

    def stored(self) -> dict[str, tuple[str, bytes]]:
        """Return the inbox: state and raw message by key."""
        with self.sessions.reading() as session:
            return {row.key: (row.state, row.raw) for row in session.scalars(select(Inbox))}

    # -- shortcuts ------------------------------------------------------------------------------------------------
    def granted(self, family: str, text: str, *, at: str = "") -> None:
        """Have a sentence asked, validated and accepted."""
        (answer,) = self.chat(family, text, at=at)
        self.press(family, answer, "✅ Valider")
        (card,) = self.cards()
        self.press(9001, card, "✅ Accepter")
        self.read()

    def with_rules(self, **changes: object) -> Office:
        """Go on under a changed règlement."""
        self.structure = replace(self.structure, **changes)  # type: ignore[arg-type]
        self.desk = Desk(self.structure, self.sessions, self.clock, staff_chat=self.staff_chat)
        return self

    def _in_chat(self, kind: Kind, user: str, chat: str, *, key: str = "", **facts: Any) -> None:
        """Receive what `user` does in `chat`; `facts` are fields of `Incoming`."""
        self.desk.receive(Incoming(Channel.CHAT, kind, key or self._key(), user, self.clock.now(), chat=chat, **facts))

    def _take_due(self) -> list[Seen]:
        with self.sessions.begin() as session:
            parcels = outbox.take_due(session, channels=list(Channel), now=self.clock.now())
            seen = [seen_of(parcel) for parcel in parcels]
            for parcel, one in zip(parcels, seen, strict=True):
                outbox.settle(session, parcel.id, sent_id=one.id, now=self.clock.now())
        return seen

    def _link_family(self, key: str, chat: int) -> None:
        with self.sessions.begin() as session:
            guardian = queries.first_guardian(session, key)
            assert guardian is not None
            code = families.invite(session, guardian, self.clock.now())
        self.start(code, chat)

    def _keys(self) -> list[str]:
        with self.sessions.reading() as session:
            return list(session.scalars(select(Family.key).order_by(Family.id)))

    def _key(self) -> str:
        return f"test:{next(self._numbers)}"

    def _instant(self, moment: str) -> datetime:
        return datetime.fromisoformat(moment).replace(tzinfo=self.structure.zone)
