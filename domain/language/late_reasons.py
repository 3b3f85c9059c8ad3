"""Which reason for a late request a message gives: one of the structure's own, or one that the school caused."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from domain.language.lexicon.late import LATE_REASONS
from domain.language.matching.expression import Expression
from domain.language.writing.text import fold
from domain.model.structure import LateReason, Structure

_KNOWN: Final = {code: Expression(pattern) for code, pattern in LATE_REASONS.items()}


def late_reason_in(text: str, structure: Structure) -> str:
    """Return the code of the late reason that `text` gives; "" when it gives none.

    The structure's own (`[[exception]]`) come first, in their order; then the other known ones.
    """
    plain = fold(text)
    if found := next((own.code for own in structure.late_reasons if _gives(plain, own)), ""):
        return found
    return next((code for code, pattern in _KNOWN.items() if pattern.search(plain)), "")


def _gives(plain: str, reason: LateReason) -> bool:
    known = _KNOWN.get(reason.code)
    return bool((known and known.search(plain)) or (reason.words and _own(reason.words).search(plain)))


@lru_cache(maxsize=256)
def _own(words: tuple[str, ...]) -> Expression:
    either = "|".join(re.escape(fold(word).strip()) for word in words)
    return Expression(rf"(?<![a-z0-9])(?:{either})(?![a-z0-9])")
