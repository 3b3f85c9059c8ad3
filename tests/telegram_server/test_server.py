"""The stand-in is only worth something if it refuses what Telegram refuses."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.telegram_server import TelegramServer, spec
from tests.telegram_server.markup import Unparsable, parse

ROOT = Path(__file__).parents[2]


@pytest.fixture
def tg() -> Iterator[TelegramServer]:
    with TelegramServer() as server:
        yield server


def ask(url: str, body: dict[str, Any] | None = None) -> Any:
    """Send JSON, or GET; return the JSON that comes back, whatever the status."""
    data = None if body is None else json.dumps(body).encode()
    try:
        with urlopen(Request(url, data, {"Content-Type": "application/json"}), timeout=5) as answer:
            return json.load(answer)
    except HTTPError as error:
        with error:
            return json.load(error)


def call(tg: TelegramServer, method: str, **params: Any) -> Any:
    return ask(f"{tg.url}/bot{tg.token}/{method}", params)


@pytest.mark.parametrize(
    ("method", "params", "complaint"),
    [
        pytest.param("sendMesage", {}, "no method", id="méthode inconnue"),
        pytest.param("sendMessage", {"chat_id": 1}, "text is missing", id="champ manquant"),
        pytest.param("sendMessage", {"chat_id": 1, "text": "a", "colour": "red"}, "unknown field", id="champ inconnu"),
        pytest.param("sendMessage", {"chat_id": [1], "text": "a"}, "chat_id is no", id="mauvais type"),
        pytest.param(
            "sendMessage", {"chat_id": 1, "text": "a", "reply_markup": {"inline_keyboard": [[{"txt": "x"}]]}},
            "reply_markup", id="champ imbriqué",
        ),
        pytest.param("setMyCommands", {"commands": [{"command": "aide"}]}, "lacks description", id="dans un tableau"),
    ],
)  # fmt: skip
def test_a_call_outside_the_bot_api_is_refused_and_remembered(
    method: str, params: dict[str, Any], complaint: str, tg: TelegramServer
) -> None:
    assert call(tg, method, **params)["ok"] is False
    assert complaint in tg.violations[0]


@pytest.mark.parametrize(
    ("params", "answer"),
    [
        pytest.param({"text": "   "}, "message text is empty", id="vide"),
        pytest.param({"text": "a" * 4097}, "message is too long", id="4097 signes"),
        pytest.param({"text": "<b>a", "parse_mode": "HTML"}, "can't parse entities", id="balise ouverte"),
        pytest.param(
            {"text": "a", "reply_markup": {"inline_keyboard": [[{"text": "é", "callback_data": "é" * 33}]]}},
            "BUTTON_DATA_INVALID", id="66 octets",
        ),
        pytest.param({"text": "a", "reply_parameters": {"message_id": 99}}, "replied not found", id="réponse à rien"),
        pytest.param({"text": "a", "chat_id": 2}, "can't initiate conversation", id="jamais démarré"),
        pytest.param({"text": "a", "chat_id": 3}, "chat not found", id="chat inconnu"),
    ],
)  # fmt: skip
def test_a_message_that_telegram_would_refuse_is_refused(
    params: dict[str, Any], answer: str, tg: TelegramServer
) -> None:
    tg.user("Claire", id=1).opens_chat()
    tg.user("Paul", id=2)
    assert answer in call(tg, "sendMessage", **{"chat_id": 1, **params})["description"]
    assert tg.violations == []


def test_4096_emoji_behind_tags_are_not_too_long(tg: TelegramServer) -> None:
    tg.user("Claire", id=1).opens_chat()
    assert call(tg, "sendMessage", chat_id=1, text="<b>" + "😀" * 4096 + "</b>", parse_mode="HTML")["ok"]


def test_a_button_is_answered_once_and_the_label_must_be_there(tg: TelegramServer) -> None:
    claire = tg.user("Claire", id=1)
    claire.opens_chat()
    keyboard = {"inline_keyboard": [[{"text": "✅ Valider", "callback_data": "ok"}]]}
    call(tg, "sendMessage", chat_id=1, text="Panier", reply_markup=keyboard)
    press = claire.presses(claire.chat.last, "✅ Valider")
    with pytest.raises(AssertionError, match="Vider"):
        claire.presses(claire.chat.last, "🗑 Vider")

    assert tg.unanswered_presses() == [press]
    assert call(tg, "answerCallbackQuery", callback_query_id=press.id, text="Fait")["ok"]
    assert "too old" in call(tg, "answerCallbackQuery", callback_query_id=press.id)["description"]
    tg.assert_clean()


def test_an_edit_must_change_something_and_be_of_an_own_message_without_reply_keyboard(tg: TelegramServer) -> None:
    claire = tg.user("Claire", id=1)
    said = claire.says("bonjour")
    sent = call(tg, "sendMessage", chat_id=1, text="Panier")["result"]["message_id"]
    asked = call(tg, "sendMessage", chat_id=1, text="Motif ?", reply_markup={"force_reply": True})["result"]

    def edit(message_id: int, text: str) -> str:
        answer: str = call(tg, "editMessageText", chat_id=1, message_id=message_id, text=text).get("description", "ok")
        return answer

    assert "is not modified" in edit(sent, "Panier ")
    assert edit(sent, "Panier vide") == "ok"
    assert "can't be edited" in edit(said.id, "autre")
    assert "can't be edited" in edit(asked["message_id"], "autre")
    assert "not found" in edit(999, "autre")


def test_updates_are_given_again_until_they_are_confirmed(tg: TelegramServer) -> None:
    tg.user("Claire", id=1).says("un")
    tg.user("Claire", id=1).says("deux")
    first, second = call(tg, "getUpdates")["result"]

    assert call(tg, "getUpdates")["result"] == [first, second]
    assert call(tg, "getUpdates", offset=second["update_id"])["result"] == [second]
    assert call(tg, "getUpdates", offset=second["update_id"] + 1)["result"] == []


def test_kinds_of_updates_that_were_not_asked_for_do_not_come(tg: TelegramServer) -> None:
    call(tg, "getUpdates", allowed_updates=["callback_query"])
    tg.user("Claire", id=1).says("bonjour")

    assert tg.unconfirmed == []


def test_a_webhook_and_a_poller_exclude_each_other(tg: TelegramServer) -> None:
    call(tg, "setWebhook", url="http://127.0.0.1:9/")
    assert call(tg, "getUpdates")["error_code"] == 409
    call(tg, "deleteWebhook")
    assert call(tg, "getUpdates")["ok"]


def test_in_a_group_the_bot_sees_only_commands_and_replies_to_it(tg: TelegramServer) -> None:
    claire, group = tg.user("Claire", id=1), tg.group(-40)
    sent = call(tg, "sendMessage", chat_id=-40, text="Carte")["result"]["message_id"]
    card = group.last
    assert card.id == sent
    claire.says("bonjour à tous", to=group)
    claire.says("/aide", to=group)
    claire.says("complet", to=group, reply_to=card)

    assert [update["message"]["text"] for update in call(tg, "getUpdates")["result"]] == ["/aide", "complet"]


@pytest.mark.parametrize("source", ["<b>a</i>", "<b>a", "a</b>", "3 < 4", "<h1>a</h1>", "<b"])
def test_broken_html_is_not_parsed(source: str) -> None:
    with pytest.raises(Unparsable):
        parse(source)


def test_html_is_text_and_entities_in_utf_16_units() -> None:
    text, entities = parse('😀 <b>Léa &amp; <i>Victor</i></b> <a href="https://x.fr">ici</a> &eacute;')

    assert text == "😀 Léa & Victor ici &eacute;"
    assert entities == [
        {"type": "bold", "offset": 3, "length": 12},
        {"type": "italic", "offset": 9, "length": 6},
        {"type": "text_link", "offset": 16, "length": 3, "url": "https://x.fr"},
    ]


def test_what_it_sends_is_itself_within_the_bot_api(tg: TelegramServer) -> None:
    claire = tg.user("Claire", id=1)
    for thing in ("photo", "voice", "document", "sticker", "contact"):
        claire.sends(thing, caption="légende", name="certificat.pdf")
    tg.group(-40, member=False).add_bot(by=claire)
    tg.group(-40).becomes_supergroup(-10040)

    assert len(tg.unconfirmed) == 8
    assert tg.violations == []
    assert spec.api()["version"].startswith("Bot API")


def test_as_a_process_of_its_own_it_is_driven_over_http() -> None:
    command = [sys.executable, "-m", "tests.telegram_server", "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url, token = process.stdout.readline().split()
        said = ask(
            f"{url}/_control/say", {"user": 1, "name": "Claire", "text": "bonjour", "at": "2025-02-27T18:00+01:00"}
        )
        keyboard = {"inline_keyboard": [[{"text": "✅ Valider", "callback_data": "ok"}]]}
        sent = ask(f"{url}/bot{token}/sendMessage", {"chat_id": 1, "text": "Panier", "reply_markup": keyboard})[
            "result"
        ]
        press = ask(f"{url}/_control/press", {"user": 1, "message": sent["message_id"], "label": "✅ Valider"})
        wrong = ask(f"{url}/_control/press", {"user": 1, "message": sent["message_id"], "label": "autre"})
        shown = ask(f"{url}/_control/messages?chat=1")
        state = ask(f"{url}/_control/state")
        updates = ask(f"{url}/bot{token}/getUpdates", {})["result"]
        process.send_signal(signal.SIGTERM)

    assert process.returncode == 0
    assert [updates[0]["message"][key] for key in ("message_id", "date")] == [said["message_id"], 1740675600]
    assert updates[1]["callback_query"]["id"] == press["press"]
    assert "no button" in wrong["error"]
    assert shown == [{"id": sent["message_id"], "text": "Panier", "buttons": ["✅ Valider"], "edits": 0}]
    assert (state["violations"], len(state["unconfirmed"])) == ([], 2)
