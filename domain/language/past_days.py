"""Days that are over, told beside those that are asked for."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from domain.language.marks import Act, Cue, Force, Mark, Sign, Verb, Who, Why
from domain.language.when import Days, Sort
from domain.model.wish import Do


def without_past(marks: list[Mark], today: date) -> list[Mark]:
    """Drop past days told beside coming ones, or in a sentence about nothing of ours ("merci pour hier")."""
    marks = _without_past_weeks(marks, today)
    over = [m for m in marks if isinstance(m, Days) and _is_past(m, today)]
    coming = any(isinstance(m, Days) and not _is_past(m, today) for m in marks)
    stops = [0, *[m.end for m in marks if isinstance(m, Sign) and m.cue is Cue.STOP], 1 << 30]

    def beside(days: Days, *kinds: type) -> bool:
        start = max(s for s in stops if s <= days.start)
        end = min(s for s in stops if s > days.start)
        return any(isinstance(m, kinds) and start <= m.start < end for m in marks)

    dropped = {m.start for m in over if not beside(m, Why) and (coming or not beside(m, Who, Act))}
    return [m for m in marks if not (isinstance(m, Days) and (m.start in dropped or _is_onset(m)))]


def _without_past_weeks(marks: list[Mark], today: date) -> list[Mark]:
    """Let "la semaine dernière Sohan a été malade mardi" only tell, where another sentence books something.

    Its days and its illness are dropped, and it is told; whom it names stays.
    """
    stops = [0, *[m.end for m in marks if isinstance(m, Sign) and m.cue is Cue.STOP], 1 << 30]
    said = [[m for m in marks if start <= m.start < end] for start, end in pairwise(stops)]
    asking = [any(isinstance(m, Verb) and m.do is Do.BOOK and m.force is Force.ASKED for m in mine) for mine in said]
    dated = [any(isinstance(m, Days) for m in mine) for mine in said]
    kept = list[Mark]()
    for n, mine in enumerate(said):
        week = next((m for m in mine if isinstance(m, Days) and _is_past_week(m, today)), None)
        asked = any(asks and days for k, (asks, days) in enumerate(zip(asking, dated, strict=True)) if k != n)
        if week is None or asking[n] or not asked:
            kept += mine
            continue
        told = Sign(week.end, week.end, Cue.OTHER_VERB)
        kept += sorted([*(m for m in mine if not isinstance(m, Days | Why)), told], key=lambda m: (m.start, m.end))
    return kept


def _is_past_week(days: Days, today: date) -> bool:
    spans = [w for w in days.frames if w.sort is Sort.SPAN and w.last]
    return bool(spans) and len(spans) == len(days.frames) and all(w.last and w.last < today for w in spans)


def _is_onset(days: Days) -> bool:
    """Say whether it only says when something began or was written ("depuis hier", "notre conversation de mardi")."""
    return bool(days.bases) and not days.frames and all(b.sort is Sort.AGO for b in days.bases)


def _is_past(days: Days, today: date) -> bool:
    return bool(days.bases) and not days.frames and all(
        b.sort is Sort.DAY and b.days and max(b.days) < today for b in days.bases
    )  # fmt: skip
