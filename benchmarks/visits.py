"""Families at the door: a sentence, its validation, and the staff's decision, one after the other."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date, timedelta

from sqlalchemy import func, select

from benchmarks.registers import BEFORE, CHILDREN, STAFF_CHAT, address_of, chat_of, start
from benchmarks.towns import Town
from domain.clock import ManualClock
from domain.desk import Desk
from domain.letters import labels
from domain.model.messages import Channel, Incoming, Kind
from domain.store import inbox, outbox
from domain.store.session import Sessions
from domain.store.tables.messages import Inbox

#: The three messages of a visit.
STEPS = ("sentence", "validation", "decision")

#: What else families write: not timed, but the plans of what it asks are looked at.
_EVERYTHING_ELSE = (
    "inscrire Léa midi le 2 juin",
    "annulez Léa midi le 2 juin",
    "Léa est malade demain",
    "Victor est malade le 3 juin, annulez tout",
    "mon planning de la semaine prochaine",
    "reste-t-il de la place mardi midi ?",
    "combien coûte la cantine ?",
    "où en sont mes demandes ?",
    "mes factures",
    "montrez mon panier",
    "videz le panier",
    "je voudrais parler à quelqu'un",
    "bonjour",
    "cantine",
    "/enfants",
)

_MONTHS = ("mars", "avril", "mai", "juin", "juillet")


class Visits:
    """A town's door, and the families who come to it in turn: each visit is one booking, asked and granted."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.clock = ManualClock(start(town.structure))
        self.desk = Desk(town.structure, town.sessions, self.clock)
        self.watched: Callable[[], AbstractContextManager[None]] = nullcontext  # while the desk is at work
        self._wishes = self._make_wishes()
        self._numbers = itertools.count(1)

    def next(self) -> list[float]:
        """Let the next family book a lunch; return how long the desk took for each message (ms)."""
        family, sentence = next(self._wishes)
        chat = chat_of(family)
        asked = self._hand_over(chat, Kind.TEXT, text=sentence)
        validated = self._hand_over(chat, Kind.PRESS, data=self._button(chat, labels.VALIDATE))
        decided = self._hand_over(STAFF_CHAT, Kind.PRESS, data=self._button(STAFF_CHAT, labels.ACCEPT))
        self._send_all()
        return [asked, validated, decided]

    def ask(self) -> None:
        """Let the next family ask for a lunch, and leave it in the cart."""
        family, sentence = next(self._wishes)
        self._hand_over(chat_of(family), Kind.TEXT, text=sentence)
        self._send_all()

    def say_everything_else(self) -> None:
        """Let one family say whatever else they may, by chat, by a correction and by mail."""
        family = self.town.actors[0]
        for text in _EVERYTHING_ELSE:
            self._hand_over(chat_of(family), Kind.TEXT, text=text)
            self._hand_over(chat_of(family), Kind.EDIT, text=text)
            number, now = f"<{next(self._numbers)}@example.org>", self.clock.now()
            self._receive(
                Incoming(
                    Channel.EMAIL, Kind.TEXT, f"mail:{number}", address_of(family), now, text=text, message=number,
                    reply_to=("<1@example.net>", "<2@example.net>"),
                )
            )  # fmt: skip
            self._send_all()

    def _hand_over(self, chat: int, kind: Kind, *, text: str = "", data: str = "") -> float:
        """Store a message as the bot does, then time the desk."""
        number = str(next(self._numbers))
        self.clock.advance(timedelta(seconds=1))
        now = self.clock.now()
        incoming = Incoming(
            Channel.CHAT, kind, f"bench:{number}", str(chat), now, text=text, chat=str(chat), message=number,
            data=data, press=f"press-{number}" if data else "",
        )  # fmt: skip
        return self._receive(incoming)

    def _receive(self, incoming: Incoming) -> float:
        now = self.clock.now()
        with self.town.sessions.begin() as session:
            inbox.store(session, key=incoming.key, channel=incoming.channel, raw=b"{}", received_at=now, now=now)
        with self.watched():
            began = time.perf_counter()
            self.desk.receive(incoming)
            return (time.perf_counter() - began) * 1000

    def _button(self, chat: int, label: str) -> str:
        """Return what the newest button of that label, in that chat, stands for."""
        with self.town.sessions.reading() as session:
            parcels = outbox.posted_to(session, str(chat), after=max(outbox.newest(session) - 10, 0))
        buttons = (button for parcel in reversed(parcels) for row in parcel.message.buttons for button in row)
        return next(button.data for button in buttons if button.label == label)

    def _send_all(self) -> None:
        """Settle what waits, as the courier would."""
        parcels = True
        while parcels:
            with self.town.sessions.begin() as session:
                due = outbox.take_due(session, channels=list(Channel), now=self.clock.now())
                for parcel in due:
                    outbox.settle(session, parcel.id, sent_id=str(parcel.id), now=self.clock.now())
                parcels = bool(due)

    def _make_wishes(self) -> Iterator[tuple[int, str]]:
        """Give each child of each acting family a lunch on each day to come: the same in a town of any size."""
        rules = self.town.structure
        first = rules.day_of(self.clock.now()) + timedelta(days=5)
        lunch = rules.activity("MIDI")
        for day in rules.year.days(first, rules.year.end):
            if lunch.runs_on(day, rules.year):
                for child in CHILDREN:
                    yield from ((family, f"inscrire {child} midi le {spoken(day)}") for family in self.town.actors)


def spoken(day: date) -> str:
    """Return a day of spring as a parent writes it."""
    return f"{'1er' if day.day == 1 else day.day} {_MONTHS[day.month - 3]}"


def others_than(sessions: Sessions, expected: Collection[str]) -> list[str]:
    """Return what became of messages that did not come out as `expected`: then something else was measured."""
    outcomes = (
        select(Inbox.outcome, func.count())
        .where(Inbox.stored_at > BEFORE, Inbox.outcome.not_in(expected))
        .group_by(Inbox.outcome)
    )
    with sessions.reading() as session:
        return [f"{count} messages came out as {outcome!r}" for outcome, count in session.execute(outcomes)]
