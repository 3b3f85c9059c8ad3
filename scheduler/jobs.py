"""The table of jobs. Each is a tick; how often it runs only decides how soon a due thing is noticed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.clock import Clock
from domain.model.structure import Structure
from domain.services import proof_reminders, repricing, unproven
from domain.store.session import Session, Sessions
from scheduler import ticks, waiting

_log = logging.getLogger("preau.scheduler")

#: Seconds between two runs of the table; a due thing waits no longer.
EVERY: Final = 15


@dataclass(frozen=True, slots=True)
class Now:
    """What a tick is told: the structure's rules, where staff read, and the instant it asks about."""

    structure: Structure
    staff_chat: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Job:
    """A tick by its name; it returns how many things it queued or changed.

    One that goes through the families `in_parts` is called again, each time in a transaction of its own, until it
    returns 0.
    """

    name: str
    tick: Callable[[Session, Now], int]
    in_parts: bool = False


JOBS: Final[tuple[Job, ...]] = (
    Job("cart reminders", lambda session, now: ticks.remind_of_carts(session, now.structure, now.at)),
    Job("usual days", lambda session, now: ticks.remind_of_usual_days(session, now.structure, now.at), in_parts=True),
    Job("staff digest", lambda session, now: ticks.tell_the_morning(session, now.structure, now.staff_chat, now.at)),
    Job("invoices", lambda session, now: ticks.prepare_invoices(session, now.structure, now.staff_chat, now.at)),
    Job(
        "proof reminders",
        lambda session, now: proof_reminders.remind(session, now.structure, now.at),
        in_parts=True,
    ),
    Job(
        "missing proofs",
        lambda session, now: unproven.bill(session, now.structure, now.staff_chat, now.at),
        in_parts=True,
    ),
    Job("old words", lambda session, now: ticks.forget_words(session, now.structure, now.at)),
    Job("old documents", lambda session, now: ticks.forget_documents(session, now.structure, now.at)),
    Job("waiting ended", lambda session, now: waiting.end_waiting(session, now.structure, now.at)),
    Job("waiting served", lambda session, now: waiting.offer_free_places(session, now.structure, now.at)),
)


def run_all(sessions: Sessions, structure: Structure, clock: Clock, staff_chat: int | None) -> int:
    """Run every job once, each in its own transaction: one that fails is logged and holds up none of the others."""
    total = 0
    for job in JOBS:
        try:
            done = _run(job, sessions, Now(structure, staff_chat, clock.now()))
        except Exception:  # noqa: BLE001 - one job's fault, whatever it is, must not stop the others
            _log.exception("tick failed: %s", job.name)
            continue
        if done:
            _log.info("tick %s: %d", job.name, done)
        total += done
    return total


def _run(job: Job, sessions: Sessions, now: Now) -> int:
    total = 0
    while True:
        with sessions.begin() as session:
            done = job.tick(session, now)
            if done:
                repricing.tell(session, now.structure, f"tick:{job.name}:{now.at.isoformat()}", now.at)
        total += done
        if not (done and job.in_parts):
            return total
