"""Words that hand in the proof of an absence, in a message with a file enclosed, and those that do not."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.writing.text import fold, words_of

#: "Bonjour, ci-joint le certificat de Victor. Bonne journée, Claire Durand"
_A_FEW_WORDS: Final = 16

_PROOF: Final = Expression(
    r"\b(?:certificats?|attestations?)\b(?! (?:de |d'|du )?(?:scolarite|assurance|responsabilite|employeur|travail"
    r"|domicile|naissance|natation|vaccin\w*|quotient|la caf|caf|france|residence))"
    r"|\bjustificatifs?\b(?! (?:de |d')(?:domicile|quotient|revenus?|travail|identite))"
    r"|\bordonnances?\b(?! du juge)|\barrets?\b|\beviction\b"
    r"|\b(?:mot|papier|document|lettre|courrier) (?:du|de la|de l'|medica\w+) ?(?:medecin|docteur|pediatre|hopital)?"
)
_OTHER: Final = Expression(
    r"\b(?:assurances?|scolarite|rib|iban|quotient|caf|impots?|imposition|factures?|paiement|cheques?|virement|sepa"
    r"|fiche|dossier|vaccin\w*|vaccinations?|pai|jugement|employeur|domicile|identite|livret|natation|autorisation)\b"
)

_TO_COME: Final = Expression(
    r"\b(?:sera|seront|ser(?:a|ont) absente?s?|viendra|viendront|reviendra|reviendront|prolong\w*|encore|prochaine?"
    r"|jusqu'\w+|revient|reprend\w*|retour)\b"
)

_GOES_ON: Final = Expression(
    r"\b(?:toujours|encore) (?:\w+ )?(?:malade|souffrante?|alitee?|fievreu\w+|au lit|pas)\b|\bprolong\w*"
)


def speaks_of_proof(text: str, files: Collection[str], kinds: Collection[str]) -> bool:
    """Say whether `text` or the names of its `files` speak of a proof; `kinds` are the papers that count."""
    said = _said(text, files)
    return _PROOF.search(said) is not None or any(fold(kind) in said for kind in kinds)


def speaks_of_another_paper(text: str, files: Collection[str]) -> bool:
    """Say whether `text` or the names of its `files` speak of a paper that proves no absence."""
    return _OTHER.search(_said(text, files)) is not None


def tells_what_comes(text: str) -> bool:
    """Say whether `text` tells of days to come rather than of an absence that is known."""
    return _TO_COME.search(fold(text)) is not None


def goes_on(text: str) -> bool:
    """Say whether `text` tells that an illness lasts ("toujours malade"): a day more, though none is named."""
    return _GOES_ON.search(fold(text)) is not None


def is_long(text: str) -> bool:
    """Say whether `text` says more than that something is enclosed: a person should read it."""
    return len(words_of(fold(text))) > _A_FEW_WORDS


def _said(text: str, files: Collection[str]) -> str:
    return " ".join((fold(text), *(" ".join(words_of(fold(name))) for name in files)))


def names_of(children: Collection[str], text: str, files: Collection[str]) -> tuple[str, ...]:
    """Return which of `children` (first names) are named in `text` or in the names of `files`."""
    said = set(words_of(fold(" ".join((text, *files)))))
    return tuple(name for name in children if set(words_of(fold(name))) <= said)
