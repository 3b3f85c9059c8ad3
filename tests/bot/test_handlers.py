"""What a person does in Telegram, and what the desk is told of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from domain.model.messages import Channel, Incoming, Kind
from tests.bot.conftest import NOW, STAFF_CHAT, RecordingDoor, StartBot, rows
from tests.telegram_server import Person, TelegramServer

SAID_AT = datetime(2025, 2, 27, 16, 59, 30, tzinfo=UTC)


@pytest.fixture
def claire(tg: TelegramServer) -> Person:
    return tg.user("Claire", id=7314)


async def test_a_sentence_reaches_the_desk_with_everything_it_needs(
    tg: TelegramServer, claire: Person, door: RecordingDoor, start_bot: StartBot
) -> None:
    await start_bot()
    said = claire.says("inscrire Victor midi mardi", at=SAID_AT)
    await tg.until(lambda: door.received)

    assert door.received == [
        Incoming(
            channel=Channel.CHAT,
            kind=Kind.TEXT,
            key="tg:901000001",
            sender="7314",
            received_at=SAID_AT,
            text="inscrire Victor midi mardi",
            chat="7314",
            message=str(said.id),
        )
    ]


async def test_a_corrected_sentence_is_an_edit_of_the_same_message_at_the_time_of_the_correction(
    tg: TelegramServer, claire: Person, door: RecordingDoor, start_bot: StartBot
) -> None:
    await start_bot()
    said = claire.says("inscrire Victor midi mrdi", at=SAID_AT)
    claire.edits(said, "inscrire Victor midi mardi", at=SAID_AT + timedelta(seconds=20))
    await tg.until(lambda: len(door.received) == 2)

    edit = door.received[1]
    assert (edit.kind, edit.text, edit.message) == (Kind.EDIT, "inscrire Victor midi mardi", str(said.id))
    assert edit.received_at == SAID_AT + timedelta(seconds=20)


async def test_a_place_that_moves_on_the_map_is_no_correction(
    tg: TelegramServer, claire: Person, door: RecordingDoor, start_bot: StartBot
) -> None:
    shared = tg.world.add_message(
        tg.world.chat(7314), claire.as_json(), extra={"location": {"latitude": 49.4, "longitude": 6.1}}, edit_date=2
    )
    await start_bot()
    tg.world.add_update("edited_message", shared.as_json())
    await tg.until(lambda: any(row.outcome == "ignored" for row in rows(door.sessions)))

    assert door.received == []


async def test_a_press_counts_from_when_it_arrived(
    tg: TelegramServer, claire: Person, door: RecordingDoor, start_bot: StartBot
) -> None:
    card = tg.world.add_message(tg.world.chat(7314), tg.world.sender(), text="Panier", date=1)
    await start_bot()
    press = claire.send_callback("cart:ok:12", card)
    await tg.until(lambda: door.received)

    assert door.received == [
        Incoming(
            channel=Channel.CHAT,
            kind=Kind.PRESS,
            key="tg:901000001",
            sender="7314",
            received_at=NOW,
            chat="7314",
            message=str(card.id),
            data="cart:ok:12",
            press=press.id,
        )
    ]


async def test_a_press_below_a_message_that_was_deleted_still_reaches_the_desk(
    tg: TelegramServer, claire: Person, door: RecordingDoor, start_bot: StartBot
) -> None:
    card = tg.world.add_message(tg.world.chat(7314), tg.world.sender(), text="Panier", date=1)
    card.deleted = True
    await start_bot()
    claire.send_callback("cart:ok:12", card)
    await tg.until(lambda: door.received)

    assert (door.received[0].kind, door.received[0].message) == (Kind.PRESS, str(card.id))


@pytest.mark.parametrize(
    ("said", "kind", "text", "data"),
    [
        pytest.param("/start abc-DEF_123", Kind.START, "", "abc-DEF_123", id="lien d'invitation"),
        pytest.param("/start", Kind.START, "", "", id="sans code"),
        pytest.param("/aide", Kind.TEXT, "/aide", "", id="aide"),
        pytest.param("/Panier@Preau_Test_Bot", Kind.TEXT, "/panier", "", id="adressée à nous"),
        pytest.param("/annuler midi mardi", Kind.TEXT, "/annuler midi mardi", "", id="avec des mots"),
        pytest.param("/inconnue", Kind.TEXT, "/inconnue", "", id="commande inconnue"),
    ],
)
async def test_a_command_is_a_word_for_the_desk_and_start_carries_its_code(
    said: str,
    kind: Kind,
    text: str,
    data: str,
    tg: TelegramServer,
    claire: Person,
    door: RecordingDoor,
    start_bot: StartBot,
) -> None:
    await start_bot()
    claire.says(said)
    await tg.until(lambda: door.received)

    assert [(one.kind, one.text, one.data) for one in door.received] == [(kind, text, data)]


@pytest.mark.parametrize(
    ("thing", "name", "caption", "kind", "attachments"),
    [
        pytest.param("photo", "", "", Kind.OTHER, ("photo",), id="photo"),
        pytest.param("photo", "", "Victor est malade", Kind.TEXT, ("photo",), id="photo légendée"),
        pytest.param("document", "certificat.pdf", "", Kind.OTHER, ("certificat.pdf",), id="document"),
        pytest.param("document", "", "", Kind.OTHER, ("document",), id="document sans nom"),
        pytest.param("voice", "", "", Kind.OTHER, (), id="message vocal"),
        pytest.param("sticker", "", "", Kind.OTHER, (), id="autocollant"),
    ],
)
async def test_what_is_no_sentence_is_named_and_a_caption_is_read(
    thing: str,
    name: str,
    caption: str,
    kind: Kind,
    attachments: tuple[str, ...],
    tg: TelegramServer,
    claire: Person,
    door: RecordingDoor,
    start_bot: StartBot,
) -> None:
    await start_bot()
    claire.sends(thing, name=name, caption=caption)
    await tg.until(lambda: door.received)

    assert [(one.kind, one.text, tuple(file.name for file in one.attachments)) for one in door.received] == [
        (kind, caption, attachments)
    ]


async def test_a_reply_names_the_message_it_answers(
    tg: TelegramServer, claire: Person, door: RecordingDoor, start_bot: StartBot
) -> None:
    question = tg.world.add_message(tg.world.chat(7314), tg.world.sender(), text="Quel enfant ?", date=1)
    await start_bot()
    claire.says("Victor", reply_to=question)
    await tg.until(lambda: door.received)

    assert door.received[0].reply_to == (str(question.id),)


async def test_in_the_staff_group_only_commands_and_replies_to_the_bot_are_heard(
    tg: TelegramServer, door: RecordingDoor, start_bot: StartBot
) -> None:
    anna, paul = tg.user("Anna", id=81), tg.user("Paul", id=82)
    office = tg.group(STAFF_CHAT)
    card = tg.world.add_message(tg.world.chat(STAFF_CHAT), tg.world.sender(), text="Motif du refus ?", date=1)
    await start_bot()
    remark = paul.says("bonjour", to=office)
    anna.says("complet ce jour-là", to=office, reply_to=card)
    tg.world.add_update("message", anna.says("oui Paul", to=office, reply_to=remark).as_json())
    anna.says("/planning", to=office)
    anna.says("/planning@un_autre_bot", to=office)
    paul.send_callback("a:1", card)
    await tg.until(lambda: len(rows(door.sessions)) == 5 and all(row.state == "done" for row in rows(door.sessions)))

    assert {(one.kind, one.text, one.sender, one.chat, one.private) for one in door.received} == {
        (Kind.TEXT, "complet ce jour-là", "81", str(STAFF_CHAT), False),
        (Kind.TEXT, "/planning", "81", str(STAFF_CHAT), False),
        (Kind.PRESS, "", "82", str(STAFF_CHAT), False),
    }


@pytest.mark.parametrize(
    "author",
    [
        pytest.param({"id": 1087968824, "is_bot": True, "first_name": "Group"}, id="administrateur anonyme"),
        pytest.param({"id": 99, "is_bot": True, "first_name": "Un autre bot"}, id="un autre bot"),
        pytest.param(None, id="personne"),
    ],
)
async def test_nobody_in_particular_is_not_listened_to(
    author: dict[str, object] | None, tg: TelegramServer, door: RecordingDoor, start_bot: StartBot
) -> None:
    group = tg.world.chat(STAFF_CHAT)
    card = tg.world.add_message(group, tg.world.sender(), text="Motif ?", date=1)
    extra = {} if author is None else {"sender_chat": group.as_json()}
    reply = tg.world.add_message(group, author, text="non", reply_to=card, extra=extra)
    await start_bot()
    tg.world.add_update("message", reply.as_json())
    await tg.until(lambda: any(row.outcome == "ignored" for row in rows(door.sessions)))

    assert door.received == []


async def test_the_bot_leaves_a_group_that_is_not_the_office(
    tg: TelegramServer, claire: Person, door: RecordingDoor, start_bot: StartBot
) -> None:
    await start_bot()
    tg.group(-9009, "Parents d'élèves", member=False).add_bot(by=claire)
    await tg.until(lambda: tg.calls("leaveChat"))

    assert tg.calls("leaveChat") == [{"chat_id": -9009}]
    assert door.received == []


async def test_it_leaves_also_when_it_missed_being_added_and_hands_nothing_over_from_there(
    tg: TelegramServer, claire: Person, door: RecordingDoor, start_bot: StartBot
) -> None:
    await start_bot()
    claire.says("/aide", to=tg.group(-9009, "Parents d'élèves"))
    await tg.until(lambda: tg.calls("leaveChat"))

    assert door.received == []


async def test_it_stays_in_the_office_and_being_thrown_out_elsewhere_is_no_reason_to_leave(
    tg: TelegramServer, claire: Person, door: RecordingDoor, start_bot: StartBot
) -> None:
    await start_bot()
    tg.group(STAFF_CHAT, member=False).add_bot(by=claire)
    tg.group(-9009, "Parents d'élèves").remove_bot(by=claire)
    await tg.until(lambda: [row.outcome for row in rows(door.sessions)] == ["ignored", "ignored"])

    assert tg.calls("leaveChat") == []


async def test_the_office_stays_the_office_when_its_group_becomes_a_supergroup(
    tg: TelegramServer, claire: Person, door: RecordingDoor, start_bot: StartBot
) -> None:
    await start_bot()
    moved = tg.group(STAFF_CHAT).becomes_supergroup(-1009999)
    await tg.until(lambda: [row.outcome for row in rows(door.sessions)] == ["ignored", "ignored"])
    claire.says("/aide", to=moved)
    await tg.until(lambda: door.received)

    assert door.received[0].chat == str(STAFF_CHAT)
    assert tg.calls("leaveChat") == []
