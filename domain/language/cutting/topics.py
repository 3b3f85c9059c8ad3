"""A child named before what is said of it: "Elio mange lundi, et pour Luka, il faudrait le prendre mardi matin"."""

from __future__ import annotations

from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Who
from domain.language.notions.propositions import Link, Proposition
from domain.language.notions.when import Days
from domain.model.wish import Do

#: What leads the name in.
_LEAD: Final = Expression(
    r"(?:\s*[,;-]\s*(?:et |puis |mais )?| (?:et|puis|mais) )(?:(?:pour ce qui est de|pour|quant a|concernant|cote) )?"
)
_COMMA: Final = Expression(r"\s*,\s*")
#: The child as what follows speaks of it.
_OF_IT: Final = Expression(r"(?:\b(?:le|la|lui|il|elle)\b|\bl'|-(?:le|la|lui)\b)")


def is_topic_of(plain: str, last: Proposition, prop: Proposition) -> bool:
    """Say whether the last name of `last`, which is whole without it, is the child of whom `prop` speaks."""
    near = prop.sentence == last.sentence and prop.link is Link.AND and prop.predicate and not prop.says_who
    whole = last.says_what or any(v.meal for v in last.verbs)
    turned = {v.do for v in last.verbs} == {Do.CANCEL} and {v.do for v in prop.verbs} == {Do.BOOK}
    own = prop.says_when or prop.says_what or turned
    if not (near and last.slots and whole and own):
        return False
    *before, name = last.slots
    others = {n for s in before if isinstance(s, Who) for n in s.names}
    dated = any(isinstance(s, Days) for s in before)
    if not (isinstance(name, Who) and others and dated) or others & set(name.names):
        return False
    led = _LEAD.fullmatch(plain, before[-1].end, name.start) is not None
    return (
        led
        and _COMMA.fullmatch(plain, name.end, prop.start + 1) is not None
        and _OF_IT.search(plain, prop.start, prop.end) is not None
    )
