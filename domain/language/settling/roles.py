"""What part each statement plays beside the others: some only repeat a demand, narrow it, or tell of others."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from domain.language.dealing.statements import AS_EVER
from domain.language.matching.expression import Expression
from domain.language.notions.hours import Hour
from domain.language.notions.marks import Act, Part, Who
from domain.language.notions.propositions import Link
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import Days, Sort
from domain.language.refusing.narrowing import bound, keep_some, narrow_children, narrows, sets_right
from domain.language.settling.headings import adds, cast_headings, is_row
from domain.language.settling.remarks import explanations, remarks
from domain.model.wish import Do

_TWO: Final = 2
_NEAR: Final = 4
#: These activity words leave the part of the day open.
WIDE: Final = (Part.CARE, Part.CENTRE)


def cast(plain: str, said: list[Statement]) -> None:
    """Give each statement its part."""
    _sum_up(plain, said)
    cast_headings(plain, said)
    remarks(plain, said)
    explanations(said)
    for n, s in enumerate(said):
        keep_some(plain, s, said[:n], said[n + 1 : n + 2])
        if n and sets_right(s, said[n - 1]):
            s.mood, s.prop.link, said[n - 1].mood = Mood.BARE, Link.SO, Mood.TOLD
        again = {Do.BOOK: _restates, Do.CANCEL: _cancels_again}.get(s.do) if s.mood is Mood.ASKED and s.do else None
        row = n > 0 and (is_row(s, said[n - 1]) or _is_answered(plain, s, said[n - 1]))
        if n and _tells_hour(s, said[n - 1]):
            s.mood, s.do = Mood.TOLD, None
            continue
        if (
            (again and again(s, said[:n]))
            or _names_what(s, said[:n])
            or _is_of_rows(s, said[:n])
            or _announces(s, said[n + 1 : n + 2])
        ):
            s.mood = Mood.FRAME
        elif n and not adds(plain, s) and narrows(s, _last_named(s, said[:n])):
            s.mood = Mood.FRAME if s.mood is Mood.ASKED else Mood.CONTEXT  # "… mais que vendredi, inscrivez"
        elif (not row and _only_comes(s, said, n)) or (n and _is_there(plain, s, said[n - 1])):
            s.mood, s.do = (Mood.CONTEXT, s.do) if s.mood is Mood.BARE else (Mood.TOLD, None)


#: "Victor non".
_NO: Final = Expression(r"\bnon\W*$")


def _is_answered(plain: str, s: Statement, before: Statement) -> bool:
    """Say whether it is wanted where another is not: "cantine lundi : Victor non, Séverine oui"."""
    declined = before.mood is Mood.REFUSED and not before.prop.verbs and before.prop.says_who
    near = s.prop.link is Link.AND and s.prop.sentence == before.prop.sentence and s.prop.says_who and s.prop.yes
    return declined and near and _NO.search(plain, before.prop.start, before.prop.end) is not None


_BOTH: Final = Expression(r"(?:(?:pour )?(?:tous |toutes )?les|aux|a tous les|a toutes les) (?:deux|2)")


def _sum_up(plain: str, said: list[Statement]) -> None:
    """Let "pas de créatif ni de libre pour Zoé, annulez les deux" mean these two things, and no two children."""
    for n, s in enumerate(said):
        both = s.prop.slots[0] if len(s.prop.slots) == 1 and s.mood is Mood.ASKED else None
        if n and isinstance(both, Days) and _counts_days_of(both, said[n - 1]):
            s.mood, s.items[0].days = Mood.FRAME, None
        if not n or not isinstance(both, Who) or _BOTH.fullmatch(plain, both.start, both.end) is None:
            continue
        before = said[n - 1]
        named = {x for o in said[max(0, n - _NEAR) : n] for i in o.items for x in i.names}
        acts = {(a.part, a.codes) for i in before.items for a in i.acts}
        days = {b for i in before.items if i.days for b in i.days.bases}
        if len(named) == 1 and before.prop.says_who and _TWO in (len(acts), len(days)):
            s.prop.slots, s.mood = [], Mood.FRAME
            for item in s.items:
                item.whos = []


def _counts_days_of(days: Days, before: Statement) -> bool:
    """Say whether "…, merci de l'inscrire les deux jours" counts days that each have something of their own."""
    count = max((b.length for b in days.bases if b.sort is Sort.SAME), default=0)
    dated = [i for i in before.items if i.days and i.says_what]
    own = len({frozenset((a.part, a.codes) for a in i.acts) for i in dated}) > 1 and not days.frames
    return own and count == len(before.items) == len(dated) and before.mood in (Mood.BARE, Mood.STATED)


def _last_named(s: Statement, before: list[Statement]) -> Statement:
    """Return what may be narrowed: "… mardi et jeudi, jeudi il a sortie, donc seulement mardi" is of what was asked."""
    asked = (o for o in reversed(before) if o.mood is not Mood.TOLD)
    return next(asked, before[-1]) if s.prop.link is Link.SO else before[-1]


def _restates(s: Statement, before: list[Statement]) -> bool:
    """Say whether "…, inscrivez-le à la garderie" asks for no more than what was said before it."""
    told = [o for o in before if o.mood in (Mood.BARE, Mood.STATED) and o.do in (None, Do.BOOK)]
    whole = [o for o in told if o.prop.says_what or o.prop.says_when]
    days = s.items[0].days
    bounds = days is not None and not days.bases and any(o.prop.says_when for o in whole)
    if (s.prop.says_when and not bounds) or s.prop.same or not whole or not _same_people(s, whole, before):
        return False
    timed = any(i.hours for o in whole for i in o.items)  # "il reste jusqu'à 17h, vous pouvez l'ajouter le soir ?"
    parts = (*WIDE, Part.EVENING) if timed else WIDE
    wide = all(a.part in parts for i in s.items for a in i.acts) and not any(i.hours for i in s.items)
    if s.prop.says_what and not (wide and any(o.prop.says_what for o in whole)):
        return False
    if s.prop.only:
        narrow_children(s, whole)
        bound(s, whole)
    return True


def _tells_hour(s: Statement, before: Statement) -> bool:
    """Give "rajoutez JB lundi soir, il doit rester jusqu'à 18h" its hour; say whether it was that."""
    asked = before.mood is Mood.ASKED and before.do is Do.BOOK and before.prop.says_when
    wide = all(a.part in (*WIDE, Part.EVENING) for o in (before, s) for i in o.items for a in i.acts)
    near = (
        s.prop.sentence == before.prop.sentence
        and s.prop.link is Link.AND
        and not (s.prop.says_when or s.prop.says_who)
    )
    hours = [h for i in s.items for h in i.hours]
    told = s.mood is Mood.STATED and s.do is Do.BOOK and wide and near and asked
    if not told or not hours or any(i.hours for i in before.items) or not any(i.acts for i in before.items):
        return False
    for item in before.items:
        item.hours = list(hours)
    return True


def _announces(s: Statement, after: list[Statement]) -> bool:
    """Say whether "Merci d'inscrire Elio. Il mangera à la cantine jeudi" says in its next sentence for what."""
    whos = [x for x in s.prop.slots if isinstance(x, Who)]
    alone = s.mood is Mood.ASKED and s.do is Do.BOOK and bool(whos) and len(whos) == len(s.prop.slots)
    if not alone or not after or after[0].mood is not Mood.STATED or after[0].do is not Do.BOOK:
        return False
    said = after[0].prop
    return said.subject and said.says_what and said.says_when and not said.says_who and not s.prop.same


def _names_what(s: Statement, before: list[Statement]) -> bool:
    """Give "Merci d'enregistrer leurs repas." to the days listed before it without an activity; say if it was that."""
    spans = [x for x in s.prop.slots if isinstance(x, Days) and not x.bases]
    period = [x for x in spans if all(w.sort is Sort.SPAN for w in x.frames)]
    acts = [x for x in s.prop.slots if isinstance(x, Act)]
    alone = s.mood is Mood.ASKED and s.do is Do.BOOK and bool(acts) and len(acts) + len(period) == len(s.prop.slots)
    listed = [o for o in before if o.mood is Mood.BARE and o.do in (None, Do.BOOK) and o.prop.says_when]
    if not alone or not listed or any(o.prop.says_what for o in before) or s.prop.same:
        return False
    for item in (i for o in listed for i in o.items):
        item.acts = list(s.items[0].acts)
        if period and item.days and not item.days.frames:
            item.days = replace(item.days, frames=period[0].frames)  # "Séverine lundi, Victor mardi. … la semaine du 6"
    for o in listed:
        o.do = Do.BOOK
    return True


def _is_of_rows(s: Statement, before: list[Statement]) -> bool:
    """Give "Zoé lundi, Léah mardi : c'est pour la cantine" to each child's own days; say whether it was that."""
    head = before[-1] if before else None
    below = s.prop.link is Link.COLON and s.prop.says_what and not s.prop.says_when and s.mood is not Mood.TOLD
    if head is None or not below or head.prop.says_what or head.mood not in (Mood.CONTEXT, Mood.BARE):
        return False
    rows = [i.names for i in head.items if i.days and i.days.bases]
    named = {n for i in s.items for n in i.names}
    apart = len(rows) == len(head.items) > 1 and all(rows) and sum(map(len, rows)) == len(frozenset().union(*rows))
    if not apart or s.do not in (None, Do.BOOK, Do.CANCEL) or (named and named != frozenset().union(*rows)):
        return False
    for item in head.items:
        item.acts, item.hours = list(s.items[0].acts), list(s.items[0].hours)
        item.act_in_cancel = s.do is Do.CANCEL
    s.do = s.do or Do.BOOK
    head.mood, head.do = Mood.BARE, s.do
    return True


