"""Reasons parents give, with examples; a diagnosis is never kept, only that a child is ill. Data only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from domain.language.lexicon.illness import ILL_TOO
from domain.model.wish import Reason


@dataclass(frozen=True, slots=True)
class Cause:
    """A pattern over folded text for a reason; it is found in `says` and not in `never`."""

    reason: Reason
    pattern: str
    says: tuple[str, ...]
    never: tuple[str, ...] = ()


_KIN: Final = (
    r"(?:(?:mon|ma|mes|son|sa|ses|notre|nos|leur|leurs|un|une|le|la|l'|des) ?)(?:\w+[- ])?(?:beaux?-?|belle-?"
    r"|arriere-?)*"
    r"(?:pere|mere|maman|papa|grand|grands|mamie|papi|mamy|papy|oncle|tante|tonton|tata|cousine?|frere|soeur"
    r"|parrain|marraine"
    r"|parent"
    r"|proche|membre|mari|femme|conjointe?|compagn(?:on|e)|neveu|niece|meme|pepe)"
)
_PART: Final = (
    r"(?:bras|jambe|pied|poignet|doigt|cheville|nez|coude|genou|clavicule|epaule|main|orteil|dents?|tibia|machoire"
    r"|menton|arcade|front|levre|tete|crane|pouce|oreilles?|dos|cou|ventre|gorge|coeur|yeux|oeil)"
)
_DOCTOR: Final = (
    r"(?:medecin|docteur|doc|pediatre|dentiste|kine\w*|specialiste|ophtalmo\w*|orl|dermato\w*|orthodontiste"
    r"|orthophoniste|osteo\w*|allergo\w*|cardiologue|chirurgien|podologue|psy\w*|orthoptiste|toubib|radiologue"
    r"|urgentiste)"
)
_ILLNESS: Final = (
    r"maladee?s?|souffrante?s?|fievres?|febriles?|gastro(?!-?enterolog)\w*|varicel(?:le|l|e)?\b|grippee?s?|rhumes?"
    r"|enrhumee?s?|otites?|angines?"
    r"|bronchiolites?|bronchio|bronchites?|rougeole|rubeole|scarlatine|oreillons|coqueluche|covid|conjonctivites?"
    r"|impetigo"
    r"|pharyngite|laryngite|rhino\w*|pneumo(?:nie|pathie)|appendicite|entorses?|fractures?|fracturee?|platree?s?"
    r"|foulure|lumbago"
    r"|arrete(?:nt)? pas de (?:rendre|tousser|pleurer|se moucher)|vomi\w*|nausees?|diarrhees?|migraines?"
    r"|tousse(?:nt|r)?|toux|eruption"
    r"|(?<!a )(?<!un )(?<!deux )(?<!trois )(?<!aux )(?<!les )boutons(?! (?:de|du|des|a) )|contagieu\w+"
    r"|hopital"
    r"|clinique|operee?s?|operation|chirurg\w+|vegetations|amygdales|appendice|paracentese|yoyos|dents de sagesse"
    r"|strepto\w*|staphylo\w*|salmonell\w*|gale|urticaire|eczema|pelade|bacterie|microbe|virus|infection|infectee?"
    r"|alitee?s?|contamine\w*|pieds?.mains?.bouche"
    r"|cas contact|convalescen\w+|brulee?|commotion|blessee?s?|luxation|attelle"
    r"|bequilles|insolation|deshydrat\w+|torticolis|abces|zona|gingivite|stomatite|indigestion|aphtes|antibiotiques?"
    r"|antibio|doliprane|epilepsie|asthme|perfusion|intoxication|syndrome|patraque|brulante?s?|barbouillee?s?"
    r"|fievreux|fievreuses?"
    r"|sinusite|roseole|trachei?te|mononucleose|cystite|symptomes?|temperature|raplapla|hs|(?<=est )ko|(?<=tout )ko"
    r"|(?<=toute )ko|k\.o|chiasse|courante"
    r"|meningite|hepatite|rage de dents?|syncope|malaise|eviction|quarantaine|refroidie?s?|vaseu(?:x|se)"
    r"|meconnaissable"
    r"|mal en point|mal partout|cinquieme maladie|megalerytheme|crise d'asthme|purpura|coliques?|crampes d'estomac"
)
_STATES: Final = (
    r"(?:la )?tete (?:dans|au-dessus d[e'u]) ?(?:(?:une?|la|le|les|sa) )?"
    r"(?:bassines?|cuvettes?|toilettes|wc|seau|lavabo)"
    r"|(?:passe|passee) (?:la|une partie de la|toute la) nuit (?:aux|sur les|dans les) toilettes|"
    r"(?<=\ba )(?<!\bon a )eu un (?:petit |gros |grave |leger )?accident|"
    rf"mal (?:au|a (?:la|sa|son|ses|leurs?)|a l'|aux|de|a|d') ?{_PART}|maux d|dans le platre|(?:{_PART} )cassee?s?"
    rf"|casse (?:le|la|l'|un"
    rf"|une) ?{_PART}"
    rf"|(?:tordue?|foulee?|felee?|luxee?|ouverte?|fracturee?|coincee?|cassee?) (?:le|la|l'|un|une) ?{_PART}"
    r"|pas (?:tres |trop |vraiment |super )?(?:bien(?! (?:not|compris|recu|lu|vu|su|saisi|clair|entendu|fait|passe"
    r"|inscri"
    r"|ecri|sur|grave|marche|fonctionn|comme|ou|quand|qui))|en forme|la forme|frais|fraiche|vaillante?|fichue?"
    r"|foutue?"
    r"|au top|top(?= (?:ce|depuis|aujourd))|dans son assiette)|mal (?:fichue?|foutue?)"
    r"|(?:clouee?s?|collee?s?|cloues) au lit|au fond d(?:u|e son|e leur) lit|garde(?:r|ra|nt)? le lit|sous la couette"
    r"|(?:attrape|pris|prend|prit|attraper|prendre|choper|chope) (?:un coup de )?froid|coup de (?:chaleur|froid"
    r"|chaud)"
    r"|nuit (?:affreuse|horrible"
    r"|blanche(?! (?:au|a la|a l')\b)|compliquee|difficile|atroce|agitee|epouvantable|terrible|cauchemardesque)"
    r"|(?:mauvaise|sale) nuit|couve (?:quelque chose|un truc|une)|rendu (?:tout|(?:son|sa|ses)"
    r" (?:petit|repas|dej|din|gouter|bib|lait|souper|tripes)|tripes|ses? boyaux)\w*|tourne de l'oeil"
    r"|file pas\b(?: (?:bien|pantoute))?"
    r"|crise d'appendicite"
    r"|positi(?:f|ve)s? (?:au|a la|a l')|teste?e? positi\w+|(?:la|une) (?:grosse |sale |bonne |belle "
    r"|sacree )?creve(?! (?:de faim|un))|sous antibio\w*"
    r"|pas (?:encore |toujours |completement |tout a fait |totalement |bien )*(?:gueri|retabli|remis)\w*"
    r"|toujours (?:pas (?:gueri|retabli|remis|mieux)\w*|malade)|coup de pompe|mal dormi|(?:sale|mauvais"
    r"|triste) etat|(?:tres |trop |super )fatiguee?s?"
    r"|piquee?s? par (?:une?|des) (?:guepe|abeille|frelon|tique|moustique|meduse)s?|(?:soucis?|problemes?"
    r"|ennuis?) de sante"
    r"|s'est fait(?: faire)? operer|(?:medecin|docteur|pediatre|toubib) (?:l'|l[ae]s? )(?:a )?(?:arret|dispens"
    r"|exempt)\w*"
    r"|(?:raisons?|motifs?) (?:medica(?:le|ux)s?|medical|de sante)|se remet(?:tent)?(?= (?:doucement|bien"
    r"|lentement|tranquill"
    r"|petit|d'|de ))|recousue?s?|immobilisee?s?|en observation|s'est coince|(?:grosse|mauvaise|belle|vilaine) chute"
    r"|(?:chutee?|chute|(?<!pas )tombee?|accident|accidentee?|renversee?|un (?:gros |mauvais |mechant |sale )?coup)\b"
    r"(?=[^.!?\n]{0,60}\b(?:revien|retour\b|reprend|repos\b|absente?\b|(?:la|le) garde|jusqu|pas (?:d'|a l')ecole"
    r"|restera))"
    r"|(?:tout|toute|tres|super|trop|bien) chaude?s?(?= ?(?:$|[,.;!?]|la\b|ce|cette|depuis|et|donc|du coup|il|elle"
    r"|\d))"
    r"|etat de sante|repos (?:a domicile|strict|complet|force)|points de suture|s'est (?:blesse"
    r"|fait (?:tres )?mal)\w*"
)
_CARE: Final = (
    rf"chez (?:le |la |l'|son |sa |un |une )?{_DOCTOR}(?! scolaire)|(?:rendez-vous|rdv) (?:chez |avec |de |d'|pour "
    rf"|au |a l'|a la )*"
    rf"(?:le |la |l'|son |sa |un |une )?(?:{_DOCTOR}|medical|medicaux|hopital|pedopsy\w*|radio|irm|cmp|cmpp|dentaire)"
    rf"|(?:a|ont|avait) (?:l'|le |la |un )(?:orthodontiste|orthophoniste|dentiste|kine|ophtalmo\w*|orl|pediatre)"
    rf"|aux urgences|urgences(?! (?:telephon|au num))|samu|pompiers|(?:{_DOCTOR}) (?:\w+ ){{0,3}}(?:arrete|prolonge"
    r"|prescri\w*|donne(?= (?:\d+|deux|trois|quatre|cinq|une|dix) (?:jours?|semaines?))|demande de le garder"
    r"|conseille"
    r"|interdit|deconseille|veut (?:le|la|les) revoir)\w*"
    r"|arrete(?:e|s|es)?(?= (?:\d+|deux|trois|quatre|cinq|une|jusqu|par|toute|encore|du \d))"
    r"|(?:est|sera|sont) en arret(?= (?:du \d|jusqu|pour \d|a partir))|se (?:fait|fera|font"
    r"|faire) operer"
    r"|(?:va|doit|vont|devra) (?:etre operee?|passer (?:un|une) (?:irm|radio|scanner))|prise de sang"
    r"|vaccin\w* (?:l'a|lui)"
    r"|certificat (?:medical|du (?:medecin|docteur)|d'eviction)|arret (?:maladie|medical|de travail de l'enfant)"
    r"|arret (?:de )?\d+ jours|(?:3[89]|40)[.,]\d"
    r"|\b(?:3[89]|40) \d\b(?! (?:\d|jan|fev|mars|avr|mai|juin|juil|aout|sep|oct|nov|dec|h|rue|av))"
    r"|(?<=a )(?:3[89]|40)(?= de\b(?! pointure))"
    r"|(?:(?<=\ba )(?<!en a )(?<!y a )|(?<=\bavait )|(?<=\bfait )|(?<=\ba de nouveau )|(?<=\ba encore )"
    r"|(?<=\ba toujours )"
    r"|(?<=reveille avec )|(?<=reveillee avec )|(?<=\bplus de )|(?<=\ba presque )|(?<=\bdepasse )"
    r"|(?<=\bmonte a ))(?:3[89]|40)"
    r"(?= ?(?:$|[,.;!?\n¤)])| (?:donc|et|ce"
    r" (?:matin|soir|midi)|cette nuit|depuis|du coup|je|elle|il|on)\b)|consultation|bilan de sante"
    r"|(?:3[89]|40)(?= ?(?:°|degres|de (?:fievre|temperature)))|visite (?:medicale|chez le medecin)"
)

CAUSES: Final[tuple[Cause, ...]] = (
    Cause(
        Reason.FAMILY,
        r"\bdeces\b|\b(?:vient de|viens de|s'est|s'etait) s?'?(?:eteindre|eteinte?)\b|\bnous a quittee?s?\b"
        r"|\bdecede(?:r|[es]*)\b|\benterrements?\b(?! de vie)|\benterr(?:er|e|ons|ent)\b|\bobseques\b"
        r"|\bdeuil\b"
        r"|\bfunerailles\b|\bcremation\b|\binhum(?:er|e|ons|ation)\b|\bincineration\b|\bcimetiere\b"
        r"|\bveillee funebre\b|\bderniere demeure\b|\bdernier hommage\b"
        r"|\b(?:ai|avons) perdu (?:ma|mon|notre|sa|son|leur) (?:maman|papa|mere|pere|mamie|mamy|papi|papy|grand-\w+"
        r"|oncle|tante|belle-mere|beau-pere|frere|soeur|cousine?|arriere[- ]\w+)\b|\b(?:vient"
        r"|viens) de nous quitter\b"
        r"|\b(?:nous|vous) (?:a|ont) quittee?s?\b|\bs'est eteinte?\b|\bcondoleances\b"
        r"|(?<!c')\b(?:est|sont) mort(?:e|es|s)?\b(?! de (?:rire|fatigue|faim|peur))|\bvient de mourir\b"
        r"|\bmort (?:de|d')"
        rf" ?(?={_KIN})|\bperd(?:u|re|ons)\b (?:aussi )?{_KIN}s?\b|\b(?:perte|disparition) (?:de |d'){_KIN}"
        r"|\bnotre (?:mamie|papi|pere|mere) (?:est|a) parti",
        ("mon beau-père nous a quittés cette nuit", "nous enterrons mon oncle", "nous avons perdu mon grand-père",
         "suite au décès de ma mère", "sa mamie est morte", "les obsèques ont lieu jeudi",
         "perte de son arrière-grand-mère", "nous venons de perdre ma maman", "mon oncle est décédé il y a deux jours"),
        ("ma grand-mère est décédée il y a un an", "papi est mort l'an dernier", "enterré il y a plus de six mois",
         "l'enterrement de vie de jeune fille de ma soeur", "je suis morte de fatigue", "on a perdu son bonnet",
         "vous nous avez quittés fâchés"),
    ),
    Cause(
        Reason.SICK,
        rf"\b(?:{_ILLNESS}|{_STATES}|{_CARE}|{ILL_TOO})(?!\w)"
        rf"|\bcertificats?\b(?! (?:de |d')(?:scolarite|travail|naissance"
        rf"|residence"
        r"|domicile|vie|assurance|natation|inscription|radiation))",
        ("Zoé est malade", "il est KO depuis hier", "au fond du lit avec 39,5", "arrêtés 5 jours par le docteur",
         "il se fait opérer des végétations", "nuit affreuse, on le garde", "elle a dû attraper froid",
         "il a attrapé le streptocoque", "clouée au lit", "il s'est cassé le bras", "rdv chez le dentiste jeudi",
         "elle a l'orthodontiste", "il n'est toujours pas guéri", "pas dans son assiette", "mal aux oreilles",
         "testée positive", "elle s'est ouvert le menton", "il n'est pas bien", "rendez-vous médical demain",
         "Luka est hs",
         "elle couve quelque chose", "le docteur l'a arrêté jusqu'à jeudi", "cheville cassée",
         "elle a été plâtrée", "il est tombé de vélo, il reviendra jeudi", "bras dans le plâtre",
         "elle a eu un accident, retour lundi", "recousue au menton",
         "Zoé tousse plus que hier", "sa soeur est malade"),
        ("un certificat de scolarité", "il est tombé dans la cour, que s'est-il passé ?",
         "l'ordonnance du juge", "je n'ai pas bien compris",
         "il a cassé ses lunettes", "mon numéro a changé",
         "il n'a plus de fièvre", "Zoé est guérie", "la nounou est malade", "je suis malade", "si elle est malade",
         "pas bien noté", "elle a été malade lundi mais c'est fini", "la gastro de Victor est finie",
         "l'otite est passée, elle va mieux", "la grippe de Zoé est passée",
         "le cousin de Zoé a la grippe", "la nounou d'Elio est malade", "sa copine Inaya a la varicelle",
         "on m'a demandé si Luka était malade", "Zoé ne tousse plus", "chez le pédiatre tout va bien",
         "on était chez le dentiste, c'était juste un contrôle",
         "mamie devait garder Victor lundi sauf qu'elle s'est fait une entorse",
         "sa tante le récupère le mardi mais elle est malade",
         "la nourrice de Zoé a la gastro", "une petite de sa classe a la varicelle", "Zoé fait semblant d'être malade",
         "le rendez-vous chez l'orthophoniste est annulé",
         "son papa est hospitalisé", "nous avons rendez-vous avec le médecin scolaire pour le PAI"),
    ),
    Cause(
        Reason.WORK,
        r"\b(?:mis|mise|passee?|affectee?|basculee?) (?:dans l'|en |d'|dans une )equipe\b|\b(?:en |d'"
        r"|d' )equipe (?:d'apres-midi|du matin|du soir|de nuit|de jour)\b|\b(?:3|trois|2|deux)[x ]8\b"
        r"|\b(?:nouveau|nouvel|nouvelle) (?:travail|emploi|boulot|poste|job|taf|embauche|contrat"
        r"|planning(?! ?(?:[a-z-]+ ?)?:)|horaires?"
        r"|roulement|rotation|rota|tournee"
        r"|employeur|patron|cdi|cdd)\b|\bnouveaux horaires\b"
        r"|\b(?:retire|enleve|supprime|rajoute|impose|echange|permute|colle)e?s? (?:ma|mes|une|la) "
        r"(?:gardes?|astreintes?|vacations?|nuits?)\b(?! (?:alternee|partagee))"
        r"|\bplanning (?:vient|venait) (?:de |d')(?:tomber|arriver|sortir|etre (?:valide|publie|modifie|change))\b"
        r"|\bplannings? (?:(?:de la|de l'|de mon|de ma|du|des|de|d') ?(?:caserne|hopital|clinique|ehpad|usine|bureau"
        r"|gardes?|boite|magasin|boutique|restaurant|entreprise|chantier|service|pompiers|equipe|travail|boulot) )?"
        r"(?:encore |de nouveau |a |est |ete |sont |ont )*(?:change|modifie|bouleverse|chamboule|revu)e?s?\b"
        r"|\bchange(?:ment|r"
        r"|ments)? (?:de |d')(?:poste|roulement|travail|boulot|emploi|job|horaires?|planning|equipe|taf"
        r"|employeur|service)\b"
        r"|\b(?:mon|ma|mes|son|nos|leur) (?:planning|horaires?|emploi du temps|roulement|rotation|rota|gardes"
        r"|astreintes|vacations|equipe)s?\b"
        r"[^.!?\n]{0,40}\b(?:change"
        r"|modifi\w+|refaite?s?|revue?s?|chamboul\w+|bouscul\w+"
        r"|different|bouge|evolu)|\b(?:chef|cheffe|patron|patronne|employeur|direction|drh|boite)\b[^.!?\n]{0,25}"
        r"\b(?:refai|revoi|revu|chang|modifi|boulevers|chamboul|decal)\w* (?:(?:toute )?(?:la |l')(?:grille"
        r"|ensemble|totalite) de )?"
        r"(?:les?|tous les|nos|mes|mon|notre|(?:la |l')(?:grille|ensemble|totalite) des) "
        r"(?:plannings?|horaires?|roulements?|equipes|tournees?)\b|\b(?:change|modifi"
        r"|decal)\w* [^.!?\n]{0,15}(?:planning|horaires?|emploi du temps)\b"
        r"|\b(?:licenciee?|licenciement|chomage|reprise d'emploi|retrouve (?:un |du )(?:travail|emploi|boulot)"
        r"|perdu mon (?:travail|emploi|boulot|job|poste|taf)|arret de travail|conge (?:parental|maternite)"
        r"|teletravail"
        r"|mutation|mutee?|demission\w*|interim|periode d'essai)\b|\bayant perdu mon\b"
        r"|\b(?:decroch|trouv|obtenu|signe|accepte)\w* (?:enfin )?(?:un |une |du |mon )(?:nouve\w+ |vrai )?(?:poste"
        r"|travail|emploi|boulot|job"
        r"|cdi|cdd|taf|mission|contrat|remplacement)\b|\b(?:reprends|reprend|reprenais|reprendre|reprise) (?:le "
        r"|du |mon |un |de mon )"
        r"(?:travail|boulot|poste|emploi|activite)\b"
        r"|\b(?:mon|son|notre|leur|ma) (?:employeur|patron|patronne|entreprise|boite|chef|cheffe|usine"
        r"|direction) (?:m'|me |nous |l'|lui |a |passe|change|modifi|impose|demande|veut|ferme|demenage|recrute)"
        r"|\b(?:a|mi|au) ?-?temps (?:partiel|plein|complet)\b|\bmi-temps\b|\b(?:a|au) \d0 ?%"
        r"|\bne (?:travaille|bosse)(?:rai)? (?:plus|pas)(?= (?:le|les|tous|du)\b)|\b(?:au|mon|du) (?:travail"
        r"|boulot|taf)\b"
        r"|\b(?:je|mari|femme|conjointe?|papa|maman) (?:re)?(?:bascule|passe|tourne) (?:de|en|a la"
        r"|sur la) (?:nuit|jour)s?\b"
        r"|\brecrutee?\b|\bembauchee?\b|\bprise de (?:poste|fonctions?)\b|\bcommence (?:un |une "
        r"|mon )(?:\w+ )?(?:travail|emploi|poste"
        r"|boulot|job|formation|mission|stage)\b",
        ("mon employeur m'a passée à 80 %", "je viens de décrocher un poste", "j'ai changé de poste",
         "je bascule de nuit", "ma rotation change", "mon planning change", "mon chef vient de refaire les plannings",
         "je passe en équipe de nuit", "je reprends le travail lundi", "à mi-temps maintenant",
         "je commence un nouveau job",
         "j'ai trouvé du travail", "recruté à un nouvel emploi", "suite à ma mutation", "on m'a changé mes horaires",
         "j'ai perdu mon boulot", "planning de la caserne modifié",
         "je ne travaille plus le mardi", "je suis au chômage"),
        ("changement de classe", "je dois voir avec mon employeur", "les horaires de la garderie",
         "le planning de la semaine est modifié"),
    ),
    Cause(
        Reason.OTHER,
        r"\bmariages?\b|\b(?:se|on|nous|nous nous) mari(?:e|ent|ons|era)\b|\bnoces\b|\bfiancailles\b|\bvoyages?\b"
        r"|\btournois?\b|\bqualifiee?s? (?:pour|en|au|aux) (?:la |les |l')?(?:demi|finale|phase|\w+ de france"
        r"|\w+ region)\w*"
        r"|\bcross\b|\bcourse d'endurance\b|\bchampionnats?\b|\bcompetitions?\b|\bcompet\b|\bconcours\b"
        r"|\bbapteme\b|\bcommunion\b|\bconcert\b"
        r"|\bspectacle\b"
        r"|\baudition\b|\bgala\b|\bweek-end prolonge\b|\bcousinade\b|\bbrocante\b|\bpelerinage\b"
        r"|\b(?:partons|allons|partirons|serons|prenons l'avion|voyageons|nous envolons)\b(?! (?:en retard|absents?"
        r"|la|presents?|joignables?|ravis|tous|pas|bien|chez vous|(?:\w+ ){1,2}jours?\b))"
        r"(?: \w+){0,3} (?:en|a l'|a la|a|au|aux|pour|chez|dans)\b(?! (?:\d|retard"
        r"|moins|pied|l'heure|midi|la maison|compter|partir|urgence|cours|cas|vacances chez vous))"
        r"|\b(?:on|nous|ils|elles|je|elle|il|part|pars|partent|partir|partira|partiront|sera|seront|sommes|sont)\b"
        r"(?: part| partira| partent| pars| va| sera)? (?:\w+ )?(?:en (?:vacances(?! scolaires)|voyage|week-end"
        r"|deplacement|classe (?:verte"
        r"|de|decouverte)|famille|croisiere|cure|sejour|corse|bretagne|normandie|provence|alsace|italie|espagne"
        r"|allemagne"
        r"|algerie|tunisie|turquie|angleterre|belgique|suisse|martinique|guadeloupe|reunion|afrique|vendee|savoie"
        r"|auvergne)"
        r"|a l'etranger|au (?:ski|maroc|portugal|vietnam|pays|bled|senegal|cameroun|canada|japon|luxembourg)"
        r"|a la (?:montagne"
        r"|mer|campagne|neige)|aux sports d'hiver)\b"
        r"|\b(?:part|partent|partira|partiront|pars|partons|partez) (?:avec (?:sa|son|l'|leur) ?(?:classe|ecole"
        r"|club) )?en classe\b"
        r"|\bdemenage(?:ons|nt|ra|rons|r)?\b|\bdemenagement\b"
        r"|\bchez (?:ses|leurs|les) grands-parents\b|\bsorties? scolaires?\b|\bclasse (?:verte|rousse|de neige"
        r"|decouverte|de mer"
        r"|transplantee)\b|\bgreves?\b|\bgrevistes?\b|\bstage\b|\bfete (?:familiale|de famille|religieuse)\b"
        r"|\bceremonie\b|\baid\b"
        r"|\bramadan\b|\bkippour\b|\bnouvel an (?:chinois|vietnamien|lunaire)\b|\btet\b|\b(?:faire|refaire"
        r"|pour) (?:les |son |sa |leurs? |la |le )?(?:passeports?|cartes? d'identite)\b"
        r"|\bdepart(?= (?:anticipe |avance )?(?:en (?:vacances|conges|voyage|week-end)|anticipe|avance)\b)"
        r"|\bfoire\b|\bsalon de\b"
        r"|\b(?:aux|les|pour les|feter les) \d0 ans de\b|\bprefecture\b|\bconsulat\b|\bambassade\b|\btribunal\b"
        r"|\bexamens?\b|\bmatchs?\b|\banniversaire\b"
        r"|\braisons? (?:familiales?|personnelles?|perso)\b|\bpour convenance\b|\bmotif (?:familial|personnel)\b"
        r"|\bpart(?:ons|ent|ira|iront|ir|s)? (?:faire|voir|visiter|rejoindre)\b"
        r"|\bpart(?:ons|irons|ent|ira|iront|s)?\b(?= (?:\w+ ){1,2}jours? (?:a|au|aux|en|chez|dans) )"
        r"|\bpart(?:ons|ent|ira|iront|s|t)? (?:quelques jours"
        r"|en (?:week-end|voyage|famille|vacances)|a la (?:mer|montagne)"
        r"|chez (?:les|ses|mes|leurs|nos) (?:grands-parents|cousins))"
        r"|\b(?:neige|verglas|intemperies|routes? (?:bloquee?s?|coupee?s?|impraticables?))\b|\brendez-vous\b"
        r"|\bau ski\b"
        r"|\bsejour\b|\bvisite (?:de|au) (?:college|musee|la famille)\b|\bportes ouvertes\b",
        ("nous partons à la montagne", "nous partons en Martinique", "on marie ma soeur", "Luka part en voyage",
         "il dispute un tournoi", "nous déménageons", "la maîtresse fait grève", "on part au ski",
         "nous serons en voyage", "nous partons quelques jours à la mer",
         "pour raison familiale", "ils partent en classe verte", "on part en Italie"),
        ("nous serons en retard", "elle aura sa carte d'identité sur elle", "Yasmine part à 16h",
         "nous serons là à midi", "elle part avec sa mamie"),
    ),
)  # fmt: skip
