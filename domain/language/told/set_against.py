"""What is told only so that what is asked may be set against it: others' bookings, what was once, what is preferred.

"Tous ses copains sont au goûter mardi, mais Zoé préfère la cantine jeudi": whose Tuesday it is, is none of ours. Such
words lend nothing, where what is asked is whole without them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Final

from domain.language.lexicon import set_against as lex
from domain.language.matching.blanks import blank
from domain.language.matching.expression import Expression
from domain.language.told.beside_illness import without_beside_illness
from domain.language.told.existing import without_asides
from domain.language.told.relative_clauses import without_relative_clauses
from domain.language.told.wishes import without_wishes

_OTHERS_DO: Final = Expression(lex.OTHERS_DO)
_PARENT_OF: Final = Expression(lex.PARENT_OF)
_WAS_ILL: Final = Expression(lex.WAS_ILL)
_LATER_CHILD: Final = Expression(lex.LATER_CHILD)
_ONLY_ONE: Final = Expression(lex.ONLY_ONE)
_PREFERRED: Final = Expression(lex.PREFERRED)
_HAS_THEM: Final = Expression(lex.HAS_THEM)
_HAS_AND: Final = Expression(lex.HAS_AND)
_TO_STAY: Final = Expression(lex.TO_STAY)
_TO_DO: Final = Expression(lex.TO_DO)
_DAY: Final = Expression(lex.DAY)
_OURS: Final = Expression(lex.OURS)
_POLITE: Final = Expression(lex.POLITE)
_BOOKS: Final = Expression(rf"{lex.OURS}|\b(?:inscri|reserv)\w*|\b(?:mis|pris)e?s?\b")
#: Something is still asked.
_ASKS: Final = Expression(
    r"\b(?:annul|desinscri|retir|enlev|supprim|inscri|reserv|r?ajout|mett|not|enregistr|prevo|faudrait|voudrai)\w*"
)
_AWAY: Final = Expression(
    r"\b(?:fievre|malade|grippe|gastro|angine|otite|varicelle|rhume|vomi\w*|absen\w+|tousse|alitee?|maison|viendra)\b"
)
#: Told by themselves, whatever is asked beside them.
_ALWAYS: Final = tuple(
    Expression(told)
    for told in (
        lex.STRANGERS,
        lex.ASKED_ONCE,
        lex.NO_NEED,
        lex.NOTHING_THEN,
        lex.NOT_MISSED,
        lex.ELSEWHERE,
        lex.BEFORE_THEN,
    )
)
_AWAY_THEN: Final = Expression(lex.AWAY_THEN)
_CALLS_OFF: Final = Expression(r"\b(?:annul|desinscri|retir|enlev|supprim|absen|decommand)\w*|\b(?:pas|plus)\b")
#: Told where something is asked after them, day and all.
_BEFORE_DEMAND: Final = tuple(Expression(told) for told in (lex.YOU_WROTE, lex.GIVEN_UP))
_SIBLING: Final = Expression(r"\bc'est (?:maintenant |la )?(?:sa|son) (?:petite? |grande? )?(?:soeur|frere)\b")
#: What the other child had, this one has.
_LIKE: Final = Expression(
    r"\b(?:qui l'(?:a|attrape)|l'a (?:attrape|aussi)|a (?:son|leur) tour|au tour de|c'est [a-z-]+,)"
)
#: A sentence or two.
_NEAR: Final = 160
_SENTENCE: Final = Expression(r"[.;!?\n]")


def without_told(plain: str, names: Collection[str]) -> str:
    """Return folded text, letter for letter, without what is told beside what is asked for children of these names."""
    plain = without_beside_illness(without_relative_clauses(plain, names))
    return without_asides(without_wishes(without_set_against(plain, names)), names)


def without_set_against(plain: str, names: Collection[str]) -> str:
    """Return folded text, letter for letter, without what only sets off what is asked for children of these names."""
    for told in _ALWAYS:
        plain = told.sub(blank, plain)
    for told in _BEFORE_DEMAND:
        plain = told.sub(_kept_unless(plain, _ASKS, _DAY), plain)
    if not _CALLS_OFF.search(plain):
        plain = _AWAY_THEN.sub(blank, plain)
    plain = _OTHERS_DO.sub(_kept_unless(plain, _DAY, _OURS, names=names), plain)
    plain = _PARENT_OF.sub(_kept_unless(plain, _DAY, _OURS, names=names), plain)
    plain = _HAS_THEM.sub(_without_first_day(plain), plain)
    if _ASKS.search(plain):
        plain = _HAS_AND.sub(lambda m: m["who"].ljust(len(m.group())), plain)
    plain = _WAS_ILL.sub(_of_one_of(names, plain), plain)
    plain = _LATER_CHILD.sub(lambda m: blank(m) if _words(m["whose"]) & set(names) else m.group(), plain)
    plain = _PREFERRED.sub(_preferred, plain)
    if _TO_DO.search(plain):
        plain = _TO_STAY.sub(blank, plain)
    plain = _one_alone(plain, names)
    return _POLITE.sub(blank, plain) if _ASKS.search(plain) else plain


def _words(name: str) -> set[str]:
    return set(name.split("-"))


def _kept_unless(plain: str, *needed: Expression, names: Collection[str] = ()) -> Callable[[re.Match[str]], str]:
    """Return how to blank what is told, where all that is `needed` follows it: else it may have to lend something."""

    def blank(match: re.Match[str]) -> str:
        said = match.group()
        ours = bool(names) and (any(re.search(rf"\b{n}\b", said) for n in names) or not _BOOKS.search(said))
        return said if ours or not all(n.search(plain, match.end()) for n in needed) else " " * len(said)

    return blank


def _without_first_day(plain: str) -> Callable[[re.Match[str]], str]:
    def blank(match: re.Match[str]) -> str:
        start, end = (at - match.start() for at in match.span("day"))
        said = match.group()
        return said[:start] + " " * (end - start) + said[end:] if _DAY.search(plain, match.end()) else said

    return blank


def _of_one_of(names: Collection[str], plain: str) -> Callable[[re.Match[str]], str]:
    """Return how to blank an earlier illness, where another child's illness or absence follows in the same breath."""

    def blank(match: re.Match[str]) -> str:
        who, said = _words(match["whose"] or match["then"] or match["like"]), match.group()
        after = plain[match.end() : match.end() + _NEAR]
        sibling = _SIBLING.search(after) is not None
        other = sibling or any(re.search(rf"\b{n}\b", after) for n in set(names) - who)
        if not who & set(names) or not other or not _AWAY.search(after):
            return said
        if sibling and match["whose"]:
            return f"{match['whose']};".ljust(len(said))
        start, end = (
            (at - match.start() for at in match.span("ill")) if match["ill"] and _LIKE.search(after) else (0, 0)
        )
        return " " * start + said[start:end] + " " * (len(said) - end)

    return blank


def _preferred(match: re.Match[str]) -> str:
    head, other = (len(match[part]) for part in ("head", "other" if match["other"] else "than"))
    said = match.group()
    return " " * head + said[head : len(said) - other] + " " * other


def _one_alone(plain: str, names: Collection[str]) -> str:
    """Blank the names of others in a sentence that asks for one child alone, whose name ends it."""
    for m in _ONLY_ONE.finditer(plain):
        start = _SENTENCE.last_end(plain, m.start())
        one = _words(m["whose"])
        for name in set(names) - one if one & set(names) else ():
            before = re.sub(rf"\b[a-z-]*{name}\b[a-z-]*", blank, plain[start : m.start()])
            plain = plain[:start] + before + plain[m.start() :]
    return plain
