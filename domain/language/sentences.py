"""Finds everything in a text, and tells requests from questions, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from domain.language.activities import find_activities
from domain.language.commands import confirms, topic_of
from domain.language.days import read_days
from domain.language.hours import Hour, find_hours
from domain.language.intent import find_cues, find_reasons, find_stops, find_verbs
from domain.language.marks import Act, Cue, Force, Mark, Sign, Verb, Who, Why
from domain.language.people import find_children
from domain.language.text import Text
from domain.language.told import find_told
from domain.language.when import Days, Scene, Sort
from domain.model.family import Family
from domain.model.structure import Structure
from domain.model.wish import Command, Do, Hints, Reason

_INJECTED: Final = re.compile(
    r"\bignore[zr]? (?:\w+ ){0,3}(?:instructions?|regles|consignes)\b|\binstructions? precedentes?\b"
    r"|\bsystem ?:|\bprompt\b|\btu es (?:maintenant|desormais|un)\b|\bassistant\b|<\w+>"
    r"|\bignore (?:all|previous)\b"
)
_REQUEST: Final = re.compile(
    r"\b(?:pouvez|pourriez|peux|pourrais|pourrez|possible|svp|merci|puis-je|peut|pourrait|pourra|puisse)\b"
)
#: The sender does not know yet.
_UNSURE: Final = re.compile(
    r"\b(?:(?:ne )?sa(?:is|it|vons) pas (?:encore |trop )?si|hesite\w*|pas (?:encore )?(?:certaine?|sure?)"
    r"|sous reserve|a confirmer"
    r"|je verrai|on verra|nous verrons)\b|\b(?:peut[- ]etre|eventuellement)\b(?! (?:aussi |egalement "
    r"|meme )?(?:le |ce )?(?:lundi|mardi|mercredi|jeudi|vendredi|\d))"
)
#: Said in passing beside a request, or a matter for a person by itself.
_SOFT: Final = re.compile(r"\b(?:chercher|recuperer|reprendre|retard)\b")
#: A question of who, where, how is never a request.
_WHOM: Final = re.compile(
    r"\b(?:a qui|comment|pourquoi|ou (?:dois|puis|faut|peut)|que faut|qui (?:dois|peut)|si (?:j'|je|on"
    r"|nous))\b[^.!?]*\?"
)
_WHY: Final = re.compile(r"\b(?:que s'est|qu'est-ce|pourquoi|comment|que s|quoi)\b")
_CLAUSES: Final = re.compile(r"[,.!?;\n]+|\bpar contre\b|\ben revanche\b|\bmais\b|\btandis que\b|\balors que\b")


@dataclass(frozen=True, slots=True)
class World:
    """What a text is read with: the family, its structure, the day, and answers already given."""

    family: Family
    structure: Structure
    scene: Scene
    hints: Hints


@dataclass(frozen=True, slots=True)
class Found:
    """The marks of a text, and the commands that some of its sentences are."""

    marks: list[Mark]
    commands: list[Command]
    asked: list[Mark]  # what stands in the questions
    injected: bool = False  # some of it speaks to a machine


def _clock_hours(plain: str) -> list[Hour]:
    """Return the hours but "à midi", which is lunch here."""
    return [h for h in find_hours(plain) if "midi" not in plain[h.start : h.end]]


def marks_of(text: Text, world: World) -> list[Mark]:
    """Return every mark of a text in order; where two overlap, the kind named first here has it."""
    plain, reasons = text.plain, find_reasons(text.plain)
    kinds: list[Iterable[Mark]] = [
        [w for w in reasons if plain[w.start].isdigit()],  # "38.5" is no date
        read_days(text, world.scene), find_children(text, world.family), _clock_hours(plain),
        reasons, find_verbs(text), find_activities(plain, world.structure),
    ]  # fmt: skip
    kept, taken = list[Mark](), [False] * (len(plain) + 1)

    def keep(marks: Iterable[Mark]) -> None:
        for mark in marks:
            inner = mark.start + (1 if isinstance(mark, Verb) else 0)
            if not any(taken[inner : mark.end]):
                taken[mark.start : mark.end] = [True] * (mark.end - mark.start)
                kept.append(mark)

    for marks in kinds:
        keep(marks)
    kept = [m for m in kept if not _caught_from(m, kept, plain)]
    cues = find_cues(plain)
    known = {s.start for s in cues if s.cue not in (Cue.NOT, Cue.NOT_BUT, Cue.OTHER_VERB)}
    keep(s for s in find_told(plain, kept, taken) if s.start not in known)
    keep(cues)
    spans = [(m.start, m.end) for m in kept if not isinstance(m, Sign) or m.cue is not Cue.BUT]
    kept += find_stops(plain, spans)
    return sorted(kept, key=lambda m: (m.start, m.end))


def _caught_from(mark: Mark, marks: list[Mark], plain: str) -> bool:
    """Say whether it is somebody whose illness a child has caught ("la gastro de son frère")."""
    return (
        isinstance(mark, Who)
        and bool(mark.sibling)
        and any(
            isinstance(m, Why)
            and m.end < mark.start
            and re.fullmatch(r" (?:de|d'|comme|chez)\s?", plain[m.end : mark.start])
            for m in marks
        )
    )


def _sentences(plain: str, marks: list[Mark]) -> list[tuple[int, int]]:
    """Return where sentences and lines begin and end; a question mark belongs to the sentence it ends."""
    stops = [m for m in marks if isinstance(m, Sign) and m.cue is Cue.STOP]
    starts = [0, *[s.end for s in stops]]
    ends = [*[s.end for s in stops], len(plain)]
    return [(s, e) for s, e in zip(starts, ends, strict=True) if e > s]


def find(text: Text, world: World) -> Found:
    """Sort a text's marks into those of requests and those of questions, and name the commands."""
    marks = _without_past(_without_bystanders(text.plain, marks_of(text, world)), world.scene.today)
    kept, commands, asked = list[Mark](), list[Command](), list[Mark]()
    for start, end in _sentences(text.plain, marks):
        mine = [m for m in marks if start <= m.start < end]
        command, since = _topic(
            text.plain[start:end], [replace(m, start=m.start - start, end=m.end - start) for m in mine]
        )
        since = start + since if command else end
        kept += [m for m in mine if m.start < since or (isinstance(m, Sign) and m.cue is Cue.STOP)]
        soft = command is Command.HUMAN and _SOFT.search(text.plain[start:end]) and "?" not in text.plain[start:end]
        if command and not (soft and len(mine) < len(marks)):
            commands.append(command)
            asked += [m for m in mine if since <= m.start]
    return Found(kept, commands, asked, _INJECTED.search(text.plain) is not None)


