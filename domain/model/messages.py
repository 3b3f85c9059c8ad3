"""What comes in by either channel, and what goes out: the same small objects for chat and mail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.model.attachments import Attachment


class Channel(StrEnum):
    """Which way a message travels."""

    CHAT = "chat"
    EMAIL = "email"


class Kind(StrEnum):
    """What sort of thing came in."""

    TEXT = "text"
    EDIT = "edit"  # a chat message was corrected by its sender
    PRESS = "press"  # an inline button
    START = "start"  # /start CODE
    BOUNCE = "bounce"  # one of our mails could not be delivered
    HELD = "held"  # perhaps written by a machine: a person reads it, and nobody is answered
    OTHER = "other"  # a photo, a voice message…: nothing to read


class Proof(StrEnum):
    """How far the sender of a mail is proven (RFC 8601 results of the trusted server); a chat is always verified."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"
    SPOOF = "spoof"


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message, button press or mail, before anything is decided.

    `key` is the inbox row's unique key ("tg:991", "mail:<sha256>"). `sender` is the Telegram user's id or the mail
    address, lower case. `chat` is the chat in which it was said (a private chat has its user's id). `message` is the
    chat message's id (for PRESS: the message that carries the button) or the mail's Message-ID. `reply_to` is the id
    of the message replied to, or the mail's In-Reply-To and References (nearest first). `data` is a button's callback
    data or a start code; `press` the callback query's id. `received_at` (aware) is the receipt time that judges
    deadlines: Telegram's message date, IMAP's INTERNALDATE, our clock for a press. `album` is shared by chat messages
    that were sent as one: the pages of a paper.
    """

    channel: Channel
    kind: Kind
    key: str
    sender: str
    received_at: datetime
    text: str = ""
    subject: str = ""
    chat: str = ""
    message: str = ""
    reply_to: tuple[str, ...] = ()
    data: str = ""
    press: str = ""
    private: bool = True
    proof: Proof = Proof.VERIFIED
    attachments: tuple[Attachment, ...] = ()
    elided: str = ""  # what was cut off a mail: quotes, signature; only a person reads it
    album: str = ""


@dataclass(frozen=True, slots=True)
class Button:
    """A button: its label, and callback data of at most 64 bytes that only names what the database will judge."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What leaves by the outbox, on either channel.

    `text` is Telegram-flavoured HTML (b, i, s, a, code and line feeds); the mailer renders it as text and HTML parts.
    `edits` is the id of one of our chat messages that this one replaces in place; `edits_key` names the outbox row
    whose message it replaces (when the id is not known yet). `toast` is a callback query's id: the text answers it.
    `forget_buttons` is the id of a chat message whose buttons are taken away after this one was sent. `file` is the
    number of a document that goes with a chat message, 0 for none. `instead` is the same letter as the other channel
    words it, for a family whose chat or address turns out to be closed to us.
    """

    text: str
    subject: str = ""
    buttons: tuple[tuple[Button, ...], ...] = ()
    edits: str = ""
    edits_key: str = ""
    toast: str = ""
    alert: bool = False
    ask_reply: str = ""  # a placeholder: the person is invited to type a reply to this message
    forget_buttons: str = ""
    reply_to: str = ""  # chat: the message id answered; mail: the Message-ID answered
    references: tuple[str, ...] = ()
    calendar: str = ""  # mail: an attached calendar file (RFC 5545)
    received: str = ""  # mail: when the message that it answers was received (ISO), and…
    late: str = ""  # …the sentence that says so, for an answer that leaves much later…
    head: int = 0  # …to be put after so many characters of the text
    notice: bool = False  # mail: our own notice (auto-generated) rather than an answer (auto-replied)
    file: int = 0
    instead: Outgoing | None = None
