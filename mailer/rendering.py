"""What leaves, as a mail: a text and an HTML part from one layout, threading, and the marks of an automatic answer."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from html import escape
from html.parser import HTMLParser
from typing import Final

from domain.model.messages import Outgoing
from domain.store.outbox import Parcel

_REFERENCES: Final = 10
#: An answer that leaves so long after the question says when that was received: something was out of order.
_LATE: Final = timedelta(hours=1)
_ID: Final = re.compile(r"<[!-;=?-~]{1,500}>")
_ADDRESS: Final = re.compile(r"[!-;=?A-~]{1,64}@[A-Za-z0-9.-]{1,253}")
_SUBJECT_CHARS: Final = 200
_CALENDAR: Final = "reservations.ics"
_PAGE: Final = (
    '<!DOCTYPE html>\n<html lang="fr"><head><meta charset="utf-8"><title>{}</title></head>\n'
    '<body style="font-family:sans-serif;font-size:16px;line-height:1.5">\n{}\n</body></html>\n'
)
_KEPT_TAGS: Final = frozenset({"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "blockquote"})


def message_id(parcel: Parcel, domain: str) -> str:
    """Return the Message-ID of `parcel`: the same on every try, so that a doubled mail shows as one."""
    return f"<{parcel.mail_id}@{domain}>"


def text_part(layout: str) -> str:
    """Return Telegram-flavoured HTML as plain text; a link is followed by its address."""
    return _rendered(layout).plain


def html_part(layout: str, title: str = "") -> str:
    """Return Telegram-flavoured HTML as a page of its own called `title`; what is not its layout is escaped."""
    return _PAGE.format(escape(title), _rendered(layout).rich.replace("\n", "<br>\n"))


def compose(parcel: Parcel, *, address: str, name: str, now: datetime) -> bytes:
    """Return the mail for `parcel`, from `address` with the structure's `name`, ready for the wire.

    Raises:
        ValueError: an address that cannot stand in a header.

    """
    outgoing = parcel.message
    if not _ADDRESS.fullmatch(parcel.address):
        raise ValueError("no address")
    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address(display_name=_one_line(name), addr_spec=address)
    mail["To"] = parcel.address
    mail["Subject"] = _one_line(outgoing.subject)[:_SUBJECT_CHARS] or _one_line(name)
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = message_id(parcel, address.rpartition("@")[2])
    mail["Auto-Submitted"] = "auto-generated" if outgoing.notice else "auto-replied"
    mail["X-Auto-Response-Suppress"] = "All"
    mail["X-Loop"] = address
    words = _words(outgoing, now)
    mail.set_content(text_part(words), cte="quoted-printable")
    mail.add_alternative(html_part(words, str(mail["Subject"])), subtype="html", cte="quoted-printable")
    if outgoing.calendar:
        mail.add_attachment(outgoing.calendar, subtype="calendar", filename=_CALENDAR, params={"method": "PUBLISH"})
    return _threading(outgoing.reply_to, outgoing.references) + mail.as_bytes()


def _words(outgoing: Outgoing, now: datetime) -> str:
    """Return the text; one that answers much later than it was asked says when that was received."""
    if not outgoing.late or now - datetime.fromisoformat(outgoing.received) < _LATE:
        return outgoing.text
    above, words = outgoing.text[: outgoing.head], outgoing.text[outgoing.head :].lstrip()
    return "\n\n".join(part for part in (above, outgoing.late, words) if part)


def _threading(reply_to: str, references: tuple[str, ...]) -> bytes:
    """Return the headers that put the answer in its thread, one id a line.

    Written by hand: the standard library makes encoded words of ids longer than a line, and Outlook's are.
    """
    answered = _ID.findall(reply_to)[:1]
    if not answered:
        return b""
    known = [found for text in references for found in _ID.findall(text)]
    thread = list(dict.fromkeys(found for found in known if found != answered[0]))[-(_REFERENCES - 1) :] + answered
    lines = "\r\n ".join(thread)
    return f"In-Reply-To: {answered[0]}\r\nReferences: {lines}\r\n".encode("ascii")


def _one_line(text: str) -> str:
    return " ".join(_rendered(text).plain.split())


class _Rendering(HTMLParser):
    """Reads the layout once and writes both parts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.plain = ""
        self.rich = ""
        self._links: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _KEPT_TAGS:
            self.rich += f"<{tag}>"
        elif tag == "br":
            self.handle_data("\n")
        elif tag == "a":
            target = dict(attrs).get("href") or ""
            self._links.append((target, len(self.plain)))
            self.rich += f'<a href="{escape(target)}">'

    def handle_endtag(self, tag: str) -> None:
        if tag in _KEPT_TAGS:
            self.rich += f"</{tag}>"
        elif tag == "a" and self._links:
            target, start = self._links.pop()
            self.plain += f" ({target})" if target not in self.plain[start:] else ""
            self.rich += "</a>"

    def handle_data(self, data: str) -> None:
        self.plain += data
        self.rich += escape(data, quote=False)


def _rendered(layout: str) -> _Rendering:
    rendering = _Rendering()
    rendering.feed(layout)
    rendering.close()
    return rendering
