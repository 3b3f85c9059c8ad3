"""What is told to staff whose order to close or reopen is not clear: what was understood, and what to type."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from domain.language.activities.activities import running
from domain.language.office.closing_words import Closing
from domain.letters.catalogue.closures import StaffClosingHelp
from domain.model.school_class import class_key
from domain.model.structure import Structure
from domain.rules.opening import without_care

_MOST: Final = 12
_MOST_EXAMPLES: Final = 3


def letter(structure: Structure, read: Closing, command: str, classes: Mapping[str, Sequence[str]]) -> StaffClosingHelp:
    """Return the answer to an order that lacks something."""
    known = {class_key(name): name for name in reversed(classes.get(read.site, ()))}
    return StaffClosingHelp(
        missing=read.missing,
        sites=tuple(sorted((site.code for site in structure.sites), key=lambda code: code != read.site)),
        said=read.said,
        choices=_choices(structure, read),
        understood=tuple(_understood(structure, read)),
        activities=tuple(structure.activity(code).name for code in _running(structure, read)),
        classes=tuple(sorted(known.values()))[:_MOST],
        examples=tuple(f"{command} {words}" for words in _examples(structure, read))[:_MOST_EXAMPLES],
        without=(read.first, read.last) if read.missing == "days" and read.first != date.min else None,
        why="" if read.first == date.min else without_care(read.first, structure),
    )


def _choices(structure: Structure, read: Closing) -> tuple[str, ...]:
    """Return what the words may mean, by name: activities where the scope is not clear, classes otherwise."""
    if read.missing == "scope":
        return tuple(structure.activity(code).name for code in read.choices)
    return tuple({class_key(name): name for name in reversed(read.choices)}.values())[::-1][:_MOST]


def _understood(structure: Structure, read: Closing) -> Iterator[str]:
    if read.site:
        yield structure.site(read.site).name
    yield from (structure.activity(code).name for code in read.activities)
    yield from read.classes


def _running(structure: Structure, read: Closing) -> tuple[str, ...]:
    """Return the activities of the site on the days named, or on any."""
    if not read.site:
        return ()
    here = structure.activities_at(read.site)
    runs = {a.code for day in _days(read) for a in running(structure, read.site, day)}
    return tuple(activity.code for activity in here if activity.code in runs or not runs)[:_MOST]


def _days(read: Closing) -> Collection[date]:
    if read.first == date.min:
        return ()
    return [read.first + timedelta(days=n) for n in range(min((read.last - read.first).days, _MOST) + 1)]


def _examples(structure: Structure, read: Closing) -> Iterator[str]:
    """Yield orders that say it clearly: for each thing that may be meant, and for the whole site."""
    if not read.site or read.first == date.min:
        return
    if read.missing == "class":
        yield from (_order(replace(read, classes=(name,))) for name in _choices(structure, read))
    elif read.missing == "classes_apart":
        yield _order(replace(read, classes=(*read.classes, *read.choices)))
        return
    elif read.missing == "scope":
        yield from (_order(replace(read, activities=(code,))) for code in read.choices)
    elif read.missing in ("unknown", "activities"):
        yield from (_order(replace(read, activities=(code,))) for code in _running(structure, read)[:1])
    if read.missing in ("unknown", "scope") and not (read.classes or read.activities):
        yield _order(read, "tout")


def _order(read: Closing, whole: str = "") -> str:
    """Write an order that is read as `read`."""
    days = f"{read.first:%d/%m/%Y}"
    if read.last != read.first:
        days = f"du {days} au {read.last:%d/%m/%Y}"
    return " ".join(filter(None, [read.site, ", ".join(read.classes), *read.activities, whole, days, read.reason]))
