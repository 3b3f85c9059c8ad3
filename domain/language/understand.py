"""From a message to what it means: phrases, then refiners, in order. Pure: the same words on the same day mean the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from domain.language import lexicon as lex
from domain.language.activities import find_activities, running, choose
from domain.language.calendar import lay
from domain.language.clauses import Clause, Reader, Reading
from domain.language.commands import small_talk, topic_of
from domain.language.days import read_days
from domain.language.hours import find_hours
from domain.language.inherit import settle
from domain.language.intent import find_cues, find_reasons, find_stops, find_verbs
from domain.language.marks import Act, Cue, Force, Mark, Sign, Verb, Who, Why
from domain.language.people import find_children, name_test
from domain.language.questions import ask
from domain.language.resolve import MAX_WISHES, Open, Resolved, Resolver
from domain.language.spelling import corrected
from domain.language.text import Text, fold
from domain.language.trim import masked, split_quoted, unsigned
from domain.language.when import Days, Scene, Sort
from domain.model.family import Family
from domain.model.structure import Structure
from domain.model.wish import Ask, Command, Do, Hints, Question, Reason, Span, Understanding, Wish

_REPLY: Final = re.compile(r"\s*(?:re|tr|fwd?|ref) ?:", re.IGNORECASE)
_INJECTED: Final = re.compile(r"\bignore[zr]? (?:\w+ ){0,3}(?:instructions?|regles|consignes)\b|\binstructions? precedentes?\b|\bsystem ?:|\bprompt\b|\btu es (?:maintenant )?un\b|\bassistant\b|<\w+>|\bignore (?:all|previous)\b")
_AUTOMATIC: Final = re.compile(
    r"\babsente? du bureau\b|\b(?:actuellement|presentement) (?:absente?|en conges?)\b|\b(?:reponse|message) automatique\b|\bout of office\b"
    r"|\bje (?:vous )?repondrai (?:a|des|lors)\b|\bacces limite a mes\b|\bde retour au bureau\b|\bautomatic reply\b"
)
_REQUEST: Final = re.compile(r"\b(?:pouvez|pourriez|peux|pourrais|pourrez|possible|svp|merci|puis-je|peut|pourrait|pourra|puisse)\b")
_APPOSITION: Final = re.compile(r",\s*(?:lui|elle|eux|elles)\s*,")
_CLAUSES: Final = re.compile(r"[,.!?;\n]+|\bpar contre\b|\ben revanche\b|\bmais\b|\btandis que\b|\balors que\b")
_ASKING: Final = frozenset({Command.DEADLINES_ASK, Command.AVAILABILITY_ASK, Command.PRICES_ASK})
_MANY_MARKS: Final = 400


@dataclass(frozen=True, slots=True)
class _World:
    family: Family
    structure: Structure
    scene: Scene
    hints: Hints


@dataclass(frozen=True, slots=True)
class _Found:
    """The marks of a text, and the commands that some of its sentences are."""

    marks: list[Mark]
    commands: list[Command]
    asked: list[Mark]  # what stands in the questions


def understand(
    text: str, *, family: Family, structure: Structure, now: datetime, subject: str = "", hints: Hints = Hints()
) -> Understanding:
    """Return what `text` (and a mail's `subject`) asks for, said at `now` (aware) by `family`.

    `hints` are answers already given to questions about this very message; they count as said in it.
    """
    world = _World(family, structure, Scene(structure.local(now).date(), structure.year, schooled=True), hints)
    children = frozenset(w for c in family.children for w in re.findall(r"[a-z]+", fold(c.first_name)))
    fresh, forwarded = split_quoted(masked(Text.of(text)))
    body = _read(unsigned(fresh, children), family)
    title = _read(masked(Text.of("" if _REPLY.match(subject) else subject)), family)
    if _AUTOMATIC.search(body.plain) or _AUTOMATIC.search(title.plain):
        return Understanding(command=Command.HUMAN)
    if re.search(r"[a-z0-9]", body.plain):
        talk = small_talk(body.plain)
        if talk and not (talk is Command.GREET and (_certificate(forwarded) or _has_request(title, world))):
            return Understanding(command=talk)
        understood = _understand(body, title, world)
    elif body.raw.strip() in ("👍", "✅"):
        return Understanding(command=Command.CART_VALIDATE)
    else:
        understood = Understanding(command=Command.HUMAN)
    empty = not understood.wishes and understood.command in (None, Command.HUMAN, Command.GREET) and not understood.questions
    if empty and _certificate(forwarded):
        return _understand(_read(forwarded, family), title, world)
    if (empty and understood.command is not Command.HUMAN) or (empty and small_talk(body.plain)) or (empty and not _letters(body)):
        other = _understand(title, title, world) if _has_request(title, world) else understood
        return other if other.wishes or other.questions else replace(understood, command=understood.command or Command.HUMAN)
    return understood


def _letters(text: Text) -> bool:
    return bool(re.search(r"[a-z]{2}", text.plain))


def _read(text: Text, family: Family) -> Text:
    read = corrected(text, name_test(family))
    plain = _APPOSITION.sub(lambda m: " " * len(m.group()), read.plain)
    return replace(read, plain=plain)


def _certificate(forwarded: Text) -> bool:
    return bool(re.search(r"certificat|medecin|docteur|eviction", forwarded.plain))


def _has_request(title: Text, world: _World) -> bool:
    marks = _marks(title, world)
    return any(isinstance(m, Verb | Why) for m in marks) or len({type(m) for m in marks if not isinstance(m, Sign)}) > 1


# -- phrases -------------------------------------------------------------------------------------------------------


def _marks(text: Text, world: _World) -> list[Mark]:
    """Return every mark of a text in order; where two overlap, the kind named first here has it."""
    plain = text.plain
    kinds: list[Iterable[Mark]] = [
        read_days(text, world.scene), find_children(text, world.family), find_hours(plain), find_reasons(plain),
        find_verbs(plain), find_activities(plain, world.structure), find_cues(plain),
    ]  # fmt: skip
    kept, taken = list[Mark](), [False] * (len(plain) + 1)
    for marks in kinds:
        for mark in marks:
            inner = mark.start + (1 if isinstance(mark, Verb) else 0)
            if any(taken[inner : mark.end]):
                continue
            taken[mark.start : mark.end] = [True] * (mark.end - mark.start)
            kept.append(mark)
    spans = [(m.start, m.end) for m in kept if not isinstance(m, Sign) or m.cue is not Cue.BUT]
    kept += find_stops(plain, spans)
    return sorted(kept, key=lambda m: (m.start, m.end))


def _sentences(plain: str, marks: list[Mark]) -> list[tuple[int, int]]:
    """Return where sentences and lines begin and end; a question mark belongs to the sentence it ends."""
    stops = [m for m in marks if isinstance(m, Sign) and m.cue is Cue.STOP]
    starts = [0, *[s.end for s in stops]]
    ends = [*[s.end for s in stops], len(plain)]
    return [(s, e) for s, e in zip(starts, ends, strict=True) if e > s]


def _find(text: Text, world: _World) -> _Found:
    """Sort a text's marks into those of requests and those of questions, and name the commands."""
    marks = _without_bystanders(text.plain, _marks(text, world))
    kept, commands, asked = list[Mark](), list[Command](), list[Mark]()
    for start, end in _sentences(text.plain, marks):
        mine = [m for m in marks if start <= m.start < end]
        command, since = _topic(text.plain[start:end], [replace(m, start=m.start - start, end=m.end - start) for m in mine])
        since = start + since if command else end
        kept += [m for m in mine if m.start < since or (isinstance(m, Sign) and m.cue is Cue.STOP)]
        if command:
            commands.append(command)
            asked += [m for m in mine if since <= m.start]
    return _Found(kept, commands, asked)


def _topic(sentence: str, marks: list[Mark]) -> tuple[Command | None, int]:
    """Return the sentence's command and where its words begin (0 when the whole sentence is the question)."""
    if _INJECTED.search(sentence):
        return Command.HUMAN, 0
    requests = [m for m in marks if isinstance(m, Verb) and m.do and m.force is Force.ASKED]
    reasons = [m for m in marks if isinstance(m, Why) and m.reason in (Reason.SICK, Reason.FAMILY)]
    question = "?" in sentence
    found = topic_of(sentence)
    if found is None:
        said = [m for m in marks if isinstance(m, Verb) and m.do]
        doubtful = question and not requests and not reasons and not (said and _REQUEST.search(sentence))
        informed = any(not isinstance(m, Sign) for m in marks) or not _REQUEST.search(sentence)
        doubtful = doubtful and informed and not (_REQUEST.search(sentence) and any(isinstance(m, Days) for m in marks))
        return (Command.HUMAN, 0) if doubtful else (None, 0)
    command, at = found
    if command is Command.HUMAN and (requests or reasons):
        return None, 0
    if command is Command.AVAILABILITY_ASK and requests and not question:
        return None, 0
    before = [m for m in marks if not isinstance(m, Sign) and m.end <= at]
    complete = any(isinstance(m, Verb) and m.do and m.force is not Force.NOUN for m in before) and any(
        isinstance(m, Days | Act | Who) for m in before
    )
    if complete and command is not Command.HUMAN and (re.search(r"[,:]|\bet\b|\bau passage\b", sentence[before[-1].end : at + 1])):
        return command, at
    return command, 0


def _without_bystanders(plain: str, marks: list[Mark]) -> list[Mark]:
    """Drop what is said of children whom nothing concerns ("par contre Yasmine viendra comme prévu")."""
    unaffected = [m for m in marks if isinstance(m, Sign) and m.cue is Cue.UNAFFECTED]
    if not unaffected:
        return marks
    edges = [0, *[m.end for m in _CLAUSES.finditer(plain)], len(plain)]
    ends = [*[m.start() for m in _CLAUSES.finditer(plain)], len(plain)]
    dropped = [(s, e) for s, e in zip([0, *[m.end() for m in _CLAUSES.finditer(plain)]], ends, strict=True) if any(s <= u.start < e for u in unaffected)]
    del edges
    def is_dropped(mark: Mark) -> bool:
        stop = isinstance(mark, Sign) and mark.cue in (Cue.STOP, Cue.BREAK)
        keeps = isinstance(mark, Verb) and mark.do is Do.CANCEL
        return not stop and not keeps and any(s <= mark.start < e for s, e in dropped)

    return [m for m in marks if not is_dropped(m)]


# -- refiners ------------------------------------------------------------------------------------------------------


def _understand(body: Text, title: Text, world: _World) -> Understanding:
    found = _find(body, world)
    if len(found.marks) > _MANY_MARKS:
        return Understanding(command=Command.HUMAN)
    reading = Reader(body.plain).read(found.marks)
    reason = _reason(found.marks)
    command = found.commands[0] if found.commands else None
    if _only_change(reading, found.marks) and command is None and not world.hints.action:
        return Understanding(questions=ask([Open(Ask.ACTION)], [], world.family, world.structure, world.scene), reason=reason)
    clauses = settle(reading)
    _lend_title(clauses, title, world)
    resolved = Resolver(world.family, world.structure, world.scene, world.hints).resolve(clauses)
    return _answer(resolved, clauses, found, command, reason, world)


def _reason(marks: list[Mark]) -> Reason | None:
    order = (Reason.FAMILY, Reason.SICK, Reason.WORK, Reason.OTHER)
    said = {m.reason for m in marks if isinstance(m, Why)}
    return next((r for r in order if r in said), None)


def _only_change(reading: Reading, marks: list[Mark]) -> bool:
    """Say whether all that is asked is "a change", without saying which."""
    verbs = [m for m in marks if isinstance(m, Verb) and not m.change and m.force is not Force.NOUN]
    turned = any(c.negative or c.instead or c.but for c in reading.clauses)
    away = any(c.reason in (Reason.SICK, Reason.FAMILY) for c in reading.clauses)
    return reading.change and not verbs and not turned and not away


def _lend_title(clauses: list[Clause], title: Text, world: _World) -> None:
    """Take from a mail's subject what its text leaves out altogether."""
    if not clauses or not title.plain.strip():
        return
    marks = _marks(title, world)
    whos = [m for m in marks if isinstance(m, Who)]
    days = [m for m in marks if isinstance(m, Days)]
    acts = [m for m in marks if isinstance(m, Act)]
    lacking_who, lacking_days = not any(c.whos for c in clauses), not any(c.days for c in clauses)
    lacking_acts = not any(c.acts or c.hours for c in clauses)
    for clause in clauses:
        if lacking_who and whos:
            clause.whos = list(whos)
        if lacking_days and len(days) == 1:
            clause.days = days[0]
        if lacking_acts and acts and clause.do is Do.BOOK:
            clause.acts = list(acts)


def _answer(
    resolved: Resolved, clauses: list[Clause], found: _Found, command: Command | None, reason: Reason | None, world: _World
) -> Understanding:
    wishes, points = resolved.wishes, resolved.open
    if len(wishes) > MAX_WISHES:
        return Understanding(command=Command.HUMAN, reason=reason)
    if command is Command.HUMAN or command in _ASKING:
        plain = any(c.verb and c.verb.force is Force.ASKED and c.do in (Do.BOOK, Do.CANCEL) for c in clauses)
        points = points if plain or wishes else []
    elif command is not None and not wishes:
        points = []
    if command in (Command.CART_VALIDATE, Command.GREET) and wishes:
        command = None
    if not wishes and not points and command is None:
        command = Command.HUMAN
    if command is Command.HUMAN and not wishes and not points:
        return Understanding(command=command, reason=reason)
    questions = ask(points, wishes, world.family, world.structure, world.scene)
    return Understanding(tuple(wishes), command, questions, reason, _about(found.asked, world))


def _about(marks: list[Mark], world: _World) -> Span:
    """Return which children, activities and days the questions name."""
    names = tuple(dict.fromkeys(n for m in marks if isinstance(m, Who) for n in m.names))
    days = tuple(dict.fromkeys(d for m in marks if isinstance(m, Days) for d in lay(m, world.scene, book=True).days))[:62]
    acts, hours = tuple(m for m in marks if isinstance(m, Act)), tuple(m for m in marks if type(m).__name__ == "Hour")
    sites = {c.site for c in world.family.children if not names or c.first_name in names}
    on = days or tuple(_week(world.scene))
    codes = [code for site in sorted(sites) for d in on for code in choose(acts, hours, running(world.structure, site, d)).codes] if acts else []
    return Span(names, tuple(dict.fromkeys(codes)), days)


def _week(scene: Scene) -> list[date]:
    return [scene.week(n).fromordinal(scene.week(n).toordinal() + d) for n in (0, 1) for d in range(5)]
