"""What a command prints: tables on a terminal, tab-separated lines into a pipe, JSON when asked for."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from domain.model.messages import Outgoing

Row = Mapping[str, Any]

_TAG: Final = re.compile(r"<[^>]+>")


def print_json(value: object, zone: ZoneInfo) -> None:
    """Print one JSON document; instants carry the offset of `zone`."""
    click.echo(json.dumps(plain(value, zone), ensure_ascii=False, indent=2))


def print_json_line(value: object, zone: ZoneInfo) -> None:
    """Print one JSON document on one line."""
    click.echo(json.dumps(plain(value, zone), ensure_ascii=False))


def plain(value: object, zone: ZoneInfo) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Turn dates, hours and instants into ISO text, all the way down."""
    match value:
        case datetime():
            return value.astimezone(zone).isoformat(timespec="seconds")
        case date():
            return value.isoformat()
        case time():
            return f"{value:%H:%M}"
        case Mapping():
            return {key: plain(inner, zone) for key, inner in value.items()}
        case list() | tuple():
            return [plain(inner, zone) for inner in value]
        case _:
            return value


def print_rows(rows: Sequence[Row], zone: ZoneInfo, *, as_json: bool) -> None:
    """Print flat rows of one shape: JSON, a table, or tab-separated lines below a header."""
    if as_json:
        print_json(rows, zone)
    elif not rows:
        click.echo("nothing to show", err=True)
    else:
        print_table(list(rows[0]), ([_cell(plain(value, zone)) for value in row.values()] for row in rows))


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table on a terminal, and plain tab-separated lines anywhere else."""
    console = Console()
    if not console.is_terminal:
        for row in (columns, *rows):
            click.echo("\t".join(row))
        return
    table = Table(*columns)
    for row in rows:
        table.add_row(*map(escape, row))
    console.print(table)


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case _:
            return " ".join(str(value).split())


def readable(message: Outgoing) -> str:
    """Return a letter as a terminal shows it: without markup, its buttons in brackets below."""
    words = html.unescape(_TAG.sub("", message.text)).strip()
    rows = ["  ".join(f"[{button.label}]" for button in row) for row in message.buttons]
    return "\n".join([words, *rows])
