"""Whom a message is about: names exact, shortened or misspelt, "les deux", "ma fille", and strangers to the family."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from domain.language.lexicon.things import NAME_AFTER, NAME_BEFORE
from domain.language.lexicon.vocabulary import VOCABULARY
from domain.language.matching.expression import Expression
from domain.language.notions.marks import Who
from domain.language.people.kin import find_all, find_kin, find_them
from domain.language.people.strangers import find_strangers, is_other
from domain.language.writing.names import FIRST_NAMES, WORDS_TOO
from domain.language.writing.text import Taken, Text, fold
from domain.model.family import Child, Family

_WORD: Final = Expression(r"[a-z]+")
#: A letter by itself that is no word and no title.
_INITIAL: Final = Expression(r"(?<![\w.'-])[b-ln-xz](?![\w'-])(?!\.\w)")
_TWO_LETTERS: Final = Expression(r"(?<![\w.'-])[a-z]{2}(?![\w'-])(?! ?:)")
_TWO_LETTER_WORDS: Final = frozenset(
    """
    al an ai am as au ca cc ce cp cv de dr du el en es et eu go gs ha he hi ho id il je la le li ma me mi mr ms na ne ni
    no nu oh ok on or os ou pj pm ps pu qu re rh sa se si sm so st su ta te tu tv un us va ve vs vu ya
    """.split()  # noqa: SIM905 - easier to read in rows
)
_MIN_SHORT: Final = 3
_LONG_NAME: Final = 8
_INITIALS: Final = 2  # "JB"


@lru_cache(maxsize=8_192)
def sound(name: str) -> str:
    """Return how a folded name sounds, roughly: "ylies" and "ilyes" are one, so are "louka" and "luca"."""
    for old, new in (("ph", "f"), ("ou", "u"), ("y", "i"), ("qu", "k"), ("ck", "k"), ("c", "k"), ("h", "")):
        name = name.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", name).rstrip("est") or name


@dataclass(frozen=True, slots=True)
class _Known:
    """A family's names, prepared for look-up: exact forms by regex, each part for near misses, first and last names."""

    exact: Expression
    forms: dict[str, str]
    parts: tuple[tuple[str, str], ...]
    first: dict[str, str]
    surnames: frozenset[str]


#: Initials as they are said: "Jibé".
_SPOKEN: Final = {
    "b": "be",
    "c": "ce",
    "d": "de",
    "g": "ge",
    "j": "ji",
    "k": "ka",
    "l": "el",
    "m": "em",
    "p": "pe",
    "t": "te",
}


@lru_cache(maxsize=1_024)
def _known(children: tuple[Child, ...]) -> _Known:
    forms, parts = dict[str, str](), list[tuple[str, str]]()
    for child in children:
        pieces = _WORD.findall(fold(child.first_name))
        parts += [("".join(pieces), child.first_name)] + (
            [(p, child.first_name) for p in pieces] if len(pieces) > 1 else []
        )
        forms[" ".join(pieces)] = child.first_name
        if len(pieces) > 1:
            forms["".join(p[0] for p in pieces)] = child.first_name
            forms["".join(_SPOKEN.get(p[0], p[0]) for p in pieces)] = child.first_name
            forms["".join([*(p[0] for p in pieces[:-1]), pieces[-1]])] = child.first_name  # "JBaptiste"
        forms |= {" ".join(_WORD.findall(fold(nickname))): child.first_name for nickname in child.nicknames}
    shared = [p for p, _ in parts]
    unique = tuple((p, name) for p, name in parts if shared.count(p) == 1)
    forms.update({p: name for p, name in unique if len(p) >= _MIN_SHORT})
    spelt = sorted(
        (
            re.escape(f).replace(r"\ ", r"[\s.-]*")
            if len(f.replace(" ", "")) > _INITIALS
            else r"[. -]?".join(f) + "(?!')"
            for f in forms
        ),
        key=len,
        reverse=True,
    )
    first = {fold(c.first_name): c.first_name for c in children}
    surnames = frozenset(fold(c.last_name) for c in children)
    return _Known(Expression(rf"\b(?:{'|'.join(spelt)})\b"), forms, unique, first, surnames)


#: "zozo", "lulu": the first syllable twice; "vico", "sevou", "lukinou": shortened and made tender.
_TWICE: Final = Expression(r"(?P<syllable>[b-df-hj-np-tv-z][aeiouy])(?P=syllable)")
_TENDER: Final = Expression(r"(?P<stem>[a-z]{3,})(?:ou|inou|ounet|ounette|nou|ette|y|i|o)")


def _tender(word: str, part: str) -> bool:
    """Say whether `word` is a pet form of the name `part`."""
    twice, tender = _TWICE.fullmatch(word), _TENDER.fullmatch(word)
    return (twice is not None and part.startswith(twice["syllable"])) or (
        tender is not None and part.startswith(tender["stem"])
    )


def _near(word: str, known: _Known) -> str | None:
    """Return the one child whose name `word` shortens or misspells."""
    if len(word) < _MIN_SHORT or word in VOCABULARY:
        return None
    real = word in FIRST_NAMES
    found = set[str]()
    for part, name in known.parts:
        distance = OSA.distance(word, part)
        same_start = word[0] == part[0] or sound(word)[:1] == sound(part)[:1] or sorted(word[:2]) == sorted(part[:2])
        close = distance <= (2 if len(part) >= _LONG_NAME else 1) and len(word) > _MIN_SHORT - (distance == 0)
        short = (part.startswith(word) or _tender(word, part)) and not real
        if short or (same_start and (close or sound(word) == sound(part))):
            found.add(name)
    return found.pop() if len(found) == 1 else None


