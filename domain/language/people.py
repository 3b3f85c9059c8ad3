"""Whom a message is about: names exact, shortened or misspelt, "les deux", "ma fille", and strangers to the family."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from domain.language.lexicon import FUNCTION_WORDS, NAME_AFTER, NAME_BEFORE, NOT_A_CHILD
from domain.language.marks import Who
from domain.language.names import BOYS, FIRST_NAMES, GIRLS, WORDS_TOO
from domain.language.text import Text, fold
from domain.language.words import COMMON, SHORTHAND, TARGETS
from domain.model.family import Child, Family

_WORD: Final = re.compile(r"[a-z]+")
#: A letter by itself that is no word and no title.
_INITIAL: Final = re.compile(r"(?<![\w.'-])[b-ln-xz](?![\w.'-])")
_MIN_SHORT: Final = 3
_LONG_NAME: Final = 8
_INITIALS: Final = 2  # "JB"
_VOCABULARY: Final = COMMON | frozenset(TARGETS) | FUNCTION_WORDS | frozenset(SHORTHAND)

_COUNT: Final = r"(?P<n>deux|trois|quatre|2|3|4)"
_NOT_THINGS: Final = (
    r"(?! ?(?:jours?|semaines?|journees?|dates?|mercredis?|cantines?|repas|midis"
    r"|soirs|yeux|oreilles|pieds|mains|jambes|bras|genoux|poignets|tympans|poumons|premier|dernier|prochain|autres|"
    r"fois|semaine|heures?|et \d|,? ?\d|activites|vacances|/|(?!la |cette )[a-z]+ (?:semaine"
    r"|jours)|janvier|fevrier|mars|avril|mai|juin|juillet))"
)
_ALL: Final = re.compile(
    rf"\b(?:tous )?(?:les|mes|nos) {_COUNT}(?: enfants| loulous| (?P<size>petite?s|grande?s|ainee?s|plus grands|plus petits|dernier(?:e)?s))?\b{_NOT_THINGS}"
    rf"|(?<=\baucun )des {_COUNT.replace('<n>', '<a>')}\b|(?<=\baucune )des {_COUNT.replace('<n>', '<b>')}\b"
    rf"|\btou(?:te)?s (?:les )?{_COUNT.replace('<n>', '<m>')}\b{_NOT_THINGS}"
    r"|\b(?:tous )?(?:les|mes|nos) (?:enfants|loulous|petits|gamins|minots|mioches|monstres)\b"
    rf"|(?<!les )(?<!mes )(?<!nos )\b{_COUNT.replace('<n>', '<k>')} enfants\b"
    r"|\b(?:mes|nos|les) (?:\w+ )?petits-enfants\b"
    r"|\btout le monde\b|\btoute la fratrie\b|\bl'ensemble des enfants\b"
    r"|\b(?:pour|inscrire|inscrivez|mettre|mettez|mets|ajouter|ajoutez) tous\b(?! les| mes)"
)
_NUMBERS: Final = {"deux": 2, "trois": 3, "quatre": 4, "2": 2, "3": 3, "4": 4}
_KIN: Final = re.compile(
    r"\b(?P<girls>(?:mes|les|nos) (?:\w+ )?(?:petites-)?filles)\b|\b(?P<boys>(?:mes|les|nos) (?:\w+ )?(?:garcons|gars|fils|mecs))\b"
    r"|\b(?P<old>l'ainee?|(?:mon|ma|notre|le|la) (?:plus )?(?:grande?|ainee?))\b(?!-| (?:section"
    r"|soeur|frere|mere|pere|partie|besoin|jour|maitre|vacances))"
    r"|\b(?P<young>(?:mon|ma|notre|le|la) (?:plus )?(?:petite?(?: derniere?)?"
    r"|jeune|cadett?e?|benjamine?))\b(?!-| (?:section|soeur|frere|fils\b|fille\b|garcon\b|dejeuner|mot|soucis?"
    r"|probleme|creche))"
    r"|\b(?P<girl>(?:ma|notre|la|sa) petite-fille|(?:ma|notre|la) (?:(?:petite )?fille|puce|choupette"
    r"|louloute))\b|\b(?P<boy>(?:mon|notre|le|son) petit-fils|(?:mon|notre|le) (?:(?:petit )?(?:fils|garcon)|loulou"
    r"|bonhomme))\b"
    r"|\b(?P<one>(?:mon|notre|l')\s?enfant|mon bebe)\b"
    r"|\b(?P<sis>sa (?:\w+ )?soeur)\b|\b(?P<bro>son (?:\w+ )?frere)\b|\b(?P<sisters>ses (?:\w+ )?soeurs)\b"
    r"|\b(?P<bros>ses (?:\w+ )?freres)\b"
)
#: "elle le matin, lui l'après-midi", "lui je l'ajoute": a pronoun that stands for a child.
_PRONOUN: Final = re.compile(
    r"(?<!avec )(?<!chez )(?<!pour )(?<!de )(?<!qu')\b(?P<who>elle|lui) (?=(?:(?:le|la|a la|au|toute la|que le"
    r"|seulement le) |l')?(?:matin|midi|apres|soir|journee"
    r"|gouter|cantine|centre|lundi|mardi|mercredi|jeudi|vendredi)\b|(?:je|on|vous|tu) )"
)
#: "pour elle et son frère".
_FOR_ONE: Final = re.compile(r"\bpour (?P<who>elle|lui)(?=,? (?:et|aussi|seulement|uniquement)\b)")
_SIBLINGS: Final = {"sis": "f", "bro": "m", "sisters": "F", "bros": "M"}


def sound(name: str) -> str:
    """Return how a folded name sounds, roughly: "ylies" and "ilyes" are one, so are "louka" and "luca"."""
    for old, new in (("ph", "f"), ("ou", "u"), ("y", "i"), ("qu", "k"), ("ck", "k"), ("c", "k"), ("h", "")):
        name = name.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", name).rstrip("est") or name


@dataclass(frozen=True, slots=True)
class _Known:
    """A family's names, prepared for look-up: exact forms by regex, and each part for near misses."""

    exact: re.Pattern[str]
    forms: dict[str, str]
    parts: tuple[tuple[str, str], ...]


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
    return _Known(re.compile(rf"\b(?:{'|'.join(spelt)})\b"), forms, unique)


