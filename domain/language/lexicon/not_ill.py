"""Illness that is somebody else's, over, or lived with: it keeps no child away. Data only: `reasons` reads it."""

from __future__ import annotations

from typing import Final

from domain.language.lexicon.people import OTHERS, RELATIVES

#: Where a parent may work.
_CARE_PLACE: Final = r"(?:hopital|clinique|cabinet (?:medical|dentaire)|(?:centre|laboratoire) medical)"
#: "j'ai la varicelle, je viens pas": a child writes.
_CHILD_WRITES: Final = (
    r"[^!?]{0,60}\bje (?:ne )?(?:viens|viendrai|mange|mangerai) pas\b(?! (?:la |le |les )?(?:cherch|recup|prendre))"
)
#: Whose illness keeps none of the children away.
_SOMEBODY: Final = (
    r"(?:(?:la |le )?(?:fille|fils|soeur|frere|mere|pere|maman|papa) (?:de |d'))?(?:(?:mon|ma|mes|un|une|notre"
    r"|leur) ?)"
    rf"(?:{RELATIVES}|{OTHERS}|soeur|frere)"
    rf"|(?<!\bet )(?:(?:le |la |l'|les )(?:{RELATIVES}|{OTHERS})(?: (?:de |d')[a-z-]+|(?= que ))"
    rf"|(?:son|sa|ses) (?:{RELATIVES}"
    rf"|{OTHERS})"
    r"(?: (?!(?:est|a|sera|ont|va)\b)[a-z-]+)?"
    r"|(?:un|une|des|deux|trois|plusieurs|d'autres|l'autre) (?:petite?s?|enfants?|eleves?|garcons?|filles?|gamine?s?)"
    r" (?:de|dans|du) ?(?:sa|la|leur|son|le|l'|ma)? ?(?:classe|groupe|section|ecole|cp|ce1|ce2|cm1|cm2|maternelle))"
)
#: "mamie devait garder Victor, sauf qu'elle s'est fait une entorse": she was to come, and is ill.
_WAS_TO_COME: Final = (
    rf"\b(?:mamie|mamy|papi|papy|tata|tonton|nounou|(?:mon|ma|mes|sa|son|ses|leur|leurs|la|le|notre) "
    rf"(?:{RELATIVES}|{OTHERS}))(?: (?:de |d')[a-z-]+)? "
    r"(?:(?:le|la|les|l') ?)?(?:devai(?:t|ent)|gard\w+|recuper\w+|prend|prenai(?:t|ent)|s'occup\w+|(?:vient"
    r"|venai(?:t|ent)) (?:le |la |les )?"
    r"(?:chercher|prendre|recuperer|garder))\b[^.!?\n]{0,60}\b(?:sauf qu(?:e |')|mais |or |seulement |malheureusement )"
    r"(?:malheureusement )?(?:il|elle)s? (?:est|a|s'est|se|vient|sont|ont|va|doit)\b[^.!?\n,]{0,30}"
)
#: "je suis chez le pédiatre avec Victor": it is the child who is seen.
_NOT_WITH_CHILD: Final = (
    r"(?! (?:chez|a l'hopital|a la clinique|aux urgences)\b[^.!?\n,]{0,30}\b(?:avec|pour) (?:(?:mon|ma) (?:fils|fille"
    r"|petite?|grande?|loulou|puce)\b|(?!mon\b|ma\b|mes\b|la\b|le\b|les\b|un|moi\b)[a-z]))"
)
#: "mamie ne peut plus garder Victor jusqu'à nouvel ordre, hospitalisation": why she cannot.
_CANNOT_KEEP: Final = (
    rf"\b(?:mamie|mamy|papi|papy|tata|tonton|nounou|(?:mon|ma|mes|sa|son|ses|leurs?|la|le|notre) "
    rf"(?:{RELATIVES}|{OTHERS}))(?: (?:de |d')[a-z-]+)? (?:ne |n')?(?:peu[tv]\w*|pourr\w+) (?:plus|pas)"
    r" (?:(?:le|la|les|l'|nous) ?)?(?:garder|prendre|recuperer|(?:venir )?chercher|s'occuper)\b[^.!?\n,:(]{0,50}"
    r"[,:(] ?(?:(?:pour|cause|une?|son|sa|en|pour cause d[e']) ?)*(?!malade|fievre)[a-z]{4,}"
)
NOT_ILL: Final = (
    rf"{_WAS_TO_COME}|{_CANNOT_KEEP}|\b(?:(?:je suis{_NOT_WITH_CHILD}|j'ai(?! (?:deux|trois|2|3|mon|ma|mes|un enfant"
    rf"|une fille)))(?!{_CHILD_WRITES})"
    r"|moi-meme|mon mari (?:est|a)|ma femme (?:est|a)|mon conjoint|ma conjointe|mon (?:ex|epoux) (?:est|a)"
    r"|maman (?:est|a)|papa (?:est|a)|la nounou|ma nounou|notre nounou|sa nounou|l'assistante maternelle"
    r"|(?<!chez )(?<!chez sa )(?<!chez ma )(?<!chez son )(?:mamie|papi)\b|(?:sa|ma|la|notre) (?:mere|mamie"
    r"|grand-mere|tante|maitresse|prof"
    r"|belle-mere|maman|voisine|collegue)(?: (?:de |d')[a-z-]+)? (?:est|a|sera)\b|(?:son|mon|le|notre) (?:pere|papi"
    r"|grand-pere|papa|voisin|prof"
    r"|oncle|maitre|beau-pere|chien|chat)(?: (?:de |d')[a-z-]+)? (?:est|a|sera)\b|(?:l'animatrice|l'animateur"
    r"|la directrice"
    r"|le prof) (?:est|a)\b)"
    r"[^.!?\n,:]{0,45}(?:\([^)\n]{0,40}\))?"
    rf"|\b(?:{_SOMEBODY})(?:, qui [^.!?\n]{{0,50}},| que (?:nous|on|je|j') ?[^.,!?\n]{{3,30}})?"
    rf" (?:est|a|sera|s'est|se fait|se sont|ont|va)\b[^.!?\n,]{{0,45}}"
    rf"|\bc'est (?:moi|{_SOMEBODY}|maman|papa|mamie|papi|tata|tonton) qui"
    rf" (?:suis|ai|est|a|sont|ont)\b[^.!?\n,]{{0,30}}"
    rf"|\bc'est (?:{_SOMEBODY}) qui [^.!?\n]{{0,60}}\b(?:mais|or|et) (?:il|elle) (?:est|a|se|s'est|va"
    rf"|doit)\b[^.!?\n,]{{0,30}}"
    r"|\b(?:a|ont) (?:deja |aussi )?(?:manque|rate|loupe) (?:(?!aujourd)[^.!?\n]){0,40}(?:a cause d"
    r"|pour cause d)[^.!?\n,]{0,25}"
    r"|\b(?:a|ont) (?:bien |enfin |deja )?(?:fini|termine|arrete) (?:ses|son|leurs|leur|les?) [^.!?\n,]{0,20}"
    r"|\b(?:enleve|retire|ote)e?s? (?:(?:son|sa|ses|le|les|l') ?)(?:platre|attelle|points|bequilles|fils|agrafes)\b"
    r"|\b(?:n'est plus|n'a plus|n'ont plus|ne sont plus|a plus(?! de \d)|plus (?:de (?!\d)|aucune? |(?!de \d))"
    r"|va mieux"
    r"|vont mieux|gueri\w*"
    r"|retabli\w*|remis\w* de"
    r"|n'est pas (?:du tout )?(?=malade|contagieu|souffrant)|n'a pas (?:de )?(?=fievre|la|de|vomi|tousse)"
    r"|pas (?:de )?(?=fievre|temperature|malade|contagieu)|sans (?=fievre|temperature)"
    r"|(?:va|vont) finir par|risqu\w+ (?:de |d')|(?:peur|eviter) (?:de |d'|qu)|pour (?:pas|ne pas) qu|je (?:fais"
    r"|passe) une|(?:je vais|nous allons|on va|dois|devons) (?:aller )?(?:le|la|les|lui|leur) (?:voir|visiter"
    r"|rendre visite)"
    r"|etai(?:t|ent) (?:bien |deja )?absente?s?(?:[^.!?\n]{0,40}\b(?:avai|etai)(?:t|ent)\b)?"
    r"|(?<!j'ai )\bje (?:dois|vais|devrai|pars|file|passe|serai|vais devoir|dois aussi)(?: (?:aller|me rendre|passer))?"
    r" (?=(?:chez|a l'|au|voir|aux) [a-z' -]{0,40}(?:$|[.,;!\n]))(?![^.!?\n]{0,40}\b(?:avec|pour) (?!moi))"
    r"|chez (?:l'|le |la |son |sa )?(?=(?:orthophon|kine|psy)\w* (?:le|les|tous les|chaque)"
    r" (?:lundi|mardi|mercredi|jeudi|vendredi)s?\b(?! \d))"
    r"|etai(?:t|ent) (?:bien |deja |encore )?(?=malades?(?: depuis)? (?:lundi|mardi|mercredi|jeudi|vendredi|le \d"
    r"|la semaine (?:d|p)))"
    r"|(?:rendez-vous|rdv) (?=(?:chez|avec) (?:le |la |mon |l')?[a-z]+ pour (?:moi|nous|mon mari|ma femme))"
    r"|\bsans (?:un )?(?=certificat)|besoin d'un (?=certificat)|faut(?:-il| il)? un (?=certificat)"
    r"|(?:le|les|un|du) (?:jours?|matins?|soirs?) ou (?:il|elle|ils|elles|un enfant) (?:est|sont|sera|seront|serait)"
    r"|(?:acceptez|prenez|gardez|accueillez)(?:-vous)? (?:\w+ ){0,2}enfants?"
    r"|y (?:a|avait|a eu|aurait)(?=[^.!?\n,]{0,45}\b(?:dans (?:la|sa|leur|une|votre) (?:classe|ecole|cour|section)"
    r"|dans (?:le|son|leur) groupe|a l'ecole|a la creche|en classe|chez (?:vous|les voisins))\b)"
    r"|(?<!\ben )\bcas de|a moins qu|sauf (?:si|s')|s'il (?:est|etait|tombe)|si (?:il|elle|mon enfant|ma fille"
    r"|mon fils|jamais|\w+ (?:est"
    r"|etait|tombe|avait|a))"
    r"|en cas de|en cas d'|quand (?:il|elle|un enfant) est|lorsqu\w* \w+ est)[^.!?\n,]{0,25}"
    r"|\b(?:fait|fais|font|fasse) (?:croire|semblant|mine|comme s) ?[^.!?\n,]{0,30}"
    r"|\b(?:rendez-vous|rdv|consultation|visite|operation) [^.,;:!?\n]{0,50} (?:est|a ete|etait) (?:finalement )?annule"
    r"|\b(?:tousse|vomit)(?:nt)? plus\b(?! (?:que|qu'|fort|encore|souvent))"
    r"|\bchez (?:le |la |l'|notre |son |sa )?[a-z]+,? tout (?:va|est|s'est) [^.!?\n,]{0,10}"
    r"|\bj'ai (?:ma|mon) (?:\w+ )?(?=consultation|rendez-vous|rdv|visite|examen|operation|irm|radio|controle)"
    r"[^.!?\n,]{0,30}"
    rf"|\b(?:de nuit|de jour|planning|rotation|rota|roulement|horaires?|poste|service|travail\w*|bosse"
    rf"|embauche\w*|mute\w*)"
    rf" (?:[^.!?,\n]{{0,25}} )?(?:a |a l'|en |dans une |au )(?={_CARE_PLACE})[^.!?,\n]{{0,25}}"
    rf"|{_CARE_PLACE} (?:(?:m'|me |nous )?(?:a|ont) (?:encore |de nouveau |\w+ment )?(?:chang|modifi|decal|chamboul"
    rf"|impos|demand"
    r"|mis\b|passe)|(?:me|nous) (?:chang|impos|demand|decal|rappel|fait (?:travailler|bosser|venir)))"
    rf"|{_CARE_PLACE} vient (?:encore )?de (?:(?:nous|me) )?(?:refaire|changer|modifier|decaler|imposer|revoir)"
    rf"|{_CARE_PLACE},? (?:mon|mes|nos|notre) (?:planning|horaires?|roulement|service|equipe|chef|emploi)"
    r"|\bsuite (?:de |d'|a |aux? )(?:des |les |l'|la |le |un |une |ses |nos )?(?:tests?|examens?|bilans?|analyses?)\b"
    r"[^.!?\n,]{0,40}"
    rf"|\b(?:ma nuit|mes nuits|vacation|travaill|boss|exerc|embauch|employ|roulement|infirmi|soignant|horaire"
    rf"|planning|poste"
    rf"|service|garde|equipe|collegue"
    rf"|boulot|job|stage|formation|reunion)\w*[^.!?\n,]{{0,25}}\b(?:a|au|de|du|en|dans) ?(?:la |l'|une? |mon )?"
    rf"{_CARE_PLACE}|{_CARE_PLACE} (?:ou|dans lequel|dans laquelle) (?:je|on|nous|m(?:on|a) \w+) (?:travaill|boss"
    rf"|exerc)"
)
#: An illness that one lives with, or an appointment that is only mentioned: by itself it keeps no child away.
CHRONIC: Final = r"(?:asthme|eczema|epilepsie|urticaire|pelade|(?:rendez-vous|rdv)\b.*)"
#: A medicine that is to be given here: the child comes.
GIVEN_HERE: Final = (
    r"\b(?:lui|leur) (?:donner|administrer|donnez|donne|administrez)\b|\b(?:traitement|antibio\w*|sirop|medicaments?)"
    r" (?:\w+ )?a (?:prendre|donner|administrer)\b|\b(?:donner|administrer|remettre|deposer|confier|laisser)"
    r" (?:le |la |l'|les |son |sa |ses |un |une )?(?:traitement|ordonnance|medicaments?|sirop|antibio\w*|ventoline"
    r"|doliprane|gouttes|comprimes?)\b|\b(?:avoir|garder|porter|laisser) (?:avec|sur) (?:lui|elle|eux)\b"
    r"|\b(?:protocole|pai)\b"
)
#: A child is said to stay away.
STAYS_AWAY: Final = (
    r"\b(?:absent\w*|absences?|rest(?:e|era|ent|eront)|(?:le|la|les) gard\w+|a la maison|annul\w*|desinscri\w*"
    r"|jusqu\w*|pendant(?! (?:le|ce) week-end)|revien\w*|retour|pas (?:d'|de |a l')|mange\w* pas|cloue\w*|hospitalis\w*"
    r"|(?:ne|n') ?(?:vien\w*|ira|iront|peu\w*|pourra\w*))\b"
)
#: Without a day beside it, an illness that one lives with is only told.
DATED: Final = (
    r"\b(?:aujourd'hui|demain|ce (?:matin|midi|soir)|cette (?:nuit|semaine)|depuis|lundi|mardi|mercredi|jeudi|vendredi"
    r"|\d+ jours|semaine|le \d+|\d+/\d+)\b"
)
#: After an illness: it is over ("… mais c'est fini"). A name between them would be somebody else's.
_OVER: Final = (
    r" (?:de|d'|chez) ?(?:ses|leurs|vos) (?:enfants|filles|fils|garcons|jumeaux|petits)\b|"
    r"[^.!?\n]{0,40}\bc'etait (?:juste|seulement|simplement|que|un simple|une simple) (?:(?:la|une?|sa|le|son) )?"
    r"(?:visite|controle|vaccin|rappel|bilan|suivi)\b|"
    r"[^.!?\n]{0,30}\bmais (?:c'etait )?(?:juste |seulement )?(?:le mal (?:de (?:route|voiture|mer|l'air)"
    r"|des transports)|rien de (?:grave|casse|mechant|serieux|bien mechant)|plus de peur que de mal)\b|"
    r"[^.,;!?\n]{0,20} depuis qu(?:'il|'elle|'ils|'elles) (?:est|sont) (?:rentr|revenu|sorti)"
    r"|(?: (?:de |d')\w+)? (?:est|sont) (?:maintenant |enfin |bien )*"
    r"(?:finie?s?|passee?s?(?! par\b)|terminee?s?|guerie?s?)\b"
    r"|[^.!?\n(]{0,30}(?:\bmais\b|,|;|\bet\b|\.{2,})\s*(?:(?:maintenant|la|depuis|enfin|heureusement|aujourd'hui|ouf"
    r"|voila|bref) )*"
    r"(?:c'est|il|elle|ils|elles|ca|tout|on)\b(?: (?:est|sont|va|vont|a|ont|pete|petent|tient|commence))*"
    r"(?: (?:bien|bel et bien|tout a fait|maintenant|enfin|completement|totalement|deja|beaucoup|nettement"
    r"|de nouveau|en))*"
    r" (?:fini\w*\b(?! (?:aux?|a l|par|chez)\b)|passe[es]*\b(?! (?:une?|l[ae]s?|sa|toute?|par|aux?|chez|des"
    r"|deux)\b)|regle|termine|gueri\w*|retabli\w*|remis\w*|mieux\b|la forme|(?:pleine "
    r"|super )?forme\b|sur pied"
    r"|d'attaque|requinque\w*|derriere|du passe|oublie)"
)
#: Kept away all the same: "tout va mieux mais repos aujourd'hui".
_BUT_AWAY: Final = (
    r"(?! ?,? mais (?:(?:je|on|nous) (?:prefer\w+ )?(?:(?:le|la|les|l') ?)?gard|repos\b|pas d'ecole|a la maison"
    r"|(?:(?:il|elle)s? )?(?:reste|doit (?:rester|se repo))|encore (?:au lit|au repos|a la maison)))"
)
OVER: Final = rf"(?:{_OVER}){_BUT_AWAY}"
#: After a death: it is long ago ("décédée il y a un an", "enterré l'an dernier").
DIED_LONG_AGO: Final = (
    r"[^.,;!?\n]{0,30}\b(?:il y a (?:(?:deja|bien|plus d[e']|presque|environ|maintenant|un peu plus d[e']"
    r"|tout juste) ?)*"
    r"(?:(?:un|deux|trois|quatre|cinq|six|sept|huit|dix|\d+|plusieurs|quelques) ?(?:ans?|mois|annees?)|longtemps)"
    r"|l'an (?:dernier|passe)|l'annee (?:derniere|passee)|en (?:19|20)\d\d)\b"
)
#: Where one of these is said, an illness that has been may keep a child away now.
AWAY_NOW: Final = (
    r"\b(?:absen|rev[ei]en|reprend|retour|jusqu|rest(?:e|era)\b|gard|annul|desinscri|encore|toujours|a la maison"
    r"|pas (?:de|d'|avant)|(?:ne |n')(?:vien|peu|pou|ira|mange|sera|doi)"
    r"|(?:aujourd'hui|ce matin|cette nuit|hier soir|demain)\b)"
)
#: After an illness that has been: so long ago that nobody need be kept away now.
LONG_AGO: Final = (
    r"[^.,;:!?\n]{0,40}\b(?:l'an(?:nee)? (?:derniere?|passee?)|l'(?:ete|hiver|automne) (?:dernier|passe)|a la rentree"
    r"|(?:pendant|durant|lors des|aux) (?:les )?(?:dernieres |grandes )?vacances"
    r"|quand (?:il|elle|ils|elles) etai(?:t|ent) (?:toute? )?(?:petite?s?|bebes?)"
    r"|il y a (?:un|deux|trois|quatre|cinq|six|\d+|quelques|plusieurs) (?:mois|ans)|a (?:la|sa) naissance)\b"
)
#: It was ill in a week that is past, and nothing comes of it: "il a été malade la semaine dernière".
ILL_THEN: Final = (
    r"\b(?:a|ont|avai(?:t|ent)|etai(?:t|ent))(?: (?:bien|deja|un peu|tres|toute?|ete|eu|fait|la|une?|de la))* "
    r"(?:malades?|souffrante?s?|fievre|grippe|gastro|angine|otite|rhume|bronchite|rhino\w*|virus|varicelle|absente?s?)\b"
    r"(?: [^.,;:!?\n]{0,12})?(?:la semaine (?:derniere|passee|d'avant)|le (?:mois|week-end) (?:dernier|passe)"
    r"|il y a (?:(?:quinze|15|10|dix) jours|(?:deux|trois|2|3) semaines)|(?:pendant|avant) les vacances)"
)
#: Told as over before something else: "la directrice m'a appelée : Zoé avait vomi".
HAD_BEEN: Final = r"\bavai(?:t|ent) (?:bien |deja |encore )?(?:ete |eu |fait |attrape |chope )[^.!?\n,]{0,14}$"
HAD: Final = r"\bavai(?:t|ent) (?:bien |deja |encore )?$"
HAS_BEEN_ILL: Final = (
    r"\b(?:a|ont|avai(?:t|ent)|etai(?:t|ent)|s'(?:est|etait)|se sont)\b(?! (?:encore|toujours)\b)[^.!?\n,]{0,22}$"
)
#: Past illness, beside "but she comes": "Zoé a été malade hier mais elle sera là demain".
WAS_ILL: Final = r"\b(?:a|ont) (?:bien )?(?:ete|eu)\b[^.!?\n,]{0,12}$"
COMES: Final = (
    r"[^.!?\n(]{0,25}\bmais (?:(?:pour l'instant|quand meme|normalement|la),? )*"
    r"(?:il|elle|ils|elles)\b (?:sera|seront|revien|reprend|vien|mange|remange|va |vont )"
)
