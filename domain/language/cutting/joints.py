"""The small signs at which a sentence may be cut: commas, "et", a colon, a pronoun that may begin another sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Cue, Mark, Sign
from domain.language.writing.text import Taken

_JOINTS: Final = (
    (Cue.AND, Expression(r",|\bet\b|\bpuis\b|\bensuite\b|\bainsi que\b|[()+&¤\[\]]|(?<=\s)[-/>](?=\s)")),
    (Cue.COLON, Expression(r":")),
    (
        Cue.SUBJECT,
        Expression(
            r"(?<![\w'-])(?:(?<!\bpour )|(?<=\bet pour )|(?<=, pour ))"
            r"(?:ils?|elles?|je|on|nous)\b(?=\s|')(?! vous (?:remercie|prie))|(?<![\w'-])j'"
            r"|\bca(?= (?:re)?com+ence| va\b| dure\b| fait\b| passe\b| ne\b| n'| s'| a\b)"
        ),
    ),
    (
        Cue.YES,
        Expression(
            r"\boui\b|(?<=[a-z] )(?<!meme )(?<!comme )(?<!aussi )si\b(?=\s*(?:$|[.!;\n)]"
            r"|, ?(?:mais|et|lui|elle|comme|car|puisqu|vu qu)\b))"
        ),
    ),
    (
        Cue.ONLY,
        Expression(
            r"\b(?:seulement|uniquement|juste|rien que|seule?s?|mes que)\b"
            r"|(?<!pareil )(?<!meme )(?<!autant )(?<!plus )\bque(?= (?:lui|elle)\b(?! (?:a|est|soit)\b))"
            r"|(?:(?<=\bmais )|(?<=\bet )|(?<=\bdonc ))que(?= (?:le |la |les |l'|au |du |pour )?(?:lundi|mardi|mercredi"
            r"|jeudi|vendredi|demain"
            r"|midi|matin|soir|gouter|cantine|deux|\d))"
            r"|(?<=\bmais )que(?= pour (?!que\b)| [a-z-]+\W*(?:$|[.,;!?\n]))"
            r"|(?<!plus )(?<!moins )(?<!autant )(?<!meme )que(?= pour (?:le |la |les )?[a-z-]+\W*(?:$|[.;!\n]))"
            r"|(?<=di )que(?! (?:je|j'|tu|il|on|nous|vous|le|la|les|ce)\b)"
        ),
    ),
)


def joints(plain: str, marks: Iterable[Mark], idle: Iterable[tuple[int, int]]) -> Iterator[Sign]:
    """Yield the small signs that lie in no mark, and in none of the `idle` places."""
    taken = Taken(plain, (*((m.start, m.end) for m in marks), *idle))
    for cue, pattern in _JOINTS:
        for m in pattern.finditer(plain):
            if taken.is_free(*m.span()):
                yield Sign(m.start(), m.end(), cue)
