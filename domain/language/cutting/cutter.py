"""Cuts the marks of a text into propositions at its joints: what each word does to the proposition it stands in."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Final

from domain.language.cutting.clefts import interrupted, names_another
from domain.language.cutting.held_up import hold_ups
from domain.language.cutting.joints import joints
from domain.language.cutting.noted import noted_absent, noted_ill
from domain.language.cutting.turns import OWING_TO, Turns
from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Cue, Force, Mark, Sign, Verb, Who, Why
from domain.language.notions.propositions import Link, Proposition, says_when_back
from domain.language.notions.when import Days, Sort, When
from domain.model.wish import Do, Reason

#: What may stand between "est" and the verb that it leads up to.
_LEADING: Final = Expression(
    r"(?: (?:a|bien|donc|finalement|tous|toutes|les deux|egalement|aussi|malheureusement|\w+ment))* ?"
)
_FIRST_WORD: Final = Expression(r"(?:je|j'|nous|on|merci|pouvez|pourriez|veuillez)\b")
_ASKS: Final = Expression(
    r"\b(?:merci (?:de(?: bien)?(?: vouloir)?|d')|(?:pouvez|pourriez)[- ]vous|veuillez|vous pouvez)[^.!?\n]{0,6}$"
)
_NO_MORE: Final = Expression(r"\b(?:pas|plus)\b")
#: "cantine oui, goûter non": the answer to the activity before.
_ANSWERED: Final = Expression(r"\s*(?:oui|non|ok)\b[\s,;:-]*(?:(?:et|mais|le|la|l'|au|pour)\s*)*")
#: A reason that begins a sentence of its own: "on part en Bretagne".
_OWN_SUBJECT: Final = Expression(r"(?:je|j'|on|nous|ils?|elles?|mon|ma|mes|son|sa|leur)\b")


#: None of the children.
_NOBODY: Final = ("personne", "ni l'un", "aucun des")


class Cutter(Turns):
    """Walks over marks in order and cuts pieces."""

    def __init__(self, plain: str, marks: list[Mark]) -> None:
        super().__init__(plain)
        kept = [m for m in marks if not (isinstance(m, Sign) and m.cue is Cue.BREAK)]
        self._marks: list[Mark] = sorted(
            [*kept, *joints(plain, kept, hold_ups(plain, marks))], key=lambda m: (m.start, m.end)
        )
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
        if not self._sets_apart(mark, following):
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
            case Days() if turned := self._turned(mark):
                self._now.link = Link.START
                self._now.slots.append(turned)
            case Verb():
                self._verb(mark)
            case Act() if self._was_answered(mark):
                self._close(mark.start, Link.AND)
                self._now.slots.append(mark)
            case Act() if self._tells_when_back(mark):
                pass  # "retour jeudi matin"
            case Why():
                self._reason(mark)
            case Who() if self._plain.startswith(_NOBODY, mark.start):
                self._nobody(mark, following)
            case Who() if self._begins_clause(mark, following):
                self._close(mark.start, Link.AND)
                self._now.slots.append(mark)
            case _:
                now.slots.append(mark)

    def _sets_apart(self, mark: Mark, following: Mark | None) -> bool:
        """Begin what a day set right, whom "gardez" spares, or each child of "noter que" begins; say if it was that."""
        if isinstance(mark, Verb) and self._spares(mark):
            self._keeps(Sign(mark.start, mark.end, Cue.KEEP))
            return True
        if isinstance(mark, Who) and self._is_noted_of(mark, following):
            self._now.heads = True
            self._close(mark.start, Link.COLON)
            self._now.slots.append(mark)
            return True
        return isinstance(mark, Days) and self._sets_right(mark)

    def _is_noted_of(self, who: Who, following: Mark | None) -> bool:
        """Say whether what a period is asked for is said of each child: "noter pour la semaine du 10 que Victor …"."""
        now = self._now
        asked = len(now.verbs) == 1 and now.verbs[0].force is Force.ASKED and now.verbs[0].do is Do.BOOK
        period = bool(now.slots) and all(isinstance(s, Days) and not s.bases for s in now.slots)
        said = isinstance(following, Verb) and following.force is Force.SAID
        return asked and period and said and re.search(r"\bqu(?:e |')$", self._plain[: who.start]) is not None

    def _turned(self, days: Days) -> Days | None:
        """Return "sauf jeudi, toute la semaine prochaine" as that week without its Thursday."""
        now, whole = self._now, len(days.bases) > 1 or days.week is not None
        first = days.bases[0] if days.bases else None
        leads = now.link is Link.EXCEPT and now.opens and not (now.slots or now.predicate or days.excepts)
        if first is None or not whole or not leads or not re.match(r"[ \w]*,", self._plain[first.end : days.end]):
            return None
        frames = (days.week,) if days.week and len(days.bases) == 1 else days.frames
        return replace(days, bases=days.bases[1:], frames=frames, excepts=(_in_month(first, frames),), week=None)

    def _verb(self, verb: Verb) -> None:
        self._give_day_to(verb)
        now = self._now
        if noted_absent(self._plain, now, verb):
            now.verbs.clear()
        if self._starts_anew(verb):
            own = self._subject_of(verb)
            self._close(own.start if own else verb.start, Link.AND)
            self._now.slots += [own] if own else []
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
        if why.reason is Reason.SICK and noted_ill(self._plain, self._now, why):
            self._now.verbs.clear()
        self._now.reason = _graver(self._now.reason, why.reason)

    def _was_answered(self, act: Act) -> bool:
        """Say whether the activity before it has its own yes or no: "cantine oui, goûter non"."""
        last = self._now.slots[-1] if self._now.slots else None
        return isinstance(last, Act) and _ANSWERED.fullmatch(self._plain, last.end, act.start) is not None

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
        if said and now.link is Link.CAUSE and not now.slots and OWING_TO.match(self._plain, now.start):
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
        asked = [
            v
            for v in now.verbs
            if v.do is not verb.do and (v.force is Force.ASKED or (v.do in off and self._ends_it(v)))
        ]
        if now.told and self._leads_up(verb):
            now.told = False
        why = now.link is Link.CAUSE and now.reason is not None  # "comme je reprends le 18 il faut inscrire …"
        return verb.force is Force.ASKED and (bool(asked) or now.told or why or now.link is Link.INSTEAD)

    def _subject_of(self, verb: Verb) -> Who | None:
        """Return the child that stands between a cause and its verb: "à cause de sa toux Léah manquera jeudi"."""
        now, last = self._now, self._now.slots[-1] if self._now.slots else None
        if now.link is not Link.CAUSE or not isinstance(last, Who) or self._plain[last.end : verb.start].strip():
            return None
        now.slots.pop()
        return last

    def _ends_it(self, verb: Verb) -> bool:
        """Say whether a verb calls off by a "not" of its own."""
        return _NO_MORE.search(self._plain, verb.start, verb.end) is not None

    def _asks_after_cause(self, verb: Verb) -> bool:
        """Say whether the sentence proper begins: "suite à mon nouvel emploi je voudrais inscrire …"."""
        owing = OWING_TO.match(self._plain, self._now.start) is not None
        first = _FIRST_WORD.match(self._plain, verb.start) or _ASKS.search(self._plain, self._now.start, verb.start)
        return owing and first is not None

    def _leads_up(self, verb: Verb) -> bool:
        """Say whether what was taken for a told verb only leads up to ours ("est à annuler", "seront donc absents")."""
        return self._told_at is not None and _LEADING.fullmatch(self._plain[self._told_at : verb.start]) is not None

    def _copies_but(self, sign: Sign, following: Mark | None) -> bool:
        """Say whether an exception stands between "pareil" and whom it is for: "…, pareil sauf jeudi pour Nahel"."""
        excepted = isinstance(following, Sign) and following.cue is Cue.EXCEPT and following.start - sign.end <= 1
        last = self._now.slots[-1] if self._now.slots else None
        own = isinstance(last, Who) and not self._plain[last.end : sign.start].strip()  # "…, Nahel pareil sauf jeudi"
        return excepted and self._now.says_who and not self._now.same and not own

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
            case _:
                self._tell(sign, following)

    def _tell(self, sign: Sign, following: Mark | None) -> None:
        """Note what a sign says of the piece at hand, or of one that it begins."""
        if sign.cue is Cue.FINE:
            self._is_fine(sign)
        elif sign.cue in (Cue.UNAFFECTED, Cue.YES):
            self._set_off(sign)
        elif sign.cue is Cue.OTHER_VERB:
            self._told_at = sign.end
            if self._plain.startswith("c'est ", sign.start):
                self._give_last_day(sign)  # "lundi, ou plutôt mardi, lundi c'est moi qui viens"
        elif sign.cue is Cue.SAME and self._copies_but(sign, following):
            self._close(sign.start, Link.AND)
        self._flag(sign.cue)


def _in_month(day: When, frames: tuple[When, ...]) -> When:
    """Return a bare day number in the month that is named after it: "sauf le 20, tous les mardis de mai"."""
    months = [w.first for w in frames if w.first and w.last and (w.first.month, 1) == (w.last.month, w.first.day)]
    if day.sort is not Sort.DAY or day.named_month or not months or not day.days:
        return day
    number = timedelta(days=day.days[0].day - 1)
    return replace(day, days=(months[0] + number,))


def _graver(one: Reason | None, other: Reason) -> Reason:
    order = (Reason.FAMILY, Reason.SICK, Reason.WORK, Reason.OTHER)
    return other if one is None else min(one, other, key=order.index)
