"""The class of a child, and closures of classes; the way back forgets them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go from 0016 to 0017."""
    with op.batch_alter_table("child", schema=None) as batch_op:
        batch_op.add_column(sa.Column("school_class", sa.Text(), server_default="", nullable=False))
        batch_op.create_index("ix_child_site_school_class", ["site", "school_class"], unique=False)

    with op.batch_alter_table("closure", schema=None) as batch_op:
        batch_op.add_column(sa.Column("classes", sa.Text(), server_default="", nullable=False))
