"""A wrong configuration is told whole: each wrong key, its line, what was found and what is allowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from preau.config import ConfigError, Problem, load

WORLD = (Path(__file__).parents[1] / "world" / "config.toml").read_text(encoding="utf-8")
SECRET = "Hunter2-s3cret"


def problems(tmp_path: Path, text: str, environ: dict[str, str] | None = None) -> dict[str, Problem]:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(path, environ or {})
    assert SECRET not in str(caught.value)
    assert SECRET not in repr(caught.value)
    return {problem.key: problem for problem in caught.value.problems}


def changed(*changes: tuple[str, str]) -> str:
    text = WORLD
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


BACKWARDS = '{ from = 2024-11-03, to = 2024-10-19, name = "T" }'
EVERY_DAY = '["weekends", "mon", "tue", "wed", "thu", "fri"]'
SMTP = 'host = "env:PREAU_SMTP_HOST"\nport = "env:PREAU_SMTP_PORT"\nsecurity = "env:PREAU_SMTP_SECURITY"'

OAUTH = [
    ("password", 'client_id = "a"', "mail", "and only then"),
    ("google", 'client_id = "a"\nclient_secret = "s"', "mail", "`oauth.refresh_token` with"),
    ("microsoft", 'client_id = "a"\nclient_secret = "s"', "mail", "`oauth.tenant` with"),
    ("microsoft", 'tenant = "t"\nclient_id = "a"', "mail", "`oauth.client_secret` or"),
    ("microsoft", 'tenant = "t"', "mail.oauth.client_id", "missing"),
    ("microsoft", 'client_id = "a"\nclient_secret = "s"\ntoken_url = "http://x.example"', "mail.oauth", "https://"),
]

ONE_WRONG_KEY = [
    ('department = "57"', 'department = "99"', "structure.department", 'a department such as "57"'),
    ('school_zone = "B"', 'school_zone = "D"', "structure.school_zone", '"A", "B" or "C"'),
    ('timezone = "Europe/Paris"', 'timezone = "Paris"', "structure.timezone", '"Europe/Paris"'),
    ("end = 2025-07-04", "end = 2024-07-04", "school_year", "`end` after `start`"),
    ("end = 2025-07-04", 'end = "2025-07-04"', "school_year.end", "without quotes"),
    ("start = 2024-09-02\nend = 2025-07-04", "start = 2030-09-02\nend = 2031-07-04", "school_year", "known from"),
    ('code = "SOETRICH"', 'code = "EUROPA"', "site[1].code", "a code that site[0] does not have"),
    ('from = "07:00"', 'from = "7h"', "activity[0].hours.from", 'an hour such as "08:30"'),
    ('from = "07:00"', 'from = "09:00"', "activity[0].hours", "`to` later than `from`"),
    ("proof_within_hours = 72", "proof_within_hours = 72\nproof_reminder_hours = 12", "absence",
     "`proof_reminder_hours` of 24 or more (0: no reminder)"),
    ('types = ["pdf", "png", "gif", "jpg"]', 'types = ["pdf", "docx"]', "documents.types[1]",
     '"pdf", "png", "gif" or "jpg"'),
    ("max_mb = 10", "max_mb = 4000", "documents.max_mb", "50 or less"),
    ('phone = "03 82 00 00 00"', 'phone = "env:PHONE"', "structure.phone", 'the text itself ("env:NAME"'),
    ('name = "Europa"', 'name = "env:SITE_NAME"', "site[0].name", "the text itself"),
    ("[absence]", 'waitlist_priority = ["parents"]\n[absence]', "approval.waitlist_priority[0]",
     '"received_day", "resident", "sibling", "youngest" or "first_request"'),
    ("[absence]", 'waitlist_priority = ["resident", "resident"]\n[absence]', "approval",
     "each criterion of `waitlist_priority` once"),
    ("capacity = 30", "capacity = -1", "activity[0].capacity", "a number of places"),
    ("[mail.imap]", 'auth = "kerberos"\n[mail.imap]', "mail.auth", '"password", "microsoft" or "google"'),
    ("[mail.imap]", 'auth = "google"\n[mail.imap]', "mail", "[mail.oauth] together with"),
    ("[mail.imap]", 'go_live = "2025-03-01"\n[mail.imap]', "mail.go_live", "without quotes"),
    ("{ EUROPA = 60, SOETRICH = 40 }", "{ EUROPA = 60 }", "activity[1].capacity", "the places at SOETRICH"),
    ("{ EUROPA = 60, SOETRICH = 40 }", "{ EUROPA = 1, SOETRICH = 1, X = 1 }", "activity[1].capacity.X", "unknown site"),
    ('price = "6.00"', "price = 6.00", "activity[0].price", 'such as "11.50"'),
    ('price = "6.00"', 'price = "6,00"', "activity[0].price", 'such as "11.50"'),
    ('days = ["mon", "tue"', 'days = ["monday", "tue"', "activity[0].days[0]", '"mon", "tue"'),
    ('period = "school"', 'period = "term"', "activity[0].period", '"school", "holidays" or "all"'),
    ('sites = ["EUROPA", "SOETRICH"]', 'sites = ["EUROPE"]', "activity[0].sites[0]", "EUROPA, SOETRICH"),
    ('needs = ["GOUTER"]', 'needs = ["GOUTTER"]', "activity[3].needs[0]", "GOUTER"),
    ('needs = ["GOUTER"]', 'needs = ["LIBRE"]', "activity[3].needs", "lead back"),
    ('ask_hour = "departure"', "meal = false", "activity[5]", "`price_by_hour` together with `ask_hour`"),
    ('{ until = "17:30"', '{ until = "18:45"', "activity[5]", "rising order"),
    ('code = "death"', 'code = "flood"', "exception[0].words", "the words by which parents give this reason"),
    ("waiting_days = 0", "kept_percent = 101", "absence.kept_percent", "100"),
    ('capacity = 48\npool = "mercredi"', 'capacity = 47\npool = "mercredi"', "activity[7].capacity", "same pool"),
    ('requires_document = "assurance"', 'requires_document = "x"', "activity[9].requires_document", "[documents]"),
    ('for = ["book", "change"]', 'for = ["buy"]', "deadline[0].for[0]", '"cancel" or "absence"'),
    ('at = "23:59"', 'at = "24:00"', "deadline[0].at", "an hour"),
    ('at = "23:59"', "days_before = 2", "deadline[0]", "exactly one of table, weekday_before"),
    ('mon = "thu-1", tue', 'mon = "tue", tue', "deadline[0]", "`table.mon` on or before the day itself"),
    ('mon = "thu-1", tue', 'mon = "thursday", tue', "deadline[0].table.mon", '"thu-1"'),
    ('late = "refuse"', 'late = "billed"', "deadline[0]", '"cancel"'),
    ('late = "refuse"', 'late = "surcharge"', "deadline[0]", "`surcharge` together with"),
    ('activities = ["VACANCES_JOURNEE"]', 'activities = ["VACANCE"]', "deadline[2].activities[0]", "VACANCES_JOURNEE"),
    ('late = "staff"', 'late = "staff"\nskip = ["weekend"]', "deadline[2].skip[0]", '"weekends"'),
    ("promise_hours = 48", "promise_hours = 0", "approval.promise_hours", "1 or more"),
    ("promise_hours = 48", "promise_hours = true", "approval.promise_hours", "a whole number"),
    ("max_mb = 10", 'max_mb = "10"', "documents.max_mb", "a whole number"),
    ('"{yy}{mm}PS{n:05d}PNB"', '"{yy}{mm}"', "invoices.number", "{n}"),
    ('"{yy}{mm}PS{n:05d}PNB"', '"{n.real}"', "invoices.number", "{n}"),
    ('"{yy}{mm}PS{n:05d}PNB"', '"{n:q}"', "invoices.number", "{n}"),
    ("issue_day = 2 ", "issue_day = 29 ", "invoices.issue_day", "28 or less"),
    ('port = "env:PREAU_IMAP_PORT"', f'port = "{SECRET}"', "mail.imap.port", "a port number"),
    ('security = "env:PREAU_SMTP_SECURITY"', f'security = "{SECRET}"', "mail.smtp.security", "tls, starttls or none"),
    ('password = "env:PREAU_IMAP_PASSWORD"', f'password = ["{SECRET}"]', "mail.imap.password", "file:PATH"),
    ('staff_chat = "env:PREAU_STAFF_CHAT"', f'staff_chat = "{SECRET}"', "telegram.staff_chat", "-1001234567890"),
    ("closures = []", f"holidays = [{BACKWARDS}]", "school_year.holidays[0]", "`to` on or after `from`"),
    ('late = "refuse"', 'late = "refuse"\nclear_days = true', "deadline[0]", "`clear_days` only with"),
    ('late = "refuse"', 'late = "surcharge"\nsurcharge = "half"', "deadline[0].surcharge", '"50%"'),
    ('late = "staff"', 'late = "waitlist"', "deadline[2]", 'not with "cancel"'),
    ('late = "refuse"', f'late = "refuse"\nskip = {EVERY_DAY}', "deadline[0]", "at least one day of the week"),
    ('valid = "school_year"', 'valid = "always"', "documents.kinds[0].valid", "a number of days"),
    (SMTP, 'host = "mx.example.net"\nsecurity = "none"', "mail.smtp", "only when the host is this machine"),
    ('url = "env:PREAU_DATABASE_URL"', f'url = "mysql://u:{SECRET}@h/d"', "database.url", "postgresql://"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "key", "allowed"), ONE_WRONG_KEY)
def test_a_wrong_value_is_told_with_its_key_its_line_and_what_is_allowed(
    old: str, new: str, key: str, allowed: str, tmp_path: Path
) -> None:
    found = problems(tmp_path, changed((old, new)))
    assert key in found
    assert allowed in found[key].allowed
    assert found[key].line is not None


def test_a_misspelt_key_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    found = problems(tmp_path, changed(("capacity = 30", "capacitty = 30"), ("[absence]", "[abscence]")))
    assert 'did you mean "capacity"?' in found["activity[0].capacitty"].allowed
    assert "missing" in found["activity[0].capacity"].allowed
    assert 'did you mean "absence"?' in found["abscence"].allowed


def test_everything_wrong_is_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    keys = [
        "structure.department",
        "activity[0].hours.from",
        "activity[3].needs[0]",
        "invoices.number",
        "mail.imap.port",
    ]
    picked = [next(row for row in ONE_WRONG_KEY if row[2] == key) for key in keys]
    found = problems(tmp_path, changed(*((old, new) for old, new, _, _ in picked)))
    assert list(found) == keys
    lines = [problem.line or 0 for problem in found.values()]
    assert lines == sorted(lines)


def test_the_line_is_the_one_an_editor_shows(tmp_path: Path) -> None:
    text = changed(('from = "11:45"', 'from = "11h45"'))
    line = text[: text.index('"11h45"')].count("\n") + 1
    found = problems(tmp_path, text)["activity[1].hours.from"]
    assert str(found) == f'line {line}: activity[1].hours.from: found "11h45"; allowed: an hour such as "08:30"'


def test_both_rules_of_a_conflict_are_told(tmp_path: Path) -> None:
    again = '[[deadline]]\nfor = ["cancel"]\ndays_before = 1\n\n# Reasons that open'
    found = problems(tmp_path, changed(("# Reasons that open", again)))
    assert "deadline[3]" in found["deadline[1]"].allowed
    assert "deadline[1]" in found["deadline[3]"].allowed


def test_a_conflict_counts_only_where_both_rules_can_match(tmp_path: Path) -> None:
    apart = """
