"""The words parents use for what they want, as patterns over folded text. Data only: what they mean is in `intent`."""

from __future__ import annotations

from typing import Final

from domain.language.marks import Part
from domain.model.wish import Reason

#: Little words that are never a name.
FUNCTION_WORDS: Final = frozenset(
    [
        "aux",
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
        "papy",
        "papi",
        "mamy",
    ]
)

#: What stands before a child's name and what follows it.
NAME_BEFORE: Final = 
    r"(?:\b(?:re)?(?:inscri(?:re|s|vez|ve|vons)|reserve[rz]?|ajoute[rz]?|rajoute[rz]?"
    r"|mettre|mettez|mets|desinscri(?:re|s|vez)|annule[rz]?"

    r"|enleve[rz]?|retire[rz]?|prendre|prenez|garder|gardez|accueillir)(?: (?:aussi"
    r"|egalement|bien|donc|svp|mon fils|ma fille|notre fils|notre fille|mon petit"
    r"|ma petite))* $"
(
    r"|\b(?:inscription|reservation|absence|annulation|desinscription|cantine"
    r"|garderie|gouter) (?:de |d'|pour )$|\bmon fils $|\bma fille $)"
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
    r"(?:\bchez|\bavec|\b(?:maman|papa|mere|pere|parents?|copain|copine|ami|amie"
    r"|soeur|frere|cousin|cousine|anniversaire|maitresse|mamie|papi)"
    r" (?:de |d'|est )|\bpar|\bmme|\bmadame|\bmonsieur|\bmr|\bm\.|\bdocteur|\bdr\.?"
    r"|\becole|\brue|\bsaint|\bsainte|\bplace|\bje suis|\bc'est moi|\bsigne|\bpapi"
    r"|\bmamie"
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
            r"\b(?:repas de midi|repas du midi|midis?|cantines?|repas|dejeuners?|restaurant scolaire"
            r"|restauration(?: scolaire)?|demi-pension|pause meridienne)\b"
        ),
    ),
    (Part.MORNING, r"\bmatins?\b|\bmatinees?\b"),
    (Part.EVENING, r"\bsoirs?\b|\bsoirees?\b"),
    (Part.DAY, r"\b(?:toute? )?(?:la |les |une )?(?:journees?(?: completes?| entieres?)?)\b"),
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
        r"(?<=le )libre|(?<=au )libre|(?<=du )libre|(?<=en )libre|(?<=et )libre|(?<=, )libre"
        r"|temps libre|jeux? libres?|libre soir|soir libre"
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

_PRESENT: Final = (
    r"(?:mang(?:e|ent|era|eront|erait|eraient)|dejeun(?:e|ent|era|eront)|(?:vien(?:t(?! d[e'])"
    r"|nent(?! d[e'])|dra|dront|drait))(?! (?:le|la|les|l'|y|nous) ?(?:chercher"
    r"|recuperer|prendre|rechercher))|rest(?:e|ent|era|eront|erait)|ira|iront"
    r"|(?:va|vont)(?= (?:a la|au|aux|y|pas|plus)\b)|"
    r"particip(?:e|era|eront)|fera|feront|frequentera|prendra|prendront|aura|auront|goutera|gouteront)"
)
_NEGATED: Final = r"(?: (?:donc|finalement|malheureusement|y|tout|exceptionnellement|non))? ?(?:pas|plus|ni)\b"
_INFINITIVES: Final = (
    r"(?:venir|manger|rester|aller|dejeuner|etre (?:la|present|presente|presents)|participer|assister)"
)

