"""Remarks: what only gives the reason for another statement, or tells of a child for whom nothing is asked."""

from __future__ import annotations

from datetime import date
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act
from domain.language.notions.propositions import Link
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import POINTING, Days, Sort
from domain.model.wish import Do

#: Where a child stays who is not wanted here.
_STAYS: Final = Expression(
    r"\b(?:rest|gard|mang|dejeun|rentr)\w+ (?:avec|chez|ici|dehors|(?:ici )?a la maison)\b|\b(?:sera|est"
    r"|ira) (?:avec|chez"
    r"|a la maison)\b"
)

#: Of all else: "…, pour le reste on ne touche à rien".
_REST: Final = Expression(
    r"\W*(?:(?:et|mais),? )?(?:(?:pour|quant a|concernant) )?(?:tout )?(?:le|les?) (?:reste|autres)\b"
)


def remarks(plain: str, said: list[Statement]) -> None:
    """Let what only gives the reason for another statement ask for nothing."""
    for n, s in enumerate(said):
        leads = n + 1 < len(said) and (_at_home(s, said[n + 1]) or _leads_to(s, said[n + 1]))
        stays = s.do is Do.CANCEL and _STAYS.search(plain, s.prop.start, s.prop.end) is not None
        if n and s.do is Do.CANCEL and _excepts_day(s, said[n - 1]):
            s.mood, s.do = Mood.REFUSED, None
            continue
        elsewhere = stays and (
            _is_another(s, said[:n])
            or (n > 0 and (_is_beside(s, said[n - 1]) or _comes_anyway(s, said[n - 1])))
            or _is_other_day(s, said[:n], said[n + 1 :])
            or _is_usual(said[n + 1 : n + 2])
        )
        leads = leads or _leads_to_calling_off(s, said[n + 1 : n + 2], said[:n]) or _is_missing(plain, s, said[n + 1 :])
        leads = leads or _comes_as_ever(s, said[n + 1 : n + 2]) or (n > 0 and _keeps_rest(plain, s, said[n - 1]))
        usual = s.mood is Mood.STATED and s.do is Do.BOOK and _is_usual(said[n + 1 : n + 2])
        leads = leads or (usual and not _REST.match(plain, s.prop.end))
        leads = leads or _changes_nothing(plain, s, said[n + 1 : n + 2])
        leads = leads or _says_whose_turn(plain, s, said[n + 1 : n + 2])
        leads = leads or _goes_on(plain, s, said[n + 1 : n + 2])
        leads = leads or _keeps_otherwise(s, said[n + 1 :]) or (n > 0 and _is_well(plain, s, said[n - 1]))
        if leads or elsewhere or (n and _explains(s, said[n - 1])):
            s.mood, s.do = Mood.TOLD, None


#: With whom a child lives.
_LIVES: Final = Expression(
    r"[\s,]*(?:c'est|il est|elle est|ils sont|elles sont|je l[ea]s?|je l'ai) ?(?:qu'\w+ )?"
    r"(?:(?:chez|avec) (?:moi|nous|son|sa|leur)\b|l'ai\b|ai\b|garde\b)"
)


def _says_whose_turn(plain: str, s: Statement, after: list[Statement]) -> bool:
    """Say whether it only tells when a child lives here: "une semaine sur deux, c'est chez moi qu'elle est"."""
    rhythm = [d for d in s.prop.of(Days) if isinstance(d, Days) and not d.bases]
    turns = bool(rhythm) and all(w.sort in (Sort.ALTERNATE, Sort.PARITY) for d in rhythm for w in d.frames)
    alone = turns and len(rhythm) == len(s.prop.slots) and s.mood in (Mood.BARE, Mood.CONTEXT)
    told = alone and bool(after) and after[0].mood is Mood.TOLD and after[0].prop.sentence == s.prop.sentence
    return told and _LIVES.match(plain, after[0].prop.start) is not None


def _excepts_day(s: Statement, booked: Statement) -> bool:
    """Say whether it leaves a day out of a period: "cantine toute la semaine, mardi elle reste à la maison"."""
    days = booked.items[-1].days if booked.items else None
    period = days is not None and any(w.sort is Sort.SPAN for w in (*days.bases, *days.frames))
    wanted = booked.mood in (Mood.BARE, Mood.ASKED, Mood.STATED) and booked.do in (None, Do.BOOK)
    mine = s.items[0].days if len(s.items) == 1 else None
    single = mine is not None and not mine.frames and all(w.sort in (Sort.WEEKDAY, Sort.DAY) for w in mine.bases)
    own = s.prop.says_who or (s.prop.says_what and not (s.verb and s.verb.meal))
    near = s.mood is Mood.STATED and s.prop.sentence == booked.prop.sentence
    return period and wanted and booked.prop.says_what and single and near and not own


