"""Whole messages that no rule should act on: automatic replies, advertisements, other tongues, papers for past days."""

from __future__ import annotations

from typing import Final

from domain.language.lexicon import matters
from domain.language.lexicon.idle import MISSENT
from domain.language.matching.expression import Expression
from domain.language.message.by_place import points_by_place
from domain.language.writing.text import words_of

_AUTOMATIC: Final = Expression(matters.AUTOMATIC)
_ADS: Final = Expression(matters.ADS)
_ADS_TOO: Final = Expression(matters.ADS_TOO)
_PAPERS: Final = Expression(matters.PAPERS)
_OVER: Final = Expression(matters.OVER)
_COMING: Final = Expression(matters.COMING)
_MISSENT: Final = Expression(MISSENT)
_FOREIGN: Final = matters.FOREIGN_WORDS
_FRENCH: Final = matters.FRENCH_WORDS
_MIN_FOREIGN: Final = 2


#: "Jour / Zoé / Luka", with rows below it: a table whose columns nobody should guess at.
_COLUMNS: Final = Expression(r"(?:^|\n)(?:jours?|dates?|enfants?|prenoms?|noms?) ?/[^/\n]+/[^\n]+\n[^/\n]+/[^/\n]+/")


def for_a_person(body: str, title: str) -> bool:
    """Say whether a folded message, with the title of a mail, is one that only a person can deal with."""
    whole = f"{title}\n{body}" if title else body
    automatic = (_AUTOMATIC.search(whole) or _MISSENT.search(whole)) is not None or points_by_place(body)
    automatic = automatic or _COLUMNS.search(body) is not None
    return automatic or _advertises(whole) or _is_foreign(body) or _is_paper_for_past_days(body)


def _advertises(plain: str) -> bool:
    """Say whether it offers what no parent does; one such word alone may be a parent's."""
    sure = {m.group() for m in _ADS.finditer(plain)}
    return bool(sure) and len(sure) + len({m.group() for m in _ADS_TOO.finditer(plain)}) > 1


def _is_foreign(plain: str) -> bool:
    words = words_of(plain)
    foreign = sum(w in _FOREIGN for w in words)
    return foreign >= _MIN_FOREIGN and foreign > sum(w in _FRENCH for w in words)


def _is_paper_for_past_days(plain: str) -> bool:
    """Say whether it only sends a certificate, or an excuse, for an absence that is over."""
    return bool(_PAPERS.search(plain) and _OVER.search(plain)) and not _COMING.search(plain)
