"""A waiting list for tests: few places, those who ask for them, what they are offered."""

from __future__ import annotations

import dataclasses

from domain.model.activity import Activity
from scheduler.jobs import run_all
from tests.desk.office import Office, Seen

CHILDREN = {"durand": "Victor", "coralis": "Zoé", "nguyen": "Anne-Lise", "rousseau": "Nahel"}
TAKE, LEAVE = "✅ Accepter la place", "❌ Laisser la place"


def with_places(office: Office, places: int, *codes: str) -> Office:
    def cut(activity: Activity) -> Activity:
        some = activity.code in (codes or ("MIDI",))
        return dataclasses.replace(activity, capacity=dict.fromkeys(activity.capacity, places)) if some else activity

    return office.with_rules(activities=tuple(map(cut, office.structure.activities)))


def ask(office: Office, family: str, when: str = "mardi 4 mars", what: str = "midi", at: str = "") -> Seen:
    """Ask and validate; return the acknowledgement."""
    (answer,) = office.chat(family, f"inscrire {CHILDREN[family]} {what} {when}", at=at)
    (*_, sent) = office.press(family, answer, "✅ Valider")
    return sent


def cancel(office: Office, family: str, when: str = "mardi 4 mars") -> None:
    (answer,) = office.chat(family, f"annuler {CHILDREN[family]} midi {when}")
    office.press(family, answer, "✅ Valider")


def offers(office: Office, family: str) -> list[Seen]:
    chat, mail = str(office.chat_of(family)), office.address_of(family)
    return [one for where in (chat, mail) for one in office.read(where) if one.kind == "offer"]


def states(office: Office, *families: str) -> list[str]:
    return [line.rsplit(" ", 1)[1] for family in families for line in office.bookings(family)]


def tick(office: Office, at: str) -> None:
    office.at(at)
    run_all(office.sessions, office.structure, office.clock, office.staff_chat)


def full_lunch(office: Office) -> Office:
    """Leave one place on Tuesday: Victor Durand has it; Zoé Coralis waits, then Anne-Lise Nguyen."""
    with_places(office, 1)
    ask(office, "durand")
    ask(office, "coralis")
    ask(office, "nguyen")
    office.read()
    return office
