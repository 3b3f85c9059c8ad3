"""Nouns that only name what something is said of: "l'inscription de Victor, merci de la supprimer".

"Inscription de Victor à la cantine jeudi" asks for it; where the sentence goes on with "à annuler", it is what shall be
called off. In the same way "mon annulation de jeudi était une erreur" calls off nothing.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.statement import Mood, Statement
from domain.model.wish import Do

_BOOKING: Final = Expression(r"(?:re|pre)?inscriptions?\b|reservations?\b")
_CALLING_OFF: Final = Expression(r"annulations?\b|desinscriptions?\b|suppressions?\b|retraits?\b|radiations?\b")
#: What is said of it takes it back.
_WRONG: Final = Expression(
    r"\b(?:etai(?:t|ent)|est|sont|(?:a|ont|avait) ete|resulte\w*|relev\w+|fait\w*|envoye\w*|vien(?:t|nent)|provien\w+)"
    r" (?:bien |donc |en fait |juste |malheureusement |faite?s? |envoyee?s? )*(?:d'|par |une?\b|le fruit d')"
    r" ?(?:une? )?(?:petite |grosse |simple |belle )?(?:erreur|megarde|fausse (?:manip\w*|manoeuvre)|mauvaise manip\w*"
    r"|etourderie|malentendu|confusion"
    r"|quiproquo|meprise|inattention|inadvertance|betise|bourde|gaffe|bevue)\b"
    r"|\bn'(?:a|avait|ont|avaient) pas lieu d'etre\b"
    r"|\b(?:etai(?:t|ent)|est|sont) (?:erronee?|injustifiee?|involontaire)s?\b"
)


def only_named(plain: str, said: list[Statement]) -> None:
    """Take as named, not as asked for, what the noun of a demand is of where another is made of it right behind."""
    for s, after in pairwise([*said, None]):
        if s is None or s.verb is None or s.mood is not Mood.ASKED or len(s.prop.verbs) > 1:
            continue
        books = s.do is Do.BOOK and _BOOKING.match(plain, s.verb.start) is not None
        cancels = s.do is Do.CANCEL and _CALLING_OFF.match(plain, s.verb.start) is not None
        wrong = (books or cancels) and _WRONG.search(plain, s.verb.end, _end(s, after)) is not None
        if not (wrong or (books and _is_of_it(s, after))):
            continue
        other = Do.CANCEL if books else Do.BOOK
        demanded = after is not None and after.do is other and after.mood is Mood.FRAME
        s.mood, s.do = (Mood.BARE, None) if demanded else (Mood.TOLD, None)
        s.prop.verbs, s.prop.told = [], False


def _end(s: Statement, after: Statement | None) -> int:
    """Return where the sentence may end in which it is said: a comma may stand between."""
    same = after is not None and after.prop.sentence == s.prop.sentence and not after.prop.slots
    return after.prop.end if after is not None and same else s.prop.end


def _is_of_it(s: Statement, after: Statement | None) -> bool:
    """Say whether what follows in its sentence calls off something without naming it: "…, merci de la supprimer"."""
    same = after is not None and after.prop.sentence == s.prop.sentence
    return same and after is not None and after.mood is Mood.FRAME and after.do is Do.CANCEL
