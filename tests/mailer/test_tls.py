"""Mail travels protected: both ways of TLS, an authority of the town's own, and what is wrong with a certificate."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import pytest

from domain.clock import ManualClock
from domain.errors import SendFailed
from domain.model.messages import Outgoing
from domain.store.session import Sessions
from mailer.check import Finding, check_mailbox, check_sending
from mailer.mailbox import Account
from mailer.sender import MailSender, Server
from tests.mail_servers.dovecot import Dovecot
from tests.mail_servers.fixtures import need_dovecot
from tests.mail_servers.postbox import PASSWORD, Postbox, eventually
from tests.mail_servers.smtp_sink import SmtpSink, smtp_sink
from tests.mailer.doors import RecordingDoor
from tests.mailer.letters import letter
from tests.mailer.test_rendering import parcel
from tests.mailer.watching import TODAY, watching

_CERTIFICATES = Path(__file__).parent.parent / "mail_servers" / "certificates"
_MAIL = parcel(Outgoing(text="Bonjour", subject="Re: Cantine"))
Way = Literal["tls", "starttls"]
BOTH_WAYS = pytest.mark.parametrize("way", ["tls", "starttls"])
#: What is wrong, as the first words of the fault, and how to mend it.
WRONG = pytest.mark.parametrize(
    ("certificate", "trusted", "fault", "mend"),
    [
        ("here", False, "unable to get local issuer certificate", "[mail].ca_file"),
        ("elsewhere", True, "IP address mismatch", "write the host as the certificate names it"),
        ("expired", True, "certificate has expired", "has to be renewed"),
    ],
)


def town_authority() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(_CERTIFICATES / "authority.pem"))


@pytest.fixture(scope="module")
def dovecot() -> Iterator[Dovecot]:
    need_dovecot()
    server = Dovecot(certificate=_CERTIFICATES / "here.pem")
    server.start()
    yield server
    server.remove()


def _account(server: Dovecot, way: Way, context: ssl.SSLContext | None, user: str = "parents") -> Account:
    port = server.tls_port if way == "tls" else server.port
    return Account(server.host, port, way, user, PASSWORD, tls=context)


def _server(sink: SmtpSink, way: Way, context: ssl.SSLContext | None) -> Server:
    return Server(sink.host, sink.port, way, sink.user, sink.password, tls=context)


@BOTH_WAYS
def test_a_mailbox_is_read_behind_tls(dovecot: Dovecot, sessions: Sessions, way: Way) -> None:
    postbox, door = Postbox(dovecot, f"reader-{way}"), RecordingDoor(sessions)

    with watching(_account(dovecot, way, town_authority(), postbox.user), door) as watcher:
        eventually(lambda: watcher.last_ok is not None)
        postbox.deliver(letter("un"), at=TODAY)
        eventually(lambda: door.texts == ["un"])


@BOTH_WAYS
def test_a_mailbox_in_order_is_found_so(dovecot: Dovecot, way: Way) -> None:
    assert [found.fault for found in check_mailbox(_account(dovecot, way, town_authority(), way))] == [""] * 4


@BOTH_WAYS
def test_a_watcher_does_not_log_in_where_it_does_not_trust(
    dovecot: Dovecot, sessions: Sessions, way: Way, caplog: pytest.LogCaptureFixture
) -> None:
    postbox, door = Postbox(dovecot, f"untrusting-{way}"), RecordingDoor(sessions)
    postbox.deliver(letter("un"), at=TODAY)

    with watching(_account(dovecot, way, None, postbox.user), door) as watcher:
        eventually(lambda: "failure 2: SSLCertVerificationError" in caplog.text)

    assert (door.texts, watcher.last_ok) == ([], None)


@WRONG
@BOTH_WAYS
def test_what_is_wrong_with_the_certificate_of_a_mailbox_is_said(
    way: Way, certificate: str, trusted: bool, fault: str, mend: str
) -> None:
    need_dovecot()
    server = Dovecot(certificate=_CERTIFICATES / f"{certificate}.pem")
    server.start()
    try:
        account = _account(server, way, town_authority() if trusted else None)
        _is_said(list(check_mailbox(account)), f"127.0.0.1:{account.port}", fault, mend)
    finally:
        server.remove()


@BOTH_WAYS
async def test_a_mail_leaves_behind_tls(way: Way) -> None:
    with smtp_sink(auth=True, security=way, certificate=_CERTIFICATES / "here.pem") as sink:
        server = _server(sink, way, town_authority())
        sender = _sender(server)
        await sender.send(_MAIL)
        await sender.close()

        assert await check_sending(server, local_hostname="example.net") == [Finding("smtp"), Finding("smtp login")]
        assert len(sink.mails) == 1


@BOTH_WAYS
async def test_no_mail_leaves_to_a_server_that_is_not_trusted(way: Way) -> None:
    with smtp_sink(auth=True, security=way, certificate=_CERTIFICATES / "here.pem") as sink:
        with pytest.raises(SendFailed) as failed:
            await _sender(_server(sink, way, None)).send(_MAIL)

        assert (failed.value.suspend, sink.mails) == (True, [])


@WRONG
@BOTH_WAYS
async def test_what_is_wrong_with_the_certificate_of_a_mail_server_is_said(
    way: Way, certificate: str, trusted: bool, fault: str, mend: str
) -> None:
    with smtp_sink(auth=True, security=way, certificate=_CERTIFICATES / f"{certificate}.pem") as sink:
        server = _server(sink, way, town_authority() if trusted else None)

        found = await check_sending(server, local_hostname="example.net")

        _is_said(found, f"127.0.0.1:{sink.port}", fault, mend)


def _sender(server: Server) -> MailSender:
    clock = ManualClock(datetime(2025, 3, 3, 9, 0, tzinfo=UTC))
    return MailSender(server, address="periscolaire@example.net", name="Périscolaire", clock=clock)


def _is_said(findings: list[Finding], place: str, fault: str, mend: str) -> None:
    (finding,) = findings
    assert finding.fault.startswith(f"the certificate of {place} is not valid: {fault}")
    assert "\n" not in finding.fault
    assert mend in finding.mend
