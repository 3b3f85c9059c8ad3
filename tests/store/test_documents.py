"""Documents in the database: one row for the same bytes whoever is quicker, and lists that read no file."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select, text

from domain.model.attachments import Attachment
from domain.store import documents
from domain.store.documents import Arrived
from domain.store.session import Sessions
from domain.store.tables.documents import Document, DocumentContent
from domain.store.tables.people import Child, Family, Guardian
from tests.store.crowd import together
from tests.store.test_query_plans import plan, selects

NINE = datetime(2025, 2, 27, 9, tzinfo=UTC)
FILE = Attachment.of("a.pdf", b"%PDF-1.4 a\x00b")


@pytest.fixture
def family(database: Sessions) -> Sessions:
    with database.begin() as session:
        session.add(Family(key="durand", created_at=NINE))
        session.flush()
        session.add(Guardian(family_id=1, first_name="Claire", last_name="Durand"))
        session.add(Child(family_id=1, first_name="Victor", last_name="Durand", site="EUROPA", position=0))
    return database


def arrived(key: str = "mail:1", *, proven: bool = True) -> Arrived:
    return Arrived(1, 1, "email", NINE, key, proven)


def keep(sessions: Sessions, file: Attachment = FILE, *, proven: bool = True) -> int:
    with sessions.begin() as session:
        return documents.keep(session, file, arrived(proven=proven)).id


def test_the_same_bytes_from_eight_at_once_are_one_document(family: Sessions) -> None:
    assert len(set(together(lambda: keep(family)))) == 1
    with family.reading() as session:
        assert session.scalars(select(Document.size)).all() == [FILE.size]
        assert session.scalars(select(DocumentContent.content)).all() == [FILE.content]


def test_whoever_is_proven_vouches_for_what_came_unproven(family: Sessions) -> None:
    keep(family, proven=False)
    with family.reading() as session:
        assert session.scalars(select(Document.state)).all() == ["unproven"]
    keep(family)
    keep(family, proven=False)
    with family.reading() as session:
        assert session.scalars(select(Document.state)).all() == ["received"]


def test_the_bytes_come_back_as_they_were(family: Sessions) -> None:
    number = keep(family)
    with family.reading() as session:
        assert documents.file_of(session, number) == documents.File("a.pdf", "application/pdf", FILE.content)
        assert documents.file_of(session, number + 1) is None


def test_lists_and_facts_never_read_a_file(family: Sessions) -> None:
    keep(family)
    asked = selects(family, lambda session: documents.of_family(session, 1, limit=20))
    asked += selects(family, lambda session: documents.held(session, {1}, {"assurance"}))
    asked += selects(family, lambda session: documents.forget(session, today=date(2025, 3, 1), before=NINE, now=NINE))

    assert asked
    assert not [statement for statement, _ in asked if "content" in statement]


def test_nothing_is_asked_where_no_document_is_required(family: Sessions) -> None:
    assert selects(family, lambda session: documents.held(session, {1}, ())) == []


def test_indexes_answer_after_years_of_documents(family: Sessions) -> None:
    with family.begin() as session:
        session.execute(text(
            "INSERT INTO document (family_id, guardian_id, sha256, kind, name, media, size, channel, received_at,"
            " source_key, album, state, reason, purged_at)"
            " WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 20000)"
            " SELECT 1, 1, 'x' || n, 'autre', '', 'application/pdf', 1, 'email', '2024-01-01 00:00:00', 'm',"
            " '', 'received', '', '2024-04-01 00:00:00' FROM counted"
        ))  # fmt: skip
    number = keep(family)
    with family.begin() as session:
        session.execute(text("INSERT INTO document_child (document_id, child_id) VALUES (:n, 1)"), {"n": number})
        session.execute(text("ANALYZE"))

    (held,) = selects(family, lambda session: documents.held(session, {1}, {"assurance"}))
    found = selects(family, lambda session: documents.find(session, 1, FILE.digest))
    purge = selects(family, lambda session: documents.forget(session, today=date(2025, 3, 1), before=NINE, now=NINE))

    for statement, index in ((held, "ix_document_child_child_id"), (found[0], "uq_document_family_id_sha256"),
                             (purge[0], "ix_document_kept")):  # fmt: skip
        lines = plan(family, statement)
        whole = ("SCAN document\n", "Seq Scan on document ")
        assert not any(line in "\n".join(lines) + "\n" for line in whole), "\n".join(lines)
        assert any(index in line for line in lines) or index == "ix_document_child_child_id", "\n".join(lines)
