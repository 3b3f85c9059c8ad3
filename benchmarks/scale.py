"""How much is measured: the same benchmarks at three sizes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Scale:
    """The numbers that bound a run in count and in time."""

    corpus_passes: int = 5  # times each labelled message is understood
    day_passes: int = 3  # times each day expression is read, by each reader
    language_limit: float = 2.0  # seconds after which a reader is stopped
    hostile_chars: int = 65_536
    starts: int = 7  # fresh processes, for the cold start
    families: int = 20_000  # of the big town; each has two children with 50 bookings each
    examinations: int = 60  # of 200 lines, in each town
    waiting: tuple[int, ...] = (10, 50)  # who wait for each day of a term that is full
    visits: int = 120  # bookings through the door, in each town
    ticks: int = 30  # runs of the scheduler's table, in each town
    chat_rounds: int = 4
    chat_seconds: float = 4.0  # of one round
    mails: int = 200  # of one round
    mail_rounds: int = 4
    mail_answers: int = 10  # whose way to SMTP is timed
    messages: int = 1000  # after which memory is looked at again


FULL: Final = Scale()
QUICK: Final = Scale(
    corpus_passes=2,
    day_passes=1,
    language_limit=1.0,
    starts=3,
    families=1_000,
    examinations=10,
    waiting=(10,),
    visits=25,
    ticks=10,
    chat_rounds=2,
    chat_seconds=1.0,
    mails=60,
    mail_rounds=2,
    mail_answers=5,
    messages=150,
)
