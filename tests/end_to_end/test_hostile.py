"""What strangers, forgers and broken telephones send: a clear answer, no effect, and nothing of it in the logs."""

from __future__ import annotations

from itertools import cycle, islice

from tests.end_to_end.town import GROUP, Town

#: Tags, an entity, quotes, SQL, a right-to-left mark, an emoji of several code points, a NUL, Jinja and a format.
_PIECES = (
    "<b>",
    "</i>",
    "<script>x</script>",
    "&amp;",
    "' OR 1=1 --",
    "\u202e",
    "👨‍👩‍👧‍👦",
    "\0",
    "{{ x }}",
    "%s",
    "\n",
    "é" * 40,
)


def hostile(length: int) -> str:
    return "".join(islice(cycle("".join(_PIECES)), length))


def test_4096_characters_of_anything_get_an_answer_and_no_effect(town: Town) -> None:
    town.start()
    claire = town.parent("durand")
    texts = [hostile(4096), "<" * 4096, "mardi " * 682, "inscrire Victor midi mardi <b>" + "x" * 4066, "0" * 4096]

    for text in texts:
        last = claire.chat.messages[-1] if claire.chat.messages else None
        claire.says(text)
        claire.chat.expect("", after=last, timeout=60)
    town.becomes_quiet()

    assert town.bookings() == []
    assert len(town.letters_kept("apology")) == 0
    assert "failed" not in town.programs[0].log
    claire.says("inscrire Séverine midi mardi")
    claire.chat.expect("Séverine", "11,50 €", timeout=60)


def test_the_parent_s_own_words_are_shown_to_staff_as_words(town: Town) -> None:
    town.with_group().start()

    town.parent("durand").says("Bonjour, Victor a perdu son <b>manteau</b> & ses gants hier, l'avez-vous vu ?")

    card = town.staff_read("Message de", "<b>manteau</b> & ses gants")
    assert "pre" not in {entity["type"] for entity in card.entities}


def test_a_stale_cart_button_changes_nothing_and_shows_the_cart_as_it_is(town: Town) -> None:
    town.start()
    claire = town.parent("durand")
    claire.says("inscrire Victor midi mardi")
    old = claire.chat.expect("mardi 4 mars", button="✅ Valider", timeout=60)
    validate = old.data("✅ Valider")
    claire.says("inscrire Victor midi jeudi")
    claire.chat.expect("jeudi 6 mars", button="✅ Valider", after=old, timeout=60)

    press = claire.send_callback(validate, old)

    town.answered(press, "Votre panier a changé depuis")
    town.becomes_quiet()
    assert town.bookings() == []
    assert len(town.cart("durand")) == 2


#: What no button of theirs would send: staff's, another family's, an older cart's, no button's at all.
_FORGED = ("sa:1", "rr:1:0:0", "cv:2:1", "cv:1:99", "cr:1", "zz", "cv:x", "q:1:0", "au:1", "é" * 32)


def test_forged_buttons_decide_nothing_whoever_sends_them(town: Town) -> None:
    town.start()
    claire, isabelle = town.parent("durand"), town.parent("billard")
    claire.says("inscrire Victor midi mardi")
    cart = claire.chat.expect("mardi 4 mars", button="✅ Valider", timeout=60)
    claire.presses(cart, "✅ Valider")
    town.becomes("Victor MIDI 2025-03-04 requested")
    claire.says("inscrire Victor midi jeudi")
    claire.chat.expect("jeudi 6 mars", button="✅ Valider", timeout=60)

    forgers = (isabelle, town.telegram.user("Inconnu", 4242))
    presses = [person.send_callback(data, cart) for data in _FORGED for person in forgers]

    for press in presses:
        town.answered(press)
    town.becomes_quiet()
    assert town.bookings() == ["Victor MIDI 2025-03-04 requested"]
    assert town.cart("durand") == ["book Victor MIDI 2025-03-06"]
    assert town.cart("billard") == []


def test_strangers_get_one_answer_with_the_phone_and_staff_cards_are_not_theirs(town: Town) -> None:
    town.with_group().start()
    stranger = town.telegram.user("Inconnu", 4242)
    claire = town.parent("durand")
    claire.says("inscrire Victor midi mardi")
    claire.presses(claire.chat.expect("mardi 4 mars", button="✅ Valider", timeout=60), "✅ Valider")
    card = town.card("Victor")

    for words in ("/start", "/start abcdefgh", "inscrire Victor midi mardi", "/planning", "/demandes"):
        stranger.says(words)
    press = stranger.presses(card, "✅ Accepter")

    town.answered(press, "Réservé au personnel")
    town.becomes_quiet()
    assert [text for text in stranger.chat.texts if "03 82 00 00 00" in text]
    assert not any("Victor" in text for text in stranger.chat.texts)
    assert town.bookings() == ["Victor MIDI 2025-03-04 requested"]
    assert card.chat.id == GROUP
    assert card.buttons == ["✅ Accepter", "❌ Refuser"]


def test_an_edited_message_books_what_it_says_now_and_once(town: Town) -> None:
    town.start()
    claire = town.parent("durand")
    said = claire.says("inscrire Victor midi mardi")
    first = claire.chat.expect("mardi 4 mars", button="✅ Valider", timeout=60)

    claire.edits(said, "inscrire Victor midi jeudi")

    cart = claire.chat.expect("jeudi 6 mars", button="✅ Valider", after=first, timeout=60)
    assert town.cart("durand") == ["book Victor MIDI 2025-03-06"]
    claire.presses(cart, "✅ Valider")
    town.becomes("Victor MIDI 2025-03-06 requested")
    claire.edits(said, "inscrire Victor midi mardi et jeudi")
    claire.chat.expect("rien n'a changé", timeout=60)
    town.becomes_quiet()
    assert town.bookings() == ["Victor MIDI 2025-03-06 requested"]
    assert len(town.requests()) == 1
