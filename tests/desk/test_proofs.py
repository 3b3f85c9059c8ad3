"""The proof of an absence: matched when it comes, billed by the clock when it does not, never when it came."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.model.messages import Channel, Incoming, Kind, Proof
from domain.model.structure import WithoutProof
from domain.services import billing, unproven
from scheduler.jobs import run_all
from tests.desk.office import Office, Seen, attached

SICK = "Bonjour, Victor est malade, il ne viendra pas aujourd'hui."
EXCUSED, BILLED = "Victor MIDI 2025-03-04 absence_excused", "Victor MIDI 2025-03-04 absence_billed"


@pytest.fixture
def absent(office: Office) -> Office:
    """Victor was told sick on Tuesday 4 March at 07:30; the proof is awaited until Friday at 07:30."""
    office.granted("durand", "inscrire Victor midi mardi")
    office.mail("durand", SICK, at="2025-03-04 07:30")
    office.read()
    return office


def tick(office: Office, at: str = "") -> None:
    if at:
        office.at(at)
    run_all(office.sessions, office.structure, office.clock, office.staff_chat)


def bill_at_most(office: Office, days: int) -> int:
    with office.sessions.begin() as session:
        return unproven.bill(session, office.structure, office.staff_chat, office.clock.now(), at_once=days)


def photo(office: Office, family: str, *, at: str = "", name: str = "photo") -> list[Seen]:
    """Send a file without a word, in the chat."""
    if at:
        office.at(at)
    chat = str(office.chat_of(family))
    number = f"photo:{at}:{name}:{family}"
    office.desk.receive(
        Incoming(Channel.CHAT, Kind.OTHER, number, chat, office.clock.now(), chat=chat, attachments=(attached(name),))
    )
    return office.read(chat)


@pytest.mark.parametrize(
    ("text", "files"),
    [
        pytest.param("Bonjour, voici le certificat de Victor. Bonne journée", ["certificat.pdf"], id="named"),
        pytest.param("Ci-joint le justificatif.", ["IMG_2041.JPG"], id="nobody named"),
        pytest.param("Certificat médical en pièce jointe pour l'absence de mardi", ["doc.pdf"], id="the day that was"),
        pytest.param("Claire Durand\n06 12 34 56 78", ["scan.jpeg"], id="only a signature"),
    ],
)
def test_a_certificate_on_the_next_day_proves_the_absence_and_makes_no_new_one(
    absent: Office, text: str, files: list[str]
) -> None:
    (answer,) = absent.mail("durand", text, at="2025-03-05 10:00", attachments=files)

    assert "Justificatif bien reçu pour Victor" in answer.text
    assert absent.bookings("durand") == [EXCUSED]
    (told,) = absent.read("9001")
    assert "Justificatif reçu (e-mail) : Victor Durand" in told.text
    tick(absent, "2025-03-10 12:00")
    assert absent.bookings("durand") == [EXCUSED]


def test_a_photo_without_a_word_in_the_chat_is_the_proof_too(absent: Office) -> None:
    (answer,) = photo(absent, "durand", at="2025-03-05 10:00")

    assert "Justificatif bien reçu pour Victor" in answer.text
    tick(absent, "2025-03-10 12:00")
    assert absent.bookings("durand") == [EXCUSED]


@pytest.mark.parametrize("name", ["voice", "sticker", "contact", "virus.exe"])
def test_what_is_no_document_proves_nothing(absent: Office, name: str) -> None:
    photo(absent, "durand", at="2025-03-05 10:00", name=name)

    tick(absent, "2025-03-10 12:00")
    assert absent.bookings("durand") == [BILLED]


def test_another_paper_is_no_proof(absent: Office) -> None:
    absent.mail("durand", "Voici l'attestation d'assurance", at="2025-03-05 10:00", attachments=["assurance.pdf"])

    tick(absent, "2025-03-10 12:00")
    assert absent.bookings("durand") == [BILLED]


def test_a_booking_with_a_logo_in_the_mail_is_a_booking(absent: Office) -> None:
    absent.mail("durand", "inscrire Séverine midi mardi", at="2025-03-05 10:00", attachments=["logo.png"])

    assert absent.cart("durand") == ["book Séverine MIDI 2025-03-11"]
    tick(absent, "2025-03-10 12:00")
    assert absent.bookings("durand") == [BILLED]


@pytest.mark.parametrize("logo", ["image001.png", "Outlook-logo_mairie.png", "logo.gif", "signature.jpg"])
def test_the_logo_in_a_parents_signature_proves_no_illness(office: Office, logo: str) -> None:
    office.granted("durand", "inscrire Victor midi mardi")

    (answer,) = office.mail("durand", SICK, at="2025-03-04 07:30", attachments=[logo])

    assert "certificat" in answer.text  # … is still to come
    tick(office, "2025-03-10 12:00")
    assert office.bookings("durand") == [BILLED]


def test_a_photo_beside_a_logo_proves_it(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi")

    office.mail("durand", SICK, at="2025-03-04 07:30", attachments=["image001.png", "IMG_2041.jpg"])

    tick(office, "2025-03-10 12:00")
    assert office.bookings("durand") == [EXCUSED]


def test_a_certificate_that_names_further_days_does_both(absent: Office) -> None:
    absent.mail("durand", "Certificat de Victor, il sera absent jusqu'à vendredi 7 mars", at="2025-03-05 08:00",
                attachments=["certificat.pdf"])  # fmt: skip

    tick(absent, "2025-03-12 12:00")
    assert absent.bookings("durand") == [EXCUSED]
    (answer,) = absent.mail("durand", "Victor est malade vendredi 7 mars", at="2025-03-05 09:00")
    assert "déjà notée" in answer.text


def test_an_unproven_certificate_goes_to_a_person(absent: Office) -> None:
    absent.mail("durand", "Voici le certificat de Victor", at="2025-03-05 10:00", attachments=["c.pdf"],
                proof=Proof.UNVERIFIED)  # fmt: skip

    assert absent.bookings("durand") == [EXCUSED]
    (told,) = absent.read("9001")
    assert "c.pdf" in told.text


@pytest.fixture
def both(office: Office) -> Office:
    office.granted("durand", "inscrire Victor et Séverine midi mardi")
    office.mail("durand", "Victor et Séverine sont malades aujourd'hui", at="2025-03-04 07:30")
    office.read()
    return office


def test_of_two_children_the_named_one_is_meant(both: Office) -> None:
    both.mail("durand", "Le certificat de Séverine", at="2025-03-05 10:00", attachments=["c.pdf"])

    tick(both, "2025-03-10 12:00")
    assert sorted(both.bookings("durand")) == [
        "Séverine MIDI 2025-03-04 absence_excused",
        "Victor MIDI 2025-03-04 absence_billed",
    ]


def test_of_two_children_it_is_asked_whose_it_is(both: Office) -> None:
    (asked,) = photo(both, "durand", at="2025-03-05 10:00")
    assert "de quel enfant" in asked.text

    *_, answer = both.press("durand", asked, "Victor")

    assert "Justificatif bien reçu pour Victor" in answer.text
    tick(both, "2025-03-10 12:00")
    assert BILLED not in both.bookings("durand")


def test_by_mail_the_question_is_answered_by_a_name(both: Office) -> None:
    (asked,) = both.mail("durand", "Ci-joint le certificat", at="2025-03-05 10:00", attachments=["c.pdf"])
    assert "de quel enfant" in asked.text

    (answer,) = both.mail("durand", "Séverine")

    assert "Justificatif bien reçu pour Séverine" in answer.text


def test_without_a_proof_the_absence_is_billed_once_and_everybody_is_told(absent: Office) -> None:
    tick(absent, "2025-03-07 07:29")
    assert absent.bookings("durand") == [EXCUSED]

    tick(absent, "2025-03-07 07:30")
    tick(absent)

    assert absent.bookings("durand") == [BILLED]
    (letter,) = absent.read(str(absent.chat_of("durand")))
    assert "nous n'avons pas reçu votre certificat médical" in letter.text
    assert "11,50" in letter.text
    assert "03 82 00 00 00" in letter.text
    (told,) = (one for one in absent.read("9001") if one.kind == "absence")
    assert told.labels == ["🟢 Excuser"]


def test_staff_may_excuse_it_after_all(absent: Office) -> None:
    tick(absent, "2025-03-07 08:00")
    (told,) = (one for one in absent.read("9001") if one.kind == "absence")

    absent.press(9001, told, "🟢 Excuser")

    assert absent.bookings("durand") == [EXCUSED]
    assert any("le service l'a excusée" in one.text for one in absent.read(str(absent.chat_of("durand"))))
    tick(absent, "2025-03-20 08:00")
    assert absent.bookings("durand") == [EXCUSED]


def test_a_proof_after_the_limit_is_for_staff_to_decide(absent: Office) -> None:
    tick(absent, "2025-03-07 08:00")
    absent.read()

    (answer,) = absent.mail("durand", "Voici le certificat de Victor", at="2025-03-08 10:00", attachments=["c.pdf"])

    assert absent.bookings("durand") == [BILLED]
    assert "le service décide" in answer.text
    (told,) = absent.read("9001")
    absent.press(9001, told, "🟢 Excuser")
    assert absent.bookings("durand") == [EXCUSED]


def test_a_proof_received_in_time_and_read_late_undoes_the_billing(absent: Office) -> None:
    tick(absent, "2025-03-07 08:00")
    absent.read()

    absent.mail("durand", "Voici le certificat de Victor", attachments=["c.pdf"], ahead_by_hours=-1)

    assert absent.bookings("durand") == [EXCUSED]


def test_several_days_of_one_illness_are_one_letter(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi et jeudi")
    office.mail("durand", SICK, at="2025-03-04 07:30")
    office.mail("durand", "Victor est toujours malade jeudi", at="2025-03-05 20:00")
    office.read()

    tick(office, "2025-03-08 12:00")  # the first day alone would have been due on Friday
    assert "absence_billed" not in " ".join(office.bookings("durand"))
    tick(office, "2025-03-09 00:00")

    assert [line.rsplit(" ", 1)[1] for line in office.bookings("durand")] == ["absence_billed"] * 2
    assert len([one for one in office.read(str(office.chat_of("durand"))) if one.kind == "absence"]) == 1


def test_where_no_proof_is_needed_nothing_is_billed(absent: Office) -> None:
    absent.with_rules(absence=replace(absent.structure.absence, without_proof=WithoutProof.EXCUSED))

    tick(absent, "2025-03-20 12:00")

    assert absent.bookings("durand") == [EXCUSED]


def test_what_a_final_invoice_has_is_never_changed(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi lundi et vendredi 28 mars", at="2025-03-10 18:00")
    office.mail("durand", "Victor est malade vendredi", at="2025-03-27 20:00")
    office.at("2025-04-01 00:00")
    with office.sessions.begin() as session:
        assert billing.issue(session, office.structure, "2025-03", office.clock.now()) == 1
    office.read()

    tick(office, "2025-04-01 12:00")

    assert office.bookings("durand")[-1] == "Victor MIDI 2025-03-28 absence_excused"
    assert [one for one in office.read(str(office.chat_of("durand"))) if one.kind == "absence"] == []
    (told,) = (one for one in office.read("9001") if one.kind == "absence")
    assert "facture du mois est déjà émise" in told.text
    tick(office)
    assert [one for one in office.read("9001") if one.kind == "absence"] == []


def test_a_certificate_that_says_still_ill_is_the_proof_and_a_day_more(absent: Office) -> None:
    absent.mail("durand", "Victor est toujours malade, ci-joint le certificat", at="2025-03-06 07:30",
                attachments=["c.pdf"])  # fmt: skip

    (answer,) = absent.mail("durand", "Victor est malade aujourd'hui")
    assert "déjà notée" in answer.text
    tick(absent, "2025-03-12 12:00")
    assert absent.bookings("durand") == [EXCUSED]


def test_a_certificate_of_a_month_later_is_of_another_illness(absent: Office) -> None:
    tick(absent, "2025-03-07 08:00")
    absent.read()
    absent.granted("durand", "inscrire Victor midi mardi 1er avril", at="2025-03-20 08:00")

    absent.mail("durand", "Victor est malade, voici le certificat", at="2025-04-01 07:30", attachments=["c.pdf"])

    assert absent.bookings("durand") == [BILLED, "Victor MIDI 2025-04-01 absence_excused"]


def test_many_overdue_days_are_billed_in_parts_each_illness_whole(office: Office) -> None:
    office.granted("durand", "inscrire Victor et Séverine midi mardi et jeudi")
    for child in ("Victor", "Séverine"):
        office.mail("durand", f"{child} sera malade mardi et jeudi", at="2025-03-03 07:30")
    office.read()

    office.at("2025-03-12 12:00")
    assert [bill_at_most(office, 3) for _ in range(3)] == [2, 2, 0]

    letters = [one for one in office.read(str(office.chat_of("durand"))) if one.kind == "absence"]
    assert len(letters) == 2
    assert all("par jour" in letter.text for letter in letters)
