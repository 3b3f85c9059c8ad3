"""Short answers to an open question: a number, a place in the list, several at once, or "no thank you"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from domain.language.intent.intent import find_cues
from domain.language.matching.expression import Expression
from domain.language.message.trim import split_quoted, unsigned
from domain.language.notions.marks import Cue
from domain.language.people.own import names_of
from domain.language.writing.text import Text, fold
from domain.model.family import Family
from domain.model.wish import Ask, Question

#: Places in a list, by word; the last one is -1.
PLACES: Final = {
    "premier": 1, "premiere": 1, "1er": 1, "1ere": 1, "deuxieme": 2, "second": 2, "seconde": 2, "2e": 2, "2eme": 2,
    "troisieme": 3, "3e": 3, "3eme": 3, "quatrieme": 4, "4e": 4, "4eme": 4, "cinquieme": 5, "sixieme": 6,
    "dernier": -1, "derniere": -1,
}  # fmt: skip
_COUNTS: Final = {"deux": 2, "2": 2, "trois": 3, "3": 3, "quatre": 4, "4": 4}
_POLITE: Final = Expression(r"\b(?:bonjour|bonsoir|merci(?: beaucoup| d'avance)?|svp|stp|s'il (?:vous|te) plait)\b")
_ONE: Final = rf"(?:(?:choix|numeros?|n°|no|reponses?) ?)?(?:\d{{1,2}}|{'|'.join(PLACES)})"
#: "1", "1 et 3", "le premier et le dernier", "les choix 1, 2 et 4".
_LIST: Final = Expression(rf"(?:les? |la )?{_ONE}(?:(?: ?, ?| et | ?\+ ?| ?& ?| puis | )(?:les? |la )?{_ONE})*")
_PICK: Final = Expression(
    rf"(?P<article>\b(?:les?|la) )?(?P<word>\b\d{{1,2}}\b(?!er|e\b|eme)|\b(?:{'|'.join(PLACES)})\b)"
)
_ALL: Final = Expression(r"(?:tou(?:te)?s )?les (?P<n>deux|trois|quatre|[234])|(?P<all>tou(?:te)?s)")
_TAKING_AWAY: Final = Expression(r"\b(?:annul|enlev|retir|supprim|desinscri)[a-z]*")
_DROPPED: Final = Expression(
    r"(?:(?:finalement|en fait|ah|euh|bon|alors|ok|non) )*(?:non(?: non)?(?: finalement| rien)?|nan"
    r"|aucune?(?: des deux)?|rien(?: du tout)?|personne|ni l'une? ni l'autre"
    r"|(?:laisse[rz]?|laissons)(?: tomber| comme ca)?"
    r"|oublie[rz]?(?: ca| cela)?|on oublie|tant pis"
    r"|annule[rz]?|stop|peu importe|pas la peine|c'est pas grave|plus besoin)(?: finalement)?"
)
#: "… Merci. Mai Nguyen".
_SIGNED: Final = re.compile(r"[.!?;,]\s+(?P<first>[^\W\d_][\w'-]*)\s+(?P<last>[^\W\d_][\w'-]*)\W*$")
_GIVEN_UP: Final = Expression(r"laiss\w+|oubli|tant pis|pas la peine|plus besoin")
_FEW: Final = 3
_FOR_A_PERSON: Final = Expression(r"appel|telephon|urgen|aide|secours|quelqu|humain|personne|bureau|direct|responsable")
_BEGINS: Final = r"^(?:(?:non|oui|ok|euh|ah|bah|ben|c'est|plutot) )*"
_EITHER: Final = {
    "besides": Expression(
        _BEGINS + r"(?:en plus|aussi|les (?:deux|2)|ajoute[rz]?|rajoute[rz]?|en supplement|egalement)\b"
    ),
    "instead": Expression(_BEGINS + r"(?:a la place|plutot|remplace[rz]?|change[rz]?|au lieu|en remplacement)\b"),
}
_AGREED: Final = Expression(
    r"(?:oui|ouais|yes|si|exact(?:ement)?|tout a fait|ok|okay|d'accord|bien sur|voila)?"
    r"(?: ?(?:c'est (?:bien )?(?:elle|celle[- ]la|ca|cela)|celle[- ]la|c'est exact|bien sur|exactement))?"
)


def own_words(text: str, family: Family) -> str:
    """Return what the sender typed, without the mail quoted below it, the closing formula and the signature."""
    children = frozenset(w for c in family.children for w in re.findall(r"[a-z]+", fold(c.first_name)))
    fresh, _ = split_quoted(Text.of(text))
    body = unsigned(fresh, children)
    if body.plain.strip():
        return _without_name(body.raw[body.starts[0] : body.ends[-1]].strip(), family)
    return next((line.strip() for line in text.splitlines() if line.strip()), "")  # "2" alone looks like a signature


def _without_name(said: str, family: Family) -> str:
    """Return `said` without a parent's name at the end of its last line ("… Merci. Mai Nguyen")."""
    signed = _SIGNED.search(said)
    first, last = names_of(family.children)
    if signed is None or fold(signed["last"]) not in last or fold(signed["first"]) in first:
        return said
    return said[: signed.start() + 1]


