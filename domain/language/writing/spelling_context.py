"""Words that mean another one where they stand: "pu besoin", "au cntre", "J.B.", "la restauration scolaire"."""

from __future__ import annotations

from typing import Final

from domain.language.matching.expression import Expression, Shelf
from domain.language.writing.text import Edit, Text

#: "mal o ventre", "reste o lit": "au", as it sounds.
_TO_THE: Final = Expression(
    r"(?<=[a-z] )o(?= (?:ventre|lit|centre|gouter|periscolaire|creatif|libre|soir|matin|medecin|docteur|genou"
    r"|pied|bras|dos|ski|foot|judo|dentiste|kine|repas|midi|chaud)\b)"
)
#: "mange ps à la cantine"; at the start of a line, or after thanks, "PS" is a postscript.
_NOT: Final = Expression(
    r"(?<=[a-z] )(?<!merci )(?<!ment )(?<!soiree )(?<!journee )ps\b(?! ?:)|\bps(?= (?:besoin|de|d'|la\b|mang|encore))"
    r"|(?:(?<=mange )|(?<=mangent )|(?<=vient )|(?<=viennent )|(?<=veut )|(?<=veux )|(?<=sera )|(?<=reste )"
    r"|(?<=peut ))ap\b"
)
#: "cet semaine", "sete semaine".
_THIS_WEEK: Final = Expression(r"\b(?:cet|ce|cett|set|sete|cete|7)(?= semaine\b)")
#: "a parti de lundi", "à partire du 12".
_FROM_ON: Final = Expression(r"(?<=\ba )parti(?:t|e|es|re)?(?= d[eu] )")
#: "ne goûtera pas": the verb of a snack.
_NO_SNACK: Final = Expression(r"\bne gout(?:e|er|era|ent|eront) (?:pas|plus)\b")
#: "je vous ai fait inscrire Zoé": it was done.
_HAD_DONE: Final = Expression(
    r"(?:(?<=\bai )|(?<=\ba )|(?<=\bavons )|(?<=\bavais )|(?<=\bavait ))fait (?P<verb>inscrire|reserver|mettre|noter)\b"
)
_DONE: Final = {"inscrire": "inscrit", "reserver": "reserve", "mettre": "mis", "noter": "note"}
_WEEK_END: Final = Expression(r"\bweek end\b")
#: "ce mercredi et le suivant": the same weekday, a week later.
_FOLLOWING: Final = Expression(
    r"\b(?P<day>lundi|mardi|mercredi|jeudi|vendredi)(?: midi| matin| soir)? et (?P<next>le (?=suivant\b|d'apres\b))"
)


def following(text: Text) -> list[Edit]:
    """Read "ce mercredi et le suivant" as that weekday, twice."""
    return [Edit(m.start("next"), m.end("next"), f"{m['day']} ") for m in _FOLLOWING.finditer(text.plain)]


#: "le 28 c'est un mercredi", "le 28 mercredi": one day.
_WHICH_IS: Final = Expression(
    r"\ble (?P<date>\d{1,2}(?: (?:janvier|fevrier|mars|avril|mai|juin|juillet|septembre|octobre|novembre|decembre))?)"
    r"(?: (?:c'est|ce sera|est|sera|tombe|etant|qui (?:est|sera|tombe)) (?:sur )?un)? "
    r"(?P<day>lundi|mardi|mercredi|jeudi|vendredi)\b(?! (?:\d|et \w+di\b))"
)


def dated(text: Text) -> list[Edit]:
    """Read "le 28 c'est un mercredi" as that Wednesday."""
    return [Edit(m.start(), m.end(), f"le {m['day']} {m['date']}") for m in _WHICH_IS.finditer(text.plain)]


#: "Luka à la cantine jeudi, finalement c'est non": one saying, which calls it off.
_NO_AFTER_ALL: Final = Expression(
    r"(?P<sign>[,.]) ?finalement,? (?P<is>c'est )?non\b"
    r"(?! *,? *(?:plutot |le )*(?:lundi|mardi|mercredi|jeudi|vendredi|demain|\d))"
    r"(?=\s*(?:$|[,.;!\n(]|ils?\b|elles?\b|on\b|je\b|car\b))"
)
_DEMANDED: Final = Expression(
    r"\b(?:annul|enlev|retir|(?:des)?inscri|reserv|r?ajout|mett[reo]|prene|prendre|garde[rz]|not(?:er|ez)\b|voul|voud)[^.!?\n]*$"
)


def no_after_all(text: Text) -> list[Edit]:
    """Read "Luka à la cantine jeudi, finalement c'est non" without its comma; what was demanded is only taken back."""
    edits = list[Edit]()
    for m in _NO_AFTER_ALL.finditer(text.plain):
        if not _DEMANDED.search(text.plain, 0, m.start()):
            edits += [Edit(m.start(name), m.end(name), "") for name in ("sign", "is") if m[name]]
    return edits


def had_done(text: Text) -> list[Edit]:
    """Read "je vous ai fait inscrire Zoé" as what was done."""
    return [Edit(m.start(), m.end(), _DONE[m["verb"]]) for m in _HAD_DONE.finditer(text.plain)]


