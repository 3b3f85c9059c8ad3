"""Words that may turn the meaning of what stands beside them, should no rule have read them. Data only: `unread`."""

from __future__ import annotations

from typing import Final

#: What is said of a booking that exists: "qu'on a déjà", "reste inchangée", "celle faite pour Zoé".
_STANDS: Final = (
    r"(?:a|ai|as|avons|avez|ont|est|sont|y va|va|vont|vient|viennent) deja"
    r"(?! (?:prevenu|averti|au courant|signale|fait)\w*)"
    r"|toujours (?:oui|prevu|inscrit|valable)\w*|faite pour|mainten(?:ue?s?|ir)|maintien(?:s|t|nent)?|inchange[es]*"
    r"|actee?s?"
    r"|(?<!qui est )(?<!rien n'est )(?<!rien n'etait )(?<!rien )(?<!avais )(?<!ai )(?<!avions )reserve[es]*(?! pour\b)"
    r"|demeure(?:nt)?|subsist\w+|restant|bouge(?:nt)?|conserv\w+|laissez(?! tomber)|laissons|annulee?s?"
)
#: What was meant before, or is said in other words: "j'allais réserver", "que dis-je", "sorry".
_MEANT: Final = r"allais|allait|devais|qui devai(?:t|ent)|pensais|pourrais|que dis|disais|ecrit|rectif\w*|voire|idee"
#: One of two, or one thing for another: "le second", "au profit de", "change d'enfant", "convertir en".
_CHOSEN: Final = (
    r"(?:le|la|du|au) (?:premiere?|seconde?)(?! (?:repas|fois|semaine|jour d))"
    r"|lieu et place|profit (?:de la|de l'|du)|convert\w+|venant"
    r"|remplac(?:e[rsz]?|ent|era|ons|ant)|echang(?:e[rz]|eons|eant)|permut\w+|bascul\w+|autant|activites?"
)
#: What takes back, or sets a limit: "loin de", "suffit", "un de moins", "tombe à l'eau".
_LESS: Final = (
    r"loin d(?:e (?:moi|nous|vouloir|demander)|'[a-z]+er)|suffi[ts]|suffisent|inutiles?|(?:de|en) moins"
    r"|(?:ne|n') ?[a-z]+ surtout|etant (?:a |jusqu|deja|mainten|inchang)\w*|out|a l'eau|droit|renonc\w+"
    r"|supprim\w+|retir\w+|hormis|respectiv\w+"
)
TURNS: Final = rf"\b(?:{_STANDS}|{_MEANT}|{_CHOSEN}|{_LESS})\b"
