"""Bytes to words. Senders lie about their charset; the ladder never fails and never invents a U+FFFD."""

from __future__ import annotations

import codecs
import re
import unicodedata
from base64 import b64decode
from binascii import Error as BadBase64
from quopri import decodestring
from typing import Final

#: Codecs that are no charset of a mail: their decoding is quadratic, or runs escapes that the sender chose.
_NO_CHARSET: Final = frozenset({"punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined", "charmap"})
#: One-byte Western labels are what careless programs put on UTF-8, so UTF-8 is tried before them; and
#: ASCII and Latin-1 labels are read as Windows-1252, which has their letters and the euro sign besides.
_WESTERN: Final = {"ascii": "cp1252", "iso8859-1": "cp1252", "cp1252": "cp1252", "iso8859-15": "iso8859-15"}
#: Control characters (C0 and C1 but tab and line feed) and characters that have no width.
#: Half characters (surrogates) come from UTF-7; no database takes them.
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
#: Names of charsets that programs write and Python does not know.
_ALIASES: Final = {"x-mac-roman": "mac_roman", "x-macroman": "mac_roman", "x-cp1252": "cp1252", "x-ansi": "cp1252"}
#: UTF-8 that was taken for Windows-1252 and made UTF-8 once more: "ZoÃ©". Bytes that Windows-1252 lacks stay C1.
_TWICE: Final = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]"
)
_RUN: Final = re.compile("[\u0080-\u009f]+|[^\u0080-\u009f]+")
_ENCODED_WORD: Final = re.compile(r"=\?([^?\s]{1,40})\?([bBqQ])\?([^?]*)\?=")
_HEADER_CHARS: Final = 10_000


def decode(data: bytes, declared: str = "", *, cut: bool = False) -> str:
    """Decode `data`, labelled `declared`: the label where it fits, then UTF-8 (even damaged), Windows-1252 and Latin-1.

    `cut` says that the end is missing, so that half a character there is no proof against a charset.
    """
    label = _codec_name(declared)
    western = _WESTERN.get(label)
    before: tuple[str, ...] = ("utf-8",) if western else (label, "utf-8")
    for charset in before:
        if (text := _strictly(data, charset, cut=cut)) is not None:
            return _once(text)
    if (damaged := _damaged_utf8(data)) is not None:
        return damaged
    for charset in (western or "cp1252", "cp1252"):
        if (text := _strictly(data, charset, cut=cut)) is not None:
            return text
    return data.decode("latin-1")


def _once(text: str) -> str:
    """Undo a second encoding, where all of the text had it and it is UTF-8 below."""
    if not _TWICE.search(text):
        return text
    try:
        return b"".join(map(_western_bytes, _RUN.findall(text))).decode()
    except UnicodeError:
        return text


def _western_bytes(run: str) -> bytes:
    return run.encode("latin-1" if "\x80" <= run[0] <= "\x9f" else "cp1252")


def clean(text: str) -> str:
    """Compose accents, make every line end a line feed, and drop what cannot be seen."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def unescape(value: str) -> str:
    """Give a raw header its letters back: bytes beyond ASCII stand in it as surrogates."""
    if value.isascii():
        return value
    return decode(value.encode("utf-8", "surrogateescape"))


def header_words(value: str) -> str:
    """Decode the encoded words (RFC 2047) of a header into one clean line."""
    pieces: list[str] = []
    pending: tuple[str, bytes] | None = None  # a character may be split over two words: join before decoding
    position = 0
    value = value[:_HEADER_CHARS]
    for word in _ENCODED_WORD.finditer(value):
        between, position = value[position : word.start()], word.end()
        charset, data = word[1].partition("*")[0].lower(), _word_bytes(word[2], word[3])
        if pending and not between.strip() and pending[0] == charset:
            pending = charset, pending[1] + data
            continue
        if pending:
            pieces.append(decode(pending[1], pending[0]))
        if not pending or between.strip():
            pieces.append(between)
        pending = charset, data
    if pending:
        pieces.append(decode(pending[1], pending[0]))
    pieces.append(value[position:])
    return " ".join(clean("".join(pieces)).split())


def _codec_name(declared: str) -> str:
    try:
        told = declared.strip().strip("\"'").lower()
        name = codecs.lookup(_ALIASES.get(told, told)).name
    except (LookupError, ValueError):
        return ""
    return "" if name.replace("-", "_") in _NO_CHARSET else name


def _strictly(data: bytes, charset: str, *, cut: bool) -> str | None:
    """Decode without forgiving anything; None when `charset` does not fit, or is none ("")."""
    try:
        decoded: object = codecs.getincrementaldecoder(charset)("strict").decode(data, final=not cut)
    except (LookupError, ValueError, TypeError):  # TypeError: codecs of bytes to bytes have such a decoder too
        return None
    return decoded if isinstance(decoded, str) else None


def _damaged_utf8(data: bytes) -> str | None:
    """Read UTF-8 with a few bytes that are none (a server puts 0x80 for NUL): most of its letters must be whole."""
    text = data.decode("utf-8", "ignore")
    whole = len(text.encode()) - sum(map(str.isascii, text))
    dropped = len(data) - len(text.encode())
    return text if dropped <= whole // 2 else None


def _word_bytes(encoding: str, content: str) -> bytes:
    raw = content.encode("utf-8", "ignore")
    if encoding in "qQ":
        return decodestring(raw.replace(b"_", b" ").replace(b"\n", b""), header=True)
    try:
        return b64decode(raw + b"=" * (-len(raw) % 4))
    except BadBase64:
        return raw
