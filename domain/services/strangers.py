"""People we do not know, and people who are not who they say: they learn nothing and change nothing."""

from __future__ import annotations

from domain.letters import labels
from domain.letters.catalogue.linking import WhoAreYou
from domain.letters.catalogue.staff import StaffSuspicious
from domain.model.messages import Channel, Kind, Proof
from domain.services import announce
from domain.services.acting import Outcome
from domain.services.turn import Turn
from domain.store import queries
from domain.store.tables.people import Guardian, Staff


def in_group(turn: Turn) -> Outcome:
    """Somebody without a link presses or writes in a group: a press is refused, talk is none of our business."""
    announce.toast(turn, labels.STAFF_ONLY, alert=True)
    return Outcome("not staff")


def serve(turn: Turn, staff: Staff | None) -> Outcome:
    """Answer somebody we do not know once a day, with no data; tell staff of a mail."""
    incoming = turn.incoming
    if staff is not None:
        return Outcome("staff")
    announce.toast(turn, labels.NOT_YOURS, alert=True)
    day = turn.structure.day_of(turn.now).isoformat()
    if incoming.channel is Channel.EMAIL:
        letter = StaffSuspicious(address=incoming.sender)
        announce.tell_staff(turn, letter, key=f"stranger-mail:{incoming.sender}:{day}", kind="suspicious")
        if incoming.proof is Proof.SPOOF:
            return Outcome("spoof")
    if not incoming.press and incoming.kind is not Kind.HELD:
        announce.reply_to_stranger(turn, WhoAreYou(), key=f"stranger:{incoming.sender}:{day}")
    return Outcome("stranger")


def spoofed(turn: Turn, guardian: Guardian) -> Outcome:
    """Somebody uses a family's name: nothing is done, nothing is answered, staff are told."""
    family = queries.family_value(turn.session, guardian.family_id)
    announce.tell_staff(turn, StaffSuspicious(family=family.key), key=f"spoof:{turn.incoming.key}", kind="suspicious")
    return Outcome("spoof")