BOOK_ASKED: Final = 
    r"\b(?:(?:pre|re)-?)?inscri(?:re|s|ve|vez|vons|vais|rai|rez)\b|\b(?:on|je"
    r"|a) inscrit\b|\binscrit (?:le|la|les)\b|\breserv(?:er|ez|e|es|ons|erai|erais"
    r"|ations? svp)\b|\bbooker?\b"

    r"|\br?ajout(?:er|ez|e|es|ons|erai)\b|\b(?:re)?mett(?:re|ez|ons|rai)\b(?! (?:a jour"
    r"|au courant|en place|fin|en contact))|\bmets\b|\b(?:pouvez|pourriez|peux"
    r"|pourrais|pourrez|possible|merci|svp|faudrait|faut|est-ce)[- ](?:vous |tu "
    r"|de |que vous )*(?:me |nous |le |la |les )?(?:prendre|garder|accueillir"
    r"|noter|prevoir)\b"
(
    r"|\b(?:prenez|gardez|accueillez|notez|prevoyez|prevoir|enregistrer|enregistrez"
    r"|programmez|programmer|enregistre)\b(?! (?:que|note|en compte|a la maison))"
    r"|\ba prevoir\b|\b(?:les|le|la) noter\b|\bnoter\b"
)
BOOK_SAID: Final = 
    rf"\b{_PRESENT}\b|\b(?:sera|seront|est|sont) (?:presente?s?|la|a la (?:cantine"
    r"|garderie)|au (?:periscolaire|centre|gouter))\b|\b(?:a|ai|avons|aurai|aurais"
    r"|aurons|ont|aurions|auront|aura) besoin d"
(
    r"|\bbesoin d(?:u|e|')|\bil (?:me |nous )?(?:faut|faudra|faudrait)\b|\b(?:peut"
    r"|peuvent|pourra|pourrait|pourront|pourraient|doit|devra|devrait)(?:-il|-elle"
    rf"|-ils|-elles)? {_INFINITIVES}|\b(?:laisse|laisser|laisserai|laisserons)\b(?! (?:tomber"
    r"|un message))|\ba mettre\b|\bon prend\b|\bje prends\b"
)
BOOK_NOUN: Final = (
    r"\b(?:pre)?(?:re)?inscriptions?\b|\breservations?\b|\b(?:je|nous|on|j') ?(?:voudrais"
    r"|souhaite(?:rais|rait|rions|ons)?|veux|veut|voudrions|aimerais|aimerions"
    r"|desire)\b|\bpossible (?:de |d'|pour )|\bbesoins?\b|\bcommander\b"
)
CANCEL_ASKED: Final = (
    r"\bdes?-?inscri(?:re|s|t|ve|vez|vons|ption|ptions|te)\b|(?<!\bai )(?<!avais )(?<!avait )(?<!avons"
    r" )(?<!\bete )(?<!\best )(?<!etait )\bannul(?:er|ez|e|es|ons|ation|ations"
    r"|erai|ee)\b|\b(?:enlev|retir|supprim|decommand)(?:er|ez|e|es|ons|erai)\b"
    r"|\b(?:se )?desist(?:er|e|ement)\b|\bliberer? (?:sa|la|leur|ma|cette) place\b"
)
CANCEL_SAID: Final = 
    r"\b(?:ne |n')?(?:aura|auront|ai|a|avons|aurai|aurons|aurez)(?: donc| finalement)? (?:plus"
    rf"|pas)(?: \w+)? besoin\b|\b(?:ne |n'|n')?(?:l'|y |le |la )?{_PRESENT}{_NEGATED}"
    r"|\b(?:ne |n')?(?:pourra|pourront|peut|peuvent|va|vont|veut)(?: donc| finalement)? (?:pas"
    rf"|plus)(?: y)? {_INFINITIVES}|\b(?:ne |n')?(?:sera|seront|est|sont)(?: \w+)? (?:pas"
    r"|plus)(?: \w+)? (?:presente?s?|la\b|a la (?:cantine|garderie)|au (?:periscolaire"
    r"|centre|gouter)|parmi|des notres|accueill)"
