"""A relative clause that says how a child is or was: "Zoé, qui d'ordinaire rentre chez sa nounou, mangera jeudi".

Left out where it is told only; what is asked stands around it. What it says of an illness or of a day to come is kept.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from domain.language.intent.reasons import find_reasons
from domain.language.lexicon.set_against import DAY, OURS
from domain.language.matching.expression import Expression

_CLAUSE: Final = Expression(
    r"(?<=[a-z]), ?(?:qui|que |qu'|dont|(?:chez|avec|pour|a|sur) qui|la?quel(?:le)?)\b[^.;:!?\n,()]{4,130}"
    r"(?P<end>,)(?= (?!et (?:qui|que|qu|dont)\b|qui\b|dont\b))"
)
#: Where a sibling is meanwhile: "Zoé, son frère étant chez ses cousins, viendra".
_MEANWHILE: Final = Expression(
    r"(?<=[a-z]), ?(?:son|sa|ses|leurs?) (?:petite?s? |grande?s? )?(?:freres?|soeurs?|jumeau|jumelle) "
    r"(?:n')?(?:etant|ayant|partant|restant|allant|dormant|passant|rentrant|devant|mangeant)\b[^.;:!?\n,()]{3,90},"
)
#: What another does at that time: "Nahel reste au goûter pendant que Sohan est au judo".
_WHILE: Final = Expression(
    r",? (?:pendant|tandis) (?:que |qu')(?P<who>[^.;:!?\n,()]{4,80}?)(?=$|[.;:!?\n,()]"
    rf"| (?:et|mais|donc)\b| {DAY}(?: |$|[.;:!?\n,()]))"
)
_DOES: Final = Expression(r"\b(?:est|sont|a|ont|va|vont|fait|font|sera|seront|aura|ira|part|dort|joue|suit|rentre)\b")
_CHILD: Final = Expression(
    r"(?<![a-z-])(?:fille|fils|garcon|enfant|fillette|petite?|grande?|ainee?|cadette?|soeur|frere)s?$"
)
#: How it is by habit, or was, or who belongs to the child.
_TOLD: Final = Expression(
    r"\b(?:d'ordinaire|d'habitude|habituellement|normalement|ordinairement|en general|en principe|en temps normal"
    r"|d'(?:usage|accoutumance)|jusqu'(?:ici|a present|a maintenant)|depuis|autrefois|toujours|jamais|souvent"
    r"|parfois|ne [a-z]+ (?:jamais|guere|plus))\b"
    r"|\b(?!fait\b|serait\b|voudrait\b|aimerait\b|souhaiterait\b|pourrait\b|devrait\b)[a-z]{2,}(?:ait|aient|iez|ions)\b"
    r"|\b(?:ador|aim|detest|raffol|prefer|partag|connai|s'appel)[a-z]*\b"
    r"|^, ?dont\b"
)
_OURS: Final = Expression(OURS)
_SENTENCE: Final = Expression(r"[.;!?\n]")
#: Something may be asked in it, or is to come.
_ASKED: Final = Expression(
    r"\b(?:[a-z]+(?:ra|ront|rait|raient)|annul\w*|inscri\w*|desinscri\w*|reserv\w*|enlev\w*|retir\w*|ajout\w*"
    r"|not(?:er|ez)|mett\w*|absent\w*|aujourd'hui|demain|ce (?:matin|midi|soir|lundi|mardi|mercredi|jeudi|vendredi))\b"
)


def without_relative_clauses(plain: str, names: Collection[str]) -> str:
    """Return folded text, letter for letter, without relative clauses that only tell of a child of these names."""

    def blank(match: re.Match[str]) -> str:
        said, before = match.group(), plain[max(0, match.start() - 40) : match.start()]
        of_child = _CHILD.search(before) or re.split(r"[^a-z]", before)[-1] in names
        told = of_child and _TOLD.search(said) and not _ASKED.search(said) and not find_reasons(said)
        rest = match.end(), _SENTENCE.next_start(plain, match.end())
        lends = _OURS.search(said) and not _OURS.search(plain, *rest)  # "qui mangeait chez vous, n'ira plus"
        return " " * len(said) if told and not lends else said

    def blank_meanwhile(match: re.Match[str]) -> str:
        said = match.group()
        return said if _ASKED.search(said) or find_reasons(said) else " " * len(said)

    def blank_while(match: re.Match[str]) -> str:
        said = match.group()
        if not _DOES.search(said) or _OURS.search(said) or _ASKED.search(said) or find_reasons(said):
            return said  # it may be asked for
        whose, dated = set(re.split(r"[^a-z]", said)) & set(names), plain[match.end() :][:1] == " "
        led = f",{' ' * match.start('who')}"[: match.start("who") - match.start()]
        return led + match["who"] if whose and not dated else " " * len(said)

    plain = _WHILE.sub(blank_while, plain)
    if "," not in plain:
        return plain
    return _MEANWHILE.sub(blank_meanwhile, _CLAUSE.sub(blank, plain))
