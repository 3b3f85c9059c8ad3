"""The Bot API's methods, as far as the bot uses them, with Telegram's own refusals."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from tests.telegram_server import markup
from tests.telegram_server.world import Chat, Json, Message, Upload, World

_LIMIT: Final = 4096
_CAPTION_LIMIT: Final = 1024
_MOST_FETCHED: Final = 20 * 2**20
_NOT_MODIFIED: Final = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
_COMMAND: Final = re.compile(r"[a-z0-9_]{1,32}")


class ApiError(Exception):
    """The server's refusal: a code, a sentence, and parameters."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad(description: str) -> ApiError:
    return ApiError(400, f"Bad Request: {description}")


def perform(world: World, method: str, params: Json) -> Any:
    """Do `method`. Raises ApiError; LookupError when this server does not know it (yet)."""
    return _METHODS[method](world, params)


def _get_me(world: World, _params: Json) -> Json:
    return world.me


def _send_message(world: World, params: Json) -> Json:
    text, entities = _text(params)
    silent = {key: params[key] for key in ("parse_mode", "link_preview_options") if key in params}
    return _send(world, params, text=text, entities=entities, silent=silent)


def _send(world: World, params: Json, **content: Any) -> Json:
    chat = _chat(world, params["chat_id"])
    keyboard, force_reply = _reply_markup(params)
    reply_to = _answered(world, chat, params)
    message = world.add_message(
        chat, world.sender(), keyboard=keyboard, force_reply=force_reply, reply_to=reply_to, **content
    )
    return message.as_json()


def _send_document(world: World, params: Json) -> Json:
    file = params["document"]
    if not isinstance(file, Upload) or not file.content:
        raise bad("file must be non-empty")
    caption, entities = _text({**params, "text": params.get("caption", "")}) if params.get("caption") else ("", [])
    if len(caption) > _CAPTION_LIMIT:
        raise bad("message caption is too long")
    shown = {"file_id": f"sent:{file}", "file_unique_id": f"u:{file}", "file_name": str(file)}
    extra = {"document": {**shown, "file_size": len(file.content)}}
    return _send(world, params, caption=caption, entities=entities, file=file, extra=extra)


def _get_file(world: World, params: Json) -> Json:
    content = world.files.get(params["file_id"])
    if content is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    if len(content) > _MOST_FETCHED:
        raise bad("file is too big")
    name = params["file_id"]
    return {"file_id": name, "file_unique_id": f"u{name}", "file_size": len(content), "file_path": f"documents/{name}"}


def _edit_message_text(world: World, params: Json) -> Json:
    message = _own_message(world, params)
    text, entities = _text(params)
    keyboard, _ = _reply_markup(params, inline_only=True)
    if (text, entities, keyboard) == (message.text, message.entities, message.keyboard):
        raise bad(_NOT_MODIFIED)
    message.text, message.entities, message.keyboard = text, entities, keyboard
    return _edited(world, message)


def _edit_message_reply_markup(world: World, params: Json) -> Json:
    message = _own_message(world, params)
    keyboard, _ = _reply_markup(params, inline_only=True)
    if keyboard == message.keyboard:
        raise bad(_NOT_MODIFIED)
    message.keyboard = keyboard
    return _edited(world, message)


def _answer_callback_query(world: World, params: Json) -> bool:
    press = world.presses.get(params["callback_query_id"])
    if press is None or press.too_old or press.answer is not None:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    if len(params.get("text", "")) > 200:
        raise bad("MESSAGE_TOO_LONG")
    press.answer, press.alert = params.get("text", ""), params.get("show_alert", False)
    world.changed.notify_all()
    return True


def _delete_message(world: World, params: Json) -> bool:
    message = world.find(_chat(world, params["chat_id"]), params["message_id"])
    if message is None:
        raise bad("message to delete not found")
    message.deleted = True
    world.changed.notify_all()
    return True


def _set_my_commands(world: World, params: Json) -> bool:
    for command in params["commands"]:
        if not _COMMAND.fullmatch(command["command"]) or not 1 <= len(command["description"]) <= 256:
            raise bad("BOT_COMMAND_INVALID")
    world.commands[_scope(params)] = params["commands"]
    return True


def _get_my_commands(world: World, params: Json) -> list[Json]:
    return world.commands.get(_scope(params), [])


def _leave_chat(world: World, params: Json) -> bool:
    chat = _chat(world, params["chat_id"])
    chat.open_to_bot, chat.blocked = False, "bot is not a member of the group chat"
    world.changed.notify_all()
    return True


