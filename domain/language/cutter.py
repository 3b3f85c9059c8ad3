"""Cuts the marks of a text into propositions at its joints: what each word does to the proposition it stands in."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from domain.language.clefts import interrupted, names_another, sets_apart
from domain.language.denials import Denials
from domain.language.expression import Expression
from domain.language.joints import joints
from domain.language.marks import Act, Cue, Force, Mark, Sign, Verb, Who, Why
from domain.language.propositions import Link, Proposition, says_when_back
from domain.language.when import Days
from domain.model.wish import Do, Reason

_LINKS: Final = {
    Cue.AND: Link.AND, Cue.COLON: Link.COLON, Cue.BUT: Link.BUT, Cue.NOT_BUT: Link.BUT, Cue.SO: Link.SO,
    Cue.CAUSE: Link.CAUSE, Cue.SLIP: Link.SLIP, Cue.EXCEPT: Link.EXCEPT, Cue.INSTEAD: Link.INSTEAD,
}  # fmt: skip
#: What may stand between "est" and the verb that it leads up to.
_LEADING: Final = Expression(
    r"(?: (?:a|bien|donc|finalement|tous|toutes|les deux|egalement|aussi|malheureusement|\w+ment))* ?"
)
_NO_WAIT: Final = Expression(r"\b(?:non|nan|attend(?:ez|s))\b")
_PARDON: Final = Expression(r"pardon|oups|je me trompe|je corrige|je rectifie|je voulais dire|je veux dire|euh|mince")
_ENDS: Final = Expression(r"\W*?(?:$|[.!?;\n¤])")
#: After these a pronoun is no subject.
_NO_SUBJECT: Final = Expression(r"(?:\b(?:pour|avec|chez|de|d'|et|a|que|qu'|sans|sauf|comme|ni|ou|par) ?)$")
#: A refusal that is whole, after which a pronoun says why.
_EXPLAINED: Final = Expression(r"\bnon[ ,(]*$")
#: A cause that is a noun: a subject after it begins the sentence proper.
_OWING_TO: Final = Expression(r"\s*(?:suite a|en raison d|a cause d|pour cause d|faute d|a l'occasion d)")
_FIRST_WORD: Final = Expression(r"(?:je|j'|nous|on|merci|pouvez|pourriez|veuillez)\b")
_OBLIQUE: Final = Expression(r"\b(?:chez|avec|sans) $")
_ASKS: Final = Expression(r"\b(?:merci (?:de|d')|(?:pouvez|pourriez)[- ]vous|veuillez|vous pouvez)[^.!?\n]{0,6}$")
#: A reason that begins a sentence of its own: "on part en Bretagne".
_OWN_SUBJECT: Final = Expression(r"(?:je|j'|on|nous|ils?|elles?|mon|ma|mes|son|sa|leur)\b")


class Cutter(Denials):
    """Walks over marks in order and cuts pieces."""

    def __init__(self, plain: str, marks: list[Mark]) -> None:
        super().__init__(plain)
        kept = [m for m in marks if not (isinstance(m, Sign) and m.cue is Cue.BREAK)]
        self._marks: list[Mark] = sorted([*kept, *joints(plain, kept)], key=lambda m: (m.start, m.end))
        self._told_at: int | None = None

    def cut(self) -> list[Proposition]:
        """Return the pieces, empty ones too."""
        for n, mark in enumerate(self._marks):
            following = self._marks[n + 1] if n + 1 < len(self._marks) else None
            self._take(mark, following)
        self._close(len(self._plain), Link.START)
        return self._done

    def _take(self, mark: Mark, following: Mark | None) -> None:
        comma = isinstance(mark, Sign) and mark.cue is Cue.AND
        if not comma and (before := interrupted(self._plain, self._done, self._now, mark)):
            self._held, self._now = self._done.pop(), before
        self._place(mark, following)
        self._now.read.append((mark.start, mark.end))

    def _except_for(self, mark: Who | Act) -> bool:
        """Keep an exception to its child, or its part of the day: "sauf jeudi pour Ilyès", "sauf le mardi soir"."""
        last = self._now.slots[-1] if self._now.slots else None
        said = (*self._done, self._now)
        here = [s for p in said if p.sentence == self._now.sentence for s in p.slots]
        named = self._now.says_who if isinstance(mark, Who) else any(isinstance(s, Act) for s in here)
        if not isinstance(last, Days) or not last.excepts or not named or last.excepts[-1].end != last.end:
            return False
        glue = r" ?(?:pour|chez|a) ?" if isinstance(mark, Who) else r" (?:au |le |a la |la )?"
        if not re.fullmatch(glue, self._plain[last.end : mark.start]):
            return False
        self._now.slots[-1] = replace(last, excepts=())
        self._close(mark.start, Link.EXCEPT)
        self._now.slots += [Days(last.excepts[0].start, last.end, last.excepts), mark]
        return True

    def _place(self, mark: Mark, following: Mark | None) -> None:
        now = self._now
        match mark:
            case Who() | Act() if self._except_for(mark):
                pass
            case Sign():
                self._sign(mark, following)
            case Verb():
                self._verb(mark)
            case Act() if self._tells_when_back(mark):
                pass  # "retour jeudi matin"
            case Why():
                self._reason(mark)
            case Who() if self._plain.startswith("personne", mark.start):
                self._nobody(mark)
            case Who() if self._begins_clause(mark, following):
                self._close(mark.start, Link.AND)
                self._now.slots.append(mark)
            case _:
                now.slots.append(mark)

    def _verb(self, verb: Verb) -> None:
        now = self._now
        if self._starts_anew(verb):
            self._close(verb.start, Link.AND)
        elif now.link is Link.CAUSE and not now.verbs and self._asks_after_cause(verb):
            self._close(verb.start, Link.SO)
        if verb.change:
            self._now.change = True
        else:
            self._now.verbs.append(verb)

    def _reason(self, why: Why) -> None:
        if self._now.predicate and self._now.slots and _OWN_SUBJECT.match(self._plain, why.start):
            now = self._now
            self._give_last_day(why)
            if self._now is now:
                self._close(why.start, Link.AND)
        self._now.reason = _graver(self._now.reason, why.reason)

    def _tells_when_back(self, act: Act) -> bool:
        """Say whether it is only the part of the day on which a child is back."""
        last = self._now.slots[-1] if self._now.slots else None
        back = isinstance(last, Days) and says_when_back(last)
        return last is not None and back and not self._plain[last.end : act.start].strip()

    def _begins_clause(self, who: Who, following: Mark | None) -> bool:
        """Say whether a name begins what is said next, all before it being told ("… lundi les enfants iront")."""
        now = self._now
        said = isinstance(following, Verb) and following.force is Force.SAID and following.start - who.end <= 1
        if isinstance(following, Sign) and following.cue is Cue.SAME and following.start - who.end <= 1:
            head = self._done[-1].slots if self._done and self._done[-1].heads and now.link is Link.COLON else []
            whole = {type(s) for s in (*head, *now.slots)} >= {Who, Act, Days}  # "Zoé cantine lundi Léah idem"
            return whole and isinstance(now.slots[-1], Days)
        if said and now.link is Link.CAUSE and not now.slots and _OWING_TO.match(self._plain, now.start):
            return True  # "suite à votre mail Zoé mangera …"
        if not said or not any(isinstance(s, Days) for s in now.slots):
            return False
        calls_off = isinstance(following, Verb) and following.do is Do.CANCEL
        whole = calls_off and {type(s) for s in now.slots} >= {Who, Act, Days}
        if not now.verbs:
            return (
                whole or now.told or now.reason is not None or now.link is Link.INSTEAD
            )  # "Zoé au centre vendredi, sa sœur reste avec …"
        named = {n for s in now.slots if isinstance(s, Who) for n in s.names}
        last = now.slots[-1]
        after = now.verbs[-1].whole or (isinstance(last, Days | Act) and last.start > now.verbs[0].start)
        return after and bool(named) and not named & set(who.names)

    def _starts_anew(self, verb: Verb) -> bool:
        """Say whether a verb begins another proposition without any sign ("annulez lundi mettez mardi")."""
        now = self._now
        if verb.change or not (now.slots or now.told):
            return False
        off = {Do.CANCEL} if verb.do is Do.BOOK else set[Do]()  # "il ne viendra plus jeudi mettez-le vendredi"
        asked = [v for v in now.verbs if v.do is not verb.do and (v.force is Force.ASKED or v.do in off)]
        if now.told and self._leads_up(verb):
            now.told = False
        why = now.link is Link.CAUSE and now.reason is not None  # "comme je reprends le 18 il faut inscrire …"
        return verb.force is Force.ASKED and (bool(asked) or now.told or why or now.link is Link.INSTEAD)

    def _asks_after_cause(self, verb: Verb) -> bool:
        """Say whether the sentence proper begins: "suite à mon nouvel emploi je voudrais inscrire …"."""
        owing = _OWING_TO.match(self._plain, self._now.start) is not None
        first = _FIRST_WORD.match(self._plain, verb.start) or _ASKS.search(self._plain, self._now.start, verb.start)
        return owing and first is not None

    def _leads_up(self, verb: Verb) -> bool:
        """Say whether what was taken for a told verb only leads up to ours ("est à annuler", "seront donc absents")."""
        return self._told_at is not None and _LEADING.fullmatch(self._plain[self._told_at : verb.start]) is not None

    def _sign(self, sign: Sign, following: Mark | None) -> None:
        now = self._now
        match sign.cue:
            case Cue.STOP:
                self._stop(sign)
            case Cue.NOT:
                self._negate(sign, following)
            case Cue.SUBJECT:
                self._subject(sign, following)
            case Cue.IS if now.slots and (now.negative or now.link is Link.INSTEAD or names_another(now, following)):
                self._close(sign.start, Link.BUT)
                self._now.equates = True
            case Cue.NOTHING:
                self._nothing(sign, following)
            case Cue.COLON if not (now.empty and now.link is Link.SLIP and not now.subject):  # not "non, l'inverse : …"
                self._colon(sign)
            case Cue.AND | Cue.BUT | Cue.NOT_BUT | Cue.SO | Cue.CAUSE | Cue.SLIP | Cue.EXCEPT | Cue.INSTEAD:
                self._link(sign)
            case Cue.RATHER | Cue.KEEP:
                (self._replaces if sign.cue is Cue.RATHER else self._keeps)(sign)
            case Cue.UNAFFECTED | Cue.YES if self._ends_list(sign) and self._turns(sign):
                self._split_last()
                self._flag(sign.cue)
            case _:
                self._told_at = sign.end if sign.cue is Cue.OTHER_VERB else self._told_at
                self._flag(sign.cue)

    def _replaces(self, sign: Sign) -> None:
        """Set what stands before "à la place" against what was called off."""
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
        """Say whether the child just named is set against those before: "JB est malade, Zoé par contre mangera"."""
        now, last = self._now, self._now.slots[-1] if self._now.slots else None
        beside = isinstance(last, Who) and not self._plain[last.end : sign.start].strip()
        before = self._plain[now.start : last.start] if last else ""
        contrast = self._plain.startswith(("par contre", "en revanche"), sign.start)
        return contrast and beside and re.search(r",\s*$", before) is not None

    def _subject(self, sign: Sign, following: Mark | None) -> None:
        """Begin what a pronoun says after things were named or done."""
        now = self._now
        if _OBLIQUE.search(self._plain, 0, sign.start):
            return  # "chez elle vendredi"
        back = isinstance(following, Days) and says_when_back(following)
        told = back or self._plain.startswith("ca ", sign.start)
        self._give_last_day(sign, following)
        now = self._now
        if now.slots and (now.predicate or (told and now.same) or now.link is Link.INSTEAD):
            self._close(sign.start, Link.AND)
        elif now.empty and self._done and _EXPLAINED.search(self._plain, self._done[-1].start, sign.start):
            now.link = Link.CAUSE  # "Elio non il mange chez mon père"
        elif now.link is Link.CAUSE and _OWING_TO.match(self._plain, now.start):
            self._close(sign.start, Link.SO)  # "suite à notre échange je vous confirme …"
        self._now.subject |= self._is_subject(sign)

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


def _graver(one: Reason | None, other: Reason) -> Reason:
    order = (Reason.FAMILY, Reason.SICK, Reason.WORK, Reason.OTHER)
    return other if one is None else min(one, other, key=order.index)
