"""A mail's header as it should be: filters and scripts break lines in it, and a parser takes the rest for the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

_HEAD_BYTES: Final = 256 * 1024
_HEADER: Final = re.compile(rb"([!-9;-~]{1,80})[ \t]*:|[ \t]|From ")
#: Headers that nobody types into a letter.
_PROGRAMS: Final = re.compile(
    rb"(?:content-(?:type|transfer-encoding|language|disposition)|mime-version|message-id|received|return-path|in-reply-to"
    rb"|references|user-agent|reply-to|dkim-signature|auto-submitted|thread-(?:topic|index)|x-[a-z0-9-]{2,60})$",
    re.IGNORECASE,
)
#: Headers that a parent may type as well ("De : …", "Date : lundi"): they count where the mail has none yet.
_TYPED: Final = re.compile(rb"(?:from|to|subject|date)$", re.IGNORECASE)
_BROKEN: Final = re.compile(rb"\n(?![ \t\r]|[!-9;-~]{1,80}[ \t]*:|From )[^\n]")
_BLANK: Final = re.compile(rb"\r?\n\r?\n")
_FIRST_BOUNDARY: Final = re.compile(rb"\n--([^\r\n\"]{1,70})\r?\n(?=[A-Za-z-]{4,40}:)")


def mended(raw: bytes) -> bytes:
    """Join lines that are no headers to the one above them, where headers of a program still follow below.

    Without such headers below them they are the mail's words, whose blank line above is missing.
    """
    blank = _BLANK.search(raw, 0, _HEAD_BYTES)
    if blank is None or not _BROKEN.search(raw, 0, blank.start()):
        return raw
    lines = raw[: blank.start()].split(b"\n")
    broken = [at for at, line in enumerate(lines) if at and not _HEADER.match(line)]
    last = _last_header(lines, broken[0])
    for at in broken:
        if at < last:
            lines[at] = b" " + lines[at]
    return b"\n".join(lines) + raw[blank.start() :]


def _last_header(lines: list[bytes], start: int) -> int:
    """Return the last line below `start` that is surely a header, -1 when there is none."""
    above = set(_names(lines[:start]))
    sure = (
        at
        for at, line in enumerate(lines[start:], start)
        if (name := next(_names([line]), b"")) and (_PROGRAMS.match(name) or (_TYPED.match(name) and name not in above))
    )
    return max(sure, default=-1)


def _names(lines: Iterable[bytes]) -> Iterator[bytes]:
    found = (_HEADER.match(line) for line in lines)
    return (match[1].lower() for match in found if match and match[1])


def divided(raw: bytes) -> bytes:
    """Return the parts of a mail, whose header names no boundary or another one, as a mail; b"" when it has none."""
    blank = _BLANK.search(raw)
    found = _FIRST_BOUNDARY.search(raw, blank.start()) if blank else None
    if found is None:
        return b""
    return b'Content-Type: multipart/mixed; boundary="' + found[1].rstrip() + b'"\r\n\r\n' + raw[found.start() :]
