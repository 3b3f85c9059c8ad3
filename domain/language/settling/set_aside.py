"""What a heading, or a word behind it, sets aside: "à garder : …", "…, c'est un rappel"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.propositions import Link
from domain.language.notions.statement import Mood, Statement
from domain.model.wish import Do

_BOOKED: Final = r"(?:reserve|inscrit|enregistre|note|prevu|valide|pris|fait|regle|demande)e?s?"
#: Above what stays as it is, is not wanted, or is only told: "à garder :", "non :", "semaine type, pour information :".
_ASIDE: Final = Expression(
    r"\W*(?:et |mais )?(?:(?:a )?(?:garder|conserver|maintenir|laisser)(?: (?:tels? quels?|comme (?:ca|prevu)))?"
    r"|a ne (?:pas|plus|surtout pas) [a-z]+(?:er|re|ir)|ne pas [a-z]+(?:er|re|ir)"
    rf"|(?:est |sont |c'est )?deja {_BOOKED}"
    r"|(?:on|je|nous) (?:garde|conserve|maintien|laisse)\w*|(?:pas|non) concernee?s?"
    r"|(?:(?:[nm]os|mes|ses|leurs|les) )?(?:reservations?|inscriptions?|activites?|jours?)(?: qui sont| qui existent)?"
    r" (?:actuel(?:le)?s?|existante?s?|en cours|en place|en vigueur|deja (?:en place|au planning|connue?s?|la))"
    rf"|(?:(?:[nm]os|mes|ses|leurs|les) )?(?:reservations?|inscriptions?) deja {_BOOKED}"
    r"|sans (?:aucune |autre )?demande(?: de (?:ma|notre) part)?"
    r"|(?:[a-z' ,]{0,30}\b)?(?:(?:nos|mes|leurs|ses) habitudes|(?:planning|emploi du temps|rythme) habituel"
    r"|(?:semaine|organisation) habituelle)(?:,[a-z' ]{0,40})?"
    r"|(?:deja )?fait(?:es)?|(?:ecarte|refuse|abandonne)e?s?|(?:liste d'|en )attente"
    r"|(?:demandes?|inscriptions?|reservations?) (?:refuse|annule|ancienne|precedente)e?s?(?: par vous)?"
    r"|(?:j'avais|j'ai|on avait|nous avions) (?:d'abord |deja |mal )?(?:ecrit|mis|note|demande|coche)(?: avant)?"
    r"|(?:inchange|maintenu|conserve|garde)e?s?|(?:sans|aucun|pas de) changements?|rien a changer|pas touche"
    r"|(?:voici |voila )?ce qui (?:n'a pas change|ne (?:change|bouge) pas|reste(?: (?:pareil|tel quel|inchange))?)"
    r"|(?:[a-z' ,]{0,40}\b)?(?:pour (?:simple )?(?:info\w*|memoire)(?: (?:seulement|uniquement))"
    r"|pour memoire|semaine type|a titre (?:d'information|indicatif|informatif)|juste pour info\w*)"
    r"|(?:simple )?rappel|non|pas ok|nok|ko)\s*:\s*"
)
#: Above what was, where what is to be stands below a heading of its own: "ancien : … nouveau : …".
_PAIRS: Final = (
    (
        Expression(
            r"\W*(?:avant|ancien(?:ne)?s?(?: (?:demande|planning|jour|choix|inscription"
            r"|reservation)s?)?(?: (?:de |d'|pour )?[a-z-]+)?|erreur|faux|au lieu de|actuel\w*)\s*:\s*"
        ),
        Expression(
            r"\b(?:maintenant|nouve\w+(?: (?:demande|planning|jour|choix|inscription|reservation)s?)?(?: (?:de "
            r"|d'|pour )?[a-z-]+)?|corrects?|correction|corrige|juste"
            r"|mettre|desormais|voulu|souhaite|lire|bon)\s*:"
        ),
    ),
    (Expression(r"\W*presente?s?\s*:\s*"), Expression(r"\babsente?s?\s*:")),
)
#: Behind what stands already: "…, c'est un rappel, c'est déjà réservé", "…, vous l'avez".
_STANDS: Final = Expression(
    r"[,(:-]\s*(?:mais |et )?(?:(?:ca,? |cela,? )?(?:c'est|ce n'est qu')|ce n'est que|il s'agit d'|ca vous )? ?"
    r"(?:juste |seulement |bien |simplement )*"
    rf"(?:(?:un |une )?(?:simple |petit )?rappel|pour (?:memoire|rappel)"
    rf"|deja {_BOOKED}(?: (?:chez|par|de|dans) [a-z' ]{{1,16}})?"
    r"|(?:vous |tu )(?:l'|les )(?:avez|as|aviez)(?: (?:deja|bien|note\w*))*"
    r"|(?:ca,? |cela,? )?(?:je|on|nous) (?:vous )?(?:l'|les )(?:ai|a|avons) deja"
    r" (?:demande|dit|reserve|inscrit|signale)e?s?"
    r"|(?:je |on )(?:l'y|les y) laisse|(?:je |on )(?:n'y|ne l'|ne les)? ?touche pas)(?=\s*(?:$|[.,;!)\n]))"
)
_STOPS: Final = Expression(r"[.;!?\n]")
#: The day is another, and not said: "… et Luka aussi, mais pour Luka un autre jour".
_ANOTHER_DAY: Final = Expression(r"\b(?:un autre jour|une autre (?:fois|date|semaine)|a une autre date)\W*$")
#: Of what was told: "où Victor va déjà, c'est-à-dire à la cantine".
_THAT_IS: Final = Expression(r"\W*(?:c'est-a-dire|autrement dit|a savoir)\b")
_WISHED: Final = (Mood.BARE, Mood.STATED, Mood.CONTEXT)


def set_aside(plain: str, said: list[Statement]) -> None:
    """Take as told what stands below such a heading, or before such words; what has a verb of its own stays."""
    for n, s in enumerate(said):
        if s.prop.heads and _heads_aside(plain, s):
            tell(s, *_below(plain, s, said[n + 1 :]))
    for m in _STANDS.finditer(plain):
        since = _STOPS.last_end(plain, m.start())
        tell(*(s for s in said if since <= s.prop.start < m.end() and s.prop.end > since))
    for before, s in pairwise(said):
        if before.mood is Mood.TOLD and _THAT_IS.match(plain, s.prop.start):
            tell(s)
    _another_day(plain, said)


def _heads_aside(plain: str, s: Statement) -> bool:
    """Say whether it stands above what is not asked for."""
    if _ASIDE.fullmatch(plain, s.prop.start, s.prop.end):
        return True
    return any(was.fullmatch(plain, s.prop.start, s.prop.end) and be.search(plain) for was, be in _PAIRS)


_EMPTY_LINE: Final = Expression(r"\n *\n")


def _below(plain: str, head: Statement, after: list[Statement]) -> list[Statement]:
    """Return what a heading is of: the rest of its line, or the lines up to the next heading or demand."""
    here = [o for o in after if o.prop.sentence == head.prop.sentence]
    if any(o.prop.slots for o in here):
        return here
    rows = [o.prop.start for o in after if o.prop.slots]
    ends = (n for n, o in enumerate(after) if o.prop.heads or o.mood not in _WISHED or _is_apart(plain, rows[:1], o))
    stop = next(ends, len(after))
    return after[:stop]


def _is_apart(plain: str, first: list[int], o: Statement) -> bool:
    """Say whether an empty line parts it from the first row of the list, where a new heading may have stood."""
    since = first[0] if first else o.prop.start
    at = min((x.start for x in o.prop.slots), default=o.prop.start)
    return _EMPTY_LINE.search(plain, since, at) is not None


def tell(*said: Statement) -> None:
    """Take as told what has no verb of its own."""
    for s in said:
        stands = not s.prop.verbs or (s.mood is Mood.STATED and s.do is Do.BOOK) or s.mood is Mood.REFUSED
        if stands and s.prop.reason is None:
            s.mood, s.do = Mood.TOLD, None


def _another_day(plain: str, said: list[Statement]) -> None:
    """Let "Zoé aussi, mais pour Zoé un autre jour" be of no day that was named."""
    for n, s in enumerate(said):
        mine = {x for i in s.items for x in i.names}
        if not mine or not _ANOTHER_DAY.search(plain, s.prop.start, s.prop.end):
            continue
        for o in said[:n]:
            same = {x for i in o.items for x in i.names} == mine and o.prop.same and not o.prop.verbs
            if same and s.prop.link in (Link.BUT, Link.AND):
                tell(o)
