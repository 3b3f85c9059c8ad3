"""The office's family list: taken over as it is exported, repeated without harm, refused line by line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from domain.model.structure import Structure
from domain.services.families_file import ImportFailed
from domain.services.families_import import ImportResult, import_families
from domain.store.session import Sessions
from domain.store.tables.people import Child, Family, Guardian
from preau.config import load

WORLD = Path(__file__).parents[1] / "world"
ROSTER = (WORLD / "families.csv").read_bytes()
NOW = datetime(2025, 2, 27, 18, 0, tzinfo=ZoneInfo("Europe/Paris"))
HEADER = "family,role,civility,first_name,last_name,email,phone,birth_date,site\n"
CLAIRE = "durand,guardian,Mme,Claire,Durand,claire@example.org,+33600000001,,\n"
VICTOR = "durand,child,,Victor,Durand,,,2020-09-14,EUROPA\n"

Take = Callable[[bytes | str], ImportResult]


@pytest.fixture(scope="module")
def structure() -> Structure:
    return load(WORLD / "config.toml", {}).structure


@pytest.fixture
def take(database: Sessions, structure: Structure) -> Take:
    def take_over(content: bytes | str) -> ImportResult:
        with database.begin() as session:
            return import_families(session, content, structure, NOW)

    return take_over


def test_the_reference_list_is_taken_over_whole(take: Take, database: Sessions) -> None:
    assert take(ROSTER) == ImportResult(families=6, created=18, updated=0, unchanged=0)

    with database.reading() as session:
        rousseau = session.scalars(select(Family).where(Family.key == "rousseau")).one()
        assert [child.first_name for child in rousseau.children] == ["Nahel", "Sohan", "Léah"]
        assert rousseau.guardians[0].email == "cyril.rousseau@example.org"


def test_taking_it_over_again_changes_nothing(take: Take) -> None:
    take(ROSTER)

    assert take(ROSTER) == ImportResult(families=6, created=0, updated=0, unchanged=18)


def test_what_changed_is_brought_up_to_date_and_nobody_is_removed(take: Take, database: Sessions) -> None:
    take(ROSTER)

    result = take(HEADER + VICTOR.replace("EUROPA", "SOETRICH"))

    assert (result.created, result.updated) == (0, 1)
    with database.reading() as session:
        assert session.scalars(select(Child.site).where(Child.first_name == "Victor")).one() == "SOETRICH"
        assert len(session.scalars(select(Guardian)).all()) == 6


def test_a_new_address_makes_a_guardian_reachable_again(take: Take, database: Sessions) -> None:
    take(HEADER + CLAIRE + VICTOR)
    with database.begin() as session:
        session.scalars(select(Guardian)).one().mail_lost_at = NOW

    take(HEADER + CLAIRE.replace("claire@", "c.durand@") + VICTOR)

    with database.reading() as session:
        claire = session.scalars(select(Guardian)).one()
        assert (claire.email, claire.mail_lost_at) == ("c.durand@example.org", None)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param((HEADER + CLAIRE + VICTOR).encode("utf-8-sig"), id="UTF-8 with a byte order mark"),
        pytest.param((HEADER + CLAIRE + VICTOR).replace(",", ";").encode("cp1252"), id="semicolons and Windows-1252"),
        pytest.param((HEADER + CLAIRE + VICTOR).replace(",", "\t").encode(), id="tabs"),
        pytest.param((HEADER + "\n" + CLAIRE + ",,,,,,,,\n" + VICTOR).replace("\n", "\r\n").encode(), id="empty lines"),
        pytest.param((HEADER + CLAIRE + VICTOR).replace("2020-09-14", "14/09/2020").encode(), id="a French date"),
    ],
)
def test_the_usual_exports_are_read(content: bytes, take: Take, database: Sessions) -> None:
    take(content.replace(b"Claire", "Zoé".encode("cp1252" if b";" in content else "utf-8")))

    with database.reading() as session:
        assert session.scalars(select(Guardian.first_name)).one() == "Zoé"
        assert session.scalars(select(Child.birth_date)).one() == date(2020, 9, 14)


def test_the_unicode_text_of_a_spreadsheet_is_read(take: Take, database: Sessions) -> None:
    take((HEADER + CLAIRE.replace("Claire", "Zoé") + VICTOR).replace(",", "\t").encode("utf-16"))

    with database.reading() as session:
        assert session.scalars(select(Guardian.first_name)).one() == "Zoé"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param(
            HEADER + CLAIRE + VICTOR.replace("EUROPA", "EUROPE"),
            "line 3: site 'EUROPE' is unknown (EUROPA, SOETRICH)",
            id="site",
        ),
        pytest.param(HEADER + CLAIRE + VICTOR.replace("Victor", ""), "line 3: first_name is empty", id="name"),
        pytest.param(
            HEADER + CLAIRE + VICTOR.replace("2020-09-14", "14.9.20"),
            "line 3: birth_date '14.9.20' is no date",
            id="date",
        ),
        pytest.param(
            HEADER + CLAIRE + VICTOR.replace("2020-", "2030-"),
            "line 3: birth_date '2030-09-14' is in the future",
            id="unborn",
        ),
        pytest.param(
            HEADER + CLAIRE.replace("@example.org", "") + VICTOR, "line 2: 'claire' is no e-mail address", id="e-mail"
        ),
        pytest.param(
            HEADER + CLAIRE.replace("guardian", "parent") + VICTOR, "line 2: role 'parent' is unknown", id="role"
        ),
        pytest.param(
            HEADER + CLAIRE + VICTOR + VICTOR, "line 4: child 'Victor' stands on line 3 already", id="child twice"
        ),
        pytest.param(HEADER + VICTOR, "line 2: family 'durand' has no guardian", id="no guardian"),
        pytest.param(HEADER + CLAIRE, "line 2: family 'durand' has no child", id="no child"),
        pytest.param(
            HEADER + CLAIRE + VICTOR + (CLAIRE + VICTOR).replace("durand", "billard"),
            "line 4: e-mail 'claire@example.org' stands on line 2 already, in family 'durand'",
            id="shared e-mail",
        ),
        pytest.param((HEADER + CLAIRE).replace("email", "e-mail"), "line 1: missing column(s) email", id="header"),
        pytest.param(HEADER.replace("phone", "fax") + CLAIRE, "line 1: unknown column(s) 'fax'", id="unknown column"),
        pytest.param(
            HEADER + CLAIRE.rstrip() + ",more\n" + VICTOR, "line 2: 10 cells for 9 columns", id="too many cells"
        ),
        pytest.param(
            HEADER + CLAIRE + 'durand,child,,"Victor\n', "line 3: not readable as CSV", id="open quotation mark"
        ),
        pytest.param("", "line 1: missing column(s)", id="empty file"),
        pytest.param(HEADER, "the file holds no row below its header", id="header alone"),
        pytest.param(
            HEADER + CLAIRE + VICTOR.replace("Victor", "V" * 256), "line 3: first_name is longer than 255", id="long"
        ),
        pytest.param(
            HEADER + CLAIRE + VICTOR.replace("Victor", "Vic\x00tor"), "line 3: first_name holds unprintable", id="NUL"
        ),
    ],
)
def test_a_bad_row_is_named_with_its_line_and_reason(
    content: str, problem: str, take: Take, database: Sessions
) -> None:
    with pytest.raises(ImportFailed) as refusal:
        take(content)

    assert any(each.startswith(problem) for each in refusal.value.problems), refusal.value.problems
    with database.reading() as session:
        assert session.scalars(select(Family)).all() == [], "all or nothing"


def test_every_bad_row_is_told_at_once(take: Take) -> None:
    with pytest.raises(ImportFailed) as refusal:
        take(HEADER + CLAIRE.replace("guardian", "x") + VICTOR.replace("EUROPA", "y"))

    assert len(refusal.value.problems) == 2


def test_an_address_of_another_family_is_refused(take: Take) -> None:
    take(ROSTER)

    with pytest.raises(ImportFailed, match="belongs to family 'durand' already"):
        take(
            HEADER
            + CLAIRE.replace("durand", "dupont").replace("claire@", "claire.durand@")
            + VICTOR.replace("durand", "dupont")
        )
