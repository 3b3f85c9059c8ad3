"""What heads, or closes, what others list: "merci d'inscrire au centre :", "Lundi :", "la semaine prochaine :"."""

from __future__ import annotations

from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.hours import Hour
from domain.language.notions.marks import Act, Part, Who
from domain.language.notions.propositions import Link
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import POINTING, Days, Sort
from domain.language.settling.listing import bears_list, heads_rows, is_every_day_of
from domain.model.wish import Do

#: These may only say when on a day something is.
PARTS: Final = frozenset({Part.MORNING, Part.AFTERNOON, Part.EVENING})
_TURNS: Final = (Link.BUT, Link.AND, Link.SLIP, Link.COLON, Link.EXCEPT, Link.INSTEAD)
_SET_OFF: Final = (Link.BUT, Link.INSTEAD)
_ALL_KINDS: Final = 3  # whom, what and when


def cast_headings(plain: str, said: list[Statement]) -> None:
    """Give what stands above or below a list its part."""
    for n, s in enumerate(said):
        after = said[n + 1 :]
        listed = (s.prop.heads and _gives_period(s, after)) or _is_headed(after)
        opens = s.mood is Mood.ASKED or (s.mood is Mood.STATED and listed)
        alone = s.mood is Mood.BARE and not (n and (adds(plain, s) or is_row(s, said[n - 1])))
        rows = heads_rows(s, after)
        stated = s.mood is Mood.STATED and s.do is Do.BOOK and s.prop.heads
        if (opens and s.do is Do.BOOK and (rows or _announces(s, after))) or _is_title(s, after[:2]):
            s.mood = Mood.FRAME
        elif (alone and (rows or _owns_up(s) or _is_heading(s, said, n))) or _announces_period(plain, s, after[:1]):
            s.mood = Mood.CONTEXT
        elif _is_period_of(s, after[:1]):
            s.mood, s.do = Mood.CONTEXT, None
        elif (stated and _heads(s, after[:1])) or (after and _introduces(plain, s)) or _is_parted_below(s, after):
            s.mood = Mood.CONTEXT  # "je n'ai besoin de vous que la semaine de la reprise :"


def _is_period_of(s: Statement, after: list[Statement]) -> bool:
    """Say whether "à noter pour la semaine prochaine :" says no more than when of what follows, which is said whole."""
    period = bool(s.prop.slots) and all(isinstance(d, Days) and not d.bases for d in s.prop.slots)
    asked = s.mood is Mood.ASKED and s.do is Do.BOOK and period and not s.prop.negative
    o = after[0] if after else None
    if o is None or not asked or o.prop.sentence != s.prop.sentence:
        return False
    whole = o.prop.says_what or any(v.meal for v in o.prop.verbs)
    return o.mood is Mood.STATED and o.do is Do.BOOK and o.prop.says_who and whole and o.prop.says_when


def _is_parted_below(s: Statement, after: list[Statement]) -> bool:
    """Say whether each child's part follows: "Vous pouvez noter les enfants pour la semaine du 2 ? Ilyès viendra …"."""
    kinds = {type(x) for x in s.prop.slots}
    period = all(not d.bases for d in s.prop.of(Days) if isinstance(d, Days))
    if s.mood is not Mood.ASKED or s.do is not Do.BOOK or kinds != {Who, Days} or not period or s.prop.same:
        return False
    parts = [o for o in after if o.mood is Mood.STATED and o.do is Do.BOOK and o.prop.says_who and o.prop.says_what]
    mine = {n for i in s.items for n in i.names}
    return len(mine) > 1 and mine == {n for o in parts for i in o.items for n in i.names}


_HERE_IS: Final = Expression(r"\W*(?:(?:bonjour|bonsoir)\W+)?(?:voila|voici) (?:donc )?ce (?:qu|dont)")


def _introduces(plain: str, s: Statement) -> bool:
    """Say whether "voilà ce qu'il nous faudrait pour la semaine prochaine" only says what follows is for."""
    wanted = s.mood is Mood.STATED and s.do is Do.BOOK and not (s.prop.says_what or s.prop.says_who)
    return wanted and _HERE_IS.match(plain, s.prop.start) is not None


_ALSO: Final = Expression(r"\W*(?:et |mais )?(?:aussi )?(?:avec|plus|en plus|sans oublier)\b")
#: "Cantine du 12 au 14 ; puis le lundi 17".
_THEN: Final = Expression(r"\W*(?:et )?(?:puis|ensuite|egalement|aussi)\b")


