"""What is only set aside beside what is asked: denied, agreed to, as it was before, put off. Data only."""

from __future__ import annotations

from typing import Final

from domain.language.lexicon.people import RELATIVES
from domain.language.notions.marks import Force
from domain.language.notions.wording import Wording
from domain.model.wish import Do

#: What we could do with a booking, of which it is said that it is not wanted.
_OURS: Final = r"(?:annul|desinscri|enlev|retir|supprim|inscri|reserv|r?ajout|arret|stopp)\w*"
#: Told from here up to the next comma: "loin d'annuler jeudi, …", "ayant déjà Victor au goûter mardi, …".
OPENS: Final = (
    rf"\b(?:loin|pas question|hors de question|ne s'agit pas|loin de (?:moi|nous) l'(?:idee|intention|envie|pensee)"
    r"|(?:aucune|pas l'|nulle) ?(?:intention|envie|idee)|pas dans (?:mes|nos) (?:intentions|projets)) (?:de "
    r"|d')(?:vouloir )?"
    rf"(?:l'|les? |la )?(?={_OURS})"
    r"|\bpour memoire\b,?|\ba moins qu(?:e |')"
    r"|\bayant (?:deja|bien|toujours|encore)\b"
    # how things are so far: "…, n'étant jusqu'ici au planning que jeudi"
    r"|\b(?:n')?(?:ayant|etant|figurant|venant|mangeant) (?=[^.,;:!?\n]{0,40}\b(?:jusqu'(?:ici|a present|a maintenant"
    r"|alors)|pour (?:l'instant|le moment)|a ce jour|actuellement|deja)\b)"
    r"(?=[^.,;:!?\n]{0,60}\b(?:que|qu'|inscrite?s?|reserve|planning|listes?|prevue?s?|notee?s?|present\w*)\b)"
    r"|\b(?:elle |lui |eux )?(?:qui )?n'(?:est|etait|etaient|sont) (?:jusqu'ici |pour l'instant |encore "
    r"|actuellement )*"
    r"(?:inscrite?s?|prevue?s?|notee?s?|au planning|sur la liste) (?:[^.,;:!?\n]{2,24} )?qu(?=e |')"
    r"|\bla (?:fois (?:d'avant|precedente|derniere|passee)|derniere fois|semaine d'avant)\b"
    rf"|\b(?:selon|d'apres|pour) (?:mon |ma |leurs? |son |sa |la |le |les )?(?:{RELATIVES}),? "
    r"(?=(?:il|on|vous) (?:fallait|devai|faudrait))"
    r"|\b(?:d'accord|ok|entendu|compris|c'est note) pour ne pas (?:avoir|prendre|recevoir|mettre|inscrire)\b"
    r"|\b(?:complete?s?|pleine?s?)\b(?=[^.;:!?\n]{0,60}, ?(?:tant pis|dommage|pas grave|ce n'est pas grave))"
)
#: Told from the last comma up to the end of this: "pour Victor attendez mon feu vert avant toute inscription jeudi".
CLOSES: Final = (
    r"\b(?:attende[zs]|il faut attendre) (?:(?:d'abord|bien|donc|svp|encore) )*"
    r"(?:(?:mon|ma|notre) (?:feu vert|accord|confirmation|signal|retour|reponse|message|appel|mail)"
    r"|que (?:je|nous|on) (?:vous )?(?:confirm|rappel|recontact|redi|reecri|previen"
    r"|donn))\w*[^.,;!?\n]*"
    # a booking by mistake, told as such: "Luka a le goûter jeudi alors qu'il n'en faut pas"
    r"|\balors qu(?:e |')(?:\w+ )?n'en (?:faut|fallait|veut|veux|voulait|voulons|avons besoin|a besoin)\w* pas\b"
)
_AND: Final = r"(?:,| et|,? puis| plus| \+)+ "
_COUNT: Final = r"(?:une?|deux|trois|quatre|cinq|[1-9]) "
_CALLED_OFF: Final = rf"{_COUNT}(?:annulations?|desinscriptions?|suppressions?|retraits?)"
_PUT_DOWN: Final = rf"{_COUNT}(?:inscriptions?|reservations?|ajouts?)"
#: Counted above what they are of, which does not say which is which: "une annulation et deux inscriptions : …".
MIXED: Final = Wording(
    None,
    Force.NOUN,
    rf"\b(?:{_CALLED_OFF}{_AND}{_PUT_DOWN}|{_PUT_DOWN}{_AND}{_CALLED_OFF})"
    r"(?=[^:.!?\n]{0,60}:)",
    ("une annulation et deux inscriptions, dans l'ordre : Zoé", "une inscription, une annulation : voici"),
    ("une annulation et une inscription pour Zoé",),
    kind="change",
)
#: What is not to be done, and has been done by nobody: it takes nothing away from what is booked.
NOT_ASKED: Final = Wording(
    None,
    Force.ASKED,
    rf"\bn(?:e |')(?:me |nous )?(?:l'|les? |la |en )?{_OURS} (?:encore |donc |surtout |du coup )*(?:personne|ni|rien)\b"
    rf"|\bn(?:e |')(?:me |nous )?(?:en )?{_OURS}(?= [^.,;:!?\n]{{0,24}}\baucune?\b)"
    r"|\binutile (?:donc |du coup |alors |maintenant )?(?:de |d')(?:l'|les? |la )?"
    r"(?:(?:annul|desinscri|enlev|retir|supprim)(?:er|re)\b|en \w+(?:er|re)\b)"
    r"|\bni (?:de |d')?(?:l'|les? |la |en )?(?:(?:annul|enlev|retir|supprim|reserv|r?ajout|arret)er|(?:des)?inscrire)\b"
    r"|\bpas (?:de )?stop\b",
    (
        "n'inscrivez ni Zoé ni Luka",
        "je n'inscris encore personne",
        "on n'annule pour aucun des deux",
        "inutile d'annuler le goûter",
        "inutile d'en ajouter",
        "pas stop mardi",
        "je ne souhaite ni annuler mardi ni inscrire Zoé jeudi",
    ),
    ("inutile de les prendre au goûter", "je n'inscris que Zoé"),
)
#: "gardez Luka à la cantine les jours prévus, supprimez jeudi": what is there already stays.
AS_PLANNED: Final = (
    r"[^.,;:!?\n]{0,50}\b(?:(?:deja|jours|dates|comme|repas|places?|midis|soirs|mercredis) (?:deja |bien )?"
    r"(?:prevu|reserve|inscrit|note|programme|convenu)e?s?|le reste|les autres)\b"
)
#: What is noted and is no booking: an absence, a new address.
NOTED: Final = (
    r"\b(?:absences?|annulations?|desinscriptions?|(?:changement d'|nouvelle )(?:adresse|numero)|nouveau numero)"
    r" [^.,:;!?\n]{0,30}(?:, ?(?:a )?)?$"
)
#: "un repas en plus vendredi", which "un repas en moins" may stand before.
MORE: Final = Wording(
    Do.BOOK,
    Force.ASKED,
    r"(?:(?<=\bun repas )|(?<=\bun gouter )|(?<=\bune cantine )|(?<=\bun midi ))(?:en|de) plus\b",
    ("un repas en plus vendredi", "une cantine de plus pour Zoé"),
    ("le goûter en plus", "il mange un repas de moins"),
)
_MEALS: Final = ("repas", "cantine", "gouter", "midi", "matin", "soir", "creatif")
#: "un repas en moins jeudi pour Zoé".
LESS: Final = Wording(
    Do.CANCEL,
    Force.ASKED,
    rf"(?:{'|'.join(rf'(?<={meal} )' for meal in _MEALS)})(?:en|de) moins\b",
    ("un repas en moins jeudi", "une cantine de moins pour Zoé"),
    ("un repas en plus jeudi", "elle mange moins le midi"),
)
