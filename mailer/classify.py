"""What a raw mail is: pure, shared by the intake and by `preau explain --mail`."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.model.attachments import Attachment
from domain.model.messages import Channel, Incoming, Kind, Proof
from mailer import screening
from mailer.mail import Mail, Report
from mailer.proof import proof_of
from mailer.reading import read
from mailer.reading_charset import header_words
from mailer.reading_signature import only_courtesies

#: "Re:", "TR :", and what our own mail server may put before the subject of a mail from outside.
_PREFIX: Final = re.compile(
    r"\s*(?:(re|rép|réf|aw|fwd?|tr|wg)\s?(?:\[\d+\])?\s?:|\[ext(?:erne|ernal)?\]\s?:?)\s*", re.IGNORECASE
)
_QUOTED_SUBJECT: Final = re.compile(
    r"^[>\s*]{0,20}(?:objet|sujet|subject)\s?\*{0,2}\s?:(.{1,300})$", re.IGNORECASE | re.MULTILINE
)
_FORWARDS: Final = frozenset({"fw", "fwd", "tr", "wg"})
#: Where a doctor certifies, and how programs head what is passed on.
_CERTIFIES: Final = re.compile(
    r"^.{0,80}\b(?:soussignée?s?|certifi(?:e|ons)|attest(?:e|ons))\b", re.IGNORECASE | re.MULTILINE
)
_WRAPPED: Final = re.compile(r"(?<=[^\n.])\n(?=[^\n])")
_PASSED_ON: Final = "---------- Message transféré ----------"
_REFERENCES_ASKED: Final = 5
_ADDRESS: Final = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,190}\w")


@dataclass(frozen=True, slots=True)
class Screened:
    """A mail and what it is.

    `kind` is None for a mail to be read, "human" for one that a person must look at, else one of own, bounce,
    auto_reply, list, spam, spoof, garbage. `sender` is "unknown" for an address of no family, else how far it is
    proven: verified, unverified, spoof. `held` is a mail that may be a machine's: it is never answered. `subject` is
    what its sender wrote there, "" when it is only a thread's title.
    """

    mail: Mail
    kind: str | None
    sender: str
    proof: Proof
    from_address: str
    subject: str
    bounce: Report | None = None
    held: bool = False

    @property
    def words(self) -> str:
        """Return what is to be understood: its sender's words, and below them a doctor's certificate that is passed on.

        Nothing else that is quoted counts, whoever wrote it (label guide, rule 18).
        """
        fresh, passed_on = self.mail.fresh_text, bool(_prefixes(self.mail.subject)[0] & _FORWARDS)
        certificate = _CERTIFIES.search(self.mail.elided) if passed_on else None
        below = _WRAPPED.sub(" ", self.mail.elided[certificate.start() :]) if certificate else ""
        return f"{fresh}\n\n{_PASSED_ON}\n{below}" if below else fresh


def examine(
    raw: bytes,
    *,
    our_address: str,
    trusted_authserv: Sequence[str],
    children: Callable[[str], Collection[str] | None],
) -> Screened:
    """Read and screen a mail; `children` tells the first names in the family of an address, None when it has none."""
    mail = read(raw)
    proof = proof_of(mail, trusted_authserv)
    names = children(mail.sender) if mail.sender else None
    is_known = names is not None
    if not is_known and _borrows_an_address(mail, children):
        proof = Proof.SPOOF
    subject = own_subject(mail, our_address)
    kind = screening.screen(screening.Case(mail, our_address, proof, is_known, tuple(names or ())))
    held = kind == screening.HUMAN
    if kind is None and not subject and _says_nothing(mail):  # only a file, or somebody else's words
        kind = screening.HUMAN
    sender = proof.value if is_known or proof is Proof.SPOOF else "unknown"
    bounce = (mail.report or Report()) if kind == screening.BOUNCE else None
    return Screened(mail, kind, sender, proof, mail.sender, subject, bounce, held)


def _borrows_an_address(mail: Mail, children: Callable[[str], Collection[str] | None]) -> bool:
    """Say whether a stranger's name shows the address of a family: many programs show the name, and no address."""
    shown = {found.lower() for value in mail.header_all("from") for found in _ADDRESS.findall(header_words(value))}
    return any(children(address) is not None for address in shown - {mail.sender})


