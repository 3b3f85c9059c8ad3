"""The cart confirmed in the last clause of a sentence, whatever is told before it: "…, et c'est bon, je valide"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from domain.language.intent.doubts import asking, names_all
from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Mark, Verb
from domain.language.notions.when import Days

_LEADS: Final = (
    r"(?:(?:et|puis|ensuite|donc|alors|apres|voila|du coup|svp|merci|oui|ok|d'accord|vas[- ]y|finalement"
    r"|c'est (?:tout )?(?:bon|ok|parfait)),? )*"
)
_WHAT: Final = (
    r"(?:[ ,]+(?:tout|le panier|mon panier|ce panier|ma commande|la commande|l'ensemble|ca|cela|maintenant|svp|stp"
    r"|definitivement|s'il vous plait|donc|directement|tout de suite|telle? quelle?))*"
)
#: "je valide", "vous pouvez valider", "validez-le", in a clause of its own that ends the sentence.
_CONFIRMS: Final = Expression(
    rf"(?:^|[,;:.(] ?|\b(?:et|puis|ensuite|donc|alors) ){_LEADS}"
    r"(?:(?:je|on) valide\b|nous validons\b|(?:vous pouvez|tu peux|on peut|merci de|veuillez|il faut juste)"
    r"(?: (?:donc|maintenant|alors))* (?:le |tout )?valider\b|valide[rz](?:-(?:le|la|les|moi))?(?![\w-]))"
    rf"{_WHAT}(?=\W*$|,? (?:et )?(?:encore )?(?:merci|bonne|bon|desolee?)\b)"
)
#: "oui pour le panier, …".
_YES_FOR_CART: Final = Expression(
    r"\W*(?:oui|ok|d'accord|c'est (?:tout )?(?:bon|ok)|tout est (?:bon|ok)|parfait|feu vert) pour "
    r"(?:le|mon|ce|notre) panier(?=\W*$|\W*[,;])"
)
#: Not now, or only perhaps.
_NOT_YET: Final = Expression(
    r"\?|\b(?:si|s'ils?|quand|lorsque|des que|une fois|avant|attend\w*|tant que|pas encore|comment|pourquoi)\b"
)
_BUT: Final = Expression(r"\b(?:mais|sauf|manque|oubli\w*|pas|par contre)\b")


def confirmed_from(sentence: str, marks: Sequence[Mark]) -> int | None:
    """Return where a sentence goes on to confirm the cart (0 where that is all it asks for), None where it does not.

    A demand before it stays one: "rajoutez Zoé jeudi midi et je valide". What is only named there may be one too, and
    then nothing is confirmed.
    """
    if _NOT_YET.search(sentence):
        return None
    if _YES_FOR_CART.match(sentence) and not asking(marks) and not _BUT.search(sentence):
        return 0
    found = _CONFIRMS.search(sentence)
    if found is None:
        return None
    before = [m for m in marks if m.start < found.start()]
    named = any(isinstance(m, Days | Act) for m in before)
    if asking(before) and named:
        return found.start()
    said = any(isinstance(m, Verb) and m.do for m in before) and any(isinstance(m, Days) for m in before)
    return None if said or names_all(before) else 0
