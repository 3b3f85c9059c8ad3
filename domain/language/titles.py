"""What a message takes from beside it: the subject of a mail, and the day of a question."""

from __future__ import annotations

from dataclasses import replace

from domain.language.clauses import Clause
from domain.language.lending import says_same, within
from domain.language.marks import Act, Mark, Who
from domain.language.sentences import World, marks_of
from domain.language.text import Text
from domain.language.when import Days, Sort
from domain.model.wish import Do


def _names_weekdays(days: Days) -> bool:
    """Say whether it is weekdays alone, for which the text may give the period ("… cantine du jeudi")."""
    return bool(days.bases) and not days.frames and all(b.sort in (Sort.WEEKDAY, Sort.EVERY) for b in days.bases)


def _means(clause: Clause, whos: list[Who]) -> bool:
    """Say whether "tous les deux" are those of the subject ("Sohan et Léah")."""
    named = {n for w in whos for n in w.names}
    return any(w.options and not w.names and named < set(w.options) for w in clause.whos)


def lend_asked(clauses: list[Clause], asked: list[Mark]) -> None:
    """Let "JB est inscrit jeudi ? Ajoutez Anne-Lise ce jour-là", "la gourde de Zoé ? mettez-la" be about it."""
    days = [m for m in asked if isinstance(m, Days)]
    whos = [m for m in asked if isinstance(m, Who) and m.names]
    for clause in clauses if len(whos) == 1 and not any(c.whos for c in clauses) else ():
        clause.whos = list(whos)
    for clause in clauses if len(days) == 1 else ():
        if clause.days is not None and says_same(clause.days):
            clause.days = days[0]


def lend_title(clauses: list[Clause], title: Text, world: World) -> frozenset[type[Mark]]:
    """Take from a mail's subject what its text leaves out altogether; return the kinds of marks so lent."""
    if not clauses or not title.plain.strip():
        return frozenset()
    marks = marks_of(title, world)
    whos = [m for m in marks if isinstance(m, Who)]
    days = [m for m in marks if isinstance(m, Days)]
    acts = [m for m in marks if isinstance(m, Act)]
    lacking_who = not any(c.whos for c in clauses)
    lacking_days = all(c.days is None or says_same(c.days) for c in clauses)
    lacking_acts = not any(c.acts or c.hours for c in clauses)
    for clause in clauses:
        bare = clause.bare
        if whos and (lacking_who or _means(clause, whos)):
            clause.whos = list(whos)
        if lacking_days and len(days) == 1:
            clause.days = days[0]
        elif len(days) == 1 and clause.days and not clause.days.bases and _names_weekdays(days[0]):
            clause.days = replace(
                clause.days, bases=tuple(replace(b, sort=Sort.EVERY, habit=True) for b in days[0].bases)
            )
        elif len(days) == 1:
            clause.days = within(clause.days, days[0])
        if lacking_acts and acts and (clause.do is Do.BOOK or (clause.do is Do.CANCEL and bare)):
            clause.acts, clause.act_in_cancel = list(acts), True
    lent = {Who: lacking_who and whos, Days: lacking_days and len(days) == 1, Act: lacking_acts and acts}
    return frozenset(kind for kind, given in lent.items() if given)
