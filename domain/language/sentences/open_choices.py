"""One of two, left open which: "à la cantine ou au goûter", "Victor ou Séverine, je ne sais pas encore qui"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Cue, Mark, Part, Sign, Verb, Who
from domain.model.wish import Do

_SENTENCE: Final = Expression(r"[.!?;\n]|¤")
_CHILD_OR: Final = Expression(r",? (?:ou(?: bien| alors)?|soit) (?:pour |a )?")
_EITHER: Final = Expression(r"\b(?:soit|ou bien) (?:pour |a )?$")
#: Which of them is left open.
_WHICH: Final = Expression(
    r"\b(?:sais|sait|savons|sait-on|decide|decides|dirai|dira|dirons|confirmerai|confirmerons|preciserai|verra|verrons"
    r"|choisi\w*|tranche\w*|voir|defini\w*|determin\w*|revi\w+|revenons|tien\w*|hesit\w+|previendrai|previendrons)\b"
    r"[^.;!?\n]{0,30}\b(?:qui|lequel|laquelle|vous|des deux|au courant|plus tard)\b"
    r"|\b(?:l'une? ou l'autre|l'une? des deux|une? (?:seule? )?de(?:s deux| mes (?:deux )?enfants)|un seul des deux"
    r"|un des (?:deux )?enfants|pas (?:encore )?(?:decide|sur|fixe|tranche)|a (?:voir|decider|confirmer|definir))\b"
)


def with_open_choices(plain: str, marks: list[Mark]) -> list[Mark]:
    """Return `marks` with two children, or two activities, as one where it is left open which of them is meant."""
    if " ou " not in plain and "soit " not in plain:
        return marks
    return _with_open_activities(plain, _left_open(plain, marks))


#: Between two activities of which one is wanted.
_OR: Final = Expression(
    r",? ?\bou(?: (?:bien|alors|plutot|sinon|meme|a defaut))?,? (?:(?:a|pour|de|en) )?(?:la |le |au |du |l'|les )?"
)


def _with_open_activities(plain: str, marks: list[Mark]) -> list[Mark]:
    """Read "à la cantine ou au goûter" as one activity, which of them being open.

    What is called off or refused is so of both: "elle n'ira pas à la cantine ou au goûter".
    """
    done = list[Mark]()
    for mark in marks:
        last = done[-1] if done else None
        open_ = isinstance(mark, Act) and isinstance(last, Act) and _is_either(plain, last, mark, marks)
        more = open_ or (isinstance(mark, Act) and isinstance(last, Act) and _says_which(plain, last, mark))
        if more and isinstance(last, Act):
            done[-1] = replace(last, end=mark.end, part=Part.UNKNOWN, codes=frozenset())
        else:
            done.append(mark)
    return done


#: "ou à la garderie du matin".
_OF: Final = Expression(r" (?:(?:du|de la|de|des) |de l'|d')?")


def _says_which(plain: str, one: Act, other: Act) -> bool:
    """Say whether it only says more of the second of two that are open."""
    either = one.part is Part.UNKNOWN and " ou " in plain[one.start : one.end]
    return either and _OF.fullmatch(plain, one.end, other.start) is not None


def _is_either(plain: str, one: Act, other: Act, marks: list[Mark]) -> bool:
    alike = (one.part, one.codes) == (other.part, other.codes)
    if alike or _OR.fullmatch(plain, one.end, other.start) is None:
        return False
    start, end = _SENTENCE.last_end(plain, one.start), _SENTENCE.next_start(plain, other.end)
    here = [m for m in marks if start <= m.start < end]
    off = any(isinstance(m, Verb) and m.do is not Do.BOOK for m in here)
    return not off and not any(isinstance(m, Sign) and m.cue in (Cue.NOT, Cue.NOT_BUT, Cue.NOTHING) for m in here)


def _left_open(plain: str, marks: list[Mark]) -> list[Mark]:
    """Return `marks` with "Victor ou Séverine" as one of the two, where it is left open which of them."""
    open_pairs = [(a, b) for a, b in pairwise(marks) if _are_either(plain, a, b)]
    merged, second = dict[Mark, Mark](), set[Mark]()
    for one, other in open_pairs:
        if isinstance(one, Who) and isinstance(other, Who):
            merged[one] = replace(one, end=other.end, names=(), options=(*one.names, *other.names))
            second.add(other)
    return [merged.get(m, m) for m in marks if m not in second]


def _are_either(plain: str, one: Mark, other: Mark) -> bool:
    if not (isinstance(one, Who) and isinstance(other, Who) and one.names and other.names):
        return False
    if _CHILD_OR.fullmatch(plain, one.end, other.start) is None or set(one.names) & set(other.names):
        return False
    since, until = _SENTENCE.last_end(plain, one.start), _SENTENCE.next_start(plain, other.end)
    return _EITHER.search(plain, 0, one.start) is not None or _WHICH.search(plain, since, until) is not None
