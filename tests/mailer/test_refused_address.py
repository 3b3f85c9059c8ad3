"""A server that refuses the address itself says so to whoever must write elsewhere; one that refuses us does not."""

from __future__ import annotations

import pytest

from domain.errors import SendFailed
from tests.mail_servers.smtp_sink import SmtpSink
from tests.mailer.test_sender import _ANSWER, Open, open_sender  # noqa: F401 - a fixture


@pytest.mark.parametrize(
    ("step", "answer", "refusal"),
    [
        ("RCPT", "550 5.1.1 no such user", "550"),
        ("RCPT", "553 no mailbox here", "553"),
        ("RCPT", "450 4.2.1 busy", ""),
        ("RCPT", "550 5.7.1 blocked by policy", ""),
        ("RCPT", "554 relay access denied", ""),
        ("DATA", "554 5.6.0 refused content", ""),
    ],
)
async def test_only_a_refusal_of_the_address_is_told_as_such(
    sink: SmtpSink,
    open_sender: Open,  # noqa: F811
    step: str,
    answer: str,
    refusal: str,
) -> None:
    sink.say(step, answer)  # type: ignore[arg-type]

    with pytest.raises(SendFailed) as failed:
        await open_sender(sink).send(_ANSWER)

    assert failed.value.refusal == refusal
