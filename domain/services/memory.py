"""What a guardian asked last: kept for a while, by either channel, so that a follow-up can lean on it.

It belongs to the guardian and not to the family: "pareil" means what *I* said. What is in the cart is the family's.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Executable, bindparam, select

from domain.model.following import Said
from domain.model.messages import Channel
from domain.model.wish import Reason
from domain.services import cart
from domain.services.packed import Packed, pack_said, pack_wish, unpack_said, unpack_wish
from domain.services.questions import Sentence
from domain.services.turn import Parent
from domain.store.conflicts import insert_into, table_of
from domain.store.tables.conversation import LastRequest

_TABLE: Final = table_of(LastRequest)

#: How long a request can be leaned on. A chat is one sitting: two hours later "plutôt vendredi" is about something
#: else. A mail is answered when there is time for it, within the week that it is about.
LIVES: Final[Mapping[Channel, timedelta]] = MappingProxyType(
    {Channel.CHAT: timedelta(hours=2), Channel.EMAIL: timedelta(days=7)}
)


@dataclass(frozen=True, slots=True)
class Change:
    """What a follow-up changed: the request before it, and the cart lines it took out; for an edit of it."""

    before: Packed | None
    taken: Sequence[cart.Taken] = ()


def recall(parent: Parent, at: datetime) -> Said | None:
    """Return the guardian's last request as of `at`; None when there is none, or when it is too old by then."""
    row = _row(parent)
    if row is None or not row.received_at <= at < row.expires_at:
        return None
    return unpack_said(row.payload["said"])


def stale(parent: Parent, at: datetime) -> Said | None:
    """Return the last request that is too old at `at` to be leaned on without asking."""
    row = _row(parent)
    return unpack_said(row.payload["said"]) if row is not None and at >= row.expires_at else None


def expired_since(parent: Parent, at: datetime) -> datetime | None:
    """Return when the last request was received, if it is too old at `at` to be leaned on."""
    row = _row(parent)
    return row.received_at if row is not None and at >= row.expires_at else None


def snapshot(parent: Parent) -> Packed | None:
    """Return the memory as it stands, to be kept beside a change."""
    row = _row(parent)
    if row is None:
        return None
    return {
        "said": row.payload["said"],
        "channel": row.channel,
        "key": row.source_key,
        "ref": row.source_ref,
        "received_at": row.received_at.isoformat(),
    }


def remember(parent: Parent, sentence: Sentence, said: Said, change: Change | None = None) -> None:
    """Keep `said` as the guardian's last request; an older message that arrives late does not displace a newer one."""
    version = cart.locked(parent).version
    payload: Packed = {"said": pack_said(said)}
    if change is not None:
        taken = [_pack_taken(taken) for taken in change.taken]
        payload |= {"before": change.before, "taken": taken, "version": version}
    channel = parent.turn.incoming.channel
    _write(parent, channel, sentence.source_key, sentence.ref, sentence.received_at, payload)


def forget(parent: Parent) -> None:
    """Forget the last request: it was taken back."""
    row = _row(parent)
    if row is not None:
        parent.turn.session.delete(row)
        parent.turn.session.flush()


def unwind(parent: Parent, ref: str) -> bool:
    """Undo what the follow-up `ref` changed, because it was edited; False when it is not the last thing that happened.

    Its own new lines are left to `cart.forget_source`.
    """
    row = _row(parent)
    if row is None or not ref or row.source_ref != ref or row.payload.get("version") != cart.locked(parent).version:
        return False
    cart.give_back(parent, [_unpack_taken(taken) for taken in row.payload["taken"]])
    before = row.payload["before"]
    if before is None:
        forget(parent)
        return True
    received = datetime.fromisoformat(before["received_at"])
    forget(parent)  # it is newer than what it changed
    _write(parent, Channel(before["channel"]), before["key"], before["ref"], received, {"said": before["said"]})
    return True


_OF_GUARDIAN: Final = (
    select(LastRequest)
    .where(LastRequest.guardian_id == bindparam("guardian"))
    .execution_options(populate_existing=True)
)


def _row(parent: Parent) -> LastRequest | None:
    """Read the row under the family's cart lock: two messages of one guardian take turns."""
    cart.locked(parent)
    return parent.turn.session.scalar(_OF_GUARDIAN, {"guardian": parent.guardian.id})


def _write(  # noqa: PLR0913 - the columns of one row
    parent: Parent, channel: Channel, key: str, ref: str, received_at: datetime, payload: Packed
) -> None:
    """Write the row in one statement, unless a newer request is in it."""
    session = parent.turn.session
    session.execute(
        _keep(session.get_bind().dialect.name),
        {
            "guardian_id": parent.guardian.id,
            "family_id": parent.family.id,
            "channel": channel.value,
            "source_key": key,
            "source_ref": ref,
            "received_at": received_at,
            "expires_at": received_at + LIVES[channel],
            "payload": payload,
        },
    )


@functools.cache
def _keep(dialect: str) -> Executable:
    new = insert_into(dialect, _TABLE)
    told = {column.name: new.excluded[column.name] for column in _TABLE.columns if not column.primary_key}
    older = _TABLE.c.received_at <= new.excluded.received_at
    return new.on_conflict_do_update(index_elements=[_TABLE.c.guardian_id], set_=told, where=older)


def _pack_taken(taken: cart.Taken) -> list[Any]:
    return [pack_wish(taken.wish), taken.reason, taken.source.key, taken.source.ref]


def _unpack_taken(facts: Sequence[Any]) -> cart.Taken:
    wish, reason, key, ref = facts
    return cart.Taken(unpack_wish(wish), Reason(reason) if reason else None, cart.Source(key, ref))
