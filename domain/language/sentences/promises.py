"""Papers promised for later: the day on which a certificate is brought is no day of absence."""

from __future__ import annotations

from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Mark, Verb, Why
from domain.language.notions.when import Days, Sort
from domain.model.wish import Do, Reason

_PAPER: Final = (
    r"(?:certificat|ordonnance|justificatif|attestation|(?:mot|papier) du (?:medecin|docteur|pediatre)"
    r"|arret (?:maladie|medical))"
)
#: Such a paper tells of no other matter.
_OF_ILLNESS: Final = Expression(
    r"\b(?:certificat|ordonnance|mot|papier|arret)\b|\b(?:justificatif|attestation)\b(?! (?:de |d')(?!absence))"
)
_BRINGS: Final = (
    r"(?:(?:ap)?port|donn|envo[iy]|enverr|transm|fourni|remet|depos|r?amen|montr|scann|adress|present|produi|joindr"
    r"|communiqu|photocopi|(?:fais|ferai|ferons|faire|fera) (?:suivre|parvenir|passer))"
)
#: "je vous apporte le certificat demain", "je passe déposer l'ordonnance lundi", "le certificat suivra demain".
PROMISED: Final = Expression(
    rf"\b(?:je|j'|on|nous) ?(?:vous )?(?:l')?(?:(?:passe|viens|vais|passerai|peux|viendrai) (?:vous )?)?{_BRINGS}\w*"
    rf" [^.,;:!?\n]{{0,25}}\b{_PAPER}\b[^.,;:!?\n]{{0,30}}"
    rf"|\b{_PAPER} (?:medical |du \w+ |de la \w+ |de l'\w+ |d'\w+ )?(?:suit|suivra|(?:vous )?(?:sera|est"
    r"|parviendra|arrivera)"
    rf"|sera|arrive)\b[^.,;:!?\n]{{0,30}}"
)
#: Handed in as a certificate would be: "voici l'ordonnance", "photo de l'ordonnance jointe".
_HANDS_IN: Final = Expression(
    r"\bordonnances?\b[^.!?\n]{0,40}\b(?:joint\w*|en (?:pj|piece|annexe)|ci-(?:joint|dessous|apres)\w*|attache\w*"
    r"|photo|scan\w*|suit|suivra|a l'appui)\b|\b(?:voici|voila|joint\w*|join[sdt]|joignons|joindr\w+|en pj|piece"
    r"|photo\w*|scan\w*|copie|envo[iy]\w*|enverr\w+|transme\w+|adress\w+|ci-joint\w*|trouverez|fourni\w*|ajoute)\b[^.!?\n]{0,40}"
    r"\bordonnances?\b"
)
#: The staff shall give something: that is for a person.
_TO_GIVE: Final = Expression(
    r"\b(?:donn(?:er|ez|iez)|administr\w+|prendre|prenne|avaler|faire prendre|traitement|medicaments?|sirop|comprimes?"
    r"|gouttes|doliprane|ventoline|inhalateur|pai|protocole|antibio\w*|midi|repas|cantine|allerg\w+|regime)\b"
)


def is_only_proof(sentence: str) -> bool:
    """Say whether a paper is only handed in or promised as the proof of an illness, and nothing is to be given."""
    promised = PROMISED.search(sentence)
    proof = _HANDS_IN.search(sentence) or (promised and _OF_ILLNESS.search(promised.group()))
    return "?" not in sentence and bool(proof) and not _TO_GIVE.search(sentence)


_OF: Final = Expression(r"\b(?:pour|du|de|des(?! que)) ")
_SINGLE: Final = frozenset({Sort.DAY, Sort.WEEKDAY, Sort.VAGUE, Sort.AGO})


def without_promises(plain: str, marks: list[Mark]) -> list[Mark]:
    """Drop what a promise of papers names; the paper itself stays the reason where nothing else tells of an illness."""
    longer = [
        m.start
        for m in marks
        if isinstance(m, Days) and not (_is_single(m) and not _OF.search(plain, m.start - 5, m.start + 9))
    ]
    spans = [m.span() for m in PROMISED.finditer(plain) if not any(m.start() <= at < m.end() for at in longer)]
    if not spans:
        return marks

    def inside(mark: Mark) -> bool:
        return any(start <= mark.start < end for start, end in spans)

    ill = any(isinstance(m, Why) and m.reason is Reason.SICK and not inside(m) for m in marks)
    away = any(isinstance(m, Verb) and m.do in (Do.ABSENT, Do.CANCEL) and not inside(m) for m in marks)
    return [m for m in marks if not (inside(m) and _is_of_paper(m, reason_too=ill or not away))]


def _is_single(days: Days) -> bool:
    return not days.frames and len(days.bases) == 1 and all(b.sort in _SINGLE for b in days.bases)


def _is_of_paper(mark: Mark, *, reason_too: bool) -> bool:
    if isinstance(mark, Days):
        return _is_single(mark)
    return (isinstance(mark, Verb) and mark.do is Do.BOOK) or (isinstance(mark, Why) and reason_too)
