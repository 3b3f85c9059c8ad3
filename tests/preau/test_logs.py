"""Log lines: for people or for machines, and never a secret or a parent's words."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest

from preau import logs

TOKEN = "123456:SECRET-of-the-bot"
WORDS = "Victor a la gastro"


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before = root.handlers[:], root.level
    yield io.StringIO()
    root.handlers[:], level = before
    root.setLevel(level)


@pytest.mark.parametrize("as_json", [False, True], ids=["text", "json"])
def test_the_token_is_hidden_wherever_a_library_puts_it(stream: io.StringIO, *, as_json: bool) -> None:
    logs.set_up(as_json=as_json, secrets=[TOKEN, ""], stream=stream)

    logging.getLogger("some.library").warning("POST /bot%s/getMe", TOKEN, extra={"url": f"/bot{TOKEN}"})

    assert TOKEN not in stream.getvalue()
    assert stream.getvalue().count(logs.HIDDEN) == 2


@pytest.mark.parametrize("name", ["httpx", "httpcore"])
def test_the_http_client_does_not_tell_every_address(name: str, stream: io.StringIO) -> None:
    logs.set_up(as_json=False, secrets=[], stream=stream)

    logging.getLogger(name).info("HTTP Request: POST /bot123/getUpdates")

    assert stream.getvalue() == ""


@pytest.mark.parametrize("as_json", [False, True], ids=["text", "json"])
def test_a_failure_is_told_by_its_name_and_place_never_by_its_words(stream: io.StringIO, *, as_json: bool) -> None:
    logs.set_up(as_json=as_json, secrets=[], stream=stream)

    try:
        int(WORDS)
    except ValueError:
        logging.getLogger("preau.desk").exception("message failed", extra={"family": 7})

    line = stream.getvalue()
    assert WORDS not in line
    assert "ValueError at test_logs.py:" in line
    assert line.count("\n") == 1


def test_a_machine_reads_one_object_a_line(stream: io.StringIO) -> None:
    logs.set_up(as_json=True, secrets=[], stream=stream)

    logging.getLogger("preau.run").info("started", extra={"parts": "bot,mailer"})

    entry = json.loads(stream.getvalue())
    assert (entry["level"], entry["logger"], entry["event"], entry["parts"]) == (
        "INFO",
        "preau.run",
        "started",
        "bot,mailer",
    )


def test_a_person_reads_name_and_value(stream: io.StringIO) -> None:
    logs.set_up(as_json=False, secrets=[], stream=stream)

    logging.getLogger("preau.run").info("part is started again", extra={"part": "bot"})

    assert stream.getvalue().endswith(" INFO preau.run part is started again part=bot\n")
