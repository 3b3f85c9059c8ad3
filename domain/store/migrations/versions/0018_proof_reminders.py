"""When a family was reminded of a proof; the way back forgets it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go from 0016 to 0018."""
    with op.batch_alter_table("booking", schema=None) as batch_op:
        batch_op.add_column(sa.Column("proof_reminded_at", sa.DateTime(timezone=True), nullable=True))
