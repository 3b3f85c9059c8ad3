"""Where things stand in what was typed: marks, propositions, phrases about days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Mark
from domain.language.notions.when import Days
from domain.language.tracing.trace import Respelt, Source, Words
from domain.language.writing.text import Text, fold

#: What may stand between two phrases about days that are one list.
_JOINT: Final = Expression(r"[\s,/+&]*(?:(?:et|ou|puis|ainsi que|le|les|du|au)\b[\s,]*)*")
#: What stands around a proposition and is none of its words.
_EDGE: Final = " \n\t,;.:!?-¤"
_TOKEN: Final = Expression(r"[a-z0-9]+(?:['-][a-z0-9]+)*")


def place(text: Text, start: int, end: int, source: Source) -> Words | None:
    """Return where the words from `start` to `end` of the read text were typed, if there are any."""
    while start < end and text.plain[start] in _EDGE:
        start += 1
    while start < end and text.plain[end - 1] in _EDGE:
        end -= 1
    if start >= end:
        return None
    return _typed(text, *text.span(start, end), source)


def _typed(text: Text, first: int, last: int, source: Source) -> Words | None:
    """Return words of what was typed; of those that begin in the subject, its own."""
    if first < text.head:
        last, source = min(last, text.head - 1), Source.SUBJECT
    else:
        first, last = first - text.head, last - text.head
    return Words(first, last, source) if first < last else None


def places(text: Text, spans: Iterable[tuple[int, int]], source: Source) -> tuple[Words, ...]:
    """Return the places of spans, each once and in order."""
    found = (place(text, start, end, source) for start, end in spans if end <= len(text.plain))
    return tuple(sorted({words for words in found if words is not None}))


def of_days(text: Text, days: Days) -> list[tuple[int, int]]:
    """Return where the phrases stand that `days` were said with; those of one list are one span."""
    phrases = sorted((w.start, w.end) for w in (*days.bases, *days.frames) if w.end > w.start)
    spans = list[tuple[int, int]]()
    for start, end in phrases or [(days.start, days.end)]:
        last = spans[-1] if spans else None
        if last and (start <= last[1] or _JOINT.fullmatch(text.plain, last[1], start)):
            spans[-1] = (last[0], max(last[1], end))
        else:
            spans.append((start, end))
    return spans


def of_excepts(days: Days) -> list[tuple[int, int]]:
    """Return where the exceptions to `days` stand."""
    return [(w.start, w.end) for w in days.excepts if w.end > w.start]


def of_marks(marks: Iterable[Mark]) -> list[tuple[int, int]]:
    """Return where marks stand."""
    return [(m.start, m.end) for m in marks if m.end > m.start]


def respelt(text: Text, source: Source) -> Iterator[Respelt]:
    """Yield the words that are read otherwise than they were typed: slips, shorthand, another language."""
    told: tuple[int, int] | None = None
    for token in _TOKEN.finditer(text.plain):
        span = text.span(token.start(), token.end())
        if span == told:
            continue
        end = token.end()
        while end < len(text.plain) and text.ends[end] == span[1] and text.starts[end] == span[0]:
            end += 1  # several words for one piece
        read = text.plain[token.start() : end]
        typed = fold(text.raw[span[0] : span[1]])
        words = _typed(text, *span, source)
        if read not in (typed, "") and words:
            yield Respelt(words, read.strip())
        told = span