def name_test(family: Family) -> Callable[[str], bool]:
    """Return a test that says whether a folded word is, or nearly is, a name of the family's."""
    known = _known(family.children)
    return lambda word: bool(known.exact.fullmatch(word)) or _near(word, known) is not None


def find_children(text: Text, family: Family) -> list[Who]:
    """Return the children spoken of in a corrected text, in order; see `Who` for what is uncertain."""
    known = _known(family.children)
    named = [*_exact(text, known), *_initials(text, known.first)]
    found = [*named, *find_kin(text.plain, family), *find_all(text.plain, family, named)]
    found += find_them(text.plain, family, found)
    taken = Taken(text.plain, ((w.start, w.end) for w in found))
    for match in _WORD.finditer(text.plain):
        if match.group() in VOCABULARY or not taken.is_free(match.start(), match.start() + 1):
            continue
        beside = _is_beside(text.plain, match.start()) and match.group() not in FIRST_NAMES  # "le docteur avec Sév"
        if (name := _near(match.group(), known)) and (beside or not is_other(text.plain, match.start())):
            found.append(Who(match.start(), match.end(), (name,)))
            taken.take(match.start(), match.end())
    found += find_strangers(text, [(w.start, w.end) for w in found], known.surnames)
    return _merged(sorted(found, key=lambda w: (w.start, -w.end)), text.plain, known.surnames)


#: "avec Elio", "je suis la maman d'Elio": of a child of the family all the same.
_OWN: Final = Expression(
    r"\bavec $|\b(?:n'est|est|sera|etait) (?:pas |plus |toujours )?le cas (?:de |d'|pour |chez )$"
    r"|\b(?:madame|mme|monsieur) $|\b(?:diagnosti|detect|constat|declar|confirm|decouv|suspicion|suspect"
    r"|symptome|fievre|angine|gastro|grippe"
    r"|otite|varicelle|bronchi|rhino|coqueluche|scarlatine|conjonctivite|impetigo|covid)[^.,;!?\n]{0,30}\bchez $"
    r"|\b(?:je suis|c'est|ici) (?:[a-z]+,? )?(?:la |le |l'|les )?"
    r"(?:maman|papa|mere|pere|mamie|mamy|papi|papy|grand-mere|grand-pere|parents|nounou|tante|oncle) (?:de "
    r"|d')(?:[a-z-]+ et (?:de |d')?)?$"
)


def _is_beside(plain: str, start: int) -> bool:
    """Say whether the words before a name may as well stand before one of the family's."""
    return _OWN.search(plain[max(0, start - 60) : start]) is not None


def _exact(text: Text, known: _Known) -> Iterator[Who]:
    for match in known.exact.finditer(text.plain):
        key = re.sub(r"[\s.-]+", " ", match.group())
        name = known.forms.get(key) or known.forms.get(key.replace(" ", ""))
        is_word = match.group() in WORDS_TOO and not text.capital(match.start())
        if " " in match.group() and len(match.group()) == len("j b") and not text.capital(match.start()):
            continue  # "à l'école" is no Anne-Lise
        if name and not is_word and (_is_beside(text.plain, match.start()) or not is_other(text.plain, match.start())):
            yield Who(match.start(), match.end(), (name,))


def _initials(text: Text, names: dict[str, str]) -> Iterator[Who]:
    """Yield children named by their first letters, typed as capitals: "N et S à la cantine", "Lu mange mardi"."""

    def own(start: str) -> tuple[str, ...]:
        return tuple(name for folded, name in names.items() if folded.startswith(start))

    found = [m for m in _INITIAL.finditer(text.plain) if len(own(m.group())) == 1 and text.capital(m.start())]
    dotted = {m.start() for m in found if text.plain[m.end() : m.end() + 1] == "."}
    several = len({m.group() for m in found if m.start() not in dotted}) > 1
    for m in found:
        if (several and m.start() not in dotted) or _names_one(text.plain, m):
            yield Who(m.start(), m.end(), own(m.group()))
    for m in _TWO_LETTERS.finditer(text.plain):
        if m.group() not in _TWO_LETTER_WORDS and text.capital(m.start()) and len(own(m.group())) == 1:
            yield Who(m.start(), m.end(), own(m.group()))


def _names_one(plain: str, match: re.Match[str]) -> bool:
    """Say whether a letter by itself stands where a name would."""
    before, after = plain[max(0, match.start() - 40) : match.start()], plain[match.end() : match.end() + 40].lstrip(".")
    return bool(re.search(rf"{NAME_BEFORE}|\bpour $", before) or re.match(rf"{NAME_AFTER}| (?:a la|au|a l')\b", after))


def _merged(found: list[Who], plain: str, surnames: frozenset[str]) -> list[Who]:
    """Drop overlaps, and the second of two adjoining pieces of one name ("jean batiste")."""
    kept = list[Who]()
    for who in found:
        last = kept[-1] if kept else None
        if last and who.start < last.end:
            continue
        if (
            last
            and last.options
            and who.names
            and set(who.names) < set(last.options)
            and (who.start - last.end <= len(", ") or plain[last.end : who.start].strip(" ,:") in surnames)
        ):
            kept[-1] = Who(last.start, who.end, who.names)  # "mon aîné Elio"
            continue
        if last and len(last.names) == 1 and set(last.names) < set(who.options) and who.start - last.end == 1:
            continue  # "Sohan lui seulement le 3"
        if last and last.names == who.names != () and who.start - last.end <= 1 and len(who.names) == 1:
            kept[-1] = Who(last.start, who.end, who.names)
            continue
        kept.append(who)
    return kept
