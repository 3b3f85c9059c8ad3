"""Phrases for the day of return: "reviendra lundi", "jeudi il reprend", "à la rentrée du 22"."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from domain.language.days.phrases import phrase
from domain.language.days.points import NUMBERS, POINT, number, point
from domain.language.matching.expression import Expression
from domain.language.notions.when import Scene, Sort, When


@phrase(
    r"\b(?P<since>(?:a partir de|a compter de|des|depuis|apres|jusqu'a) )?(?:a |pour |de "
    r"|d'ici )?la (?P<what>rentree|reprise)"
    rf"(?: des (?:cours|classes)| de l'ecole)?,? \(?(?:du |de |le |ce )(?P<point>{POINT})(?! ?h\b)",
    {"pour la rentrée de lundi": "2025-03-10", "à partir de la rentrée du 17": "2025-03-17..2025-07-04",
     "à compter de la reprise du 22 avril": "2025-04-22..2025-07-04"},
)  # fmt: skip
def day_of_return(match: re.Match[str], scene: Scene) -> When | None:
    """The day on which school begins again, or from it on where that is said or something repeats."""
    found = point(match["point"], scene)
    opens = match["since"] or re.search(
        r"\b(?:tou[st]e?s? les|chaque|les) (?:jours?|lundi|mardi|jeudi|vendredi|mercredi|midi|matin|soir)", match.string
    )
    habit = found.weekday and re.search(r"\b(?:le|les) [a-z]+$", match.group())  # "à la rentrée, le lundi …"
    if (
        habit
        or found.day is None
        or (match["what"] == "reprise" and not match["since"])
        or match["since"] == "jusqu'a "
    ):
        return None
    return When(Sort.SINCE if opens else Sort.DAY, first=found.day, days=() if opens else (found.day,))


_N: Final = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"
#: One takes up again what one has let go …
_TAKES_UP: Final = Expression(r"repren[a-z]+ (?:la |le |au |a la )(?:cantine|periscolaire)\b")
#: … unless one was ill.
_WAS_AWAY: Final = Expression(
    r"malad|fievre|gastro|gripp|angine|otite|varicelle|rhume|covid|\babsen|gueri|remis|medecin|docteur|convalesc"
    r"|hopital"
    r"|bronch|scarlat|conjonct|rhino|toux|tousse|pneumo|coqueluche|oreillons|roug?eole|impetigo|migraine|diarrhee"
    r"|thermometre|\b(?:a|fait|avec|affiche|dit) ¤"  # a fever, which is blanked
    r"|oper|\brepos|\bpas (?:bien|la|avant)|\bmieux|certificat|hospital|vomi|virus|chirurg|plaies?|platre|cass"
)


def takes_up(match: re.Match[str]) -> bool:
    """Say whether "Zoé reprend la cantine mardi et jeudi" tells of no illness, and so of no day of return."""
    return _TAKES_UP.match(match.group()) is not None and _WAS_AWAY.search(match.string) is None


@phrase(
    r"\b(?:reviend(?:ra|ront|rait|rai|rons)|reviennent|revient|revienne|revien|(?:(?<=peut )|(?<=pourra )"
    r"|(?<=pourront )|(?<=peuvent )|(?<=puisse )|(?<=\ba ))revenir|retourner(?= (?:a l'ecole|en classe|en cours))"
    r"|(?:remettr(?:e|a|ons|ai)|renverr(?:a|ai|ons)"
    r"|renvoyer|ramener)(?= (?:a l'ecole|en classe|a la creche))|retourner(?:a|ont)"
    r"|(?:de )?retour(?: d(?:e |')(?!ecole)[a-z]+(?:-[a-z]+)?)?(?: (?:est )?(?:prevu|envisage|programme|annonce"
    r"|fixe|espere|autorise|possible))?(?: ?:)?|reprend(?:ra|ront)|reprend(?:ront)?|reprise"
    r"|"
    r"sera (?:de nouveau |a nouveau )la|pas (?:(?!lundi|mardi|mercredi|jeudi|vendredi"
    r"|(?:pour|chez) (?!lui\b|elles?\b|eux\b|vous\b))[a-z]+ ){0,5}avant"
    r"|pas avant)(?: (?:a |en |de )?(?:l'ecole|la normale|la cantine|le periscolaire|la classe|les cours|classe"
    r"|cours|au periscolaire|des cours)| (?:parmi|chez|avec) vous)?"
    r"(?:,? (?:que|a partir|prevu|seulement|normalement|surement|certainement"
    r"|donc))?(?: (?:a partir )?(?:de|du|d'))? ?(?:le )?(?:(?P<week>la semaine prochaine)"
    rf"|dans (?P<n>{_N}) (?P<unit>jours|semaines?)\b|(?P<point>{POINT}))",
    {
        "reviendra jeudi": "2025-03-03..2025-03-05",
        "de retour dans 3 jours": "2025-03-03..2025-03-05",
        "pas avant lundi": "2025-03-03..2025-03-09",
    },
)
def return_on(match: re.Match[str], scene: Scene) -> When | None:
    """Away until the day of return, which is not included."""
    if takes_up(match):
        return None
    if match["week"]:
        return When(Sort.RETURN, last=scene.week(1))
    if match["n"]:
        ahead = timedelta(**{"days" if match["unit"] == "jours" else "weeks": number(match["n"])})
        return When(Sort.RETURN, last=scene.today + ahead)
    found = point(match["point"], scene)
    return When(Sort.RETURN, last=found.day) if found.day else When(Sort.CLASH, days=found.clash)


@phrase(
    r"(?:^|(?<=[.,;:!?\n(] )|(?<=\bdonc )|(?<=\bdu coup )|(?<=\bpuis )|(?<=\bet )|(?<=\bmais )|(?<=\balors ))"
    r"(?:(?:donc|du coup|alors|plus) )*(?:rien|personne|aucune? (?:activite|presence|periscolaire"
    r"|perisco|repas|ecole)s?"
    r"|(?:ni )?(?:cantine|perisco\w*|ecole|gouter|garderie) ni (?:cantine|perisco\w*|ecole|gouter|garderie))"
    r"(?: (?:pour (?:lui|elle|eux|nous)|chez vous|de prevu|du tout))? avant "
    rf"(?:le )?(?P<point>{POINT})(?! ?h\b)"
    r"|\b(?:(?:ne |n')?(?:nous |l'|l[ae]s? )?(?:reverrez|reverra|reverrons|verrez|verra|verrons)|se (?:reverra|verra)"
    r"|(?:nous|vous) (?:reverrons|reverrez))(?: (?:a l'ecole|chez vous|tous))? "
    rf"(?:que|(?:pas|plus) avant|qu'a partir d(?:e|u)) (?:le )?(?P<seen>{POINT})(?! ?h\b)"
    rf"|\b(?:(?:nous |l'|l[ae]s? )?reverr(?:ez|a|ons)|se reverra) (?P<again>{POINT})(?! ?h\b)",
    {},
)
def nothing_before(match: re.Match[str], scene: Scene) -> When | None:
    """Away until a day before which there is nothing: "donc rien avant jeudi", "vous ne la reverrez que lundi"."""
    found = point(match["point"] or match["seen"] or match["again"], scene)
    if found.day is None or not _WAS_AWAY.search(match.string):
        return None
    return When(Sort.RETURN, last=found.day)


#: "pas de retour pour Zoé avant jeudi", "aucune reprise de l'école envisageable avant …": the child is named between.
_NO_RETURN: Final = Expression(
    r"\b(?:pas|aucune?|plus) (?:de |d')?(?:retour|reprise|ecole|classe|collectivite|perisco\w*)\b[^.,;:!?\n]{0,50} $"
    r"|\b(?:retour|reprise)\b[^.,;:!?\n]{0,30}\b(?:impossible|interdite?|exclue?|deconseillee?|pas (?:possible|permise?"
    r"|autorisee?|envisageable)) $"
)


@phrase(rf"(?<!bien )\bavant (?:le )?(?P<point>{POINT})(?! ?h\b)", {})
def no_return_before(match: re.Match[str], scene: Scene) -> When | None:
    """Away until the day before which there is no return, whoever is named with it."""
    found = point(match["point"], scene)
    away = _NO_RETURN.search(match.string, max(0, match.start() - 80), match.start()) is not None
    if found.day is None or not away or not _WAS_AWAY.search(match.string):
        return None
    return When(Sort.RETURN, last=found.day)


_RETURNS: Final = (
    r"(?:reviend(?:ra|ront)|revien(?:t|nent)|reprend(?:ra|ront)?|reprennent|(?:sera|seront) (?:de retour|de nouveau la"
    r"|a nouveau la))\b(?! (?:a (?:la|midi)|au|pour|manger|dejeuner|gouter|cherch\w+|le |la |les |l'))"
)


@phrase(
    rf"(?:^|(?<=[.,;!?\n] )|(?<=[.!?\n])|(?<=\bet ))(?:le )?(?:(?P<point>{POINT}),? (?:seulement |uniquement )?"
    rf"(?:(?:il|elle)s? )?{_RETURNS}|(?P<only>{POINT}),? (?:seulement|uniquement)(?= [a-z-]+ {_RETURNS}))",
    {},
)
def return_said_first(match: re.Match[str], scene: Scene) -> When | None:
    """Away until the day of return, said before it: "lundi il reviendra"."""
    found = point(match["point"] or match["only"], scene)
    if found.day is None or not _WAS_AWAY.search(match.string):
        return None
    return When(Sort.RETURN, last=found.day)
