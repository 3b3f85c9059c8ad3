"""The price of another hour is made like any other: discounts of siblings and aids stay parts of it."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from domain.model.tariff import SiblingDiscount
from domain.store.tables.bookings import Booking
from tests.desk.office import Office

HALF_OFF = (SiblingDiscount(rank=2, percent=50),)


def prices(office: Office) -> list[str]:
    """Return "Ilyès 18:30 310 (-310)": the hour, the price and the discount in it, in cents."""
    with office.sessions.reading() as session:
        rows = session.scalars(select(Booking).order_by(Booking.child_id)).all()
        return [f"{r.child.first_name} {r.hour:%H:%M} {r.price_cents} (-{r.reduction_cents})" for r in rows]


def test_a_younger_child_keeps_its_discount_on_the_new_hour(office: Office) -> None:
    soir = [replace(a, sibling_discount=HALF_OFF) if a.code == "SOIR" else a for a in office.structure.activities]
    office.with_rules(activities=tuple(soir))
    office.granted("benali", "inscrire Yasmine et Ilyès soir mardi jusqu'à 17h30")
    assert prices(office) == ["Yasmine 17:30 310 (-0)", "Ilyès 17:30 155 (-155)"]

    (answer,) = office.chat("benali", "Ilyès partira à 18h30 mardi au lieu de 17h30")
    assert "départ 17 h 30 → 18 h 30 · 3,10 € au lieu de 1,55 €" in answer.text
    office.press("benali", answer, "✅ Valider")
    (card,) = office.cards()
    office.press(9001, card, "✅ Accepter")

    assert prices(office) == ["Yasmine 17:30 310 (-0)", "Ilyès 18:30 310 (-310)"]
