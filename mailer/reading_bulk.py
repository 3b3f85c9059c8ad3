"""What programs write into a page by the hundred thousand letters: taken out before the page is cut to a length."""

from __future__ import annotations

import re
from typing import Final

#: A picture written into the page itself, which may be longer than all that is read of it.
_EMBEDDED: Final = re.compile(rb"(?<=[=(\"'])data:[^\"'<>\s)]{200,}", re.IGNORECASE)
_OPENING: Final = re.compile(rb"<(?:(style|script|xml)\b[^<>]{0,500}>|!--)", re.IGNORECASE)
_COMMENT_ENDS: Final = b"-->"
_LONG_PAGE: Final = 50_000
#: Of a page's style sheets so much is kept: what they hide must not be read.
_SHEET_BYTES: Final = 100_000


def without_bulk(page: bytes) -> bytes:
    """Return a page without the pictures that are written into it, its programs and comments, and with some styles."""
    page = _EMBEDDED.sub(b"", page) if b"data:" in page else page
    return _without_unread(page) if len(page) > _LONG_PAGE else page


def _without_unread(page: bytes) -> bytes:
    lower = page.lower()
    pieces: list[bytes] = []
    unclosed: set[bytes] = set()
    room, at = _SHEET_BYTES, 0
    while found := _OPENING.search(page, at):
        kind = (found[1] or b"").lower()
        closing = b"</" + kind if kind else _COMMENT_ENDS
        end = -1 if closing in unclosed else lower.find(closing, found.end())
        if end < 0:  # what has no end is left as it is, and looked for only once
            unclosed.add(closing)
            pieces.append(page[at : found.end()])
            at = found.end()
            continue
        kept = _end_of_rules(page, found.end(), end, room) if kind == b"style" else found.end()
        room -= kept - found.end()
        pieces.append(page[at:kept])
        at = end
    return b"".join([*pieces, page[at:]])


def _end_of_rules(page: bytes, start: int, end: int, room: int) -> int:
    """Return where a style sheet may be cut: behind its last whole rule that has room."""
    return end if end - start <= room else max(page.rfind(b"}", start, start + max(room, 0)) + 1, start)
