"""The reference structure, and short ways to ask its rules."""

from __future__ import annotations

import tempfile
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from domain.model.activity import Slot
from domain.model.deadline import Purpose
from domain.model.family import Child
from domain.model.pools import Places, Queue
from domain.model.state import State
from domain.model.structure import Structure
from domain.model.verdict import Booked, BookingKey, Facts, Line
from domain.model.wish import Do, Reason
from domain.rules.deadline import closing_time
from preau.config import load

CONFIG = Path(__file__).parents[1] / "world" / "config.toml"
PARIS = ZoneInfo("Europe/Paris")
WORLD = load(CONFIG, {}).structure

VICTOR = Child(1, "Victor", "Durand", "EUROPA", date(2020, 9, 14))
LUKA = Child(2, "Luka", "Billard", "SOETRICH", date(2020, 10, 5))

EARLY = "2024-09-01T10:00"  # long before every limit


@cache
def ruled_by(deadlines: str, department: str = "57") -> Structure:
    """Return the reference structure with other deadlines, written as in a configuration file."""
    text = CONFIG.read_text(encoding="utf-8").replace('department = "57"', f'department = "{department}"')
    before, _, rest = text.partition("[[deadline]]")
    after = rest.partition("# Reasons that open")[2]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "config.toml"
        path.write_text(f"{before}\n{deadlines}\n#{after}", encoding="utf-8")
        return load(path, {}).structure


def paris(text: str) -> datetime:
    """Return the instant at which the clocks of Paris show `text`."""
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)


def limit(structure: Structure, activity: str, day: str, purpose: Purpose = Purpose.BOOK, site: str = "EUROPA") -> str:
    """Return the closing time of a day as a wall clock shows it; "" when there is none."""
    closing = closing_time(Slot(activity, date.fromisoformat(day), site), purpose, structure)
    return f"{closing.instant:%a %Y-%m-%d %H:%M:%S}" if closing else ""


def line(
    do: Do,
    activity: str,
    day: str,
    *,
    child: Child = VICTOR,
    hour: time | None = None,
    reason: Reason | None = None,
    structure: Structure = WORLD,
) -> Line:
    """Return a line of the reference structure."""
    return Line(do, child, structure.activity(activity), date.fromisoformat(day), hour, reason)


def key(activity: str, day: str, child: Child = VICTOR) -> BookingKey:
    """Return the key of a booking."""
    return child.id, activity, date.fromisoformat(day)


def facts(
    asked_at: str = EARLY,
    *,
    structure: Structure = WORLD,
    places: dict[Slot, int] | None = None,
    waiting: dict[Slot, int] | None = None,
    booked: dict[BookingKey, Booked] | None = None,
    adding: set[BookingKey] | None = None,
    removing: set[BookingKey] | None = None,
) -> Facts:
    """Return what the rules know, at a wall-clock time of Paris."""
    return Facts(
        structure=structure,
        asked_at=paris(asked_at),
        places=counted(structure, places or {}, waiting or {}),
        booked=booked or {},
        adding=frozenset(adding or ()),
        removing=frozenset(removing or ()),
    )


def counted(structure: Structure, free: dict[Slot, int], waiting: dict[Slot, int] | None = None) -> Places:
    """Return places as if they were counted: those free beyond who waits, and how many wait, by slot."""
    queues = {structure.pools_at(slot): Queue(in_time=many) for slot, many in (waiting or {}).items()}
    return Places({pool: left for slot, left in free.items() for pool in structure.pools_at(slot)}, queues)


def booked(state: State = State.CONFIRMED, cents: int | None = 1150) -> Booked:
    """Return an active booking."""
    return Booked(id=1, state=state, hour=None, price_cents=cents)
