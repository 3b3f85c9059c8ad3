"""Another hour of coming or leaving: "Luka partira à 18h30 mardi au lieu de 17h30", "Victor arrivera plutôt à 7h45".

Only for children whose site has an evening that is left at any hour, or something to which one comes at any hour.
There one hour for another is a booking with the new hour, and the rules find that it changes one; elsewhere an hour
stands for slots, which are booked or called off.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import time
from functools import cached_property
from typing import Final

from domain.language.activities.activities import comes_at, is_evening
from domain.language.activities.hour_words import (
    ASKS,
    CHILDREN,
    COMES,
    INSTEAD,
    LEAVES,
    MOVED,
    NAMED,
    OF_COMING,
    OF_LEAVING,
    OLD,
    ONE_OF_US,
    SHIFTED,
    UNCERTAIN,
)
from domain.language.notions.hours import Hour, find_hours
from domain.language.writing.text import Edit, Text, fold
from domain.model.activity import Activity, AskHour
from domain.model.family import Family
from domain.model.structure import Structure

_SENTENCE: Final = re.compile(r"[^.!?\n]+\??")
_BOOK: Final = "inscrire "
_NOON: Final = time(12)


@dataclass(frozen=True, slots=True)
class _Sites:
    """The sites whose evening is `left` at any hour, and what is `come_to` at any hour at each site."""

    left: frozenset[str]
    come_to: dict[str, tuple[Activity, ...]]

    def coming(self, sites: Iterable[str]) -> tuple[Activity, ...]:
        """Return what children come to at any hour; nothing when one of their `sites` has nothing like it."""
        each = [self.come_to.get(site, ()) for site in sorted(sites)]
        return tuple(activity for of in each for activity in of) if all(each) else ()


def asks_for_hour(text: str) -> bool:
    """Say whether `text` names a change of hour, so that an hour it does not give is to be asked."""
    plain = fold(text)
    return bool(
        NAMED.search(plain)
        or (COMES.search(plain) and SHIFTED.search(plain))
        or any(old["than"] for old in OLD.finditer(plain))
    )


def tells_hour(text: str, family: Family, structure: Structure, *, outright: bool = False) -> bool:
    """Say whether `text` tells of another hour for children who come or leave at any hour; see `with_changed_hours`."""
    plain = Text.of(text)
    return with_changed_hours(plain, family, structure, outright=outright) is not plain


def with_changed_hours(text: Text, family: Family, structure: Structure, *, outright: bool = False) -> Text:
    """Return `text` with each sentence about another hour read as a booking from that hour, or up to it.

    `outright` reads so, too, what does not say that it is another hour: "je récupère Luka à 18h jeudi".
    """
    sites = _sites_of(structure)
    if not any(child.site in sites.left or child.site in sites.come_to for child in family.children):
        return text
    edits = list[Edit]()
    for found in _SENTENCE.finditer(text.plain):
        own = _named(found[0], family) or _named(text.plain, family) or {child.site for child in family.children}
        sentence = _Sentence(found[0], sites.coming(own), leaving=own <= sites.left)
        if sentence.is_change() or (outright and sentence.is_told_of(family)):
            edits += sentence.edits(found.start())
    return text.rewritten(edits)


def _sites_of(structure: Structure) -> _Sites:
    evenings = [a for a in structure.activities if is_evening(a)]
    left = {site for a in evenings if a.ask_hour is AskHour.DEPARTURE for site in a.sites}
    slots = {site for a in evenings if a.ask_hour is not AskHour.DEPARTURE for site in a.sites}
    come_to = dict[str, tuple[Activity, ...]]()
    for activity in structure.activities:
        for site in activity.sites if activity.ask_hour is AskHour.ARRIVAL else ():
            come_to[site] = (*come_to.get(site, ()), activity)
    return _Sites(frozenset(left - slots), come_to)


def _named(plain: str, family: Family) -> set[str]:
    """Return the sites of the children that are named."""
    named = ((c.site, fold(c.first_name)) for c in family.children)
    return {site for site, name in named if name in plain and re.search(rf"\b{re.escape(name)}\b", plain)}


class _Sentence:
    """One sentence of folded text, about children who come to `coming` at any hour, or leave at any hour (`leaving`).

    `hours` are those that may be changed, `verbs` who comes or leaves then.
    """

    def __init__(self, plain: str, coming: tuple[Activity, ...], *, leaving: bool) -> None:
        self.plain = plain
        self.named = NAMED.search(plain)
        self._coming = coming
        thing = self.named.group() if self.named else ""
        self._of_coming, self._of_leaving = bool(OF_COMING.search(thing)), bool(OF_LEAVING.search(thing))
        self._leaving = leaving and not self._of_coming

    @cached_property
    def _comes(self) -> list[re.Match[str]]:
        return list(COMES.finditer(self.plain)) if self._coming else []

    @cached_property
    def _leaves(self) -> list[re.Match[str]]:
        return list(LEAVES.finditer(self.plain))

    @cached_property
    def hours(self) -> list[Hour]:
        """The new hours, if all of them are of coming to something, or of leaving where one leaves at any hour."""
        new = [h for h in find_hours(self.plain) if not any(_overlap(h, old) for old in self._old)]
        return new if all(self._fits(hour) if self._comes_at(hour) else self._leaving for hour in new) else []

    @cached_property
    def verbs(self) -> list[re.Match[str]]:
        """Who comes, and who leaves, where that may be at any hour."""
        return [*self._comes, *(self._leaves if self._leaving else ())]

    @cached_property
    def _old(self) -> list[re.Match[str]]:
        return list(OLD.finditer(self.plain))

    @cached_property
    def _signs(self) -> list[re.Match[str]]:
        """The words that set another hour against the one before, without saying it."""
        instead = INSTEAD.search(self.plain) if self.verbs and self.hours else None
        shifted = SHIFTED.search(self.plain) if self._comes else None
        return [sign for sign in (instead, shifted) if sign]

    @cached_property
    def _moved(self) -> re.Match[str] | None:
        return MOVED.search(self.plain) if any(h.to and h.word == "de" for h in self.hours) else None

    def is_change(self) -> bool:
        """Say whether it tells of another hour than the one before."""
        if ASKS.search(self.plain) or not (self.hours or self._lacks_hour()):
            return False
        return bool(self._old or self.named or self._moved or self._signs)

    def is_told_of(self, family: Family) -> bool:
        """Say whether it tells outright when the children come, or leave; of what is not certain it does not."""
        if not self.hours or ASKS.search(self.plain) or UNCERTAIN.search(self.plain):
            return False
        names = "|".join(re.escape(fold(child.first_name)) for child in family.children)
        child = re.compile(rf"(?<!\bde )(?<!\bd')\b(?:{names}|{CHILDREN}) ?$")
        return any(ONE_OF_US.match(verb.group()) or child.search(self.plain[: verb.start()]) for verb in self.verbs)

    def edits(self, offset: int) -> Iterator[Edit]:
        """Yield the edits, from `offset` on, that turn it into a booking; the first ones win where they overlap."""
        taken = list[tuple[int, int]]()
        for start, end, new in (*self._words(), *map(self._new, self.hours)):
            if all(end <= first or start >= last for first, last in taken):
                taken.append((start, end))
                yield Edit(offset + start, offset + end, new)

    def _words(self) -> Iterator[tuple[int, int, str]]:
        yield from ((*m.span(), " ") for m in self._old)
        verbs = sorted((m.span() for m in (self.named, self._moved, *self.verbs) if m), key=lambda span: span[0])
        for n, (start, end) in enumerate(verbs):
            yield start, end, " " if n else _BOOK if self.hours else f"{_BOOK}{self._part()} "
        yield from ((*m.span(), " ") for m in self._signs)

    def _new(self, hour: Hour) -> tuple[int, int, str]:
        coming = self._comes_at(hour)
        at = hour.at if hour.to is None or (coming and self._comes and not self._moved) else hour.to
        word = "des" if coming else "jusqu'a"
        return hour.start, hour.end, f" {word} {at.hour}h{at.minute:02d}"

    def _part(self) -> str:
        """Name what is come to, or left, when no hour says it."""
        names = {fold(activity.name) for activity in self._coming}
        return ("le matin" if len(names) > 1 else names.pop()) if self._is_coming() else "le soir"

    def _lacks_hour(self) -> bool:
        """Say whether the hour is to be asked: none is understood, or only the one before, where there is one."""
        said = find_hours(self.plain) and not any(old["than"] for old in self._old)
        return not said and not self.hours and (bool(self._coming) if self._is_coming() else self._leaving)

    def _is_coming(self) -> bool:
        neither = not (self._of_leaving or self._leaves or self._leaving)
        return bool(self._comes) or self._of_coming or (bool(self._coming) and neither)

    def _comes_at(self, hour: Hour) -> bool:
        """Say whether `hour` is one of coming: by the verb, by what is changed, or because it lies before noon."""
        if not self._coming or bool(self._comes) != bool(self._leaves):
            return bool(self._comes)
        if not self._comes and (self._of_coming or self._of_leaving):
            return self._of_coming
        return hour.at < _NOON

    def _fits(self, hour: Hour) -> bool:
        return any(comes_at(activity, hour.at) for activity in self._coming)


def _overlap(hour: Hour, old: re.Match[str]) -> bool:
    return hour.start < old.end("hour") and old.start("hour") < hour.end
