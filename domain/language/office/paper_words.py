"""Words that name a document which the structure follows, in a message with a file enclosed or in the file's name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.writing.text import fold, words_of
from domain.model.attachments import Attachment
from domain.model.structure import DocumentKind

#: What a paper is called in general: "attestation d'assurance" is told by "assurance" alone.
_GENERAL: Final = frozenset(
    {"attestation", "certificat", "fiche", "justificatif", "document", "copie", "piece", "papier", "carte"}
    | {"annuelle", "annuel", "obligatoire"}
    | {"d", "de", "du", "l", "la", "le", "un", "une", "et", "a", "au", "aux", "pour"}
)

_ALL: Final = Expression(
    r"\b(?:tous|toutes|les deux|les trois|(?:les|mes|nos|vos) (?:\w+ )?(?:enfants?|filles|fils|garcons|petits))\b"
)


def kinds_said(text: str, kinds: Sequence[DocumentKind]) -> tuple[str, ...]:
    """Return the codes of those of `kinds` that `text` names, by code, by name or by one of their words."""
    said = _singular(text)
    return tuple(kind.code for kind in kinds if _names(kind, said))


def kind_of_file(file: Attachment, text: str, kinds: Sequence[DocumentKind]) -> str:
    """Return the code of the document that `file` is: by its own name, else by the words with it; "" when unclear."""
    for said in (file.name, text):
        found = kinds_said(said, kinds)
        if found:
            return found[0] if len(found) == 1 else ""
    return ""


def means_all(text: str) -> bool:
    """Say whether `text` means all children of the family ("pour les deux", "de mes enfants")."""
    return _ALL.search(fold(text)) is not None


def says_a_name_of(papers: Collection[str], text: str) -> bool:
    """Say whether `text` names one of `papers` in full."""
    return any(fold(paper) in fold(text) for paper in papers)


def _names(kind: DocumentKind, said: Sequence[str]) -> bool:
    own = [word for word in _singular(kind.name) if word not in _GENERAL]
    phrases = [_singular(each) for each in (kind.code.replace("_", " "), *kind.words)]
    return (bool(own) and set(own) <= set(said)) or any(_stands_in(phrase, said) for phrase in phrases)


def _stands_in(phrase: Sequence[str], said: Sequence[str]) -> bool:
    width = len(phrase)
    return width > 0 and any(list(said[n : n + width]) == list(phrase) for n in range(len(said) - width + 1))


def _singular(text: str) -> Sequence[str]:
    return list(_without_s(words_of(fold(text.replace("_", " ").replace("-", " ")))))


def _without_s(words: Iterable[str]) -> Iterable[str]:
    return (word.removesuffix("s") for word in words)
