"""Illness and other absences: what is said of one child's illness in several breaths is one absence."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from domain.language.dealing.joining import both
from domain.language.dealing.sharing import as_return
from domain.language.lending.pronouns import is_siblings
from domain.language.matching.expression import Expression
from domain.language.notions.marks import Who
from domain.language.notions.propositions import Link
from domain.language.notions.statement import AWAY, Mood, Statement
from domain.language.notions.when import Days, Sort
from domain.language.settling.illness_days import another_day, begins_nothing, dated_below, is_open
from domain.language.settling.onset import begun
from domain.language.settling.patients import of_the_patient, told_at_first
from domain.model.wish import Do, Reason

_ENDS = (Sort.RETURN, Sort.LASTING, Sort.UNTIL)


#: Of several children: "ils reviennent jeudi".
_SEVERAL: Final = Expression(r"\b(?:ils|elles|tous|toutes|les deux)\b|\b[a-z]+(?:ront|ennent)\b")
#: "sera en retard, il a rendez-vous chez le kiné".
_LATE: Final = Expression(
    r"\b(?:en|du|de) retard\b|\barrivera?(?:ont)? (?:plus tard\b|vers\b|apres\b|seulement\b|qu'a|a \d|pour \d)"
)


def settle_absences(plain: str, said: list[Statement]) -> None:
    """Make absences of what is called off for illness or a death, and one absence of what is said of one illness."""
    _only_why(said)
    of_the_patient(plain, said)
    told_at_first(said)
    another_day(plain, said)
    dated_below(plain, said)
    _day_refused(said)
    _same_illness(said)
    begun(plain, said)
    _only_late(plain, said)
    _goes_on(said)
    ill = [s for s in said if s.prop.reason in AWAY and s.mood is not Mood.ASKED]
    for s in ill:
        if s.mood in (Mood.STATED, Mood.REFUSED) or s.do in (Do.CANCEL, Do.BOOK):
            s.do, s.mood = Do.ABSENT, Mood.STATED
    _return_too(said)
    for s in said:
        if s.do is not Do.ABSENT and (_lasts(s) or _only_days(s, said)) and _illness_of(s, said):
            s.do, s.mood = Do.ABSENT, Mood.STATED
            for item in s.items:
                item.acts, item.act_in_cancel = [], False  # "de retour vendredi matin"
    _come_back(said, ill)
    for s in said:
        reason = None if _is_besides(s, said) else _illness_of(s, said)
        if reason and s.do in (Do.CANCEL, Do.ABSENT):
            s.do = Do.ABSENT
            for item in s.items:
                item.reason = item.reason or reason
    _end_with_return(plain, said)
    _fold(plain, said)
    _join_durations(said)


def _only_why(said: list[Statement]) -> None:
    """Let a death that stands before a booking be its reason, and no absence of its own ("décès du papi, inscrire …").

    An illness keeps its own meaning: a sick child is not booked.
    """
    booked = any(s.do is Do.BOOK and _dated(s) for s in said)
    for s in said:
        bare = not (s.prop.verbs or s.prop.says_who or s.prop.says_what or s.prop.says_when)
        if booked and bare and s.prop.reason is Reason.FAMILY and s.mood is not Mood.ASKED:
            s.mood, s.do = Mood.TOLD, None


def _goes_on(said: list[Statement]) -> None:
    """Let what is so every day keep nobody away: "Zoé rentre avec mal à la tête tous les soirs"."""
    for s in said:
        days = [i.days for i in s.items if i.days]
        daily = bool(days) and all(not d.bases and [w.sort for w in d.frames] == [Sort.EACH_DAY] for d in days)
        if s.mood is Mood.ILL and daily:
            s.mood, s.do, s.prop.reason = Mood.TOLD, None, None


def _only_late(plain: str, said: list[Statement]) -> None:
    """Let who only comes late not be absent."""
    for before, s in pairwise(said):
        late = before.mood is Mood.TOLD and _LATE.search(plain, before.prop.start, before.prop.end) is not None
        if late and s.mood is Mood.ILL and not (s.prop.says_when or s.prop.says_who):
            s.mood, s.do, s.prop.reason = Mood.TOLD, None, None


def _only_days(s: Statement, said: list[Statement]) -> bool:
    """Say whether it names days and nothing else, where nothing but an illness is told ("Pour lundi et mardi. …")."""
    dated = bool(s.prop.slots) and all(isinstance(x, Days) and x.bases for x in s.prop.slots) and not s.prop.yes
    if s.mood not in (Mood.BARE, Mood.CONTEXT) or not dated:
        return False
    return not any(o.do in (Do.BOOK, Do.CANCEL) for o in said if o is not s)


def _is_besides(s: Statement, said: list[Statement]) -> bool:
    """Say whether it calls off something else: "Gastro, de retour mardi. Et annulez le goûter de JB jeudi"."""
    if s.do is not Do.CANCEL or not (s.prop.says_what and s.prop.says_when):
        return False
    here = [o for o in said if o.prop.sentence == s.prop.sentence]
    whole = any(o.prop.says_who for o in here)
    ended = [o for o in said if o is not s and o.prop.returns and o.prop.sentence != s.prop.sentence]
    mine = {n for o in here for i in o.items for n in i.names}
    ill = {n for o in said if o.prop.reason in AWAY for i in o.items for n in i.names}
    others = bool(mine and ill) and not mine & ill and not any(o.prop.reason in AWAY for o in here)
    return whole and (others or (s.prop.says_who and s.mood is Mood.ASKED and bool(ended)))


def _end_with_return(plain: str, said: list[Statement]) -> None:
    """Let "elle n'ira pas au centre demain. Retour lundi." be one absence, of what it was said of."""
    for n, s in enumerate(said):
        back = s.items[0].days
        alone = s.prop.returns and not s.prop.verbs and all(isinstance(x, Days) for x in s.prop.slots)
        away = [
            o for o in said[:n] if o.do is Do.ABSENT and _dated(o) and not o.prop.returns and o.mood is not Mood.ILL
        ]
        if not (alone and away and back):
            continue
        ended = away if _of_several(plain, s) else away[-1:]
        for item in (i for o in ended for i in o.items):
            item.days = replace(item.days, frames=(*item.days.frames, *back.frames)) if item.days else back
        s.do, s.mood = None, Mood.TOLD


def _day_refused(said: list[Statement]) -> None:
    """Let "demain Anne-Lise non, elle est malade" be ill on that day."""
    for before, s in pairwise(said):
        ill = s.mood is Mood.ILL and s.prop.sentence == before.prop.sentence and not s.prop.says_when
        named = before.mood is Mood.REFUSED and before.prop.says_who and before.prop.says_when
        if ill and named and not before.prop.says_what and (not _names(s) or _names(s) == _names(before)):
            for item in s.items:
                item.days = before.items[-1].days


def _same_illness(said: list[Statement]) -> None:
    """Read "Sohan pareil" after "Nahel a une angine" as the same illness."""
    for n, s in enumerate(said[1:], 1):
        before = next((o for o in reversed(said[:n]) if o.mood is not Mood.TOLD), said[n - 1])
        names = s.prop.says_who and not s.prop.says_what
        absent = before.mood is Mood.ASKED and before.do is Do.ABSENT and _dated(before) and not s.prop.says_when
        if absent and s.prop.same and names and s.mood in (Mood.BARE, Mood.CONTEXT):
            s.mood, s.do = Mood.ASKED, Do.ABSENT  # "Ilyès absent aujourd'hui, mariage. Yasmine aussi."
            for item in s.items:
                item.days = before.items[-1].days
        elif before.mood is Mood.ILL and s.prop.same and names and s.mood in (Mood.BARE, Mood.CONTEXT):
            s.mood, s.do, s.prop.reason = Mood.ILL, Do.ABSENT, before.prop.reason
            if not _dated(before) and s.prop.sentence == before.prop.sentence:
                for item in before.items:
                    item.days = s.items[-1].days


def _return_too(said: list[Statement]) -> None:
    """Read "Séverine revient jeudi, mais pour Victor ce sera vendredi" as two days of return."""
    for n, s in enumerate(said):
        earlier = any(o.prop.returns and o.prop.sentence == s.prop.sentence for o in said[:n])
        again = earlier and (s.prop.only or s.prop.equates) and not s.prop.says_what
        back = as_return(s.items[0].days) if again and s.mood is not Mood.ASKED and _illness_of(s, said) else None
        if back:
            s.items[0].days = back
            s.do, s.mood = Do.ABSENT, Mood.STATED


def _lasts(s: Statement) -> bool:
    """Say whether it only says until when: "de retour mardi", "5 jours", "jusqu'à jeudi"."""
    told = s.mood in (Mood.TOLD, Mood.BARE, Mood.CONTEXT, Mood.STATED)
    back = s.prop.returns and s.mood is not Mood.ASKED
    ends = any(w.sort in _ENDS for i in s.items if i.days for w in (*i.days.bases, *i.days.frames))
    return back or (told and ends and not s.prop.says_what)


def _come_back(said: list[Statement], ill: list[Statement]) -> None:
    """Take "elle devrait être là demain", said of a child who is ill, for no booking; nor "il tousse mais il vient"."""
    for n, s in enumerate(said):
        coming = s.verb is not None and s.verb.do is Do.BOOK and s.mood in (Mood.STATED, Mood.TOLD)
        if not coming or not _illness_of(s, said) or is_siblings(s, said[:n]):
            continue  # "Anne-Lise est malade, mais son frère sera là"
        mine = _names(s) or _spoken_of(s, said)
        near = [o for o in said[max(0, n - 1) : n + 1] if o is s or o.prop.reason not in AWAY]
        turned = any(o.prop.link is Link.BUT for o in near if o.prop.sentence == s.prop.sentence)
        if turned:
            for other in (s, *ill):
                theirs = _names(other) or _spoken_of(other, said)
                if not theirs or not mine or theirs & mine:
                    other.do, other.mood = None, Mood.TOLD
        elif s.mood is Mood.STATED and s.do is Do.BOOK and not s.prop.says_what and not (s.verb and s.verb.meal):
            s.do, s.mood = None, Mood.TOLD


def _names(s: Statement) -> frozenset[str]:
    return frozenset(n for item in s.items for n in item.names)


def _illness_of(s: Statement, said: list[Statement]) -> Reason | None:
    """Return the illness told of the children of `s`, or of nobody in particular."""
    ill = [(o, _names(o) or _spoken_of(o, said)) for o in said if o.prop.reason in AWAY]
    mine, theirs = _names(s) or _spoken_of(s, said), frozenset(n for _, names in ill for n in names)
    if not ill or (mine and theirs and not mine <= theirs and not all(o is s for o, _ in ill)):
        return None
    return next((o.prop.reason for o, names in ill if not names or not mine or names & mine), None)


def _spoken_of(s: Statement, said: list[Statement]) -> frozenset[str]:
    """Return whom the sentence was about just before ("JB sera à l'école, par contre annulez son goûter")."""
    before = [o for o in said[: said.index(s)] if o.prop.sentence == s.prop.sentence]
    return next((_names(o) for o in reversed(before) if _names(o)), frozenset())


def _patients(before: list[Statement]) -> list[Who]:
    """Return who was last told to be ill, all of them where one sentence tells of several."""
    ill = [o for o in before if o.mood is Mood.ILL and _names(o)]
    together = [o for o in ill if o.prop.sentence == ill[-1].prop.sentence]
    return [w for o in together for i in o.items for w in i.whos]


def _dated(s: Statement) -> bool:
    return any(i.days for i in s.items)


def _is_ended(days: Days | None) -> bool:
    return days is not None and any(w.sort in (*_ENDS, Sort.SPAN) for w in (*days.bases, *days.frames))


def _is_duration(days: Days | None) -> bool:
    """Say whether days are no more than an end or a length."""
    return days is not None and not days.bases and bool(days.frames) and all(w.sort in _ENDS for w in days.frames)


def _of_several(plain: str, s: Statement) -> bool:
    """Say whether it is said of several children: "absents lundi", "ils reviennent jeudi"."""
    plural = s.verb is not None and s.verb.plural
    return not s.prop.says_who and (plural or _SEVERAL.search(plain, s.prop.start, s.prop.end) is not None)


def _fold(plain: str, said: list[Statement]) -> None:
    """Let an illness stand for nothing by itself when an absence of the same children is announced beside it."""
    for n, s in enumerate(said):
        unnamed = s.do is Do.ABSENT and (_dated(s) or s.mood is Mood.STATED) and not _names(s) and not s.prop.says_who
        for item in s.items if unnamed else ():
            item.whos = _patients(said[:n]) or item.whos
    several = {id(o) for o in said if _of_several(plain, o)}
    for s in reversed(said):
        if s.mood is not Mood.ILL:
            continue
        mine = _names(s)
        away = [o for o in said if o is not s and o.do is Do.ABSENT]
        away = [o for o in away if o.mood is not Mood.ILL or (_dated(o) and not _dated(s) and mine <= _names(o))]
        away = [o for o in away if id(o) in several or not _names(o) or not mine or _names(o) & mine]
        if not away:
            continue
        days = next((i.days for i in s.items if i.days), None)
        for other in away:
            _lend_illness(other, s, days, several=id(other) in several)
        if all(o.mood is Mood.FRAME for o in away):
            away[0].mood = Mood.ASKED  # "Sohan est malade, annulez tout pour lui."
        s.do, s.mood = None, Mood.TOLD


def _lend_illness(other: Statement, ill: Statement, days: Days | None, *, several: bool) -> None:
    for item in other.items:
        if not item.whos or several:
            item.whos = [*item.whos, *(w for i in ill.items for w in i.whos if w not in item.whos)]
        if item.days is None:
            item.days = days
        elif ill.prop.reason is Reason.FAMILY:
            continue
        elif days is not None and _is_duration(days) and is_open(item.days):
            item.days = both(item.days, days)  # "repos jusqu'à mercredi, donc absente à partir de demain"
        elif days is not None and days.bases and _is_duration(item.days) and not begins_nothing(days):
            item.days = both(replace(days, bases=days.bases[:1]), item.days)  # "opéré lundi, … absent 10 jours"


def _join_durations(said: list[Statement]) -> None:
    """Let "absente à partir de demain … pas avant le 27" be one absence; an end says nothing of a single activity."""
    for s in said:
        if s.do is not Do.ABSENT or not all(_is_duration(i.days) for i in s.items):
            continue
        others = [
            o
            for o in said
            if o is not s and o.do is Do.ABSENT and (not _names(s) or not _names(o) or _names(o) == _names(s))
        ]
        dated = [i for o in others for i in o.items if i.days is not None and not _is_duration(i.days)]
        if not dated:
            continue
        days = s.items[0].days
        for item in dated:
            if days is not None and item.days is not None and not item.act_in_cancel and not _is_ended(item.days):
                item.days = both(item.days, days)
        s.do, s.mood = None, Mood.TOLD
