"""What a mail is before it is read: the name under which it is kept for ever, and the addresses that it may be from."""

from __future__ import annotations

import hashlib
import re
from itertools import islice
from typing import Final, NamedTuple

_END_OF_HEADER: Final = re.compile(rb"\r?\n\r?\n")
_FOLD: Final = re.compile(rb"\r?\n[ \t]+")
_HEADER_BYTES: Final = 256 * 1024
_ADDRESS: Final = re.compile(rb"[^\s<>\"(),:;@]{1,128}@[^\s<>\"(),:;@]{1,190}")
_ADDRESSES: Final = 3


class Identity(NamedTuple):
    """A mail's key; `senders` are the first addresses in its From header, small, as they stand there undecoded."""

    key: str
    senders: tuple[str, ...]


def identity(raw: bytes) -> Identity:
    """Name a mail by what it is: its Message-ID (its Date when it has none), From and body.

    Two copies of one mail (To and Cc, a folder restored, a mail dragged back) have the same key whatever the servers on
    their ways added; another text under a used Message-ID has another key.
    """
    end = _END_OF_HEADER.search(raw)
    head, body = (raw[: end.start()], raw[end.end() :]) if end else (raw, b"")
    found: dict[bytes, bytes] = {}
    for line in _FOLD.sub(b" ", head[:_HEADER_BYTES]).splitlines():
        name, colon, value = line.partition(b":")
        if colon:
            found.setdefault(name.strip().lower(), b" ".join(value.split()))
    named, sender = found.get(b"message-id") or found.get(b"date", b""), found.get(b"from", b"")
    digest = hashlib.sha256(b"\n".join((named, sender, body.replace(b"\r\n", b"\n").strip())))
    addresses = (each[0].decode("ascii", "replace").lower() for each in islice(_ADDRESS.finditer(sender), _ADDRESSES))
    return Identity(f"mail:{digest.hexdigest()}", tuple(addresses))