[[deadline]]
for = ["book"]
sites = ["EUROPA"]
days_before = 1
[[deadline]]
for = ["book"]
sites = ["SOETRICH"]
days_before = 2

# Reasons that open"""
    path = tmp_path / "config.toml"
    path.write_text(changed(("# Reasons that open", apart)), encoding="utf-8")
    assert len(load(path, {}).structure.deadlines) == 5


def test_a_table_that_is_missing_is_told(tmp_path: Path) -> None:
    found = problems(tmp_path, '[structure]\nname = "X"\n')
    assert {"school_year", "site", "activity", "structure.phone"} <= set(found)


@pytest.mark.parametrize("text", ["[structure", "a = ", 'name = "x"\nname = "y"', "=", "a = [1,\n"])
def test_what_is_no_toml_is_told_in_one_line(text: str, tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, text).values()
    assert "not valid TOML" in str(problem)
    assert "\n" not in str(problem)


def test_a_file_that_cannot_be_read_is_told_in_one_line(tmp_path: Path) -> None:
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"\xff\xfe\x00name")
    for path, reason in ((tmp_path / "no.toml", "no such file"), (tmp_path, "cannot be read"), (binary, "UTF-8")):
        with pytest.raises(ConfigError, match=reason):
            load(path, {})


@pytest.mark.parametrize(
    "text",
    [
        "structure = 3\nsite = 4\nactivity = [5]\ndeadline = { a = 1 }\nmail = []",
        "activity = [ { code = 1, sites = 2, needs = { a = 1 }, capacity = [] } ]",
        "[[activity]]\ncapacity = { EUROPA = { a = 1 } }\n[[activity.hours]]\nfrom = 1",
        'documents = { kinds = 4 }\n[[deadline]]\ntable = "mon"\nsites = "EUROPA"',
    ],
)
def test_tables_of_the_wrong_kind_are_told_and_never_a_crash(text: str, tmp_path: Path) -> None:
    assert len(problems(tmp_path, text)) >= 4


def test_wrong_variables_of_the_environment_are_told_by_name(tmp_path: Path) -> None:
    found = problems(tmp_path, WORLD, {"PREAU_TELEGRAM_API": "localhost", "PREAU_DATABASE_URL": SECRET})
    assert set(found) == {"PREAU_TELEGRAM_API", "database.url"}


@pytest.mark.parametrize(("auth", "table", "key", "allowed"), OAUTH)
def test_tokens_that_could_not_be_had(tmp_path: Path, auth: str, table: str, key: str, allowed: str) -> None:
    text = changed(("[mail.imap]", f'auth = "{auth}"\n[mail.imap]')) + f"\n[mail.oauth]\n{table}\n"

    assert allowed in str(problems(tmp_path, text)[key])
