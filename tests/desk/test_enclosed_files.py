"""Files that come with a message: what they are is told by content; what cannot be used is asked again."""

from __future__ import annotations

import pytest

from domain.model.attachments import Attachment, Flaw, flaw_of
from domain.model.messages import Kind
from domain.model.structure import DocumentPolicy
from tests.desk.office import Office

WORDS = "Bonjour, voici le certificat de Victor."


@pytest.fixture
def absent(office: Office) -> Office:
    office.granted("durand", "inscrire Victor midi mardi 4 mars")
    office.mail("durand", "Victor est malade, pas de cantine aujourd'hui", at="2025-03-04 07:00")
    office.read()
    return office


@pytest.mark.parametrize(
    ("file", "flaw"),
    [
        (Attachment("a.pdf", "pdf", 9 * 2**20), None),
        (Attachment("a.pdf", "other", 900), Flaw.INERT),  # a program that calls itself a document
        (Attachment("scan", "jpeg", 900), None),  # a picture without an ending
        (Attachment("a.pdf", "pdf", 11 * 2**20), Flaw.TOO_LARGE),
        (Attachment("a.png", "png", 900, damaged=True), Flaw.DAMAGED),
        (Attachment("IMG_1.HEIC", "heic", 900), Flaw.UNSUPPORTED),
        (Attachment("winmail.dat", "other", 900), Flaw.INERT),
    ],
)
def test_only_a_sound_document_of_the_right_kind_and_size_can_be_used(file: Attachment, flaw: Flaw | None) -> None:
    assert flaw_of(file, DocumentPolicy()) is flaw


def test_a_type_that_the_structure_does_not_accept_is_no_document() -> None:
    assert flaw_of(Attachment("a.gif", "gif", 9), DocumentPolicy(types=("pdf", "jpg"))) is Flaw.UNSUPPORTED


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (Attachment("IMG_1.HEIC", "heic", 900), "Envoyez une photo JPG ou un PDF"),
        (Attachment("c.pdf", "pdf", 900, damaged=True), "arrivé abîmé. Merci de le renvoyer"),
        (Attachment("c.pdf", "pdf", 30 * 2**20), "dépasse 10 Mo"),
        (Attachment("winmail.dat", "other", 900), "Envoyez une photo JPG ou un PDF"),
    ],
)
def test_what_cannot_be_used_proves_nothing_and_is_asked_again(absent: Office, file: Attachment, told: str) -> None:
    (answer,) = absent.mail("durand", WORDS, at="2025-03-05 10:00", attachments=[file])

    assert "Justificatif bien reçu" not in answer.text
    assert told in answer.text
    assert file.name in answer.text


def test_a_photo_that_nobody_can_read_alone_in_a_message_needs_no_person(absent: Office) -> None:
    (answer,) = absent.mail("durand", "", at="2025-03-05 10:00", kind=Kind.OTHER,
                            attachments=[Attachment("IMG_1.HEIC", "heic", 900)])  # fmt: skip

    assert "Envoyez une photo JPG ou un PDF" in answer.text
    assert [seen for seen in absent.read("9001") if seen.kind == "human"] == []


def test_a_sick_note_with_such_a_photo_is_recorded_and_its_proof_still_awaited(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi 4 mars")
    (answer,) = office.mail("durand", "Victor est malade, pas de cantine aujourd'hui", at="2025-03-04 07:00",
                            attachments=[Attachment("IMG_1.HEIC", "heic", 900)])  # fmt: skip

    assert "Absence notée" in answer.text
    assert "Merci d'envoyer votre" in answer.text
    assert "Envoyez une photo JPG ou un PDF" in answer.text


def test_a_sound_file_beside_a_calendar_or_a_signature_is_taken_without_a_word_about_them(absent: Office) -> None:
    (answer,) = absent.mail("durand", WORDS, at="2025-03-05 10:00", attachments=["certificat.pdf", "invite.ics"])

    assert "Justificatif bien reçu pour Victor" in answer.text
    assert "invite.ics" not in answer.text
