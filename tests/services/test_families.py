"""Invitations: personal, used once, gone after two weeks; a chat is linked by its code alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.model.family import Role
from domain.services import families
from domain.services.families import CODE_VALID_FOR, Redeemed, Refusal, invite, invite_staff, redeem
from domain.services.families_import import import_families
from domain.store import queries
from domain.store.session import Sessions
from domain.store.tables.people import Guardian, LinkCode, Staff
from preau.config import load

WORLD = Path(__file__).parents[1] / "world"
NOW = datetime(2025, 2, 27, 18, 0, tzinfo=ZoneInfo("Europe/Paris"))
CLAIRE_PHONE, OTHER_PHONE = 7314, 9999


@pytest.fixture
def session(database: Sessions) -> Iterator[Session]:
    with database.begin() as session:
        structure = load(WORLD / "config.toml", {}).structure
        import_families(session, (WORLD / "families.csv").read_bytes(), structure, NOW)
        yield session


@pytest.fixture
def claire(session: Session) -> Guardian:
    return session.scalars(select(Guardian).where(Guardian.first_name == "Claire")).one()


@pytest.fixture
def cyril(session: Session) -> Guardian:
    return session.scalars(select(Guardian).where(Guardian.first_name == "Cyril")).one()


@pytest.fixture
def nadia(session: Session) -> Staff:
    return families.add_staff(session, "Nadia Petit", Role.AGENT, NOW)


def test_a_code_links_the_chat_of_whoever_it_invites(session: Session, claire: Guardian) -> None:
    code = invite(session, claire, NOW)

    assert redeem(session, code, CLAIRE_PHONE, NOW) == Redeemed(guardian=claire)
    assert queries.guardian_by_chat(session, CLAIRE_PHONE) is claire


def test_a_code_fits_telegrams_links_and_only_its_hash_is_kept(session: Session, claire: Guardian) -> None:
    code = invite(session, claire, NOW)

    assert re.fullmatch(r"[A-Za-z0-9_-]{22}", code)
    assert code not in session.scalars(select(LinkCode.code_hash)).one()


def test_a_code_is_used_up_for_anybody_else(session: Session, claire: Guardian) -> None:
    code = invite(session, claire, NOW)
    redeem(session, code, CLAIRE_PHONE, NOW)

    assert redeem(session, code, OTHER_PHONE, NOW) is Refusal.USED
    assert claire.chat_id == CLAIRE_PHONE


def test_opening_ones_own_link_again_is_welcome(session: Session, claire: Guardian) -> None:
    code = invite(session, claire, NOW)
    redeem(session, code, CLAIRE_PHONE, NOW)

    assert redeem(session, code, CLAIRE_PHONE, NOW + timedelta(days=60)) == Redeemed(guardian=claire)


def test_a_code_expires_after_two_weeks(session: Session, claire: Guardian) -> None:
    code = invite(session, claire, NOW)

    assert redeem(session, code, CLAIRE_PHONE, NOW + CODE_VALID_FOR) is Refusal.EXPIRED


def test_a_new_invitation_makes_the_earlier_one_worthless(session: Session, claire: Guardian) -> None:
    lost, fresh = invite(session, claire, NOW), invite(session, claire, NOW)

    assert redeem(session, lost, OTHER_PHONE, NOW) is Refusal.EXPIRED
    assert redeem(session, fresh, CLAIRE_PHONE, NOW) == Redeemed(guardian=claire)


def test_a_guess_links_nobody(session: Session, claire: Guardian) -> None:
    invite(session, claire, NOW)

    assert redeem(session, "A" * 22, OTHER_PHONE, NOW) is Refusal.UNKNOWN


def test_a_chat_cannot_belong_to_two_families(session: Session, claire: Guardian, cyril: Guardian) -> None:
    redeem(session, invite(session, claire, NOW), CLAIRE_PHONE, NOW)

    assert redeem(session, invite(session, cyril, NOW), CLAIRE_PHONE, NOW) is Refusal.LINKED_ELSEWHERE
    assert claire.chat_id == CLAIRE_PHONE


def test_a_new_telephone_replaces_the_old_one(session: Session, claire: Guardian) -> None:
    redeem(session, invite(session, claire, NOW), CLAIRE_PHONE, NOW)
    claire.chat_lost_at = NOW

    redeem(session, invite(session, claire, NOW), OTHER_PHONE, NOW)

    session.refresh(claire)
    assert claire.chat_id == OTHER_PHONE
    assert claire.chat_lost_at is None


def test_two_guardians_who_share_a_telephone_hand_it_over(session: Session, claire: Guardian) -> None:
    paul = Guardian(family_id=claire.family_id, first_name="Paul", last_name="Durand")
    session.add(paul)
    session.flush()
    redeem(session, invite(session, claire, NOW), CLAIRE_PHONE, NOW)

    assert redeem(session, invite(session, paul, NOW), CLAIRE_PHONE, NOW) == Redeemed(guardian=paul)
    assert claire.chat_id is None


def test_a_colleague_may_be_a_parent_with_the_same_telephone(session: Session, claire: Guardian, nadia: Staff) -> None:
    redeem(session, invite(session, claire, NOW), CLAIRE_PHONE, NOW)

    assert redeem(session, invite_staff(session, nadia, NOW), CLAIRE_PHONE, NOW) == Redeemed(staff=nadia)
    assert claire.chat_id == nadia.chat_id == CLAIRE_PHONE


def test_a_colleague_who_leaves_has_no_access_and_no_code(session: Session, nadia: Staff) -> None:
    redeem(session, invite_staff(session, nadia, NOW), OTHER_PHONE, NOW)
    code = invite_staff(session, nadia, NOW)

    families.remove_staff(session, nadia, NOW)

    assert queries.staff_by_chat(session, OTHER_PHONE) is None
    assert redeem(session, code, OTHER_PHONE, NOW) is Refusal.EXPIRED


def test_adding_a_colleague_again_only_changes_the_role(session: Session, nadia: Staff) -> None:
    assert families.add_staff(session, "Nadia Petit", Role.DIRECTOR, NOW) is nadia
    assert nadia.role == Role.DIRECTOR
