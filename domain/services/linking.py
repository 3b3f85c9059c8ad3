"""A private chat is linked to the person whom a one-time code invites, and they are welcomed."""

from __future__ import annotations

from domain.letters import labels
from domain.letters.catalogue.linking import CodeRefused, Welcome
from domain.letters.catalogue.staff import StaffWelcome
from domain.services import announce, families, office
from domain.services.acting import Outcome
from domain.services.turn import Parent, Turn
from domain.store import queries
from domain.store.tables.people import Guardian, Staff


def link(turn: Turn) -> Outcome:
    """Link a private chat to the person whom a one-time code invites."""
    incoming = turn.incoming
    if not incoming.private:
        announce.reply_to_stranger(turn, CodeRefused(why="private"), key=f"start:{incoming.key}")
        return Outcome("code in a group")
    redeemed = families.redeem(turn.session, incoming.data, int(incoming.sender), turn.now)
    if isinstance(redeemed, families.Refusal):
        announce.reply_to_stranger(turn, CodeRefused(why=redeemed.value), key=f"start:{incoming.key}")
        return Outcome(f"code {redeemed.value}")
    if redeemed.staff is not None:
        return _welcome_staff(turn, redeemed.staff)
    if redeemed.guardian is None:
        message = "a redeemed code names a guardian or a staff member"
        raise AssertionError(message)
    return _welcome(turn, redeemed.guardian)


def _welcome(turn: Turn, guardian: Guardian) -> Outcome:
    guardian.chat_lost_at = None
    family = queries.family_value(turn.session, guardian.family_id)
    names = tuple(child.first_name for child in family.children)
    letter = Welcome(
        civility=guardian.civility,
        last_name=guardian.last_name,
        children=names,
        example_child=labels.example_child(family),
    )
    announce.reply(Parent(turn, guardian, family), letter)
    return Outcome("linked")


def _welcome_staff(turn: Turn, staff: Staff) -> Outcome:
    count = queries.count_open_requests(turn.session)
    letter = StaffWelcome(name=staff.name, open_requests=count)
    announce.reply_to_stranger(turn, letter, key=f"start:{turn.incoming.key}")
    office.post_open_cards(turn)
    return Outcome("staff linked")
