"""What a sentence goes on to ask, or to leave open, beside a request: "Nahel cantine jeudi (c'est payant ?)"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from domain.language.intent.commands import Matter
from domain.language.intent.doubts import names_all
from domain.language.matching.expression import Expression
from domain.language.notions.marks import Mark, Verb, Who
from domain.model.wish import Command

#: Closes a request without a verb, or opens another matter.
CLOSES: Final = Expression(
    r"\b(?:svp|stp|s'il (?:vous|te) plait|merci|sinon|au passage|d'ailleurs|par ailleurs|autre (?:chose|question))\b"
)
#: "…, et dites-moi ce qu'on a déjà pour Léah".
_TELL_ME: Final = Expression(
    r"(?:, ?(?:et |puis )?|\bet )(?:dites|montrez|donnez|envoyez|rappelez|redites|precisez|indiquez)[- ](?:moi|nous)\b"
)
_CLAUSE: Final = Expression(r"[,;:(]|\bmais\b")
#: Leads in why something is left out.
_WHY: Final = Expression(r"(?:\(|\b(?:car|comme|parce qu|puisqu|vu qu)\b)[^.;!?\n(]{0,30}$")


def is_why(sentence: str, marks: Sequence[Mark], at: int) -> bool:
    """Say whether a word at `at` only gives the reason beside a request: "cantine, sauf Sohan jeudi (piscine)"."""
    whole = [m for m in marks if m.end <= at]
    return names_all(whole) and _WHY.search(sentence, whole[-1].end - 1, at) is not None


def opens_beside(sentence: str, since: int, found: Matter) -> bool:
    """Say whether another matter is opened between what is named up to `since` and a question."""
    if found.command is Command.PRICES_ASK and "(" in sentence[since : found.start + 1]:
        return True
    return any(p.search(sentence, since, found.start) for p in (CLOSES, _TELL_ME))


def left_open_from(sentence: str, marks: Sequence[Mark], at: int) -> int:
    """Return where the clause begins that leaves only another child open: "…, pour Sohan on verra le mois prochain".

    0 where more than that is open, or nothing is said of others before it.
    """
    begins = _CLAUSE.last_end(sentence, at)
    before = [m for m in marks if m.end <= begins]
    theirs = {n for m in marks if isinstance(m, Who) and begins <= m.start < at for n in m.names}
    mine = {n for m in before if isinstance(m, Who) for n in m.names}
    named = bool(mine) or names_all(before)
    return begins if named and theirs and not theirs & mine and "?" not in sentence else 0


#: What is seen later: "…, le mardi d'après on verra".
_SEEN_LATER: Final = Expression(
    r"(?:,|;|\bet\b|\bmais\b) ?(?P<open>[^.,;!?\n]{3,40}(?:on verra|je verrai|nous verrons"
    r"|(?:on|je|nous) (?:ne )?sa\w+ pas encore|on avisera))(?: plus tard| apres| ensuite| bien)?\W*$"
)


#: The day is dropped already, as told.
_OTHER_DAY: Final = Expression(
    r"\b(?:(?:lun|mar|mercre|jeu|vendre)di|demain|semaine|suivante?s?|d'apres|apres|le \d{1,2})\b"
)


def left_open(sentence: str, marks: Sequence[Mark]) -> int:
    """Return where another day or child is left open behind a whole request without a verb, 0 where none is."""
    seen = _SEEN_LATER.search(sentence)
    at = seen.start("open") if seen else 0
    named = _OTHER_DAY.search(sentence, at) is not None or any(isinstance(m, Who) and m.start >= at for m in marks)
    before = [m for m in marks if m.end <= at]
    return at if named and names_all(before) and not any(isinstance(m, Verb) for m in before) else 0
