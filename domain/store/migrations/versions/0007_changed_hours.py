"""Changed hours. There is no way back but the copy that was made before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go from 0006 to 0007."""
    with op.batch_alter_table("booking", schema=None) as batch_op:
        batch_op.add_column(sa.Column("wanted_hour", sa.Time(), nullable=True))
    with op.batch_alter_table("request_line", schema=None) as batch_op:
        batch_op.add_column(sa.Column("hour_before", sa.Time(), nullable=True))
        batch_op.add_column(sa.Column("cents_before", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("wanted_hour", sa.Time(), nullable=True))
        batch_op.add_column(sa.Column("wanted_cents", sa.Integer(), nullable=True))
        for part in ("surcharge", "reduction", "aid"):
            name = f"wanted_{part}_cents"
            batch_op.add_column(sa.Column(name, sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("late", sa.Boolean(), server_default=sa.false(), nullable=False))
