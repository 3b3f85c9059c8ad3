"""The servers as fixtures: started once, each test with a mailbox of its own."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator

import pytest

from tests.mail_servers import dovecot
from tests.mail_servers.dovecot import Dovecot
from tests.mail_servers.postbox import Postbox
from tests.mail_servers.pymap_server import Pymap
from tests.mail_servers.smtp_sink import SmtpSink, smtp_sink

_names = itertools.count(1)


def need_dovecot() -> None:
    """Skip the test where Dovecot is not installed, or fail it where PREAU_TEST_REQUIRE names Dovecot."""
    if dovecot.program() is None:
        if "dovecot" in os.environ.get("PREAU_TEST_REQUIRE", ""):
            pytest.fail("Dovecot is required here and not installed")
        pytest.skip("Dovecot is not installed")


def _server(kind: str) -> Pymap | Dovecot:
    if kind == "pymap":
        return Pymap()
    need_dovecot()
    return Dovecot()


@pytest.fixture(scope="module", params=["pymap", "dovecot"])
def imap_server(request: pytest.FixtureRequest) -> Iterator[Pymap | Dovecot]:
    server = _server(request.param)
    server.start()
    yield server
    server.remove()


@pytest.fixture
def postbox(imap_server: Pymap | Dovecot) -> Postbox:
    return Postbox(imap_server, f"parents{next(_names)}")


@pytest.fixture
def sink() -> Iterator[SmtpSink]:
    with smtp_sink() as running:
        yield running
