"""Documents that families send: kept once, for the right child, and seen by nobody else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from domain.model.attachments import Attachment
from domain.model.messages import Channel, Kind, Outgoing, Proof
from domain.store import outbox
from domain.store.documents import File
from domain.store.tables.messages import Outbox
from tests.desk.office import Office
from tests.desk.papers import contents, file_of, kept, logo, pdf, photo, sends, to_staff

INSURED = "Bonjour, voici l'assurance de Victor. Merci"


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
