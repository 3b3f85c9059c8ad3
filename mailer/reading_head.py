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
_BLANK: Final = re.compile(rb"\r?\n\r?\n")


def mended(raw: bytes) -> bytes:
    """Join lines that are no headers to the one above them, where headers of a program still follow below.

    Without such headers below them they are the mail's words, whose blank line above is missing.
    """
    blank = _BLANK.search(raw, 0, _HEAD_BYTES)
    lines = raw[: blank.start()].split(b"\n") if blank else []
    broken = [at for at, line in enumerate(lines) if at and not _HEADER.match(line)]
    if not broken or blank is None:
        return raw
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
