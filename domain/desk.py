"""The door: a chat message, a button and an e-mail all come in here, and nothing else changes anything.

One call is one transaction: the message is taken, what it means is done, the answers are queued, and it is marked
handled. Nothing is returned: a crash after the commit loses no answer, the same message delivered twice repeats none.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from domain.clock import Clock
from domain.model.attachments import MEGABYTE
from domain.model.messages import Channel, Incoming, Kind, Proof
from domain.model.structure import Structure
from domain.services import (
    announce,
    commands,
    conversation,
    documents,
    documents_office,
    edits,
    enclosures,
    linking,
    live_count,
    office,
    presses,
    repricing,
    staff_words,
    strangers,
    trouble,
    undelivered,
    waitlist,
)
from domain.services.acting import Outcome
from domain.services.turn import CONSOLE, Colleague, Parent, Turn
from domain.store import inbox, queries
from domain.store.outbox import Parcel
from domain.store.session import Session, Sessions
from domain.store.tables.people import Guardian, Staff

_log = logging.getLogger("preau.desk")


class Desk:
    """Receives everything that comes in, for one structure."""

    def __init__(
        self, structure: Structure, sessions: Sessions, clock: Clock, *, staff_chat: int | None = None
    ) -> None:
        """Serve `structure`; staff read in the group `staff_chat`, or each in private when it is None."""
        self._structure = structure
        self._sessions = sessions
        self._clock = clock
        self._staff_chat = staff_chat

    def receive(self, incoming: Incoming) -> None:
        """Handle one message, press or mail, exactly once; answers leave by the outbox."""
        began = time.monotonic()
        with self._sessions.begin() as session:
            if not inbox.begin(session, incoming.key):
                return
            turn = self._turn(session, incoming)
            outcome, family_id = _handle(turn)
            waitlist.serve_freed(session, self._structure, turn.now, incoming.key)
            live_count.refresh(turn)
            repricing.tell(session, self._structure, incoming.key, turn.now)
            inbox.finish(session, incoming.key, outcome=outcome.name, now=turn.now, ref=outcome.ref)
        _log.info(
            "%s %s: %s",
            incoming.channel,
            incoming.kind,
            outcome.name,
            extra={"family": family_id, "ms": round((time.monotonic() - began) * 1000)},
        )

    def _turn(self, session: Session, incoming: Incoming) -> Turn:
        """Begin a turn. Nothing is received later than now: a server whose clock runs ahead is not believed."""
        now = self._clock.now()
        received = replace(incoming, received_at=min(incoming.received_at, now))
        return Turn(session, self._structure, now, received, self._staff_chat)

    def room_for_files(self, sender: str) -> int:
        """Return how many bytes a file of the chat user `sender` may have; 0 when they are no guardian."""
        with self._sessions.reading() as session:
            known = sender.isdigit() and queries.guardian_by_chat(session, int(sender)) is not None
        return self._structure.documents.max_mb * MEGABYTE if known else 0

    def dismiss(self, key: str, outcome: str) -> None:
        """Mark a message handled that must have no effect and no answer: an out-of-office note, a list, our own."""
        with self._sessions.begin() as session:
            inbox.dismiss(session, key, outcome=outcome, now=self._clock.now())

    def hold_back(self, key: str) -> None:
        """Leave a stranger's message unanswered because there were too many this hour; warn staff once an hour."""
        now = self._clock.now()
        with self._sessions.begin() as session:
            if not inbox.begin(session, key):
                return
            trouble.too_many_mails(session, self._structure, self._staff_chat, now)
            inbox.finish(session, key, outcome="held back", now=now)

    def give_up(self, key: str, *, channel: Channel, chat: str, received_at: datetime | None = None) -> None:
        """Say sorry for a message that failed for good, and tell staff; `chat` is a chat's id or a mail address.

        Staff are told when a mail was received: it waits in a folder for them.
        """
        with self._sessions.begin() as session:
            incoming = Incoming(
                channel=channel, kind=Kind.OTHER, key=key, sender=chat, chat=chat if channel is Channel.CHAT else "",
                received_at=received_at or self._clock.now(),
            )  # fmt: skip
            trouble.give_up(self._turn(session, incoming))

    def mailbox_refused(self) -> None:
        """Tell staff, once a day, that our mailbox lets us in no more: no mail is read meanwhile."""
        with self._sessions.begin() as session:
            trouble.mailbox_refused(session, self._structure, self._staff_chat, self._clock.now())

    def sending_refused(self) -> None:
        """Tell staff, once a day, that the mail server takes nothing from us: no mail leaves meanwhile."""
        with self._sessions.begin() as session:
            trouble.sending_refused(session, self._structure, self._staff_chat, self._clock.now())

    def gone(self, parcel: Parcel) -> None:
        """Remember that a message can never arrive where it was sent: a closed chat, a refused address or mail."""
        now = self._clock.now()
        if parcel.channel is Channel.CHAT and parcel.address.lstrip("-").isdigit():
            with self._sessions.begin() as session:
                undelivered.chat_closed(session, parcel, now)
        elif parcel.channel is Channel.EMAIL:
            done = undelivered.mail_refused if parcel.refusal else undelivered.mail_lost
            with self._sessions.begin() as session:
                done(session, self._structure, self._staff_chat, parcel, now)


