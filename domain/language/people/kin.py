"""Children named by what they are: "les deux", "ma fille", "mon grand", "sa sœur", "les trois loulous"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from domain.language.lexicon.people import FEELINGS, OCCASIONS, OTHERS, RELATIVES
from domain.language.matching.expression import Expression
from domain.language.notions.marks import Who
from domain.language.writing.names import BOYS, GIRLS
from domain.language.writing.text import fold
from domain.model.family import Family

_WORD: Final = Expression(r"[a-z]+")
_COUNT: Final = r"(?P<n>deux|trois|quatre|2|3|4)"
_NOT_THINGS: Final = (
    r"(?! ?(?:jours?|semaines?|journees?|dates?|mercredis?|cantines|repas|midis"
    r"|soirs|yeux|oreilles|pieds|mains|jambes|bras|genoux|poignets|tympans|poumons|premiere?s?|derniere?s?"
    r"|prochaine?s?|autres|"
    r"fois|semaine|heures?|et \d|,? ?\d|activites|vacances|/|(?!la |cette |en |par |ces |tous )[a-z]+ (?:semaine"
    r"|jours)|janvier|fevrier|mars|avril|mai|juin|juillet|septembre|octobre|novembre|decembre|cas\b|h\b))"
)
#: What children are called together, besides "enfants".
_FLOCK: Final = (
    r"(?:enfants?|loulous|petits|grands|gamins|minots|gosses|monstres|loustics|marmots|mioches|poussins|cocos|zouaves"
    r"|bouts de chou|bambins|p'tits|ptits|terreurs|zigotos|lascars|(?<!dans les )bouchons|cheris|crapules|pitchouns"
    r"|kids|mouflets)"
)
#: Where it means none of the children: "personne demain", "vendredi personne ne mange".
_NOBODY: Final = (
    r"(?:(?:^|(?<=[.!?\n:;,¤] )|(?<=\n)|(?<=(?:lundi|jeudi|mardi) )|(?<=demain )|(?<=vendredi )|(?<=mercredi ))"
    r"personne\b(?! (?:n'est (?:inscri|present)|pour|a la maison))"
    r"(?= (?:ne (?:mange|dejeun|viendra|sera (?:la|present)|ira\b|restera)|(?:a la |au |le |ce )?(?:cantine|midi"
    r"|gouter"
    r"|periscolaire|garderie|centre|lundi|mardi|mercredi|jeudi|vendredi|demain|soir|matin)\b)))"
)
#: What is theirs: "les journées des enfants", "toutes les cantines des deux".
_OF: Final = (
    r"(?:(?<=journees )|(?<=cantines )|(?<=cantine )|(?<=repas )|(?<=gouters )|(?<=gouter )|(?<=inscriptions )"
    r"|(?<=reservations )|(?<=absence )|(?<=absences )|(?<=midis )|(?<=soirs )|(?<=matins ))"
)
#: "Mon mari et moi serons absents tous les deux": the parents.
_OF_PARENTS: Final = "".join(
    rf"(?<!\b{are} )(?<!\b{are} absents )(?<!\b{are} pris )" for are in ("serons", "sommes", "etions", "serions")
) + "".join(rf"(?<!\b{do} )" for do in ("travaillons", "partons", "bossons"))
_ALL: Final = Expression(
    rf"{_OF_PARENTS}\b(?:tous |(?<!\btous ))(?:les|mes|nos|aux) {_COUNT}(?: {_FLOCK})?\b{_NOT_THINGS}"
    rf"|{_OF_PARENTS}\btou(?:te)?s (?:les )?{_COUNT.replace('<n>', '<m>')}\b{_NOT_THINGS}"
    rf"|(?<!parmi )(?:(?<!avec )|(?<=pars avec )|(?<=partons avec )|(?<=reste avec )|(?<=serai avec )|(?<=suis avec ))"
    rf"\b(?:tous )?(?:les|mes|nos|aux|{_OF}des) (?:petits |grands )?(?!grands\b){_FLOCK}\b"
    rf"|{_OF}des {_COUNT.replace('<n>', '<d>')}\b{_NOT_THINGS}"
    r"(?! (?:jours|vacances|freres|soeurs|sections?|soucis))"
    rf"|(?<!les )(?<!mes )(?<!nos )\b{_COUNT.replace('<n>', '<k>')} enfants\b"
    r"|\b(?:mes|nos|les) (?:\w+ )?petits-enfants\b"
    r"|(?<!\ba )(?<!\bavec )\btout le monde\b(?! (?:est (?:content|ravi|heureux|prevenu|au courant|d'accord"
    r"|en forme|parti|pass)|va bien|vous|sait|etait (?:content|ravi)|dit|en parle|s'en))"
    r"|\bpersonne(?= (?:ne |n')(?:vien|mang|dejeun|ira\b|iront\b|rest|va (?:a|au)\b|sera (?:la|present)|particip)"
    r"\w*(?! (?:l[ae]s? |l'|me |m'|nous |vous |lui )?(?!manger|dejeuner)[a-z]+(?:er|ir|re)\b))|\b(?:toute )?(?:la"
    r"|ma|notre) (?:fratrie|tribu"
    r"|smala|petite troupe|marmaille)\b"
    r"|\btoute la (?:bande|famille)\b(?! (?:est |a )?[^.,;!?\n]{0,30}\b(?:sauf|hormis|a part|excepte) )"
    r"(?! (?:est |etait |se |vous |a )(?:(?:tres |trop |si )?(?:fier|content|ravi"
    r"|heureu|remerci"
    r"|rejoui|salu|embrass|souhait|fet)\w*))"
    rf"|{_NOBODY}"
    r"|\bl'ensemble des enfants\b|(?:(?<=aucun )|(?<=aucune ))des (?P<q>deux|trois|2|3)\b|\bni l'un ni l'autre\b"
    r"|\b(?:pour|inscrire|inscrivez|mettre|mettez|mets|ajouter|ajoutez) tous\b(?! les| mes)"
    r"|(?:^|(?<=\n)|(?<=: )|(?<=:))tous(?= (?:a (?:la |midi)|au |cantine|midi|gouter|le (?:matin|soir|midi)))"
)
_NUMBERS: Final = {"deux": 2, "trois": 3, "quatre": 4, "2": 2, "3": 3, "4": 4}
#: Somebody else's: "la fille de ma compagne".
_NOT_OURS: Final = (
    r"(?! (?:de |d')(?:ma |mon |sa |son |notre |nos |la |le |une? |l')?"
    rf"(?:{RELATIVES}|{OTHERS}|soeur|frere)\b)"
)
#: A word that makes "la petite" or "le grand" something else than a child.
_NO_CHILD: Final = (
    r"(?![ -](?:section|soeur|frere|mere|pere|partie|besoin|jour|maitres?se?|vacances|dejeuner|mot|soucis?"
    r"|probleme|creche|parents?|oncle|tante|cousine?|fete|question|pause|demande|precision|info\w*|nouvelle|salle"
    r"|ecole|classe|maladie"
    r"|fievre|erreur|faveur|souris|bete|amie?|copine|copain|voisine?|place|semaine|journee|urgence|majorite|merci"
    r"|modification|annulation|chose|sieste|forme"
    rf"|{FEELINGS}|{OCCASIONS}|\w{{3,}}(?:tion|sion|ement|eur|esse|isme)s?\b))"
)
_KIN: Final = Expression(
    rf"\b(?P<some>(?:(?:l'|seule?ment )?(?:une?|2|deux)(?: seule?)? (?:de (?:mes|nos)|d'entre (?:mes|nos)|des)"
    rf"(?: (?:deux|trois|quatre|2|3|4))? (?:garcons|filles|fils|gars|jumeaux|jumelles|{_FLOCK})"
    rf"|(?:l')?une?(?: seule?)? (?:des (?:deux|trois|2|3)|d'entre (?:eux|elles)))\b{_NOT_THINGS})"
    r"|\b(?P<girls>(?:mes|les|nos|aux) (?:(?P<g>deux|trois|2|3) )?(?:(?!deux|trois)\w+ )?(?:filles?"
    r"|petites-filles|puces"
    r"|princesses"
    r"|poulettes|louloutes|nanas))\b"
    r"|\b(?P<boys>(?:mes|les|nos|aux) (?:(?P<b>deux|trois|2|3) )?(?:(?!deux|trois)\w+ )?(?:garcons?|fils|gars|mecs))\b"
    rf"|\b(?P<olds>(?:mes|les|nos) (?P<o>deux|2) (?:plus )?(?:grands|grandes|aines|ainees|vieux))\b{_NO_CHILD}"
    rf"|\b(?P<youngs>(?:mes|les|nos) (?P<y>deux|2) (?:plus )?(?:petits|petites|jeunes|derniers"
    rf"|dernieres))\b{_NO_CHILD}"
    rf"|\b(?P<old>l'ainee?|(?:mon|ma|notre|le|la) (?:plus )?(?:grande?|ainee?))\b{_NO_CHILD}{_NOT_OURS}"
    rf"|\b(?P<young>(?:mon|ma|notre|le|la) (?:plus )?(?:petite?(?!-|(?: fils| fille| garcon)\b)(?: derniere?)?"
    rf"|p'tite?(?: derniere?)?|ptite?"
    rf"|jeune|cadett?e?|benjamine?))\b{_NO_CHILD}{_NOT_OURS}"
    r"|\b(?P<last>(?:mon|ma|notre) derniere?)\b(?=\s*(?:$|[,.;:!?)]|(?:a|au|aux|est|sera|ne|n'|mange|mangera|viendra"
    r"|va|ira|restera|reste|le|lundi|mardi|mercredi|jeudi|vendredi|demain|qui|et|en|pour)\b))"
    rf"|\b(?P<girl>(?:ma|notre|la) (?:(?:petite[ -])?fille|puce|choupette|louloute|pepette|fifille|princesse|cherie"
    r"|poulette|chipie"
    rf"|demoiselle|gamine|nenette))\b{_NOT_OURS}"
    r"|\b(?P<boy>(?:mon|notre|le) (?:(?:petit[ -])?(?:fils|garcon)|loulou|bonhomme|fiston|gamin|poussin|gars|prince"
    rf"|cheri|petit gars))\b{_NOT_OURS}"
    r"|\b(?P<one>(?:mon|notre|l')\s?enfant|mon bebe|mon bout de chou|mon tresor|mon coeur)\b"
    r"|\b(?P<sis>(?:sa|leur) (?:\w+ )?(?:soeur|frangine|soeurette))\b"
    r"|\b(?P<bro>(?:son|leur) (?:\w+ )?(?:frere|frangin|frerot))\b"
    r"|\b(?P<both>ses (?:\w+ )?freres? et (?:ses )?soeurs?)\b"
    r"|(?<=pour )(?P<others>les (?:(?:deux|trois|2|3) )?autres(?: enfants)?)(?=\W*(?:$|[.!?\n]|aussi\b|svp|stp|merci))"
    r"|\b(?P<sisters>ses (?:\w+ )?soeurs)\b|\b(?P<bros>ses (?:\w+ )?freres)\b"
)
#: "mes 2 gars", "les deux grands": how many, by the name of their group.
_HOW_MANY: Final = ("g", "b", "o", "y")
_FEMININE: Final = Expression(r"^ma |^la |ee$|(?:grande|petite|ptite|p'tite|derniere|cadette|benjamine)$")
_MASCULINE: Final = Expression(r"^mon |^le ")
#: Of all, not of the boys or girls: "mon aîné", "le petit dernier".
_OF_ALL: Final = Expression(r"aine|cadet|benjamin|dernier|jeune|plus ")
#: "elle le matin, lui l'après-midi", "lui je l'ajoute": a pronoun that stands for a child.
_PRONOUN: Final = Expression(
    r"(?<!avec )(?<!chez )(?<!pour )(?<!de )(?<!qu')(?<!-)\b(?P<who>elle|lui) (?=(?:(?:le|la|a la|au|toute la|que le"
    r"|seulement le) |l')?(?:matin|midi|apres|soir|journee"
    r"|gouter|cantine|centre|lundi|mardi|mercredi|jeudi|vendredi)\b|(?:je|on|vous|tu) )"
)
#: "pour elle et son frère", "vendredi que lui", "lundi elle seule", "pas elle".
_FOR_ONE: Final = Expression(
    r"\bpour (?P<who>elle|lui)(?=,? (?:et|aussi|seulement|uniquement)\b)"
    r"|(?:(?<!rien )\bque|\b(?:juste|seulement|uniquement))(?: pour)? (?P<only>elle|lui)\b"
    r"(?=\W*(?:$|[.,;!?\n(]|merci|svp|a |au ))"
    r"|\b(?P<alone>elle|lui) (?:seule?|seulement|uniquement)\b"
    r"|\b(?:pas|non)(?: pour)? (?P<not>elle|lui)(?=\W*(?:$|[.,;!?\n(]|qui\b|qu'))"
    r"|^\W*(?:et )?(?:pour )?(?P<too>elle|lui)(?= (?:aussi|egalement|pareil)\W*$)"
    r"|^\W*(?:mais |et )?(?P<nor>elle|lui)(?=,? (?:pas|non)\b)"
    r"|(?<=^sauf )(?:[a-z0-9 ]{1,30} )?pour (?P<but>elle|lui)\W*$"
)
_SIBLINGS: Final = {"sis": "f", "bro": "m", "sisters": "F", "bros": "M", "both": "A", "others": "A"}


def _gender(names: tuple[str, ...], wanted: frozenset[str]) -> tuple[str, ...]:
    """Return those of `names` in the list `wanted`; a name in neither list could be either, so none is certain."""
    first = {n: _WORD.findall(fold(n))[0] for n in names}
    if any((f in GIRLS) == (f in BOYS) for f in first.values()):
        return ()
    return tuple(n for n in names if first[n] in wanted)


@dataclass(frozen=True, slots=True)
class _Children:
    """A family's children by name: all, the girls, the boys (where their names tell)."""

    family: Family
    names: tuple[str, ...]
    girls: tuple[str, ...]
    boys: tuple[str, ...]


