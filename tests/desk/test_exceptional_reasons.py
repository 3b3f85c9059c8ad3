"""Reasons that open a request after its deadline: staff decide, and the parent is told the proof to bring."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.language.late_reasons import late_reason_in
from domain.language.lexicon.late import SAYS
from domain.model.structure import LateReason
from tests.desk.office import Office, reference_structure

LATE = "2025-02-28 08:00"  # Friday: Monday closed on Thursday at 23:59


@pytest.mark.parametrize(("text", "code"), SAYS)
def test_what_parents_write_gives_the_reason(text: str, code: str) -> None:
    assert late_reason_in(text, reference_structure()) == code


@pytest.mark.parametrize(
    ("words", "name", "proof"),
    [
        ("suite au décès de mon père", "Décès dans la famille", "certificat de décès"),
        ("changement de garde", "Changement des droits de garde", "jugement ou ordonnance"),
        ("suite à un jugement de garde", "Changement des droits de garde", "jugement ou ordonnance"),
        ("j'ai un nouveau planning", "Reprise ou perte d'emploi", "attestation de l'employeur"),
        ("suite à ma perte d'emploi", "Reprise ou perte d'emploi", "attestation de l'employeur"),
    ],
)
@pytest.mark.parametrize("channel", ["chat", "mail"])
def test_a_late_booking_with_such_a_reason_goes_to_staff_with_its_proof(
    office: Office, words: str, name: str, proof: str, channel: str
) -> None:
    text = f"inscrire Victor midi lundi 3 mars, {words}"
    (answer,) = office.chat("durand", text, at=LATE) if channel == "chat" else office.mail("durand", text, at=LATE)

    assert f"« {name}" in answer.text
    assert "soumis au service" in answer.text
    assert f"justificatif à fournir : {proof}" in answer.text
    sent = office.press("durand", answer, "✅ Valider") if channel == "chat" else office.mail("durand", "valider")
    assert any(proof in one.text for one in sent)
    (card,) = office.cards()
    assert f"motif : {name}" in card.text
    assert f"(justificatif : {proof}" in card.text
    office.press(9001, card, "✅ Accepter")
    assert office.bookings("durand") == ["Victor MIDI 2025-03-03 confirmed"]


def test_the_reason_told_first_asks_for_nothing_else(office: Office) -> None:
    (answer,) = office.chat("durand", "décès du grand-père, inscrire Victor midi lundi 3 mars", at=LATE)

    assert "pour quel jour" not in answer.text
    assert office.cart("durand") == ["book Victor MIDI 2025-03-03"]
    assert "Décès dans la famille" in answer.text


def test_without_a_reason_it_is_too_late(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor midi lundi 3 mars", at=LATE)

    assert "hors délai, la limite était" in answer.text


def test_a_sibling_asked_for_afterwards_has_the_same_reason(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi lundi 3 mars suite à un jugement de garde", at=LATE)

    office.chat("durand", "pareil pour Séverine")

    assert office.cart("durand") == ["book Séverine MIDI 2025-03-03", "book Victor MIDI 2025-03-03"]


def test_in_time_the_reason_changes_nothing(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor midi lundi 3 mars, changement de garde")

    assert "soumis au service" not in answer.text


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("la maîtresse fait grève", "Grève"),
        ("il a une sortie scolaire", "Sortie scolaire"),
        ("sa maîtresse est absente", "Enseignant absent"),
        ("l'école est fermée", "École fermée"),
        ("suite au décès de mon père", "Décès dans la famille"),
    ],
)
@pytest.mark.parametrize(
    ("button", "state"),
    [("✅ Accepter", "absence_excused"), ("❌ Refuser", "confirmed")],
)
def test_a_day_missed_because_of_the_school_is_never_billed_silently(
    office: Office, words: str, name: str, button: str, state: str
) -> None:
    office.granted("durand", "inscrire Victor midi lundi 3 mars")

    (answer,) = office.chat("durand", f"annuler Victor midi lundi 3 mars, {words}", at=LATE)
    assert "facturée" not in answer.text
    assert f"« {name} » soumis au service" in answer.text
    office.press("durand", answer, "✅ Valider")
    (card,) = office.cards()
    assert f"motif : {name}" in card.text
    assert "annoncé : facturé" not in card.text
    assert not any(label.startswith("🟢") for label in card.labels)  # to accept the reason is to excuse
    seen = office.press(9001, card, button)
    if button == "❌ Refuser":
        (choosing,) = (one for one in seen if one.buttons)
        office.press(9001, choosing, "Hors délai")

    assert office.bookings("durand") == [f"Victor MIDI 2025-03-03 {state}"]


def test_a_strike_opens_no_late_booking(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor midi lundi 3 mars car il y a grève", at=LATE)

    assert "hors délai, la limite était" in answer.text


def test_a_structure_has_reasons_of_its_own(office: Office) -> None:
    flood = LateReason("flood", "Inondation du logement", "attestation d'assurance", ("inondation", "dégât des eaux"))
    office.with_rules(late_reasons=(*office.structure.late_reasons, flood))

    (answer,) = office.chat("durand", "inscrire Victor midi lundi 3 mars suite à un dégât des eaux", at=LATE)

    assert "« Inondation du logement » soumis au service" in answer.text


def test_words_of_its_own_are_added_to_a_known_reason(office: Office) -> None:
    known = tuple(
        replace(reason, words=("astreinte",)) if reason.code == "work" else reason
        for reason in office.structure.late_reasons
    )
    office.with_rules(late_reasons=known)

    (answer,) = office.chat("durand", "inscrire Victor midi lundi 3 mars, je suis d'astreinte", at=LATE)

    assert "Reprise ou perte d'emploi" in answer.text