def _near(word: str, known: _Known) -> str | None:
    """Return the one child whose name `word` shortens or misspells."""
    if len(word) < _MIN_SHORT or word in _VOCABULARY:
        return None
    real = word in FIRST_NAMES
    found = set[str]()
    for part, name in known.parts:
        distance = OSA.distance(word, part)
        same_start = word[0] == part[0] or sound(word)[:1] == sound(part)[:1] or sorted(word[:2]) == sorted(part[:2])
        close = distance <= (2 if len(part) >= _LONG_NAME else 1) and len(word) > _MIN_SHORT - (distance == 0)
        short = part.startswith(word) and not real
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
    found = [*_exact(text, known), *_initials(text, family), *_kin(text.plain, family)]
    found += list(_all(text.plain, family, found))
    taken = [(w.start, w.end) for w in found]
    for match in _WORD.finditer(text.plain):
        if any(start <= match.start() < end for start, end in taken) or _is_other(text.plain, match.start()):
            continue
        if name := _near(match.group(), known):
            found.append(Who(match.start(), match.end(), (name,)))
            taken.append((match.start(), match.end()))
    found += _strangers(text, taken, family)
    surnames = {fold(c.last_name) for c in family.children}
    return _merged(sorted(found, key=lambda w: (w.start, -w.end)), text.plain, surnames)


