"""What points at things by their place in the message: "respectivement", "le premier … le second", "l'un … l'autre".

Who is meant by it nobody should guess at: it is for a person.
"""

from __future__ import annotations

from typing import Final

from domain.language.matching.expression import Expression

#: Behind it nothing that it is of: "pour le premier, la cantine", not "le premier avril", "la première semaine".
_ALONE: Final = (
    r"(?=\s*(?:$|[.,;:!?\n()]| (?:une?|la|le|les|l'|au|aux|a|c'est|ce sera|et|est|sera|ira|mange\w*|va"
    r"|arrete|continue|reste|vient|viendra|veut|prend|pas|plus|non|oui"
    r"|seulement|uniquement|merci|svp)\b| l'))"
)
_FIRST: Final = Expression(rf"\b(?:le|la|les|au|du|celui|celle) ?premi(?:er|ere)s?\b(?! et\b){_ALONE}")
_SECOND: Final = Expression(rf"\b(?:le|la|les|au|du) (?:seconde?|deuxieme|derni(?:er|ere))s?\b{_ALONE}")
_EACH: Final = Expression(
    r"\brespectivement\b"
    # not "jeudi tout devrait rentrer dans l'ordre"
    r"|(?<!rentrer )(?<!rentre )(?<!rentrera )(?<!revenir )(?<!revenu )(?<!\best )(?<!sera )(?<!remis )(?<!remettre )"
    r"\bdans (?:cet|le meme|l') ?ordre(?: respectif)?\b(?= *(?:$|[.,;:!\n]))"
    r"|(?<!\bni )(?<!\bni pour )(?<!er )(?<!re )\bl'une?\b"
    r"(?! (?:ou|et|comme|apres|avec|contre|pour|que) (?:pour |chez |a )?l'autre)"
    r"[^.!?\n]{0,120}\bl'autre\b"
    r"(?! (?:jour|fois|semaine|soir|matin|mois|an)\b)"
    r"|\b(?:le|la|les|au|du|aux|des) (?:premiere?|seconde?|derniere?|deuxieme|troisieme|avant-derniere?)s? "
    r"(?:(?:cite|nomme|mentionne|evoque|enumere|indique)e?s?|nom|prenom|de la liste)\b"
    # "mettre mardi ce qui figure jeudi": what it is nobody says
    r"|\b(?:lundi|mardi|mercredi|jeudi|vendredi|demain|mars|avril|mai|juin|prochain|\d{1,2}) ce qu(?:i |e |')"
    r"(?:est|etait|figure|figurait|avait ete|(?:on |nous |j')(?:a|avait|avions|avons|ai"
    r"|avais)) [^.!?\n]{0,24}\b(?:lundi|mardi"
    r"|mercredi|jeudi|vendredi|demain|\d{1,2}(?! ?h))\b"
    r"|\b(?:le|la) (?:premiere?|seconde?|deuxieme|derniere?)(?: (?:jour|date|creneau|repas|activite))? "
    r"(?:venant|vient|viendra|est la pour|devant|doit) (?:donc )?remplacer\b"
    # "la première des deux activités", "seulement à la seconde activité"
    r"|\b(?:la|le|au|a la|de la|du) (?:premiere?|seconde?|deuxieme|derniere?) "
    r"(?:des (?:deux|trois|2|3)|d'entre (?:elles|eux)|activites?|choix|option)\b"
    r"|\bce qui vaut pour [^.,;:!?\n]{2,30} (?:ne )?vaut\b"
    # "sauf mardi où c'est Zoé": one child in the place of another
    r"|\b(?:sauf|excepte|hormis|a part) [^.,;:!?\n]{3,30} ou (?:c'est|ce sera) (?!moi|nous|mon|ma|le|la|les|un"
    r"|une|ferie"
    r"|ferme|impossible|complet|trop|plus|pas|son|sa|papa|maman|mamie|papi|deja|prevu|reserve"
    r"|les?\b)[a-z-]+(?=\s*[,.;\n]|$)"
    r"|\b(?:le|l'autre) (?:nom|prenom) (?:suivant|precedent)\b|\bl'autre (?:nom|prenom)\b"
)
#: "nos places jeudi : Victor à la cantine, Luka au goûter. Je libère la première.": which of them was said before.
_ONE_OF_THEM: Final = Expression(
    r"[.;:,\n][^.;\n]{0,40}\b(?:annul|supprim|retir|enlev|liber|rend|gard|conserv|maint|laiss|renonc|abandonn)\w*"
    r"(?: a| donc| que| seulement| uniquement)* (?:la|le|au|a la) (?:seule? )?(?:premiere?|seconde?|deuxieme"
    r"|derni(?:er|ere))"
    r"(?=\s*(?:$|[.;!\n]|svp|merci))"
)


def points_by_place(plain: str) -> bool:
    """Say whether folded text leaves to its order who or what is meant."""
    first = _FIRST.search(plain)
    if _ONE_OF_THEM.search(plain):
        return True
    return _EACH.search(plain) is not None or (first is not None and _SECOND.search(plain, first.end()) is not None)
