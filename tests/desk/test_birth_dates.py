"""A birth date that the office corrects: what is undecided is judged anew, what is granted is a matter for people."""

from __future__ import annotations

import pytest

from domain.model.pools import Ages, CapacityPool
from domain.model.structure import Approval, ApprovalMode
from domain.model.tariff import SiblingDiscount
from domain.services import billing
from domain.services.families_import import ImportResult, import_families
from domain.store.tables.bookings import Booking
from domain.store.tables.invoices import Invoice
from tests.desk.office import WORLD, Office, Seen
from tests.desk.test_conditions import with_activity
from tests.desk.waiting_list import TAKE, ask, cancel, offers, with_places

ANNA = 9001
ROSTER = (WORLD / "families.csv").read_text()
VICTOR = "Victor,Durand,,,2020-09-14"
TOLD = "Date de naissance corrigée"


def correct(office: Office, *changes: tuple[str, str]) -> ImportResult:
    """Import the list again with other birth dates: ("Victor", "2014-09-14")."""
    roster = ROSTER
    for row, born in changes:
        assert row in roster
        roster = roster.replace(row, f"{row[: row.rfind(',')]},{born}")
    with office.sessions.begin() as session:
        return import_families(session, roster, office.structure, office.clock.now(), staff_chat=office.staff_chat)


def told_staff(office: Office) -> list[Seen]:
    return [one for one in office.read(str(ANNA)) if TOLD in one.text]


@pytest.fixture
def up_to_eleven(office: Office) -> Office:
    """Lunch is for children from 3 to 11 years; Victor is 4 and would be 12 if he was born in 2013."""
    return with_activity(office, "MIDI", min_age=3, max_age=11)


TOO_OLD = (VICTOR, "2013-01-01")


# -- what nobody decided --------------------------------------------------------------------------------------------
def test_a_request_is_judged_by_the_corrected_age_when_staff_approve(up_to_eleven: Office) -> None:
    office = up_to_eleven
    (cart,) = office.chat("durand", "inscrire Victor midi mardi 4 mars et inscrire Séverine midi mardi 4 mars")
    office.press("durand", cart, "✅ Valider")
    (card,) = office.cards()
    correct(office, TOO_OLD)
    office.read()

    toasts = office.press(ANNA, card, "✅ Accepter")

    assert sorted(office.bookings("durand")) == [
        "Séverine MIDI 2025-03-04 confirmed",
        "Victor MIDI 2025-03-04 requested",
    ]
    assert any("Victor n'a pas l'âge de l'activité mardi 4 mars. Refusez cette ligne." in one.text for one in toasts)


def test_staff_refuse_what_they_cannot_grant_any_more(up_to_eleven: Office) -> None:
    (cart,) = up_to_eleven.chat("durand", "inscrire Victor midi mardi 4 mars")
    up_to_eleven.press("durand", cart, "✅ Valider")
    (card,) = up_to_eleven.cards()
    correct(up_to_eleven, TOO_OLD)

    up_to_eleven.press(ANNA, card, "❌ Refuser")
    up_to_eleven.press_data(ANNA, "rr:1:0:2")

    assert up_to_eleven.bookings("durand") == ["Victor MIDI 2025-03-04 refused"]


def test_a_cart_is_judged_by_the_corrected_age_when_it_is_validated(up_to_eleven: Office) -> None:
    (cart,) = up_to_eleven.chat("durand", "inscrire Victor midi mardi 4 mars")
    correct(up_to_eleven, TOO_OLD)

    (*_, sent) = up_to_eleven.press("durand", cart, "✅ Valider")

    assert "ne correspond pas à l'âge de Victor (de 3 à 11 ans ce jour-là)" in sent.text
    assert up_to_eleven.bookings("durand") == []


def test_the_places_of_its_new_age_group_count_at_approval(office: Office) -> None:
    """One place for those under six, none for the others: corrected to seven years, Victor waits."""
    little = CapacityPool("Moins de 6 ans", ("MIDI",), {"EUROPA": 1}, ages=Ages(until=6))
    big = CapacityPool("6 ans et plus", ("MIDI",), {"EUROPA": 0}, ages=Ages(low=6))
    office.with_rules(capacity_pools=(little, big))
    (cart,) = office.chat("durand", "inscrire Victor midi mardi 4 mars")
    office.press("durand", cart, "✅ Valider")
    (card,) = office.cards()
    correct(office, (VICTOR, "2017-06-01"))

    office.press(ANNA, card, "✅ Accepter")

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 waitlisted"]


