"""Verbs, reasons and cues: what a message wants done, and the little words that turn its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from domain.language import lexicon_verbs as lex
from domain.language.lexicon_cues import CUE_WORDS, NOT_ILL, REASON_WORDS
from domain.language.marks import Cue, Force, Sign, Verb, Why
from domain.model.wish import Do, Reason

_WHOLE: Final = re.compile(lex.WHOLE_DAY)
_EATING: Final = re.compile(lex.EATING)

#: In this order: what stands first wins where two overlap.
_VERBS: Final[tuple[tuple[re.Pattern[str], Do | None, Force, str], ...]] = tuple(
    (re.compile(pattern), do, force, kind)
    for pattern, do, force, kind in (
        (lex.UNDONE_ABSENCE, None, Force.NOUN, "change"),
        (lex.REFUSED, None, Force.ASKED, ""),
        (lex.CANCEL_SAID, Do.CANCEL, Force.SAID, ""),
        (lex.CANCEL_ASKED, Do.CANCEL, Force.ASKED, ""),
        (lex.MOVE, None, Force.ASKED, "move"),
        (lex.BOOK_ASKED, Do.BOOK, Force.ASKED, ""),
        (lex.BOOK_SAID, Do.BOOK, Force.SAID, ""),
        (lex.ABSENT, Do.ABSENT, Force.ASKED, ""),
        (lex.CHANGE, None, Force.NOUN, "change"),
        (lex.BOOK_NOUN, Do.BOOK, Force.NOUN, ""),
    )
)
_CUES: Final = tuple((Cue[name], re.compile(pattern)) for name, pattern in CUE_WORDS)
_REASONS: Final = tuple((reason, re.compile(pattern)) for reason, pattern in REASON_WORDS)
_NOT_ILL: Final = re.compile(NOT_ILL)
#: After these a form in -é only tells what was done ("j'ai encore zappé"); accents are gone here.
_DONE: Final = re.compile(
    r"\b(?:(?:ai|as|avons|avez|ont|avais|avait|avions|est|sont|etait|etaient)(?: (?:encore|deja|bien|tout|toujours|trop"
    r"|mal|juste|aussi|pas|\w+ment))*|a(?: (?:encore|deja|bien|tout|toujours|trop|mal|juste|\w+ment))+) $"
)
_PARTICIPLE: Final = re.compile(r"^[a-z-]+ee?s?$")
_FRONTED: Final = re.compile(r"(?<![\w-])(?:vous|tu|je|on|j') ?(?:me |nous )?(?:l'|la |le )$")
_STOPS: Final = re.compile(r"[.!?;\n]+|¤{2,}")
_BREAKS: Final = re.compile(r",|\bmais\b|\bpar contre\b|\ben revanche\b|\balors que\b|\btandis que\b")


def find_verbs(plain: str) -> list[Verb]:
    """Return the verbs of folded text, in order and without overlaps."""
    found = list[Verb]()
    for pattern, do, force, kind in _VERBS:
        for m in pattern.finditer(plain):
            if any(v.start < m.end() and m.start() < v.end for v in found):
                continue
            before = plain[max(0, m.start() - 40) : m.start()]
            if force is Force.ASKED and do in (Do.BOOK, Do.CANCEL) and _is_done(m.group(), before):
                continue
            meal = force is Force.SAID and bool(_EATING.search(m.group()))
            all_day = do is Do.CANCEL and force is Force.SAID and not meal and bool(_WHOLE.search(m.group()))
            whole = do is Do.ABSENT or all_day
            plural = do is Do.ABSENT and m.group().endswith("ts")
            verb = Verb(m.start(), m.end(), do, force, kind == "move", kind == "change", whole, meal)
            found.append(replace(verb, plural=plural, fronted=_FRONTED.search(before) is not None))
    return sorted(found, key=lambda v: v.start)


def _is_done(word: str, before: str) -> bool:
    return _PARTICIPLE.match(word) is not None and _DONE.search(before) is not None


def find_cues(plain: str) -> list[Sign]:
    """Return the cues of folded text, in order; the first kind of `lexicon.CUE_WORDS` wins where two overlap."""
    found = list[Sign]()
    for cue, pattern in _CUES:
        for m in pattern.finditer(plain):
            if not any(s.start < m.end() and m.start() < s.end for s in found):
                found.append(Sign(m.start(), m.end(), cue))
    return sorted(found, key=lambda s: s.start)


def find_reasons(plain: str) -> list[Why]:
    """Return the reasons stated in folded text; illness of a parent, or over, is none."""
    not_ill = [(m.start(), m.end()) for m in _NOT_ILL.finditer(plain)]
    found = list[Why]()
    for reason, pattern in _REASONS:
        for m in pattern.finditer(plain):
            if any(s <= m.start() < e for s, e in not_ill) and reason is Reason.SICK:
                continue
            if not any(w.start < m.end() and m.start() < w.end for w in found):
                found.append(Why(m.start(), m.end(), reason))
    return sorted(found, key=lambda w: w.start)


def find_stops(plain: str, taken: list[tuple[int, int]]) -> Iterator[Sign]:
    """Yield the ends of sentences, lines and clauses that lie in no mark (`taken`)."""
    for cue, pattern in ((Cue.STOP, _STOPS), (Cue.BREAK, _BREAKS)):
        for m in pattern.finditer(plain):
            if not any(s < m.end() and m.start() < e for s, e in taken):
                yield Sign(m.start(), m.end(), cue)
