"""A règlement that cannot be meant is refused when it is read, with both keys named; an unusual one is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from preau.config import ConfigError, Problem, load

WORLD = (Path(__file__).parents[1] / "world" / "config.toml").read_text(encoding="utf-8")
RULES, REST = "[[deadline]]", "# Reasons that open"
BEFORE, AFTER = WORLD.split(RULES, 1)[0], WORLD.split(REST, 1)[1]
HOLIDAYS = """holidays = [
  { from = 2024-10-19, to = 2024-11-03, name = "Toussaint" },
  { from = 2024-11-03, to = 2024-11-08, name = "Encore" },
]"""


def problems(tmp_path: Path, text: str) -> dict[str, Problem]:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    try:
        load(path, {})
    except ConfigError as error:
        return {problem.key: problem for problem in error.problems}
    return {}


def ruled_by(*rules: str) -> str:
    deadlines = "\n".join(f"{RULES}\n{rule}" for rule in rules)
    return f"{BEFORE}\n{deadlines}\n{REST}{AFTER}"


BOOK, CANCEL = 'for = ["book"]\n', 'for = ["cancel"]\n'


@pytest.mark.parametrize(
    ("rule", "key", "words"),
    [
        pytest.param(f'{BOOK}hours_before = 72\nat = "12:00"', "deadline[0]", "`at` not together with `hours_before`",
                     id="hours before, at an hour"),
        pytest.param(f'{BOOK}days_before = 2\nlate = "surcharge"\nsurcharge = "0%"', "deadline[0].surcharge",
                     "more than nothing", id="a surcharge of 0 %"),
        pytest.param(f'{BOOK}days_before = 2\nlate = "surcharge"\nsurcharge = "0.00"', "deadline[0].surcharge",
                     "more than nothing", id="a surcharge of 0 €"),
        pytest.param(f'{BOOK}days_before = 2\nactivities = ["MIDI"]\nweekdays = ["wed"]', "deadline[0]",
                     "matches no day: `activities`, `weekdays` never meet", id="no lunch on Wednesday"),
        pytest.param(f'{BOOK}days_before = 2\nactivities = ["SOIR"]\nsites = ["EUROPA"]', "deadline[0]",
                     "matches no day: `activities`, `sites` never meet", id="no SOIR at Europa"),
        pytest.param(f'{BOOK}days_before = 2\nactivities = ["MIDI"]\nperiod = "holidays"', "deadline[0]",
                     "matches no day: `activities`, `period` never meet", id="no lunch in the holidays"),
        pytest.param(f'{BOOK}days_before_period = 2\nactivities = ["MIDI"]', "deadline[0]",
                     "matches no day: `activities`, `days_before_period` never meet", id="a limit by holidays for it"),
        pytest.param(f'{BOOK}activities = ["MIDI"]\ntable = {{ wed = "mon" }}', "deadline[0]",
                     "matches no day: `activities`, `table` never meet", id="a table without its days"),
        pytest.param(f'{BOOK}days_before_period = 2\nperiod = "school"', "deadline[0]",
                     '`days_before_period` not together with period = "school"', id="holidays in school weeks"),
        pytest.param(f'{BOOK}weekday_before = "wed"\nweekdays = ["tue", "thu"]', "deadline[0]",
                     "`weekday_before` on or before each of `weekdays`", id="Wednesday for Tuesday"),
        pytest.param(f'{BOOK}weekday_before = "wed"', "deadline[0].weekday_before",
                     "lies after Monday, on which it rules MATIN", id="Wednesday for the whole week"),
        pytest.param(f'{BOOK}weekdays = ["mon", "tue"]\ntable = {{ mon = "fri-1" }}', "deadline[0]",
                     "`table.tue`, as `weekdays` names that day", id="a weekday without its last day"),
        pytest.param('for = ["absence"]\ndays_before = 1\nlate = "waitlist"', "deadline[0]", 'not with "absence"',
                     id="an absence on the waiting list"),
        pytest.param('for = ["book", "absence"]\ndays_before = 1\nlate = "billed"', "deadline[0]",
                     'only with "cancel" and "absence"', id="a booking that is billed"),
        pytest.param(f'{BOOK}days_before = 1\nskip = ["non_school_days", "mon", "tue", "thu", "fri"]', "deadline[0]",
                     "at least one day of the week", id="no day is left to ask"),
    ],
)  # fmt: skip
def test_an_unclear_deadline_is_refused_with_its_keys(rule: str, key: str, words: str, tmp_path: Path) -> None:
    found = problems(tmp_path, ruled_by(rule))
    assert words in found[key].allowed
    assert found[key].line is not None


def changed(old: str, new: str) -> str:
    assert old in WORLD
    return WORLD.replace(old, new, 1)


def activity(text: str) -> str:
    return changed("# Deadlines. The most", f"[[activity]]\n{text}\n# Deadlines. The most")


STRICT = 'for = ["book"]\nactivities = ["VACANCES_JOURNEE"]\ndays_before_period = 15'
SPRING = "first_day = 2025-04-07\nlast_day = 2025-04-18"


def opened(opening: str, *rules: str) -> str:
    return ruled_by(*rules).replace(REST, f"[[opening]]\n{opening}\n{REST}", 1)


def test_a_period_that_opens_when_all_of_it_has_closed_is_refused_with_both_keys(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, opened(f"from = 2025-03-22\n{SPRING}", STRICT)).values()
    assert problem.key == "opening[0]"
    assert "opens when deadline[0] has closed every day that it names" in problem.allowed


def test_an_opening_of_what_never_runs_there_is_refused(tmp_path: Path) -> None:
    never = 'from = 2025-03-03\nactivities = ["MIDI"]\nperiod = "holidays"'
    assert "never meet" in problems(tmp_path, opened(never, STRICT))["opening[0]"].allowed


@pytest.mark.parametrize(
    ("opening", "rule"),
    [
        pytest.param(f"from = 2025-03-21\n{SPRING}", STRICT, id="on the last day to ask"),
        pytest.param(f"from = 2025-03-22\n{SPRING}", f'{STRICT}\nlate = "staff"', id="late requests are for staff"),
        pytest.param("from = 2025-03-22", STRICT, id="other activities are open"),
        pytest.param("from = 2023-03-22\nlast_day = 2023-04-18", STRICT, id="last year's opening"),
        pytest.param(f"from = 2025-03-22\n{SPRING}", 'for = ["cancel"]\ndays_before = 1', id="no limit to book"),
    ],
)
def test_an_opening_that_leaves_something_to_book_loads(opening: str, rule: str, tmp_path: Path) -> None:
    assert problems(tmp_path, opened(opening, rule)) == {}


def top(text: str) -> str:
    return changed("# Deadlines. The most", f"{text}\n# Deadlines. The most")


EXTRA = (
    'code = "X"\nname = "X"\ncategory = "X"\nperiod = "school"\ncapacity = 1\nhours = { from = "07:00", to = "08:00" }'
)


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        pytest.param(
            changed("closures = []", HOLIDAYS),
            "school_year.holidays[1]",
            "overlaps school_year.holidays[0] (Toussaint)",
            id="holidays twice",
        ),
        pytest.param(
            activity(EXTRA + '\nsites = ["EUROPA", "SOETRICH"]\ndays = ["mon"]\nneeds = ["GOUTER"]'),
            "activity[10].needs[0]",
            "GOUTER does not run at SOETRICH, where X does",
            id="another site",
        ),
        pytest.param(
            activity(EXTRA + '\nsites = ["EUROPA"]\ndays = ["mon", "wed"]\nneeds = ["GOUTER"]'),
            "activity[10].needs[0]",
            "GOUTER does not run on a Wednesday, where X does",
            id="another weekday",
        ),
        pytest.param(
            activity(EXTRA + '\nsites = ["EUROPA"]\ndays = ["mon"]\nneeds = ["VACANCES_JOURNEE"]'),
            "activity[10].needs[0]",
            'does not run in the weeks of period = "school"',
            id="another period",
        ),
        pytest.param(
            activity(EXTRA + '\nsites = ["EUROPA"]\ndays = ["mon"]\ntogether = ["MIDI"]'),
            "activity[10].together[0]",
            "X does not run at SOETRICH, where MIDI does",
            id="all or none",
        ),
        pytest.param(
            activity(EXTRA + '\nsites = ["EUROPA"]\ndays = ["mon"]\nneeds = ["MIDI"]\nincompatible = ["MIDI"]'),
            "activity[10].incompatible[0]",
            "X and MIDI are booked with each other",
            id="needed and in the way",
        ),
        pytest.param(
            activity(EXTRA + '\nsites = ["EUROPA"]\ndays = ["mon"]\nincompatible = ["X"]'),
            "activity[10].incompatible[0]",
            "or are the same",
            id="in its own way",
        ),
        pytest.param(
            activity(EXTRA + '\nsites = ["EUROPA"]\ndays = ["mon"]\nmin_age = 6\nmax_age = 5'),
            "activity[10]",
            "`max_age` not less than `min_age`",
            id="ages",
        ),
        pytest.param(
            activity(EXTRA + '\nsites = ["EUROPA"]\ndays = ["mon"]\ntogether = ["NOWHERE"]'),
            "activity[10].together[0]",
            "allowed: CREATIF",
            id="unknown",
        ),
        pytest.param(
            top('[[maximum]]\nactivities = ["GOUTER", "CREATIF", "LIBRE"]\nper_day = 2'),
            "maximum[0].per_day",
            "activity[4] needs 3 of them a day: CREATIF, GOUTER, LIBRE",
            id="a maximum that needs exceed",
        ),
        pytest.param(
            top('[[maximum]]\nactivities = ["MIDI"]'), "maximum[0]", "`per_day`, `per_week` or both", id="no maximum"
        ),
        pytest.param(
            top('[[maximum]]\nactivities = ["MIDI"]\nper_day = 3\nper_week = 2'),
            "maximum[0]",
            "`per_week` not less than `per_day`",
            id="more a day than a week",
        ),
        pytest.param(
            top("[[opening]]\nfrom = 2025-03-03\nuntil = 2025-03-02"),
            "opening[0]",
            "`until` on or after `from`",
            id="closed before it opens",
        ),
        pytest.param(
            top("[[opening]]\nfrom = 2025-03-03\nuntil = 2025-03-09\nresidents_first = 7"),
            "opening[0]",
            "`until` and `last_day` after the days of `residents_first`",
            id="an opening that ends while only residents may book",
        ),
        pytest.param(
            top("[[opening]]\nfrom = 2025-03-03\nlast_day = 2025-03-02"),
            "opening[0]",
            "`from` on or before `last_day`",
            id="opens when all is over",
        ),
        pytest.param(
            top('[[maximum]]\nactivities = ["MIDI"]\nper_week = 3\n[[maximum]]\nactivities = ["MIDI"]\nper_week = 4'),
            "maximum[1].per_week",
            "counts the same activities as maximum[0] (3): which of the two is meant?",
            id="two maxima of one thing",
        ),
        pytest.param(
            top("[[opening]]\nfrom = 2025-03-03\nuntil = 2025-03-14\n[[opening]]\nfrom = 2025-03-10"),
            "opening[1]",
            "opens the same days as opening[0] (from 2025-03-03): which of the two dates is meant?",
            id="two openings of the same days",
        ),
        pytest.param(
            activity(EXTRA + '\nsites = ["EUROPA"]\ndays = ["mon"]\nmax_age = 5\nneeds = ["GOUTER"]').replace(
                'code = "GOUTER"', 'code = "GOUTER"\nmin_age = 6', 1
            ),
            "activity[10].needs[0]",
            "GOUTER takes no child of the ages of X",
            id="ages that never meet",
        ),
        pytest.param(
            top('[[opening]]\nfrom = 2025-03-03\nsites = ["X"]'),
            "opening[0].sites[0]",
            "EUROPA, SOETRICH",
            id="an unknown site",
        ),
    ],
)
def test_what_can_never_be_had_is_refused_with_its_keys(text: str, key: str, words: str, tmp_path: Path) -> None:
    found = problems(tmp_path, text)
    assert words in found[key].allowed
    assert found[key].line is not None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[[opening]]\nfrom = 2025-03-03\nuntil = 2025-03-14\n[[opening]]\nfrom = 2025-03-15", id="again"),
        pytest.param('[[opening]]\nfrom = 2025-03-03\n[[opening]]\nfrom = 2025-02-24\nsites = ["EUROPA"]', id="a site"),
        pytest.param('[[maximum]]\nactivities = ["MIDI"]\nper_day = 1\n[[maximum]]\nactivities = ["MIDI"]\n'
                     "per_week = 4", id="a day and a week"),
        pytest.param('[[maximum]]\nactivities = ["MIDI"]\nper_week = 3\n[[maximum]]\nactivities = ["MIDI", "MATIN"]\n'
                     "per_week = 4", id="one of them and all"),
    ],
)  # fmt: skip
def test_what_only_looks_like_it_loads(text: str, tmp_path: Path) -> None:
    assert problems(tmp_path, top(text)) == {}


@pytest.mark.parametrize(
    "rules",
    [
        pytest.param((), id="no deadline at all"),
        pytest.param((f"{BOOK}days_before = 2", f"{CANCEL}days_before = 5"), id="cancel earlier than book"),
        pytest.param((f"{BOOK}days_before = 2", f"{CANCEL}days_before = 0"), id="cancel later than book"),
        pytest.param((f'{BOOK}days_before = 2\nweekdays = ["sat"]',), id="a Saturday on which nothing runs this year"),
        pytest.param((f'{BOOK}weekday_before = "wed"\nweekdays = ["wed", "thu"]',), id="Wednesday for itself and on"),
        pytest.param((f'{BOOK}weekday_before = "wed"\nweekdays = ["thu"]', f"{BOOK}days_before = 1"), id="and a rest"),
        pytest.param((f'{BOOK}weekdays = ["mon"]\ntable = {{ mon = "thu-1", tue = "fri-1" }}',), id="a table in part"),
        pytest.param((f"{BOOK}hours_before = 72",), id="hours"),
        pytest.param(('for = ["absence"]\ndays_before = 0\nat = "09:00"\nlate = "billed"',), id="a rule for absences"),
    ],
)
def test_an_unusual_reglement_loads(rules: tuple[str, ...], tmp_path: Path) -> None:
    assert problems(tmp_path, ruled_by(*rules)) == {}