# -- what was granted -----------------------------------------------------------------------------------------------
def test_staff_are_told_once_of_everything_that_the_new_age_forbids_and_nothing_is_cancelled(
    up_to_eleven: Office,
) -> None:
    office = up_to_eleven
    office.granted("durand", "inscrire Victor midi mardi 4 et jeudi 6 mars")
    office.granted("durand", "inscrire Victor matin mardi 4 mars")
    (cart,) = office.chat("durand", "inscrire Victor midi vendredi 7 mars")
    office.press("durand", cart, "✅ Valider")
    office.read()
    before = office.bookings("durand")

    result = correct(office, TOO_OLD)

    (told,) = told_staff(office)
    assert "Rien n'est annulé, c'est à vous de décider." in told.text
    assert "Victor Durand (Europa), naissance 1er janvier 2013 · Midi (de 3 à 11 ans)" in told.text
    assert "• mardi 4 mars, jeudi 6 mars : réservé" in told.text
    assert "• vendredi 7 mars : en attente de validation, ne pourra pas être accordé" in told.text
    assert "Matin" not in told.text
    assert (result.misfits, office.bookings("durand")) == (3, before)
    assert correct(office, TOO_OLD).misfits == 0
    assert told_staff(office) == []


def test_the_group_hears_of_it_where_staff_have_one(up_to_eleven: Office) -> None:
    up_to_eleven.granted("durand", "inscrire Victor midi mardi 4 mars")
    up_to_eleven.staff_chat = -100123

    correct(up_to_eleven, TOO_OLD)

    assert [TOLD in one.text for one in up_to_eleven.read("-100123")] == [True]


@pytest.mark.parametrize(
    "born",
    [
        pytest.param("2019-09-14", id="still of age"),
        pytest.param("2020-09-14", id="the same"),
        pytest.param("", id="none"),
    ],
)
def test_a_correction_that_forbids_nothing_is_not_told(born: str, up_to_eleven: Office) -> None:
    up_to_eleven.granted("durand", "inscrire Victor midi mardi 4 mars")

    assert correct(up_to_eleven, (VICTOR, born)).misfits == 0
    assert told_staff(up_to_eleven) == []


def test_days_that_are_over_are_nobodys_matter(up_to_eleven: Office) -> None:
    up_to_eleven.granted("durand", "inscrire Victor midi mardi 4 mars et mardi 11 mars")
    up_to_eleven.at("2025-03-05 09:00")

    correct(up_to_eleven, TOO_OLD)

    (told,) = told_staff(up_to_eleven)
    assert ("mardi 11 mars" in told.text, "mardi 4 mars" in told.text) == (True, False)


def test_a_second_correction_is_told_again(up_to_eleven: Office) -> None:
    up_to_eleven.granted("durand", "inscrire Victor midi mardi 4 mars")

    counts = [correct(up_to_eleven, (VICTOR, born)).misfits for born in ("2013-01-01", "2020-09-14", "2012-01-01")]

    assert counts == [1, 0, 1]
    assert len(told_staff(up_to_eleven)) == 2


def test_a_long_list_is_cut(up_to_eleven: Office) -> None:
    up_to_eleven.granted("durand", "inscrire Victor midi tous les lundis mardis jeudis et vendredis jusqu'au 6 juin")

    result = correct(up_to_eleven, TOO_OLD)

    (told,) = told_staff(up_to_eleven)
    assert f"… et {result.misfits - 30} autres lignes." in told.text


# -- the waiting list -----------------------------------------------------------------------------------------------
def test_a_child_that_is_too_old_by_now_is_offered_no_place_and_the_next_is(up_to_eleven: Office) -> None:
    office = with_places(up_to_eleven, 1)
    for family in ("coralis", "durand", "nguyen"):
        ask(office, family)
    correct(office, TOO_OLD)
    office.read()

    cancel(office, "coralis")

    assert (offers(office, "durand"), len(offers(office, "nguyen"))) == ([], 1)


