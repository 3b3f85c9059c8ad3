"""`preau …` in processes of their own, exactly as the README writes them: in a folder with a `config.toml`."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

import psutil

from tests.mail_servers.postbox import free_port

ROOT = Path(__file__).parents[2]
PREAU = (sys.executable, "-m", "preau")

#: What a loaded machine may need; nothing is ever waited for by sleeping that long.
PATIENCE_SECONDS = 60.0

Found = TypeVar("Found")


def wait_for(found: Callable[[], Found | None], what: str, within: float = PATIENCE_SECONDS) -> Found:
    """Wait until `found` returns something true; return it."""
    last = time.monotonic() + within
    while not (result := found()):
        assert time.monotonic() < last, f"waited {within:g} s in vain for {what}"
        time.sleep(0.05)
    return result


def environment(variables: Mapping[str, str]) -> dict[str, str]:
    """Return this process's environment, in which only `variables` tell Préau anything."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PREAU_")}
    return {**clean, "PYTHONPATH": str(ROOT), **variables}


class Program:
    """One running `preau run`."""

    def __init__(self, folder: Path, variables: Mapping[str, str], log_file: Path, args: tuple[str, ...]) -> None:
        self._log_file = log_file
        self._health_port = free_port()
        command = [*PREAU, "run", "--health-port", str(self._health_port), *args]
        with log_file.open("wb") as log:
            self.process = subprocess.Popen(command, cwd=folder, env=environment(variables), stdout=log, stderr=log)

    @property
    def log(self) -> str:
        return self._log_file.read_text(encoding="utf-8")

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def is_ready(self) -> bool:
        """Tell what /healthz tells."""
        assert self.alive, self.log
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self._health_port}/healthz", timeout=5) as page:
                return bool(page.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def ready(self) -> Program:
        """Wait until every part is alive."""
        wait_for(self.is_ready, "a healthy program")
        return self

    def says(self, words: str, times: int = 1) -> None:
        """Wait until the log holds `words` so many times."""
        wait_for(lambda: self.log.count(words) >= times, f"{words!r} in the log:\n{self.log}")

    def busy_for_a_second(self) -> float:
        """Watch it for a second; return how much of a processor it took, in per cent."""
        return float(psutil.Process(self.process.pid).cpu_percent(interval=1))

    def kill(self) -> None:
        """End it without warning, as a power cut does."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        """Ask it to end, as systemd does; return its exit code. It must not take ten seconds."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(10)
