"""Moves: "décaler de mardi à jeudi", "remplacer la cantine par le goûter", "remplacer Victor par Séverine"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from domain.language.days.points import WEEKDAYS
from domain.language.dealing.joining import direction, one_day
from domain.language.matching.expression import Expression
from domain.language.notions.clauses import Clause
from domain.language.notions.marks import Act, Verb, Who
from domain.language.notions.propositions import Link, Slot
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import Days, Sort, When
from domain.model.wish import Do

_TWO: Final = 2
#: "remplacer Victor par Séverine".
_BY: Final = Expression(r" (?:[\w' ]{1,30} )?(?:par|avec|contre) (?:celle de |celui de )?")


#: "mettez-le", "le mettre": what was named before it.
_IT: Final = Expression(r"[- ](?:le|la|les)\b")
_IT_BEFORE: Final = Expression(r"\b(?:l[ea]s? |l'|est a )$")
_IT_WITHIN: Final = Expression(r"\b(?:l[ea]s? |l')")
#: What is booked, and known to be: "le repas …", unlike "repas …".
_KNOWN: Final = Expression(r"\b(?:l[ea]s? |l'|son |sa |leur |cet(?:te)? |ce )$")
_RATHER: Final = Expression(r"\W*plutot\b")


def put_elsewhere(plain: str, said: list[Statement]) -> list[Statement]:
    """Read "le repas de vendredi, mettez-le jeudi", "… prévu vendredi, mettez-le plutôt jeudi" as moves."""
    done = list[Statement]()
    for s in said:
        dated = [d for d in s.prop.of(Days) if isinstance(d, Days) and d.bases]
        alone = len(dated) == 1 == len(s.prop.slots) and s.mood is Mood.BARE
        if done and _RATHER.match(plain, s.prop.start) and (whos := _for_another(plain, done[-1], s)):
            done[-1:] = _given(done[-1], whos)
            continue
        if done and alone and _RATHER.match(plain, s.prop.start) and (stood := _stood(plain, done[-1], rather=True)):
            done[-1:] = _halves(done[-1], stood, dated[0])
            continue
        later = [d for d in dated if s.verb is not None and d.start >= s.verb.end and len(d.bases) == 1]
        told = done[-1] if done and len(s.prop.slots) == 1 and _goes_on(done[-1], s) else None
        if told and (whos := _for_another(plain, told, s)):
            done[-1:] = _given(told, whos)
            continue
        stood = _stood(plain, s, rather=False, told=told) if len(later) == 1 else None
        if stood and told:
            done.pop()
        done += _halves(told or s, stood, later[0]) if stood else [s]
    return done


_ARTICLES: Final = ("le ", "la ", "les ", "l'", "son ", "sa ")
#: "mettez-le aussi pour Séverine" takes nothing away.
_TOO: Final = Expression(r"\b(?:aussi|egalement|en plus|les deux)\b")


def _for_another(plain: str, told: Statement, s: Statement) -> list[Who]:
    """Return from whom to whom "le repas de Victor jeudi, mettez-le pour Séverine" gives what is booked, or nobody."""
    old = [w for w in told.prop.slots if isinstance(w, Who)]
    new = [w for w in s.prop.slots if isinstance(w, Who)]
    acts = [a for a in told.prop.slots if isinstance(a, Act)]
    verb = s.verb or told.verb
    if len(old) != 1 or len(s.prop.slots) != 1 or not new or not acts or verb is None or s.prop.same:
        return []
    before = _KNOWN.search(plain, max(0, acts[0].start - 8), acts[0].start) is not None
    known = before or plain.startswith(_ARTICLES, acts[0].start)
    known = known and acts[0].start < old[0].start and verb.do is Do.BOOK
    it = _IT.match(plain, verb.end) and not _TOO.search(plain, s.prop.start, s.prop.end)
    single = len(old[0].names) == len(new[0].names) == 1 and old[0].names != new[0].names
    return [*old, *new] if known and it and single and told.prop.says_when else []


def _given(told: Statement, whos: list[Who]) -> list[Statement]:
    days, acts = told.items[0].days, [a for a in told.prop.slots if isinstance(a, Act)]
    return [part_of_move(told, Do.CANCEL, whos[:1], acts, days), part_of_move(told, Do.BOOK, whos[1:], acts, days)]


def _goes_on(before: Statement, s: Statement) -> bool:
    return before.mood is Mood.BARE and before.prop.sentence == s.prop.sentence and s.prop.link is Link.AND


def _stood(plain: str, s: Statement, *, rather: bool, told: Statement | None = None) -> Days | None:
    """Return the day of the booking that a demand is about: "le repas de Zoé prévu vendredi, mettez-le"."""
    verb = s.verb
    if verb is None or s.mood not in (Mood.ASKED, Mood.STATED) or s.do is not Do.BOOK or s.prop.same:
        return None
    named = (told or s).prop
    before = [d for d in named.of(Days) if isinstance(d, Days) and d.end <= verb.start]
    acts = [a for a in named.of(Act) if a.end <= verb.start]
    if len(before) != 1 or len(before[0].bases) != 1 or before[0].frames or not acts:
        return None
    known = _KNOWN.search(plain, max(0, acts[0].start - 8), acts[0].start) is not None
    it = _IT.match(plain, verb.end) or _IT_BEFORE.search(plain, max(0, verb.start - 8), verb.start)
    it = it or _IT_WITHIN.search(plain, verb.start, verb.end)
    return before[0] if it and (direction(plain, before[0]) == "de" or (rather and known)) else None


def _halves(s: Statement, before: Days, after: Days) -> list[Statement]:
    whos = [w for w in s.prop.slots if isinstance(w, Who)]
    acts = [a for a in s.prop.slots if isinstance(a, Act)]
    return [part_of_move(s, Do.CANCEL, whos, acts, before), part_of_move(s, Do.BOOK, whos, acts, after)]


#: "remplacer le goûter par l'accueil": one activity for another, whatever the days.
_BY_ACT: Final = Expression(r"\b(?:par|contre|en)\s*(?:de )?(?:la |le |les |l'|du |son |sa |leur )?$")


def _swapped(plain: str, acts: list[Act], days: list[Days]) -> int:
    """Return which activity is to take the place of those before it, on days that are all named before it."""
    by = (n for n, a in enumerate(acts) if n and _BY_ACT.search(plain, max(0, a.start - 16), a.start))
    to = next(by, 0)
    if not to:
        return 0
    aside = all(d.end <= acts[to].start for d in days) or all(d.start >= acts[-1].end for d in days)
    return to if aside else 0


def _begins_on(old: Days, new: Days) -> Days | None:
    """Return "du 11 au jeudi 13" where the weekday before it only says again when the 11th is."""
    ends = new.bases[0].ends if len(new.bases) == 1 else None
    weekdays = old.bases[0].weekdays if len(old.bases) == 1 and not old.frames else ()
    return new if ends and (ends[0].isoweekday(),) == weekdays else None


#: Where the second half of "la cantine de mardi par le goûter de jeudi", "mardi midi à jeudi matin" begins.
_HALF: Final = Expression(
    r"\b(?:par|contre)\b|\b(?:a|au|aux|vers|pour)\b(?! (?:la |l')?(?:cantine|garderie|gouter|centre))"
)
_DIRECTLY: Final = Expression(r"\s*(?:a la |au |le |la |a l'|du |de la )?")
_NEXT_ACT: Final = Expression(
    r"(?:par|contre|a|au|aux|vers|pour)\s*(?:la |le |les |l'|du |de la |celui du |celle du )?"
)


def _parted(plain: str, acts: list[Act], old: Days, new: Days) -> tuple[list[Act], list[Act]]:
    """Return the activities of each day where each has its own; otherwise both have all of them."""
    halves = list(_HALF.finditer(plain, old.end, new.start + 4)) if old.end <= new.start else []
    cut = halves[-1].start() if halves else 0
    before, after = [a for a in acts if a.start < cut], [a for a in acts if a.start >= cut]
    if not (before and after):
        return acts, acts
    near = _NEXT_ACT.fullmatch(plain, cut, after[0].start) or _DIRECTLY.fullmatch(plain, new.end, after[0].start)
    return (before, after) if near else (acts, acts)


def _same_day(slots: list[Slot]) -> list[Slot]:
    """Let "le mercredi matin du 12" be one day."""
    kept = list[Slot]()
    for slot in slots:
        n = next((n for n in range(len(kept) - 1, -1, -1) if isinstance(kept[n], Days)), None)
        old = kept[n] if n is not None else None
        if n is not None and isinstance(old, Days) and isinstance(slot, Days) and n >= len(kept) - _TWO:
            glue = " " if n < len(kept) - 1 else ", "
            if one := (_begins_on(old, slot) or one_day(old, slot, glue)):
                kept[n] = replace(one, start=old.start)
                continue
        kept.append(slot)
    return kept


#: "décalez le goûter de Victor à lundi et celui de Séverine à mardi".
_HERS: Final = Expression(r"\b(?:celui|celle|ceux|celles) (?:de |d')$")


def _each_childs(plain: str, slots: list[Slot]) -> list[list[Slot]]:
    """Return the slots of each child's own move; what the second does not name, the activity, is that of the first."""
    parts = list[list[Slot]]([[]])
    for slot in slots:
        named = any(isinstance(x, Who) for x in parts[-1])
        if isinstance(slot, Who) and named and _HERS.search(plain, 0, slot.start):
            parts.append([a for a in parts[0] if isinstance(a, Act)])
        parts[-1].append(slot)
    return parts


