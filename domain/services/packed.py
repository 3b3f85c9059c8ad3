"""Wishes and requests as JSON, for the rows that keep a conversation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from domain.model.attachments import PDF, Attachment
from domain.model.following import Said
from domain.model.wish import Do, Reason, Wish

Packed = dict[str, Any]


def pack_said(said: Said) -> Packed:
    """Turn a request into what JSON can hold."""
    return {
        "wishes": [pack_wish(wish) for wish in said.wishes],
        "words": list(said.words),
        "reason": said.reason,
        "latest": [pack_wish(wish) for wish in said.latest],
        "taking": said.taking,
        "gone": [pack_wish(wish) for wish in said.gone],
    }


def unpack_said(facts: Packed) -> Said:
    """Turn it back."""
    return Said(
        wishes=tuple(map(unpack_wish, facts["wishes"])),
        words=tuple(facts["words"]),
        reason=Reason(facts["reason"]) if facts["reason"] else None,
        latest=tuple(map(unpack_wish, facts["latest"])),
        taking=facts["taking"],
        gone=tuple(map(unpack_wish, facts.get("gone", ()))),
    )


def pack_wish(wish: Wish) -> list[str | None]:
    """Turn a wish into what JSON can hold."""
    hour = wish.hour.isoformat("minutes") if wish.hour else None
    return [wish.do, wish.child, wish.activity, wish.day.isoformat(), hour]


def unpack_wish(facts: Sequence[str]) -> Wish:
    """Turn it back."""
    do, child, activity, day, hour = facts
    return Wish(Do(do), child, activity, date.fromisoformat(day), time.fromisoformat(hour) if hour else None)


def pack_file(file: Attachment) -> Packed:
    """Turn an enclosed file into what JSON can hold: what names it, not its bytes."""
    return {"name": file.name, "kind": file.kind, "size": file.size, "damaged": file.damaged, "digest": file.digest}


def unpack_file(packed: str | dict[str, Any]) -> Attachment:
    """Read an enclosed file back; an older version kept its name only."""
    return Attachment(packed, PDF) if isinstance(packed, str) else Attachment(**packed)
