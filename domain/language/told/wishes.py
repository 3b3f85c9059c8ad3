"""Good wishes and farewells, whose days and parts of the day ask for nothing: "bonne soirée", "à lundi !"."""

from __future__ import annotations

from typing import Final

from domain.language.matching.blanks import blank
from domain.language.matching.expression import Expression
from domain.language.told.around import without_around, without_farewell
from domain.language.told.grown_ups import without_grown_ups
from domain.language.told.hearsay import without_hearsay
from domain.language.told.passing import needed_then
from domain.language.told.set_phrases import without_set_phrases

_WISHES: Final = Expression(
    r"(?:\b(?:merci|pouvez-vous|pourriez-vous|veuillez|il faut|il faudrait|je vous prie|vous pouvez)"
    r"(?: (?:de bien vouloir|bien vouloir|donc|de|d'))* ?)?\b(?:annul|retir|desinscri|enlev|supprim)\w*(?:[- ]l[ea]s?)?"
    r" (?:de |d')?(?:l'une?|ce dernier|cette derniere|le premier|la premiere)\b[^.!?\n]{0,20}\bet (?:de "
    r"|d')?(?:l[ea]s? |l')?"
    r"(?:inscri|reserv|mett|ajout|not)\w*[^.!?\n]{0,20}\b(?:l'autre|les deux repas|le second"
    r"|la seconde)\b[^.!?\n]{0,25}\??|"
    r"\b(?:bon|bonne|belle|excellente?) (?:fin de )?(?:semaine|journee|soiree|matinee|apres-midi|midi|nuit"
    r"|week-end|mercredi|vacances|rentree)\b"
    r"(?: a (?:vous|tous|toutes|toute l'equipe)\b)?"
    r"|(?:^|(?<=[.,!\n] )|(?<=\n))bon (?:samedi|dimanche|lundi|mardi|jeudi|vendredi)"
    r"(?: a (?:vous|tous|toutes|toute l'equipe)\b|(?=\W*(?:\n|$|merci\b|cordialement\b)))"
    r"|\b(?:veuillez|je vous prie d[e']|nous vous prions d[e'])[^.!?\n]{0,60}\b(?:salutations|sentiments|respects"
    r"|consideration|hommages|amities)\b[^.!?\n]{0,40}"
    r"|(?:(?<=di )|(?<=\d )|(?<=demain ))qu'(?:il|on|elle) (?:me |nous |lui |leur |le |la |l')?(?:faut|faudrait"
    r"|fallait"
    r"|veut|voulait)(?= (?:et |mais )?(?:non|pas)\b)"
    r"|\bsi (?:oui|c'est le cas|possible|il y en a),? (?:je|on|nous) (?:vous |l'|la |le |les )?[a-z]+(?:rai|ra|rons)\b"
    r"[^.!?\n]{0,30}"
    r"|\ba (?:tres )?bientot\b(?:,? (?:lundi|mardi|jeudi|vendredi|demain)(?=\W*(?:$|\n)))?"
    r"|\ba plus(?: tard)?(?=\s*(?:$|[.,!;\n]))"
    r"|(?:(?:^|(?<=\n))\s*|(?<=[.!,;] ))(?:voici |voila |j'ai )?(?:ma |mes |une |quelques |ces )?"
    r"(?:petite?s? |nouvelle?s? |autres? |derniere?s? )?(?:demandes?|messages?|requetes?|precisions?|infos?"
    r"|questions?)"
    r"(?: rapide| pour vous| du jour)?\s?:"
    r"|\b(?:desolee?s?|excusez[- ]moi|pardon|navree?) (?:de |pour )(?:vous )?(?:deranger|embeter|importuner|solliciter"
    r"|le derangement|ce derangement)(?: encore| (?:a|de) nouveau| si tard| tardivement)*\s?,?"
    r"|\b(?:dites|dis)[- ]moi si (?:c'est|cela|ca|tout est|tout) ?(?:bon|ok|possible|faisable|d'accord|va|marche"
    r"|convient)"
    r"\b(?! (?:de|d'|que|pour))"
    r"|(?<=[a-z0-9] )je (?:veux|voulais) dire\b(?=\W*(?:$|[.,;!\n]|merci|svp|pardon|desole))"
    r"|\b(?:bientot|presque|deja|vivement|enfin) (?:les (?:grandes )?vacances|le week-end|noel|la fin de l'annee"
    r"|l'ete)\b"
    r"|\bd'ailleurs\b|\b(?:(?:j'espere|nous esperons|on espere|en esperant) que )?(?:comment )?"
    r"(?:ca va(?! (?:mieux|pas|plus|moins|etre|durer|aller|passer|continuer)\b)|vous allez bien|allez-vous|tu vas bien"
    r"|tout va bien(?! pour (?!vous))|vous vous portez bien)(?: bien)?"
    r"(?: (?:de votre cote|pour vous|chez vous|et vous))* ?\??"
    r"|\bcomme (?:dit|indique|precise|annonce|mentionne|ecrit|note|vu|explique)e? (?:dans l'|en l'|en |dans |l')?"
    r"(?:objet|titre|sujet|intitule),?"
    r"|\(?\b(?:hors|sauf|hormis|excepte|a l'exception|en dehors|a part|sans compter)(?: de| des| les)* (?:jours? )?"
    r"feries?\b(?: (?:bien (?:sur|entendu)|evidemment|naturellement))?\)?"
    r"(?!\s*(?:,|et|ou|ni)\s*(?:et )?(?:hors|sauf|les?|la|du|des|lundi|mardi|mercredi|jeudi|vendredi|vacances|\d))"
    r"|(?:(?<=ra )|(?<=ront ))(?:en revanche|par contre|toutefois|cependant)(?= (?:ni|pas|plus)\b)"
    r"|\bsauf (?:erreur|oubli|omission|contre-ordre|contrordre|imprevu)(?: de (?:ma|notre) part)?\b,?"
    r"|\bsi je ne me trompe(?: pas)?\b,?"
    r"|^\W*(?:oups|zut|mince|aie)\b(?=[ ,!]*(?:je me suis|on s'est|j'ai (?:fait|commis) une erreur)\b)"
    r"|\b(?:vivement|a nous|enfin) (?:les |le |la )(?:vacances|week-end|rentree|fin de (?:l'annee|la semaine))\b"
    r"|\b(?:a qui|ou|quand|comment) (?:est-ce que )?(?:je |on |nous )?(?:dois|doit|peux|peut|puis|faut)[- ]?"
    r"(?:je |il |on )?(?:vous )?(?:le |la |les )remettre\b"
    r"|\b(?:(?:nous|on|j') ?(?:avons|a|ai) )(?:echange|inverse|permute)s? (?:nos|de|les|notre|mes)"
    r" semaines?(?: de garde)?"
    r"(?: avec (?:la|le|sa|son|leur) (?:maman|papa|mere|pere))?"
    r"|(?:(?<=\bje suis )|(?<=\bje serai )|(?<=\bje travaille )|(?<=\bje bosse )|(?<=\bon est )|(?<=\bon sera )"
    r"|(?<=\bmari est )|(?<=\bfemme est )|(?<=\bpapa est )|(?<=\bmaman est ))(?:d'|de |du |en poste (?:de |du )?)"
    r"(?:matin|apres-midi|soir|midi)\b"
    r"|\b(?:famille|assistante?|mere) d'accueil\b"
    r"|\bgarde (?:alternee|partagee)\b(?=\s*[:,])|\bbon matin\b|\b(?:savez|voyez)-vous\b(?=\W*(?:$|[.!\n]))"
    r"|(?:(?<=di )|(?<=midi )|(?<=soir )|(?<=matin ))une fois(?=\W*(?:$|[.,;!?\n]|merci|svp))"
    r"|\bcomme (?:d'habitude|toujours|prevu),? (?:sauf|mais|hormis) (?:que |qu')"
    r"|\b(?:j'ai|je vais avoir|j'aurai|on a|on va avoir|nous avons|nous aurons) besoin de (?:vous|votre aide)"
    r"(?=\s*[!.])"
    r"|\b(?:grande? |tres )?bonne nouvelle(?: a la maison| chez nous| pour nous)?(?=\s*[:!,.])"
    r"|\bvive (?:la |les |le )?(?:rentree|vacances|cantine|mercredis?|vendredis?|week-end|reprise|centre)\b"
    r"|\bpoissons? d'avril\b|\bbonnes (?:fetes|vacances)\b|\bpour cette belle annee\b"
    r"|\bdesolee? (?:du|de|pour) (?:le |la |ce )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|soir"
    r"|week-end)[^,:;.!?\n]{0,12}"
)
_NOTHING: Final = (
    r"rien (?:d'autre |de plus |de special )?a (?:annuler|ajouter|rajouter|changer|modifier|signaler|reserver|inscrire"
    r"|decommander)\b(?:(?! (?:mais|sauf|hormis|excepte|a part|et|car|par contre|merci|svp|si)\b)[^.,;:!?\n(¤]){0,40}"
)
#: Nothing is to be done: "rien à annuler, rien à ajouter ce soir", at the start of a sentence.
_NOTHING_TO_DO: Final = Expression(
    r"(?:^|(?<=[.!?;\n] )|(?<=\n))\W{0,3}(?:(?:bonjour|bonsoir|sinon|donc|alors|non),? )*"
    r"(?:(?:je |on |nous )n'(?:ai|a|avons) |il n'y a )?"
    rf"{_NOTHING}(?:,? (?:et |ni )?{_NOTHING})*(?= ?(?:$|[.,;:!?\n(¤]|(?:mais|et|merci|svp|par contre)\b))"
)


def without_wishes(plain: str) -> str:
    """Return folded text, letter for letter, with good wishes, farewells and a grown-up's free day blanked."""
    plain = without_set_phrases(without_grown_ups(without_hearsay(plain)))
    plain = needed_then(_NOTHING_TO_DO.sub(blank, _WISHES.sub(blank, without_around(plain))))
    return without_farewell(plain)
