"""What owns up to a slip of the pen or the tongue right before what is meant. Data only: the cues are read with it."""

from __future__ import annotations

from typing import Final

_MEANT: Final = (
    r"(?=[\s,:!]*(?:(?:non|plutot|c'est|c'etait|ce sera|lire|pour|je voulais dire|je dis)[ ,:]+)*"
    r"(?:(?:le|la|les|l'|au|aux|a la|a l'|du) ?)?(?:lundi|mardi|mercredi|jeudi|vendredi|demain|apres-demain"
    r"|\d{1,2}\b(?! ?h)"
    r"|cantine|midi|repas|dejeuner|gouter|atelier|creatif|libre|garderie|accueil|matin|soir|centre)\b)"
)
#: "le 11, que dis-je, le 13", "la cantine, sorry le goûter", "jeudi (rectif : vendredi)".
OWNED_UP: Final = (
    r"(?:(?:,|\.{2,}|-)\s*)?\b(?:que dis-je|qu'est-ce que je (?:dis|raconte|ecris)|sorry|my bad|rectif|errata|erratum"
    r"|je me (?:reprends|corrige|ravise)|je (?:m'embrouille|confonds|divague|radote|derape)|ou avais-je la tete"
    r"|ma langue a fourche|lapsus|faute de frappe|mes doigts ont glisse"
    r"|(?:en fait|finalement|bref|et puis|ah ben|ah bah) non,|pas reveillee?|je ne sais plus ce que je dis"
    r"|a lire)(?!\w)"
    rf"{_MEANT}"
)
