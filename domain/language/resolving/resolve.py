"""Turns clauses into wishes: whose, which activity, which dates. What is not certain becomes an open point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from domain.language.activities.activities import Chosen, choose, running
from domain.language.activities.usual import ordinary, usual
from domain.language.days.calendar import Laid, lay
from domain.language.notions.clauses import Clause
from domain.language.notions.marks import Act, Force, Part, Who
from domain.language.notions.points_open import Open, Resolved, is_spread, is_told
from domain.language.notions.when import POINTING, Days, Scene, Sort, When
from domain.language.people.kin import known
from domain.language.resolving.agreement import unchanged
from domain.model.activity import Activity
from domain.model.family import Child, Family
from domain.model.structure import Structure
from domain.model.wish import ANY_ACTIVITY, Ask, Do, Hints, Reason, Wish

#: More wishes than a large family's school year of lunches are no parent's request.
MAX_WISHES: Final = 1_500


@dataclass(frozen=True, slots=True)
class Resolver:
    """Resolves clauses for one family on one day."""

    family: Family
    structure: Structure
    scene: Scene
    hints: Hints
    ordinary: dict[tuple[str, frozenset[int]], tuple[Activity, ...]] = field(default_factory=dict, compare=False)

    def resolve(self, clauses: list[Clause], refused: Sequence[Clause] = ()) -> Resolved:
        """Return the wishes of all clauses, less those that are `refused` in the same breath."""
        result, swapped = Resolved(), list[Wish]()
        refused = [replace(r, whos=[known(w, self.family) for w in r.whos]) for r in refused]
        for clause in clauses:
            if len(result.wishes) > MAX_WISHES:
                break
            since = len(result.wishes)
            self._clause(clause, result)
            swapped += result.wishes[since:] if clause.swapped else []
        result.open = [o for o in result.open if not is_told(o, result.wishes)]
        kept = unchanged(swapped)
        wishes = [w for each in dict.fromkeys(result.wishes) for w in self._spared(each, refused) if w not in kept]
        result.wishes = [w for w in wishes if not (w.do is Do.BOOK and any(self._takes_back(r, w) for r in refused))]
        return result

    def _spared(self, wish: Wish, refused: Sequence[Clause]) -> list[Wish]:
        """Return "annulez tout sauf la cantine" as everything else of that day."""
        mine = [r for r in refused if not r.whos or wish.child in r.names]
        if wish.do is Do.CANCEL and any((r.excepted or r.keeps) and r.days and self._takes_back(r, wish) for r in mine):
            return []  # "elle ne viendra plus le matin, sauf le jeudi"
        kept = [r for r in mine if r.says_what and r.days is None]
        if wish.do is not Do.CANCEL or wish.activity != ANY_ACTIVITY or not kept:
            return [wish]
        today = running(self.structure, self.family.child(wish.child).site, wish.day)
        spared = {c for r in kept for c in choose(tuple(r.acts), tuple(r.hours), today).codes}
        return [replace(wish, activity=a.code) for a in today if a.code not in spared] if spared else [wish]

    def _takes_back(self, refused: Clause, wish: Wish) -> bool:
        """Say whether a refusal is about this wish: what it does not name it does not limit."""
        if refused.bare or (refused.keeps and wish.do is Do.BOOK):
            return False
        if refused.whos and wish.child not in refused.names:
            return False
        if refused.days and not self._is_on(wish.day, refused.days):
            return False
        if not refused.says_what:
            return True
        site = self.family.child(wish.child).site
        today = running(self.structure, site, wish.day)
        return wish.activity in choose(tuple(refused.acts), tuple(refused.hours), today).codes

    def _is_on(self, day: date, days: Days) -> bool:
        """Say whether a refused day is meant: "sauf le jeudi" is every Thursday of what is asked."""
        if days.bases and all(b.sort in (Sort.WEEKDAY, Sort.EVERY) for b in days.bases) and not days.frames:
            return day.isoweekday() in {n for b in days.bases for n in b.weekdays}
        return day in lay(days, self.scene, book=True).days

    def _clause(self, clause: Clause, result: Resolved) -> None:
        if clause.bare and clause.do is None:
            return
        do = clause.do or (Do(self.hints.action) if self.hints.action else None)
        if do is None:
            result.open.append(Open(Ask.ACTION))
            return
        children, unsure = self._children(clause)
        if clause.puzzled and not self.hints.child:
            result.open.append(Open(Ask.CHILD, names=tuple(n for w in clause.whos for n in w.names)))
            return
        if unsure:
            result.open.append(unsure)
        days, laid = self._days(clause, do, result)
        if laid.past and not days:
            return
        asked = do is not Do.ABSENT and clause.days is not None and not self.hints.date
        named = self._named(clause.days) if asked and clause.days else ()
        some = children or (self.family.children if unsure else ())
        opened = len(result.open)
        found = [w for child in some for w in self._wishes(clause, do, child, days, laid, result)]
        if children:
            result.wishes += found
        elif found:  # the activity is certain for one child at least: only the child is open
            del result.open[opened:]
        if not found and days and len(result.open) == opened and not unsure and do is not Do.ABSENT:
            result.open.append(Open(Ask.DATE, days=(), acts=tuple(clause.acts)))
        told = {w.day for w in found} | {o.day for o in result.open[opened:]}
        result.idle += [day for day in named if day not in told]

    def _named(self, days: Days) -> tuple[date, ...]:
        """Return each day that was named by itself, past ones too; a period skips what it skips."""
        laid = lay(days, self.scene, book=True, clip=False)
        return laid.days if laid.listed and not laid.unsure else ()

    # -- who -----------------------------------------------------------------------------------------------------

    def _children(self, clause: Clause) -> tuple[tuple[Child, ...], Open | None]:
        hinted = tuple(self.hints.child.split(",")) if self.hints.child else ()
        names, doubtful = list[str](), list[Who]()
        for who in clause.whos:
            found = known(who, self.family).names
            names += found
            if not found:
                doubtful.append(who)
        if not clause.whos:
            names = [c.first_name for c in self.family.children] if len(self.family.children) == 1 else []
        if hinted and (doubtful or not names):
            names, doubtful = [*names, *hinted], []
        out = {n for who in clause.not_children for n in who.names}
        chosen = tuple(c for c in self.family.children if c.first_name in names and c.first_name not in out)
        if doubtful:
            return chosen, Open(Ask.CHILD, names=doubtful[0].options)
        return chosen, None if chosen else Open(Ask.CHILD)

    # -- when ----------------------------------------------------------------------------------------------------

    def _days(self, clause: Clause, do: Do, result: Resolved) -> tuple[tuple[date, ...], Laid]:
        days = clause.days
        if days and all(w.sort in POINTING for w in (*days.bases, *days.frames)):
            days = None
        if days and do is Do.ABSENT:
            days = _without_past(days, self.scene)
        if days is None:
            return self._no_days(clause, do, result)
        back = [w.last for w in (*days.bases, *days.frames) if w.sort is Sort.RETURN and w.last]
        if back and do is Do.BOOK:  # "pour la reprise lundi 24", "il reprend demain, cantine ok"
            days = Days(days.start, days.end, (When(Sort.DAY, days.start, days.end, days=(back[0],)),))
        days = self._sure(days, result)
        laid = lay(days, self.scene, book=do is Do.BOOK)
        open_absence = do is Do.ABSENT and _endless(days)
        if laid.unsure or (not laid.days and not laid.past) or open_absence:
            return self._asked_days(laid.options or laid.days[:1], result)
        if laid.past:
            result.past = True
            told = do is Do.ABSENT or clause.verb is None or clause.verb.force is not Force.ASKED
            return ((), laid) if told and not self.hints.date else self._asked_days((), result)
        inside = tuple(d for d in laid.days if d <= self.structure.year.end)
        if do is Do.ABSENT and not inside:
            result.past = True
            return (), laid
        return (inside, laid) if inside else self._asked_days((), result)

    def _sure(self, days: Days, result: Resolved) -> Days:
        """Ask for what is no day in a list ("le 24 et le 31 juin"), and keep the rest of it."""
        if any(b.doubt for b in days.bases) and not self.hints.date:
            result.open.append(Open(Ask.DATE))
        sure = tuple(b for b in days.bases if b.sort in (Sort.DAY, Sort.WEEKDAY))
        if (
            self.hints.date
            or not sure
            or days.frames
            or {b.sort for b in days.bases} - {Sort.DAY, Sort.WEEKDAY} != {Sort.CLASH}
        ):
            return days
        result.open.append(Open(Ask.DATE, days=tuple(d for b in days.bases if b.sort is Sort.CLASH for d in b.days)))
        return Days(days.start, days.end, sure, excepts=days.excepts)

    def _no_days(self, clause: Clause, do: Do, result: Resolved) -> tuple[tuple[date, ...], Laid]:
        if do is Do.ABSENT and clause.reason is Reason.SICK:
            return (self.scene.today,), Laid((self.scene.today,))
        return self._asked_days((), result, clause)

    def _asked_days(
        self, options: tuple[date, ...], result: Resolved, of: Clause | None = None
    ) -> tuple[tuple[date, ...], Laid]:
        if self.hints.date:
            days = tuple(date.fromisoformat(d) for d in self.hints.date.split(","))
            return days, Laid(days)
        names = tuple(name for who in of.whos for name in who.names) if of else ()
        result.open.append(Open(Ask.DATE, names=names, days=options, acts=tuple(of.acts) if of else ()))
        return (), Laid()

    # -- what ----------------------------------------------------------------------------------------------------

    def _wishes(  # noqa: PLR0913 - what a clause comes to for one child
        self, clause: Clause, do: Do, child: Child, days: tuple[date, ...], laid: Laid, result: Resolved
    ) -> list[Wish]:
        acts = self._acts(clause, do)
        if (
            acts is None
            and do is Do.ABSENT
            and any(a.part is Part.CENTRE for a in clause.acts)
            and clause.act_in_cancel
        ):
            return [self._only_one(child, d) for d in days if running(self.structure, child.site, d)]
        if acts is None:
            return [Wish(do, child.first_name, ANY_ACTIVITY, d) for d in days if running(self.structure, child.site, d)]
        found, asked = list[Wish](), list[Open]()
        for day in days:
            today = running(self.structure, child.site, day)
            chosen = choose(acts, tuple(clause.hours), today)
            found += [self._wish(do, child, code, day, chosen) for code in chosen.codes]
            if chosen.asked:
                hinted = self._hinted(child, day)
                found += [self._wish(do, child, code, day, chosen) for code in hinted]
                if not hinted:
                    asked.append(
                        Open(
                            Ask.ACTIVITY,
                            (child.first_name,),
                            site=child.site,
                            day=day,
                            parts=frozenset(a.part for a in acts),
                            acts=acts,
                        )
                    )
        if not laid.listed and len({o.day for o in asked}) > len({w.day for w in found}):
            found = []
        if not laid.listed and found:
            found = usual(found, self.structure)
            asked = [o for o in asked if not is_spread(o, found)]
        if not days and (acts or do is Do.BOOK) and self._unclear(acts, clause, child):
            asked.append(Open(Ask.ACTIVITY, site=child.site, parts=frozenset(a.part for a in acts), acts=acts))
        result.open += asked
        return found

    def _only_one(self, child: Child, day: date) -> Wish:
        """Return the absence from the centre: of the one thing that runs in the holidays, or of the whole Wednesday."""
        today = running(self.structure, child.site, day)
        return Wish(Do.ABSENT, child.first_name, today[0].code if len(today) == 1 else ANY_ACTIVITY, day)

    def _unclear(self, acts: tuple[Act, ...], clause: Clause, child: Child) -> bool:
        """Say whether the words would not do on an ordinary day either, so that both may be asked at once."""
        if self.hints.activity:
            return False
        said = [b for b in clause.days.bases if b.sort in (Sort.VAGUE, Sort.CLASH)] if clause.days else []
        either = [d for b in said if b.sort is Sort.CLASH for d in b.days]  # "toute la journée du mercredi 6 (jeudi)"
        if either:
            days = (running(self.structure, child.site, d) for d in either)
            return all(choose(acts, tuple(clause.hours), today).asked for today in days)
        one = {n for b in said for n in b.weekdays}
        where = child.site, frozenset(one)
        if where not in self.ordinary:
            self.ordinary[where] = ordinary(self.structure, child.site, self.scene, one)
        today = self.ordinary[where]
        return choose(acts, tuple(clause.hours), today).asked

    def _wish(self, do: Do, child: Child, code: str, day: date, chosen: Chosen) -> Wish:
        return Wish(do, child.first_name, code, day, chosen.hour_of(self.structure.activity(code)))

    def _acts(self, clause: Clause, do: Do) -> tuple[Act, ...] | None:
        """Return the activity words, or None for the whole day."""
        real = tuple(clause.acts)
        if do is Do.BOOK:
            return real
        if clause.school or (do is Do.ABSENT and not clause.act_in_cancel):
            return None
        parts = {a.part for a in real}
        if do is Do.ABSENT and ((Part.DAY in parts and Part.CENTRE not in parts) or parts <= {Part.CENTRE, Part.CARE}):
            return None
        if clause.verb and clause.verb.whole and parts == {Part.CARE} and not clause.hours:
            return None  # "ne viendra plus au périscolaire"
        return real if real or (clause.hours and do is Do.CANCEL) else None

    def _hinted(self, child: Child, day: date) -> list[str]:
        wanted = self.hints.activity.split("+") if self.hints.activity else []
        codes = {a.code for a in running(self.structure, child.site, day)}
        return [code for code in wanted if code in codes]


def _without_past(days: Days, scene: Scene) -> Days | None:
    """Drop past days beside coming ones or a return: "vomi hier, il reviendra mardi"."""
    coming = [b for b in days.bases if not (b.sort is Sort.DAY and b.days and max(b.days) < scene.today)]
    if len(coming) == len(days.bases) or not (coming or days.frames):
        return days
    return Days(days.start, days.end, tuple(coming), days.frames, days.excepts)


def _endless(days: Days) -> bool:
    """Say whether nothing ends it: "absent à partir de lundi" is no absence to the end of the year."""
    ending = {Sort.UNTIL, Sort.SPAN, Sort.LASTING, Sort.RETURN}
    return any(w.sort is Sort.SINCE for w in days.frames) and not any(
        w.sort in ending for w in (*days.bases, *days.frames)
    )