def _is_other_day(s: Statement, before: list[Statement], after: list[Statement]) -> bool:
    """Say whether it tells why another day is not asked for: "Zoé cantine jeudi svp, vendredi elle mange ici"."""
    told = [o for o in before if o.mood in (Mood.BARE, Mood.ASKED, Mood.STATED)]
    booked = told[-1] if told else None
    if booked is None or booked.do not in (None, Do.BOOK) or s.mood is not Mood.STATED:
        return False
    mine, theirs = ({n for i in o.items for n in i.names} for o in (s, booked))
    led = before[-1].mood is Mood.TOLD and before[-1].prop.says_when and s.prop.link is Link.SO
    if (s.prop.says_who and mine != theirs) or not (led or s.prop.link in (Link.AND, Link.START)):
        return False
    off = any(o.mood in (Mood.ASKED, Mood.FRAME) and o.do is Do.CANCEL for o in after[:1])
    stated = booked.mood is Mood.STATED and (off or not (led or s.prop.says_when))
    near = s.prop.sentence - booked.prop.sentence <= 1 and not stated
    return near and booked.prop.says_what and booked.prop.says_when and not _days_of(s) & _days_of(booked)


def _days_of(s: Statement) -> set[tuple[tuple[date, ...], tuple[int, ...]]]:
    """Return the days of the last one of whom it speaks."""
    return {(b.days, b.weekdays) for i in s.items[-1:] if i.days for b in i.days.bases}


def _is_usual(after: list[Statement]) -> bool:
    """Say whether it closes with "…, comme d'habitude": nothing is called off."""
    s = after[0] if after else None
    return s is not None and s.prop.unaffected and s.prop.link is Link.AND and not (s.prop.slots or s.prop.verbs)


def _leads_to(s: Statement, after: Statement) -> bool:
    """Say whether it only says why the same is asked: "il veut manger avec ses copains, donc cantine les jeudis"."""
    asks = after.prop.link is Link.SO and after.mood in (Mood.BARE, Mood.ASKED) and after.do in (None, Do.BOOK)
    mine = {a.part for i in s.items for a in i.acts}
    theirs = {a.part for i in after.items for a in i.acts}
    same = s.mood is Mood.STATED and s.do is Do.BOOK and mine <= theirs
    return asks and same and after.prop.says_when and not (after.prop.says_who and s.prop.says_what and not mine)


#: What the list does not have: "ma fille n'est pas inscrite mardi, possible de l'ajouter ?".
_UNLISTED: Final = Expression(
    r"\b(?:n'est|ne sont|n'etait|est|sont|n'a|ne l'ai|n'ai|n'avais|n'ont)(?: toujours| encore)? pas(?: encore)?"
    r" (?:ete )?(?:inscri|not|enregistr|compt|coch|reserv|prevu|marqu|pointe)"
)


def _is_missing(plain: str, s: Statement, after: list[Statement]) -> bool:
    """Say whether it only says that what is asked for next has not been done: "elle n'est pas inscrite, ajoutez-la"."""
    asked = any(o.do is Do.BOOK and o.mood in (Mood.ASKED, Mood.FRAME) for o in after)
    return asked and s.do is Do.CANCEL and _UNLISTED.search(plain, s.prop.start, s.prop.end) is not None


_WELL: Final = Expression(r"\b(?:gueri|va (?:bien |beaucoup )?mieux|remis|retabli|en forme|plus de fievre|d'aplomb)")


#: "rdv chez l'orthodontiste vendredi à 17h, rien à changer".
_NO_CHANGE: Final = Expression(r"\W*(?:et |mais |donc )*(?:il n'y a )?rien (?:a|ne) chang")


def _changes_nothing(plain: str, s: Statement, after: list[Statement]) -> bool:
    """Say whether what follows at once says that an appointment keeps nobody away."""
    near = bool(after) and after[0].prop.sentence == s.prop.sentence
    if near and after[0].names - s.names:
        return False  # "Victor est malade, rien ne change pour Séverine"
    return near and s.mood is Mood.ILL and _NO_CHANGE.match(plain, after[0].prop.start) is not None


def _comes_as_ever(s: Statement, after: list[Statement]) -> bool:
    """Say whether "Léah reste avec sa mamie et viendra normalement" is no absence."""
    off = s.mood is Mood.STATED and s.do is Do.CANCEL and not (s.prop.says_when or s.prop.says_what)
    same = bool(after) and after[0].prop.sentence == s.prop.sentence and not after[0].prop.says_who
    return off and same and after[0].prop.unaffected and bool(after[0].prop.verbs)


