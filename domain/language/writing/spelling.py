"""Phone shorthand and typing slips put right before any rule reads the text, without moving anything."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA, Prefix

from domain.language.matching.expression import Expression
from domain.language.writing.names import FIRST_NAMES
from domain.language.writing.numbers import in_figures
from domain.language.writing.spelling_context import dated, following, had_done, in_context, no_after_all
from domain.language.writing.spelling_days import ends, with_weekdays
from domain.language.writing.text import Edit, Text
from domain.language.writing.words import COMMON, SHORT_MONTHS, SHORTHAND, TARGETS
from domain.language.writing.words_near import NEAR

#: Unknown words looked at in one message; a parent's message has a handful.
_MAX_LOOKUPS: Final = 150
_MIN_LETTERS: Final = 4
_TARGETS: Final = frozenset(TARGETS)
_SHORT: Final = frozenset({*SHORT_MONTHS, "merc", "vend", "vendr"})
_LONG: Final = 8

_WORD: Final = Expression(r"[a-z0-9]+(?:'(?=hui))?(?:hui)?")
_SHORT_MONTH: Final = Expression(
    rf"(?:(?<=\d)|(?<=1er)|(?P<joined>(?<=\d[/-])))(?P<gap>\s?)(?P<month>{'|'.join(SHORT_MONTHS)})\b\.?"
)
#: "la semaine pro", "mardi proch": short for the next one.
_NEXT: Final = Expression(r"(?<=semaine )pro(?:ch)?\b\.?|(?:(?<=di )|(?<=che ))pro(?:ch)?\b\.?")


@lru_cache(maxsize=4_096)
def _nearest(word: str) -> str | None:
    allowed = 2 if len(word) >= _LONG else 1
    found = process.extract(word, TARGETS, scorer=OSA.distance, score_cutoff=allowed, limit=3)
    close = [(target, distance) for target, distance, _ in found if target[0] == word[0]]
    if not close:
        return None
    best = min(distance for _, distance in close)
    winners = {target for target, distance in close if distance == best}
    winners = {w for w in winners if _keeps_letters(word, w)} or winners
    if len(winners) > 1 and len({w[:4] for w in winners}) > 1:
        return None
    # Several forms of one word: "prochaie" ends like the feminine, "garderi" begins like the noun.
    return min(winners, key=lambda w: (w[-1] != word[-1], -Prefix.similarity(w, word), w))


def _keeps_letters(word: str, target: str) -> bool:
    """Say whether a letter was only left out, doubled or moved ("mrdi" is "mardi" rather than "midi")."""
    return len(word) != len(target) or sorted(word) == sorted(target)


def _slip(word: str) -> str | None:
    known = len(word) < _MIN_LETTERS or not word.isalpha() or _is_known(word) or word in FIRST_NAMES
    return None if known else _nearest(word) or _with_other_letters_doubled(word)


_TWICE: Final = re.compile(r"(.)\1")


@cache
def _undoubled() -> dict[str, str]:
    """Return the words whose spelling is put right, by their letters told once; the first of those that are alike."""
    return {_TWICE.sub(r"\1", word): word for word in reversed(TARGETS)}


def _with_other_letters_doubled(word: str) -> str | None:
    """Return "annulez" for "anullez": what is doubled in French is what its writers mistake most."""
    return _undoubled().get(_TWICE.sub(r"\1", word))


def _is_known(word: str) -> bool:
    return word in COMMON or word in NEAR or word in _TARGETS or word in _SHORT


def _shorthand(text: Text) -> list[Edit]:
    found = ((m, SHORTHAND.get(m.group())) for m in _WORD.finditer(text.plain))
    return [Edit(m.start(), m.end() + _abbreviates(text.plain, m.end()), new) for m, new in found if new]


def _abbreviates(plain: str, at: int) -> bool:
    """Say whether the dot at `at` belongs to a short word inside a sentence ("sem. prochaine")."""
    return re.match(r"\. [a-z]", plain[at : at + 3]) is not None and plain[:at].endswith(_DOTTED)


def _short_months(text: Text) -> list[Edit]:
    found = _SHORT_MONTH.finditer(text.plain)
    stands = [(m, m["gap"] or m["joined"] is not None) for m in found]
    return [Edit(m.start("month"), m.end(), f"{'' if apart else ' '}{SHORT_MONTHS[m['month']]}") for m, apart in stands]


_DOTTED: Final = ("sem", "resa", "rdv", "enft", "enfts")
#: "merciii", "anneeee".
_DRAWN: Final = Expression(r"([a-z])\1{2,}")
_BEFORE: Final = Expression(r"[a-z]{0,20}$")
_AFTER: Final = Expression(r"[a-z]{0,20}")
#: "lé loulous", "é vendredi": as they sound.
_SOUNDS: Final = {
    "lé": "les",
    "lè": "les",
    "dé": "des",
    "mé": "mes",
    "é": "et",
    "è": "et",
    "cé": "c'est",
    "sé": "c'est",
}
_BY_EAR: Final = Expression(r"(?<![\w'-])(?:[ldmcs]e|e)(?![\w'-])")
#: "c bon", "c la maman de Zoé".
_IT_IS: Final = Expression(r"(?<![\w'.-])c(?= (?:(?!et\b|ou\b|est\b|etait\b)[a-z]{2,}|l'))")
#: "dajouter", "lecole", "delio": an apostrophe left out, and no space either.
_GLUED: Final = Expression(r"(?<![\w'-])(?:jusqu|qu|[ldjn])(?P<rest>(?:[aeiouy]|h[aeio])[a-z]{2,})(?![\w'-])")


#: "jreserve", "jmets", "jdois": the e that nobody says.
_UNSAID: Final = Expression(r"(?<![\w'-])j(?P<rest>[b-df-gk-np-tv-z][a-z]{2,})(?![\w'-])")


#: "l ecole", "d avril": the apostrophe that a hurried thumb leaves out.
_ELIDED: Final = Expression(r"\b(?:l|d|c|n|s|j|qu|jusqu)(?P<gap> )(?!(?:et|ou|au|aux)\b)(?=[aeiouy][a-z]|hi|ho)")


def _drawn(text: Text) -> list[Edit]:
    edits = list[Edit]()
    for m in _DRAWN.finditer(text.plain):
        head, tail = _BEFORE.search(text.plain[max(0, m.start() - 20) : m.start()]), _AFTER.match(text.plain, m.end())
        double = f"{head.group() if head else ''}{m[1] * 2}{tail.group() if tail else ''}"
        edits.append(Edit(m.start(), m.end(), m[1] * (2 if _is_word(double) else 1)))
    return edits


#: "mé enfants", but "mange pas, mé Zoé oui"; "vic é malade", but "Zoé é Luka".
_MY: Final = Expression(
    r" (?:\d|enfants?|fill\w+|fils|garcon\w*|deux|trois|loulou\w*|petit\w*|grand\w*|gosses?|jumea\w+|bou\w+)"
)
_IS: Final = Expression(r" (?:malade|absente?|pas|en|chez|fatiguee?|fievreu\w+|souffrante?|inscrite?|a la|au)\b")


def _heard(plain: str, at: int, raw: str) -> str:
    """Return what a word means that is written as it sounds, given what follows it."""
    if raw == "mé" and not _MY.match(plain, at):
        return "mais"
    return "est" if raw == "é" and _IS.match(plain, at) else _SOUNDS[raw]


def _by_ear(text: Text) -> list[Edit]:
    found = [
        (m, text.raw[text.starts[m.start()] : text.ends[m.end() - 1]].lower()) for m in _BY_EAR.finditer(text.plain)
    ]
    edits = [Edit(m.start(), m.end(), _heard(text.plain, m.end(), raw)) for m, raw in found if raw in _SOUNDS]
    return edits + [Edit(m.start(), m.end(), "c'est") for m in _IT_IS.finditer(text.plain)]


def _glued(text: Text, is_name: Callable[[str], bool]) -> list[Edit]:
    edits = list[Edit]()
    for pattern, between in ((_GLUED, "'"), (_UNSAID, "e ")):
        for m in pattern.finditer(text.plain):
            word, rest = m.group(), m["rest"]
            if _is_word(word) or is_name(word):
                continue
            if (_is_word(rest) and rest not in FIRST_NAMES) or (between == "'" and is_name(rest)):
                edits.append(Edit(m.start("rest"), m.start("rest"), between))
    return sorted(edits, key=lambda e: e.start)


#: "decantine", "lematin", "augouter": a space left out.
_SPACELESS: Final = Expression(r"(?<![\w'-])(?:de|du|des|la|le|les|au|aux|pour|pas)(?P<rest>[a-z]{4,})(?![\w'-])")


def _spaceless(text: Text, is_name: Callable[[str], bool]) -> list[Edit]:
    found = [m for m in _SPACELESS.finditer(text.plain) if m["rest"] in _TARGETS]
    return [
        Edit(m.start("rest"), m.start("rest"), " ")
        for m in found
        if not (_is_word(m.group()) or _slip(m.group()) or is_name(m.group()))
    ]


def _is_word(word: str) -> bool:
    return _is_known(word) or word in FIRST_NAMES or word in SHORTHAND


def _elided(text: Text) -> list[Edit]:
    return [Edit(m.start("gap"), m.end("gap"), "'") for m in _ELIDED.finditer(text.plain)]


def _short_next(text: Text) -> list[Edit]:
    found = [(m, m.end() - m.group().endswith(".")) for m in _NEXT.finditer(text.plain)]
    return [Edit(m.start(), word if ends(text, word) else m.end(), "prochaine") for m, word in found]


def _slips(text: Text, is_name: Callable[[str], bool]) -> list[Edit]:
    edits, seen = list[Edit](), 0
    for match in re.finditer(r"[a-z]+", text.plain):
        word = match.group()
        if len(word) < _MIN_LETTERS or _is_known(word):
            continue
        seen += 1
        if seen > _MAX_LOOKUPS:
            break
        new = None if is_name(word) else _slip(word)
        if new and new != word:
            edits.append(Edit(match.start(), match.end(), new))
    return edits


def nobody(_word: str) -> bool:
    """Say that no word is a child's name (where no family is known)."""
    return False


def corrected(text: Text, is_name: Callable[[str], bool] = nobody) -> Text:
    """Return `text` with shorthand written out and near misses of our own words corrected.

    `is_name` protects the family's names ("Madi"). Only words that are no French word of `words.COMMON` and stand
    within one letter (two in long words) of a word of `words.TARGETS` are changed.
    """
    text = text.rewritten(_drawn(text))
    text = text.rewritten(_by_ear(text))
    text = text.rewritten(_elided(text))
    text = text.rewritten(_glued(text, is_name))
    text = text.rewritten(_spaceless(text, is_name))
    text = text.rewritten(_shorthand(text))
    text = text.rewritten(_slips(text, is_name))
    text = text.rewritten(_short_months(text))
    text = with_weekdays(text)
    text = text.rewritten(_short_next(text))
    text = text.rewritten(in_context(text))
    text = text.rewritten(dated(text))
    text = text.rewritten(following(text))
    text = text.rewritten(no_after_all(text))
    return in_figures(text.rewritten(had_done(text)))
