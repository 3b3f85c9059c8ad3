"""Tries whose outcome nobody knows; the way back forgets them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go from 0013 to 0016."""
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("doubts", sa.Integer(), server_default="0", nullable=False))
