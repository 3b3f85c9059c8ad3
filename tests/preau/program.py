"""`preau run` as a process of its own, started and stopped as the README says."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.mail_servers.postbox import eventually, free_port
from tests.preau.commands import Office


@dataclass
class Program:
    """The running process, its log and its health page."""

    process: subprocess.Popen[bytes]
    log_file: Path
    health_port: int

    @property
    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8")

    def health(self) -> tuple[int, str]:
        """Return the status and the words of /healthz; 0 while nobody listens."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.health_port}/healthz", timeout=5) as page:
                return page.status, page.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            return 0, ""

    def stop(self) -> int:
        """Ask the process to end, as systemd does; return its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)


@contextmanager
def running(town: Office, *args: str) -> Iterator[Program]:
    """Run `preau run` for `town`; give it when every part is ready."""
    port, log_file = free_port(), town.folder / "log"
    command = [sys.executable, "-m", "preau", "--config", str(town.config), "run", "--health-port", str(port), *args]
    with log_file.open("wb") as log:
        process = subprocess.Popen(command, env=environment(town.env), stdout=log, stderr=log)
    program = Program(process, log_file, port)
    try:
        eventually(lambda: process.poll() is not None or program.health()[0] == 200, within=30)
        assert process.poll() is None, program.log
        yield program
    finally:
        process.kill()
        process.wait()


def environment(changes: Mapping[str, str | None]) -> dict[str, str]:
    """Return this process's environment with `changes`; None unsets."""
    return {name: value for name, value in {**os.environ, **changes}.items() if value is not None}
