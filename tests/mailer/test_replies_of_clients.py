"""A family answers our own mails with each of the French clients, and its answer alone is done, down to the booking."""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path

import pytest

from domain.store.session import Sessions
from mailer.intake import Arrival, Intake
from mailer.rendering import html_part, text_part
from tests.desk.office import Office, Seen
from tests.mailer.letters import OUR_ADDRESS, TRUSTED, letter

_BLOCKS = (Path(__file__).parent / "quoting.txt").read_text(encoding="utf-8").split("=== ")[1:]
_CLIENTS = [pytest.param(form, id=name) for name, _, form in (block.partition("\n") for block in _BLOCKS)]


@dataclass
class Thread:
    """What a family and the office write each other; `form` is how the family's program quotes."""

    office: Office
    intake: Intake
    form: str
    mails: int = 0

    def writes(self, family: str, text: str, *, answers: Seen | None = None) -> Seen:
        """Have a family write; return our answer."""
        self.mails += 1
        address = self.office.address_of(family)
        body, kind = (text, "plain") if answers is None else self._quoting(text, answers)
        threading = answers.id.replace("@prea.test", "@example.net") if answers else ""
        raw = letter(
            body, From=address, Message_ID=f"<{self.mails}@example.org>", In_Reply_To=threading,
            Subject="Re: Votre demande" if answers else "Demande", Content_Type=f"text/{kind}; charset=utf-8",
        )  # fmt: skip
        self.intake.handle(Arrival(raw, self.office.clock.now(), f"parents/INBOX/7/{self.mails}"))
        return self.office.read(address)[-1]

    def _quoting(self, text: str, answers: Seen) -> tuple[str, str]:
        page = "{page}" in self.form
        plain = text_part(answers.message.text)
        quoted = "\n".join(f"> {line}" for line in plain.split("\n"))
        shown = html.escape(text).replace("\n", "<br>") if page else text
        body = self.form.format(text=shown, plain=plain, quoted=quoted, page=html_part(answers.message.text))
        return body, "html" if page else "plain"


@pytest.fixture(params=_CLIENTS)
def thread(request: pytest.FixtureRequest, sessions: Sessions) -> Thread:
    office = Office(sessions)
    intake = Intake(
        office.desk, sessions, our_address=OUR_ADDRESS, trusted_authserv=TRUSTED, clock=office.clock
    )  # fmt: skip
    return Thread(office, intake, request.param)


def test_a_line_is_taken_out_and_the_rest_sent_by_answering_our_mails(thread: Thread) -> None:
    cart = thread.writes("durand", "Merci d'inscrire Victor et Séverine à la cantine mardi et jeudi.")

    shorter = thread.writes("durand", "Enlever 2", answers=cart)
    assert len(thread.office.cart("durand")) == 3

    thread.writes("durand", "valider", answers=shorter)
    assert thread.office.cart("durand") == []
    assert len(thread.office.bookings("durand")) == 3


def test_questions_are_answered_by_their_numbers(thread: Thread) -> None:
    asked = thread.writes("billard", "Inscrire mardi, merci")

    cart = thread.writes("billard", "1 : a\n2 : b", answers=asked)
    assert thread.office.cart("billard") == ["book Elio MIDI 2025-03-04"]

    thread.writes("billard", "Ok c'est bon pour moi, merci", answers=cart)
    assert thread.office.bookings("billard") == ["Elio MIDI 2025-03-04 requested"]


def test_what_is_added_below_the_yes_is_not_lost(thread: Thread) -> None:
    cart = thread.writes("coralis", "Inscrire Zoé à la cantine mardi")

    thread.writes("coralis", "Oui, et ajoutez aussi le goûter de mardi.", answers=cart)

    told = thread.office.cart("coralis") + thread.office.bookings("coralis")
    assert any("Zoé GOUTER 2025-03-04" in line for line in told)
