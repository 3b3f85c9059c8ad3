"""Mails whose labels are wrong, strange or missing: the parent's words are read all the same."""

from __future__ import annotations

import unicodedata
from base64 import b64encode, encodebytes
from quopri import encodestring

import pytest

from mailer.reading import read
from tests.mailer.letters import letter, words

WORDS = "Bonjour,\n\nZoé mangera à la cantine jeudi et goûtera aussi : c’est noté ?"
HEAD = b"From: Marie Coralis <marie.coralis@example.org>\r\nMIME-Version: 1.0\r\n"


def _said(body: bytes, *headers: str) -> str:
    return read(HEAD + "".join(f"{header}\r\n" for header in headers).encode() + b"\r\n" + body).fresh_text


def _plain(charset: str) -> str:
    return f'Content-Type: text/plain; charset="{charset}"'


@pytest.mark.parametrize(
    ("charset", "codec"),
    [
        ("x-mac-roman", "mac_roman"),
        ("macintosh", "mac_roman"),
        ("ibm850", "cp850"),
        ("utf8mb4", "utf-8"),
        ("utf-8; format=flowed", "utf-8"),
        ("X-UNKNOWN", "cp1252"),
    ],
)
def test_a_charset_by_another_name_or_none_at_all(charset: str, codec: str) -> None:
    said = WORDS.replace("’", "'")

    assert words(_said(said.encode(codec), _plain(charset), "Content-Transfer-Encoding: 8bit")) == words(said)


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-7"])
def test_wide_and_narrow_unicode(codec: str) -> None:
    body = encodebytes(WORDS.encode(codec))

    assert words(_said(body, _plain(codec), "Content-Transfer-Encoding: base64")) == words(WORDS)


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
@pytest.mark.parametrize("text", [WORDS, "Élio déjeune à l’école, ça va de soi", "œuf, naïf, 2,50 €"])
def test_what_was_encoded_twice_is_decoded_twice(text: str, wrong: str) -> None:
    twice = b"".join(bytes([byte]).decode(wrong, "replace").encode() for byte in text.encode())
    read_twice = _said(twice, _plain("utf-8"), "Content-Transfer-Encoding: 8bit")

    assert "\ufffd" in twice.decode() or words(read_twice) == words(text)


@pytest.mark.parametrize("text", ["Zoé : « Ã » est une lettre", "Â© marque", "Prix : 5 € à l'âge de 3 ans"])
def test_letters_that_are_meant_stay(text: str) -> None:
    assert _said(text.encode(), _plain("utf-8"), "Content-Transfer-Encoding: 8bit") in {text, "© marque"}


@pytest.mark.parametrize("label", ["BASE64 ", "Base64", "base64 (of a text)", "base64;", '"base64"'])
def test_base64_by_a_strange_name(label: str) -> None:
    body = encodebytes(WORDS.encode())

    assert words(_said(body, _plain("utf-8"), f"Content-Transfer-Encoding: {label}")) == words(WORDS)


@pytest.mark.parametrize("below", [b"", b"\r\n\r\nGaranti sans virus. www.avast.com\r\n"])
def test_base64_without_its_end_and_with_a_footer_below(below: bytes) -> None:
    body = b64encode(WORDS.encode()) + below

    assert words(_said(body, _plain("utf-8"), "Content-Transfer-Encoding: base64")) == words(WORDS)


@pytest.mark.parametrize("text", [WORDS, "Zoé mangera jeudi.", "Merci\nde noter : Zoé absente jeudi"])
@pytest.mark.parametrize("label", ["base64", "quoted-printable", "8-bit", "7bit", "x-unknown"])
def test_words_that_are_not_encoded_as_their_label_says(text: str, label: str) -> None:
    assert words(_said(text.encode(), _plain("utf-8"), f"Content-Transfer-Encoding: {label}")) == words(text)


@pytest.mark.parametrize("label", ["7bit", "8bit", ""])
def test_quoted_printable_that_no_label_tells_of(label: str) -> None:
    headers = [f"Content-Transfer-Encoding: {label}"] if label else []

    assert words(_said(encodestring(WORDS.encode()), _plain("utf-8"), *headers)) == words(WORDS)


