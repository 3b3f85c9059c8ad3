"""Several moves in one: "décaler la cantine de lundi à mardi et le goûter de jeudi à vendredi", or in a list."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from domain.language.moves.moves import ends_of, part_of_move
from domain.language.notions.clauses import Clause
from domain.language.notions.propositions import Link
from domain.language.notions.statement import Mood, Statement
from domain.model.wish import Do


def split_each(plain: str, s: Statement) -> list[Statement]:
    """Return what each of the moves of one demand calls off and books instead; nothing for a demand of one move."""
    moves = s.verb is not None and s.verb.move
    return _halves(plain, s, s.items) if moves and len(s.items) > 1 and _each_moves(plain, s.items) else []


def below_move(plain: str, said: list[Statement]) -> list[Statement]:
    """Read the lines below "à décaler pour Zoé :" as moves, each from its first day to its second."""
    done = list[Statement]()
    rows = list[Statement]()
    for n, s in enumerate(said):
        if any(s is row for row in rows):
            continue
        rows = _rows(plain, s, said[n + 1 :])
        head = s.items[0].whos
        done += [replace(s, mood=Mood.CONTEXT, do=None, prop=replace(s.prop, verbs=[]))] if rows else [s]
        for row in rows:
            done += _halves(plain, row, [replace(i, whos=i.whos or list(head)) for i in row.items])
    return done


def _rows(plain: str, head: Statement, after: list[Statement]) -> list[Statement]:
    announces = head.verb is not None and head.verb.move and head.prop.heads and not head.prop.says_when
    if not announces:
        return []
    listed = (Link.COLON, Link.START, Link.AND)
    return list(
        takewhile(lambda o: o.mood is Mood.BARE and o.prop.link in listed and _each_moves(plain, o.items), after)
    )


def _each_moves(plain: str, items: list[Clause]) -> bool:
    """Say whether each names two days: "de lundi à mardi"."""
    return all(i.days and i.acts and len(i.days.bases) == 1 and len(ends_of(plain, i.days)) > 1 for i in items)


def _halves(plain: str, s: Statement, items: list[Clause]) -> list[Statement]:
    halves = list[Statement]()
    for item in items:
        before, after = ends_of(plain, item.days)[:2] if item.days else (None, None)
        halves.append(part_of_move(s, Do.CANCEL, item.whos, item.acts, before))
        halves.append(part_of_move(s, Do.BOOK, item.whos, item.acts, after))
    return halves
