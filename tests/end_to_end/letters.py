"""Mails as families' providers deliver them, and our answers as they read them."""

from __future__ import annotations

import email
import email.policy
import itertools
from datetime import datetime
from email.message import EmailMessage

OFFICE = "periscolaire@example.net"
_numbers = itertools.count(1)

#: What the town's own server found out about the sender.
PROVEN = "mx.example.net; dmarc=pass header.from=example.org"
FORGED = "mx.example.net; spf=fail smtp.mailfrom=example.org; dmarc=fail header.from=example.org"
UNPROVEN = ""


def written(
    sender: str, text: str, date: datetime, answers: EmailMessage | None, results: str, headers: dict[str, str]
) -> bytes:
    """Write a mail; `answers` is the one that it replies to, `headers` are added."""
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["From"], mail["To"], mail["Date"] = sender, OFFICE, date
    mail["Message-ID"] = f"<{next(_numbers)}.{int(date.timestamp())}@example.org>"
    if results:
        mail["Authentication-Results"] = results
    if answers is not None:
        mail["In-Reply-To"] = mail["References"] = str(answers["Message-ID"])
    mail["Subject"] = f"Re: {answers['Subject']}" if answers is not None else "Cantine"
    for name, value in headers.items():
        del mail[name]
        mail[name] = value
    mail.set_content(text)
    return mail.as_bytes()


def parsed(raw: bytes) -> EmailMessage:
    return email.message_from_bytes(raw, policy=email.policy.default)


def words_of(mail: EmailMessage, kind: str = "plain") -> str:
    """Return the text part of a mail, or its "html" part."""
    body = mail.get_body((kind,))
    assert body is not None, f"no {kind} part"
    content: str = body.get_content()
    return content