(
    r"|\b(?:plus|pas)(?: \w+)? besoin\b|\bsans cantine\b|\b(?:je|on|nous) (?:ne )?(?:veux"
    r"|veut|souhaite|voulons|souhaitons) (?:plus|pas)\b|\b(?:on |je |nous )?(?:le "
    r"|la |les |l')?(?:gardons|garde|garderai|garderons|reste|restera|resteront"
    r"|restent) (?:\w+ )?(?:a la maison|avec (?:moi|nous|lui|elle)|chez)\b|\ba la maison\b"
)
#: Which of CANCEL_SAID are about the whole day rather than one activity.
WHOLE_DAY: Final = r"vien|(?:pas|plus)(?: \w+)? (?:la|venir|etre|present)|a la maison|avec (?:moi|nous)|particip|chez"
REFUSED: Final = (
    r"\bn(?:e |')(?:l'|le |la |les |me )?(?:inscrivez|inscris|mettez|mets|reservez"
    r"|ajoutez|prenez|annulez|annule|desinscrivez|enlevez|comptez) (?:\w+ )?pas\b"
    r"|\bne pas (?:l'|le |la |les )?(?:inscrire|mettre|ajouter|annuler|desinscrire"
    r"|reserver|compter)\b"
)
ABSENT: Final = r"\babsente?s?\b|\babsences?\b|\bs'absenter(?:a|ont)?\b|\bmanquer(?:a|ont) l'ecole\b"
MOVE: Final = (
    r"\bchang(?:er|ez|e)\b(?=[^.!?\n]{0,60}\b(?:lundi|mardi|mercredi|jeudi|vendredi"
    r"|\d{1,2})\b[^.!?\n]{0,25}\b(?:pour|par|en|contre|vers|au|a) (?:le )?(?:lundi"
    r"|mardi|mercredi|jeudi|vendredi|\d))|\b(?:decal|deplac|report|bascul|echang"
    r"|remplac|intervert|transfer)(?:er|ez|e|es|ons|erai|ees?)\b"
)
CHANGE: Final = (
    r"\bmodifi(?:er|ez|e|cation|cations|catif)\b|\bchang(?:er|ez|ement|ements)\b"
    r"|\bau sujet d|\ba propos d|\bconcernant\b|\ba un changement\b"
)

EATING: Final = r"mang|dejeun"

