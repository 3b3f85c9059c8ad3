"""What the sender does not know yet, and on what it hangs whether a child comes. Data only: `meaning` reads it."""

from __future__ import annotations

from typing import Final

_WHO: Final = (
    r"(?:il|elle|ils|elles|ca|tout|(?:mon|ma|mes|son|sa|le|la|les) [a-z-]+|[a-z]{2,}(?:-[a-z]+)?(?: et [a-z-]+)?)"
)
_WELL: Final = (
    r"(?:(?:va|vont|ira|iront|se sent|se sentent) (?:\w+ )?(?:mieux|bien)|(?:est|sont|sera"
    r"|seront) (?:\w+ )?(?:gueri|retabli"
    r"|remis|en forme|sur pied|d'attaque|requinqu|malade)\w*|n(?:e |')(?:a|ont|est|sont) (?:plus|pas) (?:de |encore )?"
    r"(?:fievre|temperature|malade|gueri|retabli)\w*|a (?:encore|toujours) (?:de la )?fievre)"
)
_ROTA: Final = (
    r"(?:travaill\w+|boss\w+|suis (?:de (?:garde|service|repos|nuit|matin)|d'astreinte|rappele\w*|appele\w*"
    r"|pris\w*|retenu\w*)"
    r"|dois (?:travailler|bosser|aller (?:au travail|bosser))|trouve (?:pas )?(?:quelqu'un|une (?:solution"
    r"|nounou|garde))"
    r"|ai (?:mon|le|une) (?:entretien|planning|garde))"
)
#: "si elle va mieux", "si Victor n'a plus de fièvre", "sauf s'il est encore malade", "si je travaille jeudi".
IF_WELL: Final = rf"\b(?:sauf )?s(?:i |')(?:{_WHO} {_WELL}|(?:je ne |j'|je |on |nous )(?!peux|pouvais){_ROTA})\b"
#: The sender does not know yet.
UNSURE: Final = (
    r"\b(?:(?:ne )?sa(?:is|it|vons) pas (?:encore |trop )?si|hesite\w*"
    r"|(?<!compter )(?<!comptez )(?<!compte )pas (?:encore )?(?:certaine?|sure?"
    r"(?! (?:la|les|votre|vos|le|cette|aucune) (?:listes?|feuilles?|planning|tableau|calendrier|registre)s?\b))"
    r"|sous reserve|a confirmer|(?:je verrai|on verra|nous verrons)(?! (?:pour|demain|apres|ensuite|plus tard|bien"
    r"|selon|comment)))\b"
    r"|\b(?:j'envisage|(?:on|je) (?:envisage|envisageait|envisageais)|nous envisage(?:ons|ions))\b"
    rf"|{IF_WELL}|\bje vous (?:re)?confirme(?:rai)? (?:demain|ce soir|plus tard|des que|apres|rapidement"
    rf"|au plus vite)\b"
    r"|\bje vous (?:re)?(?:dis|dirai|confirme|confirmerai)\b[^.,;!?\n]{0,30}\bs(?:i\b(?! c')|'il)"
    r"|\b(?:peut[- ]etre|eventuellement)\b(?! (?:annul|supprim|retir|enlev)ee?s?\b)"
    r"(?! (?:aussi |egalement |meme )?(?:le |ce )?(?:lundi|mardi|mercredi|jeudi"
    r"|vendredi|\d))"
)
_NO_WISH: Final = (
    r"(?! (?:inscri|note|reserv|annul|gard|pris|accueil|desinscri|retir|enlev|present|absent|la\b(?! (?:cantine"
    r"|garderie|journee))|bien|aussi|a la|au\b"
    r"|en\b|malade|possible|ajout|compt|fait|a l'|dans|sur|avec|chez|pas|plus))"
)
#: One thing or another: "soit Zoé jeudi, soit Luka vendredi".
EITHER: Final = rf"\bsoit\b{_NO_WISH} [^.;!?\n]{{2,60}}[ ,]soit\b{_NO_WISH}"
#: Nobody need do anything about it: "rien de décidé, laissez".
LEAVE_IT: Final = (
    r"\brien (?:n'est |n'a ete |de |d')(?:decide|sur|certain|fait|fixe|arrete|officiel)\b"
    r"|\b(?:laissez|laisse)(?: tout)?(?: comme (?:c'est|ca)| pour (?:l'instant|le moment))?\W*$"
    r"|\bne (?:changez|touchez|faites|notez) rien\b"
)
#: To be seen later: the days in it are no request, and nobody need answer.
LATER: Final = (
    r"\b(?:je verrai|on verra|nous verrons|je vous (?:tiens|tiendrai|redirai|dirai|redis|recontacte\w*|confirmerai"
    r"|ferai)|je reviendrai vers vous)\b"
)
