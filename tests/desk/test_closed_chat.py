"""A parent has blocked the bot: what was meant for the chat arrives by mail, and reads like any of our mails."""

from __future__ import annotations

from domain.model.messages import Channel, Incoming, Kind, Outgoing
from domain.store import outbox
from tests.desk.office import Office, Seen

MARIE = "marie.coralis@example.org"


def blocked(office: Office) -> list[Seen]:
    """Let the courier find every chat closed; return the mails that the family Coralis gets instead."""
    with office.sessions.begin() as session:
        waiting = outbox.take_due(session, channels=[Channel.CHAT], now=office.clock.now())
        for parcel in waiting:
            outbox.give_up(session, parcel.id, error="blocked")
    for parcel in waiting:
        office.desk.gone(parcel)
    return office.read(MARIE)


def written(office: Office, text: str) -> Seen:
    """Return the mail with the answer to a parent who blocked the bot right after writing `text`."""
    user = str(office.chat_of("coralis"))
    office.desk.receive(Incoming(Channel.CHAT, Kind.TEXT, text, user, office.clock.now(), chat=user, text=text))
    (mail,) = blocked(office)
    return mail


def test_a_cart_says_how_to_validate_it_by_mail(office: Office) -> None:
    mail = written(office, "inscrire Zoé midi mardi et jeudi")

    assert mail.text.startswith("— Répondez au-dessus de cette ligne —")
    assert "1. ➕ Zoé · mardi 4 mars" in mail.text
    assert "répondez « valider » à ce message" in mail.text
    assert "Rien n'est demandé tant que" not in mail.text
    assert mail.buttons == ()


def test_the_answer_valider_is_understood(office: Office) -> None:
    mail = written(office, "inscrire Zoé midi mardi")

    office.mail("coralis", "valider", reply_to=[mail.id])

    assert office.bookings("coralis") == ["Zoé MIDI 2025-03-04 requested"]


def test_a_question_offers_numbers_and_the_number_is_understood(office: Office) -> None:
    mail = written(office, "inscrire Zoé mardi")
    assert "Répondez avec le numéro de votre choix." in mail.text

    office.mail("coralis", "2", reply_to=[mail.id])

    assert len(office.cart("coralis")) == 1


def test_the_mail_ends_with_who_writes_and_what_becomes_of_the_data(office: Office) -> None:
    mail = written(office, "combien coûte la cantine ?")

    assert office.structure.phone in mail.text
    assert mail.text.endswith(office.structure.privacy or "répondez à ce message.")


def test_what_an_older_program_left_in_the_outbox_still_arrives(office: Office) -> None:
    with office.sessions.begin() as session:
        outbox.post(session, key="old", kind="answer", channel=Channel.CHAT, address=str(office.chat_of("coralis")),
                    message=Outgoing("Bonjour", subject="Votre message"), now=office.clock.now())  # fmt: skip

    (mail,) = blocked(office)

    assert mail.text == "Bonjour"
