"""Reasons, and the little words that turn a meaning, as patterns over folded text. Data only: `intent` reads them."""

from __future__ import annotations

from typing import Final

from domain.model.wish import Reason

CUE_WORDS: Final[tuple[tuple[str, str], ...]] = (
    ("SCHOOL", r"\b(?:pas|ni) (?:d'|a l'|de l')? ?ecole\b"),
    (
        "SLIP",
        (
            r"\.\s*non(?= (?:le )?(?:lundi|mardi|mercredi|jeudi|vendredi|demain)\b)|\bnon(?= \w+ pardon\b)"
            r"|\b(?:pardon|oups|euh|non pardon|pardon non|je voulais dire|je veux dire"
            r"|enfin non|enfin plutot|ou plutot|non plutot|non non|ah non|mince|je me trompe|je rectifie|je corrige)\b(?:,? (?:pas \w+,? )?(?:je"
            r" voulais dire|je veux dire|non|plutot|c'est|pardon))*|(?:,|\.{2,})\s*(?:non|plutot"
            r"|correction|erreur)\b(?! pas| plus| merci| de ma)(?:,? (?:pardon|plutot|je voulais dire))*"
        ),
    ),
    ("INSTEAD", r"\bau lieu (?:de|du|d')|\ba la place (?:de|du|d')|\bplutot qu(?:e|')|\ben remplacement d(?:e|u|')"),
    ("NOT_BUT", r"\bet (?:non(?: pas)?|pas)\b|\bmais pas\b|\bet surtout pas\b"),
    (
        "EXCEPT",
        (
            r"\b(?:sauf|hors|hormis|excepte|a l'exception|a part|en dehors|sans|moins(?= [a-z-]+ (?:le |lundi|mardi"
            r"|mercredi|jeudi|vendredi)))\b"
        ),
    ),
    (
        "NOT",
        (
            r"\b(?:non )?pas\b(?! (?:encore|grave|de (?:souci|probleme|place|reponse|nouvelles)"
            r"|une? (?:blague|urgence|erreur|poisson)|eu\b|pu\b|vu\b|su\b|fait\b|dit\b|trouve|reussi|entendu|envie"
            r"|l'intention"
            r"|d'accord|oublie|normal|urgent|clair|inscri|possible|sur|trop|besoin|compris|recu|moyen|content|bien"
            r"|mal|si|ete|tout"
            r"|que|avant))|\baucune?\b(?! (?:probleme|souci|doute|urgence|reponse|nouvelle|idee|obligation))|\bnon\b(?=\s*(?:$|[.,;!\n]|merci|bonne|svp))"
        ),
    ),
    (
        "NOTHING",
        (
            r"\bni\b(?= (?:la |le |l')?\w+ (?:de \w+ )?ni\b)|(?<!besoin de )\brien(?: du tout| de prevu)?\b(?! (?:de special|a signaler"
            r"|ne change|d'autre))"
        ),
    ),
    ("IS", r"\bc'(?:est|etait|sera|serait)\b(?! (?:bon|ok|note|parfait|possible|moi|la (?:maman|mamie)|le papa))"),
    (
        "BUT",
        r"\bmais\b|\bpar contre\b|\ben revanche\b|\balors que\b|\balors qu'|\btandis qu(?:e|')|\bplutot\b",
    ),
    (
        "CAUSE",
        (
            r"\b(?:car|parce qu(?:e\b|')|puisqu(?:e\b|')|vu qu(?:e\b|')|etant donne qu(?:e\b|')|sachant qu(?:e\b|')"
            r"|du fait\b|en raison d|a cause d|suite a\b|pour cause d|faute d|a l'occasion d|le temps que"
            r"|comme(?= (?:(?:il|elle|on|je|j'|nous|c'est|mon|ma|sa|son|la|le|lundi|mardi|mercredi|jeudi|vendredi)\b"
            r"|[a-z-]+ (?:a|est|sera|va|part|travaille|ne|n')\b)))"
        ),
    ),
    (
        "SO",
        (
            r"(?<!\best )(?<!\bsera )(?<!\bseront )(?<!\bsont )(?<!drait )(?<!drais )(?<!vez )(?<!ra )(?<!ront )"
            r"(?<!\bai )(?<!\ba )(?<!\bont )(?<!\bmange )(?<!\breste )(?<!\bvient )"
            r"\b(?:donc|du coup|de ce fait|par consequent|c'est pourquoi|resultat)\b"
        ),
    ),
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
            r"\berreur\b|\bemmele\w*|\bconfondu\w*|\bcafouill\w*|\bme suis plantee?\b|\brectifi\w*|\brectificati\w*|\bje me suis trompee?\b|\bcorrection\b"
            r"|\bcorrig\w*|\bfinalement\b|\bchangement de programme\b"
        ),
    ),
    (
        "UNAFFECTED",
        (
            r"(?<!le )(?<!la )(?<!les )(?<!l')\b(?:on|je) garde\b(?! (?:le|la|les|mon|ma|mes)\b)|\bgarde(?:nt)? (?:la sienne|le sien|les"
            r" leurs|tout)\b|\bconserv\w+|\bmaint(?:ien\w*|enez)\b(?! )|\breste(?:nt)?\b(?= ?(?:$|[.,;!\n]|merci|bonne|svp))|\boui comme\b|\b(?:n'en )?(?:a |ont |aura "
            r"|auront )?(?:pas|plus) besoin\b(?=\s*(?:$|[.,;!\n]|merci|bonne|svp))|\b(?:est|sont) deja inscrit\w*"
            r"|\bcomme (?:prevu|d'habitude|dab|convenu)\b|\bnormalement\b(?! (?:lundi"
            r"|mardi"
            r"|mercredi|jeudi|vendredi|le|jusqu))|\bpas concernee?s?\b|\brien ne change\b"
            r"|\bne change rien\b|\b(?:ne )?change (?:pas|rien)\b|\breste(?:nt)? (?:bien )?inscrit\w*"
            r"|\bva bien\b|\bpas de changement\b|\b(?:sera|est|reste|restera) (?:chez"
            r"|avec) (?:ses|son|sa|leurs|papi|mamie|papa|maman|la nounou)\b|\bs'en occupe\b"
            r"|\bn'est pas malade\b|\bnon concernee?\b|\bn'(?:a|ont|aura|auront) besoin de rien\b"
            r"|\bpour l'instant non\b|\ben pleine forme\b"
            r"|\bsans changement\b"
        ),
    ),
    (
        "OTHER_VERB",
        (
            r"\b(?:sera|seront|(?<!c')est|sont|etait|etaient|avait|avaient|arrivera?|arrivent"
            r"|partira?|partent|quittera?|dort|rentrera?|sortira?|pleure|aime|adore|deteste"
            r"|prefere|dit|raconte|parle|fait)\b(?: (?:pas|plus|jamais)\b(?! (?:la|present|besoin|de)))?"
            r"|\b(?:ok|d'accord|oui|c'est (?:bon|ok)|parfait|entendu|(?:grand|immense|encore) merci) pour\b(?! (?:moi"
            r"|nous|mon|ma|mes))"
        ),
    ),
)

