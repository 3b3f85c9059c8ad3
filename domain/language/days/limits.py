"""Phrases that limit days: "jusqu'à jeudi", "à partir du 9", "pour 3 jours", "depuis hier"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from domain.language.days.phrases import phrase
from domain.language.days.points import DAY_OF_MONTH, MONTH, MONTHS, NUM, NUMBERS, POINT, WD, number, point
from domain.language.days.spans import HOLIDAY, OF, end_of_month, holiday_named, month_span
from domain.language.matching.expression import Expression
from domain.language.notions.when import Reach, Scene, Sort, When

#: "Fin du mois", of this one, the next or one by its name.
_MONTH_ENDED: Final = rf"(?:du |de ce |ce |le )?mois(?:-ci| prochain| suivant| (?:de |d'){MONTH})?"
#: "merci de l'enlever des deux" is of two things, not from the 2nd on.
_NO_COUNT: Final = rf"(?!(?:{'|'.join(NUMBERS)})\b)"
_N: Final = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"


@phrase(
    rf"\b(?:jusqu'?\s?(?:a|au|aux|en)|jusque|d'ici(?: (?:au|aux)\b)?)(?:\s(?:a )?(?:la|le|les))?(?: (?:debut|fin))? ?"
    rf"(?:(?P<hols>(?:grandes )?vacances(?: scolaires)?(?:,? {OF}(?P<name>{HOLIDAY}))?|noel|paques"
    rf"|pont de (?:l'ascension|mai))"

r"|(?:la )?fin (?:de |d')?(?P<of>(?:l'|cette )?annee(?: scolaire)?|la semaine"
rf"|semaine|{_MONTH_ENDED}|{MONTH}|des cours|(?:de )?l'ecole)"

    rf"|(?:mois (?:de |d'))?(?P<month>{MONTH})|(?P<point>{POINT})(?! ?h\b))(?: inclus| compris| soir)?\b(?! ?h\b)",
    {"jusqu'à jeudi": "2025-03-03..2025-03-06", "jusqu'au 14 mars": "2025-03-03..2025-03-14",
     "jusqu'aux vacances": "2025-03-03..2025-04-04", "jusqu'à la fin de l'année": "2025-03-03..2025-07-04",
     "d'ici aux vacances": "2025-03-03..2025-04-04", "jusqu'au pont de l'Ascension": "2025-03-03..2025-05-28",
     "d'ici les vacances d'avril": "2025-03-03..2025-04-04",
     "jusqu'à fin mars": "2025-03-03..2025-03-31", "jusqu'à la fin du mois d'avril": "2025-03-03..2025-04-30",
     "jusqu'à la fin de ce mois": "2025-03-03..2025-03-31", "jusqu'au mois de mai": "2025-03-03..2025-05-31",
     "un jeudi sur deux jusqu'à la fin du mois de mars": "2025-03-06,2025-03-20",
     "jusqu'à la fin du mois prochain": "2025-03-03..2025-04-30",
     "la semaine prochaine jusqu'à jeudi": "2025-03-10..2025-03-13",
     "de la semaine prochaine jusqu'à la fin du mois": "2025-03-10..2025-03-31"},
)  # fmt: skip
def until(match: re.Match[str], scene: Scene) -> When | None:
    """Up to a day, included; "aux vacances" up to the day before them, "la fin de l'année" to the school year's."""
    if match["hols"] and match["hols"].startswith("grandes"):
        return _until(scene.year.end)
    if match["hols"]:
        bridge = "ascension" if match["hols"].startswith("pont") else None
        name = match["name"] or bridge or (match["hols"] if match["hols"] in ("noel", "paques") else None)
        found = holiday_named(name, scene) if name else scene.year.next_holiday(scene.today)
        return _until(found.first - timedelta(days=1) if found else scene.year.end)
    if match["of"] or match["month"]:
        return _until(_end_of(match["of"] or match["month"], scene))
    found_point = point(match["point"], scene)
    if found_point.day is None:
        return When(Sort.CLASH, days=found_point.clash)
    weekdays = (found_point.weekday,) if found_point.weekday else ()
    return When(Sort.UNTIL, last=found_point.day, weekdays=weekdays, named_month=found_point.month)


