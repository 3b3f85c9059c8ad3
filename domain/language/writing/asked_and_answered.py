"""A demand put as questions that its sender answers: "Qui ? Zoé. Quoi ? annuler la cantine. Quand ? jeudi"."""

from __future__ import annotations

from typing import Final

from domain.language.matching.blanks import blank
from domain.language.matching.expression import Expression

#: What is asked, alone before its mark.
_ASKED: Final = Expression(
    r"(?:^|(?<=[.!?;,\n])) *(?:(?:et|donc) )?(?P<head>(?:pour |a )?(?:qui|quoi|quand|ou|quels? (?:enfants?|jours?"
    r"|creneaux?|repas)|quelles? (?:dates?|activites?|prestations?|actions?|demandes?)|combien)"
    r" ?[?:](?! ?\)))(?=\s*[^\s?:])"
)
#: What else such a form may hold, below the others.
_TO_DO: Final = Expression(r"(?:^|(?<=[.!?;,\n])) *(?P<head>(?:a faire|action|demande|objet|motif) ?:)(?=\s*[^\s?:])")
#: What it is not: "Zoé, pas Luka".
_NOT: Final = Expression(
    r",? (?:et |mais )?(?:non(?: pas)?|pas|plutot que) (?:le |la |l'|pour )?[^.,;:!?\n]{2,30}(?=[.,;!?\n]|$)"
)
_TWO: Final = 2


def answered(plain: str) -> str:
    """Return folded text, letter for letter, with such questions blanked and their answers as one sentence.

    One such question is none of these: it is asked of us.
    """
    asked = [m.span("head") for m in _ASKED.finditer(plain)]
    if len(asked) < _TWO:
        return plain
    heads = sorted([*asked, *(m.span("head") for m in _TO_DO.finditer(plain) if m.start() > asked[0][0])])
    letters = list(_NOT.sub(blank, plain[heads[0][0] :]))
    for start, end in heads:
        at = start - heads[0][0]
        letters[at : at + end - start] = " " * (end - start)
        before = at - 1
        while before > 0 and letters[before].isspace() and letters[before] != "\n":
            before -= 1
        if before > 0 and letters[before] in ".;!?\n":
            letters[before] = ","
    return plain[: heads[0][0]] + "".join(letters)
