"""The office, on each database. Its families and its agent are settled in once, and each test gets a copy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.store.session import Sessions, open_database
from tests.databases.fixtures import BOTH, copied, run
from tests.desk.office import Office


@pytest.fixture(scope="session")
def sqlite_office(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Settle an office in one file."""
    file = shutil.copyfile(sqlite_template, tmp_path_factory.mktemp("office") / "preau.db")
    _settle(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgresql_office(postgresql_server: str, postgresql_template: str) -> str:
    """Settle an office in one database."""
    run(postgresql_server, f"CREATE DATABASE template_office TEMPLATE {postgresql_template}")
    _settle(f"{postgresql_server}/template_office")
    return "template_office"


@pytest.fixture(params=BOTH)
def settled(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Sessions]:
    """Open a copy of the office's database."""
    with copied(request, tmp_path, "sqlite_office", "postgresql_office") as url:
        sessions = open_database(url)
        yield sessions
        sessions.close()


@pytest.fixture
def office(settled: Sessions) -> Office:
    """Open the reference structure on Thursday 27 February 2025 at 18:00; staff read in private."""
    return Office(settled, settled=True)


def _settle(url: str) -> None:
    sessions = open_database(url)
    Office(sessions)
    sessions.close()
