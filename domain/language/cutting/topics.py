"""A child named before what is said of it: "Elio mange lundi, et pour Luka, il faudrait le prendre mardi matin"."""

from __future__ import annotations

from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.hours import Hour
from domain.language.notions.marks import Act, Force, Who
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

#: A verb said of several.
PLURAL: Final = Expression(r" (?:(?:ne|y|se|les) |n'|n'y )*(?:[a-z]+(?:ront|raient|(?<!vi)(?<!ti)ent)|sont|ont|vont)\b")


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


def is_of_another(plain: str, last: Proposition, prop: Proposition) -> bool:
    """Say whether one child alone is spoken of behind a comma: "vendredi seulement Elio, Luka est chez son parrain"."""
    one, other = last.slots[-1] if last.slots else None, prop.slots[0] if prop.slots else None
    if (
        not isinstance(one, Who)
        or not isinstance(other, Who)
        or len(other.names) != 1
        or set(one.names) & {*other.names}
    ):
        return False
    off = all(v.do is Do.CANCEL and v.force is Force.SAID for v in prop.verbs) and (prop.told or bool(prop.verbs))
    listed = plain[one.end : other.start].strip() != "," or PLURAL.match(plain, other.end) is not None
    return off and not listed and prop.reason is None and last.says_when and not last.predicate


def _is_topic(last: Proposition, prop: Proposition) -> bool:
    """Say whether "la cantine de Zoé, c'est mardi" names first what is set on a day."""
    dated = prop.equates and bool(prop.slots) and all(isinstance(s, Days) for s in prop.slots)
    alone = last.says_what and not (last.says_when or last.predicate or last.negative or last.equates or last.heads)
    near = prop.link is Link.AND and last.sentence == prop.sentence and last.link in (Link.START, Link.COLON)
    return dated and alone and near and not (prop.predicate or prop.negative)


def leads_up(last: Proposition, prop: Proposition) -> bool:
    """Say whether it only names what is set behind it: "la cantine de Zoé, c'est mardi"."""
    return _is_topic(last, prop) or _is_timed(last, prop)


def _is_timed(last: Proposition, prop: Proposition) -> bool:
    """Say whether "jeudi soir, c'est jusqu'à 18h30" names first the evening whose hour follows."""
    near = prop.link is Link.AND and last.sentence == prop.sentence and not (last.predicate or last.negative)
    hour = prop.equates and bool(prop.slots) and isinstance(prop.slots[0], Hour) and not prop.negative
    return near and hour and last.says_when and not (prop.says_when or prop.of(Act) or last.says_who)
