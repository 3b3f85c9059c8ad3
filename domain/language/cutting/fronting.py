"""Gives a predicate what stands before it in its sentence: its subject, its day, its topic."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from domain.language.cutting.topics import PLURAL, is_of_another, is_topic_of, leads_up
from domain.language.lexicon.household import OTHERWISE
from domain.language.matching.expression import Expression
from domain.language.notions.hours import Hour
from domain.language.notions.marks import Act, Force, Part, Who
from domain.language.notions.propositions import Link, Proposition, Slot
from domain.language.notions.when import Days, Sort
from domain.model.wish import Do, Reason

_TWO: Final = 2
#: "elio et luka": one list, and no comma.
AND_WHO: Final = Expression(r" (?:et|&|ou|ni) (?:d'|de |a |pour )?")
#: "au gouter et au creatif": the same.
AND_WHAT: Final = Expression(r" (?:et|&) (?:(?:pour|a) )?(?:l'|le |la |au |a l'|a la )?(?:atelier |accueil )?")
_AND_GOES: Final = Expression(r"\s*(?:et|puis)\b")


def with_what_precedes(plain: str, props: list[Proposition]) -> list[Proposition]:
    """Give a predicate back what stands before it in its sentence ("la semaine prochaine, mettez …")."""
    done = list[Proposition]()
    for prop in props:
        last = done[-1] if done else None
        if len(done) > 1 and last and _is_of_both(done[-2], last, prop):
            done[-2].equates = True
            done[-2].slots += prop.slots
            done[-2].read += prop.read
            continue
        if last:
            _take_refused_day(plain, last, prop)
        if last and (
            _is_split_subject(last, prop) or _are_several(plain, last, prop) or is_topic_of(plain, last, prop)
        ):
            prop.slots[:0] = [last.slots.pop()]
            _take_day(plain, last, prop)
            if _only_wishes(last):
                _put_before(last, prop)
                done.pop()
        elif last and _begins_with_day(plain, last, prop):
            pass
        elif last and _goes_on_as_ever(plain, last, prop):
            last.unaffected = True
        elif last and (_are_equated(plain, last, prop) or _is_fronted(plain, last, prop) or leads_up(last, prop)):
            _put_before(last, prop)
            done.pop()
        done.append(prop)
    return done


def _only_wishes(last: Proposition) -> bool:
    """Say whether "pour la semaine prochaine, je souhaite que" says no more than when, of what it wishes."""
    wishes = bool(last.verbs) and all(v.force is Force.NOUN and v.do is Do.BOOK for v in last.verbs)
    return wishes and bool(last.slots) and all(isinstance(s, Days) for s in last.slots) and not last.negative


#: "…, et le 11 Nahel et Sohan mangeront": what begins with a day.
_AND_THEN: Final = Expression(r"(?:,|\bet\b|\bpuis\b)[\s,]*(?:et |puis )?$")


def _take_day(plain: str, last: Proposition, prop: Proposition) -> None:
    """Give a subject the day that stands right before it, where the piece before has days of its own."""
    day = last.slots[-1] if len(last.of(Days)) > 1 else None
    first = prop.slots[0]
    if not isinstance(day, Days) or prop.says_when or plain[day.end : first.start].strip():
        return
    if _AND_THEN.search(plain, last.start, day.start):
        prop.slots[:0] = [last.slots.pop()]


def _take_refused_day(plain: str, last: Proposition, prop: Proposition) -> None:
    """Give "jeudi Léah rien et Sohan midi, vendredi les deux midi" the day that stands before whom it is refused."""
    lead = last.slots[0] if last.negative and len(last.slots) == _TWO and not last.predicate else None
    first, other = (prop.slots[0] if prop.slots else None), last.slots[-1] if last.slots else None
    named = isinstance(first, Who) and isinstance(other, Who) and not set(first.names) & set(other.names)
    near = prop.link is Link.AND and prop.sentence == last.sentence and not (prop.negative or prop.predicate)
    if not isinstance(lead, Days) or not (named and near):
        return
    at = next((n for n, s in enumerate(prop.slots) if isinstance(s, Days)), 0)
    days, before = prop.slots[at], prop.slots[at - 1]
    led = at > 1 and at + 1 < len(prop.slots) and isinstance(prop.slots[at + 1], Who) and isinstance(before, Act)
    if led and _APART.search(plain, before.end, days.start):
        prop.slots[:0] = [lead]


_APART: Final = Expression(r"[,;]|\bet\b")


def _begins_with_day(plain: str, last: Proposition, prop: Proposition) -> bool:
    """Give "Léah viendra lundi et jeudi Sohan restera" the day before its subject; say whether it was that."""
    days, first = (last.slots[-1] if last.slots else None), (prop.slots[0] if prop.slots else None)
    if (
        not isinstance(days, Days)
        or not isinstance(first, Who)
        or len(days.bases) < _TWO
        or days.frames
        or days.excepts
    ):
        return False
    said = prop.verb is not None and prop.verb.force is Force.SAID and first.start < prop.verb.start
    own = said and not prop.says_when and prop.says_what and last.says_who and last.sentence == prop.sentence
    if not own or plain[days.end : prop.start].strip() or plain[prop.start : first.start].strip():
        return False
    *before, day = days.bases
    last.slots[-1] = replace(days, bases=tuple(before), end=before[-1].end)
    prop.slots[:0] = [replace(days, bases=(day,), start=day.start)]
    return True


def _goes_on_as_ever(plain: str, last: Proposition, prop: Proposition) -> bool:
    """Say whether "il mange à midi et reste au créatif comme d'habitude" tells of one child's usual day."""
    said = all(v.do is Do.BOOK and v.force is Force.SAID for v in (*last.verbs, *prop.verbs))
    both = said and bool(last.verbs and prop.verbs) and prop.unaffected and prop.sentence == last.sentence
    dated = last.says_when or prop.says_when or prop.says_who
    return both and not dated and _AND_GOES.match(plain, prop.start) is not None


