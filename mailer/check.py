"""Is the mailbox there, does mail leave? For `preau check`, which looks and changes nothing."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import aiosmtplib
from aiosmtplib import SMTP
from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError

from mailer.mailbox import CONNECT_SECONDS, FOLDERS, Account, connect, hang_up, is_refusal, log_in, prefix_of
from mailer.sender import Server, connect_to, log_in_to
from mailer.token import TokenRefused

_PATIENCE_SECONDS: Final = 14
_FOLDERS_NAMED: Final = 10
#: OpenSSL's reasons (X509_V_ERR_…) why a certificate does not count, and how that is mended.
_CERTIFICATES: Final = MappingProxyType(
    {
        10: "the server's certificate has to be renewed",
        18: "name the file of that certificate in [mail].ca_file, or have it signed",
        62: "write the host as the certificate names it",
        64: "write the host as the certificate names it",
    }
)
#: How a server that says nothing shows, after the patience is over.
_SILENCE: Final = (TimeoutError, asyncio.CancelledError, aiosmtplib.SMTPTimeoutError)
_UNTRUSTED: Final = "name the file of the authority that signed it in [mail].ca_file"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was tried: what is wrong and how to mend it; `works` all the same when it is only slower.

    No text holds a secret. Without a fault, `mend` is a remark.
    """

    what: str
    fault: str = ""
    mend: str = ""
    works: bool = False


def check_mailbox(account: Account, *, patience: float = CONNECT_SECONDS) -> Iterator[Finding]:
    """Connect, log in, and look at what the server can do and at its folders, making none.

    The greeting is waited for `patience` seconds.
    """
    client: IMAPClient | None = None
    try:
        client = connect(account, patience)
        if account.security == "starttls":
            if not client.has_capability("STARTTLS"):
                yield Finding("imap", "STARTTLS is not offered at this port", 'set security = "tls" (port 993)')
                return
            client.starttls(account.tls)
        log_in(client, account)
        yield Finding("imap")
        yield from _abilities(client)
        yield _folders(client, account.folder)
    except (IMAPClientError, TokenRefused, OSError) as error:
        yield _imap_fault(error, account)
    finally:
        if client is not None:
            _leave(client)


def _abilities(client: IMAPClient) -> Iterator[Finding]:
    idles, moves, uidplus = (client.has_capability(name) for name in ("IDLE", "MOVE", "UIDPLUS"))
    slow = Finding("imap idle", "not offered: a mail may wait for a minute", "nothing, or another provider", works=True)
    yield Finding("imap idle") if idles else slow
    if moves or uidplus:
        yield Finding("imap move", mend="" if moves else "no MOVE: mails are copied, then expunged by UID")
    else:
        fault = "neither MOVE nor UIDPLUS: handled mails stay in the inbox, marked as deleted"
        yield Finding("imap move", fault, "empty what is marked as deleted now and then", works=True)


def _folders(client: IMAPClient, inbox: str) -> Finding:
    there = {name for _, _, name in client.list_folders()}
    if inbox.upper() != "INBOX" and inbox not in there:
        others = ", ".join(sorted(there)[:_FOLDERS_NAMED])
        mend = f"make it, or set [mail.imap].folder: the mailbox has {others}"
        return Finding("imap folders", f"there is no folder {inbox}", mend)
    client.select_folder(inbox, readonly=True)
    to_make = [name for name in FOLDERS if prefix_of(client) + name not in there]
    return Finding("imap folders", mend=f"preau run will make {', '.join(to_make)}" if to_make else "")


def _imap_fault(error: Exception, account: Account) -> Finding:
    if is_refusal(error):
        return Finding("imap", _refused(error, account), _access("imap", account))
    return _unreachable("imap", error, f"{account.host}:{account.port}", '993 with "tls", 143 with "starttls"')


def _leave(client: IMAPClient) -> None:
    try:
        client.logout()
    except (IMAPClientError, OSError):
        hang_up(client)


