"""Which parts of a page its reader does not see: what is hidden there must not be read as if the parent had said it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from mailer.reading_colours import Colour, colour_of, is_faint, is_pale

#: What a mail program never shows, whatever its style, and what its writer struck out.
_INERT: Final = (
    "script, style, head, title, template, noscript, object, svg, math, iframe, noframes, noembed, audio, video,"
    " canvas, datalist, select, dialog:not([open]), [hidden], s, strike, del"
)
_LENGTH: Final = re.compile(r"(-?\d*\.?\d+)(px|pt|em|rem|%|ex|vh|vw|cm|mm|in|pc)?(?![\w.%])")
#: A length in each unit, in pixels; a mail's letters have about sixteen.
_PIXELS: Final = {"px": 1.0, "pt": 1.33, "em": 16.0, "rem": 16.0, "%": 0.16, "ex": 8.0, "": 1.0}
_SMALLEST: Final = 2.0
_FAR_AWAY: Final = -200.0
_BARELY: Final = 0.05
_NO_SIZE: Final = re.compile(r"(?:^|\s)0(?:px|pt|em|rem|%)?(?:/|\s)")
_GONE: Final = re.compile(r"scale\(0(?:,0)?\)|opacity\(0%?\)|rect\(0(?:px)?,?0|inset\((?:50|100)%|circle\(0\)")
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_ESCAPE: Final = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_STYLE_CHARS: Final = 4_000
_SHEET_CHARS: Final = 100_000
_STYLE_RULES: Final = 50
_WHITE: Final = Colour(255, 255, 255)
#: A picture to write on: whatever its colours, it is no white paper.
_PICTURE: Final = Colour(127, 127, 127)

Style = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Unseen:
    """The nodes (their `mem_id`) of a page that are not shown, and those whose words have the colour of their ground.

    Colours are inherited: within the `faded`, the `clear` ones can be read again. They are passed over, not taken out:
    a freed node must not be touched.
    """

    gone: set[int]
    faded: set[int] = field(default_factory=set)
    clear: set[int] = field(default_factory=set)

    def colour(self, node: LexborNode, *, seen: bool) -> None:
        """Note whether the words of `node` can be seen in their colour; the last word counts."""
        into, out_of = (self.clear, self.faded) if seen else (self.faded, self.clear)
        into.add(node.mem_id)
        out_of.discard(node.mem_id)


def unseen_nodes(tree: LexborHTMLParser) -> Unseen:
    """Return what a reader of the page does not see."""
    # One query for all of a page's own rules: fifty queries of fifty thousand nodes each take seconds.
    sheets = _sheets(tree)
    grounds = _Grounds()
    found = Unseen({node.mem_id for node in tree.css(_known([_INERT, *sheets.gone]))})
    found.gone.update(_folded_away(tree))
    for selectors, colour in ((sheets.clear, None), (sheets.pale, _WHITE)):
        for node in tree.css(_known(selectors)) if sheets.pale else ():
            found.colour(node, seen=not grounds.swallow(node, colour))
    for node in tree.css("[style], [bgcolor], font[color], body[text]"):
        style = _style(node.attributes.get("style"))
        if _hides(style):
            found.gone.add(node.mem_id)
        if (colour := colour_of(style.get("color") or _told_colour(node))) is not None:
            found.colour(node, seen=not grounds.swallow(node, colour))
        elif (ground := _own_ground(node)) is not None and not is_pale(ground):
            found.colour(node, seen=True)  # white letters around it are read on it
    found.gone.difference_update(node.mem_id for node in (tree.root, tree.body) if node)
    return found


def _told_colour(node: LexborNode) -> str | None:
    return node.attributes.get({"font": "color", "body": "text"}.get(node.tag or "", ""))


def _folded_away(tree: LexborHTMLParser) -> Iterator[int]:
    """Yield what a closed <details> keeps from its reader: all but its summary."""
    for details in tree.css("details:not([open])"):
        yield from (child.mem_id for child in details.iter(include_text=True) if child.tag != "summary")


class _Grounds:
    """What the words of a page stand on: the nearest ground around each node, looked for once."""

    def __init__(self) -> None:
        self._found: dict[int, Colour] = {}

    def swallow(self, node: LexborNode, colour: Colour | None) -> bool:
        """Say whether words in that `colour` cannot be seen: white on white, or any colour on itself."""
        # A program in its dark mode turns the writer's black letters white, and keeps the colour that they had.
        if colour is None or "data-ogsc" in node.attributes:
            return False
        ground = self._under(node)
        return is_pale(ground) if is_pale(colour) else ground == colour

    def _under(self, node: LexborNode) -> Colour:
        passed: list[int] = []
        around: LexborNode | None = node
        ground: Colour | None = None
        while around is not None and ground is None:
            passed.append(around.mem_id)
            ground = self._found.get(around.mem_id) or _own_ground(around)
            around = around.parent
        ground = ground or _WHITE
        self._found.update(dict.fromkeys(passed, ground))
        return ground


def _own_ground(node: LexborNode) -> Colour | None:
    told = node.attributes.get("bgcolor") or ""
    style = _style(node.attributes.get("style"))
    told = style.get("background-color") or style.get("background") or told
    if "url(" in told or "gradient" in told:
        return _PICTURE
    ground = colour_of(told)
    return None if is_faint(ground) else ground


def _known(selectors: Iterable[str]) -> str:
    """Return those selectors that the parser knows as one."""
    return ", ".join(filter(_is_selector, selectors)) or "script"


def _hides(style: Style) -> bool:
    """Say whether a style leaves nothing to be seen of what has it."""
    told = style.get
    clipped = any(word in told("overflow", "") for word in ("hidden", "clip"))
    return (
        told("display", "").startswith("none")
        or told("visibility", "").startswith(("hidden", "collapse"))
        or told("mso-hide", "").startswith("all")
        or any("line-through" in told(name, "") for name in ("text-decoration", "text-decoration-line"))
        or _below(told("opacity"), _BARELY)
        or _below(told("font-size"), _SMALLEST)
        or bool(_NO_SIZE.search(told("font", "")))
        or _below(told("max-height"), _BARELY)
        or (clipped and any(_below(told(side), _SMALLEST) for side in ("height", "width", "max-width")))
        or any(_below(told(side), _FAR_AWAY) for side in ("left", "top", "text-indent", "margin-left", "right"))
        or any(_GONE.search("".join(told(name, "").split())) for name in ("transform", "filter", "clip", "clip-path"))
        or is_faint(colour_of(told("color")))
    )


def _below(value: str | None, limit: float) -> bool:
    """Say whether a length, in pixels, or a number is below `limit`."""
    found = _LENGTH.match(value or "")
    if found is None or (unit := found[2] or "") not in _PIXELS:
        return found is not None and float(found[1]) <= min(limit, 0.0)
    return float(found[1]) * _PIXELS[unit] < limit


@functools.lru_cache(maxsize=2_000)
def _style(text: str | None) -> Style:
    """Return the declarations of a style by their names, without comments and escapes, the last one of each."""
    plain = (text or "")[:_STYLE_CHARS].lower()
    if "\\" in plain or "/*" in plain:
        plain = _ESCAPE.sub(lambda found: chr(int(found[1], 16) % 0x10FFFF), _COMMENT.sub("", plain)).lower()
    pairs = (part.partition(":") for part in plain.split(";"))
    return {name.strip(): " ".join(value.split()) for name, _, value in pairs}


def _is_selector(text: str) -> bool:
    """Say whether the sender's selector is one that the parser knows; those with functions (":has") take seconds."""
    if "(" in text and text != _INERT:
        return False
    try:
        LexborHTMLParser("").css(text)
    except SelectolaxError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class _Sheets:
    """The selectors that a page's own style sheets hide, write in white, and write in another colour."""

    gone: list[str]
    pale: list[str]
    clear: list[str]


def _sheets(tree: LexborHTMLParser) -> _Sheets:
    gone: dict[str, None] = {}
    pale: dict[str, None] = {}
    clear: dict[str, None] = {}
    for selector, block in _rules(tree):
        style = _style(block)
        colour = colour_of(style.get("color"))
        if _hides(style):
            gone[selector] = None
        elif colour is not None and not is_pale(colour):
            clear[selector] = None
        elif is_pale(colour) and not ("background" in style or "background-color" in style):
            pale[selector] = None
    return _Sheets(list(gone)[:_STYLE_RULES], list(pale)[:_STYLE_RULES], list(clear)[:_STYLE_RULES])


def _rules(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """Yield the selectors and blocks of the page's style sheets; those within @media are for other screens."""
    for sheet in tree.css("style"):
        depth, start, selector = 0, 0, ""
        text = _COMMENT.sub("", sheet.text()[:_SHEET_CHARS])
        for brace in re.finditer(r"[{}]", text):
            if brace[0] == "{":
                depth += 1
                selector = text[start : brace.start()].strip() if depth == 1 else ""
            else:
                depth = max(depth - 1, 0)
                if selector and not selector.startswith("@"):
                    yield selector[:500], text[start : brace.start()]
                selector = ""
            start = brace.end()
