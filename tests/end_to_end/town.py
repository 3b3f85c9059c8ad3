"""A town: its servers, its families and colleagues, and the processes of its Préau.

    town.start()
    claire = town.parent("durand")
    claire.says("inscrire Victor midi mardi")
    claire.presses(claire.chat.expect("11,50 €", button="✅ Valider"), "✅ Valider")
    town.accepts(town.card("Victor"))

Everything is seen from outside: the Bot API, the mailboxes, the command line. Only the counts that a test waits for are
read from the database, by what `preau show` is made of.
"""

from __future__ import annotations

import csv
import json
import re
import subprocess
from collections.abc import Callable
from datetime import datetime
from email.message import EmailMessage
from functools import cached_property
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from domain.clock import ManualClock
from domain.store import reports
from domain.store.session import Sessions, open_database
from domain.store.tables.installation import Lease
from domain.store.tables.messages import Inbox, Outbox
from domain.store.tables.people import Child, Family
from domain.store.tables.requests import CartLine
from tests.end_to_end import letters
from tests.end_to_end.letters import PROVEN
from tests.end_to_end.program import PATIENCE_SECONDS, PREAU, Program, environment, wait_for
from tests.mail_servers.postbox import PASSWORD, Postbox
from tests.mail_servers.smtp_sink import SmtpSink
from tests.telegram_server import Group, Message, Person, TelegramServer
from tests.telegram_server.world import Press

WORLD = Path(__file__).parents[1] / "world"
PARIS = ZoneInfo("Europe/Paris")
#: A Thursday; Tuesday 4 March can still be booked.
START = datetime(2025, 2, 27, 18, 0, tzinfo=PARIS)
GROUP = -4001
STAFF = {"Nadia Petit": 9001, "Paul Morel": 9002}
PEOPLE = list(csv.DictReader((WORLD / "families.csv").read_text(encoding="utf-8").splitlines()))
GUARDIANS = {row["family"]: row for row in PEOPLE if row["role"] == "guardian"}
CHATS = {family: number for number, family in enumerate(GUARDIANS, start=7001)}


_CART = (
    select(CartLine.do, Child.first_name, CartLine.activity, CartLine.day)
    .join(Child, Child.id == CartLine.child_id)
    .join(Family, Family.id == CartLine.family_id)
    .order_by(CartLine.id)
)


