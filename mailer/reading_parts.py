"""The parts of a MIME mail: which of them are its text, which are enclosed files."""

from __future__ import annotations

import itertools
import re
from base64 import b64decode
from collections.abc import Iterator
from email.errors import CloseBoundaryNotFoundDefect
from html import unescape
from quopri import decodestring
from typing import Final

from domain.model.attachments import OTHER, kind_of, safe_name
from mailer.mail import AttachmentInfo
from mailer.reading_bulk import without_bulk
from mailer.reading_charset import clean, decode, header_words
from mailer.reading_flow import unflow
from mailer.reading_html import html_text
from mailer.reading_part import Part

TEXT_CHARS: Final = 64 * 1024
TEXT_LINES: Final = 2_000
DEPTH: Final = 10
PARTS: Final = 100
#: A plain part of less than a tenth of the page's words only says "this mail needs HTML".
_TOO_PLAIN: Final = 0.1
_TEXT_BYTES: Final = 1_000_000
#: A plain part that only points to the other one.
_POINTS_TO_PAGE: Final = re.compile(r"\bhtml\b", re.IGNORECASE)
_POINTING_WORDS: Final = 25
#: A first line of base64: of whole groups, or as long as such lines are.
_BASE64: Final = re.compile(rb"(?:(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/=]{4})|[A-Za-z0-9+/]{60,}={0,2})\s*(?:$|[\r\n])")
_BASE64_LINE: Final = re.compile(rb"[A-Za-z0-9+/=]*")
#: Letters of UTF-8 as quoted-printable writes them: nobody types these.
_QUOTED: Final = re.compile(rb"=C[23]=[89AB][0-9A-F]")
_PAGE: Final = re.compile(r"\s*<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_ENTITY: Final = re.compile(r"&(?:[aeiouc](?:acute|grave|circ|uml|cedil)|rsquo|nbsp|#39|#233|#x27);", re.IGNORECASE)
_MARKED_UP: Final = frozenset({"enriched", "richtext"})
#: How a page ends a line, in a text that has no other sign of being one.
_LINE_BREAK: Final = re.compile(r"<br\s{0,3}/?>|</(?:p|div)>", re.IGNORECASE)
_MARK: Final = re.compile(r"</?[a-zA-Z-]{1,40}>")
#: Other forms of the text beside them: no files.
_OTHER_FORMS: Final = frozenset({"text/x-amp-html", "text/watch-html", "text/rtf", "text/calendar"})
#: Parts that sign a mail, or say how it is sealed (RFC 8551, RFC 3156).
_SEALS: Final = frozenset(
    {
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/pgp-signature",
        "application/pgp-encrypted",
    }
)
#: What programs write above the parts for readers that know no parts.
_PREAMBLE: Final = re.compile(
    r"^(?:this is a (?:cryptographically signed )?(?:message|multi-?part message) in mime format"
    r"|ceci est un message (?:au format mime|multi-?part)).*$",
    re.IGNORECASE | re.MULTILINE,
)
_SEALED: Final = "-----BEGIN PGP SIGNED MESSAGE-----"
_SEAL: Final = "-----BEGIN PGP SIGNATURE-----"


def text_of(message: Part) -> str:
    """Return the words of a mail: plain text, or a page's visible text where there is no (real) plain text.

    A text that has a file's name, and is not called attached, is the mail's words where there are no others.
    """
    named = map(_text_of_one, _named_texts(message))
    return _capped(_text(message, DEPTH) or "\n".join([*named, *_unparted(message)]))


def _unparted(message: Part) -> list[str]:
    """Return the words where parts are promised and none begins: a filter took the boundaries out, and left these."""
    leaves = (part for part, _ in _leaves(message, DEPTH, cut=False))
    return [_PREAMBLE.sub("", _text_of_one(part)) for part in leaves if part.get_content_maintype() == "multipart"]


def _named_texts(message: Part) -> list[Part]:
    leaves = (part for part, _ in _leaves(message, DEPTH, cut=False))
    return [part for part in leaves if part.is_plain and not part.disposition.startswith("attachment")]


def attachments_of(message: Part) -> tuple[AttachmentInfo, ...]:
    """Return the enclosed files, without those that only sign the mail or adorn it.

    The words of a mail that is enclosed are not read, but the documents in it are the sender's to hand in.
    """
    if message.kind == "multipart/report":  # what it encloses is the report
        return ()
    found = []
    for part, cut in _leaves(message, DEPTH, cut=False):
        if part is not message and not part.is_words and not _is_inert(part):
            found.append(_attachment(part, cut=cut))
            found.extend(_documents_within(part, cut=cut))
    if message.is_file and not message.is_multipart() and not message.is_words:
        found.append(_attachment(message, cut=False))
    return tuple(found[:PARTS])


def _documents_within(part: Part, *, cut: bool) -> Iterator[AttachmentInfo]:
    """Yield what may be a document in a mail that is enclosed as it is ("transférer en pièce jointe")."""
    enclosed = _children(part) if part.kind == "message/rfc822" else []
    leaves = (leaf for mail in enclosed[:1] for leaf in _leaves(mail, DEPTH, cut=cut))
    files = (_attachment(leaf, cut=torn) for leaf, torn in leaves if leaf.is_file and not leaf.is_multipart())
    yield from (file for file in files if file.kind != OTHER)


def calendar_method(message: Part) -> str:
    """Return what a calendar sends the mail for (RFC 6047): "request", "reply", "cancel"…, "" when none does."""
    parts = (part for part, _ in _leaves(message, DEPTH, cut=False) if part.kind == "text/calendar")
    return next((str(part.get_param("method", "")).lower() for part in parts if not part.is_file), "")


def payload(part: Part) -> bytes:
    """Return the decoded content of a part that has no parts."""
    told = str(part.get("Content-Transfer-Encoding", ""))
    if (encoding := next(iter(told.lower().split()), "").strip(';"')) and encoding != told.lower():
        part.replace_header("Content-Transfer-Encoding", encoding)  # "BASE64 ", "base64 (of a file)"
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _words_of(part: Part) -> bytes:
    """Return the decoded words of a part, whether or not its label tells the truth about their encoding."""
    data = payload(part)
    told = str(part.get("Content-Transfer-Encoding", "")).lower()
    if told == "base64":
        return _of_base64(written) if _BASE64.match(written := _as_written(part)) else written
    return decodestring(data) if told != "quoted-printable" and data.isascii() and _QUOTED.search(data) else data


def _of_base64(written: bytes) -> bytes:
    """Decode base64 up to a footer that a server put below it as it is."""
    lines = itertools.takewhile(_BASE64_LINE.fullmatch, (line.strip() for line in written.split(b"\n")))
    digits = b"".join(lines).replace(b"=", b"")
    return b64decode(digits[: len(digits) - (len(digits) % 4 == 1)] + b"==")


def _as_written(part: Part) -> bytes:
    written = part.get_payload()
    return written.encode("utf-8", "surrogateescape").strip() if isinstance(written, str) else b""


def _unsealed(text: str) -> str:
    """Return the words within a seal that is written around them as text (RFC 9580, section 7)."""
    before, sealed, rest = text.partition(_SEALED)
    words, ended, _ = rest.partition(_SEAL)
    if not (sealed and ended):
        return text
    return before + "\n".join(line.removeprefix("- ") for line in words.partition("\n\n")[2].split("\n"))


def _capped(text: str) -> str:
    text = _unsealed(text)
    return "\n".join(clean(text[: TEXT_CHARS * 2])[:TEXT_CHARS].split("\n", TEXT_LINES)[:TEXT_LINES])


def _text(part: Part, depth: int) -> str:
    if part.is_multipart():
        return _text_of_many(part, depth - 1) if depth and part.main == "multipart" else ""
    return _text_of_one(part) if part.is_words else ""


def _text_of_many(part: Part, depth: int) -> str:
    children = _children(part)
    if part.sub == "alternative":
        plain = "\n".join(_text(child, depth) for child in children if child.kind == "text/plain")
        rich = (_text(child, depth) for child in children if child.kind != "text/plain")
        return _better(plain, "\n".join(filter(None, rich)))
    if part.sub == "report":  # the first part is for people, the rest for programs
        children = children[:1]
    texts = filter(None, (_text(child, depth) for child in children))
    said = {" ".join(text.split()): text for text in texts}  # one text in two forms that nobody calls alternatives
    return "\n".join(said.values())


def _better(plain: str, rich: str) -> str:
    said, shown = len(plain.split()), len(rich.split())
    points = shown and said < _POINTING_WORDS and _POINTS_TO_PAGE.search(plain)
    return plain if said and said >= _TOO_PLAIN * shown and not points else rich


def _text_of_one(part: Part) -> str:
    data = without_bulk(_words_of(part))
    text = decode(data[:_TEXT_BYTES], part.get_content_charset() or "", cut=len(data) > _TEXT_BYTES)
    if part.sub == "html" or _PAGE.match(text):
        return html_text(text, limit=TEXT_CHARS)
    text = clean(text[: TEXT_CHARS * 2])
    if part.sub in _MARKED_UP or _LINE_BREAK.search(text):
        text = _MARK.sub("", _LINE_BREAK.sub("\n", text))
    if _ENTITY.search(text):  # a page's letters, in what is called plain
        text = unescape(text)
    if str(part.get_param("format", "")).lower() == "flowed":
        return unflow(text, delsp=str(part.get_param("delsp", "")).lower() == "yes")
    return text


def _children(part: Part) -> list[Part]:
    content = part.get_payload()
    return [child for child in content if isinstance(child, Part)][:PARTS] if isinstance(content, list) else []


def _leaves(part: Part, depth: int, *, cut: bool) -> Iterator[tuple[Part, bool]]:
    """Yield the parts that have no parts of their own, and whether the mail breaks off within them."""
    if part.main != "multipart" or not part.is_multipart():
        yield part, cut
        return
    children = _children(part) if depth else []
    open_ended = cut or any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in part.defects)
    for child in children:
        yield from _leaves(child, depth - 1, cut=open_ended and child is children[-1])


def _is_inert(part: Part) -> bool:
    """Say whether a part signs or seals the mail, or is a nameless picture that its text shows (RFC 2392)."""
    shown = part.main == "image" and part.get("Content-ID") is not None and not part.is_file
    beside = part.kind in _OTHER_FORMS and not part.is_file
    return shown or beside or part.kind in _SEALS


def _attachment(part: Part, *, cut: bool) -> AttachmentInfo:
    data = b"" if part.is_multipart() else payload(part)
    return AttachmentInfo(_safe_name(part), len(data), kind_of(data), damaged=cut or bool(part.defects), content=data)


def _safe_name(part: Part) -> str:
    """Return the file's name, made safe, or what stands for a name."""
    name = safe_name(header_words(part.file_name or ""))
    return name or ("message.eml" if part.main == "message" else "sans-nom")