def takes_away(text: str) -> bool:
    """Say whether `text` takes something away ("enlève mardi", "pas jeudi", "sauf le 13")."""
    plain = fold(text)
    away = any(sign.cue in (Cue.NOT, Cue.NOT_BUT, Cue.EXCEPT, Cue.NOTHING) for sign in find_cues(plain))
    return away or _TAKING_AWAY.search(plain) is not None


def plain_words(text: str) -> str:
    """Return folded text without politeness and without the signs at its ends."""
    words = _POLITE.sub(" ", fold(text))
    return re.sub(r"\s+", " ", re.sub(r"[.!,;:?\n]+(?=\s|$)", " ", words)).strip()


def gives_up(text: str) -> bool:
    """Say whether `text` drops what was asked for in words, not by a mere "non" ("laisse tomber", "tant pis")."""
    return drops(text) and _GIVEN_UP.search(fold(text)) is not None


def drops(text: str) -> bool:
    """Say whether `text` only tells that nothing is wanted any more ("non merci", "laisse tomber", "aucun")."""
    return _DROPPED.fullmatch(plain_words(text)) is not None


def is_curt(text: str) -> bool:
    """Say whether `text` is of a few words, none of which asks for a person."""
    words = plain_words(text)
    return len(words.split()) <= _FEW and not _FOR_A_PERSON.search(words)


def besides_or_instead(text: str) -> str:
    """Return "besides" or "instead" where `text` says that something is wanted so; "" where it says neither."""
    words = plain_words(text)
    found = [name for name, said in _EITHER.items() if said.search(words)]
    return found[0] if len(found) == 1 else ""


def agrees(text: str) -> bool:
    """Say whether `text` only says yes ("oui", "oui c'est ça", "exactement"); "je valide" sends the cart instead."""
    words = plain_words(text)
    return bool(words) and _AGREED.fullmatch(words) is not None


def chosen(text: str, question: Question, *, numbered: bool = False) -> str | None:
    """Return the value of the choices that `text` names by their place in the list; None when it names none.

    Several values are joined as `Hints` wants them. A day is never chosen by a number that could also be a day of
    the month: "le 4" is the fourth; "4" is the fourth choice, unless the list was shown without numbers (not
    `numbered`: buttons) and the fourth stands elsewhere in it.
    """
    words, count = plain_words(text), len(question.choices)
    if every := _ALL.fullmatch(words):
        return _joined(question, range(count)) if every["n"] and _COUNTS[every["n"]] == count else None
    if not _LIST.fullmatch(words):
        return None
    picks = [_place(match, count) for match in _PICK.finditer(words)]
    if not picks or any(place is None or not 0 <= place < count for place in picks):
        return None
    if question.ask is Ask.DATE and _are_days(words, question, numbered=numbered):
        return None
    return _joined(question, [place for place in picks if place is not None])


def places_of(word: str, count: str | None = None) -> tuple[int, ...]:
    """Return which places "le premier", "les deux premiers" and "les deux dernières" name."""
    place = PLACES[word.removesuffix("s")]
    many = _COUNTS[count] if count else 1
    return tuple(range(place, place - many, -1)) if place < 0 else tuple(range(place, place + many))


def out_of_list(text: str, question: Question, *, numbered: bool = False) -> bool:
    """Say whether `text` is a number that is not on the list: the question must be put again."""
    number = re.fullmatch(r"\d{1,2}", plain_words(text))
    if number is None or not question.choices:
        return False
    listed = 1 <= int(number.group()) <= len(question.choices)
    return listed and _are_days(number.group(), question, numbered=numbered) if question.ask is Ask.DATE else not listed


def _place(match: re.Match[str], count: int) -> int | None:
    word = match["word"]
    if word.isdigit():
        return int(word) - 1
    return count - 1 if PLACES[word] < 0 else PLACES[word] - 1


def _are_days(words: str, question: Question, *, numbered: bool) -> bool:
    """Say whether the numbers may be days of the month: an article stands before one, or such a day is offered."""
    if question.ask is not Ask.DATE:
        return False
    offered = [c.value for c in question.choices]
    for match in _PICK.finditer(words):
        if match["word"].isdigit():
            other = {n for n, v in enumerate(offered, start=1) for d in v.split(",") if _day(d) == int(match["word"])}
            if match["article"] or (other - {int(match["word"])} and not numbered):
                return True
    return False


def _day(value: str) -> int:
    try:
        return date.fromisoformat(value).day
    except ValueError:
        return 0


def _joined(question: Question, places: Sequence[int]) -> str | None:
    values = [question.choices[n].value for n in dict.fromkeys(places)]
    if question.ask is Ask.ACTION:
        return values[0] if len(values) == 1 else None
    glue = "+" if question.ask is Ask.ACTIVITY else ","
    return glue.join(dict.fromkeys(piece for value in values for piece in value.split(glue))) or None
