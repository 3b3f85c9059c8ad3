"""A PostgreSQL server of our own: loopback, a free port, thrown away at the end."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

_START_SECONDS: Final = 30

#: Nothing here has to survive a power cut.
_FAST: Final = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=80",
    "max_wal_size=256MB",
)
#: Where files are memory: a database is a thousand files, and each test makes one.
_MEMORY: Final = Path("/dev/shm")
_ENOUGH: Final = 2 * 1024**3


def find_programs() -> Path | None:
    """Return the folder of `initdb` and `postgres`: $PG_BIN, else the newest of Debian's."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name), reverse=True)
    named = [Path(os.environ["PG_BIN"])] if os.environ.get("PG_BIN") else []
    return next((folder for folder in (*named, *debian) if (folder / "initdb").exists()), None)


def _quick_folder() -> Path | None:
    """Return a folder in memory, if there is one with room enough (a container may have 64 MB)."""
    usable = _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK)
    return _MEMORY if usable and shutil.disk_usage(_MEMORY).free >= _ENOUGH else None


@contextmanager
def running(programs: Path) -> Iterator[str]:
    """Run a server; give the URL of its first database, without the name ("postgresql+psycopg://…:port")."""
    folder = Path(tempfile.mkdtemp(prefix="preau-pg-", dir=_quick_folder()))
    user = "nobody" if os.geteuid() == 0 else None  # PostgreSQL refuses to run as root
    if user is not None:
        shutil.chown(folder, user)
    data, port = folder / "data", _free_port()
    try:
        how = ("--no-sync", "-A", "trust", "-U", "preau", "-E", "UTF8", "--locale=C")
        make = [str(programs / "initdb"), *how, "-D", str(data)]
        subprocess.run(make, check=True, capture_output=True, user=user, cwd=folder)
        options = [word for option in _FAST for word in ("-c", option)]
        command = [str(programs / "postgres"), "-D", str(data), "-h", "127.0.0.1", "-p", str(port), "-k", str(folder)]
        with (
            (folder / "log").open("wb") as log,
            subprocess.Popen(command + options, stdout=log, stderr=log, user=user, cwd=folder) as server,
        ):
            try:
                _await(server, port, folder / "log")
                yield f"postgresql+psycopg://preau@127.0.0.1:{port}"
            finally:
                server.send_signal(signal.SIGINT)  # its "fast" shutdown
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        port: int = probe.getsockname()[1]
        return port


def _await(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Return once the server lets somebody in."""
    last = time.monotonic() + _START_SECONDS
    while "ready to accept connections" not in log.read_text():
        if server.poll() is not None or time.monotonic() > last:
            message = f"PostgreSQL did not start on port {port}:\n{log.read_text()}"
            raise RuntimeError(message)
        time.sleep(0.05)
