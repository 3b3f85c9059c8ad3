"""A month's invoices, step by step: drafts, final ones, notices."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Final

import click
from sqlalchemy.orm import Session

from domain.model.structure import Structure
from domain.services import billing
from preau.app import App

_Step = Callable[[Session, Structure, str, datetime], int]
_MONTH: Final = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


@click.group()
def invoices() -> None:
    """Draft, issue and announce a month's invoices. Repeating a step does nothing more."""


def _month(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if not _MONTH.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no month, such as 2025-03")
    return value


def _run(app: App, step: _Step, month: str, done: str) -> None:
    with app.database() as sessions, sessions.begin() as session:
        count = step(session, app.structure, month, app.clock.now())
    click.echo(f"{month}: {count} {done}" if count else f"{month}: nothing to do")


@invoices.command()
@click.argument("month", callback=_month)
@click.pass_obj
def prepare(app: App, month: str) -> None:
    """Draft the invoices of MONTH (YYYY-MM), or bring the drafts up to date."""
    _run(app, billing.prepare, month, "drafted")


@invoices.command()
@click.argument("month", callback=_month)
@click.pass_obj
def issue(app: App, month: str) -> None:
    """Give the drafts of MONTH their numbers and make them final, once the month is over."""
    _run(app, billing.issue, month, "issued")


@invoices.command()
@click.argument("month", callback=_month)
@click.pass_obj
def send(app: App, month: str) -> None:
    """Queue the notices of MONTH's final invoices, once for each family."""
    _run(app, billing.send, month, "sent")
