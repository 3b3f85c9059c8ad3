"""What asks for nothing because the message says so: nothing to do, done already, undecided yet, given up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Final

from domain.language.intent.doubts import asking, is_ill
from domain.language.lexicon import idle
from domain.language.lexicon.well_again import GROWN_UP
from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Mark, Part, Verb, Who
from domain.language.notions.when import Days, Sort

_UNCHANGED: Final = Expression(idle.UNCHANGED)
_SETTLED: Final = Expression(idle.SETTLED)
_REST: Final = Expression(idle.OF_THE_REST)
_RECALLED: Final = Expression(idle.RECALLED)
_SUPPOSED: Final = Expression(idle.SUPPOSED)
_IN_CASE: Final = Expression(idle.IN_CASE)
_GIVEN_UP: Final = Expression(idle.GIVEN_UP)
_DENIED: Final = Expression(idle.DENIED)
_NOT_THERE: Final = Expression(idle.NOT_THERE)
_CLAUSES: Final = Expression(r"[.!?;\n,(]|¤|\b(?:mais|donc|car|puisque?|par contre|en revanche|sinon|du coup)\b")
_CUTS: Final = Expression(rf"{_CLAUSES.pattern}|:")
_SENTENCES: Final = Expression(r"[.!?;\n]|¤")
_BLOCKS: Final = Expression(r"\n\s*\n|¤")
_DENIAL_ENDS: Final = Expression(r"[.!?;:\n]|¤")
#: Only where it is so: "si c'est déjà noté, n'en tenez pas compte".
_IF: Final = Expression(r"(?:^|[,;(] ?|\b(?:et|mais|que|moi|dire|savoir|confirmer) )(?:si (?![,.])|s'ils? )")
#: Set before it: "pour le reste, on ne touche à rien".
_FOR_REST: Final = Expression(r"\b(?:(?:pour|quant a|concernant) (?:tout )?le reste|(?:quant )?au reste),$")
_OF_OTHERS: Final = Expression(
    rf"\W*(?:(?:car|et|mais|que|comme|puisque|alors que) )*{GROWN_UP} (?:y )?(?=(?:est|sont|sera)\b)"
)
_TURNS: Final = Expression(r"\b(?:mais|sauf|par contre|en revanche|sinon|a part|hormis)\b")
_PAST: Final = Expression(r"(?:avant-)?hier\b|ce matin\b|[a-z ]+ (?:derniere?|passee?)\b")
_AND: Final = Expression(r"\bet\b")
_COLON: Final = Expression(r"[^.!?\n,;:]{0,25}:")
#: A demand without a verb, or behind one that we do not know.
_PLEASE: Final = Expression(
    r"\b(?:svp|stp|s'il (?:vous|te) plait|merci d(?:e |')(?!ne )|pouvez-vous|pourriez-vous|veuillez)(?:\b|$)"
)
#: "ne notez rien", "je voulais l'inscrire": the verb is no order.
_NO_ORDER: Final = Expression(
    r"\b(?:ne |n')(?:l'|les? |la |en |y )?$"
    r"|(?:^|[.!?;,\n]) ?(?:l'|la |cette |les |ces )$"  # "l'annulation est passée"
    r"|\b(?:voulais|voulait|voulions|allais|allait|allions|pensais|pensait|pensions|comptais|comptait|souhaitais"
    r"|souhaitait|devais|devait|(?:aurais|aurait|aurions)(?: [a-z]+)*|inutile|jamais [a-z]+)"
    r"(?: (?:de |d'|bien |vous |juste |d'abord ))?(?: ?(?:demander |l'|les? |la |de |d'))?\s?$"
)
_WISHED_ONCE: Final = Expression(
    r"\b(?:je|on|nous) (?:voulais|voulait|voulions|souhaitais|souhaitait|pensais|pensait|comptais|comptait)\b"
)


def idle_spans(plain: str, marks: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    """Yield where folded text only tells what needs no doing: it stands, it is done, or it is not decided."""
    orders = _orders(plain, marks)
    for m in _RECALLED.finditer(plain):
        yield m.start(), _up_to_order(plain, m.end(), _end(plain, m.end()), orders)
    for m in _SUPPOSED.finditer(plain):
        yield m.start(), _CLAUSES.next_start(plain, m.end())
    for m in chain(_GIVEN_UP.finditer(plain), _IN_CASE.finditer(plain)):
        yield m.start(), _up_to_order(plain, m.end(), _SENTENCES.next_start(plain, m.end()), orders)


def denied_spans(plain: str, marks: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    """Yield where something is denied, or told of what is elsewhere: the days in it may be those of what is asked."""
    orders = _orders(plain, marks)
    yield from _waived(plain, marks, orders)
    for m in _DENIED.finditer(plain):
        yield m.start(), _up_to_order(plain, m.end(), _DENIAL_ENDS.next_start(plain, m.end()), orders)
    for m in _NOT_THERE.finditer(plain):
        at = _CLAUSES.next_start(plain, m.end())
        if not any(isinstance(x, Act) and m.end() <= x.start < at for x in marks):
            yield m.start(), at


def _orders(plain: str, marks: Sequence[Mark]) -> list[Verb]:
    """Return the plain orders: neither "ne notez rien" nor "je voulais l'inscrire"."""
    return [v for v in asking(marks) if not (_NO_ORDER.search(plain, 0, v.start) or _is_past_wish(plain, v))]


def _is_past_wish(plain: str, verb: Verb) -> bool:
    return _WISHED_ONCE.match(plain, verb.start, verb.end) is not None


def _up_to_order(plain: str, start: int, end: int, orders: Sequence[Verb]) -> int:
    """Return where what is told from `start` on ends: before the first order that has a clause of its own in it."""
    for order in (v for v in orders if start <= v.start < end):
        cuts = [m.start() for m in _CUTS.finditer(plain, start, order.start)]
        if cuts:
            return cuts[-1]
    return end


def _end(plain: str, at: int) -> int:
    """Return where what a colon heads ends: with its sentence, or with the lines that stand below it."""
    lines = plain.startswith("\n", at + 1) or plain.startswith("\n", at + 2)
    ends = (_BLOCKS if lines else _SENTENCES).search(plain, at + 1)
    turns = _TURNS.search(plain, at)
    return min([len(plain), *(m.start() for m in (ends, turns) if m)])


def _waived(plain: str, marks: Sequence[Mark], orders: Sequence[Verb]) -> Iterator[tuple[int, int]]:
    """Yield what is taken back by "rien ne change", "c'est déjà fait": all that is merely told before it."""
    for closing, unchanged in _closings(plain):
        clause, end = _clause(plain, closing.start()), _CUTS.next_start(plain, closing.end())
        if _is_open(plain, clause, end) or _asked_after(marks, orders, closing.end(), end):
            continue
        ordered = _after_orders(plain, clause, orders)
        start = max(_topic(plain, marks, clause, closing.start(), end), ordered)
        since = _after_others(marks, start, end, ordered, plain)
        before, own = ([m for m in marks if a <= m.start < b] for a, b in ((since, start), (start, end)))
        others = _OF_OTHERS.match(plain, start) is not None
        apart = others or _is_of_another(plain, own, before)
        since = max(start, since) if apart else since
        told = [m for m in marks if since < m.end and m.start < end]
        other = _is_of_another(plain, own, [m for m in marks if isinstance(m, Who) and m.end <= start])
        more = other or any(isinstance(m, Act) and m.start >= end for m in marks)
        ill = is_ill(told) and (not unchanged or more)  # "il a une otite, rien ne change pour Séverine"
        stands = apart and unchanged and not closing.group().startswith("aucun")  # which would call it off
        if ill or stands or any(m.start < since for m in told):
            continue  # "mettez Victor mardi ; jeudi c'est déjà fait": its days are one list
        yield since, end
        if colon := _COLON.match(plain, closing.end()):
            yield start, _up_to_order(plain, colon.end(), _end(plain, colon.end() - 1), orders)


def _closings(plain: str) -> Iterator[tuple[re.Match[str], bool]]:
    """Yield what says that there is nothing to do, and whether it says so of what stands, not of what is done."""
    yield from ((m, True) for m in _UNCHANGED.finditer(plain))
    yield from ((m, False) for m in _SETTLED.finditer(plain))


def _topic(plain: str, marks: Sequence[Mark], clause: int, at: int, end: int) -> int:
    """Return where that begins of which it is said: its own clause, or what the sentence names before it.

    "Victor lundi midi et Séverine c'est déjà fait"; "Nahel, si, on ne change rien pour lui".
    """
    of_others = _OF_OTHERS.match(plain, clause) is not None  # "…, leur cousine est déjà inscrite"
    if of_others or any(isinstance(m, Who | Act | Days) and clause < m.end and m.start < end for m in marks):
        joints = [m.start() for m in _AND.finditer(plain, clause, at)]
        return max([clause, *(j for j in joints if not any(m.start < j < m.end for m in marks))])
    sentence = _SENTENCES.last_end(plain, clause)
    whos = [m for m in marks if isinstance(m, Who) and sentence <= m.start < clause]
    return _clause(plain, whos[-1].start) if len(_children(whos)) > 1 else sentence


def _is_open(plain: str, start: int, end: int) -> bool:
    """Say whether it is asked, hangs on something, or is said of everything else."""
    whether = _IF.search(plain[_SENTENCES.last_end(plain, start) : end].lstrip()) is not None
    rest = _REST.search(plain, start, end) or _FOR_REST.search(plain, 0, start)
    return whether or plain.startswith("?", end) or rest is not None


def _clause(plain: str, at: int) -> int:
    return _CLAUSES.last_end(plain, at)


def _after_orders(plain: str, before: int, orders: Sequence[Verb]) -> int:
    """Return where the sentence ends, or its clause beside `before`, that holds the last order before it."""
    ordered = [v.end for v in orders if v.end <= before]
    ordered += [m.end() for m in _PLEASE.finditer(plain, 0, before)]
    if not ordered:
        return 0
    sentence = _SENTENCES.next_start(plain, max(ordered))
    return sentence if sentence < before else min(_CUTS.next_start(plain, max(ordered)) + 1, before)


def _after_others(marks: Sequence[Mark], start: int, end: int, since: int, plain: str) -> int:
    """Return where the sentence ends that names another child last, before the child that is spoken of."""
    mine = _children([m for m in marks if start <= m.start < end])
    others = [m.end for m in marks if since <= m.start < start and (who := _children([m])) and not who & mine]
    if not (mine and others):
        return since
    named = [m.start for m in marks if others[-1] <= m.start < end and _children([m]) & mine]
    anew = _SENTENCES.last_end(plain, named[0]) if named else start  # "Malade, Zoé. Pas là lundi. Pour Luka, rien …"
    return max(since, min(max(_SENTENCES.next_start(plain, others[-1]), anew), start))


def _asked_after(marks: Sequence[Mark], orders: Sequence[Verb], at: int, end: int) -> bool:
    """Say whether an order follows `at` with no day of its own after `end`: it may be of what stands before."""
    return any(v.start >= at for v in orders) and not any(isinstance(m, Days) and m.start >= end for m in marks)


def _is_of_another(plain: str, own: Sequence[Mark], before: Sequence[Mark]) -> bool:
    """Say whether it is said of another child, day or activity than all that stands before it."""
    if not any(isinstance(m, Who | Act | Verb) for m in before):
        return False
    last = [m for m in before if isinstance(m, Who)][-1:]
    pairs = [(f(own), f(others)) for f, others in ((_children, last), (_parts, before), (_days(plain), before))]
    return any(mine and theirs and not mine & theirs for mine, theirs in pairs)


def _parts(marks: Sequence[Mark]) -> set[object]:
    acts = {a.codes if a.part is Part.NAMED else a.part for a in marks if isinstance(a, Act)}
    return acts | {Part.MEAL for v in marks if isinstance(v, Verb) and v.meal}


def _days(plain: str) -> Callable[[Sequence[Mark]], set[object]]:
    """Return what days of care are named by marks; "hier" only says when something was done."""

    def named(marks: Sequence[Mark]) -> set[object]:
        days = [m for m in marks if isinstance(m, Days) and not _PAST.match(plain, m.start, m.end)]
        vague = (Sort.VAGUE, Sort.AGO)
        return {plain[m.start : m.end] for m in days if m.frames or any(b.sort not in vague for b in m.bases)}

    return named


def _children(marks: Sequence[Mark]) -> set[object]:
    return {n for m in marks if isinstance(m, Who) for n in (*m.names, *m.options, m.sibling) if n}
