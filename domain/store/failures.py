"""Why the database failed, in words for who runs the program; never with a value of a row."""

from __future__ import annotations

import sqlite3
from types import MappingProxyType
from typing import Final

#: SQLite's own words begin so; what they mean, and what to do. Whatever failed changed nothing: it was rolled back.
_SQLITE: Final = MappingProxyType(
    {
        "database is locked": (
            "locked by another program",
            "close what holds it (a backup, an open sqlite3, a program that hangs) and try again",
        ),
        "attempt to write a readonly database": (
            "read-only",
            "this user must be able to write the file and its folder",
        ),
        "unable to open database file": (
            "not to be opened",
            "its folder must exist, and this user must be able to write in it",
        ),
        "database or disk is full": ("on a full disk", "make room and try again"),
        "disk I/O error": ("on a disk that fails", "look at the machine's log; keep the last backup"),
        "database disk image is malformed": ("damaged", "restore the last backup"),
        "file is not a database": ("no SQLite database", "restore the last backup, or mend [database].url"),
    }
)


def in_short(error: Exception) -> str:
    """Say for a log why the database failed: what SQLite found, or only the failure's name."""
    found = _sqlite(error)
    return f"the database is {found[0]}" if found else type(error).__name__


def in_full(error: Exception, file: str) -> tuple[str, str]:
    """Return why the database `file` failed and what to do, each in a line; of another database its server's reason."""
    if found := _sqlite(error):
        return f"{file} is {found[0]}", found[1]
    lines = str(getattr(error, "orig", None) or type(error).__name__).strip().splitlines()
    return lines[0] if lines else type(error).__name__, "start it, or mend [database].url"


def _sqlite(error: Exception) -> tuple[str, str] | None:
    reason = getattr(error, "orig", error)
    if not isinstance(reason, sqlite3.Error):
        return None
    return next((told for words, told in _SQLITE.items() if str(reason).startswith(words)), None)
