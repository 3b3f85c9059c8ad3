"""SIGTERM: nothing new is let in, what is on its way is finished, exit code 0, in less than ten seconds."""

from __future__ import annotations

import socket

from tests.end_to_end.town import Town


def test_everything_stops_in_order_at_any_time(mailing_town: Town) -> None:
    program = mailing_town.start("--logs", "json").ready()
    mailing_town.parent("durand").says("inscrire Victor midi mardi")

    assert program.stop() == 0

    assert '"event": "stopped"' in program.log
    mailing_town.start()
    mailing_town.parent("durand").chat.expect("mardi 4 mars", button="✅ Valider", timeout=60)
    mailing_town.becomes_quiet()
    assert sum("Rien n'est demandé" in words for words in mailing_town.parent("durand").chat.texts) == 1


def test_servers_that_say_nothing_any_more_delay_nothing(mailing_town: Town) -> None:
    """The worst hour: each server takes connections and is silent, with answers on their way and a handler at work."""
    town = mailing_town
    assert town.sink is not None
    with socket.create_server(("127.0.0.1", 0)) as silent:
        town.env["PREAU_IMAP_PORT"] = str(silent.getsockname()[1])
        for method in ("sendMessage", "leaveChat"):
            town.telegram.faults.add(method, times=1000, hang=60)
        town.sink.say("MAIL", "hang", times=10)
        town.preau("invite", "coralis", "--send")
        program = town.start()
        town.parent("durand").says("inscrire Victor midi mardi")
        program.says("outcome=handled")
        town.telegram.group(-4999, "Ailleurs", member=False).add_bot(town.parent("billard"))
        town.parent("durand").says("/panier")
        program.says("outcome=handled", times=2)

        assert program.stop() == 0


def test_it_stops_as_well_before_anything_answered(mailing_town: Town) -> None:
    mailing_town.telegram.faults.add("*", times=1000, hang=60)
    program = mailing_town.start()
    program.says("preau.run started")

    assert program.stop() == 0
