"""When a booking was made, by whom, and how: "la cantine de jeudi, que j'ai prise ce matin par erreur, est à annuler".

Those words are of the writing, not of the child's days: nothing in them names a day or an activity.
"""

from __future__ import annotations

from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Mark
from domain.language.writing.text import Taken

_WHO: Final = r"(?:j'|je |on |nous |vous |il |elle |(?:mon|ma|son|sa|leur) [a-z-]+ )"
_MADE: Final = (
    r"(?:fait|effectue|passe|pris|pose|saisi|envoye|enregistre|valide|demande|cree|reserve|mis|coche|note|adresse"
    r"|transmis|depose|rempli|entre|commande|programme)e?s?"
)
_HAVE: Final = r"(?:ai|a|avons|avez|avais|avait|avions|aviez|ont|avaient)"
_HOW: Final = (
    r"(?:par (?:erreur|megarde|inadvertance|distraction|mail|telephone|sms|internet)|trop vite|a tort|sur (?:le site"
    r"|l'appli\w*|internet|le portail)|en ligne|moi-meme)"
)
#: A time of writing that is no day of care.
_WHEN: Final = (
    r"(?:ce (?:matin|midi|soir)|cet apres-midi|cette nuit|tout a l'heure|a l'instant|aujourd'hui|hier(?: soir"
    r"| matin| midi)?"
    r"|avant-hier|il y a [^.,;:!?\n]{2,14}?(?=,| (?:est|sont|a|pour)\b)|la semaine (?:derniere|passee)"
    r"|le mois (?:dernier"
    r"|passe))"
)
_MADE_THEN: Final = Expression(
    rf"\bqu(?:e |'){_WHO}(?:vous |l')?{_HAVE} (?:bien |deja |aussi |donc )*{_MADE}(?: {_HOW}| {_WHEN})+"
    rf"|(?<=[a-z0-9] )(?:,? ?){_MADE}(?: {_HOW})* {_WHEN}(?: {_HOW})*(?=,? (?:est|sont|doit|doivent|n'est|ne sont)\b)"
)


def without_when_made(plain: str, marks: list[Mark]) -> list[Mark]:
    """Drop the marks of folded text that only say when, how and by whom something was booked."""
    spans = [m.span() for m in _MADE_THEN.finditer(plain)]
    if not spans:
        return marks
    told = Taken(plain, spans)
    return [m for m in marks if told.is_free(m.start, max(m.end, m.start + 1))]
