"""What a sick day costs, by the structure's policy: a share that is kept, days of carence, the papers that count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rules.absence import episode, judge_absence, kept_cents
from domain.services import billing
from domain.services.consider import consider
from domain.store import queries
from preau.commands.explain_trace import judged_line
from scheduler.jobs import run_all
from tests.desk.office import Office, reference_structure

STRUCTURE = reference_structure()
SICK = "Victor est malade aujourd'hui"


def ruled(office: Office, **changes: Any) -> Office:
    return office.with_rules(absence=replace(office.structure.absence, **changes))


def states(office: Office) -> list[str]:
    return [line.rsplit(" ", 1)[1].removeprefix("absence_") for line in office.bookings("durand")]


@pytest.mark.parametrize(
    ("price", "percent", "kept"),
    [(1150, 10, 115), (1150, 0, None), (None, 10, None), (5, 10, 1), (4, 10, 0), (1150, 100, 1150), (335, 50, 168)],
)
def test_the_share_that_is_kept_is_rounded_half_up(price: int | None, percent: int, kept: int | None) -> None:
    structure = replace(STRUCTURE, absence=replace(STRUCTURE.absence, kept_percent=percent))
    assert kept_cents(price, structure) == kept


@given(price=st.integers(0, 100_000), percent=st.integers(0, 100))
def test_never_more_is_kept_than_the_price(price: int, percent: int) -> None:
    structure = replace(STRUCTURE, absence=replace(STRUCTURE.absence, kept_percent=percent))
    assert 0 <= (kept_cents(price, structure) or 0) <= price


@given(
    told=st.datetimes(datetime(2024, 9, 2), datetime(2025, 7, 4)),  # noqa: DTZ001 - a wall clock's time
    ahead=st.integers(0, 60),
    hours=st.integers(1, 240),
)
def test_the_proof_is_never_due_before_its_hours_have_run_from_the_day(told: datetime, ahead: int, hours: int) -> None:
    structure = replace(STRUCTURE, absence=replace(STRUCTURE.absence, proof_within_hours=hours))
    notice = told.replace(tzinfo=structure.zone)
    day = told.date() + timedelta(days=ahead)
    (ruling,) = judge_absence([day], notice, structure)

    if ruling.proof_due is not None:
        begins = datetime.combine(day, datetime.min.time(), structure.zone)
        assert ruling.proof_due.timestamp() - max(notice, begins).timestamp() == hours * 3600


def test_an_illness_ends_with_a_booked_day_on_which_the_child_comes() -> None:
    days = [date(2025, 3, n) for n in (3, 4, 6, 7, 10)]
    booked = dict(zip(days, [True, False, True, True, True], strict=True))
    assert episode(booked, days[3], days[3]) == {days[2], days[3], days[4]}


def test_an_excused_day_costs_the_share_that_is_kept(office: Office) -> None:
    ruled(office, kept_percent=10).granted("durand", "inscrire Victor midi mardi")

    (answer,) = office.mail("durand", SICK, at="2025-03-04 07:30", attachments=["certificat.pdf"])

    assert "absence excusée, 1,15 € restent dus" in answer.text
    assert any("1,15 €" in one.text for one in office.read("9001"))
    office.at("2025-04-01 08:00")
    with office.sessions.begin() as session:
        billing.issue(session, office.structure, "2025-03", office.clock.now())
        billing.send(session, office.structure, "2025-03", office.clock.now())
    (notice, *_) = (one for one in office.read() if one.kind == "invoice")
    assert "1 × 1,15 € = 1,15 € (dont 1 absence excusée, part conservée)" in notice.text


def test_an_excuse_that_falls_costs_the_whole_price(office: Office) -> None:
    ruled(office, kept_percent=10).granted("durand", "inscrire Victor midi mardi")
    office.mail("durand", SICK, at="2025-03-04 07:30")

    run_all(office.sessions, office.structure, office.at("2025-03-08 08:00").clock, None)

    office.at("2025-04-01 08:00")
    with office.sessions.begin() as session:
        billing.issue(session, office.structure, "2025-03", office.clock.now())
        (invoice,) = billing.invoices_of(session, "2025-03")
        assert invoice.total_cents == 1150


def test_an_absence_taken_back_keeps_nothing(office: Office) -> None:
    ruled(office, kept_percent=10).granted("durand", "inscrire Victor midi mardi")
    (answer,) = office.chat("durand", SICK, at="2025-03-04 07:30")

    office.press("durand", answer, "↩️ Annuler cette absence")

    assert states(office) == ["confirmed"]


def test_an_illness_told_day_by_day_has_its_days_of_carence_once(office: Office) -> None:
    ruled(office, waiting_days=1).granted("durand", "inscrire Victor midi mardi 4, jeudi 6 et vendredi 7 mars")

    for day in ("2025-03-04", "2025-03-06", "2025-03-07"):
        office.mail("durand", SICK, at=f"{day} 07:30")

    assert states(office) == ["billed", "excused", "excused"]


def test_told_backwards_it_has_them_once_too(office: Office) -> None:
    ruled(office, waiting_days=1).granted("durand", "inscrire Victor midi mardi et jeudi")

    office.mail("durand", "Victor sera malade jeudi", at="2025-03-03 07:30")
    office.mail("durand", "Victor sera malade mardi aussi", at="2025-03-03 08:30")

    assert sorted(states(office)) == ["billed", "excused"]


def test_the_rest_of_the_same_day_waits_like_its_beginning(office: Office) -> None:
    ruled(office, waiting_days=1).granted("durand", "inscrire Victor matin et midi mardi")

    office.mail("durand", "Victor est malade, pas de cantine ce midi", at="2025-03-04 06:30")
    office.mail("durand", "Victor est malade toute la journée", at="2025-03-04 06:40")

    assert states(office) == ["billed", "billed"]


def test_a_day_at_school_begins_a_new_illness(office: Office) -> None:
    ruled(office, waiting_days=1).granted("durand", "inscrire Victor midi mardi 4, jeudi 6 et vendredi 7 mars")

    office.mail("durand", SICK, at="2025-03-04 07:30")
    office.mail("durand", SICK, at="2025-03-07 07:30")

    assert states(office) == ["billed", "confirmed", "billed"]


def test_every_paper_that_counts_is_named(office: Office) -> None:
    ruled(office, proof_kinds=("ordonnance",)).granted("durand", "inscrire Victor midi mardi")

    (answer,) = office.mail("durand", SICK, at="2025-03-04 07:30")

    assert "votre certificat médical ou ordonnance avant" in answer.text


def test_a_future_day_has_its_proof_counted_from_the_day(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi vendredi 7 mars")

    (answer,) = office.mail("durand", "Victor sera absent vendredi 7 mars, il est hospitalisé", at="2025-03-03 08:00")

    assert "avant dimanche 9 mars à 23 h 59" in answer.text


def test_explain_tells_what_is_kept(office: Office) -> None:
    ruled(office, kept_percent=10).granted("durand", "inscrire Victor midi mardi")
    asked_at = datetime(2025, 3, 4, 7, 30, tzinfo=office.structure.zone)
    with office.sessions.reading() as session:
        guardian = queries.first_guardian(session, "durand")
        assert guardian is not None
        family = queries.family_value(session, guardian.family_id)
        found = consider(session, office.structure, family, SICK, asked_at=asked_at)

    (line,) = (judged_line(verdict, office.structure) for verdict in found.verdicts)
    assert line["verdict"] == "ok"
    assert "absence excusée, 1,15 € restent dus" in line["message"]


def test_explain_knows_the_illness_that_goes_on(office: Office) -> None:
    ruled(office, waiting_days=1).granted("durand", "inscrire Victor midi mardi 4 et jeudi 6 mars")
    office.mail("durand", SICK, at="2025-03-04 07:30")
    asked_at = datetime(2025, 3, 6, 7, 30, tzinfo=office.structure.zone)
    with office.sessions.reading() as session:
        guardian = queries.first_guardian(session, "durand")
        assert guardian is not None
        family = queries.family_value(session, guardian.family_id)
        (verdict,) = consider(session, office.structure, family, SICK, asked_at=asked_at).verdicts

    assert verdict.code == "ok"
