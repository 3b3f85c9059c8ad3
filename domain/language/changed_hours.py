"""Another hour of coming or leaving: "Luka partira à 18h30 mardi au lieu de 17h30", "changer l'heure de Luka".

Only for children whose site has an evening that is left at any hour. There one hour for another is a booking with the
new hour, and the rules find that it changes one; elsewhere an hour stands for slots, which are booked or called off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from domain.language.activities import is_evening
from domain.language.expression import Expression
from domain.language.hours import Hour, find_hours
from domain.language.text import Edit, Text, fold
from domain.model.activity import AskHour
from domain.model.family import Family
from domain.model.structure import Structure

_CLOCK: Final = r"\d{1,2} ?(?:h|heures?)(?: ?[0-5]\d\b| ?(?:et )?demie)?(?![\da-z])|\d{1,2}:[0-5]\d"
#: The hour that was, behind the word that sets it against the new one.
_OLD: Final = Expression(
    r",?\s*\b(?:au lieu de|a la place de|plutot qu(?:e |')|et non(?: pas)?|et pas|mais pas|pas) ?"
    rf"(?:(?:a|de|vers|jusqu'a) )?(?P<hour>{_CLOCK})"
    r"(?: (?:comme )?(?:prevue?|initialement|d'habitude|habituellement|actuellement|reservee?s?))*,?"
)
_THING: Final = (
    r"(?:l'|d'|son |leur |ses |leurs |les |un |une |de |des )?(?:heures?|horaires?)(?! ?d'arrivee)"
    r"(?: (?:de|d') ?(?:depart|sortie|recuperation|fin))?|(?:le |son |leur )(?:depart|retour)|la sortie"
)
#: A change of hour is named: the words that do it go, what they are about stays.
_NAMED: Final = Expression(
    r"\b(?:(?:changer|changez|modifier|modifiez|decaler|decalez|avancer|avancez|reculer|reculez|repousser|repoussez"
    rf"|retarder|retardez|corriger|corrigez) (?:{_THING})"
    rf"|(?:changement|modification)s? (?:{_THING})|prolonger|prolongez)\b"
    r"(?: (?:de|d'|du|pour)(?= |\b))? ?"
)
#: A move from one hour to another: "décaler Luka de 17h30 à 18h30".
_MOVED: Final = Expression(r"\b(?:decaler|decalez|deplacer|deplacez|passer|passez|avancer|avancez|reculer|reculez)\b")
_SUBJECT: Final = r"(?:(?:je|j'|on|nous|il|elle|ils|elles|papa|maman|mamie|papi|(?:mon|ma|son|sa|leur) \w+) ?)?"
#: Who leaves, or who comes for the child.
_LEAVES: Final = Expression(
    rf"\b{_SUBJECT}(?:(?:les|le|la|l') ?)?(?:(?:part|partira|partiront|partent|sort|sortira|sortiront|sortent"
    r"|reste|restera|resteront|restent|recupere|recupererai|recuperera|recupererons|recuperons|prends|prendrai"
    r"|(?:viens|viendrai|vient|viendra|passe|passerai|passera)(?: (?:les|le|la|l'))? ?(?:chercher|recuperer|prendre)"
    r"|(?:sera|seront) (?:recupere|cherche)e?s?)\b)"
)
#: It is otherwise than it was said before.
_INSTEAD: Final = Expression(r"\b(?:finalement|en fait|plutot|changement de programme)\b,?")
#: A question about hours changes none.
_ASKS: Final = Expression(r"\b(?:quand|quelles? heures?|quels? horaires?|combien|comment)\b")
_SENTENCE: Final = re.compile(r"[^.!?\n]+")
_BOOK: Final = "inscrire "


def asks_for_hour(text: str) -> bool:
    """Say whether `text` names a change of hour, so that an hour it does not give is to be asked."""
    return _NAMED.search(fold(text)) is not None


def tells_hour(text: str, family: Family, structure: Structure) -> bool:
    """Say whether `text` tells of another hour for children whose evening is left at any hour."""
    plain = Text.of(text)
    return with_changed_hours(plain, family, structure) is not plain


def with_changed_hours(text: Text, family: Family, structure: Structure) -> Text:
    """Return `text` with each sentence about another hour read as a booking up to that hour."""
    free = _free_sites(structure)
    if not any(child.site in free for child in family.children):
        return text
    edits = [
        edit
        for sentence in _SENTENCE.finditer(text.plain)
        if _is_ours(sentence[0], text.plain, family, free)
        for edit in _edits(sentence[0], sentence.start())
    ]
    return text.rewritten(edits)


def _free_sites(structure: Structure) -> frozenset[str]:
    """Return the sites of which every evening is left at an hour that the parent gives."""
    evenings = [a for a in structure.activities if is_evening(a)]
    free = {site for a in evenings if a.ask_hour is AskHour.DEPARTURE for site in a.sites}
    return frozenset(free - {site for a in evenings if a.ask_hour is not AskHour.DEPARTURE for site in a.sites})


def _is_ours(sentence: str, plain: str, family: Family, free: frozenset[str]) -> bool:
    """Say whether a sentence is only about children of such sites; one without names is about those named elsewhere."""
    sites = _sites(sentence, family) or _sites(plain, family) or {child.site for child in family.children}
    return sites <= free


def _sites(plain: str, family: Family) -> set[str]:
    named = ((c.site, fold(c.first_name)) for c in family.children)
    return {site for site, name in named if name in plain and re.search(rf"\b{re.escape(name)}\b", plain)}


def _edits(sentence: str, offset: int) -> Iterator[Edit]:
    """Yield the edits that turn one sentence about another hour into a booking; none when it is about anything else."""
    hours = find_hours(sentence)
    old = [m for m in _OLD.finditer(sentence) if _has_other(hours, m)]
    named, leaves = _NAMED.search(sentence), list(_LEAVES.finditer(sentence))
    moved = _MOVED.search(sentence) if any(h.to and h.word == "de" for h in hours) else None
    instead = _INSTEAD.search(sentence) if leaves and hours else None
    if not (old or named or moved or instead) or _ASKS.search(sentence):
        return
    verbs = sorted((m.span() for m in (named, moved, *leaves) if m), key=lambda span: span[0])
    for n, (start, end) in enumerate(verbs):
        if n == 0 or start >= verbs[n - 1][1]:
            yield Edit(offset + start, offset + end, " " if n else _BOOK if hours else f"{_BOOK}le soir ")
    if instead:
        yield Edit(offset + instead.start(), offset + instead.end(), " ")
    yield from (Edit(offset + m.start(), offset + m.end(), " ") for m in old)
    for hour in hours:
        if not any(m.start() < hour.end and hour.start < m.end() for m in (*old, *(v for v in (named,) if v))):
            new = hour.to or hour.at
            yield Edit(offset + hour.start, offset + hour.end, f" jusqu'a {new.hour}h{new.minute:02d}")


def _has_other(hours: list[Hour], old: re.Match[str]) -> bool:
    """Say whether another hour is said, for which this one is left."""
    return any(hour.end <= old.start("hour") or hour.start >= old.end("hour") for hour in hours)
