"""Where somebody else is while a child is booked or stays away: at the doctor's, at home, with a friend.

"Inscrivez Victor au goûter jeudi, sa sœur a rendez-vous chez le dentiste": that is why, and nobody is absent for it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from domain.language.lexicon.household import OTHERWISE
from domain.language.lexicon.people import NOT_WITH_US
from domain.language.matching.expression import Expression
from domain.language.notions.marks import Who
from domain.language.notions.propositions import Link
from domain.language.notions.statement import Mood, Statement
from domain.model.wish import Do

#: An hour with somebody, and no illness.
_APPOINTMENT: Final = Expression(
    r"\b(?:rendez-vous|rdv|consultation|controle|visite|seance|orthodontiste|orthophoniste|dentiste|kine\w*"
    r"|ophtalmo\w*"
    r"|pediatre|medecin|docteur|psy\w*|specialiste|osteo\w*|podologue|dermato\w*|allergo\w*|orl)\b"
)
#: It is told as such in a sentence of its own too.
_PLAINLY: Final = Expression(
    r"\b(?:rendez-vous|rdv|consultation|controle|seance)\b|\b(?:em|r?a)?men\w+ |\b(?:accompagn|condui|depos)\w* "
)
#: The child with the appointment stays away, after all.
_STAYS_AWAY: Final = Expression(
    r"\b(?:absen\w+|malad\w+|fievre|urgences?|hopital|opere\w*|operation|certificat|toute la journee|la journee"
    r"|(?:ne |n')[a-z' ]{0,8}(?:vien|mang|ira|sera)\w*)\b"
)
_NOW: Final = Expression(r"\b(?:aujourd'hui|ce (?:matin|midi)|cet apres-midi)\b")
_AT_AN_HOUR: Final = Expression(r"\b(?:a|vers|pour|des) \d{1,2} ?(?:h|heures)")
_WAS_SLIGHT: Final = Expression(
    r"\b(?:a|ont) eu (?:(?:juste|seulement|un peu de|un|une|de la|le|la|petite?|gros|grosse|leger|legere) )*"
    r"(?:rhume|toux|nez (?:qui coule|bouche)|mal (?:a la gorge|au ventre|a la tete))"
)
#: With somebody else than us: "reste avec moi", "mange chez sa copine".
_AT_HOME: Final = Expression(
    r"\b(?:rest|mang|dejeun|gout|rentr|dor|par|est|sera|va|ira|repart)[a-z]* (?:(?:deja|aussi|donc|lui|elle|bien) )*"
    rf"{NOT_WITH_US}"
)
_SAID: Final = (Mood.ASKED, Mood.STATED, Mood.BARE, Mood.REFUSED)
_OTHERWISE: Final = Expression(OTHERWISE)
#: What the family is at together: "on rentre tard de chez le médecin", "mardi on était chez le pédiatre".
_WE: Final = Expression(
    r"\b(?:on|nous|je|j')(?: (?:ne |n'|y |en ))? ?(?:rentr|rev[ei]en|sor|par|arriv|aur|a|avons|ai|serons|sera|etions"
    r"|etait|etais|devons|doit|dois|filons|file|passons|passe)[a-z]*\b"
)
_WE_WERE: Final = Expression(
    r"\b(?:on|nous|j'|je) ?(?:etait|etions|etais|avait|avions|avais|(?:sommes|est|suis) alles?)\b"
)


def is_appointment(plain: str, s: Statement, before: list[Statement], after: list[Statement]) -> bool:
    """Say whether it only tells of an hour at the doctor's beside what is asked for another child, or as the family's.

    Who is at the doctor's by itself is absent (label guide, rule 5), and who stays away for it too.
    """
    ill = s.mood is Mood.ILL and not s.prop.verbs
    if not ill or not _appointed(plain, s) or any(_is_away(s, o) for o in after):
        return False
    near = [o for o in (*before[-1:], *after) if _is_near(plain, s, o)]
    if s.prop.says_who:
        later = any(o in after for o in near)
        undated = later or not s.prop.says_when
        return undated and any(_is_of_other(s, o) or _is_of_named(s, o, before) for o in near)
    were = _WE_WERE.search(plain, s.prop.start, s.prop.end) is not None
    ours = were or (_WE.search(plain, s.prop.start, s.prop.end) is not None and not s.prop.says_when)
    now = _NOW.search(plain, s.prop.start, s.prop.end) is not None
    return ours and not now and bool(near) and all(books(o) or o.do is None for o in (*before, *after))


def is_passing(plain: str, s: Statement, before: list[Statement], after: list[Statement]) -> bool:
    """Say whether it hinders no booking: "il a rendez-vous chez le dentiste à 16h", "elle a eu un petit rhume"."""
    if s.mood is not Mood.ILL or s.prop.verbs or s.prop.says_when or not (before or after):
        return False
    if _STAYS_AWAY.search(plain, s.prop.start, s.prop.end) or not all(
        books(o) or o.do is None for o in (*before, *after)
    ):
        return False
    timed = _appointed(plain, s) and _AT_AN_HOUR.search(plain, s.prop.start, s.prop.end) is not None
    slight = _WAS_SLIGHT.search(plain, s.prop.start, s.prop.end) is not None
    return (timed or slight) and any(books(o) and o.prop.says_what for o in (*before[-1:], *after[:1]))


def is_elsewhere(plain: str, s: Statement, before: list[Statement], after: list[Statement]) -> bool:
    """Say whether "sa sœur reste avec moi", "Léah mange à la maison" only sets off who is booked beside it."""
    home = s.mood is Mood.STATED and s.do is Do.CANCEL
    if home and not s.prop.says_when and _OTHERWISE.match(plain, s.prop.start):
        return any(o.mood in _SAID and o.prop.says_when for o in (*before[-1:], *after[:1]))
    home = home and s.prop.says_who
    if not home or s.prop.says_when or not _AT_HOME.search(plain, s.prop.start, s.prop.end):
        return False
    near = [o for o in (*before[-1:], *after[:1]) if abs(o.prop.sentence - s.prop.sentence) <= 1]
    beside = any(books(o) and o.mood is not Mood.FRAME and _is_of_other(s, o) for o in near)
    return beside or (bool(before) and s.prop.link is Link.AND and _ends_with_other(s, before[-1]))


def give_rest(plain: str, said: list[Statement]) -> None:
    """Let "Victor mange chez sa tata mardi, donc jeudi seulement" ask for him what another has on the other days.

    So "jeudi Léah est chez sa marraine, donc seulement les garçons" asks for them on that day.
    """
    for n, (s, rest) in enumerate(pairwise(said)):
        away = s.mood in (Mood.STATED, Mood.TOLD) and s.do in (None, Do.CANCEL) and s.prop.says_who and s.prop.says_when
        so = rest.prop.link is Link.SO and rest.prop.only and not rest.prop.verbs
        if not (away and so) or rest.prop.sentence != s.prop.sentence or not rest.items:
            continue
        near = [o for o in said[:n] if s.prop.sentence - o.prop.sentence <= 1 and books(o) and o.prop.says_what]
        mine, own = {name for i in s.items for name in i.names}, rest.items[0]
        near = [rest] if rest.prop.says_what and own.names else near  # "…, donc seulement Ilyès à la cantine"
        days = (
            rest.prop.says_when
            and not rest.prop.says_what
            and (not own.whos or own.names == mine)
            and any(_is_of_other(s, o) for o in near)
        )
        others = bool(own.whos) and not (own.names & mine or rest.prop.says_when) and bool(near)
        if (days or others) and _AT_HOME.search(plain, s.prop.start, s.prop.end):
            own.whos, own.days = own.whos or list(s.items[0].whos), own.days or s.items[0].days
            own.acts, rest.do = own.acts or list(near[-1].items[-1].acts), Do.BOOK
            own.hours = own.hours or list(near[-1].items[-1].hours)
            rest.prop.slots = [*own.whos, *own.acts, *([own.days] if own.days else [])]
            s.mood, s.do, rest.mood, rest.prop.link, rest.prop.only = Mood.TOLD, None, Mood.STATED, Link.AND, False


def books(s: Statement) -> bool:
    """Say whether it may ask for a booking."""
    bare = s.mood in (Mood.BARE, Mood.CONTEXT) and s.prop.says_what
    return bare or (s.do is Do.BOOK and s.mood in (Mood.ASKED, Mood.FRAME, Mood.STATED))


def _appointed(plain: str, s: Statement) -> bool:
    place = s.prop.start, s.prop.end
    return _APPOINTMENT.search(plain, *place) is not None and not _STAYS_AWAY.search(plain, *place)


def _is_near(plain: str, s: Statement, other: Statement) -> bool:
    """Say whether they belong together: in one breath, or in two where it plainly is an appointment."""
    apart = abs(other.prop.sentence - s.prop.sentence)
    plainly = _PLAINLY.search(plain, s.prop.start, s.prop.end) or not s.prop.says_who
    return apart == 0 or (apart == 1 and bool(plainly))


def _is_of_other(s: Statement, other: Statement) -> bool:
    """Say whether something is asked for another child beside it."""
    mine, theirs = ({n for i in o.items for n in i.names} for o in (s, other))
    off = other.mood in (Mood.ASKED, Mood.STATED) and other.do is Do.CANCEL
    if not ((books(other) or off) and other.prop.says_what):
        return False
    kin = any(isinstance(x, Who) and x.sibling for x in s.prop.slots)  # of whom the other speaks: "…, sa sœur est …"
    return bool(theirs) and (kin if not mine else not mine & theirs)


def _is_of_named(s: Statement, other: Statement, before: list[Statement]) -> bool:
    """Say whether the other child was named: "Séverine adore ça ! Inscrivez-la …, Victor est chez le dentiste"."""
    mine = {n for i in s.items for n in i.names}
    named = next(
        (names for o in before[::-1] if o is not s and (names := {n for i in o.items for n in i.names})), set()
    )
    unnamed = not any(i.names for i in other.items) and books(other) and other.prop.says_what
    return unnamed and bool(mine and named) and not mine & named


def _ends_with_other(s: Statement, other: Statement) -> bool:
    """Say whether another child is the last of whom something is asked: "… vendredi juste Elio, Luka va chez mamie"."""
    last = other.items[-1] if len(other.items) > 1 else None
    mine = {n for i in s.items for n in i.names}
    near = books(other) and other.prop.says_what and other.prop.sentence == s.prop.sentence
    return near and last is not None and bool(last.names and last.days and mine) and not mine & last.names


def _is_away(s: Statement, other: Statement) -> bool:
    """Say whether the child of `s` is said not to come: "Séverine chez le dentiste jeudi, elle ne vient pas"."""
    theirs, mine = ({n for i in o.items for n in i.names} for o in (other, s))
    off = other.do in (Do.CANCEL, Do.ABSENT) or other.mood is Mood.REFUSED
    return off and other.prop.sentence == s.prop.sentence and (not theirs or bool(theirs & mine))
