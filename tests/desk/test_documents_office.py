"""What staff do with documents: accept, refuse, say until when, look them up, name what nobody could name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.store.tables.documents import Document
from tests.desk.office import Office
from tests.desk.papers import file_of, kept, pdf, to_staff

INSURED = "Bonjour, voici l'assurance de Victor. Merci"


def test_staff_accept_with_one_press_and_the_family_is_told(office: Office) -> None:
    office.mail("durand", INSURED, attachments=[pdf("a.pdf")])
    paper, file = [one for one in office.read("9001") if one.kind in ("document", "file")]
    assert paper.labels == ["✅ Document valable", "❌ Refuser le document"]
    assert file_of(office, file) == pdf("a.pdf").content

    (closed, toast) = office.press(9001, paper, "✅ Document valable")

    assert closed.edits == paper.id
    assert "Accepté, valable jusqu'au 4 juillet 2025. Par Anna" in closed.text
    assert closed.buttons == ()
    assert toast.text == "C'est noté."
    (told,) = office.read(str(office.chat_of("durand")))
    assert "Document accepté : Attestation d'assurance (Victor)" in told.text


def test_a_refusal_has_a_reason_and_the_next_document_is_a_new_one(office: Office) -> None:
    office.mail("durand", INSURED, attachments=[pdf("a.pdf")])
    (paper,) = to_staff(office, "document")
    (choosing, _) = office.press(9001, paper, "❌ Refuser le document")
    assert choosing.labels[0] == "Illisible"
    assert kept(office) == ["durand assurance Victor received"]

    office.press(9001, choosing, "Illisible")

    (told,) = office.read(str(office.chat_of("durand")))
    assert "Document refusé : Attestation d'assurance (Victor). Motif : Illisible." in told.text
    (again,) = office.mail("durand", INSURED, attachments=[pdf("a.pdf")])
    assert "a déjà été refusé" in again.text
    office.mail("durand", INSURED, attachments=[pdf("a.pdf", "better")])
    assert kept(office) == ["durand assurance Victor refused", "durand assurance Victor received"]


def test_back_leaves_it_open(office: Office) -> None:
    office.mail("durand", INSURED, attachments=[pdf("a.pdf")])
    (paper,) = to_staff(office, "document")
    (choosing, _) = office.press(9001, paper, "❌ Refuser le document")
    (again, _) = office.press(9001, choosing, "↩️ Retour")

    assert again.labels == paper.labels


def test_the_second_colleague_learns_who_was_quicker(office: Office) -> None:
    office.hire("Paul", 9002)
    office.mail("durand", INSURED, attachments=[pdf("a.pdf")])
    (paper,) = to_staff(office, "document", 9002)
    office.press_data(9001, paper.data("✅"))
    office.read("9002")

    (toast,) = office.press(9002, paper, "❌ Refuser le document")

    assert toast.text == "C'est déjà traité par Anna."
    assert kept(office) == ["durand assurance Victor accepted"]


@pytest.mark.parametrize("data", ["da:99", "dn:1:7", "dk:1:0:9999", "da:x", "dk:1", "dg:12345"])
def test_forged_presses_change_nothing(office: Office, data: str) -> None:
    office.mail("durand", INSURED, attachments=[pdf("a.pdf")])
    office.read()
    (toast,) = office.press_data(9001, data)

    assert toast.text == "Ce bouton n'est plus valable."
    assert kept(office) == ["durand assurance Victor received"]


def test_a_parent_cannot_press_the_buttons_of_the_office(office: Office) -> None:
    office.mail("durand", INSURED, attachments=[pdf("a.pdf")])
    office.press_data("durand", "da:1")
    office.press_data("durand", "dg:1")

    assert kept(office) == ["durand assurance Victor received"]
    assert [one for one in office.read(str(office.chat_of("durand"))) if one.message.file] == []


def test_staff_say_until_when_by_replying_with_a_date(office: Office) -> None:
    office.mail("durand", INSURED, attachments=[pdf("a.pdf")])
    (paper,) = to_staff(office, "document")

    office.staff_says(9001, "jusqu'au 31 août 2025", reply_to=paper)

    with office.sessions.reading() as session:
        row = session.get_one(Document, 1)
        assert (row.valid_until, row.state, row.decided_by) == (date(2025, 8, 31), "accepted", "Anna")
    (told,) = office.read(str(office.chat_of("durand")))
    assert "valable jusqu'au 31 août 2025" in told.text


def test_staff_see_what_a_family_sent_and_get_a_file_again(office: Office) -> None:
    office.mail("durand", INSURED, attachments=[pdf("a.pdf")])
    office.read()
    (listed,) = office.staff_says(9001, "/documents durand")
    assert "1. Attestation d'assurance · Victor · 27/02 · reçu, valable jusqu'au 04/07" in listed.text

    file, _ = office.press(9001, listed, "📎 1. Attestation d'assurance")

    assert file_of(office, file) == pdf("a.pdf").content


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("/documents", "Écrivez /documents et le nom de la famille"),
        ("/documents inconnu", "Aucune famille ne s'appelle « inconnu »"),
        ("/documents Durand", "aucun document reçu"),
    ],
)
def test_the_command_says_what_it_needs(office: Office, words: str, told: str) -> None:
    (answer,) = office.staff_says(9001, words)

    assert told in answer.text


def test_staff_name_a_file_that_nobody_could_name(office: Office) -> None:
    (answer,) = office.mail("durand", "Voici le papier demandé", attachments=[pdf("scan.pdf")])
    assert "transmis au service" in answer.text
    card, file = office.read("9001")
    assert card.kind == "human"
    assert file.labels == ["📄 Attestation d'assurance · Séverine", "📄 Attestation d'assurance · Victor"]

    office.press(9001, file, "📄 Attestation d'assurance · Victor")

    assert kept(office) == ["durand assurance Victor accepted"]
    (told,) = office.read(str(office.chat_of("durand")))
    assert "Document accepté" in told.text


def test_where_files_stay_out_of_the_chat_staff_get_word_of_them_only(office: Office) -> None:
    office.with_rules(documents=replace(office.structure.documents, in_chat=False))
    office.mail("durand", INSURED, attachments=[pdf("a.pdf")])

    paper, file = [one for one in office.read("9001") if one.kind in ("document", "file")]
    assert "(document n° 1, à consulter au bureau)" in paper.text
    assert file.message.file == 0
    assert file.text.endswith("(document n° 1, à consulter au bureau)")
