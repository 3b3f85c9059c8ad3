"""Mails as tests write them, and the shipped ones."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

MAILS = Path(__file__).parent / "mails"
OUR_ADDRESS = "periscolaire@example.net"
TRUSTED = ("mx.example.net",)
NAMES = [file.stem for file in sorted(MAILS.glob("*.json"))]
_PASS = "mx.example.net; spf=pass smtp.mailfrom=marie.coralis@example.org; dmarc=pass header.from=example.org"


def shipped(name: str) -> bytes:
    return (MAILS / f"{name}.eml").read_bytes()


def label(name: str) -> dict[str, Any]:
    labels: dict[str, Any] = json.loads((MAILS / f"{name}.json").read_text(encoding="utf-8"))
    return labels


def letter(text: str = "Zoé mange mardi.", **headers: str) -> bytes:
    """Write a plain mail of Marie Coralis; `headers` (underscores for hyphens) are added, or removed when empty."""
    told = {
        "Authentication-Results": _PASS,
        "From": "Marie Coralis <marie.coralis@example.org>",
        "To": OUR_ADDRESS,
        "Subject": "Cantine",
        "Date": "Mon, 3 Mar 2025 09:12:04 +0100",
        "Message-ID": "<one@example.org>",
        "Content-Type": "text/plain; charset=utf-8",
    }
    told.update({name.replace("_", "-"): value for name, value in headers.items()})
    head = "".join(f"{name}: {value}\r\n" for name, value in told.items() if value)
    return (head + "\r\n" + text.replace("\n", "\r\n")).encode()


def words(text: str) -> str:
    """Return a text as the labels compare it: white space and the kind of apostrophe do not count."""
    return re.sub(r"\s+", " ", text.replace("’", "'")).strip()
