"""From an empty folder to a lunch that staff granted, by chat and by mail, with real processes and servers."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from domain.clock import ManualClock
from tests.mail_servers.postbox import PASSWORD, Postbox, eventually
from tests.mail_servers.smtp_sink import SmtpSink
from tests.preau.commands import Office, office
from tests.preau.program import running
from tests.telegram_server import Person, TelegramServer

PARIS = ZoneInfo("Europe/Paris")
THURSDAY = datetime(2025, 2, 27, 18, 0, 30, tzinfo=PARIS)
CLAIRE, NADIA = 7314, 9001
SENTENCE = "inscrire Victor midi mardi"


@pytest.fixture
def telegram() -> Iterator[TelegramServer]:
    with TelegramServer(clock=ManualClock(THURSDAY)) as server:
        yield server
        server.assert_clean()


@pytest.fixture
def town(tmp_path: Path, telegram: TelegramServer) -> Office:
    """Return an office with families, whose bot is on `telegram` and asked for its name."""
    town = office(tmp_path)
    town.env |= {"PREAU_TELEGRAM_TOKEN": telegram.token, "PREAU_TELEGRAM_API": telegram.url}
    town.config.write_text(town.config.read_text("utf-8").replace('bot = "preau_bot"\n', ""), encoding="utf-8")
    town.ok("migrate")
    town.ok("import", str(town.folder / "families.csv"))
    return town


def opens_link(telegram: TelegramServer, name: str, chat: int, line: str) -> Person:
    """Let somebody open the one-time link at the end of `line`."""
    person = telegram.user(name, id=chat)
    person.says(f"/start {line.strip().split('start=')[1]}")
    return person


def test_a_lunch_is_booked_by_chat(town: Office, telegram: TelegramServer) -> None:
    invitation, badge = town.ok("invite", "durand"), town.ok("staff", "add", "Nadia Petit", "--role", "agent")
    with running(town) as preau:
        claire = opens_link(telegram, "Claire", CLAIRE, invitation)
        nadia = opens_link(telegram, "Nadia", NADIA, badge)
        claire.chat.expect("Victor")
        nadia.chat.expect("Nadia Petit")

        claire.says(SENTENCE)
        cart = claire.chat.expect(
            "Victor", "mardi 4 mars", "Midi", "11 h 45", "13 h 30", "11,50 €", button="✅ Valider"
        )
        claire.presses(cart, "✅ Valider")
        card = nadia.chat.expect("Victor", "mardi 4 mars", button="✅ Accepter")
        nadia.presses(card, "✅ Accepter")
        claire.chat.expect("1 réservation acceptée le : 04/03")

        (booking,) = town.json("show", "bookings")
        assert booking["state"] == "confirmed"
        assert (booking["child"], booking["activity"], booking["date"]) == ("Victor", "MIDI", "2025-03-04")
        assert (booking["price_cents"], booking["source"], booking["decided_by"]) == (1150, "chat", "Nadia Petit")
        assert town.json("show", "requests")[0]["open"] == 0
        assert preau.stop() == 0
    assert "stopped" in preau.log
    for private in (telegram.token, "Victor", "Claire", "inscrire", "example.org"):
        assert private not in preau.log


@pytest.fixture
def mail(town: Office, postbox: Postbox, sink: SmtpSink) -> Postbox:
    """Give the town a mailbox; return it."""
    for kind, server, user, password in (("IMAP", postbox.server, postbox.user, PASSWORD), ("SMTP", sink, "", "")):
        town.env |= {f"PREAU_{kind}_HOST": server.host, f"PREAU_{kind}_PORT": str(server.port)}
        town.env |= {f"PREAU_{kind}_SECURITY": "none", f"PREAU_{kind}_USER": user, f"PREAU_{kind}_PASSWORD": password}
    return postbox


def written(text: str, *, answers: EmailMessage | None = None) -> bytes:
    """Write a mail as Claire's provider delivers it."""
    mail = EmailMessage()
    mail["From"], mail["To"] = "Claire Durand <claire.durand@example.org>", "periscolaire@example.net"
    mail["Subject"], mail["Date"] = "Cantine", THURSDAY
    mail["Message-ID"] = f"<{abs(hash(text))}@example.org>"
    mail["Authentication-Results"] = "mx.example.net; dmarc=pass header.from=example.org"
    if answers is not None:
        mail["In-Reply-To"] = mail["References"] = answers["Message-ID"]
    mail.set_content(text)
    return mail.as_bytes()


