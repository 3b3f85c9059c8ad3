"""The first steps: write a configuration, make the database, bring it up to date."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import click

from domain.store import migrate as migrations
from preau.app import App


@click.command()
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path), default=Path())
def init(directory: Path) -> None:
    """Write a commented config.toml into DIRECTORY and create the database it names."""
    target = directory / "config.toml"
    if target.exists():
        raise click.ClickException(f"{target} is there already; nothing was changed")
    directory.mkdir(parents=True, exist_ok=True)
    target.write_text(resources.files("preau").joinpath("config.example.toml").read_text("utf-8"), encoding="utf-8")
    click.echo(f"wrote {target}: every key is explained there")
    _upgrade(App(target))


@click.command()
@click.pass_obj
def migrate(app: App) -> None:
    """Bring the database to the newest schema; safe to repeat."""
    _upgrade(app)


def _upgrade(app: App) -> None:
    with app.raw_database() as sessions:
        before, after = migrations.upgrade(sessions)
    click.echo(f"database at {after}" if before == after else f"database brought from {before or 'nothing'} to {after}")
