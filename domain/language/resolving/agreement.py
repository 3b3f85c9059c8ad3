"""Wishes that agree with one another: one of a day and its part, no cancellation beside an absence, no yes and no."""

from __future__ import annotations

from domain.model.wish import ANY_ACTIVITY, Do, Reason, Wish


def agreeing(wishes: list[Wish]) -> tuple[list[Wish], bool]:
    """Return the wishes that may stand together, and whether some, wanted and not wanted at once, were dropped."""
    once = _absence_first(_once(wishes))
    kept = _undisputed(once)
    return kept, len(kept) < len(once)


def reason_for(wishes: list[Wish], reason: Reason | None) -> Reason | None:
    """Return the reason told, which says nothing of a booking unless it is work ("… après on part au ski").

    Nor does an illness that is over, or somebody else's: "elle a été malade lundi, réservez la cantine jeudi".
    """
    booked = bool(wishes) and all(w.do is Do.BOOK for w in wishes)
    return None if booked and reason is not Reason.WORK else reason


def unchanged(swapped: list[Wish]) -> set[Wish]:
    """Return what is kept where one hour is taken for another: 18:00 for 17:00 needs the slots up to 17:00 still."""
    lines = {do: {(w.child, w.activity, w.day) for w in swapped if w.do is do} for do in (Do.BOOK, Do.CANCEL)}
    both = lines[Do.BOOK] & lines[Do.CANCEL]
    return {w for w in swapped if (w.child, w.activity, w.day) in both}


def _absence_first(wishes: list[Wish]) -> list[Wish]:
    """Drop what is called off on a day of which a child is absent altogether."""
    away = {(w.child, w.day) for w in wishes if w.do is Do.ABSENT and w.activity == ANY_ACTIVITY}
    return [w for w in wishes if w.do is not Do.CANCEL or (w.child, w.day) not in away]


def _once(wishes: list[Wish]) -> list[Wish]:
    """Keep one of a day and a part of it: a whole day's absence, but of what is called off the part that is named."""
    whole = {(w.do, w.child, w.day) for w in wishes if w.activity == ANY_ACTIVITY}
    parts = {(w.do, w.child, w.day) for w in wishes if w.activity != ANY_ACTIVITY}
    both = whole & parts

    def kept(wish: Wish) -> bool:
        part = wish.activity != ANY_ACTIVITY
        return (wish.do, wish.child, wish.day) not in both or part is (wish.do is not Do.ABSENT)

    return [w for w in wishes if kept(w)]


def _undisputed(wishes: list[Wish]) -> list[Wish]:
    """Drop what is wanted and not wanted at once: that must be asked."""
    wanted = {(w.child, w.day, w.activity) for w in wishes if w.do is Do.BOOK}
    unwanted = {(w.child, w.day, w.activity) for w in wishes if w.do is not Do.BOOK}
    days_off = {(child, day) for child, day, activity in unwanted if activity == ANY_ACTIVITY}
    disputed = {k for k in wanted if k in unwanted or k[:2] in days_off}
    return [
        w for w in wishes
        if (w.child, w.day, w.activity) not in disputed
        and not (w.activity == ANY_ACTIVITY and any(k[:2] == (w.child, w.day) for k in disputed))
    ]  # fmt: skip