def adds(plain: str, s: Statement) -> bool:
    """Say whether a sentence is one thing more: "Zoé fait créatif mardi. Avec le goûter."."""
    if s.prop.heads:
        return False
    then = _is_dated(s) and _THEN.match(plain, s.prop.start) is not None
    return then or (s.prop.says_what and _ALSO.match(plain, s.prop.start) is not None)


def _announces(s: Statement, after: list[Statement]) -> bool:
    """Say whether a demand only heads the list that follows it: "merci d'inscrire au centre :", "inscrire mon fils"."""
    said = [o for o in after if o.prop.slots or o.mood is not Mood.REFUSED]  # not "n'hésitez pas à m'appeler"
    passed = [o for o in said if o.mood is not Mood.FRAME and not _names_people_only(o)]
    listed = [o for o in passed if o.mood is Mood.BARE]
    if not listed or listed[0] is not passed[0] or listed[0].prop.link in _SET_OFF or s.verb is None or s.verb.move:
        return False
    named = s.prop.says_what or (s.prop.says_when and s.prop.says_who)
    return s.prop.heads or _is_headed(after) or not named


def _is_title(s: Statement, after: list[Statement]) -> bool:
    """Say whether "Absence à noter :", "À annuler la semaine prochaine :" stand above what names whom and when."""
    if s.mood is not Mood.ASKED or not s.prop.heads or not after or s.do not in (Do.ABSENT, Do.CANCEL):
        return False
    period = s.do is Do.CANCEL and all(isinstance(x, Days) and not x.bases for x in s.prop.slots)
    below = after[1] if after[0].prop.heads and after[0].prop.says_who and len(after) > 1 else after[0]
    listed = below.mood is Mood.BARE and below.prop.says_when
    days = _is_dated(after[0]) and all(isinstance(x, Days) for x in after[0].prop.slots)
    pointing = all(b.sort in POINTING for d in s.prop.of(Days) if isinstance(d, Days) for b in d.bases)
    dates = s.do is Do.CANCEL and s.prop.says_what and pointing and days
    rows = all(isinstance(x, Act) for x in s.prop.slots) and after[0].prop.heads and after[0].prop.says_who
    return listed and (not s.prop.slots or (period and _gives_period(s, [below])) or dates or rows)


def _is_headed(after: list[Statement]) -> bool:
    """Say whether the next words head a list: "nos besoins pour les congés, à inscrire : …"."""
    below = after[0] if after else None
    return below is not None and below.mood is Mood.FRAME and below.prop.heads and not below.prop.slots


def _names_people_only(s: Statement) -> bool:
    return s.mood is Mood.BARE and not (s.prop.says_what or s.prop.says_when)


def is_row(s: Statement, before: Statement) -> bool:
    """Say whether it names who comes on the day that stands before it: "Lundi 10/02 : Nahel, Sohan"."""
    dated = before.prop.heads and bool(before.prop.slots) and all(isinstance(x, Days) for x in before.prop.slots)
    named = bool(s.prop.slots) and all(isinstance(x, Who) and x.names for x in s.prop.slots)
    away = before.do is Do.ABSENT and any(v.start < x.start for v in before.prop.verbs for x in before.prop.slots)
    return dated and named and s.prop.link is Link.COLON and not (s.prop.heads or away)


def _is_heading(s: Statement, said: list[Statement], n: int) -> bool:
    """Say whether it only heads, or closes, what others list."""
    return bears_list(s, said[:n], said[n + 1 :]) or (not is_every_day_of(s, said[:n]) and _is_context(s, said, n))


def _owns_up(s: Statement) -> bool:
    """Say whether it is no more than "je me suis trompée"."""
    return s.prop.mistake and not (s.prop.slots or s.prop.same or s.prop.yes)


