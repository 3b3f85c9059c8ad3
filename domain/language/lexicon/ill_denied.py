"""Illness that is told only to be denied: feared, had by somebody else, behind us, or no hindrance. Data only.

Each pattern begins before the word for the illness and covers it; `not_ill` reads it.
"""

from __future__ import annotations

from typing import Final

from domain.language.lexicon.well_again import GROWN_UP

#: Illnesses of which it is said that a child has none.
ILLNESS: Final = (
    r"(?:gastro\w*|gripp\w+|angines?|otites?|varicelle|rhumes?|toux|fievres?|temperature|virus|infection|covid|bronch\w+"
    r"|rhino\w*|scarlatine|rougeole|oreillons|impetigo|conjonctivites?|laryngite|pharyngite|sinusite|gale|poux|boutons"
    r"|malad\w+|microbes?|pneumonie|coqueluche|allergie|appendicite|fracture|entorse|symptomes?|contagieu\w+)"
)
_ITS: Final = r"(?:l[ae] |les |l'|une? |de (?:la |l')?|d'|du |cette |ce |s[ao]n? |ses )"
_CLAUSE: Final = r"[^.;:!?\n]"
#: "la varicelle, c'est sa cousine qui l'a", "l'angine, c'est pour moi".
_HAD_BY_ANOTHER: Final = (
    rf"\b{_ITS}{ILLNESS}[^.;:!?\n]{{0,20}}?,? (?:c'est|ce sont|c'etait) "
    rf"(?:pour (?:moi|nous|{GROWN_UP})\b"
    rf"|(?:moi|nous|{GROWN_UP}) qui (?:l'|en )(?:ai|a|avons|ont|souffr\w+)\b"
    r"(?=\W*(?:$|[.,;!\n]|pas\b|et\b|cette|en ce)))"
)
#: "angine ou pas, Zoé ira", "malade ou non".
_NO_MATTER: Final = rf"\b(?:avec ou sans|qu'(?:il|elle) soit) (?:{_ITS})?{ILLNESS}|\b{ILLNESS} ou (?:pas|non)\b"
#: "malgré son rhume elle viendra", "avec son petit rhume elle viendra quand même".
_IN_SPITE: Final = (
    rf"\b(?:malgre|en depit de|nonobstant) {_CLAUSE}{{0,15}}{ILLNESS}"
    rf"|\b(?:vu|meme avec|avec|c'est juste|ce n'est qu[e']) ?{_ITS}?(?:tout )?(?:petit|leger|simple|mini|reste de)\w* "
    rf"{ILLNESS}(?={_CLAUSE}{{0,40}}\b(?:vien\w*|ira|sera (?:bien )?la|mange\w*|peut (?:venir|aller))\b(?! pas))"
)
_DISPELLED: Final = (
    r"(?:fausse (?:alerte|alarme)|(?:mais|finalement|en fait|ouf,?) (?:non|ce n'est (?:rien|pas)|rien|c'est bon"
    r"|tout va)"
    r"|finalement (?:ce )?n'est|ouf|plus de peur|heureusement (?:non|rien|pas)"
    r"|(?:ce )?n'(?:etait|est) (?:finalement )?rien"
    r"|test negatif|negatif|rien de grave|il n'en est rien|(?:le )?(?:medecin|pediatre|docteur) a ecarte)"
)
#: "on craignait une grippe pour Victor, fausse alerte".
_FEARED: Final = (
    r"\b(?:craign(?:ais|ait|ions)|redout(?:ais|ait|ions)|(?:croyais|croyait|croyions|pensais|pensait|pensions) "
    r"(?:a |bien |tous |que |qu')|soupconn(?:ais|ait|ions)|suspect(?:ais|ait|ions)"
    r"|(?:avais|avait|avions) (?:eu )?(?:tres )?peur|apprehend(?:ais|ait|ions))"
    rf"[^.;!?\n,]{{0,60}}(?=[^?\n]{{0,50}}\b{_DISPELLED})"
)
_NONE: Final = rf"\b(?:pas|aucune?|ni) (?:de |d'|la |le |l')?{ILLNESS}\b"
#: It is behind: "la gastro de la semaine dernière n'est plus qu'un mauvais souvenir", "gastro terminée".
_BEHIND: Final = (
    rf"\b{ILLNESS}(?: (?!(?:mais|encore|toujours)\b)[a-z'-]+){{0,6}} (?:est|sont|n'est|ne sont)"
    r"(?: (?:maintenant|enfin|bien|plus qu['e]|donc|desormais|loin))* ?"
    r"(?:une? (?:mauvais |vieux |lointain |mauvaise |vieille )?(?:souvenirs?|histoire)|de l'histoire ancienne"
    r"|oubliee?s?|derriere (?:nous|lui|elle|eux)|du passe|vaincue?s?)\b"
    rf"|\b{ILLNESS}(?: enfin)? (?:terminee?s?|finie?s?|passees?(?! par)|vaincue?s?|oubliee?s?|soignee?s?|guerie?s?)"
    rf"(?=[,.:;! ])"
)
DENIED: Final = rf"{_HAD_BY_ANOTHER}|{_NO_MATTER}|{_IN_SPITE}|{_FEARED}|{_NONE}|{_BEHIND}"
#: Why a child was not there then: "à cause de sa rage de dents de vendredi, Zoé n'avait pas mangé chez vous".
_BEEN_HERE: Final = r"(?:mange|dejeune|goute|venue?s?|alle?e?s?|participe|frequente|profite|present\w*|la)"
ABSENT_THEN: Final = (
    r"\b(?:a cause d[eu']|vu|suite (?:a|au)|en raison d[eu']|avec|pour cause d[eu']|du fait d[eu']|comme|puisqu\w*)"
    rf"(?=[^.;!?\n]{{0,60}}{ILLNESS}|[^.;!?\n]{{0,60}}\b(?:rage|mal|operation|dents?|rendez-vous|rdv)\b)"
    r"[^.;!?\n]{3,70}\b(?:(?:n'|ne )(?:y )?(?:avai(?:t|ent)|etai(?:t|ent))"
    r"|(?:n'|ne )(?:y )?(?:a|ont|est|sont)(?=[^.;!?\n]{0,40}\b(?:hier|derniere?|passee?|avant-hier)\b))"
    rf" pas (?:pu )?{_BEEN_HERE}\b[^.;!?\n]{{0,30}}"
)
#: With whose it is: "c'est moi qui l'ai, pas les enfants", "… qui suis malade, et non Victor".
SOMEBODY_ELSES: Final = (
    rf"\bc'est (?:moi|nous|{GROWN_UP}) qui (?:l'|en )?(?:ai|a|avons|suis|est|sommes|souffre)\b"
    rf"(?:(?<=l'ai)|(?<=l'a)|(?<=l'avons)|(?=[^.;:!?\n,]{{0,20}}{ILLNESS}))[^.;:!?\n,]{{0,30}}"
    r",? (?:et )?(?:pas|non|non pas) [^.,;:!?\n]{2,30}"
)
