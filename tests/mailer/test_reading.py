from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mailer.mail import AttachmentInfo
from mailer.reading import read
from tests.mailer.letters import NAMES, label, letter, shipped, words


@pytest.mark.parametrize("name", [name for name in NAMES if label(name)["fresh_text"] is not None])
def test_only_what_the_parent_wrote_is_read(name: str) -> None:
    mail = read(shipped(name))

    assert words(mail.fresh_text) == words(label(name)["fresh_text"])


@pytest.mark.parametrize("name", NAMES)
def test_sender_and_enclosed_files_are_named(name: str) -> None:
    mail = read(shipped(name))

    assert mail.sender == label(name)["from"]
    assert [enclosed.name for enclosed in mail.attachments] == label(name)["attachments"]


def test_a_subject_in_three_encoded_pieces_is_one_sentence() -> None:
    mail = read(shipped("10_subject_folded_encoded"))

    assert mail.subject == "Absence de Zoé du mardi 11 au jeudi 13 mars (grippe, certificat à suivre)"


def test_a_letter_split_over_two_encoded_words_is_whole() -> None:
    mail = read(letter(Subject="=?utf-8?B?Wm/D?= =?utf-8?B?qQ==?= malade"))

    assert mail.subject == "Zoé malade"


def test_a_file_cut_off_on_its_way_is_marked_damaged() -> None:
    (certificate,) = read(shipped("55_truncated_mime")).attachments

    assert certificate == AttachmentInfo("certificat.pdf", certificate.size, "pdf", damaged=True)


def test_a_file_is_what_its_content_says_not_its_name() -> None:
    (fake,) = read(_with_file('filename="certificat.pdf"', b"MZ\x90")).attachments

    assert (fake.name, fake.kind) == ("certificat.pdf", "other")


@pytest.mark.parametrize(
    ("told", "safe"),
    [
        pytest.param('filename="../../etc/passwd"', "passwd", id="a path"),
        pytest.param('filename="C:\\\\temp\\\\arrêt.pdf"', "arrêt.pdf", id="a Windows path, raw accents"),
        pytest.param("filename*=UTF-8''certificat%20m%C3%A9dical.pdf", "certificat médical.pdf", id="RFC 2231"),
        pytest.param('filename="=?iso-8859-1?Q?arr=EAt.pdf?="', "arrêt.pdf", id="RFC 2047"),
        pytest.param('filename="..."', "sans-nom", id="only dots"),
        pytest.param(f'filename="{"a" * 300}.pdf"', "a" * 116 + ".pdf", id="endless"),
    ],
)
def test_a_file_name_is_made_safe(told: str, safe: str) -> None:
    (enclosed,) = read(_with_file(told, b"%PDF-1.4")).attachments

    assert enclosed.name == safe


@pytest.mark.parametrize(
    ("charset", "data"),
    [
        pytest.param("utf-8", "Léa n’est pas là, 5 €".encode("cp1252"), id="says UTF-8, is Windows-1252"),
        pytest.param("iso-8859-1", "Léa n’est pas là, 5 €".encode(), id="says Latin-1, is UTF-8"),
        pytest.param("iso-8859-1", "Léa n’est pas là, 5 €".encode("cp1252"), id="says Latin-1, is Windows-1252"),
        pytest.param("us-ascii", "Léa n’est pas là, 5 €".encode(), id="says ASCII, is UTF-8"),
        pytest.param("x-inconnu", "Léa n’est pas là, 5 €".encode(), id="a charset nobody knows"),
        pytest.param("iso-8859-15", "Léa n'est pas là, 5 €".encode("iso-8859-15"), id="Latin-9 is believed"),
        pytest.param("utf-8", "Léa\x80 n’est pas là, 5 €".encode().replace(b"\xc2\x80", b"\x80"), id="Dovecot's NUL"),
        pytest.param("utf-16", "Léa n’est pas là, 5 €".encode("utf-16"), id="UTF-16"),
    ],
)
def test_accents_and_the_euro_survive_a_wrong_label(charset: str, data: bytes) -> None:
    head = f"From: a@example.org\r\nContent-Type: text/plain; charset={charset}\r\n\r\n".encode()

    assert words(read(head + data).fresh_text) == "Léa n'est pas là, 5 €"


def test_nothing_that_a_database_refuses_comes_through() -> None:
    text = letter("Zo\x00é +2AA- mardi", Message_ID="<a\x00b@example.org>", Content_Type="text/plain; charset=utf-7")
    mail = read(text.replace("é".encode(), b"e"))

    assert mail.fresh_text == "Zoe  mardi"
    assert mail.message_id == "<ab@example.org>"


def test_raw_accents_in_headers_are_read() -> None:
    mail = read("From: Zoé <zoe@example.org>\r\nSubject: Goûter été\r\n\r\nx".encode("latin-1"))

    assert (mail.subject, mail.sender) == ("Goûter été", "zoe@example.org")