def split_move(plain: str, s: Statement) -> list[Statement]:
    """Return what a move calls off and what it books instead; anything else as it is."""
    if s.verb is None or not s.verb.move:
        return [s]
    if len(each := _each_childs(plain, s.prop.slots)) > 1:
        return [half for part in each for half in split_move(plain, replace(s, prop=replace(s.prop, slots=part)))]
    slots = _same_day(s.prop.slots)
    whos = [x for x in slots if isinstance(x, Who)]
    named = [(direction(plain, d), d) for d in slots if isinstance(d, Days) and d.bases]
    acts = [a for a in slots if isinstance(a, Act)]
    days = _both_days(plain, slots, named)
    if _exchanges_alike(plain, s, named):
        days = []  # which of them is booked is not said
    if len(days) <= 1 and len(whos) == _TWO and _BY.fullmatch(plain, whos[0].end, whos[1].start):
        day = days[0][1] if days else None
        return [part_of_move(s, Do.CANCEL, whos[:1], acts, day), part_of_move(s, Do.BOOK, whos[1:], acts, day)]
    pointed = [d for _, d in named if any(b.sort is not Sort.SAME for b in d.bases)]
    to = _swapped(plain, acts, pointed) if len(pointed) == 1 else 0
    swapped = pointed[0] if to else None
    if swapped is None and len(days) == 1:
        to = next((n for n, a in enumerate(acts) if n and direction(plain, a) == "a"), 0)
        swapped = days[0][1]
    if to and swapped:
        return [
            part_of_move(s, Do.CANCEL, whos, acts[:to], swapped),
            part_of_move(s, Do.BOOK, whos, acts[to:], swapped),
        ]
    if len(days) < _TWO:
        return [part_of_move(s, Do.BOOK, whos, acts, Days(s.prop.start, s.prop.start, (When(Sort.VAGUE),)))]
    gone, come = _parted(plain, acts, days[0][1], days[1][1])
    return [part_of_move(s, Do.CANCEL, whos, gone, days[0][1]), part_of_move(s, Do.BOOK, whos, come, days[1][1])]


