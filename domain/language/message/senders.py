"""Who says at the head of a message that it is they who write: "c'est Isa, …", "bonsoir, ici la maman d'Elio, …"."""

from __future__ import annotations

from typing import Final

from domain.language.lexicon.vocabulary import VOCABULARY
from domain.language.matching.expression import Expression
from domain.language.writing.names import FIRST_NAMES
from domain.language.writing.text import Text

_HELLO: Final = r"\W*(?:(?:bonjour|bonsoir|coucou|salut|hello|bjr|bsr|slt)\b\W*)?"
_IT_IS: Final = r"(?:moi )?(?:c'est|c'?est|c|ici|je suis) "
_KIN: Final = r"(?:la |le |les )?(?:maman|papa|mere|pere|parents|mamie|papi|nounou) (?:de |d')"
_NAMED: Final = Expression(
    rf"{_HELLO}(?P<said>{_IT_IS}(?P<names>[a-z-]{{3,}}(?: [a-z-]{{3,}})?)(?: (?:ici|a l'appareil))?)"
    rf" *(?P<sign>[,.!:;]|\n)(?P<kin> {_KIN})?"
)
#: "c'est la maman d'Elio, …": of which child it is the parent is told by itself.
_PARENT: Final = Expression(
    rf"{_HELLO}(?P<said>{_IT_IS}{_KIN})(?P<children>[a-z-]+(?:(?:,| et|, et) (?:de |d')?[a-z-]+)*?) ?(?P<sign>,) "
    r"(?!(?:et )?(?:qui|c'est (?:moi|nous)) )"
)
_WORD: Final = Expression(r"[a-z]+")


def without_sender(text: Text, children: frozenset[str], surnames: frozenset[str]) -> Text:
    """Blank a grown-up's name at the head, and set the children whose parent writes apart from what is asked.

    `children` and `surnames` are the family's folded names.
    """
    plain = _without_name(text, children, surnames)
    parent = _PARENT.match(plain)
    if parent and set(_WORD.findall(parent["children"])) & children:
        at, end = parent.span("said")
        plain = plain[:at] + " " * (end - at) + plain[end : parent.start("sign")] + "." + plain[parent.end("sign") :]
    return text.read_as(plain) if plain is not text.plain else text


def _without_name(text: Text, children: frozenset[str], surnames: frozenset[str]) -> str:
    head = _NAMED.match(text.plain)
    words = [(m.group(), head.start("names") + m.start()) for m in _WORD.finditer(head["names"])] if head else []
    own = any(word in children for word, _ in words)
    if head is None or own or not all(_is_name(word, surnames, capital=text.capital(at)) for word, at in words):
        return text.plain
    kept = "ici" if head["kin"] else ""  # "c'est Claire, la maman de Victor, …"
    blank = kept.rjust(head.end("sign") - head.start("said"))
    return text.plain[: head.start("said")] + blank + text.plain[head.end("sign") :]


def _is_name(word: str, surnames: frozenset[str], *, capital: bool) -> bool:
    """Say whether a word is a first or last name, or short for one."""
    if word in FIRST_NAMES or word in surnames:
        return True
    return word not in VOCABULARY and (capital or any(name.startswith(word) for name in FIRST_NAMES))
