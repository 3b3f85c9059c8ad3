"""What a "could not be delivered" mail says: to whom, how badly, and about which of our mails."""

from __future__ import annotations

import re
from typing import Final

from mailer.mail import Report
from mailer.reading_charset import clean, decode
from mailer.reading_part import Part
from mailer.reading_parts import payload

_FIELD: Final = r"^{}\s*:\s*(?:[a-z0-9-]{{1,20}}\s*;)?\s*([^\r\n]{{1,400}})"
_RECIPIENT: Final = re.compile(_FIELD.format("(?:Final|Original)-Recipient"), re.IGNORECASE | re.MULTILINE)
_STATUS: Final = re.compile(_FIELD.format("Status"), re.IGNORECASE | re.MULTILINE)
_ACTION: Final = re.compile(_FIELD.format("Action"), re.IGNORECASE | re.MULTILINE)
_ORIGINAL: Final = re.compile(r"^Message-ID\s*:\s*(<[^<>\s]{1,250}>)", re.IGNORECASE | re.MULTILINE)
#: A notice written for people only (qmail and others): "<x@y>:" and then the server's own words.
_NAMED: Final = re.compile(r"<([^<>\s@]{1,128}@[^<>\s@]{1,190})>\s?:")
_ENHANCED: Final = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")
_BASIC: Final = re.compile(r"(?<![\d.])([45])\d\d(?=[ -])")
_CHARS: Final = 64 * 1024


def report_of(message: Part, text: str) -> Report | None:
    """Return what a delivery report tells, or what a notice in words does; None when `message` is neither."""
    if message.kind == "multipart/report":
        return _structured(message, text)
    return _worded(text) if _NAMED.search(text) and (_ENHANCED.search(text) or _BASIC.search(text)) else None


def _structured(message: Part, text: str) -> Report | None:
    parts = message.get_payload()
    children = [part for part in parts if isinstance(part, Part)] if isinstance(parts, list) else []
    fields = "\n".join(_words(part) for part in children if part.kind == "message/delivery-status")
    returned = "\n".join(_words(part) for part in children if part.kind in {"text/rfc822-headers", "message/rfc822"})
    if not fields:
        return None
    worded = _worded(text)
    status = _ENHANCED.search(_first(_STATUS, fields))
    return Report(
        recipient=_first(_RECIPIENT, fields).strip("<> ").lower() or worded.recipient,
        status=status[1] if status else worded.status,
        action=_first(_ACTION, fields).lower(),
        original=_first(_ORIGINAL, returned) or worded.original,
    )


def _worded(text: str) -> Report:
    named, enhanced, basic = _NAMED.search(text), _ENHANCED.search(text), _BASIC.search(text)
    status = enhanced[1] if enhanced else f"{basic[1]}.0.0" if basic else ""
    return Report(named[1].lower() if named else "", status, "", _first(_ORIGINAL, text))


def _words(part: Part) -> str:
    """Return a part as text; a `message/…` part was parsed into messages, whose headers are its fields."""
    content = part.get_payload()
    if not isinstance(content, list):
        return clean(decode(payload(part)[:_CHARS]))
    blocks = (block for block in content if isinstance(block, Part))
    fields = "\n\n".join("\n".join(f"{name}: {value}" for name, value in block.items()) for block in blocks)
    return clean(fields[:_CHARS])


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1].strip() if found else ""
