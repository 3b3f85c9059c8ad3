"""Phone shorthand and typing slips put right before any rule reads the text, without moving anything."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from domain.language.expression import Expression
from domain.language.names import FIRST_NAMES
from domain.language.numbers import in_figures
from domain.language.text import Edit, Taken, Text
from domain.language.words import COMMON, SHORT_MONTHS, SHORTHAND, TARGETS

#: Unknown words looked at in one message; a parent's message has a handful.
_MAX_LOOKUPS: Final = 150
_MIN_LETTERS: Final = 4
_LONG: Final = 8

_WORD: Final = Expression(r"[a-z0-9]+(?:'(?=hui))?(?:hui)?")
_DAY: Final = r"(?:lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?)"
_SHORT: Final = r"(?:lun|mar|merc?|jeu|vend?|vendr|sam|dim)"
_SHORT_DAYS: Final = {
    "lun": "lundi", "mar": "mardi", "mer": "mercredi", "merc": "mercredi", "jeu": "jeudi", "ven": "vendredi",
    "vend": "vendredi", "vendr": "vendredi", "sam": "samedi", "dim": "dimanche",
}  # fmt: skip
_SHORT_MONTH: Final = Expression(
    rf"(?:(?<=\d)|(?<=1er)|(?P<joined>(?<=\d[/-])))(?P<gap>\s?)(?P<month>{'|'.join(SHORT_MONTHS)})\b\.?"
)
#: "la semaine pro", "mardi proch": short for the next one.
_NEXT: Final = Expression(r"(?<=semaine )pro(?:ch)?\b\.?|(?:(?<=di )|(?<=che ))pro(?:ch)?\b\.?")
_JOIN: Final = r"(?:\s*(?:,|\+|/|&|-|\bet\b|\bau\b|\ba\b)\s*|\s+)"
#: "lun mar jeu", "Mar 11/03", "merc. 12", "jeu midi": short for a weekday only in such company ("la mer" is not).
_RUN: Final = Expression(
    rf"(?<!\bla )(?<!\bun )\b(?:{_SHORT}|{_DAY})\b\.?(?:{_JOIN}(?:{_SHORT}|{_DAY})\b\.?){{0,8}}"
    rf"(?P<more>{_JOIN}(?:\d{{1,2}}\b|1er\b|midi|matin|soir|apres|rien))?"
)
#: Short for a weekday by itself: "lun" and "ven" are no words; "mar.", "jeu." with their dot, or after "midi", "sauf".
_ALONE: Final = Expression(
    r"\b(?P<short>lun|merc|vendr?|ven)\b\.?|(?<!\bla )(?<!\bde )\b(?P<dotted>mar|jeu|mer)\.(?! ?$)"
    r"|(?<!\bla )(?<!\bun )\b(?P<dotted2>mar|jeu|mer)\.(?= ?$)"
    r"|(?:(?<=tous les )|(?<=chaque )|(?<=sauf )|(?<=sauf le )|(?<=midi )|(?<=soir )|(?<=matin )"
    r"|(?<=cantine )|(?<=gouter ))"
    r"(?P<after>mar|jeu|mer)\b"
    r"|(?<!\bla )(?<!\bde )(?<!\bun )(?<!\ble )\b(?P<only>mar|jeu|mer)\b(?= (?:seulement|uniquement|aussi|rien)\b)"
)
_IN_RUN: Final = Expression(rf"\b(?:(?P<short>{_SHORT})\b\.?|{_DAY}\b)")


@lru_cache(maxsize=4_096)
def _nearest(word: str) -> str | None:
    allowed = 2 if len(word) >= _LONG else 1
    found = process.extract(word, TARGETS, scorer=OSA.distance, score_cutoff=allowed, limit=3)
    close = [(target, distance) for target, distance, _ in found if target[0] == word[0]]
    if not close:
        return None
    best = min(distance for _, distance in close)
    winners = {target for target, distance in close if distance == best}
    if len(winners) > 1:  # "inscriver": several forms of one verb are as good as one
        return min(winners) if len({w[:4] for w in winners}) == 1 else None
    return winners.pop()


def _slip(word: str) -> str | None:
    known = len(word) < _MIN_LETTERS or not word.isalpha() or word in COMMON or word in FIRST_NAMES or word in TARGETS
    return None if known else _nearest(word)


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


#: "Lu : matin / Ma : midi", where two or more stand so.
_LETTERED: Final = Expression(r"(?:^|(?<=[/,;>|\n.] )|(?<=[/,;>|\n]))(?P<short>lu|ma|me|je|ve)(?= ?:)")
_LETTERS: Final = {"lu": "lundi", "ma": "mardi", "me": "mercredi", "je": "jeudi", "ve": "vendredi"}
#: "Victor : lu ma je", "cantine lu/ve": a row of them that ends its line or stands before an activity; no "je me …".
_LETTER_ROW: Final = Expression(
    r"(?:^|(?<=[\n:(,;|/-])|(?<=[\n:(,;|/-] )|(?<=cantine )|(?<=midi )|(?<=matin )|(?<=soir )|(?<=gouter )|(?<=repas ))"
    r"(?!je (?:me|ve)\b|ma me\b|me (?:je|ma)\b)"
    r"(?P<row>(?:lu|ma|me|je|ve)(?:(?: ?[,/+&-] ?| et | )(?:lu|ma|me|je|ve)){1,4})"
    r"(?= ?(?:$|[,;.()|\n]|(?:midi|matin|soir|cantine|gouter|garderie|repas)\b))"
)
_LETTER: Final = Expression(r"\b(?:lu|ma|me|je|ve)\b")
_DOTTED: Final = ("sem", "resa", "rdv", "enft", "enfts")
#: "mange ps à la cantine"; at the start of a line, or after thanks, "PS" is a postscript.
_NOT: Final = Expression(
    r"(?<=[a-z] )(?<!merci )(?<!ment )(?<!soiree )(?<!journee )ps\b(?! ?:)|\bps(?= (?:besoin|de|d'|la\b|mang|encore))"
)
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
_IT_IS: Final = Expression(r"(?<![\w'.-])c(?= (?!et\b|ou\b)[a-z]{2,})")
#: "dajouter", "lecole", "delio": an apostrophe left out, and no space either.
_GLUED: Final = Expression(r"(?<![\w'-])(?:jusqu|qu|[ldjn])(?P<rest>(?:[aeiouy]|h[aeio])[a-z]{2,})(?![\w'-])")


#: "l ecole", "d avril": the apostrophe that a hurried thumb leaves out.
_ELIDED: Final = Expression(r"\b(?:l|d|c|n|s|j|qu|jusqu)(?P<gap> )(?!(?:et|ou|au|aux)\b)(?=[aeiouy][a-z]|hi|ho)")


def _drawn(text: Text) -> list[Edit]:
    edits = list[Edit]()
    for m in _DRAWN.finditer(text.plain):
        head, tail = _BEFORE.search(text.plain[max(0, m.start() - 20) : m.start()]), _AFTER.match(text.plain, m.end())
        double = f"{head.group() if head else ''}{m[1] * 2}{tail.group() if tail else ''}"
        edits.append(Edit(m.start(), m.end(), m[1] * (2 if _is_word(double) else 1)))
    return edits


def _by_ear(text: Text) -> list[Edit]:
    found = [
        (m, text.raw[text.starts[m.start()] : text.ends[m.end() - 1]].lower()) for m in _BY_EAR.finditer(text.plain)
    ]
    edits = [Edit(m.start(), m.end(), _SOUNDS[raw]) for m, raw in found if raw in _SOUNDS]
    return edits + [Edit(m.start(), m.end(), "c'est") for m in _IT_IS.finditer(text.plain)]


def _glued(text: Text, is_name: Callable[[str], bool]) -> list[Edit]:
    edits = list[Edit]()
    for m in _GLUED.finditer(text.plain):
        word, rest = m.group(), m["rest"]
        if _is_word(word) or is_name(word):
            continue
        if (_is_word(rest) and rest not in FIRST_NAMES) or is_name(rest):
            edits.append(Edit(m.start("rest"), m.start("rest"), "'"))
    return edits


#: "decantine", "lematin", "augouter": a space left out.
_SPACELESS: Final = Expression(r"(?<![\w'-])(?:de|du|des|la|le|les|au|aux|pour|pas)(?P<rest>[a-z]{4,})(?![\w'-])")


def _spaceless(text: Text, is_name: Callable[[str], bool]) -> list[Edit]:
    found = [m for m in _SPACELESS.finditer(text.plain) if m["rest"] in TARGETS]
    return [
        Edit(m.start("rest"), m.start("rest"), " ") for m in found if not (_is_word(m.group()) or is_name(m.group()))
    ]


def _is_word(word: str) -> bool:
    return word in COMMON or word in TARGETS or word in FIRST_NAMES or word in SHORTHAND


def _elided(text: Text) -> list[Edit]:
    return [Edit(m.start("gap"), m.end("gap"), "'") for m in _ELIDED.finditer(text.plain)]


def _short_not(text: Text) -> list[Edit]:
    return [Edit(m.start(), m.end(), "pas") for m in _NOT.finditer(text.plain)]


#: "cet semaine", "sete semaine".
_THIS_WEEK: Final = Expression(r"\b(?:cet|ce|cett|set|sete|cete|7)(?= semaine\b)")


def _this_week(text: Text) -> list[Edit]:
    return [Edit(m.start(), m.end(), "cette") for m in _THIS_WEEK.finditer(text.plain)]


#: "ne goûtera pas": the verb of a snack.
_NO_SNACK: Final = Expression(r"\bne gout(?:e|er|era|ent|eront) (?:pas|plus)\b")


def _no_snack(text: Text) -> list[Edit]:
    return [Edit(m.start(), m.end(), "pas de gouter") for m in _NO_SNACK.finditer(text.plain)]


def _short_next(text: Text) -> list[Edit]:
    return [Edit(m.start(), m.end(), "prochaine") for m in _NEXT.finditer(text.plain)]


def _written_out(plain: str, match: re.Match[str]) -> Edit:
    dot = plain[match.end() : match.end() + 1] == "." and match.end() + 1 < len(plain)
    return Edit(match.start(), match.end() + dot, _SHORT_DAYS[match["short"]])


def _short_days(text: Text) -> list[Edit]:
    edits = list[Edit]()
    for run in _RUN.finditer(text.plain):
        days = list(_IN_RUN.finditer(text.plain, run.start(), run.end()))
        if len(days) > 1 or run["more"]:
            edits += [_written_out(text.plain, m) for m in days if m["short"]]
    taken = Taken(text.plain, ((e.start, e.end) for e in edits))
    for m in _ALONE.finditer(text.plain):
        if taken.is_free(*m.span()):
            short = next(g for g in m.groups() if g)
            edits.append(Edit(m.start(), m.end(), _SHORT_DAYS[short]))
    return edits


def _lettered_days(text: Text) -> list[Edit]:
    found = [m.span("short") for m in _LETTERED.finditer(text.plain)]
    rows = [m.span("row") for m in _LETTER_ROW.finditer(text.plain)]
    found = found if len(found) > 1 else []
    found += [m.span() for row in rows for m in _LETTER.finditer(text.plain, *row)]
    return [Edit(start, end, _LETTERS[text.plain[start:end]]) for start, end in sorted(set(found))]


_ANY_SHORT: Final = Expression(r"\b(?:lun|mar|merc?|jeu|vend?|vendr|sam|dim|lu|ma|me|je|ve)\b")


def with_weekdays(text: Text) -> Text:
    """Return `text` with short weekdays written out: "Victor lun mar" at its end is no signature."""
    if not _ANY_SHORT.search(text.plain):
        return text
    text = text.rewritten(_short_days(text))
    return text.rewritten(_lettered_days(text))


def _slips(text: Text, is_name: Callable[[str], bool]) -> list[Edit]:
    edits, seen = list[Edit](), 0
    for match in re.finditer(r"[a-z]+", text.plain):
        word = match.group()
        if len(word) < _MIN_LETTERS or word in COMMON or word in TARGETS:
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
    text = text.rewritten(_short_months(text))
    text = with_weekdays(text)
    text = text.rewritten(_short_next(text))
    text = text.rewritten(_this_week(text))
    text = text.rewritten(_no_snack(text))
    text = text.rewritten(_short_not(text))
    return in_figures(text.rewritten(_slips(text, is_name)))
