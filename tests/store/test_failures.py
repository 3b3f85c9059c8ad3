"""Why the database failed is told in words that an operator can act on, and names no value."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError

from domain.store.failures import in_full, in_short


def failure(url: str, statement: str = "INSERT INTO kept VALUES ('Victor')") -> SQLAlchemyError:
    """Return what is raised when a statement meets the database at `url` without patience."""
    engine = create_engine(url, connect_args={"timeout": 0} if url.startswith("sqlite") else {})
    with pytest.raises(SQLAlchemyError) as caught, engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()
    return caught.value


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "preau.db"
    with closing(sqlite3.connect(file)) as made:
        made.execute("CREATE TABLE kept (name TEXT UNIQUE)")
    return file


def test_a_file_that_another_program_holds(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        error = failure(f"sqlite:///{file}")

    assert in_short(error) == "the database is locked by another program"
    reason, mend = in_full(error, "preau.db")
    assert reason == "preau.db is locked by another program"
    assert "close what holds it" in mend


def test_a_file_that_may_only_be_read(file: Path) -> None:
    reason, mend = in_full(failure(f"sqlite:///file:{file}?mode=ro&uri=true"), "preau.db")

    assert reason == "preau.db is read-only"
    assert "must be able to write the file and its folder" in mend


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    reason, mend = in_full(failure(f"sqlite:///{tmp_path}/none/preau.db"), "preau.db")

    assert reason == "preau.db is not to be opened"
    assert "its folder must exist" in mend


def test_a_file_that_is_something_else(tmp_path: Path) -> None:
    (tmp_path / "preau.db").write_bytes(b"no database at all " * 100)

    assert in_full(failure(f"sqlite:///{tmp_path}/preau.db"), "preau.db")[0] == "preau.db is no SQLite database"


def test_what_is_wrong_with_a_row_is_never_quoted(file: Path) -> None:
    with closing(sqlite3.connect(file)) as made:
        made.execute("INSERT INTO kept VALUES ('Victor')")
        made.commit()

    assert in_short(failure(f"sqlite:///{file}")) == "IntegrityError"


def test_a_server_that_does_not_answer() -> None:
    error = failure("postgresql+psycopg://preau:hush@127.0.0.1:9/preau?connect_timeout=1")

    assert in_short(error) == "OperationalError"
    reason, mend = in_full(error, "the database")
    assert "hush" not in reason
    assert "\n" not in reason
    assert mend == "start it, or mend [database].url"
