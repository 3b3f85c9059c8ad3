"""A sentence that first settles one thing and then asks for another: "videz le panier et mettez Zoé jeudi midi"."""

from __future__ import annotations

from typing import Final

from domain.language.intent.commands import topic_of
from domain.language.intent.doubts import names_all
from domain.language.matching.expression import Expression
from domain.language.notions.marks import Cue, Force, Mark, Sign, Verb
from domain.model.wish import Command

_CART: Final = (Command.CART_EMPTY, Command.CART_SHOW)
#: After the cart, a demand of its own: "…, puis", "… et".
_THEN: Final = Expression(
    r"\bpanier(?: (?:a zero|a vider|vide|svp|stp|s'il vous plait|d'abord|d'accord))*"
    r"(?P<joint> ?(?:[,;] ?(?:et |puis |ensuite |apres )*|(?:et|puis|ensuite) (?:puis |ensuite |apres )?)"
    r"(?P<added>(?:y avoir|avoir) (?:r?ajoute|mis|inscrit|note)e?s? )?)"
)
#: What is left open, and what is asked meanwhile: "on verra en avril, en attendant mettez Victor mardi".
_MEANWHILE: Final = Expression(
    r"\b(?:on verra|nous verrons|je verrai|on avisera|je vous (?:re)?(?:dirai|dis)|rien (?:de|n'est) [a-z]+)\b"
    r"[^.!?;\n]{0,80}?(?P<joint>[,:] ?(?:et |mais )?(?:en attendant|d'ici la|pour l'instant|pour le moment),? )"
)
_ENDS: Final = Expression(r"[.!?\n]")
_GLUE: Final = Expression(r"(?:(?:puis|juste|seulement|plutot|aussi|donc|merci de|vous pouvez|a la place) ?)*")


def parted_demands(plain: str, marks: list[Mark]) -> list[Mark]:
    """Return `marks` with the end of a sentence where, after the cart or what waits, something else is asked for."""
    joints = [m.span("joint") for m in _THEN.finditer(plain) if _after_cart(plain, marks, m.start(), m.span("joint"))]
    waits = [m for m in _MEANWHILE.finditer(plain) if _demands(plain, marks, m.end("joint"), named=True)]
    joints += [m.span("joint") for m in waits]
    if not joints:
        return marks
    left_open = [(m.start(), m.start("joint")) for m in waits]
    kept = [m for m in marks if not any(start <= m.start < end for start, end in (*joints, *left_open))]
    stops = [Sign(start, end, Cue.STOP) for start, end in joints]
    return sorted([*kept, *stops], key=lambda m: (m.start, m.end))


def _after_cart(plain: str, marks: list[Mark], at: int, joint: tuple[int, int]) -> bool:
    begins = _ENDS.last_end(plain, at)
    topic = topic_of(plain[begins : joint[0]])
    return topic is not None and topic.command in _CART and _demands(plain, marks, joint[1], named=True)


def _demands(plain: str, marks: list[Mark], at: int, *, named: bool = False) -> bool:
    """Say whether what follows is a plain demand: an order at once, or (`named`) things named and no verb."""
    rest = [m for m in marks if at <= m.start < _ENDS.next_start(plain, at)]
    first = next((m for m in rest if not isinstance(m, Sign)), None)
    if first is None or not names_all(rest):
        return False
    orders = isinstance(first, Verb) and first.force is Force.ASKED and first.do is not None
    if orders and _GLUE.fullmatch(plain, at, first.start):
        return True
    verbs = [m for m in rest if isinstance(m, Verb) or (isinstance(m, Sign) and m.cue is Cue.OTHER_VERB)]
    return named and not verbs and "?" not in plain[at:] and _LED.search(plain, 0, at) is not None


_LED: Final = Expression(
    r"\b(?:puis|ensuite|apres|ajoutee?s?|mise?s?|inscrite?s?|notee?s?|attendant|la|l'instant|le moment),? $"
)
