"""Staff answer a family's message from their chat: a reply to its card goes out to the family, in its thread."""

from __future__ import annotations

import pytest

from domain.store.session import Sessions
from tests.desk.office import Office, Seen

COAT = "Bonjour, Zoé a perdu son manteau rouge hier, l'avez-vous vu ?"


def handed_over(office: Office, chat: str = "9001") -> Seen:
    return next(seen for seen in office.read(chat) if seen.kind == "human")


def test_a_reply_to_the_card_of_a_mail_goes_out_as_a_mail_in_the_thread(office: Office) -> None:
    office.mail("coralis", COAT, subject="Manteau", reply_to=["<older@example.org>"])
    card = handed_over(office)

    (noted,) = office.staff_says(9001, "Oui, il est à l'accueil <jusqu'à 18 h>.", reply_to=card)
    (mail,) = office.read("marie.coralis@example.org")

    assert "Oui, il est à l'accueil <jusqu'à 18 h>." in mail.text
    assert "Anna" in mail.text
    assert office.structure.phone in mail.text
    assert mail.message.subject == "Re: Manteau"
    assert mail.message.reply_to.startswith("<test:")
    assert mail.message.references == ("<older@example.org>", mail.message.reply_to)
    assert noted.edits == card.id
    assert "manteau rouge" in noted.text
    assert "Répondu par Anna" in noted.text


def test_twice_answered_is_two_answers_and_both_stand_on_the_card(office: Office) -> None:
    office.hire("Bruno", 9002)
    office.read()
    office.mail("coralis", COAT)
    card, other = handed_over(office), handed_over(office, "9002")

    office.staff_says(9001, "Oui.", reply_to=card)
    *_, noted = office.staff_says(9002, "À la cantine.", reply_to=other)

    assert [mail.text.split("\n")[0] for mail in office.read("marie.coralis@example.org")] == ["Oui.", "À la cantine."]
    assert "Répondu par Anna" in noted.text
    assert "Répondu par Bruno" in noted.text
    assert office.read("9001")[-1].text == noted.text


def test_what_was_asked_in_the_chat_is_answered_there(office: Office) -> None:
    office.chat("durand", "Bonjour, Victor a perdu son manteau rouge hier, l'avez-vous vu ?", message="77")
    office.read(str(office.chat_of("durand")))
    card = handed_over(office)

    office.staff_says(9001, "Oui, il est à l'accueil.", reply_to=card)
    (answer,) = office.read(str(office.chat_of("durand")))

    assert answer.text.startswith("✉️ Réponse de Anna")
    assert answer.message.reply_to == "77"


def test_in_the_staff_group_too(database: Sessions) -> None:
    office = Office(database, staff_chat=-100)
    office.mail("coralis", COAT)
    card = handed_over(office, "-100")

    (noted,) = office.staff_says(9001, "Oui.", reply_to=card, group=-100)

    assert "Répondu par Anna" in noted.text
    assert [mail.kind for mail in office.read("marie.coralis@example.org")] == ["person"]


def test_the_words_are_folded_and_the_quoted_part_is_there_to_read(office: Office) -> None:
    office.mail("coralis", COAT, elided="> Le 3 mars, la mairie a écrit : fermeture mardi")
    card = handed_over(office)

    assert "<blockquote expandable>Bonjour, Zoé a perdu" in card.message.text
    assert "fermeture mardi" in card.text


def test_words_under_another_card_or_under_none_reach_no_family(office: Office) -> None:
    office.mail("coralis", COAT)
    office.mail("coralis", "inscrire Zoé à la cantine mardi")
    office.mail("coralis", "valider")
    seen = office.read("9001")
    office.read("marie.coralis@example.org")

    office.staff_says(9001, "Bien reçu", reply_to=next(one for one in seen if one.kind == "card"))
    office.staff_says(9001, "Bien reçu")

    assert office.read("marie.coralis@example.org") == []


@pytest.mark.parametrize("who", [7001, 4242])
def test_only_staff_answer_for_the_office(office: Office, who: int) -> None:
    office.mail("coralis", COAT)
    card = handed_over(office)
    office.read("marie.coralis@example.org")

    office.staff_says(who, "Je suis la mairie", reply_to=card)

    assert office.read("marie.coralis@example.org") == []