@pytest.mark.parametrize(
    ("header", "sender"),
    [
        ('"marie.coralis@example.org" <evil@example.info>', "evil@example.info"),
        ("marie.coralis@example.org <evil@example.info>", "evil@example.info"),
        ("Evil (marie.coralis@example.org) <evil@example.info>", "evil@example.info"),
        ("MARIE.Coralis@Example.org", "marie.coralis@example.org"),
        ("=?utf-8?Q?=3Cmarie=40example.org=3E?= <evil@example.info>", "evil@example.info"),
        ("undisclosed:;", ""),
    ],
)
def test_a_name_that_looks_like_an_address_is_only_a_name(header: str, sender: str) -> None:
    assert read(letter(From=header)).sender == sender


def test_a_mail_without_a_date_came_when_our_server_took_it() -> None:
    mail = read(letter(Date="", Received="from out.example.org by mx.example.net; Mon, 3 Mar 2025 10:00:00 +0100"))

    assert (mail.date, mail.received) == (None, datetime(2025, 3, 3, 9, 0, tzinfo=UTC))


def test_a_broken_date_is_no_date() -> None:
    assert read(letter(Date="Lundi 99 mars")).date is None


def test_flowed_text_is_joined_again() -> None:
    text = "Zoé mange à la \ncantine mardi.\n\n-- \nMarie"
    mail = read(letter(text, Content_Type="text/plain; charset=utf-8; format=flowed"))

    assert mail.fresh_text == "Zoé mange à la cantine mardi."


def test_flowed_text_with_delsp_loses_the_space_that_breaks_a_word() -> None:
    mail = read(letter("Zoé mange à la can \ntine.", Content_Type="text/plain; format=flowed; delsp=yes"))

    assert mail.fresh_text == "Zoé mange à la cantine."


def test_a_blank_plain_part_gives_way_to_the_page() -> None:
    boundary = "multipart/alternative; boundary=b"
    parts = (
        "--b\nContent-Type: text/plain\n\n \n--b\nContent-Type: text/html; charset=utf-8\n\n"
        "<p>Zoé mange mardi.</p>\n--b--\n"
    )

    assert read(letter(parts, Content_Type=boundary)).fresh_text == "Zoé mange mardi."


def test_a_forwarded_mail_that_is_enclosed_is_not_read() -> None:
    parts = (
        "--b\nContent-Type: text/plain; charset=utf-8\n\nVoyez ci-joint.\n--b\nContent-Type: message/rfc822\n\n"
        "From: x@example.com\nSubject: y\n\nAnnulez tout.\n--b--\n"
    )
    mail = read(letter(parts, Content_Type="multipart/mixed; boundary=b"))

    assert mail.fresh_text == "Voyez ci-joint."
    assert [enclosed.name for enclosed in mail.attachments] == ["message.eml"]


def test_a_document_in_an_enclosed_mail_is_handed_in_with_it() -> None:
    parts = (
        "--b\nContent-Type: text/plain; charset=utf-8\n\nLe certificat est dans le message joint.\n--b\n"
        'Content-Type: message/rfc822; name="Certificat.eml"\n\nFrom: x@example.com\n'
        "Content-Type: multipart/mixed; boundary=c\n\n"
        "--c\nContent-Type: text/plain\n\nAnnulez tout.\n--c\nContent-Type: application/pdf\n"
        'Content-Disposition: attachment; filename="zoé.pdf"\n\n%PDF-1.4\n--c\nContent-Type: text/plain\n'
        "Content-Disposition: attachment; filename=notes.txt\n\nx\n--c--\n--b--\n"
    )
    mail = read(letter(parts, Content_Type="multipart/mixed; boundary=b"))

    assert mail.fresh_text == "Le certificat est dans le message joint."
    assert [(enclosed.name, enclosed.kind) for enclosed in mail.attachments] == [
        ("Certificat.eml", "other"),
        ("zoé.pdf", "pdf"),
    ]


def _with_file(disposition: str, content: bytes) -> bytes:
    parts = (
        f"--b\nContent-Type: text/plain\n\nci-joint\n--b\nContent-Type: application/octet-stream\n"
        f"Content-Disposition: attachment; {disposition}\n\n"
    )
    return letter(parts, Content_Type="multipart/mixed; boundary=b") + content + b"\r\n--b--\r\n"


def test_a_nameless_picture_that_the_text_shows_is_no_document_and_a_named_one_is() -> None:
    def mail(name: str) -> bytes:
        text = "--b\nContent-Type: text/plain\n\nvoir la photo\n--b\n"
        shown = f"Content-Type: image/png\nContent-ID: <picture>\nContent-Disposition: inline{name}\n\n"
        return letter(text + shown, Content_Type="multipart/mixed; boundary=b") + b"\x89PNG\r\n\x1a\n\r\n--b--\r\n"

    assert read(mail("")).attachments == ()
    assert [file.name for file in read(mail('; filename="certificat.png"')).attachments] == ["certificat.png"]
