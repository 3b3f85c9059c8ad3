"""What narrows what stands before it: "… mais seulement les jeudis", "… donc juste Luka", "… à partir du 13"."""

from __future__ import annotations

from dataclasses import replace

from domain.language.hours import Hour
from domain.language.marks import Act
from domain.language.propositions import Link
from domain.language.statements import Mood, Statement
from domain.language.when import Days, Sort
from domain.model.wish import Do


def narrows(s: Statement, before: Statement) -> bool:
    """Apply "… mais seulement les jeudis", "mais midi uniquement" to what stands before it; say whether it was that."""
    kinds = {Act if isinstance(x, Hour) else type(x) for x in s.prop.slots}
    itself = bool(before.items) and any(a.start >= before.items[-1].start for a in before.items[-1].acts)
    lacks = bool(before.items) and Act in kinds and not itself and before.prop.says_who
    other = before.prop.same and not s.prop.same and before.prop.says_who  # "Sohan pareil mais vendredi"
    so = s.prop.link is Link.SO and s.prop.only  # "…, donc que mardi"
    narrows = so or (s.prop.link is Link.BUT and (s.prop.only or lacks or other))
    limits = s.mood is Mood.CONTEXT and s.prop.only and kinds == {Days}
    demand = s.mood is Mood.ASKED and s.do is Do.BOOK and (before.prop.same or before.mood in (Mood.BARE, Mood.STATED))
    bare = s.mood is Mood.BARE or limits or (demand and before.do in (None, Do.BOOK))
    both = kinds == {Act, Days} and s.prop.only and not s.prop.predicate  # "… mais que le lundi midi"
    if not narrows or not (len(kinds) == 1 or both) or not bare or not before.items:
        return False
    own, last = s.items[0], before.items[-1].names
    several = len({i.names for i in before.items}) > 1 and own.days is not None and not own.days.bases
    for item in (i for i in before.items if not several or i.names == last):
        if both:
            item.days = _narrowed(item.days, own.days)
        if own.says_what and item.names == before.items[-1].names:
            item.acts, item.hours = list(own.acts), list(own.hours)
        elif own.days:
            item.days = _narrowed(item.days, own.days)
        elif own.whos:
            item.whos = list(own.whos)
    before.prop.only = True
    return True


def _narrowed(days: Days | None, own: Days | None) -> Days | None:
    """Return "jusqu'aux vacances, mais seulement les mardis", "tous les lundis, mais à partir du 16" as one saying."""
    if days is None or own is None or bool(days.bases) is bool(own.bases):
        return own
    inner, outer = (own, days) if own.bases else (days, own)
    frames = tuple(w for w in outer.frames if w.sort is not Sort.EACH_DAY)
    return replace(inner, frames=(*inner.frames, *(w for w in frames if w not in inner.frames)))


def narrow_children(s: Statement, whole: list[Statement]) -> None:
    """Keep only the children of "…, donc juste Luka à inscrire"."""
    for other in whole:
        for item in other.items:
            if s.items[0].names and s.items[0].names < item.names:
                item.whos = list(s.items[0].whos)


def bound(s: Statement, whole: list[Statement]) -> None:
    """Put the limits of "… mais seulement à partir du 13, inscrivez-la" on the days named before it."""
    limits = s.items[0].days
    for item in whole[-1].items if limits and not limits.bases else ():
        item.days = replace(item.days, frames=(*item.days.frames, *limits.frames)) if item.days and limits else limits
