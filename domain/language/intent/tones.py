"""The force of a sentence: whether it asks, wants to be shown something, or merely tells."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from domain.language.lexicon import tones as lex
from domain.language.matching.expression import Expression


class Tone(Enum):
    """What a sentence does; one sentence may do several of these."""

    DIRECT = auto()  # a question by its mark, its words or its order
    INDIRECT = auto()  # a question put as a statement: "je me demandais s'il restait …"
    SHOW = auto()  # something is to be shown or sent
    NOT_YET = auto()  # nothing is to be done for now
    BARE = auto()  # a few words and nothing else: "mes demandes svp"
    TELLS = auto()  # none of these


_PATTERNS: Final = {
    Tone.DIRECT: Expression(lex.DIRECT),
    Tone.INDIRECT: Expression(lex.INDIRECT),
    Tone.SHOW: Expression(lex.SHOW),
    Tone.NOT_YET: Expression(lex.NOT_YET),
}
_POLITE: Final = Expression(
    r"\b(?:bonjour|bonsoir|salut|coucou|hello|svp|s'il vous plait|merci|madame|monsieur|alors|et|euh)\b"
)
#: What is wanted, named and nothing else: "mes demandes svp", "dispo jeudi midi".
_HEAD: Final = Expression(
    r"^\W*(?:(?:le|la|les|mon|ma|mes|nos|notre|votre|vos|une|des|quelques|petite?|un petit|question"
    r"|l') ?)?(?:\w+ )?(?:dispo\w*|places?"
    r"|creneaux?|plannings?|calendriers?|agenda|recap\w*|tarifs?|prix|factures?|paniers?|demandes?|reponse"
    r"|inscriptions|reservations|solde"
    r"|commande|jours)\b"
)
#: "je vous dirai quels jours": asks for nothing.
_WILL_TELL: Final = Expression(
    r"\b(?:je|on|nous) (?:(?:vous|te|le|les) |l')*(?:re)?(?:di(?:s|t|rai|ra|rons)|confirm\w+|precis\w+"
    r"|donner\w+|envo\w+|indiqu\w+)(?: (?:plus tard|bientot|demain|vite|ensuite|apres))*"
    r" (?:quel(?:le)?s? (?:jours?|dates?|semaines?|horaires?|heures?)|lesquel(?:le)?s|quand|combien)\b[^.!?\n]*(?!\?)"
    r"|\b(?:quel(?:le)?s? (?:jours?|dates?|semaines?|horaires?|heures?)|lesquel(?:le)?s|lequel|quand|combien),? "
    r"(?:ca |cela )?(?:je|on|nous) (?:(?:vous|te|le|les) |l')*(?:re)?(?:di(?:s|t|rai|ra|rons)|confirmer\w+|preciser\w+)"
    r"(?! (?:\w+ )*quand\b)[^.!?\n]*(?!\?)"
    r"|\b(?:je|on|nous) (?:vous|te) (?:envoi\w+|transmet\w*|donn\w+|communiqu\w+|adress\w+|fai\w+ parvenir)"
    r" (?=(?:les|mes|nos) (?:inscriptions|demandes|reservations|jours|dates)\b)[\w' ]*"
)
_TELLING: Final = Expression(r"\b(?:je|il|elle|on|nous|ils|elles|voici)\b|\bj'")
_FEW: Final = 9
#: Asks for information; without one of these a sentence about places or prices only tells something.
ASKING: Final = frozenset({Tone.DIRECT, Tone.INDIRECT})
SHOWING: Final = ASKING | {Tone.SHOW, Tone.BARE}


@lru_cache(maxsize=256)
def tones(sentence: str) -> frozenset[Tone]:
    """Return the tones of a folded sentence, its mark included."""
    sentence = _WILL_TELL.sub(" ", sentence)
    found = {tone for tone, pattern in _PATTERNS.items() if pattern.search(sentence)}
    rest = _POLITE.sub(" ", sentence)
    if _HEAD.match(rest) and not _TELLING.search(rest) and len(re.findall(r"[a-z0-9']+", rest)) <= _FEW:
        found.add(Tone.BARE)
    return frozenset(found or {Tone.TELLS})
