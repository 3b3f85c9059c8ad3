"""How words are left out of a text whose letters keep their places."""

from __future__ import annotations

import re


def blank(match: re.Match[str]) -> str:
    """Return as many spaces as the match has letters ("à demain" → eight of them)."""
    return " " * len(match.group())
