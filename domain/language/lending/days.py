"""Days that neighbours lend: which of the days told or asked before and after it an item takes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from domain.language.days.spans import week_of_span
from domain.language.dealing.sharing import FEW, last_days
from domain.language.matching.expression import Expression
from domain.language.notions.clauses import Clause
from domain.language.notions.marks import Act, Who
from domain.language.notions.propositions import Link, is_onset, says_when_back
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import POINTING, Days, Reach, Sort, When
from domain.model.wish import Do, Reason

_WEEK: Final = 7


def says_same(days: Days) -> bool:
    """Say whether it only points to days named elsewhere ("à ces deux dates")."""
    return bool(days.bases) and not days.frames and all(b.sort in POINTING for b in days.bases)


def within(days: Days | None, period: Days) -> Days | None:
    """Return repeated days, or a numbered week, within the `period` that a mail's subject names."""
    period = _as_week(period)
    spans = [w for w in period.frames if w.sort is Sort.SPAN]
    same = (
        days is not None
        and bool(period.bases)
        and {b.weekdays for b in period.bases} == {b.weekdays for b in days.bases}
    )
    if days is None or (period.bases and not same) or len(spans) != 1 or days.frames_period:
        return days
    holiday = spans[0].holiday
    parts = (*days.bases, *days.frames)
    if holiday and any(w.nth for w in parts):
        bases, frames = (
            [week_of_span(holiday, w.nth) if w.nth else w for w in part] for part in (days.bases, days.frames)
        )
        weeks = [w for w in (*bases, *frames) if w.sort is Sort.SPAN]
        return replace(
            days, bases=tuple(b for b in bases if b not in weeks), frames=tuple(dict.fromkeys((*frames, *weeks)))
        )
    week = spans[0].reach is Reach.WEEK
    repeats = [
        w for w in parts if w.sort in (Sort.EVERY, Sort.EACH_DAY) or (w.sort is Sort.WEEKDAY and (week or w.habit))
    ]
    return replace(days, frames=(*days.frames, *spans)) if repeats and len(repeats) == len(parts) else days


def _as_week(period: Days) -> Days:
    """Return "du 20 au 24" as the week that it is."""
    span = period.bases[0] if len(period.bases) == 1 and not period.frames else None
    if span is None or span.sort is not Sort.SPAN or not (span.first and span.last):
        return period
    short = (span.last - span.first).days < _WEEK
    return replace(period, bases=(), frames=(replace(span, reach=Reach.WEEK),)) if short else period


def _meaning(days: Days | None) -> bool:
    return days is not None and not all(w.sort in POINTING for w in (*days.bases, *days.frames))


def _ended(head: Statement, own: Days | None) -> Days | None:
    """Return the days of a heading with the end that stands below: "mardi et jeudi : le soir, jusqu'aux vacances"."""
    days = head.items[-1].days if head.mood is Mood.CONTEXT and head.items else None
    limits = own is not None and not own.bases and all(w.sort in (Sort.UNTIL, Sort.SINCE) for w in own.frames)
    if days is None or own is None or not (limits and days.bases):
        return None
    return replace(days, frames=(*days.frames, *own.frames))


def lend_days(item: Clause, s: Statement, said: list[Statement], n: int) -> None:
    """Give an item that names no day of its own the day that was told or asked beside it."""
    same = item.days is not None and any(w.sort is Sort.SAME for w in item.days.bases)
    if n and s.prop.link is Link.COLON and (ended := _ended(said[n - 1], item.days)):
        item.days = ended
        return
    if _meaning(item.days) and not (same and item.days and all(b.sort is Sort.SAME for b in item.days.bases)):
        return
    if s.do is Do.ABSENT and s.mood is Mood.ILL and not same:
        return
    head = said[n - 1] if n and s.prop.link is Link.COLON and said[n - 1].mood is Mood.CONTEXT else None
    if s.do is Do.BOOK and item.days is None and head and _back(head.items[-1].days):
        item.days = _as_day(head.items[-1].days)  # "reprise lundi : matin et midi pour Elio"
        return
    near = _near(item, s, said, n, same=same)
    count = max((w.length for w in item.days.bases), default=0) if item.days is not None and same else 0
    named = [i.days for o in said[:n][::-1] for i in o.items[::-1] if _meaning(i.days) and not _back(i.days)]
    if count in FEW and (several := last_days(count, [days for days in named if days])):
        item.days = several
        return
    lender = near.lender()
    if lender is None and s.do is Do.BOOK:
        lender = next((_as_day(i.days) for o in said for i in o.items if _back(i.days)), None)
    if lender is None and item.days is None:
        lender = _below(s, said[n + 1 :])
    item.days = _limited(lender, item.days, same=same) or item.days


