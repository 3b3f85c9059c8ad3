"""A paper on its way from a family to the office, through the whole program, killed in between."""

from __future__ import annotations

import email.policy
from email.message import EmailMessage

import pytest

from tests.end_to_end.letters import OFFICE, PROVEN
from tests.end_to_end.program import PATIENCE_SECONDS, wait_for
from tests.end_to_end.town import GUARDIANS, START, Town
from tests.telegram_server import Message

A_PDF = b"%PDF-1.4\nan insurance of Victor\n" + bytes(range(256)) * 800
CERTIFICATE = b"\xff\xd8\xff\xe0 a varicella" + b"." * 90_000


def letter_with(text: str, name: str, content: bytes, kind: tuple[str, str], number: int = 1) -> bytes:
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["From"], mail["To"], mail["Date"] = GUARDIANS["durand"]["email"], OFFICE, START
    mail["Message-ID"], mail["Subject"] = f"<paper.{number}@example.org>", "Document"
    mail["Authentication-Results"] = PROVEN
    mail.set_content(text)
    mail.add_attachment(content, maintype=kind[0], subtype=kind[1], filename=name)
    return mail.as_bytes()


INSURANCE = letter_with("Bonjour, voici l'assurance de Victor.", "scan.pdf", A_PDF, ("application", "pdf"))


def files(town: Town) -> list[Message]:
    room = town.group or town.staff().chat
    return [message for message in room.messages if message.file is not None]


def wait_for_files(town: Town, count: int) -> list[Message]:
    town.telegram.wait_for(lambda: len(files(town)) >= count, PATIENCE_SECONDS, f"{count} files")
    return files(town)


def test_an_insurance_by_mail_reaches_the_office_as_a_file_and_is_accepted_there(mailing_town: Town) -> None:
    town = mailing_town.with_group()
    town.start()
    town.delivers(INSURANCE)

    town.letter("durand", "Document bien reçu : Attestation d'assurance, Victor", "4 juillet 2025")
    (sent,) = wait_for_files(town, 1)
    assert sent.file is not None
    assert (str(sent.file), sent.file.content) == ("scan.pdf", A_PDF)
    paper = town.staff_read("Attestation d'assurance", "famille durand", "Victor")
    town.staff().presses(paper, "✅ Document valable")

    town.card_is_closed(paper, "Accepté, valable jusqu'au 4 juillet 2025. Par Nadia Petit")
    town.parent("durand").chat.expect("Document accepté", timeout=PATIENCE_SECONDS)
    (row,) = town.show("documents")
    assert (row["children"], row["state"], row["bytes"]) == ("Victor", "accepted", len(A_PDF))
    town.becomes_quiet()


def test_a_certificate_photographed_in_the_chat_proves_the_absence_and_the_office_gets_the_photo(town: Town) -> None:
    town.start()
    durand = town.parent("durand")
    durand.says("inscrire Victor midi mardi")
    durand.presses(durand.chat.expect("Votre panier", timeout=PATIENCE_SECONDS), "✅ Valider")
    town.accepts(town.card("Victor", "mardi 4 mars"))
    town.becomes("Victor MIDI 2025-03-04 confirmed")
    durand.says("Victor est malade mardi, pas de cantine")
    durand.chat.expect("Absence notée", timeout=PATIENCE_SECONDS)

    durand.sends("photo", content=CERTIFICATE)

    durand.chat.expect("Justificatif bien reçu pour Victor", timeout=PATIENCE_SECONDS)
    first, second = (message.file for message in _to_both(town))
    assert first is not None
    assert second is not None
    assert first.content == second.content == CERTIFICATE
    assert not [one for one in durand.chat.messages if one.file is not None]
    town.becomes_quiet()


def _to_both(town: Town) -> list[Message]:
    """Wait for the file in the private chat of each colleague."""
    chats = [town.staff(name).chat for name in ("Nadia Petit", "Paul Morel")]

    def found() -> list[Message]:
        sent = [message for chat in chats for message in chat.messages if message.file is not None]
        return sent if len(sent) == len(chats) else []

    return town.telegram.wait_for(found, PATIENCE_SECONDS, "a file for each colleague")


@pytest.mark.parametrize("fault", ["refused connection", "lost before"])
def test_a_file_that_was_not_sent_is_sent_once_telegram_is_back(mailing_town: Town, fault: str) -> None:
    town = mailing_town.with_group()
    if fault == "refused connection":
        town.telegram.faults.add("sendDocument", times=2, before=True)
    else:
        town.telegram.faults.add("sendDocument", times=2, status=502, description="Bad Gateway")
    town.start()
    town.delivers(INSURANCE)

    wait_for_files(town, 1)
    town.becomes_quiet()
    assert len(files(town)) == 1


def test_killed_between_the_mail_and_the_file_it_is_kept_and_sent_once(mailing_town: Town) -> None:
    town = mailing_town.with_group()
    town.telegram.faults.add("sendDocument", times=50, status=502, description="Bad Gateway")
    program = town.start()
    town.delivers(INSURANCE, INSURANCE)  # the same mail twice, too: To and Cc
    wait_for(lambda: town.show("documents"), "the document to be kept")
    program.kill()
    town.telegram.faults.clear()
    town.frees_leases()
    town.start()

    wait_for_files(town, 1)
    town.becomes_quiet()
    assert len(files(town)) == 1
    assert len(town.show("documents")) == 1
    assert len(town.answers_to(GUARDIANS["durand"]["email"])) == 1
