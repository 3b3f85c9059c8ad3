"""What the office's list says of a family for its prices: optional, dated, named by line where it cannot be read."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from domain.model.structure import Structure
from domain.model.tariff import Aid
from domain.services.families_file import ImportFailed
from domain.services.families_import import ImportResult, import_families
from domain.store import queries, reports
from domain.store.payers import payers_of
from domain.store.session import Sessions
from domain.store.tables.people import Family, Quotient
from preau.config import load

WORLD = Path(__file__).parents[1] / "world"
PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2025, 2, 27, 18, 0, tzinfo=PARIS)
HEADER = "family,role,first_name,last_name,email,birth_date,site,quotient,quotient_from,resident,aid\n"


@pytest.fixture(scope="module")
def structure() -> Structure:
    return load(WORLD / "config.toml", {}).structure


def durand(facts: str = ",,,", child: str = ",,,") -> str:
    return (
        f"{HEADER}durand,guardian,Claire,Durand,claire@example.org,,,{facts}\n"
        f"durand,child,Victor,Durand,,2020-09-14,EUROPA,{child}\n"
    )


def take(database: Sessions, structure: Structure, content: str) -> ImportResult:
    with database.begin() as session:
        return import_families(session, content, structure, NOW)


def test_quotient_residence_and_aid_are_taken_over(database: Sessions, structure: Structure) -> None:
    take(database, structure, durand("650,01/01/2025,oui,", child=',,,"4,50"'))

    with database.reading() as session:
        family = session.scalars(select(Family)).one()
        assert queries.family_value(session, family.id).resident is True
        (payer,) = payers_of(session, [family.children[0].id]).values()
        assert (payer.quotients, payer.aid) == (((date(2025, 1, 1), 650),), Aid(cents=450))


def test_an_older_quotient_is_kept_and_the_same_day_is_corrected(database: Sessions, structure: Structure) -> None:
    for facts in ("650,2024-09-01,,", "900,2025-01-01,,", "910,2025-01-01,,"):
        take(database, structure, durand(facts))

    with database.reading() as session:
        assert [
            (q.value, str(q.valid_from)) for q in session.scalars(select(Quotient).order_by(Quotient.valid_from))
        ] == [
            (650, "2024-09-01"),
            (910, "2025-01-01"),
        ]


def test_a_new_quotient_counts_as_somebody_brought_up_to_date(database: Sessions, structure: Structure) -> None:
    take(database, structure, durand())

    assert take(database, structure, durand("650,2025-01-01,,")).updated == 1
    assert take(database, structure, durand("650,2025-01-01,,")).unchanged == 2


def test_what_a_later_list_does_not_say_stays_and_an_aid_of_zero_ends_it(
    database: Sessions, structure: Structure
) -> None:
    take(database, structure, durand("650,2025-01-01,non,20%"))
    take(database, structure, durand())
    take(database, structure, durand(",,,0"))

    with database.reading() as session:
        (row,) = reports.families(session, reports.Filter(PARIS))
    assert (row["quotient"], row["quotient_from"], row["resident"], row["aid"]) == (650, date(2025, 1, 1), False, None)


def test_the_oldest_child_comes_first_whatever_the_list_s_order(database: Sessions, structure: Structure) -> None:
    take(database, structure, durand() + "durand,child,Séverine,Durand,,2018-10-02,EUROPA,,,,\n")

    with database.reading() as session:
        family = session.scalars(select(Family)).one()
        victor, severine = (child.id for child in family.children)
        assert payers_of(session, [victor])[severine].children == (severine, victor)


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        ("abc,2025-01-01,,", "line 2: quotient 'abc' is no whole number"),
        ("-5,2025-01-01,,", "line 2: quotient '-5' is no whole number"),
        ("650,,,", "line 2: quotient without quotient_from"),
        (",2025-01-01,,", "line 2: quotient_from without a quotient"),
        ("650,demain,,", "line 2: quotient_from 'demain' is no date"),
        (",,peut-être,", "line 2: resident 'peut-être' is neither oui nor non"),
        (",,,beaucoup", "line 2: aid 'beaucoup' is neither money"),
        (",,,120%", "line 2: aid '120%' is neither money"),
    ],
)
def test_what_cannot_be_read_is_named_by_line(
    facts: str, problem: str, database: Sessions, structure: Structure
) -> None:
    with pytest.raises(ImportFailed) as refused:
        take(database, structure, durand(facts))

    assert any(told.startswith(problem) for told in refused.value.problems)


def test_two_rows_of_a_family_that_disagree_are_named(database: Sessions, structure: Structure) -> None:
    with pytest.raises(ImportFailed, match="line 3: resident of family 'durand' is another one on line 2"):
        take(database, structure, durand(",,oui,", child=",,non,"))


def test_a_list_without_these_columns_loads_unchanged(database: Sessions, structure: Structure) -> None:
    roster = (WORLD / "families.csv").read_text(encoding="utf-8")

    assert take(database, structure, roster) == ImportResult(families=6, created=18, updated=0, unchanged=0)
    assert take(database, structure, roster).unchanged == 18
