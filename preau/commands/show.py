"""Look at what is kept."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

import click
from sqlalchemy.orm import Session

from domain.services.families import find_family
from domain.store import reports
from preau.app import App
from preau.console import print_rows

WHAT: Final = {
    "bookings": reports.bookings,
    "requests": reports.requests,
    "families": reports.families,
    "documents": reports.documents,
    "invoices": reports.invoices,
    "notices": reports.notices,
    "outbox": reports.outbox,
}
_DAY: Final = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("what", type=click.Choice([*WHAT, "carts"]))
@click.option("--family", metavar="KEY", help="Only this family.")
@click.option("--from", "first", type=_DAY, metavar="DATE", help="Only from this day on.")
@click.option("--to", "last", type=_DAY, metavar="DATE", help="Only up to this day, included.")
@click.option("--json", "as_json", is_flag=True, help="Print a list of flat objects.")
@click.pass_obj
def show(  # noqa: PLR0913 - one argument for each option
    app: App, what: str, *, family: str | None, first: datetime | None, last: datetime | None, as_json: bool
) -> None:
    """Show bookings, requests, carts, families, documents, invoices, notices or the outbox."""
    wanted = reports.Filter(app.zone, family, _day(first), _day(last))
    with app.database() as sessions, sessions.reading() as session:
        if family is not None and find_family(session, family) is None:
            raise click.ClickException(f"nobody is known as {family!r}; `preau show families` lists the keys")
        print_rows(_rows(app, session, what, wanted), app.zone, as_json=as_json)


def _rows(app: App, session: Session, what: str, wanted: reports.Filter) -> list[reports.Row]:
    if what == "carts":
        return reports.carts(session, wanted, app.structure)
    return WHAT[what](session, wanted)


def _day(instant: datetime | None) -> date | None:
    return instant.date() if instant else None
