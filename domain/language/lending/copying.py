"""What "pareil", "idem" and "aussi" repeat: all that was said of the child, the day or the activity before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise, takewhile
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.clauses import Clause
from domain.language.notions.marks import Act
from domain.language.notions.propositions import Link
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import Days, Sort
from domain.model.wish import Do

_STRONG: Final = Expression(r"\b(?:pareil\w*|idem|meme chose|de meme)\b")
_OF_THIS: Final = Expression(
    r"\b(?:pareil\w*|idem|chose|de meme) (?:aussi )?(?:pour|avec|concernant|niveau) (?:le |la |l'|son |sa |ses |les )?$"
    r"|\bde meme,? (?:que )?(?:le |la |l'|son |sa |ses |les )$"
)
_TOO: Final = Expression(r"\b(?:aussi|en plus|egalement|plus)\b")
#: Before whom it is like.
_LIKE: Final = Expression(r"\b(?:pareil\w*|idem|chose|de meme) (?:que |qu'|comme )(?:pour )?$")
#: These lend, and are no model for "pareil".
LENDERS = (Mood.TOLD, Mood.CONTEXT, Mood.FRAME)


#: One thing more, or less, and nothing else: "pareil mais aussi mardi".
_MORE_OR_LESS: Final = Expression(
    r"\b(?:aussi|en plus|egalement|plus|pas|sans|sauf|seulement|uniquement|que|juste|non)\b"
)


def change_by_but(plain: str, said: list[Statement]) -> None:
    """Let "Séverine : idem mais vendredi" be the same on Friday, and not on the other day as well."""
    for s, but in pairwise(said):
        kinds = {type(x) for x in but.prop.slots}
        turned = but.prop.link is Link.BUT and but.prop.sentence == s.prop.sentence and not but.prop.predicate
        same = s.prop.same and not s.prop.slots and s.mood is Mood.BARE and len(s.items) == 1
        plainly = len(kinds) == 1 and kinds <= {Days, Act} and but.mood in (Mood.BARE, Mood.CONTEXT)
        if turned and same and plainly and not _MORE_OR_LESS.search(plain, but.prop.start, but.prop.end):
            s.items[0].days, s.items[0].acts = but.items[0].days, list(but.items[0].acts)
            s.changed, but.mood, but.do = True, Mood.TOLD, None


def copy(plain: str, s: Statement, said: list[Statement], n: int) -> None:
    """Read "Sohan pareil", "mardi : pareil": all that was said of the child or the day before."""
    spoken = [o for o in said[:n][::-1] if o.do and o.mood not in LENDERS and o.prop is not s.prop]
    own = s.do if s.mood in (Mood.ASKED, Mood.STATED) or _is_headed(s, said[n - 1 : n]) else None
    models = [replace(i, do=own or i.do or o.do) for o in spoken for i in o.items[::-1] if i.says_what or i.days]
    item = s.items[0]
    otherwise = s.mood is Mood.ASKED and s.prop.says_when and bool(models) and models[0].says_what and _undoes(plain, s)
    asked = s.mood is Mood.ASKED and not s.prop.says_who and not otherwise
    if not models or asked or (s.verb and s.verb.whole):
        return
    context = said[n - 1].items[0] if said[n - 1].mood is Mood.CONTEXT and said[n - 1].prop.heads else None
    if context and context.whos and item.whos and _LIKE.search(plain, s.prop.start, item.whos[0].start):
        item.whos = []  # "Yasmine : mardi pareil que lui"
    item.whos = item.whos or (list(context.whos) if context else [])
    if n and not item.whos and s.prop.link is Link.BUT:
        _take_whom(item, s, said[n - 1])
    if s.changed and item.says_what:
        s.items, s.do = [replace(models[0], whos=list(item.whos), acts=list(item.acts))], s.do or spoken[0].do
        return
    if item.says_what:
        if alike := _only_these(plain, s, models):
            s.do, s.items = s.do or spoken[0].do, alike
        elif not _move_too(s, spoken):
            _and_more(plain, s, models)
        return
    days = item.days or (context.days if context else None)
    strong = _STRONG.search(plain, s.prop.start, s.prop.end)
    more = strong is not None and not (item.days and item.days.start < strong.start())  # not "Yasmine : mardi pareil"
    if days and days is item.days and _TAKEN_OFF.search(plain, days.start, days.end):
        s.items, s.do = _without_days(s, models, days), s.do or spoken[0].do
        return
    if copies := _copies(s, item, models, days, whole=more and not s.changed):
        s.do = s.do or spoken[0].do
        s.items = copies
        _but_then(s, said[n + 1 : n + 2])


def _but_then(s: Statement, after: list[Statement]) -> None:
    """Let "Séverine : idem, mais vendredi" be of that day alone."""
    other = after[0] if after and not s.prop.slots else None
    if other is None or other.prop.link is not Link.BUT or other.prop.sentence != s.prop.sentence or other.prop.same:
        return
    dated = bool(other.prop.slots) and all(isinstance(x, Days) and x.bases for x in other.prop.slots)
    if dated and other.mood in (Mood.BARE, Mood.CONTEXT) and not other.prop.negative and len(s.items) == 1:
        s.items = [replace(s.items[0], days=other.items[0].days)]
        other.mood, other.do = Mood.TOLD, None


def _is_headed(s: Statement, above: list[Statement]) -> bool:
    """Say whether a heading says what is done with it: "à annuler : la même chose le 11"."""
    return bool(above) and s.prop.link is Link.COLON and above[0].mood is Mood.FRAME and above[0].prop.heads


def _undoes(plain: str, s: Statement) -> bool:
    """Say whether "annulez la même chose vendredi" is of all that was booked before."""
    what = _SAME_THING.search(plain, s.prop.start, s.prop.end)
    return s.do is Do.CANCEL and what is not None and not s.prop.says_what


_SAME_THING: Final = Expression(r"\b(?:la meme (?:chose|activite|prestation)|les memes (?:choses|activites))\b")


def _take_whom(item: Clause, s: Statement, near: Statement) -> None:
    """Let "Luka idem, mais aussi mardi" be of Luka."""
    if near.prop.says_who and near.prop.sentence == s.prop.sentence:
        item.whos = list(near.items[-1].whos)


def _only_these(plain: str, s: Statement, models: list[Clause]) -> list[Clause]:
    """Return "Luka idem pour la cantine seulement": of all that was said of Elio, his lunches."""
    item, same = s.items[0], _STRONG.search(plain, s.prop.start, s.prop.end)
    behind = bool(item.acts) and all(
        a.start >= s.prop.end for a in item.acts
    )  # "pareil pour Luka, mais au goûter seulement"
    only = s.prop.only or (behind and not _TOO.search(plain, s.prop.end, item.acts[-1].start))
    if not (same and item.whos and item.days is None and only) or item.names == models[0].names:
        return []
    wanted = {(a.part, a.codes) for a in item.acts}
    group = list(takewhile(lambda m: m.names == models[0].names, models))[::-1]
    alike = [m for m in group if {(a.part, a.codes) for a in m.acts} & wanted]
    if behind:
        own = replace(item, do=models[0].do)
        return [replace(own, days=m.days) for m in alike or group[:1]]
    return [replace(m, whos=list(item.whos)) for m in alike]


def _and_more(plain: str, s: Statement, models: list[Clause]) -> None:
    """Read "les garçons pareil plus la cantine": the same, and one thing more."""
    first = min((a.start for a in s.items[0].acts), default=0)
    if _OF_THIS.search(plain[s.prop.start : first]):
        return  # "pareil pour le goûter de Séverine"
    same = _STRONG.search(plain, s.prop.start, s.prop.end)
    if s.items[0].whos and same and same.start() < first:  # "garderie matin - idem" is of the same days
        group = list(takewhile(lambda m: m.names == models[0].names, models))[::-1]
        s.items = [*(replace(m, whos=list(s.items[0].whos)) for m in group), *s.items]


def _move_too(s: Statement, spoken: list[Statement]) -> bool:
    """Read "décaler la cantine de jeudi à vendredi. Pareil pour le goûter" as two moves; say whether it was that."""
    item, halves = s.items[0], spoken[:2]
    apart = {o.do for o in halves} == {Do.BOOK, Do.CANCEL} and s.mood is Mood.BARE and item.days is None
    near = len({o.prop.sentence for o in halves}) == 1 and len(s.items) == 1
    moves = apart and near and all(o.items[-1].days for o in halves)
    if moves:
        s.items = [
            replace(item, do=o.do, days=o.items[-1].days, whos=item.whos or list(o.items[-1].whos), act_in_cancel=True)
            for o in halves[::-1]
        ]
    return moves


def _copies(s: Statement, item: Clause, models: list[Clause], days: Days | None, *, whole: bool) -> list[Clause]:
    last = models[0]
    if not item.whos:
        group = list(takewhile(lambda m: m.days == last.days, models))[::-1]
        return [replace(m, days=days) for m in group] if days else []
    group = list(takewhile(lambda m: m.names == last.names, models))[::-1]
    if days and s.prop.only:
        return [replace(m, whos=list(item.whos), days=_restricted(days, m.days)) for m in group]
    copies = [replace(m, whos=list(item.whos)) for m in group]
    if days is None:
        return copies
    if item.days is days and days.bases and all(b.sort is Sort.EVERY for b in days.bases):
        return [replace(last, whos=list(item.whos), days=_restricted(days, last.days))]  # "… tous les vendredis pareil"
    model = next((m for m in group if m.days and _named(days) <= _named(m.days)), last)
    more = replace(model, whos=list(item.whos), days=days)
    return [*copies, more] if item.days is days and s.mood is Mood.BARE and whole else [more]


#: "Luka pareil, vendredi en moins".
_TAKEN_OFF: Final = Expression(r"\b(?:en moins|excepte|exclue?s?|mis a part|non (?:compris|inclus))\b")


def _without_days(s: Statement, models: list[Clause], days: Days) -> list[Clause]:
    """Return all that was said of the child before, without the days that are taken off."""
    group = list(takewhile(lambda m: m.names == models[0].names, models))[::-1]
    whos, off = list(s.items[0].whos), days.bases
    return [replace(m, whos=whos, days=replace(m.days, excepts=(*m.days.excepts, *off))) for m in group if m.days]


def _named(days: Days) -> set[tuple[Sort, tuple[date, ...], tuple[int, ...]]]:
    return {(b.sort, b.days, b.weekdays) for b in days.bases}


def _restricted(days: Days, model: Days | None) -> Days:
    """Return days within the period of others ("aussi mais seulement les jeudis")."""
    return replace(days, frames=model.frames) if model and not days.frames else days
