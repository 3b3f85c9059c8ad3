"""The configuration file as the structure writes it becomes the règlement that the rules work with."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from domain.model.activity import AskHour, PeriodKind, PriceStep
from domain.model.deadline import DaysBeforePeriod, LastDay, Late, Purpose, WeekdayTable
from domain.model.school_year import Holiday
from domain.model.structure import ApprovalMode
from preau.config import Config, ConfigError, load, starting_instant

ROOT = Path(__file__).parents[2]
WORLD = ROOT / "tests" / "world" / "config.toml"
PARIS = ZoneInfo("Europe/Paris")
LOCAL_API = "http://127.0.0.1:8081"


@pytest.fixture(scope="module")
def config() -> Config:
    return load(WORLD, {})


def edited(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    text = WORLD.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_reference_structure_is_read_whole(config: Config) -> None:
    structure = config.structure
    assert (structure.name, structure.department, structure.zone) == ("Périscolaire de Hettange-Grande", "57", PARIS)
    assert [site.code for site in structure.sites] == ["EUROPA", "SOETRICH"]
    assert len(structure.activities) == 10
    assert (structure.year.start, structure.year.end) == (date(2024, 9, 2), date(2025, 7, 4))
    assert date(2025, 4, 18) in structure.year.public_holidays
    assert [reason.code for reason in structure.late_reasons] == ["death", "custody", "work"]
    assert structure.approval.cancel is ApprovalMode.AUTO
    assert structure.invoices.payment_means[0] == "chèque"


def test_money_is_read_exactly_in_cents(config: Config) -> None:
    prices = {activity.code: activity.price_cents for activity in config.structure.activities}
    assert (prices["MIDI"], prices["CREATIF"], prices["MERCREDI_JOURNEE"]) == (1150, None, 1800)
    soir = config.structure.activity("SOIR")
    assert soir.price_by_hour == (PriceStep(time(17, 30), 310), PriceStep(time(18, 30), 620))
    assert soir.ask_hour is AskHour.DEPARTURE


def test_places_are_given_for_all_sites_or_one_by_one(config: Config) -> None:
    assert dict(config.structure.activity("MATIN").capacity) == {"EUROPA": 30, "SOETRICH": 30}
    assert dict(config.structure.activity("MIDI").capacity) == {"EUROPA": 60, "SOETRICH": 40}


def test_deadlines_keep_their_order_and_shape(config: Config) -> None:
    book, cancel, holidays = config.structure.deadlines
    assert isinstance(book.limit, WeekdayTable)
    assert book.limit.last_days[1] == LastDay(4, 1)
    assert (cancel.purposes, cancel.late) == (frozenset({Purpose.CANCEL}), Late.BILLED)
    assert holidays.limit == DaysBeforePeriod(15)


def test_nothing_of_it_can_be_changed_afterwards(config: Config) -> None:
    with pytest.raises(FrozenInstanceError):
        config.structure.name = "x"  # type: ignore[misc]
    with pytest.raises(TypeError):
        config.structure.activity("MIDI").capacity["EUROPA"] = 1  # type: ignore[index]


def test_a_structure_may_list_its_own_holidays(tmp_path: Path) -> None:
    own = 'closures = [2025-03-14]\nholidays = [ { from = 2024-10-19, to = 2024-11-03, name = "Toussaint" } ]'
    year = load(edited(tmp_path, ("closures = []", own)), {}).structure.year
    assert year.holidays == (Holiday(date(2024, 10, 19), date(2024, 11, 3), "Toussaint"),)
    assert year.closures == {date(2025, 3, 14)}


def test_the_tables_that_have_defaults_may_be_left_out(tmp_path: Path) -> None:
    text = WORLD.read_text(encoding="utf-8").partition("# Deadlines.")[0]
    path = tmp_path / "config.toml"
    path.write_text(text + '[documents]\nkinds = [ { code = "assurance", name = "A", valid = 365 } ]\n', "utf-8")
    config = load(path, {})
    assert config.structure.deadlines == ()
    assert config.structure.absence.notify_before == time(9, 0)
    assert config.structure.documents.kinds[0].valid == "365"
    assert (config.mail, config.telegram.available) == (None, False)
    assert config.structure.activity("VACANCES_JOURNEE").period is PeriodKind.HOLIDAYS


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("", "sqlite:///{folder}/preau.db"),
        ("sqlite:///data/p.db", "sqlite:///{folder}/data/p.db"),
        ("sqlite:////var/p.db", "sqlite:////var/p.db"),
        ("sqlite://", "sqlite://"),
        ("sqlite:///:memory:", "sqlite:///:memory:"),
        ("postgresql://u:p@h/d", "postgresql+psycopg://u:p@h/d"),
        ("postgres://u:p@h/d", "postgresql+psycopg://u:p@h/d"),
        ("postgresql+psycopg://u:p@h/d", "postgresql+psycopg://u:p@h/d"),
    ],
)
def test_the_database_is_a_file_beside_the_configuration_or_what_the_environment_says(
    url: str, expected: str, tmp_path: Path
) -> None:
    config = load(edited(tmp_path), {"PREAU_DATABASE_URL": url})
    assert config.database_url == expected.format(folder=tmp_path)


def test_the_environment_replaces_a_database_written_in_the_file(tmp_path: Path) -> None:
    path = edited(tmp_path, ('url = "env:PREAU_DATABASE_URL"', 'url = "sqlite:///mine.db"'))
    assert load(path, {}).database_url == f"sqlite:///{tmp_path}/mine.db"
    assert load(path, {"PREAU_DATABASE_URL": "sqlite://"}).database_url == "sqlite://"


def test_the_program_may_start_at_another_time_with_a_bot_api_of_ones_own() -> None:
    start = starting_instant({"PREAU_NOW": "2025-03-03T09:00"}, PARIS, LOCAL_API)
    assert start == datetime(2025, 3, 3, 8, 0, tzinfo=UTC)
    assert starting_instant({}, PARIS, "https://api.telegram.org") is None


@pytest.mark.parametrize("api", ["https://api.telegram.org", "https://API.telegram.org.:443/"])
def test_with_telegrams_own_bot_api_the_time_is_the_real_one(api: str) -> None:
    with pytest.raises(ConfigError, match="PREAU_NOW"):
        starting_instant({"PREAU_NOW": "2025-03-03T09:00"}, PARIS, api)


@pytest.mark.parametrize("text", ["tomorrow", "2025-03-03T09:00+01:00", "2025-02-30T09:00"])
def test_a_time_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(ConfigError, match="2025-03-03T09:00"):
        starting_instant({"PREAU_NOW": text}, PARIS, LOCAL_API)
