"""Words by which a sentence leans on what was said before, and those that say nothing beside them."""

from __future__ import annotations

from typing import Final

from domain.language.leaning.answers import PLACES
from domain.language.matching.expression import Expression

LAST: Final = Expression(
    r"\W*(?:(?:finalement|je (?:veux|voudrais|souhaite)|(?:pouvez|peux)[- ](?:vous|tu)|merci de|bonjour|il faut)\W+)*"
    r"(?:annul(?:e[rz]?|ation de)|retire[rz]?|supprime[rz]?|enleve[rz]?|oublie[rz]?|laisse[rz]? tomber)"
    r" (?:ma|la|cette|notre) (?:toute )?(?:derniere )?(?:demande|commande|reservation|inscription)"
    r"(?: (?:precedente|d'avant|svp|stp|s'il (?:vous|te) plait|merci))*\W*(?:merci\W*)?"
)
ALL: Final = Expression(
    r"\W*(?:(?:non|nan|bon|ok|oups|pardon|en fait|finalement|alors|bonjour|pouvez-vous|merci de|il faut|je veux"
    r"|je voudrais)\W+)*(?:(?:annule|enleve|retire|supprime|efface|vire|jette|oublie)[rz]?(?:[- ]moi)? tout"
    r"|tout (?:annule|enleve|retire|supprime|efface)r)(?: (?:ca|cela|finalement|svp|stp|merci"
    r"|s'il (?:vous|te) plait))*\W*"
)
#: Nothing but what is named: "seulement jeudi", "jeudi uniquement", "Séverine seulement lundi".
ONLY: Final = Expression(
    r"^\W*(?:(?:non|nan|oui|ok|finalement|en fait|alors|pardon|du coup|bon)\W+)*"
    r"(?:(?:garde|laisse|conserve|met)(?:[rsz]|tez)? )?(?:seulement|uniquement|juste|rien que|que)\b"
    r"|\b(?:seulement|uniquement|juste)\b|(?<!plutot)(?<!meme)(?<!autre) que (?!pour l'autre)"
)
AGAIN: Final = Expression(r"\bremet(?:s|tez|tre|tons)?\b|\breinscri\w*")
YES: Final = Expression(
    r"^\W*(?:oui|ok|okay|ouais|d'accord|parfait|(?:je )?(?:valide|confirme)[rz]?|c'est (?:tout )?(?:bon|ok|parfait)"
    r"|tres bien|allez-y|vas-y|entendu)\b"
)
WHOLE: Final = Expression(
    r"\b(?:pareil(?:lement)?|idem|de meme|(?:la )?(?:meme|mm|mem) (?:chose|demande)|a l'identique)\b"
    r"|\bla meme(?= pour\b|\W*$)"
)
ALSO: Final = Expression(
    r"\b(?:aussi|egalement|itou)\b|^\W*(?:plus|avec) (?:(?:le|la|les|une?)\b|l')"
    r"|^\W*(?:et|puis|ainsi que)\b(?! (?:pas|non|sauf))"
)
TOO: Final = Expression(r"\b(?:aussi|egalement)\b")
NOR: Final = Expression(r"\bnon plus\b")
RATHER: Final = Expression(
    r"\bplutot\b(?! que| qu')|\ba la place\b(?! de| du| d')"
    r"|^\W*(?:ah\W+|euh\W+)?(?:non|nan|finalement|en fait|pardon|oups|erreur|enfin|je veux dire|correction"
    r"|t(?:ou)?t compte fait|en fin de compte|reflexion faite|(?:a la|apres) reflexion|tout bien reflechi)\b(?! pas)"
)
RATHER_AT_THE_END: Final = Expression(r"\b(?:en fait|finalement|pardon|desolee?|dsl)\W*$")
#: What is sighed before "non" and "pas" says nothing of its own: "ah non pas lundi".
SIGH: Final = Expression(r"^\W*(?:(?:ah|euh|oh|bah|ben|mince|zut|oups)\W+)+(?=(?:non|nan|pas)\b)")
#: What was said last, by a pronoun: "enlève-les", "retire ça", "supprimez la".
IT: Final = Expression(
    r"\W*(?:(?:non|bon|ok|oups|pardon|en fait|finalement|alors|ah|du coup)\W+)*"
    r"(?:annule|enleve|retire|supprime|vire|efface)[rz]?[- ](?:(?P<one>l[ae])|les|tout ca|ca|cela)"
    r"(?:\W+(?:svp|stp|s'il (?:vous|te) plait|merci|finalement|alors|du panier|en fait))*\W*"
)
#: A request of its own begins so, unless one of the other words points back.
BEGINS: Final = Expression(r"inscri|reserv|malad|fievre|factur|\bplaces?\b")
POINTS_BACK: Final = Expression(
    r"pareil|idem|m[ea]me|identi|aussi|egalement|itou|plut|lieu|a la place|sauf|sans|hormis|except|a part|hors"
    r"|\bpas\b"
    r"|\bn[oa]n\b|final|en fait|pardon|oups|erreur|annul|enlev|retir|supprim|oubli|laiss|ajout|decal|chang"
    r"|^\W*(?:et|puis)\b|seulement|uniquement|juste|remet|reinscri|\b-la\b|manque|confondu|voulais"
    r"|\bsi\b|\bplus l|enfin"
)
#: "Et l'inverse la semaine suivante": nobody can tell for certain.
INVERTS: Final = Expression(r"\b(?:l')?invers\w*\b|\bcontraire\b")
#: "Seulement le premier", "garde que les deux derniers", "enlève le premier jour": of the days of the request.
_NTH: Final = (
    r"(?:le|la|les) (?:(?P<n>deux|trois|[23]) )?(?P<place>premi(?:er|ere)s?|derni(?:er|ere)s?|deuxieme|seconde?"
    r"|troisieme)"
)
ONLY_ONE: Final = Expression(
    r"\W*(?:(?:oui|ok|non|finalement|en fait)\W+)*(?:(?:garde|laisse|conserve)[rz]? )?"
    rf"(?:seulement|uniquement|juste|que) {_NTH}(?: jours?| dates?| fois)?(?: (?:finalement|en fait))?\W*"
)
NOT_THAT_ONE: Final = Expression(
    r"\W*(?:(?:oui|ok|non|finalement|en fait)\W+)*(?:annule|enleve|retire|supprime|vire)[rz]? "
    rf"{_NTH} (?:jours?|dates?)(?: (?:finalement|en fait|svp|stp))?\W*"
)
#: What is kept after all: "gardez Séverine", once she was called off.
KEEPS: Final = Expression(
    r"^\W*(?:(?:non|finalement|en fait|mais|et)\W+)*(?:garde|laisse|maintien|maintene|conserve)\w*\b"
)
#: "Sauf le dernier": of the days of the request.
ALL_BUT_ONE: Final = Expression(
    rf"\W*(?:(?:oui|ok|non)\W+)*(?:sauf|pas|hormis|a part|mais pas) (?:le |la )?(?P<place>{'|'.join(PLACES)})"
    r"(?: jour| date| fois)?\W*"
)
ADDS: Final = Expression(r"\br?ajoute[rz]?\b")  # "inscrire" begins a request of its own
GREETING: Final = Expression(
    r"\b(?:bonjour|bonsoir|salut|slt|bjr|bsr|coucou|rebonjour|re|(?:c'est|c) encore? moi"
    r"|merci(?: (?:beaucoup|bien|d'avance|a vous|par avance))*|cordialement|svp|stp"
    r"|s'il (?:vous|te) plait|(?:bonne|belle|excellente) (?:journee|soiree|semaine|fin de journee|nuit)"
    r"|bon week-end|a (?:bientot|demain)(?=\W*$)|madame|monsieur)\b"
)
#: Words that say nothing of their own beside a mark.
GLUE: Final = Expression(
    r"\b(?:et|puis|ainsi|que|pour|mais|le|la|les|l|de|du|des|d|a|au|aux|en|ce|cette|ca|cela|c'est|est|bon|oui|ok|okay"
    r"|ouais|d'accord|accord|parfait|tres|bien|je|on|tu|vous|me|m|moi|nous|il|elle|faut|faudrait|veux|voudrais"
    r"|souhaite"
    r"|souhaiterais|aimerais|peux|pouvez|pourriez|pouvons|peut|faire|refaire|fais|faites|chose|demande|pareil"
    r"|idem|meme"
    r"|identique|aussi|egalement|itou|plutot|finalement|fait|non|nan|pas|place|lieu|sauf|sans|alors|donc|la-bas"
    r"|toujours"
    r"|valide[rz]?|confirme[rz]?|tout|desolee?|seulement|juste|allez|vas|y|entendu|uniquement|rien|garde[rz]?"
    r"|laisse[rz]?|conserve[rz]?|pardon|oups|erreur|change[rz]?|changer|changement"
    r"|qu|s|t|se|sa|son|ses|ma|mon|mes|besoin|plus|du coup|coup|autre|suite|possible|si"
    r"|mm|mem|avec|compte|reflexion|reflechi|apres|va|sera|veuillez|ne|retenir|retenez|garder|maintenir|maintenez"
    r"|ailleurs|par|ah|euh|oh|bah|ben|mince|zut|enfin|bref|dsl|hein|suffit|suffira|suffisent|dire|correction)\b"
)  # fmt: skip