async def check_sending(server: Server, *, local_hostname: str, patience: float = _PATIENCE_SECONDS) -> list[Finding]:
    """Connect, protect the line, log in; nothing is sent, and no answer is waited for beyond `patience` seconds."""
    smtp: SMTP | None = None
    findings: list[Finding] = []
    try:
        smtp = await connect_to(server, local_hostname=local_hostname, patience=patience)
        await smtp.ehlo()
        if server.security == "starttls":
            if not smtp.supports_extension("starttls"):
                return [Finding("smtp", "STARTTLS is not offered at this port", 'set security = "tls" (port 465)')]
            await smtp.starttls()
            await smtp.ehlo()
        findings.append(Finding("smtp"))
        findings.append(await _login(smtp, server))
    except (aiosmtplib.SMTPException, OSError) as error:
        place = f"{server.host}:{server.port}"
        findings.append(_unreachable("smtp", error, place, '465 with "tls", 587 with "starttls"'))
    finally:
        if smtp is not None:
            smtp.close()
    return findings


async def _login(smtp: SMTP, server: Server) -> Finding:
    if not server.user:
        return Finding("smtp login", mend="no user is set: mails are handed over without a login")
    if not smtp.supports_extension("auth"):
        return Finding("smtp login", "the server offers no login (AUTH) on this line", 'use "tls" or "starttls"')
    if server.tokens is not None and "xoauth2" not in smtp.server_auth_methods:
        return Finding("smtp login", "the server takes no tokens (XOAUTH2)", "compare [mail].auth with your provider's")
    try:
        await log_in_to(smtp, server)
    except (aiosmtplib.SMTPAuthenticationError, TokenRefused) as error:
        return Finding("smtp login", _refused(error, server), _access("smtp", server))
    return Finding("smtp login")


def _refused(error: Exception, account: Account | Server) -> str:
    if isinstance(error, TokenRefused):
        return f"the provider gives no token ({error})"
    if account.tokens is not None:
        return "the token is refused"
    return "the user or the password is refused" if account.password else "the password is empty"


def _access(part: str, account: Account | Server) -> str:
    if account.tokens is not None:
        return f"compare [mail.oauth] and [mail.{part}].user with the provider's; may it open this mailbox?"
    if not account.password:
        return f"set [mail.{part}].password"
    return f"compare [mail.{part}].user and password with your provider's settings; Microsoft 365 wants [mail].auth"


def _unreachable(what: str, error: Exception, place: str, ports: str) -> Finding:
    """Say what a failed connection means; TLS faults first, they hide within others."""
    chain: list[BaseException] = [error]
    while (deeper := chain[-1].__cause__ or chain[-1].__context__) is not None and deeper not in chain:
        chain.append(deeper)
    return next(filter(None, (_tls_fault(what, each, place, ports) for each in chain)), None) or _line_fault(
        what, chain, place, ports
    )


def _tls_fault(what: str, error: BaseException, place: str, ports: str) -> Finding | None:
    if isinstance(error, ssl.SSLCertVerificationError):
        reason = error.verify_message.rstrip(".")
        mend = _CERTIFICATES.get(error.verify_code, _UNTRUSTED)
        return Finding(what, f"the certificate of {place} is not valid: {reason}", mend)
    if isinstance(error, ssl.SSLError):
        return Finding(what, f"{place} speaks no TLS there", f"compare port and security ({ports})")
    return None


def _line_fault(what: str, chain: Sequence[BaseException], place: str, ports: str) -> Finding:
    """Say where the way ends: at the name, at the port, in a firewall, or at another kind of server."""
    compare = f"compare [mail.{what}].host and port ({ports})"
    if _among(chain, socket.gaierror):
        host = place.rpartition(":")[0]
        return Finding(what, f"there is no host {host}", f"compare [mail.{what}].host; does this machine's DNS work?")
    if _among(chain, ConnectionRefusedError):
        return Finding(what, f"nobody listens at {place}", compare)
    if _among(chain, *_SILENCE):
        return Finding(what, f"{place} says nothing", f'{compare}; a port of TLS needs "tls"; is there a firewall?')
    if reason := next((each.strerror for each in chain if isinstance(each, OSError) and each.strerror), ""):
        return Finding(what, f"{place} cannot be reached: {reason}", compare)
    return Finding(what, f"what answers at {place} is no {what.upper()} server, or in trouble", compare)


def _among(chain: Sequence[BaseException], *kinds: type[BaseException]) -> bool:
    return any(isinstance(each, kinds) for each in chain)
