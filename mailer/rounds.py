"""What is done over one connection: search, count, fetch, journal, act, move, in batches.

Exactly once = the journal row and its effect in one transaction, then MOVE: a mail that was handled and could not be
moved is only moved when it is seen again. A fetch is counted in the database before it is begun, so that a mail which
kills the process, or makes the server hang up, is set aside after three tries.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from domain.clock import Clock
from domain.store import attempts
from domain.store.session import Sessions
from mailer import intake as outcomes
from mailer import screening
from mailer.go_live import GoLive
from mailer.intake import Arrival, Intake
from mailer.mailbox import DONE, QUARANTINE, TO_SEE, Mailbox, Summary

log: Final = logging.getLogger("preau.mailer")

_BATCH: Final = 50
_BATCH_BYTES: Final = 30_000_000
_SUMMARY_BATCH: Final = 500
_FETCHES: Final = 3
_TOO_LARGE: Final = 25_000_000
_FOLDER: Final = {
    screening.SPAM: QUARANTINE,
    screening.SPOOF: QUARANTINE,
    screening.GARBAGE: QUARANTINE,
    screening.HUMAN: TO_SEE,
    outcomes.THROTTLED: TO_SEE,
    outcomes.FAILED: QUARANTINE,
}

Waiting = tuple[int, Summary]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the rounds work with; `check` raises when the watcher shall end, or has lost its lease."""

    intake: Intake
    sessions: Sessions
    clock: Clock
    on_received: Callable[[], object]
    check: Callable[[], None]


class Rounds:
    """One connection's work; `place` begins the names of its mails, what `first` leaves alone is not touched."""

    def __init__(self, mailbox: Mailbox, around: Surroundings, *, place: str, first: GoLive) -> None:
        self._mailbox = mailbox
        self._around = around
        self._place = place
        self._first = first
        self._left_alone: set[int] = set()
        self._held: set[str] = set()  # authors whose mails wait for the next round
        self._suspects: Mapping[str, int] = {}

    def round(self) -> tuple[bool, bool]:
        """Handle what waits; say whether there was anything, and whether something has to be tried again."""
        waiting = [uid for uid in self._mailbox.waiting() if uid not in self._left_alone]
        troubled = False
        self._held.clear()
        for start in range(0, len(waiting), _SUMMARY_BATCH):
            ours = self._ours(waiting[start : start + _SUMMARY_BATCH])
            for batch in _batches(ours, alone=lambda uid: self._alias(uid) in self._suspects):
                self._around.check()
                troubled |= self._handle(batch)
        return bool(waiting), troubled

    def _ours(self, uids: Sequence[int]) -> list[Waiting]:
        """Return those of `uids` that are to be handled; older ones are remembered and left alone."""
        with self._around.sessions.reading() as session:
            self._suspects = attempts.counted(session)
        ours = []
        for uid, summary in self._mailbox.summaries(uids).items():
            if self._first.leaves_alone(self._mailbox.uidvalidity, uid, summary.received_at):
                self._left_alone.add(uid)
            elif self._suspects.get(self._alias(uid), 0) >= _FETCHES:
                self._around.intake.set_aside(self._alias(uid), summary.received_at)
                self._move([uid], QUARANTINE, unread=True)
                self._around.on_received()
            else:
                ours.append((uid, summary))
        return sorted(ours)

    def _handle(self, batch: Sequence[Waiting]) -> bool:
        """Act on a batch, then move it; return True when one of its mails has to be tried again."""
        known = self._around.intake.outcomes([self._alias(uid) for uid, _ in batch])
        results = {uid: known[self._alias(uid)] for uid, _ in batch if self._alias(uid) in known}
        results |= self._take_in([(uid, mail) for uid, mail in batch if uid not in results])
        for folder, uids in _by_folder(results).items():
            self._move(uids, folder)
        if failed := [uid for uid, outcome in results.items() if outcome == outcomes.FAILED]:
            self._move(failed, QUARANTINE, unread=True)
        return outcomes.RETRY in results.values()

    def _take_in(self, batch: Sequence[Waiting]) -> dict[int, str]:
        """Hand mails to the intake; those that somebody took away meanwhile have no outcome."""
        arrivals = self._fetch(batch)
        stored = self._around.intake.journal(list(arrivals.values()))
        results = {}
        for uid, mail in zip(arrivals, stored, strict=True):
            self._around.check()
            results[uid] = self._around.intake.act_in_turn(mail, self._held)
            self._around.on_received()
        return results

    def _fetch(self, batch: Sequence[Waiting]) -> dict[int, Arrival]:
        """Fetch mails, each try counted before it is made; of one that is too large only the beginning."""
        self._count([self._alias(uid) for uid, _ in batch])
        whole = self._mailbox.fetch([uid for uid, mail in batch if mail.size <= _TOO_LARGE])
        arrivals = {}
        for uid, mail in batch:
            partial = mail.size > _TOO_LARGE
            raw = self._mailbox.beginning(uid) if partial else whole.get(uid)
            if raw is not None:
                arrivals[uid] = Arrival(raw, mail.received_at, self._alias(uid), partial=partial)
        return arrivals

    def _count(self, places: Collection[str]) -> None:
        if places:
            with self._around.sessions.begin() as session:
                attempts.count(session, places, self._around.clock.now())

    def _move(self, uids: Sequence[int], folder: str, *, unread: bool = False) -> None:
        try:
            self._mailbox.move(uids, folder, unread=unread)
        except IMAPClientAbortError:
            raise
        except IMAPClientError as error:  # full, or not allowed: it was handled, so let it lie
            log.warning("imap move of %d mails refused: %s", len(uids), type(error).__name__)
            self._left_alone.update(uids)

    def _alias(self, uid: int) -> str:
        return f"{self._place}/{self._mailbox.uidvalidity}/{uid}"[-255:]


def _by_folder(results: Mapping[int, str]) -> dict[str, list[int]]:
    """Return where mails go; one to be tried again stays, one that failed is moved by itself."""
    moves: dict[str, list[int]] = {}
    for uid, outcome in results.items():
        if outcome not in {outcomes.RETRY, outcomes.FAILED}:
            moves.setdefault(_FOLDER.get(outcome, DONE), []).append(uid)
    return moves


def _batches(mails: Sequence[Waiting], *, alone: Callable[[int], bool]) -> Iterator[list[Waiting]]:
    """Part `mails` into batches that a small machine can hold in memory; the suspects among them go alone."""
    batch: list[Waiting] = []
    total = 0
    for waiting in mails:
        uid, size = waiting[0], waiting[1].size
        if batch and (len(batch) == _BATCH or total + size > _BATCH_BYTES or alone(uid) or alone(batch[-1][0])):
            yield batch
            batch, total = [], 0
        batch.append(waiting)
        total += size
    if batch:
        yield batch
