"""Who may speak to Préau: import families, invite guardians, add staff."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from sqlalchemy.orm import Session

from bot.identity import BOT_USERNAME, look_up
from domain.errors import DomainError, SendFailed
from domain.model.family import Role
from domain.services import announce, families
from domain.services.families_file import ImportFailed
from domain.services.families_import import import_families
from domain.store import reports, settings
from domain.store.session import Sessions
from domain.store.tables.people import Guardian, Staff
from preau.app import App
from preau.console import print_rows

#: From so many bytes on, an import shows how far it is.
_LONG: Final = 50_000

#: So many invitations are written in one unit of work: the running program writes in between.
_AT_ONCE: Final = 100


class BotUnknown(DomainError):
    """An invitation link needs the bot's user name, and nobody could tell it."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"the bot's user name is not known ({reason}): set [telegram].bot in the configuration")


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Check the file and say what would change; change nothing.")
@click.pass_obj
def import_(app: App, file: Path, *, dry_run: bool) -> None:
    """Take over families, guardians and children from a CSV file, all or nothing."""
    content = file.read_bytes()
    with app.database() as sessions, _progress(shown=len(content) > _LONG) as on_progress:
        unit_of_work = sessions.reading if dry_run else sessions.begin  # what is read is rolled back
        try:
            with unit_of_work() as session:
                result = import_families(
                    session,
                    content,
                    app.structure,
                    app.clock.now(),
                    on_progress,
                    staff_chat=app.config.telegram.staff_chat,
                )
        except ImportFailed as failure:
            lines = "\n".join(f"{file.name}: {problem}" for problem in failure.problems)
            raise click.ClickException(f"nothing was imported\n{lines}") from None
    verb = "would be " if dry_run else ""
    click.echo(
        f"{result.families} families: {result.created} people {verb}added, {result.updated} {verb}updated, "
        f"{result.unchanged} unchanged"
    )
    for count, what in (
        (result.misfits, "no longer fit the child's age"),
        (result.crowded, "are beyond the places of the child's new age group"),
        (result.closed, "are on days closed to the child's new class"),
        (result.elsewhere, "are at the site that the child has left"),
    ):
        if count:
            click.echo(f"{count} bookings {what}: staff {verb}told, nothing cancelled")


@click.command()
@click.argument("family", required=False)
@click.option("--all", "everybody", is_flag=True, help="Invite the guardians of every family.")
@click.option("--send", is_flag=True, help="Mail each guardian their link.")
@click.pass_obj
def invite(app: App, family: str | None, *, everybody: bool, send: bool) -> None:
    """Print a personal one-time link for each guardian: family, e-mail, link."""
    if (family is None) is not everybody:
        raise click.UsageError("name a FAMILY, or say --all")
    with app.database() as sessions:
        bot = bot_name(app, sessions)
        with sessions.reading() as session:
            invited = families.guardians(session, family)
        if family is not None and not invited:
            raise click.ClickException(f"no family {family!r}")
        for start in range(0, len(invited), _AT_ONCE):
            with sessions.begin() as session:
                lines = [
                    _invitation(app, session, bot, key, guardian, send=send)
                    for key, guardian in invited[start : start + _AT_ONCE]
                ]
            click.echo("\n".join(lines))


def _invitation(  # noqa: PLR0913 - whom to invite, and how
    app: App, session: Session, bot: str, key: str, guardian: Guardian, *, send: bool
) -> str:
    """Invite one guardian; return the line to print."""
    now = app.clock.now()
    link = _link(bot, families.invite(session, guardian, now))
    if send and not announce.invitation(session, app.structure, guardian, link, now):
        click.echo(f"{key}: a guardian without an e-mail address", err=True)
    return f"{key}\t{guardian.email or ''}\t{link}"


@click.group()
def staff() -> None:
    """Say who works here."""


@staff.command("add")
@click.argument("name")
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True)
@click.pass_obj
def staff_add(app: App, name: str, role: str) -> None:
    """Add a staff member, or renew their link; print the one-time link."""
    with app.database() as sessions:
        bot = bot_name(app, sessions)
        with sessions.begin() as session:
            member = families.add_staff(session, name, Role(role), app.clock.now())
            click.echo(_link(bot, families.invite_staff(session, member, app.clock.now())))


@staff.command("list")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def staff_list(app: App, *, as_json: bool) -> None:
    """Show the staff, and whose telephone is linked."""
    with app.database() as sessions, sessions.reading() as session:
        print_rows(reports.staff_members(session), app.zone, as_json=as_json)


@staff.command("remove")
@click.argument("name")
@click.pass_obj
def staff_remove(app: App, name: str) -> None:
    """Take a staff member's access away; past decisions keep the name."""
    with app.database() as sessions, sessions.begin() as session:
        member = _known_staff(session, name)
        families.remove_staff(session, member, app.clock.now())
    click.echo(f"{name} has no access any more")


def bot_name(app: App, sessions: Sessions) -> str:
    """Return the bot's user name: as configured, as learnt before, or asked from Telegram now and kept."""
    telegram = app.config.telegram
    if telegram.bot:
        return telegram.bot
    with sessions.reading() as session:
        known = settings.read(session, BOT_USERNAME)
    if known:
        return known
    if not telegram.available:
        raise BotUnknown(f"{', '.join(telegram.missing()) or 'telegram.token'} is not set")
    try:
        return asyncio.run(look_up(telegram.token(), telegram.api, sessions))
    except SendFailed as failure:
        raise BotUnknown(f"Telegram: {failure}") from None


def _known_staff(session: Session, name: str) -> Staff:
    member = families.find_staff(session, name)
    if member is None:
        raise click.ClickException(f"nobody called {name!r} works here")
    return member


def _link(bot: str, code: str) -> str:
    return f"https://t.me/{bot}?start={code}"


@contextmanager
def _progress(*, shown: bool) -> Iterator[Callable[[int, int], None] | None]:
    """Show a bar on a terminal while a long import runs."""
    console = Console(stderr=True)
    if not shown or not console.is_terminal:
        yield None
        return
    columns = (TextColumn("families"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("families")
        yield lambda done, of: progress.update(task, completed=done, total=of)
