"""HTML to text: what a reader would see, quotes marked with ">", nothing fetched, nothing hidden."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mailer.reading_hidden import Unseen, unseen_nodes
from mailer.reading_reply import split

_QUOTES: Final = (
    "blockquote[type=cite], blockquote[class*=_quote], .yahoo_quoted blockquote, "
    "[data-marker=__QUOTED_TEXT__] blockquote"
)
#: Rules that Outlook and Zimbra draw above what they quote; other rules are the writer's own.
_DIVIDERS: Final = "#appendonsend, #stopSpelling, hr[data-marker=__DIVIDER__], hr[tabindex='-1']"
_DIVIDER: Final = "_" * 40
_BLOCKS: Final = frozenset(
    {
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    }
)
_HTML_CHARS: Final = 300_000
#: A table of data has so many rows and columns at least, and no cell longer than this.
_FEWEST: Final = 2
_CELL_CHARS: Final = 60
_NESTED: Final = 1_000
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})")
#: Elements that have no end, or that the next of their kind ends: they do not nest.
_UNNESTED: Final = frozenset(
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dd",
        "dt",
        "option",
        "tr",
        "td",
        "th",
        "tbody",
        "thead",
        "tfoot",
    }
)


def html_text(html: str, *, limit: int) -> str:
    """Return the visible text of `html`, at most about `limit` characters of it.

    White words on white are hidden; but a mail that says nothing else was written in a dark theme, and is read.
    """
    tree = LexborHTMLParser(_bounded(html[:_HTML_CHARS]))
    unseen = unseen_nodes(tree)
    text = _Page(tree, limit, unseen).text()
    if unseen.faded and not split(text).fresh:
        text = _Page(tree, limit, Unseen(unseen.gone)).text()
    return text


def _bounded(html: str) -> str:
    """Cut a page where its elements nest too deep: the parser's work grows with the square of that (measured)."""
    open_elements: Counter[str] = Counter()
    depth = 0
    for tag in _TAG.finditer(html):
        closes, name = bool(tag[1]), tag[2].lower()
        if name in _UNNESTED or (closes and not open_elements[name]):
            continue
        open_elements[name] += -1 if closes else 1
        depth += -1 if closes else 1
        if depth > _NESTED:
            return html[: tag.start()]
    return html


class _Page:
    """Walks the tree once, without recursion: hostile mails nest thousands of elements."""

    def __init__(self, tree: LexborHTMLParser, limit: int, unseen: Unseen) -> None:
        self._quotes = {node.mem_id for node in tree.css(_QUOTES)}
        self._dividers = {node.mem_id for node in tree.css(_DIVIDERS)}
        self._cells = _data_cells(tree)
        self._in_cell = 0
        self._unseen = unseen
        self._root = tree.root
        self._room = limit
        self._lines: list[str] = []
        self._line: list[str] = []
        self._depth = 0

    def text(self) -> str:
        """Return the lines."""
        stack: list[tuple[LexborNode, bool, bool]] = [(self._root, False, False)] if self._root else []
        while stack and self._room > 0:
            node, leaving, faded = stack.pop()
            if leaving:
                self._leave(node)
                continue
            if node.mem_id in self._unseen.gone:
                continue
            faded = node.mem_id in self._unseen.faded or (faded and node.mem_id not in self._unseen.clear)
            if not (faded and node.is_text_node):
                self._enter(node)
            stack.append((node, True, faded))
            stack.extend((child, False, faded) for child in reversed(_children(node)))
        self._break()
        return "\n".join(self._lines)

    def _enter(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if node.is_text_node:
            self._write(node.text_content or "", verbatim=_within_pre(node))
        elif node.mem_id in self._cells:
            self._line.append(self._cells[node.mem_id])
            self._in_cell += 1
        elif self._in_cell and (tag == "br" or tag in _BLOCKS):
            if self._line and not self._line[-1].endswith((" ", "\t")):
                self._line.append(" ")
        elif tag == "br":
            self._break(always=True)
        elif tag in _BLOCKS:
            self._break()
            self._depth += node.mem_id in self._quotes
        elif tag in {"td", "th"}:
            self._line.append(" ")
        if tag == "li":
            self._line.append("- ")
        if node.mem_id in self._dividers and self._lines[-1:] != [_DIVIDER]:
            self._lines.append(_DIVIDER)

    def _leave(self, node: LexborNode) -> None:
        self._in_cell -= node.mem_id in self._cells
        if node.tag not in _BLOCKS or self._in_cell:
            return
        self._break()
        self._depth -= node.mem_id in self._quotes
        if node.tag in {"p", "ul", "ol", "table", "blockquote"} and self._lines and self._lines[-1]:
            self._lines.append(">" * self._depth)

    def _write(self, text: str, *, verbatim: bool) -> None:
        self._room -= len(text)
        if not verbatim:
            self._line.append(re.sub(r"[ \t\r\n\f]+", " ", text))
            return
        first, *others = text.split("\n")
        self._line.append(first)
        for line in others:
            self._break(always=True)
            self._line.append(line)

    def _break(self, *, always: bool = False) -> None:
        line = "".join(self._line).strip(" \r\n")
        line = line if line.strip() else ""
        self._line.clear()
        if line or always:
            self._room -= 1
            self._lines.append(("> " * self._depth + line) if self._depth else line)


def _data_cells(tree: LexborHTMLParser) -> dict[int, str]:
    """Return the cells of tables that hold data, with what parts each from the one before it in its row.

    As a browser copies them: tabs between cells, each row on its line, whatever paragraphs a mail program has put into
    a cell. A table that only lays a page out has one column or one row, long texts, or tables inside.
    """
    found = dict[int, str]()
    for table in tree.css("table"):
        rows = [cells for row in table.css("tr") if (cells := [c for c in row.iter() if c.tag in {"td", "th"}])]
        several = len(rows) >= _FEWEST and all(len(cells) >= _FEWEST for cells in rows)
        if not several or len(table.css("table")) > 1 or table.css("blockquote, ul, ol"):
            continue
        if all(len((cell.text() or "").strip()) <= _CELL_CHARS for cells in rows for cell in cells):
            found |= {cell.mem_id: "\t" if n else "" for cells in rows for n, cell in enumerate(cells)}
    return found


def _children(node: LexborNode) -> list[LexborNode]:
    return [child for child in node.iter(include_text=True) if not child.is_comment_node]


def _within_pre(node: LexborNode) -> bool:
    return node.parent is not None and node.parent.tag == "pre"
