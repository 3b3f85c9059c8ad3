"""A follow-up that says several things, one after the other: "pareil pour Séverine, plus le goûter jeudi"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from domain.language.leaning import words
from domain.language.leaning.answers import own_words
from domain.language.leaning.leaning import lean
from domain.language.leaning.meant import Leaning
from domain.language.matching.expression import Expression
from domain.language.notions.marks import Who
from domain.language.sentences.sentences import World
from domain.language.writing.text import fold
from domain.model.family import Family
from domain.model.following import FollowUp, Said, Standing, Turn
from domain.model.wish import Ask, Do, Understanding, Wish

_BEGINS: Final = (
    r"(?:pareil|idem|la meme|de meme|(?:tu |vous )?(?:r?ajoute|enleve|retire|met(?!hod)|annule|remet|remplace|decale"
    r"|supprime|vire|efface|garde|inscri))"
)
_CUT: Final = Expression(
    r"[.;!?\n]+\s*(?!\s|sauf|mais|hors|a part|except|sans|ni\b|$)"
    rf"|,?\s+(?:et|puis|mais)\s+(?={_BEGINS})|,\s*(?={_BEGINS})"
    r"|(?<=di)\s+(?=(?:enleve|retire|supprime|vire)[rz]? )"  # "garde lundi enlève mardi"
    r"|,?\s+(?:et\s+)?(?=plus (?:le|la|les|un|une)\b|plus l')|,\s+(?=et\b)"
)
#: "Enlève mardi et mets vendredi": beside what is taken out, it adds to the rest.
_TAKES_OUT: Final = Expression(r"^(?:et |puis |tu |vous )*(?:enleve|retire|supprime|vire|efface)[rz]?\b")
_PUT: Final = Expression(r"^(?:et |puis )?(?:tu |vous )?met(?:s|tez|tre)?\b(?:[- ]moi)?(?: plutot)? ")
_MOST: Final = 4
_LONGEST: Final = 240  # letters


def parts_of(text: str, family: Family) -> tuple[str, ...]:
    """Return the sentences of `text`, folded, where it has several that may each lean; nothing for a single one."""
    plain = fold(own_words(text, family))
    if len(plain) > _LONGEST or not _CUT.search(plain):
        return ()
    pieces = [piece.strip(" ,") for piece in re.split(_CUT.pattern, plain)]
    pieces = [piece for piece in pieces if re.search(r"[a-z0-9]", words.GREETING.sub("", piece))]
    if any(_TAKES_OUT.search(piece) for piece in pieces):
        pieces = [_PUT.sub("ajoute ", piece) for piece in pieces]
    return tuple(pieces) if 1 < len(pieces) <= _MOST else ()


@dataclass(slots=True)
class Together:
    """What several sentences come to, each read after the ones before it."""

    world: World
    said: Said | None
    standing: Standing
    means: Callable[[Leaning, Said | None, Standing], FollowUp]
    alone: Callable[[str], Understanding]
    whos: tuple[Who, ...] = ()
    add: list[Wish] = field(default_factory=list)
    take_back: list[Wish] = field(default_factory=list)

    def after(self, parts: Sequence[str]) -> FollowUp | None:
        """Return what `parts` mean together; None where one of them is no follow-up or cannot be told."""
        turn = None
        for part in parts:
            plan = self._plan(part, first=turn is None)
            if plan is not None and plan.missing and words.KEEPS.search(part):
                continue  # "garde lundi", which stands
            if plan is None or plan.whole or plan.missing or plan.closed:
                return None
            if plan.questions:
                dated = any(question.ask is Ask.DATE for question in plan.questions)
                return None if dated else FollowUp(plan.turn, questions=plan.questions)
            turn = turn or plan.turn
            self._apply(plan)
        return FollowUp(turn or Turn.COPY, tuple(self.add), tuple(self.take_back), then=self.said)

    def _plan(self, part: str, *, first: bool) -> FollowUp | None:
        leaning = lean(part, self.world)
        if leaning is None:
            return None if first else self._whole(part)
        if not leaning.named.whos and part.startswith("plus ") and leaning.turn is Turn.COPY:
            leaning = replace(leaning, named=replace(leaning.named, whos=self.whos))
        self.whos = leaning.named.whos
        return self.means(leaning, self.said, self.standing)

    def _whole(self, part: str) -> FollowUp | None:
        """Return a booking that says all by itself ("et le matin jeudi pour Victor")."""
        alone = self.alone(part)
        booked = alone.wishes and not alone.questions and alone.command is None
        if not booked or any(wish.do is not Do.BOOK for wish in alone.wishes):
            return None
        before = self.said or Said((), ())
        return FollowUp(Turn.COPY, add=alone.wishes, then=before.with_added(alone.wishes, part))

    def _apply(self, plan: FollowUp) -> None:
        """Let the next sentence be read after this one."""
        back = [wish for wish in plan.take_back if wish not in self.add]
        self.add = [wish for wish in self.add if wish not in plan.take_back]
        self.add += [wish for wish in plan.add if wish not in self.add]
        self.take_back += [wish for wish in back if wish not in self.take_back]
        cart = [wish for wish in self.standing.cart if wish not in plan.take_back]
        self.standing = replace(self.standing, cart=tuple(dict.fromkeys((*cart, *plan.add))))
        self.said = plan.then or self.said
