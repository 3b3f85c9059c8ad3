"""Sentences that lean on what was said before: "pareil pour Séverine", "sauf jeudi", "plutôt vendredi".

Such a sentence is short, has a word that points back, and nothing in it but that word, politeness, and the children,
activities and days it names. Anything more makes it a message of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from domain.language.answers import own_words
from domain.language.expression import Expression
from domain.language.hours import Hour
from domain.language.marks import Act, Cue, Force, Mark, Sign, Verb, Who, Why
from domain.language.people import name_test
from domain.language.sentences import World, marks_of
from domain.language.spelling import corrected
from domain.language.text import Text, fold
from domain.language.trim import masked
from domain.language.when import Days
from domain.model.following import Turn
from domain.model.wish import Ask, Do


@dataclass(frozen=True, slots=True)
class Named:
    """What a sentence, or one side of it, names."""

    whos: tuple[Who, ...] = ()
    acts: tuple[Act, ...] = ()
    hours: tuple[Hour, ...] = ()
    days: Days | None = None

    @property
    def sorts(self) -> frozenset[Ask]:
        """Which of children, activities and days are named."""
        named = {Ask.CHILD: self.whos, Ask.ACTIVITY: self.acts or self.hours, Ask.DATE: self.days}
        return frozenset(ask for ask, what in named.items() if what)


@dataclass(frozen=True, slots=True)
class Leaning:
    """A leaning sentence: `named` is what is wanted, `out` what is not (any more).

    `whole` says that all of the request is meant ("la même chose"); `yes`, that what is left is confirmed ("oui mais
    pas le 13"); `do`, the verb that was used; `also`, that it goes on in the same direction ("aussi"); `only`, that
    nothing else is wanted ("seulement jeudi"); `again`, that it undoes a taking back ("remets mardi"); `everything`,
    that all of the cart is taken back ("enlève tout").
    """

    turn: Turn
    named: Named = Named()
    out: Named = Named()
    do: Do | None = None
    whole: bool = False
    yes: bool = False
    also: bool = False
    only: bool = False
    again: bool = False
    everything: bool = False
    plain: str = ""


#: What each turn is recognised by, for readers and for the test that runs them (family durand).
EXAMPLES: Final = (
    (Turn.COPY, "pareil pour Séverine", "Séverine aussi", "et pour Séverine ?", "la même chose la semaine prochaine"),
    (Turn.COPY, "et le soir ?", "et jeudi", "Bonjour, idem pour Victor svp. Merci", "ajoute le matin"),
    (Turn.COPY, "mets aussi Victor", "pareil pour Séverine sauf jeudi"),
    (Turn.TAKE_BACK, "sauf jeudi", "enlève mardi", "oui mais pas le 13", "finalement pas mardi", "Victor non plus"),
    (Turn.TAKE_BACK, "jeudi non"),
    (
        Turn.TAKE_BACK,
        "retire le goûter",
        "annule aussi jeudi",
        "pas Victor",
        "sans le goûter",
        "ok sauf le 13 et le 20",
    ),
    (Turn.INSTEAD, "plutôt vendredi", "non, vendredi", "finalement vendredi", "pas jeudi mais vendredi"),
    (Turn.INSTEAD, "vendredi au lieu de jeudi", "mets vendredi à la place", "décale à vendredi", "plutôt le matin"),
    (Turn.INSTEAD, "plutôt Séverine", "seulement jeudi", "jeudi seulement", "juste le midi"),
    (Turn.COPY, "remets mardi", "non remettez le goûter"),
    (Turn.TAKE_BACK, "enlève tout", "finalement annulez tout svp"),
    (Turn.LAST, "annule ma dernière demande", "retirez la demande svp", "Je voudrais annuler ma demande"),
)

_LONGEST: Final = 120  # letters; more is no follow-up
_LAST: Final = Expression(
    r"\W*(?:(?:finalement|je (?:veux|voudrais|souhaite)|(?:pouvez|peux)[- ](?:vous|tu)|merci de|bonjour|il faut)\W+)*"
    r"(?:annul(?:e[rz]?|ation de)|retire[rz]?|supprime[rz]?|enleve[rz]?|oublie[rz]?|laisse[rz]? tomber)"
    r" (?:ma|la|cette|notre) (?:toute )?(?:derniere )?(?:demande|commande|reservation|inscription)"
    r"(?: (?:precedente|d'avant|svp|stp|s'il (?:vous|te) plait|merci))*\W*(?:merci\W*)?"
)
_ALL: Final = Expression(
    r"\W*(?:(?:non|nan|bon|ok|oups|pardon|en fait|finalement|alors|bonjour|pouvez-vous|merci de|il faut|je veux"
    r"|je voudrais)\W+)*(?:(?:annule|enleve|retire|supprime|efface|vire|jette|oublie)[rz]?(?:[- ]moi)? tout"
    r"|tout (?:annule|enleve|retire|supprime|efface)r)(?: (?:ca|cela|finalement|svp|stp|merci"
    r"|s'il (?:vous|te) plait))*\W*"
)
#: Nothing but what is named: "seulement jeudi", "jeudi uniquement".
_ONLY: Final = Expression(
    r"^\W*(?:(?:non|nan|oui|ok|finalement|en fait|alors|pardon|du coup|bon)\W+)*"
    r"(?:(?:garde|laisse|conserve|met)(?:[rsz]|tez)? )?(?:seulement|uniquement|juste|rien que|que)\b"
    r"|\b(?:seulement|uniquement)\W*$"
)
_AGAIN: Final = Expression(r"\bremet(?:s|tez|tre|tons)?\b|\breinscri\w*")
_YES: Final = Expression(
    r"^\W*(?:oui|ok|okay|ouais|d'accord|parfait|(?:je )?(?:valide|confirme)[rz]?|c'est (?:tout )?(?:bon|ok|parfait)"
    r"|tres bien|allez-y|vas-y|entendu)\b"
)
_WHOLE: Final = Expression(r"\b(?:pareil(?:lement)?|idem|de meme|(?:la )?meme (?:chose|demande)|a l'identique)\b")
_ALSO: Final = Expression(r"\b(?:aussi|egalement|itou)\b|^\W*(?:et|puis|ainsi que)\b(?! (?:pas|non|sauf))")
_TOO: Final = Expression(r"\b(?:aussi|egalement)\b")
_NOR: Final = Expression(r"\bnon plus\b")
_RATHER: Final = Expression(
    r"\bplutot\b(?! que| qu')|\ba la place\b(?! de| du| d')"
    r"|^\W*(?:non|nan|finalement|en fait|pardon|oups|erreur)\b(?! pas)"
)
#: A request of its own begins so, unless one of the other words points back.
_BEGINS: Final = Expression(r"inscri|reserv|malad|fievre|factur|\bplaces?\b")
_POINTS_BACK: Final = Expression(
    r"pareil|idem|m[ea]me|identi|aussi|egalement|itou|plut|lieu|a la place|sauf|sans|hormis|except|a part|hors|\bpas\b"
    r"|\bn[oa]n\b|final|en fait|pardon|oups|erreur|annul|enlev|retir|supprim|oubli|laiss|ajout|decal|chang"
    r"|^\W*(?:et|puis)\b|seulement|uniquement|juste|remet|reinscri"
)
_ADDS: Final = Expression(r"\br?ajoute[rz]?\b")  # "inscrire" begins a request of its own
_GREETING: Final = Expression(
    r"\b(?:bonjour|bonsoir|salut|coucou|merci(?: (?:beaucoup|bien|d'avance|a vous|par avance))*|cordialement|svp|stp"
    r"|s'il (?:vous|te) plait|(?:bonne|belle|excellente) (?:journee|soiree|semaine|fin de journee|nuit)"
    r"|bon week-end|a (?:bientot|demain)(?=\W*$)|madame|monsieur)\b"
)
#: Words that say nothing of their own beside a mark.
_GLUE: Final = Expression(
    r"\b(?:et|puis|ainsi|que|pour|mais|le|la|les|l|de|du|des|d|a|au|aux|en|ce|cette|ca|cela|c'est|est|bon|oui|ok|okay"
    r"|ouais|d'accord|accord|parfait|tres|bien|je|on|tu|vous|me|m|moi|nous|il|elle|faut|faudrait|veux|voudrais|souhaite"
    r"|souhaiterais|aimerais|peux|pouvez|pourriez|pouvons|peut|faire|refaire|fais|faites|chose|demande|pareil|idem|meme"
    r"|identique|aussi|egalement|itou|plutot|finalement|fait|non|nan|pas|place|lieu|sauf|sans|alors|donc|la-bas|toujours"
    r"|valide[rz]?|confirme[rz]?|tout|desolee?|seulement|juste|allez|vas|y|entendu|uniquement|rien|garde[rz]?|laisse[rz]?|conserve[rz]?|pardon|oups|erreur|change[rz]?|changer|changement"
    r"|qu|s|t|se|sa|son|ses|ma|mon|mes|besoin|plus|du coup|coup|autre|suite|possible|si)\b"
)  # fmt: skip


def lean(text: str, world: World) -> Leaning | None:
    """Return how `text` leans on what was said before; None when it stands for itself."""
    own = own_words(text, world.family)
    folded = fold(own)
    if len(own) > 2 * _LONGEST or (_BEGINS.search(folded) and not _POINTS_BACK.search(folded)):
        return None  # most messages, at little cost
    read = corrected(masked(Text.of(own)), name_test(world.family))
    read = replace(read, plain=_GREETING.sub(lambda m: " " * len(m.group()), read.plain))
    if len(read.plain.strip()) > _LONGEST or not read.plain.strip():
        return None
    if _LAST.fullmatch(read.plain):
        return Leaning(Turn.LAST, plain=read.plain)
    if _ALL.fullmatch(read.plain):
        return Leaning(Turn.TAKE_BACK, do=Do.CANCEL, everything=True, plain=read.plain)
    marks = marks_of(read, world)
    verbs = [m for m in marks if isinstance(m, Verb) and m.force is not Force.NOUN]
    if any(isinstance(m, Why) for m in marks) or len(verbs) > 1 or _has_more(read.plain, marks):
        return None
    return _turned(read.plain, marks, verbs[0] if verbs else None)


def _has_more(plain: str, marks: Iterable[Mark]) -> bool:
    """Say whether words are left beside the marks and the glue."""
    letters = list(plain)
    for mark in marks:
        letters[mark.start : mark.end] = " " * (mark.end - mark.start)
    return re.search(r"[a-z0-9¤]", _GLUE.sub(" ", "".join(letters))) is not None


def _turned(plain: str, marks: Sequence[Mark], verb: Verb | None) -> Leaning | None:
    inside, outside = _sides(plain, marks)
    named, out = _named(inside), _named(outside)
    if named is None or out is None or len(named.sorts | out.sorts) == len((Ask.CHILD, Ask.ACTIVITY, Ask.DATE)):
        return None  # it says all by itself
    if verb and not (verb.move or verb.do in (Do.BOOK, Do.CANCEL)):
        return None
    base = Leaning(
        Turn.COPY, named, out, verb.do if verb else None, plain=plain,
        whole=_WHOLE.search(plain) is not None, also=_ALSO.search(plain) is not None,
        yes=_YES.search(plain) is not None,
    )  # fmt: skip
    if (verb and verb.do is Do.CANCEL) or _NOR.search(plain):
        return _taking(base) if not out.sorts and named.sorts else None
    if (verb is None or verb.do is Do.BOOK) and (undoing := _undoing(base, plain)):
        return undoing
    return _against(base, plain) if out.sorts and not base.whole else _wanting(base, plain, verb)


def _undoing(base: Leaning, plain: str) -> Leaning | None:
    """Return "remets mardi" and "seulement jeudi"."""
    if base.out.sorts:
        return None
    if base.do is Do.BOOK and _AGAIN.search(plain):
        return replace(base, again=True)
    only = base.named.sorts and not (base.whole or base.also) and _ONLY.search(plain)
    return replace(base, turn=Turn.INSTEAD, only=True) if only else None


def _wanting(base: Leaning, plain: str, verb: Verb | None) -> Leaning | None:
    """Return what is wanted in place of what was said, or besides."""
    named = base.named.sorts
    rather = _RATHER.search(plain) is not None and not _TOO.search(plain)  # not "finalement mardi aussi"
    if (rather or (verb and verb.move)) and not base.whole:
        return replace(base, turn=Turn.INSTEAD) if named else None
    adds = verb is not None and _ADDS.search(plain) is not None
    return base if base.whole or (named and (base.also or adds)) else None


def _taking(base: Leaning) -> Leaning:
    return replace(base, turn=Turn.TAKE_BACK, named=Named(), out=base.named)


def _against(base: Leaning, plain: str) -> Leaning | None:
    """Tell "pas jeudi mais vendredi" (one in place of the other) from "pas jeudi pour Victor" (both say which)."""
    if "?" in plain:
        return None
    if base.named.sorts & base.out.sorts:
        return replace(base, turn=Turn.INSTEAD)
    named, out = base.named, base.out
    both = Named(
        named.whos or out.whos, named.acts or out.acts, named.hours or out.hours, named.days or out.days
    )  # fmt: skip
    return replace(base, turn=Turn.TAKE_BACK, named=Named(), out=both)


def _sides(plain: str, marks: Sequence[Mark]) -> tuple[list[Mark], list[Mark]]:
    """Part what is wanted from what is not: that stands after "pas", "sauf" or "au lieu de", until "mais"."""
    wanted, unwanted, refusing = list[Mark](), list[Mark](), False
    for mark in marks:
        if not isinstance(mark, Sign):
            (unwanted if refusing else wanted).append(mark)
        elif mark.cue in (Cue.NOT, Cue.NOT_BUT, Cue.EXCEPT, Cue.INSTEAD):
            if plain[mark.start : mark.end] in ("non", "nan") and not wanted:
                continue  # "non, vendredi": it only answers
            refusing = True
        elif mark.cue in (Cue.BUT, Cue.SLIP, Cue.STOP, Cue.BREAK) and unwanted:
            refusing = False
    if refusing and wanted and not unwanted:  # "jeudi non"
        return [], wanted
    return wanted, unwanted


def _named(marks: Iterable[Mark]) -> Named | None:
    """Gather what is named; None when days are named in two places, of which one may be meant otherwise."""
    days = [m for m in marks if isinstance(m, Days)]
    if len(days) > 1:
        return None
    acts = tuple(m for m in marks if isinstance(m, Act))
    hours = tuple(m for m in marks if isinstance(m, Hour))
    return Named(tuple(m for m in marks if isinstance(m, Who)), acts, hours, days[0] if days else None)
