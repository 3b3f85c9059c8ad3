from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime

import pytest

from domain.clock import ManualClock
from domain.errors import SendFailed
from domain.model.messages import Outgoing
from mailer.rendering import message_id
from mailer.sender import MailSender, Server
from tests.mail_servers.smtp_sink import HANG, LOSE, SmtpSink, smtp_sink
from tests.mailer.test_rendering import parcel

_ADDRESS = "periscolaire@example.net"
_ANSWER = parcel(Outgoing(text="Bonjour", subject="Re: Cantine"))
_NOTICE = parcel(Outgoing(text="Bonjour", subject="Facture", notice=True), key="notice:1")

Open = Callable[..., MailSender]


@pytest.fixture
async def open_sender() -> AsyncIterator[Open]:
    senders: list[MailSender] = []

    def start(sink: SmtpSink, password: str = "", security: str = "none", patience: float = 14) -> MailSender:
        server = Server(sink.host, sink.port, security, sink.user if password else "", password)  # type: ignore[arg-type]
        clock = ManualClock(datetime(2025, 3, 3, 9, 0, tzinfo=UTC))
        sender = MailSender(server, address=_ADDRESS, name="Périscolaire", clock=clock, patience=patience)
        senders.append(sender)
        return sender

    yield start
    for sender in senders:
        await sender.close()


async def _failure(sending: Awaitable[str]) -> SendFailed:
    with pytest.raises(SendFailed) as caught:
        await sending
    return caught.value


async def test_an_answer_leaves_without_envelope_sender_and_a_notice_with_ours(
    sink: SmtpSink, open_sender: Open
) -> None:
    sender = open_sender(sink)

    assert await sender.send(_ANSWER) == message_id(_ANSWER, "example.net")
    await sender.send(_NOTICE)

    assert [(mail.sender, mail.recipients) for mail in sink.mails] == [
        ("", ("marie.coralis@example.org",)),
        (_ADDRESS, ("marie.coralis@example.org",)),
    ]
    assert message_id(_ANSWER, "example.net").encode() in sink.mails[0].content


async def test_a_server_that_wants_a_sender_gets_ours(sink: SmtpSink, open_sender: Open) -> None:
    sink.say("MAIL", "550 null sender not allowed")
    sender = open_sender(sink)

    await sender.send(_ANSWER)
    await sender.send(_ANSWER)

    assert [mail.sender for mail in sink.mails] == [_ADDRESS, _ADDRESS]


@pytest.mark.parametrize(
    ("step", "answer", "permanent", "suspend"),
    [
        ("RCPT", "550 5.1.1 no such user", True, False),
        ("RCPT", "450 4.2.1 busy", False, False),
        ("DATA", "554 5.7.1 refused", True, False),
        ("DATA", "452 4.2.2 full", False, False),
        ("DATA", "421 4.3.2 shutting down", False, False),
        ("MAIL", "421 4.3.2 shutting down", False, True),
        ("MAIL", "452 4.5.3 too many messages", False, True),
    ],
)
async def test_a_refusal_says_whether_to_try_again(
    sink: SmtpSink, open_sender: Open, step: str, answer: str, permanent: bool, suspend: bool
) -> None:
    sink.say(step, answer)  # type: ignore[arg-type]

    failure = await _failure(open_sender(sink).send(_ANSWER))

    assert (failure.permanent, failure.suspend, failure.retry_after) == (permanent, suspend, None)
    assert "marie" not in str(failure)


async def test_a_refused_mail_does_not_harm_the_next(sink: SmtpSink, open_sender: Open) -> None:
    sender = open_sender(sink)
    sink.say("RCPT", "550 no")

    await _failure(sender.send(_ANSWER))
    await sender.send(_NOTICE)

    assert len(sink.mails) == 1


async def test_a_session_that_has_had_its_share_of_mails_is_begun_anew(sink: SmtpSink, open_sender: Open) -> None:
    sender = open_sender(sink)
    await sender.send(_ANSWER)
    sink.say("MAIL", "452 4.5.3 too many messages")

    await sender.send(_NOTICE)

    assert (len(sink.mails), sink.connections) == (2, 2)


async def test_a_burst_uses_one_connection(sink: SmtpSink, open_sender: Open) -> None:
    sender = open_sender(sink)

    for _ in range(5):
        await sender.send(_ANSWER)

    assert (len(sink.mails), sink.connections) == (5, 1)


async def test_several_may_be_sent_at_once(sink: SmtpSink, open_sender: Open) -> None:
    sender = open_sender(sink)

    await asyncio.gather(*(sender.send(_ANSWER) for _ in range(8)))

    assert len(sink.mails) == 8


async def test_a_lost_answer_is_tried_again_under_the_same_message_id(sink: SmtpSink, open_sender: Open) -> None:
    sender = open_sender(sink)
    sink.say("DATA", LOSE)

    failure = await _failure(sender.send(_ANSWER))
    await sender.send(_ANSWER)

    assert (failure.permanent, failure.unsure, failure.retry_after) == (False, True, 5)
    ids = [mail.content.partition(b"Message-ID: ")[2].partition(b"\r\n")[0] for mail in sink.mails]
    assert len(ids) == 2
    assert len(set(ids)) == 1


async def test_a_server_silent_after_the_mail_may_have_it_so_the_next_try_is_much_later(
    sink: SmtpSink, open_sender: Open
) -> None:
    sink.say("DATA", HANG)

    failure = await _failure(open_sender(sink, patience=0.5).send(_ANSWER))

    assert (failure.permanent, failure.suspend, failure.unsure, failure.retry_after) == (False, False, True, 900)


async def test_a_server_that_hangs_before_the_mail_has_nothing(sink: SmtpSink, open_sender: Open) -> None:
    sink.say("MAIL", HANG)

    failure = await _failure(open_sender(sink, patience=0.5).send(_ANSWER))

    assert (failure.suspend, failure.unsure, failure.retry_after) == (True, False, None)


async def test_a_server_that_is_down_costs_no_try_and_works_when_it_is_back(sink: SmtpSink, open_sender: Open) -> None:
    sender = open_sender(sink)
    await sender.send(_ANSWER)
    sink.stop()

    failure = await _failure(sender.send(_NOTICE))
    sink.start()
    await sender.send(_NOTICE)

    assert (failure.suspend, failure.permanent) == (True, False)
    assert len(sink.mails) == 2


async def test_a_wrong_password_stops_the_queue_and_costs_no_try(open_sender: Open) -> None:
    with smtp_sink(auth=True) as sink:
        failure = await _failure(open_sender(sink, password="wrong").send(_ANSWER))
        await open_sender(sink, password=sink.password).send(_ANSWER)

        assert (failure.suspend, failure.permanent, failure.locked_out) == (True, False, True)
        assert len(sink.mails) == 1


async def test_nothing_is_sent_in_clear_when_encryption_is_asked_for(sink: SmtpSink, open_sender: Open) -> None:
    for security in ("tls", "starttls"):
        failure = await _failure(open_sender(sink, security=security, patience=2).send(_ANSWER))
        assert failure.suspend

    assert sink.mails == []


@pytest.mark.parametrize("address", ["no address", "a@b\r\nBcc: x@example.com", "zoé@example.org", ""])
async def test_an_address_that_cannot_be_written_to_is_given_up(
    sink: SmtpSink, open_sender: Open, address: str
) -> None:
    failure = await _failure(open_sender(sink).send(parcel(Outgoing(text="x"), address=address)))

    assert failure.permanent
    assert sink.mails == []
