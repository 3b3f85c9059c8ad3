"""How a message is laid out: lines that a mail program has broken are joined, dot leaders are colons."""

from __future__ import annotations

import re
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.writing.asked_and_answered import answered
from domain.language.writing.attributes import in_a_row
from domain.language.writing.rows_apart import rows_apart
from domain.language.writing.text import Text

#: A line break inside a sentence, where a mail program has wrapped it.
_LINE_END: Final = Expression(
    r"(?<=[a-z0-9])\n(?=[a-z0-9])(?!\d{1,2} ?[.)°])(?!\d[a-z]?\))(?![^\n]{0,40}[:>])"
    r"(?!(?:vous |je )?(?!assez|chez)[a-z]{3,}ez\b)"
)
#: Mail programs break at 70 to 80 signs; nobody else breaks a line because the next word is too long for it.
_NARROWEST: Final = 70
_WIDEST: Final = 80
_FIRST_WORD: Final = Expression(r"[^\s]*")
_TWO: Final = 2
_COMMA_END: Final = Expression(r",\n(?=[^\n-])")
#: "Enfant : Zoé / Activité : cantine / Dates : 23/09": a form, filled in.
_FIELD: Final = Expression(
    r"^[ *•-]*(?:prenoms?|noms?|enfants?|eleves?|activites?|prestations?|services?|accueils?|dates?|jours?|periodes?"
    r"|creneaux?|horaires?|actions?|demandes?|objet|type|motif|nature)(?: [a-z' ]{1,24})? ?: *(?=[^\s])",
    re.MULTILINE,
)
#: A field of what is called off, beside which another says what is booked.
_GIVEN_UP: Final = Expression(
    r"(?:^|(?<=\n))[ *•-]*(?:jours?|dates?|activites?|creneaux?|journees?) (?:cede|rendu|libere|abandonne"
    r"|(?:a )?(?:supprim|annul|retir|enlev|liber|ced|rend))[a-z]* ?:"
)
_SIDE: Final = Expression(r"[ *•-]*(?:jours?|dates?|activites?|creneaux?|journees?) [a-z]")
#: Dots that lead from a name to what is wanted for it.
_LEADERS: Final = Expression(
    r"^(?P<name> *[a-z][a-z' -]{1,24}?)(?P<dots> *(?:\.{4,}|(?:\. ){3,}\.?|_{4,}))(?= *[^\s.])", re.MULTILINE
)


#: "Mercredi : -", "jeudi 12 : /": nothing on that day.
_NOTHING: Final = Expression(
    r"^[ *•-]*(?:lundi|mardi|mercredi|jeudi|vendredi)(?: \d{1,2}(?:/\d{1,2})?)? ?: ?(?:-+|/+|0"
    r"|neant) *$",
    re.MULTILINE,
)
#: "1) Victor …", "2° Séverine …", each at the head of its line.
_NUMBERED: Final = Expression(r"^ *(?P<place>\d{1,2}) ?(?:[.)°/-]|/-) ?(?=[a-z])", re.MULTILINE)
#: A row of cells apart by ";", or by "|" without one at its ends.
_ROW: Final = Expression(r"^[^\n|]*;[^\n|]*;[^\n|]*$|^[^\n;|]+\|[^\n;|]+\|[^\n;|]+$", re.MULTILINE)
_DAY: Final = Expression(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi)\b|\b\d{1,2}/\d{1,2}\b")


