"""Telegram, IMAP or SMTP are away for a while: everything comes later and once, and nothing spins or dies meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.end_to_end.letters import words_of
from tests.end_to_end.program import Program, wait_for
from tests.end_to_end.town import Town
from tests.mail_servers.postbox import ImapServer
from tests.mail_servers.smtp_sink import SmtpSink

#: Per cent of a processor, in the quietest second: a loop that spins takes all that it can get, in every second.
_IDLE = 20


@contextmanager
def calmly(program: Program) -> Iterator[None]:
    """Assert that the program lives through a block, and soon after it has a second in which it hardly works."""
    yield
    wait_for(lambda: program.busy_for_a_second() < _IDLE, "a second in which the program is calm")
    assert program.alive


def everybody_asks(town: Town) -> None:
    """Let Claire write in the chat, and Marie have something answered and staff told by mail."""
    town.parent("durand").says("inscrire Victor midi mardi")
    town.mail("coralis", "inscrire Zoé midi mardi")
    town.mail("coralis", "valider")


def everybody_was_served_once(town: Town) -> None:
    claire = town.parent("durand").chat
    claire.expect("mardi 4 mars", button="✅ Valider", timeout=60)
    town.card("Zoé", "mardi 4 mars")
    town.letter("coralis", "transmise")
    town.becomes_quiet()
    assert town.cart("durand") == ["book Victor MIDI 2025-03-04"]
    assert town.bookings() == ["Zoé MIDI 2025-03-04 requested"]
    assert sum("Rien n'est demandé tant" in words for words in claire.texts) == 1
    assert sum("Zoé" in words for words in town.staff().chat.texts) == 1
    mails = [words_of(mail) for mail in town.answers_to("marie.coralis@example.org")]
    assert [sum(words in mail for mail in mails) for words in ("répondez « valider »", "transmise")] == [1, 1]


@pytest.mark.parametrize("how", ["refuses connections", "answers 502", "answers nothing at all"])
def test_telegram_is_away(mailing_town: Town, how: str) -> None:
    town = mailing_town
    program = town.start().ready()
    match how:
        case "refuses connections":
            town.telegram.refuse()
        case "answers 502":
            town.telegram.faults.down = True
        case _:
            town.telegram.faults.add("*", times=1000, hang=60)
    everybody_asks(town)

    with calmly(program):
        program.says("outcome=put_off", times=1 if how == "answers nothing at all" else 2)
        town.becomes("Zoé MIDI 2025-03-04 requested")
    town.telegram.faults.clear()
    if how == "refuses connections":
        town.telegram.listen()

    everybody_was_served_once(town)


@contextmanager
def away(server: ImapServer | SmtpSink) -> Iterator[None]:
    """Have a server refuse connections for a while."""
    server.stop()
    try:
        yield
    finally:
        server.start()


def test_the_mail_server_that_sends_is_away(mailing_town: Town) -> None:
    town = mailing_town
    assert town.sink is not None
    program = town.start().ready()
    with away(town.sink):
        everybody_asks(town)
        with calmly(program):
            program.says("outcome=suspended")
            town.becomes("Zoé MIDI 2025-03-04 requested")
        town.parent("durand").chat.expect("mardi 4 mars", timeout=60)  # the chat does not wait for the mail

    everybody_was_served_once(town)


def test_the_mailbox_is_away_from_the_start_and_once_more(mailing_town: Town) -> None:
    town = mailing_town
    assert town.postbox is not None
    with away(town.postbox.server):
        program = town.start("--only", "bot,mailer")
        program.says("mailbox lost, failure 1")
        with calmly(program):
            program.says("mailbox lost, failure 3")
    program.says("mailbox open")
    with away(town.postbox.server):
        program.says("mailbox lost", times=4)

    everybody_asks(town)

    everybody_was_served_once(town)


def test_telegram_refuses_the_token_for_a_while_and_the_mail_goes_on(mailing_town: Town) -> None:
    town = mailing_town
    town.telegram.faults.bad_token = True
    program = town.start()
    town.mail("coralis", "inscrire Zoé midi mardi")

    town.letter("coralis", "11,50 €")

    program.says("refuses the bot's token")
    assert program.alive
    assert program.stop() == 0


def test_an_answer_that_telegram_lost_is_shown_twice_and_does_nothing_twice(town: Town) -> None:
    town.telegram.faults.lose_answer("sendMessage")
    town.start()
    claire = town.parent("durand")
    claire.says("inscrire Victor midi mardi")

    wait_for(lambda: len(town.telegram.calls("sendMessage")) >= 2, "the second try")
    town.becomes_quiet()

    assert town.cart("durand") == ["book Victor MIDI 2025-03-04"]
    cart = [message for message in claire.chat.messages if message.buttons][-1]
    claire.presses(cart, "✅ Valider")
    town.becomes("Victor MIDI 2025-03-04 requested")
