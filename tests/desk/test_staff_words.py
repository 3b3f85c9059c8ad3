"""Whatever staff write to the bot, they hear what their words did, or that they did nothing."""

from __future__ import annotations

import pytest

from domain.model.messages import Channel, Incoming, Kind
from tests.desk.office import Office, Seen
from tests.desk.papers import pdf, sends

GROUP = -100


@pytest.fixture
def group(office: Office) -> Office:
    """Let staff read in a group, where only replies to the bot reach us."""
    office.staff_chat = GROUP
    return office.with_rules()


def asked(office: Office, text: str = "inscrire Victor midi mardi et jeudi", chat: int = 9001) -> Seen:
    (answer,) = office.chat("durand", text)
    office.press("durand", answer, "✅ Valider")
    (card,) = office.cards(chat)
    return card


def words(seen: list[Seen]) -> str:
    (told,) = [one for one in seen if one.kind == "staff" and not one.edits]
    return told.text


def test_a_remark_under_a_card_hears_that_it_changed_nothing_and_went_to_nobody(group: Office) -> None:
    card = asked(group, chat=GROUP)

    told = words(group.staff_says(9001, "je m'en occupe", reply_to=card, group=GROUP))

    assert "ne change rien à la demande n° 1" in told
    assert "la famille ne l'a pas reçu" in told
    assert "❌ Refuser" in told


def test_a_typed_reason_hears_what_it_did(group: Office) -> None:
    card = asked(group, chat=GROUP)
    group.press(9001, card, "❌ Refuser", group=GROUP)

    told = words(group.staff_says(9001, "Sortie scolaire", reply_to=card, group=GROUP))

    assert "Demande n° 1 refusée" in told
    assert "« Sortie scolaire »" in told
    assert "la famille est prévenue" in told


def test_of_one_line_the_family_hears_once_the_others_are_decided(group: Office) -> None:
    card = asked(group, chat=GROUP)
    group.press(9001, card, "❌ 2", group=GROUP)

    told = words(group.staff_says(9001, "Sortie scolaire", reply_to=card, group=GROUP))

    assert "Demande n° 1, ligne 2 refusée" in told
    assert "quand toutes les lignes seront traitées" in told


def test_a_second_reason_hears_that_the_first_was_taken(group: Office) -> None:
    card = asked(group, chat=GROUP)
    group.press(9001, card, "❌ Refuser", group=GROUP)
    group.staff_says(9001, "Sortie scolaire", reply_to=card, group=GROUP)

    told = words(group.staff_says(9001, "Plutôt : travaux", reply_to=card, group=GROUP))

    assert "déjà traitée par Anna" in told
    assert "n'y change rien" in told


def test_words_under_any_other_message_of_ours_hear_how_to_write_to_a_family(group: Office) -> None:
    (listed,) = group.staff_says(9001, "/attente", group=GROUP)

    told = words(group.staff_says(9001, "ok merci", reply_to=listed, group=GROUP))

    assert "n'a rien changé et n'est parti à personne" in told


def test_talk_among_colleagues_is_left_alone(group: Office) -> None:
    assert group.staff_says(9001, "on mange à quelle heure ?", group=GROUP) == []


@pytest.mark.parametrize("said", ["je m'en occupe demain", "bonjour", "/foo"])
def test_in_private_a_sentence_that_is_no_reason_hears_so(said: str, office: Office) -> None:
    (told,) = office.staff_says(9001, said)

    assert told.text.startswith("ℹ️ Ce message n'a rien changé et n'est parti à personne.")
    assert "/aide" in told.text


@pytest.mark.parametrize("said", ["/aide", "aide", "?", "/help"])
def test_who_asks_for_help_gets_it(said: str, office: Office) -> None:
    (told,) = office.staff_says(9001, said)

    assert "• /demandes : les demandes en attente (0)" in told.text
    assert "/fermer EUROPA mardi 4 mars grève" in told.text


def test_a_colleague_who_is_a_parent_too_is_answered_as_a_colleague_under_a_card(office: Office) -> None:
    office.hire("Claire", office.chat_of("durand"))
    office.read()
    (answer,) = office.chat("durand", "inscrire Victor midi mardi")
    (card,) = [one for one in office.press("durand", answer, "✅ Valider") if one.kind == "card"]

    told = words(office.staff_says(office.chat_of("durand"), "inscrire Victor midi lundi", reply_to=card))

    assert "ne change rien à la demande n° 1" in told
    assert office.cart("durand") == []


@pytest.mark.parametrize(("kind", "text"), [(Kind.EDIT, "Plutôt : travaux"), (Kind.OTHER, "")])
def test_an_edit_or_a_voice_message_of_a_colleague_hears_that_it_is_not_read(
    office: Office, kind: Kind, text: str
) -> None:
    office.desk.receive(Incoming(Channel.CHAT, kind, "1", "9001", office.clock.now(), chat="9001", text=text))

    assert "rien n'a changé" in words(office.read("9001"))


def test_a_reply_without_a_date_to_a_document_s_card_hears_that_it_decided_nothing(office: Office) -> None:
    sends(office, "durand", pdf("assurance.pdf"), text="assurance de Victor")
    (card,) = [one for one in office.read("9001") if one.kind == "document"]

    told = words(office.staff_says(9001, "c'est bon", reply_to=card))

    assert "pas de date" in told