def _handle(turn: Turn) -> tuple[Outcome, int | None]:
    """Find out who writes, and let them be served; return the outcome and the family's id for the log."""
    incoming = turn.incoming
    if incoming.kind is Kind.BOUNCE:
        return Outcome(undelivered.bounced(turn)), None
    if incoming.kind is Kind.START and incoming.data:
        return linking.link(turn), None
    staff = _staff(turn)
    done = _serve_staff(Colleague(turn, staff)) if staff is not None else None
    if done is not None:
        return Outcome(done), None
    guardian = _guardian(turn) if incoming.private else None
    if guardian is None:
        return strangers.serve(turn, staff) if incoming.private else strangers.in_group(turn), None
    if incoming.proof is Proof.SPOOF:
        return strangers.spoofed(turn, guardian), guardian.family_id
    return _serve(_parent(turn, guardian)), guardian.family_id


def _serve(parent: Parent) -> Outcome:
    incoming, guardian = parent.turn.incoming, parent.guardian
    if incoming.channel is Channel.CHAT and guardian.chat_lost_at is not None:
        guardian.chat_lost_at = None
    elif incoming.channel is Channel.EMAIL and guardian.mail_lost_at is not None:
        guardian.mail_lost_at = None
    outcome = _SERVICES[incoming.kind](parent)
    documents.keep_the_rest(parent)
    documents.show(parent)
    return outcome


def _parent(turn: Turn, guardian: Guardian) -> Parent:
    threaded = turn.incoming.channel is Channel.EMAIL and announce.is_ours(
        turn.session, turn.incoming.reply_to, guardian.family_id
    )
    return Parent(turn, guardian, queries.family_value(turn.session, guardian.family_id), threaded=threaded)


def _guardian(turn: Turn) -> Guardian | None:
    sender = turn.incoming.sender
    if sender.startswith(CONSOLE):
        return queries.first_guardian(turn.session, sender.removeprefix(CONSOLE))
    if turn.incoming.channel is Channel.EMAIL:
        return queries.guardian_by_email(turn.session, sender)
    return queries.guardian_by_chat(turn.session, int(sender)) if sender.isdigit() else None


def _staff(turn: Turn) -> Staff | None:
    """Return the staff member who writes, in the configured group or in private; a row of ours, never a name."""
    incoming = turn.incoming
    if incoming.channel is not Channel.CHAT or not incoming.sender.isdigit():
        return None
    if not incoming.private and incoming.chat != str(turn.staff_chat):
        return None
    return queries.staff_by_chat(turn.session, int(incoming.sender))


def _serve_staff(colleague: Colleague) -> str | None:
    """Serve a staff member; None when they may be meant as a parent (a colleague with children of their own)."""
    incoming = colleague.turn.incoming
    if incoming.kind is Kind.PRESS:
        family_button = incoming.data.split(":")[0] in presses.VERBS
        return None if family_button and incoming.private else office.on_press(colleague)
    if incoming.kind is Kind.TEXT and (incoming.private or incoming.reply_to or incoming.text.startswith("/")):
        own = incoming.text.startswith("/aide") or incoming.text.strip() == documents_office.COMMAND
        return None if own and staff_words.is_parent(colleague) else office.on_text(colleague)
    if incoming.kind in (Kind.EDIT, Kind.OTHER) and incoming.private and not staff_words.is_parent(colleague):
        return staff_words.unread(colleague)
    return None


def _start(parent: Parent) -> Outcome:
    return Outcome(commands.show_help(parent))


def _other(parent: Parent) -> Outcome:
    return Outcome(enclosures.without_words(parent) or commands.not_understood(parent))


def _held(parent: Parent) -> Outcome:
    commands.pass_on(parent)
    return Outcome("held")


_SERVICES: Final[Mapping[Kind, Callable[[Parent], Outcome]]] = {
    Kind.TEXT: conversation.on_text,
    Kind.EDIT: edits.on_edit,
    Kind.PRESS: presses.on_press,
    Kind.START: _start,
    Kind.HELD: _held,
    Kind.OTHER: _other,
}
