"""What grown-ups and other families' children are called, who are none of the children that are booked. Data only."""

from __future__ import annotations

from typing import Final

#: Of the children's own family.
RELATIVES: Final = (
    r"epou(?:x|se)|compagn(?:on|e)|mari|femme|conjointe?|ex|maman|papa|mere|pere|parents|beaux-parents|grands-parents"
    r"|mamie|mamy|papi|papy|grand-mere|grand-pere|oncle|tante|tata|tonton|belle-\w+|beau-\w+|neveux?|nieces?"
    r"|cousine?s?|parrain|marraine"
)
#: Friends and neighbours, and those who work with children.
OTHERS: Final = r"copine?s?|copains?|amie?s?|camarades?|voisine?s?|collegues?|nounou|nourrice|tatie|gardienne"
r"|baby-?sitter|maitresse|directrice|institutrice"
