"""Text of `format=flowed` (RFC 3676): soft line ends are taken out, quote marks and "-- " keep their meaning."""

from __future__ import annotations


def unflow(text: str, *, delsp: bool) -> str:
    """Join the lines that end in a space with the next of the same quote depth; `delsp` drops that space."""
    joined: list[str] = []
    paragraph: list[str] = []
    depth_of_paragraph = 0
    for line in text.split("\n"):
        bare = line.lstrip(">")
        depth = len(line) - len(bare)
        bare = bare.removeprefix(" ")  # space-stuffed
        if paragraph and (depth != depth_of_paragraph or bare == "-- "):
            joined.append(_marked("".join(paragraph), depth_of_paragraph))
            paragraph = []
        depth_of_paragraph = depth
        soft = bare.endswith(" ") and bare != "-- "
        paragraph.append(bare[:-1] if soft and delsp else bare)
        if not soft:
            joined.append(_marked("".join(paragraph), depth))
            paragraph = []
    if paragraph:
        joined.append(_marked("".join(paragraph), depth_of_paragraph))
    return "\n".join(joined)


def _marked(text: str, depth: int) -> str:
    return f"{'>' * depth} {text}" if depth else text
