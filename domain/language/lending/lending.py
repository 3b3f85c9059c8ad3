"""What neighbours lend: whom, when and what a clause does not name itself, it takes from what was said around it."""

from __future__ import annotations

from typing import Final

from domain.language.dealing.joining import same_bases
from domain.language.lending.copying import LENDERS, change_by_but, copy
from domain.language.lending.days import is_left_out, lend_days, was_due
from domain.language.lending.pronouns import resolve_siblings, resolve_them
from domain.language.lending.refused import lend_refusal
from domain.language.matching.expression import Expression
from domain.language.notions.clauses import Clause
from domain.language.notions.marks import Act, Part, Who
from domain.language.notions.propositions import Link
from domain.language.notions.statement import AWAY, Mood, Statement
from domain.language.people.gender import contradicts
from domain.language.periods.periods import set_periods
from domain.language.told.grown_ups import comes_late
from domain.model.wish import Do

#: When somebody comes for the child.
PICKED_UP: Final = Expression(
    r"\b(?:recup\w+|cherch\w+|pren\w+|viens|vient|viendra\w*|arriv\w+|serai|etre la|rentre\w*|fini\w*|sera la"
    r"|(?:suis|sommes|est|serons) la|passe\w*|sors|sort|depos\w+|amen\w+|emmen\w+)\b"
)
#: "gardez Zoé jusque là": up to the hour that was told.
_SO_LONG: Final = Expression(r"\bjusque[- ]la\b|\bjusqu'a (?:cette heure|ce moment)\b")


def lend(plain: str, said: list[Statement]) -> None:
    """Fill what each clause lacks."""
    resolve_siblings(said)
    set_periods(plain, said)
    change_by_but(plain, said)
    for n, s in enumerate(said):
        resolve_them(plain, s, said[:n])
        if s.prop.same and s.mood not in (Mood.TOLD, Mood.CONTEXT, Mood.FRAME):
            copy(plain, s, said, n)
        for item in s.items:
            if s.do is None and s.mood is not Mood.REFUSED:
                continue
            if s.mood is Mood.REFUSED:
                lend_refusal(plain, item, s, said, n)
                continue
            _whom(plain, item, said, n)
            was_due(plain, item, s, said[:n])
            lend_days(item, s, said, n)
            _what(plain, item, s, said, n)
            _added(plain, item, s, said[:n])
            _part_told(plain, item, s, said[:n])
            _part_booked(item, s, said[max(0, n - 1) : n + 2])
            _until(plain, item, s, said)
            _hour_below(item, s, said[n + 1 : n + 2])


#: For what part of the day somebody is needed: "il ne peut pas rester seul cet après-midi".
_NEEDED: Final = Expression(r"\b(?:travaill\w+|boss\w+|reunions?|formation|seule?s?|pas dispo\w*)\b")
_PARTS: Final = (Part.MORNING, Part.AFTERNOON, Part.DAY)


def _part_told(plain: str, item: Clause, s: Statement, before: list[Statement]) -> None:
    """Let "ils rentrent avec moi ce soir, pas de périscolaire" be of that part of the day."""
    told = before[-1] if before and before[-1].mood is Mood.TOLD and not s.prop.says_when else None
    if told and s.do is Do.BOOK and item.acts and all(a.part is Part.CENTRE for a in item.acts) and not item.hours:
        needed = _NEEDED.search(plain, told.prop.start, told.prop.end) is not None
        item.acts += [a for i in told.items for a in i.acts if needed and a.part in _PARTS]
        return  # "je travaille mercredi matin, prenez Zoé au centre"
    wide = bool(item.acts) and all(a.part is Part.CARE for a in item.acts) and not item.hours
    if not wide or s.do is not Do.CANCEL or not before or before[-1].prop.sentence != s.prop.sentence:
        return
    item.acts += [a for i in before[-1].items for a in i.acts if a.part in (Part.MORNING, Part.EVENING)]


def _part_booked(item: Clause, s: Statement, beside: list[Statement]) -> None:
    """Let "JB ne viendra pas au centre mercredi, il était inscrit à la journée" call off that part of the day."""
    wide = bool(item.acts) and all(a.part is Part.CENTRE for a in item.acts) and not item.hours
    if not wide or s.do is not Do.CANCEL:
        return
    for other in beside:
        near = other.prop.sentence - s.prop.sentence in (-1, 0, 1) and other.mood is Mood.TOLD and other.booked
        if near and not (other.prop.says_when or other.prop.says_who):
            item.acts += [a for i in other.items for a in i.acts if a.part in _PARTS_OF_DAY]


