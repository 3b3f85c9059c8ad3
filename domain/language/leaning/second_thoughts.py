"""Second thoughts: "je me suis trompée, c'est jeudi", "j'ai oublié Séverine", "remplace mardi par jeudi", "si"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.writing.text import Text, fold

#: What was said was wrong: what follows is meant in its place.
SLIPPED: Final = Expression(
    r"\b(?:je me suis|on s'est|nous nous sommes) (?:tromp|plant)\w*(?: (?:de|d'|dans) ?(?:jour|date|enfant|prenom"
    r"|semaine|heure|nom|ligne|les jours|le jour|la date|mon message))?\b"
    r"|\bje (?:voulais|pensais) (?:dire|ecrire|mettre)\b"
    r"|\b(?:c'est |c'etait )?une? (?:petite )?(?:erreur|faute)(?: de (?:ma part|frappe|jour|date))?\b"
    r"|\berreur(?: de (?:ma part|frappe|jour|date))\b|\bj'ai (?:confondu|fait une erreur)\b"
    r"|\bmauvaise? (?:jour|date)\b|\b(?:c'est|ce n'est|c) pas (?:ca|cela|bon)\b"
    r"|\bchangement de (?:programme|plan|planning|dernier(?:e)? minute)\b"
)
#: Something was left out: what follows is meant besides.
FORGOT: Final = Expression(
    r"\b(?:j'ai|j'avais|on a|nous avons) (?:aussi )?(?:oublie|omis|zappe)s?"
    r"(?: (?:aussi|de (?:dire|mettre|noter|preciser|ajouter|rajouter|vous (?:dire|preciser))))?\b"
    r"|\bil (?:me )?manque(?: encore| aussi)?\b"
)
#: What was called off is wanted after all.
AFTER_ALL: Final = Expression(
    r"\W*(?:(?:ah|oups|pardon|desolee?|non|mais|bon|euh)\W+)*(?:"
    r"(?:(?:finalement|en fait)\W+)?si(?:\W+(?:finalement|en fait))?"
    r"|(?:garde|maintien|laisse)\w*[- ](?:l[ae]s?|tout)\b(?:\W+(?:finalement|en fait))?"
    r"|(?:finalement|en fait|laisse[rz]?(?: tomber)?)\W+(?:(?:je |on )?(?:garde|laisse|maintien)\w*"
    r"(?:[- ]l[ae]s?| tout| comme (?:avant|prevu))?"
    r"|(?:il|elle)s? (?:y va|y vont|vient|viennent|viendra|viendront|mange|mangent|mangera|mangeront)))\W*"
)
_SLIP: Final = Expression(
    r"\W*(?:(?:ah|euh|oh|non|nan|bon)\W+)*(?:pardon|oups|erreur|je me suis tromp\w+|je voulais dire|correction"
    r"|mince|zut)\b"
    r"(?!\W+(?:de|d'|du|pour)\b)"
)
_BESIDES: Final = Expression(r"\b(?:aussi|egalement|oubli\w+|manque|en plus)\b")
_EXCHANGED: Final = Expression(
    r"\b(?:remplace|echange|change|decale|deplace|reporte|bascule|passe|transfere)(?:r|z|s|nt)?\b(?: de\b)?"
)
_BY: Final = re.compile(r"\b(?:par|contre|en|pour|a|au|aux|vers)\b")


def is_slip(text: str) -> bool:
    """Say whether `text` begins by taking back what was said ("euh pardon, c'est vendredi qu'elle ne mange pas")."""
    plain = fold(text)
    return _SLIP.match(plain) is not None and _BESIDES.search(plain) is None


def is_after_all(text: str) -> bool:
    """Say whether `text` only says that something is wanted after all ("finalement si")."""
    return AFTER_ALL.fullmatch(fold(text)) is not None


def exchanges(read: Text) -> Iterator[tuple[Text, Text]]:
    """Yield the ways in which `read` may put one thing in the place of another ("remplace A par B").

    Each is the text twice: with nothing but what is given up, and with nothing but what is wanted instead.
    """
    verb = _EXCHANGED.search(read.plain)
    if verb is None:
        return
    for way in _BY.finditer(read.plain, verb.end()):
        yield _only(read, verb.end(), way.start()), _only(read, way.end(), len(read.plain))


def _only(read: Text, start: int, end: int) -> Text:
    plain = " " * start + read.plain[start:end] + " " * (len(read.plain) - end)
    return replace(read, plain=plain)