@pytest.mark.parametrize("text", ["cantine=oui, goûter=non, arrivée=8h", "2+2=4 et a=b"])
def test_signs_of_equality_are_no_encoding(text: str) -> None:
    for label in ("quoted-printable", "8bit"):
        assert _said(text.encode(), _plain("utf-8"), f"Content-Transfer-Encoding: {label}") == text


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/plain", "Zo&eacute; mangera &agrave; la cantine jeudi, c&rsquo;est not&eacute;&nbsp;?"),
        ("text/plain", "<html><body><p>Zoé mangera à la cantine jeudi,<br> c’est noté ?</p></body></html>"),
        ("text/plain", "<!DOCTYPE html>\n<p>Zo&eacute; mangera à la cantine jeudi, c'est noté ?"),
        ("text/plain", "Zo&eacute; mangera à la cantine jeudi,<br/>\n<b>c'est noté</b> ?<br>"),
        ("text/plain", "<p>Zoé mangera à la cantine jeudi,</p><p>c'est noté ?</p>"),
        ("plain/text", "Zoé mangera à la cantine jeudi, c'est noté ?"),
        ("text", "Zoé mangera à la cantine jeudi, c'est noté ?"),
        ("text/enriched", "<bold>Zoé</bold> mangera à la <italic>cantine</italic> jeudi, c'est noté ?"),
        ("text/markdown", "Zoé mangera à la cantine jeudi, c'est noté ?"),
    ],
)
def test_words_of_another_type_than_their_label_says(kind: str, body: str) -> None:
    assert words(_said(body.encode(), f"Content-Type: {kind}; charset=utf-8")) == words(
        "Zoé mangera à la cantine jeudi, c'est noté ?"
    )


@pytest.mark.parametrize("before", [b"\r\n", b"\n\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n"])
def test_what_stands_before_the_header_is_passed_over(before: bytes) -> None:
    mail = read(before + letter())

    assert (mail.sender, mail.fresh_text) == ("marie.coralis@example.org", "Zoé mange mardi.")


@pytest.mark.parametrize(
    "hidden", ["\u200b", "\u00ad", "\ufeff", "\u2060", "\u2066", "\u2069", "\u202e", "\u061c", "\ufe0f", "\U000e0041"]
)
def test_letters_without_width_are_dropped(hidden: str) -> None:
    assert _said(f"Zo{hidden}é man{hidden}ge".encode(), _plain("utf-8")) == "Zoé mange"


def test_accents_apart_are_put_on_their_letters() -> None:
    assert _said(unicodedata.normalize("NFD", WORDS).encode(), _plain("utf-8")) == WORDS


def _alternative(*parts: tuple[str, str]) -> bytes:
    body = "".join(f"--b\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n{text}\r\n" for kind, text in parts)
    return HEAD + b"Content-Type: multipart/alternative; boundary=b\r\n\r\n" + body.encode() + b"--b--\r\n"


@pytest.mark.parametrize("kind", ["text/x-amp-html", "text/watch-html", "text/enriched", "text/rtf", "text/calendar"])
def test_another_form_of_the_same_words_is_neither_read_nor_a_file(kind: str) -> None:
    mail = read(_alternative(("text/plain", "Zoé mange mardi."), (kind, "Annulez tout."), ("text/html", "<p>Zoé</p>")))

    assert (mail.fresh_text, mail.attachments) == ("Zoé mange mardi.", ())


@pytest.mark.parametrize(
    "stub",
    [
        "Votre messagerie ne lit pas le HTML.",
        "Ce message est au format HTML : affichez-le dans un autre logiciel.",
        "This is an HTML message.",
        "\u00a0\n\u200b\n",
    ],
)
def test_a_plain_part_that_only_points_to_the_page_is_not_the_message(stub: str) -> None:
    page = "<p>Bonjour, Zoé mangera à la cantine jeudi et vendredi, merci beaucoup.</p>"
    mail = read(_alternative(("text/plain", stub), ("text/html", page)))

    assert mail.fresh_text == "Bonjour, Zoé mangera à la cantine jeudi et vendredi, merci beaucoup."


