"""Periods that are only told, and hold for the weekdays that are asked next."""

from __future__ import annotations

from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.propositions import Link
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import Days, Reach, Sort
from domain.language.periods.pointed import LIMITS, WEEKDAYS, has
from domain.model.wish import Do

_NEAR: Final = 4
#: What may stand before a period that a sentence opens with.
_OPENING: Final = Expression(
    r"\W*(?:(?:bonjour|bonsoir|coucou|salut|hello|madame|monsieur|mesdames|messieurs|a tous|a toutes|alors|bon"
    r"|donc|voila|re"
    r"|et|pour)\W+)*"
)
#: A week that has not begun.
_COMING: Final = Expression(r"prochaine|suivante|qui (?:vient|arrive)|rentree|semaine (?:du )?\d")


def holds_for_next(plain: str, s: Statement, days: Days, after: list[Statement]) -> bool:
    """Say whether a week, or a rhythm of weeks, is told for what is asked `after` it."""
    return _opens(plain, s, days) or _keeps(plain, s, days) or _tells(plain, s, after)


def _opens(plain: str, s: Statement, days: Days) -> bool:
    """Say whether a week to come opens what is told: "La semaine prochaine je les récupère. …"."""
    week = not days.bases and any(w.reach is Reach.WEEK and w.sort is Sort.SPAN for w in days.frames)
    coming = _COMING.search(plain, days.start, days.end) is not None
    return (
        week
        and coming
        and s.prop.link is Link.START
        and _OPENING.fullmatch(plain, s.prop.start, days.start) is not None
    )


_CUSTODY: Final = Expression(
    r"\b(?:c'est (?:moi|nous) qui|je|j'|on|nous) ?(?:les |la |le |l')?(?:garde|gardons|ai|aurai|avons|aurons)\b"
)


def _keeps(plain: str, s: Statement, days: Days) -> bool:
    """Say whether the sender has the children that week: "C'est moi qui garde Zoé la semaine prochaine. … lundi …"."""
    week = not days.bases and any(w.reach is Reach.WEEK and w.sort is Sort.SPAN for w in days.frames)
    coming = week and _COMING.search(plain, days.start, days.end) is not None
    return coming and s.prop.link is Link.START and _CUSTODY.search(plain, s.prop.start, s.prop.end) is not None


#: Nothing is booked in a week that the family is away.
_AWAY: Final = Expression(
    r"\bpar(?:t|s|tons|tirai|tira)\b|vacances|conges?\b|absent|voyage|\bferm|weekend|week-end|ski\b"
)


def _tells(plain: str, s: Statement, after: list[Statement]) -> bool:
    """Say whether the week is told for what is asked next: "on récolte la semaine du 16, prenez-la lundi et jeudi"."""
    days = next((i.days for i in s.items if i.days), None)
    mere = days is not None and not days.bases
    week = mere and days is not None and all(w.reach is Reach.WEEK for w in days.frames)
    coming = week and days is not None and _COMING.search(plain, days.start, days.end) is not None
    coming |= mere and days is not None and all(w.sort is Sort.PARITY for w in days.frames)
    spoken = [o for o in after if o.do is not None and o.prop.says_when][:1]
    below = [o for o in spoken if o.prop.sentence <= s.prop.sentence + _NEAR]
    loose = [d for o in below for i in o.items if (d := i.days) and d.bases]
    weekdays = bool(loose) and all(b.sort in WEEKDAYS for d in loose for b in d.bases)
    weekdays &= not any(has(d, Sort.SPAN, Sort.PARITY) for d in loose)
    away = bool(below) and below[0].do is Do.BOOK and _AWAY.search(plain, s.prop.start, s.prop.end) is not None
    return coming and weekdays and not away


def introduces(s: Statement, days: Days, after: list[Statement]) -> bool:
    """Say whether a period is told for what is asked next: "du 17 au 28 je suis absent : merci d'inscrire …"."""
    spans = all(w.sort is Sort.SPAN for w in (*days.bases, *days.frames))
    asked = [o for o in after if o.prop.link in (Link.COLON, Link.SO) and o.do is not None]
    week = any(w.reach is Reach.WEEK for w in days.frames) and bool(asked) and asked[0].prop.link is Link.SO
    return (s.prop.heads or week) and spans and bool(asked)


def told_rhythm(s: Statement, before: list[Statement]) -> Days | None:
    """Return the period told just before a heading ("jusqu'aux vacances ce sera ce rythme, à inscrire : …")."""
    told = before[-1] if before else None
    if told is None or told.mood is not Mood.TOLD or s.mood is not Mood.FRAME or s.prop.says_when:
        return None
    days = next((i.days for i in told.items if i.days), None)
    return days if days and not days.bases and has(days, *LIMITS) and told.prop.sentence == s.prop.sentence else None
