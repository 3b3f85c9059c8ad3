"""Days that will be told later: "Zoé mangera à la cantine en mai, je vous donne les jours dès que je les ai"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import Days, Sort, When
from domain.model.wish import Do

_TELLING: Final = r"(?:donn|communiqu|envo[iy]|enverr|transm|precis|indiqu|redi|dir|fourni|fai[st]|fer)"
#: The days of a period are not known yet.
TO_COME: Final = Expression(
    rf"\b(?:je|on|nous) (?:vous |te )?{_TELLING}\w*(?: (?:suivre|parvenir|passer))?"
    r" (?:(?:les|ses|mes|nos|leurs|la liste des|plus tard|ensuite|bientot|demain) )*"
    r"(?:quels? )?(?:jours?|dates?|midis?|soirs?)\b(?! (?:suivant|et|ou|ci|:))"
    r"|\bsa(?:is|it|vons) pas (?:encore |trop |exactement |bien )*(?:quels?|lesquels?|les|le) (?:jours?|dates?"
    r"|soirs?|midis?)\b"
    r"|\bsa(?:is|it|vons) pas (?:encore |trop )*lesquels?\b"
    r"|\b(?:connais|connaissons|ai|avons|recu) pas (?:encore |toujours )*(?:recu |eu )?(?:mes|nos|les|mon|notre|le)"
    r" (?:jours?|dates?|plannings?|horaires?|emploi du temps)\b"
    r"|\b(?:jours?|dates?) (?:exacte?s? |precise?s? )?(?:reste(?:nt)? )?a (?:definir|preciser|confirmer"
    r"|determiner|fixer)\b"
    r"|\b(?:jours?|dates?) (?:vous )?(?:sera|seront) (?:\w+ )?(?:communique|precise|transmis|donne|fixe|envoye)\w*"
)
_ENDS: Final = Expression(r"[.!?\n]")
#: So many days of a period, without saying which.
COUNTED: Final = Expression(
    r"(?<!les )(?<!ces )(?<!mes )(?<!encore )\b(?:une?|deux|trois|quatre|[1-4])(?: seule?s?)?"
    r" (?:fois|midis?|soirs?|matins?|jours?|journees?|demi-journees?|repas|cantines?|garderies?|gouters?|soirees?"
    r"|matinees?)\b"
    r"(?! (?:de (?:plus|moins|suite|maladie)|par jour|sur|plus tard|avant|apres|a l'avance))"
)


def await_days(plain: str, said: list[Statement]) -> None:
    """Ask the days of a period where they are said to come later, or only their number is said."""
    told = TO_COME.search(plain)
    for s in said:
        later = told is not None and (s.prop.start <= told.start() or not _ENDS.search(plain, told.end(), s.prop.start))
        asked = s.do in (Do.BOOK, Do.CANCEL) and s.mood not in (Mood.TOLD, Mood.CONTEXT, Mood.FRAME)
        unsaid = asked and (later or COUNTED.search(plain, s.prop.start, s.prop.end) is not None)
        for item in s.items if unsaid else ():
            if item.days and _is_open(plain, item.days):
                item.days = replace(item.days, bases=(When(Sort.VAGUE),))


#: From some day on: "après les vacances", "à la rentrée"; "après-demain" is a day.
_AFTERWARDS: Final = Expression(r"apres(?![- ]demain)|a la re")


def _is_open(plain: str, days: Days) -> bool:
    """Say whether it is a period without its days."""
    whole = plain.startswith("tou", days.start) or any(w.sort is Sort.EACH_DAY for w in days.frames)
    single = any(b.sort is not Sort.DAY or b.explicit for b in days.bases)
    after = _AFTERWARDS.match(plain, days.start) is not None
    begun = any(w.sort is Sort.SINCE for w in days.frames) and any(w.sort is Sort.LASTING for w in days.frames)
    return not whole and not begun and (not days.bases or (after and not single))