#: "échangez jeudi et le 11": neither is said to take the place of the other.
_EXCHANGE: Final = Expression(r"(?:re)?(?:echang|intervert|permut|invers|switch)\w*")


def _exchanges_alike(plain: str, s: Statement, named: list[tuple[str, Days]]) -> bool:
    """Say whether two days only change places, so that it is not said which one is booked."""
    verb, days = s.verb, named[0][1] if len(named) == 1 else None
    if verb is None or days is None or len(days.bases) != _TWO or not _EXCHANGE.match(plain, verb.start):
        return False
    return re.search(r"\bet\b", plain[days.bases[0].end : days.bases[1].start]) is not None


def _both_days(plain: str, slots: list[Slot], named: list[tuple[str, Days]]) -> list[tuple[str, Days]]:
    """Return the days that a move names, whence first."""
    limits = [w for d in slots if isinstance(d, Days) and not d.bases for w in d.frames]
    days = [p for way, d in named for p in _ends(plain, way, d)] if len(named) == 1 else named
    if limits:
        days = [(way, _weekly(d, limits)) for way, d in days]
    if len(days) >= _TWO and days[0][0] == "a" and days[1][0] != "a":
        return [days[1], days[0]]
    return days


#: So it is from now on: the weekdays are those of every week.
_REPEATED: Final = Expression(r"\b(?:chaque|tou(?:te)?s les|jusqu|a partir|desormais|semaines)\b")
#: Two weekdays without a number: "de vendredi à jeudi".
_WEEKDAYS: Final = Expression(rf"(?:du |de )?({'|'.join(WEEKDAYS)}) (?:a|au) ({'|'.join(WEEKDAYS)})")