#: "Séverine. Grippe. Toute la semaine.": no sentence, a list.
_FRAGMENT: Final = Expression(r"[^.!?\n]+\.+(?=\s|$)\s*")
_WORDS: Final = Expression(r"[a-z0-9]+")
_FEW_WORDS: Final = 3
#: "Zoé cantine vendredi svp je suis de garde": why it is asked follows without a sign.
_WHY_FOLLOWS: Final = Expression(
    r"(?<=[a-z0-9])(?P<gap> )(?=(?:car |parce que )?(?:(?:je|on|nous) (?:suis|serai|serons|sommes|sera|est"
    r"|travaill\w+"
    r"|bosse\w*|finis\w*|finirai|rentre\w*|commence\w*|reprends|reprendrai|pars|pourrai pas|peux pas)"
    r"|ou (?:nous|on|je) (?:serons|sera|serai|partons|part|pars|allons|va|vais)"
    r"|(?:il|elle|ils|elles) (?:a|ont|aura|auront) (?:(?:un|une|son|sa|le|la|l'|du) ?)?(?:rdv|rendez-vous"
    r"|piscine|foot"
    r"|judo|danse|musique|cours|entrainement|match|tennis|natation|kine|dentiste|orthophoniste)"
    r"|(?:mon|ma|mes|notre|nos) (?:\w+ ){1,2}(?:est|sont|a|ont|sera|seront|travaille|n'est|ne|part|arrive|rentre)"
    r"|y a |il y a |j'(?:ai|aurai) (?:rdv|rendez-vous|une? (?:reunion|formation|entretien|rdv|rendez-vous)))\b)"
)
#: "tous les vendredis sauf le 13 à réserver", "mardi au lieu de lundi vous pouvez corriger ?": so does the demand.
_DEMAND_FOLLOWS: Final = Expression(
    r"(?<=[a-z0-9])(?<!\best)(?<!\bsont)(?<!\bsera)(?<!\breste)"
    r"(?<!chose)(?<!point)(?<!\brien)(?<!autre)(?P<gap> )(?=(?:(?:a|et a) (?:reserver|re?inscrire"
    r"|r?ajouter"
    r"|noter|enregistrer|prevoir|modifier"
    r"|corriger|changer|rectifier)|j'inscris|je (?:l'|les |la |le )?(?:inscris|reserve|r?ajoute|note)"
    r"|(?:vous |tu )(?:pouvez|peux|pourriez|pourrais|notez|ajoutez|modifiez|corrigez|changez)(?! (?:compt|avoir"
    r"|voir))"
    r"|(?:pouvez|pourriez)-vous|peux-tu|(?:c'est |est-ce |serait-ce )?possible de|merci d(?:e |')(?!avance)"
    r"|(?:r?ajoute|inscri|mett|note|reserve|corrige|modifie)[sz][- ]l[ea]s?)\b"
    r"(?: (?:l'|les |la |le |me |nous |bien |tout |ca |cela |de |d'|svp|stp|merci|vous |s'il |te |plait|avance"
    r"|par |(?:r?ajout|inscri|note|reserve|corrig|modifi|chang|rectifi|enregistr|prevo|echang|mett)[a-z]*)*)*"
    r"\W*(?:$|[.!?\n]))"
)
_THING: Final = Expression(
    r"\b(?:cantine|midi|gouter|garderie|matin|soir|centre|creatif|libre|periscolaire|mang\w+)\b"
    r"|\bjusqu'a \d{1,2} ?h"
)
_DATED: Final = Expression(
    r"(?:\b(?:lundi|mardi|mercredi|jeudi|vendredi|demain|midi|matin|soir|gouter|cantine|garderie|apres-midi"
    r"|journee)s?|\d"
    r"|jusqu'a \d{1,2} ?h(?:[0-5]\d)?"
    r"| (?:janvier|fevrier|mars|avril|mai|juin|juillet|septembre|octobre|novembre|decembre))"
    r"(?: (?:svp|stp|merci))?$"
)


#: "…, comme suit ?", and the list below.
_HEADS: Final = Expression(r"\b(?:comme suit|ci-dessous|comme ceci|suivante?s) ?[?.](?=\s*\n)")


def _rows(plain: str) -> str:
    """Read rows of cells as lines, where each names its own day; a table with a head is left."""
    rows = list(_ROW.finditer(plain))
    if len(rows) < _TWO or not all(_DAY.search(row.group()) for row in rows):
        return plain
    return _ROW.sub(lambda row: row.group().replace(";", " ").replace("|", ","), plain)


def _form(plain: str) -> str:
    """Read the fields of a form as one sentence."""
    fields = list(_FIELD.finditer(plain))
    if len(fields) <= _TWO or plain.count("\n", fields[0].start(), fields[-1].start()) != len(fields) - 1:
        return plain
    sides = _GIVEN_UP.search(plain) is not None  # "Jour cédé : jeudi / Jour souhaité : vendredi"
    blank = _FIELD.sub(
        lambda m: m.group().replace(":", " ") if sides and _SIDE.match(m.group()) else " " * len(m.group()), plain
    )
    at, end = fields[0].start(), fields[-1].start()
    return blank[:at] + blank[at:end].replace("\n", ",") + blank[end:]


def _unnumbered(plain: str) -> str:
    """Read lines numbered from 1 on as items of a list, whose numbers are no days."""
    places = [int(m["place"]) for m in _NUMBERED.finditer(plain)]
    if len(places) < _TWO or places != list(range(1, len(places) + 1)):
        return plain
    return _NUMBERED.sub(lambda m: "-".ljust(len(m.group())), plain)


def _in_one(plain: str) -> str:
    """Read fragments with a full stop after each as one list."""
    pieces = list(_FRAGMENT.finditer(plain))
    whole = "".join(p.group() for p in pieces) == plain and len(pieces) > _TWO
    if not whole or any(len(_WORDS.findall(p.group())) > _FEW_WORDS for p in pieces):
        return plain
    return "".join(p.group().replace(".", ",", 1) for p in pieces[:-1]) + pieces[-1].group()


