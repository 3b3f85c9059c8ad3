"""The mailer's tests run against real servers on the loopback and a real database."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.store.session import Sessions, open_database
from tests.mail_servers.fixtures import imap_server, postbox, sink

__all__ = ["imap_server", "postbox", "sessions", "sink"]


@pytest.fixture
def sessions(tmp_path: Path, sqlite_template: Path) -> Iterator[Sessions]:
    file = shutil.copyfile(sqlite_template, tmp_path / "preau.db")
    opened = open_database(f"sqlite:///{file}")
    yield opened
    opened.close()
