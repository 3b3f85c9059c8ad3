"""Whom another is likened to: in "pareil que Sohan pour Nahel" something is asked for Nahel alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Mark, Who

#: "comme" by itself is no such word: "Nahel comme Sohan à la cantine" is of both.
_LIKE: Final = Expression(
    r"\b(?:pareil\w*|idem|de meme|(?:la )?meme chose|autant|exactement comme|tout comme avait|ce qu'a"
    r"|(?:le|la|les) memes? [a-z]+)(?: que|(?<=comme))(?: pour| chez)? $"
)


#: "Séverine comme Victor", "Victor tout comme sa sœur": both of them.
_COMME: Final = Expression(
    r"\b(?P<one>[a-z]+(?:-[a-z]+)?) (?P<as>(?:tout )?comme) (?=(?P<other>(?:sa soeur|son frere)\b|[a-z]+))"
)


def coordinated(plain: str, names: frozenset[str]) -> str:
    """Return folded text, letter for letter, with "et" where one of the children is named like another."""

    def both(match: re.Match[str]) -> str:
        one, other = match["one"].split("-")[-1], match["other"]
        if one not in names or (other not in names and not other.startswith(("sa ", "son "))):
            return match.group()
        return f"{match['one']} {'et'.ljust(len(match['as']))} "

    return _COMME.sub(both, plain) if "comme" in plain else plain


def without_models(plain: str, marks: Sequence[Mark]) -> list[Mark]:
    """Return `marks` without the child that another one is likened to right behind it."""
    whos = [m for m in marks if isinstance(m, Who)]
    models = {m for m in whos if _is_model(plain, m, whos)}
    return [m for m in marks if m not in models]


def _is_model(plain: str, who: Who, whos: Sequence[Who]) -> bool:
    other = any(_FOR.fullmatch(plain, who.end, o.start) and o.names != who.names for o in whos if o.start > who.end)
    alike = other and _LIKE.search(plain, 0, who.start) is not None
    where = any(o.names and o.names != who.names for o in whos if o.start < who.start)
    return bool(who.names) and (alike or (where and _WHERE.search(plain, 0, who.start) is not None))


#: Where another one is already: "ajoutez Léah partout où Nahel est déjà, à savoir …".
_WHERE: Final = Expression(
    r"\b(?:partout|la|les (?:jours|fois|midis|soirs)|(?:a )?chaque fois|toutes les fois"
    r"|(?:aux|les|l[ae]) memes? [a-z]+) "
    r"(?:ou|que|qu') ?(?:il y (?:a|aura) |vous avez |va |est |sont )?(?:deja )?$"
)
#: For whom it is asked.
_FOR: Final = Expression(r",? (?:pour|chez|mais pour)(?: mon| ma| le| la)? ?")
