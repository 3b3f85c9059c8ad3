"""The little words that turn a meaning, as patterns over folded text. Data only: `intent` reads them."""

from __future__ import annotations

from typing import Final

from domain.language.lexicon.days_told import KEEPS_PLACE
from domain.language.lexicon.excepted import OTHERS_AFTER
from domain.language.lexicon.existing import FINE, SET_RIGHT, UNTOUCHED
from domain.language.lexicon.links import LINKING
from domain.language.lexicon.people import OTHERS, RELATIVES
from domain.language.lexicon.slips import OWNED_UP
from domain.language.lexicon.told import HAVE_ASKED

#: A day, or its number.
DAY_SAID: Final = r"(?:lundi|mardi|mercredi|jeudi|vendredi|\d{1,2}(?:/\d{1,2})?(?! ?h))\b"

_DAYS: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", r"\d\d", r"\d")


def _after(said: tuple[str, ...], word: str) -> str:
    """Return a pattern for a place behind `word` where one of `said` and a day stand before that word."""
    return "|".join(rf"(?<=\b{words} {day}{word})" for words in said for day in _DAYS)


#: "plutôt (là) vendredi que jeudi".
_PREFERRED: Final = _after(
    ("plutot", "plutot le", "plutot la", "plutot present", "mieux", "mieux le", "prefere", "prefere le"), " que"
)
#: "c'est vendredi, plus jeudi", unlike "cantine vendredi, plus jeudi".
_NO_LONGER: Final = _after(("c'est", "c'est le", "sera", "sera le", "ca sera", "c'est pour"), ", plus")