def _is_of_both(right: Proposition, wrong: Proposition, prop: Proposition) -> bool:
    """Say whether it names what both days are of: "ce sera jeudi, et non vendredi, pour Zoé à la cantine"."""
    together = right.sentence == wrong.sentence == prop.sentence and prop.link is Link.AND
    new = not {type(s) for s in prop.slots} & {type(s) for s in right.slots}  # "… du 22 et non du 20, pour Léah"
    dated = right.says_when and new and bool(wrong.slots) and all(isinstance(s, Days) for s in wrong.slots)
    bare = bool(prop.slots) and not (prop.says_when or prop.predicate or prop.negative or prop.same)
    equated = right.equates != prop.equates  # "la cantine du 15, et non du 13, c'est pour Zoé"
    return together and dated and bare and equated and wrong.negative and wrong.link is Link.BUT


def _put_before(last: Proposition, prop: Proposition) -> None:
    prop.slots[:0] = last.slots
    prop.read += last.read
    prop.start, prop.link, prop.line = last.start, last.link, last.line
    for flag in ("same", "only", "mistake", "equates", "negative"):
        setattr(prop, flag, getattr(last, flag) or getattr(prop, flag))


def _are_equated(plain: str, last: Proposition, prop: Proposition) -> bool:
    """Say whether "pour Séverine et Victor c'est la cantine" has left its first child before the "et"."""
    alone = bool(last.slots) and all(isinstance(s, Who) for s in last.slots) and not (last.predicate or last.negative)
    first = prop.slots[0] if prop.slots else None
    if not alone or not prop.equates or not isinstance(first, Who) or prop.link is not Link.AND:
        return False
    return last.sentence == prop.sentence and AND_WHO.fullmatch(plain, last.slots[-1].end, first.start) is not None


