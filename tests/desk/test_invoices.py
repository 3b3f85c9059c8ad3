"""A month's invoices: drafts, final with gapless numbers, notices; each step once."""

from __future__ import annotations

import pytest

from domain.services import billing
from tests.desk.office import Office, Seen

MONTH = "2025-03"


@pytest.fixture
def march(office: Office) -> Office:
    """Victor had two lunches in March, one of them cancelled too late; Zoé had one."""
    office.granted("durand", "inscrire Victor midi mardi et jeudi")
    office.granted("coralis", "inscrire Zoé midi mardi")
    (answer,) = office.chat("durand", "annuler midi jeudi pour Victor", at="2025-03-05 10:00")
    office.press("durand", answer, "✅ Valider")
    (card,) = office.cards()
    office.press(9001, card, "✅ Accepter")
    office.read()
    return office.at("2025-04-02 09:00")


def run(office: Office, step: str) -> int:
    with office.sessions.begin() as session:
        return int(getattr(billing, step)(session, office.structure, MONTH, office.clock.now()))


def test_from_drafts_to_notices(march: Office) -> None:
    assert run(march, "prepare") == 2
    assert run(march, "issue") == 2
    assert run(march, "send") == 4  # by mail and by chat, for each of two families

    notices: list[Seen] = march.read("claire.durand@example.org")
    (notice,) = notices
    assert "Facture 2504PS00001PNB" in notice.text
    assert "Victor · Midi : 2 × 11,50 € = 23,00 € (dont 1 absence facturée)" in notice.text
    assert "Total : 23,00 €" in notice.text
    assert "À payer avant le 20 avril 2025" in notice.text


@pytest.mark.parametrize("step", ["prepare", "issue", "send"])
def test_a_step_repeated_does_nothing(march: Office, step: str) -> None:
    for each in ("prepare", "issue", "send"):
        run(march, each)

    assert run(march, step) == 0


def test_a_month_that_is_not_over_cannot_be_invoiced(march: Office) -> None:
    march.at("2025-03-31 23:59")

    with pytest.raises(ValueError, match="not over"):
        run(march, "prepare")


def test_an_issued_invoice_is_never_changed(march: Office) -> None:
    run(march, "issue")
    with march.sessions.begin() as session:
        before = [(row.number, row.total_cents) for row in billing.invoices_of(session, MONTH)]

    march.chat("durand", "inscrire Séverine midi mardi")
    run(march, "prepare")

    with march.sessions.begin() as session:
        assert [(row.number, row.total_cents) for row in billing.invoices_of(session, MONTH)] == before


def test_parents_see_their_invoices(march: Office) -> None:
    run(march, "issue")

    (answer,) = march.chat("durand", "/factures")

    assert "2504PS00001PNB (mars 2025) : 23,00 €, à payer avant le 20 avril 2025" in answer.text
