"""The command line: `preau [--config PATH] COMMAND`. Exit codes: 0 done, 1 refused or failed, 2 wrong usage."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any, Final

import click

from domain.errors import DomainError
from domain.store.failures import in_full
from domain.store.session import StoreFailure
from preau.app import App

#: Where each command lives; it is imported when it is called, so that `preau explain` need not load Telegram.
COMMANDS: Final = {
    "init": "preau.commands.setup:init",
    "check": "preau.commands.check:check",
    "migrate": "preau.commands.setup:migrate",
    "import": "preau.commands.people:import_",
    "invite": "preau.commands.people:invite",
    "staff": "preau.commands.people:staff",
    "run": "preau.commands.run:run",
    "explain": "preau.commands.explain:explain",
    "say": "preau.commands.say:say",
    "show": "preau.commands.show:show",
    "document": "preau.commands.document:document",
    "close": "preau.commands.closing:close",
    "reopen": "preau.commands.closing:reopen",
    "invoices": "preau.commands.invoices:invoices",
    "demo": "preau.commands.demo:demo",
}


class Commands(click.Group):
    """Loads a command when it is asked for, and tells every failure in one clear line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the commands in the order in which a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command of that name, if there is one."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run the command; what went wrong becomes a line on stderr and exit code 1, unless --debug asks for more."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            if ctx.params["debug"]:
                raise
            raise click.ClickException(_words(error, ctx.obj)) from None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--config", type=click.Path(path_type=Path), default=Path("config.toml"), show_default=True,
    help="The configuration file.",
)  # fmt: skip
@click.option("--debug", is_flag=True, help="Show where an unexpected failure happened.")
@click.version_option(package_name="preau")
@click.pass_context
def cli(ctx: click.Context, config: Path, debug: bool) -> None:  # noqa: ARG001, FBT001 - --debug is read where failures are told
    """Préau: bookings for after-school care, by Telegram and e-mail."""
    ctx.obj = App(config)


def main() -> None:
    """Run the command line."""
    cli(prog_name="preau")


def _words(error: Exception, app: App) -> str:
    match error:
        case DomainError() | ValueError():
            return str(error)
        case StoreFailure():
            reason, mend = in_full(error, app.database_file)
            return f"database: {reason}; what was under way is undone: {mend}"
        case OSError():
            return f"{error.filename or ''}: {error.strerror or error}".removeprefix(": ")
        case _:
            return f"unexpected {type(error).__name__} (preau --debug … shows where)"
