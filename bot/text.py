"""Telegram's HTML: how long it is when shown, how to cut it in parts, and what it says without its tags."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import Final

#: Code points of one message once its tags and entities are parsed.
LIMIT: Final = 4096

#: A tag, one of the entities that Telegram knows, or any one character.
_TOKEN: Final = re.compile(r"</?[a-z][^>]*>|&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-f]{1,6});|.", re.IGNORECASE | re.DOTALL)
_TAG: Final = re.compile(r"</?([a-z][a-z-]*)[^>]*>", re.IGNORECASE)


def split(text: str, limit: int = LIMIT) -> list[str]:
    """Cut `text` into parts that show at most `limit` characters each.

    Cuts are made at line ends, else between words; a tag open at a cut is closed there and opened again in the next
    part. Parts that would show nothing are left out.
    """
    parts = []
    rest: list[str] = _TOKEN.findall(text)
    while sum(map(_width, rest)) > limit:
        cut, skipped = _cut(rest, limit)
        opened = _open_tags(rest[:cut])
        parts.append("".join(rest[:cut]) + "".join(f"</{_name(tag)}>" for tag in reversed(opened)))
        rest = [*opened, *rest[cut + skipped :]]
    parts.append("".join(rest))
    return [part for part in parts if plain(part).strip()]


def plain(text: str) -> str:
    """Return what `text` says, without tags and entities."""
    return html.unescape(_TAG.sub("", text))


def shortened(text: str, limit: int) -> str:
    """Return `text` in at most `limit` characters; what is missing shows as an ellipsis."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _cut(tokens: Sequence[str], limit: int) -> tuple[int, int]:
    """Return where to cut, and how many tokens (a line end, a blank) the cut swallows."""
    shown = 0
    found: dict[str, int] = {}
    for index, token in enumerate(tokens):
        if shown and token in {"\n", " "}:
            found[token] = index
        shown += _width(token)
        if shown > limit:
            return next(((found[sign], 1) for sign in ("\n", " ") if sign in found), (index, 0))
    return len(tokens), 0


def _open_tags(tokens: Sequence[str]) -> list[str]:
    stack: list[str] = []
    for token in tokens:
        if token.startswith("</") and stack:
            stack.pop()
        elif _TAG.fullmatch(token):
            stack.append(token)
    return stack


def _name(tag: str) -> str:
    found = _TAG.fullmatch(tag)
    return found[1] if found else ""


def _width(token: str) -> int:
    return 0 if _TAG.fullmatch(token) else 1
