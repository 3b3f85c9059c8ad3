"""Days that are over, told beside those that are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Cue, Force, Mark, Sign, Verb, Who, Why
from domain.language.notions.when import Days, Sort
from domain.model.wish import Do, Reason


def without_past(plain: str, marks: list[Mark], today: date) -> list[Mark]:
    """Drop past days told beside coming ones, or in a sentence about nothing of ours ("merci pour hier").

    So are those beside an illness of now: "Victor est malade, ça l'a pris hier soir".
    """
    marks = _without_past_weeks([_while_past(m, today) for m in marks], today)
    over = [m for m in marks if isinstance(m, Days) and _is_past(m, today)]
    coming = any(isinstance(m, Days) and not _is_past(m, today) for m in marks)
    ill = bool(over) and _is_ill_now(plain, marks, over)
    dropped = {
        m.start for m in over if ill or (not _beside(marks, m, Why) and (coming or not _beside(marks, m, Who, Act)))
    }
    return [m for m in marks if not (isinstance(m, Days) and (m.start in dropped or _is_onset(m)))]


def _beside(marks: list[Mark], days: Days, *kinds: type) -> bool:
    """Say whether marks of these kinds stand in the same sentence."""
    stops = [0, *[m.end for m in marks if isinstance(m, Sign) and m.cue is Cue.STOP], 1 << 30]
    start = max(s for s in stops if s <= days.start)
    end = min(s for s in stops if s > days.start)
    return any(isinstance(m, kinds) and start <= m.start < end for m in marks)


#: It was so then, or may be.
_THEN: Final = Expression(
    r"\b(?:avai(?:t|ent)|etai(?:t|ent)|(?:a|ont) (?:ete|eu|vomi|fait|pris|passe|attrape|manque|du)|n'(?:a|est"
    r"|avait|etait)"
    r"|si|s'il|quand|certificat|justificatif|hier|s'est|pendant|pour)\b"
)
_NOW: Final = Expression(r"\b(?:est|sont|a|ont|tousse(?:nt)?|vomi(?:t|ssent)|ne se sent(?:ent)?)\b")
_CUTS: Final = Expression(r"[.,;:!?\n()]|\b(?:et|mais|car|donc|parce qu[e'])")


def _is_ill_now(plain: str, marks: list[Mark], over: list[Days]) -> bool:
    """Say whether a clause of its own, without any day that is over, tells of an illness as it is."""
    for why in (m for m in marks if isinstance(m, Why) and m.reason is Reason.SICK):
        start, end = _CUTS.last_end(plain, why.start), _CUTS.next_start(plain, why.end)
        apart = not any(start <= d.start < end for d in over)
        if apart and _NOW.search(plain, start, why.end) and not _THEN.search(plain, start, end):
            return True
    return False


def _while_past(mark: Mark, today: date) -> Mark:
    """Let "deux jours en novembre", which is over, be days of November and none from today on."""
    if not isinstance(mark, Days) or mark.bases or not any(w.sort is Sort.LASTING for w in mark.frames):
        return mark
    over = tuple(w for w in mark.frames if w.sort is Sort.SPAN and w.last is not None and w.last < today)
    return replace(mark, frames=over) if over and len(over) + 1 == len(mark.frames) else mark


def _without_past_weeks(marks: list[Mark], today: date) -> list[Mark]:
    """Let "la semaine dernière Sohan a été malade mardi" only tell, where another sentence books something.

    Its days and its illness are dropped, and it is told; whom it names stays.
    """
    if not any(isinstance(m, Days) and _is_past_week(m, today) for m in marks):
        return marks  # nearly all messages, at no cost
    said = list(_sentences(marks))
    if not any(_books(mine) and any(isinstance(m, Days) for m in mine) for mine in said):
        return marks
    kept = list[Mark]()
    for mine in said:
        week = next((m for m in mine if isinstance(m, Days) and _is_past_week(m, today)), None)
        if week is None or _books(mine):
            kept += mine
            continue
        told = Sign(week.end, week.end, Cue.OTHER_VERB)
        kept += sorted([*(m for m in mine if not isinstance(m, Days | Why)), told], key=lambda m: (m.start, m.end))
    return kept


def _sentences(marks: list[Mark]) -> Iterator[list[Mark]]:
    """Yield the marks of each sentence, with the stop that ends it."""
    mine = list[Mark]()
    for mark in marks:
        mine.append(mark)
        if isinstance(mark, Sign) and mark.cue is Cue.STOP:
            yield mine
            mine = []
    yield mine


def _books(marks: list[Mark]) -> bool:
    return any(isinstance(m, Verb) and m.do is Do.BOOK and m.force is Force.ASKED for m in marks)


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
