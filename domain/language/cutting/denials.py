"""What is refused in a piece: what "rien", "personne", "pas" and "non" take out of what stands beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from domain.language.cutting.noted import without_needs
from domain.language.cutting.sparing import calls_off_here, spares
from domain.language.days.dates_listed import last_apart
from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Cue, Force, Mark, Sign, Verb, Who, Why
from domain.language.notions.propositions import Link, Proposition, Slot
from domain.language.notions.when import Days, Sort, When
from domain.model.wish import Do

_MANY: Final = 2
_NO: Final = Expression(r"non\b|pas ok\b|n'en (?:sera|seront|est|sont) pas\b")
#: "je ne travaille", "on peut": a "not" after it is the parent's.
_FIRST_PERSON: Final = Expression(
    r"(?<![\w'-])(?:je |j'|on |nous )(?:ne |n')?(?:peux|peut|pouvons|pourrai|pourra|pourrons|travaille"
    r"|travaillons|sais|savons"
    r"|serai|serons|suis|sommes|rentre|rentrons|arrive|arrivons|finis|finit|finissons)"
    r" (?:donc |malheureusement |du coup |vraiment )?$"
)
#: "je n'ai pas la possibilité d'être là à 16h30": so is what the parent has no means of.
_NO_MEANS: Final = Expression(r"(?:pas|plus|aucune?|jamais) (?:la |de |le |d'autre )?(?:possibilite|moyen|temps)\b")
_YES: Final = Expression(r"\b(?:oui|ok)\b")
_CLOSED: Final = Expression(r"\s*(?:[,;.\n]|$)")
#: "lundi non mardi oui": what follows has an answer of its own.
_OWN_YES: Final = Expression(r" (?:oui|ok)\b")
_JUST: Final = Expression(r" (?:juste |seulement |uniquement |lui |elle )?")
_AND: Final = Expression(r"[ ,]*(?:et )?(?:pour )?")
#: The same, whatever follows.
_NOT_AT_ALL: Final = Expression(r"pas du tout\b")


#: What is ours follows in the same breath.
_OURS: Final = Expression(
    r"[^.,;!?\n]{0,40}\b(?:cantine|mang\w+|gouter|atelier|creatif|garderie|perisco\w*|centre|midi|matin|soir|journee)\b"
)


def _each(bases: tuple[When, ...]) -> tuple[When, ...]:
    """Return the days of "mardi 20 et mercredi 21" one by one."""
    (base,) = bases if len(bases) == 1 else (None,)
    if base is not None and base.sort is Sort.DAY and len(base.days) == _MANY:
        return replace(base, days=base.days[:1]), replace(base, start=base.end, days=base.days[1:])
    if base is not None and base.sort in (Sort.EVERY, Sort.WEEKDAY) and len(base.weekdays) == _MANY:
        return replace(base, weekdays=base.weekdays[:1]), replace(base, start=base.end, weekdays=base.weekdays[1:])
    return bases


class Denials:
    """The piece at hand and those that are done, with what may be refused in them."""

    def __init__(self, plain: str) -> None:
        self._plain = plain
        self._now = Proposition(0)
        self._done = list[Proposition]()
        self._held: Proposition | None = None  # "et pas Victor", while "c'est Séverine … qui" goes on

    def _close(self, at: int, link: Link, *, sentence: int = 0, line: int = 0) -> None:
        now = self._now
        now.end = at
        self._done.append(now)
        if self._held:
            self._done.append(self._held)
            self._held = None
        self._now = Proposition(at, now.sentence + sentence, now.line + line, link)

    def _keeps(self, sign: Sign) -> None:
        """Tell of what stays, beside what is called off in the same sentence."""
        if not calls_off_here(self._done, self._now):
            return
        if self._now.slots or self._now.verbs:
            self._close(sign.start, Link.AND)
        self._now.told = self._now.unaffected = True

    def _spares(self, verb: Verb) -> bool:
        """Say whether who is to be kept is only not called off."""
        return spares(self._plain, verb, off=calls_off_here(self._done, self._now))

    def _sets_right(self, days: Days) -> bool:
        """Read "pas jeudi : vendredi" as one day refused, and the other one said to be right."""
        now, two = self._now, _each(days.bases)
        if not now.negative or now.slots or now.verbs or len(two) != _MANY or days.frames:
            return False
        if self._plain[two[0].end : two[1].start].strip() != ":":
            return False
        now.slots.append(replace(days, end=two[0].end, bases=two[:1], excepts=()))
        self._close(two[1].start, Link.BUT)
        self._now.slots.append(replace(days, start=two[1].start, bases=two[1:]))
        return True

    def _turns(self, sign: Sign) -> bool:
        """Say whether a yes stands against what is called off ("il ne mange plus lundi, jeudi oui")."""
        return sign.cue is not Cue.YES or any(v.do in (Do.CANCEL, None) for v in self._now.verbs) or self._now.negative

    def _ends_list(self, sign: Sign) -> bool:
        """Say whether the last of several days begins another sentence ("retirez-la mardi, le jeudi nous va bien")."""
        last = self._now.slots[-1] if self._now.slots else None
        if not isinstance(last, Days) or len(last.bases) < 2 or self._plain[last.end : sign.start].strip():  # noqa: PLR2004
            return False
        return re.search("[,;]", self._plain[last.bases[-2].end : last.bases[-1].start]) is not None

    def _split_last(self) -> None:
        """Begin a proposition with the last of the days just named."""
        last = self._now.slots[-1]
        if isinstance(last, Days):
            self._now.slots[-1] = replace(last, bases=last.bases[:-1], end=last.bases[-2].end)
            self._close(last.bases[-1].start, Link.AND)
            self._now.slots.append(replace(last, bases=last.bases[-1:], start=last.bases[-1].start))
            self._now.read.append((last.bases[-1].start, last.end))

    def _give_last_day(self, sign: Sign | Why, following: Mark | None = None) -> None:
        """Let "…, demain on verra" have its own day, though it was read as one list with the day before."""
        now, last = self._now, self._now.slots[-1] if self._now.slots else None
        if not isinstance(last, Days) or not last.bases or self._plain[last.end : sign.start].strip():
            return
        comes = isinstance(following, Verb) and following.do is Do.BOOK and following.force is Force.SAID
        said = _each(last.bases) if comes and now.verbs else last.bases
        commas = [n for n, (a, b) in enumerate(pairwise(said), 1) if re.search("[,;]", self._plain[a.end : b.start])]
        if not commas and comes and now.verbs and len(said) == _MANY:
            commas = [1]  # "ne vient pas demain et après-demain elle vient"
        another = isinstance(sign, Sign) and sign.cue is Cue.OTHER_VERB
        if commas and (now.predicate or now.subject or another):
            before, after = said[: commas[-1]], said[commas[-1] :]
            now.slots[-1] = replace(last, end=before[-1].end, bases=before)
            self._close(after[0].start, Link.BUT)
            self._now.slots.append(replace(last, start=after[0].start, bases=after))
            self._now.read.append((after[0].start, last.end))
            self._now.told = not (comes and _OURS.match(self._plain, sign.end))

    def _give_own_day(self, sign: Sign, following: Mark | None) -> None:
        """Let "Zoé cantine jeudi svp, vendredi elle mange ici" begin with its own day, the first one being whole."""
        now = self._now
        last, before = now.slots[-1] if now.slots else None, now.slots[:-1]
        days = [s for s in before if isinstance(s, Days)]
        whole = {type(s) for s in before} >= {Who, Act, Days} and not now.predicate
        said = isinstance(following, Verb) and following.force is Force.SAID
        if not (whole and said and isinstance(last, Days) and days) or self._plain[last.end : sign.start].strip():
            return
        if re.search("[,;]", self._plain[days[-1].end : last.start]):
            now.slots.pop()
            self._close(last.start, Link.AND)
            self._now.slots.append(last)

    def _give_day_to(self, verb: Verb) -> None:
        """Let "ils mangeront le 19, et le 21 ajoutez Luka au matin" have its own day, though it was read as a list."""
        now, last = self._now, self._now.slots[-1] if self._now.slots else None
        said = [v for v in now.verbs if v.do is Do.BOOK]
        if not isinstance(last, Days) or not said or verb.force is not Force.ASKED or verb.do is None or last.frames:
            return
        days = _each(last.bases)
        since = last.bases[-2].end if len(last.bases) > 1 else last.start
        apart = len(days) > 1 and re.search("[,;]", self._plain[since : last.end])
        if apart and not self._plain[last.end : verb.start].strip():
            now.slots[-1] = replace(last, end=days[-2].end, bases=days[:-1])
            self._close(days[-1].start, Link.AND)
            self._now.slots.append(replace(last, start=days[-1].start, bases=days[-1:]))
            self._now.read.append((days[-1].start, last.end))

    def _nothing(self, sign: Sign, following: Mark | None) -> None:
        """Refuse what "rien" stands beside: the child or day just before it alone, or else what follows."""
        now, last = self._now, self._now.slots[-1] if self._now.slots else None
        beside = (
            last is not None
            and isinstance(last, Who | Days)
            and not re.search(r"[^\s,:|=>-]", self._plain[last.end : sign.start])
        )
        if now.empty and now.link is Link.COLON and self._done and self._named(sign):
            self._done[-1].negative = self._done[-1].nothing = True
            self._close(sign.end, Link.AND)
            return
        dated = isinstance(last, Days) and bool(now.of(Act)) and self._names_day_before(last)
        if beside and last is not None and len(now.slots) > 1 and (not now.verbs or dated):
            own = self._set_apart(last)
            if len(own) < len(now.slots):
                del now.slots[-len(own) :]
                self._close(own[0].start, Link.AND)
                self._now.slots += own
        elif now.slots and not beside:
            self._close(sign.start, Link.AND)
        self._now.negative = self._now.nothing = True
        anew = isinstance(following, Who | Days) and not self._plain[sign.end : following.start].strip()
        if following is not None and type(following) is not type(last) and _CLOSED.match(self._plain, following.end):
            anew = False  # "Victor rien lundi, Séverine cantine mardi"
        if beside and anew:
            self._close(sign.end, Link.AND)  # "lundi rien mardi Zoé midi"

    def _set_apart(self, last: Slot) -> list[Slot]:
        """Return what "rien" stands beside: the last of several days, or a child with the day just before it."""
        now = self._now
        if isinstance(last, Days) and len(each := _each(last.bases)) > 1 and "," in self._plain[last.start : last.end]:
            now.slots.insert(-1, replace(last, bases=each[:-1]))
            return [replace(last, bases=each[-1:], excepts=())]
        before = now.slots[-2]
        dated = isinstance(last, Who) and isinstance(before, Days)
        begins = dated and re.search(r"(?:^|[,;\n])\s*(?:et )?(?:le )?$", self._plain[: before.start]) is not None
        return [before, last] if begins and not self._plain[before.end : last.start].strip() else [last]

    def _names_day_before(self, day: Days) -> bool:
        """Say whether another day was named before in the sentence: "lundi Zoé mange à la cantine mardi personne"."""
        here = [p for p in (*self._done, self._now) if p.sentence == self._now.sentence]
        return any(isinstance(s, Days) and s is not day for p in here for s in p.slots)

    def _nobody(self, who: Who, following: Mark | None) -> None:
        """Refuse for all the children what "personne" stands beside, on the day just before it."""
        now, last = self._now, self._now.slots[-1] if self._now.slots else None
        day = last if isinstance(last, Days) and not self._plain[last.end : who.start].strip() else None
        if day and now.predicate and self._names_day_before(day):
            now.slots.pop()
            self._close(day.start, Link.AND)
            self._now.slots.append(day)
        elif now.predicate or now.says_who:
            self._close(who.start, Link.AND)
        self._now.negative = self._now.nothing = True
        self._now.slots.append(who)
        if day and isinstance(following, Days) and not self._plain[who.end : following.start].strip():
            self._close(who.end, Link.AND)  # "mardi personne jeudi les deux"

    def _named(self, sign: Sign) -> bool:
        """Say whether "rien" ends its line after the activity that it refuses ("soir : personne")."""
        before = self._done[-1]
        ends = re.match(r"[ ,;/|]*(?:[.\n]|$)", self._plain[sign.end :]) is not None
        if ends and before.slots:
            without_needs(self._plain, before)
        return ends and bool(before.slots) and not before.predicate

    def _negate(self, sign: Sign, following: Mark | None) -> None:
        """Begin a refusal; "non" after what it is said of refuses that ("jeudi non", "Léah : non merci")."""
        now = self._now
        parents = _FIRST_PERSON.search(self._plain, max(0, sign.start - 30), sign.start)
        if not now.verbs and (parents or _NO_MEANS.match(self._plain, sign.start)):
            now.told = True  # "je peux pas venir avant 18h"
            return
        ends = following is None or isinstance(following, Sign)
        ends |= (
            bool(now.slots) and isinstance(following, Act) and isinstance(now.slots[-1], Act)
        )  # "midi non goûter oui"
        ends |= following is not None and bool(now.slots) and _OWN_YES.match(self._plain, following.end) is not None
        other = self._ends_with_another_child(sign)
        apart = following is not None and bool(self._plain[sign.end : following.start].strip())
        ends |= other and (apart or not isinstance(following, Days | Act))
        if (_NO.match(self._plain, sign.start) and ends) or _NOT_AT_ALL.match(self._plain, sign.start):
            many = bool(now.slots) and isinstance(now.slots[-1], Days) and len(now.slots[-1].bases) > 1
            if now.slots and (not now.verbs or many or other):
                self._refuse_last()
                self._close(sign.end, Link.AND)
            elif now.empty and now.link is Link.COLON and self._done:
                self._done[-1].negative = True
                self._close(sign.end, Link.AND)
            return
        own = self._is_of_another(sign) or self._is_named_again(sign)
        if not own and (now.slots or now.verbs or now.reason):
            self._close(sign.start, Link.AND)
        self._now.negative = True

    def _is_named_again(self, sign: Sign) -> bool:
        """Say whether one of several is named again, beside it: "les jeudis pour Elio et Luka, Luka pas le 20"."""
        now = self._now
        last = now.slots[0] if len(now.slots) == 1 and not now.predicate else None
        if not isinstance(last, Who) or now.link is not Link.AND or self._plain[last.end : sign.start].strip():
            return False
        here = [p for p in self._done if p.sentence == now.sentence]
        named = {n for p in here for s in p.slots if isinstance(s, Who) for n in s.names}
        return not any(p.verbs for p in here) and set(last.names) < named

    def _ends_with_another_child(self, sign: Sign) -> bool:
        """Say whether a second child was named just now: "Elio mange à la cantine jeudi Luka non il a foot"."""
        last = self._now.slots[-1] if self._now.slots else None
        beside = isinstance(last, Who) and not self._plain[last.end : sign.start].strip(" ,:")
        against = len(self._now.slots) == 1 and bool(self._done) and self._done[-1].yes  # "Nahel oui, Léah non pour …"
        return beside and (len(self._now.of(Who)) > 1 or against)

    def _is_of_another(self, sign: Sign) -> bool:
        """Say whether another child is refused other days: "Sohan ne mange pas le 15 ni le 16 et Nahel pas le 16"."""
        now, before = self._now, self._done[-1] if self._done else None
        if before is None or not before.verbs or not before.says_who or now.verbs or len(now.slots) != 1:
            return False
        who, dated = now.slots[0], isinstance(before.slots[-1], Days) and before.sentence == now.sentence
        alone = isinstance(who, Who) and _AND.fullmatch(self._plain, now.start, who.start) is not None
        return dated and alone and _JUST.fullmatch(self._plain, who.end, sign.start) is not None

    def _refuse_last(self) -> None:
        """Refuse the last thing named; of several it alone is meant ("lundi midi oui, mardi non")."""
        now, last = self._now, self._now.slots[-1]
        yes = max((m.end() for m in _YES.finditer(self._plain, now.start, last.start)), default=None)
        after = [s for s in now.slots if yes is not None and s.start >= yes]
        if after and len(after) < len(now.slots):  # "mardi midi oui jeudi midi non"
            del now.slots[-len(after) :]
            self._close(after[0].start, Link.AND)
            self._now.slots += after
        elif isinstance(last, Days) and len(each := last_apart(self._plain, last.bases)) > 1:
            now.slots[-1] = replace(last, bases=each[:-1])
            self._close(last.end, Link.AND)
            self._now.slots.append(replace(last, bases=each[-1:]))
        elif (isinstance(last, Who) and len(now.of(Who)) > 1) or (isinstance(last, Days) and len(now.of(Days)) > 1):
            own = self._set_apart(last)
            del now.slots[-len(own) :]
            self._close(own[0].start, Link.AND)
            self._now.slots += own
        self._now.negative = True