def test_a_picture_in_the_page_does_not_push_the_words_out() -> None:
    page = f'<img src="data:image/png;base64,{"A" * 2_000_000}"><p>Zoé mange mardi.</p>'

    assert read(letter(page, Content_Type="text/html; charset=utf-8")).fresh_text == "Zoé mange mardi."


def test_words_within_a_seal_are_read_without_it() -> None:
    text = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nBonjour,\n- - Zoé mange mardi.\n"
        "-----BEGIN PGP SIGNATURE-----\n\niQEzBAEBCAAd\n-----END PGP SIGNATURE-----\n"
    )

    assert read(letter(text)).fresh_text == "Bonjour,\n- Zoé mange mardi."


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ('Marie <"marie.coralis"@example.org>', "marie.coralis@example.org"),
        ("marie.coralis@example.org (Marie (dite Mimi))", "marie.coralis@example.org"),
        ("Famille : marie.coralis@example.org;", "marie.coralis@example.org"),
        ('"claire.durand@example.org" <x@example.info>', "x@example.info"),
        (
            "=?utf-8?q?claire.durand=40example.org_=3Cclaire.durand=40example.org=3E?= <x@example.info>",
            "x@example.info",
        ),
        ("Coralis, Marie <MARIE.CORALIS@EXAMPLE.ORG>", "marie.coralis@example.org"),
    ],
)
def test_an_address_is_found_however_it_is_written(written: str, address: str) -> None:
    assert read(letter(From=written)).from_addresses == (address,)


@pytest.mark.parametrize(
    "label", ["multipart/mixed", "multipart/alternative; boundary=other", 'multipart/mixed; boundary=""']
)
def test_parts_whose_boundary_is_not_told_are_parted_all_the_same(label: str) -> None:
    body = "--b 1\nContent-Type: text/plain; charset=utf-8\n\nZoé mange mardi.\n--b 1\n"
    file = "Content-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n\n%PDF-1.4\n--b 1--\n"
    mail = read(letter(body + file, Content_Type=label))

    assert (mail.fresh_text, [file.name for file in mail.attachments]) == ("Zoé mange mardi.", ["a.pdf"])


@pytest.mark.parametrize(
    "disposition", ["", "Content-Disposition: inline\n", "Content-Disposition: inline; filename=x.txt\n"]
)
def test_a_text_with_a_name_is_the_mail_where_there_is_no_other(disposition: str) -> None:
    named = f"--b\nContent-Type: text/plain; charset=utf-8; name=x.txt\n{disposition}\nZoé mange mardi.\n"
    other = "--b\nContent-Type: text/plain; charset=utf-8\n\nVictor mange lundi.\n"

    assert read(letter(named + "--b--\n", Content_Type="multipart/mixed; boundary=b")).fresh_text == "Zoé mange mardi."
    assert read(letter(other + named, Content_Type="multipart/mixed; boundary=b")).fresh_text == "Victor mange lundi."


def test_a_text_in_two_forms_is_read_once_though_nobody_calls_them_alternatives() -> None:
    plain = "--b\nContent-Type: text/plain; charset=utf-8\n\nZoé mange\nmardi.\n"
    page = "--b\nContent-Type: text/html; charset=utf-8\n\n<p>Zoé mange mardi.</p>\n--b--\n"

    assert (
        words(read(letter(plain + page, Content_Type="multipart/mixed; boundary=b")).fresh_text) == "Zoé mange mardi."
    )


def test_words_stay_where_parts_are_promised_and_none_begins() -> None:
    told = "This is a multi-part message in MIME format.\n\nZoé mange mardi.\n"
    named = 'multipart/alternative; boundary="never"'
    within = f"--b\nContent-Type: {named}\n\nZoé mange mardi.\n--b\nContent-Type: application/pdf\n\n%PDF\n--b--\n"

    assert read(letter(told, Content_Type=named)).fresh_text == "Zoé mange mardi."
    assert read(letter(within, Content_Type="multipart/mixed; boundary=b")).fresh_text == "Zoé mange mardi."
    assert read(letter(told.split("\n", maxsplit=1)[0], Content_Type=named)).fresh_text == ""