#: Reasons, by class; a diagnosis is never kept.
_ILL: Final = (
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
    r"|chez l'(?:orthophoniste|orthodontiste|ophtalmo\w*|orl)|rendez-vous (?:medical|medecin|docteur|dentiste"
    r"|kine|ophtalmo|pediatre|orthodontiste|orthophoniste"
    r"|chez le|medicaux|a l'hopital)|"
    r"certificat medical|certificat du (?:medecin|docteur)|arret (?:maladie|medical)"
    r"|eviction|pas bien|pas en forme|mal en point|alitee?|clouee? au lit|contamine\w*"
    r"|pied.main.bouche|cas contact|convalescen\w+|brulee?|commotion|blessee?"
    r"|etat de sante|repos (?:a domicile|strict|complet)|insolations?|coup de (?:chaleur|froid|chaud)"
    r"|deshydrat\w+|torticolis|abces|zona|gingivite|stomatite"
    r"|indigestion|aphtes|antibiotiques?|angines|bronchites|epilepsie"
    r"|(?:bras|jambe|pied|poignet|doigt|cheville|nez) cassee?s?"
    r"|asthme|crise d'asthme|perfusion|intoxication|"
    r"(?:medecin|docteur|pediatre) (?:\w+ ){0,3}(?:arretee?|prolongee?|prescri\w+"
    r"|demande de le garder|conseille)|syndrome|virus|infection|patraque|creve|barbouillee?|fievreux|fievreuse"
    r"|sinusite|roseole|tracheite|mononucleose|cystite|symptomes"
    r"|temperature|(?:la )?creve|raplapla|hs|(?:mal|pas) fichue?|(?:3[89]|40)[.,]\d|(?<=a )(?:3[89]|40)(?= de)"
    r"|(?:3[89]|40)(?= ?(?:°|degres|de (?:fievre|temperature)))"
)
REASON_WORDS: Final[tuple[tuple[Reason, str], ...]] = (
    (
        Reason.FAMILY,
        (
            r"\bdeces\b|\bdecede[es]*\b|\benterrement\b|\bobseques\b|\bdeuil\b|\bfunerailles\b"
            r"|(?<!c')\best morte?\b|\bperdu (?:mon|ma|son|sa|notre|leur) (?:\w+[- ])?(?:pere"
            r"|mere|grand|mamie|papi|oncle|tante)"
        ),
    ),
    (Reason.SICK, rf"\b(?:{_ILL})\b|\bcertificats?\b"),
    (
        Reason.WORK,
        (
            r"\b(?:en |d')equipe (?:d'apres-midi|du matin|du soir|de nuit|de jour)\b|\b(?:nouveau|nouvel"
            r"|nouvelle) (?:travail|emploi|boulot|poste|job|embauche"
            r"|contrat|planning|horaires?)\b|\bchange(?:ment)? (?:de |d')(?:poste|travail"
            r"|boulot|emploi|job|horaires?|planning|equipe)\b|\b(?:mon|mes|son|nos|leur) (?:planning"
            r"|horaires?|emploi du temps)\b[^.!?\n]{0,40}\b(?:change|modifi\w+|different)"
            r"|\b(?:change|modifi)\w* [^.!?\n]{0,15}(?:planning|horaires?)\b|\b(?:licenciee?|chomage"
            r"|reprise d'emploi|reprends le travail|retrouve (?:un |du )(?:travail|emploi)"
            r"|perdu mon (?:travail|emploi|boulot)|arret de travail|conge (?:parental"
            r"|maternite)|teletravail|mutation|mute)\b|\b(?:au|mon|du) (?:travail|boulot)\b"
        ),
    ),
    (
        Reason.OTHER,
        (
            r"\bmariages?\b|\b(?:se|on|nous) mari(?:e|ent|ons)\b|\bvoyage\b|\btournoi\b|\bchampionnat\b"
            r"|\bcompetition\b|\bbapteme\b"
            r"|\bcommunion\b|\bconcert\b|\bspectacle\b|\bweek-end prolonge\b|\b(?:part"
            r"|partons|partira|serons|sera|sommes|seront|partent) (?:\w+ )?(?:en (?:vacances"
            r"|voyage|week-end|deplacement|classe)|a l'etranger)\b|\bdemenage(?:ons|nt|ra|rons)?\b|\bdemenagement\b"
            r"|\bchez (?:ses|leurs|les) grands-parents\b|\bsortie scolaire\b|\bclasse (?:verte"
            r"|de neige|decouverte|de mer)\b|\bgreve\b|\bstage\b|\bfete familiale\b|\bceremonie\b"
            r"|\baid\b|\bkippour\b|\bpasseport\b|\bprefecture\b|\bconsulat\b|\bexamen\b"
            r"|\bmatch\b|\bcousinade\b|\banniversaire\b|\braisons? (?:familiales?|personnelles?)\b"
            r"|\brendez-vous\b|\bau ski\b"
        ),
    ),
)
#: Illness that is not the child's own, or over.
NOT_ILL: Final = (
    r"\b(?:je suis|j'ai(?! (?:deux|trois|2|3|mon|ma|mes|un enfant|une fille))"
    r"|moi-meme|mon mari (?:est|a)|ma femme (?:est|a)|mon conjoint|ma conjointe"
    r"|maman (?:est|a)|papa (?:est|a)|la nounou|ma nounou|notre nounou|l'assistante maternelle"
    r"|mamie|papi|(?:sa|ma|la|notre) (?:mere|mamie|grand-mere|tante|maitresse"
    r"|belle-mere) (?:est|a|sera)|(?:son|mon|le|notre) (?:pere|papi|grand-pere"
    r"|oncle|maitre|beau-pere) (?:est|a|sera))[^.!?\n,]{0,30}"
    r"|\b(?:n'est plus|n'a plus|plus (?:de )?|va mieux|gueri\w*|retabli\w*|remis\w* de"
    r"|n'est pas (?:du tout )?(?=malade|contagieu|souffrant)|n'a pas (?:de )?(?=fievre|la|de|vomi|tousse)"
    r"|pas de (?=fievre|temperature)"
    r"|s'il (?:est|tombe)|si (?:il|elle|mon enfant|ma fille|mon fils|jamais|\w+ (?:est|tombe|a))"
    r"|en cas de)[^.!?\n,]{0,25}"
)
