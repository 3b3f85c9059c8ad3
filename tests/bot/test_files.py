"""Files in the chat: fetched before the message is handed over, sent to staff as files; what goes wrong with them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import pytest

from bot.sender import MAX_CAPTION, ChatSender
from domain.errors import SendFailed
from domain.model.attachments import HEIC, JPEG, OTHER, PDF
from domain.model.messages import Button, Kind
from domain.store.documents import File
from tests.bot.conftest import RecordingDoor, StartBot
from tests.bot.test_sender import parcel
from tests.telegram_server import Person, TelegramServer

A_PDF = b"%PDF-1.4 an insurance"


@pytest.fixture
def claire(tg: TelegramServer) -> Person:
    person = tg.user("Claire", id=7314)
    person.opens_chat()
    return person


@pytest.fixture
async def sender(tg: TelegramServer) -> AsyncIterator[ChatSender]:
    opened = ChatSender.open(tg.token, tg.url)
    yield opened
    await opened.close()


# -- coming in --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("thing", "name", "content", "kind"),
    [
        pytest.param("document", "assurance.pdf", A_PDF, PDF, id="pdf"),
        pytest.param("document", "scan", A_PDF, PDF, id="pdf sans extension"),
        pytest.param("photo", "", b"\xff\xd8\xff\xe0 a photo", JPEG, id="photo"),
        pytest.param("document", "assurance.pdf", b"MZ a program", OTHER, id="programme nommé pdf"),
    ],
)
async def test_a_file_comes_with_its_bytes_and_is_what_they_say(
    thing: str, name: str, content: bytes, kind: str, claire: Person, tg: TelegramServer, door: RecordingDoor,
    start_bot: StartBot,
) -> None:  # fmt: skip
    await start_bot()
    claire.sends(thing, name=name, caption="voici l'assurance", content=content)
    await tg.until(lambda: door.received)

    (incoming,) = door.received
    (file,) = incoming.attachments
    assert (incoming.kind, incoming.text) == (Kind.TEXT, "voici l'assurance")
    assert (file.kind, file.size, file.damaged) == (kind, len(content), False)
    assert file.content == (content if kind != OTHER else b"")
    assert file.name == (name or "photo")


async def test_a_name_with_folders_is_only_a_name(
    claire: Person, tg: TelegramServer, door: RecordingDoor, start_bot: StartBot
) -> None:
    await start_bot()
    claire.sends("document", name="../../etc/.passwd\u202e.pdf", content=A_PDF)
    await tg.until(lambda: door.received)

    assert door.received[0].attachments[0].name == "passwd.pdf"


@pytest.mark.parametrize(
    ("name", "size"), [("IMG_1.HEIC", 900), ("assurance.pdf", 11 * 2**20)], ids=["heic", "too large"]
)
async def test_what_cannot_be_kept_is_not_fetched(
    name: str, size: int, claire: Person, tg: TelegramServer, door: RecordingDoor, start_bot: StartBot
) -> None:
    await start_bot()
    claire.sends("document", name=name, content=b"%PDF-1.4".ljust(size))
    await tg.until(lambda: door.received)

    (file,) = door.received[0].attachments
    assert (file.kind, file.size, file.content) == (HEIC if "HEIC" in name else PDF, size, b"")
    assert tg.calls("getFile") == []


async def test_nothing_is_fetched_for_strangers(
    claire: Person, tg: TelegramServer, door: RecordingDoor, start_bot: StartBot
) -> None:
    door.room = 0
    await start_bot()
    claire.sends("document", name="assurance.pdf", content=A_PDF)
    await tg.until(lambda: door.received)

    assert door.received[0].attachments[0].content == b""
    assert tg.calls("getFile") == []


@pytest.mark.parametrize("method", ["getFile", "download"])
async def test_a_fetch_that_breaks_is_tried_again_and_the_message_handed_over_once(
    method: str, claire: Person, tg: TelegramServer, door: RecordingDoor, start_bot: StartBot
) -> None:
    tg.faults.add(method, times=1, before=True)
    await start_bot()
    claire.sends("document", name="assurance.pdf", content=A_PDF)
    await tg.until(lambda: door.received)

    (incoming,) = door.received
    assert incoming.attachments[0].content == A_PDF
    assert door.given_up == []


async def test_a_file_that_cannot_be_fetched_at_all_counts_as_damaged_and_its_words_are_heard(
    claire: Person, tg: TelegramServer, door: RecordingDoor, start_bot: StartBot
) -> None:
    tg.faults.add("download", times=9, status=500, description="Internal Server Error")
    await start_bot()
    claire.sends("document", name="assurance.pdf", caption="voici l'assurance", content=A_PDF)
    await tg.until(lambda: door.received)

    (incoming,) = door.received
    assert (incoming.text, incoming.attachments[0].damaged) == ("voici l'assurance", True)
    assert door.given_up == []


async def test_a_file_that_telegram_has_lost_counts_as_damaged_at_once(
    claire: Person, tg: TelegramServer, door: RecordingDoor, start_bot: StartBot
) -> None:
    await start_bot()
    tg.faults.add("getFile", status=400, description="Bad Request: wrong file_id or the file is unavailable")
    claire.sends("photo")
    await tg.until(lambda: door.received)

    assert door.received[0].attachments[0].damaged
    assert len(tg.calls("getFile")) == 0


# -- going out --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Sent:
    caption: str
    name: str
    content: bytes
    buttons: list[str]


def last(claire: Person) -> Sent:
    message = claire.chat.last
    file = message.file
    return Sent(message.caption, str(file or ""), file.content if file else b"", message.buttons)


FILE = File("assurance.pdf", "application/pdf", A_PDF)


async def test_a_file_is_sent_with_its_words_and_buttons(
    sender: ChatSender, claire: Person, tg: TelegramServer
) -> None:
    buttons = ((Button("✅ Valable", "da:1"),),)
    sent_id = await sender.send(replace(parcel("📎 <b>Assurance</b> &amp; co", buttons=buttons, file=1), file=FILE))

    assert sent_id == str(claire.chat.last.id)
    assert last(claire) == Sent("📎 Assurance & co", "assurance.pdf", A_PDF, ["✅ Valable"])
    tg.assert_clean()


async def test_one_that_is_deleted_by_now_leaves_its_words(sender: ChatSender, claire: Person) -> None:
    await sender.send(parcel("📎 Assurance", file=1))

    assert claire.chat.texts == ["📎 Assurance"]


async def test_words_too_long_for_a_caption_are_cut(sender: ChatSender, claire: Person) -> None:
    await sender.send(replace(parcel("mot " * 900, file=1), file=FILE))

    assert len(last(claire).caption) <= MAX_CAPTION
    assert last(claire).content == A_PDF


@pytest.mark.parametrize(
    ("status", "description"),
    [(400, "Bad Request: file must be non-empty"), (404, "Not Found"), (413, "Request Entity Too Large")],
)
async def test_where_files_are_not_taken_the_words_go_alone(
    status: int, description: str, sender: ChatSender, claire: Person, tg: TelegramServer
) -> None:
    tg.faults.add("sendDocument", status=status, description=description)
    await sender.send(replace(parcel("📎 Assurance", file=1), file=FILE))

    assert claire.chat.texts == ["📎 Assurance"]


@pytest.mark.parametrize("fault", ["flood", "lost"])
async def test_a_file_that_was_not_sent_is_put_off_like_other_messages(
    fault: str, sender: ChatSender, claire: Person, tg: TelegramServer
) -> None:
    if fault == "flood":
        tg.faults.flood("sendDocument", retry_after=7)
    else:
        tg.faults.add("sendDocument", status=500, description="Internal Server Error")

    with pytest.raises(SendFailed) as failure:
        await sender.send(replace(parcel("📎 Assurance", file=1), file=FILE))

    assert not failure.value.permanent
    assert claire.chat.messages == []


async def test_a_file_follows_a_group_that_moved(sender: ChatSender, tg: TelegramServer) -> None:
    group = tg.group(-4001).becomes_supergroup(-100777)
    await sender.send(replace(parcel("📎 Assurance", address="-4001", file=1), file=FILE))

    assert group.last.file is not None
    assert group.last.file.content == A_PDF
