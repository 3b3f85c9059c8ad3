"""The documents of families: kept once, found by what they are, deleted when nothing needs them any more."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session, selectinload

from domain.model.attachments import ANOTHER, CERTIFICATE, MEDIA, Attachment
from domain.store.conflicts import insert
from domain.store.tables.documents import Document, DocumentChild, DocumentContent
from domain.store.tables.invoices import Invoice
from domain.store.tables.messages import Inbox


class Standing(StrEnum):
    """What a document counts for: `unproven` and `refused` ones for nothing."""

    UNPROVEN = "unproven"  # its sender is not proven: staff look at it first
    RECEIVED = "received"
    ACCEPTED = "accepted"
    REFUSED = "refused"


_AT_ONCE: Final = 500  # files deleted in one go

#: A certificate about days later than this after it came is not looked at for invoices: its time runs out by itself.
_LONGEST_ILLNESS: Final = timedelta(days=365)

#: A document in one of these states counts.
COUNTS: Final = (Standing.RECEIVED, Standing.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Arrived:
    """With which message a document came, and from whom."""

    family_id: int
    guardian_id: int
    channel: str
    received_at: datetime
    source_key: str
    proven: bool
    album: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of a document, and what they are called."""

    name: str
    media: str
    content: bytes


def keep(session: Session, file: Attachment, arrived: Arrived) -> Document:
    """Keep a file of a family and return its row; the same bytes are the same document, whenever they come."""
    session.flush()
    state = Standing.RECEIVED if arrived.proven else Standing.UNPROVEN
    values = {
        "family_id": arrived.family_id, "guardian_id": arrived.guardian_id, "sha256": file.digest, "kind": ANOTHER,
        "name": file.name, "media": MEDIA[file.kind], "size": file.size, "channel": arrived.channel,
        "received_at": arrived.received_at, "source_key": arrived.source_key, "state": state, "reason": "",
        "album": arrived.album,
    }  # fmt: skip
    row = insert(session, Document).values(values)
    unique = [Document.family_id, Document.sha256]
    session.execute(row.on_conflict_do_nothing(index_elements=unique))
    document = find(session, arrived.family_id, file.digest)
    if document is None:
        message = "a document that was just kept is there"
        raise AssertionError(message)
    _come_again(document, file, arrived)
    content = insert(session, DocumentContent).values(document_id=document.id, content=file.content)
    session.execute(content.on_conflict_do_nothing(index_elements=[DocumentContent.document_id]))
    return document


def find(session: Session, family_id: int, digest: str) -> Document | None:
    """Return the document with these bytes, under lock."""
    query = select(Document).where(Document.family_id == family_id, Document.sha256 == digest).with_for_update()
    return session.scalar(query, execution_options={"populate_existing": True})


def pages(session: Session, family_id: int, album: str) -> Sequence[Document]:
    """Return the documents that came as one album, in the order of arrival, under lock."""
    query = select(Document).where(Document.family_id == family_id, Document.album == album).order_by(Document.id)
    return session.scalars(query.with_for_update()).all() if album else ()


def locked(session: Session, document_id: int) -> Document | None:
    """Return a document under lock, as it stands now."""
    return session.get(Document, document_id, with_for_update=True, populate_existing=True)


def file_of(session: Session, document_id: int) -> File | None:
    """Return the bytes of a document; None when they are deleted."""
    row = session.execute(
        select(Document.name, Document.media, DocumentContent.content)
        .join(DocumentContent, DocumentContent.document_id == Document.id)
        .where(Document.id == document_id)
    ).one_or_none()
    return File(*row) if row is not None else None


def of_family(session: Session, family_id: int, *, limit: int) -> Sequence[Document]:
    """Return a family's documents that are still there, the newest first."""
    query = (
        select(Document)
        .where(Document.family_id == family_id, Document.purged_at.is_(None))
        .options(selectinload(Document.children))
        .order_by(Document.received_at.desc(), Document.id.desc())
    )
    return session.scalars(query.limit(limit)).all()


