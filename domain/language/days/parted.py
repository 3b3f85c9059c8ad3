"""Where days that stand side by side are two things: a new period, another line, a heading."""

from __future__ import annotations

import re
from typing import Final

from domain.language.lexicon.people import NOT_WITH_US
from domain.language.lexicon.set_against import OURS
from domain.language.lexicon.well_again import GROWN_UP
from domain.language.matching.expression import Expression
from domain.language.notions.when import Days, Reach, Sort, When

_BASES: Final = frozenset({Sort.DAY, Sort.WEEKDAY, Sort.EVERY, Sort.CLASH, Sort.VAGUE, Sort.SAME, Sort.AGO})
_LINE_ENDS: Final = Expression(r"[ .,;!)]*(?:$|\n|svp\b|merci\b)")


_AND: Final = Expression(r"\bet\b")


#: Behind a semicolon, a day that opens a clause of its own; behind a comma, one of which it is said that it stands.
_OPENS: Final = Expression(
    r",? (?:je|j'|nous|on|ils?|elles?|c'est|c'etait|ca|ce sera|reste(?:nt|ra)?|demeure(?:nt|ra)?|ne|n'|rien|inutile"
    r"|tout|pas (?:besoin|la peine)|(?:mon|ma|mes|une|un|leur|leurs|notre|nos) (?!gouter|cantine|repas|midi)[a-z]+)\b"
)
_STANDS: Final = Expression(
    r" (?:reste|demeure|restera)(?:nt)? (?:bien |donc |toujours )?(?:comme|tel|inchange|valable|maintenu|identique"
    r"|pareil|prevu|en l'etat|en place|ok\b|bon\b)"
)
#: Behind a comma, a day on which the child is elsewhere: "cantine mardi, jeudi elle déjeune avec son papa".
_ELSEWHERE: Final = Expression(
    r",? (?:(?:ils?|elles?|[a-z]{3,}(?:-[a-z]+)?) (?:y )?(?:mange|dejeune|goute|reste|rentre|dort|sont|est"
    r"|sero|sera|vo|va|iro|ira)(?:nt|ra|ront)? (?:(?:donc|aussi|plutot|exceptionnellement) )?"
    rf"{NOT_WITH_US}"
    r"|(?:(?:dernier|passe) )?(?:ils?|elles?|on|nous|j') ?(?:ont|a|avons|ai|etai\w+|etions|avai\w+|avions)\b"
    rf"|{GROWN_UP} (?:l'|l[ea]s? )(?:a|ont|pren\w+|gard\w+|recuper\w+|fai\w+ manger)\b)"
)
_OURS: Final = Expression(OURS)
_SENTENCE: Final = Expression(r"[.!?\n]")


def may_join(plain: str, last: Days, when: When, glue: str) -> bool:
    """Keep "lundi, et la semaine prochaine …" apart: there a new period begins."""
    if (
        re.search(r"\n\s*\n", glue)
        or _opens(plain, when, glue)
        or _heads_list(last, when, glue)
        or _says_again(last, when, glue)
    ):
        return False
    if "\n" in glue and not _LINE_ENDS.match(plain, when.end) and (_AND.search(glue) or _ends_line(plain, last, when)):
        return False  # "… jeudi / et demain soir annulez les deux", "Sohan absent vendredi / Demain Nahel …"
    if last.bases and all(b.sort is Sort.AGO for b in last.bases) and re.search(r"[,\n]", glue):
        return False  # "suite à notre conversation de mardi, …"
    weeks = [w for w in (when, *last.frames) if w.sort is Sort.SPAN and w.reach is Reach.WEEK]
    if last.bases and weeks[:1] == [when] and len(weeks) > 1:
        return False  # "cette semaine jeudi, la semaine prochaine lundi"
    within = all(w.sort is Sort.PARITY or (w.sort is Sort.SPAN and w.reach is not Reach.DATES) for w in last.frames)
    if last.frames and not last.bases and within and when.habit and re.search(r"\b(?:et|puis)\b", glue):
        return False  # "le mardi midi des semaines impaires et le vendredi midi …"
    new_frame = not is_base(when) and when.sort in (Sort.SPAN, Sort.PARITY) and re.search(r"\bet\b|;|\n", glue)
    daily = any(w.sort is Sort.EACH_DAY for w in last.frames) and "\n" in glue
    return not (new_frame and (last.bases or daily))  # "1re semaine : Yasmine tous les jours / 2e semaine : …"


def _opens(plain: str, when: When, glue: str) -> bool:
    """Say whether a day opens a clause of its own: "retirez Zoé le 11 ; le 13 reste comme prévu".

    So it does where the child is elsewhere on it, and something of ours was named before.
    """
    if (";" in glue and _OPENS.match(plain, when.end)) or _STANDS.match(plain, when.end):
        return True
    asked = _OURS.search(plain, _SENTENCE.last_end(plain, when.start), when.start)
    return glue.strip()[:1] in {",", ";", "("} and bool(asked) and _ELSEWHERE.match(plain, when.end) is not None


def _says_again(last: Days, when: When, glue: str) -> bool:
    """Say whether a bracket says more of a day of the list: "16, 17 et 19 (le 19 uniquement pour Yasmine)"."""
    return "(" in glue and bool(when.days) and any(set(when.days) <= set(b.days) for b in last.bases)


def _heads_list(last: Days, when: When, glue: str) -> bool:
    """Say whether days only stand above a list: "pendant les vacances : lundi …", "la semaine du 9 : lundi …"."""
    heading = bool(last.frames or last.bases) and all(b.sort is Sort.VAGUE for b in last.bases)
    return ":" in glue and is_base(when) and (not last.bases or heading)


def _ends_line(plain: str, last: Days, when: When) -> bool:
    """Say whether days end a line that says more than days, and another one begins the next."""
    line = plain[plain.rfind("\n", 0, last.start) + 1 : last.start]
    return (
        bool(last.bases)
        and is_base(when)
        and "," not in plain[last.end : when.start]
        and ":" not in line.strip()[-1:]
        and re.search("[a-z]{3}", line) is not None
    )


def is_base(when: When) -> bool:
    """Say whether it names days, and is not only a period in which they are."""
    return when.sort in _BASES or (when.sort is Sort.SPAN and when.reach is Reach.DATES)


def is_period(days: Days) -> bool:
    """Say whether it is a period and no more."""
    return all(b.sort is Sort.SPAN for b in days.bases) and (bool(days.bases) or days.frames_period)
