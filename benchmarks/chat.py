"""Chat from end to end: our bot and a bare python-telegram-bot echo, each against a Bot API server of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from benchmarks.registers import ACTORS, chat_of, start
from benchmarks.report import Figure, Outcome, ratio
from benchmarks.scale import Scale
from benchmarks.towns import Town, town
from benchmarks.visits import others_than

_ROOT = Path(__file__).parents[1]
_CHATS = (1, ACTORS)
_WARM_UP_SECONDS = 1.0


@dataclass(slots=True)
class Rounds:
    """What a peer did with so many chats, round by round."""

    rates: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    def figures(self, peer: str, chats: int) -> tuple[Figure, Figure, Figure]:
        """Return messages a second, CPU and waiting time."""
        name = f"{peer}, {chats} chat{'s' if chats > 1 else ''}"
        return (
            Figure(f"{name}: throughput", self.rates, "msg/s"),
            Figure(f"{name}: CPU of the bot's process", self.cpu, "ms/msg"),
            Figure(f"{name}: from message to answer", self.waits),
        )


class Peer:
    """A bot in a process of its own, and the server with its parents in another one."""

    def __init__(self, name: str, server: subprocess.Popen[str], bot: subprocess.Popen[bytes]) -> None:
        self.name = name
        self._server = server
        self._bot = psutil.Process(bot.pid)
        self.rounds = {chats: Rounds() for chats in _CHATS}
        self.faults: list[str] = []

    def answer(self, chats: int, seconds: float) -> None:
        """Let so many parents write for so long, and note how it went."""
        before = self._cpu()
        waits = self._let_write([chat_of(number) for number in range(1, chats + 1)], seconds)
        spent = (self._cpu() - before) * 1000
        rounds = self.rounds[chats]
        rounds.rates.append(chats * 1000 * len(waits) / sum(waits))  # each chat waits all the time
        rounds.cpu.append(spent / len(waits))
        rounds.waits += waits

    def warm_up(self) -> None:
        """Let everybody write once, without taking notes."""
        self._let_write([chat_of(number) for number in range(1, max(_CHATS) + 1)], _WARM_UP_SECONDS)

    def _let_write(self, chats: Sequence[int], seconds: float) -> list[float]:
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        print(json.dumps({"chats": chats, "seconds": seconds}), file=self._server.stdin, flush=True)
        told = json.loads(self._server.stdout.readline())
        self.faults = told["faults"]
        waits: list[float] = told["ms"]
        return waits

    def _cpu(self) -> float:
        times = self._bot.cpu_times()
        return float(times.user + times.system)


def run(scale: Scale) -> Outcome:
    """Let both bots answer in turn, round by round."""
    with ExitStack() as stack:
        place = stack.enter_context(town(ACTORS))
        servers = [stack.enter_context(_server(place)) for _ in range(2)]
        peers = [
            stack.enter_context(_peer("echo", servers[0])),
            stack.enter_context(_peer("ours", servers[1], str(place.sessions.engine.url.database))),
        ]
        _answer_in_turn(peers, scale)
        faults = others_than(place.sessions, {"cart", "told"})
    faults += [f"the Bot API server objects: {fault}" for peer in peers for fault in peer.faults]
    title = f"Chat end to end, closed loop over HTTP, {scale.chat_rounds} rounds of {scale.chat_seconds:g} s in turn"
    return _outcome(title, peers, faults)


def _answer_in_turn(peers: list[Peer], scale: Scale) -> None:
    for peer in peers:
        peer.warm_up()
    for turn in range(scale.chat_rounds):
        for chats in _CHATS:
            for peer in peers if turn % 2 else reversed(peers):
                peer.answer(chats, scale.chat_seconds)


def _outcome(title: str, peers: list[Peer], faults: list[str]) -> Outcome:
    figures = {(p.name, chats): p.rounds[chats].figures(p.name, chats) for chats in _CHATS for p in peers}
    ratios = [
        ratio(f"{what}, {chats} chat{'s' if chats > 1 else ''}: ours / echo", ours, echo)
        for chats in _CHATS
        for what, ours, echo in zip(
            ("throughput", "CPU", "waiting"), figures["ours", chats], figures["echo", chats], strict=True
        )
    ]
    return Outcome(title, [figure for three in figures.values() for figure in three], ratios, faults)


@contextmanager
def _server(place: Town) -> Iterator[subprocess.Popen[str]]:
    now = start(place.structure).isoformat()
    server = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.chat_load", now],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=_ROOT,
    )  # fmt: skip
    try:
        yield server
    finally:
        server.communicate("")


@contextmanager
def _peer(name: str, server: subprocess.Popen[str], *arguments: str) -> Iterator[Peer]:
    assert server.stdout is not None
    address = server.stdout.readline().split()
    bot = subprocess.Popen([sys.executable, "-m", f"benchmarks.chat_{name}", *address, *arguments], cwd=_ROOT)
    try:
        yield Peer(name, server, bot)
    finally:
        bot.terminate()
        bot.wait(20)
