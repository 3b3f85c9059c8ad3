"""What a refusal is about: "Sohan : mardi aussi mais pas jeudi", "Le 11, aucun des deux", "… sauf Ilyès le jeudi"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.clauses import Clause
from domain.language.notions.marks import Who
from domain.language.notions.propositions import Link
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import Days, Sort
from domain.model.wish import Do

_NOBODY: Final = Expression(r"\b(?:personne|aucun|tout le monde|ni l'une? ni l'autre)\b")


def lend_refusal(plain: str, item: Clause, s: Statement, said: list[Statement], n: int) -> None:
    """Limit a refusal to the child, the days and the activity that it is about."""
    before = said[:n]
    _of_heading(item, s, before)
    _whose(plain, item, s, before)
    _only_here(item, s, said, n)
    _on_its_day(item, s, said, n)


def _of_heading(item: Clause, s: Statement, before: list[Statement]) -> None:
    """Limit "mardi non" to whom and what its list is of: "Victor cantine", "lundi oui", "mardi non"."""
    if item.whos or item.says_what or s.prop.link is not Link.START or not s.prop.says_when:
        return
    row = (Mood.BARE, Mood.REFUSED)
    head = next((o for o in before[::-1] if o.mood not in row or o.prop.says_who or o.prop.says_what), None)
    if head and head.mood is Mood.CONTEXT and head.prop.says_who and head.prop.says_what and not head.prop.says_when:
        item.whos, item.acts = list(head.items[-1].whos), list(head.items[-1].acts)
        item.hours = list(head.items[-1].hours)
    named = next((o for o in before[::-1] if o.mood not in row or o.prop.says_who), None)
    if named and named.mood is Mood.CONTEXT and {type(x) for x in named.prop.slots} == {Who} and s.prop.nothing:
        item.whos = list(named.items[-1].whos)  # "Luka", "lundi midi", "mardi rien": nothing for Luka


def _whose(plain: str, item: Clause, s: Statement, before: list[Statement]) -> None:
    """Limit a refusal to the child whose days or activities it is about ("Sohan : mardi aussi mais pas jeudi")."""
    if s.prop.link is Link.EXCEPT and not item.whos and not item.says_what and _shared(before):
        return
    near = [i for o in before[::-1] for i in o.items[::-1] if i.whos and o.prop.sentence == s.prop.sentence]
    if not item.whos and not item.bare and near and not _NOBODY.search(plain, s.prop.start, s.prop.end):
        item.whos = list(near[0].whos)
    head = before[-1] if before and before[-1].mood is Mood.CONTEXT and s.prop.link is Link.COLON else None
    beside = (
        before[-1]
        if before and before[-1].mood is Mood.CONTEXT and before[-1].prop.sentence == s.prop.sentence
        else None
    )
    if beside and beside.prop.slots and all(isinstance(x, Days) for x in beside.prop.slots):
        head = head or beside  # "Le 11, aucun des deux."
    item.days = item.days or (head.items[-1].days if head else None)
    booked = [i for o in before if o.prop.sentence == s.prop.sentence and o.do is Do.BOOK for i in o.items]
    elsewhere = any(o.prop.sentence != s.prop.sentence and o.do is Do.BOOK for o in before)
    if len(booked) == 1 and elsewhere and item.whos and not (item.days or item.says_what):
        item.acts, item.hours, item.days = list(booked[0].acts), list(booked[0].hours), booked[0].days
    here = next(
        (o.items[-1].days for o in before[::-1] if o.prop.sentence == s.prop.sentence and o.items[-1].days), None
    )
    if s.prop.nothing and item.whos and not item.says_what:
        item.days = item.days or here
    elif item.whos and item.days is None and not item.says_what and near:
        item.days = _heading(near, item)
    turned = before[-1] if before and s.prop.link is Link.EXCEPT and before[-1].prop.link is Link.BUT else None
    if turned and item.days is None and all(isinstance(x, Days) for x in turned.prop.slots):
        item.days = turned.items[-1].days  # "… mais jeudi sans le créatif"
    dated = next((i.days for o in before[::-1] for i in o.items[::-1] if i.days and i.days.bases), None)
    if item.days and any(b.sort is Sort.SAME for b in item.days.bases) and dated:
        item.days = replace(dated, bases=dated.bases[-1:])  # "… et vendredi, mais pas Victor ce jour-là"


def _only_here(item: Clause, s: Statement, said: list[Statement], n: int) -> None:
    """Let "Elio mardi à la cantine, Luka non" refuse Luka no more than that, where another sentence asks for him."""
    if item.days or item.says_what or not item.whos:
        return
    here = [o for o in said[:n][::-1] if o.do is Do.BOOK and o.prop.sentence == s.prop.sentence]
    elsewhere = [i for o in said if o.prop.sentence != s.prop.sentence and o.do is Do.BOOK for i in o.items]
    if here and any(i.names & item.names for i in elsewhere):
        beside = here[0].items[-1]
        item.acts, item.hours, item.days = list(beside.acts), list(beside.hours), beside.days


def _on_its_day(item: Clause, s: Statement, said: list[Statement], n: int) -> None:
    """Let "jeudi : le goûter ; vendredi : la cantine et pas le goûter" refuse that on Friday alone."""
    if item.days or not item.says_what or s.prop.link is not Link.BUT:
        return
    booked = [o for o in said if o.do is Do.BOOK and o.mood is not Mood.TOLD]
    here = [o for o in said[:n][::-1] if o in booked and o.prop.sentence == s.prop.sentence and o.prop.says_what]
    mine = {(a.part, a.codes) for a in item.acts}
    others = [i for o in booked if o.prop.sentence != s.prop.sentence for i in o.items]
    if here and any(mine & {(a.part, a.codes) for a in i.acts} for i in others):
        item.days = here[0].items[-1].days


def _shared(before: list[Statement]) -> bool:
    """Say whether what stands before an exception is one list for one time ("Nahel au goûter, Léah midi, sauf …")."""
    items = before[-1].items if before else []
    return len(items) > 1 and len({(i.days.bases, i.days.frames) if i.days else None for i in items}) == 1


def _heading(near: list[Clause], item: Clause) -> Days | None:
    """Return the day that heads what is refused: "lundi Zoé midi, Luka soir, mardi Zoé midi, Luka rien"."""
    last, days = near[0], near[0].days
    leads = days is not None and bool(last.whos) and days.start < last.whos[0].start
    other = any(i.days is not None and i.days != days and i.names & item.names for i in near)
    return days if leads and other and not last.names & item.names else None