def _is_context(s: Statement, said: list[Statement], n: int) -> bool:
    """Say whether it only says for whom, what or when the others are: "La semaine prochaine :", "c'est pour mardi"."""
    before = said[n - 1].prop if n and s.prop.link is Link.COLON else None
    after = said[n + 1] if n + 1 < len(said) else None
    of_child = before is not None and before.heads and before.says_who and s.prop.says_when
    of_child = of_child and not _opens_predicate(s, after)
    kinds = {Act if isinstance(x, Hour) else type(x) for x in s.prop.slots}
    below = of_child or (n > 0 and kinds == {Days} and _is_dated(s) and _is_list_of(said[n - 1]))
    if below or (not s.prop.slots and s.prop.yes and not s.prop.same):
        return not below  # "Anne-Lise : toute la première semaine"; "oui, c'est bon pour moi"
    others = [o for o in said if o is not s and o.mood not in (Mood.TOLD, Mood.CONTEXT)]
    against = n > 0 and s.prop.link is Link.BUT and said[n - 1].prop.negative  # "ce n'est plus jeudi, c'est vendredi"
    if kinds == {Days} and others and not (s.prop.same or against) and _frames_others(s):
        return True
    if kinds == {Who} and before is not None and before.heads and said[n - 1].do is Do.ABSENT and not s.prop.heads:
        return True  # "est malade, et manquera demain : Jean-Baptiste"
    if after is not None and _is_topic_of(s, after, said[n + 2 : n + 3], kinds):
        return True
    if s.prop.heads:
        return after is not None and _stands_above(s, after, kinds)
    goes_on = s.prop.same or s.prop.yes or (s.prop.equates and n > 0) or s.prop.link in _TURNS
    return len(kinds) <= 1 and bool(others) and not goes_on


def _is_list_of(head: Statement) -> bool:
    """Say whether the days stand below it: "Merci d'inscrire Zoé à la cantine :", "Et au goûter :"."""
    return head.mood in (Mood.FRAME, Mood.CONTEXT) and head.prop.heads and head.prop.says_what and not _is_dated(head)


def _opens_predicate(s: Statement, after: Statement | None) -> bool:
    """Say whether a period opens a sentence that goes on: "Victor : à partir du 17, je n'en veux plus le mardi"."""
    goes_on = after is not None and after.prop.sentence == s.prop.sentence and after.prop.predicate
    return goes_on and _frames_others(s) and after is not None and after.prop.says_when


def _is_topic_of(s: Statement, refused: Statement, after: list[Statement], kinds: set[type]) -> bool:
    """Say whether a refusal is about it: "ce soir pas de libre", "la cantine, ce n'est plus mardi mais jeudi"."""
    mine = refused.mood is Mood.REFUSED and refused.prop.sentence == s.prop.sentence and not _is_of_others(s, refused)
    if not mine:
        return False
    parts, theirs = ({x.part for x in o.prop.slots if isinstance(x, Act)} for o in (s, refused))
    same = parts == theirs == {Part.MEAL}  # "ce midi pas de cantine"
    timed = kinds == {Act, Days} or (same and kinds == {Act, Days, Who} and not refused.prop.says_who)
    if refused.prop.says_what and timed and not s.prop.yes and (parts <= PARTS or same):
        return True
    topic = refused.prop.says_when and not s.prop.says_when and _goes_on(after)
    return topic or not (s.prop.says_what or s.prop.yes or s.prop.same)  # "pour Elio, pas mardi mais jeudi"


def _stands_above(s: Statement, after: Statement, kinds: set[type]) -> bool:
    """Say whether what a colon follows is said of what stands below it."""
    hours = after.prop.says_who and any(isinstance(x, Hour) for x in after.prop.slots)
    if not s.prop.says_who and hours and after.prop.link is Link.COLON and not s.prop.predicate:
        return True  # "Pour jeudi soir : Léah, et les garçons jusqu'à 18h30"
    if s.prop.says_what and _is_dated(s):
        return False
    only_days = bool(after.prop.slots) and all(isinstance(x, Days) for x in after.prop.slots)
    return len(kinds) < _ALL_KINDS or (after.mood is Mood.BARE and (only_days or _is_dated(after) or _is_daily(after)))


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


#: "je ne change que la cantine :".
_CHANGES: Final = Expression(
    r"\b(?:chang|modifi)\w+ (?:que |seulement |juste |uniquement )*(?:la |le |son |sa |les |l')"
)


def _goes_on(after: list[Statement]) -> bool:
    """Say whether the next words name the day that is right: "… mais jeudi"."""
    return any(o.prop.link is Link.BUT and o.prop.says_when and not o.prop.predicate for o in after)


def _announces_period(plain: str, s: Statement, after: list[Statement]) -> bool:
    """Say whether "les jours souhaités pour la semaine prochaine :" stands above days."""
    told = s.mood is Mood.TOLD and s.prop.heads
    gives = _GIVES.search(plain, s.prop.start, s.prop.end) is not None and not s.prop.says_when
    if (
        told
        and s.prop.slots
        and all(isinstance(x, Act) for x in s.prop.slots)
        and _CHANGES.search(plain, s.prop.start, s.prop.end)
    ):
        return bool(after) and after[0].prop.link is Link.COLON and after[0].prop.says_when
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