_KEEPING: Final = Expression(r"(?:gard|laiss|conserv|mainten)")


def _keeps_rest(plain: str, s: Statement, before: Statement) -> bool:
    """Say whether it only says what is not called off: "elle n'ira plus au créatif, mais gardez le goûter"."""
    off = before.do is Do.CANCEL and before.prop.sentence == s.prop.sentence and before.prop.says_what
    kept = s.mood is Mood.ASKED and s.do is Do.BOOK and s.prop.says_what and not s.prop.says_when
    return off and kept and s.verb is not None and _KEEPING.match(plain, s.verb.start) is not None


#: What is booked stays as it is.
_GOING_ON: Final = Expression(r"(?:gard|laiss|conserv|mainten|continu|poursui)")


def _goes_on(plain: str, s: Statement, after: list[Statement]) -> bool:
    """Say whether it only says what stays, before what is called off: "il continue la cantine mais plus le goûter"."""
    stays = s.do is Do.BOOK and s.verb is not None and _GOING_ON.match(plain, s.verb.start) is not None
    off = after[0] if stays and after and not any(i.hours for i in s.items) else None
    if off is None or off.prop.sentence != s.prop.sentence or off.prop.heads or not off.prop.slots:
        return False
    if _adds_to(plain, s, off):
        return True
    calls = off.mood is Mood.ASKED or (off.prop.link is Link.BUT and off.mood in (Mood.STATED, Mood.REFUSED))
    return calls and (off.do is Do.CANCEL or off.mood is Mood.REFUSED)


_STAYING: Final = Expression(r"(?:laiss|conserv|mainten|continu|poursui)")
_ADDING: Final = Expression(r"r?ajout")


def _adds_to(plain: str, s: Statement, after: Statement) -> bool:
    """Say whether more is asked beside what stays: "laissez Victor à la cantine jeudi et ajoutez Séverine"."""
    stays = s.verb is not None and _STAYING.match(plain, s.verb.start) is not None
    asked = after.mood is Mood.ASKED and after.do is Do.BOOK and after.verb is not None
    return stays and asked and after.verb is not None and _ADDING.match(plain, after.verb.start) is not None


def _keeps_otherwise(s: Statement, after: list[Statement]) -> bool:
    """Say whether it only says why so few days are asked: "je les garde la 1re semaine, à inscrire le 28 seulement"."""
    home = s.mood is Mood.STATED and s.do is Do.CANCEL and s.verb is not None and s.verb.whole and not s.prop.says_what
    asked = after[0] if home and after else None
    return (
        asked is not None
        and asked.mood is Mood.ASKED
        and asked.do is Do.BOOK
        and asked.prop.only
        and asked.prop.says_when
    )


def _is_well(plain: str, s: Statement, before: Statement) -> bool:
    """Say whether it only tells that a child comes again: "Nahel est guéri, il vient aujourd'hui"."""
    comes = s.mood is Mood.STATED and s.do is Do.BOOK and not (s.prop.says_what or s.prop.says_who)
    well = before.mood is Mood.TOLD and _WELL.search(plain, before.prop.start, before.prop.end) is not None
    return comes and well and before.prop.sentence == s.prop.sentence


def _leads_to_calling_off(s: Statement, after: list[Statement], before: list[Statement]) -> bool:
    """Say whether it only says why more is called off: "ils mangeront à la maison. Annulez tout janvier."."""
    off = s.mood is Mood.STATED and s.do is Do.CANCEL and s.verb is not None and s.verb.whole
    asked = after[0] if off and after else None
    if asked is None or asked.mood is not Mood.ASKED or asked.do is not Do.CANCEL:
        return False
    if _is_of_another(s, asked, before):
        return False  # "Victor ne viendra pas de la semaine, annulez le centre de Séverine mercredi"
    if _is_period(s) and any(d.bases for d in asked.prop.of(Days) if isinstance(d, Days)) and asked.prop.says_what:
        return True  # "la semaine prochaine je peux les garder à midi, enlevez la cantine lundi et mardi"
    if s.prop.says_when is asked.prop.says_when or (s.prop.says_when and s.prop.sentence != asked.prop.sentence):
        return False  # "je garde Zoé cette semaine, annulez sa cantine" lends its days
    mine, theirs = ({n for i in o.items for n in i.names} for o in (s, asked))
    return asked.prop.says_what and (not mine or not theirs or mine <= theirs)