CUE_WORDS: Final[tuple[tuple[str, str], ...]] = (
    (
        "OTHER_VERB",
        (
            r"\b(?:sera|seront|(?<!c')est|sont|etait|etaient|avait|avaient|arrivera?|arrivent"
            r"|partira?|partent|quittera?|dort|rentrera?|sortira?|pleure|aime|adore|deteste"
            r"|prefere|dit|raconte|parle|fait)\b"
        ),
    ),
    ("SCHOOL", r"\b(?:ni|pas d|pas a l|a l|de l)'?(?: a l')? ?ecole\b"),
    (
        "SLIP",
        (
            r"\b(?:pardon|oups|euh|non pardon|pardon non|je voulais dire|je veux dire"
            r"|enfin non|enfin plutot|ou plutot|non plutot|non non|ah non|mince)\b(?:,? (?:pas \w+,? )?(?:je"
            r" voulais dire|je veux dire|non|plutot|c'est|pardon))*|,\s*(?:non|plutot"
            r"|correction|erreur)\b(?! pas| plus| merci)(?:,? (?:pardon|plutot|je voulais dire))*"
        ),
    ),
    ("INSTEAD", r"\bau lieu (?:de|du|d')|\ba la place (?:de|du|d')|\bplutot qu(?:e|')|\ben remplacement d(?:e|u|')"),
    ("NOT_BUT", r"\bet (?:non(?: pas)?|pas)\b|\bmais pas\b|\bet surtout pas\b"),
    ("EXCEPT", r"\b(?:sauf|hors|hormis|excepte|a l'exception|a part|en dehors|sans)\b"),
    (
        "NOT",
        (
            r"\b(?:non )?pas\b(?! (?:encore|grave|de (?:souci|probleme|place|reponse|nouvelles)"
            r"|possible|sur|trop|besoin|compris|recu|moyen|content|bien|mal|si|ete|tout"
            r"|que|avant))|\bnon\b(?=\s*(?:$|[.,;!\n]))"
        ),
    ),
    ("BUT", r"\bmais\b|\bplutot\b|\bpar contre\b|\ben revanche\b"),
    (
        "SAME",
        (
            r"\bpareil(?:lement)?\b|\bidem\b|\bde meme\b|\baussi\b|\begalement\b|\bitou\b"
            r"|\bmeme chose\b|\bla meme\b(?! jour| semaine)"
        ),
    ),
    (
        "MISTAKE",
        (
            r"\berreur\b|\brectifi\w*|\brectificati\w*|\bje me suis trompee?\b|\bcorrection\b"
            r"|\bcorrig\w*|\bfinalement\b|\bchangement de programme\b"
        ),
    ),
    (
        "UNAFFECTED",
        (
            r"\bcomme (?:prevu|d'habitude|dab|convenu)\b|\bnormalement\b(?! (?:lundi|mardi"
            r"|mercredi|jeudi|vendredi|le|jusqu))|\bpas concernee?s?\b|\brien ne change\b"
            r"|\bne change rien\b|\b(?:ne )?change (?:pas|rien)\b|\breste(?:nt)? (?:bien )?inscrit\w*"
            r"|\bva bien\b|\bpas de changement\b|\b(?:sera|est|reste|restera) (?:chez"
            r"|avec) (?:ses|son|sa|leurs|papi|mamie|papa|maman|la nounou)\b|\bs'en occupe\b"
            r"|\bn'est pas malade\b|\bnon concernee?\b|\bpour l'instant non\b|\ben pleine forme\b"
            r"|\bsans changement\b"
        ),
    ),
)

#: Reasons, by class; a diagnosis is never kept.
_ILL: Final = 
    r"maladee?s?|souffrante?s?|fievre|febrile|gastro\w*|varicelle|grippee?|rhume"
    r"|enrhumee?|otites?|angine|bronchiolite|bronchite|rougeole|scarlatine|oreillons"
    r"|coqueluche|covid|conjonctivite|impetigo|"

    r"pharyngite|laryngite|rhino\w*|pneumonie|appendicite|entorse|fracture|platre"
    r"|foulure|casse (?:le|la|l'|un)|vomi\w*|nausees?|diarrhee|migraine|mal (?:au ventre"
    r"|a la tete|a la gorge|aux oreilles|au dos|au pied|de ventre|de gorge|de tete)"
    r"|"

    r"maux de|tousse|toux|eruption|boutons|contagieu\w+|hospitalisee?|hopital"
    r"|urgences|operee?|operation|opere|chirurg\w+|chez le (?:medecin|docteur"
    r"|pediatre|dentiste|kine|specialiste|ophtalmo\w*|orl|dermato\w*|orthodontiste)"
    r"|chez l'(?:orthophoniste|orthodontiste|ophtalmo\w*|orl)|rendez-vous (?:medical"
    r"|chez le|medicaux|a l'hopital)|"

    r"certificat medical|certificat du (?:medecin|docteur)|arret (?:maladie|medical)"
    r"|eviction|pas bien|pas en forme|mal en point|alitee?|clouee? au lit|contamine\w*"
    r"|pied.main.bouche|cas contact|convalescen\w+|brulee?|commotion|blessee?"
    r"|asthme|crise d'asthme|perfusion|intoxication|"
