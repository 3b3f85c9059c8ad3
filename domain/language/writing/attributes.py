"""A request whose parts stand one below the other: "Inscription de Zoé : - cantine - lundi et jeudi - dès le 10"."""

from __future__ import annotations

import re
from typing import Final

from domain.language.matching.expression import Expression

_LIST: Final = Expression(r":(?P<items> *(?:\n *[*-] ?[^\n:]{3,60}(?=\n|$)){2,6})")
_ITEM: Final = Expression(r"\n *[*-] ?")
_WHAT: Final = Expression(
    r"(?:(?:la|le|au|a la|l'|a l'|pour la|pour le) ?)?(?:cantine|repas|repas de midi|midi|dejeuner|gouter|garderie"
    r"|centre"
    r"|centre (?:aere|de loisirs)|periscolaire|accueil|atelier(?: creatif)?|creatif|temps libre|mercredi)"
    r"(?: (?:du|de la|le) (?:matin|soir|midi))?"
)
_DAY: Final = r"(?:lundi|mardi|mercredi|jeudi|vendredi)s?"
_WHEN: Final = Expression(
    rf"(?:(?:tous |toutes )?(?:les? |chaque |la |le )?{_DAY}(?:(?:,| et|, et) (?:les? )?{_DAY})*"
    r"|(?:tous les jours|toute la semaine|chaque jour|tous les midis|tous les matins|tous les soirs)"
    r"(?: (?:d'ecole|de classe|scolaires|ouvres))?(?: d(?:u|e la|e) (?:mois|semaine))?)"
)
_HOW_LONG: Final = Expression(
    r"(?:a (?:partir|compter) d|des (?:le |lundi|mardi|jeudi|vendredi|demain)|jusqu|du \d|en [a-z]|pendant |sauf "
    r"|hors |hormis"
    r"|excepte |a l'exception )[^\n]*"
)
_PARTS: Final = (_WHAT, _WHEN, _HOW_LONG)


def in_a_row(plain: str) -> str:
    """Return folded text, letter for letter, with such parts as one sentence; rows that are whole keep their lines."""
    return _LIST.sub(_joined, plain) if "\n" in plain else plain


def _joined(found: re.Match[str]) -> str:
    kinds = [_kind(item) for item in _ITEM.split(found["items"])[1:]]
    if None in kinds or kinds.count(0) > 1 or kinds.count(1) != 1 or len(set(kinds)) < len(_PARTS) - 1:
        return found.group()
    first = _ITEM.search(found.group())
    head = found.group()[: first.end()].replace("\n", " ").replace("-", " ").replace("*", " ") if first else ""
    rest = found.group()[len(head) :]
    return head + _ITEM.sub(lambda m: ",".ljust(len(m.group())), _COMMA.sub(" ", rest))


#: The comma or semicolon at the end of an item.
_COMMA: Final = Expression(r"[,;](?= *\n)")


def _kind(item: str) -> int | None:
    """Return which part of a request it is: what, when or how long."""
    said = item.strip(" ,;.")
    return next((n for n, part in enumerate(_PARTS) if part.fullmatch(said)), None)
