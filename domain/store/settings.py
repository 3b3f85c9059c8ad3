"""Small facts of the installation, by name: the bot's user name, the last update confirmed."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.store.conflicts import insert
from domain.store.tables.installation import Setting

#: When the mailbox was last searched, in ISO form: for other processes, which have no watcher of their own.
MAIL_SEEN: Final = "mail_seen"


def read(session: Session, name: str) -> str | None:
    """Return what was last written under `name`, if anything was."""
    return session.scalar(select(Setting.value).where(Setting.name == name))


def write(session: Session, name: str, value: str) -> None:
    """Keep `value` under `name`, instead of what was there."""
    wanted = insert(session, Setting).values(name=name, value=value)
    session.execute(wanted.on_conflict_do_update(index_elements=[Setting.name], set_={"value": wanted.excluded.value}))