def _hour_below(item: Clause, s: Statement, after: list[Statement]) -> None:
    """Let "réserver lundi et jeudi. Il restera jusqu'à 17h." be of that hour."""
    for other in after:
        hours = [h for i in other.items for h in i.hours]
        tells = other.mood is Mood.STATED and other.do is Do.BOOK and not (other.prop.says_when or other.prop.says_who)
        evening = all(a.part in (Part.EVENING, Part.CARE) for a in item.acts) and not item.hours
        if hours and tells and s.do is Do.BOOK and evening and not any(i.acts for i in other.items):
            item.hours = hours


#: "les lundis, avec le goûter avant": one thing more than what the list is of.
_WITH: Final = Expression(
    r"\b(?:avec|plus|sans oublier|en plus d[eu]|precedee?s? d[eu]) ?(?:le |la |l'|son |sa |du )?$"
)
_NEAR: Final = 24
_PARTS_OF_DAY: Final = (Part.DAY, Part.MORNING, Part.AFTERNOON)
#: These leave open what of the day is meant.
_WIDE: Final = (Part.CARE, Part.CENTRE)


def _added(plain: str, item: Clause, s: Statement, before: list[Statement]) -> None:
    """Add "avec le goûter" to what its list is of."""
    head = before[-1] if before and s.prop.link is Link.COLON and before[-1].mood in LENDERS else None
    acts = [a for i in head.items for a in i.acts if a.part not in _WIDE] if head and s.do is Do.BOOK else []
    if not acts or not item.acts or item.days is None:
        return
    if len(s.items) == 1 and all(_is_more(plain, a) and item.days.end <= a.start for a in item.acts):
        item.acts = [*(a for a in acts if a not in item.acts), *item.acts]


def _is_more(plain: str, act: Act) -> bool:
    return _WITH.search(plain, max(0, act.start - _NEAR), act.start) is not None


def _until(plain: str, item: Clause, s: Statement, said: list[Statement]) -> None:
    """Take the hour of pick-up that was told: "je récupère Zoé à 17h30, mettez-la au périscolaire"."""
    wide = item.acts and all(a.part in (Part.CARE, Part.EVENING) for a in item.acts)
    if s.do is Do.BOOK and not item.hours and (wide or not item.acts):
        so_long = _SO_LONG.search(plain, s.prop.start, s.prop.end) is not None
        picked = (
            o for o in said
            if o.mood is Mood.TOLD and (so_long or _is_pick_up(plain, o))
        )  # fmt: skip
        item.hours = next((list(i.hours) for o in picked for i in o.items if i.hours and _may_be_on(i, item)), [])


def _is_pick_up(plain: str, o: Statement) -> bool:
    return bool(PICKED_UP.search(plain, o.prop.start, o.prop.end)) or comes_late(plain, o.prop.start, o.prop.end)


def _may_be_on(told: Clause, item: Clause) -> bool:
    """Say whether an hour is told of no other day: not "inscrivez Zoé jeudi. Vendredi je la récupère à 16h"."""
    days, mine = told.days, item.days
    return days is None or mine is None or not days.bases or not mine.bases or same_bases(days, mine)


def _beside(said: list[Statement], n: int) -> list[Clause]:
    """Return the items of other statements, nearest first: those before, then those after."""
    before = [i for s in said[:n][::-1] for i in s.items[::-1]]
    after = [i for s in said[n + 1 :] if not s.prop.unaffected for i in s.items]
    return [*before, *after]


#: "lundi ils mangent à la cantine": several, whoever was named last.
_THEY: Final = Expression(r"\b(?:ils|elles)\b")


#: One child's own.
_HIS: Final = Expression(
    r"\b(?:son|sa) (?:repas|cantine|gouter|midi|garderie|dejeuner|inscription|reservation|accueil)\b"
)


def _whom(plain: str, item: Clause, said: list[Statement], n: int) -> None:
    if item.whos:
        return
    why = said[n].prop.reason in AWAY and not (said[n].prop.slots or said[n].prop.verbs)  # "Léah vient sans Zoé, otite"
    left_out = [s for s in said if s.prop.link is Link.EXCEPT and s.mood is Mood.REFUSED and not why]
    left_out += [s for s in said if _is_not_meant(s)]
    out = [i for s in left_out for i in s.items]
    prop, near = said[n].prop, [i for i in _beside(said, n) if i.whos and not any(i is o for o in out)]
    near = [i for i in near if not contradicts(plain, prop.start, prop.end, i.names)]
    if named := _named_below(said[n], said[n + 1 : n + 2]):
        near = named
    if _THEY.search(plain, prop.start, prop.end):
        near.sort(key=lambda i: len(i.names) < 2)  # noqa: PLR2004 - one is not several
    elif _HIS.search(plain, prop.start, prop.end):
        near.sort(key=lambda i: len(i.names) > 1)  # "la classe de Séverine … les enfants …, annulez son repas"
    item.whos = list(near[0].whos) if near else []