class Town:
    """One installation, in a folder of its own."""

    def __init__(self, folder: Path, telegram: TelegramServer, clock: ManualClock) -> None:
        self.folder = folder
        self.telegram = telegram
        self.programs: list[Program] = []
        self.postbox: Postbox | None = None
        self.sink: SmtpSink | None = None
        self.group: Group | None = None
        self._clock = clock
        self._mails_written: list[str] = []
        self.env = {"PREAU_TELEGRAM_TOKEN": telegram.token, "PREAU_TELEGRAM_API": telegram.url}
        (folder / "config.toml").write_bytes((WORLD / "config.toml").read_bytes())
        self.at(f"{START:%Y-%m-%dT%H:%M}")

    # -- what an operator does ------------------------------------------------------------------------------------
    def preau(self, *args: str) -> str:
        """Run a command as the README says; return what it prints."""
        command = [*PREAU, *args]
        done = subprocess.run(command, cwd=self.folder, env=environment(self.env), capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    def show(self, what: str, *args: str) -> list[dict[str, Any]]:
        shown: list[dict[str, Any]] = json.loads(self.preau("show", what, *args, "--json"))
        return shown

    def start(self, *args: str) -> Program:
        """Start `preau run`; it is ready later (`Program.ready`)."""
        log = self.folder / f"log-{len(self.programs)}"
        self.programs.append(Program(self.folder, self.env, log, args))
        return self.programs[-1]

    def restart(self) -> Program:
        """Stop the last program in order and start another one."""
        assert self.programs[-1].stop() == 0
        return self.start()

    def at(self, moment: str) -> None:
        """Set the clock of Telegram and of the programs that are started from now on ("2025-02-27T18:00")."""
        self.env["PREAU_NOW"] = moment
        self._clock.move_to(self.instant(moment))

    def instant(self, moment: str) -> datetime:
        return datetime.fromisoformat(moment).replace(tzinfo=PARIS)

    def with_mail(self, postbox: Postbox, sink: SmtpSink) -> Town:
        self.postbox, self.sink = postbox, sink
        for kind, server, user, password in (("IMAP", postbox.server, postbox.user, PASSWORD), ("SMTP", sink, "", "")):
            self.env |= {f"PREAU_{kind}_HOST": server.host, f"PREAU_{kind}_PORT": str(server.port)}
            self.env |= {f"PREAU_{kind}_USER": user, f"PREAU_{kind}_PASSWORD": password}
            self.env[f"PREAU_{kind}_SECURITY"] = "none"
        return self

    def with_group(self) -> Town:
        """Let staff read in a group instead of in private."""
        self.group = self.telegram.group(GROUP)
        self.env["PREAU_STAFF_CHAT"] = str(GROUP)
        return self

    # -- families and colleagues ----------------------------------------------------------------------------------
    def parent(self, family: str) -> Person:
        return self.telegram.user(GUARDIANS[family]["first_name"], CHATS[family])

    def staff(self, name: str = "Nadia Petit") -> Person:
        return self.telegram.user(name.split(maxsplit=1)[0], STAFF[name])

    def opens(self, person: Person, link: str) -> None:
        """Let `person` open the one-time link at the end of what a command printed."""
        person.says(f"/start {link.strip().rpartition('start=')[2]}")

    def card(self, *words: str, after: Message | None = None) -> Message:
        """Wait for the card of a request where staff read."""
        room = self.group or self.staff().chat
        return room.expect(*words, button="✅ Accepter", after=after, timeout=PATIENCE_SECONDS)

    def staff_read(self, *words: str) -> Message:
        """Wait for a message to the staff."""
        return (self.group or self.staff().chat).expect(*words, timeout=PATIENCE_SECONDS)

    def card_is_closed(self, card: Message, words: str) -> None:
        """Wait until a card says `words` and has no buttons any more."""
        self.telegram.wait_for(lambda: words in card.text and not card.buttons, PATIENCE_SECONDS, f"{words} on a card")

    def answered(self, press: Press, words: str = "") -> None:
        """Wait until a press is answered with `words`, at least one."""
        self.telegram.wait_for(lambda: press.answer is not None, PATIENCE_SECONDS, "an answered press")
        assert press.answer
        assert words in press.answer

    def accepts(self, card: Message) -> None:
        self.staff().presses(card, "✅ Accepter")

    # -- mail -----------------------------------------------------------------------------------------------------
    def mail(
        self,
        family: str,
        text: str,
        *,
        at: str = "",
        answers: EmailMessage | None = None,
        results: str = PROVEN,
        sender: str = "",
        **headers: str,
    ) -> None:
        """Let a mail of `family` (or of the address `sender`) arrive; `at` is the server's INTERNALDATE."""
        received = self.instant(at) if at else self._clock.now()
        self._mails_written.append(text)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        author = sender or GUARDIANS[family]["email"]
        self.delivers(letters.written(author, text, received, answers, results, named), at=received)

    def delivers(self, *raw: bytes, at: datetime | None = None) -> None:
        assert self.postbox is not None
        self.postbox.deliver(*raw, at=at or self._clock.now())

    def answers_to(self, address: str) -> list[EmailMessage]:
        """Return the mails that were sent to `address`."""
        assert self.sink is not None
        return [letters.parsed(mail.content) for mail in list(self.sink.mails) if address in mail.recipients]

    def letter(self, family: str, *words: str) -> EmailMessage:
        """Wait for the first mail to `family` that says all `words`."""
        address = GUARDIANS[family]["email"]

        def found() -> EmailMessage | None:
            mails = self.answers_to(address)
            return next((mail for mail in mails if all(word in letters.words_of(mail) for word in words)), None)

        return wait_for(found, f"a mail to {family} with {words}")

    # -- what is kept ---------------------------------------------------------------------------------------------
    @cached_property
    def sessions(self) -> Sessions:
        return open_database(self.env.get("PREAU_DATABASE_URL", f"sqlite:///{self.folder / 'preau.db'}"))

    def bookings(self) -> list[str]:
        """Return "Victor MIDI 2025-03-04 confirmed" lines in the order of the calendar."""
        rows = self._read(lambda session: reports.bookings(session, reports.Filter(PARIS)))
        return [f"{row['child']} {row['activity']} {row['date']} {row['state']}" for row in rows]

    def cart(self, family: str) -> list[str]:
        """Return "book Victor MIDI 2025-03-04" lines in the order asked."""
        rows = self._read(lambda session: session.execute(_CART.where(Family.key == family)).all())
        return [f"{do} {child} {activity} {day}" for do, child, activity, day in rows]

    def requests(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self._read(lambda session: reports.requests(session, reports.Filter(PARIS)))
        return rows

    def letters_kept(self, kind: str) -> dict[str, str]:
        """Return the state of every letter of a kind in the outbox, by its key."""
        query = select(Outbox.key, Outbox.state).where(Outbox.kind == kind).order_by(Outbox.id)
        return dict(self._read(lambda session: [(key, state) for key, state in session.execute(query)]))

    def becomes(self, *bookings: str) -> None:
        """Wait until exactly these bookings are kept."""
        wait_for(lambda: self.bookings() == list(bookings), f"{bookings}; there is {self.bookings()}")

    def is_quiet(self) -> bool:
        """Tell whether everything that came in is handled and everything promised is sent."""
        handled = self._read(lambda session: session.scalar(select(func.count()).where(Inbox.state == "new")))
        waiting = self._read(lambda session: session.scalar(select(func.count()).where(Outbox.state == "queued")))
        unread = self.postbox.count() if self.postbox is not None else 0
        return not (handled or waiting or unread or self.telegram.unconfirmed)

    def becomes_quiet(self) -> None:
        wait_for(self.is_quiet, "all to be handled and sent")

    def frees_leases(self) -> None:
        """Let all that a killed process held be free at once, as it would be within 20 seconds."""
        with self.sessions.begin() as session:
            session.query(Lease).delete()
            session.execute(update(Outbox).where(Outbox.state == "queued").values(held_until=START))

    def _read(self, question: Callable[[Session], Any]) -> Any:
        with self.sessions.reading() as session:
            return question(session)

    # -- the end --------------------------------------------------------------------------------------------------
    def close(self) -> None:
        try:
            if any(program.alive for program in self.programs):
                wait_for(lambda: not self.telegram.unanswered_presses(), "every press to be answered", within=20)
        finally:
            for program in self.programs:
                program.kill()
            if "sessions" in vars(self):
                self.sessions.close()

    def assert_clean(self) -> None:
        """Assert what holds after every test: a valid dialogue, answered presses, and logs that tell nothing."""
        self.telegram.assert_clean()
        for program in self.programs:
            assert "Traceback" not in program.log, program.log
            assert "part died" not in program.log, program.log
            told = [word for word in self._private() if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", program.log)]
            assert told == [], program.log

    def _private(self) -> set[str]:
        """Return all that no log may hold: the token, what people wrote, who they are."""
        names = {row[field] for row in PEOPLE for field in ("first_name", "last_name", "email", "phone")}
        said = [one.text for chat in self.telegram.world.chats.values() for one in chat.messages if not one.from_bot]
        lines = {line.strip() for text in [*said, *self._mails_written] for line in text.splitlines()}
        codes = {line.removeprefix("/start ") for line in lines if line.startswith("/start ")}
        sentences = {line for line in lines if len(line) > len("bonjour, ")}
        return (names | codes | sentences | set(STAFF) | {self.telegram.token, "T" * 35, PASSWORD}) - {""}
