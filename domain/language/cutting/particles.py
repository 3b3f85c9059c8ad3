"""Little words that only colour a verb: "annulez donc", "vous pouvez pas la mettre ?", "au lieu de … mettez plutôt"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Cue, Force, Mark, Sign, Verb

#: A polite question has a "not" that denies nothing: "vous pourriez pas l'inscrire ?", "tu peux pas enlever jeudi ?".
_COULD_YOU: Final = Expression(
    r"\b(?:vous|tu|on) (?:ne )?(?:pouvez|pourriez|pourrez|peux|pourrais|peut|pourrait)(?: (?:me|nous|m'))? $"
    r"|\b(?:ne )?(?:pouvez|pourriez|peux|pourrais|peut|pourrait)-(?:vous|tu|on)(?: (?:me|nous|m'))? $"
)
_GAP: Final = Expression(r" (?:(?:me|nous|le|la|les|lui|leur|plutot|aussi|juste|y|en) |l'|m')*")
_QUESTION: Final = Expression(r"[^.!\n]*\?")
_IMPERATIVE: Final = Expression(r"[a-z]+ez(?:[- ](?:moi|nous|le|la|les|lui|leur))*")


def without_particles(plain: str, marks: Sequence[Mark]) -> list[Mark]:
    """Return `marks` without the cues that such words only look like."""
    return [m for n, m in enumerate(marks) if not (isinstance(m, Sign) and _only_colours(plain, m, n, marks))]


def _only_colours(plain: str, sign: Sign, n: int, marks: Sequence[Mark]) -> bool:
    after = marks[n + 1] if n + 1 < len(marks) else None
    if sign.cue is Cue.NOT and isinstance(after, Verb):
        return _is_polite(plain, sign, after)
    if plain.startswith("donc", sign.start) and sign.cue is Cue.SO:
        return _ordered_before(plain, sign, marks[:n])
    if plain.startswith("plutot", sign.start) and sign.cue is Cue.BUT:
        opened = any(isinstance(m, Sign) and m.cue is Cue.INSTEAD for m in _sentence(marks[:n]))
        return opened and _ordered_before(plain, sign, marks[:n])
    return False


def _is_polite(plain: str, sign: Sign, verb: Verb) -> bool:
    """Say whether a "pas" stands in "vous pouvez pas mettre Zoé au goûter mardi ?", which asks to do it."""
    could = plain.startswith("pas", sign.start) and _COULD_YOU.search(plain, 0, sign.start) is not None
    beside = _GAP.fullmatch(plain, sign.end, verb.start) is not None and verb.force is Force.ASKED
    return could and beside and _QUESTION.match(plain, verb.end) is not None


def _ordered_before(plain: str, sign: Sign, before: Sequence[Mark]) -> bool:
    """Say whether an order stands right before the word: "annulez donc jeudi", unlike "annulez jeudi donc mardi"."""
    verb = next((m for m in reversed(before) if isinstance(m, Verb)), None)
    if verb is None or verb.force is not Force.ASKED or verb.end > sign.start:
        return False
    return _IMPERATIVE.fullmatch(plain[verb.start : sign.start].strip()) is not None


def _sentence(before: Sequence[Mark]) -> Sequence[Mark]:
    stops = [n for n, m in enumerate(before) if isinstance(m, Sign) and m.cue is Cue.STOP]
    return before[stops[-1] + 1 :] if stops else before
