"""What runs on an ordinary day, and what is meant over most days of a period."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from typing import Final

from domain.language.activities.activities import running
from domain.language.notions.when import Scene
from domain.model.activity import Activity
from domain.model.structure import Structure
from domain.model.wish import Wish

_FORTNIGHT: Final = 14


def ordinary(structure: Structure, site: str, scene: Scene, weekdays: Collection[int] = ()) -> tuple[Activity, ...]:
    """Return what runs on the next day with the most to choose from, within two weeks or else the school year.

    Of days with equally much the sort that comes more often in the week is the ordinary one.
    """
    days = [scene.today + timedelta(days=n) for n in range(1, 120)]
    days = [d for d in days if not weekdays or d.isoweekday() in weekdays]
    near = [running(structure, site, d) for d in days[:_FORTNIGHT]]

    def choice(today: tuple[Activity, ...]) -> tuple[int, int]:
        return len(today), sum(len(a.weekdays) for a in today)

    return max(near, key=choice, default=()) or max((running(structure, site, d) for d in days), key=choice, default=())


def usual(found: list[Wish], structure: Structure) -> list[Wish]:
    """Keep, over a period, the category of most days: "matin" for a week is before school, not Wednesday's centre."""
    counts = dict[tuple[str, str], int]()
    for wish in found:
        activity = structure.activity(wish.activity)
        key = (activity.period.value, "·".join(sorted(map(str, activity.weekdays))))
        counts[key] = counts.get(key, 0) + 1
    best = max(counts, key=lambda k: counts[k])

    def same(wish: Wish) -> bool:
        activity = structure.activity(wish.activity)
        return (activity.period.value, "·".join(sorted(map(str, activity.weekdays)))) == best

    return [w for w in found if same(w)]