#: "les congés scolaires", "aux congés de Noël", "avant les congés": the holidays; "mes congés" are a parent's.
_BREAK: Final = Expression(
    r"\bconges?(?= scolaires?\b| (?:de la |de l'|de |d'|des )?(?:toussaint|noel|hiver|printemps|paques|fevrier"
    r"|avril|octobre"
    r"|fin d'annee|ete|ascension)\b)"
    r"|(?:(?<=\baux )|(?<=\bavant les )|(?<=\bapres les )|(?<=\bpendant les )|(?<=\bdurant les )|(?<=\bd'ici les )"
    r"|(?<=\bpour les )"
    r"|(?<=\bsemaine des ))conges\b(?! (?:payes|parent|mater|pater|de (?:ma|mon|sa|son|mes|papa|maman|leur)|du|d'))"
)
#: "pouvez-vous maitre Victor au centre": the verb, as it sounds.
_PUT: Final = Expression(
    r"(?:(?<=vous )|(?<=pouvez )|(?<=peux )|(?<=merci de )|(?<=pourriez )|(?<=faut )|(?<=veux )|(?<=voudrais ))"
    r"mait?re?(?= (?!d'|de )[a-z])"
)
#: "sauriez-vous prendre Zoé jeudi": could you, as a Belgian says it.
_COULD_YOU: Final = Expression(
    r"\b(?:sauriez|savez)"
    r"(?=[- ]vous (?:prendre|inscrire|ajouter|rajouter|mettre|annuler|enlever|retirer|garder|noter)\b)"
)
#: "pu besoin du matin": no longer, as it sounds.
_NO_NEED: Final = Expression(r"(?<!\bai )(?<!\ba )(?<!\bavons )(?<!\bas )\bpu(?= besoin\b)")
#: "ya til un tarif fratrie".
_IS_THERE: Final = Expression(r"\by ?a[ -]?t[ '-]?ils?\b")
#: "J.B. cantine": the dots of a name in short.
_INITIALS: Final = Expression(r"(?<=\b[a-z])\.(?=[a-z]\b)|(?<=\b[a-z]\.[a-z])\.(?= [a-z])")
#: "la restauration scolaire", "la cantine scolaire": the meals' one name.
_CANTEEN: Final = Expression(r"\b(?:cantine|restauration)(?: scolaires?| municipale)\b")
#: "s'il vous plaît", "si te plait", "please" in a French sentence.
_PLEASE: Final = Expression(r"\b(?:s'|si )il(?: vous| te) plait\b|\b(?:please|pls|plz)\b")
#: "au cntre", "du contre": the leisure centre.
_CENTRE: Final = Expression(r"(?:(?<=\bau )|(?<=\bdu )|(?<=\ble ))contre\b(?! (?:temps|pied|jour))")
#: "pareil + lundi pour Nahel": and besides.
_BESIDES: Final = Expression(r"(?:(?<=\bpareil )|(?<=\bidem )|(?<=\bmeme chose ))\+(?= )")
#: "…, tout ça pour la semaine prochaine".
_ALL_THAT: Final = Expression(
    r"(?:(?<=, )|(?<=\. )|(?<=\n))(?:et )?(?:tout (?:ca|cela)|le tout)(?= (?:pour (?:la|les|le|cette)|a partir) )"
)
#: "comme c'est prévu": as was agreed.
_AS_AGREED: Final = Expression(
    r"(?<=\bcomme )(?:c'est|c'etait|il est|il etait|deja) (?=(?:prevu|convenu|d'habitude)\b)"
)
#: "le vendredi 16, les 3 seront absents": so many children, and no day.
_SO_MANY: Final = (
    r"(?<=\bles ){}(?= (?:(?:ne|y) )?(?:sont|vont|ont|iront|seront|mangent|viennent|restent|[a-z]+ront)\b)"
)
#: "on peu déplacer": able to, as it sounds.
_CAN: Final = Expression(r"(?<=\bon )peu(?= (?:l[ea]s? |l'|y |me |nous |vous |lui |leur )*[a-z]+(?:er|ir|re)\b)")
#: Words that mean another one where they stand.
_MEANT: Final = (
    (_THIS_WEEK, "cette"),
    (Expression(r"(?<=\bau )goutte\b"), "gouter"),
    (Expression(r"\bsa(?= (?:me|nous|te) (?:va|vas|convient|convien)\b| (?:marche|roule|colle|ira)\b)"), "ca"),
    (_CANTEEN, "cantine"),
    (_CENTRE, "centre"),
    (_PLEASE, "svp"),
    (_FROM_ON, "partir"),
    (_NO_SNACK, "pas de gouter"),
    (_BREAK, "vacances"),
    (_WEEK_END, "week-end"),
    (_TO_THE, "au"),
    (_NOT, "pas"),
    (_PUT, "mettre"),
    (_COULD_YOU, "pourriez"),
    (_NO_NEED, "plus"),
    (_CAN, "peut"),
    (_IS_THERE, "y a-t-il"),
    (_INITIALS, ""),
    (_BESIDES, "plus"),
    (_ALL_THAT, "c'est"),
    (_AS_AGREED, ""),
    (Expression(_SO_MANY.format(2)), "deux"),
    (Expression(_SO_MANY.format(3)), "trois"),
    (Expression(_SO_MANY.format(4)), "quatre"),
)
_IN_CONTEXT: Final = Shelf(pattern for pattern, _ in _MEANT)


def in_context(text: Text) -> list[Edit]:
    """Return what such words are to read."""
    found = _IN_CONTEXT.matches(text.plain)
    return sorted((Edit(m.start(), m.end(), _MEANT[n][1]) for n, ms in found for m in ms), key=lambda e: e.start)
