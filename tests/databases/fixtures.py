"""The fixture `database`: a fresh, migrated database, on SQLite and on PostgreSQL in turn.

PostgreSQL's programs are taken from $PG_BIN or /usr/lib/postgresql. Where there are none its tests are skipped, unless
PREAU_TEST_REQUIRE names "postgresql": then they fail.
"""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import create_engine

from domain.store.migrate import upgrade
from domain.store.session import Sessions, open_database
from tests.databases.server import find_programs, running

BOTH: Final = ("sqlite", "postgresql")

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """Run one server for all tests; its databases are `<this>/<name>`."""
    programs = find_programs()
    if programs is None:
        if "postgresql" in os.environ.get("PREAU_TEST_REQUIRE", ""):
            pytest.fail("PREAU_TEST_REQUIRE asks for PostgreSQL, but there is neither $PG_BIN nor Debian's package")
        pytest.skip("no PostgreSQL here ($PG_BIN)")
    with running(programs) as server:
        yield server


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: str) -> str:
    """Migrate one database, of which each test gets a copy."""
    run(postgresql_server, "CREATE DATABASE template_preau TEMPLATE template0")
    _migrate(f"{postgresql_server}/template_preau")
    return "template_preau"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Migrate one file, of which each test gets a copy."""
    file = tmp_path_factory.mktemp("template") / "preau.db"
    _migrate(f"sqlite:///{file}")
    return file


@pytest.fixture(params=BOTH)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return the URL of a database that nobody has migrated."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'preau.db'}"
        return
    with _created(request.getfixturevalue("postgresql_server"), f"empty_{next(_numbers)}") as url:
        yield url


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return the URL of a fresh, migrated database: for tests that start other processes on it."""
    with copied(request, tmp_path, "sqlite_template", "postgresql_template") as url:
        yield url


@contextmanager
def copied(request: pytest.FixtureRequest, folder: Path, sqlite: str, postgresql: str) -> Iterator[str]:
    """Give the URL of a copy of what the fixture of one of these names made, whichever is this test's turn."""
    if request.param == "sqlite":
        yield f"sqlite:///{shutil.copyfile(request.getfixturevalue(sqlite), folder / 'preau.db')}"
        return
    server: str = request.getfixturevalue("postgresql_server")
    with _created(server, f"test_{next(_numbers)}", request.getfixturevalue(postgresql)) as url:
        yield url


@pytest.fixture
def database(database_url: str) -> Iterator[Sessions]:
    """Open a fresh, migrated database."""
    sessions = open_database(database_url)
    yield sessions
    sessions.close()


@contextmanager
def _created(server: str, name: str, template: str = "template0") -> Iterator[str]:
    """Give the URL of a new database, and drop it afterwards, whoever still holds it: thousands would fill memory."""
    run(server, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
    try:
        yield f"{server}/{name}"
    finally:
        run(server, f"DROP DATABASE {name} WITH (FORCE)")


def run(server: str, statement: str) -> None:
    """Do something to a server's databases, outside any transaction."""
    engine = create_engine(f"{server}/postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()


def _migrate(url: str) -> None:
    sessions = open_database(url)
    upgrade(sessions)
    sessions.close()
