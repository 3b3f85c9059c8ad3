"""What is only told of a day: that all is as ever then, or that it has been seen to. `days_told` reads it."""

from __future__ import annotations

from typing import Final

_MONTHS: Final = "janvier|fevrier|mars|avril|mai|juin|juillet|septembre|octobre|novembre|decembre"
_DAY: Final = (
    r"(?:(?:la journee |le jour |le cas )?(?:de |du |d')?(?:(?:aujourd'hui|apres-demain|demain|ce jour)"
    r"|(?:le |ce |la )?(?:lundi|mardi|mercredi|jeudi|vendredi)"
    r"(?: (?:prochain|matin|midi|soir|\d{1,2}(?:er)?(?:/\d{1,2})?))?"
    rf"|le \d{{1,2}}(?:er)?(?:/\d{{1,2}})?)(?: (?:{_MONTHS}))?"
    r"|(?:toute )?(?:la |cette )?semaine (?:prochaine|suivante|d'apres)"
    r"|(?:tout )?le reste(?: de la semaine| du mois)?|les (?:autres jours|jours suivants))"
)
#: A day that its clause is about; behind a comma it must lead its sentence, else a list ends there.
_DAYS: Final = rf"{_DAY}(?: et {_DAY})?"
ABOUT_A_DAY: Final = (
    r"(?:(?:^|(?<=[.!?;:,(\n] )|(?<=[.!?;:,(\n])|(?<=\bet )|(?<=\bmais )|(?<=\bpuis )|(?<=\bcar ))"
    r"(?:(?:sinon|par contre|en revanche),? )*"
    rf"(?:(?:pour|quant a|concernant) {_DAYS},?|(?:des |a partir de )?{_DAYS})"
    rf"|(?:^|(?<=[.!?;\n] ))(?:et |mais )?{_DAYS},) "
)
#: Nothing is told of a day here, but of one that is named behind it.
NOT_OF_ANOTHER: Final = rf"(?! (?:pour |des |le |a partir de )?{_DAY})"
_ALL: Final = r"(?:tout|c'|ca|cela|ce|la vie|les choses|la situation|l'organisation) ?"
_WELL: Final = (
    r"(?:(?:de |a )?nouveau |bien |donc |plus |beaucoup |\w+ment |une? (?:semaine|journee|jour) )*"
    r"(?:normale?s?|a la normale|dans l'ordre|rien d'anormal|comme (?:d'habitude|avant|toujours|d'ordinaire|il faut"
    r"|les (?:autres|precedent)\w*|sur des roulettes)|habituel\w*|inchange\w*|retabli\w*|regle\w*)\b"
)
#: After such a day: all is as ever then, or should be.
AS_EVER_THEN: Final = (
    rf"(?:(?:{_ALL})?(?:ne )?(?:est|sera|(?:devrait|devraient|doit|va|pourra|pourrait|espere)"
    r"(?: (?:etre|redevenir|aller|rentrer|revenir|reprendre|se passer|se remettre|repartir))?"
    rf"|redevien\w+|revien\w+|rentr\w+|repar\w+|se passe\w*) {_WELL}"
    r"|(?:ca|cela|tout) (?:devrait|va|ira|pourra|doit)(?: (?:etre|aller))?(?: (?:mieux|bien|bon))?(?=\W*(?:$|[.,;!\n]))"
    r"|(?:on|nous|la classe|l'ecole|le rythme|le planning) (?:repren\w+|retrouv\w+|revien\w+)"
    r" (?:(?:le|un|son|notre|a la|a notre|a|au) ?)(?:[a-z]+ )?(?:normale?|habituel\w*|d'avant|cours normal)\b"
    r"|(?:il n'y a |il n'y aura )?(?:rien (?:d'anormal|de (?:special|particulier|change|nouveau))|aucun changement)\b)"
)
_SEEN_TO: Final = (
    r"(?:fait|signal|not|annul|preven|regl|declar|indiqu|dit|vu|enregistr|ger|couver|pos|arrang|justifi|inform|annonc"
    r"|pris(?:e|es)? en compte|au courant|ok\b|bon\b|communiqu|mentionn|ecri|demand|expliqu)\w*"
)
_TO_WHOM: Final = (
    r"(?: (?:avec|aupres|par|hier|vendredi|samedi|dimanche|ce matin|a|au|de|des|dans)\b[^.,;:!?\n]{0,40})?"
)
#: After such a day: it has been seen to before.
SEEN_TO: Final = (
    r"(?:(?:l'absence |(?:tout |mon |ma |le |la |l')?[a-z]+ )?(?:c'est|c'etait|est|sont|etait|a ete|ont ete"
    r"|a|ont|avai(?:t|ent))"
    rf" (?:bien |donc |normalement )*deja (?:bien |ete )*{_SEEN_TO}{_TO_WHOM}"
    r"|(?:je |j'|on |nous )(?:vous |te |l'|le )*(?:ai|a|avons|avais|avait|avions) (?:bien )?deja (?:bien )?"
    rf"{_SEEN_TO}{_TO_WHOM}"
    rf"|vous (?:(?:l')?(?:etes|avez|aviez|etiez) (?:bien )?deja (?:ete )?{_SEEN_TO}|le saviez|le savez|etes au courant)"
    rf"{_TO_WHOM}"
    rf"|(?:a|ont) (?:bien )?ete {_SEEN_TO} (?:hier|vendredi|samedi|dimanche|ce matin|par (?:telephone|mail|message)"
    r"|aupres|au telephone)\b[^.,;:!?\n]{0,30})"
)
#: With no more behind it: no day follows those that were said.
ENDS_THERE: Final = (
    r"(?:(?<=\bet )|(?<=\bmais )|(?<=, ))(?:(?:sans doute|surement|a priori|normalement|en principe|probablement"
    r"|certainement|j'espere|je pense|pour l'instant) )*(?:pas|rien) "
    r"(?:au-dela|plus longtemps|plus loin|ensuite|apres|par la suite)(?=\W*(?:$|[.,;!?\n]))"
)
#: Before a day on which a child who is ill leaves the hospital: it is away then still.
LEAVES: Final = (
    r"\bsort(?:ie|ir|ira|iront|ent|i)?\b(?: (?:est|sera|prevue?|probable|possible|autorisee?|envisagee?|normalement"
    r"|surement|(?:de |de l'|du |de la )(?:hopital|clinique|chu|bloc|urgences)))*(?: (?:le|pour|pour le|ce|des))? $"
)
#: Usual, and no more than that: "comme tous les lundis".
AS_USUAL: Final = (
    r"\bcomme (?:(?:a |au |aux )?(?:tous|toutes) les|(?:a )?chaque|(?:les|aux) autres) "
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|jour|semaine|matin|midi|soir)s?\b(?: de la semaine| du mois)?"
)
#: What is booked stands: "gardez-lui sa place à la cantine vendredi".
KEEPS_PLACE: Final = (
    r"\b(?:garde[rz]?|gardons|conserve[rz]?|conservons|laisse[rz]?|laissons|maint(?:enez|enir|iens|enons))"
    r"(?:-(?:lui|leur|nous|moi))?(?: (?:bien|quand meme|svp|surtout|seulement|lui|leur))*"
    r" (?:sa|ses|son|leurs?) (?:place|reservation|inscription)s?\b"
)
#: A farewell at the end: "… à demain pour Victor, j'espère".
FAREWELL: Final = (
    r"(?:(?<=[,.;!\n] )|(?<=\n))(?:et |donc |alors )?a (?:demain|lundi|mardi|mercredi|jeudi|vendredi"
    r"|la semaine prochaine)"
    r"(?: (?:pour|avec) [a-z-]+)?(?:,? (?:j'espere|normalement|peut-etre|sans doute|sauf [^.!?\n]{3,40}"
    r"|si(?: (?:tout|ca|il|elle) va (?:bien|mieux))?|en (?:pleine )?forme))?(?=\W*$)"  # "tout va bien" may be blanked
)
#: When it is asked, and no day of care: "hier j'ai inscrit Luka ; aujourd'hui j'inscris Zoé, même jour".
ASKED_TODAY: Final = (
    r"(?:^|(?<=[.!?;,:\n] )|(?<=\bet )|(?<=\bmais )|(?<=\n))(?:maintenant|aujourd'hui|ce (?:matin|soir))"
    r"(?=,? (?:je (?:vous )?(?:reserve|desinscris|reinscris|inscris|annule|ajoute|rajoute|supprime|retire|demande"
    r"|souhaite"
    r"|voudrais|veux|sollicite|change|modifie|decale|reprends|confirme|rends|libere)"
    r"|j'(?:inscris|annule|ajoute|aimerais|enleve|echange)|(?:nous|on) (?:vous )?(?:reserv|inscri|annul|ajout"
    r"|demand|souhait"
    r"|voud|supprim|desinscri)[a-z]*)\b"
    r"(?:[^.;!?\n]{0,80}\bmeme (?:jour|date)|[^.,;!?\n]{0,80}(?<!\bet )(?<!\bet le )(?<!\bet pour )"
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|demain|apres-demain|(?<=le )\d{1,2})\b))"
)
