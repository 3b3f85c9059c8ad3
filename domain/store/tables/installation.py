"""The installation itself: who holds which of the outside world's singletons, and small facts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from domain.store.tables.base import Base


class Lease(Base):
    """Who holds one of the outside world's singletons (the Telegram poller, a mailbox), and until when."""

    __tablename__ = "lease"

    name: Mapped[str] = mapped_column(primary_key=True)
    holder: Mapped[str]
    until: Mapped[datetime]


class Setting(Base):
    """Small facts of the installation: the bot's user name, the last update confirmed, the go-live instant."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
