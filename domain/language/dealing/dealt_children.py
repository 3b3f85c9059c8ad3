"""Deals children into items: with a child that is no list with those before it, another item begins."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import Final

from domain.language.dealing.joining import JOINT
from domain.language.matching.expression import Expression
from domain.language.notions.clauses import Clause
from domain.language.notions.hours import Hour
from domain.language.notions.marks import Act, Mark, Who
from domain.language.notions.propositions import Proposition, Slot
from domain.language.notions.when import Days, Sort

_BESIDE: Final = Expression(r"\s*(?:(?:seulement|uniquement|juste|rien que|que)\s*)?(?:pour\s*)?")
_APART: Final = Expression(r",|\bet\b|\n")
_ONLY: Final = Expression(r"\b(?:seulement|uniquement|juste|que|seule?)(?: pour| le| la)? ?$")
#: "…, pour Séverine seulement le goûter".
ONLY_THAT: Final = Expression(r"\b(?:seulement|uniquement|juste|rien que|que) ?(?:le |la |l'|au |a la |a l'|du )?$")
_ALONE: Final = Expression(r"\s*(?:pour )?(?:seulement|uniquement|juste|rien que|que)\s*(?:pour )?")
_ALONE_BEFORE: Final = Expression(r" (?:seulement|uniquement|juste|que|rien que) ")
_ALONE_AFTER: Final = Expression(r" (?:seule?s?|seulement|uniquement)\b(?=\W*(?:$|[.,;!?\n]|merci|svp|stp))")


class ChildrenDealer:
    """The item at hand and those before it, and what a child named next does to them."""

    def __init__(self, plain: str, prop: Proposition) -> None:
        self._plain = plain
        self._prop = prop
        self._now = Clause(prop.sentence, prop.start)
        self._last: Slot | None = None
        self._next: Slot | None = None
        self._rest: list[Slot] = []
        self.items = [self._now]

    def _begin(self, at: Mark) -> None:
        self._now = Clause(self._prop.sentence, at.start)
        self.items.append(self._now)

    def _glue(self, mark: Mark) -> str:
        return self._plain[self._last.end : mark.start] if self._last else ""

    def _listed(self, mark: Slot) -> bool:
        """Say whether `mark` goes on with a list of its own kind."""
        return isinstance(self._last, type(mark)) and JOINT.fullmatch(self._glue(mark)) is not None

    def _who(self, who: Who) -> None:
        now = self._now
        if not now.whos:
            besides = bool(who.sibling) and now.days is not None and _APART.search(self._glue(who)) is not None
            if besides or self._opens_item(who):
                self._begin(who)
            self._now.whos.append(who)
        elif self._listed(who) and self._has_limit_of_its_own(who):
            now.not_children += [who] if set(who.names) < now.names else []
            self._begin(who)
            self._now.whos.append(who)
        elif self._listed(who) and self._has_only(who):
            self._begin(who)
            self._now.whos.append(who)
        elif self._listed(who) and not (self._has_days_of_its_own(who) or self._has_act_of_its_own(who)):
            now.whos.append(who)
        elif (
            set(who.names)
            and set(who.names) == now.names
            and not (now.says_what and now.days and not self._adds_hour())
        ):
            return  # "Victor … pour Victor"
        else:
            self._begin_with(who)

    def _adds_hour(self) -> bool:
        """Say whether only the hour follows: "mardi soir les loulous restent tous les deux jusqu'à 18h"."""
        return isinstance(self._next, Hour) and not self._now.hours

    def _begin_with(self, who: Who) -> None:
        """Begin an item with a child; the day just before it is its own ("lundi, et jeudi Séverine seulement")."""
        days = self._now.days
        beside = isinstance(self._last, Days) and _BESIDE.fullmatch(self._glue(who)) is not None
        last = self._last.bases[-1:] if isinstance(self._last, Days) else ()
        own = beside and last != () and days is not None and len(days.bases) > 1
        own &= not any(isinstance(s, Days) and s.bases for s in takewhile(lambda s: not isinstance(s, Who), self._rest))
        if own and days is not None and not days.excepts and days.bases[-1].start == last[0].start:
            self._now.days = replace(days, bases=days.bases[:-1])
        act = self._now.acts.pop() if self._alone_has_last_act(who) else None
        self._begin(who)
        self._now.whos.append(who)
        self._now.acts += [act] if act else []
        if own and days is not None:
            self._now.days = replace(days, bases=last)

    def _alone_has_last_act(self, who: Who) -> bool:
        """Say whether what was named last is for this child alone: "les deux à la cantine, et le soir que Luka"."""
        acts = self._now.acts
        if len(acts) < 2 or self._last is not acts[-1]:  # noqa: PLR2004 - one for all, one for this child
            return False
        only = _ALONE.fullmatch(self._glue(who)) or _ALONE_AFTER.match(self._plain, who.end)
        return only is not None and _APART.search(self._plain, acts[-2].end, acts[-1].start) is not None

    def _has_only(self, who: Who) -> bool:
        """Say whether less is said of this child: "tout annuler jeudi pour Victor, pour Zoé seulement le goûter"."""
        open_ = not self._now.says_what and self._now.days is not None and "," in self._glue(who)
        after = self._next
        return open_ and isinstance(after, Act) and ONLY_THAT.search(self._plain, who.end, after.start) is not None

    def _has_act_of_its_own(self, who: Who) -> bool:
        """Say whether another activity follows: "la journée pour Sohan, et pour Nahel l'après-midi seulement"."""
        acts, after = self._now.acts, self._next
        leads = bool(acts) and acts[0].start < self._now.whos[0].start
        again = isinstance(after, Act) and (after.part, after.codes) in [(a.part, a.codes) for a in acts]
        leads = leads and (self._now.days is None or (again and len(acts) > 1))  # "… jeudi, et pour Victor le goûter"
        apart = re.search(r",|\bpour\b", self._glue(who)) is not None
        return leads and apart and isinstance(after, Act) and not _APART.search(self._plain, who.end, after.start)

    def _has_days_of_its_own(self, who: Who) -> bool:
        """Say whether all is said of the child before, and other days follow: "lundi pour Elio, et pour Luka jeudi"."""
        days = self._now.days
        alone = _ALONE_BEFORE.match(self._plain, who.end) is not None
        only = alone and re.search(r",|\bet pour\b", self._glue(who)) is not None
        complete = self._now.says_what and days is not None and (bool(days.bases) or (only and days.frames_span))
        after = next((s for s in self._rest if not isinstance(s, Act | Hour)), None)  # "…, et Luka cantine jeudi"
        own = isinstance(after, Days) and bool(after.bases)
        since = who.end
        if isinstance(self._next, Act) and not _APART.search(self._plain, who.end, self._next.start):
            since = after.start if after else who.end  # "… pour Nahel, et pour Léah le soir, lundi et mardi"
        return complete and own and after is not None and not _APART.search(self._plain, since, after.start)

    def _has_limit_of_its_own(self, who: Who) -> bool:
        """Say whether the period is limited for this child: "du 10 au 21 pour Nahel et Sohan, Léah jusqu'au 14"."""
        days, limit = self._now.days, self._next
        if days is None or not isinstance(limit, Days) or limit.bases or limit.frames_span:
            return False
        period = days.frames_span or any(b.sort is Sort.SPAN for b in days.bases)
        beside = not self._plain[who.end : limit.start].strip(" :(")
        closed = len(self._now.whos) == 1 or " et " in self._plain[self._now.whos[0].start : self._now.whos[-1].end]
        return period and beside and closed and re.search("[,(]", self._glue(who)) is not None

    def _sums_up(self, who: Who) -> bool:
        """Say whether "tous les deux" only sums up the names before it, or "avec le petit" is company."""
        words = self._plain[who.start : who.end]
        both = re.search(r"\b(?:deux|2)\b", words) is not None
        counted = both and (len(self._now.whos) > 1 or self._names_both(who))
        company = not who.names or words.startswith(("le ", "la ", "mon ", "ma "))
        return counted or (company and re.search(r"\b(?:avec|chez) $", self._plain[: who.start][-6:]) is not None)

    def _names_both(self, who: Who) -> bool:
        """Say whether their names close the list: "jeudi les deux au goûter, Nahel et Sohan"."""
        whos = [s for s in self._rest if isinstance(s, Who) and len(s.names) == 1]
        last = self._rest[-len(whos) :] if len(whos) == len("ab") else []
        return not who.names and bool(last) and last == whos and " et " in self._plain[whos[0].end : whos[1].start]

    def _opens_item(self, who: Who) -> bool:
        """Say whether names lead here and this one begins the next item ("… lundi midi, mardi soir, Séverine …")."""
        now = self._now
        earlier = [i for i in self.items if i is not now and i.whos]
        lead = bool(earlier) and not (
            earlier[0].says_what and earlier[0].acts[:1] and earlier[0].acts[0].start < earlier[0].whos[0].start
        )
        goes_on = not now.says_what and isinstance(self._next, Days) and "," in self._glue(who)
        complete = (now.says_what and not _ONLY.search(self._glue(who))) or goes_on
        return complete and now.days is not None and lead