def _with_sign(plain: str) -> str:
    """Set a comma between what is asked and why it is asked."""

    def comma(gap: re.Match[str]) -> str:
        since = max(plain.rfind(stop, 0, gap.start()) for stop in ".!?,:;(\n") + 1
        dated = _DATED.search(plain, since, gap.start())
        if dated is None:
            return " "
        own = plain[gap.end() : gap.end() + 2] in ("il", "el", "ou") and re.search(
            r"[a-z]{3}", plain[since : dated.start()]
        )
        return "," if own or _THING.search(plain, since, dated.start()) else " "

    return _DEMAND_FOLLOWS.sub(",", _WHY_FOLLOWS.sub(comma, plain))


#: Said in passing, between commas or at the head.
_ALL_IN_ALL: Final = Expression(
    r"\b(?:tout compte fait|tous comptes faits|(?:a la|apres) reflexion|reflexion faite|en fin de compte"
    r"|au bout du compte)\b,?"
    r"|\baujourd'hui(?:(?<=[a-z] aujourd'hui)|,? )(?=,? ?(?:je|nous) "
    r"(?:souhaite|voudrai|voudrion|aimerai|aimerion|vous (?:ecri|demande|sollicite)))"
)
#: It, and no child: "ceci annule ma demande pour Luka, et elle seule".
_IT_ALONE: Final = Expression(
    r"\b(?P<thing>(?:demande|reservation|inscription|annulation|place|commande)\b[^.;:!?\n]{0,60}?)"
    r"(?P<it>,? (?:et|mais) (?:elle|celle-ci|celle-la) seule(?:ment)?\b)"
)


def _blank_but_comma(said: re.Match[str], plain: str) -> str:
    """Keep the comma of "pas de cantine pour Zoé en fin de compte, mamie la prend", which parts what stands there."""
    inside = plain[: said.start()].rstrip(" ")[-1:].isalnum() and said.group().endswith(",")
    return " " * (len(said.group()) - inside) + "," * inside


_PICTURES: Final = 0x1F000
#: An emoji at the end of a sentence: "… mercredi à la maison 🎉 Pour mardi midi".
_EMOJI: Final = Expression(r"(?<=[a-z0-9)] )¤(?= [a-z])")


def _ends_sentence(text: Text, emoji: re.Match[str]) -> bool:
    """Say whether a picture (no arrow) stands before a capital letter."""
    return ord(text.raw[text.starts[emoji.start()]]) >= _PICTURES and text.capital(emoji.end() + 1)


def laid_out(text: Text) -> str:
    """Return the folded text, letter for letter, with broken sentences on one line."""
    plain = _LEADERS.sub(_colon, text.plain) if len(_LEADERS.findall(text.plain)) > 1 else text.plain
    plain = in_a_row(rows_apart(answered(plain)))
    plain = _ALL_IN_ALL.sub(lambda m: _blank_but_comma(m, plain), plain)
    plain = _IT_ALONE.sub(lambda m: m["thing"] + " " * len(m["it"]), plain)
    plain = _EMOJI.sub(lambda m: "." if _ends_sentence(text, m) else m.group(), plain)
    plain = _NOTHING.sub(lambda m: " " * len(m.group()), _rows(_unnumbered(_form(plain))))
    plain = _HEADS.sub(lambda m: m.group()[:-1] + ":", plain)
    plain = _with_sign(_in_one(plain))
    return _unwrapped(text, plain)


def _colon(leader: re.Match[str]) -> str:
    """Write a table's leader as a colon ("Anne-Lise ........ lundi")."""
    return leader["name"] + ":".ljust(len(leader["dots"]))


def _unwrapped(text: Text, plain: str) -> str:
    """Join the lines that a mail program has broken inside a sentence; an item of a list keeps its own line."""
    ends = [m.end() - 1 for m in _COMMA_END.finditer(plain)]
    ends += [m.start() for m in _LINE_END.finditer(plain) if _is_long(plain, m.start()) and not text.capital(m.end())]
    if not ends:
        return plain
    letters = list(plain)
    for at in ends:
        letters[at] = " "
    return "".join(letters)


def _is_long(plain: str, end: int) -> bool:
    """Say whether a program may have broken the line that ends there: the next word would have made it too long."""
    line = end - plain.rfind("\n", 0, end) - 1
    word = _FIRST_WORD.match(plain, end + 1)
    return line <= _WIDEST and line + 1 + len(word.group() if word else "") > _NARROWEST