@lru_cache(maxsize=1_024)
def _children(family: Family) -> _Children:
    names = tuple(c.first_name for c in family.children)
    return _Children(family, names, _gender(names, GIRLS), _gender(names, BOYS))


def find_kin(plain: str, family: Family) -> Iterator[Who]:
    """Yield those named by gender, age or kinship; where that does not tell which child, all are `options`."""
    children = _children(family)
    for match in (*_PRONOUN.finditer(plain), *_FOR_ONE.finditer(plain)):
        kind = match.lastgroup or "who"
        chosen = children.girls if match[kind] == "elle" else children.boys
        if len(chosen) == 1:
            yield Who(*match.span(kind), chosen)
        elif len(chosen) > 1 and kind in ("only", "alone"):
            yield Who(*match.span(kind), options=chosen)
    for match in _KIN.finditer(plain):
        kind = _kind(match)
        if kind in _SIBLINGS:
            yield Who(match.start(), match.end(), sibling=_SIBLINGS[kind])
            continue
        chosen, others = _meant(match, kind, children)
        yield Who(match.start(), match.end(), chosen, () if chosen else others)


def _meant(match: re.Match[str], kind: str, of: _Children) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return whom the words mean, and whom they could mean where that is not certain."""
    several = next((_NUMBERS[n] for n in (match[group] for group in _HOW_MANY) if n), 0)
    if kind == "some":
        return (of.names, ()) if len(of.names) == 1 else ((), of.names)
    if kind in ("olds", "youngs"):
        return _by_age(of.family, of.names, several, oldest=kind == "olds"), of.names
    if kind in ("girls", "boys"):
        chosen = of.girls if kind == "girls" else of.boys
        return (chosen if several in (0, len(chosen)) else ()), of.names
    if kind in ("old", "young", "last"):
        meant = _of_gender(match.group(), of.names, of.girls, of.boys)
        chosen = _by_age(of.family, of.names if _OF_ALL.search(match.group()) else meant, 1, oldest=kind == "old")
        return (chosen if set(chosen) <= set(meant) else ()), of.names
    chosen = {"girl": of.girls, "boy": of.boys}.get(kind, of.names)
    return (chosen, ()) if len(chosen) == 1 else ((), chosen or of.names)


def _kind(match: re.Match[str]) -> str:
    return next(k for k, v in match.groupdict().items() if v and k not in _HOW_MANY)


def _of_gender(words: str, names: tuple[str, ...], girls: tuple[str, ...], boys: tuple[str, ...]) -> tuple[str, ...]:
    """Return those whom "ma grande" or "le petit" can mean; all of a family whose children's names do not tell."""
    if not girls and not boys:
        return names
    if _FEMININE.search(words):
        return girls
    return boys if _MASCULINE.search(words) else names


