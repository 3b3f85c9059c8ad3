"""The words parents use for children and activities, as patterns over folded text. Data only."""

from __future__ import annotations

from typing import Final

from domain.language.notions.marks import Part

#: Little words that are never a name.
FUNCTION_WORDS: Final = frozenset(
    [
        "aux",
        "pourtant",
        "car",
        "ces",
        "chez",
        "comme",
        "dans",
        "des",
        "donc",
        "elle",
        "elles",
        "est",
        "et",
        "eux",
        "ici",
        "ils",
        "les",
        "leur",
        "lui",
        "mais",
        "mes",
        "moi",
        "mon",
        "ner",
        "non",
        "nos",
        "nous",
        "notre",
        "ont",
        "oui",
        "par",
        "pas",
        "peu",
        "plus",
        "pour",
        "puis",
        "quand",
        "que",
        "qui",
        "quoi",
        "sans",
        "ses",
        "soi",
        "son",
        "sous",
        "sur",
        "tes",
        "toi",
        "ton",
        "tous",
        "tout",
        "toute",
        "tres",
        "une",
        "ver",
        "vos",
        "votre",
        "vous",
        "pourriez",
        "pourrez",
        "voudrait",
        "pouvez",
        "pourrait",
        "veux",
        "mis",
        "mise",
        "etc",
        "max",
        "min",
        "lun",
        "mar",
        "coucou",
        "jeu",
        "ven",
        "sam",
        "dim",
        "hui",
        "soeur",
        "frere",
        "oups",
        "euh",
        "bah",
        "ben",
        "hein",
        "ouais",
        "nan",
        "zut",
        "ca",
        "cela",
        "chaque",
        "ira",
        "iront",
        "vas",
        "vont",
        "fera",
        "feront",
        "ete",
        "etre",
        "avoir",
        "ayez",
        "apres-midi",
        "midi",
        "soir",
        "nuit",
        "ait",
        "aie",
        "aies",
        "soit",
        "restez",
        "mettez",
        "fut",
        "fus",
        "ete",
        "recuperera",
        "restant",
        "lundis",
        "idem",
        "itou",
        "super",
        "top",
        "go",
        "bis",
        "kms",
        "ans",
        "tva",
        "caf",
        "pai",
        "cdt",
        "bonne",
        "puisse",
        "puissiez",
        "dej",
        "creche",
        "mam",
        "nounou",
        "tata",
        "tonton",
        "allez",
        "vienne",
        "papy",
        "papi",
        "mamy",
        "jusqu",
        "jusque",
        "lorsqu",
        "puisqu",
        "quelqu",
    ]
)

#: What stands before a child's name and what follows it.
NAME_BEFORE: Final = (
    r"(?:\b(?:re)?(?:inscri(?:re|s|vez|ve|vons)|reserve[rz]?|ajoute[rz]?|rajoute[rz]?"
    r"|mettre|mettez|mets|desinscri(?:re|s|vez)|annule[rz]?"
    r"|enleve[rz]?|retire[rz]?|prendre|prenez|garder|gardez|accueillir|accueillez|note[rz]?|prevoir|prevoyez"
    r"|compte[rz]"
    r"|programme[rz]?|enregistre[rz]?|place[rz]|case[rz]|sortir|sortez|desinscrire|supprime[rz]?)(?: (?:aussi"
    r"|egalement|bien|donc|svp|mon fils|ma fille|notre fils|notre fille|mon petit"
    r"|ma petite))* $"
    r"|\b(?:inscription|reservation|absence|annulation|desinscription|cantine"
    r"|garderie|gouter) (?:de |d'|pour )$|\bmon fils $|\bma fille $"
    r"|(?<!chez )(?<!avec )(?<!de )(?<!par )(?<!comme )\b(?:sa|son|leur|une?|ma|mon|notre) (?:petite? |grande? "
    r"|meilleure? )?"
    r"(?:copine|copain|cousine?|amie?|camarade|voisine?|demi-(?:frere|soeur)) $)"
)
NAME_AFTER: Final = (
    r" (?:ne |n')?(?:mange|mangera|dejeune|dejeunera|viendra|restera|ira (?:a"
    r"|au)|sera (?:absent|malade|la|present|pas|a la)|est (?:malade|absent|souffrant"
    r"|hospitalise|enrhume)"
    r"|a (?:de la fievre|vomi|la (?:gastro|varicelle|grippe|scarlatine)|attrape"
    r"|une (?:otite|angine|bronchite|gastro))|absente?\b|malade\b)"
    r"|\s?: ?(?:lundi|mardi|mercredi|jeudi|vendredi|midi|cantine|matin|soir|gouter|le |du |les |tous|pas)"
)
#: After these a first name is somebody else's.
NOT_A_CHILD: Final = (
    r"(?:\bchez|\bavec|\b(?:maman|papa|mere|pere|parents?|oncle|tante|tonton|tata|parrain|marraine|copain|copine|ami|amie"
    r"|soeur|frere|cousin|cousine|anniversaire|maitresse|mamie|papi)"
    r" (?:de |d'|est )|\bpar|\bmme|\bmadame|\bmonsieur|\bmr|\bm\.|\bdocteur|\bdr\.?"
    r"|\becole|\brue|\bsaint|\bsainte|\bplace|\bje suis|\bc'est moi|\bsigne|\bpapi"
    r"|\bmamie"
    r"|\b(?:mere|pere|mamie|papi|oncle|tante|maman|papa) (?:de |d')[a-z-]+ et(?: de| d')?"
    r"|\btonton|\btata|\banimatrice|\banimateur|\bdirectrice|\bdirecteur|\bnoms?) ?$"
)