def _cancels_again(s: Statement, before: list[Statement]) -> bool:
    """Say whether "merci de tout annuler" asks for no more than what was called off before it."""
    dated = any(b.sort is not Sort.SAME for d in s.prop.of(Days) if isinstance(d, Days) for b in d.bases)
    off = [o for o in before if o.do is Do.CANCEL or o.mood is Mood.REFUSED]
    return bool(off) and not dated and not s.prop.says_what and _same_people(s, off, before)


def _same_people(s: Statement, whole: list[Statement], before: list[Statement]) -> bool:
    if any(w.sibling for o in whole for i in o.items for w in i.whos):
        return True
    if any(w.sibling for i in s.items for w in i.whos):
        return False  # "Victor ne vient pas lundi. Annulez aussi sa sœur"
    mine = {n for i in s.items for n in i.names}
    named = [w for o in before if o.prop.sentence == s.prop.sentence for i in o.items for w in i.whos]
    strangers = [w for w in named if not (w.names or w.options or w.sibling)]
    if strangers and len(mine) == len(named):  # "Victor et sa copine Lina, … mettez-les tous les deux"
        return True
    theirs = {n for o in whole for i in o.items for n in i.names}
    return not mine or not theirs or mine <= theirs


def _comes_each_day(s: Statement, away: list[Statement]) -> bool:
    """Say whether a sibling of who is away comes as ever: "Victor est absent. Séverine viendra tous les jours"."""
    days = [x for x in s.prop.slots if isinstance(x, Days)]
    daily = all(not d.bases and not any(w.sort is Sort.SINCE for w in d.frames) for d in days)
    ill = {n for o in away for i in o.items for n in i.names}
    mine = {n for i in s.items for n in i.names}
    return daily and bool(mine) and not mine & ill and not any(v.meal for v in s.prop.verbs)