#: "Luka et Elio devaient aller au goûter le 11".
_DUE: Final = Expression(
    r"\b(?:devai(?:t|ent)|(?:etai(?:t|ent)|est|sont) (?:bien |deja |tous les deux )?"
    r"(?:inscrit|prevu|attendu|note|reserve)"
    r"|avai(?:t|ent) (?:une|leurs?|sa) places?)"
)


def was_due(plain: str, item: Clause, s: Statement, before: list[Statement]) -> None:
    """Let "Luka n'ira pas, il a la grippe" be of what the sentence before tells that Luka was to go to."""
    due = next((o for o in reversed(before) if o.prop.sentence == s.prop.sentence - 1), None)
    away = s.do is Do.ABSENT and s.mood is Mood.STATED and item.days is None and not s.prop.says_what
    if due is None or due.mood is not Mood.TOLD or not away or len(due.items) != 1:
        return
    named = {type(x) for x in due.prop.slots} >= {Who, Act, Days} and item.names <= due.items[0].names
    if named and item.names and _DUE.search(plain, due.prop.start, due.prop.end):
        item.days, item.acts, item.act_in_cancel = due.items[0].days, list(due.items[0].acts), True


def _below(s: Statement, after: list[Statement]) -> Days | None:
    """Return the days that stand by themselves below: "Inscrire Zoé à la cantine svp. Lundi et jeudi."."""
    for o in after:
        alone = o.prop.link is Link.START and bool(o.prop.slots) and all(isinstance(x, Days) for x in o.prop.slots)
        if alone and o.mood is Mood.CONTEXT and not o.prop.heads:
            return o.items[-1].days if any(d.bases for i in o.items if (d := i.days)) else None
        if o.prop.says_when or o.do is not s.do or o.mood not in (Mood.BARE, Mood.ASKED, Mood.STATED):
            return None
    return None


@dataclass(frozen=True, slots=True)
class _Near:
    """What was said of days before and after a statement, nearest first."""

    s: Statement
    before: list[tuple[Statement, Days]]
    after: list[tuple[Statement, Days]]
    same: bool  # its own day only points to another

    def lender(self) -> Days | None:
        """Return the days that it takes: what is asked before what is told, its own sentence before others."""
        s, here = self.s, [d for o, d in self.after if self._here(o)]
        asked = [d for o, d in self.after if self._here(o) and o.mood is not Mood.TOLD]
        off = [d for o, d in self.after if self._here(o) and o.do is s.do is Do.CANCEL]
        off = [d for d in off if d.bases or not self.same]  # "… ces deux jours-là, annulez jusqu'aux vacances"
        if off and not any(self._here(o) for o, _ in self.before):
            return off[0]
        if so := next((d for o, d in self.before if s.prop.link is Link.SO and self._here(o)), None):
            return so  # "mercredi je travaille, du coup Zoé toute la journée et le mercredi d'après le matin"
        kept = s.do is not Do.ABSENT or self.same
        told = [
            d for o, d in self.before if (kept or self._here(o) or self._says_why(o)) and not self._only_usual(o, d)
        ]
        pointed = [d for _, d in self.before] if self.same else []
        late = here if s.do is Do.CANCEL else []  # "pas à la cantine, papi la prend ce midi"
        said = [d for o, d in self.before if o.mood is not Mood.TOLD]
        return next(iter((*said, *pointed, *asked, *told, *late)), None)

    def _says_why(self, o: Statement) -> bool:
        """Say whether the sentence before gives the reason, and its day: "On se marie vendredi. JB sera absent"."""
        mine, theirs = ({n for i in x.items for n in i.names} for x in (self.s, o))
        near = self.s.prop.sentence - o.prop.sentence == 1
        return o.prop.reason is Reason.OTHER and near and (not o.prop.says_who or mine == theirs)

    def _only_usual(self, o: Statement, days: Days) -> bool:
        """Say whether what is told of each day lends nothing to what has no verb: "il dit tous les soirs que …"."""
        usual = any(w.sort in (Sort.EACH_DAY, Sort.EVERY) for w in (*days.bases, *days.frames))
        return usual and o.mood is Mood.TOLD and self.s.mood is Mood.BARE and not self._here(o)

    def _here(self, o: Statement) -> bool:
        return o.prop.sentence == self.s.prop.sentence


