"""The benchmarks run, find no broken promise in a tiny town, and would see one."""

from __future__ import annotations

import importlib
from collections.abc import Iterator

import pytest
from rich.console import Console
from sqlalchemy import text

from benchmarks import report
from benchmarks.__main__ import NAMES
from benchmarks.meter import metered, scans
from benchmarks.registers import ACTORS
from benchmarks.report import Figure, Outcome
from benchmarks.scale import Scale
from benchmarks.towns import Town, town
from benchmarks.visits import Visits

TINY = Scale(
    corpus_passes=2, day_passes=1, language_limit=1.0, hostile_chars=2_000, starts=1, families=20, examinations=2,
    waiting=(3,), visits=2, ticks=2, chat_rounds=1, chat_seconds=0.2, mails=3, mail_rounds=1, mail_answers=1,
    messages=6,
)  # fmt: skip


@pytest.fixture
def small_town() -> Iterator[Town]:
    with town(ACTORS) as place:
        yield place


@pytest.mark.parametrize("name", NAMES)
def test_each_benchmark_measures_something_and_finds_no_fault(name: str) -> None:
    outcome: Outcome = importlib.import_module(f"benchmarks.{name}").run(TINY)

    assert not outcome.faults
    assert all(figure.median > 0 for figure in outcome.figures)


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("SELECT count(*) FROM booking WHERE price_cents = 1150", id="a whole table"),
        pytest.param("SELECT count(*) FROM booking", id="a whole index"),
        pytest.param("UPDATE guardian SET phone = '' WHERE last_name = 'Martin1'", id="to change a row"),
    ],
)
def test_reading_all_of_a_table_that_grows_is_a_fault(small_town: Town, statement: str) -> None:
    with metered(small_town.sessions) as meter, small_town.sessions.begin() as session:
        session.execute(text(statement))

    assert [statement in fault for fault in scans(small_town.sessions, meter)] == [True]


def test_reading_what_is_open_or_always_small_is_none(small_town: Town) -> None:
    with metered(small_town.sessions) as meter, small_town.sessions.begin() as session:
        session.execute(text("SELECT * FROM request WHERE decided_at IS NULL ORDER BY received_at"))
        session.execute(text("SELECT * FROM setting"))

    assert scans(small_town.sessions, meter) == []


def test_only_the_desk_s_own_work_is_counted(small_town: Town) -> None:
    visits = Visits(small_town)
    with metered(small_town.sessions) as meter:
        visits.next()
        assert (meter.count, meter.steps) == (0, 0)

        visits.watched = meter.counting
        visits.next()

    assert meter.count > 0
    assert meter.steps > 0


def test_every_visit_ends_with_a_lunch_that_staff_granted(small_town: Town) -> None:
    visits = Visits(small_town)
    for _ in range(3):
        visits.next()

    granted = text("SELECT count(*) FROM booking_event WHERE move = 'approve' AND source_key LIKE 'bench:%'")
    with small_town.sessions.reading() as session:
        assert session.scalar(granted) == 3


def test_the_bad_end_of_a_rate_is_the_slow_one() -> None:
    tenths = [float(number) for number in range(1, 101)]

    assert Figure("waiting", tenths).p95 == 95
    assert Figure("throughput", tenths, "msg/s").p95 == 6


def test_a_table_is_plain_text_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = Outcome("Title", [Figure("a message", [1.25, 1.25])], faults=["something [odd]"])

    report.show(outcome, Console())

    printed = capsys.readouterr().out
    assert "a message     1.2  1.2  2  ms" in printed
    assert "FAULT  something [odd]" in printed
