"""Moves that no verb of moving says: "jeudi devient vendredi", "jeudi -> vendredi", "c'était jeudi, ce sera lundi"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from domain.language.lexicon.given_over import MAKES_WAY
from domain.language.matching.expression import Expression
from domain.language.moves.moves import part_of_move
from domain.language.notions.marks import Act, Who
from domain.language.notions.propositions import Link
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import Days, Sort
from domain.model.wish import Do

_TWO: Final = 2
#: Between a day and the one that takes its place.
_BECOMES: Final = Expression(
    r"\s*,? ?(?:devien(?:t|nent|dra|drait)|se transforme en|est remplacee? par|sera remplacee? par"
    rf"|{MAKES_WAY})"
    r" (?:(?:donc|plutot|finalement) )?(?:le |un )?"
)
#: The same as a sign, which stands for a span of days too where nothing is to be changed.
_ARROW: Final = Expression(r"\s*(?:[-=]+>|¤|»|>)\s*")
#: What stood so far, right before its day: "c'était (réservé) jeudi".
_WAS: Final = Expression(
    r"\b(?:c'etait|etait(?: bien)?)(?: (?:reserve|prevu|note|inscrit|mis|coche|cale)e?s?)?(?: (?:pour|le|a|au))* $"
)
#: What it shall be: "ce sera vendredi".
_WILL_BE: Final = Expression(
    r"[\s,;.]*(?:(?:mais|et|maintenant|finalement|du coup|en fait|or|desormais),? )*"
    r"(?:(?:ce|ca) sera(?:it)?|ca devient|c'est|il (?:me |nous )?(?:la |le |l')?(?:faut|faudrait))"
    r"(?: (?:donc|maintenant|plutot|finalement))* "
)
#: A change of mind: "c'était réservé jeudi mais je change".
_CHANGES: Final = Expression(r"\W*(?:mais |or |et |donc )*(?:je|on|nous) (?:change|modifi|deplac|decal|chang)\w*\b")
#: A day that is dropped: "on oublie jeudi et on met vendredi".
_DROPPED: Final = Expression(r"(?:\b(?:on|je|nous) |[,;:.!] |^)oubli(?:e|ez|ons) (?:donc )?(?:le |pour )?$")
#: Who stands in for a colleague moves nothing: "collègue absente, je la remplace jeudi".
_STANDS_IN: Final = Expression(
    r"\b(?:je|on|nous) (?:(?:dois|doit|devons|vais|va|allons) )?(?:(?:la|le|les) remplac\w+"
    r"|remplac\w+ (?:une?|des|mon|ma|mes) (?:[a-z]+ )?(?:collegues?|chef\w*|medecin|infirmiere?|voisine?|amie?))"
)


def restated(plain: str, said: list[Statement]) -> list[Statement]:
    """Return statements with such moves as what is called off and what is booked instead."""
    for s in said:
        if s.verb is not None and s.verb.move and _STANDS_IN.search(plain, s.prop.start, s.prop.end):
            s.mood, s.do, s.prop.verbs, s.prop.told = Mood.TOLD, None, [], True
    said = _becoming(plain, said)
    said = _was_and_will_be(plain, said)
    _changed_mind(plain, said)
    _dropped(plain, said)
    _another_name(plain, said)
    return said


def _days(s: Statement) -> list[Days]:
    """Return the days that it names, one by one."""
    return [
        replace(d, start=b.start, end=b.end, bases=(b,), excepts=())
        for d in s.prop.slots
        if isinstance(d, Days) and not d.frames
        for b in d.bases
        if b.sort is not Sort.AGO  # "c'était mardi, maintenant c'est jeudi"
    ]


def _becoming(plain: str, said: list[Statement]) -> list[Statement]:
    done = list[Statement]()
    for s in said:
        days = _days(s)
        if len(days) != _TWO:
            done.append(s)
            continue
        head = next((o for o in done[::-1] if o.prop.sentence == s.prop.sentence and _moves(o) and not _days(o)), None)
        own = s.verb is not None and s.verb.move
        signs = (_BECOMES, _ARROW) if head or s.prop.change else (_BECOMES,)
        pairs = _are_restated(plain, *days) or _stand_by(plain, days, signs)
        source = _source(s, done, head)
        told = s.mood is Mood.TOLD and head is not None and head.mood is Mood.ASKED and head.prop.verbs  # done above it
        if not pairs or own or told or source is None:
            done.append(s)
            continue
        if source is not s:
            source.mood, source.do = Mood.TOLD, None
            source.prop.verbs = []
        done += _halves(s, source, days[0], s, days[1])
    return done


def _stand_by(plain: str, days: list[Days], signs: tuple[Expression, ...]) -> bool:
    return any(e.fullmatch(plain, days[0].end, days[1].start) for e in signs)


def _are_restated(plain: str, old: Days, new: Days) -> bool:
    """Say whether "c'était mardi, maintenant c'est jeudi" was read as one list."""
    return _WAS.search(plain, 0, old.start) is not None and _WILL_BE.fullmatch(plain, old.end, new.start) is not None


def _moves(s: Statement) -> bool:
    """Say whether it announces a change: "la cantine de Zoé est à décaler"."""
    return any(v.move or v.change for v in s.prop.verbs) or s.prop.change


def _source(s: Statement, before: list[Statement], head: Statement | None) -> Statement | None:
    """Return what names the activity that changes its day."""
    here = [o for o in before[::-1] if o.prop.sentence == s.prop.sentence and o.mood is not Mood.REFUSED]
    return next((o for o in (s, *([head] if head else []), *here) if o.prop.of(Act)), None)


def _halves(old: Statement, source: Statement, gone: Days, new: Statement, come: Days) -> list[Statement]:
    named = (source, old) if source is not old else (old,)
    whos = [w for o in named for w in o.prop.slots if isinstance(w, Who)]
    acts = [a for a in source.prop.slots if isinstance(a, Act)]
    return [part_of_move(old, Do.CANCEL, whos, acts, gone), part_of_move(new, Do.BOOK, whos, acts, come)]


def _was_and_will_be(plain: str, said: list[Statement]) -> list[Statement]:
    done = list[Statement]()
    for s in said:
        before = done[-1] if done and _WILL_BE.match(plain, s.prop.start) else None
        gone, come = _days(before)[-1:] if before else [], _days(s)
        source = _source(before, done[:-1], None) if before else None
        fits = before is not None and source is not None and len(come) == 1 == len(gone)
        quiet = before is not None and not before.prop.negative and not s.prop.negative
        if not (fits and quiet) or any(not isinstance(x, Days) for x in s.prop.slots):
            done.append(s)
            continue
        was = _WAS.search(plain, 0, gone[0].start) is not None
        if not (was and before and source) or before.prop.verbs or s.prop.link is Link.EXCEPT:
            done.append(s)
            continue
        done[-1:] = _halves(before, source, gone[0], s, come[0])
    return done


def _changed_mind(plain: str, said: list[Statement]) -> None:
    """Let "mettez la cantine le 11 ? c'était réservé le 13 mais je change" call off the day that was booked."""
    for asked, (s, after) in zip(said, pairwise(said[1:]), strict=False):
        days = _days(s)
        booked = s.booked and s.mood is Mood.TOLD and len(days) == 1 == len(s.prop.slots)
        whole = asked.mood is Mood.ASKED and asked.do is Do.BOOK and asked.prop.says_what and asked.prop.says_when
        changes = after.prop.sentence == s.prop.sentence and _CHANGES.match(plain, after.prop.start) is not None
        if booked and whole and changes:
            _call_off(s, asked)


def _dropped(plain: str, said: list[Statement]) -> None:
    """Let "on oublie jeudi et on met vendredi" call off the one day as the other is booked."""
    for n, (s, after) in enumerate(pairwise(said)):
        days = _days(s)
        last = len(days) == 1 and isinstance(s.prop.slots[-1], Days)
        alone = s.mood is Mood.TOLD and last and not s.prop.negative
        books = after.mood is Mood.ASKED and after.do is Do.BOOK and after.prop.says_when
        if alone and books and after.prop.sentence == s.prop.sentence and _DROPPED.search(plain, 0, days[0].start):
            source = _source(after, [*said[:n], s], None)
            if source is not None:
                _call_off(s, source)


def _another_name(plain: str, said: list[Statement]) -> None:
    """Let "je me suis trompée de prénom, Séverine et non Victor au goûter" set her against him."""
    for s, after in pairwise(said):
        if not (s.prop.slots and after.prop.slots and s.prop.mistake) or s.prop.verbs or after.prop.verbs:
            continue
        one, other = s.prop.slots[-1], after.prop.slots[0]
        named = isinstance(one, Who) and isinstance(other, Who) and not set(one.names) & set(other.names)
        beside = not plain[one.end : after.prop.start].strip()
        if named and beside and after.prop.negative and after.prop.link is Link.BUT:
            s.mood, s.prop.equates = Mood.BARE, True


def _call_off(s: Statement, source: Statement) -> None:
    s.mood, s.do = Mood.STATED, Do.CANCEL
    for item in s.items:
        item.acts, item.act_in_cancel = list(source.items[-1].acts), True
        item.whos = item.whos or list(source.items[-1].whos)
