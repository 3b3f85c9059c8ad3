"""Whatever the bytes are: an answer, never an exception, and no work without end (the time-out is the judge)."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mailer.classify import examine
from mailer.reading import read
from mailer.reading_parts import TEXT_CHARS, TEXT_LINES
from tests.mailer.letters import NAMES, OUR_ADDRESS, TRUSTED, letter, shipped

_FRAGMENTS = (
    b"\r\n", b"\n\n", b"Content-Type: ", b"multipart/mixed; boundary=x", b"--x", b"--x--", b"message/rfc822",
    b"text/html; charset=utf-7", b"charset=", b"=?utf-8?B?", b"?=", b"From: ", b"<a@b>", b"Content-Transfer-Encoding: ",
    b"base64", b"quoted-printable", b"uuencode", b"begin 644 x", b"=C3=A9", b"\xe9", b"\x00", b"<style>", b"> ",
    b"{display:none}", b"<div style=", b"Le 3/3/25 \xc3\xa0 9:12 x a \xc3\xa9crit :", b"-- ", b"filename*0*=x''",
    b"Date: ", b"(" * 50, b'"', b"multipart/report; report-type=delivery-status", b"message/delivery-status",
    b"Status: ", b";",
)  # fmt: skip


def _read_in(raw: bytes) -> str:
    """Screen a mail, and return all that was read in it."""
    mail = examine(raw, our_address=OUR_ADDRESS, trusted_authserv=TRUSTED, children=lambda _: ()).mail
    told = "".join((mail.fresh_text, mail.elided, mail.subject, mail.message_id, mail.sender, *mail.references))
    told += "".join(enclosed.name for enclosed in mail.attachments)
    if mail.report:
        told += mail.report.recipient + mail.report.original
    return told


def _can_be_kept(told: str) -> bool:
    """Say whether a database would take it: PostgreSQL refuses NUL, UTF-8 lone halves of surrogate pairs."""
    return not any(sign == "\x00" or "\ud800" <= sign <= "\udfff" for sign in told)


@settings(deadline=None)
@given(st.binary(max_size=3000))
def test_any_bytes_are_read(raw: bytes) -> None:
    assert _can_be_kept(_read_in(raw))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_FRAGMENTS) | st.binary(max_size=6), max_size=60))
def test_any_bytes_that_look_like_mail_are_screened(pieces: list[bytes]) -> None:
    assert _can_be_kept(_read_in(b"".join(pieces)))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(NAMES), st.data())
def test_a_mail_damaged_anywhere_is_screened(name: str, data: st.DataObject) -> None:
    raw = bytearray(shipped(name))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 20))] = data.draw(st.binary(max_size=20) | st.sampled_from(_FRAGMENTS))
    assert _can_be_kept(_read_in(bytes(raw)))


def _nested(depth: int) -> bytes:
    heads = "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(depth))
    return (heads + "Content-Type: text/plain\n\nZoé\n" + "a\n" * 20_000).encode()


_HIDING_RULES = "".join(f"p:not(.a{i}){{display:none}}" for i in range(5_000))


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(letter("\n" * 500_000), id="half a million blank lines"),
        pytest.param(letter("Le " * 200_000), id="Le Le Le on one line"),
        pytest.param(letter("Le 3 mars 2025 à 09:12,\n" * 50_000), id="attributions without end"),
        pytest.param(letter("De : a\n" * 50_000), id="headers without end"),
        pytest.param(letter("De : a\nx\n" * 50_000), id="headers with wrapped lines without end"),
        pytest.param(letter("-" * 1_000_000), id="a million dashes"),
        pytest.param(letter("-- " * 300_000), id="dashes and blanks"),
        pytest.param(letter("> " * 300_000), id="quotes in quotes"),
        pytest.param(letter(">\n" * 300_000), id="blank quotes"),
        pytest.param(letter("merci " * 100_000), id="thanks without end"),
        pytest.param(letter("_" * 25 + "\n", Subject="=?utf-8?Q?" * 20_000), id="encoded words never closed"),
        pytest.param(letter(From="(" * 100_000), id="comments never closed"),
        pytest.param(letter(From='"\\' * 50_000), id="quoted pairs"),
        pytest.param(letter(References="<a@b> " * 50_000), id="references without end"),
        pytest.param(letter(Authentication_Results="mx.example.net; " + "spf=" * 50_000), id="results without end"),
        pytest.param(letter("<div>" * 200_000, Content_Type="text/html"), id="nested elements"),
        pytest.param(letter("<div style='color:#fff'>" * 20_000, Content_Type="text/html"), id="nested styles"),
        pytest.param(letter("<blockquote type=cite>" * 20_000 + "x", Content_Type="text/html"), id="nested quotes"),
        pytest.param(letter("<style>" + "a{" * 200_000, Content_Type="text/html"), id="a style sheet never closed"),
        pytest.param(
            letter(f"<style>{_HIDING_RULES}</style>" + "<p>" * 50_000, Content_Type="text/html"),
            id="a style sheet that hides everything, often",
        ),
        pytest.param(_nested(3_000), id="parts in parts"),
        pytest.param(letter("\n--b\n" * 100_000, Content_Type="multipart/mixed; boundary=b"), id="a part each line"),
        pytest.param(letter("a \n" * 300_000, Content_Type="text/plain; format=flowed"), id="one flowed line"),
        pytest.param(letter("a" * 300_000, Content_Type="text/plain; charset=punycode"), id="a costly codec"),
        pytest.param(b"X: y\r\n" * 200_000, id="headers only"),
        pytest.param(b"X: y\r\nz\r\n" * 100_000 + b"\r\n", id="broken headers"),
        pytest.param(letter(" " * 500_000 + "-----"), id="blanks without end"),
        pytest.param(letter("<style>x" * 100_000, Content_Type="text/html"), id="style sheets never closed"),
        pytest.param(letter("<!--x-->" * 100_000, Content_Type="text/html"), id="comments"),
        pytest.param(letter("<details>" * 50_000, Content_Type="text/html"), id="details in details"),
        pytest.param(letter("<https://x>\n" * 50_000 + "Envoyé de mon iPhone"), id="links"),
    ],
)  # fmt: skip
def test_a_hostile_mail_costs_little(raw: bytes) -> None:
    mail = read(raw)

    assert len(mail.fresh_text) <= TEXT_CHARS
    assert mail.fresh_text.count("\n") < TEXT_LINES
