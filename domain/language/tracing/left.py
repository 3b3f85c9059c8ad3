"""What nothing rests on: what was cut off, told in passing, refused, corrected, past, or said in thanks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from domain.language.message.trim import masked, split_quoted
from domain.language.notions.clauses import Clause
from domain.language.notions.marks import Mark, Sign, Who
from domain.language.notions.propositions import Link, Slot, is_onset
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import Days, Sort
from domain.language.reading import Reading
from domain.language.sentences.sentences import marks_of
from domain.language.titles import REPLY
from domain.language.tracing.pieces import Pieces
from domain.language.tracing.places import of_days, of_excepts, of_marks, place, places
from domain.language.tracing.trace import Left, LeftOut, Source, Words
from domain.language.writing.text import MAX_CHARS, Text

#: Things so close to each other are left out in one piece.
_NEAR = 24


def everything_left(pieces: Pieces, text: str, subject: str) -> Iterator[LeftOut]:
    """Yield what was left out of `text` and `subject`, as typed."""
    yield from _cut_off(pieces, text)
    if subject.strip() and _is_old(pieces.reading, subject):
        yield LeftOut(Words(0, len(subject), Source.SUBJECT), Left.OLD_SUBJECT)
    said = [left for s in pieces.reading.settled.statements for left in _said(pieces, s)]
    yield from said
    for left in _joined(_dropped(pieces)):
        inside = any(o.words.start <= left.words.start and left.words.end <= o.words.end for o in said)
        if left.why is not Left.THANKED or not inside:
            yield left


def _is_old(reading: Reading, subject: str) -> bool:
    """Say whether nothing is taken from the subject, which is that of the mail that is answered."""
    used = reading.from_subject or reading.titled or reading.text.head
    return not used and REPLY.match(subject) is not None


def _said(pieces: Pieces, s: Statement) -> Iterator[LeftOut]:
    yield from _unspoken(pieces, s)
    if pieces.swallowed:
        yield from _superseded(pieces, s)
    excepts = [span for item in pieces.spoken(s) if item.days for span in of_excepts(item.days)]
    yield from (LeftOut(words, Left.EXCEPTED) for words in places(pieces.reading.text, excepts, pieces.source))


# -- what is not read ----------------------------------------------------------------------------------------------


def _cut_off(pieces: Pieces, text: str) -> Iterator[LeftOut]:
    reading = pieces.reading
    fresh, _ = split_quoted(masked(Text.of(text)))
    first, last = (fresh.starts[0], fresh.ends[-1]) if fresh.plain else (0, 0)
    head, read = reading.text.head, reading.text if reading.text.plain and not reading.from_subject else None
    yield from _stretch(text, 0, first, Left.HEADERS)
    if read is None or (not head and read.starts[0] >= last):
        yield from _stretch(text, first, last, Left.UNUSED)
    else:
        yield from _stretch(text, read.ends[-1] - head, last, Left.SIGNATURE)
        yield from _stretch(text, last, min(len(text), MAX_CHARS), Left.QUOTED)
    yield from _stretch(text, MAX_CHARS, len(text), Left.TOO_LONG)


def _stretch(text: str, start: int, end: int, why: Left) -> Iterator[LeftOut]:
    """Yield a stretch of what was typed, without the space around it, if any word stands in it."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if any(c.isalnum() for c in text[start:end]):
        yield LeftOut(Words(start, end), why)


# -- what is read and asks for nothing ------------------------------------------------------------------------------


def _unspoken(pieces: Pieces, s: Statement) -> Iterator[LeftOut]:
    """Yield a proposition that asks for nothing, or the heading that its items make superfluous."""
    text, spoken = pieces.reading.text, pieces.spoken(s)
    if s.mood in (Mood.TOLD, Mood.REFUSED) and not spoken and not pieces.tells_of_absence(s):
        if words := place(text, s.prop.start, s.prop.end, pieces.source):
            yield LeftOut(words, _why(s))
    elif s.mood in (Mood.ASKED, Mood.STATED, Mood.BARE) and s.do is not None:
        dropped = [item for item in s.items if not item.bare and not any(item is c for c in spoken)]
        spans = [span for item in dropped for span in _marks_in(text, item)]
        yield from (LeftOut(words, Left.HEADING) for words in places(text, spans, pieces.source))


def _why(s: Statement) -> Left:
    if s.mood is Mood.REFUSED:
        return Left.REFUSED
    if s.prop.unaffected:
        return Left.AS_PLANNED
    if s.prop.link is Link.CAUSE:
        return Left.CAUSE
    return Left.EXISTING if s.booked else Left.TOLD


def _marks_in(text: Text, item: Clause) -> list[tuple[int, int]]:
    days = of_days(text, item.days) if item.days else []
    return [*of_marks([*item.whos, *item.not_children, *item.acts, *item.hours]), *days]


def _superseded(pieces: Pieces, s: Statement) -> Iterator[LeftOut]:
    """Yield what a proposition names and a correction has replaced."""
    text, spoken = pieces.reading.text, pieces.spoken(s)
    used = [span for item in spoken for span in _marks_in(text, item)]
    for slot in s.prop.slots if spoken else ():
        lost = [x for x in _spans(text, slot) if not any(a < x[1] and x[0] < b for a, b in used)]
        yield from (LeftOut(words, Left.SUPERSEDED) for words in places(text, lost, pieces.source))


def _spans(text: Text, slot: Slot) -> list[tuple[int, int]]:
    return of_days(text, slot) if isinstance(slot, Days) else of_marks([slot])


# -- what is dropped before propositions are cut --------------------------------------------------------------------


def _dropped(pieces: Pieces) -> Iterator[LeftOut]:
    """Yield the days and activities that no request and no question has."""
    reading = pieces.reading
    if reading.found is None:
        return
    kept = {(type(m), m.start) for m in (*reading.found.marks, *reading.found.asked)}
    for mark in marks_of(reading.text, reading.world):
        heard = any(start <= mark.start < end for start, end in reading.found.spans)
        if isinstance(mark, Sign | Who) or heard or (type(mark), mark.start) in kept:
            continue
        if words := place(reading.text, mark.start, mark.end, pieces.source):
            yield LeftOut(words, _why_dropped(mark, reading.world.scene.today))


def _why_dropped(mark: Mark, today: date) -> Left:
    if isinstance(mark, Days) and is_onset(mark):
        return Left.ONSET
    past = isinstance(mark, Days) and bool(mark.bases) and not mark.frames
    if past and isinstance(mark, Days) and all(b.sort is Sort.DAY and max(b.days) < today for b in mark.bases):
        return Left.PAST
    return Left.THANKED


def _joined(found: Iterable[LeftOut]) -> list[LeftOut]:
    """Join neighbours that are left out for one reason."""
    done = list[LeftOut]()
    for left in sorted(found, key=lambda each: each.words):
        last = done[-1] if done else None
        if last and last.why is left.why and left.words.start - last.words.end <= _NEAR:
            done[-1] = LeftOut(Words(last.words.start, left.words.end, left.words.source), left.why)
        else:
            done.append(left)
    return done
