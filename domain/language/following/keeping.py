"""What of a request a narrowing follow-up keeps: "Séverine seulement lundi", "plutôt à partir de jeudi"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from domain.language.days.calendar import lay
from domain.language.following.picking import Picked, pick
from domain.language.leaning.meant import Leaning, Named
from domain.language.matching.expression import Expression
from domain.language.notions.when import Sort
from domain.language.sentences.sentences import World
from domain.model.following import FollowUp, Said, Standing, Turn
from domain.model.wish import Ask

_ONLY = Expression(r"\b(?:seulement|uniquement|juste|rien que|que)\b")
_LIMITS = frozenset({Sort.SINCE, Sort.UNTIL})
#: What may stand between the day that is wanted and the one that is not: "pas mardi, jeudi", "pas le 6 le 13".
_SET_AGAINST = re.compile(r"[ ,:;.]*")
_TWO = 2


def is_limit(named: Named) -> bool:
    """Say whether its days only say from when or until when: they bound what was asked, and name no day."""
    days = named.days
    return days is not None and not days.bases and bool(days.frames) and all(w.sort in _LIMITS for w in days.frames)


def narrows(leaning: Leaning) -> bool:
    """Say whether it keeps a part of the request: "seulement jeudi", "à partir de jeudi en fait"."""
    limits = leaning.turn is Turn.INSTEAD and is_limit(leaning.named) and not leaning.out.sorts
    return leaning.only or limits


def frame_of(leaning: Leaning) -> Named:
    """Return what tells of which lines something is the only one wanted; the rest of the request stays as it is.

    In "Séverine seulement lundi" those are Séverine's, in "seulement les garçons jeudi" those of Thursday. A day and
    an activity side by side ("seulement jeudi midi") are one thing.
    """
    named, only = leaning.named, _only_one(leaning)
    if only is None or (Ask.CHILD not in named.sorts and not _stands_between(leaning)):
        return Named()
    match only:
        case Ask.CHILD:
            return replace(named, whos=())
        case Ask.ACTIVITY:
            return replace(named, acts=(), hours=())
        case _:
            return replace(named, days=None)


def may_replace(leaning: Leaning, framed: Picked) -> bool:
    """Say whether what fits no line of the request is wanted in its place ("seulement jeudi", after Tuesday).

    Not where it is told of some lines alone, unless they are a child's ("Victor seulement jeudi"); and no limit is.
    """
    frame = frame_of(leaning)
    own = not frame.sorts or (frame.sorts == {Ask.CHILD} and bool(framed.wishes))
    return own and not is_limit(leaning.named)


def set_against(out: Named, picked: Picked, plain: str) -> tuple[Named, Named] | None:
    """Return what is not and what is wanted of "pas mardi, jeudi", where Tuesday was asked for and Thursday was not.

    To refuse what nobody asked for means nothing, and "ni" or "et" would stand between two that are refused.
    """
    days = out.days
    if days is None or out.sorts != {Ask.DATE} or days.frames or days.excepts or len(days.bases) < _TWO:
        return None
    gone, *come = days.bases
    asked = {wish.day for wish in picked.wishes}
    fits = [any(d in w.days or d.isoweekday() in w.weekdays for d in asked) for w in days.bases]
    single = all(w.sort in (Sort.WEEKDAY, Sort.DAY) for w in days.bases)
    if (
        not single
        or fits != [True, *(False for _ in come)]
        or not _SET_AGAINST.fullmatch(plain, gone.end, come[0].start)
    ):
        return None
    unwanted = replace(days, end=gone.end, bases=(gone,))
    return replace(out, days=unwanted), replace(out, days=replace(days, start=come[0].start, bases=tuple(come)))


def going_on(named: Named, said: Said) -> Named:
    """Return "et jusqu'au 21" as the days after those of the request, until then."""
    days = named.days
    until = days.frames[0] if days and is_limit(named) and len(days.frames) == 1 else None
    if days is None or until is None or until.sort is not Sort.UNTIL or not said.wishes:
        return named
    first = max(wish.day for wish in said.wishes) + timedelta(days=1)
    return replace(named, days=replace(days, frames=(replace(until, sort=Sort.SPAN, first=first),)))


def confirmed(leaning: Leaning, said: Said | None, standing: Standing, world: World) -> FollowUp:
    """Return the sending of the cart that "je confirme pour mardi" asks for, where it holds nothing but that."""
    picked = pick(leaning.named, standing.cart, world)
    certain = picked.open is None and bool(picked.wishes) and set(picked.wishes) == set(standing.cart)
    if not certain:
        return FollowUp(Turn.COPY, missing=(Ask.ACTION,))
    return FollowUp(Turn.COPY, validate=True, then=said)


def are_single(named: Named, world: World) -> bool:
    """Say whether single days are named, which replace one day, rather than a period that takes all over."""
    return named.days is not None and bool(named.days.bases) and bool(lay(named.days, world.scene).listed)


def _places(named: Named) -> list[tuple[int, int, Ask]]:
    places = [(who.start, who.end, Ask.CHILD) for who in named.whos]
    places += [(act.start, act.end, Ask.ACTIVITY) for act in named.acts]
    places += [(hour.start, hour.end, Ask.ACTIVITY) for hour in named.hours]
    places += [(named.days.start, named.days.end, Ask.DATE)] if named.days else []
    return sorted(places)


def _only_one(leaning: Leaning) -> Ask | None:
    """Return of which sort the one is that stands right after "seulement", or before it at the end."""
    if not leaning.only:
        return Ask.DATE
    places, said = _places(leaning.named), _ONLY.search(leaning.plain)
    if said is None or not places:
        return None
    after = [ask for start, _, ask in places if start >= said.end()]
    return after[0] if after else places[-1][2]


def _stands_between(leaning: Leaning) -> bool:
    """Say whether "seulement" parts what is named: "jeudi seulement le midi"."""
    places, said = _places(leaning.named), _ONLY.search(leaning.plain)
    if said is None or not places:
        return False
    return places[0][1] <= said.start() and places[-1][0] >= said.end()
