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
    r"[\[(]?(?:réponse (?:automatique|auto\b|d'absence)|absent(?:e|\(e\))? du bureau|absence du bureau"
    r"|message automatique|message d'absence|automatic reply|auto-?reply|auto\s?:|out of (?:the )?office"
    r"|automatische antwort|automatisch antwoord|abwesenheit(?:snotiz|sbenachrichtigung|sassistent)"
    r"|re(?:spuesta|sposta) automática|risposta automatica|répondeur automatique"
    r"|accusé de (?:réception|lecture)|confirmation de lecture|non lu\s?:)",
    re.IGNORECASE,
)
#: What some programs put before the subject, and a parent may write as well ("Absent : Zoé").
_DOUBTFUL_SUBJECT: Final = re.compile(
    r"(?:absent(?:e|\(e\))?|lu|accepté|accepted|refusé|declined|provisoire|tentative)\s?:", re.IGNORECASE
)
_AUTOMATIC_TEXT: Final = re.compile(
    r"(?:message|courriel|mail|e-mail) (?:est |a été )?(?:généré |envoyé )?automatique(?:ment)?\b.{0,40}"
    r"(?:ne pas (?:y )?répondre|ne répondez pas)"
    r"|\bceci est (?:un message|un courriel|un mail|un e-mail|une réponse) (?:généré\w* )?automatique"
    r"|(?:ne pas répondre|ne répondez pas) à ce (?:message|courriel|mail|e-mail) (?:généré )?automatique"
    r"|\bthis is an automat(?:ed|ic) (?:reply|response|message|e-?mail)",
    re.IGNORECASE | re.DOTALL,
)
#: What people let their program say while they are away.
_AWAY_TEXT: Final = re.compile(
    r"\b(?:répondrai|répondrons|traiterai|lirai|prendrai connaissance)\b.{0,60}\b(?:mon|notre) retour\b"
    r"|\ben mon absence\b|\babsent(?:e|\(e\))? du bureau|\bout of (?:the |my )?office"
    r"|\b(?:suis|serai) (?:actuellement )?(?:absent(?:e|\(e\))?|en (?:congés?|vacances|déplacement|arrêt))"
    r".{0,40}(?:jusqu|du \d|retour)",
    re.IGNORECASE | re.DOTALL,
)
_READ_TEXT: Final = re.compile(r"\ba été (?:lu|supprimé sans être lu)\b.{0,10}\ble\b", re.IGNORECASE)
#: Who says in their address that nobody reads an answer.
_NO_REPLY: Final = re.compile(r"(?:no-?reply|do-?not-?reply|ne-?pas-?repondre)\b", re.IGNORECASE)
_BULK: Final = frozenset({"bulk", "junk", "auto_reply", "auto-reply"})
_LISTS: Final = ("x-beenthere", "x-mailman-version", "mailing-list")
_AUTOMATIC_HEADERS: Final = ("x-loop", "x-ms-exchange-generated-message-source")
#: Marks of bulk mail that Proton puts on a person's mail as well.
_OF_A_PERSON: Final = re.compile(r"\d+:user:proton$", re.IGNORECASE)
#: "X-Autoreply", "X-Autoresponder", "X-Mail-Autoreply" and whatever else programs invent.
_AUTOMATIC_NAMES: Final = re.compile(r"x-(?!auto-response-suppress).*(?:auto|vacation)")
#: What a calendar sends by itself about an invitation that it got (RFC 5546).
_ANSWERS_OF_CALENDARS: Final = frozenset({"reply", "counter", "refresh", "declinecounter"})
_CALENDAR: Final = "calendar-notification@"
_SPAM_MARKS: Final = ("x-spam-flag", "x-spam-status", "x-spam", "x-ovh-spam-status", "x-vr-spamstate")
_SPAM_VALUE: Final = re.compile(r"\s*(?:yes|spam)", re.IGNORECASE)
_SPAM_VERDICT: Final = re.compile(r"\b(?:SFV:SPM|CAT:(?:SPM|HSPM|PHSH|HPHISH))\b")
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
    listed = any(name.startswith("list-") or name in _LISTS for name, _ in case.mail.headers)
    return LIST if listed or case.mail.header("precedence").lower() == "list" else None


