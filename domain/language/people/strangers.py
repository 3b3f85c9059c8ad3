"""First names that are nobody's in the family, where a child's name would stand: they must be asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from domain.language.lexicon.things import NAME_AFTER, NAME_BEFORE, NOT_A_CHILD
from domain.language.lexicon.vocabulary import VOCABULARY
from domain.language.matching.expression import Expression
from domain.language.notions.marks import Who
from domain.language.writing.names import FIRST_NAMES, WORDS_TOO
from domain.language.writing.text import Taken, Text

_WORD: Final = Expression(r"[a-z]+")
_MIN_SHORT: Final = 3


#: "remplacer Victor par Séverine": one child for another.
_INSTEAD: Final = Expression(r"\b(?:remplac|echang|substitu)\w+ [^.,;!?\n]{0,34}\b(?:par|avec|contre) $")


#: Who let something be asked is a grown-up: "Cyril m'a demandé de réserver la cantine aux garçons".
_HAS_ASKED: Final = Expression(
    r" (?:m'|nous |me |vous )(?:a|avait) (?:bien |deja )?(?:demande|dit|charge|prie|confie|prevenue?|envoye)"
)


def is_other(plain: str, start: int) -> bool:
    """Say whether the words before make it somebody else's name ("chez Hugo", "la maman de Tom")."""
    swapped = _INSTEAD.search(plain[max(0, start - 48) : start])
    return swapped is None and re.search(NOT_A_CHILD, plain[max(0, start - 32) : start]) is not None


def find_strangers(text: Text, known: list[tuple[int, int]], surnames: frozenset[str]) -> Iterator[Who]:
    """Yield names that are nobody's in the family, where a child's name would stand; `known` is where others stand."""
    plain, taken = text.plain, Taken(text.plain, known)
    starts, ends = frozenset(s for s, _ in known), frozenset(e for _, e in known)
    for match in _WORD.finditer(plain):
        word, start, end = match.group(), match.start(), match.end()
        common = word in VOCABULARY and word not in FIRST_NAMES
        if common or len(word) < _MIN_SHORT or not taken.is_free(start, start + 1) or word in surnames:
            continue
        listed = word in FIRST_NAMES and (word not in WORDS_TOO or text.capital(start)) and word not in VOCABULARY
        capital = text.capital(start) and not text.raw[text.starts[start] :][:2].isupper()
        listed = listed or (word in FIRST_NAMES and capital and not _sentence_start(plain, start))
        unknown = word not in VOCABULARY and word not in WORDS_TOO
        if not listed and not unknown:
            continue
        if (
            _HAS_ASKED.match(plain, end)
            or is_other(plain, start)
            or any(plain[end:].lstrip(" ").startswith(s) for s in surnames)
        ):
            continue
        before, after = plain[max(0, start - 40) : start], plain[end : end + 40]
        slot = bool(re.search(NAME_BEFORE, before) or re.match(NAME_AFTER, after))
        slot = slot or ((listed or capital) and _beside(before, after, listed=listed))
        if unknown and not listed and not capital and (after.lstrip(" ").startswith(":") or _NO_NAME.search(word)):
            continue  # "fait la totale : matin, midi"
        if unknown and not listed and word.endswith(("tion", "tions", "sion")):
            continue  # "Correction : jeudi seulement"
        if (_SIGNED.search(before) and not after.strip(" .!\n")) or before.endswith(" a "):
            continue  # "merci beaucoup, Claire", "à Nancy"
        if _FRIEND.search(before) and _DOES_TOO.match(after):
            continue
        beside = _coordinated(plain, start, end, starts, ends)
        if (
            (slot and (listed or unknown))
            or ((listed or (capital and unknown)) and beside)
            or (listed and capital and word not in VOCABULARY and _in_request(before))
        ):
            yield Who(start, end)


#: A friend of whom it is told what she does: "sa copine Lina y va déjà".
_FRIEND: Final = Expression(
    r"\b(?:sa|son|ses|leur|ma|mon|une?) (?:petite? |grande? |meilleure? )?(?:copine|copain|cousine?|amie?|camarade"
    r"|voisine?) $"
)
_DOES_TOO: Final = Expression(
    r" (?:(?:y |en )(?:va|vont|est|sera|ira|mange|participe|fait)\b"
    r"|(?:va|est|vient|mange|reste|participe|sera|ira|mangera|viendra|goute|fait) (?:deja|aussi|toujours|souvent)\b)"
)


#: What a child is named for: "Lola goûter vendredi", "cantine Jules jeudi".
_BOOKED: Final = Expression(
    r" (?:(?:a la|au|le|la|pour la|pour le) )?(?:cantine|gouter|garderie|midi|matin|soir|centre|periscolaire"
    r"|lundi|mardi"
    r"|mercredi|jeudi|vendredi|demain)\b"
)
#: What only a child does: "Emma prendra le goûter vendredi".
_DOES: Final = Expression(
    r" (?:prend(?:ra)?|mange(?:ra)?|reste(?:ra)?|ira|va|viendra|vient|dejeune(?:ra)?|participe(?:ra)?|fera|fait) "
    r"(?:(?:a la|au|le|la|a l'|du) ?)?(?:cantine|gouter|garderie|midi|centre|periscolaire|creatif|atelier)\b"
)
#: Somebody of the office is greeted or thanked, or a friend is company.
_GREETED: Final = Expression(
    r"\b(?:bonjour|bonsoir|bjr|bsr|coucou|salut|slt|hello|merci|cher|chere|a|par|avec|que|copine|copain|cousine?|amie?"
    r"|camarade|voisine?) $"
)


def _beside(before: str, after: str, *, listed: bool) -> bool:
    """Say whether a name stands right before what a child would be booked for, and is not greeted.

    A name that nobody lists counts before what only a child does: "Théodule reste au goûter vendredi".
    """
    named = _DOES.match(after) or (listed and _BOOKED.match(after))
    return bool(named) and _GREETED.search(before) is None


#: Endings of words that are no names.
_NO_NAME: Final = Expression(
    r"^(?:arrete|stoppe|cesse|commence|quitte|reprend|continue|souhaite|desire|participe)(?:nt)?$|(?:ment|era|eront|erait|eraient|aient|ions|iez|ez|tion|sion|oir|aille|illes?|ee|ees|es|[a-z]{3}ant)$"
)
_SIGNED: Final = Expression(
    r"\b(?:merci|beaucoup|avance|cordialement|journee|soiree|bientot|pardon|bises|bisous|salutations),? $"
)


def _in_request(before: str) -> bool:
    return re.search(r"\b(?:pour|de|d'|et|,)\s?$", before) is not None


def _sentence_start(plain: str, start: int) -> bool:
    return (
        not plain[:start].strip() or plain[:start].rstrip()[-1:] in ".!?\n:" or plain[:start].rstrip(" ").endswith("\n")
    )


#: Between two names of one list; never longer than this.
_GLUE: Final = Expression(r"\s?(?:et|,|&|\+|ou)\s?(?:et\s)?")
_LONGEST_GLUE: Final = len(" et et ")


def _coordinated(plain: str, start: int, end: int, starts: frozenset[int], ends: frozenset[int]) -> bool:
    """Say whether it stands beside a known child: "Zoé et Tom"."""
    before = (at for at in range(max(0, start - _LONGEST_GLUE), start) if at in ends)
    after = (at for at in range(end + 1, end + _LONGEST_GLUE + 1) if at in starts)
    return any(_GLUE.fullmatch(plain[at:start]) for at in before) or any(_GLUE.fullmatch(plain[end:at]) for at in after)
