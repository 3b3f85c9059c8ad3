"""Documents that families send: kept once, shown to staff as files, counted for what requires them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from domain.model.attachments import Attachment
from domain.model.messages import Channel, Kind, Outgoing, Proof
from domain.model.structure import MissingDocument
from domain.store import outbox
from domain.store.documents import File
from domain.store.tables.documents import Document
from domain.store.tables.messages import Outbox
from tests.desk.office import Office
from tests.desk.papers import contents, file_of, kept, logo, pdf, photo, sends, to_staff

BOOKED = "inscrire Victor vacances journée mardi 15 avril"
INSURED = "Bonjour, voici l'assurance de Victor. Merci"
MISSING = "Attestation d'assurance (Victor)"


def blocking(office: Office) -> Office:
    documents = replace(office.structure.documents, document_policy=MissingDocument.BLOCK)
    return office.with_rules(documents=documents)


# -- kept, once -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["chat", "mail"])
def test_a_document_is_kept_for_its_child_and_the_family_is_told_what_it_is_for(office: Office, way: str) -> None:
    if way == "chat":
        (answer,) = sends(office, "durand", photo(), text="l'assurance de Victor")
    else:
        (answer,) = office.mail("durand", INSURED, attachments=[pdf("scan.pdf")])

    assert "Document bien reçu : Attestation d'assurance, Victor (valable jusqu'au 4 juillet 2025)" in answer.text
    assert "Il compte dès maintenant pour : Vacances journée." in answer.text
    assert "vous acceptez que le service l'utilise" in answer.text
    assert kept(office) == ["durand assurance Victor received"]


def test_the_same_bytes_twice_are_one_document_and_one_file_to_staff(office: Office) -> None:
    office.mail("durand", INSURED, attachments=[pdf("scan.pdf")])
    assert len(to_staff(office, "file")) == 1

    sends(office, "durand", pdf("scan.pdf"), text="assurance Victor")

    assert kept(office) == ["durand assurance Victor received"]
    assert contents(office) == 1
    assert to_staff(office, "file") == []


def test_the_same_message_delivered_twice_keeps_and_tells_once(office: Office) -> None:
    office.store("tg:7")
    sends(office, "durand", photo(), text="l'assurance de Victor", key="tg:7")
    office.read()
    sends(office, "durand", photo(), text="l'assurance de Victor", key="tg:7")

    assert office.read() == []
    assert kept(office) == ["durand assurance Victor received"]


def test_one_paper_for_two_families_is_a_document_of_each(office: Office) -> None:
    office.mail("durand", INSURED, attachments=[pdf("scan.pdf")])
    other = next(key for key in office._keys() if key != "durand")
    sends(office, other, pdf("scan.pdf"), text="assurance pour tous")

    assert [line.split()[0] for line in kept(office)] == ["durand", other]


@pytest.mark.parametrize(
    "file",
    [
        Attachment("assurance.pdf", "other", 900),
        Attachment("IMG_1.HEIC", "heic", 900),
        Attachment.of("assurance.pdf", b"%PDF-1.4 cut", damaged=True),
        Attachment.of("assurance.exe", b"MZ a program"),
    ],
    ids=["no pdf", "heic", "damaged", "program"],
)
def test_what_is_no_sound_document_is_not_kept(office: Office, file: Attachment) -> None:
    office.mail("durand", INSURED, attachments=[file])

    assert kept(office) == []
    assert contents(office) == 0


def test_a_file_above_the_limit_is_not_kept_and_asked_for_again(office: Office) -> None:
    office.with_rules(documents=replace(office.structure.documents, max_mb=1))
    big = Attachment.of("assurance.pdf", b"%PDF-1.4" + b"." * 2**20)
    (answer,) = office.mail("durand", INSURED, attachments=[big])

    assert "dépasse 1 Mo" in answer.text
    assert kept(office) == []


def test_nothing_is_kept_of_strangers_and_of_those_who_use_a_family_s_name(office: Office) -> None:
    office.mail("durand", INSURED, attachments=[pdf("a.pdf")], proof=Proof.SPOOF)
    office.mail("durand", INSURED, attachments=[pdf("a.pdf")], sender="inconnu@example.org")

    assert kept(office) == []


def test_a_logo_beside_a_request_is_not_kept_but_a_scan_is_shown_to_staff(office: Office) -> None:
    office.mail("durand", "inscrire Victor midi mardi 11 mars", attachments=[logo()])
    assert kept(office) == []

    office.mail("durand", "inscrire Victor midi jeudi 13 mars", attachments=[pdf("scan0001.pdf")])
    assert kept(office) == ["durand autre - received"]
    (file,) = to_staff(office, "file")
    assert "Document — famille durand" in file.text


def test_a_logo_beside_a_document_is_no_document(office: Office) -> None:
    office.mail("durand", INSURED, attachments=[logo(), pdf("scan.pdf")])

    assert kept(office) == ["durand assurance Victor received"]
    (file,) = to_staff(office, "file")
    assert file_of(office, file) == pdf("scan.pdf").content


# -- whose it is ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "children"),
    [
        ("Victor", "Victor"),
        ("les deux", "Séverine+Victor"),
        ("Tous les enfants", "Séverine+Victor"),
        ("1", "Séverine"),
    ],
)
def test_a_family_with_several_children_is_asked_whose_it_is(office: Office, said: str, children: str) -> None:
    (question,) = office.mail("durand", "Ci-joint l'attestation d'assurance", attachments=[pdf("a.pdf")])
    assert "pour quel enfant est ce document ?" in question.text
    assert kept(office) == ["durand assurance - received"]

    (answer,) = office.mail("durand", said)

    assert "Document bien reçu" in answer.text
    assert kept(office) == [f"durand assurance {children} received"]
    assert contents(office) == 1


def test_in_the_chat_the_question_has_a_button_for_each_child_and_one_for_all(office: Office) -> None:
    (question,) = sends(office, "durand", pdf("assurance.pdf"))
    assert question.labels == ["Séverine", "Victor", "Tous les enfants"]

    office.press("durand", question, "Tous les enfants")

    assert kept(office) == ["durand assurance Séverine+Victor received"]


@pytest.mark.parametrize(
    ("text", "names", "held"),
    [
        ("", ["assurance_victor.pdf"], ["durand assurance Victor received"]),
        ("Les attestations des enfants", ["assurance-severine.pdf", "assurance-victor.pdf"],
         ["durand assurance Séverine+Victor received"] * 2),
        ("l’assurance scolaire de mes enfants", ["scan.pdf"], ["durand assurance Séverine+Victor received"]),
    ],
    ids=["the file's name says it", "two files", "all children"],
)  # fmt: skip
def test_names_of_files_and_words_say_what_it_is_and_for_whom(
    office: Office, text: str, names: list[str], held: list[str]
) -> None:
    sends(office, "durand", *map(pdf, names), text=text)

    assert kept(office) == held


def test_a_request_and_its_document_in_one_mail_are_both_done(office: Office) -> None:
    (answer,) = office.mail(
        "durand",
        "Bonjour, merci d'inscrire Victor aux vacances journée mardi 15 avril, ci-joint son assurance",
        attachments=[pdf("a.pdf")],
    )

    assert "Document bien reçu : Attestation d'assurance, Victor" in answer.text
    assert office.cart("durand") == ["book Victor VACANCES_JOURNEE 2025-04-15"]
    assert "À fournir" not in answer.text


def test_an_insurance_proves_no_absence_and_a_certificate_insures_nobody(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi 4 mars")
    office.mail("durand", "Victor est malade, pas de cantine aujourd'hui", at="2025-03-04 07:00")
    office.mail("durand", INSURED, attachments=[pdf("a.pdf")], at="2025-03-05 10:00")
    (answer,) = office.mail("durand", "Voici le certificat médical de Victor", attachments=[pdf("c.pdf")])

    assert "Justificatif bien reçu pour Victor" in answer.text
    assert kept(office) == ["durand assurance Victor received", "durand certificat Victor received"]


def test_the_pages_of_an_album_are_one_paper(office: Office) -> None:
    sends(office, "durand", photo("recto"), text="l'assurance de Victor, recto verso", album="a1")
    (answer,) = sends(office, "durand", photo("verso"), album="a1")

    assert "Document bien reçu : Attestation d'assurance, Victor" in answer.text
    assert kept(office) == ["durand assurance Victor received"] * 2
    assert [one.kind for one in office.read("9001")].count("human") == 0


def test_the_pages_of_an_album_whose_child_is_asked_go_together(office: Office) -> None:
    (question,) = sends(office, "durand", photo("recto"), text="l'assurance", album="a1")
    sends(office, "durand", photo("verso"), album="a1")
    sends(office, "durand", photo("other"), album="a2")

    office.press("durand", question, "Victor")

    assert kept(office) == ["durand assurance Victor received"] * 2 + ["durand autre - received"]


# -- certificates -----------------------------------------------------------------------------------------------------


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


# -- an activity that requires one ------------------------------------------------------------------------------------


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


# -- staff ------------------------------------------------------------------------------------------------------------


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


# -- the family's own list --------------------------------------------------------------------------------------------


def test_the_family_sees_its_own_list_without_what_a_certificate_is_called(office: Office) -> None:
    (empty,) = office.chat("durand", "/documents")
    assert "Aucun document envoyé pour le moment." in empty.text
    office.granted("durand", "inscrire Victor midi mardi 4 mars")
    office.mail("durand", "Victor est malade aujourd'hui", at="2025-03-04 07:00", attachments=[pdf("varicelle.pdf")])
    office.mail("durand", INSURED, attachments=[pdf("a.pdf")])

    (listed,) = office.chat("durand", "/documents")

    assert "• Attestation d'assurance · Victor · reçu le 4 mars 2025 · ⏳ à vérifier par le service" in listed.text
    assert "• Justificatif d'absence · Victor · reçu le 4 mars 2025 · transmis au service" in listed.text
    assert "varicelle" not in listed.text


def test_another_family_sees_nothing_of_it(office: Office) -> None:
    office.mail("durand", INSURED, attachments=[pdf("a.pdf")])
    other = next(key for key in office._keys() if key != "durand")

    (listed,) = office.chat(other, "/documents")

    assert "Aucun document envoyé" in listed.text


# -- on the way out ---------------------------------------------------------------------------------------------------


def test_the_bytes_leave_with_the_parcel_and_are_in_no_payload(office: Office) -> None:
    office.mail("durand", INSURED, attachments=[pdf("a.pdf")])
    office.read()
    to_send = {"kind": "file", "channel": Channel.CHAT, "address": "1", "now": office.clock.now()}
    with office.sessions.begin() as session:
        outbox.post(session, key="again", message=Outgoing(text="a file", file=1), **to_send)  # type: ignore[arg-type]
    with office.sessions.begin() as session:
        (parcel,) = outbox.take_due(session, channels=[Channel.CHAT], now=office.clock.now())

    assert parcel.file == File("a.pdf", "application/pdf", pdf("a.pdf").content)
    with office.sessions.reading() as session:
        payload = session.scalar(select(Outbox.payload).where(Outbox.key == "again"))
    assert "PDF" not in str(payload)
    assert "PDF" not in repr(parcel)


def test_a_held_mail_s_file_goes_to_staff_and_its_sender_is_not_answered(office: Office) -> None:
    assert office.mail("durand", "Réponse automatique", attachments=[pdf("a.pdf")], kind=Kind.HELD) == []

    assert [one.kind for one in office.read("9001")] == ["human", "file"]
