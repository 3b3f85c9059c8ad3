"""Tables typed in a mail, read row by row: each cell is said with the day, or the child, that stands above it.

::

               lun    mar    jeu
    Séverine   midi   -      midi      →   Séverine lun midi, jeu midi
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.writing.text import Edit, Text

_LINE: Final = Expression(r"[^\n]+")
_GAP: Final = Expression(r" *\| *| *\t+ *| {2,}")
#: Lines begin with the table's border.
_BORDER: Final = Expression(r"(?:^|\n) {0,3}\|[^\n]*[a-z][^\n]*\n+ {0,3}\|")
_RULE: Final = Expression(r"[\s|:+=_-]+")
_DAY: Final = Expression(
    r"(?:lun(?:di)?|mar(?:di)?|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?)s?\.?(?: \d{1,2}(?:er)?(?:/\d{1,2})?)?"
)
#: Nothing is wanted there.
_EMPTY: Final = Expression(r"(?:-+|/+|x?0|\.+|rien|non|neant|¤)?")
#: Wanted there, whatever stands above.
_CROSS: Final = Expression(r"x+|oui|ok|1|v|y")
_WORD: Final = Expression(r"[a-z]+(?:-[a-z]+)*")
_MOST_ROWS: Final = 40
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class _Row:
    start: int
    end: int
    cells: tuple[_Cell, ...]


def spread(text: Text, is_own: Callable[[str], bool]) -> Text:
    """Return `text` with the rows of its table written as lists; a table that cannot be read whole is left.

    `is_own` says of a folded word whether it is a child's name, or one of an activity.
    """

    def is_ours(words: str) -> bool:
        return _DAY.fullmatch(words) is not None or _is_named(words, is_own)

    text = _barred(text)
    bordered = _BORDER.search(text.plain) is not None
    rows = (
        list(_rows(text.plain, bordered=bordered))
        if "  " in text.plain or "|" in text.plain or "\t" in text.raw
        else []
    )
    for n, head in enumerate(rows):
        above = [c for c in head.cells[1:] if c.words]
        days = len(above) >= _FEWEST and all(_DAY.fullmatch(c.words) for c in above)
        names = len(above) >= _FEWEST and all(_is_named(c.words, is_own) for c in above)
        if (days or names) and not is_ours(head.cells[0].words):
            below = _below(head, rows[n + 1 :], is_ours)
            return text.rewritten(_edits(text.plain, head, below)) if below else text
    return text


def _barred(text: Text) -> Text:
    """Return `text` with the tabs of a table read as bars: between two of them a cell is empty.

    So spreadsheets and mail programs copy their tables. Where a line has more tabs than the first, somebody has set
    words below one another by hand.
    """
    if "\t" not in text.raw:
        return text
    plain = "".join("|" if text.raw[at] == "\t" else sign for at, sign in zip(text.starts, text.plain, strict=True))
    tabs = [count for line in plain.split("\n") if (count := line.count("|"))]
    return text.read_as(plain) if len(tabs) >= _FEWEST and "|" not in text.plain and max(tabs) == tabs[0] else text


#: A name alone on its line, and dashes below it.
_UNDER_NAME: Final = Expression(
    r"(?:^|(?<=\n))(?P<name>[a-z][a-z ' -]{1,40}?) ?(?P<gap>\n)(?P<list>(?: *[-*] ?[^\n:]+(?:\n|$))+)"
)
_NEXT_ITEM: Final = Expression(r"(?<=[^\n])\n *[-*]")


def under_names(text: Text, is_own: Callable[[str], bool]) -> Text:
    """Return `text` with the dashed list below a name alone on its line read beside it: "Zoé / - lundi / - mardi"."""
    edits = list[Edit]()
    for m in _UNDER_NAME.finditer(text.plain):
        if all(is_own(word) or word == "et" for word in _WORD.findall(m["name"])):
            edits.append(Edit(m.start("gap"), m.end("gap"), " :"))
            edits += [
                Edit(i.start(), i.end(), ",") for i in _NEXT_ITEM.finditer(text.plain, m.start("list"), m.end("list"))
            ]
    return text.rewritten(edits) if edits else text


def _is_named(words: str, is_own: Callable[[str], bool]) -> bool:
    return any(is_own(word) for word in _WORD.findall(words))


def _rows(plain: str, *, bordered: bool) -> Iterator[_Row]:
    """Yield the lines that have cells; an indented one has none in its first column."""
    for line in _LINE.finditer(plain):
        if _RULE.fullmatch(line.group()):
            continue
        start, end = line.span()
        if bordered and line.group().lstrip().startswith("|"):
            start = plain.index("|", start) + 1
        end -= len(line.group()) - len(line.group().rstrip(" |"))
        cells, at = list[_Cell](), start
        for gap in (*_GAP.finditer(plain, start, end), None):
            stop = gap.start() if gap else end
            cells.append(_Cell(at, stop, plain[at:stop].strip()))
            at = gap.end() if gap else end
        if len(cells) > _FEWEST:
            yield _Row(*line.span(), tuple(cells))


def _below(head: _Row, rows: list[_Row], is_label: Callable[[str], bool]) -> list[_Row]:
    """Return the rows of the table under `head`; none where one of them has other cells than it."""
    table = list[_Row]()
    for row in rows[:_MOST_ROWS]:
        if not is_label(row.cells[0].words):
            break
        if len(row.cells) > len(head.cells):
            return []
        table.append(row)
    return table


def _edits(plain: str, head: _Row, rows: list[_Row]) -> list[Edit]:
    """Return what turns the rows into lists: "Séverine : lundi midi, jeudi midi", under what stands above the table."""
    above = len(plain[: head.start].rstrip())
    edits = [Edit(above, head.end, " :") if plain[:above][-1:].isalnum() else Edit(head.start, head.end, " ")]
    for row in rows:
        pairs = zip(head.cells[1:], row.cells[1:], strict=False)
        said = [_said(above.words, cell.words) for above, cell in pairs if not _EMPTY.fullmatch(cell.words)]
        label = row.cells[0].words
        edits.append(Edit(row.start, row.end, f"{label} : {', '.join(said)}" if said else " "))
    return edits


def _said(above: str, cell: str) -> str:
    return above if _CROSS.fullmatch(cell) else f"{above} {cell}"
