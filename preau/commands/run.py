"""Run the program."""

from __future__ import annotations

import asyncio
import logging

import click

from preau import logs
from preau.app import App
from preau.running import run_program
from preau.wiring import PARTS, choose_parts, secrets_of

logger = logging.getLogger("preau.run")


def _parts(_context: click.Context, _parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    named = tuple(dict.fromkeys(part.strip() for part in (value or "").split(",") if part.strip()))
    if unknown := [part for part in named if part not in PARTS]:
        raise click.BadParameter(f"{', '.join(unknown)}: there are {', '.join(PARTS)}")
    return named


@click.command()
@click.option("--only", callback=_parts, metavar="PARTS", help=f"Run only some of {','.join(PARTS)}.")
@click.option("--health-port", type=click.IntRange(0, 65535), help="Serve /healthz and /metrics there, on 127.0.0.1.")
@click.option("--logs", "log_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def run(app: App, *, only: tuple[str, ...], health_port: int | None, log_format: str) -> None:
    """Run bot, mailer and scheduler until SIGTERM or SIGINT."""
    chosen, switched_off = choose_parts(app, only)
    logs.set_up(as_json=log_format == "json", secrets=secrets_of(app))
    for line in switched_off:
        logger.warning(line)
    asyncio.run(run_program(app, chosen, health_port))
