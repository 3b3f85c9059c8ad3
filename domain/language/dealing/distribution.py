"""Deals what a proposition names into items: "Victor midi mardi et jeudi, Séverine le soir lundi" is two of them.

An item takes what comes until something comes a second time that is no list with the first; what it does not name
itself it takes from its neighbours in the proposition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import time
from typing import Final

from domain.language.days.weeks_beside import begins_other_week
from domain.language.dealing.dealt_children import ONLY_THAT, ChildrenDealer
from domain.language.dealing.joining import JOINT, both, completed, same_bases
from domain.language.dealing.sharing import lend_within
from domain.language.matching.expression import Expression
from domain.language.notions.clauses import Clause
from domain.language.notions.hours import Hour
from domain.language.notions.marks import Act, Part, Who
from domain.language.notions.propositions import Link, Proposition, Slot, is_onset
from domain.language.notions.when import Days, Sort

_WIDE: Final = (Part.CARE, Part.CENTRE)
_NOON: Final = time(12)
_EVENING: Final = time(15)
_LATE: Final = (Part.EVENING, Part.CARE, Part.AFTERNOON, Part.NAMED)
_PARTS_OF_DAY: Final = (Part.DAY, Part.MORNING, Part.AFTERNOON)
#: "à partir de jeudi et ce jusqu'aux vacances".
_AND_THAT: Final = Expression(r"[\s,]*(?:et )?(?:ce|cela|ca|ceci)?[\s,]*")
_OF_DAY: Final = Expression(r" ?(?:du|de|le|pour le|d')? ?")
_MORE: Final = Expression(r"\+|&|\b(?:et|plus|puis)\b")
_ONE_MORE: Final = Expression(r",? ?(?:et|plus|\+|&)(?: aussi| egalement)?(?: pour)? (?:a )?(?:la |le |au |l')?")
_NEXT: Final = r"\b(?:et|puis|ni)\b|;|\n"
_AT: Final = Expression(r" (?:au|a la|a l'|le|la) ?")
_WHERE: Final = Expression(r",? ?(?:ou|la|car ce jour-la) (?:il|elle|ils|elles|on)\b")


class _Dealer(ChildrenDealer):
    """Takes the slots of one proposition in order."""

    def deal(self, slots: Iterable[Slot]) -> list[Clause]:
        """Return the items."""
        slots = list(slots)
        for n, slot in enumerate(slots):
            self._next, self._rest = (slots[n + 1] if n + 1 < len(slots) else None), slots[n + 1 :]
            if isinstance(slot, Who) and self._sums_up(slot):
                continue
            match slot:
                case Who():
                    self._who(slot)
                case Act():
                    self._act(slot)
                case Days():
                    self._days(slot)
                case Hour():
                    self._hour(slot)
            self._last = self._passed(slot)
        return self.items

    def _passed(self, slot: Slot) -> Slot:
        """Return the slot that the next one is beside: a day whose "soir" says nothing more reaches to its end."""
        if isinstance(slot, Act) and isinstance(self._last, Days) and slot not in self._now.acts:
            return replace(self._last, end=slot.end)
        return slot

    def _heads_on(self) -> bool:
        """Say whether days head groups of names, and head the next one now ("lundi Zoé midi … mardi Zoé soir")."""
        first, now = self.items[0], self._now
        named = [*first.days.bases, *first.days.frames] if first.days else []
        leads = bool(named and first.whos) and named[0].start < first.whos[0].start
        return leads and now is not first and bool(now.whos) and now.says_what and isinstance(self._next, Who)

    def _act(self, act: Act) -> None:
        now = self._now
        real = [a for a in now.acts if not a.implied]
        if real and self._has_own_days(act):
            self._begin(act)
            self._now.acts = [*[a for a in real if a.part in _WIDE][:1], act]
        elif not real and self._has_only_this(act):
            self._begin(act)
            self._now.acts = [act]
        elif not real and ((headed := self._heads_more(act)) or self._adds_day(act)):
            now.headed = headed
            self._begin(act)
            self._now.acts, self._now.whos = [act], list(now.whos)
        elif self._is_care_too(act, real):
            now.added = act.part is not Part.CARE
            self._begin(act)
            self._now.acts, self._now.added = [act], act.part is Part.CARE
        elif (
            not real
            or self._listed(act)
            or act in real
            or (isinstance(self._last, Hour) and JOINT.fullmatch(self._glue(act)))
            or self._same_breath(act, real)
        ):
            now.acts.append(act)
        elif self._only_tells_when(act) or self._ends_morning(act):
            return
        elif self._takes_last_day(act):
            self._split_last_day(act)
        else:
            where = self._excepted_day(act)
            self._begin(act)
            self._now.acts.append(act)
            self._now.days = where

    def _has_only_this(self, act: Act) -> bool:
        """Say whether it is for the next child: "tout annuler jeudi pour Victor, juste le goûter pour Séverine"."""
        whole = bool(self._now.whos) and self._now.days is not None and "," in self._glue(act)
        only = whole and ONLY_THAT.search(self._plain, 0, act.start) is not None
        return only and self._has_own_child(act) and not set(self._names_next()) & self._now.names

    def _names_next(self) -> tuple[str, ...]:
        return self._next.names if isinstance(self._next, Who) else ()

    def _excepted_day(self, act: Act) -> Days | None:
        """Return the day of "tous les matins sauf lundi, où il viendra à midi"."""
        days = self._now.days
        if days is None or not days.excepts or not _WHERE.match(self._plain, days.end):
            return None
        frames = tuple(w for w in days.frames if w.sort is Sort.SPAN)
        return Days(act.start, act.start, days.excepts[-1:], frames)

    def _adds_day(self, act: Act) -> bool:
        """Say whether days before it are for what is named already ("… midi, Séverine mardi + goûter jeudi")."""
        now, more = self._now, _MORE.search(self._glue(act)) is not None
        dated = now.days is not None and bool(now.days.bases) and isinstance(self._last, Days)
        named = any(i.says_what for i in self.items if i is not now)
        return dated and more and named and bool(now.whos) and isinstance(self._next, Days)

    def _has_own_days(self, act: Act) -> bool:
        """Say whether it begins another day's: "le mercredi 9 matin et l'après-midi du 16"."""
        last, days, after = self._last, self._now.days, self._next
        dated = isinstance(last, Act) and days is not None and bool(days.bases) and days.end + 1 == last.start
        if not dated or last is None or not isinstance(after, Days) or not after.bases:
            return False
        near = _OF_DAY.fullmatch(self._plain, act.end, after.start) is not None
        return near and re.search(r"\bet\b|[,+;]", self._glue(act)) is not None

    def _heads_more(self, act: Act) -> bool:
        """Say whether the days before it are for what is named above: "cantine : 3/10, 4/10 et goûter 4/10"."""
        days, after = self._now.days, self._next
        first = self._prop.link is Link.COLON and len(self.items) == 1 and not self._now.hours
        dated = first and isinstance(self._last, Days) and days is not None and len(days.bases) > 0
        own = isinstance(after, Days) and bool(after.bases) and not self._plain[act.end : after.start].strip(" :")
        return dated and own and _MORE.search(self._glue(act)) is not None

    def _has_own_child(self, act: Act) -> bool:
        """Say whether a child follows it directly: "la journée pour Séverine, le matin pour Victor"."""
        after = self._next
        return isinstance(after, Who) and re.fullmatch(r" (?:pour )?", self._plain[act.end : after.start]) is not None

    def _is_care_too(self, act: Act, real: list[Act]) -> bool:
        """Say whether "à la cantine lundi, et aussi à la garderie" is one thing more, which is left open."""
        if not real or isinstance(self._next, Hour) or _ONE_MORE.fullmatch(self._glue(act)) is None:
            return False
        care, other = (act, real[-1]) if act.part is Part.CARE else (real[-1], act)
        open_ = care.part is Part.CARE and self._plain.startswith("garderie", care.start)
        return open_ and other.part in (Part.MEAL, Part.NAMED)

    def _same_breath(self, act: Act, real: list[Act]) -> bool:
        """Say whether it only makes plainer what is named already ("à la cantine lundi midi", "au centre … matin")."""
        beside = isinstance(self._last, Days) and not self._glue(act).strip()
        same = {a.part for a in real} == {act.part} and act.part is not Part.NAMED
        if same and (beside or self._now.days is None):
            return True
        narrowed = isinstance(self._last, Days) and any(a.part not in _WIDE for a in real)  # "accueil du matin mardi"
        wide = any(a.part in _WIDE for a in (act, *([] if narrowed else real))) and {a.part for a in real} != {act.part}
        narrows = wide and (act.part in (*_PARTS_OF_DAY, Part.EVENING, Part.MORNING, Part.MEAL) or act.part in _WIDE)
        part_of_centre = (
            act.part in _PARTS_OF_DAY and all(a.part is Part.CENTRE for a in real) and not self._has_own_child(act)
        )
        ends = _NEXT if part_of_centre else rf"{_NEXT}|,|\+"
        return narrows and not self._more_on_own_day(act) and not re.search(ends, self._between(act))

    def _more_on_own_day(self, act: Act) -> bool:
        """Say whether it is one thing more, on a day of its own: "le centre mercredi + le matin mardi"."""
        dated = isinstance(self._last, Days) and isinstance(self._next, Days) and bool(self._next.bases)
        return dated and _MORE.search(self._glue(act)) is not None

    def _between(self, act: Act) -> str:
        """Return what stands before an activity, from the last "puis" of the list of days before it on."""
        days = self._last if isinstance(self._last, Days) else None
        listed = self._plain[days.bases[0].end : days.bases[-1].start] if days and len(days.bases) > 1 else ""
        return self._glue(act) + ("puis" if "puis" in listed else "")

    def _only_tells_when(self, act: Act) -> bool:
        """Say whether "soir" only says when a named activity is ("au goûter ce soir", "au goûter cet après-midi")."""
        named = [a for item in self.items for a in item.acts]
        late = act.part in (Part.EVENING, Part.AFTERNOON)
        beside = late and isinstance(self._last, Days) and not self._glue(act).strip()
        return beside and bool(named) and all(a.part is Part.NAMED for a in named)

    def _ends_morning(self, act: Act) -> bool:
        """Say whether noon is only until when: "au centre ce matin, jusqu'à midi"."""
        until = act.part is Part.MEAL and self._plain.endswith("jusqu'a ", 0, act.start)
        return until and any(a.part is Part.MORNING for a in self._now.acts)

    def _takes_last_day(self, act: Act) -> bool:
        """Say whether it is for the last day only ("midi mardi et mercredi matin")."""
        now = self._now
        many = now.days is not None and len(now.days.bases) > 1 and not now.days.excepts
        leads = now.days is not None and any(not a.implied and a.end < now.days.start for a in now.acts)
        if leads and isinstance(self._next, Days) and not self._plain[act.end : self._next.start].strip():
            return False  # "cantine jeu 15 ven 16 goûter jeu 15"
        beside = not self._glue(act).strip() or ("puis" in self._between(act) and _AT.fullmatch(self._glue(act)))
        return many and isinstance(self._last, Days) and bool(beside)

    def _split_last_day(self, act: Act) -> None:
        days = self._now.days
        if days is not None:
            self._now.days = replace(days, bases=days.bases[:-1])
            self._begin(act)
            self._now.days, self._now.acts = replace(days, bases=days.bases[-1:]), [act]

    def _days(self, days: Days) -> None:
        now = self._now
        if now.days is None:
            if self._heads_on():
                self._begin(days)
            self._now.days = days
            return
        if is_onset(days):
            return
        again = now.says_what and days.bases and same_bases(days, now.days)
        if self._leads_another(days) or (again and re.search(r",|\bet\b|\n", self._glue(days))):
            self._begin(days)
            self._now.days = days
            return
        if self._has_same_part(days):
            now.days = both(now.days, days)
            return
        adjoining = self._listed(days) or (not days.bases and _AND_THAT.fullmatch(self._glue(days)) is not None)
        glue = self._glue(days)
        glue = glue if isinstance(self._next, Who) else glue.replace("(", " ")  # "(le 26 si vous êtes ouverts)"
        merged = completed(now.days, days, glue, adjoining=adjoining)
        if merged is None:
            self._begin(days)
            self._now.days = days
        else:
            now.days = merged

    def _has_same_part(self, days: Days) -> bool:
        """Say whether a part of the day is said of the day before and of this one: "à 17h30 ce soir et demain"."""
        part, old = self._last, self._now.days
        if old is None or not isinstance(part, Act) or self._now.acts != [part] or part.start - old.end > 1:
            return False
        said = part.part in (*_PARTS_OF_DAY[1:], Part.EVENING, Part.MEAL)
        single = len(days.bases) == len(old.bases) == 1 and not (days.frames or old.frames or days.excepts)
        until = isinstance(self._next, Hour) and not (part.part is Part.EVENING and not self._now.hours)
        return said and single and self._glue(days) == " et " and not (until or isinstance(self._next, Act))

    def _leads_another(self, days: Days) -> bool:
        """Say whether days lead each child: "du 17 au 19 Anne-Lise, du 17 au 21 Jean-Baptiste"."""
        old, whos, after = self._now.days, self._now.whos, self._next
        weekly = begins_other_week(old, days)  # "la semaine du 10 Victor à la cantine, celle du 17 Séverine …"
        led = old is not None and bool(whos) and old.start < whos[0].start and (weekly or whos[-1] is self._last)
        another = isinstance(after, Who) and not set(after.names) & self._now.names
        own = weekly or bool(days.bases)
        return led and another and own and re.search(r"[,;\n]", self._glue(days)) is not None

    def _begins_at(self, hour: Hour) -> bool:
        """Say whether an early hour is when something named before it begins: "garderie du matin, 7h15"."""
        acts = self._now.acts
        mornings = [n for n, a in enumerate(acts) if a.part is Part.MORNING and hour.at < _NOON]
        if not acts or (any(a.part in _LATE for a in acts) and not mornings):
            return False
        n = mornings[-1] if mornings else len(acts) - 1
        acts[n] = replace(acts[n], at=hour.at)
        return True

    def _hour(self, hour: Hour) -> None:
        now = self._now
        if hour.to is None and hour.at < _EVENING and self._begins_at(hour):
            return
        after_days = isinstance(self._last, Days)
        again = now.days is not None and now.says_what and after_days and not self._is_of_evening(hour)
        again = again and re.search(r"\bet\b|,", self._glue(hour)) is not None
        if again or (now.hours and after_days and not self._listed(hour)):
            self._begin(hour)
        self._now.hours.append(hour)

    def _is_of_evening(self, hour: Hour) -> bool:
        """Say whether it only says until when: "elle reste le soir jeudi, jusqu'à 18h30", unlike "…, 18h vendredi"."""
        now = self._now
        evening = now.acts and now.acts[-1].part in (Part.EVENING, Part.CARE) and not now.hours
        return bool(evening) and not isinstance(self._next, Days) and "et" not in self._glue(hour).split()


def deal(plain: str, prop: Proposition) -> list[Clause]:
    """Return the items of a proposition, each with what its neighbours in it lend."""
    items = _Dealer(plain, prop).deal(prop.slots)
    lend_within(plain, items)
    return items
