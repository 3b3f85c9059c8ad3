"""How long the files of families are kept: as long as something needs them, and no longer."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from domain.model.messages import Channel
from domain.services import billing
from domain.store import inbox
from domain.store.session import Sessions
from domain.store.tables.documents import Document
from scheduler import ticks
from tests.desk.office import Office
from tests.desk.papers import contents, file_of, kept, pdf, photo, sends, to_staff

SICK = "Victor est malade, pas de cantine aujourd'hui"


@pytest.fixture
def office(database: Sessions) -> Office:
    return Office(database)


def tick(office: Office, at: str) -> int:
    office.at(at)
    with office.sessions.begin() as session:
        return ticks.forget_documents(session, office.structure, office.clock.now())


def names(office: Office) -> list[str]:
    with office.sessions.reading() as session:
        return list(session.scalars(select(Document.name).order_by(Document.id)))


def excused(office: Office) -> Office:
    office.granted("durand", "inscrire Victor midi mardi 4 mars")
    office.mail("durand", SICK, at="2025-03-04 07:00", attachments=[pdf("certificat.pdf")])
    office.read()
    return office


def invoice(office: Office, month: str, at: str) -> None:
    office.at(at)
    with office.sessions.begin() as session:
        billing.prepare(session, office.structure, month, office.clock.now())
        billing.issue(session, office.structure, month, office.clock.now())


def test_a_certificate_goes_once_the_month_of_its_absence_is_invoiced(office: Office) -> None:
    excused(office)
    office.granted("durand", "inscrire Victor midi jeudi 27 mars", at="2025-03-10 10:00")
    assert tick(office, "2025-04-02 08:00") == 0

    invoice(office, "2025-03", "2025-04-03 08:00")

    assert tick(office, "2025-04-03 09:00") == 1
    assert contents(office) == 0
    assert names(office) == [""]
    assert kept(office) == ["durand certificat Victor received"]


def test_a_family_without_invoices_has_its_certificate_deleted_after_sixty_days(office: Office) -> None:
    excused(office)

    assert tick(office, "2025-05-02 08:00") == 0
    assert tick(office, "2025-05-06 08:00") == 1


def test_an_insurance_stays_as_long_as_it_is_valid(office: Office) -> None:
    sends(office, "durand", pdf("a.pdf"), text="voici l'assurance de Victor")

    assert tick(office, "2025-07-04 08:00") == 0
    assert tick(office, "2025-07-05 08:00") == 1


@pytest.mark.parametrize("what", ["refused", "nobody could name it"])
def test_what_counts_for_nothing_is_kept_sixty_days(office: Office, what: str) -> None:
    if what == "refused":
        sends(office, "durand", pdf("a.pdf"), text="voici l'assurance de Victor")
        office.press_data(9001, "dn:1:0")
    else:
        sends(office, "durand", photo())

    assert tick(office, "2025-04-27 08:00") == 0
    assert tick(office, "2025-04-30 08:00") == 1


def test_the_message_that_brought_a_deleted_file_is_blanked_with_it(office: Office) -> None:
    now = office.clock.now()
    with office.sessions.begin() as session:
        inbox.store(session, key="tg:1", channel=Channel.CHAT, raw=b"a mail", received_at=now, now=now)
    sends(office, "durand", photo(), key="tg:1")
    assert office.stored()["tg:1"] == ("done", b"a mail")

    tick(office, "2025-04-30 08:00")

    assert office.stored()["tg:1"] == ("done", b"")


def test_once_a_day_is_enough_and_a_second_tick_does_nothing(office: Office) -> None:
    sends(office, "durand", photo())
    assert tick(office, "2025-04-30 08:00") == 1
    assert tick(office, "2025-04-30 09:00") == 0


def test_a_deleted_file_that_comes_again_is_there_again(office: Office) -> None:
    sends(office, "durand", photo())
    office.read()
    tick(office, "2025-04-30 08:00")

    sends(office, "durand", photo(), text="c'est l'assurance de Victor")

    assert kept(office) == ["durand assurance Victor received"]
    (file,) = to_staff(office, "file")
    assert file_of(office, file) == photo().content


def test_staff_who_ask_for_a_deleted_file_are_told_so(office: Office) -> None:
    sends(office, "durand", pdf("a.pdf"), text="voici l'assurance de Victor")
    office.read()
    tick(office, "2025-07-05 08:00")

    told, _ = office.press_data(9001, "dg:1")

    assert "Ce fichier est supprimé" in told.text
    assert told.message.file == 0
