"""Calling off in nouns: who is not there, one less, a place that is free again, what is not possible. Data only."""

from __future__ import annotations

from typing import Final

from domain.language.notions.marks import Force
from domain.language.notions.wording import OURS, Wording
from domain.model.wish import Do

_COUNTED: Final = (
    r"(?:enfants?|places?|inscrite?s?|inscriptions?|eleves?|presente?s?|personnes?|reservations?"
    rf"|(?:couverts?|convives?|assiettes?)(?=[^.!?\n]{{0,40}}\b{OURS}))"
)
#: "non-présence de Zoé au goûter": the noun with its not.
NOT_THERE: Final = Wording(
    Do.CANCEL,
    Force.ASKED,
    r"\bnon[- ](?:presence|participation|venue|inscription|reservation|frequentation)s?\b",
    ("non-présence de Zoé au goûter jeudi", "non participation à la cantine"),
    ("présence de Zoé jeudi", "et non inscrire Zoé"),
)
#: "un enfant de moins à la cantine", "le goûter avec Zoé en moins".
ONE_LESS: Final = Wording(
    Do.CANCEL,
    Force.ASKED,
    rf"\b(?:une?|deux|trois|[123]) {_COUNTED}(?: (?:a la |au |a l')?{OURS})? (?:de|en) moins\b"
    r"|(?<=[a-z] )(?<!heure )(?<!heures )(?<!minutes )(?<!jour )(?<!jours )(?<!fois )(?<!euros )(?<!di )(?<!demain )"
    r"\ben moins\b(?= ?(?:$|[.,;!?\n)]|svp|merci|stp))",
    ("un enfant de moins à la cantine", "deux couverts de moins jeudi midi", "goûter jeudi avec Zoé en moins"),
    ("un enfant de plus", "une heure en moins", "il mange moins"),
)
#: "sa place peut être donnée à un autre": it is not needed.
FREE_AGAIN: Final = Wording(
    Do.CANCEL,
    Force.ASKED,
    r"\b(?:peu(?:t|vent)|pourr(?:a|ait|ont)) (?:donc |du coup |desormais |bien |maintenant )*"
    r"(?:etre (?:donc |bien )?(?:donne|attribue|propose|rendu|libere|cede|redistribue|reattribue|offert|laisse"
    r"|recupere)e?s?\b"
    r"|(?:aller|revenir|servir|profiter) (?=a (?:un autre|une autre|quelqu'un|d'autres)))"
    r"|\b(?:donne[rz]|attribue[rz]|propose[rz]|ced(?:er|ez)|offr(?:ir|ez)|redonne[rz]) (?=(?:s[ao]n? |la |le |leurs? )"
    r"(?:place |tour )?[^.;:!?\n]{0,40}\ba (?:un autre|une autre|quelqu'un|d'autres)\b)",
    ("sa place peut être donnée à un autre enfant", "vous pouvez donner son goûter à quelqu'un d'autre"),
    ("peut-il être donné un goûter", "donnez la place à Zoé"),
)
#: "présence impossible jeudi", "collectivité interdite à Zoé".
NOT_POSSIBLE: Final = Wording(
    Do.CANCEL,
    Force.SAID,
    r"\b(?:presence|venue|participation|frequentation|accueil(?! (?:du|des)\b)) (?:[a-z'-]+ ){0,4}?"
    r"(?:est |sera |reste )?(?:impossible|exclue?|interdite?|proscrite?)\b"
    r"|\b(?:collectivite|ecole|creche|classe|perisco\w*)(?: (?:et|ou) (?:la |l'|le )?[a-z]+)? (?:est |sera |lui est )?"
    r"(?:interdite?s?|proscrite?s?|deconseillee?s?|exclue?s?)\b"
    r"|\b(?:interdite?s?|exclue?s?|ecartee?s?|evincee?s?) (?:de (?:la |l')?|d')(?:collectivite|ecole|creche|classe)\b",
    ("présence impossible jeudi", "collectivité interdite à Zoé mardi", "Zoé est exclue de l'école jeudi"),
    ("accueil du matin jeudi", "présence de Zoé vendredi midi"),
)
#: "ce sera la maison jeudi", "je préfère garder Zoé au chaud".
AT_HOME: Final = Wording(
    Do.CANCEL,
    Force.SAID,
    r"\b(?:ce sera|ca sera|ce serait|c'est|il fera|elle fera|fera) (?:donc |plutot )?"
    r"(?:(?:dodo|repos|canape|journee|au lit|lit) )*(?:(?:a )?la )?maison\b"
    r"(?=\W*(?:$|[.,;!\n]|(?:lundi|mardi|mercredi|jeudi|vendredi|demain|aujourd'hui"
    r"|jusqu|toute?|pour|pendant|le \d{1,2}|ce)\b))"
    r"|\b(?:prefer\w+|vais|va|allons|dois|doit|devons|veux|veut|voulons|souhait\w+|decid\w+ de|pense) "
    r"garder(?= (?:[a-z-]+ )?(?:a la maison|au (?:chaud|lit|repos|calme)|pres de|avec (?:moi|nous))\b)",
    ("ce sera la maison jeudi", "je préfère garder Zoé au chaud demain", "on va garder Léah à la maison"),
    ("c'est la maison de retraite", "je dois garder la nounou"),
)
#: "doit être supprimée".
TO_BE_DROPPED: Final = Wording(
    Do.CANCEL,
    Force.ASKED,
    r"\b(?:doi(?:t|vent)|devr(?:a|ait|ont)|est a|sont a) (?:donc |bien )?(?:etre )?(?:donc |bien )?"
    r"(?:supprim|retir|enlev|decommand|raye|efface)(?:ee?s?|er)\b",
    ("la cantine doit être supprimée jeudi", "le goûter est à retirer"),
    ("doit être réservée",),
)
FEWER: Final = (AT_HOME, TO_BE_DROPPED, NOT_THERE, ONE_LESS, FREE_AGAIN, NOT_POSSIBLE)