(
    r"(?:medecin|docteur|pediatre) (?:\w+ ){0,3}(?:arretee?|prolongee?|prescri\w+"
    r"|demande de le garder|conseille)|syndrome|virus|infection|patraque|symptomes"
    r"|temperature|(?:3[89]|40)[.,]\d|(?<=a )(?:39|40)(?= de)"
)
REASON_WORDS: Final[tuple[tuple[Reason, str], ...]] = (
    (
        Reason.FAMILY,
        (
            r"\bdeces\b|\bdecede[es]*\b|\benterrement\b|\bobseques\b|\bdeuil\b|\bfunerailles\b"
            r"|\best morte?\b|\bperdu (?:mon|ma|son|sa|notre|leur) (?:\w+[- ])?(?:pere"
            r"|mere|grand|mamie|papi|oncle|tante)"
        ),
    ),
    (Reason.SICK, rf"\b(?:{_ILL})\b|\bcertificats?\b"),
    (
        Reason.WORK,
        (
            r"\b(?:nouveau|nouvel|nouvelle) (?:travail|emploi|boulot|poste|job|embauche"
            r"|contrat|planning|horaires?)\b|\bchange(?:ment)? (?:de |d')(?:poste|travail"
            r"|boulot|emploi|job|horaires?|planning|equipe)\b|\b(?:mon|mes|son|nos|leur) (?:planning"
            r"|horaires?|emploi du temps)\b[^.!?\n]{0,40}\b(?:change|modifi\w+|different)"
            r"|\bchange\w* [^.!?\n]{0,15}(?:planning|horaires?)\b|\b(?:licenciee?|chomage"
            r"|reprise d'emploi|reprends le travail|retrouve (?:un |du )(?:travail|emploi)"
            r"|perdu mon (?:travail|emploi|boulot)|arret de travail|conge (?:parental"
            r"|maternite)|teletravail|mutation|mute)\b|\b(?:au|mon|du) (?:travail|boulot)\b"
        ),
    ),
    (
        Reason.OTHER,
        (
            r"\bmariage\b|\bvoyage\b|\btournoi\b|\bchampionnat\b|\bcompetition\b|\bbapteme\b"
            r"|\bcommunion\b|\bconcert\b|\bspectacle\b|\bweek-end prolonge\b|\b(?:part"
            r"|partons|partira|serons|sera|sommes|seront|partent) (?:\w+ )?(?:en (?:vacances"
            r"|voyage|week-end|deplacement|classe)|a l'etranger)\b|\bdemenageons\b|\bdemenagement\b"
            r"|\bchez (?:ses|leurs|les) grands-parents\b|\bsortie scolaire\b|\bclasse (?:verte"
            r"|de neige|decouverte|de mer)\b|\bgreve\b|\bstage\b|\bfete familiale\b|\bceremonie\b"
            r"|\baid\b|\bkippour\b|\bpasseport\b|\bprefecture\b|\bconsulat\b|\bexamen\b"
            r"|\bmatch\b|\bcousinade\b|\banniversaire\b|\braisons? (?:familiales?|personnelles?)\b"
            r"|\brendez-vous\b|\bau ski\b"
        ),
    ),
)
#: Illness that is not the child's own, or over.
NOT_ILL: Final = 
    r"\b(?:je suis|j'ai(?! (?:deux|trois|2|3|mon|ma|mes|un enfant|une fille))"
    r"|moi-meme|mon mari (?:est|a)|ma femme (?:est|a)|mon conjoint|ma conjointe"
    r"|maman (?:est|a)|papa (?:est|a)|la nounou|ma nounou|notre nounou|l'assistante maternelle"
    r"|mamie|papi|(?:sa|ma|la|notre) (?:mere|mamie|grand-mere|tante|maitresse"
    r"|belle-mere) (?:est|a|sera)|(?:son|mon|le|notre) (?:pere|papi|grand-pere"
    r"|oncle|maitre|beau-pere) (?:est|a|sera))[^.!?\n,]{0,30}"
(
    r"|\b(?:n'est plus|n'a plus|plus (?:de )?|va mieux|gueri\w*|retabli\w*|remis\w* de"
    r"|s'il (?:est|tombe)|si (?:il|elle|mon enfant|ma fille|mon fils)|en cas de)[^.!?\n,]{0,25}"
)
