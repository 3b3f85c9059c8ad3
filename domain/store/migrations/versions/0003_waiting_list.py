"""Waiting list: offers, and the order that staff give. There is no way back but the copy that was made before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_OFFERED = sa.text("offer_expires_at IS NOT NULL")


def upgrade() -> None:
    """Go from 0002 to 0003. Columns are added in place: a table of millions of bookings is not copied."""
    op.add_column("booking", sa.Column("priority", sa.Integer(), server_default=sa.text("0"), nullable=False))
    op.add_column("booking", sa.Column("offered_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("booking", sa.Column("offer_expires_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index(
        "ix_booking_offered",
        "booking",
        ["day", "site", "activity"],
        unique=False,
        sqlite_where=_OFFERED,
        postgresql_where=_OFFERED,
    )
    op.create_index(
        "ix_booking_offer_expires_at",
        "booking",
        ["offer_expires_at"],
        unique=False,
        sqlite_where=_OFFERED,
        postgresql_where=_OFFERED,
    )
