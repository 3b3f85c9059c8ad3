"""The composition root: configuration -> desk, senders, courier and the parts that run. Nothing is built at import."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AsyncExitStack
from datetime import datetime, time
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from bot.sender import ChatSender
from bot.service import BotService
from bot.webhook import WebhookSettings
from domain.desk import Desk
from domain.errors import DomainError
from domain.model.messages import Channel
from domain.store.session import Sessions
from mailer.intake import Intake
from mailer.mailbox import Account
from mailer.sender import MailSender, Server
from mailer.service import MailService
from mailer.token import Tokens, google, microsoft
from mailer.watcher import Watcher
from preau.app import App
from preau.config import Auth, Connection, MailSettings, SettingMissing, TelegramSettings
from preau.kept_tokens import KeptToken
from preau.supervisor import Service
from scheduler.courier import Courier, Sender
from scheduler.service import SchedulerService

BOT: Final = "bot"
MAILER: Final = "mailer"
SCHEDULER: Final = "scheduler"
PARTS: Final = (BOT, MAILER, SCHEDULER)


class CannotRun(DomainError):
    """A part was asked for, or half configured, and cannot work."""


def open_desk(app: App, sessions: Sessions) -> Desk:
    """Return the one door in."""
    return Desk(app.structure, sessions, app.clock, staff_chat=app.config.telegram.staff_chat)


def choose_parts(app: App, only: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the parts to run, and a line about each that is switched off because nothing is configured for it.

    Raises CannotRun when a part was asked for by `only` and is not configured, when one is configured by half, or
    when no way to reach families is left.
    """
    absent = {BOT: _missing_bot(app), MAILER: _missing_mail(app.config.mail), SCHEDULER: ()}
    wanted = only or PARTS
    for part in wanted:
        if absent[part] and (only or not _entirely(app, part)):
            raise CannotRun(f"{part}: not set: {', '.join(absent[part])}")
    chosen = tuple(part for part in wanted if not absent[part])
    if not only and chosen == (SCHEDULER,):
        missing = ", ".join((*absent[BOT], *absent[MAILER]))
        raise CannotRun(f"nothing to run: neither Telegram nor a mailbox is configured (not set: {missing})")
    off = tuple(f"{part} is switched off: not set: {', '.join(absent[part])}" for part in wanted if absent[part])
    return chosen, off


async def open_senders(app: App, stack: AsyncExitStack) -> dict[Channel, Sender]:
    """Return a sender for each channel whose connection is configured; `stack` closes them."""
    senders: dict[Channel, Sender] = {}
    telegram, mail = app.config.telegram, app.config.mail
    if telegram.available:
        chat = ChatSender.open(telegram.token(), telegram.api)
        stack.push_async_callback(chat.close)
        senders[Channel.CHAT] = chat
    if mail is not None and not mail.smtp.missing():
        post = open_mail_sender(app, mail)
        stack.push_async_callback(post.close)
        senders[Channel.EMAIL] = post
    return senders


def open_mail_sender(app: App, mail: MailSettings) -> MailSender:
    """Return the sender of mails, not yet connected."""
    return MailSender(server_of(app, mail), address=mail.address, name=app.structure.name, clock=app.clock)


def services(app: App, sessions: Sessions, desk: Desk, courier: Courier) -> dict[str, Callable[[], Service]]:
    """Return how to make each part anew: one that died is not used again."""
    return {
        BOT: lambda: _bot(app, sessions, desk, courier),
        MAILER: lambda: _mailer(app, sessions, desk, courier),
        SCHEDULER: lambda: SchedulerService(
            app.structure, sessions, app.clock, courier.wake, staff_chat=app.config.telegram.staff_chat
        ),
    }


def account_of(app: App, mail: MailSettings) -> Account:
    """Return where the mailbox is. Raises SettingMissing and SettingWrong."""
    imap = mail.imap
    return Account(
        imap.host(), imap.port(), imap.security().value, imap.user(), imap.password(), imap.folder,
        tokens_of(app, mail), mail.trusted(),
    )  # fmt: skip


def server_of(app: App, mail: MailSettings) -> Server:
    """Return where mails are sent. Raises SettingMissing and SettingWrong."""
    smtp = mail.smtp
    return Server(
        smtp.host(), smtp.port(), smtp.security().value, smtp.user(), smtp.password(), tokens_of(app, mail),
        mail.trusted(),
    )  # fmt: skip


@cache
def tokens_of(app: App, mail: MailSettings) -> Tokens | None:
    """Return what logs in in place of a password, the same for both ways; None with a password."""
    oauth = mail.oauth
    if oauth is None:
        return None
    told = {"client_id": oauth.client_id(), "client_secret": oauth.client_secret()}
    told |= {"refresh_token": oauth.refresh_token(), "url": oauth.token_url}
    grant = google(**told) if mail.auth is Auth.GOOGLE else microsoft(tenant=oauth.tenant(), **told)
    return Tokens(grant, keeper=KeptToken(app.database, oauth.refresh_token()))


def secrets_of(app: App) -> tuple[str, ...]:
    """Return what must never be seen in a log line."""
    telegram, mail = app.config.telegram, app.config.mail
    token = (telegram.token(),) if telegram.available else ()
    passwords = tuple(c.password() for c in (mail.imap, mail.smtp) if not c.missing()) if mail else ()
    if mail and mail.oauth and not mail.oauth.missing():
        passwords += (mail.oauth.client_secret(), mail.oauth.refresh_token())
    return (*token, *passwords, urlsplit(app.config.database_url).password or "")


def _bot(app: App, sessions: Sessions, desk: Desk, courier: Courier) -> BotService:
    telegram = app.config.telegram
    return BotService(
        token=telegram.token(), api=telegram.api, staff_chat=telegram.staff_chat, desk=desk, sessions=sessions,
        clock=app.clock, on_received=courier.wake, webhook=_webhook(telegram),
    )  # fmt: skip


def _webhook(telegram: TelegramSettings) -> WebhookSettings | None:
    hook = telegram.webhook
    return WebhookSettings(hook.url, hook.secret() or "", hook.listen, hook.port) if hook else None


def _mailer(app: App, sessions: Sessions, desk: Desk, courier: Courier) -> MailService:
    mail = app.config.mail
    if mail is None:
        raise CannotRun("mailer: [mail] is not configured")
    intake = Intake(
        desk, sessions, our_address=mail.address, trusted_authserv=mail.trusted_authserv, clock=app.clock
    )  # fmt: skip
    since = datetime.combine(mail.go_live, time.min, app.structure.zone) if mail.go_live else None
    account = account_of(app, mail)
    return MailService(Watcher(account, intake, sessions, clock=app.clock, on_received=courier.wake, since=since))


def _missing_bot(app: App) -> tuple[str, ...]:
    telegram = app.config.telegram
    return () if telegram.available else telegram.missing() or ("telegram.token",)


def _missing_mail(mail: MailSettings | None) -> tuple[str, ...]:
    return ("[mail]",) if mail is None else mail.missing()


def _entirely(app: App, part: str) -> bool:
    """Say whether nothing at all was configured for `part`, as opposed to something forgotten."""
    mail = app.config.mail
    return part == BOT or mail is None or not (_has_host(mail.imap) or _has_host(mail.smtp))


def _has_host(connection: Connection) -> bool:
    try:
        return bool(connection.host())
    except SettingMissing:
        return False
