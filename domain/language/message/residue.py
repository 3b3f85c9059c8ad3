"""What was said and not understood: words that no rule has read.

A booking may rest only on what was read. Where an unread word speaks of time ("la veille des vacances"), the days are
asked; a proposition of unread words that names no activity tells something, and asks for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from domain.language.matching.expression import Expression

_WORD: Final = Expression(r"[a-z]+|\d+")
#: Little words and politeness, which change nothing.
_LIGHT: Final = frozenset(
    """
    a ai ah alors apres as au aujourd aussi autre autres aux avec beaucoup ben bien bjr bonjour bonne bonsoir bsr bah
    c ca ce cela celui celle ces cet cette ceux chaque chers chere cordialement coucou d dans de demande demandes des
    desole desolee deux dire dit donc du egalement elle elles en encore enfant enfants enfin equipe est et etre eu eux
    excusez fait faire faites fille filles fils finalement frere garcon garcons grand grande gros hello hui il ils
    inscription inscriptions inscrire j je jour journee jours l la le les leur leurs lui m ma madame mais me meme
    mercredi merci mes messieurs mme moi mon monsieur n nos notre nous nouveau o oh ok on ou oui par part pas petit
    petite peu plus plutot possible pour prevu prevue puis qu quand que quelques qui reservation reserver rien s sa
    salut sans se ses si soeur soit son sont soir stp sur svp t te tes toi tous tout toute toutes tres tu un une va
    vais voici voila vos votre vous vu y plait hop allez vite urgent infiniment avance grand hein euh quoi super top
    copain copine cousin cousine ami amie camarade voisin voisine semaines
    vacances printemps hiver toussaint noel paques cher chere mesdames besoin besoins planning organisation
    semaine cas effet suite objet rappel info infos
    evidemment naturellement forcement seulement logiquement malheureusement heureusement apparemment vraiment
    absolument rapidement exclusivement strictement
    exceptionnellement eventuellement probablement surement certainement simplement
    pareillement exactement personnellement actuellement
    chose choses point points voeux meilleurs annee fetes joyeuses joyeux excellente belle
    tableau agenda calendrier grille programme
    cher chere mesdames besoin besoins planning organisation semaine cas effet suite objet rappel info infos
    """.split()  # noqa: SIM905 - easier to read in rows
)


def unread(plain: str, start: int, end: int, read: Iterable[tuple[int, int]]) -> list[str]:
    """Return the words of `plain` between `start` and `end` that lie in no span of `read` and mean something."""
    spans = list(read)
    return [
        m.group()
        for m in _WORD.finditer(plain, start, end)
        if m.group() not in _LIGHT and not any(s < m.end() and m.start() < e for s, e in spans)
    ]
