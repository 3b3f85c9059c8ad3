"""What an order to close names: the site, its activities by word or code, and reasons that close a school."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.language.activities.activities import choose, find_activities, is_evening, running
from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Part
from domain.language.writing.text import fold
from domain.model.activity import Activity, Site
from domain.model.structure import Structure

Stretch = tuple[int, int]

#: Words with which a reason begins; before the days anything else must name something.
REASONS: Final = Expression(
    r"(?:greves?|grevistes?|mouvements?|preavis|debrayages?|sorties?|voyages?|sejours?|excursions?|visites?|absen\w+"
    r"|enseignante?s?|maitre(?:sse)?s?|prof(?:esseure?)?s?|instit(?:utrice|uteur)?s?|atsems?|animat(?:eur|rice)s?"
    r"|agents?|personnels?|equipes?|direct(?:eur|rice)s?|cuisini?ere?s?|formations?|conseils?|reunions?|pedagogique"
    r"|fermetures?|fermee?s?|travaux|chantier|pannes?|coupures?|fuites?|chauffage|inondations?|incendie|degats?|neige"
    r"|verglas|intemperies|tempete|vigilance|alerte|canicule|orages?|epidemie|covid|poux|deces|deuil|hommage|fetes?"
    r"|kermesse|carnaval|spectacle|pont|exceptionnel\w*|elections?|securite|urgence|evacuation|piscine|musee|cinema"
    r"|theatre|randonnee|pique-nique|malad\w+|demenagement|desinfection|manque|faute|journees?"
    r"|classes? (?:vertes?|de [a-z]+|decouvertes?)|(?:mme|madame|m|mr|monsieur|mlle)\.? [\w-]+ (?:est |sera )?absente?)"
    r"(?![a-z0-9])"
)
#: What may stand in an order and names nothing.
FILLERS: Final = frozenset(
    ["et", "le", "la", "les", "l", "de", "du", "des", "d", "pour", "seulement", "uniquement", "a", "au", "aux", "en",
     "car", "cause", "motif", "raison", "par", "suite", "site", "ecole", "accueil", "jour", "jours", "toute", "entiere",
     "activite", "activites", "classe", "classes", "svp", "stp", "merci", "est", "sera"]
)  # fmt: skip
#: Nothing but the whole site.
WHOLE: Final = Expression(
    r"\btou(?:t le |te l'|s les |te la )(?:site|ecole|accueil|enfants|monde|structure)\b"
    r"|\btoutes les (?:classes|activites)\b(?! d)|\b(?:site|ecole) (?:entiere?|complete?)\b"
    r"|\btoute? la journee\b|\bjournee (?:entiere|complete)\b|\btout\b"
)
#: "Toute la journée" is every activity, of whom it may be.
ALL_DAY: Final = Expression(r"\btoute? la journee\b|\bjournee (?:entiere|complete)\b")
EXCEPT: Final = Expression(r"\b(?:sauf|excepte|hormis|a l'exception|a part)\b")
#: An absent teacher has one class.
ONE_TEACHER: Final = Expression(
    r"\b(?:enseignante?|maitre(?:sse)?|prof(?:esseure?)?|instit(?:utrice|uteur)?) (?:\w+ ){0,3}absente?\b"
    r"|\babsence (?:de (?:l'|la )|du |d'une? )(?:enseignante?|maitre(?:sse)?|prof(?:esseure?)?|instit\w*)\b"
)


#: "Mme Dupont absente": a teacher, for all one knows.
SOMEBODY: Final = Expression(r"\b(?:mme|madame|m|mr|monsieur|mlle)\.? [\w-]+ (?:est |sera )?absente?\b")
#: Words of an activity inside a reason.
_NO_ACT: Final = Expression(r"\bjournees? (?:pedagogiques?|de [a-z]+|d'[a-z]+)\b|\bpetits?[ -]dejeuners?\b")


@dataclass(frozen=True, slots=True)
class Named:
    """An activity word at its place, and the activities that it means on the days in question (none: not there)."""

    start: int
    end: int
    codes: frozenset[str]
    whole_day: bool = False


@dataclass(frozen=True, slots=True)
class At:
    """The site that an order is about, where it is named, and where another one is."""

    site: Site
    spans: tuple[Stretch, ...] = ()
    elsewhere: tuple[Stretch, ...] = ()


def find_site(plain: str, structure: Structure) -> At | None:
    """Return the site that is named, or the only one there is, and where it and other sites stand.

    A site's name inside that of an activity ("Europa libre") does not name the site.
    """
    names = [(fold(name), site) for site in structure.sites for name in (site.code, site.name)]
    longer = [(n.start, n.end) for n in _by_name(plain, structure.activities)]
    found: dict[Stretch, Site] = {}
    for name, site in sorted(names, key=lambda named: -len(named[0])):
        for m in re.finditer(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])", plain):
            inside = any(start <= m.start() and m.end() <= end and (end - start) > len(name) for start, end in longer)
            if not inside and not any(start < m.end() and m.start() < end for start, end in found):
                found[m.span()] = site
    if found:
        first = min(found)
        return At(found[first], (first,), tuple(at for at, site in found.items() if site is not found[first]))
    return At(structure.sites[0]) if len(structure.sites) == 1 else None


def find_named(plain: str, site: Site, days: Collection[date], structure: Structure) -> list[Named]:
    """Return the activity words in `plain`, in order, and what each means at `site` on `days` (none: on any)."""
    plain = blanked(plain, [m.span() for m in _NO_ACT.finditer(plain)])
    runs = {a.code for day in days for a in running(structure, site.code, day)}
    here = tuple(a for a in structure.activities_at(site.code) if a.code in runs or not days)
    runs = {activity.code for activity in here}
    spelt = list(_by_name(plain, structure.activities_at(site.code)))
    acts = [
        Named(act.start, act.end, frozenset(_meant(act, here)), act.part is Part.DAY)
        for act in find_activities(plain, structure)
    ]
    found: list[Named] = []
    for named in sorted([*spelt, *acts], key=lambda n: (n.start - n.end, n.start, -len(n.codes & runs))):
        if all(named.end <= other.start or other.end <= named.start for other in found):
            found.append(Named(named.start, named.end, named.codes & runs, named.whole_day))
    return sorted(found, key=lambda n: n.start)


def blanked(text: str, spans: Collection[Stretch]) -> str:
    """Return `text` with spaces where `spans` are."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _by_name(plain: str, activities: Collection[Activity]) -> Iterator[Named]:
    """Yield the codes and the whole names of activities."""
    for activity in activities:
        for name in {fold(activity.code), fold(activity.name)}:
            for m in re.finditer(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])", plain):
                yield Named(m.start(), m.end(), frozenset([activity.code]))


def _meant(act: Act, here: tuple[Activity, ...]) -> set[str]:
    """Return which of the activities that run then are meant; "le soir" is every one of the evening."""
    if act.part is Part.NAMED:
        return {activity.code for activity in here if activity.code in act.codes}
    if act.part is Part.EVENING:
        return {activity.code for activity in here if is_evening(activity)}
    return set(choose((act,), (), here).codes)
