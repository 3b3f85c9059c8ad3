"""How often a family is told that a person will answer: once a day in each thread; requests are always answered."""

from __future__ import annotations

from tests.desk.office import Office

COAT = "Bonjour, Zoé a perdu son manteau rouge hier, l'avez-vous vu ?"


def test_a_long_exchange_with_a_person_is_acknowledged_once_a_day(office: Office) -> None:
    (first,) = office.mail("coralis", COAT, at="2025-02-27 18:00")
    thread = [first.id, first.message.reply_to]

    assert office.mail("coralis", "Il a un écusson bleu, l'avez-vous retrouvé ?", reply_to=thread) == []
    assert len(office.mail("coralis", COAT, at="2025-02-28 18:00", reply_to=thread)) == 1
    assert len([seen for seen in office.read("9001") if seen.kind == "human"]) == 3


def test_another_thread_has_its_own_answer(office: Office) -> None:
    office.mail("coralis", COAT)

    assert len(office.mail("coralis", COAT)) == 1


def test_requests_in_the_same_thread_are_always_answered(office: Office) -> None:
    (first,) = office.mail("coralis", COAT)
    thread = [first.id, first.message.reply_to]

    for day in ("mardi", "jeudi", "vendredi"):
        assert len(office.mail("coralis", f"inscrire Zoé à la cantine {day}", reply_to=thread)) == 1


def test_in_the_chat_every_message_is_answered(office: Office) -> None:
    for _ in range(2):
        assert len(office.chat("durand", "Bonjour, Victor a perdu son manteau rouge, l'avez-vous vu ?")) == 1


def test_a_flood_of_strangers_warns_staff_once_an_hour(office: Office) -> None:
    for n in range(3):
        office.desk.hold_back(f"mail:{n}")
    warned = [seen for seen in office.read("9001") if "inconnus" in seen.text]
    office.at("2025-02-27 19:30").desk.hold_back("mail:9")

    assert len(warned) == 1
    assert len(office.read("9001")) == 1