def _is_of_another(s: Statement, asked: Statement, before: list[Statement]) -> bool:
    """Say whether what is asked is of another child than the one spoken of here."""
    here = [o for o in (s, *before[::-1]) if o.prop.sentence == s.prop.sentence]
    mine = next((names for o in here if (names := {n for i in o.items for n in i.names})), set[str]())
    theirs = {n for i in asked.items for n in i.names}
    return bool(mine and theirs) and not mine & theirs


def _is_period(s: Statement) -> bool:
    """Say whether it names a period, and no day."""
    days = [d for d in s.prop.of(Days) if isinstance(d, Days)]
    return bool(days) and all(not d.bases and d.frames_span for d in days)


def _is_another(s: Statement, before: list[Statement]) -> bool:
    """Say whether it is told of a child for whom nothing is booked: "Zoé lundi au centre. Sa sœur reste avec papi."."""
    told = [o for o in before if o.mood not in (Mood.FRAME, Mood.TOLD, Mood.CONTEXT)]
    booked = bool(told) and all(o.do in (None, Do.BOOK) and o.mood is not Mood.REFUSED for o in told)
    here = [o for o in before[::-1] if o.prop.sentence == s.prop.sentence and o.prop.says_who]
    mine = {n for i in (s if s.prop.says_who or not here else here[0]).items for n in i.names}
    others = {n for o in told for i in o.items for n in i.names}
    pointing = all(w.sort in POINTING for d in s.prop.of(Days) if isinstance(d, Days) for w in (*d.bases, *d.frames))
    bare = (not s.prop.says_when or pointing) and all(x.implied for x in s.prop.slots if isinstance(x, Act))
    return booked and bool(mine) and bool(others) and not mine & others and bare


def explanations(said: list[Statement]) -> None:
    """Let "l'atelier c'était pour Zoé, pas pour Léah" only explain what is asked of these children after it."""
    for n, s in enumerate(said):
        meant = s.wanted and s.prop.equates and s.prop.says_who and not s.prop.says_when and s.mood is Mood.BARE
        later = [o for o in said[n + 1 :] if o.mood is Mood.ASKED and o.prop.sentence != s.prop.sentence]
        asked = {name for o in later for i in o.items for name in i.names}
        if not meant or not any(o.prop.says_when for o in later):
            continue
        if {name for i in s.items for name in i.names} <= asked:
            for other in (o for o in said[n : n + 2] if o is s or o.mood is Mood.REFUSED):
                other.mood, other.do = Mood.TOLD, None


def _is_beside(s: Statement, before: Statement) -> bool:
    """Say whether it is told of another child beside a booking: "Zoé vendredi au centre, sa sœur reste avec papi"."""
    wanted = before.do in (None, Do.BOOK) and before.mood in (Mood.BARE, Mood.ASKED, Mood.STATED)
    same = before.prop.sentence == s.prop.sentence and s.mood is Mood.STATED
    names_only = s.prop.says_who and not s.prop.says_when and not s.prop.says_what
    return wanted and before.prop.says_what and same and names_only


def _comes_anyway(s: Statement, before: Statement) -> bool:
    """Say whether the child comes: "Séverine est absente. Victor sera là, il reste avec son papa."."""
    comes = before.do is Do.BOOK and before.mood in (Mood.STATED, Mood.TOLD) and before.prop.says_who
    same = before.prop.sentence == s.prop.sentence and not s.prop.says_who and not s.prop.says_when
    return comes and same and not (before.prop.says_when or before.prop.says_what)


def _explains(s: Statement, before: Statement) -> bool:
    """Say whether it only says why what stands before it is called off: "… pas jeudi, elle mange ma blanquette"."""
    own = s.prop.same or any(not (isinstance(x, Act) and x.implied) for x in s.prop.slots)
    if s.mood is not Mood.STATED or own or s.prop.link is not Link.AND or before.prop.sentence != s.prop.sentence:
        return False
    declined = before.mood is Mood.REFUSED and before.prop.says_who  # "Victor non, il déjeune avec son père"
    off = before.do is Do.CANCEL or before.refuses_booking or declined
    return off and (s.do is Do.BOOK or (s.do is Do.CANCEL and (before.prop.says_what or declined)))


def _at_home(s: Statement, after: Statement) -> bool:
    """Say whether being at home is no absence, as care follows from it: "ils sont à la maison, donc cantine"."""
    home = s.mood is Mood.STATED and s.do is Do.CANCEL and s.verb is not None and s.verb.whole
    return home and after.prop.link is Link.SO and after.mood is Mood.BARE and after.prop.says_what
