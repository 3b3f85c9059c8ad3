"""An OAuth provider on the loopback: gives tokens for right secrets, and tells a mail server whether one is good."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs


class TokenServer:
    """`asked` are the forms that came; `answer` replaces the next answers (status, object) while it is set."""

    secret = "application-secret"

    def __init__(self, life: int = 3600) -> None:
        self.life = life
        self.asked: list[dict[str, str]] = []
        self.good: set[str] = set()
        self.rotating = ""  # the one refresh token that is good: another is given with each use
        self.answer: tuple[int, Any] | None = None
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.url = f"http://127.0.0.1:{self._server.server_port}/token"
        self.introspection_url = f"http://127.0.0.1:{self._server.server_port}/introspect"
        self._thread = threading.Thread(target=self._server.serve_forever, name="token-server", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def remove(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def revoke(self) -> None:
        """No token that was given is good any more."""
        self.good.clear()

    def give(self, form: dict[str, str]) -> tuple[int, Any]:
        self.asked.append(form)
        if self.answer is not None:
            return self.answer
        if form.get("client_secret") != self.secret:
            return 401, {"error": "invalid_client", "error_description": "AADSTS7000215 " + form["client_secret"]}
        if self.rotating and form.get("refresh_token") != self.rotating:
            return 400, {"error": "invalid_grant"}
        token = f"token-{len(self.asked)}"
        self.good.add(token)
        answer: dict[str, Any] = {"access_token": token, "expires_in": self.life, "token_type": "Bearer"}
        if self.rotating:
            self.rotating = answer["refresh_token"] = f"refresh-{len(self.asked)}"
        return 200, answer

    def introspect(self, form: dict[str, str]) -> tuple[int, Any]:
        return 200, {"active": "true" if form.get("token") in self.good else "false", "username": "parents"}


@contextmanager
def token_server() -> Iterator[TokenServer]:
    """Run a provider for the length of a block."""
    server = TokenServer()
    server.start()
    try:
        yield server
    finally:
        server.remove()


def _handler(sink: TokenServer) -> type[BaseHTTPRequestHandler]:
    """Return what answers a request in the name of `sink`."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            introspecting = self.path.startswith("/introspect")
            status, answer = sink.introspect(form) if introspecting else sink.give(form)
            told = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    return Handler
