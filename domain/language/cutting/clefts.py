"""Sentences that put first what they are about: "c'est Séverine et pas Victor qui mange", "sa sœur plutôt lundi"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Mark, Verb, Who
from domain.language.notions.propositions import Link, Proposition
from domain.model.wish import Do

_TWO: Final = 2
#: What goes on with "c'est …" after what it is not.
_RELATIVE: Final = Expression(r"(?: \w+){0,2},? ?(?:qui|que?(?= |')|quand)[\w' ]{0,24}")


def interrupted(plain: str, done: list[Proposition], now: Proposition, mark: Mark) -> Proposition | None:
    """Return the "c'est Séverine" that `mark` goes on with after "et pas Victor qui", taken out of `done`.

    `done` is left with what stands before it and the refusal, which the sentence ends with.
    """
    empty = now.empty and now.link is Link.AND
    pieces = done if empty else [*done, now]
    if len(pieces) < _TWO:
        return None
    before, refused = pieces[-_TWO:]
    plainly = refused.negative and not refused.predicate and _is_one(plain, refused) and _is_one(plain, before)
    alike = plainly and type(refused.slots[0]) is type(before.slots[0])
    if not (alike and before.equates and not before.predicate and not before.negative):
        return None
    if refused.sentence != before.sentence or not _RELATIVE.fullmatch(plain, refused.slots[-1].end, mark.start):
        return None
    done[:] = pieces[:-_TWO]
    refused.end, refused.link = mark.start, Link.AND
    done.append(refused)
    return before


_OF: Final = Expression(r" (?:du|de la|de l')(?: |(?<='))")


def _is_one(plain: str, prop: Proposition) -> bool:
    """Say whether it names one thing, if in two words: "l'accueil du matin"."""
    acts = all(isinstance(x, Act) for x in prop.slots)
    return len(prop.slots) == 1 or (
        len(prop.slots) > 1 and acts and all(_OF.fullmatch(plain, a.end, b.start) for a, b in pairwise(prop.slots))
    )


_IT_IS: Final = Expression(r"\b(?:c'est|c'etait|ce sera)(?: bien| donc| en fait)? $")
_WHO: Final = Expression(r"(?:,? (?:et )?(?:pas|non)(?: pas)? [\w -]{2,20},?)? qui ")


def puts_first(plain: str, who: Who, verb: Verb) -> bool:
    """Say whether "c'est Victor qui" makes the child the subject of the verb."""
    led = _IT_IS.search(plain, max(0, who.start - 24), who.start) is not None
    return led and _WHO.fullmatch(plain, who.end, verb.start) is not None


_IT_IS_NOT: Final = Expression(r"\b(?:ce n'est|c'est|ce n'etait|c'etait) pas $")
_WHO_OR_WHOM: Final = Expression(r" qu(?:i |e |')")


def is_not(plain: str, who: Who) -> bool:
    """Say whether "ce n'est pas Victor qui …" says of what follows only that he is not the one."""
    led = _IT_IS_NOT.search(plain, max(0, who.start - 24), who.start) is not None
    return led and _WHO_OR_WHOM.match(plain, who.end) is not None


def sets_apart(now: Proposition, done: list[Proposition]) -> bool:
    """Say whether "plutôt" only goes with the child just named: "Victor jeudi, sa sœur plutôt lundi"."""
    whos = [s for s in now.slots if isinstance(s, Who)]
    named = {n for p in done[-1:] for s in p.slots if isinstance(s, Who) for n in s.names}
    alone = bool(whos) and len(whos) == len(now.slots) and not now.predicate
    return alone and not named & {n for w in whos for n in w.names}


def names_another(now: Proposition, following: Mark | None) -> bool:
    """Say whether "c'est" names who comes instead: "Victor ne mange pas jeudi c'est Séverine qui mange"."""
    named = {n for s in now.slots if isinstance(s, Who) for n in s.names}
    called_off = any(v.do is Do.CANCEL for v in now.verbs) and bool(named)
    return called_off and isinstance(following, Who) and not named & set(following.names)
