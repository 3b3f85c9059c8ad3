"""A question about what the sentence before it names: "J'ai un rappel pour la facture. Où puis-je la voir ?".

Or whether it still holds: "On pouvait annuler jusqu'à la veille. C'est toujours la règle ?".
"""

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
#: Asks whether what was said holds.
_HOLDS: Final = Expression(
    r"\W*(?:et |mais |est-ce (?:que )?)?(?:c'est|est-ce|ca|cela)(?: (?:est|tient|marche))?"
    r"(?: (?:bien|toujours|encore|vraiment|vrai))+(?: (?:la regle|le cas|comme ca|valable|d'actualite|possible|vrai"
    r"|la meme chose|correct|exact|en vigueur|ca|cela))?\W*\?\W*"
)
_LIMIT: Final = (
    r"(?:jusqu'(?:a|au)|avant|au plus tard|\d+ ?(?:h|heures?|jours?) (?:avant|a l'avance)|la veille|le jour meme)"
)
_DOING: Final = r"(?:annul|inscri|desinscri|reserv|modifi|prevenir|decommand|chang)\w*"
#: How long something may be done.
_RULE: Final = Expression(rf"\b{_LIMIT}\b[^.!?\n]{{0,60}}\b{_DOING}|\b{_DOING}\b[^.!?\n]{{0,60}}\b{_LIMIT}\b")
_MAY: Final = Expression(
    r"\b(?:on|il|nous|je|vous) (?:\w+ )?(?:peut|pouvait|pouvaient|pouvions|faut|fallait|pouvez|pouviez)\b"
)
_SHOWN: Final = frozenset({Command.INVOICES_SHOW, Command.CALENDAR_SHOW, Command.CART_SHOW, Command.REQUESTS_SHOW})


def pointed_at(sentence: str, before: str) -> Matter | None:
    """Return what folded `sentence` asks to see, if it only points to it and the sentence `before` names it."""
    if holds(sentence, before):
        return Matter(Command.DEADLINES_ASK, 0)
    if "?" not in sentence or not _SEES_IT.search(sentence) or topic_of(sentence) is not None:
        return None
    found = topic_of(f"{before} {sentence}")
    return Matter(found.command, 0) if found is not None and found.command in _SHOWN else None


def holds(sentence: str, before: str) -> bool:
    """Say whether folded `sentence` only asks if the rule stands that the one `before` it states."""
    asked = "?" in sentence and _HOLDS.fullmatch(sentence) is not None
    return asked and _MAY.search(before) is not None and _RULE.search(before) is not None