def _exact(text: Text, known: _Known) -> Iterator[Who]:
    for match in known.exact.finditer(text.plain):
        key = re.sub(r"[\s.-]+", " ", match.group())
        name = known.forms.get(key) or known.forms.get(key.replace(" ", ""))
        is_word = match.group() in WORDS_TOO and not text.capital(match.start())
        if " " in match.group() and len(match.group()) == len("j b") and not text.capital(match.start()):
            continue  # "à l'école" is no Anne-Lise
        if name and not is_word and not _is_other(text.plain, match.start(), own=True):
            yield Who(match.start(), match.end(), (name,))


def _initials(text: Text, family: Family) -> Iterator[Who]:
    """Yield children named by their initial, where two or more are ("N et S à la cantine, L le matin")."""
    first = [fold(c.first_name)[0] for c in family.children]
    own = {letter: c.first_name for letter, c in zip(first, family.children, strict=True) if first.count(letter) == 1}
    found = [m for m in _INITIAL.finditer(text.plain) if m.group() in own and text.capital(m.start())]
    if len({m.group() for m in found}) > 1:
        yield from (Who(m.start(), m.end(), (own[m.group()],)) for m in found)


def _merged(found: list[Who], plain: str, surnames: set[str]) -> list[Who]:
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
        if last and last.names == who.names != () and who.start - last.end <= 1 and len(who.names) == 1:
            kept[-1] = Who(last.start, who.end, who.names)
            continue
        kept.append(who)
    return kept


def _gender(names: tuple[str, ...], wanted: frozenset[str]) -> tuple[str, ...]:
    """Return those of `names` in the list `wanted`; a name in neither list could be either, so none is certain."""
    first = {n: _WORD.findall(fold(n))[0] for n in names}
    if any((f in GIRLS) == (f in BOYS) for f in first.values()):
        return ()
    return tuple(n for n in names if first[n] in wanted)


def _kin(plain: str, family: Family) -> Iterator[Who]:
    names = tuple(c.first_name for c in family.children)
    girls, boys = _gender(names, GIRLS), _gender(names, BOYS)
    ages = _by_age(family)
    for match in (*_PRONOUN.finditer(plain), *_FOR_ONE.finditer(plain)):
        chosen = girls if match["who"] == "elle" else boys
        if len(chosen) == 1:
            yield Who(match.start("who"), match.end("who"), chosen)
    for match in _KIN.finditer(plain):
        kind, start, end = match.lastgroup or "", match.start(), match.end()
        if kind in _SIBLINGS:
            yield Who(start, end, sibling=_SIBLINGS[kind])
        elif kind in ("girls", "boys"):
            chosen = girls if kind == "girls" else boys
            yield Who(start, end, chosen) if chosen else Who(start, end, options=names)
        elif kind in ("old", "young"):
            chosen = (ages[0 if kind == "old" else -1],) if ages else ()
            yield Who(start, end, chosen) if chosen else Who(start, end, options=names)
        else:
            chosen = {"girl": girls, "boy": boys}.get(kind, names)
            yield Who(start, end, chosen) if len(chosen) == 1 else Who(start, end, options=chosen or names)


def _by_age(family: Family) -> tuple[str, ...]:
    """Return the names from the eldest to the youngest, or none where an age is not known."""
    dated = sorted((c for c in family.children if c.birth_date), key=lambda c: str(c.birth_date))
    return tuple(c.first_name for c in dated) if len(dated) == len(family.children) else ()


def _all(plain: str, family: Family, named: list[Who]) -> Iterator[Who]:
    names = tuple(c.first_name for c in family.children)
    for match in _ALL.finditer(plain):
        start, end = match.start(), match.end()
        said = match["n"] or match["m"] or match["k"] or match["a"] or match["b"]
        count = _NUMBERS[said] if said else len(names)
        chosen = names if count == len(names) else _so_many(count, match["size"] or "", family, named, start)
        yield Who(start, end, chosen) if chosen else Who(start, end, options=names)