def _ends(plain: str, way: str, days: Days) -> list[tuple[str, Days]]:
    """Read "de mardi à jeudi" beside "décaler" as two days, not as a period or a list."""
    if len(days.bases) == _TWO and not days.frames:
        return [("", replace(days, bases=(base,))) for base in days.bases]
    found = _WEEKDAYS.fullmatch(plain, days.start, days.end)
    if found and not (_ascends(found) and _REPEATED.search(plain) is None):
        bases = (When(Sort.WEEKDAY, days.start, days.end, weekdays=(WEEKDAYS[word],)) for word in found.groups())
        return [("", replace(days, bases=(base,))) for base in bases]
    span = days.bases[0] if len(days.bases) == 1 and days.bases[0].ends else None
    if span is None or span.ends is None:
        return [(way, days)]
    return [("", replace(days, bases=(When(Sort.DAY, days=(d,)),))) for d in span.ends]


def _ascends(found: re.Match[str]) -> bool:
    """Say whether "de lundi à vendredi" names two days of one week: the second is the one after the first."""
    return WEEKDAYS[found[1]] < WEEKDAYS[found[2]]


def _weekly(days: Days, limits: list[When]) -> Days:
    """Read "jusqu'aux vacances, décaler du jeudi au vendredi" as every such weekday up to then."""
    weekdays = tuple({d.isoweekday() for b in days.bases for d in b.days} | {n for b in days.bases for n in b.weekdays})
    return Days(days.start, days.end, (When(Sort.EVERY, days.start, days.end, weekdays=weekdays),), tuple(limits))


def ends_of(plain: str, days: Days) -> list[Days]:
    """Return the days between which "de mardi à jeudi" moves something; other days as they are."""
    return [d for _, d in _ends(plain, "", days)]


def part_of_move(s: Statement, do: Do, whos: list[Who], acts: list[Act], days: Days | None) -> Statement:
    """Return one half of a move: what is called off on its first day, or booked on the second."""
    verb = Verb(s.prop.start, s.prop.start, do)
    item = Clause(
        s.prop.sentence, s.prop.start, verb, do, list(whos), acts=list(acts), days=days, act_in_cancel=bool(acts)
    )
    item.hours = [h for i in s.items for h in i.hours][:1] if do is Do.BOOK else []
    return Statement(s.prop, Mood.ASKED, do, [item])
