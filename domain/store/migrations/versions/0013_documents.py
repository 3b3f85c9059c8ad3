"""The files that families send."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go from 0011 to 0013."""
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "document",
        sa.Column("id", number, nullable=False),
        sa.Column("family_id", number, nullable=False),
        sa.Column("guardian_id", number, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("source_key", sa.Text(), nullable=False),
        sa.Column("album", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("about_until", sa.Date(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("purged_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["family_id"], ["family.id"], name=op.f("fk_document_family_id_family")),
        sa.ForeignKeyConstraint(["guardian_id"], ["guardian.id"], name=op.f("fk_document_guardian_id_guardian")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
    )
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_document_guardian_id"), ["guardian_id"], unique=False)
        batch_op.create_index("uq_document_family_id_sha256", ["family_id", "sha256"], unique=True)
        batch_op.create_index(
            "ix_document_kept",
            ["received_at"],
            unique=False,
            sqlite_where=sa.text("purged_at IS NULL"),
            postgresql_where=sa.text("purged_at IS NULL"),
        )
    op.create_table(
        "document_child",
        sa.Column("document_id", number, nullable=False),
        sa.Column("child_id", number, nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_document_child_document_id_document")),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_document_child_child_id_child")),
        sa.PrimaryKeyConstraint("document_id", "child_id", name=op.f("pk_document_child")),
    )
    with op.batch_alter_table("document_child", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_document_child_child_id"), ["child_id"], unique=False)
    op.create_table(
        "document_content",
        sa.Column("document_id", number, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_document_content_document_id_document")
        ),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_document_content")),
    )
