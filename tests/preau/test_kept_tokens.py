"""A provider that gives another refresh token with each use: the newest one is kept over restarts."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from mailer.token import TokenRefused, Tokens
from preau.app import App
from preau.wiring import tokens_of
from tests.mail_servers.token_server import TokenServer, token_server
from tests.preau.commands import Office, office


@pytest.fixture
def provider() -> Iterator[TokenServer]:
    with token_server() as running:
        running.rotating = "configured"
        yield running


@pytest.fixture
def town(tmp_path: Path, provider: TokenServer) -> Office:
    town = office(tmp_path)
    _configure(town, provider, "configured")
    town.ok("migrate")
    return town


def _configure(town: Office, provider: TokenServer, refresh_token: str) -> None:
    text = (Path(__file__).parents[1] / "world" / "config.toml").read_text(encoding="utf-8")
    oauth = f"""[mail.oauth]
client_id = "app"
client_secret = "{provider.secret}"
refresh_token = "{refresh_token}"
token_url = "{provider.url}"
"""
    text = text.replace("[mail]\n", '[mail]\nauth = "microsoft"\n').replace("[mail.imap]\n", f"{oauth}[mail.imap]\n")
    town.config.write_text(text, encoding="utf-8")


def _started(town: Office) -> Tokens:
    app = App(town.config, {name: value for name, value in town.env.items() if value is not None})
    assert app.config.mail is not None
    tokens = tokens_of(app, app.config.mail)
    assert tokens is not None
    return tokens


def test_a_restarted_program_asks_with_the_newest(town: Office, provider: TokenServer) -> None:
    for _ in range(3):
        _started(town).get()

    assert [form["refresh_token"] for form in provider.asked] == ["configured", "refresh-1", "refresh-2"]


def test_of_two_processes_each_asks_with_what_the_other_was_given(town: Office, provider: TokenServer) -> None:
    one, other = _started(town), _started(town)
    first = one.get()
    other.get()

    one.renew(first)

    assert [form["refresh_token"] for form in provider.asked] == ["configured", "refresh-1", "refresh-2"]


def test_a_token_that_is_configured_anew_begins_afresh(town: Office, provider: TokenServer) -> None:
    _started(town).get()
    provider.rotating = "given-again"
    with pytest.raises(TokenRefused):
        _started(town).get()

    _configure(town, provider, "given-again")
    _started(town).get()

    assert provider.asked[-1]["refresh_token"] == "given-again"


def test_with_the_database_away_the_process_goes_on_with_what_it_was_given(
    town: Office, provider: TokenServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    tokens = _started(town)
    (town.folder / "preau.db").unlink()

    tokens.renew(tokens.get())

    assert [form["refresh_token"] for form in provider.asked] == ["configured", "refresh-1"]
    assert "could not be kept" in caplog.text
    assert "refresh-1" not in caplog.text


def test_it_lies_in_the_database_under_a_name_that_tells_nothing(town: Office) -> None:
    _started(town).get()

    with sqlite3.connect(town.folder / "preau.db") as database:
        rows = dict(database.execute("SELECT name, value FROM setting").fetchall())
    database.close()
    assert [value for name, value in rows.items() if name.startswith("refresh_token:")] == ["refresh-1"]
    assert not any("configured" in name for name in rows)
