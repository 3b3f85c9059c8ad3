"""Close days for a whole site, some of its activities or some classes, and open them again."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import datetime

import click

from domain.language.office.class_words import list_classes
from domain.model.messages import Channel, Incoming, Kind
from domain.rules.needs import goes_with
from domain.services import closings, repricing
from domain.services.closings import Span
from domain.services.turn import CONSOLE, Turn
from domain.store.classes import classes_at
from domain.store.session import Session
from preau.app import App

_ACTOR = CONSOLE.rstrip(":")
_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command()
@click.option("--site", required=True, metavar="CODE", help="The site to close.")
@click.option("--from", "first", type=_DAY, required=True, metavar="DAY", help="The first day (YYYY-MM-DD).")
@click.option("--to", "last", type=_DAY, metavar="DAY", help="The last day; the same day when it is left out.")
@click.option("--activities", metavar="CODES", help="Only these, joined by commas; all of the site otherwise.")
@click.option("--class", "--classes", "classes", metavar="NAMES", help="Only the children of these, joined by commas.")
@click.option("--reason", default="", metavar="WORDS", help="What families are told, such as grève.")
@click.option("--dry-run", is_flag=True, help="Only count what would be cancelled.")
@click.pass_obj
def close(  # noqa: PLR0913 - one argument for each option
    app: App,
    site: str,
    *,
    first: datetime,
    last: datetime | None,
    activities: str | None,
    classes: str | None,
    reason: str,
    dry_run: bool,
) -> None:
    """Cancel what is booked on these days without billing it, tell families, and take no new bookings."""
    span = _span(app, site, first, last, activities)
    span = replace(
        span, activities=goes_with(span.activities, site, app.structure), reason=" ".join(reason.split())[:100]
    )
    with app.database() as sessions, sessions.begin() as session:
        span = replace(span, classes=_classes(session, site, classes))
        row = closings.propose(session, app.structure, span, _ACTOR, app.clock.now())
        if dry_run:
            count = closings.concerned(session, app.structure, row)
            session.delete(row)
        else:
            turn = _turn(app, session)
            count = closings.confirm(turn, row, _ACTOR)
            repricing.tell(session, app.structure, turn.incoming.key, turn.now)
    done = "would be cancelled" if dry_run else "cancelled"
    click.echo(f"{_named(span)}: {count.bookings} bookings {done}, {count.families} families told")
    if count.classless:
        click.echo(f"{count.classless} children without a class are booked then, and stay booked", err=True)


@click.command()
@click.option("--site", required=True, metavar="CODE", help="The site to open again.")
@click.option("--from", "first", type=_DAY, required=True, metavar="DAY", help="The first day (YYYY-MM-DD).")
@click.option("--to", "last", type=_DAY, metavar="DAY", help="The last day; the same day when it is left out.")
@click.option("--activities", metavar="CODES", help="Only these, joined by commas; all of the site otherwise.")
@click.option("--class", "--classes", "classes", metavar="NAMES", help="Only the children of these, joined by commas.")
@click.pass_obj
def reopen(  # noqa: PLR0913 - one argument for each option
    app: App, site: str, *, first: datetime, last: datetime | None, activities: str | None, classes: str | None
) -> None:
    """Take new bookings on days that were closed; what was cancelled stays cancelled."""
    span = _span(app, site, first, last, activities)
    with app.database() as sessions, sessions.begin() as session:
        span = replace(span, classes=_classes(session, site, classes))
        lifted = closings.reopen(session, app.structure, span, _ACTOR, app.clock.now())
        everybody = closings.closed_to_all(session, app.structure, span) if span.classes else ()
    if everybody and not lifted:
        raise click.ClickException(f"{_named(span)}: closed to everybody; reopen it without --class")
    click.echo(f"{_named(span)}: {'open again' if lifted else 'nothing to do'}")
    for closed in everybody:
        click.echo(f"still closed to everybody: {closed.first_day} to {closed.last_day}")


def _span(app: App, site: str, first: datetime, last: datetime | None, activities: str | None) -> Span:
    """Return what the options mean; a click.ClickException names what is wrong."""
    structure = app.structure
    if site not in {each.code for each in structure.sites}:
        raise click.ClickException(f"no site {site!r}: {', '.join(each.code for each in structure.sites)}")
    known = [activity.code for activity in structure.activities_at(site)]
    codes = [code.strip() for code in activities.split(",")] if activities else []
    if unknown := [code for code in codes if code not in known]:
        raise click.ClickException(f"no activity {unknown[0]!r} at {site}: {', '.join(known)}")
    begins, ends = first.date(), (last or first).date()
    if ends < begins:
        raise click.ClickException("--to is before --from")
    if begins < structure.day_of(app.clock.now()):
        raise click.ClickException(f"{begins} is over: only days from today on can be closed or opened")
    return Span(site, begins, ends, tuple(code for code in known if code in codes))


def _classes(session: Session, site: str, names: str | None) -> tuple[str, ...]:
    """Return the classes named, as the office writes them; a click.ClickException names what is wrong."""
    known = classes_at(session, site)
    found, wrong = list_classes(names, known) if names is not None else ((), None)
    if wrong is not None:
        choices = f"{', '.join(wrong.choices)}?" if wrong.choices else ", ".join(known) or "nobody has said any"
        raise click.ClickException(f"no class {wrong.said!r} at {site}: {choices}")
    return found


def _turn(app: App, session: Session) -> Turn:
    """Return a turn in which nobody speaks: the command line closes."""
    now = app.clock.now()
    incoming = Incoming(Channel.CHAT, Kind.OTHER, f"close:{uuid.uuid4()}", CONSOLE, now)
    return Turn(session, app.structure, now, incoming, app.config.telegram.staff_chat)


def _named(span: Span) -> str:
    days = f"{span.first}" if span.first == span.last else f"{span.first} to {span.last}"
    parts = (span.site, ",".join(span.activities), f"class {','.join(span.classes)}" if span.classes else "")
    return f"{' '.join(filter(None, parts))}, {days}"