def _is_split_subject(last: Proposition, prop: Proposition) -> bool:
    """Say whether "noter que Victor et Séverine mangeront" has left its first subject with the verb before it."""
    if prop.link is not Link.AND or prop.sentence != last.sentence or len(last.slots) != 1 or not last.verbs:
        return False
    first = prop.slots[0] if prop.slots else None
    said = (
        prop.verb is not None and prop.verb.force is Force.SAID and first is not None and first.start < prop.verb.start
    )
    if prop.verb and prop.verb.do is Do.BOOK and any(v.do in (Do.ABSENT, Do.CANCEL) for v in last.verbs):
        return False  # "absence pour Victor, Séverine sera là"
    return said and isinstance(first, Who) and isinstance(last.slots[0], Who) and last.end == prop.start


def _are_several(plain: str, last: Proposition, prop: Proposition) -> bool:
    """Say whether a plural asks for the name before as well: "… enterrement Yasmine et Ilyès seront absents"."""
    one, other = (last.slots[-1] if last.slots else None), (prop.slots[0] if prop.slots else None)
    near = isinstance(one, Who | Act) and type(one) is type(other) and prop.sentence == last.sentence
    if not near or one is None or other is None or prop.link is not Link.AND:
        return False
    whole = (last.predicate and isinstance(one, Who)) or _is_complete(plain, last)
    glue = AND_WHO if isinstance(one, Who) else AND_WHAT
    if not whole or glue.fullmatch(plain, one.end, other.start) is None:
        return False
    return bool(prop.verbs or prop.told) and PLURAL.match(plain, other.end) is not None


def _are_listed(plain: str, last: Proposition, prop: Proposition) -> bool:
    """Say whether a plural is said of the name before as well: "lundi, à la cantine, Zoé et Luka ne mangeront pas"."""
    one, other = last.slots[-1], prop.slots[0] if prop.slots else None
    named = isinstance(one, Who) and isinstance(other, Who)
    if not named or other is None or AND_WHO.fullmatch(plain, one.end, other.start) is None:
        return False
    return PLURAL.match(plain, other.end) is not None


def _is_complete(plain: str, last: Proposition) -> bool:
    """Say whether its last name begins what is said next: "cantine lundi pour Léah, Nahel et Sohan mangent ici"."""
    *before, one = last.slots
    if isinstance(one, Act):
        return last.predicate and bool(before) and "," in plain[before[-1].end : one.start]
    if not any(isinstance(s, Who) for s in before) or len(before) < _TWO:
        return False
    listed = isinstance(before[-1], Who)
    return not listed or ({type(s) for s in before} >= {Who, Act, Days} and "," in plain[before[-1].end : one.start])


_OTHERWISE: Final = Expression(OTHERWISE)
#: "après la cantine jeudi, nous partons" tells of the way there.
_AROUND: Final = Expression(r"\b(?:apres|avant) (?:la |le |l'|son |sa )")


def _gives_reason(plain: str, last: Proposition, prop: Proposition) -> bool:
    """Say whether it only tells of something else: "demain c'est cantine, après on file à la neige"."""
    aside = prop.reason in (Reason.OTHER, Reason.WORK) and not prop.verbs
    return aside and last.says_what and last.says_when and not _AROUND.search(plain, last.start, last.end)


#: "… à l'exception du vendredi 11, jour où elle déjeune chez sa marraine".
RELATIVE: Final = Expression(
    r",? ?(?:jours?|dates?|journees?) (?:ou|auxquels?|durant lesquels?)\b|,? ?ou (?:il|elle|ils|elles|on)\b"
)


def _stands_apart(plain: str, last: Proposition, prop: Proposition) -> bool:
    """Say whether what stands before is whole, and the child elsewhere: "au centre vendredi pour Zoé, sa sœur reste …".

    So is "Zoé cantine jeudi, vendredi elle mange à la maison".
    """
    kinds = {type(s) for s in last.slots}
    whole = kinds >= {Who, Act, Days} or (kinds >= {Act, Days} and plain.startswith("(", prop.start))
    off = prop.told if prop.verb is None else prop.verb.do is Do.CANCEL and prop.verb.force is Force.SAID
    more = bool(prop.slots) or prop.reason is not None or _OTHERWISE.match(plain, prop.start) is not None
    away = bool(prop.verbs) and prop.subject and more
    if whole and off and (prop.says_who or away) and prop.link is Link.AND and not _are_listed(plain, last, prop):
        return True
    return is_of_another(plain, last, prop)