def _is_back(s: Statement, before: Statement | None) -> bool:
    """Say whether it tells of the day after an absence: "absent du 17 au 19, il sera là le 20"."""
    away = before is not None and before.do is Do.ABSENT and before.prop.sentence == s.prop.sentence
    mine = {n for i in s.items for n in i.names}
    theirs = {n for i in before.items for n in i.names} if before else set[str]()
    return away and s.mood is Mood.STATED and mine <= theirs and not any(v.meal for v in s.prop.verbs)


def _comes_without(s: Statement, after: list[Statement]) -> bool:
    """Say whether it only leads up to what is called off: "Elio sera là demain, mais sans cantine"."""
    off = [o for o in after if o.prop.link is Link.BUT and o.do is Do.CANCEL and o.prop.says_what]
    return bool(off) and s.mood is Mood.STATED and not any(v.meal for v in s.prop.verbs)


def _is_there(plain: str, s: Statement, before: Statement) -> bool:
    """Say whether it only says on which day nothing changes: "vendredi il ne vient pas, demain il est bien là"."""
    off = before.do in (Do.CANCEL, Do.ABSENT) and before.prop.sentence == s.prop.sentence
    told = s.mood is Mood.STATED and s.do is Do.BOOK and not s.prop.says_what
    return off and told and AS_EVER.search(plain, s.prop.start, s.prop.end) is not None


def _eats_and_stays(s: Statement, after: Statement) -> bool:
    """Say whether what comes after it gives the day of a meal as well: "Victor mange et reste au goûter demain"."""
    meal = s.mood is Mood.STATED and s.do is Do.BOOK and any(v.meal for v in s.prop.verbs)
    near = after.prop.sentence == s.prop.sentence and after.prop.link is Link.AND and not after.prop.says_who
    more = after.mood is Mood.STATED and after.do is Do.BOOK and after.prop.says_what
    return meal and near and more and not s.prop.negative


def _only_comes(s: Statement, said: list[Statement], n: int) -> bool:
    """Say whether it tells of children who just come, or are just named: "Nahel sera là. Léah aussi."."""
    others = [o for o in said if o is not s and o.mood not in (Mood.TOLD, Mood.CONTEXT, Mood.FRAME)]
    plain = s.mood in (Mood.STATED, Mood.BARE) and s.do in (None, Do.BOOK)
    named = any(isinstance(x, Hour) or (isinstance(x, Act) and not x.implied) for x in s.prop.slots)
    away = [o for o in others if o.do in (Do.ABSENT, Do.CANCEL) or o.mood in (Mood.ILL, Mood.REFUSED)]
    usual = s.mood is Mood.STATED and len(away) == len(others) and _comes_each_day(s, away)
    usual |= _is_back(s, said[n - 1] if n else None) or _comes_without(s, said[n + 1 : n + 2])
    if not plain or named or (s.prop.says_when and not usual) or not others:
        return False
    if n + 1 < len(said) and _eats_and_stays(s, said[n + 1]):
        return False
    if s.mood is Mood.STATED and away:
        return True
    copies = s.prop.same and n > 0 and said[n - 1].mood is not Mood.TOLD
    if not s.prop.says_who or copies or (s.prop.yes and len(away) < len(others)):
        return False
    return len(away) == len(others) or s.prop.link in (Link.START, Link.COLON, Link.BUT, Link.SO)