def answer(sink: SmtpSink, number: int, words: str) -> EmailMessage:
    """Wait for the answer of that number; return it when it says `words`."""
    eventually(lambda: len(sink.mails) >= number, within=20)
    found = email.message_from_bytes(sink.mails[number - 1].content, policy=email.policy.default)
    body = found.get_body(("plain",))
    assert body is not None
    assert words in body.get_content()
    return found


def test_a_lunch_is_booked_by_mail(town: Office, telegram: TelegramServer, mail: Postbox, sink: SmtpSink) -> None:
    badge = town.ok("staff", "add", "Nadia Petit", "--role", "agent")
    with running(town) as preau:
        nadia = opens_link(telegram, "Nadia", NADIA, badge)
        nadia.chat.expect("Nadia Petit")

        mail.deliver(written(f"Bonjour,\n\n{SENTENCE}\n\nMerci"), at=THURSDAY)
        cart = answer(sink, 1, "11,50 €")
        assert cart["In-Reply-To"] is not None
        assert cart["Auto-Submitted"] == "auto-replied"
        mail.deliver(written("valider", answers=cart), at=THURSDAY)
        card = nadia.chat.expect("Victor", "mardi 4 mars", button="✅ Accepter")
        nadia.presses(card, "✅ Accepter")
        answer(sink, 3, "1 réservation acceptée le : 04/03")

        assert [(row["state"], row["source"]) for row in town.json("show", "bookings")] == [("confirmed", "email")]
        eventually(lambda: mail.count() == 0)
        assert preau.stop() == 0


#: What the reference mailbox is looked at for.
WELL = (
    "configuration", "database", "telegram", "imap", "imap idle", "imap move", "imap folders", "smtp", "smtp login"
)  # fmt: skip


def test_check_finds_everything_in_order(town: Office, mail: Postbox) -> None:
    found = [line.split("\t")[:2] for line in town.ok("check").splitlines()[1:] if "\t" in line]

    assert found == [[what, "OK"] for what in WELL]


def test_check_says_which_password_is_wrong(town: Office, mail: Postbox) -> None:
    town.env["PREAU_IMAP_PASSWORD"] = "hunter2"

    result = town.run("check")

    assert result.exit_code == 1
    assert "imap\twrong: the user or the password is refused" in result.stdout
    assert "hunter2" not in result.output


def test_the_health_page_tells_which_parts_are_ready(town: Office, telegram: TelegramServer) -> None:
    with running(town) as preau:
        status, words = preau.health()

    assert status == 200
    assert set(words.splitlines()) == {"database: ok", "bot: ok", "scheduler: ok"}
    assert "mailer is switched off: not set: PREAU_IMAP_HOST" in preau.log


@pytest.mark.parametrize(
    ("changes", "args", "words"),
    [
        pytest.param({}, ["--only", "mailer"], "mailer: not set: PREAU_IMAP_HOST", id="asked for and not configured"),
        pytest.param({"PREAU_IMAP_HOST": "127.0.0.1"}, [], "mailer: not set: PREAU_IMAP_USER", id="half configured"),
        pytest.param({"PREAU_TELEGRAM_TOKEN": None}, [], "nothing to run", id="nothing configured"),
    ],
)
def test_what_cannot_run_is_refused_in_one_line(
    town: Office, changes: dict[str, str | None], args: list[str], words: str
) -> None:
    town.env |= changes

    assert words in town.refused("run", *args)


def test_a_part_that_does_not_exist_is_wrong_usage(town: Office) -> None:
    assert "there are bot, mailer, scheduler" in town.refused("run", "--only", "kitchen", code=2)
