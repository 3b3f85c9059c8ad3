"""What stands around a demand and asks for nothing: "à demain matin", "s'il reste de la place", "je réglerai lundi".

Where nothing else is said, it stays: "s'il vous reste de la place" alone is for somebody to answer.
"""

from __future__ import annotations

import re
from typing import Final

from domain.language.lexicon import around as lex
from domain.language.matching.blanks import blank
from domain.language.matching.expression import Expression

_FAREWELL: Final = Expression(lex.FAREWELL)
_HANGS_ON: Final = Expression(rf"\b{lex.HANGS_ON}")
_TO_KNOW: Final = Expression(lex.TO_KNOW)
_TELL_ME: Final = Expression(lex.TELL_ME)
_PORTAL: Final = Expression(lex.PORTAL)
_MEETING: Final = Expression(lex.MEETING)
_TOLD: Final = tuple(
    Expression(told) for told in (lex.EXCUSED, lex.KNOWN_LATE, lex.AGREED, lex.PAID, lex.ANSWERED, lex.ONCE)
)
#: What is moved is moved somewhere, and a range has an end: "décaler le goûter, prévu mardi, à vendredi".
_MOVED: Final = Expression(
    r"\b(?:decal|deplac|report|repouss|bascul|(?<!d')(?<!par )avanc|transfer|chang|gliss)\w*\b[^.!?\n]*"
    r"(?<!soiree)(?<!journee)(?<!merci),? $"
    r"|\b(?:du|de|depuis|des) (?:ce )?(?:matin|midi|gouter),? $"
)
_STARTS: Final = Expression(r"(?:^|[.!?;:\n])\s*(?:(?:bonjour|bonsoir|et|sinon|au fait)\W+)*$")
_SENTENCE: Final = Expression(r"[.!?;\n]")
#: A request, though it is put as a question.
_POLITE: Final = Expression(
    r"\b(?:pouvez|pourriez|peux|pourrais|possible d|merci d|veuillez|voudrais|souhaite\w*|aimerais|fau\w+"
    r"|inscri(?:re|vez)|mett(?:re|ez)|annul(?:er|ez)|ajout(?:er|ez)|[a-z]+ra)\b"
)
#: So much must be said besides.
_MORE: Final = 20
_NEAR: Final = 40


def without_around(plain: str) -> str:
    """Return folded text, letter for letter, without what only stands around what it asks for."""
    plain = _MEETING.sub(_unless_question, plain)
    for told in _TOLD:
        plain = _unless_all(plain, told.sub(_unless_question, plain))
    plain = _unless_all(plain, _HANGS_ON.sub(lambda m: m.group() if _is_asked(m) else blank(m), plain))
    return _PORTAL.sub(_without_time, plain)


def without_farewell(plain: str) -> str:
    """Return folded text without "…, à lundi !" at the end of a line; a question mark makes it what is asked."""
    return _FAREWELL.sub(lambda m: m.group() if _MOVED.search(plain, 0, m.start()) else blank(m), plain)


def _unless_question(m: re.Match[str]) -> str:
    """Blank what is told; "la facture de mars est payée ?" is asked, where that is all that its sentence says."""
    asked = m.string[m.end() :].lstrip().startswith("?") and _STARTS.search(m.string, 0, m.start()) is not None
    return m.group() if asked else blank(m)


def _unless_all(plain: str, rest: str) -> str:
    return rest if rest == plain or len(rest.strip()) > _MORE else plain


def _is_asked(m: re.Match[str]) -> bool:
    """Say whether the sender wants to know it: "dites-moi s'il reste de la place"."""
    since, end = _SENTENCE.last_end(m.string, m.start()), _SENTENCE.next_start(m.string, m.end())
    if _TO_KNOW.search(m.string, max(since, m.start() - _NEAR), m.start()):
        return True
    if m.string.startswith("?", end) and not _POLITE.search(m.string, since, end):
        return True  # "auriez-vous la possibilité de le prendre, s'il reste de la place ?"
    return _TELL_ME.match(m.string, m.end()) is not None


def _without_time(m: re.Match[str]) -> str:
    start, end = (at - m.start() for at in m.span("when" if m["when"] else "then"))
    return m.group()[:start] + " " * (end - start) + m.group()[end:]
