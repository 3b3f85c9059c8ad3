"""What a message takes from beside it: the subject of a mail, and the day of a question."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from domain.language.lending.days import says_same, within
from domain.language.matching.blanks import blank
from domain.language.matching.expression import Expression
from domain.language.message.residue import unread
from domain.language.notions.clauses import Clause
from domain.language.notions.marks import Act, Cue, Force, Mark, Part, Sign, Verb, Who, Why
from domain.language.notions.when import Days, Reach, Sort
from domain.language.people.people import find_children
from domain.language.sentences.sentences import World, marks_of
from domain.language.writing.text import Text
from domain.model.family import Family
from domain.model.wish import Do

#: The subject of a mail that answers another, or passes it on.
REPLY: Final = Expression(r"^(?:\s*(?:re|tr|fwd?|ref) ?:)+", re.IGNORECASE)
#: "Voir l'objet."
POINTS_UP: Final = Expression(r"\b(?:dans|voir|cf|lire) (?:\w+ )?(?:l'objet|l'intitule|le sujet|le titre|objet)\b")
#: Little words beside names, which say nothing more.
_IDLE: Final = frozenset({Cue.STOP, Cue.BREAK, Cue.IS})
_ONLY: Final = frozenset({"uniquement", "seulement", "juste", "concerne", "concernes"})


def _names_weekdays(days: Days) -> bool:
    """Say whether it is weekdays alone, for which the text may give the period ("… cantine du jeudi")."""
    return bool(days.bases) and not days.frames and all(b.sort in (Sort.WEEKDAY, Sort.EVERY) for b in days.bases)


def _is_week(days: Days) -> bool:
    return not days.bases and len(days.frames) == 1 and days.frames[0].reach is Reach.WEEK


def _is_all_week(days: Days, world: World) -> bool:
    """Say whether it is "toute la semaine", which is the one that the subject names, if it names any."""
    return _is_week(days) and days.frames[0].first == world.scene.week() and not days.frames[0].explicit


def _is_named(clause: Clause) -> bool:
    """Say whether the days called off are of what the subject names ("Zoé - centre": "annulez les 12 et 13")."""
    return clause.verb is not None and clause.verb.force is Force.ASKED and not clause.verb.whole


def _means(clause: Clause, whos: list[Who]) -> bool:
    """Say whether "tous les deux" are those of the subject ("Sohan et Léah")."""
    named = {n for w in whos for n in w.names}
    return any(w.options and not w.names and named < set(w.options) for w in clause.whos)


def names_alone(title: Text, family: Family) -> Text:
    """Return the subject of an answer with its first names only: its days and activities are those of another mail."""
    kept = [w for w in find_children(title, family) if w.names]
    letters = [c if any(w.start <= n < w.end for w in kept) else " " for n, c in enumerate(title.plain)]
    return replace(title, plain="".join(letters))


def under_title(body: Text, title: Text, world: World) -> Text | None:
    """Return the subject and the text as one, where the text only says for whom: "Cantine jeudi" - "C'est pour JB."."""
    plain = POINTS_UP.sub(blank, body.plain)
    marks = marks_of(replace(body, plain=plain), world) if title.plain.strip() else []
    what = any(isinstance(m, Act) for m in marks_of(title, world))
    says = (Who, Days) if what else (Who,)  # "Cantine d'Elio la semaine prochaine" - "Lundi et jeudi svp"
    idle = all(isinstance(m, says) or (isinstance(m, Sign) and m.cue in _IDLE) for m in marks)
    named = idle and any(isinstance(m, Days) or (isinstance(m, Who) and m.names) for m in marks)
    if not named or not set(unread(plain, 0, len(plain), [(m.start, m.end) for m in marks])) <= _ONLY:
        return None
    dated = any(isinstance(m, Days) for m in marks)
    return replace(body, plain=plain).below(title, ":" if dated else "\n")


#: A child spoken of before anyone is named: "il ne reviendra que lundi", "merci de l'inscrire".
_LEANING: Final = Expression(
    r"\b(?:il(?! (?:(?:encore |bien |toujours )?(?:possible|envisageable|faisable)|me |nous |vous |lui |leur |en "
    r"|est (?:possible|prevu)|serait|faut|faudra|reste|y"
    r" |fait |pleut|neige)| s'agit"
    r"|'y)|elle|ils|elles"
    r"|(?:le|la|les) (?=[a-z]+(?:er|ir|re)\b)|lui (?=[a-z]+(?:er|ir|re)\b))\b|\bl'(?=[a-z]+(?:er|ir|re)\b)|-(?:le"
    r"|la|les)\b"
    r"|\b(?:lui|leur) (?:a|ont) "
)


#: "Cantine : 2, 3, 5, 6", under "Planning décembre".
_NUMBERS: Final = Expression(r"(?:^|:)[ -]*\d{1,2}(?:\s?(?:,|\+|&|/|\bet\b)\s?\d{1,2})+\s*$", re.MULTILINE)
#: "merci de la décaler au 15", first of all: of what the subject names.
_MOVES_IT: Final = Expression(
    r"^\W*(?:(?:bonjour|bonsoir|madame|monsieur|merci de|merci d'|pouvez-vous|pourriez-vous|svp|est-il possible de"
    r"|il faudrait|je souhaite|je voudrais|j'aimerais|veuillez|serait-il possible de)\W+)*"
    r"(?:(?:la|le|les) (?:decaler|deplacer|reporter|avancer|basculer|passer)"
    r"|(?:decale|deplace|reporte|avance|bascule|passe)[rz]?-(?:la|le|les))\b"
)
#: "je n'en ai plus besoin le mardi": of what the subject names.
_NO_LONGER: Final = Expression(r"\bn'en (?:ai|a|avons|aurai|aura|aurons) (?:plus|pas)\b")


def leans_on_subject(body: Text, title: Text, world: World) -> bool:
    """Say whether the subject says a whole thing of a child, or the text speaks of a child whom only it names."""
    marks = marks_of(title, world) if title.plain.strip() else []
    dated = any(isinstance(m, Days) for m in marks)
    if dated and any(isinstance(m, Act) for m in marks) and _MOVES_IT.search(body.plain):
        return True
    months = any(w.sort is Sort.SPAN and w.reach is Reach.LONG for m in marks if isinstance(m, Days) for w in m.frames)
    if months and _NUMBERS.search(body.plain):
        return True
    if not any(isinstance(m, Who) and m.names for m in marks) or not any(
        isinstance(m, Days | Act | Why | Verb) for m in marks
    ):
        return False
    if _NO_LONGER.search(body.plain) and not dated:
        return any(isinstance(m, Act) for m in marks)
    whole = dated and any(isinstance(m, Verb | Why) and not isinstance(m, Who) for m in marks)
    first = min((m.start for m in marks_of(body, world) if isinstance(m, Who)), default=len(body.plain))
    return whole or _LEANING.search(body.plain, 0, first) is not None


def lend_asked(clauses: list[Clause], asked: list[Mark]) -> None:
    """Let "JB est inscrit jeudi ? Ajoutez Anne-Lise ce jour-là", "la gourde de Zoé ? mettez-la" be about it."""
    days = [m for m in asked if isinstance(m, Days)]
    whos = [m for m in asked if isinstance(m, Who) and m.names]
    for clause in clauses if len(whos) == 1 and not any(c.whos for c in clauses) else ():
        clause.whos = list(whos)
    for clause in clauses if len(days) == 1 else ():
        if clause.days is not None and says_same(clause.days):
            clause.days = days[0]


def _together(days: list[Days], clauses: list[Clause]) -> list[Days]:
    """Return "jeudi soir et vendredi soir" as one list where the text points to as many: "ces deux soirs-là"."""
    count = max((b.length for c in clauses if c.days and says_same(c.days) for b in c.days.bases), default=0)
    bases = [b for d in days for b in d.bases]
    if len(days) < 2 or count != len(bases) or any(d.frames for d in days):  # noqa: PLR2004 - one is together
        return days
    return [replace(days[0], bases=tuple(bases))]


def _book_titled(clauses: list[Clause], title: list[Mark]) -> None:
    """Let days below "Anne-Lise goûter" be booked: "Lundi et mardi prochains svp. Pour JB rien de changé."."""
    kinds = {type(m) for m in title if not (isinstance(m, Sign) and m.cue in _IDLE)}
    if kinds != {Who, Act} or any(c.do or c.says_what or c.days is None for c in clauses):
        return
    for clause in clauses:
        clause.do = Do.BOOK


#: "annulez l'intégralité des réservations de Victor", under "Annulation périscolaire".
_ALL_OF_THEM: Final = Expression(
    r"\b(?:integralite|totalite|ensemble|toutes) (?:(?:de |d')?(?:les|ses|leurs|mes|nos|l') ?|des |de |du )"
    r"(?:reservations?|inscriptions?)\b"
)


def lend_title(clauses: list[Clause], title: Text, world: World, plain: str) -> frozenset[type[Mark]]:
    """Take from a mail's subject what its text, `plain`, leaves out; return the kinds of marks so lent."""
    if not clauses or not title.plain.strip():
        return frozenset()
    marks = marks_of(title, world)
    whos = [m for m in marks if isinstance(m, Who)]
    days = _together([m for m in marks if isinstance(m, Days)], clauses)
    acts = [m for m in marks if isinstance(m, Act) and not (m.part is Part.CARE and _ALL_OF_THEM.search(plain))]
    lacking_who = not any(c.whos for c in clauses)
    lacking_days = all(c.days is None or says_same(c.days) for c in clauses)
    lacking_acts = not any(c.acts or c.hours for c in clauses)
    _book_titled(clauses, marks)
    for clause in clauses:
        bare = clause.bare
        if whos and (lacking_who or _means(clause, whos)):
            clause.whos = list(whos)
        if lacking_days and len(days) == 1:
            left_out = clause.days.excepts if clause.days else ()  # "ces jours-là, sauf le 13"
            clause.days = replace(days[0], excepts=(*days[0].excepts, *left_out))
        elif len(days) == 1 and clause.days and not clause.days.bases and _names_weekdays(days[0]):
            clause.days = replace(
                clause.days, bases=tuple(replace(b, sort=Sort.EVERY, habit=True) for b in days[0].bases)
            )
        elif len(days) == 1 and clause.days and _is_all_week(clause.days, world) and _is_week(days[0]):
            clause.days = replace(clause.days, frames=days[0].frames)
        elif len(days) == 1:
            clause.days = within(clause.days, days[0])
        if lacking_acts and acts and (clause.do is Do.BOOK or (clause.do is Do.CANCEL and (bare or _is_named(clause)))):
            clause.acts, clause.act_in_cancel = list(acts), True
    lent = {Who: lacking_who and whos, Days: lacking_days and len(days) == 1, Act: lacking_acts and acts}
    return frozenset(kind for kind, given in lent.items() if given)
