"""Who belongs to a family, and which chat is whose: one-time invitations, and look-ups.

An invitation's code has 128 random bits, is good once and for 14 days, and only its SHA-256 is kept. Being in a group
or knowing a name proves nothing: a chat is linked by its code alone.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from domain.model.family import Role
from domain.store import queries
from domain.store.tables.people import Family, Guardian, LinkCode, Staff

#: How long an invitation can be used.
CODE_VALID_FOR: Final = timedelta(days=14)

_CODE_BYTES: Final = 16


class Refusal(StrEnum):
    """Why a code did not link a chat."""

    UNKNOWN = "unknown"
    USED = "used"
    EXPIRED = "expired"
    LINKED_ELSEWHERE = "linked_elsewhere"


@dataclass(frozen=True, slots=True)
class Redeemed:
    """Whose chat it is from now on; exactly one is set."""

    guardian: Guardian | None = None
    staff: Staff | None = None


def invite(session: Session, guardian: Guardian, now: datetime) -> str:
    """Return a fresh one-time code for `guardian`; earlier unused codes are worthless from now on."""
    return _new_code(session, now, guardian_id=guardian.id)


def invite_staff(session: Session, staff: Staff, now: datetime) -> str:
    """Return a fresh one-time code for `staff`; earlier unused codes are worthless from now on."""
    return _new_code(session, now, staff_id=staff.id)


def redeem(session: Session, code: str, chat_id: int, now: datetime) -> Redeemed | Refusal:
    """Link the chat `chat_id` to the person whom `code` invites, and use the code up.

    The same person opening the same link again is welcome; anybody else finds it used.
    """
    invited = select(LinkCode).where(LinkCode.code_hash == _hash(code)).with_for_update()
    row = session.scalar(invited.execution_options(populate_existing=True))
    if row is None:
        return Refusal.UNKNOWN
    person = _invited(session, row)
    if row.used_at is not None:
        return _redeemed(person) if person.chat_id == chat_id else Refusal.USED
    if row.expires_at <= now:
        return Refusal.EXPIRED
    if not _free_chat(session, person, chat_id):
        return Refusal.LINKED_ELSEWHERE
    row.used_at = now
    person.chat_id, person.linked_at = chat_id, now
    if isinstance(person, Guardian):
        person.chat_lost_at = None
    session.flush()
    return _redeemed(person)


def find_family(session: Session, key: str) -> Family | None:
    """Return the family of that key, if there is one."""
    return session.scalar(select(Family).where(Family.key == key))


def any_family(session: Session) -> bool:
    """Say whether families were imported at all."""
    return session.scalar(select(Family.id).limit(1)) is not None


def find_staff(session: Session, name: str) -> Staff | None:
    """Return the staff member of that name, if there is one."""
    return session.scalar(select(Staff).where(Staff.name == name))


def add_staff(session: Session, name: str, role: Role, now: datetime) -> Staff:
    """Return the staff member of that name, made now if need be, in that role."""
    staff = find_staff(session, name)
    if staff is None:
        staff = Staff(name=name, role=role, created_at=now)
        session.add(staff)
    staff.role = role
    session.flush()
    return staff


def remove_staff(session: Session, staff: Staff, now: datetime) -> None:
    """Take a staff member's access away; the row stays, because decisions name it."""
    staff.chat_id = staff.linked_at = None
    _revoke(session, now, staff_id=staff.id)


def guardians(session: Session, family: str | None = None) -> Sequence[tuple[str, Guardian]]:
    """Return the guardians of `family` (a key), or all of them, each with the family's key, in the order of import."""
    query = select(Family.key, Guardian).join(Guardian, Guardian.family_id == Family.id)
    if family is not None:
        query = query.where(Family.key == family)
    return [(key, guardian) for key, guardian in session.execute(query.order_by(Family.id, Guardian.id))]


def _new_code(session: Session, now: datetime, **whose: int) -> str:
    _revoke(session, now, **whose)
    code = secrets.token_urlsafe(_CODE_BYTES)
    session.add(LinkCode(code_hash=_hash(code), created_at=now, expires_at=now + CODE_VALID_FOR, **whose))
    session.flush()
    return code


def _revoke(session: Session, now: datetime, **whose: int) -> None:
    unused = update(LinkCode).filter_by(**whose).where(LinkCode.used_at.is_(None), LinkCode.expires_at > now)
    # Not looked for in the session: among thousands of fresh codes that would take longer each time.
    session.execute(unused.values(expires_at=now), execution_options={"synchronize_session": False})


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


def _invited(session: Session, row: LinkCode) -> Guardian | Staff:
    if row.guardian_id is not None:
        return session.get_one(Guardian, row.guardian_id)
    return session.get_one(Staff, row.staff_id)


def _redeemed(person: Guardian | Staff) -> Redeemed:
    return Redeemed(guardian=person) if isinstance(person, Guardian) else Redeemed(staff=person)


def _free_chat(session: Session, person: Guardian | Staff, chat_id: int) -> bool:
    """Make `chat_id` free for `person`; False when somebody of another family (or another colleague) has it.

    Two guardians of one family who share a telephone: the one invited last has the chat.
    """
    if isinstance(person, Staff):
        return queries.staff_by_chat(session, chat_id) in (None, person)
    holder = queries.guardian_by_chat(session, chat_id)
    if holder is None or holder is person:
        return True
    if holder.family_id != person.family_id:
        return False
    holder.chat_id = holder.linked_at = None
    session.flush()
    return True
