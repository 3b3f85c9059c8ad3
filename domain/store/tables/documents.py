"""Papers that families sent: what they are, for which children, and their bytes."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from domain.store.tables.base import Base, Id, partial_index
from domain.store.tables.people import Child, Family


class Document(Base):
    """A file that a family sent, once for the same bytes; what it is, for which children, and what staff said of it.

    The file itself is a `DocumentContent`, so that no list of documents reads it. It is deleted at `purged_at`, with
    its name: what is left says that it was received, and when.
    """

    __tablename__ = "document"
    __table_args__ = (
        Index("uq_document_family_id_sha256", "family_id", "sha256", unique=True),
        partial_index("ix_document_kept", "received_at", where="purged_at IS NULL"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    family_id: Mapped[int] = mapped_column(ForeignKey("family.id"))
    guardian_id: Mapped[int] = mapped_column(ForeignKey("guardian.id"), index=True)
    sha256: Mapped[str]
    kind: Mapped[str]  # certificat | autre | a code of [documents].kinds
    name: Mapped[str]
    media: Mapped[str]  # application/pdf, image/jpeg…
    size: Mapped[int]  # bytes
    channel: Mapped[str]
    received_at: Mapped[datetime]
    source_key: Mapped[str]  # the message that brought it last
    album: Mapped[str] = mapped_column(default="")  # shared by the pages of a paper that were photographed as one
    state: Mapped[str]  # unproven | received | accepted | refused
    valid_until: Mapped[date | None]  # the last day on which it counts
    about_until: Mapped[date | None]  # of a certificate: the last day that it is about
    decided_by: Mapped[str | None]
    decided_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(default="")
    purged_at: Mapped[datetime | None]
    children: Mapped[list[Child]] = relationship(secondary="document_child", order_by="Child.position")
    family: Mapped[Family] = relationship()


class DocumentChild(Base):
    """For which child a document is."""

    __tablename__ = "document_child"

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), primary_key=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"), primary_key=True, index=True)


class DocumentContent(Base):
    """The bytes of a document."""

    __tablename__ = "document_content"

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), primary_key=True, autoincrement=False)
    content: Mapped[bytes] = mapped_column(LargeBinary)