def _set_webhook(world: World, params: Json) -> bool:
    world.webhook = params
    world.allowed = params.get("allowed_updates", world.allowed)
    world.on_update()
    return True


def _delete_webhook(world: World, params: Json) -> bool:
    world.webhook = {}
    if params.get("drop_pending_updates"):
        world.updates.clear()
    return True


def _get_webhook_info(world: World, _params: Json) -> Json:
    return {
        "url": world.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }


def _send_chat_action(world: World, params: Json) -> bool:
    _chat(world, params["chat_id"])
    return True


_METHODS: Final[dict[str, Callable[[World, Json], Any]]] = {
    "getMe": _get_me,
    "sendMessage": _send_message,
    "sendDocument": _send_document,
    "getFile": _get_file,
    "editMessageText": _edit_message_text,
    "editMessageReplyMarkup": _edit_message_reply_markup,
    "answerCallbackQuery": _answer_callback_query,
    "deleteMessage": _delete_message,
    "setMyCommands": _set_my_commands,
    "getMyCommands": _get_my_commands,
    "leaveChat": _leave_chat,
    "setWebhook": _set_webhook,
    "deleteWebhook": _delete_webhook,
    "getWebhookInfo": _get_webhook_info,
    "sendChatAction": _send_chat_action,
}


def _chat(world: World, chat_id: int) -> Chat:
    """Return a chat in which the bot may act, or raise what Telegram answers."""
    chat = world.chats.get(chat_id)
    if chat is None:
        raise bad("chat not found")
    if chat.migrated_to:
        raise ApiError(
            400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to
        )
    if chat.blocked:
        raise ApiError(403, f"Forbidden: {chat.blocked}")
    if not chat.open_to_bot:
        raise ApiError(
            403,
            "Forbidden: bot can't initiate conversation with a user"
            if chat_id > 0
            else "Forbidden: bot is not a member of the group chat",
        )
    return chat


def _own_message(world: World, params: Json) -> Message:
    """Return the bot's message that is to be edited."""
    message = world.find(_chat(world, params["chat_id"]), params["message_id"])
    if message is None:
        raise bad("message to edit not found")
    if not message.from_bot or message.force_reply is not None:
        raise bad("message can't be edited")
    return message


def _edited(world: World, message: Message) -> Json:
    message.edits += 1
    message.edit_date = world.seconds()
    world.changed.notify_all()
    return message.as_json()


def _text(params: Json) -> tuple[str, list[Json]]:
    """Return the text that will be shown and its entities."""
    if params.get("parse_mode", "").upper() == "HTML":
        try:
            text, entities = markup.parse(params["text"])
        except markup.Unparsable as error:
            raise bad(f"can't parse entities: {error}") from None
    else:
        text, entities = params["text"], params.get("entities", [])
    lead = markup.units(text) - markup.units(text.lstrip())
    text = text.strip()
    if not text:
        raise bad("message text is empty")
    if len(text) > _LIMIT:
        raise bad("message is too long")
    return text, [{**entity, "offset": max(entity["offset"] - lead, 0)} for entity in entities]


def _reply_markup(params: Json, *, inline_only: bool = False) -> tuple[list[list[Json]], Json | None]:
    """Return the inline keyboard, and what is no inline keyboard (such messages can never be edited)."""
    reply_markup = params.get("reply_markup") or {}
    if reply_markup and "inline_keyboard" not in reply_markup:
        if inline_only:
            raise bad("inline keyboard expected")
        return [], reply_markup
    keyboard: list[list[Json]] = reply_markup.get("inline_keyboard", [])
    buttons = [button for row in keyboard for button in row]
    if len(buttons) > 100:
        raise bad("reply markup is too long")
    for button in buttons:
        if not button["text"].strip():
            raise bad("text buttons are unallowed in the inline keyboard")
        if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
            raise bad("BUTTON_DATA_INVALID")
    return [row for row in keyboard if row], None


def _answered(world: World, chat: Chat, params: Json) -> Message | None:
    reply = params.get("reply_parameters")
    if reply is None:
        return None
    message = world.find(chat, reply["message_id"])
    if message is None and not reply.get("allow_sending_without_reply"):
        raise bad("message to be replied not found")
    return message


def _scope(params: Json) -> str:
    return f"{params.get('scope', {}).get('type', 'default')}:{params.get('language_code', '')}"