def _without_past(marks: list[Mark], today: date) -> list[Mark]:
    """Drop past days told beside coming ones, or in a sentence about nothing of ours ("merci pour hier")."""
    over = [m for m in marks if isinstance(m, Days) and _is_past(m, today)]
    coming = any(isinstance(m, Days) and not _is_past(m, today) for m in marks)
    stops = [0, *[m.end for m in marks if isinstance(m, Sign) and m.cue is Cue.STOP], 1 << 30]

    def beside(days: Days, *kinds: type) -> bool:
        start = max(s for s in stops if s <= days.start)
        end = min(s for s in stops if s > days.start)
        return any(isinstance(m, kinds) and start <= m.start < end for m in marks)

    dropped = {m.start for m in over if not beside(m, Why) and (coming or not beside(m, Who, Act))}
    return [m for m in marks if not (isinstance(m, Days) and (m.start in dropped or _is_onset(m)))]


def _is_onset(days: Days) -> bool:
    """Say whether it only says when something began or was written ("depuis hier", "notre conversation de mardi")."""
    return bool(days.bases) and not days.frames and all(b.sort is Sort.AGO for b in days.bases)


def _is_past(days: Days, today: date) -> bool:
    return bool(days.bases) and not days.frames and all(
        b.sort is Sort.DAY and b.days and max(b.days) < today for b in days.bases
    )  # fmt: skip


def _topic(sentence: str, marks: list[Mark]) -> tuple[Command | None, int]:
    """Return the sentence's command and where its words begin (0 when the whole sentence is the question)."""
    if _INJECTED.search(sentence):
        return Command.HUMAN, 0
    if _UNSURE.search(sentence) and any(isinstance(m, Verb | Days) for m in marks):
        return Command.HUMAN, 0
    if confirms(sentence):
        return Command.CART_VALIDATE, 0
    found = topic_of(sentence)
    if found is None:
        return (Command.HUMAN, 0) if _doubtful(sentence, marks) else (None, 0)
    command, at = found
    if _is_request(sentence, marks, command):
        return None, 0
    before = [m for m in marks if not isinstance(m, Sign) and m.end <= at]
    asked = any(isinstance(m, Verb) and m.do and m.force is not Force.NOUN for m in before)
    named = any(isinstance(m, Days | Act | Who) for m in before)
    apart = before and re.search(r"[,:]|\bet\b|\bau passage\b", sentence[before[-1].end : at + 1])
    return command, at if asked and named and apart and command is not Command.HUMAN else 0


