"""Log lines for people or for machines: one line per event, and never a secret, a name, an address or a message."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TextIO

#: A record's own attributes; whatever else it carries was given as `extra` and belongs on the line.
_OWN: Final = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}

#: They write whole URLs at INFO, and the Bot API's URLs hold the token.
_TALKATIVE: Final = ("httpx", "httpcore", "telegram", "apscheduler", "alembic", "imapclient")

HIDDEN: Final = "[hidden]"

#: How many places of a failure are named, the innermost last.
_FRAMES: Final = 6


class Redact:
    """Takes secrets out of a line, wherever a library has put them."""

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets = tuple(sorted((secret for secret in secrets if secret), key=len, reverse=True))

    def clean(self, line: str) -> str:
        """Return `line` with every secret replaced."""
        for secret in self._secrets:
            line = line.replace(secret, HIDDEN)
        return line


class TextLines(logging.Formatter):
    """`2025-02-27T17:00:00Z INFO preau.run started parts=bot,mailer`."""

    def __init__(self, redact: Redact) -> None:
        super().__init__()
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        """Write one record on one line."""
        extras = "".join(f" {name}={value}" for name, value in _extras(record).items())
        line = f"{_instant(record)} {record.levelname} {record.name} {record.getMessage()}{extras}"
        return self._redact.clean(line + (f" error={_failure(record)!r}" if record.exc_info else ""))


class JsonLines(logging.Formatter):
    """One JSON object a line, for log collectors."""

    def __init__(self, redact: Redact) -> None:
        super().__init__()
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        """Write one record as an object."""
        fields = {
            "at": _instant(record),
            "level": record.levelname,
            "logger": record.name,
            "event": record.getMessage(),
        }
        if record.exc_info:
            fields["error"] = _failure(record)
        return self._redact.clean(json.dumps(fields | _extras(record), ensure_ascii=False, default=str))


def set_up(*, as_json: bool, secrets: Iterable[str], stream: TextIO | None = None, level: int = logging.INFO) -> None:
    """Send all log lines of the process to `stream` (stderr), without the `secrets`."""
    redact = Redact(secrets)
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines(redact) if as_json else TextLines(redact))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)


def _instant(record: logging.LogRecord) -> str:
    return f"{datetime.fromtimestamp(record.created, UTC):%Y-%m-%dT%H:%M:%S}Z"


def _failure(record: logging.LogRecord) -> str:
    """Name an exception and the places it came through, never its words: they may quote a parent's message."""
    error = record.exc_info[1] if record.exc_info else None
    names: list[str] = []
    frames: list[traceback.FrameSummary] = []
    while error is not None:
        names.append(type(error).__name__)
        frames = traceback.extract_tb(error.__traceback__)
        error = error.__cause__ or error.__context__
    places = " > ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames[-_FRAMES:])
    return f"{' from '.join(names)} at {places}"


def _extras(record: logging.LogRecord) -> dict[str, object]:
    return {name: value for name, value in vars(record).items() if name not in _OWN}