#: Words for activities, most particular first; an activity's own name is added from the structure.
ACTIVITY_WORDS: Final[tuple[tuple[Part, str], ...]] = (
    (Part.AFTERNOON, r"\bapres[- ]?midis?\b"),
    (
        Part.EVENING,
        (
            r"\bapres (?:l'ecole|la classe|les cours)\b|\b(?:a|des) la sortie (?:de l'ecole"
            r"|des classes)\b|\bfin de journee\b"
        ),
    ),
    (Part.MORNING, r"\bavant (?:l'ecole|la classe|les cours)\b"),
    (
        Part.MEAL,
        (
            r"(?<!petit )(?<!petit-)(?<!p'tit )\bdej\b|\b(?:repas de midi|repas du midi|midis?|cantines?|repas"
            r"|dejeuners?|restaurant scolaire"
            r"|restauration(?: scolaire)?|demi-pension(?:naires?)?|pause meridienne)\b"
            r"|(?<!rien )(?<!chose )(?<!donner )(?<!donne )(?<!donnez )(?<!quoi )(?<!reste )(?<!plus )(?<!assez )"
            r"(?<!peu )\ba manger(?= (?:(?:le |les |ce |tous les )?(?:lundi|mardi|jeudi|vendredi|demain|\d)|(?:a la"
            r"|le) (?:cantine|midi)))"
        ),
    ),
    (Part.MORNING, r"\bmatins?\b|\bmatinees?\b"),
    (Part.EVENING, r"\bsoirs?\b|\bsoirees?\b"),
    (
        Part.DAY,
        (
            r"(?<!premiere )(?<!derniere )(?<!belle )(?<!bonne )(?<!longue )\b(?:toute? )?(?:la |les "
            r"|une )?(?:journees?(?: completes?| entieres?)?)\b"
        ),
    ),
    (Part.CENTRE, r"\bcentres?(?: aeres?| de loisirs?)?\b|\baccueils? de loisirs?\b|\b(?:alsh|clsh)\b"),
    (Part.CARE, r"\bgarderies?\b|\bperiscolaires?\b|\baccueils?(?: periscolaires?)?\b"),
    (
        Part.UNKNOWN,
        r"\betudes?(?: surveillees?)?\b|\baide aux devoirs\b|\bdemi-journees?\b|\bpiscine\b|\bramassage\b|\bnavette\b",
    ),
)
#: Other words for activities known by their name.
SYNONYMS: Final = {
    "creatif": r"(?:activites? |atelier |temps )?creatifs?|creatives?|ateliers?(?: creatifs?)?",
    "gouter": r"(?:le )?gout(?:er|e)s?(?: de 17 ?h| 17 ?h)?",
    "libre": (
        r"(?<=: )libre(?= pour )"
        r"|(?<=le )libre|(?<=au )libre|(?<=du )libre|(?<=en )libre|(?<=et )libre|(?<=, )libre|(?<=ni )libre"
        r"|(?<=ni de )libre"
        r"|(?<=ni le )libre|(?<=ni du )libre|(?<=plus de )libre|(?<=pas de )libre"
        r"|libre(?= ?(?:\+|et|,) ?(?:creatif|gouter))|(?<=\+ )libre|(?:temps|accueil) libre|jeux? libres?"
        r"|libre soir|soir libre"
    ),
}
#: Words in an activity's name that say only what ACTIVITY_WORDS say.
COMMON_NAME_WORDS: Final = frozenset(
    [
        "matin",
        "midi",
        "soir",
        "journee",
        "mercredi",
        "vacances",
        "apres",
        "cantine",
        "repas",
        "accueil",
        "garderie",
        "periscolaire",
        "centre",
        "loisirs",
        "demi",
        "aprem",
        "lundi",
        "mardi",
        "jeudi",
        "vendredi",
        "samedi",
        "avec",
        "sans",
        "ecole",
        "heure",
        "heures",
        "petite",
        "grande",
        "petites",
        "grandes",
    ]
)
