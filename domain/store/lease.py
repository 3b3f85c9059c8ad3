"""Who holds one of the outside world's singletons: the Telegram poller, the watcher of a mailbox.

A lease is taken, renewed before it ends, and given back. A killed process keeps it until it ends, no longer. It goes
by the machine's own clock: a trial's clock (PREAU_NOW) starts anew with each process.
"""

from __future__ import annotations

import functools
import secrets
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, or_
from sqlalchemy.orm import Session

from domain.store.conflicts import insert
from domain.store.tables.installation import Lease

#: No further are the clocks of two machines apart that share a database.
_APART: Final = timedelta(minutes=5)


@functools.cache
def holder_name() -> str:
    """Return this process's name: random, because host names and process ids repeat across containers."""
    return secrets.token_hex(8)


def take(session: Session, name: str, holder: str, now: datetime, ttl: timedelta) -> bool:
    """Take or renew the lease `name` for `holder` until `now + ttl` (machine's clock); False while another holds it.

    One that ends later than any could that was taken by now is nobody's: the clock was set back since.
    """
    wanted = insert(session, Lease).values(name=name, holder=holder, until=now + ttl)
    statement = wanted.on_conflict_do_update(
        index_elements=[Lease.name],
        set_={"holder": wanted.excluded.holder, "until": wanted.excluded.until},
        where=or_(Lease.until < now, Lease.until > now + ttl + _APART, Lease.holder == holder),
    )
    return session.scalar(statement.returning(Lease.holder)) == holder


def release(session: Session, name: str, holder: str) -> None:
    """Give the lease `name` back, if `holder` still has it."""
    session.execute(delete(Lease).where(Lease.name == name, Lease.holder == holder))
