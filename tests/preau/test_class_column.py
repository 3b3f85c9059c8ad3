"""The optional column `class` of the families' list: kept on the child, corrected, never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.preau.commands import Office, office

HEAD = "family,role,civility,first_name,last_name,email,phone,birth_date,site"
PARENT = "petit,guardian,Mme,Anne,Petit,anne.petit@example.org,,,"
CHILD = "petit,child,,Tom,Petit,,,2018-01-01,EUROPA"


@pytest.fixture
def town(tmp_path: Path) -> Office:
    made = office(tmp_path)
    made.ok("migrate")
    return made


def listed(town: Office, *rows: str, head: str = f"{HEAD},class") -> str:
    """Write a list of these rows; return its path."""
    file = town.folder / "list.csv"
    file.write_text("\n".join([head, *rows]), encoding="utf-8")
    return str(file)


def children(town: Office) -> str:
    (family,) = town.json("show", "families", "--family", "petit")
    return str(family["children"])


def test_a_class_is_kept_and_shown(town: Office) -> None:
    town.ok("import", listed(town, f"{PARENT},", f"{CHILD},CP  Mme Roux"))

    assert children(town) == "Tom (EUROPA, CP Mme Roux)"


def test_a_list_may_be_imported_again(town: Office) -> None:
    rows = listed(town, f"{PARENT},", f"{CHILD},CE1")
    town.ok("import", rows)

    assert "2 unchanged" in town.ok("import", rows)


def test_a_corrected_class_is_taken_over_and_an_emptied_one_too(town: Office) -> None:
    town.ok("import", listed(town, f"{PARENT},", f"{CHILD},CE1"))

    assert "1 updated" in town.ok("import", listed(town, f"{PARENT},", f"{CHILD},CE2"))
    assert children(town) == "Tom (EUROPA, CE2)"
    town.ok("import", listed(town, f"{PARENT},", f"{CHILD},"))
    assert children(town) == "Tom (EUROPA)"


def test_a_list_without_the_column_leaves_classes_alone(town: Office) -> None:
    town.ok("import", listed(town, f"{PARENT},", f"{CHILD},CE1"))

    assert "2 unchanged" in town.ok("import", listed(town, PARENT, CHILD, head=HEAD))
    assert children(town) == "Tom (EUROPA, CE1)"


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ('"CE1, CE2"', "names more than one class"),
        ("CE1;CE2", "names more than one class"),
        ("--", "holds no name"),
        ("la classe", "holds no name"),
        ("C" * 61, "is longer than 60 characters"),
    ],
)
def test_a_class_that_nobody_could_name_is_refused_with_its_row(town: Office, cell: str, reason: str) -> None:
    words = town.refused("import", listed(town, f"{PARENT},", f"{CHILD},{cell}"))

    assert "line 3: class" in words
    assert reason in words
    assert town.json("show", "families") == []


def test_a_class_on_the_row_of_a_guardian_is_refused(town: Office) -> None:
    words = town.refused("import", listed(town, f"{PARENT},CE1", f"{CHILD},CE1"))

    assert "line 2: class 'CE1' stands on the row of a guardian" in words
