"""What leaves the outbox, as the person in Telegram sees it; and what each of Telegram's refusals means for it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.sender import ChatSender
from domain.errors import SendFailed
from domain.model.messages import Button, Channel, Outgoing
from domain.store.outbox import Parcel
from tests.bot.conftest import NOW
from tests.telegram_server import Message, Person, TelegramServer


@pytest.fixture
async def sender(tg: TelegramServer) -> AsyncIterator[ChatSender]:
    opened = ChatSender.open(tg.token, tg.url)
    yield opened
    await opened.close()


@pytest.fixture
def claire(tg: TelegramServer) -> Person:
    person = tg.user("Claire", id=7314)
    person.opens_chat()
    return person


def parcel(text: str = "Bonjour", address: str = "7314", **fields: Any) -> Parcel:
    return Parcel(
        id=1,
        key="k",
        kind="answer",
        family_id=None,
        channel=Channel.CHAT,
        address=address,
        attempts=1,
        created_at=NOW,
        message=Outgoing(text, **fields),
    )


def buttons(*labels: str) -> tuple[tuple[Button, ...], ...]:
    return tuple((Button(label, f"x:{label}"),) for label in labels)


async def test_a_message_is_html_with_its_buttons_and_without_link_previews(
    sender: ChatSender, claire: Person, tg: TelegramServer
) -> None:
    sent_id = await sender.send(parcel("<b>Victor</b> &amp; Léa\nhttps://exemple.fr", buttons=buttons("✅ Valider")))

    shown = claire.chat.last
    assert (str(shown.id), shown.text, shown.buttons) == (sent_id, "Victor & Léa\nhttps://exemple.fr", ["✅ Valider"])
    assert shown.entities == [{"type": "bold", "offset": 0, "length": 6}]
    assert shown.silent["link_preview_options"] == {"is_disabled": True}
    tg.assert_clean()


async def test_a_message_can_invite_to_reply_and_answers_the_message_it_is_about(
    sender: ChatSender, claire: Person
) -> None:
    asked = claire.says("bonjour")
    await sender.send(parcel("Quel motif ?", ask_reply="Motif du refus", reply_to=str(asked.id)))

    shown = claire.chat.last
    assert shown.force_reply is not None
    assert shown.force_reply["input_field_placeholder"] == "Motif du refus"
    assert shown.reply_to is asked


async def test_an_answer_is_sent_even_when_the_question_was_deleted(sender: ChatSender, claire: Person) -> None:
    asked = claire.says("bonjour")
    asked.deleted = True
    await sender.send(parcel(reply_to=str(asked.id)))

    assert claire.chat.texts == ["Bonjour"]


async def test_a_message_is_replaced_in_place(sender: ChatSender, claire: Person) -> None:
    first = await sender.send(parcel("Panier : 1 ligne", buttons=buttons("✅ Valider")))
    second = await sender.send(parcel("Panier : 2 lignes", edits=first))

    assert second == first
    assert [(shown.text, shown.buttons) for shown in claire.chat.messages] == [("Panier : 2 lignes", [])]


async def test_a_replacement_that_changes_nothing_counts_as_sent(sender: ChatSender, claire: Person) -> None:
    first = await sender.send(parcel("Panier"))

    assert await sender.send(parcel("Panier", edits=first)) == first


@pytest.mark.parametrize("fate", ["deleted", "never ours", "another channel's id"])
async def test_a_message_that_cannot_be_replaced_is_sent_anew(fate: str, sender: ChatSender, claire: Person) -> None:
    first = await sender.send(parcel("Panier"))
    claire.chat.last.deleted = fate == "deleted"
    edits = {"deleted": first, "never ours": str(claire.says("salut").id)}.get(fate, "<m@exemple.fr>")
    second = await sender.send(parcel("Panier validé", edits=edits))

    assert claire.chat.last.text == "Panier validé"
    assert second == str(claire.chat.last.id) != first


async def test_the_buttons_of_an_older_message_are_taken_away(sender: ChatSender, claire: Person) -> None:
    first = await sender.send(parcel("Panier", buttons=buttons("✅ Valider")))
    await sender.send(parcel("Demande envoyée", forget_buttons=first))

    assert [shown.buttons for shown in claire.chat.messages] == [[], []]


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param({}, id="déjà sans boutons"),
        pytest.param({"status": 500, "description": "Internal Server Error"}, id="panne"),
        pytest.param({"before": True}, id="connexion coupée"),
    ],
)
async def test_old_buttons_that_stay_are_no_reason_to_send_twice(
    trouble: dict[str, Any], sender: ChatSender, claire: Person, tg: TelegramServer
) -> None:
    first = await sender.send(parcel("Panier"))
    tg.faults.add("editMessageReplyMarkup", **trouble)
    await sender.send(parcel("Demande envoyée", forget_buttons=first))

    assert claire.chat.texts == ["Panier", "Demande envoyée"]


async def test_a_message_of_many_parts_is_sent_once_whatever_our_own_pace(sender: ChatSender, claire: Person) -> None:
    await sender.send(parcel("\n".join(str(part) * 4000 for part in range(6))))

    assert [shown[0] for shown in claire.chat.texts] == ["0", "1", "2", "3", "4", "5"]


async def test_a_toast_answers_the_press_in_plain_words(sender: ChatSender, claire: Person, tg: TelegramServer) -> None:
    card = await _card(sender, claire)
    press = claire.presses(card, "✅ Valider")
    sent = await sender.send(parcel("<b>Déjà</b> traité &amp; " + "x" * 300, toast=press.id, alert=True))

    assert sent == ""
    assert press.answer is not None
    assert press.answer.startswith("Déjà traité & xxx")
    assert (len(press.answer), press.alert) == (200, True)
    tg.assert_clean()


async def test_a_toast_that_comes_too_late_counts_as_sent(sender: ChatSender, claire: Person) -> None:
    press = claire.presses(await _card(sender, claire), "✅ Valider")
    press.too_old = True

    assert await sender.send(parcel("Fait", toast=press.id)) == ""


async def test_a_long_message_is_cut_at_line_ends_and_its_buttons_stand_below_the_last_part(
    sender: ChatSender, claire: Person, tg: TelegramServer
) -> None:
    lines = [f"ligne {number} : <b>Victor</b> le mardi &amp; le jeudi" for number in range(200)]
    sent = await sender.send(parcel("\n".join(lines), buttons=buttons("✅ Valider"), reply_to="1"))

    shown = claire.chat.messages
    assert "\n".join(part.text for part in shown) == "\n".join(
        f"ligne {number} : Victor le mardi & le jeudi" for number in range(200)
    )
    assert [part.buttons for part in shown] == [[], ["✅ Valider"]]
    assert sent == str(shown[-1].id)
    tg.assert_clean()


async def test_a_long_replacement_goes_on_in_a_new_message(sender: ChatSender, claire: Person) -> None:
    first = await sender.send(parcel("Panier"))
    await sender.send(parcel("a" * 4000 + "\n" + "b" * 4000, edits=first, buttons=buttons("✅ Valider")))

    assert [(part.text[0], part.buttons) for part in claire.chat.messages] == [("a", []), ("b", ["✅ Valider"])]


async def test_html_that_telegram_cannot_parse_is_sent_as_plain_text(sender: ChatSender, claire: Person) -> None:
    await sender.send(parcel("<b>3 < 4 &amp; <i>Victor</b>"))

    assert claire.chat.texts == ["3 < 4 & Victor"]


@pytest.mark.parametrize(
    ("trouble", "expected"),
    [
        pytest.param({"status": 403, "description": "Forbidden: bot was kicked"}, "permanent", id="exclu"),
        pytest.param({"status": 403, "description": "Forbidden: user is deactivated"}, "permanent", id="compte fermé"),
        pytest.param({"status": 400, "description": "Bad Request: chat not found"}, "permanent", id="chat inconnu"),
        pytest.param({"status": 401, "description": "Unauthorized"}, "suspend", id="jeton refusé"),
        pytest.param({"status": 404, "description": "Not Found"}, "suspend", id="adresse fausse"),
        pytest.param({"status": 502, "description": "Bad Gateway"}, "temporary", id="502"),
        pytest.param({"status": 500, "description": "Internal Server Error"}, "temporary", id="500"),
        pytest.param({"before": True}, "temporary", id="connexion coupée"),
        pytest.param({"after": True}, "temporary", id="réponse perdue"),
        pytest.param({"body": b"<html>"}, "temporary", id="page d'un mandataire"),
    ],
)
async def test_a_refusal_says_whether_to_try_again(
    trouble: dict[str, Any], expected: str, sender: ChatSender, claire: Person, tg: TelegramServer
) -> None:
    tg.faults.add("sendMessage", **trouble)
    with pytest.raises(SendFailed) as failed:
        await sender.send(parcel())

    kind = "permanent" if failed.value.permanent else "suspend" if failed.value.suspend else "temporary"
    assert kind == expected
    assert tg.token not in repr(failed.value)
    assert failed.value.__cause__ is None


async def test_a_family_that_blocked_the_bot_or_never_started_it_is_never_tried_again(
    sender: ChatSender, claire: Person, tg: TelegramServer
) -> None:
    claire.blocks_bot()
    tg.user("Paul", id=99)
    for address in ("7314", "99", "12345", "claire@exemple.fr"):
        with pytest.raises(SendFailed) as failed:
            await sender.send(parcel(address=address))
        assert failed.value.permanent


async def test_too_many_requests_waits_as_long_as_telegram_says(
    sender: ChatSender, claire: Person, tg: TelegramServer
) -> None:
    tg.faults.flood("sendMessage", retry_after=37)
    with pytest.raises(SendFailed) as failed:
        await sender.send(parcel())

    assert (failed.value.retry_after, failed.value.permanent) == (37.0, False)


async def test_a_group_that_became_a_supergroup_is_followed_at_once(sender: ChatSender, tg: TelegramServer) -> None:
    new = tg.group(-4001).becomes_supergroup(-1009999)
    await sender.send(parcel("Carte 1", address="-4001"))
    await sender.send(parcel("Carte 2", address="-4001"))

    assert new.texts == ["Carte 1", "Carte 2"]


async def test_telegram_being_down_is_no_fault_of_the_message(
    sender: ChatSender, claire: Person, tg: TelegramServer
) -> None:
    tg.refuse()
    with pytest.raises(SendFailed) as failed:
        await sender.send(parcel())
    tg.listen()
    await sender.send(parcel())

    assert (failed.value.permanent, failed.value.suspend) == (False, False)
    assert claire.chat.texts == ["Bonjour"]


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"buttons": ((Button("é", "é" * 33),),)}, id="66 octets"),
        pytest.param({"buttons": ((Button("rien", ""),),)}, id="sans donnée"),
        pytest.param({"buttons": buttons(*map(str, range(101)))}, id="101 boutons"),
    ],
)
async def test_buttons_that_telegram_would_refuse_are_not_sent(
    fields: dict[str, Any], sender: ChatSender, claire: Person, tg: TelegramServer
) -> None:
    with pytest.raises(SendFailed) as failed:
        await sender.send(parcel(**fields))

    assert failed.value.permanent
    assert tg.calls("sendMessage") == []


async def test_a_row_of_many_buttons_is_broken_into_rows_that_fit(sender: ChatSender, claire: Person) -> None:
    await sender.send(parcel(buttons=(tuple(Button(str(day), f"d:{day}") for day in range(20)),)))

    assert [len(row) for row in claire.chat.last.keyboard] == [8, 8, 4]


async def _card(sender: ChatSender, claire: Person) -> Message:
    await sender.send(parcel("Panier", buttons=buttons("✅ Valider")))
    return claire.chat.last
