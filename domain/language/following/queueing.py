"""Words about the waiting list: taking an offered place, leaving it, and not wanting to wait any more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from domain.language.activities.activities import choose, running
from domain.language.days.calendar import lay
from domain.language.leaning.answers import plain_words
from domain.language.matching.expression import Expression
from domain.language.notions.hours import Hour
from domain.language.notions.marks import Act, Who
from domain.language.notions.when import Days, Scene
from domain.language.sentences.sentences import World, marks_of
from domain.language.writing.text import Text, composed, fold
from domain.model.family import Family
from domain.model.structure import Structure
from domain.model.wish import Hints

_YES: Final = Expression(
    r"(?:(?:ah|bien|super|genial|parfait|top|chouette) )*(?:oui(?: oui)?|ok|d'accord|entendu|volontiers|avec plaisir"
    r"|accepter?|valider?|parfait|super|yes|ja|sim)?"
    r"(?: ?(?:oui|nous|on|je|j')? ?(?:(?:l')?accept(?:e|ons)"
    r"|(?:la |les? )?(?:prends|prenons|prend|veux|veut|voulons|garde)"
    r"|veux bien|voulons bien|suis d'accord|confirme|valide)(?: bien)?(?: (?:la|cette|les) places?)?)?"
    r"(?: avec plaisir| volontiers| bien sur| la place| cette place)?"
)
_NO: Final = Expression(
    r"(?:(?:ah|finalement|en fait|desole[es]?) )*(?:non(?: non)?|nan|no|nein|nao)?"
    r"(?: ?(?:nous |on |je |j')?(?:(?:la |les? )?(?:refus(?:e|ons|er)|laiss(?:e|ons|er)|cede|decline)"
    r"|(?:n'en |ne )(?:veux|voulons|veut|prends|prenons|prend) (?:pas|plus)|n'en (?:ai|avons|a) plus besoin"
    r"|plus besoin|pas besoin)(?: tomber)?(?: (?:la|cette|les) places?)?)?(?: finalement)?"
)
_LEAVES: Final = Expression(
    r"(?<!pas )(?<!jamais )\b(?:quitt|sort|retir|enlev|desinscri|supprim|annul|ray|effac)[a-z]*\b[^.!?\n]{0,40}"
    r"\blistes? d'attente"
    r"|\b(?:ne |n')?(?:veux|souhaite|voulons|souhaitons|veut|desire|desirons) (?:plus|pas) "
    r"(?:attendre|rester sur (?:la|une) liste|etre (?:sur|en) (?:la |une )?liste)"
    r"|\b(?:je|on|nous) (?:n'|ne )?attend(?:s|ons)? plus\b|\b(?:plus|pas) (?:la peine|besoin) d'attendre\b"
    r"|\blaisse[rz]? tomber la liste d'attente"
)
#: Says something besides: then the whole message is understood as any other, so that nothing of it is lost.
_MORE: Final = Expression(
    r"\b(?:inscri|reserv|ajout|mett(?:re|ez|ons)|met[sz]?\b|mang|remplac|absen|malad|plutot|facture|a la place)"
)
#: Says by itself that it is about a place on offer.
_NAMED: Final = Expression(r"\bplaces?\b|\baccept|\brefus|\bcede\b")
_EVERYBODY: Final = r"(?:(?:tou(?:te)?s )?(?:les|mes|nos) (?:deux|trois|quatre|[234])(?: enfants)?|tous|toutes)"
#: "Les deux ou aucun", "seulement si les deux ont une place", "pas l'un sans l'autre".
_ALL_OR_NONE: Final = Expression(
    rf"\b{_EVERYBODY}(?: ensemble)?(?: ou|,? soit|,? sinon) (?:alors )?"
    r"(?:aucune?\b|rien\b|personne\b|pas du tout\b|ni l'une? ni l'autre\b)"
    rf"|\b(?:(?:seulement|uniquement|que) s(?:i|'il)|a (?:la )?condition)\b[^.!?\n]{{0,40}}\b{_EVERYBODY}\b"
    r"(?:[^.!?\n]{0,30}\bplaces?\b)?|\bpas l'une? sans l'autre\b"
)
_ALL: Final = Expression(r"\btou(?:te)?s (?:les|mes|nos) (?:listes?|attentes?|jours)|\bpartout\b")


#: What may stand around it without adding anything.
_ABOUT: Final = re.compile(
    r"\b(?:c'est|soit|ce sera|mais|alors|attention|par contre|pour|je (?:les )?veux|je precise)\b"
)


@dataclass(frozen=True, slots=True)
class Wait:
    """One thing that the family waits for; `id` is the caller's own."""

    id: int
    child: str
    activity: str
    site: str
    day: date


def takes_place(text: str) -> bool:
    """Say whether `text` does nothing but take what was offered ("oui", "je prends la place")."""
    words = plain_words(text)
    return bool(words) and _YES.fullmatch(words) is not None


def leaves_place(text: str) -> bool:
    """Say whether `text` does nothing but leave what was offered ("non merci", "je laisse la place")."""
    words = plain_words(text)
    return bool(words) and _NO.fullmatch(words) is not None


def names_place(text: str) -> bool:
    """Say whether an answer speaks of the place itself: then it needs no offer right before it."""
    return _NAMED.search(fold(text)) is not None


def all_or_none(text: str) -> bool:
    """Say whether `text` wants a place for all the children it names, or for none of them."""
    return _ALL_OR_NONE.search(fold(text)) is not None


def is_all_or_none(text: str) -> bool:
    """Say whether `text` says just that, of what was asked before."""
    found = _ALL_OR_NONE.search(words := plain_words(text))
    return found is not None and not _ABOUT.sub("", words[: found.start()] + words[found.end() :]).strip()


def stops_waiting(text: str) -> bool:
    """Say whether `text` wants to wait no more ("quitter la liste d'attente", "je ne veux plus attendre")."""
    words = fold(text)
    return _LEAVES.search(words) is not None and _MORE.search(words) is None


def meant_by(
    text: str, waits: Sequence[Wait], *, family: Family, structure: Structure, now: datetime
) -> tuple[Wait, ...]:
    """Return which of `waits` the text speaks of: all that its children, days and activities leave.

    Empty when several would be left and the text names nothing: then it must be asked. "Toutes les listes" are all.
    """
    scene = Scene(structure.local(now).date(), structure.year, schooled=True)
    world = World(structure.nicknamed(family), structure, scene, Hints())
    marks = marks_of(Text.of(composed(text)), world)
    names = {name for mark in marks if isinstance(mark, Who) for name in mark.names}
    days = {day for mark in marks if isinstance(mark, Days) for day in lay(mark, scene, book=True).days}
    acts = tuple(mark for mark in marks if isinstance(mark, Act) and not mark.implied)
    hours = tuple(mark for mark in marks if isinstance(mark, Hour))
    left = tuple(
        wait
        for wait in waits
        if (not names or wait.child in names)
        and (not days or wait.day in days)
        and (not acts or wait.activity in choose(acts, hours, running(structure, wait.site, wait.day)).codes)
    )
    named = names or days or acts or _ALL.search(fold(text)) is not None
    return left if named or len(waits) == 1 else ()
