"""A way of saying what shall be done, with sentences that say it and sentences that only look as if they did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from domain.language.notions.marks import Force
from domain.model.wish import Do

#: Endings of a regular verb in -er when somebody is asked to do it, or says "I do": "ajouter, ajoutez, ajoute, …".
ASKING: Final = r"(?:er(?:ai|as|ez|ons|ais|iez)?|ez|e|es|ons|iez)\b"
#: Endings of a regular verb in -er said of children: "mange, mangent, mangera, mangeraient".
SAYING: Final = r"(?:e|ent|era|eront|erait|eraient)\b"
#: Words for what the structure offers, where a verb needs one of them beside it to be about our matter.
OURS: Final = (
    r"(?:cantine|gouter|creatif|atelier|libre|garderie|periscolaire|perisco|centre|repas|dejeuner|accueil|matin|midi"
    r"|soir|apres[- ]midi|aprem|mercredi|matinee|journee)s?\b"
)
#: The article before such a word.
THE: Final = r"(?:la |le |les |l'|du |de la |de l'|au |a la |a l'|son |sa |leur |un |une |d'|de )?"
#: A number of things: "deux jours de centre", "3 repas".
SOME: Final = (
    r"(?:un|une|deux|trois|quatre|cinq|six|\d{1,2}) (?:(?:jours?|journees?|demi-journees?|semaines?) "
    r"(?:de |d'|du |au |a la )(?:la |l')?)?"
)
#: A pronoun between subject and verb.
IT: Final = r"(?:l'y |l'|la |le |les |y |nous |vous |me |m'|lui |leur )*"


@dataclass(frozen=True, slots=True)
class Wording:
    """A pattern over folded text; `says` are read by it and give `do`, `never` must not give `do` at all."""

    do: Do | None
    force: Force
    pattern: str
    says: tuple[str, ...]
    never: tuple[str, ...] = ()
    kind: str = ""  # "move" or "change"