@phrase(
    rf"\b(?:du|de|d'|des|a (?:partir|compter) d[ue]) ?(?P<first>{POINT}),? (?:et )?(?:a|au|jusqu'a"
    rf"|jusqu'au) (?:la )?fin (?:de |d'|du )?"
    rf"(?P<of>(?:l'|cette )?annee(?: scolaire)?|la semaine|semaine|{_MONTH_ENDED}|{MONTH})\b",
    {
        "du 24 mars à la fin du mois": "2025-03-24..2025-03-31",
        "du 30 juin à la fin de l'année": "2025-06-30..2025-07-04",
        "du 10 mars à la fin du mois d'avril": "2025-03-10..2025-04-30",
        "à compter du 7 avril et jusqu'à la fin du mois": "2025-04-07..2025-04-30",
    },
)
def from_to_end(match: re.Match[str], scene: Scene) -> When | None:
    """From a day to the end of a week, a month or the school year."""
    found = point(match["first"], scene)
    if found.day is None:
        return When(Sort.CLASH, days=found.clash)
    last = _end_of(match["of"], replace(scene, today=found.day))
    return When(Sort.SPAN, first=found.day, last=last, today=found.today, ends=(found.day, last))


def _until(day: date) -> When:
    return When(Sort.UNTIL, last=day, reach=Reach.LONG)


def _end_of(words: str, scene: Scene) -> date:
    if (name := re.split(r"[ ']", words)[-1]) in MONTHS:
        last = month_span(MONTHS[name], scene).last
        return last or scene.year.end
    if "semaine" in words:
        return scene.week() + timedelta(days=6)
    if "mois" in words:
        after = words.endswith(("prochain", "suivant"))
        return end_of_month(end_of_month(scene.today) + timedelta(days=1) if after else scene.today)
    return scene.year.end


@phrase(
    r"(?<!jour )(?<!jours )(?<!semaine )(?<!semaines )(?<!l')"
    rf"\bapres le (?P<point>(?:{WD} )?{DAY_OF_MONTH})\b(?! ?h\b)",
    {"après le 10": "2025-03-11..2025-07-04", "après le 20 juin": "2025-06-21..2025-07-04"},
)
def after_day(match: re.Match[str], scene: Scene) -> When | None:
    """From the day after."""
    found = point(match["point"], scene)
    return When(Sort.SINCE, first=found.day + timedelta(days=1), named_month=found.month) if found.day else None


@phrase(
    rf"\b(?:a partir|a compter)(?: de| du| d') ?(?:la |le )?(?P<point>{POINT})(?! ?h\b)"
    rf"|(?<!\baucun )(?<!\baucune )(?<!\bchacun )(?<!\bchacune )\bdes (?:le |{_NO_COUNT})(?!(?:lundi|mardi"
    rf"|mercredi|jeudi|vendredi)s\b)(?P<des>"
    rf"{POINT})(?! ?h\b)"
    r"|\b(?:(?:a partir|a compter) (?:de |du |d')|des )(?P<week>la semaine prochaine|cette semaine)|\b(?:a partir"
    rf"|a compter) (?:de |du |d')(?:mois (?:de |d'))?(?P<month>{MONTH})\b"
    rf"|\b(?:a partir de |des |depuis |apres |a )?(?:la )?(?<!est )(?<!suis )(?<!sommes )"
    rf"(?<!jamais )(?<!\bpas )(?<!serai )(?<!sera )rentree(?! (?:hier"
    rf"|de l'ecole|malade|avec|chez|a la maison|du|tot|plus|manger|dejeuner|sans|tard))(?! (?:s'est|a ete|s'etait|est"
    rf"|se))(?: {OF}(?P<rentree>{MONTH}"
    rf"|{HOLIDAY}))?\b|\b(?:a|des|a partir de) la reprise\b(?! (?:du|de(?! l'ecole)|d'|lundi|mardi|jeudi"
    rf"|vendredi|le))"
    rf"|\b(?:apres|une fois) les vacances(?: {OF}(?P<name>{HOLIDAY}))?(?: (?:terminees|finies|passees|ecoulees))?",
    {
        "à partir du 10": "2025-03-10..2025-07-04",
        "à partir de lundi": "2025-03-10..2025-07-04",
        "dès demain": "2025-03-04..2025-07-04",
        "à la rentrée, mardi et jeudi": "2025-04-22,2025-04-24",
        "à la rentrée, les jeudis jusqu'au 2 mai": "2025-04-24,2025-05-01",
    },
)
def since(match: re.Match[str], scene: Scene) -> When | None:
    """From a day on; "la rentrée" and "après les vacances" are the first day after those holidays."""
    if words := match["point"] or match["des"]:
        found = point(words, scene)
        if found.day is None:
            return When(Sort.CLASH, days=found.clash)
        weekdays = (found.weekday,) if found.weekday else ()
        return When(Sort.SINCE, first=found.day, weekdays=weekdays, today=found.today, named_month=found.month)
    if match["week"]:
        return When(Sort.SINCE, first=scene.today if match["week"].startswith("cette") else scene.week(1))
    if match["month"]:
        return When(Sort.SINCE, first=month_span(MONTHS[match["month"]], scene).first)
    then = _back_to_school(match["rentree"] or match["name"], scene)
    moment = re.match(r"(?:a )?(?:la )?(?:rentree|reprise)", match.group())
    return replace(then, reach=Reach.WEEK) if moment and then.sort is Sort.SINCE else then


