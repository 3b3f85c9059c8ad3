"""`preau check` looks at mailbox and mail server: each thing by itself, with how to mend it, and nothing is changed."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Literal

import pytest

from mailer.check import Finding, check_mailbox, check_sending
from mailer.mailbox import Account
from mailer.sender import Server
from mailer.token import Tokens, google
from tests.mail_servers.postbox import PASSWORD, Postbox, free_port
from tests.mail_servers.proxy import proxy
from tests.mail_servers.smtp_sink import SmtpSink, smtp_sink
from tests.mail_servers.token_server import token_server
from tests.mailer.watching import account_of


def _faults(findings: list[Finding]) -> dict[str, str]:
    return {finding.what: finding.fault for finding in findings if finding.fault}


def test_a_mailbox_in_order_is_looked_at_and_left_as_it_was(postbox: Postbox) -> None:
    before = postbox.folders()

    findings = list(check_mailbox(account_of(postbox)))

    assert [finding.what for finding in findings] == ["imap", "imap idle", "imap move", "imap folders"]
    assert _faults(findings) == {}
    assert findings[-1].mend == "preau run will make Traité, Quarantaine, À voir"
    assert postbox.folders() == before


def test_a_wrong_password_and_a_missing_folder_are_told_apart(postbox: Postbox) -> None:
    account = account_of(postbox)
    elsewhere = Account(account.host, account.port, "none", account.user, PASSWORD, "Périscolaire")
    missing = list(check_mailbox(elsewhere))

    assert _faults(list(check_mailbox(account_of(postbox, "hunter2")))) == {
        "imap": "the user or the password is refused"
    }
    assert _faults(missing) == {"imap folders": "there is no folder Périscolaire"}
    assert "the mailbox has INBOX" in missing[-1].mend


@pytest.mark.parametrize(
    ("security", "fault"), [("tls", "speaks no TLS there"), ("starttls", "STARTTLS is not offered at this port")]
)
def test_a_mailbox_without_protection_is_not_entered(
    postbox: Postbox, security: Literal["tls", "starttls"], fault: str
) -> None:
    account = Account(postbox.server.host, postbox.server.port, security, postbox.user, PASSWORD)

    assert [fault in found for found in _faults(list(check_mailbox(account))).values()] == [True]


def test_nobody_there_is_said_with_the_place() -> None:
    port = free_port()
    finding = next(check_mailbox(Account("127.0.0.1", port, "none", "u", "p")))

    assert finding.fault == f"nobody listens at 127.0.0.1:{port}"
    assert "[mail.imap].host" in finding.mend


def test_a_host_that_is_none_is_told_apart_from_a_port() -> None:
    finding = next(check_mailbox(Account("imap.nowhere.invalid", 993, "tls", "u", "p")))

    assert finding.fault == "there is no host imap.nowhere.invalid"


async def test_who_takes_the_call_and_says_nothing_may_want_tls() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        faults = [
            *check_mailbox(Account("127.0.0.1", port, "none", "u", "p"), patience=0.3),
            *await check_sending(Server("127.0.0.1", port, "none"), local_hostname="example.net", patience=0.3),
        ]

    assert [(found.what, found.fault) for found in faults] == [
        ("imap", f"127.0.0.1:{port} says nothing"),
        ("smtp", f"127.0.0.1:{port} says nothing"),
    ]
    assert all('a port of TLS needs "tls"' in found.mend for found in faults)


async def test_another_kind_of_server_is_called_so(postbox: Postbox, sink: SmtpSink) -> None:
    mailbox = next(check_mailbox(Account(sink.host, sink.port, "none", "u", "p")))
    (server,) = await _sending(Server(postbox.server.host, postbox.server.port, "none"))

    assert mailbox.fault == f"what answers at 127.0.0.1:{sink.port} is no IMAP server, or in trouble"
    assert server.fault == f"what answers at 127.0.0.1:{postbox.server.port} is no SMTP server, or in trouble"


def test_an_empty_password_is_called_empty(postbox: Postbox) -> None:
    assert _faults(list(check_mailbox(account_of(postbox, "")))) == {"imap": "the password is empty"}


@pytest.fixture
def sink() -> Iterator[SmtpSink]:
    with smtp_sink(auth=True) as running:
        yield running


async def test_a_mail_server_in_order(sink: SmtpSink) -> None:
    findings = await _sending(Server(sink.host, sink.port, "none", sink.user, sink.password))

    assert findings == [Finding("smtp"), Finding("smtp login")]
    assert sink.mails == []


@pytest.mark.parametrize(
    ("security", "password", "faults"),
    [
        ("none", "hunter2", {"smtp login": "the user or the password is refused"}),
        ("starttls", "right", {"smtp": "STARTTLS is not offered at this port"}),
        ("tls", "right", {"smtp": "127.0.0.1:PORT speaks no TLS there"}),
    ],
)
async def test_what_may_be_wrong_with_a_mail_server(
    sink: SmtpSink, security: Literal["none", "starttls", "tls"], password: str, faults: dict[str, str]
) -> None:
    findings = await _sending(Server(sink.host, sink.port, security, sink.user, password))

    assert _faults(findings) == {what: fault.replace("PORT", str(sink.port)) for what, fault in faults.items()}
    assert all(finding.mend for finding in findings if finding.fault)


async def test_a_certificate_that_nobody_vouches_for_is_named() -> None:
    with smtp_sink(auth=True, security="tls") as sink:
        findings = await _sending(Server(sink.host, sink.port, "tls", sink.user, sink.password))

    assert "certificate of 127.0.0.1" in findings[0].fault
    assert "that certificate in [mail].ca_file" in findings[0].mend


async def test_a_provider_that_gives_no_token_is_told_apart_from_a_server_that_takes_none(sink: SmtpSink) -> None:
    with token_server() as provider:
        wrong = google(client_id="a", client_secret="hunter2", refresh_token="r", url=provider.url)
        account = Server(sink.host, sink.port, "none", sink.user, "", Tokens(wrong))
        with smtp_sink(auth=True, tokens=provider.good) as modern:
            there = Server(modern.host, modern.port, "none", modern.user, "", Tokens(wrong))
            findings = await _sending(account), await _sending(there)

    assert [_faults(found) for found in findings] == [
        {"smtp login": "the server takes no tokens (XOAUTH2)"},
        {"smtp login": "the provider gives no token (invalid_client)"},
    ]


@pytest.mark.parametrize(
    ("hidden", "slow"),
    [(("IDLE", "MOVE"), ["imap idle"]), (("MOVE", "UIDPLUS"), ["imap move"])],
)
def test_a_server_that_can_little_still_works(postbox: Postbox, hidden: tuple[str, ...], slow: list[str]) -> None:
    with proxy(postbox.server.port) as wire:
        wire.hidden = hidden
        findings = list(check_mailbox(account_of(postbox, port=wire.port)))

    assert [finding.what for finding in findings if finding.fault] == slow
    assert all(finding.works for finding in findings if finding.fault)


async def _sending(server: Server) -> list[Finding]:
    return await check_sending(server, local_hostname="example.net")
