"""Words that leave something out, before it ("exception faite du 9") or after it ("le 9 excepté"). Data only."""

from __future__ import annotations

from typing import Final

#: How many are left out, or that it is the only one.
_SOME: Final = r"(?:une|deux|trois|\d|quelques|l'|la|seule?s?|unique|petite) ?"
#: "exception faite (de)", "à une exception près (:)", "seule exception (:)", "avec une exception pour".
_EXCEPTION: Final = (
    rf"(?:(?:a|avec|comme|il y a(?:ura)?|on (?:fait|fera)|nous (?:faisons|ferons)|je (?:fais|ferai)) )?(?:{_SOME})*"
    r"exceptions?(?: (?:faite|pres|notable|toutefois|cependant|donc|bien sur|suivantes?|est|sera|sont|pour))*"
    r",?(?: ?:)?"
)
#: A verb that takes out of what was just named: "en enlevant le jeudi".
_TAKING_OUT: Final = (
    r"(?:tout )?en (?:exceptant|excluant|enlevant|otant|retirant|sautant|laissant (?:de cote|tomber)|omettant"
    r"|soustrayant|evitant|mettant (?:de cote|a part))"
)
#: Between days: what follows is left out of what stands before.
DAYS_AFTER: Final = (
    r"(?:sauf|hors|hormis|excepte(?:e?s)?|exceptee|a l'exclusion|(?:(?:mise?s?|exclusion|abstraction) (?:faite"
    r" )?)?a part"
    r"|(?:abstraction|exclusion) faite|en dehors|mais pas|sans(?: compter)?"
    rf"|{_EXCEPTION}|{_TAKING_OUT})"
)
#: The same of a child or an activity: only words that cannot mean a favour ("faites une exception pour Victor").
OTHERS_AFTER: Final = (
    r"\b(?:(?:exception|exclusion|abstraction) faite(?= d)|(?<!une )(?<!cette )(?<!l')exceptions? (?=d(?:e|u|es) |d')"
    rf"|a (?:une|deux|\d) exceptions? pres|(?:la |une )?seule exception\b|{_TAKING_OUT})\b"
)
#: Behind what is left out.
BEHIND: Final = (
    r"(?:(?:etant |restant |est |sera |seront )?(?:excepte|exclu|ote|retranche)(?:e?s|e)?|non (?:compris|inclus)e?s?"
    r"|mise?s? (?:a part|de cote)|a part|en moins"
    r"|(?:faisant|fait|feront|fera) exception|(?:est|etant|sera) (?:une|l'|la seule )exception)"
    r"\b(?! (?:le|les|du|au|de|pour) | (?:lun|mar|mercre|jeu|vendre)di| demain\b| ?\d)"
)
