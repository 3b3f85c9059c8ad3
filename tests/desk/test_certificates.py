"""Certificates of an absence are papers too: kept, named, and shown to staff as files."""

from __future__ import annotations

from domain.model.messages import Proof
from tests.desk.office import Office
from tests.desk.papers import file_of, kept, pdf, photo, sends, to_staff


def test_a_certificate_sent_with_the_sick_note_goes_to_staff_as_a_file_after_its_card(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi 4 mars")
    paper = pdf("certificat-varicelle.pdf")
    office.mail("durand", "Victor est malade, pas de cantine aujourd'hui", at="2025-03-04 07:00", attachments=[paper])

    card, file = office.read("9001")
    assert (card.kind, file.kind) == ("absence", "file")
    assert file_of(office, file) == paper.content
    assert "Justificatif d'absence — famille durand : Victor" in file.text
    assert "varicelle" not in file.text
    assert kept(office) == ["durand certificat Victor received"]


def test_a_certificate_that_comes_later_in_the_chat_is_the_proof_and_goes_to_staff(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi 4 mars")
    office.chat("durand", "Victor est malade, pas de cantine aujourd'hui", at="2025-03-04 07:00")
    office.read()
    (answer,) = sends(office.at("2025-03-05 10:00"), "durand", photo())

    assert "Justificatif bien reçu pour Victor" in answer.text
    proof, file = office.read("9001")
    assert "Justificatif reçu (chat)" in proof.text
    assert file.message.file == 1


def test_the_second_page_of_a_certificate_is_no_other_matter(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi 4 mars")
    office.chat("durand", "Victor est malade, pas de cantine aujourd'hui", at="2025-03-04 07:00")
    office.at("2025-03-05 10:00")
    sends(office, "durand", photo("1"), album="a1")
    (answer,) = sends(office, "durand", photo("2"), album="a1")

    assert "Document bien reçu : Justificatif d'absence, Victor." in answer.text
    assert kept(office) == ["durand certificat Victor received"] * 2


def test_a_certificate_whose_child_is_asked_is_kept_first_and_named_after(office: Office) -> None:
    office.granted("durand", "inscrire Victor et Séverine midi mardi 4 mars")
    office.chat("durand", "Victor et Séverine sont malades, pas de cantine aujourd'hui", at="2025-03-04 07:00")
    (question,) = sends(office.at("2025-03-05 10:00"), "durand", photo())
    assert kept(office) == ["durand certificat - received"]

    office.press("durand", question, "Victor")

    assert kept(office) == ["durand certificat Victor received"]
    assert len(to_staff(office, "file")) == 1


def test_an_unproven_sick_note_s_certificate_counts_once_the_address_on_file_confirms(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi 4 mars")
    (asked,) = office.mail("durand", "Victor est malade, pas de cantine aujourd'hui", at="2025-03-04 07:00",
                           attachments=[pdf("c.pdf")], proof=Proof.UNVERIFIED)  # fmt: skip
    assert kept(office) == ["durand autre - unproven"]

    office.mail("durand", "oui", reply_to=[asked.id])

    assert kept(office) == ["durand certificat Victor received"]