#: "désormais le jeudi": a weekday with its article, and no other beginning.
_HABIT: Final = Expression(rf"\b(?:le|les|du) {WD}\b(?! \d)")
_BEGINS: Final = Expression(r"\b(?:a partir|a compter|des (?:le|la|lundi|mardi|mercredi|jeudi|vendredi)|depuis)\b")


@phrase(
    r"\b(?:desormais|dorenavant|a l'avenir)\b",
    {"désormais les mardis jusqu'au 20 mars": "2025-03-04,2025-03-11,2025-03-18",
     "le mardi dorénavant jusqu'au 20 mars": "2025-03-04,2025-03-11,2025-03-18"},
)  # fmt: skip
def from_now_on(match: re.Match[str], scene: Scene) -> When | None:
    """From today on, for the weekdays of its sentence: "désormais le jeudi" is every Thursday."""
    text = match.string
    start = max(text.rfind(stop, 0, match.start()) for stop in ".!?\n")
    end = min((at for stop in ".!?\n" if (at := text.find(stop, match.end())) >= 0), default=len(text))
    habit = _HABIT.search(text, start + 1, end) and not _BEGINS.search(text, start + 1, end)
    return When(Sort.SINCE, first=scene.today + timedelta(days=1)) if habit else None


@phrase(
    r"\b(?:(?:en )?(?:commencant|debutant|demarrant)|a commencer)"
    r"(?: (?:par|des|le|a partir d[eu']|a compter d[eu']|avec))* ?(?:(?:celui|celle|ceux|le|la|ce|cette) )?(?:de "
    r"|du |d')?"
    rf"(?:(?P<week>la semaine prochaine|(?:des )?cette semaine|semaine prochaine)|(?P<point>{POINT}))(?! ?h\b)",
    {"un jeudi sur deux jusqu'à fin mars, en commençant par celui de cette semaine": "2025-03-06,2025-03-20",
     "un jeudi sur deux jusqu'à fin mars en commençant la semaine prochaine": "2025-03-13,2025-03-27"},
)  # fmt: skip
def beginning(match: re.Match[str], scene: Scene) -> When | None:
    """From the first one on: "en commençant par celui de cette semaine", "en commençant le 13"."""
    if match["week"]:
        return When(Sort.SINCE, first=scene.today if "cette" in match["week"] else scene.week(1))
    found = point(match["point"], scene)
    if found.day is None:
        return When(Sort.CLASH, days=found.clash)
    weekdays = (found.weekday,) if found.weekday else ()
    return When(Sort.SINCE, first=found.day, weekdays=weekdays, named_month=found.month)


def _back_to_school(words: str | None, scene: Scene) -> When:
    ended = [h for h in sorted(scene.year.holidays) if h.last >= scene.today]
    if words in MONTHS:
        ended = [h for h in ended if (h.last + timedelta(days=1)).month == MONTHS[words]]
    elif words and (named := holiday_named(words, scene)):
        ended = [named]
    return When(Sort.SINCE, first=ended[0].last + timedelta(days=1)) if ended else When(Sort.VAGUE)


