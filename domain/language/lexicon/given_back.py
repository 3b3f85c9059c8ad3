"""How parents give a place back, and count on one or do without: "je rends sa place". Data only: `intent` reads it."""

from __future__ import annotations

from typing import Final

from domain.language.notions.marks import Force
from domain.language.notions.wording import OURS, THE, Wording
from domain.model.wish import Do

_ARTICLE: Final = r"(?:la |le |l'|les |sa |son |ses |leur |leurs |ma |mon |mes |notre |nos |cette )"
_DAY: Final = r"(?:lundi|mardi|mercredi|jeudi|vendredi|demain|apres-demain|\d{1,2}\b(?! ?h))"
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
_NOT_US: Final = r"(?!(?:moi|nous|doute|hesiter|attendre|les (?:jours|vacances|week-ends?)|(?:la |les )?feries?)\b)"
#: "comptez sans Zoé jeudi"; "sans lui" is read elsewhere.
COUNTS_WITHOUT: Final = Wording(
    Do.CANCEL, Force.SAID,
    rf"\bcompt(?:ez|er|e) sans(?= {_NOT_US}(?!(?:lui|elle|eux|elles)\b)[a-z-]+ (?:le |ce |pour |a |au )?[a-z0-9])",
    ("comptez sans Zoé jeudi à la cantine", "il faudra compter sans Luka mardi"),
    ("comptez sans nous", "sans compter le goûter"),
)  # fmt: skip
#: "n'oubliez pas de compter Zoé à la cantine mardi".
COUNTS: Final = Wording(
    Do.BOOK, Force.ASKED,
    r"\b(?:n'oubliez pas de|n'oublie pas de|pensez a|merci de|veuillez|pouvez-vous|pourriez-vous|il faut|il faudrait)"
    r" (?:bien |aussi |donc )*compter (?!sur|sans|pas|plus|que|pour|un|une|deux|trois|\d)(?=[a-z-]+ (?:et [a-z-]+ )?"
    r"(?:a |au |le |pour |ce |parmi |lundi|mardi|jeudi|vendredi|demain))",
    ("n'oubliez pas de compter Zoé à la cantine mardi", "pensez à compter Luka au goûter jeudi"),
    ("n'oubliez pas de compter deux heures", "merci de compter sans lui"),
)  # fmt: skip
#: "je rends jeudi", "libérez la cantine de mardi".
GIVES_DAY_BACK: Final = Wording(
    Do.CANCEL,
    Force.ASKED,
    r"(?<!\bme )(?<!\bse )(?<!\bm')(?<!\bs')(?<!\bnous nous )"
    r"\b(?:rend(?:s|ons|ez|re|ent|rai|rons|ra)?|liber(?:e|er|ez|ons|erai|erons|era)|ced(?:e|er|ez|ons|erai|erons))"
    r"(?= (?:(?:donc|svp|aussi|volontiers|finalement|juste) )*"
    rf"(?:(?:le |la |celui de |celle de |celui du |la journee de |le jour de |la place de |la place du )?{_DAY}"
    rf"|{THE}{OURS}"
    rf"|(?:(?:la|sa|leurs?|cette|une|les) )?(?:places?|reservations?|inscriptions?) (?:de |du |d'|pour )))"
    rf"|\b(?:jours?|dates?|activites?|creneaux?|journees?) (?:cede|rendu|libere|abandonne|(?:a )?(?:supprim|annul|retir"
    rf"|enlev|liber|ced|rend))[a-z]*(?= ?:|  )",
    ("je rends jeudi", "libérer le 13 mars", "Victor cède la cantine jeudi", "jour cédé : mardi"),
    ("je me rends jeudi à la cantine", "on se libère mardi", "rendre le cahier jeudi"),
)