def marked_automatic(case: Case) -> str | None:
    """Recognise the marks of older programs: null sender, Precedence, read receipts, Exchange's rules."""
    mail = case.mail
    suppressed = mail.header("x-auto-response-suppress").lower()  # alone it is only the sender's wish
    feedback = mail.header("feedback-id").strip()
    exchange_rule = bool(mail.header("x-ms-exchange-inbox-rules-loop")) and "all" in suppressed
    marked = bool(
        _null_sender(mail)
        or mail.header("precedence").lower() in _BULK
        or any(mail.header(name) for name in _AUTOMATIC_HEADERS)
        or (feedback and not _OF_A_PERSON.match(feedback))
        or (not case.known and _NO_REPLY.match(mail.sender))
        or any(value and _AUTOMATIC_NAMES.match(name) for name, value in mail.headers)
        or mail.content_type == "multipart/report"
        or exchange_rule
    )
    return AUTO_REPLY if marked else None


def calendar(case: Case) -> str | None:
    """Recognise what a calendar writes: an answer to an invitation, or an invitation without a word of the parent's."""
    if case.mail.calendar in _ANSWERS_OF_CALENDARS:
        return AUTO_REPLY
    silent = bool(case.mail.calendar) and not case.mail.fresh_text
    return HUMAN if silent or _CALENDAR in case.mail.header("sender").lower() else None


def worded_automatic(case: Case) -> str | None:
    """Suspect what has only the words of an automatic mail; where it may be a parent's own a person decides.

    A subject of a program above a text of one is two witnesses: that is no parent, whoever is named in it.
    """
    mail = case.mail
    doubtful = bool(_DOUBTFUL_SUBJECT.match(mail.subject))
    titled = bool(_AUTOMATIC_SUBJECT.match(mail.subject))
    said = bool(_AUTOMATIC_TEXT.search(mail.fresh_text))
    away = bool(_AWAY_TEXT.search(mail.fresh_text))
    if (titled and (said or away)) or (doubtful and _READ_TEXT.search(f"{mail.fresh_text}\n{mail.elided}")):
        return AUTO_REPLY
    if doubtful and not (said or away) and _is_announcement(case):
        return None
    if titled or doubtful or said:
        return HUMAN if _names_a_child(case) or (doubtful and case.known) else AUTO_REPLY
    return HUMAN if away and _answers(mail) and not _names_a_child(case) else None


def _names_a_child(case: Case) -> bool:
    said = f"{case.mail.subject}\n{case.mail.fresh_text}".casefold()
    return any(name.casefold() in said for name in case.names if name)


def _is_announcement(case: Case) -> bool:
    """Recognise "Absent : Zoé", which answers nothing: a program puts its mark before a subject of ours, not a name."""
    mark, _, told = case.mail.subject.casefold().partition(":")
    if not mark.startswith("absent"):
        return False
    told = told.strip()
    named = any(told.startswith(name.casefold()) for name in case.names if name)
    return named and case.proof is Proof.VERIFIED and not _answers(case.mail)


def _answers(mail: Mail) -> bool:
    return bool(mail.in_reply_to or mail.references)


def spam(case: Case) -> str | None:
    """Believe the server's filter; but a family whose address is proven is read all the same."""
    if case.known and case.proof is Proof.VERIFIED:
        return None
    mail = case.mail
    level = mail.header("x-ms-exchange-organization-scl")
    flagged = any(_SPAM_VALUE.match(mail.header(name)) for name in _SPAM_MARKS)
    judged = bool(_SPAM_VERDICT.search(mail.header("x-forefront-antispam-report")))
    return SPAM if flagged or judged or (level.isdecimal() and int(level) >= _SPAM_LEVEL) else None


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
    calendar,
    worded_automatic,
    garbage,
)


def screen(case: Case) -> str | None:
    """Return what the mail is instead of a message to read; None means: read it."""
    return next((answer for question in SCREENS if (answer := question(case))), None)


def _null_sender(mail: Mail) -> bool:
    return mail.header("return-path").strip() == "<>"
