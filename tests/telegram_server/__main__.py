"""`python -m tests.telegram_server --port N`: the server as a process of its own, driven by /_control."""

from __future__ import annotations

import argparse
import signal

from tests.telegram_server.server import TOKEN, TelegramServer


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests.telegram_server")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--token", default=TOKEN)
    chosen = parser.parse_args()
    with TelegramServer(port=chosen.port, token=chosen.token) as server:
        print(f"{server.url} {server.token}", flush=True)
        signal.sigwait({signal.SIGINT, signal.SIGTERM})


if __name__ == "__main__":
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    main()