def _near(item: Clause, s: Statement, said: list[Statement], n: int, *, same: bool) -> _Near:
    """Return whose days an item may take: those of another child in another sentence yield to those of its own."""

    def dated(o: Statement, items: list[Clause]) -> list[tuple[Statement, Clause]]:
        return [(o, i) for i in items if _meaning(i.days) and not _back(i.days)]

    before = [p for o in said[:n][::-1] for p in dated(o, o.items[::-1])]
    after = [p for o in said[n + 1 :] if not (is_left_out(o) or _one_more(s, o)) for p in dated(o, o.items)]
    after = [(o, i) for o, i in after if same or not (s.do is Do.ABSENT and _books_another(o, i, s, item))]
    here = [(o, i) for o, i in before if o.prop.sentence == s.prop.sentence]
    if same:
        before = here or before  # "… encore lundi, il reste avec moi ce jour-là"
    else:
        before = [(o, i) for o, i in before if not (is_left_out(o) or _others(o, i, s, item))]
        own = any(o.prop.sentence == s.prop.sentence for o, _ in (*before, *after))
        if own or s.do is Do.ABSENT:
            before = [(o, i) for o, i in before if not _is_far(o, i, s, item)]
    return _Near(s, [(o, i.days) for o, i in before if i.days], [(o, i.days) for o, i in after if i.days], same)


def _limited(lender: Days | None, own: Days | None, *, same: bool) -> Days | None:
    """Return the days lent with what an item says of them itself: "ces jours-là en juin", "juste le deuxième"."""
    if lender is None or own is None or not same:
        return lender
    if own.frames:
        spans = any(w.sort is Sort.SPAN for w in own.frames)  # "la semaine prochaine, mêmes jours": not this week's
        frames = tuple(w for w in lender.frames if not (spans and w.sort is Sort.SPAN))
        lender = replace(lender, bases=tuple(map(_habitual, lender.bases)), frames=(*frames, *own.frames))
    if own.excepts:
        lender = replace(lender, excepts=(*lender.excepts, *own.excepts))  # "ces mêmes jours excepté le 19"
    if any(b.which for b in own.bases):
        lender = replace(lender, pick=own.bases[0].which)
    return lender


def _habitual(base: When) -> When:
    return replace(base, sort=Sort.EVERY, habit=True) if base.sort is Sort.WEEKDAY else base


def _as_day(days: Days | None) -> Days | None:
    """Read "elle revient demain, remettez-la au midi" as that day."""
    last = next((w.last for w in (*days.bases, *days.frames) if w.sort is Sort.RETURN), None) if days else None
    return Days(days.start, days.end, (When(Sort.DAY, days.start, days.end, days=(last,)),)) if days and last else None


def _back(days: Days | None) -> bool:
    return days is not None and says_when_back(days)


def is_left_out(o: Statement) -> bool:
    """Say whether its days are those that are not meant: "… sauf jeudi, et le matin pour Yasmine"."""
    return o.mood is Mood.REFUSED and o.prop.link is Link.EXCEPT


def _is_far(o: Statement, i: Clause, s: Statement, item: Clause) -> bool:
    """Say whether it is said of another child in another sentence, whose days yield to those of this one."""
    return o.prop.sentence != s.prop.sentence and bool(i.names) and bool(item.names) and not (i.names & item.names)


def _others(o: Statement, i: Clause, s: Statement, item: Clause) -> bool:
    """Say whether the days of an absence and of a booking, each of other children, say nothing of one another."""
    kinds = {o.do, s.do}
    apart = kinds == {Do.ABSENT, Do.BOOK} and (s.do is Do.BOOK or o.prop.sentence != s.prop.sentence)
    return apart and not _heads_both(o, i, s) and bool(i.names) and bool(item.names) and not (i.names & item.names)


def _books_another(o: Statement, i: Clause, s: Statement, item: Clause) -> bool:
    """Say whether it asks for another child behind an absence: "Léah est au lit, Nahel à la cantine demain svp"."""
    return o.do is Do.BOOK and not _heads_both(o, i, s) and bool(i.names and item.names) and not i.names & item.names


def _one_more(s: Statement, o: Statement) -> bool:
    """Say whether a day comes on top of what stands before it: "elle reste au lit, et ne vient pas demain non plus"."""
    return s.do is Do.ABSENT and o.do is Do.ABSENT and o.prop.same and not o.prop.says_who


def _heads_both(o: Statement, i: Clause, s: Statement) -> bool:
    """Say whether the day stands before both: "demain Victor est malade, Séverine cantine"."""
    first = o.prop.slots[0] if o.prop.slots else None
    if not isinstance(first, Days) or not first.bases or is_onset(first):
        return False
    return i.days is not None and i.days.start == first.start and o.prop.sentence == s.prop.sentence