def _says_nothing(mail: Mail) -> bool:
    """Say whether a mail has no words of its sender's, or passes another one on with no more than a greeting."""
    passed_on = bool(_prefixes(mail.subject)[0] & _FORWARDS)
    return not mail.fresh_text or (passed_on and only_courtesies(mail.fresh_text))


def own_subject(mail: Mail, our_address: str) -> str:
    """Return the subject as far as its sender wrote it: without "Re:" and "Tr:".

    The title of an answer to one of our mails, and that of a mail that is only passed on, are somebody else's.
    """
    prefixes, subject = _prefixes(mail.subject)
    ours = f"@{our_address.rpartition('@')[2].lower()}>"
    to_us = any(reference.lower().endswith(ours) for reference in thread_of(mail)) or _quotes(mail, our_address)
    forwarded = bool(prefixes & _FORWARDS) and (not mail.fresh_text or _is_quoted(subject, mail.elided))
    return "" if (prefixes and to_us) or forwarded else subject.strip()


def _quotes(mail: Mail, our_address: str) -> bool:
    """Say whether the mail that is quoted is one of ours: some programs forget to say which one they answer."""
    ours = re.escape(our_address)
    named = rf"\b(?:de|from)\s?\*{{0,2}}\s?:[^\n]{{0,150}}{ours}|{ours}\W{{0,8}}(?:a\W{{1,4}}[ée]crit|wrote)\b"
    return re.search(named, mail.elided, re.IGNORECASE) is not None


def _prefixes(subject: str) -> tuple[set[str], str]:
    """Part a subject into the prefixes that programs put before it, small, and the rest."""
    prefixes: set[str] = set()
    while found := _PREFIX.match(subject):
        prefixes.add((found[1] or "").lower())
        subject = subject[found.end() :]
    return prefixes - {""}, subject


def _is_quoted(subject: str, elided: str) -> bool:
    """Say whether a quoted mail has this subject: its writer's, not the one's who forwards it."""
    quoted = (_PREFIX.sub("", found).strip(" *").casefold() for found in _QUOTED_SUBJECT.findall(elided))
    return any(subject.strip().casefold() == told for told in quoted if told)


def thread_of(mail: Mail) -> tuple[str, ...]:
    """Return the mails that this one answers, nearest first: In-Reply-To, then the last References."""
    return tuple(dict.fromkeys((*mail.in_reply_to, *reversed(mail.references[-_REFERENCES_ASKED:]))))


def incoming(screened: Screened, *, key: str, received_at: datetime) -> Incoming:
    """Return the mail as the desk takes it; `received_at` is the server's INTERNALDATE, which judges deadlines."""
    mail = screened.mail
    if screened.bounce is not None:
        return _delivery_report(screened, screened.bounce, key=key, received_at=received_at)
    unread = Kind.OTHER if screened.kind == screening.HUMAN else Kind.TEXT
    return Incoming(
        channel=Channel.EMAIL,
        kind=Kind.HELD if screened.held else unread,
        key=key,
        sender=screened.from_address,
        received_at=received_at,
        text=screened.words,
        subject=screened.subject,
        message=mail.message_id,
        reply_to=thread_of(mail),
        proof=screened.proof,
        attachments=tuple(Attachment.of(f.name, f.content, damaged=f.damaged) for f in mail.attachments),
        elided=mail.elided,
    )


def _delivery_report(screened: Screened, report: Report, *, key: str, received_at: datetime) -> Incoming:
    """Return it with the status in `data`, the lost recipient in `text` and our mail's id in `reply_to`."""
    return Incoming(
        channel=Channel.EMAIL,
        kind=Kind.BOUNCE,
        key=key,
        sender=screened.from_address,
        received_at=received_at,
        text=report.recipient,
        data=report.status,
        message=screened.mail.message_id,
        proof=screened.proof,
        reply_to=(report.original,) if report.original else (),
    )
