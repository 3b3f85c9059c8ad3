"""From a message to what it means: phrases, then refiners, in order; the same words on one day mean the same."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import Final

from domain.language.about import about
from domain.language.activities.changed_hours import with_changed_hours
from domain.language.cutting.likened import coordinated
from domain.language.dealing.statements import not_described
from domain.language.late_reasons import late_reason_in
from domain.language.leaning.hesitation import rethought, starred
from domain.language.matching.blanks import blank
from domain.language.matching.expression import Expression
from domain.language.message.politeness import small_talk
from domain.language.message.screening import for_a_person
from domain.language.message.trim import masked, split_quoted, unsigned
from domain.language.message.unbounded import cancels_everything
from domain.language.message.unpunctuated import with_commas
from domain.language.notions.clauses import Clause
from domain.language.notions.marks import Cue, Force, Mark, Sign, Verb, Who, Why
from domain.language.notions.points_open import Open, Resolved
from domain.language.notions.statement import Statement
from domain.language.notions.when import Days, Scene, Sort
from domain.language.people.own import called, names_of, own_words
from domain.language.reading import Basis, Reading
from domain.language.resolving.agreement import agreeing, reason_for
from domain.language.resolving.questions import ask
from domain.language.resolving.resolve import MAX_WISHES, Resolver
from domain.language.resolving.two_sided import is_half, without_impossible
from domain.language.sentences.meaning import is_stuck
from domain.language.sentences.sentences import Found, World, attested, find, marks_of
from domain.language.settling.settling import only_change, settle
from domain.language.settling.unread import may_be_turned
from domain.language.titles import POINTS_UP, REPLY, leans_on_subject, lend_asked, lend_title, names_alone, under_title
from domain.language.told.set_against import without_told
from domain.language.told.wishes import without_wishes
from domain.language.tongues.translate import in_french
from domain.language.writing.layout import laid_out
from domain.language.writing.spelling import corrected
from domain.language.writing.spelling_days import with_weekdays
from domain.language.writing.tables import spread, under_names
from domain.language.writing.text import Text, composed
from domain.model.family import Family
from domain.model.structure import Structure
from domain.model.wish import Ask, Command, Do, Hints, Reason, Understanding

#: A title that we wrote: a yes below it answers us.
_OF_OURS: Final = Expression(r"\b(?:votre|vos|confirmations?|validation|panier|recapitulatif|rappel)\b")
_TABLE: Final = Expression(r"(?:\S {3,}\S[^\n]*\n[^\n]*){2}\S {3,}\S|\|[^|\n]*\|[^|\n]*\|[^\n]*\n[^\n]*\|[^|\n]*\|")
_APPOSITION: Final = Expression(r",\s*(?:quant a )?(?:lui|elle|eux|elles)\s*,")
_ASKING: Final = frozenset({Command.DEADLINES_ASK, Command.AVAILABILITY_ASK, Command.PRICES_ASK})
#: Little words that ask for nothing by themselves.
_IDLE: Final = frozenset({Cue.STOP, Cue.BREAK, Cue.OTHER_VERB, Cue.BUT, Cue.SAME, Cue.MISTAKE, Cue.IS})
#: No answers given yet.
NO_HINTS: Final = Hints()
_MANY_MARKS: Final = 400


def understand(  # noqa: PLR0913 - the contract of the room
    text: str, *, family: Family, structure: Structure, now: datetime, subject: str = "", hints: Hints = NO_HINTS
) -> Understanding:
    """Return what `text` (and a mail's `subject`) asks for, said at `now` (aware) by `family`.

    `hints` are answers already given to questions about this very message; they count as said in it.
    """
    found = read(text, family=family, structure=structure, now=now, subject=subject, hints=hints).understanding
    return with_late_reason(found, text, subject, structure)


def with_late_reason(understood: Understanding, text: str, subject: str, structure: Structure) -> Understanding:
    """Return `understood` with the reason that its words give for asking late, where it asks for something."""
    if not (understood.wishes or understood.questions):
        return understood
    reason = late_reason_in(f"{subject}\n{text}" if subject else text, structure)
    return understood if reason == understood.exception else replace(understood, exception=reason)


def read(  # noqa: PLR0913 - the contract of the room
    text: str, *, family: Family, structure: Structure, now: datetime, subject: str = "", hints: Hints = NO_HINTS
) -> Reading:
    """Return the same as `understand`, with what it rests on."""
    text = starred(text)
    found = _as_written(text, family=family, structure=structure, now=now, subject=subject, hints=hints)
    thought = rethought(text, found.world)
    if thought is None:
        return found
    return _as_written(thought, family=family, structure=structure, now=now, subject=subject, hints=hints)


def _as_written(  # noqa: PLR0911, PLR0913 - each way to read a mail returns
    text: str, *, family: Family, structure: Structure, now: datetime, subject: str, hints: Hints
) -> Reading:
    text, subject = composed(text), composed(subject)
    family = structure.nicknamed(family)
    world = World(family, structure, Scene(structure.local(now).date(), structure.year, schooled=True), hints)
    own = own_words(family, structure)
    typed, forwarded = split_quoted(masked(Text.of(text)))
    fresh, above = in_french(typed, own), in_french(masked(Text.of(_blanked(REPLY, subject))), own)
    title = _read(above or Text.of(""), world)
    title = names_alone(title, family) if REPLY.match(subject) else title
    if fresh is None:
        return Reading(Understanding(command=Command.HUMAN), Basis.FOR_A_PERSON, world, typed, title)
    body = _read(unsigned(with_weekdays(fresh), *names_of(family.children)), world)
    if for_a_person(body.plain, title.plain) or _TABLE.search(body.plain):
        return Reading(Understanding(command=Command.HUMAN), Basis.FOR_A_PERSON, world, body, title)
    if by_subject := _by_subject(body, title, world):
        return by_subject
    if outright := _outright(body, title, forwarded, world):
        return outright
    if re.search(r"[a-z0-9]", body.plain):
        reading = _unless_everything(_understand(body, title, world))
        reading = _with_subject(reading, body, title, world)
    else:
        reading = Reading(Understanding(command=Command.HUMAN), Basis.WORDLESS, world, body, title)
    understood = reading.understanding
    empty = _is_empty(understood)
    if _certificate(forwarded) and not (understood.wishes and _names_days(body, world)):
        below = _understand(attested(_read(forwarded, world), world), title, world)
        if empty or below.understanding.wishes:
            return below
    told = understood.command is not Command.HUMAN or understood.reason in (Reason.OTHER, Reason.WORK)
    if empty and (told or small_talk(body.plain) or not re.search(r"[a-z]{2}", body.plain)):
        other = _understand(title, title, world) if _has_request(title, world) else reading
        if other.understanding.wishes or other.understanding.questions:
            why = other.understanding.reason or understood.reason
            return replace(other, understanding=replace(other.understanding, reason=why))
        return replace(reading, understanding=replace(understood, command=understood.command or Command.HUMAN))
    return reading


def _unless_everything(reading: Reading) -> Reading:
    """Give "annulez toutes les réservations", with no day named, to a person."""
    understood = reading.understanding
    if Ask.DATE not in understood.ask or understood.wishes or not cancels_everything(reading.text.plain):
        return reading
    return replace(reading, understanding=Understanding(command=Command.HUMAN), basis=Basis.FOR_A_PERSON)


def _by_subject(body: Text, title: Text, world: World) -> Reading | None:
    """Return what a mail's subject asks for, where the text points to it or says no more than for whom."""
    if not title.plain.strip() or not _has_request(title, world):
        return None
    if whole := under_title(body, title, world):
        return _understand(_read(whole, world), title, world)
    points = POINTS_UP.search(body.plain) and not _has_request(body, world)
    return _understand(title, title, world) if points else None


def _with_subject(reading: Reading, body: Text, title: Text, world: World) -> Reading:
    """Return what a mail's subject and text come to as one, where the subject says something that the text leans on.

    "Victor absent jusqu'à jeudi" - "Le médecin lui a trouvé une angine." Answers' subjects are those of another mail.
    """
    undated = Ask.DATE in reading.understanding.ask and _names_days(title, world)
    if not (undated or leans_on_subject(body, title, world)) or small_talk(body.plain) is not None:
        return reading
    sign = "." if any(isinstance(m, Verb | Why) for m in marks_of(title, world)) else ":"
    whole = _understand(body.below(title, sign), Text.of(""), world)
    alone, joint = reading.understanding, whole.understanding
    return whole if joint.wishes and len(joint.questions) <= len(alone.questions) else reading


def _is_empty(understood: Understanding) -> bool:
    more = understood.wishes or understood.questions
    return not more and understood.command in (None, Command.HUMAN, Command.GREET)


def _outright(body: Text, title: Text, forwarded: Text, world: World) -> Reading | None:
    """Return what small talk or a thumb comes to, or None for anything else.

    A yes confirms the cart, unless it only fills the mail of a request made in the title: "Victor cantine mardi", "Ok".
    """
    thumb = body.raw.strip() in ("👍", "✅")
    talk = Command.CART_VALIDATE if thumb else _polite(body.plain) if re.search(r"[a-z0-9]", body.plain) else None
    if talk is None or (talk is Command.GREET and (_certificate(forwarded) or _has_request(title, world))):
        return None
    if (
        talk is Command.CART_VALIDATE
        and _has_request(title, world)
        and not _OF_OURS.search(f"{title.plain} {body.plain}")
    ):
        above = _understand(title, title, world)
        if above.understanding.wishes:
            return above
    return Reading(Understanding(command=talk), Basis.SIGN if thumb else Basis.SMALL_TALK, world, body, title)


def _polite(plain: str) -> Command | None:
    bare = without_wishes(plain)
    return small_talk(plain) or (small_talk(bare) if bare != plain else None)


def _read(text: Text, world: World) -> Text:
    if not text.plain.strip():
        return text
    own = own_words(world.family, world.structure)
    read = corrected(under_names(spread(text, own), own), own)
    read = with_commas(read, called(world.family.children))
    read = with_changed_hours(read, world.family, world.structure, outright=world.hints.action == Do.BOOK)
    return read.read_as(_blanked(_APPOSITION, laid_out(read)))


def _blanked(pattern: Expression, plain: str) -> str:
    return pattern.sub(blank, plain)


def _certificate(forwarded: Text) -> bool:
    return bool(re.search(r"certifi|medecin|medical|docteur|\bdr\b|eviction|etat de sante", forwarded.plain))


def _names_days(text: Text, world: World) -> bool:
    return any(isinstance(m, Days) for m in marks_of(text, world))


def _has_request(title: Text, world: World) -> bool:
    marks = marks_of(title, world)
    return any(isinstance(m, Verb | Why) for m in marks) or len({type(m) for m in marks if not isinstance(m, Sign)}) > 1


def _understand(body: Text, title: Text, world: World) -> Reading:
    names = names_of(world.family.children)[0]
    blanked = body.read_as(coordinated(without_told(body.plain, called(world.family.children)), names))
    body, title = blanked, blanked if title is body else title
    found = find(body, world)
    if len(found.marks) > _MANY_MARKS:
        return Reading(Understanding(command=Command.HUMAN), Basis.TOO_LONG, world, body, title, found)
    reason = _reason(found.marks)
    command = _foremost(found.commands, [body.plain[start:end] for start, end in found.spans])
    if command is None and (found.thanked or "merci" in body.plain) and not any(map(_asks, found.marks)):
        return Reading(Understanding(command=Command.GREET), Basis.SMALL_TALK, world, body, title, found)
    settled = settle(body.plain, found.marks)
    asked = not_described(settled.statements, command, body.plain)
    clauses = [c for c in settled.clauses if asked is None or c.sentence in asked]
    if only_change(settled, found.marks, command) and not world.hints.action:
        which = ask([Open(Ask.ACTION)], world.family, world.structure, world.scene)
        understood = Understanding(command=command, questions=which, reason=reason)
        return Reading(understood, Basis.WORDS, world, body, title, found, settled)
    lend_asked(clauses, found.asked)
    asks_only = command in _ASKING and not _demands(clauses)  # below the title "Février" it books nothing
    titled = lend_title([] if asks_only else clauses, title, world, body.plain)
    resolved = Resolver(world.family, world.structure, world.scene, world.hints).resolve(clauses, settled.refused)
    reason = _still(reason, settled.statements)
    understood = _answer(resolved, clauses, found, command, reason, world, body.plain)
    read = (*((m.start, m.end) for m in found.marks), *found.spans)
    if understood.wishes and may_be_turned(body.plain, settled.statements, read):
        understood = Understanding(command=Command.HUMAN, reason=reason)
        return Reading(understood, Basis.TURNED, world, body, title, found, settled, titled)
    return Reading(understood, Basis.WORDS, world, body, title, found, settled, titled)


def _foremost(commands: list[Command], words: list[str]) -> Command | None:
    """Return the first command that is more than politeness, and more than the reason for another."""
    stuck = {n for n, c in enumerate(commands) if c is Command.HELP and is_stuck(words[n])}
    more = [c for c in commands if c is not Command.GREET]
    asked = [c for n, c in enumerate(commands) if n not in stuck and c not in (Command.GREET, Command.HUMAN)]
    return (asked if stuck and asked else more or commands or [None])[0]


def _asks(mark: Mark) -> bool:
    """Say whether a mark may ask for anything: a name alone, or what is told of it, does not."""
    if isinstance(mark, Days) and not mark.frames and all(b.sort in (Sort.VAGUE, Sort.AGO) for b in mark.bases):
        return False  # "c'est bientôt fini"
    return not (isinstance(mark, Who) or (isinstance(mark, Sign) and mark.cue in _IDLE))


def _reason(marks: list[Mark]) -> Reason | None:
    order = (Reason.FAMILY, Reason.SICK, Reason.WORK, Reason.OTHER)
    said = {m.reason for m in marks if isinstance(m, Why)}
    return next((r for r in order if r in said), None)


def _still(reason: Reason | None, said: list[Statement]) -> Reason | None:
    """Return the reason told, unless it turned out to be another's affair: "…, sa sœur a rendez-vous chez le kiné"."""
    return None if reason is Reason.SICK and not any(s.prop.reason is reason for s in said) else reason


def _demands(clauses: list[Clause]) -> bool:
    """Say whether one of them is a plain demand, with a verb that asks."""
    return any(c.verb and c.verb.force is Force.ASKED and c.do in (Do.BOOK, Do.CANCEL) for c in clauses)


def _answer(  # noqa: PLR0913 - everything found comes together here
    resolved: Resolved,
    clauses: list[Clause],
    found: Found,
    command: Command | None,
    reason: Reason | None,
    world: World,
    typed: str,
) -> Understanding:
    (wishes, disputed), points = agreeing(without_impossible(typed, resolved.wishes)), list(resolved.open)
    if (command is Command.GREET and (wishes or points)) or (wishes and found.injected):
        command = None
    if half := is_half(typed, wishes):
        wishes, points = [], []
    if disputed or half:
        points.append(Open(Ask.ACTION))
    if len(wishes) > MAX_WISHES:
        return Understanding(command=Command.HUMAN, reason=reason)
    if command is Command.HUMAN or command in _ASKING:
        points = points if _demands(clauses) or wishes else []
    elif command is not None and not wishes:
        points = []
    if not wishes and not points and command is None:
        command = Command.HUMAN
    if command is Command.HUMAN and not wishes and not points:
        return Understanding(command=command, reason=reason)
    questions = ask(points, world.family, world.structure, world.scene)
    return Understanding(
        tuple(wishes),
        command,
        questions,
        reason_for(wishes, reason),
        about(found.asked, world, typed, priced=command is Command.PRICES_ASK),
        tuple(sorted({*resolved.idle} - {wish.day for wish in wishes})),
    )
