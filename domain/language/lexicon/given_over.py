"""How a place, a day or an activity is given over for another. Data only: `moves` and `resolving` read it."""

from __future__ import annotations

from typing import Final

from domain.language.notions.marks import Force
from domain.language.notions.wording import OURS, THE, Wording
from domain.model.wish import Do

_DAY: Final = r"(?:lundi|mardi|mercredi|jeudi|vendredi|demain|apres-demain|\d{1,2}\b(?! ?h))"
_PLACE: Final = r"(?:place|tour|creneau|repas|gouter|midi|inscription|reservation|journee)s?"
_ADVERBS: Final = r"(?:(?:donc|finalement|plutot|volontiers|exceptionnellement|ainsi|desormais|du coup|alors) )*"
#: Between the child that gives its place over and the one that gets it.
GIVES_PLACE: Final = (
    r"\b(?:ced|laiss|donn|offr|pass|transm|abandonn|transf|pret|refil|fil)[a-z]* "
    rf"{_ADVERBS}(?:sa|son|ses|la|le) (?:{_PLACE}|main)\b[^.;:!?\n]{{0,40}} (?:a|pour|en faveur de|au profit de) "
    rf"|\b(?:est|sera|se fait|se fera) {_ADVERBS}(?:remplace|supplee|releve)e? {_ADVERBS}par "
    rf"|\bs'(?:efface|effacera) {_ADVERBS}(?:devant|au profit de) "
)
#: Between the child that comes and the one that it comes for.
TAKES_PLACE: Final = (
    rf"\b(?:(?:remplac|supple|relai|releve)(?:e|era|erait)|succed(?:e|era) a|relaye(?:ra)?) {_ADVERBS}"
    rf"|\b(?:prend(?:ra)?|reprend(?:ra)?|recupere(?:ra)?|occupe(?:ra)?|herite(?:ra)? de) {_ADVERBS}"
    rf"(?:la |le |l')(?:{_PLACE}|relais|suite) de "
)
#: Before whom something was meant for, and between that child and the one who gets it.
WAS_FOR: Final = (
    rf"\b(?:qui (?:devait (?:etre|aller|revenir)|etait|est|revenait)|prevue?s?|reservee?s?|destinee?s?|initialement"
    rf"|normalement|d'abord|au depart|a l'origine|notee?s?|prise?s?) [^.,;:!?\n]{{0,30}}(?:pour|a|au nom de) "
    rf"|\b(?:{_PLACE}|celle|celui) (?:de la cantine |du gouter |de cantine )?(?:de |d')"
)
IS_FOR: Final = (
    rf"[\s,)]*(?:mais |et |qui )?(?:est|sera|serait|ira|va|revient|reviendra|passe|passera|profitera|servira)"
    rf" {_ADVERBS}(?:pour|a|au nom de) "
    rf"|[^.;:!?\n]{{0,40}}\b(?:revient|reviendra|passe|passera|ira|profitera|servira) {_ADVERBS}(?:a|pour|au nom de) "
)
#: Between what is dropped and what is taken in its stead.
IN_FAVOUR: Final = r"\b(?:au (?:profit|benefice)|en faveur) (?:de (?:la |l')?|du |des |d')"
#: What becomes of a day: "jeudi laisse la place à vendredi".
MAKES_WAY: Final = (
    r"(?:s'efface(?:ra)? (?:devant|au profit d(?:e|u))|(?:laisse|cede|fait)(?:ra)? (?:la |sa )?place (?:a|au)"
    r"|est (?:a remplacer|echange|troque) (?:par|contre))"
)
#: "occuper vendredi", "on se rattrape vendredi", "jour souhaité : jeudi".
TAKEN_INSTEAD: Final = Wording(
    Do.BOOK,
    Force.ASKED,
    rf"(?<!s')(?<!d')(?<!m')\boccup(?:er|ez|ons)\b(?= (?:le |la place de |celle de )?{_DAY})"
    r"|\b(?:jours?|dates?|activites?|creneaux?|journees?) (?:souhaite|demande|desire|voulu|pris|reserve"
    r"|(?:a )?(?:reserv"
    r"|ajout|inscri|prendr|occup))[a-z]*(?= ?:|  )"
    rf"|\bil (?:me|nous) (?:manque|manquerait|manquait)(?: (?:encore|aussi|donc|juste|toujours"
    rf"|egalement))*(?= {THE}{OURS})"
    r"(?![^.!?\n]{0,60}\b(?:factur\w*|planning|recap\w*|confirmation|recu|mail|attestation|appli\w*|site|releve)\b)"
    rf"|\b(?:je|on|nous) (?:prends|prend|prenons)(?: (?:plutot|donc|alors|en echange|du coup|a la place))*"
    r"(?= (?:lundi|mardi|mercredi|jeudi|vendredi|demain|apres-demain|le \d{1,2}\b(?! ?h)))"
    r"(?![^.,;:!?\n]{0,25}\b(?:conges?|rtt|off|repos|train|avion|vacances|maison|matinee|route)\b)"
    rf"|\b(?:on|nous|je|il|elle) (?:se |nous |me )?(?:rattrap|compens)(?:e|ons|era|erai|erons)"
    rf"(?: (?:ca|cela|donc|plutot|par|avec|avec le|par le|sur|en venant))*(?= (?:le |la journee de )?{_DAY}"
    rf"(?! (?:la |le |les |l'|un |une |des |son |sa |ses |notre |nos )(?!{OURS})))",
    ("occuper vendredi", "on se rattrape vendredi", "on compense par jeudi", "nous rattraperons mardi"),
    (
        "s'occuper de Zoé jeudi",
        "on rattrape les cours vendredi",
        "il rattrape son retard vendredi",
        "on rattrape mardi la sortie",
    ),
)
#: An exchange is announced, whatever it is of: it has two sides.
EXCHANGE: Final = (
    r"\b(?:demande|proposition|souhait|besoin|possible) d'(?:un )?echange"
    r"|(?<!notre )(?<!votre )(?<!nos )(?<!vos )(?<!cet )(?<!ces )"
    r"(?<!l')(?<!dernier )(?<!les )\bechange(?:s|r|z|ons)?\b(?! telephon| (?:de|d'|avec|par)"
    r" (?:mails?|messages?|sms|vous|la maitresse|numeros?|courriels?))"
    r"|\bchang(?:er|ez|e|ons|ent|era|ement) (?:(?:juste|simplement|seulement|uniquement) )?(?:de |d'|le |la |l')"
    r"(?:jours?|dates?|activites?|creneaux?|enfants?)\b"
    r"|\btro(?:quer|quez|que|quons|c)\b|\bpermut\w+|\bintervert\w+"
    r"|\bjour (?:cede|rendu|libere|abandonne)\b|\bun (?:jour|soir|midi) contre un autre\b"
    rf"|\b{MAKES_WAY}\b|\ben echange\b|\bpar ricochet\b|\ba reporter (?:a|au|le|en|vers)\b"
    r"|\bdeplacement (?:svp|stp)\b"
    r"|(?:on|j')? ?(?:en )?enleve un\w*(?: jour)?,? (?:et )?(?:on |j')?en (?:re)?(?:met|ajoute|prend)s? une?\b"
)
#: Nothing is booked so far, so that nothing can be called off.
NOTHING_YET: Final = (
    r"\b(?:n'|ne )?(?:ai|a|avons|ont) (?:encore |toujours |pour l'instant )*rien (?:encore |du tout )?(?:reserve"
    r"|inscrit"
    r"|demande|pris|commande|coche)\b|\brien n'(?:est|a ete) (?:encore |pour l'instant )*(?:reserve|inscrit|pris|fait"
    r"|demande)\b|\b(?:inscription|reservation)s? (?:encore |reste |restant |toujours )+a faire\b"
    r"|\b(?:pas|aucune) (?:encore )?(?:d')?(?:inscription|reservation)s? (?:a ce jour|jusqu'ici|pour l'instant"
    r"|encore)\b"
)
