"""Telegram's HTML as its server reads it: text and entities, or the error it answers."""

from __future__ import annotations

import html
import re
from typing import Any, Final

#: Tag -> entity type.
TAGS: Final = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "tg-spoiler": "spoiler",
    "blockquote": "blockquote",
}
_PIECE: Final = re.compile(r"<(/?)([^>\s]*)([^>]*)(>?)|&(lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);|([^<&]+|&)", re.DOTALL)


class Unparsable(ValueError):
    """The text is no HTML of Telegram's kind."""


def parse(source: str) -> tuple[str, list[dict[str, Any]]]:
    """Return the text that `source` shows and its entities, in UTF-16 units. Raises Unparsable."""
    text = ""
    open_tags: list[tuple[str, int, str]] = []
    entities: list[dict[str, Any]] = []
    for piece in _PIECE.finditer(source):
        closing, tag, rest, end, named, plain = piece.groups()
        at = len(source[: piece.start()].encode())
        if plain is not None:
            text += plain
        elif named is not None:
            text += html.unescape(f"&{named};")
        elif closing:
            entities.append(_closed(open_tags, tag.lower(), units(text), at))
        elif not end or tag.lower() not in TAGS:
            raise Unparsable(f'Unsupported start tag "{tag.lower()}" at byte offset {at}')
        else:
            open_tags.append((tag.lower(), units(text), rest))
    if open_tags:
        raise Unparsable(f'Can\'t find end tag corresponding to start tag "{open_tags[-1][0]}"')
    return text, sorted((entity for entity in entities if entity["length"]), key=lambda entity: entity["offset"])


def units(text: str) -> int:
    """Return the length of `text` in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _closed(open_tags: list[tuple[str, int, str]], tag: str, end: int, at: int) -> dict[str, Any]:
    if not open_tags:
        raise Unparsable(f"Unexpected end tag at byte offset {at}")
    opened, start, rest = open_tags.pop()
    if tag != opened:
        raise Unparsable(f'Unmatched end tag at byte offset {at}, expected "</{opened}>", found "</{tag}>"')
    entity: dict[str, Any] = {"type": TAGS[opened], "offset": start, "length": end - start}
    if opened == "blockquote" and "expandable" in rest:
        entity["type"] = "expandable_blockquote"
    if opened == "a":
        address = re.search(r'href="([^"]*)"', rest)
        entity["url"] = address[1] if address else ""
    return entity