def _says_all(marks: list[Mark]) -> bool:
    """Say whether a verb of ours stands with an activity and a day."""
    verb = any(isinstance(m, Verb) and m.do and m.force is not Force.NOUN for m in marks)
    return verb and any(isinstance(m, Act) for m in marks) and any(isinstance(m, Days) for m in marks)


def _asking(marks: list[Mark]) -> list[Verb]:
    return [m for m in marks if isinstance(m, Verb) and m.do and m.force is Force.ASKED]


def _ill(marks: list[Mark]) -> bool:
    return any(isinstance(m, Why) and m.reason in (Reason.SICK, Reason.FAMILY) for m in marks)


def _doubtful(sentence: str, marks: list[Mark]) -> bool:
    """Say whether it is a question that asks for nothing we know ("Elio mange à la cantine lundi ?")."""
    if "?" in sentence and (_WHOM.search(sentence) or (_ill(marks) and _WHY.search(sentence))):
        return True
    if "?" not in sentence or _asking(marks) or _ill(marks):
        return False
    polite = _REQUEST.search(sentence) is not None
    if polite and any(isinstance(m, Verb) and m.do for m in marks):
        return False
    informed = any(not isinstance(m, Sign) for m in marks) or not polite
    return informed and not (polite and any(isinstance(m, Days) for m in marks))


def _is_request(sentence: str, marks: list[Mark], command: Command) -> bool:
    """Say whether a sentence with a topic's words asks for lines after all ("s'il reste de la place, inscrivez…")."""
    asking = _asking(marks)
    if command is Command.HUMAN and _SOFT.search(sentence) and _says_all(marks):
        return True
    if command is Command.HUMAN and any(
        isinstance(m, Who) and re.search(r"\boublie (?:la |le |de |d')?$", sentence[: m.start]) for m in marks
    ):
        return True  # "j'ai oublié Léah !"
    if command is Command.HUMAN:
        return (bool(asking) and not _WHOM.search(sentence)) or _ill(marks)
    if command is Command.CALENDAR_SHOW:
        moves = any(isinstance(m, Verb) and m.move for m in marks)
        return bool(asking or moves) and _REQUEST.search(sentence) is not None
    return command is Command.AVAILABILITY_ASK and bool(asking) and "?" not in sentence


def _away(marks: list[Mark], start: int, end: int) -> bool:
    """Say whether a clause with "est chez son père" calls something off as well ("… donc pas de cantine")."""
    inside = [m for m in marks if start <= m.start < end]
    off = any(isinstance(m, Verb) and m.do in (Do.CANCEL, Do.ABSENT) for m in inside)
    return (off and any(isinstance(m, Days) for m in inside)) or any(
        isinstance(m, Sign) and m.cue is Cue.NOT and any(isinstance(a, Act) and a.start > m.start for a in inside)
        for m in inside
    )


def _without_bystanders(plain: str, marks: list[Mark]) -> list[Mark]:
    """Drop what is said of children whom nothing concerns ("par contre Yasmine viendra comme prévu")."""
    unaffected = [m for m in marks if isinstance(m, Sign) and m.cue is Cue.UNAFFECTED]
    if not unaffected:
        return marks
    starts = [0, *[m.end() for m in _CLAUSES.finditer(plain)]]
    ends = [*[m.start() for m in _CLAUSES.finditer(plain)], len(plain)]
    clauses = zip(starts, ends, strict=True)
    dropped = [(s, e) for s, e in clauses if any(s <= u.start < e for u in unaffected) and not _away(marks, s, e)]

    def is_dropped(mark: Mark) -> bool:
        stop = isinstance(mark, Sign) and mark.cue in (Cue.STOP, Cue.BREAK)
        keeps = isinstance(mark, Verb) and mark.do is Do.CANCEL
        return not stop and not keeps and any(s <= mark.start < e for s, e in dropped)

    return [m for m in marks if not is_dropped(m)]
