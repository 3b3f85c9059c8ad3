"""Outbox rows to the mail server. What it answers becomes a `SendFailed` that says what to do with the row."""

from __future__ import annotations

import asyncio
import logging
import re
import ssl
import time
from dataclasses import dataclass
from typing import Final, Literal

import aiosmtplib
from aiosmtplib import SMTP

from domain.clock import Clock
from domain.errors import SendFailed
from domain.store.outbox import Parcel
from mailer.rendering import compose, message_id
from mailer.token import TokenRefused, Tokens

log: Final = logging.getLogger("preau.mailer")

Security = Literal["tls", "starttls", "none"]

#: The whole try, in seconds: the outbox lends a row for 20.
_PATIENCE: Final = 14
#: A connection is kept this long (seconds) for the next parcel: mails come in bursts.
_KEPT_FOR: Final = 10
_KEPT_CONNECTIONS: Final = 2
#: The server may have taken a mail whose answer we never read: try once more under the same Message-ID, much later
#: (seconds) when it was silent, soon when it hung up.
_AFTER_SILENCE: Final = 900
_AFTER_HANGING_UP: Final = 5
_PERMANENT: Final = 500
#: A refusal of us (RFC 3463, X.7: policy; relaying) says nothing about the address.
_POLICY: Final = re.compile(r"\b5\.7\.\d|relay", re.IGNORECASE)
#: TimeoutError and TLS errors are OSErrors.
_FAILURES: Final = (aiosmtplib.SMTPException, TokenRefused, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class Server:
    """How to reach the SMTP server; `user` empty means without a password."""

    host: str
    port: int
    security: Security
    user: str = ""
    password: str = ""
    tokens: Tokens | None = None  # in place of the password
    tls: ssl.SSLContext | None = None  # whom to trust; None: whom this machine trusts

    def __repr__(self) -> str:
        """Name the server without its password."""
        return f"Server({self.host}:{self.port}, {self.security})"


class _Progress:
    """How far one try came: decides what its failure means."""

    def __init__(self) -> None:
        self.step: Literal["connect", "sender", "recipient", "data"] = "connect"


class MailSender:
    """Sends parcels by SMTP, several at a time if asked to, each over a connection of its own or a kept one."""

    def __init__(self, server: Server, *, address: str, name: str, clock: Clock, patience: float = _PATIENCE) -> None:
        """Send from `address`, shown with the structure's `name`; a whole try may take `patience` seconds."""
        self._server = server
        self._address = address
        self._name = name
        self._clock = clock
        self._patience = patience
        self._domain = address.rpartition("@")[2]
        self._idle: list[tuple[SMTP, float]] = []
        self._null_sender_refused = False

    async def send(self, parcel: Parcel) -> str:
        """Hand `parcel` to the server; return its Message-ID.

        Raises:
            SendFailed: permanent when the address or the mail is refused for good; suspended when the connection, the
                password or our own address is at fault; else to be tried again.

        """
        try:
            mail = compose(parcel, address=self._address, name=self._name, now=self._clock.now())
        except ValueError:
            raise SendFailed("bad address", permanent=True) from None
        progress = _Progress()
        try:
            async with asyncio.timeout(self._patience):
                await self._deliver(parcel.address, mail, answer=not parcel.message.notice, progress=progress)
        except _FAILURES as error:
            failure = _failure(error, progress)
            log.warning("smtp parcel=%d step=%s result=%s", parcel.id, progress.step, failure)
            raise failure from None
        return message_id(parcel, self._domain)

    async def close(self) -> None:
        """Say goodbye on the kept connections."""
        while self._idle:
            await _quit(self._idle.pop()[0])

    async def _deliver(self, recipient: str, mail: bytes, *, answer: bool, progress: _Progress) -> None:
        kept = await self._kept()
        if kept is not None:
            try:
                await self._transfer(kept, recipient, mail, answer=answer, progress=progress)
            except (aiosmtplib.SMTPException, OSError):
                if progress.step != "sender":
                    raise
                # It was closed meanwhile, or had its share of mails ("452 too many messages"): begin anew.
            else:
                return
        progress.step = "connect"
        smtp = await connect(self._server, local_hostname=self._domain, patience=self._patience)
        await self._transfer(smtp, recipient, mail, answer=answer, progress=progress)

    async def _transfer(self, smtp: SMTP, recipient: str, mail: bytes, *, answer: bool, progress: _Progress) -> None:
        try:
            progress.step = "sender"
            await self._mail_from(smtp, answer=answer)
            progress.step = "recipient"
            await smtp.rcpt(recipient)
            progress.step = "data"
            await smtp.data(mail)
        except BaseException:  # a cancelled try leaves half a dialogue behind: never use it again
            smtp.close()
            raise
        await self._keep(smtp)

    async def _mail_from(self, smtp: SMTP, *, answer: bool) -> None:
        """Name the envelope sender: none for an answer (RFC 3834), unless the server insists on ours."""
        if answer and not self._null_sender_refused:
            try:
                await smtp.mail("")
            except aiosmtplib.SMTPSenderRefused as refusal:
                if refusal.code < _PERMANENT:
                    raise
                self._null_sender_refused = True
            else:
                return
        await smtp.mail(self._address)

    async def _kept(self) -> SMTP | None:
        while self._idle:
            smtp, since = self._idle.pop()
            if smtp.is_connected and time.monotonic() - since < _KEPT_FOR:
                return smtp
            smtp.close()
        return None

    async def _keep(self, smtp: SMTP) -> None:
        if len(self._idle) < _KEPT_CONNECTIONS:
            self._idle.append((smtp, time.monotonic()))
        else:
            await _quit(smtp)


async def connect(server: Server, *, local_hostname: str, patience: float) -> SMTP:
    """Return a connection, protected as configured and logged in.

    Raises:
        TokenRefused: no token is to be had.
        SMTPException, OSError: the server cannot be reached, does not let us in, or does not behave.

    """
    smtp = await connect_to(server, local_hostname=local_hostname, patience=patience)
    try:
        if server.security == "starttls":  # never "if offered": that sends in clear where TLS is missing
            await smtp.starttls()
        await log_in_to(smtp, server)
    except BaseException:
        smtp.close()
        raise
    return smtp


async def connect_to(server: Server, *, local_hostname: str, patience: float) -> SMTP:
    """Return a greeted connection, neither upgraded by STARTTLS nor logged in; raise as `connect`."""
    smtp = SMTP(
        hostname=server.host,
        port=server.port,
        local_hostname=local_hostname,
        timeout=patience,
        use_tls=server.security == "tls",
        start_tls=False,
        tls_context=server.tls or (ssl.create_default_context() if server.security != "none" else None),
    )
    try:
        await smtp.connect()
    except BaseException:
        smtp.close()
        raise
    return smtp


async def log_in_to(smtp: SMTP, server: Server) -> None:
    """Log in, with a token where there are tokens; one that is refused is renewed once. Raises as `connect`."""
    if not server.user:
        return
    if server.tokens is None:
        await smtp.login(server.user, server.password)
        return
    token = await asyncio.to_thread(server.tokens.get)
    try:
        await smtp.auth_xoauth2(server.user, token)
    except aiosmtplib.SMTPAuthenticationError:
        await smtp.auth_xoauth2(server.user, await asyncio.to_thread(server.tokens.renew, token))


async def _quit(smtp: SMTP) -> None:
    try:
        await smtp.quit()
    except (aiosmtplib.SMTPException, OSError):  # it is the end in any case
        smtp.close()


def _failure(error: Exception, progress: _Progress) -> SendFailed:
    """Say what a failed try means for the row."""
    reason = type(error).__name__
    if isinstance(error, aiosmtplib.SMTPRecipientRefused) and error.code >= _PERMANENT:
        ours = _POLICY.search(error.message) is not None
        return SendFailed(f"{reason} {error.code}", permanent=True, refusal="" if ours else str(error.code))
    if isinstance(error, aiosmtplib.SMTPRecipientRefused | aiosmtplib.SMTPDataError):
        return SendFailed(f"{reason} {error.code}", permanent=error.code >= _PERMANENT)
    if isinstance(error, aiosmtplib.SMTPResponseException):  # at the greeting, the password or our own address
        locked_out = isinstance(error, aiosmtplib.SMTPAuthenticationError)
        suspend = progress.step in {"connect", "sender"}
        return SendFailed(f"{reason} {error.code}", suspend=suspend, locked_out=locked_out)
    if isinstance(error, ValueError) and not isinstance(error, OSError):  # a refused certificate is both
        return SendFailed(reason, permanent=True)
    if progress.step == "data":
        after = _AFTER_SILENCE if isinstance(error, TimeoutError) else _AFTER_HANGING_UP
        return SendFailed(reason, retry_after=after, unsure=True)
    return SendFailed(reason, suspend=True, locked_out=isinstance(error, TokenRefused))
