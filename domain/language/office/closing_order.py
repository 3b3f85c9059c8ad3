"""The pieces of an order to close, each at its place: what is named up to the days and right behind them, and the rest.

Behind that the reason is free, and a word in it that could name something too is not taken for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from domain.language.activities.activities import running
from domain.language.days.days import find_days
from domain.language.matching.expression import Expression
from domain.language.office import closing_names as names
from domain.language.office.class_words import ClassSaid, find_classes
from domain.language.office.closing_names import At, Named, Stretch, blanked
from domain.model.structure import Structure

#: What may stand between the days and what is named after them.
_BETWEEN: Final = Expression(r"[\s,;:+&/-]*(?:(?:et|le|la|les|l'|de|du|des|pour|seulement) ?)*[\s,;:]*")

#: "les CE1 mardi" is no Tuesday of every week.
_ARTICLES: Final = Expression(r"\b(?:les?|la|des?|du|aux?) $")


@dataclass(frozen=True, slots=True)
class Order:
    """An order taken apart: `days_at`, `acts`, `classes`, `whole` (words for the whole site), in the order of the text.

    Those in the reason, which may begin at `end`, are among them. `days` are none where none is read or one is past.
    """

    text: str
    plain: str
    structure: Structure
    known: Sequence[str]
    at: At
    days: tuple[date, ...] = ()
    days_at: tuple[Stretch, ...] = ()
    acts: tuple[Named, ...] = ()
    classes: tuple[ClassSaid, ...] = ()
    whole: tuple[Stretch, ...] = ()
    end: int = 0

    @property
    def items(self) -> tuple[Named | ClassSaid, ...]:
        """The activities and classes, wherever they stand."""
        return (*self.acts, *self.classes)

    @property
    def acts_named(self) -> tuple[Named, ...]:
        """The activities named outside the reason."""
        return tuple(act for act in self.acts if act.start < self.end)

    @property
    def classes_named(self) -> tuple[ClassSaid, ...]:
        """The classes named outside the reason."""
        return tuple(said for said in self.classes if said.start < self.end)

    @property
    def whole_named(self) -> tuple[Stretch, ...]:
        """The words for the whole site outside the reason."""
        return tuple(span for span in self.whole if span[0] < self.end)

    def left(self) -> str:
        """Return the text with blanks where something is named: the reason, and what names nothing."""
        items = [(item.start, item.end) for item in self.items if item.start < self.end]
        return blanked(self.text, [*self.at.spans, *self.days_at, *items, *self.whole_named])

    def beside(self, start: int, end: int) -> bool:
        """Say whether nothing stands between two places but words that join."""
        return _BETWEEN.fullmatch(self.plain[start:end]) is not None

    def runs(self, day: date) -> bool:
        """Say whether anything runs at the site on `day`."""
        return bool(running(self.structure, self.at.site.code, day))


def taken_apart(order: Order, today: date) -> Order:
    """Return an order, of which the site is known, taken apart."""
    rest, plain = blanked(order.text, order.at.spans), blanked(order.plain, order.at.spans)
    said = find_classes(rest, plain, order.known)
    sure = [(each.start, each.end) for each in said if not each.loose]
    led = [(m.start(), m.end()) for start, _ in sure if (m := _ARTICLES.search(plain[:start]))]
    order = _with_days(order, blanked(rest, [*sure, *led]), today)
    plain = blanked(plain, sure)
    whole = tuple(m.span() for m in names.WHOLE.finditer(blanked(plain, order.days_at)))
    runs_on = [day for day in order.days if order.runs(day)]
    acts = tuple(names.find_named(blanked(plain, whole), order.at.site, runs_on, order.structure))
    taken = [*order.days_at, *((act.start, act.end) for act in acts)]
    classes = (each for each in said if not each.loose or all(each.end <= a or b <= each.start for a, b in taken))
    order = replace(order, acts=acts, classes=tuple(classes), whole=whole)
    return replace(order, end=_end(order))


def _with_days(order: Order, rest: str, today: date) -> Order:
    found = find_days(rest, today=today, year=order.structure.year)
    days = {
        day
        for each in found
        for day in each.days or (each.first + timedelta(n) for n in range((each.last - each.first).days + 1))
    }
    days_at = tuple((each.start, each.end) for each in found)
    return replace(order, days=tuple(sorted(days)) if days and min(days) >= today else (), days_at=days_at)


def _end(order: Order) -> int:
    """Return where the reason may begin: behind the days and what is named right behind them."""
    end = max((stop for _, stop in order.days_at), default=len(order.text))
    items = [(item.start, item.end) for item in order.items]
    for start, stop in sorted([*items, *order.whole, *order.at.elsewhere]):
        if start < end or order.beside(end, start):
            end = max(end, stop)
    return end
