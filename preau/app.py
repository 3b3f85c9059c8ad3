"""What every command starts from: the configuration, the clock and the database, each opened when first needed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from domain.clock import Clock, SystemClock
from domain.errors import DomainError
from domain.model.structure import Structure
from domain.store import migrate
from domain.store.session import Sessions, open_database
from preau.config import Config, load, starting_instant

_SQLITE: Final = "sqlite:///"


class NotMigrated(DomainError):
    """The database does not have the tables that this version works with."""

    def __init__(self) -> None:
        super().__init__("the database is not at this version's schema: run `preau migrate`")


class App:
    """One run of the command line on one configuration file."""

    def __init__(self, path: Path, environ: Mapping[str, str] = os.environ) -> None:
        """Work with the configuration at `path`; nothing is read yet."""
        self.path = path
        self.environ = environ

    @cached_property
    def config(self) -> Config:
        """The configuration; raises ConfigError with everything that is wrong in it."""
        return load(self.path, self.environ)

    @property
    def structure(self) -> Structure:
        """The règlement."""
        return self.config.structure

    @property
    def zone(self) -> ZoneInfo:
        """The structure's zone: what people at the command line mean by a time."""
        return self.structure.zone

    @cached_property
    def clock(self) -> Clock:
        """The machine's clock, or the one that PREAU_NOW starts."""
        return SystemClock(starting_instant(self.environ, self.zone, self.config.telegram.api))

    @property
    def has_database(self) -> bool:
        """Whether there is anything to open; opening a SQLite file that is not there would make it."""
        file = self.config.database_url.removeprefix(_SQLITE)
        return file == self.config.database_url or Path(file).exists()

    @property
    def database_file(self) -> str:
        """The database's file as an operator knows it; "the database" when it is none."""
        file = self.config.database_url.removeprefix(_SQLITE)
        return "the database" if file == self.config.database_url else file

    @contextmanager
    def database(self) -> Iterator[Sessions]:
        """Open the database and check that its schema is ours; raises NotMigrated."""
        if not self.has_database:
            raise NotMigrated
        with self.raw_database() as sessions:
            if not migrate.is_current(sessions):
                raise NotMigrated
            yield sessions

    @contextmanager
    def raw_database(self) -> Iterator[Sessions]:
        """Open the database, whatever its schema."""
        sessions = open_database(self.config.database_url)
        try:
            yield sessions
        finally:
            sessions.close()
