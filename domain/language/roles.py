"""What part each statement plays beside the others: some only head a list, repeat a demand, or tell of others."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from domain.language.expression import Expression
from domain.language.hours import Hour
from domain.language.listing import bears_list, is_every_day_of
from domain.language.marks import Act, Part
from domain.language.propositions import Link
from domain.language.remarks import explanations, remarks
from domain.language.statements import AS_EVER, Mood, Statement
from domain.language.when import Days, Sort
from domain.model.wish import Do

#: These activity words leave the part of the day open.
WIDE: Final = (Part.CARE, Part.CENTRE)
#: These may only say when on a day something is.
PARTS: Final = frozenset({Part.MORNING, Part.AFTERNOON, Part.EVENING})
_TURNS: Final = (Link.BUT, Link.AND, Link.SLIP, Link.COLON, Link.EXCEPT, Link.INSTEAD)
_SET_OFF: Final = (Link.BUT, Link.INSTEAD)
_ALL_KINDS: Final = 3  # whom, what and when


def cast(plain: str, said: list[Statement]) -> None:
    """Give each statement its part."""
    for n, s in enumerate(said):
        listed = (s.prop.heads and _gives_period(s, said[n + 1 :])) or _is_headed(said[n + 1 :])
        opens = s.mood is Mood.ASKED or (s.mood is Mood.STATED and listed)
        if (opens and s.do is Do.BOOK and _announces(s, said[n + 1 :])) or (
            s.do is Do.ABSENT and _is_title(s, said[n + 1 : n + 2])
        ):
            s.mood = Mood.FRAME
        elif (
            s.mood is Mood.BARE and not (n and _adds(plain, s)) and (_owns_up(s) or _is_heading(s, said, n))
        ) or _announces_period(plain, s, said[n + 1 : n + 2]):
            s.mood = Mood.CONTEXT
        elif s.mood is Mood.STATED and s.do is Do.BOOK and s.prop.heads and _heads(s, said[n + 1 : n + 2]):
            s.mood = Mood.CONTEXT  # "je n'ai besoin de vous que la semaine de la reprise :"
    remarks(plain, said)
    explanations(said)
    for n, s in enumerate(said):
        again = {Do.BOOK: _restates, Do.CANCEL: _cancels_again}.get(s.do) if s.mood is Mood.ASKED and s.do else None
        if (again and again(s, said[:n])) or _names_what(s, said[:n]):
            s.mood = Mood.FRAME
        elif n and not _adds(plain, s) and _narrows(s, said[n - 1]):
            s.mood = Mood.FRAME if s.mood is Mood.ASKED else Mood.CONTEXT  # "… mais que vendredi, inscrivez"
        elif _only_comes(s, said, n) or (n and _is_there(plain, s, said[n - 1])):
            s.mood, s.do = (Mood.CONTEXT, s.do) if s.mood is Mood.BARE else (Mood.TOLD, None)


_ALSO: Final = Expression(r"\W*(?:et |mais )?(?:aussi )?(?:avec|plus|en plus|sans oublier)\b")


def _adds(plain: str, s: Statement) -> bool:
    """Say whether a sentence is one thing more: "Zoé fait créatif mardi. Avec le goûter."."""
    return s.prop.says_what and not s.prop.heads and _ALSO.match(plain, s.prop.start) is not None


# -- what heads others ---------------------------------------------------------------------------------------------


def _announces(s: Statement, after: list[Statement]) -> bool:
    """Say whether a demand only heads the list that follows it: "merci d'inscrire au centre :", "inscrire mon fils"."""
    passed = [o for o in after if o.mood is not Mood.FRAME and not _names_people_only(o)]
    listed = [o for o in passed if o.mood is Mood.BARE]
    if not listed or listed[0] is not passed[0] or listed[0].prop.link in _SET_OFF or s.verb is None or s.verb.move:
        return False
    named = s.prop.says_what or (s.prop.says_when and s.prop.says_who)
    return s.prop.heads or _is_headed(after) or not named


def _is_title(s: Statement, after: list[Statement]) -> bool:
    """Say whether "Absence à noter :" names nothing itself and stands above what does."""
    alone = s.mood is Mood.ASKED and s.prop.heads and not s.prop.slots
    return alone and bool(after) and after[0].mood is Mood.BARE and after[0].prop.says_when


def _is_headed(after: list[Statement]) -> bool:
    """Say whether the next words head a list: "nos besoins pour les congés, à inscrire : …"."""
    below = after[0] if after else None
    return below is not None and below.mood is Mood.FRAME and below.prop.heads and not below.prop.slots


def _names_people_only(s: Statement) -> bool:
    return s.mood is Mood.BARE and not (s.prop.says_what or s.prop.says_when)


def _is_heading(s: Statement, said: list[Statement], n: int) -> bool:
    """Say whether it only heads, or closes, what others list."""
    return bears_list(s, said[:n], said[n + 1 :]) or (not is_every_day_of(s, said[:n]) and _is_context(s, said, n))


def _owns_up(s: Statement) -> bool:
    """Say whether it is no more than "je me suis trompée"."""
    return s.prop.mistake and not (s.prop.slots or s.prop.same or s.prop.yes)


def _is_context(s: Statement, said: list[Statement], n: int) -> bool:
    """Say whether it only says for whom, what or when the others are: "La semaine prochaine :", "c'est pour mardi"."""
    before = said[n - 1].prop if n and s.prop.link is Link.COLON else None
    of_child = before is not None and before.heads and before.says_who and s.prop.says_when
    if of_child or (not s.prop.slots and s.prop.yes and not s.prop.same):
        return not of_child  # "Anne-Lise : toute la première semaine"; "oui, c'est bon pour moi"
    kinds = {Act if isinstance(x, Hour) else type(x) for x in s.prop.slots}
    others = [o for o in said if o is not s and o.mood not in (Mood.TOLD, Mood.CONTEXT)]
    after = said[n + 1] if n + 1 < len(said) else None
    if kinds == {Days} and others and not s.prop.same and _frames_others(s):
        return True
    refused = after is not None and after.mood is Mood.REFUSED and after.prop.sentence == s.prop.sentence
    refused = refused and not (after is not None and _is_of_others(s, after))
    parts = [x.part for x in s.prop.slots if isinstance(x, Act)]
    if refused and after is not None and after.prop.says_what and kinds == {Act, Days} and set(parts) <= PARTS:
        return True  # "ce soir pas de libre pour Séverine"
    topic = after is not None and after.prop.says_when and not s.prop.says_when and _goes_on(said[n + 2 : n + 3])
    if refused and (topic or not (s.prop.says_what or s.prop.yes or s.prop.same)):
        return True  # "la cantine de Zoé, ce n'est plus mardi mais jeudi", "pour Elio, pas mardi mais jeudi"
    if s.prop.heads:
        if after is None or (s.prop.says_what and _is_dated(s)):
            return False
        return len(kinds) < _ALL_KINDS or (after.mood is Mood.BARE and (_is_dated(after) or _is_daily(after)))
    goes_on = s.prop.same or s.prop.yes or (s.prop.equates and n > 0) or s.prop.link in _TURNS
    return len(kinds) <= 1 and bool(others) and not goes_on


def _is_of_others(s: Statement, refused: Statement) -> bool:
    """Say whether a refusal is of another child ("Nahel du 21 au 23, Sohan le 24, Léah aucun jour")."""
    mine, theirs = ({n for i in o.items for n in i.names} for o in (s, refused))
    return refused.prop.says_who and bool(mine) and s.prop.says_when and not mine & theirs


#: "je vous donne les jours de cantine de Zoé :".
_GIVES: Final = Expression(
    r"\b(?:je|on|nous) (?:vous )?(?:re)?(?:donn|envo|transm|communiqu|indiqu|precis)\w* (?:\w+ )?(?:les|ses|mes"
    r"|nos|leurs)"
    r" (?:jours|dates|besoins|midis|soirs)\b"
)


def _goes_on(after: list[Statement]) -> bool:
    """Say whether the next words name the day that is right: "… mais jeudi"."""
    return any(o.prop.link is Link.BUT and o.prop.says_when and not o.prop.predicate for o in after)


def _announces_period(plain: str, s: Statement, after: list[Statement]) -> bool:
    """Say whether "les jours souhaités pour la semaine prochaine :" stands above days."""
    told = s.mood is Mood.TOLD and s.prop.heads
    gives = _GIVES.search(plain, s.prop.start, s.prop.end) is not None and not s.prop.says_when
    named = told and bool(s.prop.slots) and (gives or all(isinstance(x, Days) and not x.bases for x in s.prop.slots))
    return named and bool(after) and after[0].mood is Mood.BARE and _is_dated(after[0])


def _heads(s: Statement, after: list[Statement]) -> bool:
    """Say whether what is stated before a colon is completed by what follows it."""
    complete = s.prop.says_what or (s.prop.says_who and s.prop.says_when)
    limits = bool(after) and after[0].prop.says_who and after[0].prop.says_when  # "Séverine …, Victor jusqu'au 19"
    return bool(after) and (not complete or (not _is_dated(s) and (_is_dated(after[0]) or limits)))


def _is_dated(s: Statement) -> bool:
    """Say whether it names days, and no mere period."""
    return any(d.bases for d in s.prop.of(Days) if isinstance(d, Days))


def _is_daily(s: Statement) -> bool:
    """Say whether it is "tous les jours", of the period above it."""
    return any(w.sort is Sort.EACH_DAY for d in s.prop.of(Days) if isinstance(d, Days) for w in d.frames)


def _gives_period(s: Statement, after: list[Statement]) -> bool:
    """Say whether it names a period at most, whose days are listed below ("la cantine la semaine du 9 : lundi …")."""
    named = [i.days for i in s.items if i.days]
    listed = next((i.days for o in after[:1] for i in o.items if i.days), None)
    return all(not d.bases for d in named) and listed is not None and bool(listed.bases)


def _frames_others(s: Statement) -> bool:
    """Say whether days by themselves bound or name what is asked elsewhere: "… et ça jusqu'aux vacances"."""
    days = s.items[0].days
    return s.prop.equates or s.prop.change or (days is not None and not days.bases)


# -- what repeats or tells -------------------------------------------------------------------------------------------


def _restates(s: Statement, before: list[Statement]) -> bool:
    """Say whether "…, inscrivez-le à la garderie" asks for no more than what was said before it."""
    told = [o for o in before if o.mood in (Mood.BARE, Mood.STATED) and o.do in (None, Do.BOOK)]
    whole = [o for o in told if o.prop.says_what or o.prop.says_when]
    days = s.items[0].days
    bounds = days is not None and not days.bases and any(o.prop.says_when for o in whole)
    if (s.prop.says_when and not bounds) or s.prop.same or not whole or not _same_people(s, whole, before):
        return False
    wide = all(a.part in WIDE for i in s.items for a in i.acts) and not any(i.hours for i in s.items)
    if s.prop.says_what and not (wide and any(o.prop.says_what for o in whole)):
        return False
    if s.prop.only:
        _narrow(s, whole)
        _bound(s, whole)
    return True


def _names_what(s: Statement, before: list[Statement]) -> bool:
    """Give "Merci d'enregistrer leurs repas." to the days listed before it without an activity; say whether it was that."""
    alone = s.mood is Mood.ASKED and s.do is Do.BOOK and bool(s.prop.slots) and all(isinstance(x, Act) for x in s.prop.slots)
    listed = [o for o in before if o.mood is Mood.BARE and o.do in (None, Do.BOOK) and o.prop.says_when]
    if not alone or not listed or any(o.prop.says_what for o in before) or s.prop.same:
        return False
    for item in (i for o in listed for i in o.items):
        item.acts = list(s.items[0].acts)
    for o in listed:
        o.do = Do.BOOK
    return True


def _cancels_again(s: Statement, before: list[Statement]) -> bool:
    """Say whether "merci de tout annuler" asks for no more than what was called off before it."""
    dated = any(b.sort is not Sort.SAME for d in s.prop.of(Days) if isinstance(d, Days) for b in d.bases)
    off = [o for o in before if o.do is Do.CANCEL or o.mood is Mood.REFUSED]
    return bool(off) and not dated and not s.prop.says_what and _same_people(s, off, before)


def _narrows(s: Statement, before: Statement) -> bool:
    """Apply "… mais seulement les jeudis", "mais midi uniquement" to what stands before it; say whether it was that."""
    kinds = {Act if isinstance(x, Hour) else type(x) for x in s.prop.slots}
    itself = bool(before.items) and any(a.start >= before.items[-1].start for a in before.items[-1].acts)
    lacks = bool(before.items) and Act in kinds and not itself and before.prop.says_who
    other = before.prop.same and not s.prop.same and before.prop.says_who  # "Sohan pareil mais vendredi"
    narrows = s.prop.link is Link.BUT and (s.prop.only or lacks or other)
    limits = s.mood is Mood.CONTEXT and s.prop.only and kinds == {Days}
    demand = s.mood is Mood.ASKED and s.do is Do.BOOK and (before.prop.same or before.mood in (Mood.BARE, Mood.STATED))
    bare = s.mood is Mood.BARE or limits or (demand and before.do in (None, Do.BOOK))
    both = kinds == {Act, Days} and s.prop.only and not s.prop.predicate  # "… mais que le lundi midi"
    if not narrows or not (len(kinds) == 1 or both) or not bare or not before.items:
        return False
    own = s.items[0]
    for item in before.items:
        if both:
            item.days = _narrowed(item.days, own.days)
        if own.says_what and item.names == before.items[-1].names:
            item.acts, item.hours = list(own.acts), list(own.hours)
        elif own.days:
            item.days = _narrowed(item.days, own.days)
        elif own.whos:
            item.whos = list(own.whos)
    before.prop.only = True
    return True


def _narrowed(days: Days | None, own: Days | None) -> Days | None:
    """Return "jusqu'aux vacances, mais seulement les mardis", "tous les lundis, mais à partir du 16" as one saying."""
    if days is None or own is None or bool(days.bases) is bool(own.bases):
        return own
    inner, outer = (own, days) if own.bases else (days, own)
    frames = tuple(w for w in outer.frames if w.sort is not Sort.EACH_DAY)
    return replace(inner, frames=(*inner.frames, *(w for w in frames if w not in inner.frames)))


def _narrow(s: Statement, whole: list[Statement]) -> None:
    """Keep only the children of "…, donc juste Luka à inscrire"."""
    for other in whole:
        for item in other.items:
            if s.items[0].names and s.items[0].names < item.names:
                item.whos = list(s.items[0].whos)


def _bound(s: Statement, whole: list[Statement]) -> None:
    """Put the limits of "… mais seulement à partir du 13, inscrivez-la" on the days named before it."""
    limits = s.items[0].days
    for item in whole[-1].items if limits and not limits.bases else ():
        item.days = replace(item.days, frames=(*item.days.frames, *limits.frames)) if item.days and limits else limits


def _same_people(s: Statement, whole: list[Statement], before: list[Statement]) -> bool:
    if any(w.sibling for o in whole for i in o.items for w in i.whos):
        return True
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


def _is_there(plain: str, s: Statement, before: Statement) -> bool:
    """Say whether it only says on which day nothing changes: "vendredi il ne vient pas, demain il est bien là"."""
    off = before.do in (Do.CANCEL, Do.ABSENT) and before.prop.sentence == s.prop.sentence
    told = s.mood is Mood.STATED and s.do is Do.BOOK and not s.prop.says_what
    return off and told and AS_EVER.search(plain, s.prop.start, s.prop.end) is not None


def _only_comes(s: Statement, said: list[Statement], n: int) -> bool:
    """Say whether it tells of children who just come, or are just named: "Nahel sera là. Léah aussi."."""
    others = [o for o in said if o is not s and o.mood not in (Mood.TOLD, Mood.CONTEXT, Mood.FRAME)]
    plain = s.mood in (Mood.STATED, Mood.BARE) and s.do in (None, Do.BOOK)
    named = any(isinstance(x, Hour) or (isinstance(x, Act) and not x.implied) for x in s.prop.slots)
    away = [o for o in others if o.do in (Do.ABSENT, Do.CANCEL) or o.mood in (Mood.ILL, Mood.REFUSED)]
    usual = s.mood is Mood.STATED and len(away) == len(others) and _comes_each_day(s, away)
    usual |= _is_back(s, said[n - 1] if n else None)
    if not plain or named or (s.prop.says_when and not usual) or not others:
        return False
    if s.mood is Mood.STATED and away:
        return True
    copies = s.prop.same and n > 0 and said[n - 1].mood is not Mood.TOLD
    if not s.prop.says_who or copies or (s.prop.yes and len(away) < len(others)):
        return False
    return len(away) == len(others) or s.prop.link in (Link.START, Link.COLON, Link.BUT, Link.SO)
