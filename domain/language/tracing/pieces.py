"""What one item of a proposition was made of: for each piece its words, and what was assumed beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from domain.language.cutting.pieces import propositions
from domain.language.days.calendar import lay
from domain.language.notions.clauses import Clause
from domain.language.notions.marks import Act, Cue, Mark, Sign, Who, Why
from domain.language.notions.points_open import Resolved
from domain.language.notions.propositions import Proposition
from domain.language.notions.statement import AWAY, Mood, Statement
from domain.language.notions.when import POINTING, Days, Sort, When
from domain.language.people.kin import siblings_of
from domain.language.reading import Basis, Reading
from domain.language.resolving.resolve import Resolver
from domain.language.tracing.places import of_days, of_marks, places
from domain.language.tracing.trace import Ground, Kind, Left, Piece, Skipped, Source, Take, Value, Words
from domain.language.writing.text import fold
from domain.model.wish import ANY_ACTIVITY, Do, Wish

Spans = list[tuple[int, int]]

#: What calls off or excuses without a verb of its own.
_WITHOUT_VERB = (Cue.NOT, Cue.NOT_BUT, Cue.NOTHING, Cue.INSTEAD, Cue.EXCEPT, Cue.SCHOOL)
_FRIDAY = 5
_ENDING = (Sort.SPAN, Sort.UNTIL, Sort.RETURN, Sort.LASTING)
_REPEATING = (Sort.EVERY, Sort.EACH_DAY, Sort.SINCE)


@dataclass(frozen=True, slots=True)
class Pieces:
    """Finds the pieces of a reading; `swallowed` are the corrections, which stand in what they correct."""

    reading: Reading
    source: Source
    swallowed: tuple[Proposition, ...] = ()

    @classmethod
    def of(cls, reading: Reading) -> Pieces:
        """Prepare to look at a reading."""
        source = Source.SUBJECT if reading.from_subject else Source.TEXT
        if reading.found is None or reading.basis is not Basis.WORDS:
            return cls(reading, source)
        kept = {(s.prop.start, s.prop.end) for s in reading.settled.statements}
        cut = propositions(reading.text.plain, list(reading.found.marks))
        return cls(reading, source, tuple(p for p in cut if (p.start, p.end) not in kept))

    def spoken(self, s: Statement) -> list[Clause]:
        """Return the items of a statement that something rests on."""
        return [item for item in s.items if any(item is clause for clause in self.reading.settled.clauses)]

    def tells_of_absence(self, s: Statement) -> bool:
        """Say whether it tells of the illness or death that an absence beside it stands for."""
        return s.prop.reason in AWAY and any(w.do is Do.ABSENT for w in self.reading.understanding.wishes)

    def resolved(self, clause: Clause, *, limited: bool = True) -> Resolved:
        """Return what one clause comes to by itself, less what is refused beside it when `limited`."""
        world = self.reading.world
        resolver = Resolver(world.family, world.structure, world.scene, world.hints)
        return resolver.resolve([clause], self.reading.settled.refused if limited else ())

    def take(self, clause: Clause, s: Statement) -> Take:
        """Return an item's pieces, its wishes, and the days that fall away."""
        asked = set(self.reading.understanding.wishes)
        wishes = tuple(w for w in self.resolved(clause).wishes if w in asked)
        found = (
            self._action(clause, s), self._children(clause, s), self._not_children(clause),
            self._activity(clause, s, wishes), self._hour(clause, s), self._days(clause, s, wishes),
        )  # fmt: skip
        return Take(tuple(p for p in found if p), wishes, tuple(self._skipped(clause, wishes)))

    # -- the pieces ------------------------------------------------------------------------------------------------

    def _action(self, clause: Clause, s: Statement) -> Piece | None:
        if clause.do is None:
            return None
        spans, grounds = self._own_action(clause, s), tuple[Ground, ...]()
        if not spans:
            others = [
                o for o in self.reading.settled.statements if o.verb and o.do is clause.do and o.mood is not Mood.TOLD
            ]
            whys = [m for m in self._marks() if isinstance(m, Why)] if clause.do is Do.ABSENT else []
            spans = of_marks([o.verb for o in others[:1] if o.verb] or whys[:1])
            grounds = (Ground.NEIGHBOURS,) if spans else (Ground.NO_VERB,)
        return Piece(Kind.ACTION, (clause.do,), self._placed(spans), grounds)

    def _own_action(self, clause: Clause, s: Statement) -> Spans:
        """Return the verb of a proposition, or else the words that call off or excuse by themselves."""
        if s.verb and s.mood not in (Mood.BARE, Mood.ILL):
            return of_marks([s.verb])
        here = [m for m in self._marks() if s.prop.start <= m.start < s.prop.end]
        whys = of_marks([m for m in here if isinstance(m, Why)]) if clause.do is Do.ABSENT else []
        off = clause.do is not Do.BOOK
        return whys or (of_marks([m for m in here if isinstance(m, Sign) and m.cue in _WITHOUT_VERB]) if off else [])

    def _children(self, clause: Clause, s: Statement) -> Piece | None:
        family = self.reading.world.family
        if not clause.whos:
            only = len(family.children) == 1
            return Piece(Kind.CHILD, (family.children[0].first_name,), (), (Ground.ONLY_CHILD,)) if only else None
        names = [n for who in clause.whos for n in who.names or (siblings_of(who, family) if who.sibling else ())]
        spans = of_marks(clause.whos)
        grounds = [*self._lent(spans, s, Who), *(g for who in clause.whos for g in self._worked_out(who))]
        return self._piece(Kind.CHILD, dict.fromkeys(names), spans, grounds, Who)

    def _worked_out(self, who: Who) -> Iterator[Ground]:
        text = self.reading.title if Who in self.reading.titled else self.reading.text
        typed = fold(text.raw[slice(*text.span(who.start, who.end))])
        if len(who.names) > 1 or who.sibling:
            yield Ground.GROUP
        elif len(who.names) == 1 and fold(who.names[0]) not in typed:
            yield Ground.GROUP if " " in typed else Ground.RESPELT

    def _not_children(self, clause: Clause) -> Piece | None:
        names = [n for who in clause.not_children for n in who.names]
        return Piece(Kind.NOT_CHILD, tuple(names), self._placed(of_marks(clause.not_children))) if names else None

    def _activity(self, clause: Clause, s: Statement, wishes: Iterable[Wish]) -> Piece | None:
        codes = list(dict.fromkeys(w.activity for w in wishes))
        if codes == [ANY_ACTIVITY]:
            return Piece(Kind.ACTIVITY, (ANY_ACTIVITY,), (), (Ground.WHOLE_DAY,))
        spans = of_marks(clause.acts)
        if not (codes or spans):
            return None
        return self._piece(Kind.ACTIVITY, codes, spans, self._lent(spans, s, Act), Act)

    def _hour(self, clause: Clause, s: Statement) -> Piece | None:
        spans = of_marks(clause.hours)
        hours = [at for hour in clause.hours for at in (hour.at, hour.to) if at]
        return Piece(Kind.HOUR, tuple(hours), self._placed(spans), tuple(self._lent(spans, s))) if spans else None

    def _days(self, clause: Clause, s: Statement, wishes: Iterable[Wish]) -> Piece | None:
        found = sorted({w.day for w in wishes})
        days = said_days(clause)
        if days is None:
            return Piece(Kind.DAYS, tuple(found), (), (Ground.TODAY,)) if found else None
        text = self.reading.title if Days in self.reading.titled else self.reading.text
        spans = of_days(text, days)
        grounds = [*self._lent(spans, s, Days), *_assumed(days, clause, text.plain)]
        return self._piece(Kind.DAYS, found, spans, grounds, Days)

    def _piece(
        self, kind: Kind, values: Iterable[Value], spans: Spans, grounds: Iterable[Ground], mark: type[Mark]
    ) -> Piece:
        return Piece(kind, tuple(values), self._placed(spans, mark), tuple(dict.fromkeys(grounds)))

    # -- where they come from --------------------------------------------------------------------------------------

    def _marks(self) -> list[Mark]:
        return self.reading.found.marks if self.reading.found else []

    def placed_marks(self, marks: Iterable[Mark]) -> tuple[Words, ...]:
        """Return where marks were typed."""
        return tuple(words for m in marks for words in self._placed([(m.start, m.end)], type(m)))

    def _placed(self, spans: Spans, mark: type[Mark] | None = None) -> tuple[Words, ...]:
        if mark in self.reading.titled:
            return places(self.reading.title, spans, Source.SUBJECT)
        return places(self.reading.text, spans, self.source)

    def _lent(self, spans: Spans, s: Statement, mark: type[Mark] | None = None) -> list[Ground]:
        """Say who lent what stands outside its proposition."""
        if mark in self.reading.titled:
            return [Ground.SUBJECT]
        outside = [start for start, _ in spans if not s.prop.start <= start < s.prop.end]
        corrected = [at for at in outside if any(p.start <= at < p.end for p in self.swallowed)]
        lent = [Ground.NEIGHBOURS] if len(corrected) < len(outside) else []
        return [*lent, *([Ground.CORRECTED] if corrected else [])]

    # -- what falls away -------------------------------------------------------------------------------------------

    def _skipped(self, clause: Clause, wishes: Iterable[Wish]) -> Iterator[Skipped]:
        """Yield the days that the words mean and that are not asked for."""
        days, scene, kept = said_days(clause), self.reading.world.scene, {w.day for w in wishes}
        laid = lay(days, scene, book=clause.do is Do.BOOK, clip=False) if days else None
        if laid is None or laid.unsure:
            return
        free = {w.day for w in self.resolved(clause, limited=False).wishes} - kept
        coming = [d for d in laid.days if d > scene.today and d.isoweekday() <= _FRIDAY and d not in kept | free]
        fallen = {
            Left.PAST: [d for d in laid.days if d < scene.today],
            Left.TAKEN_BACK: sorted(free),
            Left.NOT_RUNNING: [d for d in coming if kept and d <= scene.year.end],
            Left.AFTER_YEAR: [d for d in coming if d > scene.year.end],
        }
        yield from (Skipped(why, tuple(which)) for why, which in fallen.items() if which)


def said_days(clause: Clause) -> Days | None:
    """Return the days of a clause, unless they only point at others."""
    days = clause.days
    return None if days is None or all(w.sort in POINTING for w in (*days.bases, *days.frames)) else days


def _assumed(days: Days, clause: Clause, plain: str) -> Iterator[Ground]:
    """Yield what was assumed of days."""
    said = (*days.bases, *days.frames)
    if any(b.sort is Sort.WEEKDAY for b in days.bases) and not days.frames:
        yield Ground.NEXT_WEEKDAY
    for base in days.bases:
        if base.sort is Sort.DAY and base.explicit and not base.dated and _has_number(base, plain):
            yield Ground.DEFAULT_YEAR if base.named_month else Ground.NEXT_NUMBER
    ended = any(w.sort in _ENDING and (w.last or w.length) for w in said)
    if any(w.sort in _REPEATING for w in said) and not ended:
        yield Ground.TO_YEAR_END
    if clause.do is Do.ABSENT and any(w.sort is Sort.RETURN for w in said):
        yield Ground.BEFORE_RETURN


def _has_number(when: When, plain: str) -> bool:
    return any(c.isdigit() for c in plain[when.start : when.end])
