"""A place is offered only to who could come: not without the activity that it needs on that day."""

from __future__ import annotations

import pytest

from domain.model.structure import Approval, ApprovalMode
from tests.desk.office import Office
from tests.desk.waiting_list import TAKE, offers, with_places

EVENING = "goûter et créatif mardi 4 mars"


@pytest.fixture
def waiting(office: Office) -> Office:
    """Zoé has the only place of Créatif; Victor, with his Goûter asked, waits for it, and so does Anne-Lise."""
    with_places(office, 1, "CREATIF")
    for family, child in (("coralis", "Zoé"), ("durand", "Victor"), ("nguyen", "Anne-Lise")):
        (cart,) = office.chat(family, f"inscrire {child} {EVENING}")
        office.press(family, cart, "✅ Valider")
    return office


def free(office: Office) -> None:
    """Have Zoé give her Créatif back."""
    (cart,) = office.chat("coralis", "annuler Zoé créatif mardi 4 mars")
    office.press("coralis", cart, "✅ Valider")
    office.read("coralis")


def refuse(office: Office, child: str) -> None:
    """Have staff refuse the request of `child`."""
    card = next(seen for seen in office.cards() if child in seen.text)
    office.press_data(9001, card.data("❌ Refuser").replace("sr:", "rr:") + ":0:0")
    office.read()


def test_who_has_what_it_needs_is_offered_the_place(waiting: Office) -> None:
    free(waiting)

    assert len(offers(waiting, "durand")) == 1


def test_who_was_refused_what_it_needs_is_passed_over_and_keeps_the_rank(waiting: Office) -> None:
    refuse(waiting, "Victor")

    free(waiting)

    assert offers(waiting, "durand") == []
    assert len(offers(waiting, "nguyen")) == 1
    assert waiting.bookings("durand") == ["Victor GOUTER 2025-03-04 refused", "Victor CREATIF 2025-03-04 waitlisted"]


@pytest.mark.parametrize("mode", list(ApprovalMode))
def test_an_offer_that_was_out_when_it_was_refused_cannot_be_taken(mode: ApprovalMode, waiting: Office) -> None:
    free(waiting)
    (offer,) = offers(waiting, "durand")
    refuse(waiting, "Victor")
    waiting.with_rules(approval=Approval(mode=mode))

    (*_, answer) = waiting.press("durand", offer, TAKE)

    assert "Créatif 18h ne va pas sans Goûter 17h" in answer.text
    assert "Victor CREATIF 2025-03-04 waitlisted" in waiting.bookings("durand")
    assert len(offers(waiting, "nguyen")) == 1