@pytest.mark.parametrize("mode", list(ApprovalMode))
def test_an_offer_that_was_out_cannot_be_taken_and_goes_to_the_next(mode: ApprovalMode, up_to_eleven: Office) -> None:
    office = with_places(up_to_eleven, 1).with_rules(approval=Approval(mode=mode))
    for family in ("coralis", "durand", "nguyen"):
        ask(office, family)
    cancel(office, "coralis")
    (offer,) = offers(office, "durand")
    correct(office, TOO_OLD)

    (*_, answer) = office.press("durand", offer, TAKE)

    assert "ne correspond pas à l'âge de l'enfant" in answer.text
    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 waitlisted"]
    assert len(offers(office, "nguyen")) == 1


# -- prices ---------------------------------------------------------------------------------------------------------
def with_discount(office: Office) -> Office:
    """Let the second child on a day pay half of 11.50 €."""
    return with_activity(office, "MIDI", sibling_discount=(SiblingDiscount(2, 50),))


def prices(office: Office) -> dict[str, int | None]:
    with office.sessions.reading() as session:
        rows = session.query(Booking).order_by(Booking.day, Booking.id)
        return {f"{row.child.first_name} {row.day:%d/%m}": row.price_cents for row in rows}


def swapped(office: Office) -> ImportResult:
    """Victor turns out to be the elder of the two."""
    return correct(office, (VICTOR, "2016-09-14"))


def test_prices_by_rank_follow_and_the_family_is_told_once(office: Office) -> None:
    with_discount(office).granted("durand", "inscrire Victor et Séverine midi mardi 4 et jeudi 6 mars")
    assert prices(office) == {"Séverine 04/03": 1150, "Séverine 06/03": 1150, "Victor 04/03": 575, "Victor 06/03": 575}

    swapped(office)

    assert prices(office) == {"Séverine 04/03": 575, "Séverine 06/03": 575, "Victor 04/03": 1150, "Victor 06/03": 1150}
    (told,) = office.read(str(office.chat_of("durand")))
    assert "Une date de naissance a été corrigée dans votre dossier" in told.text
    assert "• Séverine · Midi : 5,75 € au lieu de 11,50 €, mardi 4 mars, jeudi 6 mars" in told.text
    assert "• Victor · Midi : 11,50 € au lieu de 5,75 €, mardi 4 mars, jeudi 6 mars" in told.text
    swapped(office)
    assert office.read(str(office.chat_of("durand"))) == []


def test_what_is_invoiced_stays_and_what_is_not_follows(office: Office) -> None:
    with_discount(office).granted("durand", "inscrire Victor et Séverine midi lundi 31 mars et mardi 1er avril")
    office.at("2025-04-02 10:00")
    with office.sessions.begin() as session:
        billing.issue(session, office.structure, "2025-03", office.clock.now())
        total = session.query(Invoice).one().total_cents

    swapped(office)

    assert prices(office)["Séverine 31/03"] == 1150
    assert prices(office)["Séverine 01/04"] == 575
    with office.sessions.begin() as session:
        assert session.query(Invoice).one().total_cents == total == 1725


def test_a_draft_is_brought_up_to_date_when_it_is_issued(office: Office) -> None:
    with_discount(office).granted("durand", "inscrire Victor et Séverine midi mardi 4 mars")
    office.granted("durand", "inscrire Victor midi jeudi 6 mars")
    office.at("2025-04-02 10:00")
    with office.sessions.begin() as session:
        billing.prepare(session, office.structure, "2025-03", office.clock.now())
    swapped(office)
    with office.sessions.begin() as session:
        billing.issue(session, office.structure, "2025-03", office.clock.now())
        lines = {(line.child, f"{line.day:%d/%m}"): line.cents for line in session.query(Invoice).one().lines}

    assert lines == {("Séverine", "04/03"): 575, ("Victor", "04/03"): 1150, ("Victor", "06/03"): 1150}


def test_a_correction_that_changes_no_rank_changes_no_price(office: Office) -> None:
    with_discount(office).granted("durand", "inscrire Victor et Séverine midi mardi 4 mars")

    correct(office, (VICTOR, "2020-09-15"))

    assert office.read(str(office.chat_of("durand"))) == []
