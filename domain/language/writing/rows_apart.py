"""Signs and words that set one row apart from the next: "Zoé cantine lundi // Luka …", "… à annuler, … à ajouter"."""

from __future__ import annotations

import re
from typing import Final

from domain.language.matching.blanks import blank
from domain.language.matching.expression import Expression

_THING: Final = (
    r"(?:cantine|midi|repas|dejeuner|gouter|garderie|matin|soir|centre|creatif|atelier|libre|periscolaire|accueil)"
)
_BARS: Final = Expression(r"(?<!:)//(?=\s)|(?<=\s)\|\|(?=\s)")
#: A slash between two things that are each said whole.
_SLASH: Final = Expression(
    rf"(?<=[a-z0-9]) / (?=[a-z])(?!(?:le |la |les |l'|au |a la |a l'|pas |et |puis |plus |sans |avec )*(?:{_THING}"
    r"|lundi|mardi|mercredi|jeudi|vendredi|demain|pas|rien|non|oui)\b)"
)
_WHOLE: Final = 3  # words
_WORDS: Final = Expression(r"[a-z0-9'-]+")
_DONE_WITH: Final = (
    r"\ba (?:annuler|supprimer|enlever|retirer|desinscrire|ajouter|rajouter|inscrire|reserver|garder|conserver"
    r"|maintenir|laisser)\b"
)
#: What is to be done stands behind each: the next thing is another, up to what is to be done with it.
_EACH: Final = Expression(rf"(?P<end>{_DONE_WITH}) ?,(?=[^.;:!?\n]{{0,40}}\b{_THING}\b[^.;:!?\n]{{0,40}}{_DONE_WITH})")

#: "cantine jeudi (oui), goûter jeudi (non)".
_IN_BRACKETS: Final = Expression(r"[(](?P<answer>oui|non|ok|pas ok)[)]")
#: "[x] cantine jeudi", "[ ] goûter jeudi": what is not ticked is not wanted.
_UNTICKED: Final = Expression(r"^ *[-*]? ?\[ *\][^\n]*", re.MULTILINE)
#: Beside what is to be called off: "…, goûter mardi à garder".
_STAYS: Final = Expression(r"(?<=[a-z0-9] )a (?:garder|maintenir|laisser)\b(?= *(?:$|[.,;\n]))")
#: Days of a list that need not be booked again: "…, celui du 14 étant déjà réservé et celui du 28 inutile".
_DATE: Final = (
    r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi) )?\d{1,2}(?:er)?(?:/\d{1,2}| (?:janvier|fevrier|mars|avril|mai|juin"
    r"|juillet|septembre|octobre|novembre|decembre))?"
)
_NOT_WANTED: Final = (
    r"(?:deja |bien )*(?:(?:reserve|pris|inscrit|note|paye|inutile|annule|exclu|excepte|ferie|ferme)e?s?\b|a exclure\b)"
)
_THAT_OF: Final = (
    rf"(?:(?:celui|celle|ceux|celles) (?:du|des) {_DATE} (?:(?:etant|est|sont|sera|seront) )?{_NOT_WANTED}"
    rf"|les? (?:{_DATE}|(?:lundi|mardi|mercredi|jeudi|vendredi)) etant {_NOT_WANTED})"
)
_BUT_THOSE: Final = Expression(rf"(?<=,) ?{_THAT_OF}(?:(?:,| et|, et) {_THAT_OF})*")
_LISTED: Final = Expression(r"\b(?:tous les|toutes les|chaque|les \w+s (?:de|du)|(?:la|cette|de) semaine|du \d{1,2})\b")
_ONE: Final = Expression(
    rf"(?P<head>c\w+ d(?:u|es)|les?) (?P<day>{_DATE}|(?:lundi|mardi|mercredi|jeudi|vendredi))\b(?P<rest>[^,]*?)"
    r"(?P<end>, et\b|, ?| et\b|$)"
)
#: "non seulement Zoé mais aussi Luka": both of them.
_NOT_ONLY: Final = Expression(
    r"(?:\bnon seulement\b|\b(?:ne |n')(?P<verb>[a-z]+) pas (?:seulement|uniquement|que)\b)(?P<one>[^.;:!?\n]{1,60}?)"
    r",? mais (?:aussi|encore|egalement)\b"
)
#: "tout le monde jeudi, Zoé exceptée", "à une exception près : Zoé".
_LEFT_OUT: Final = Expression(
    r"(?P<one>(?:[a-z-]{3,}|(?:lundi|mardi|mercredi|jeudi|vendredi) \d{1,2}))"
    r" (?:exceptee?s?|mise?s? a part|non comprise?s?)(?=\s*(?:$|[.,;!)\n]))"
    # of the day it stands behind nothing is left out: "tous jeudi excepté Zoé"
    r"|(?<=di )excepte (?P<who>(?!le\b|les?\b|la\b|lundi|mardi|mercredi|jeudi|vendredi|svp|merci)[a-z-]{2,})"
    r"|\ba (?:une|deux) exceptions? pres(?: ?:|,)? (?P<but>(?!les? \d|celles? |du )[a-z-]+)"
)
#: "soit jeudi, soit vendredi".
_DAY: Final = rf"(?:le )?(?:{_DATE}|(?:lundi|mardi|mercredi|jeudi|vendredi)(?: prochain)?|demain)"
_EITHER: Final = Expression(rf"\bsoit (?P<one>{_DAY}),? (?:ou )?soit (?P<other>{_DAY})\b")


def _besides(m: re.Match[str]) -> str:
    return f"{m['verb'] or ''}{m['one']} et".strip().ljust(len(m.group()))


def _excepted(m: re.Match[str]) -> str:
    """Write them as an exception: ", sauf le 14 et le 28"."""
    if not _LISTED.search(m.string, 0, m.start()):
        return m.group()

    def one(day: re.Match[str]) -> str:
        led = day.start() > (1 if m.group().startswith(" ") else 0)
        article = "les" if day["head"].endswith("es") else "le"
        head = article if led else f"sauf {article}"
        return f"{head} {day['day']}{day['end']}"

    return _ONE.sub(one, m.group()).ljust(len(m.group()))


def rows_apart(plain: str) -> str:
    """Return folded text, letter for letter, with a semicolon where one row ends."""
    plain = _BARS.sub("; ", plain)
    plain = "\n".join(_slashes(line) for line in plain.split("\n"))
    plain = _NOT_ONLY.sub(_besides, _BUT_THOSE.sub(_excepted, plain))
    plain = _LEFT_OUT.sub(lambda m: f"sauf {m['one'] or m['who'] or m['but']}".ljust(len(m.group())), plain)
    plain = _EITHER.sub(lambda m: f"{m['one']} ou {m['other']}".ljust(len(m.group())), plain)
    plain = _IN_BRACKETS.sub(lambda m: f" {m['answer']} ", plain)
    rest = _UNTICKED.sub(blank, plain)
    plain = rest if rest.strip() else plain
    apart = _EACH.sub(lambda m: m.group()[:-1] + ";", plain)
    return apart if apart == plain else _STAYS.sub(lambda m: "conserve".ljust(len(m.group())), apart)


def _slashes(line: str) -> str:
    pieces = _SLASH.split(line)
    whole = len(pieces) > 1 and all(len(_WORDS.findall(p)) >= _WHOLE and re.search(_THING, p) for p in pieces)
    return " ; ".join(pieces) if whole else line
