"""Is the mailbox there, does mail leave? For `preau check`, which looks and changes nothing."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import aiosmtplib
from aiosmtplib import SMTP
from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError, LoginError

from mailer.mailbox import CONNECT_SECONDS, FOLDERS, Account, connect, hang_up, log_in, prefix_of
from mailer.sender import Server, connect_to, log_in_to
from mailer.token import TokenRefused

_PATIENCE_SECONDS: Final = 14
#: OpenSSL's reasons (X509_V_ERR_…) why a certificate does not count, and how that is mended.
_CERTIFICATES: Final = MappingProxyType(
    {
        10: "the server's certificate has to be renewed",
        62: "write the host as the certificate names it",
        64: "write the host as the certificate names it",
    }
)
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


def check_mailbox(account: Account) -> Iterator[Finding]:
    """Connect, log in, and look at what the server can do and at its folders, making none."""
    client: IMAPClient | None = None
    try:
        client = connect(account, CONNECT_SECONDS)
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
        return Finding("imap folders", f"there is no folder {inbox}", "set [mail.imap].folder, or make the folder")
    client.select_folder(inbox, readonly=True)
    to_make = [name for name in FOLDERS if prefix_of(client) + name not in there]
    return Finding("imap folders", mend=f"preau run will make {', '.join(to_make)}" if to_make else "")


def _imap_fault(error: Exception, account: Account) -> Finding:
    if isinstance(error, LoginError | TokenRefused):
        return Finding("imap", _refused(error, tokens=account.tokens is not None), _access("imap", account.tokens))
    return _unreachable("imap", error, f"{account.host}:{account.port}", '993 with "tls", 143 with "starttls"')


def _leave(client: IMAPClient) -> None:
    try:
        client.logout()
    except (IMAPClientError, OSError):
        hang_up(client)


async def check_sending(server: Server, *, local_hostname: str) -> list[Finding]:
    """Connect, protect the line, log in; nothing is sent."""
    smtp: SMTP | None = None
    findings: list[Finding] = []
    try:
        smtp = await connect_to(server, local_hostname=local_hostname, patience=_PATIENCE_SECONDS)
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
        fault = _refused(error, tokens=server.tokens is not None)
        return Finding("smtp login", fault, _access("smtp", server.tokens))
    return Finding("smtp login")


def _refused(error: Exception, *, tokens: bool) -> str:
    if isinstance(error, TokenRefused):
        return f"the provider gives no token ({error})"
    return "the token is refused" if tokens else "the user or the password is refused"


def _access(part: str, tokens: object) -> str:
    if tokens is not None:
        return f"compare [mail.oauth] and [mail.{part}].user with the provider's; may it open this mailbox?"
    return f"compare [mail.{part}].user and password with your provider's settings"


def _unreachable(what: str, error: Exception, place: str, ports: str) -> Finding:
    """Say what a failed connection means; TLS faults first, they hide within others."""
    chain: list[BaseException] = [error]
    while (deeper := chain[-1].__cause__ or chain[-1].__context__) is not None and deeper not in chain:
        chain.append(deeper)
    for each in chain:
        if isinstance(each, ssl.SSLCertVerificationError):
            reason = each.verify_message.rstrip(".")
            mend = _CERTIFICATES.get(each.verify_code, _UNTRUSTED)
            return Finding(what, f"the certificate of {place} is not valid: {reason}", mend)
        if isinstance(each, ssl.SSLError):
            return Finding(what, f"{place} speaks no TLS there", f"compare port and security ({ports})")
    kind = type(chain[-1]).__name__
    if any(isinstance(each, OSError) for each in chain):
        return Finding(what, f"{place} cannot be reached ({kind})", f"compare [mail.{what}].host and port ({ports})")
    return Finding(what, f"{place} does not answer as it should ({kind})", f"compare [mail.{what}] ({ports})")
