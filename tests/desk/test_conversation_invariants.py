"""Whatever a parent says after whatever else, by chat or by mail, early or late: what must never come of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain.store import migrate
from domain.store.session import open_database
from tests.desk.office import Office, Seen

REQUESTS = st.sampled_from(
    [
        "inscrire Victor midi mardi",
        "les deux à la cantine lundi et jeudi",
        "cantine mardi",
        "Séverine le soir jeudi",
        "annuler la cantine de Victor mardi",
        "Victor goûter tous les jours la semaine prochaine",
        "Séverine malade demain",
        "mardi",
    ]
)
FOLLOW_UPS = st.sampled_from(
    [
        "pareil pour Séverine",
        "pareil pour Elio",
        "et hier aussi",
        "la même chose la semaine prochaine",
        "la même chose la semaine dernière",
        "et le goûter le même jour",
        "sauf jeudi",
        "plutôt vendredi",
        "remplace mardi par lundi",
        "je me suis trompée, c'est Séverine",
        "oups j'ai oublié jeudi",
        "en fait si",
        "remets mardi",
        "enlève mardi et ajoute vendredi",
        "et Séverine pareil, plus le goûter jeudi",
        "oui mais pas jeudi",
        "non laisse tomber",
        "annule ma dernière demande",
        "seulement Victor",
        "valider",
    ]
)
ANSWERS = st.sampled_from(["Victor", "les deux", "1", "2", "12", "oui", "non merci", "mardi", "en plus", "18h", "midi"])


class Conversation(RuleBasedStateMachine):
    """One parent, and another family that says nothing after its own request."""

    def __init__(self) -> None:
        super().__init__()
        sessions = open_database("sqlite://")
        migrate.upgrade(sessions)
        self.office = Office(sessions)
        self.seen = list[Seen]()
        self.known = set[str]()

    @initialize()
    def others_have_their_own(self) -> None:
        self.office.granted("billard", "inscrire Elio et Luka midi mardi")
        self.office.chat("billard", "inscrire Elio midi jeudi")
        self.others = self.of("billard")

    @rule(text=st.one_of(REQUESTS, FOLLOW_UPS, FOLLOW_UPS, ANSWERS), by_mail=st.booleans())
    def the_parent_says(self, text: str, by_mail: bool) -> None:
        say = self.office.mail if by_mail else self.office.chat
        self.seen += say("durand", text)

    @rule(back=st.integers(0, 5), which=st.integers(0, 7))
    def the_parent_presses(self, back: int, which: int) -> None:
        for seen in self.seen[-1 - back : len(self.seen) - back]:
            for label in seen.labels[which : which + 1]:
                self.seen += self.office.press("durand", seen, label)

    @rule(hours=st.sampled_from([1, 5, 30, 100]))
    def time_passes(self, hours: int) -> None:
        self.office.clock.advance(timedelta(hours=hours))

    @invariant()
    def nothing_is_asked_for_a_day_that_is_over(self) -> None:
        today = self.office.clock.now().date().isoformat()
        now = self.of("durand")
        assert all(
            line.split()[-2 if line.split()[0] not in ("book", "cancel") else -1] >= today for line in now - self.known
        )
        self.known |= now

    @invariant()
    def other_families_are_left_alone(self) -> None:
        assert self.of("billard") == getattr(self, "others", self.of("billard"))
        assert {name for line in self.of("durand") for name in line.split()} & {"Elio", "Luka", "Zoé"} == set()

    def of(self, family: str) -> set[str]:
        return {*self.office.cart(family), *self.office.bookings(family)}


Conversation.TestCase.settings = settings(
    max_examples=12, stateful_step_count=12, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestConversation = Conversation.TestCase


@pytest.fixture
def office(sqlite_template: Path, tmp_path: Path) -> Iterator[Office]:
    sessions = open_database(f"sqlite:///{shutil.copyfile(sqlite_template, tmp_path / 'preau.db')}")
    yield Office(sessions)
    sessions.close()


def everything(office: Office) -> tuple[list[str], list[str]]:
    return office.cart("durand"), office.bookings("durand")


@pytest.mark.parametrize("before", [["inscrire Victor midi mardi"], ["inscrire Victor midi mardi", "valider"], []])
def test_the_last_request_taken_back_twice_is_taken_back_once(office: Office, before: list[str]) -> None:
    office.chat("durand", "inscrire Séverine midi jeudi", at="2025-02-27 17:00")
    office.chat("durand", "valider", at="2025-02-27 17:01")
    for text in before:
        office.chat("durand", text, at="2025-02-27 18:00")
    office.chat("durand", "annule ma dernière demande")
    once = everything(office)

    office.chat("durand", "annule ma dernière demande")

    assert everything(office) == once


def test_an_absence_taken_back_twice_leaves_the_request_before_it(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi et jeudi")
    office.chat("durand", "Victor est malade mardi", at="2025-03-03 18:00")
    office.chat("durand", "annule ma dernière demande")
    once = everything(office)

    office.chat("durand", "annule ma dernière demande")

    assert everything(office) == once


@pytest.mark.parametrize("answer", ["Victor", "2", "les deux", "pour Victor svp"])
@pytest.mark.parametrize("by_mail", [False, True])
def test_the_same_answer_twice_is_one_answer(office: Office, answer: str, by_mail: bool) -> None:
    say = office.mail if by_mail else office.chat
    say("durand", "inscrire midi mardi")
    say("durand", answer)
    once = everything(office)

    say("durand", answer)

    assert everything(office) == once


def test_the_same_button_twice_is_one_answer(office: Office) -> None:
    (asked,) = office.chat("durand", "inscrire midi mardi")
    office.press("durand", asked, "Victor")
    once = everything(office)

    (told,) = office.press("durand", asked, "Séverine")

    assert told.text == "Ce bouton n'est plus valable."
    assert everything(office) == once
