"""How parents give a place back, and count on one or do without: "je rends sa place". Data only: `intent` reads it."""

from __future__ import annotations

from typing import Final

from domain.language.notions.marks import Force
from domain.language.notions.wording import OURS, Wording
from domain.model.wish import Do

_ARTICLE: Final = r"(?:la |le |l'|les |sa |son |ses |leur |leurs |ma |mon |mes |notre |nos |cette )"
_PLACE: Final = rf"{_ARTICLE}(?:places?|{OURS})"
#: To whom it goes: "à un autre enfant".
_TO: Final = r"(?: (?:a|pour) (?:un|une|d'autres?|quelqu'un)(?: [a-z]+){0,2})?"
GIVES_BACK: Final = Wording(
    Do.CANCEL, Force.ASKED,
    rf"\b(?:je|nous|on) (?:vous )?(?:rend|rends|rendons|libere|liberons|restitue|restituons)(?= {_PLACE})"
    rf"|\ba (?:rendre|liberer)\b(?=\W*(?:$|[.,;:!\n]|merci|svp))"
    rf"|\b(?:pouvez|pourriez|merci d|veuillez)[a-z -]{{0,8}}(?:e |')?(?:(?:re)?donner|rendre|liberer|proposer|attribuer"
    rf"|laisser){_TO} (?=(?:la |sa |leur |cette )places?\b(?! (?:a|de) (?:la |l')?table))"
    r"|\bdoi(?:t|vent|vra) (?:(?:donc|alors) )?etre (?:annul|supprim|retir|enlev)ee?s?\b",
    ("je rends la cantine vendredi pour Zoé", "nous libérons sa place à la cantine", "la place de Luka est à libérer",
     "vous pouvez rendre à un autre enfant la place prévue pour Zoé", "le goûter de jeudi doit être annulé"),
    ("je rends la clé vendredi", "je vous rends le formulaire", "il rend le livre jeudi"),
)  # fmt: skip
