"""A small HTTP control, for the server that runs as a process of its own: JSON in, JSON out.

POST /_control/user     {"id", "name"}
POST /_control/group    {"id", "title"}
POST /_control/say      {"user", "text", "at"?: ISO, "group"?, "reply_to"?: message id}     -> {"message_id"}
POST /_control/edit     {"user", "message", "text", "at"?}
POST /_control/press    {"user", "message", "label" or "data", "group"?}                    -> {"press"}
POST /_control/fault    {"method", "times"?, and what `Fault` takes} | {"down": bool} | {"bad_token": bool}
                        | {"clear": true}
GET  /_control/messages ?chat=ID      the bot's messages as they stand now
GET  /_control/presses                each press and its answer
GET  /_control/state                  violations, unconfirmed updates, number of calls by method
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.telegram_server.world import Chat, Message

if TYPE_CHECKING:
    from tests.telegram_server.people import Group, Person
    from tests.telegram_server.server import TelegramServer

Json = dict[str, Any]


class Control:
    """What each address does; a mistake of the caller answers 400 with its name."""

    def __init__(self, server: TelegramServer) -> None:
        self._server = server

    def user(self, order: Json) -> Json:
        return {"id": self._server.user(order.get("name", "Quelqu'un"), order["id"]).id}

    def group(self, order: Json) -> Json:
        return {"id": self._server.group(order["id"], order.get("title", "Équipe")).id}

    def say(self, order: Json) -> Json:
        group = self._group(order)
        reply_to = self._message(order, "reply_to") if "reply_to" in order else None
        message = self._person(order).says(order["text"], at=_instant(order), to=group, reply_to=reply_to)
        return {"message_id": message.id}

    def edit(self, order: Json) -> Json:
        self._person(order).edits(self._message(order, "message"), order["text"], at=_instant(order))
        return {}

    def press(self, order: Json) -> Json:
        person, message = self._person(order), self._message(order, "message")
        data = order.get("data") or message.data(order["label"])
        return {"press": person.send_callback(data, message).id}

    def fault(self, order: Json) -> Json:
        faults = self._server.faults
        if order.get("clear"):
            faults.clear()
        faults.down = order.pop("down", faults.down)
        faults.bad_token = order.pop("bad_token", faults.bad_token)
        if "method" in order:
            faults.add(**order)
        return {}

    def messages(self, order: Json) -> list[Json]:
        chat = self._server.world.chat(int(order["chat"]))
        return [
            {"id": one.id, "text": one.text, "buttons": one.buttons, "edits": one.edits}
            for one in chat.messages
            if one.from_bot and not one.deleted
        ]

    def presses(self, _order: Json) -> list[Json]:
        return [
            {"id": press.id, "data": press.data, "answer": press.answer, "alert": press.alert}
            for press in self._server.world.presses.values()
        ]

    def state(self, _order: Json) -> Json:
        world = self._server.world
        return {
            "violations": world.violations,
            "unconfirmed": self._server.unconfirmed,
            "calls": Counter(method for method, _ in world.calls),
        }

    def _person(self, order: Json) -> Person:
        return self._server.user(order.get("name", "Quelqu'un"), order["user"])

    def _group(self, order: Json) -> Group | None:
        return self._server.group(order["group"]) if "group" in order else None

    def _message(self, order: Json, name: str) -> Message:
        chat: Chat = self._server.world.chat(order["group"] if "group" in order else order["user"])
        return next(message for message in chat.messages if message.id == order[name])


def control_routes(server: TelegramServer) -> list[web.RouteDef]:
    """Return the addresses of the control."""
    control = Control(server)
    posts = (control.user, control.group, control.say, control.edit, control.press, control.fault)
    gets = (control.messages, control.presses, control.state)
    return [
        *(web.post(f"/_control/{deed.__name__}", _handler(server, deed)) for deed in posts),
        *(web.get(f"/_control/{deed.__name__}", _handler(server, deed)) for deed in gets),
    ]


def _handler(server: TelegramServer, deed: Callable[[Json], Any]) -> Any:
    async def handle(request: web.Request) -> web.Response:
        order = await request.json() if request.method == "POST" else dict(request.query)
        try:
            with server.world.changed:
                return web.json_response(deed(order))
        except (AssertionError, LookupError, StopIteration, TypeError, ValueError) as error:
            return web.json_response({"error": repr(error)}, status=400)

    return handle


def _instant(order: Json) -> datetime | None:
    return datetime.fromisoformat(order["at"]) if order.get("at") else None
