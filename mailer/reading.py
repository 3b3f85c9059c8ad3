"""MIME to words: raw bytes become a `Mail`, whatever the bytes are; nothing here raises.

The old `compat32` policy is used on purpose: the newer one raises on one malformed mail in thirty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from email._policybase import Compat32
from email.parser import BytesHeaderParser, BytesParser
from email.utils import parsedate_to_datetime
from typing import Any, Final

from mailer import reading_report
from mailer.mail import Mail
from mailer.reading_charset import clean, header_words, unescape
from mailer.reading_head import divided, mended
from mailer.reading_part import Part
from mailer.reading_parts import PARTS, attachments_of, calendar_method, text_of
from mailer.reading_reply import split
from mailer.reading_signature import says_name

#: The headers that the screens ask about.
KEPT: Final = frozenset(
    {
        "authentication-results",
        "auto-submitted",
        "from",
        "feedback-id",
        "mailing-list",
        "precedence",
        "return-path",
        "sender",
        "to",
        "x-auto-response-suppress",
        "x-beenthere",
        "x-forefront-antispam-report",
        "x-loop",
        "x-mailman-version",
        "x-ms-exchange-generated-message-source",
        "x-ms-exchange-inbox-rules-loop",
        "x-ms-exchange-organization-scl",
        "x-spam",
        "x-spam-flag",
        "x-ovh-spam-status",
        "x-spam-status",
        "x-vr-spamstate",
    }
)
#: Beside them every mark of a list, and of a program that answers by itself, whatever it is called.
_MARKS: Final = re.compile(r"list-|x-(?:[a-z-]{1,20}-)?(?:auto-?(?:repl|respon[ds](?!e-suppress)|generat)|vacation)")
_HEADER_CHARS: Final = 8_000
_HEADERS: Final = 300
_ADDRESS: Final = re.compile(r"[^\s<>\"(),:;@]{1,128}@[^\s<>\"(),:;@]{1,190}")
_QUOTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
#: A local part in quotes that needs none: "marie.coralis"@example.org.
_PLAIN_LOCAL: Final = re.compile(r'"([A-Za-z0-9._+-]{1,64})"@')
_COMMENT: Final = re.compile(r"\([^()]*\)")
_MESSAGE_ID: Final = re.compile(r"<[^<>\s]{1,250}>")
_REPLY_IDS: Final = 20
_BEFORE_HEADER: Final = b"\xef\xbb\xbf\r\n"
_BOUNDARY: Final = re.compile(rb"boundary", re.IGNORECASE)


class _Lenient(Compat32):
    """Headers may hold raw bytes beyond ASCII; they get their letters back at once."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, unescape(value)


_POLICY: Final = _Lenient()


def read(raw: bytes) -> Mail:
    """Read a mail as it came from the server."""
    message = _parsed(raw)
    told = [(name.lower(), value) for name, value in message.items()]
    headers, topmost = tuple(_kept(told[:_HEADERS])), dict(reversed(told))
    senders = [value for name, value in headers if name == "from"]
    text = text_of(message)
    addresses = tuple(dict.fromkeys(address for sender in senders for address in _addresses(sender)))
    reply = split(text, [name for sender in senders for name in _names_of(sender, text)], addresses)
    return Mail(
        message_id=_first_id(topmost, "message-id"),
        from_addresses=addresses,
        subject=header_words(_raw_header(topmost, "subject")),
        date=_date(_raw_header(topmost, "date")),
        received=_date(_raw_header(topmost, "received").rpartition(";")[2]),
        in_reply_to=_ids(topmost, "in-reply-to"),
        references=_ids(topmost, "references"),
        fresh_text=reply.fresh,
        elided=reply.elided,
        attachments=attachments_of(message),
        headers=headers,
        content_type=message.kind,
        calendar=calendar_method(message),
        report_type=str(message.get_param("report-type", "")).lower() if message.kind == "multipart/report" else "",
        report=reading_report.report_of(message, text),
    )


def _parsed(raw: bytes) -> Part:
    """Parse what a hundred parts need and no more: nesting without end costs time without end."""
    nested = [found.start() for found, _ in zip(_BOUNDARY.finditer(raw), range(PARTS * 2 + 1), strict=False)]
    cut = mended((raw[: nested[-1]] if len(nested) > PARTS * 2 else raw).lstrip(_BEFORE_HEADER))
    try:
        return _with_parts(_as_part(BytesParser, cut), cut)
    except RecursionError:
        return _as_part(BytesHeaderParser, cut)


def _as_part(parser: type[BytesParser[Any]], raw: bytes) -> Part:
    part: Part = parser(Part, policy=_POLICY).parsebytes(raw)
    return part


def _with_parts(message: Part, raw: bytes) -> Part:
    """Give a mail of parts those that the parser did not find, because its header names another boundary, or none."""
    lost = not message.is_multipart() and message.main == "multipart"
    if lost and (parts := divided(raw)):
        message.set_payload(_as_part(BytesParser, parts).get_payload())
    return message


def _raw_header(headers: Mapping[str, str], name: str) -> str:
    return " ".join(clean(str(headers.get(name, ""))[:_HEADER_CHARS]).split())


def _kept(headers: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield those of `headers` (names in lower case) that somebody asks about, their values decoded."""
    for name, value in headers:
        if name in KEPT or _MARKS.match(name):
            text = " ".join(clean(str(value)[:_HEADER_CHARS]).split())
            yield name, text if name == "from" else header_words(text)


def _addresses(sender: str) -> list[str]:
    """Return the addresses of a From header, lower case; a name that looks like an address is only a name."""
    bare = _QUOTED.sub(" ", _PLAIN_LOCAL.sub(r"\1@", sender))
    for _ in range(5):  # comments may be nested; more than five deep is no person
        bare = _COMMENT.sub(" ", bare)
    angled = re.findall(r"<([^<>]*)>", bare)
    if angled:
        return [found[0].lower() for part in angled if (found := _ADDRESS.fullmatch(part.strip()))]
    return [address.lower() for address in _ADDRESS.findall(bare)]


def _names_of(sender: str, text: str) -> list[str]:
    """Return what a sender signs with: the display name, or the comment, or the words of the address.

    An address is taken for a name only where a line of the mail says the whole of it: "Cyril Rousseau".
    """
    shown = sender.partition("<")[0] if "<" in sender else sender.partition("(")[2]
    signed = (re.findall(r"[a-z]{2,}", address.partition("@")[0]) for address in _addresses(sender))
    whole = [" ".join(words) for words in signed if len(words) > 1 and says_name(text, words)]
    return [header_words(shown.strip().strip('"()')), *whole]


def _first_id(headers: Mapping[str, str], name: str) -> str:
    return next(iter(_ids(headers, name)), "") or _raw_header(headers, name)[:255]


def _ids(headers: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(_MESSAGE_ID.findall(_raw_header(headers, name))[-_REPLY_IDS:])


def _date(value: str) -> datetime | None:
    try:
        told = parsedate_to_datetime(value[:200])
        return told.replace(tzinfo=UTC) if told.tzinfo is None else told.astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