def _by_age(family: Family, names: tuple[str, ...], several: int, *, oldest: bool) -> tuple[str, ...]:
    """Return the `several` oldest or youngest of `names`; none where an age is not known."""
    known = sorted(
        (c for c in family.children if c.birth_date and c.first_name in names), key=lambda c: str(c.birth_date)
    )
    if len(known) < len(names) or len(known) < several:
        return ()
    chosen = known[:several] if oldest else known[-several:]
    return tuple(c.first_name for c in chosen)


#: "matin et midi et goûter… oui les trois".
_THINGS: Final = Expression(
    r"\b(?:matin|midi|gouter|soir|cantine|creatif|libre|garderie|lundi|mardi|mercredi|jeudi|vendredi)s?\b"
)
_NEAR: Final = 48


def find_all(plain: str, family: Family, named: Sequence[Who]) -> Iterator[Who]:
    """Yield those named together; `named` are the names found, which "tous les deux" can mean."""
    names = tuple(c.first_name for c in family.children)
    for match in _ALL.finditer(plain):
        said = match["n"] or match["m"] or match["k"] or match["q"] or match["d"]
        count = _NUMBERS[said] if said else len(names)
        before = _just_named(plain, match.start(), named)
        if count == len(names):
            yield Who(match.start(), match.end(), names)
        elif len(before) == count:
            yield Who(match.start(), match.end(), before)  # "Nahel et Sohan ont tous les deux …"
        elif not said or len(_THINGS.findall(plain, max(0, match.start() - _NEAR), match.start())) < count:
            yield Who(match.start(), match.end(), options=names)


