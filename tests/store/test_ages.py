"""The database counts whole years as the rules do: a child's age group on the day of a booking."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import text

from domain.model.family import age_on
from domain.model.pools import Ages, Pool
from domain.store import places
from domain.store.session import Sessions

_BORN = ("2020-02-29", "2019-03-04", "2019-03-05", "2013-03-04", "2022-03-04", "2022-03-05")
_DAYS = ("2025-02-28", "2025-03-01", "2025-03-04", "2028-02-29")
_GROUPS = (Ages(3, 6), Ages(6, 12), Ages(6))


@pytest.fixture
def everybody(database: Sessions) -> Sessions:
    """Book lunch for each of these children, and for one without a birth date, on each of these days."""
    with database.begin() as session:
        session.execute(text("INSERT INTO family (id, key, created_at) VALUES (1, 'durand', '2024-01-01')"))
        for n, born in enumerate((*map(date.fromisoformat, _BORN), None), start=1):
            session.execute(
                text(
                    "INSERT INTO child (id, family_id, first_name, last_name, site, position, birth_date)"
                    " VALUES (:n, 1, :name, 'D', 'EUROPA', 0, :born)"
                ),
                {"n": n, "name": f"Enfant{n}", "born": str(born) if born else None}
                if session.get_bind().dialect.name == "sqlite"
                else {"n": n, "name": f"Enfant{n}", "born": born},
            )
            for day in _DAYS:
                session.execute(
                    text(
                        "INSERT INTO booking (family_id, child_id, site, activity, day, state, late, source,"
                        " received_at, reason) VALUES (1, :n, 'EUROPA', 'MIDI', :day, 'confirmed', false, 'chat',"
                        " '2024-01-01 00:00:00', '')"
                    ),
                    {"n": n, "day": day if session.get_bind().dialect.name == "sqlite" else date.fromisoformat(day)},
                )
    return database


@pytest.mark.parametrize("day", [date.fromisoformat(day) for day in _DAYS], ids=str)
def test_each_child_takes_a_place_in_its_group_and_one_of_unknown_age_in_all(everybody: Sessions, day: date) -> None:
    pools = [Pool(str(n), day, "EUROPA", ("MIDI",), ages=ages) for n, ages in enumerate((*_GROUPS, None))]

    with everybody.reading() as session:
        held = places.taken(session, pools)

    ages = [age_on(date.fromisoformat(born), day) for born in _BORN]
    assert [held[pool] for pool in pools] == [*(1 + sum(map(g.include, ages)) for g in _GROUPS), len(_BORN) + 1]
