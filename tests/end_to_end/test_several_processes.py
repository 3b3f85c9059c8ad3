"""Two of everything on one PostgreSQL: one polls and one watches, each answer leaves once, a dead one is replaced."""

from __future__ import annotations

import itertools

import pytest
from sqlalchemy import create_engine

from tests.end_to_end.conftest import settle
from tests.end_to_end.letters import words_of
from tests.end_to_end.program import Program, wait_for
from tests.end_to_end.town import Town
from tests.mail_servers.postbox import ImapServer, Postbox
from tests.mail_servers.smtp_sink import SmtpSink

_numbers = itertools.count(1)
PARTS = ("bot", "mailer", "scheduler")


@pytest.fixture
def town(new_town: Town, postgresql_server: str, imap_server: ImapServer, sink: SmtpSink) -> Town:
    """Settle a town on PostgreSQL."""
    name = f"town_{next(_numbers)}"
    engine = create_engine(f"{postgresql_server}/postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE template0")
    engine.dispose()
    new_town.env["PREAU_DATABASE_URL"] = f"{postgresql_server}/{name}".replace("postgresql+psycopg", "postgresql")
    assert "database brought from nothing" in new_town.preau("migrate")
    settle(new_town)
    return new_town.with_mail(Postbox(imap_server, f"ville{next(_numbers)}"), sink).with_group()


def leader(programs: list[Program], deed: str) -> Program:
    """Return the one of `programs` whose log tells of `deed`."""
    (found,) = [program for program in programs if deed in program.log]
    return found


@pytest.mark.timeout(240)
def test_two_of_everything_and_the_leaders_are_killed(town: Town) -> None:
    running = {part: [town.start("--only", part), town.start("--only", part)] for part in PARTS}
    for program in town.programs:
        program.ready()
    claire = town.parent("durand")
    claire.says("inscrire Victor midi mardi")
    town.mail("coralis", "inscrire Zoé midi mardi")
    first = claire.chat.expect("mardi 4 mars", button="✅ Valider", timeout=60)
    town.letter("coralis", "11,50 €")
    town.becomes_quiet()

    leader(running["bot"], "channel=chat key=tg:").kill()
    leader(running["mailer"], "mail key=").kill()
    claire.says("inscrire Victor midi jeudi")
    town.mail("coralis", "inscrire Zoé midi jeudi")

    claire.chat.expect("jeudi 6 mars", button="✅ Valider", after=first, timeout=30)  # its place is free in 20 s
    wait_for(lambda: len(town.cart("coralis")) == 2, "the second mail", within=30)
    town.mail("coralis", "valider")
    town.card("Zoé", "jeudi 6 mars")
    town.becomes_quiet()

    each_was_answered_once(town)
    assert "another program polls" not in "".join(program.log for program in town.programs)
    hands_over_at_once(town, running["bot"])
    assert {program.stop() for program in town.programs if program.alive} == {0}


def each_was_answered_once(town: Town) -> None:
    assert len(town.cart("durand")) == 2
    assert town.bookings() == ["Zoé MIDI 2025-03-04 requested", "Zoé MIDI 2025-03-06 requested"]
    mails = [words_of(mail) for mail in town.answers_to("marie.coralis@example.org")]
    assert [sum(words in mail for mail in mails) for words in ("répondez « valider »", "transmise")] == [2, 1]
    assert sum("Rien n'est demandé tant" in words for words in town.parent("durand").chat.texts) == 2
    assert town.group is not None
    assert sum("Zoé" in words for words in town.group.texts) == 1


def hands_over_at_once(town: Town, bots: list[Program]) -> None:
    """Stop the poller in order while another one stands by: nobody waits for the end of its lease."""
    standing_by = town.start("--only", "bot").ready()
    assert next(bot for bot in bots if bot.alive).stop() == 0

    town.parent("durand").says("/panier")

    standing_by.says("channel=chat key=tg:")
    town.becomes_quiet()
