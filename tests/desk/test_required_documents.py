"""Activities that require a document: it is asked for while it is missing, and blocks where the règlement says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.model.messages import Proof
from domain.model.structure import MissingDocument
from tests.desk.office import Office
from tests.desk.papers import kept, pdf, sends, to_staff

BOOKED = "inscrire Victor vacances journée mardi 15 avril"
INSURED = "Bonjour, voici l'assurance de Victor. Merci"
MISSING = "Attestation d'assurance (Victor)"


def blocking(office: Office) -> Office:
    documents = replace(office.structure.documents, document_policy=MissingDocument.BLOCK)
    return office.with_rules(documents=documents)


def test_a_missing_document_is_told_to_the_family_and_on_the_card_and_blocks_nothing(office: Office) -> None:
    (answer,) = office.chat("durand", BOOKED)
    assert f"À fournir pour ces activités : {MISSING}. Envoyez ici une photo ou un PDF" in answer.text.replace(
        "\n", " "
    )

    (sent,) = [one for one in office.press("durand", answer, "✅ Valider") if one.kind == "sent"]
    assert MISSING in sent.text
    (card,) = office.cards()
    assert f"📎 Manque : {MISSING}" in card.text
    assert card.labels == ["✅ Accepter", "❌ Refuser"]


def test_the_card_says_that_it_came_then_that_it_is_accepted(office: Office) -> None:
    (answer,) = office.chat("durand", BOOKED)
    office.press("durand", answer, "✅ Valider")
    (card,) = office.cards()

    office.mail("durand", INSURED, attachments=[pdf("a.pdf")])
    seen = office.read("9001")
    (refreshed,) = [one for one in seen if one.kind == "card"]
    assert refreshed.edits == card.id
    assert f"📎 À vérifier : {MISSING}" in refreshed.text

    (paper,) = [one for one in seen if one.kind == "document"]
    done = office.press(9001, paper, "✅ Document valable")
    (refreshed,) = [one for one in done if one.kind == "card"]
    assert "📎" not in refreshed.text
    assert kept(office) == ["durand assurance Victor accepted"]


@pytest.mark.parametrize("there", [False, True])
def test_the_answer_to_what_is_granted_says_what_is_still_missing(office: Office, there: bool) -> None:
    (answer,) = office.chat("durand", BOOKED)
    office.press("durand", answer, "✅ Valider")
    if there:
        sends(office, "durand", pdf("a.pdf"), text="voici l'assurance de Victor")
    (card, *_) = office.cards()
    office.press(9001, card, "✅ Accepter")

    (told,) = [one for one in office.read(str(office.chat_of("durand"))) if one.kind == "decided"]
    assert (MISSING in told.text) is not there


@pytest.mark.parametrize("policy", list(MissingDocument))
def test_one_that_was_sent_before_is_asked_for_no_more(office: Office, policy: MissingDocument) -> None:
    office.with_rules(documents=replace(office.structure.documents, document_policy=policy))
    office.mail("durand", INSURED, attachments=[pdf("a.pdf")])
    (answer,) = office.chat("durand", BOOKED)

    assert "Attestation" not in answer.text
    assert office.cart("durand") == ["book Victor VACANCES_JOURNEE 2025-04-15"]


def test_where_it_blocks_nothing_is_booked_before_it_came(office: Office) -> None:
    blocking(office)
    (answer,) = office.chat("durand", BOOKED)
    assert "document manquant : Attestation d'assurance" in answer.text
    assert "puis refaites votre demande" in answer.text
    assert office.cart("durand") == []

    (answer,) = sends(office, "durand", pdf("a.pdf"), text="voici l'assurance de Victor")
    assert "Vous pouvez maintenant réserver : Vacances journée." in answer.text
    office.chat("durand", BOOKED)
    assert office.cart("durand") == ["book Victor VACANCES_JOURNEE 2025-04-15"]


def test_where_it_blocks_one_refused_before_the_cart_is_validated_blocks_it(office: Office) -> None:
    blocking(office)
    sends(office, "durand", pdf("a.pdf"), text="voici l'assurance de Victor")
    (answer,) = office.chat("durand", BOOKED)
    (paper,) = to_staff(office, "document")
    (reasons, _) = office.press(9001, paper, "❌ Refuser le document")
    office.press(9001, reasons, "Périmé")

    seen = office.press("durand", answer, "✅ Valider")
    assert any("document manquant" in one.text for one in seen)
    assert office.bookings("durand") == []


def test_the_document_of_one_child_insures_no_other(office: Office) -> None:
    blocking(office)
    office.mail("durand", INSURED, attachments=[pdf("a.pdf")])
    office.chat("durand", "inscrire Victor et Séverine vacances journée mardi 15 avril")

    assert office.cart("durand") == ["book Victor VACANCES_JOURNEE 2025-04-15"]


def test_an_unproven_mail_s_document_counts_only_once_staff_accepted_it(office: Office) -> None:
    blocking(office)
    (answer,) = office.mail("durand", INSURED, attachments=[pdf("a.pdf")], proof=Proof.UNVERIFIED)
    assert "Vous pouvez maintenant" not in answer.text
    office.chat("durand", BOOKED)
    assert office.cart("durand") == []

    (paper,) = to_staff(office, "document")
    assert "L'expéditeur n'est pas prouvé" in paper.text
    office.press(9001, paper, "✅ Document valable")
    office.chat("durand", BOOKED)
    assert office.cart("durand") == ["book Victor VACANCES_JOURNEE 2025-04-15"]


def test_one_that_is_valid_for_days_is_asked_for_after_them(office: Office) -> None:
    kinds = (replace(office.structure.documents.kinds[0], valid="30"),)
    office.with_rules(documents=replace(office.structure.documents, kinds=kinds))
    (answer,) = office.mail("durand", INSURED, attachments=[pdf("a.pdf")])
    assert "valable jusqu'au 29 mars 2025" in answer.text

    (answer,) = office.chat("durand", BOOKED)

    assert f"À fournir pour ces activités : {MISSING}" in answer.text
