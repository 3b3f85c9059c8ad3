"""Towns of any size in a SQLite file: two school years of bookings, and all that they leave behind in the tables.

A town is written once, by INSERT … SELECT, and kept in the system's temporary folder; each benchmark works on a copy.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from benchmarks import registers
from benchmarks.registers import SCHOOLS, actors, fill
from domain.model.activity import Site
from domain.model.structure import Structure
from domain.store import migrate
from domain.store.session import Sessions, open_database
from preau.config import load

_WORLD: Final = Path(__file__).parents[1] / "tests" / "world" / "config.toml"
_KEPT: Final = Path(tempfile.gettempdir()) / f"preau-benchmarks-{os.getuid()}"


@dataclass(frozen=True, slots=True)
class Town:
    """A database with that many families, all under the same rules."""

    sessions: Sessions
    structure: Structure
    families: int

    @property
    def actors(self) -> range:
        """The ids of the families who write, spread over the whole town."""
        return actors(self.families)


def structure() -> Structure:
    """Return the reference rules for a town with a hundred schools: the same for every size, so only data differ."""
    base = load(_WORLD, {}).structure
    sites = tuple(Site(f"ECOLE{number:03}", f"École {number}") for number in range(SCHOOLS))
    codes = tuple(site.code for site in sites)
    places = dict.fromkeys(codes, 1000)
    return replace(
        base, sites=sites, activities=tuple(replace(a, sites=codes, capacity=places) for a in base.activities)
    )


@contextmanager
def town(families: int) -> Iterator[Town]:
    """Open a fresh copy of the town of that size."""
    rules = structure()
    kept = _kept(families, rules)
    with tempfile.TemporaryDirectory(prefix="preau-bench-") as folder:
        sessions = open_database(f"sqlite:///{shutil.copyfile(kept, Path(folder) / 'preau.db')}")
        try:
            yield Town(sessions, rules, families)
        finally:
            sessions.close()


def _kept(families: int, rules: Structure) -> Path:
    """Return the file of the town, written when it is not there or not of today's tables."""
    newest = Path(migrate.__file__).parent / "migrations" / "versions"
    sources = [Path(__file__), Path(registers.__file__), *sorted(newest.glob("*.py"))]
    mark = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:12]
    file = _KEPT / f"town-{families}-{mark}.db"
    if not file.exists():
        _KEPT.mkdir(exist_ok=True)
        for old in _KEPT.glob(f"town-{families}-*"):
            old.unlink(missing_ok=True)
        with tempfile.TemporaryDirectory(dir=_KEPT) as folder:
            part = Path(folder) / "part.db"
            _write(part, families, rules)
            part.replace(file)
    return file


def _write(file: Path, families: int, rules: Structure) -> None:
    sessions = open_database(f"sqlite:///{file}")
    migrate.upgrade(sessions)
    with sessions.engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        for quickly in ("synchronous=OFF", "cache_size=-200000", "temp_store=MEMORY"):
            driver.execute(f"PRAGMA {quickly}").close()
        with connection.begin():
            fill(connection, families, rules)
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    sessions.close()