def held(session: Session, children: Collection[int], kinds: Collection[str]) -> Mapping[tuple[int, str], date]:
    """Return until when (included) each child has a document of each kind, refused and unproven ones left out."""
    if not children or not kinds:
        return {}
    rows = session.execute(
        select(DocumentChild.child_id, Document.kind, Document.valid_until)
        .join(Document, Document.id == DocumentChild.document_id)
        .where(DocumentChild.child_id.in_(children), Document.kind.in_(kinds), Document.state.in_(COUNTS))
    )
    until: dict[tuple[int, str], date] = {}
    for child, kind, valid in rows:
        until[child, kind] = max(until.get((child, kind), date.min), valid or date.max)
    return until


def unchecked(session: Session, children: Collection[int], kinds: Collection[str]) -> Collection[tuple[int, str]]:
    """Return which children have a document of which of `kinds` that nobody has looked at."""
    if not children or not kinds:
        return ()
    rows = session.execute(
        select(DocumentChild.child_id, Document.kind)
        .join(Document, Document.id == DocumentChild.document_id)
        .where(DocumentChild.child_id.in_(children), Document.kind.in_(kinds), Document.state == Standing.RECEIVED)
    )
    return {(child, kind) for child, kind in rows}


def forget(session: Session, *, today: date, before: datetime, now: datetime) -> int:
    """Delete the files that nothing needs any more, at most 500 of them, and return how many.

    A certificate goes once the days that it is about are invoiced; so does, `before` which it was received, every file
    that is not valid (any more). The messages that brought them are blanked with them: they hold the same bytes.
    """
    gone = (_of_no_use(session, today, before) | _invoiced(session, before)).items()
    numbers = sorted(number for number, _ in gone)[:_AT_ONCE]
    if not numbers:
        return 0
    session.execute(delete(DocumentContent).where(DocumentContent.document_id.in_(numbers)))
    session.execute(update(Document).where(Document.id.in_(numbers)).values(purged_at=now, name=""))
    handled = Inbox.key.in_([key for number, key in gone if number in numbers]) & Inbox.state.in_(("done", "failed"))
    session.execute(update(Inbox).where(handled).values(raw=b""))
    return len(numbers)


def _of_no_use(session: Session, today: date, before: datetime) -> dict[int, str]:
    valid = Document.state.in_(COUNTS) & (Document.valid_until.is_not(None)) & (Document.valid_until >= today)
    lasts = Document.about_until.is_not(None) & (Document.about_until >= before.date())
    old = Document.purged_at.is_(None) & (Document.received_at < before) & ~lasts
    rows = session.execute(select(Document.id, Document.source_key).where(old, ~valid).limit(_AT_ONCE))
    return {number: key for number, key in rows}  # noqa: C416 - a row is not yet a pair


def _invoiced(session: Session, before: datetime) -> dict[int, str]:
    """Return the certificates whose days a final invoice of their family has, or a later one."""
    recent = Document.purged_at.is_(None) & (Document.received_at >= before - _LONGEST_ILLNESS)
    certificates = session.execute(
        select(Document.id, Document.source_key, Document.family_id, Document.about_until).where(
            recent, Document.kind == CERTIFICATE, Document.about_until.is_not(None)
        )
    ).all()
    last = _last_invoices(session, {family for _, _, family, _ in certificates})
    return {number: key for number, key, family, until in certificates if f"{until:%Y-%m}" <= last.get(family, "")}


def _last_invoices(session: Session, families: Collection[int]) -> Mapping[int, str]:
    """Return the last month for which each of `families` has a final invoice."""
    if not families:
        return {}
    issued = select(Invoice.family_id, func.max(Invoice.month)).where(Invoice.status == "issued")
    rows = session.execute(issued.where(Invoice.family_id.in_(families)).group_by(Invoice.family_id))
    return {family: month for family, month in rows}  # noqa: C416 - a row is not yet a pair


def _come_again(document: Document, file: Attachment, arrived: Arrived) -> None:
    """Note that a document came once more: whoever is proven vouches for it, and what was deleted is there again."""
    document.source_key = arrived.source_key
    if document.purged_at is not None:
        document.purged_at, document.name, document.received_at = None, file.name, arrived.received_at
        document.state, document.decided_by, document.decided_at = Standing.RECEIVED, None, None
    if document.state == Standing.UNPROVEN and arrived.proven:
        document.state = Standing.RECEIVED