def _is_fronted(plain: str, last: Proposition, prop: Proposition) -> bool:
    """Say whether what stands before a verb completes it: it names nothing that the verb has itself."""
    near = last.sentence == prop.sentence and prop.link in (Link.AND, Link.COLON)
    if not near or RELATIVE.match(plain, prop.start) or _stands_apart(plain, last, prop):
        return False
    if last.predicate or last.negative != prop.negative or not prop.predicate or not last.slots:
        return False
    if (
        last.negative
        or _gives_reason(plain, last, prop)
        or last.link in (Link.EXCEPT, Link.INSTEAD)
        or last.yes
        or (last.only and last.link is Link.BUT and last.says_who and prop.says_who)  # "mais Luka seul, Elio reste ici"
        or (prop.same and last.says_what)
        or (last.same and all(isinstance(s, Who) for s in last.slots))
    ):
        return False
    if _goes_with_list(plain, last, prop):
        return True
    if prop.told and not prop.verbs:
        timed = {type(s) for s in last.slots} == {Days, Hour}
        return timed and not prop.slots  # "le 12 mai à 8h10, la maîtresse m'a écrit : …"
    kinds = {type(s) for s in last.slots}
    named = any(isinstance(s, Days) and s.bases for s in last.slots)
    own = [s for s in prop.slots if not ((named and prop.verbs and _only_limits(s)) or _is_same_meal(last, s))]
    return not any(isinstance(s, tuple(kinds)) for s in own)


def _goes_with_list(plain: str, last: Proposition, prop: Proposition) -> bool:
    """Say whether a list that begins before the verb's piece goes on in it."""
    if _lists_on(last, prop) and (prop.verbs or isinstance(last.slots[-1], Who)):
        return True
    listed = (
        _are_listed(plain, last, prop) and not prop.says_when
    )  # "lundi midi Zoé et Luka ne mangeront pas à la cantine"
    return listed and _parts(prop) <= _parts(last)


def _parts(prop: Proposition) -> set[Part]:
    return {s.part for s in prop.slots if isinstance(s, Act)}


def _only_limits(slot: Slot) -> bool:
    """Say whether it only limits days named before it: "le soir, le jeudi, est à annuler jusqu'au 7"."""
    return isinstance(slot, Days) and not slot.bases and all(w.sort in (Sort.UNTIL, Sort.SINCE) for w in slot.frames)


def _is_period(slot: Slot) -> bool:
    """Say whether it is a period in which days are named elsewhere."""
    return isinstance(slot, Days) and not slot.bases


def _is_same_meal(last: Proposition, slot: Slot) -> bool:
    """Say whether it is the meal of which "ce midi" speaks: "ce midi, Zoé n'ira pas à la cantine"."""
    before = {s.part for s in last.slots if isinstance(s, Act)}
    return isinstance(slot, Act) and slot.part is Part.MEAL and before == {Part.MEAL}


def _lists_on(last: Proposition, prop: Proposition) -> bool:
    """Say whether a list begins before the verb's piece: "Nahel et Sohan mangeront …", "lundi, mardi il mangera"."""
    first, end = (prop.slots[0] if prop.slots else None), last.slots[-1]
    verb = min((v.start for v in prop.verbs), default=prop.end)
    others = {type(s) for s in last.slots if not _is_period(s)} - {type(end)}
    own = [s for s in prop.slots if not _only_limits(s)]  # "le jeudi, Zoé et Luka n'iront plus … jusqu'au 7"
    same = isinstance(first, type(end)) and not any(isinstance(s, tuple(others)) for s in own)
    return first is not None and same and first.start < verb and prop.link is Link.AND
