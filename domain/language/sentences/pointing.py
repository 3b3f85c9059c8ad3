"""A question about what the sentence before it names: "J'ai un rappel pour la facture. Où puis-je la voir ?".

Or whether it still holds: "On pouvait annuler jusqu'à la veille. C'est toujours la règle ?".
"""

from __future__ import annotations

from typing import Final

from domain.language.intent.commands import Matter, topic_of
from domain.language.lexicon.topics import HOW
from domain.language.matching.expression import Expression
from domain.model.wish import Command

_LOOKS: Final = (
    r"(?:voir|consult\w+|retrouv\w+|trouv\w+|telecharg\w+|regard\w+|recevoir|avoir|obtenir|vois|imprim\w+|verifi\w+)"
)
#: Asks to see something, and calls it by a pronoun.
_SEES_IT: Final = Expression(
    rf"\by acceder\b|\b(?:le|la|les|l'|en) ?{_LOOKS}\b|\b{_LOOKS}[- ](?:la|le|les)\b"
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
#: "Entre la facture de gaz et celle du loyer … Vous pouvez me montrer la vôtre ?".
_YOURS: Final = Expression(r"\b(?:montr|envo|voir|afficher|transm|consult)\w*\b[^.!?\n]{0,20}\b(?:la|le|les) votres?\b")
#: "On m'a dit qu'il n'y avait plus qu'une place. C'est le cas ?".
_IS_SO: Final = Expression(
    r"\W*(?:et )?(?:c'?est|est-ce|est-ce que c'est) (?:bien |toujours |encore )*(?:le cas|vrai|exact|juste)"
    r"(?: (?:pour|chez) (?:vous|nous|[a-z-]+))?\s*\?\W*"
)
#: "J'avais mis lundi dans le panier. Videz-le".
_EMPTY_IT: Final = Expression(
    r"\b(?:vid|effac)(?:ez|es?|er)[- ](?:le|moi (?:ca|tout))\b|\b(?:le|tout) (?:vider|effacer)\b"
)
_CART: Final = Expression(r"\bpaniers?\b")
_HOW: Final = Expression(HOW)
_INFORMING: Final = frozenset({Command.AVAILABILITY_ASK, Command.DEADLINES_ASK, Command.PRICES_ASK})
_SHOWN: Final = frozenset({Command.INVOICES_SHOW, Command.CALENDAR_SHOW, Command.CART_SHOW, Command.REQUESTS_SHOW})


def pointed_at(sentence: str, before: str) -> Matter | None:
    """Return what folded `sentence` asks for, if it only points to it and the sentence `before` names it."""
    if holds(sentence, before):
        return Matter(Command.DEADLINES_ASK, 0)
    if _EMPTY_IT.search(sentence) and _CART.search(before) and not _HOW.search(sentence):
        return Matter(Command.CART_EMPTY, 0)
    sees = _SEES_IT.search(sentence) or _YOURS.search(sentence)
    asked = _SHOWN if sees else _INFORMING if _IS_SO.fullmatch(sentence) else frozenset[Command]()
    if "?" not in sentence or not asked or topic_of(sentence) is not None:
        return None
    found = topic_of(f"{before} {sentence}")
    return Matter(found.command, 0) if found is not None and found.command in asked else None


def holds(sentence: str, before: str) -> bool:
    """Say whether folded `sentence` only asks if the rule stands that the one `before` it states."""
    asked = "?" in sentence and _HOLDS.fullmatch(sentence) is not None
    return asked and _MAY.search(before) is not None and _RULE.search(before) is not None
