"""Take a family's document out of the database, for whoever may read it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import click

from domain.store import documents
from preau.app import App

#: A document is for its owner's eyes.
_PRIVATE: Final = 0o600


@click.command()
@click.argument("number", type=int)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, metavar="FILE")
@click.pass_obj
def document(app: App, number: int, *, output: Path) -> None:
    """Write document NUMBER (`preau show documents` lists them) to FILE, readable by you alone."""
    with app.database() as sessions, sessions.reading() as session:
        file = documents.file_of(session, number)
    if file is None:
        raise click.ClickException(f"document {number} is not there, or its file was deleted")
    try:
        descriptor = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
    except FileExistsError:
        raise click.ClickException(f"{output} exists already") from None
    with os.fdopen(descriptor, "wb") as target:
        target.write(file.content)
    click.echo(f"{output}: {file.media}, {len(file.content)} bytes")
