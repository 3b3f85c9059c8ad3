"""Verbs that we do not know: a clause that has one tells something, and must not book by naming things alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from domain.language.lexicon.people import OTHERS, OTHERS_HAVE, RELATIVES
from domain.language.lexicon.said import PASTIME, SPORT
from domain.language.lexicon.things import FUNCTION_WORDS
from domain.language.lexicon.told import ASKING_FOR, CLITICS, FRAMES, NO_VERBS, SUBJECTS
from domain.language.matching.expression import Expression
from domain.language.notions.marks import Cue, Mark, Sign, Who

_SUBJECT: Final = Expression(SUBJECTS)
_NEXT: Final = Expression(rf"{CLITICS}\s*(?P<verb>[a-z]{{2,}})\b(?P<not>(?: (?:pas|plus)\b(?! (?:de|d'|besoin)\b))?)")
_FINITE: Final = Expression(r"(?:ra|ront|ait|aient|e|ent|t|d|ont|it)$")
_ADVERB: Final = Expression(r"ment$")
_PAST: Final = Expression(
    r"\b(?:ai|as|avons|avez|ont|avait|avaient|avais|a(?= (?:ete|deja|bien|oublie|dit|ecrit))|(?<=\bet )(?:a"
    r"|ont))(?:-vous|-t-il|-t-elle)?"
    r"(?: (?:bien|deja|pas|jamais|encore|toujours|ete|finalement|donc|\w+ment))*"
    r" (?P<verb>[a-z]{3,}(?:e|i|u|is|it|ert)e?s?)\b"
)
#: What somebody else has done, whatever it was: "ma collègue a mis son fils au centre", "mon ex a annulé la cantine".
_OF_OTHERS: Final = Expression(rf"{OTHERS_HAVE} (?P<verb>[a-z]+(?:e|i|u|is|it|ert)e?s?)\b")
#: What we said, and is understood: "C'est bien noté pour la cantine de Victor mardi, merci".
_NOTED: Final = Expression(
    r"(?:^|[.!?\n]\W*)(?:(?:ok|merci|super|parfait|bonjour|bonsoir),? )*(?:c'est )?(?:tout )?(?:bien )"
    r"(?P<verb>note|recu|compris|enregistre)\b(?= (?:pour|que|qu'))"
)
#: Who keeps a child elsewhere: "la nounou garde Victor jeudi matin".
_KEEP: Final = Expression(
    rf"\b(?:{RELATIVES}|{OTHERS})(?: (?:de |d')[a-z-]+)? (?P<verb>gard(?:e|ent|era|eront))\b"
    r"(?! (?:bien )?(?:la |le |l'|son |sa |ses |une? |leur )?"
    r"(?:cantine|gouter|repas|place|inscription|reservation)s?\b)"
)
#: What we did: "vous avez mis la cantine jeudi pour Victor".
_YOU_DID: Final = Expression(
    r"\bvous (?:nous |m'|l'|les |lui )?(?:avez|aviez)(?: (?:bien|deja|donc|encore|pourtant))* "
    r"(?P<verb>mis|note|pris|inscrit|compte|enregistre|coche)\b"
    r"(?! (?:qu|de cote|en place|a jour|fin|contact|soin|acte))"
)
_FIRST: Final = Expression(r"(?:^|[.!?\n]\W*|\b(?:bonjour|salut|coucou)\W+)(?P<verb>[a-z]{4,}(?:er|ir|re))\b(?= [a-z])")
_DONE: Final = Expression(
    rf"{CLITICS}\s*(?:a|ont|avait|avaient) (?:(?:pourtant|bien|deja|donc|finalement|quand meme|toujours|encore"
    rf"|aussi|meme"
    r"|seulement|juste|\w+ment) )*(?P<verb>eu(?= (?:froid|faim|peur|chaud|soif))"
    r"|(?<=\bl'a )eue?s?|(?<=\bl'a deja )eue?s?|(?<=\bles a )eue?s|(?<=\bles a deja )eue?s"
    r"|[a-z]{3,}(?:e|i|u|is|it|ert)e?s?)\b"
)
_TU: Final = Expression(
    r"(?:^|[.!?\n]\W*|\b(?:bonjour|bonsoir|salut|slt|coucou|svp)\W+)(?P<verb>[a-z]{3,}e)\b(?= (?:la|le|les|moi) |-)"
)
_IMPERATIVE: Final = Expression(r"\b(?P<verb>[a-z]{3,}ez)\b(?!-)")
_INFINITIVE: Final = Expression(rf"{ASKING_FOR}(?P<verb>[a-z]{{3,}}(?:er|ir|re))\b")
#: Where a child is, without a verb: "Victor seulement au foot", "Séverine elle au judo".
_AT_SPORT: Final = Expression(
    rf" (?:(?:seulement|uniquement|juste|lui|elle|plutot|deja|toujours) ?)*(?P<verb>(?={SPORT}) )"
)
#: What a child has that day, said in a word: "sa sœur a piano".
_HAS: Final = Expression(rf"{CLITICS}\s*(?P<verb>a|ont|aura|auront)\b(?= {PASTIME})")
#: What a grown-up must catch, and when: "leur mère a son train à 6h".
_HAS_TRAIN: Final = Expression(
    r"\b(?P<verb>(?:a|ont|ai|avons|aura|aurai|prends?|prenons|prend))(?= (?:(?:son|sa|mon|ma|notre|leur|un|une|le) |l')"
    r"(?:train|avion|bus|vol|tgv|ferry|car|bateau)\b)"
)
#: How a child is about it, or that it knows: "Léah est ravie d'y aller avec Nahel", "Nahel le sait".
_FEELS: Final = Expression(
    rf"{CLITICS}\s*(?P<verb>(?:est|sont|sera|seront|serait|etait|etaient)(?= (?:(?:tres|trop|si|tout|toute|super|hyper"
    r"|vraiment|bien|deja|un peu|aussi|tellement|toujours) )*(?:ravi|content|heureu|excite|impatient|fier|decu|trist"
    r"|timide|inquiet|habitue|enchante|jalou|soulage|motive|au courant|prevenu|d'accord)\w*)"
    r"|(?<=\ble )(?:sait|savent)|(?<=\bl')(?:attend|attendent|espere|ignore)|(?<=\ba )hate|(?<=\bont )hate)\b"
)
#: Which day it is will be said: "un autre jour que je vous donnerai", which asks for that day all the same.
_CHOSEN_LATER: Final = Expression(r"\b(?:autre|un) (?:jour|date|moment)s? (?:que|dont) $")
#: Friends and kin of a child, who do something with it: "ses copains lui préparent une surprise".
_FRIENDS: Final = Expression(
    r"\b(?:copains|copines|amis|amies|camarades|cousins|cousines|grands-parents|parents|voisins)"
    r"(?: (?:lui|leur|nous|vous|me|les?|la|l'|m'|ne|n'))? ?(?P<verb>(?!souvent|comment|absent|present)[a-z]{3,}ent)\b"
)
#: One of the children, who comes for another: "un enfant sort, l'autre entre".
_ONE_OR_OTHER: Final = Expression(
    r"\b(?:une? (?:enfant|des (?:deux|enfants))|l'une?|l'autre) (?P<verb>(?:sort|entr|part|arriv|quitt"
    r"|remplac|succed|ced)[a-z]*)\b"
)
#: How a child is who was ill: "Victor va mieux, c'est maintenant Séverine qui a la gastro".
_WELL_AGAIN: Final = Expression(
    r"(?<=[a-z] )(?P<verb>(?:va|vont)(?: (?:beaucoup|bien|nettement|enfin|deja|un peu|vraiment))* mieux)\b"
    r"(?=[^.;!?\n]{0,6}\b(?:c'est|mais|et) (?:maintenant |a present |desormais |cette fois |au tour )?)"
)
#: "Séverine n'a rien", "Luka est en pleine forme": one who is well, beside one who is not.
_WELL: Final = Expression(
    rf"{CLITICS},?(?: (?:elle|lui|eux|elles),?)? (?P<verb>n'(?:a|ont)(?: (?:heureusement|pour l'instant|encore))* rien"
    r"|(?:est|sont|reste|restent) en (?:pleine |super |tres bonne )?(?:forme|sante))\b(?=\W*(?:$|[.,;!\n]"
    r"|et\b|du tout|elle\b))"
)
#: The same one goes on: "les grands-parents arrivent et s'occuperont des repas".
_ALSO_WILL: Final = Expression(
    r"\bet (?:(?:se |s'|les |nous |leur |lui )+)(?P<verb>[a-z]{3,}(?:era|eront|ira|iront))\b"
)
#: What is told of a child right behind its name.
_OF_CHILD: Final = (_WELL, _AT_SPORT, _HAS, _FEELS)
#: Of a child they are told: "sa sœur pense l'avoir vue lundi".
_OF_CHILDREN: Final = frozenset({"pense", "croit", "espere", "demande"})
_NO_VERBS: Final = NO_VERBS | FRAMES | FUNCTION_WORDS


def find_told(plain: str, marks: Sequence[Mark], taken: Sequence[bool]) -> list[Sign]:
    """Return the unknown verbs of folded text as signs: after a subject, as an imperative, as what is asked for.

    `taken` says which letters belong to `marks`; a verb of ours is never unknown. A "not" beside such a verb is its
    own ("je ne travaille pas"), and no refusal.
    """
    found = [*_after_subjects(plain, marks, taken), *_asked_for(plain, taken)]
    return list({sign.start: sign for sign in found}.values())


def _after_subjects(plain: str, marks: Iterable[Mark], taken: Sequence[bool]) -> Iterator[Sign]:
    for mark in (m for m in marks if isinstance(m, Who)):
        if (done := _DONE.match(plain, mark.end)) and done["verb"] not in _NO_VERBS:
            yield from _sign(done, taken)
        if elsewhere := next((m for p in _OF_CHILD if (m := p.match(plain, mark.end))), None):
            yield from _sign(elsewhere, taken)
        if (match := _NEXT.match(plain, mark.end)) and match.start("verb") > mark.end:
            word = match["verb"]
            ours = word in _NO_VERBS and word not in _OF_CHILDREN
            if _FINITE.search(word) and not _ADVERB.search(word) and not ours:
                yield from _sign(match, taken)
    for subject in _SUBJECT.finditer(plain):
        if done := _DONE.match(plain, subject.end()):
            yield from _sign(done, taken)
        match = _NEXT.match(plain, subject.end())
        if match and _CHOSEN_LATER.search(plain, max(0, subject.start() - 24), subject.start()):
            continue
        if match and match["verb"] not in _NO_VERBS and not _ADVERB.search(match["verb"]):
            yield from _sign(match, taken)


def _asked_for(plain: str, taken: Sequence[bool]) -> Iterator[Sign]:
    for pattern in (_FRIENDS, _IMPERATIVE, _INFINITIVE, _PAST, _TU, _FIRST):
        for match in pattern.finditer(plain):
            if match["verb"] not in _NO_VERBS:
                yield from _sign(match, taken)
    for pattern in (_ONE_OR_OTHER, _OF_OTHERS, _NOTED, _WELL_AGAIN, _YOU_DID, _KEEP, _ALSO_WILL, _HAS_TRAIN):
        for match in pattern.finditer(plain):
            yield from _sign(match, taken)


def _sign(match: re.Match[str], taken: Sequence[bool]) -> Iterator[Sign]:
    start, end = match.span("verb")
    if not any(taken[start:end]):
        yield Sign(start, match.end() if "not" in match.re.groupindex else end, Cue.OTHER_VERB)