def _so_many(count: int, size: str, family: Family, named: list[Who], at: int) -> tuple[str, ...]:
    """Return whom "les deux" of three means: the eldest, the youngest, or those named just before."""
    ages = _by_age(family)
    if size:
        return ages[:count] if size.startswith(("grand", "aine", "plus grand")) else ages[-count:]
    before = [n for who in sorted(named, key=lambda w: w.end) if who.end <= at for n in who.names]
    last = tuple(dict.fromkeys(before[::-1]))[:count]
    return last if len(last) == count and len(set(before)) == count else ()


#: "la maman d'Elio": whose parent writes, where Elio is a child of the family.
_PARENT_OF: Final = re.compile(r"\b(?:maman|papa|mere|pere|mamie|papi|mamy|papy|parents?|nounou|soeur|frere) (?:de |d')$")


def _is_other(plain: str, start: int, *, own: bool = False) -> bool:
    """Say whether the words before make it somebody else's name ("chez Hugo", "la maman de Tom")."""
    before = plain[max(0, start - 24) : start]
    return re.search(NOT_A_CHILD, before) is not None and not (own and _PARENT_OF.search(before))


def _strangers(text: Text, taken: list[tuple[int, int]], family: Family) -> Iterator[Who]:
    """Yield names that are nobody's in the family, where a child's name would stand."""
    plain, surnames = text.plain, {fold(c.last_name) for c in family.children}
    for match in _WORD.finditer(plain):
        word, start, end = match.group(), match.start(), match.end()
        if len(word) < _MIN_SHORT or any(s <= start < e for s, e in taken) or word in surnames:
            continue
        listed = word in FIRST_NAMES and (word not in WORDS_TOO or text.capital(start)) and word not in _VOCABULARY
        capital = text.capital(start) and not text.raw[text.starts[start] :][:2].isupper()
        listed = listed or (word in FIRST_NAMES and capital and not _sentence_start(plain, start))
        unknown = word not in _VOCABULARY and word not in WORDS_TOO
        if not listed and not unknown:
            continue
        if _is_other(plain, start) or any(plain[end:].lstrip(" ").startswith(s) for s in surnames):
            continue
        before, after = plain[max(0, start - 40) : start], plain[end : end + 40]
        slot = re.search(NAME_BEFORE, before) or re.match(NAME_AFTER, after)
        if unknown and not listed and not capital and after.lstrip(" ").startswith(":"):
            continue  # "fait la totale : matin, midi"
        beside = _coordinated(plain, start, end, taken)
        if (
            (slot and (listed or unknown))
            or ((listed or (capital and unknown)) and beside)
            or (listed and capital and word not in _VOCABULARY and _in_request(before))
        ):
            yield Who(start, end)


def _in_request(before: str) -> bool:
    return re.search(r"\b(?:pour|de|d'|et|,)\s?$", before) is not None


def _sentence_start(plain: str, start: int) -> bool:
    return (
        not plain[:start].strip() or plain[:start].rstrip()[-1:] in ".!?\n:" or plain[:start].rstrip(" ").endswith("\n")
    )


def _coordinated(plain: str, start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    """Say whether it stands beside a known child: "Zoé et Tom"."""
    glue = r"\s?(?:et|,|&|\+|ou)\s?(?:et\s)?"
    return any(
        (e <= start and re.fullmatch(glue, plain[e:start])) or (s >= end and re.fullmatch(glue, plain[end:s]))
        for s, e in taken
    )


def siblings_of(who: Who, family: Family) -> tuple[str, ...]:
    """Return whom "sa sœur" or "ses frères" means, given the child named before (`who.options`)."""
    others = tuple(c.first_name for c in family.children if c.first_name not in who.options)
    chosen = _gender(others, GIRLS if who.sibling in "fF" else BOYS)
    if not chosen and len(others) == 1:
        return others
    return chosen if len(chosen) == 1 or who.sibling in "FM" else ()
