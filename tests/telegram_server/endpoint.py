"""One HTTP request -> one call: read, checked, perhaps disturbed, performed. Also long polls and webhook posts."""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import Any, Final

import aiohttp
from aiohttp import web

from tests.telegram_server import methods, spec
from tests.telegram_server.faults import Fault, Faults
from tests.telegram_server.methods import ApiError
from tests.telegram_server.world import Json, Upload, World

_WEBHOOK_RETRY: Final = 0.2
_SECRET: Final = "X-Telegram-Bot-Api-Secret-Token"


class Endpoint:
    """Answers calls for one bot."""

    def __init__(self, world: World, faults: Faults, token: str) -> None:
        self._world = world
        self._faults = faults
        self._token = token
        self._poll = 0
        self._fresh = asyncio.Event()
        self._poster: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to post to a webhook, if one is set."""
        loop = asyncio.get_running_loop()

        def wake() -> None:
            loop.call_soon_threadsafe(self._fresh.set)

        self._world.on_update = wake
        self._poster = asyncio.create_task(self._post_updates())

    async def stop(self) -> None:
        """End long polls and posts."""
        self._poll += 1
        self._fresh.set()
        if self._poster is not None:
            self._poster.cancel()
            await asyncio.gather(self._poster, return_exceptions=True)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer a call as Telegram does, or fail as a test asked for."""
        method = request.match_info["method"]
        sent = await _sent(request)
        fault = self._faults.take(method)
        if fault is not None:
            early = await self._disturb(fault, request)
            if early is not None:
                return early
        try:
            result = await self._perform(request.match_info["token"], method, sent)
        except ApiError as error:
            return _refusal(error)
        if fault is not None and fault.after:
            return _cut(request)
        return web.json_response({"ok": True, "result": result})

    async def download(self, request: web.Request) -> web.StreamResponse:
        """Give out a file that somebody sent, or fail as a test asked for."""
        fault = self._faults.take("download")
        early = await self._disturb(fault, request) if fault is not None else None
        if early is not None:
            return early
        content = self._world.files.get(request.match_info["file"])
        if request.match_info["token"] != self._token or content is None:
            return web.Response(status=404)
        return web.Response(body=content)

    async def _perform(self, token: str, method: str, sent: Json) -> Any:
        if token != self._token:
            raise ApiError(401, "Unauthorized")
        if method not in spec.api()["methods"]:
            self._world.violations.append(f"there is no method {method}")
            raise ApiError(404, "Not Found")
        params, wrong = spec.read(method, sent)
        with self._world.changed:
            if wrong:
                self._world.violations += wrong
                raise ApiError(400, f"Bad Request: {wrong[0]}")
            self._world.calls.append((method, params))
            if method != "getUpdates":
                return methods.perform(self._world, method, params)
        return await self._get_updates(params)

    async def _disturb(self, fault: Fault, request: web.Request) -> web.StreamResponse | None:
        if fault.hang:
            await asyncio.sleep(fault.hang)
            return _cut(request)
        if fault.before:
            return _cut(request)
        if fault.body:
            return web.Response(body=fault.body, status=fault.status or 200)
        if fault.status:
            return _refusal(ApiError(fault.status, fault.description, **fault.parameters))
        return None

    async def _get_updates(self, params: Json) -> list[Json]:
        """Confirm what lies below the offset, then wait for something to hand out."""
        world = self._world
        self._poll += 1
        self._fresh.set()
        ours = self._poll
        self._confirm(params)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(params.get("timeout", 0)):
                while not world.updates and ours == self._poll:
                    self._fresh.clear()
                    await self._fresh.wait()
        if ours != self._poll:
            raise ApiError(
                409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
            )
        with world.changed:
            handed_out = world.updates[: params.get("limit", 100)]
            world.handed_out.update(update["update_id"] for update in handed_out)
            world.changed.notify_all()
            return handed_out

    def _confirm(self, params: Json) -> None:
        world = self._world
        with world.changed:
            if world.webhook:
                raise ApiError(
                    409,
                    "Conflict: can't use getUpdates method while webhook is active; "
                    "use deleteWebhook to delete the webhook first",
                )
            world.allowed = params.get("allowed_updates", world.allowed)
            offset = params.get("offset", 0)
            world.updates = [update for update in world.updates if update["update_id"] >= offset]
            world.changed.notify_all()

    async def _post_updates(self) -> None:
        """Post what waits to the webhook, one by one, until each was answered with 200."""
        world = self._world
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(5)) as client:
            while True:
                hook, first = world.webhook, next(iter(world.updates), None)
                if not hook or first is None:
                    await asyncio.sleep(0.02)
                elif await _posted(client, hook, first):
                    with world.changed:
                        world.updates.remove(first)
                        world.changed.notify_all()
                else:
                    await asyncio.sleep(_WEBHOOK_RETRY)


async def _posted(client: aiohttp.ClientSession, hook: Json, update: Json) -> bool:
    headers = {_SECRET: hook["secret_token"]} if "secret_token" in hook else {}
    try:
        async with client.post(hook["url"], json=update, headers=headers) as response:
            return response.status == web.HTTPOk.status_code
    except (aiohttp.ClientError, TimeoutError):
        return False


async def _sent(request: web.Request) -> Json:
    """Collect the parameters, wherever the caller put them."""
    sent: Json = dict(request.query)
    if request.content_type == "application/json":
        sent |= await request.json()
    elif request.can_read_body:
        for name, value in (await request.post()).items():
            sent[name] = _upload(value) if isinstance(value, web.FileField) else str(value)
    return sent


def _upload(field: web.FileField) -> Upload:
    upload = Upload(field.filename)
    upload.content = field.file.read()
    return upload


def _refusal(error: ApiError) -> web.Response:
    body: Json = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        body["parameters"] = error.parameters
    return web.Response(text=json.dumps(body), status=error.code, content_type="application/json")


def _cut(request: web.Request) -> web.StreamResponse:
    """Close the connection without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
