"""`kill -9` at any moment: every message has its effect once, none is lost, every answer comes."""

from __future__ import annotations

import random
import time
from collections import Counter
from datetime import date

import pytest
from sqlalchemy import text

from tests.end_to_end.program import wait_for
from tests.end_to_end.town import GUARDIANS, Town

#: Thursday 6 March to Tuesday 18 March, Wednesdays and week-ends left out.
DAYS = [date(2025, 3, day) for day in (6, 7, 10, 11, 13, 14, 17)]
BY_CHAT = {"durand": "Victor", "billard": "Elio", "rousseau": "Nahel"}
BY_MAIL = {"coralis": "Zoé", "nguyen": "Anne-Lise", "benali": "Ilyès"}
CHATS_EACH, MAILS_EACH = 3, 2  # lunches; each takes two messages, and a group bears 18 cards a minute


def lunches(children: dict[str, str], each: int) -> list[tuple[str, str, date]]:
    return [(family, child, day) for day in DAYS[:each] for family, child in children.items()]


def burst(town: Town) -> None:
    """Let all families ask for their lunches at once, each message right behind the one before.

    Only in order, and each exactly once, does every "valider" send a request of exactly one line.
    """
    for family, child, day in lunches(BY_CHAT, CHATS_EACH):
        town.parent(family).says(f"inscrire {child} midi le {day:%d/%m}")
        town.parent(family).says("valider")
    for family, child, day in lunches(BY_MAIL, MAILS_EACH):
        town.mail(family, f"inscrire {child} midi le {day:%d/%m}")
        town.mail(family, "valider")


@pytest.mark.timeout(240)
def test_a_burst_by_chat_and_mail_survives_five_kills(mailing_town: Town) -> None:
    town = mailing_town.with_group()
    dice = random.Random(2025)
    asked = lunches(BY_CHAT, CHATS_EACH) + lunches(BY_MAIL, MAILS_EACH)
    burst(town)

    for enough in sorted(dice.sample(range(1, len(asked)), 5)):
        program = town.start()
        wait_for(lambda enough=enough: len(town.requests()) >= enough, f"{enough} requests")  # type: ignore[misc]
        time.sleep(dice.uniform(0, 0.4))  # into the middle of whatever follows
        program.kill()
        town.frees_leases()
    town.start()
    town.becomes_quiet()

    each_was_done_once(town, asked)
    each_was_answered_once(town, asked)


def each_was_done_once(town: Town, asked: list[tuple[str, str, date]]) -> None:
    expected = [f"{child} MIDI {day} requested" for _, child, day in asked]
    assert Counter(town.bookings()) == Counter(expected)
    assert [(row["lines"], row["open"]) for row in town.requests()] == [(1, 1)] * len(asked)
    assert set(town.letters_kept("sent").values()) == {"sent"}
    assert len(town.letters_kept("sent")) == len(asked)
    assert len(town.letters_kept("card")) == len(asked)


def each_was_answered_once(town: Town, asked: list[tuple[str, str, date]]) -> None:
    for family in BY_CHAT:
        told = [words for words in town.parent(family).chat.texts if "transmise" in words]
        assert len(set(told)) == CHATS_EACH
    for family in BY_MAIL:
        mails = town.answers_to(GUARDIANS[family]["email"])
        assert len({mail["Message-ID"] for mail in mails}) == 2 * MAILS_EACH
    assert town.group is not None
    shown = {words.splitlines()[0] for words in town.group.texts if "Demande n°" in words}
    assert len(shown) == len(asked)


def test_what_was_fetched_and_never_stored_is_delivered_again(town: Town) -> None:
    """Killed between getUpdates and the inbox: an update that was not confirmed comes again."""
    program = town.start("--only", "bot").ready()
    claire = town.parent("durand")
    with town.sessions.engine.connect() as connection:
        connection.execute(text("SELECT 1"))  # BEGIN IMMEDIATE: nobody else can write now
        claire.says("inscrire Victor midi mardi")
        update = town.telegram.unconfirmed[-1]
        wait_for(lambda: update in town.telegram.world.handed_out, "the update to be fetched")
        program.kill()
    assert town.telegram.unconfirmed == [update]
    town.frees_leases()

    town.start("--only", "bot")

    claire.chat.expect("mardi 4 mars", button="✅ Valider", timeout=60)
    town.becomes_quiet()
    assert town.cart("durand") == ["book Victor MIDI 2025-03-04"]
    assert sum("Rien n'est demandé" in words for words in claire.chat.texts) == 1


def test_an_answer_promised_before_the_kill_is_sent_after_it(mailing_town: Town) -> None:
    """Killed while Telegram and the mail server keep the courier waiting: the promise stands in the database."""
    town = mailing_town
    sink, faults = town.sink, town.telegram.faults
    assert sink is not None
    sink.say("DATA", "hang")
    faults.add("sendMessage", hang=30)
    program = town.start()
    town.parent("durand").says("inscrire Victor midi mardi")
    town.mail("coralis", "inscrire Zoé midi mardi")
    wait_for(lambda: not (sink.unsaid or faults.unmet), "both servers to keep the courier waiting")
    program.kill()  # what it had in hand, and its place at Telegram's, are free within 20 seconds

    town.start()

    town.parent("durand").chat.expect("mardi 4 mars", button="✅ Valider", timeout=60)
    town.letter("coralis", "11,50 €")
    town.becomes_quiet()
    assert sum("Rien n'est demandé" in words for words in town.parent("durand").chat.texts) == 1
    assert len(town.answers_to("marie.coralis@example.org")) == 1
