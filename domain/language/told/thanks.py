"""Thanks, and what was nice: the days and activities named in them are no request."""

from __future__ import annotations

from typing import Final

from domain.language.lexicon.tones import FOR_DAYS, PERFECT, PLEASED, THANKS, TOO_LATE, WAS
from domain.language.matching.expression import Expression
from domain.language.notions.hours import Hour
from domain.language.notions.marks import Act, Cue, Force, Mark, Sign, Verb, Who, Why
from domain.language.notions.when import Days
from domain.model.wish import Do, Reason

_CLAUSE_ENDS: Final = Expression(r"[,.!?;:\n(]+|¤+|\bmais\b|\bpar contre\b|\bdonc\b")
_THANKS: Final = Expression(THANKS)
_PERFECT: Final = Expression(PERFECT)
_PLEASED: Final = Expression(PLEASED)
_TOO_LATE: Final = Expression(TOO_LATE)
_FOR_DAYS: Final = Expression(FOR_DAYS)
#: Points to what was thanked for: "merci d'avoir annulé le repas de lundi. Pouvez-vous retirer celui de mardi ?".
_THAT_OF: Final = Expression(r"\b(?:celui|celle|ceux|celles) d(?:e |u )")
_ABOVE_ALL: Final = Expression(r"\W*(?:et )?(?:en particulier|particulierement|notamment|surtout)\b")
_WAS: Final = Expression(WAS)


def without_thanks(plain: str, marks: list[Mark]) -> tuple[list[Mark], bool]:
    """Drop from `marks` what only says thank you in folded text; say also whether anybody was thanked.

    "Merci d'avoir gardé Léah jeudi" asks for nothing; "merci de garder Léah jeudi" has a verb of ours, and does.
    """
    dropped, liked = _days_that_were(plain, marks), list[Mark]()
    thanked = bool(dropped)
    for start, end in _clauses(plain):
        here = [m for m in marks if start <= m.start < end]
        since = _since(plain, start, end, here)
        if since is None and dropped and dropped[-1][1] == start and _ABOVE_ALL.match(plain, start):
            since = None if any(map(_asks, here)) else start  # "merci à tous, en particulier pour le soir du 5"
        if since is not None:
            dropped.append((since, end))
            liked += [m for m in here if isinstance(m, Act) and _is_liked(plain, start, end)]
            thanked = True
        elif not plain[start:end].endswith("?") and (late := _TOO_LATE.search(plain, start, end)):
            dropped.append((late.start(), end))
    beside = [m for m in marks if any(s <= m.start < e for s, e in dropped)]
    named = {n for m in marks if isinstance(m, Who) and m not in beside for n in m.names}
    kept = [m for m in marks if m not in beside or (_stays(m) and not (named and _is_said(m, named)))]
    return _with_liked(plain, kept, liked), thanked


def _is_liked(plain: str, start: int, end: int) -> bool:
    return (_PLEASED.search(plain, start, end) or _THAT_OF.search(plain, end)) is not None


def _with_liked(plain: str, marks: list[Mark], liked: list[Mark]) -> list[Mark]:
    """Keep, as told, what "Zoé adore l'atelier ! Vous pouvez la mettre jeudi ?" asks for and does not name again."""
    pointed = bool(liked) and _THAT_OF.search(plain, liked[-1].end) is not None
    asked = [m for m in marks if isinstance(m, Verb) and m.do and (m.do is Do.BOOK or pointed)]
    asked = [m for m in asked if m.force is Force.ASKED]
    named = any(isinstance(m, Act | Hour) or (isinstance(m, Verb) and m.meal) for m in marks)
    of_one = len(liked) == 1 and any(v.start > liked[0].end for v in asked)
    if named or not of_one:
        return marks
    told = Sign(liked[0].end, liked[0].end, Cue.OTHER_VERB)
    return sorted([*marks, *liked, told], key=lambda m: (m.start, m.end))


def _days_that_were(plain: str, marks: list[Mark]) -> list[tuple[int, int]]:
    """Return where a text that opens with thanks for days, then tells how they were, names these days."""
    thanks = _FOR_DAYS.search(plain)
    if thanks is None or any(not isinstance(m, Who | Sign) and m.end <= thanks.end() for m in marks):
        return []
    for start, end in _clauses(plain):
        said = [m for m in marks if start <= m.start < end and not isinstance(m, Sign)]
        if end <= thanks.end() or (said and all(isinstance(m, Days | Act) for m in said)):
            continue
        was = _PLEASED.search(plain, start, end) or _WAS.search(plain, start, end)
        told = was and not plain[start:end].endswith("?") and not any(_asks(m) for m in said)
        return [(thanks.start(), start)] if told else []
    return []


def _clauses(plain: str) -> list[tuple[int, int]]:
    ends = list(_CLAUSE_ENDS.finditer(plain))
    return list(zip([0, *[m.end() for m in ends]], [*[m.end() for m in ends], len(plain)], strict=True))


def _since(plain: str, start: int, end: int, marks: list[Mark]) -> int | None:
    """Return from where on a clause only thanks, or None."""
    if perfect := _PERFECT.search(plain, start, end):
        return perfect.start()
    if plain[start:end].endswith("?") or any(_asks(m) for m in marks):
        return None
    if _PLEASED.search(plain, start, end):
        return start
    thanks = _THANKS.search(plain, start, end)
    return thanks.start() if thanks else None


def _asks(mark: Mark) -> bool:
    return (isinstance(mark, Why) and mark.reason is not Reason.OTHER) or (isinstance(mark, Verb) and bool(mark.do))


def _is_said(mark: Mark, named: set[str]) -> bool:
    """Say whether it is the children together, who are not those of a child named beside, or one of those `named`.

    "… Léah restera le soir vendredi, Léah est ravie d'y aller avec Nahel" asks for nothing more.
    """
    return isinstance(mark, Who) and (
        len(mark.names or mark.options) > 1 or bool(mark.names and {*mark.names} <= named)
    )


def _stays(mark: Mark) -> bool:
    return isinstance(mark, Who) or (isinstance(mark, Sign) and mark.cue in (Cue.STOP, Cue.BREAK))
