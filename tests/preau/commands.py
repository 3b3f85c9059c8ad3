"""The command line as a test calls it: in this process, on a database and a configuration of its own."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from preau.cli import cli

WORLD = Path(__file__).parents[1] / "world"
NOWHERE = "http://127.0.0.1:9"


@dataclass
class Office:
    """A folder with the reference configuration; `env` is all that the program is told by its environment."""

    folder: Path
    env: dict[str, str | None] = field(default_factory=dict)

    @property
    def config(self) -> Path:
        return self.folder / "config.toml"

    def run(self, *args: str) -> Result:
        return CliRunner().invoke(cli, ["--config", str(self.config), *args], env=self.env, prog_name="preau")

    def ok(self, *args: str) -> str:
        result = self.run(*args)
        assert result.exit_code == 0, result.output
        return result.stdout

    def json(self, *args: str) -> Any:
        return json.loads(self.ok(*args, "--json"))

    def refused(self, *args: str, code: int = 1) -> str:
        """Run what must be refused; return the words on stderr."""
        result = self.run(*args)
        assert result.exit_code == code, result.output
        assert "Traceback" not in result.output
        return result.stderr


def office(folder: Path) -> Office:
    """Return an office whose bot has a name but no connection at all."""
    shutil.copy(WORLD / "families.csv", folder)
    text = (WORLD / "config.toml").read_text(encoding="utf-8")
    (folder / "config.toml").write_text(
        text.replace("[telegram]\n", '[telegram]\nbot = "preau_bot"\n'), encoding="utf-8"
    )
    names = ["TELEGRAM_TOKEN", "STAFF_CHAT", "DATABASE_URL"]
    names += [f"{kind}_{key}" for kind in ("IMAP", "SMTP") for key in ("HOST", "PORT", "SECURITY", "USER", "PASSWORD")]
    env: dict[str, str | None] = {f"PREAU_{name}": None for name in names}
    env |= {"PREAU_NOW": "2025-02-27T18:00", "PREAU_TELEGRAM_API": NOWHERE}
    return Office(folder, env)
