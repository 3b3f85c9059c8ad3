"""Turns of a sentence: what links, stops, slips and colons do to the proposition that is being cut."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from domain.language.cutting.clefts import sets_apart
from domain.language.cutting.denials import Denials
from domain.language.days.dates_listed import last_apart
from domain.language.matching.expression import Expression
from domain.language.notions.hours import Hour
from domain.language.notions.marks import Act, Cue, Force, Mark, Part, Sign, Verb, Who
from domain.language.notions.propositions import Link, says_when_back
from domain.language.notions.when import Days
from domain.model.wish import Do

_LINKS: Final = {
    Cue.AND: Link.AND, Cue.COLON: Link.COLON, Cue.BUT: Link.BUT, Cue.NOT_BUT: Link.BUT, Cue.SO: Link.SO,
    Cue.CAUSE: Link.CAUSE, Cue.SLIP: Link.SLIP, Cue.EXCEPT: Link.EXCEPT, Cue.INSTEAD: Link.INSTEAD,
}  # fmt: skip
_NO_WAIT: Final = Expression(r"\b(?:non|nan|attend(?:ez|s))\b")
_PARDON: Final = Expression(r"pardon|oups|je me trompe|je corrige|je rectifie|je voulais dire|je veux dire|euh|mince")
_ENDS: Final = Expression(r"\W*?(?:$|[.!?;\n¤])")
#: After these a pronoun is no subject.
_NO_SUBJECT: Final = Expression(r"(?:\b(?:pour|avec|chez|de|d'|et|a|que|qu'|sans|sauf|comme|ni|ou|par) ?)$")
#: A refusal that is whole, after which a pronoun says why.
_EXPLAINED: Final = Expression(r"\bnon[ ,(]*$")
#: "Luka le soir jeudi svp je finis tard": what was asked for is whole.
_PLEASE: Final = Expression(r"\bsvp $")
_OBLIQUE: Final = Expression(r"\b(?:chez|avec|sans) $")
#: A cause that is a noun: a subject after it begins the sentence proper.
OWING_TO: Final = Expression(r"\s*(?:suite a|en raison d|a cause d|pour cause d|faute d|a l'occasion d)")


_IS_NOT: Final = Expression(r"\s*(?:n'est |ne sont |n'|lui |elle )?\s*")
_ONLY_AND: Final = Expression(r"(?:\W|\bet\b)*")


#: Why a child is not there longer.
_LEAVES: Final = Expression(
    r"(?:ils?|elles?),? (?:ils? |elles? )?(?:(?:re)?(?:part|partira|partent|partiront)|rentr\w+|sort\w*|quitt\w+"
    r"|fini\w*|termin\w+|va|vont|a|ont|aura|auront)\b"
    r"(?! (?:besoin|droit|pas|a la cantine|au gouter|au centre|rester|manger))"
)
_GLUE: Final = Expression(r"[ ,]*(?:(?:seulement|uniquement|maxi?|max|svp|merci|pas plus)[ ,]*)*")


#: Set against what a child does not do: "elle n'ira pas mardi, jeudi en revanche si".
_AGAINST: Final = Expression(r"(?:en revanche|par contre)\b")


class Turns(Denials):
    """The pieces that are done and the one at hand, with what turns from one to the next."""

    def _set_off(self, sign: Sign) -> None:
        """Begin anew with the day or child that alone has a yes, or is not concerned: "…, JB pas concerné"."""
        if self._ends_list(sign) and self._turns(sign):
            self._split_last()
            return
        last = self._now.slots[-1] if len(self._now.slots) > 1 and self._now.predicate else None
        beside = isinstance(last, Who) and _IS_NOT.fullmatch(self._plain, last.end, sign.start) is not None
        if sign.cue is Cue.UNAFFECTED and last and beside and self._plain[: last.start].endswith(", "):
            self._now.slots.pop()
            self._close(last.start, Link.AND)
            self._now.slots.append(last)

    def _is_fine(self, sign: Sign) -> None:
        """Tell of the day or child just before "c'est bon", beside what is called off in the same sentence."""
        here = [*(p for p in self._done if p.sentence == self._now.sentence), self._now]
        last = self._now.slots[-1] if self._now.slots else None
        against = _AGAINST.match(self._plain, sign.start) is not None
        off = [v for p in here for v in p.verbs if v.do is Do.CANCEL and (against or v.force is Force.ASKED)]
        if last is None or not off:
            return
        if isinstance(last, Act) or self._plain[last.end : sign.start].strip(" ,:"):
            return
        if isinstance(last, Days) and len(each := last_apart(self._plain, last.bases)) > len(last.bases):
            last = self._now.slots[-1] = replace(last, bases=each)
        if self._ends_list(sign):
            self._split_last()
        elif len(self._now.slots) > 1 or self._now.verbs:
            self._now.slots.pop()
            self._close(last.start, Link.AND)
            self._now.slots.append(last)
        self._now.told = self._now.unaffected = True

    def _replaces(self, sign: Sign) -> None:
        """Set what stands before "à la place", or after "et à la place,", against what was called off."""
        leads = self._now.empty and _ONLY_AND.fullmatch(self._plain, self._now.start, sign.start) is not None
        if leads and self._now.link is Link.AND and self._done and any(v.do is Do.CANCEL for v in self._done[-1].verbs):
            self._now.link = Link.BUT
            return
        if self._ends_list(sign) and (self._now.negative or self._now.verbs):
            self._split_last()
        before = self._done[-1] if self._done else None
        off = before is not None and (before.negative or any(v.do in (Do.CANCEL, Do.ABSENT) for v in before.verbs))
        if off and self._now.slots and self._now.link in (Link.AND, Link.START):
            self._now.link = Link.BUT

    def _is_subject(self, sign: Sign) -> bool:
        """Say whether a pronoun opens its piece, or names without a verb stand before it ("le matin elle …")."""
        now = self._now
        if now.empty:
            return self._plain[sign.start : sign.end] != "nous"
        before = _NO_SUBJECT.search(self._plain, 0, sign.start)
        return not now.predicate and before is None and self._plain[sign.start : sign.end] != "nous"

    def _stop(self, sign: Sign) -> None:
        now = self._now
        waits = now.empty and now.link is Link.SLIP and _NO_WAIT.search(self._plain, now.start, sign.start)
        if not waits:  # not "Non attendez. Jeudi"
            self._close(sign.end, Link.START, sentence=1, line="\n" in self._plain[sign.start : sign.end])

    def _slips_back(self, sign: Sign) -> bool:
        """Say whether "pardon" corrects by what stands just before it: "mardi, enfin jeudi pardon", "Jeudi pardon."."""
        now = self._now
        if not _PARDON.fullmatch(self._plain, sign.start, sign.end) or not _ENDS.match(self._plain, sign.end):
            return False
        if self._ends_list(sign):
            self._split_last()
            return True
        kinds = {type(s) for s in now.slots}
        return len(kinds) == 1 and not now.predicate and bool(self._done) and now.link in (Link.START, Link.AND)

    def _link(self, sign: Sign) -> None:
        now = self._now
        if sign.cue is Cue.SLIP and self._slips_back(sign):
            self._now.link = Link.SLIP
            return
        if self._plain.startswith("plutot", sign.start) and sign.cue is Cue.BUT and sets_apart(now, self._done):
            return
        if sign.cue is Cue.BUT and self._sets_off(sign):
            if len(now.slots) == 1 and not now.predicate:
                now.link = Link.BUT
            else:
                who = now.slots.pop()
                self._close(who.start, Link.BUT)
                self._now.slots.append(who)
            return
        if sign.cue is Cue.SLIP and now.yes and self._plain.endswith("non", sign.start, sign.end):
            self._close(sign.start, Link.AND)  # "oui lundi, non mardi"
            self._now.negative = True
            return
        if now.empty and sign.cue is Cue.AND and now.link is Link.CAUSE:
            now.link, now.start = Link.START, sign.end  # "Suite à notre conversation, …": nothing of ours was told
            return
        if now.empty and sign.cue is Cue.AND:
            return  # ", et" or a dash at the beginning of a line: the stronger link stays
        if now.empty and now.link in (Link.AND, Link.COLON, Link.START):
            now.opens = now.link is Link.START
            now.link, now.start = _LINKS[sign.cue], sign.start
        else:
            self._close(sign.start, _LINKS[sign.cue])
        if sign.cue is Cue.NOT_BUT:
            self._now.negative = True
            self._now.mistake = self._plain.startswith(("et plus", "et non plus"), sign.start)  # "lundi et plus mardi"

    def _sets_off(self, sign: Sign) -> bool:
        """Say whether the child or day just named is set against the rest: "JB est malade, Zoé par contre mangera"."""
        now, last = self._now, self._now.slots[-1] if self._now.slots else None
        own = isinstance(last, Who) or (isinstance(last, Days) and (len(now.slots) > 1 or bool(self._done)))
        beside = last is not None and own and not self._plain[last.end : sign.start].strip()
        before = self._plain[now.start : last.start] if last else ""
        contrast = self._plain.startswith(("par contre", "en revanche"), sign.start)
        return contrast and beside and re.search(r",\s*$", before) is not None

    def _subject(self, sign: Sign, following: Mark | None) -> None:
        """Begin what a pronoun says after things were named or done."""
        now = self._now
        if _OBLIQUE.search(self._plain, 0, sign.start):
            return  # "chez elle vendredi"
        self._give_own_day(sign, following)
        back = isinstance(following, Days) and says_when_back(following)
        told = back or self._plain.startswith("ca ", sign.start)
        self._give_last_day(sign, following)
        now = self._now
        closed = (
            len({type(s) for s in now.slots}) > 1 and _PLEASE.search(self._plain, now.start, sign.start) is not None
        )
        if now.slots and (now.predicate or (told and now.same) or closed or now.link is Link.INSTEAD):
            self._close(sign.start, Link.AND)
        elif now.empty and self._done and _EXPLAINED.search(self._plain, self._done[-1].start, sign.start):
            now.link = Link.CAUSE  # "Elio non il mange chez mon père"
        elif now.link is Link.CAUSE and OWING_TO.match(self._plain, now.start):
            self._close(sign.start, Link.SO)  # "suite à notre échange je vous confirme …"
        elif self._says_why(sign, following):
            self._close(sign.start, Link.AND)
        self._now.subject |= self._is_subject(sign)

    def _says_why(self, sign: Sign, following: Mark | None) -> bool:
        """Say whether what was named is whole, and why follows: "Léah jusqu'à 17h elle part avec son père"."""
        now, before = self._now, self._done[-1] if self._done else None
        last = now.slots[-1] if now.slots else None
        if last is None or now.predicate or not now.says_who or isinstance(following, Verb):
            return False
        if not _LEAVES.match(self._plain, sign.start) or _GLUE.fullmatch(self._plain, last.end, sign.start) is None:
            return False
        until = isinstance(last, Hour | Days) and any(isinstance(h, Hour) and "jusqu" in h.word for h in now.slots)
        listed = before is not None and before.sentence == now.sentence and now.link is Link.AND
        listed = listed and before is not None and not before.predicate and before.says_who and before.says_what
        parts = [a for a in now.slots if isinstance(a, Act)]
        named = bool(parts) and all(a.part in (Part.MEAL, Part.NAMED) for a in parts)
        return until or (listed and named)

    def _colon(self, sign: Sign) -> None:
        now = self._now
        closed = now.empty and not now.change and self._done and self._done[-1].sentence == now.sentence
        (self._done[-1] if closed else now).heads = True  # "Léah (cantine) : …"
        self._close(sign.end, Link.COLON)

    def _flag(self, cue: Cue) -> None:
        now = self._now
        now.told |= cue in (Cue.OTHER_VERB, Cue.UNAFFECTED)
        now.unaffected |= cue is Cue.UNAFFECTED
        now.same |= cue is Cue.SAME
        now.school |= cue is Cue.SCHOOL
        now.mistake |= cue is Cue.MISTAKE
        now.equates |= cue is Cue.IS
        now.yes |= cue is Cue.YES
        now.only |= cue is Cue.ONLY
