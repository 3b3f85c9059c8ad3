"""Days that are over, told beside those that are asked for."""

from __future__ import annotations

from datetime import date

from domain.language.marks import Act, Cue, Mark, Sign, Who, Why
from domain.language.when import Days, Sort


def without_past(marks: list[Mark], today: date) -> list[Mark]:
    """Drop past days told beside coming ones, or in a sentence about nothing of ours ("merci pour hier")."""
    over = [m for m in marks if isinstance(m, Days) and _is_past(m, today)]
    coming = any(isinstance(m, Days) and not _is_past(m, today) for m in marks)
    stops = [0, *[m.end for m in marks if isinstance(m, Sign) and m.cue is Cue.STOP], 1 << 30]

    def beside(days: Days, *kinds: type) -> bool:
        start = max(s for s in stops if s <= days.start)
        end = min(s for s in stops if s > days.start)
        return any(isinstance(m, kinds) and start <= m.start < end for m in marks)

    dropped = {m.start for m in over if not beside(m, Why) and (coming or not beside(m, Who, Act))}
    return [m for m in marks if not (isinstance(m, Days) and (m.start in dropped or _is_onset(m)))]


def _is_onset(days: Days) -> bool:
    """Say whether it only says when something began or was written ("depuis hier", "notre conversation de mardi")."""
    return bool(days.bases) and not days.frames and all(b.sort is Sort.AGO for b in days.bases)


def _is_past(days: Days, today: date) -> bool:
    return bool(days.bases) and not days.frames and all(
        b.sort is Sort.DAY and b.days and max(b.days) < today for b in days.bases
    )  # fmt: skip
