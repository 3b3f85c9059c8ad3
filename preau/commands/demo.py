"""The demo: a town on this machine, with no account and no network."""

from __future__ import annotations

import tempfile
from importlib import resources
from pathlib import Path

import click

from domain.store.session import open_database
from preau.config import load
from preau.playground.console import Terminal
from preau.playground.town import Town


@click.command()
def demo() -> None:
    """Play with a small town at the terminal: be any parent, be the office, move the clock."""
    with (
        resources.as_file(resources.files("preau.playground").joinpath("world.toml")) as world,
        tempfile.TemporaryDirectory(prefix="preau-demo-") as folder,
    ):
        structure = load(world, {}).structure
        sessions = open_database(f"sqlite:///{Path(folder) / 'demo.db'}")
        try:
            Terminal(Town(structure, sessions)).run()
        finally:
            sessions.close()
