"""Files for tests, sent by chat as by mail."""

from __future__ import annotations

import itertools

from sqlalchemy import func, select

from domain.model.attachments import Attachment
from domain.model.messages import Channel, Incoming, Kind
from domain.store import documents
from domain.store.tables.documents import Document, DocumentContent
from tests.desk.office import Office, Seen

_numbers = itertools.count(1)


def pdf(name: str, words: str = "") -> Attachment:
    """Return a PDF; other `words` are another document."""
    return Attachment.of(name, b"%PDF-1.4\n" + f"{name} {words}".encode())


def photo(words: str = "") -> Attachment:
    return Attachment.of("photo", b"\xff\xd8\xff\xe0" + words.encode() + b"." * 60_000)


def logo() -> Attachment:
    return Attachment.of("logo.png", b"\x89PNG\r\n\x1a\n")


def sends(
    office: Office, family: str, *files: Attachment, text: str = "", key: str = "", album: str = ""
) -> list[Seen]:
    """Send files in the chat, with or without words; return what the family reads."""
    chat = str(office.chat_of(family))
    number = key or f"file:{next(_numbers)}"
    office.desk.receive(
        Incoming(
            Channel.CHAT,
            Kind.TEXT if text else Kind.OTHER,
            number,
            chat,
            office.clock.now(),
            text=text,
            chat=chat,
            message=number,
            attachments=files,
            album=album,
        )
    )
    return office.read(chat)


def kept(office: Office) -> list[str]:
    """Return "durand assurance Victor received" for each document, in the order of arrival."""
    with office.sessions.reading() as session:
        rows = session.scalars(select(Document).order_by(Document.id))
        return [
            " ".join([row.family.key, row.kind, "+".join(c.first_name for c in row.children) or "-", row.state])
            for row in rows
        ]


def contents(office: Office) -> int:
    """Count the files that are kept."""
    with office.sessions.reading() as session:
        return session.scalar(select(func.count()).select_from(DocumentContent)) or 0


def file_of(office: Office, seen: Seen) -> bytes:
    """Return the bytes that go with a message."""
    with office.sessions.reading() as session:
        file = documents.file_of(session, seen.message.file)
        return file.content if file else b""


def to_staff(office: Office, kind: str, chat: int = 9001) -> list[Seen]:
    return [one for one in office.read(str(chat)) if one.kind == kind]
