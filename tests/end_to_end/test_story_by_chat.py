"""The README, line by line, until a lunch is granted in the chat."""

from __future__ import annotations

from tests.end_to_end.town import START, WORLD, Town
from tests.telegram_server import Message

SENTENCE = "inscrire Victor midi mardi"
SEEN = ("Victor", "mardi 4 mars", "Midi", "11 h 45", "13 h 30", "11,50 €")


def books_victor_s_lunch(town: Town) -> Message:
    """Let Claire ask and validate; return the card that staff see."""
    claire = town.parent("durand")
    claire.says(SENTENCE, at=START)
    cart = claire.chat.expect(*SEEN, button="✅ Valider", timeout=60)
    assert cart.buttons == ["✅ Valider", "🗑 Vider", "✖ Victor · mar. 04/03 · Midi"]
    assert town.bookings() == []
    claire.presses(cart, "✅ Valider")
    return town.card("Victor", "mardi 4 mars", "Midi", "11,50 €", "60 places libres")


def test_from_an_empty_folder_to_a_granted_lunch(new_town: Town) -> None:
    town = new_town.with_group()
    town.preau("migrate")
    town.preau("import", str(WORLD / "families.csv"))
    badge = town.preau("staff", "add", "Nadia Petit", "--role", "agent")
    invitation = town.preau("invite", "durand")
    assert invitation.startswith("durand\tclaire.durand@example.org\thttps://t.me/preau_test_bot?start=")
    program = town.start()
    town.opens(town.staff(), badge)
    town.opens(town.parent("durand"), invitation)
    town.parent("durand").chat.expect("Bonjour Mme Durand", "Victor", timeout=60)
    town.staff().chat.expect("Nadia Petit", timeout=60)

    card = books_victor_s_lunch(town)
    town.accepts(card)

    town.parent("durand").chat.expect("1 réservation acceptée le : 04/03", timeout=60)
    (booking,) = town.show("bookings")
    assert booking["state"] == "confirmed"
    assert (booking["family"], booking["child"], booking["site"]) == ("durand", "Victor", "EUROPA")
    assert (booking["activity"], booking["date"], booking["price_cents"]) == ("MIDI", "2025-03-04", 1150)
    assert (booking["source"], booking["decided_by"]) == ("chat", "Nadia Petit")
    assert booking["received_at"].startswith("2025-02-27T18:0")
    town.card_is_closed(card, "Traité par Nadia Petit")
    assert program.stop() == 0


def test_without_a_group_each_colleague_has_the_card_and_the_second_learns_who_was_quicker(town: Town) -> None:
    town.start()
    card = books_victor_s_lunch(town)
    copy = town.staff("Paul Morel").chat.expect("Victor", button="✅ Accepter", timeout=60)
    refusal = copy.data("❌ Refuser")

    town.accepts(card)
    town.card_is_closed(copy, "Traité par Nadia Petit")
    late = town.staff("Paul Morel").send_callback(refusal, copy)

    town.answered(late, "déjà traité par Nadia Petit")
    town.parent("durand").chat.expect("1 réservation acceptée le : 04/03", timeout=60)
    assert town.bookings() == ["Victor MIDI 2025-03-04 confirmed"]


def test_a_refusal_carries_the_reason_that_staff_type(town: Town) -> None:
    town.with_group().start()
    card = books_victor_s_lunch(town)
    nadia = town.staff()

    nadia.presses(card, "❌ Refuser")
    town.staff_read("Motif du refus ?")
    nadia.says("Sortie de classe <b>ce jour-là</b>", to=town.group, reply_to=card)

    town.parent("durand").chat.expect("1 demande refusée le : 04/03", "Motif : Sortie de classe <b>", timeout=60)
    assert town.bookings() == ["Victor MIDI 2025-03-04 refused"]


def test_a_group_that_is_not_the_configured_one_is_left(town: Town) -> None:
    town.with_group().start()
    stranger = town.telegram.user("Inconnu", 4242)
    elsewhere = town.telegram.group(-4999, "Ailleurs", member=False)

    elsewhere.add_bot(stranger)

    town.telegram.wait_for(lambda: town.telegram.calls("leaveChat"), 60, "the bot to leave")
    assert elsewhere.messages == []


def test_the_hettange_table_refuses_monday_one_minute_after_thursday(town: Town) -> None:
    town.at("2025-02-28T00:01")
    town.start()
    claire = town.parent("durand")

    claire.says("inscrire Victor midi lundi")

    claire.chat.expect("lundi 3 mars", "la limite était jeudi 27 février à 23 h 59", timeout=60)
    assert town.cart("durand") == []


def test_what_was_written_in_time_counts_although_it_is_read_after_the_limit(town: Town) -> None:
    town.at("2025-02-28T00:01")
    claire = town.parent("durand")
    claire.says("inscrire Victor midi lundi", at=town.instant("2025-02-27T23:59:59"))

    town.start()

    claire.chat.expect("lundi 3 mars", button="✅ Valider", timeout=60)
    assert town.cart("durand") == ["book Victor MIDI 2025-03-03"]
