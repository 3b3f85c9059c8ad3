"""A question about what the sentence before it names: "J'ai un rappel pour la facture. Où puis-je la voir ?"."""

from __future__ import annotations

from typing import Final

from domain.language.commands import Matter, topic_of
from domain.language.expression import Expression
from domain.model.wish import Command

_LOOKS: Final = (
    r"(?:voir|consult\w+|retrouv\w+|trouv\w+|telecharg\w+|regard\w+|recevoir|avoir|obtenir|vois|imprim\w+|verifi\w+)"
)
#: Asks to see something, and calls it by a pronoun.
_SEES_IT: Final = Expression(
    rf"\b(?:le|la|les|l'|en) ?{_LOOKS}\b|\b{_LOOKS}[- ](?:la|le|les)\b"
    r"|\b(?:me|nous) (?:la|le|les|l') ?(?:ren?)?(?:envo\w+|montr\w+|transmett\w+|redonn\w+)\b"
)
_SHOWN: Final = frozenset({Command.INVOICES_SHOW, Command.CALENDAR_SHOW, Command.CART_SHOW, Command.REQUESTS_SHOW})


def pointed_at(sentence: str, before: str) -> Matter | None:
    """Return what folded `sentence` asks to see, if it only points to it and the sentence `before` names it."""
    if "?" not in sentence or not _SEES_IT.search(sentence) or topic_of(sentence) is not None:
        return None
    found = topic_of(f"{before} {sentence}")
    return Matter(found.command, 0) if found is not None and found.command in _SHOWN else None