CUE_WORDS: Final[tuple[tuple[str, str], ...]] = (
    ("UNAFFECTED", UNTOUCHED),
    ("FINE", FINE),
    (
        "BREAK",
        r"(?<=\btout ce qui )(?:est|etait|a ete)(?= (?:deja |bien )?(?:reserve|prevu|inscrit|pris|note)\b)",
    ),
    ("SLIP", SET_RIGHT),
    ("SLIP", OWNED_UP),
    ("SCHOOL", r"\b(?:pas|ni) (?:d'|a l'|de l')? ?ecole\b"),
    (
        "ONLY",
        (
            r"\b(?:je (?:vous )?parle(?: bien| juste)?|j'entends|je (?:veux|voulais) parler)\b"
            r"(?= (?:de (?:la|l')|du|des)\b|\W*(?:$|[.,;!?\n)]))"
        ),
    ),
    (
        "NOT",  # "plus lundi midi, mais mardi midi"
        (
            r"(?:^|(?<=[:,.;(] ))plus(?= (?:le )?(?:lundi|mardi|mercredi|jeudi|vendredi|demain"
            r"|(?<=le )\d{1,2})\b[^.!?\n]{0,40}"
            r"(?:\bmais\b|\ba la place\b(?! d))"
            r"| (?:le |la |au |a la )?(?:soir|matin|midi|gouter|cantine)\b[^.!?\n]{0,40}\ba la place\b(?! d))"
        ),
    ),
    (
        "NOT",  # "Zoé oui, Luka pas ok", "mais Luka cette fois n'en sera pas"
        (
            r"(?<=\bc'est )non\b(?= ?:)|\bpas ok\b(?=\s*(?:$|[.,;!/\n]))"
            r"|\bn'en (?:sera|seront|est|sont) pas\b(?=\s*(?:$|[.,;!\n]))"
        ),
    ),
    (
        "UNAFFECTED",  # "Luka va déjà à la cantine jeudi, ajoutez Elio"
        (
            r"\b(?:y )?(?:va|vont|est|sont) deja\b(?= (?:a la|a l'|aux?|le|lundi|mardi|mercredi|jeudi|vendredi|demain"
            r"|tous|chaque)\b)"
        ),
    ),
    ("NOT", r"\bnon(?= (?:pour |le )?(?:lundi|mardi|mercredi|jeudi|vendredi|demain)\b[^.\n]{0,30}\boui\b)"),
    ("NOT", r"(?<=[a-z] )\bnon(?= (?:gouter|cantine|midi|matin|soir|creatif|libre|centre)\b[^.\n]{0,12}\boui\b)"),
    ("NOT", r"(?<=[a-z] )(?<!et )(?<!mais )(?<!ou )\bnon(?= (?:puisqu|parce qu|car\b|vu qu))"),
    ("NOT", r"(?<=[a-z] )\bnon(?= (?:finalement|en fait)\s*(?:[,.;\n]|$))"),
    ("UNAFFECTED", KEEPS_PLACE),
    (
        "KEEP",  # "enlevez JB vendredi, garder Anne-Lise"
        (
            r"(?:(?<=, )|(?<=\bet )|(?<=\bmais ))(?:garder|laisser|laissez|maintenir|maintenez|conserver|conservez)"
            r"(?:-(?:moi|nous|lui|leur))?(?= (?:bien |juste |seulement )?(?!que\b|une?\b|a\b|au\b|chez\b)[a-z])"
            # "… doit être annulée jeudi et maintenue vendredi"
            r"|(?:(?<=, )|(?<=\bet )|(?<=\bmais ))(?:(?:est |reste )?(?:maintenue?s?|conservee?s?|gardee?s?)"
            rf"|a (?:garder|laisser|maintenir|conserver))(?= (?:le |pour (?:le )?)?(?:{DAY_SAID}|demain))"
            r"|(?<=\bet de )(?:garder|laisser|maintenir|conserver)(?= (?:bien |juste |seulement )?(?:la |le |les |l'))"
        ),
    ),
    (
        "NOT",  # "Nahel oui Sohan non jeudi"
        (
            r"(?<=[a-z] )(?<!di )(?<!dis )(?<!demain )(?<!soir )(?<!midi )(?<!matin )(?<!cantine )(?<!gouter )"
            r"(?<!\bet )(?<!\bah )(?<!mais )(?<!\boh )(?<!euh )(?<!finalement )(?<!\bou )(?<!bah )(?<!ben )"
            r"(?<!\bque )(?<!si )(?<!oups )(?<!pardon )(?<!attends )(?<!attendez )(?<!zut )(?<!mince )(?<!heu )"
            r"(?<!enfin )"
            r"\bnon(?= (?:le )?(?:lundi|mardi|mercredi|jeudi|vendredi|demain)\b)"
            # "Victor non et Séverine jeudi", "lundi non mardi oui"
            r"|(?<=[a-z0-9] )(?<!\bah )(?<!\bet )(?<!\boh )(?<!euh )(?<!\bou )(?<!bah )(?<!ben )(?<!\bque )(?<!oups )"
            r"\bnon(?= et (?:[a-z-]+|l[ea]s? [a-z]+) )"
            r"|(?<=[a-z0-9] )\bnon(?= (?:(?:l[ea]s? |au |a la )?[a-z-]+|(?:le )?[a-z]+ \d{1,2}) oui\b)"
        ),
    ),
    (
        "SLIP",
        (
            r",(?= (?:enfin |non )?(?:le )?(?:lundi|mardi|mercredi|jeudi|vendredi|demain) je (?:veux|voulais) dire\b)"
            r"|[,.]\s*finalement,? (?:(?:c'est )?non,? )?(?:plutot )?(?=(?:le )?(?:lundi|mardi|mercredi|jeudi"
            r"|vendredi"
            r"|demain)(?: svp| merci)?\W*(?:$|[.!\n]))"
            r"|(?:,|\.{2,})\s*enfin(?: plutot)?(?= (?:le |la )?(?:\d|lundi|mardi|mercredi|jeudi|vendredi|demain|midi"
            r"|matin|soir)\b)|\.\s*non(?= (?:le )?(?:lundi|mardi|mercredi|jeudi|vendredi|demain)\b)"
            r"|\bnon(?= \w+ pardon\b)|\bnon,? (?:en fait|finalement)(?= (?:le |la )?(?:\d|lundi|mardi|mercredi"
            r"|jeudi|vendredi|demain|midi)\b)"
            r"|(?<=[.!?] )je me suis (?:encore |bien |juste )*(?:tromp|plant|gour|emmel)ee?\b(?: de (?:jour|date"
            r"|ligne))?,? (?:c'est|c'etait|ce sera|je voulais dire|il faut lire)(?![^.!?\n]{0,40}\b(?:pas|non"
            r"|au lieu)\b)"
            r"|\b(?:pardon|oups|(?<!et )euh|non pardon|pardon non|je voulais dire|je veux dire"
            r"|enfin je (?:veux|voulais) dire"
            r"|enfin non|enfin plutot|ou plutot|non plutot|non non|ah non(?: attend[a-z]*)?"
            r"|(?:nan|non),? attend(?:ez|s)?|non,? (?:c'est )?(?:l'inverse|le contraire)|c'est l'inverse"
            r"|(?:je dis|j'ai dit) (?:n'importe quoi|des (?:betises|conneries))"
            r"|mince|je me trompe|je rectifie|je corrige)\b(?:,? (?:pas \w+,? )?(?:je"
            r" voulais dire|je veux dire|je dis (?:n'importe quoi|des (?:betises|conneries))|non|plutot|c'est|pardon))*"
            r"|(?:,|\.{2,})\s*(?:non|plutot"
            r"|correction|erreur)\b(?! pas| plus| merci| de ma)(?:,? (?:pardon|plutot|je voulais dire))*"
        ),
    ),
    (
        "INSTEAD",
        (
            r"\b(?:au lieu|a la place|en lieu et place)(?= (?:de|du|des|d')\b(?! (?:moi|nous|lui|elle|eux|(?:sa|son"
            r"|ma|mon|leur|la"
            r"|notre|ses)"
            r" (?:maman|mere|papa|pere|mamie|mamy|papi|papy|nounou|tata|tonton|tante|oncle|mari|femme|conjointe?"
            r"|compagne?"
            r"|grands-parents|grand-mere|grand-pere|parents?|voisine?|assistante)|maman|papa|mamie|papi)\b))"
            r"|\b(?:au lieu|a la place|en lieu et place) d'"
            r"|\bplutot qu(?:e|')"
            rf"|\bque(?= (?:le )?{DAY_SAID})(?:{_PREFERRED})|\ben remplacement d(?:e|u|')"
        ),
    ),
    (
        "RATHER",  # "pas de goûter jeudi, vendredi à la place"
        r"\b(?:a la place|en (?:echange|remplacement|compensation))\b(?=\s*(?:$|[.,;!?\n)]|svp|merci|bonne|si\b))",
    ),
    (
        "NOT_BUT",
        (
            r"\bet (?:non(?: pas)?|pas|(?:non )?plus(?= (?:le |la |l'|au |a la |celui|celle|ceux|demain|lundi|mardi"
            r"|mercredi|jeudi"
            r"|vendredi)))\b"
            r"|\bmais pas\b|\bet surtout pas\b"
        ),
    ),
    ("EXCEPT", OTHERS_AFTER),
    (
        "EXCEPT",
        (
            r"\b(?:sauf(?! qu(?:e\b|'))|hors(?! de question)|hormis|excepte|contrairement (?:a(?! (?:ce|d'|la|l'"
            r"|hier|notre|mon|ma"
            r"|mes|nos|lundi|mardi|mercredi|jeudi|vendredi|demain)\b)|aux? (?=autre|plus))|a l'exclusion"
            r"|a l'exception|a part|en dehors"
            r"|sans(?! (?:nouvelles?|reponse"
            r"|arret|cesse|probleme|souci|doute|faute|exception|hesit|attendre|tarder|vouloir|compter"
            r"|faire|dire|moi"
            r"|nous|lui|elle|son|sa|ses|que|qu')\b)"
            r"|moins(?= [a-z-]+ (?:le |lundi|mardi"
            r"|mercredi|jeudi|vendredi)))\b"
        ),
    ),
    (
        "OTHER_VERB",  # why a child is wanted here
        (
            r"\b(?:ne |n')?(?:peut|peuvent|pourra|pourront) pas (?:y )?(?:rester|etre|rentrer|se garder)"
            r" (?:tout |toute )?seule?s?\b(?: a la maison\b)?"
        ),
    ),
    (
        "OTHER_VERB",  # "elle ne veut pas rater le repas de Noël"
        (
            r"\b(?:(?:ne )?(?:veu[tx]|veulent|voudrai[ts]|souhaite|faut|faudrait)(?: surtout| absolument)? pas "
            r"|(?:pour|de|a) ne pas )(?:rater|manquer|louper)\b"
        ),
    ),
    (
        "OTHER_VERB",  # where a parent is: "je suis en séminaire mardi, en visio vendredi"
        r"\ben (?:visio\w*|seminaire|reunion|teletravail|deplacement|formation|conference|audience)\b",
    ),
    (
        "OTHER_VERB",
        rf"{HAVE_ASKED}(?=[^.,;:!?\n]{{0,25}} (?:d'|de ))",
    ),
    (
        "OTHER_VERB",
        (
            rf"\b(?:{RELATIVES}|{OTHERS})(?: (?:de |d')[a-z-]+)? (?:ne |n')(?:l'|l[ae]s? )?"
            r"(?:peu[tv]\w*|pourr\w+|gard\w+"
            r"|pren\w+|recuper\w+) (?:plus|pas|jamais)(?: (?:l'|l[ae]s? )?(?:garder|recuperer|prendre|chercher"
            r"|avoir))?\b"
            r"|\ba(?:ura)? (?:son|sa|ses|un|une) (?:club|cours|entrainement|match|seance|lecon|competition)s?\b"
            r"|\bn'est (?:toujours |encore |malheureusement |helas )?pas (?:re)?(?:tombee?|descendue?)\b"
            r"|\b(?:n'|ne )?(?:est|sont|a|ont|etait|etaient) (?:presque |quasiment |pratiquement |vraiment |meme )?pas"
            r" (?:pu )?(?:venir|venue?s?|allee?s?|mange|dejeune)\b"
            r"|\b(?:n'|ne )?(?:l'|les |lui |leur )?(?:a|ont|ai|avons|avait|avaient)(?: meme| toujours| encore"
            r"| pourtant)*"
            r" (?:pas|jamais|rien) (?:eu|laisse|voulu|dormi|aime|fini|servi|prevenu|retrouve|ose|compris)\b"
            r"|\bil y (?:avait|a eu)\b|\b(?:a|ont|avait|avaient) (?:rate|manque|loupe|eu la meme)\b"
        ),
    ),
    (
        "NOT",
        (
            r"(?! ?(?:pas|non) (?:concerne|interesse))"
            r"(?<!bouge )(?<!bougent )(?<!change )(?<!changent )(?<!bougera )(?<!oubliez )(?<!oublie )"
            r"\b(?:non )?pas\b(?! (?:encore|grave"
            r"|de (?:souci|probleme|place|reponse|nouvelles|changement|modif)"
            r"|une? (?:blague|urgence|erreur|poisson)|eu\b|pu\b|vu\b|su\b|fait\b|dit\b|trouve|reussi|entendu|envie"
            r"|l'intention|(?:note|enregistre|compte|coche|marque|pointe)e?s?\b"
            r"|d'accord|oublie|normal|urgent|clair|inscri|possible|sur|trop|besoin|compris|recu|moyen|content|bien"
            r"|mal|si|ete|tout|du tout"
            r"|que|avant|(?:avec|chez) (?:moi|nous)|a la maison))|(?:(?<=\bc'est )|(?<=\bn'est )"
            r"|(?<=\bne sont ))plus\b(?= (?:le|la|au|a|pour"
            r"|lundi|mardi|mercredi|jeudi|vendredi)\b)"
            rf"|\bplus(?= (?:le )?{DAY_SAID})(?:{_NO_LONGER})"
            r"|(?:(?<!di )|(?<=midi ))(?<!\d )(?<!demain )(?!(?<=: )aucune? *(?:[.,;/|\n]|$))\baucune?\b"
            r"(?! (?:jours?\b|repas\b|fois\b|date\b|creneau\b|probleme|souci|doute|urgence|reponse|changement|modif"
            r"|nouvelle|idee|obligation|lien|rapport|importance|incidence|impact|effet|consequence|inquietude|regret))"
            r"|(?<=[a-z] )non\b"
            r"(?= pour (?:la |le |les |l')(?:cantine|midi|repas|gouter|atelier|creatif|matin|soir|garderie|centre))"
            r"|\bnon\b(?=\s*(?:$|[.,;!\n(/]|merci|bonne|svp|ils?\b|elles?\b|on\b|je\b|car\b|parce))"
        ),
    ),
    (
        "NOTHING",
        (
            r"\bni l'une? ni l'autre\b|\baucune? (?:jours?|repas|fois|date|creneau)\b"
            r"|\baucune? des (?:deux|trois)\b|(?<=[a-z] )jamais\b(?=\W*(?:$|[,.;:\n]))"
            r"|\bni\b(?= (?:la |le |l'|au |a la |a l')?[\w-]+ (?:d[eu] \w+ |(?!pour|avec|chez|que?\b)[a-z]+ )?ni\b)"
            r"|(?<=[a-z]) -(?= *(?:[/|\n]|$))"
            r"|(?:(?<=: )|(?<=:)|(?<=- ))(?:personne|aucune?|neant)\b(?= *(?:[.,;/|\n]|$))"
            r"|(?:(?<=\bet )|(?<=, )|(?<=\bmais ))personne(?= (?:le )?(?:lundi|mardi|mercredi|jeudi|vendredi|demain"
            r"|(?<=le )\d{1,2}\b)[^.!?\n]{0,20}\s*(?:$|[.!;\n]))"
            r"|(?:(?<=di )|(?<=\d )|(?<=demain )|(?<=prochain )|(?<=(?:mars|juin) )|(?<=avril )|(?<=mai ))"
            r"(?:personne|aucune?|neant)\b(?= *(?:[.,;/|\n]|$))"
            r"|(?<!besoin de )\bpas du tout\b"
            r"|(?<!besoin de )(?<!changez )(?<!changer )(?<!touchez a )(?<!touche a )\brien(?: du tout"
            r"| de prevu)?\b(?! (?:que\b|qu'|de special|d'inquietant|de (?:bien |tres )?(?:grave|mechant|serieux)"
            r"|a (?:signaler|prevoir|noter)\b"
            r"|ne change|(?:de|a) change|d'autre))"
        ),
    ),
    (
        "IS",
        (
            r"(?!(?<=comme )c'(?:est|etait) (?:deja |bien )?(?:prevu|convenu|reserve|inscrit|enregistre|valide"
            r"|demande)\b)"
            r"\b(?:(?:c'|ce )(?:est|etait|sera|serait)|ca (?:sera|serait))\b(?! (?:bon|ok|note|parfait|possible|moi"
            r"|la (?:maman|mamie)|le papa))"
            r"|\b(?:est|etait|sera) pour\b(?= [a-z-]+(?:,? (?:et )?(?:non )?pas\b|\W*(?:$|[.;!\n])))"
            r"|\bil s'agi(?:t|ssait)(?: bien| en fait| plutot)?(?= d(?:e |')[a-z-]+ (?:et )?(?:non|pas)\b"
            r"| d(?:e la |e l'|u |es |'une? |e )(?:cantine|repas"
            rf"|dejeuner|gouter|creatif|atelier|garderie|accueil|matin|midi|soir|centre|{DAY_SAID}))"
            rf"|\b(?:est|etait|sera)(?: bien| en fait| plutot)?(?: pour)? (?=(?:le |du )?{DAY_SAID}"
            r"[^.,;!?\n]{0,20},? (?:et )?(?:non|pas)\b)"
            rf"|\b(?:ce )?(?:n'est|ne sont)(?= (?:plus|pas) (?:le |la |au |du |pour (?:le )?)?{DAY_SAID})"
        ),
    ),
    *LINKING,
)
