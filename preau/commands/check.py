"""Is everything in place? Each thing that must work is tried, and what is wrong is said with how to mend it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import click

import mailer.check
from bot.identity import look_up
from domain.errors import DomainError, SendFailed
from domain.letters.reglement import reglement
from domain.model.structure import MissingDocument
from domain.store.failures import in_full
from domain.store.session import StoreFailure
from mailer.check import check_mailbox, check_sending
from preau.app import App, NotMigrated
from preau.config import ConfigError, MailSettings
from preau.console import print_json, print_table
from preau.wiring import account_of, server_of

OK = "OK"

#: The largest file that a bot may fetch (Bot API, getFile).
_TELEGRAM_MB: Final = 20


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was tried; `fault` is empty when it works."""

    what: str
    fault: str = ""
    mend: str = ""
    off: bool = False
    works: bool = False  # all the same, only not as well

    def row(self) -> tuple[str, str, str]:
        """Return what is shown of it."""
        fault = "OK, but" if self.works else "off" if self.off else "wrong"
        return self.what, f"{fault}: {self.fault}" if self.fault else OK, self.mend


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
        print_json(
            [{"what": f.what, "ok": not f.fault, "off": f.off, "fault": f.fault} for f in findings],
            app.zone,
        )
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
    found = (
        finding
        for each in (_school_year, _database, _documents, _telegram, _imap, _smtp)
        for finding in _try(each, app)
    )
    return [Finding("configuration"), *found]


def _try(check_one: Callable[[App], Iterator[Finding]], app: App) -> Iterator[Finding]:
    try:
        yield from check_one(app)
    except DomainError as error:  # a setting that is wrong names itself
        yield Finding(check_one.__name__.strip("_"), str(error), "mend that setting")


def _school_year(app: App) -> Iterator[Finding]:
    """Tell when the year of the configuration is over: everything a parent asks for lies outside it then."""
    year = app.structure.year
    if app.structure.day_of(app.clock.now()) > year.end:
        mend = "set [school_year] start, end and holidays to the new year's"
        yield Finding("school year", f"over since {year.end}: nothing can be booked any more", mend, off=True)


def _database(app: App) -> Iterator[Finding]:
    try:
        with app.database():
            yield Finding("database")
    except NotMigrated:
        yield Finding("database", "older than this program, or empty", "preau migrate")
    except StoreFailure as failure:
        yield Finding("database", *in_full(failure, app.database_file))


def _documents(app: App) -> Iterator[Finding]:
    """Tell what cannot be had of files however it is configured: Telegram gives out none above 20 MB."""
    policy = app.structure.documents
    if policy.max_mb > _TELEGRAM_MB and app.config.telegram.available:
        reason = f"Telegram gives out no file above {_TELEGRAM_MB} MB: larger ones can only come by mail"
        yield Finding("documents", reason, f"lower [documents].max_mb to {_TELEGRAM_MB}", off=True)
    elif policy.document_policy is MissingDocument.BLOCK and not _required(app):
        yield Finding("documents", "nothing requires one, so nothing is blocked", "set requires_document", off=True)


def _required(app: App) -> bool:
    return any(activity.requires_document for activity in app.structure.activities)


def _telegram(app: App) -> Iterator[Finding]:
    telegram = app.config.telegram
    if not telegram.available:
        yield Finding("telegram", "no token", f"set {', '.join(telegram.missing()) or 'telegram.token'}", off=True)
        return
    try:
        with app.database() as sessions:
            asyncio.run(look_up(telegram.token(), telegram.api, sessions))
    except SendFailed as failure:
        mend = "compare the token with @BotFather's" if failure.suspend else f"can this machine reach {telegram.api}?"
        yield Finding("telegram", str(failure), mend)
    else:
        yield Finding("telegram")


def _imap(app: App) -> Iterator[Finding]:
    mail = app.config.mail
    if mail is None or mail.imap.missing() or _no_tokens(mail):
        yield _not_configured("imap", mail, mail.imap.missing() if mail else ())
        return
    yield from map(_found, check_mailbox(account_of(app, mail)))


def _smtp(app: App) -> Iterator[Finding]:
    mail = app.config.mail
    if mail is None or mail.smtp.missing() or _no_tokens(mail):
        yield _not_configured("smtp", mail, mail.smtp.missing() if mail else ())
        return
    domain = mail.address.rpartition("@")[2]
    yield from map(_found, asyncio.run(check_sending(server_of(app, mail), local_hostname=domain)))


def _no_tokens(mail: MailSettings) -> tuple[str, ...]:
    return mail.oauth.missing() if mail.oauth else ()


def _not_configured(what: str, mail: MailSettings | None, missing: Sequence[str]) -> Finding:
    names = (*missing, *_no_tokens(mail)) if mail else ("[mail]",)
    return Finding(what, "not configured", f"set {', '.join(names)}", off=True)


def _found(finding: mailer.check.Finding) -> Finding:
    return Finding(finding.what, finding.fault, finding.mend, off=finding.works, works=finding.works)
