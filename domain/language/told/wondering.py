"""Signs that a message asks before it decides: what would be, what is wished, what is told for information."""

from __future__ import annotations

from typing import Final

from domain.language.matching.expression import Expression

#: "Avant de me décider, je voudrais savoir s'il reste de la place".
_BEFORE_DECIDING: Final = Expression(
    r"\bavant de (?:me |nous |vous )?(?:decider|confirmer|reserver|valider|l'inscrire|les inscrire|m'engager"
    r"|faire (?:quoi que ce soit|quelque chose|(?:la|une|ma) demande))\b"
)
#: "Nahel voudrait bien rester à l'atelier jeudi. Il reste une place ?".
_WISHED: Final = Expression(
    r"\b(?:voudrait|voudraient|aimerait|aimeraient|adorerait|me demande si|a envie de|ont envie de)\b[^?]*$"
)
#: "Je ne sais pas encore si je travaille mardi. Si oui il faudrait le goûter.": what would be, before the question.
_IF_SO: Final = Expression(
    r"\W*(?:si oui|auquel cas|dans ce cas|le cas echeant|si c'est le cas|et si c'est oui)\b[^?]*$"
)
#: "je passe prendre Yasmine à 17h15, c'est juste pour vous prévenir".
_FOR_INFORMATION: Final = Expression(
    r"\bpour (?:info|information|votre information|vous (?:prevenir|informer|avertir|tenir au courant))\b"
)
_PICKED_UP: Final = Expression(
    r"\b(?:passe\w*|vien\w+|ira|irai) (?:l[ea]s? |l')?(?:prendre|chercher|recuperer)\b|\b(?:recupere|recuperera"
    r"|recupererai)\b"
)
#: Nothing is asked for at all: "finalement je ne change rien", "tout est en ordre, je n'ai rien à demander".
_NOTHING_ASKED: Final = Expression(
    # … of all else: "pour le reste, on ne change rien"
    r"(?<!reste )(?<!reste, )(?<!autres )(?<!autres, )(?<!sinon )(?<!sinon, )(?<!autres jours )(?<!autres jours, )"
    r"\b(?:je|on|nous) (?:n'(?:ai|a|avons) (?:donc |du coup )?rien (?:de special )?a (?:vous )?demander"
    r"|ne (?:vous )?(?:demand|chang|modifi|annul|reserv)\w+ (?:donc |finalement )?rien|n'annul\w+ (?:donc )?rien)"
    r"(?! (?:d'autre|de plus|pour|a|au|aux|chez|sur|concernant|sauf|hormis|a part|le|la|les)\b)"
    r"|\b(?:nous restons|on reste|je reste) sur (?:ce qui (?:est|etait) (?:prevu|convenu|note|reserve)"
    r"|le planning prevu)\b"
    r"|(?:^|(?<=[.!] )|(?<=\n))(?:(?:bonjour|bonsoir),? )?(?:rien ne change(?:ra)?|tout reste (?:comme (?:avant|prevu"
    r"|c'est|ca)|inchange|pareil|en l'etat))(?: (?:pour|chez) nous| de notre cote)?(?=\s*[:,])"
)
#: What is only supposed belongs to the question: "si jamais je dois annuler, jusqu'à quand puis-je le faire ?".
_IF: Final = Expression(
    r"\W*(?:(?:bonjour|bonsoir|coucou|salut|hello|dite?s?[- ]moi|dites?|au fait|(?:petite "
    r"|juste )?(?:une )?question)\W+)*"
    r"(?:et |mais |sinon,? |alors )?(?:si (?:jamais|je|on|nous|un jour|l'un|j(?='))"
    r"|au cas ou"
    r"|dans le cas ou|(?:en )?supposons que|en supposant que|imaginons que|admettons que|mettons que|quand (?:je|on"
    r"|nous|j(?=')))\b(?! (?:peux|peut|pouvez|pouvons)\b)"
    # "avant de mettre Zoé le matin, je voudrais savoir le prix"
    r"|\W*(?:(?:bonjour|bonsoir|coucou)\W+)*avant d(?:e |')(?:(?:le|la|les|me|nous) |l')?(?:decid|inscri|mettre"
    r"|r?ajout|annul"
    r"|desinscri|enlev|retir|suppr|prendre|demand|reserv|valid|confirm)[a-z]*\b"
)
#: What is asked is whether it stands: "Victor mange mardi et jeudi à la cantine, c'est bien noté ?".
_STANDS: Final = Expression(
    r"\bc'est (?:bien |deja |toujours )+(?:note|reserve|prevu|enregistre|inscrit|bon|ok)\b[^.,;:!?\n]{0,20}\?"
)
#: What would be done is named first: "la cantine de jeudi, pour l'enlever, j'ai jusqu'à quand ?".
_TO_DO_SO: Final = Expression(
    r"\bpour (?:(?:le|la|les) |l')?(?:annul|enlev|retir|supprim|inscri|reserv|ajout|desinscri)[a-z]*,? (?:j'ai|on a"
    r"|il y a"
    r"|nous avons|c'est|ca se fait|jusqu'a (?:quand|quel)|quel(?:le)?s? )[^.!\n]{0,60}(?:\?|\bquand\b"
    r"|\bquel(?:le)?s?\b)"
)


def decides_later(plain: str) -> bool:
    """Say whether nothing is decided before an answer: "avant de me décider, je voudrais savoir …"."""
    return _BEFORE_DECIDING.search(plain) is not None


def is_wish(plain: str) -> bool:
    """Say whether folded text tells what a child would like: "Nahel voudrait bien rester à l'atelier jeudi"."""
    return _WISHED.search(plain) is not None or _IF_SO.match(plain) is not None


def only_informs(plain: str) -> bool:
    """Say whether it only tells who picks a child up: "je passe prendre Yasmine à 17h15, pour vous prévenir"."""
    return _FOR_INFORMATION.search(plain) is not None and _PICKED_UP.search(plain) is not None


def asks_nothing(plain: str) -> bool:
    """Say whether it says of itself that nothing is asked: "finalement je ne change rien : Zoé reste …"."""
    return _NOTHING_ASKED.search(plain) is not None


def is_supposed(plain: str, start: int, end: int) -> bool:
    """Say whether a question is of what would be, or of what stands: all that its sentence names belongs to it."""
    supposed = _IF.match(plain, start, end) or _STANDS.search(plain, start, end) or _TO_DO_SO.search(plain, start, end)
    return supposed is not None
