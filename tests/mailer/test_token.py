"""Tokens in place of passwords: asked for in time, once more when refused, and let us in at real servers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from domain.clock import ManualClock
from domain.errors import SendFailed
from domain.model.messages import Outgoing
from domain.store.session import Sessions
from mailer.mailbox import DONE, Account, Mailbox
from mailer.sender import MailSender, Server
from mailer.token import TokenRefused, Tokens, google, microsoft
from tests.mail_servers.dovecot import Dovecot
from tests.mail_servers.fixtures import need_dovecot
from tests.mail_servers.postbox import Postbox, eventually, free_port
from tests.mail_servers.smtp_sink import smtp_sink
from tests.mail_servers.token_server import TokenServer, token_server
from tests.mailer.doors import RecordingDoor
from tests.mailer.letters import letter
from tests.mailer.test_rendering import parcel
from tests.mailer.watching import TODAY, watching

_ANSWER = parcel(Outgoing(text="Bonjour", subject="Re: Cantine"))


class _Watch:
    """A stop watch that a test sets."""

    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def provider() -> Iterator[TokenServer]:
    with token_server() as running:
        yield running


@pytest.fixture
def watch() -> _Watch:
    return _Watch()


@pytest.fixture
def tokens(provider: TokenServer, watch: _Watch) -> Tokens:
    return _tokens(provider, watch)


def _tokens(provider: TokenServer, watch: _Watch | None = None, secret: str = TokenServer.secret) -> Tokens:
    grant = microsoft(tenant="t", client_id="app", client_secret=secret, refresh_token="", url=provider.url)
    return Tokens(grant, seconds=watch or _Watch())


def test_a_token_is_kept_until_four_fifths_of_its_life_are_over(
    tokens: Tokens, provider: TokenServer, watch: _Watch
) -> None:
    assert tokens.get() == "token-1"
    watch.seconds = 0.79 * 3600
    assert tokens.get() == "token-1"
    watch.seconds = 0.81 * 3600
    assert tokens.get() == "token-2"
    assert len(provider.asked) == 2


def test_a_token_that_was_refused_is_asked_for_once_however_many_met_the_refusal(tokens: Tokens) -> None:
    first = tokens.get()

    assert [tokens.renew(first), tokens.renew(first), tokens.get()] == ["token-2"] * 3


def test_microsoft_is_asked_as_the_application_or_for_a_person(provider: TokenServer) -> None:
    _tokens(provider).get()
    who = {"tenant": "t", "client_id": "app", "client_secret": provider.secret, "url": provider.url}
    Tokens(microsoft(**who, refresh_token="r1")).get()

    application, person = provider.asked
    assert (application["grant_type"], application["scope"]) == (
        "client_credentials", "https://outlook.office365.com/.default"
    )  # fmt: skip
    assert (person["grant_type"], person["refresh_token"]) == ("refresh_token", "r1")
    assert "IMAP.AccessAsUser.All" in person["scope"]
    assert microsoft(tenant="contoso", client_id="a", client_secret="s", refresh_token="").url == (
        "https://login.microsoftonline.com/contoso/oauth2/v2.0/token"
    )


def test_google_is_asked_with_the_grant_of_the_mailbox_and_a_new_grant_replaces_it(provider: TokenServer) -> None:
    grant = google(client_id="app", client_secret=provider.secret, refresh_token="r1", url=provider.url)
    tokens = Tokens(grant)
    provider.answer = (200, {"access_token": "one", "expires_in": "3600", "refresh_token": "r2"})

    tokens.renew(tokens.get())

    assert [form["refresh_token"] for form in provider.asked] == ["r1", "r2"]
    assert {form["grant_type"] for form in provider.asked} == {"refresh_token"}


@pytest.mark.parametrize(
    ("answer", "failure"),
    [
        ((400, {"error": "invalid_grant"}), TokenRefused),
        ((401, "no object"), TokenRefused),
        ((200, {"token": "?"}), TokenRefused),
        ((200, ["?"]), TokenRefused),
        ((429, {}), OSError),
        ((503, {}), OSError),
    ],
)
def test_what_the_provider_may_answer(
    tokens: Tokens, provider: TokenServer, answer: tuple[int, object], failure: type[Exception]
) -> None:
    provider.answer = answer

    with pytest.raises(failure):
        tokens.get()

    provider.answer = None
    assert tokens.get() == "token-2"


def test_no_secret_is_shown(provider: TokenServer) -> None:
    tokens = _tokens(provider, secret="hunter2")

    with pytest.raises(TokenRefused, match="invalid_client") as caught:
        tokens.get()

    account = Account("h", 1, "tls", "u", "", tokens=tokens)
    assert "hunter2" not in f"{caught.value!r}{account!r}{Server('h', 1, 'tls', 'u', '', tokens)!r}{tokens._grant!r}"


@pytest.fixture
def server(provider: TokenServer) -> Iterator[Dovecot]:
    need_dovecot()
    server = Dovecot(provider.introspection_url)
    server.start()
    yield server
    server.remove()


def test_the_mailbox_is_read_with_tokens_and_a_revoked_one_is_renewed(
    server: Dovecot, provider: TokenServer, tokens: Tokens, sessions: Sessions
) -> None:
    postbox, door = Postbox(server, "parents"), RecordingDoor(sessions)
    account = Account(server.host, server.port, "none", "parents", "", tokens=tokens)
    Mailbox(account).close()
    provider.revoke()
    postbox.deliver(letter("Zoé mange mardi."), at=TODAY)

    with watching(account, door):
        eventually(lambda: postbox.count(DONE) == 1)

    assert door.texts == ["Zoé mange mardi."]
    assert len(provider.asked) == 2


async def test_answers_leave_with_tokens_and_a_revoked_one_is_renewed(provider: TokenServer, tokens: Tokens) -> None:
    with smtp_sink(auth=True, tokens=provider.good) as sink:
        sender = _sender(Server(sink.host, sink.port, "none", "office", "", tokens))
        await sender.send(_ANSWER)
        await sender.close()
        provider.revoke()
        await sender.send(_ANSWER)
        await sender.close()

    assert len(sink.mails) == 2
    assert len(provider.asked) == 2


@pytest.mark.parametrize("secret", ["hunter2", TokenServer.secret])
async def test_without_a_good_token_answers_wait_and_the_queue_stops(provider: TokenServer, secret: str) -> None:
    with smtp_sink(auth=True, tokens=()) as sink:  # it takes none
        sender = _sender(Server(sink.host, sink.port, "none", "office", "", _tokens(provider, secret=secret)))
        with pytest.raises(SendFailed) as caught:
            await sender.send(_ANSWER)

    assert (caught.value.suspend, caught.value.permanent) == (True, False)


def test_a_provider_out_of_reach_is_a_network_fault(sessions: Sessions) -> None:
    url = f"http://127.0.0.1:{free_port()}/token"
    with pytest.raises(OSError, match="refused"):
        Tokens(microsoft(tenant="", client_id="a", client_secret="s", refresh_token="", url=url)).get()


def _sender(server: Server) -> MailSender:
    clock = ManualClock(datetime(2025, 3, 3, 9, 0, tzinfo=UTC))
    return MailSender(server, address="periscolaire@example.net", name="Périscolaire", clock=clock)
