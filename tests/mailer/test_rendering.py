from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from domain.model.messages import Channel, Outgoing
from domain.store.outbox import Parcel
from mailer.rendering import compose, html_part, text_part

_NOW = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
_LONG_ID = f"<{'AM9PR14MB' * 8}@{'eurprd04.' * 4}prod.outlook.com>"


def parcel(outgoing: Outgoing, address: str = "marie.coralis@example.org", key: str = "answer:1") -> Parcel:
    return Parcel(
        id=1, key=key, kind="answer", family_id=1, channel=Channel.EMAIL, address=address, attempts=1,
        created_at=_NOW, message=outgoing, mail_id=f"preau.1.{key.replace(':', '-')}",
    )  # fmt: skip


def _composed(outgoing: Outgoing) -> EmailMessage:
    raw = compose(parcel(outgoing), address="periscolaire@example.net", name="Périscolaire, Hettange", now=_NOW)
    mail = message_from_bytes(raw, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def test_both_parts_say_the_same() -> None:
    mail = _composed(Outgoing(text="<b>Victor</b> : midi\n11,50 € &lt;à payer&gt;", subject="Votre panier"))

    text, page = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None
    assert page is not None
    assert text.get_content().split("\r\n") == ["Victor : midi", "11,50 € <à payer>", ""]
    assert "<b>Victor</b> : midi<br>\r\n11,50 € &lt;à payer&gt;" in page.get_content()


def test_nothing_but_the_layout_becomes_html() -> None:
    assert "<script" not in html_part("<script>x</script><b>ok</b>")
    assert 'href="https://x/?a=1&amp;b=&quot;"' in html_part('<a href="https://x/?a=1&amp;b=&quot;">ici</a>')


def test_a_link_is_readable_as_text() -> None:
    assert text_part('Ouvrez <a href="https://t.me/x">ce lien</a>.') == "Ouvrez ce lien (https://t.me/x)."
    assert text_part('<a href="https://t.me/x">https://t.me/x</a>') == "https://t.me/x"


def test_an_answer_stands_in_its_thread_and_says_that_it_is_automatic() -> None:
    mail = _composed(Outgoing(text="x", subject="Re: Cantine", reply_to=_LONG_ID, references=("<a@b>", _LONG_ID)))

    assert mail["In-Reply-To"] == _LONG_ID
    assert mail["References"].split() == ["<a@b>", _LONG_ID]
    assert mail["Auto-Submitted"] == "auto-replied"
    assert mail["X-Auto-Response-Suppress"] == "All"
    assert mail["X-Loop"] == "periscolaire@example.net"
    assert mail["From"] == '"Périscolaire, Hettange" <periscolaire@example.net>'
    assert mail["Date"].datetime == _NOW


def test_a_long_thread_is_shortened_to_ten_mails() -> None:
    thread = tuple(f"<{n}@example.org>" for n in range(30))
    mail = _composed(Outgoing(text="x", reply_to="<29@example.org>", references=thread))

    assert mail["References"].split() == list(thread[-10:])


def test_a_notice_is_generated_not_replied() -> None:
    assert _composed(Outgoing(text="x", notice=True))["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize("subject", ["a\r\nBcc: x@example.com", "a\nBcc: x@example.com", "a\x00\x1bb"])
def test_nobody_writes_headers_through_a_subject(subject: str) -> None:
    assert _composed(Outgoing(text="x", subject=subject))["Bcc"] is None


@pytest.mark.parametrize("reply_to", ["<a@b>\r\nBcc: x@example.com", "no id", "<é@b>", "<a b@c>"])
def test_nobody_writes_headers_through_a_message_id(reply_to: str) -> None:
    mail = _composed(Outgoing(text="x", reply_to=reply_to))

    assert mail["Bcc"] is None
    assert mail["In-Reply-To"] in {None, "<a@b>"}