def _is_not_meant(s: Statement) -> bool:
    """Say whether it only says whom something told is not of: "mon appel concernait Victor et non Séverine"."""
    against = s.mood is Mood.TOLD and s.prop.negative and s.prop.link is Link.BUT
    return against and bool(s.prop.slots) and all(isinstance(x, Who) for x in s.prop.slots)


def _named_below(s: Statement, after: list[Statement]) -> list[Clause]:
    """Return whom alone the words after its colon name: "une inscription saute : Séverine"."""
    below = after[0] if after and s.prop.heads and s.do is Do.CANCEL else None
    if below is None or below.prop.link is not Link.COLON or not below.prop.slots:
        return []
    return [i for i in below.items if i.whos] if all(isinstance(x, Who) for x in below.prop.slots) else []


#: "merci d'annuler celle de Victor": of what was named last.
_THAT_OF: Final = Expression(
    r"\b(?:celle|celui|celles|ceux) (?:de|du|d'|qu'|que|a (?=annul|desinscri|enlev|retir|supprim))"
)


#: "je vois le goûter sur le planning …", "je voulais annuler …, mais non", "je ne garde au goûter que jeudi".
_BOOKINGS: Final = Expression(
    r"\b(?:plannings?|calendrier|listes?|recap\w*|reserv\w+|inscri\w+|desinscri\w+|annul\w+|enlev\w+|retir\w+"
    r"|supprim\w+"
    r"|n(?:e |')(?:garde|gardons|conserv\w+|maintien\w*|maintenons))\b"
)


def _is_of_bookings(plain: str, s: Statement, o: Statement) -> bool:
    """Say whether the sentence before it tells of bookings of one activity: what is called off next is of that."""
    near = s.asks and s.prop.sentence - o.prop.sentence == 1
    single = len({(a.part, a.codes) for i in o.items for a in i.acts}) == 1
    return near and single and _BOOKINGS.search(plain, o.prop.start, o.prop.end) is not None


def _is_subject(s: Statement) -> bool:
    """Say whether all below is about it: "Victor - accueil du matin : … je n'en ai plus besoin le mardi"."""
    return s.mood is Mood.CONTEXT and s.prop.heads and s.prop.says_who and not s.prop.says_when


def _what(plain: str, item: Clause, s: Statement, said: list[Statement], n: int) -> None:
    follows = s.prop.link in (Link.COLON, Link.SO) and n > 0 and said[n - 1].do is s.do and said[n - 1].prop.says_what
    whole = item.verb is not None and item.verb.whole and item.verb.do is s.do
    if item.says_what or s.do is Do.ABSENT or (whole and not follows):
        return
    before = [(o, i) for o in said[:n][::-1] for i in o.items[::-1] if i.says_what and o.mood is not Mood.TOLD]
    after = [
        (o, i) for o in said[n + 1 :] if not is_left_out(o) for i in o.items if i.says_what and o.mood is not Mood.TOLD
    ]
    swapped = s.prop.says_who and not s.prop.says_when and any(o.prop.mistake for o in said[:n])
    usable = [
        i
        for o, i in before
        if s.do is Do.BOOK or o.do is s.do or swapped or o.prop.sentence == s.prop.sentence or _is_subject(o)
    ]
    pointed = _THAT_OF.search(plain, s.prop.start, s.prop.end) is not None
    if pointed:
        usable = usable or [i for _, i in before]
    usable += [i for o, i in after if o.prop.sentence == s.prop.sentence or o.mood is Mood.CONTEXT]
    told = [
        i
        for o in said[:n][::-1]
        for i in o.items
        if o.mood is Mood.TOLD
        and i.says_what
        and (
            s.prop.sentence == o.prop.sentence
            or o.booked
            or pointed
            or o.prop.unaffected
            or _is_of_bookings(plain, s, o)
        )
    ]
    usable = usable or (told if s.do is Do.CANCEL else [])
    if not usable and s.do is Do.BOOK and s.mood in (Mood.FRAME, Mood.ASKED):
        usable = [i for o in said[:n][::-1] for i in o.items if o.mood is Mood.TOLD and i.acts]
    if usable:
        item.acts, item.hours = list(usable[0].acts), list(usable[0].hours)
        item.act_in_cancel = bool(item.acts)
