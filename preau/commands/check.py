"""Is everything in place? Each thing that must work is tried, and what is wrong is said with how to mend it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import click

from bot.identity import look_up
from domain.errors import DomainError, SendFailed
from domain.letters.reglement import reglement
from domain.store.session import StoreFailure
from mailer.check import mailbox_fault
from preau.app import App, NotMigrated
from preau.config import ConfigError
from preau.console import print_json, print_table
from preau.wiring import account_of, open_mail_sender

OK = "OK"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was tried; `fault` is empty when it works."""

    what: str
    fault: str = ""
    mend: str = ""
    off: bool = False

    def row(self) -> tuple[str, str, str]:
        """Return what is shown of it."""
        return self.what, ("off" if self.off else "wrong") + f": {self.fault}" if self.fault else OK, self.mend


@click.command()
@click.option("--json", "as_json", is_flag=True)
@click.option(
    "--rules", "rules_only", is_flag=True, help="Only read the règlement back; nothing but the file is needed."
)
@click.pass_obj
def check(app: App, *, as_json: bool, rules_only: bool) -> None:
    """Try configuration, database, Telegram, IMAP and SMTP; exit 1 when one of them is wrong.

    The règlement is read back in French, with the next days that each deadline closes.
    """
    if rules_only and as_json:
        raise click.UsageError("--rules is for reading: it has no --json")
    if rules_only:
        click.echo(reglement(app.structure, app.clock.now()))
        return
    findings = _findings(app)
    if as_json:
        print_json([{"what": f.what, "ok": not f.fault, "off": f.off, "fault": f.fault} for f in findings], app.zone)
    else:
        print_table(("what", "state", "how to mend it"), [finding.row() for finding in findings])
        if not findings[0].fault:
            click.echo(f"\n{reglement(app.structure, app.clock.now())}")
    if wrong := [finding.what for finding in findings if finding.fault and not finding.off]:
        raise click.ClickException(f"not in order: {', '.join(wrong)}")


def _findings(app: App) -> Sequence[Finding]:
    try:
        _ = app.config
    except ConfigError as error:
        return [Finding("configuration", str(problem), f"edit {app.path}") for problem in error.problems]
    return [Finding("configuration"), *(_try(each, app) for each in (_database, _telegram, _imap, _smtp))]


def _try(check_one: Callable[[App], Finding], app: App) -> Finding:
    try:
        return check_one(app)
    except DomainError as error:  # a setting that is wrong names itself
        return Finding(check_one.__name__.strip("_"), str(error), "mend that setting")


def _database(app: App) -> Finding:
    try:
        with app.database():
            return Finding("database")
    except NotMigrated:
        return Finding("database", "older than this program, or empty", "preau migrate")
    except StoreFailure as failure:
        reason = str(getattr(failure, "orig", None) or type(failure).__name__).splitlines()[0]
        return Finding("database", reason, "start it, or mend [database].url")


def _telegram(app: App) -> Finding:
    telegram = app.config.telegram
    if not telegram.available:
        return Finding("telegram", "no token", f"set {', '.join(telegram.missing()) or 'telegram.token'}", off=True)
    try:
        with app.database() as sessions:
            asyncio.run(look_up(telegram.token(), telegram.api, sessions))
    except SendFailed as failure:
        return Finding("telegram", str(failure), "compare the token with @BotFather's; is the Bot API reachable?")
    return Finding("telegram")


def _imap(app: App) -> Finding:
    mail = app.config.mail
    if mail is None or mail.imap.missing():
        return Finding(
            "imap", "not configured", f"set {', '.join(mail.imap.missing()) if mail else '[mail]'}", off=True
        )
    fault = mailbox_fault(account_of(mail))
    return Finding("imap", fault, "compare [mail.imap] with your provider's settings") if fault else Finding("imap")


def _smtp(app: App) -> Finding:
    mail = app.config.mail
    if mail is None or mail.smtp.missing():
        return Finding(
            "smtp", "not configured", f"set {', '.join(mail.smtp.missing()) if mail else '[mail]'}", off=True
        )
    try:
        asyncio.run(open_mail_sender(app, mail).probe())
    except SendFailed as failure:
        return Finding("smtp", str(failure), "compare [mail.smtp] with your provider's settings")
    return Finding("smtp")