#: "on a eu une semaine compliquée": how it was, not how long it will last.
_REMARKED: Final = (
    r"(?:(?:un peu|assez|tres|trop|bien|plutot|vraiment|hyper|super) )?(?:complique|charge|difficile|dur|dense|agite"
    r"|eprouvant|mouvemente|fatigant|infernale|penible|epuisant|intense|de (?:fou|dingue|folie|boulot|travail)\b)"
)


@phrase(
    r"\b(?:pour |pendant |durant |eviction de |arret de |(?<=arrete )|(?<=arretee )|(?<=arretes )"
    r"|(?<=arretees ))(?:encore |environ |au moins "
    rf"|minimum )?(?P<n>{_N}|48) ?(?P<unit>jours?|jrs?|semaines?|heures|h)\b(?! (?:par (?:semaine|mois|an|jour)"
    r"|sur|de vacances|des vacances))"
    rf"|\b(?P<alone>(?:\d{{1,2}}|deux|trois|quatre|cinq|huit|dix|quinze)"
    rf" (?:jours|semaines(?= a (?:partir|compter)\b))|\d{{1,2}} ?jrs)\b(?! (?:par (?:semaine|mois|an|jour)"
    rf"|sur|avant))|\b(?P<week>une (?:bonne |petite )?semaine)\b(?! sur| {_REMARKED})",
    {"pour 3 jours": "2025-03-03..2025-03-05", "pendant une semaine": "2025-03-03..2025-03-09"},
)
def lasting(match: re.Match[str], scene: Scene) -> When | None:
    """So many calendar days from the first one named, or from today."""
    if match["week"]:
        return When(Sort.LASTING, length=7)
    alone = re.fullmatch(r"(\w+?) ?(jours|semaines|jrs)", match["alone"]) if match["alone"] else None
    n = number(alone[1] if alone else match["n"])
    unit = alone[2] if alone else match["unit"]
    length = n * 7 if unit.startswith("semaine") else n if unit.startswith("j") else -(-n // 24)
    return When(Sort.LASTING, length=min(length, 366))


@phrase(
    (
        r"\b(?:message|mail|mel|(?<!que j'ai )(?<!que j'avais )(?<!mais j'ai )(?<!mais j'avais )(?<!or j'avais )demande"
        r"|courriel|appel|sms|courrier|conversation"
        r"|(?<!on )(?<!je )(?<!nous )(?<!vous )(?<!peut )echange)s? (?:telephonique )?(?:de"
        rf" |d'|du )?(?:ce |cet |hier|(?:le )?{WD}|{NUM})(?: ?(?:matin|midi|soir|apres-midi"
        rf"|{MONTH}|dernier))*(?! prochain)"
        r"|(?:(?<=erreur )|(?<=ma part )|(?<=rectificatif )|(?<=trompe )|(?<=trompee )|(?<=trompes )|(?<=plante )"
        r"|(?<=plantee )|(?<=emmele )|(?<=emmelee )"
        r"|\b(?:vue?s?|convenue?s?|dit|discute|evoque|parle|echange|signale) (?:avec [^.,;:!?\d\n]{2,30}?"
        r"|par telephone|au telephone|de vive voix|en direct) "
        # "et non l'atelier comme écrit ce matin"
        r"|\bcomme (?:je |j'|on |nous )?(?:vous )?(?:l')?"
        r"(?:ai |avais |avons )?(?:ecrit|dit|demande|indique"
        r"|note|mentionne|precise|annonce|signale)e?s? (?:par (?:erreur|mail) )?)"
        r"(?:ce (?:matin|midi|soir)|cet apres-midi"
        r"|hier(?: soir| matin)?|tout a l'heure|a l'instant)"
    ),
    {},
)
def earlier_message(_match: re.Match[str], _scene: Scene) -> When | None:
    """When another message was written is no day of care."""
    return When(Sort.AGO)


@phrase(
    (
        rf"\bdepuis (?:le |ce |la |cette |avant-?)?(?:{WD}|{NUM}\b|hier|midi|matin"
        r"|nuit|semaine|soir|[a-z0-9]+)(?: (?:soir|matin|midi|dernier|derniere|nuit"
        rf"|jours?|semaines?|{MONTH}))*"
    ),
    {},
)
def began(_match: re.Match[str], _scene: Scene) -> When | None:
    """When something began is no day of care."""
    return When(Sort.AGO)
