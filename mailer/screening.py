"""Which mails are not a parent's own words: a tuple of small questions, asked in order; the first answer decides."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from domain.model.messages import Proof
from mailer.mail import Mail

OWN: Final = "own"
BOUNCE: Final = "bounce"
AUTO_REPLY: Final = "auto_reply"
LIST: Final = "list"
SPAM: Final = "spam"
SPOOF: Final = "spoof"
GARBAGE: Final = "garbage"
#: Perhaps an automatic mail, perhaps a parent's: a person decides.
HUMAN: Final = "human"

_DAEMONS: Final = re.compile(r"(?:mailer-?daemon|postmaster|mail-?daemon)@")
_UNDELIVERED: Final = re.compile(
    r"undeliver|delivery (?:status notification|failure|has failed)|failure notice|returned mail"
    r"|mail delivery (?:failed|system)|non remis|non distribu|échec de (?:la )?(?:remise|distribution)"
    r"|adresse introuvable",
    re.IGNORECASE,
)
_AUTOMATIC_SUBJECT: Final = re.compile(
    r"(?:réponse (?:automatique|d'absence)|absent(?:e)? du bureau|absence du bureau|message automatique|automatic reply"
    r"|auto-?reply|auto:|out of (?:the )?office)",
    re.IGNORECASE,
)
#: What some programs put before the subject, and a parent may write as well ("Absent : Zoé").
_DOUBTFUL_SUBJECT: Final = re.compile(r"(?:absent(?:e|\(e\))?|lu)\s?:", re.IGNORECASE)
_AUTOMATIC_TEXT: Final = re.compile(
    r"(?:message|courriel|mail|e-mail) (?:est |a été )?(?:généré |envoyé )?automatique(?:ment)?\b.{0,40}"
    r"(?:ne pas (?:y )?répondre|ne répondez pas)",
    re.IGNORECASE | re.DOTALL,
)
_BULK: Final = frozenset({"bulk", "junk", "auto_reply", "auto-reply"})
_AUTOMATIC_HEADERS: Final = (
    "x-autoreply",
    "x-autorespond",
    "x-autoresponder",
    "x-autoreply-from",
    "feedback-id",
    "x-loop",
)
_SPAM_LEVEL: Final = 5


@dataclass(frozen=True, slots=True)
class Case:
    """A mail, and what is known about it beside its own words.

    `names` are the first names of the children of the family that has the sender's address.
    """

    mail: Mail
    our_address: str
    proof: Proof
    known: bool
    names: tuple[str, ...] = ()


Screen = Callable[[Case], str | None]


def own(case: Case) -> str | None:
    """Recognise our own mail that came back: answering it would be answering ourselves, for ever."""
    ours = case.our_address.lower()
    looped = any(value.lower() == ours for value in case.mail.header_all("x-loop"))
    return OWN if ours in case.mail.from_addresses or looped else None


def bounce(case: Case) -> str | None:
    """Recognise a delivery report (RFC 3464), or a notice in words from a mail system."""
    mail = case.mail
    if mail.content_type == "multipart/report" and "delivery-status" in (mail.report_type or "delivery-status"):
        return BOUNCE
    daemon = bool(_DAEMONS.match(mail.sender)) or bool(_UNDELIVERED.search(mail.subject))
    return BOUNCE if daemon and (_null_sender(mail) or mail.report is not None) else None


def declared_automatic(case: Case) -> str | None:
    """Believe the sender's program when it says so itself (RFC 3834)."""
    declared = case.mail.header("auto-submitted").partition(";")[0].strip().lower()
    return AUTO_REPLY if declared not in {"", "no"} else None


def mailing_list(case: Case) -> str | None:
    """Recognise a list or a newsletter: an answer would go to everybody."""
    listed = any(name.startswith("list-") for name, _ in case.mail.headers)
    return LIST if listed or case.mail.header("precedence").lower() == "list" else None


def marked_automatic(case: Case) -> str | None:
    """Recognise the marks of older programs: null sender, Precedence, read receipts, Exchange's rules."""
    mail = case.mail
    suppressed = mail.header("x-auto-response-suppress").lower()  # alone it is only the sender's wish
    exchange_rule = bool(mail.header("x-ms-exchange-inbox-rules-loop")) and "all" in suppressed
    marked = (
        _null_sender(mail)
        or mail.header("precedence").lower() in _BULK
        or any(mail.header(name) for name in _AUTOMATIC_HEADERS)
        or mail.content_type == "multipart/report"
        or exchange_rule
    )
    return AUTO_REPLY if marked else None


def worded_automatic(case: Case) -> str | None:
    """Suspect what has only the words of an automatic mail; where it may be a parent's own a person decides."""
    mail = case.mail
    doubtful = bool(_DOUBTFUL_SUBJECT.match(mail.subject))
    if not (doubtful or _AUTOMATIC_SUBJECT.match(mail.subject) or _AUTOMATIC_TEXT.search(mail.fresh_text)):
        return None
    said = f"{mail.subject}\n{mail.fresh_text}".casefold()
    names_a_child = any(name.casefold() in said for name in case.names if name)
    return HUMAN if names_a_child or (doubtful and case.known) else AUTO_REPLY


def spam(case: Case) -> str | None:
    """Believe the server's filter; but a family whose address is proven is read all the same."""
    if case.known and case.proof is Proof.VERIFIED:
        return None
    mail = case.mail
    level = mail.header("x-ms-exchange-organization-scl")
    flagged = any(
        mail.header(name).lower().startswith("yes") for name in ("x-spam-flag", "x-spam-status", "x-spam")
    ) or (level.isdecimal() and int(level) >= _SPAM_LEVEL)
    return SPAM if flagged else None


def spoof(case: Case) -> str | None:
    """Refuse what somebody else wrote in this sender's name, as far as our server can tell."""
    return SPOOF if case.proof is Proof.SPOOF else None


def garbage(case: Case) -> str | None:
    """Set aside what nobody wrote, or what says nothing at all."""
    mail = case.mail
    empty = not (mail.fresh_text or mail.subject or mail.attachments or mail.elided)
    return GARBAGE if empty or not mail.from_addresses else None


#: Asked in this order.
SCREENS: Final[tuple[Screen, ...]] = (
    own,
    bounce,
    spam,
    declared_automatic,
    mailing_list,
    marked_automatic,
    spoof,
    worded_automatic,
    garbage,
)


def screen(case: Case) -> str | None:
    """Return what the mail is instead of a message to read; None means: read it."""
    return next((answer for question in SCREENS if (answer := question(case))), None)


def _null_sender(mail: Mail) -> bool:
    return mail.header("return-path").strip() == "<>"
