"""Puts what is found into the clause being read, or begins another."""

from __future__ import annotations

import re
from dataclasses import replace

from domain.language.clauses import Clause, Reading
from domain.language.hours import Hour
from domain.language.joining import JOINT, completed, direction, only_then, was_booked
from domain.language.marks import Act, Cue, Force, Mark, Part, Verb, Who
from domain.language.when import Days, Sort
from domain.model.wish import Do

_PARTS_OF_DAY = (Part.DAY, Part.MORNING, Part.AFTERNOON)


class Filling:
    """The clauses read so far, and how children, activities, days, hours and verbs enter them."""

    def __init__(self, plain: str) -> None:
        self._plain = plain
        self._now = Clause()
        self._sentence = 0
        self._pending: Cue | None = None
        self._pending_at = 0
        self._slip = self._hesitant = False
        self._last: Mark | None = None
        self._broken = False
        self._week: tuple[int, Days] | None = None
        self._rich = set[int]()
        self._days_follow = self._who_follows = False
        self._telling = False
        self._aside_over = False
        self.reading = Reading(clauses=[self._now])

    def _begin(self, start: int, *, keep_hours: bool = False) -> None:
        hours = self._now.hours if keep_hours else []
        self._now = Clause(sentence=self._sentence, start=start, hours=list(hours))
        self.reading.clauses.append(self._now)

    def _glue(self, mark: Mark) -> str:
        return self._plain[self._last.end : mark.start] if self._last else ""

    def _joins(self, mark: Mark, kind: type) -> bool:
        """Say whether `mark` continues a list that the last mark of its kind belongs to."""
        return isinstance(self._last, kind) and self._pending is None and JOINT.fullmatch(self._glue(mark)) is not None

    def _turn(self, mark: Mark) -> bool:
        """Begin a clause where a "not" or a "but" stands before `mark`; say whether one was begun."""
        cue, self._pending = self._pending, None
        if (
            cue is Cue.NOT and ":" in self._plain[self._pending_at : mark.start]
        ):  # "ce n'est pas une blague : Elio à la cantine"
            return False
        if cue in (Cue.NOT, Cue.NOT_BUT, Cue.INSTEAD, Cue.NOTHING):
            alone = self._now.bare and self._now.verb is None
            correction = self._now
            if not alone:
                self._begin(mark.start)
                self._now.verb = None
            self._now.negative, self._now.instead = True, cue is Cue.INSTEAD
            self._now.none = cue is Cue.NOTHING
            self._now.but = cue is Cue.NOT_BUT and correction is not self._now
            return True
        if cue is Cue.BUT and self._now.negative:
            self._begin(mark.start)
            self._now.but = True
            return True
        if cue is Cue.BUT and isinstance(mark, Days) and self._was_booked():
            self._now.verb = Verb(self._now.start, self._now.start, Do.CANCEL, Force.SAID)
            self._begin(mark.start)
            self._now.but = True
            return True
        if (
            cue is Cue.BUT
            and self._now.verb
            and self._now.verb.do is Do.CANCEL
            and not self._now.bare
            and isinstance(mark, Days)
        ):
            self._begin(mark.start)
            self._now.but = True
            return True
        return False

    def _was_booked(self) -> bool:
        """Say whether the clause only tells of an older booking that is now said to be wrong."""
        now = self._now
        if not (self.reading.mistake and now.days and not now.negative) or (now.verb and now.verb.do is not Do.BOOK):
            return False
        return was_booked(self._plain[now.start : now.days.end])

    def _who(self, who: Who) -> None:
        if self._pending is Cue.EXCEPT:
            self._pending = None
            self._now.not_children.append(who)
            return
        if self._slip and self._now.whos:
            self._slip = False
            self._now.whos[-1:] = [who]
            return
        joined = self._joins(who, Who)
        if self._only(who):
            self._now.puzzled = bool(self._now.whos)
            self._now.whos = self._now.whos or [who]
            return
        if self._opens_item(who):
            self._begin(who.start)
        if (
            self._turn(who)
            or not self._now.whos
            or joined
            or self._now.whos == [who]
            or (who.names and self._named() == set(who.names) and not any(w.sibling for w in self._now.whos))
        ):
            if not joined and self._now.whos and self._now.whos[0].names == who.names:
                if self._new_matter():
                    self._begin(who.start)
                    self._now.whos.append(who)
                return
            self._now.whos.append(who)
            return
        self._begin(who.start)
        self._now.whos.append(who)

    def _only(self, who: Who) -> bool:
        """Say whether "seulement Victor" restricts a part of what is said of several."""
        before = re.search(
            r"\b(?:seulement|uniquement|juste|que)(?: pour)? $", self._plain[max(0, who.start - 20) : who.start]
        )
        return (
            before is not None
            and self._now.days is not None
            and bool(self._now.acts)
            and any(set(who.names) < {n for w in c.whos for n in w.names} for c in self.reading.clauses)
        )

    def _opens_item(self, who: Who) -> bool:
        """Say whether a name begins a new item of a list ("Nahel lundi midi et mardi matin, Sohan jeudi …")."""
        now = self._now
        full = bool(now.acts or now.hours) and now.days is not None and not now.whos
        apart = self._sentence > now.sentence or re.search(r",|\bet\b", self._glue(who)) is not None
        return full and (apart or self._names_lead()) and any(c.whos for c in self.reading.clauses)

    def _names_lead(self) -> bool:
        """Say whether names have stood before their days and activities ("Sohan lundi midi et mardi midi Léah …")."""
        named = [c for c in self.reading.clauses if c.whos and c.days and c.acts]
        return bool(named) and named[-1].whos[0].start < named[-1].acts[0].start

    def _named(self) -> set[str]:
        return {n for w in self._now.whos for n in w.names}

    def _act(self, act: Act) -> None:
        if self._pending is Cue.EXCEPT:
            self._pending = None
        if self._slip and self._now.acts:
            self._slip = False
            self._now.acts[-1:] = [act]
            return
        if self._now.moving:
            self._now.moved.append((direction(self._plain, act), act))
        real = [a for a in self._now.acts if not a.implied]
        if real and all(a.part is Part.CENTRE for a in real) and act.part in _PARTS_OF_DAY:
            self._now.acts.append(act)  # "au centre les mercredis, en journée complète"
            return
        if self._pairs(act):
            self._split_last_day(act)
            return
        if act.part is Part.EVENING and self._says_when(act):
            return
        joined = self._joins(act, Act) or (
            isinstance(self._last, Hour) and JOINT.fullmatch(self._glue(act)) is not None and not self._days_after(act)
        )
        loose = any(a.part in (Part.CARE, Part.CENTRE) for a in (act, *real)) and {a.part for a in real} != {act.part}
        if self._turn(act) or not real or joined or (loose and not self._new_list(act)) or act in real:
            self._now.acts.append(act)
        elif {a.part for a in real} == {act.part} and act.part is not Part.NAMED and self._same_breath(act):
            self._now.acts.append(act)  # "à la cantine lundi midi"
        else:
            self._begin(act.start)
            self._now.acts.append(act)
        self._now.act_in_cancel |= self._in_cancel()

    def _pairs(self, act: Act) -> bool:
        """Say whether an activity belongs to the last day only: "midi mardi et mercredi matin"."""
        now = self._now
        many = now.days is not None and len(now.days.bases) > 1 and not now.days.excepts
        apart = bool(now.acts) and all(a.part is not act.part and not a.implied for a in now.acts)
        return many and apart and isinstance(self._last, Days) and not self._glue(act).strip()

    def _split_last_day(self, act: Act) -> None:
        days = self._now.days
        if days is not None:
            self._now.days = replace(days, bases=days.bases[:-1])
            self._begin(act.start)
            self._now.days, self._now.acts = replace(days, bases=days.bases[-1:]), [act]

    def _says_when(self, act: Act) -> bool:
        """Say whether "soir" only tells when a named activity is ("au goûter ce soir et demain soir")."""
        named = [a for c in self.reading.clauses if c.sentence == self._sentence for a in c.acts]
        beside = isinstance(self._last, Days) and not self._glue(act).strip()
        return beside and bool(named) and all(a.part is Part.NAMED for a in named)

    def _days_after(self, act: Act) -> bool:
        return bool(
            re.match(r"\s*(?:le |les )?(?:lundi|mardi|mercredi|jeudi|vendredi)", self._plain[act.end : act.end + 14])
        )

    def _same_breath(self, act: Act) -> bool:
        return self._now.days is None or (isinstance(self._last, Days) and not self._glue(act).strip())

    def _new_list(self, act: Act) -> bool:
        """Say whether "et" with days before it begins something new ("au goûter lundi, et au centre mercredi")."""
        return self._now.days is not None and re.search(r"\bet\b|,|\n", self._glue(act)) is not None

    def _in_cancel(self) -> bool:
        verb = self._now.verb
        return (verb is not None and verb.do in (Do.CANCEL, Do.ABSENT) and not self._broken) or self._now.negative

    def _days(self, days: Days) -> None:
        if self._now.not_children and self._last in self._now.not_children:
            self._part_off(days)
            return
        if self._pending is Cue.EXCEPT:
            self._pending = None
            target = self._now.days or Days(days.start, days.end)
            self._now.days = replace(target, excepts=(*target.excepts, *days.bases, *days.frames))
            return
        if self._slip and self._now.days:
            self._slip = False
            kept = self._now.days.bases[:-1]
            self._now.days = replace(days, bases=(*kept, *days.bases), frames=(*self._now.days.frames, *days.frames))
            return
        if self._now.moving:
            self._now.moved.append((direction(self._plain, days), days))
            return
        if self._now.same and self._now.whos and only_then(self._plain, days, self._glue(days)):
            self._now.same = False  # "JB pareil mais que vendredi"
        if self._now.same and self._now.days is None and re.search(r",|\bet\b", self._glue(days)):
            self._begin(days.start)  # "Luka aussi, et mardi seulement Elio"
        if self._turn(days) or self._now.days is None:
            self._now.days = self._headed(days)
            return
        adjoining = isinstance(self._last, Days) and JOINT.fullmatch(self._glue(days)) is not None
        merged = completed(self._now.days, days, self._glue(days), adjoining=adjoining)
        if merged is None:
            self._begin(days.start)
            self._now.days = self._headed(days)
        else:
            self._now.days = merged

    def _part_off(self, days: Days) -> None:
        """Leave a child out on some days only: "les enfants lundi et mardi, sauf JB le mardi"."""
        now = self._now
        if now.days is None or not now.acts or not days.bases:
            now.puzzled = True
            return
        self._begin(days.start)
        self._now.whos, self._now.acts, self._now.verb = [now.not_children[-1]], list(now.acts), now.verb
        self._now.days = replace(now.days, excepts=(*now.days.excepts, *days.bases))

    def _headed(self, days: Days) -> Days:
        """Put days under the period announced before ("La semaine prochaine : …"), unless they bring their own."""
        if not days.bases:
            if any(w.sort in (Sort.SPAN, Sort.PARITY, Sort.UNTIL, Sort.SINCE) for w in days.frames):
                self.reading.header = days
            elif self.reading.header and any(w.sort is Sort.EACH_DAY for w in days.frames):
                return replace(days, frames=(*days.frames, *self.reading.header.frames))
            return days
        if days.week:
            self._week = (self._sentence, Days(days.start, days.end, frames=(days.week,)))
            return days
        header = self._week[1] if self._week and self._week[0] == self._sentence else self.reading.header
        if header and not days.frames and any(b.sort in (Sort.WEEKDAY, Sort.EVERY) for b in days.bases):
            return replace(days, frames=header.frames)
        return days

    def _hour(self, hour: Hour) -> None:
        now = self._now
        if (
            now.days
            and (now.acts or now.hours)
            and isinstance(self._last, Days)
            and re.search(r"\bet\b", self._glue(hour))
        ):
            self._begin(hour.start)  # "au goûter demain et jusqu'à 18h vendredi"
        self._now.hours.append(hour)

    def _new_matter(self) -> bool:
        """Say whether the clause is full and a later sentence with activities or days of its own begins."""
        now = self._now
        said_why = now.reason is not None and self._days_follow and now.verb is None
        full = now.days is not None and (bool(now.acts or now.hours) or said_why)
        return full and self._sentence > now.sentence and self._sentence in self._rich