#: "Le grand-père des enfants est décédé, ils seront absents …", "le décès du papi de Zoé et Luka".
_THEIRS: Final = Expression(
    r"\b(?:pere|mere|mamie|papi|papa|maman|oncle|tante|cousine?|parrain|marraine) "
    r"(?:des enfants\b|(?:de |d')(?P<one>[a-z-]+),? (?:et |& )(?:de |d')?(?P<other>[a-z-]+)\b)"
)
_THEY: Final = Expression(r"\b(?:ils|elles)\b(?= (?:seront|ne|n'|sont|manqueront|rateront|restent|resteront)\b)")


def find_them(plain: str, family: Family, named: Sequence[Who]) -> Iterator[Who]:
    """Yield the children that "ils" means where their grown-up was named by them, and no child was named."""
    theirs = None if named else _THEIRS.search(plain)
    if theirs and (they := _THEY.search(plain, theirs.end())):
        both = {theirs["one"], theirs["other"]} - {None}
        names = tuple(c.first_name for c in family.children if not both or fold(c.first_name) in both)
        if len(names) >= len(both):
            yield Who(they.start(), they.end(), names)


def _just_named(plain: str, at: int, named: Sequence[Who]) -> tuple[str, ...]:
    """Return the children named before in the same sentence."""
    since = max(plain.rfind(stop, 0, at) for stop in ".!?\n")
    return tuple(dict.fromkeys(n for w in named if since < w.start < at for n in w.names))


def siblings_of(who: Who, family: Family) -> tuple[str, ...]:
    """Return whom "sa sœur" or "ses frères" means, given the child named before (`who.options`)."""
    others = tuple(c.first_name for c in family.children if c.first_name not in who.options)
    if who.sibling == "A":
        return others
    chosen = _gender(others, GIRLS if who.sibling in "fF" else BOYS)
    if not chosen and len(others) == 1:
        return others
    return chosen if len(chosen) == 1 or who.sibling in "FM" else ()


def known(who: Who, family: Family) -> Who:
    """Return "sa sœur" with the names that it stands for, where that is certain."""
    return replace(who, names=siblings_of(who, family)) if who.sibling and not who.names else who
