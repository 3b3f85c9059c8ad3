"""Colours as a page writes them, as far as it matters whether words in them can be seen."""

from __future__ import annotations

import colorsys
import re
from typing import Final, NamedTuple

_NAMED: Final = {
    "white": "ffffff", "snow": "fffafa", "ivory": "fffff0", "ghostwhite": "f8f8ff", "whitesmoke": "f5f5f5",
    "floralwhite": "fffaf0", "mintcream": "f5fffa", "azure": "f0ffff", "aliceblue": "f0f8ff", "seashell": "fff5ee",
    "black": "000000", "red": "ff0000", "green": "008000", "blue": "0000ff", "navy": "000080", "gray": "808080",
    "grey": "808080", "yellow": "ffff00", "orange": "ffa500", "silver": "c0c0c0", "teal": "008080", "maroon": "800000",
    "purple": "800080", "lightgray": "d3d3d3", "lightgrey": "d3d3d3", "darkblue": "00008b", "darkgreen": "006400",
    "windowtext": "000000", "canvastext": "000000", "darkgray": "a9a9a9", "darkgrey": "a9a9a9", "dimgray": "696969",
}  # fmt: skip
_HEX: Final = re.compile(r"#([0-9a-f]{3,8})(?![0-9a-f])")
_FUNCTION: Final = re.compile(r"(rgb|hsl)a?\(([^()]{1,80})\)")
_NUMBER: Final = re.compile(r"(-?\d*\.?\d+)(%?)")
_WORD: Final = re.compile(r"[a-z]+")
#: The paper of a mail is white: letters whose darkest part is above this cannot be told from it.
_PALE: Final = 240
_FAINT: Final = 0.1
_SHORT: Final = frozenset({3, 4})
_LONG: Final = frozenset({6, 8})
_PARTS: Final = 3


class Colour(NamedTuple):
    """Red, green and blue of 0 to 255, and how opaque it is (0.0 to 1.0)."""

    red: int
    green: int
    blue: int
    opaque: float = 1.0


def colour_of(told: str | None) -> Colour | None:
    """Return the colour in a value such as "#fff", "rgb(255, 255, 255)", "white url(x)"; None when there is none."""
    value = (told or "").strip().lower()[:200]
    if found := _HEX.search(value):
        return _of_hex(found[1])
    if found := _FUNCTION.search(value):
        return _of_parts(found[1], _NUMBER.findall(found[2]))
    for word in _WORD.findall(value):
        if word == "transparent":
            return Colour(0, 0, 0, 0.0)
        if word in _NAMED:
            return _of_hex(_NAMED[word])
    return None


def is_pale(colour: Colour | None) -> bool:
    """Say whether a colour is white, or as good as."""
    return colour is not None and min(colour[:3]) >= _PALE


def is_faint(colour: Colour | None) -> bool:
    """Say whether a colour lets everything through."""
    return colour is not None and colour.opaque < _FAINT


def _of_hex(digits: str) -> Colour | None:
    if len(digits) in _SHORT:
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) not in _LONG:
        return None
    red, green, blue, *alpha = bytes.fromhex(digits)
    return Colour(red, green, blue, alpha[0] / 255 if alpha else 1.0)


def _of_parts(function: str, parts: list[tuple[str, str]]) -> Colour | None:
    if len(parts) < _PARTS:
        return None
    alpha = _portion(parts[_PARTS]) if len(parts) > _PARTS else 1.0
    if function == "hsl":
        hue, light, full = float(parts[0][0]) / 360 % 1, _portion(parts[2]), _portion(parts[1])
        mixed = colorsys.hls_to_rgb(hue, light, full)
    else:
        mixed = tuple(_portion(part) if part[1] else float(part[0]) / 255 for part in parts[:_PARTS])  # type: ignore[assignment]
    red, green, blue = (round(255 * min(max(part, 0.0), 1.0)) for part in mixed)
    return Colour(red, green, blue, alpha)


def _portion(part: tuple[str, str]) -> float:
    number = float(part[0]) / 100 if part[1] else float(part[0])
    return min(max(number, 0.0), 1.0)
