"""The names of our mails: Message-IDs that only this installation can make, so that an answer proves what it answers.

The address on file alone receives the id of a mail of ours; who names it in a reply has read that mail. An id that can
be guessed would let anybody who forges a sender speak as the family.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Sequence
from typing import Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from domain.model.messages import Channel
from domain.store import settings
from domain.store.conflicts import insert
from domain.store.tables.installation import Setting
from domain.store.tables.messages import Outbox

_SECRET: Final = "mail_secret"  # noqa: S105 - the name under which it is kept
_SECRET_BYTES: Final = 32
_SIGNED_CHARS: Final = 32  # 128 bits
_OURS: Final = re.compile(rf"<preau\.(\d{{1,18}})\.([0-9a-f]{{{_SIGNED_CHARS}}})@[^<>@\s]{{1,255}}>")


def secret(session: Session) -> str:
    """Return the installation's secret, made at its first use and kept in the database, with which it is backed up."""
    known = settings.read(session, _SECRET)
    if known is not None:
        return known
    new = insert(session, Setting).values(name=_SECRET, value=secrets.token_hex(_SECRET_BYTES))
    session.execute(new.on_conflict_do_nothing(index_elements=[Setting.name]))  # of two processes one is first
    return settings.read(session, _SECRET) or ""


def mail_id(secret: str, row: int, key: str) -> str:
    """Return what stands before the "@" in the Message-ID of an outbox row: the same on every try."""
    return f"preau.{row}.{_signature(secret, row, key)}"


def mails_named(session: Session, ids: Sequence[str]) -> list[Outbox]:
    """Return those of our mails that the Message-IDs `ids` name, in that order; a forged or altered id names none.

    A mail of an older version, whose id was not signed, is known by the id under which it left.
    """
    signed = {int(found[1]): (id_, found[2]) for id_ in reversed(ids) if (found := _OURS.fullmatch(id_))}
    others = [id_ for id_ in ids if not _OURS.fullmatch(id_)]
    if not (signed or others):
        return []
    ours = select(Setting.value).where(Setting.name == _SECRET).scalar_subquery()
    query = select(Outbox, ours).where(Outbox.channel == Channel.EMAIL)
    rows = session.execute(query.where(or_(Outbox.id.in_(signed), Outbox.sent_id.in_(others))))
    named = {}
    for row, known in rows:
        id_, signature = signed.get(row.id, ("", ""))
        if known and hmac.compare_digest(signature, _signature(known, row.id, row.key)):
            named[id_] = row
        elif row.sent_id in others:
            named[row.sent_id] = row
    return [named[id_] for id_ in dict.fromkeys(ids) if id_ in named]


def _signature(secret: str, row: int, key: str) -> str:
    """Sign the row's number and its key: a database that was put back may give the number to another mail."""
    return hmac.new(secret.encode(), f"{row}:{key}".encode(), hashlib.sha256).hexdigest()[:_SIGNED_CHARS]
