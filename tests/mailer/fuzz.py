"""Damaged mails without end, through all that reads them: `python -m tests.mailer.fuzz 10000 [SEED]`, or `make fuzz`.

No exception may escape, and no mail may cost a second of work; the worst are named by their number, to be made again.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from domain.language.understand import understand
from domain.model.family import Child, Family
from mailer.classify import Screened, examine
from tests.desk.office import reference_structure
from tests.mailer.letters import NAMES, OUR_ADDRESS, TRUSTED, shipped

#: Of work, in seconds of the processor.
TOO_LONG = 1.0

_NOW = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
_PIECES = (
    b"\r\n", b"\r\n\r\n", b"\n> ", b"--", b"Content-Type: text/html\r\n",
    b"Content-Type: multipart/mixed; boundary=x\r\n",
    b"charset=utf-7", b"charset=utf-16", b"=?utf-8?B?", b"?=", b"=C3", b"\xff\xfe", b"\x00", b"\xe2\x80\x8b", b"<div>",
    b"<style>", b"</", b"&#x1F4A9;", b"<!--", b"base64", b"quoted-printable", b"format=flowed; delsp=yes",
    "Le lundi 3 mars à 9 h, x a écrit :\n".encode(), b"De : x\nEnvoy\xc3\xa9 : y\n", b"_" * 40, b"Re: " * 30,
    b"message/rfc822", b"message/delivery-status", b"<a@b> " * 40, b"(" * 200, b"du 3 au 28 mars sauf les mardis ",
    b"ni lundi ni mardi mais jeudi et pas vendredi ", b"12/03 " * 50, b"@" * 100,
)  # fmt: skip


class Trial(NamedTuple):
    """One damaged mail and what became of it; `seconds` of processor time."""

    number: int
    seconds: float
    failure: str


def trials(count: int, seed: int = 0) -> Iterator[Trial]:
    """Read so many damaged mails; the same seed makes the same ones."""
    read = _reader()
    for number in range(count):
        raw = damaged(number, seed)
        began, failure = time.process_time(), ""
        try:
            read(raw)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
            failure = repr(error)
        yield Trial(number, time.process_time() - began, failure)


def damaged(number: int, seed: int = 0) -> bytes:
    """Return the damaged mail of that number."""
    chance = random.Random(f"{seed}/{number}")
    raw = bytearray(shipped(chance.choice(NAMES)))
    for _ in range(chance.randint(1, 12)):
        _damage(raw, chance)
    return bytes(raw)


def _damage(raw: bytearray, chance: random.Random) -> None:
    at, length = chance.randrange(len(raw) + 1), chance.choice((1, 1, 3, 20, 200))
    match chance.randrange(7):
        case 0:
            raw[at : at + length] = b""
        case 1:
            raw[at:at] = chance.choice(_PIECES)
        case 2:
            raw[at : at + length] = chance.randbytes(length)
        case 3:
            raw[at:at] = raw[at : at + length] * chance.choice((2, 50))
        case 4:
            other = shipped(chance.choice(NAMES))
            start = chance.randrange(len(other))
            raw[at:at] = other[start : start + 2000]
        case 5:
            raw[at:] = raw[at:].upper() if chance.random() < 0.5 else raw[at:][::-1]
        case _:
            del raw[max(at, 60) :]


def _reader() -> Callable[[bytes], Screened]:
    structure = reference_structure()
    family = Family(id=1, key="durand", children=(
        Child(1, "Séverine", "Durand", "EUROPA", None), Child(2, "Victor", "Durand", "EUROPA", None),
    ))  # fmt: skip

    def read(raw: bytes) -> Screened:
        screened = examine(raw, our_address=OUR_ADDRESS, trusted_authserv=TRUSTED, children=lambda _: ())
        mail = screened.mail
        understand(mail.fresh_text, family=family, structure=structure, now=_NOW, subject=screened.subject)
        return screened

    return read


def main(count: int, seed: int = 0) -> int:
    """Say what was found; 1 when there was anything."""
    done = list(trials(count, seed))
    bad = [trial for trial in done if trial.failure or trial.seconds > TOO_LONG]
    for trial in bad:
        print(f"mail {trial.number} of seed {seed}: {trial.seconds:.2f} s {trial.failure}")
    worst = max(done, key=lambda trial: trial.seconds)
    print(f"{count} damaged mails, {len(bad)} bad; the slowest, {worst.number}, took {worst.seconds * 1000:.0f} ms")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
