"""What parents tell around a child's illness, and which asks for nothing. Data only: `beside_illness` reads it."""

from __future__ import annotations

from typing import Final

from domain.language.lexicon.doubts import LATER
from domain.language.lexicon.ill_denied import ILLNESS

_DOCTOR: Final = (
    r"(?:(?:le |la |l'|notre |son |sa |un |mon )?(?:medecin|docteur|doc|pediatre|toubib|generaliste|specialiste|orl"
    r"|cabinet(?: medical)?|secretariat|labo(?:ratoire)?|hopital|urgences|urgentiste|infirmi\w+|dermato\w*|cardiologue"
    r"|maison medicale|sos medecins))"
)
_NUMBER: Final = r"(?:\d{1,2}|une?|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|quelques)"
_LASTING: Final = rf"(?:(?:de|pour|pendant|sur|durant) (?:encore )?{_NUMBER} (?:jours?|semaines?|nuits?)\b)"
_WEEKDAY: Final = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
#: A day or a part of it, as it is told of a visit.
_THEN: Final = (
    rf"(?:(?:le |ce |pour |des |pour le )*(?:(?:(?:aujourd'hui|apres-demain|demain|{_WEEKDAY}|\d{{1,2}}(?:/\d{{1,2}})?"
    r"(?: (?:janvier|fevrier|mars|avril|mai|juin|septembre|octobre|novembre|decembre))?)"
    r"(?: (?:prochain|\d{1,2}|en huit))?)|(?:en fin de |en debut de |au milieu de )?(?:la )?semaine prochaine"
    rf"|dans (?:environ )?{_NUMBER} (?:jours|semaines?)|ce (?:matin|midi|soir)|cet apres-midi)"
    r"(?: (?:matin|midi|soir|apres-midi|en fin de (?:journee|matinee)|a \d{1,2} ?h(?: ?\d\d)?))*)"
)
#: What a doctor gives, and for how long: the days are those of the cure.
_CURE: Final = (
    r"(?:traitement|antibio\w*|medicaments?|sirop|ordonnance|cure|cortisone|doliprane|ventoline|aerosols?|pommade"
    r"|gouttes|comprimes?)"
)
CURE: Final = (
    r"\b(?:prescri\w+|donn\w+|pren[a-z]+|pris|mise? sous|sous|commenc\w+|debut\w+|(?:repar|sor|ressor)\w+"
    r" avec|a) (?:un |une |des |du "
    rf"|de la |de l'|son |ses |le |les )?(?P<told>(?:bon |gros |petit )?{_CURE}(?: (?:antibiotique|local|leger))?"
    rf"(?: {_LASTING})?)"
)
#: The staff shall give it.
TO_GIVE: Final = (
    r"\b(?:a (?:donner|prendre|administrer|lui donner)|(?:lui|leur) (?:donner|administrer|donnez)|midi|cantine|repas"
    r"|chez vous|pai|protocole|pouvez|pourriez|possible)\b"
)
#: When the doctor sees the child again, or could see it: no day of the absence.
VISITS: Final = (
    rf"\b{_DOCTOR} (?:(?:veut|voudra\w*|doit|souhaite|aimerait|va|prefere|peut) (?:(?:bien|quand meme) )?)?"
    rf"(?:le|la|les) re(?:voi[rt]|verra)(?: en (?:consultation|controle|visite))?(?P<told> {_THEN})"
    rf"|\bon (?:y retourne|retourne (?:chez|voir) {_DOCTOR}|doit (?:y retourner|retourner (?:chez|voir) {_DOCTOR})"
    rf"|a (?:un )?(?:controle|rdv de controle|rendez-vous de controle)(?: chez {_DOCTOR})?)(?P<back>,? {_THEN})"
    rf"|\b(?:il|elle) (?:a|aura|passe|passera|doit (?:passer|faire)|fera) (?:aussi |encore |ensuite )?"
    r"(?P<test>(?:une? |des |son |sa )?(?:visite de |rdv de |rendez-vous de )?(?:controle|prise de sang|analyses?|bilan"
    rf"(?: sanguin)?|radios?|echo\w*|test\w*|examens?)(?: (?:chez|avec|a|au) {_DOCTOR})? {_THEN})"
)
#: The doctor is busy until then.
NO_ROOM: Final = (
    rf"\b(?:{_DOCTOR}|on|je|nous|il|y)[^.,;:!?\n]{{0,20}} (?:n'|ne )?(?:a|ai|avait|ont|avons|avais|peut|prend"
    r"|pu|eu|y a)"
    r" (?:pas|plus|aucune?|rien)(?: (?:pu|eu|avoir|trouve|trouver|obtenir|me|nous|le|la|recevoir|prendre|voir))*"
    rf"(?: (?:de |d'|un |une )?(?:places?|creneaux?|rendez-vous|rdv|disponibilites?|dispos?|consultations?))?"
    rf"(?: (?:chez|avec|de) {_DOCTOR})?(?P<told> (?:avant|d'ici) {_THEN})"
)
#: The doctor rings up, and nobody of the office need.
RINGS: Final = (
    rf"\b(?:(?:j'|on |nous )(?:attends?|attendons) (?:que {_DOCTOR}|l'appel d[eu]|le rappel d[eu]|des nouvelles d[eu]"
    rf"|les resultats|un retour d[eu])[^.,;:!?\n]{{0,30}}"
    rf"|{_DOCTOR} (?:doit|va) (?:me |nous )?(?:r?appeler|recontacter)[^.,;:!?\n]{{0,20}})"
)
#: Not told of us, nor asked: how little a child has eaten at home, and what it is sorry for.
AT_HOME: Final = (
    r"\b(?:n'a|a) (?:presque |quasiment )?rien (?:mange|avale|bu|voulu manger|pu (?:manger|avaler|garder))"
    r" (?:(?:hier|samedi|dimanche|vendredi) soir|(?:depuis|ce matin|ce week-end|dimanche|samedi|de (?:la"
    r"|tout)|au (?:petit"
    r"|diner|reveil)))\b"
    r"|\b(?:est|sera|etait) (?:tres |si |bien |trop |tellement |un peu )?(?:decue?|triste|malheureu\w+|embetee?) "
    r"(?:de (?:rater|manquer|louper|ne pas (?:pouvoir )?(?:venir|aller|manger|participer))|a l'idee"
    r" de)[^.,;:!?\n]{0,30}"
)
#: That others shall not catch it: why a child is kept at home.
_WOULD_NOT: Final = r"(?:je|on|nous) (?:ne )?(?:veu[xt]|voulons|voudrais|souhait\w+|prefer\w+|tien\w+)(?: surtout)? "
CATCHING: Final = (
    rf"\b(?:{_WOULD_NOT}(?:(?:ne )?pas|eviter)(?: (?:que?|de|a ce)\b)?[^.,;:!?\n]{{0,12}}"
    r"|(?:pour|afin d[e']|histoire de|de peur d[e']) ?"
    r"(?:ne pas |pas |eviter (?:de |d'|qu(?:e |')(?:il |elle )?)|qu(?:'il|'elle) )?)"
    r" ?(?:risquer de )?(?:(?:contamin|infect)\w+|(?:(?:le |la |l')(?:transmet|pass|donn|refil)|refil)\w+"
    r"|(?:transmet|pass|donn)\w+ (?:ca|cela|sa \w+|son \w+|ses \w+))"
    r"[^.,;:!?\n]{0,30}\b(?:aux?|les|tout|toute|d'autres|ses|sa|personne|copains|copines|enfants)\b[^.,;:!?\n]{0,20}"
    rf"|\b{_WOULD_NOT}(?:ne )?pas prendre (?:de |le |un |aucun )risques?\b"
)
#: Where everybody has it: "la moitié de sa classe est malade", "ça tourne à l'école".
ALL_ROUND: Final = (
    r"\b(?:la moitie|les trois quarts|un tiers|une bonne partie|la plupart|beaucoup|plusieurs|toute?) "
    r"(?:des? )?(?:la |sa |ses |leur |l'|eleves |enfants )*(?:de )?(?:la |sa |ses |leur )?(?:classe|ecole"
    r"|section|groupe"
    r"|copains|copines|camarades)\b[^.,;:!?\n]{0,12} (?:est|sont|a|ont|tousse\w*|l'a|l'ont)\b[^.,;:!?\n]{0,25}"
)
#: It cannot be put off: the words are of a grown-up's hour.
FIXED: Final = (
    r"\b(?:que? |qu')(?:je|on|nous|mon mari|ma femme|il|elle) (?:ne |n')?(?:peu\w+|pourr\w+|ai|avons|a|arrive)"
    r" (?:pas|plus|vraiment pas)(?: (?:pu|reussi a|a))?(?: (?:me|nous))?"
    r" (?:deplac|decal|report|annul|manqu|rat|loup|repouss|permettre de)\w*[^.,;:!?\n]{0,15}"
    r"|,? ?\bimpossible (?:de |d'|a )(?:le |la |l')?(?:deplac|decal|report|annul|manqu|rat|loup|repouss)er\b"
)
_DID: Final = (
    r"(?:(?:l'|s'|n'|y |lui |ne )*(?:a|ont|avait|avaient|etait|etaient|est|ai|avons|sont)(?: (?:pas|rien|bien"
    r"|deja|encore"
    r"|beaucoup|juste|mal|meme|un peu|tout|trop|[a-z]+ment))* (?:eue?s?|ete|fait|vomi|pris|passee?s?|commence|dormi"
    r"|tousse|attrape|chope|joue|mange|allee?s?|rentree?s?|revenue?s?|tombee?s?|restee?s?|couru|deja|encore|bien|en"
    r"|tres|un peu|malade|dehors|patraque|ko|fatigue\w*)\b"
    r"|(?:l'|s'|n'|y |ne )*(?!fait\b|sait\b|plait\b|parait\b|connait\b)[a-z]{2,}ait\b)"
)
#: Days of rest that are over, told beside an illness of now: "dimanche il jouait encore dehors".
BEFORE_NOW: Final = (
    rf"\b(?P<told>(?:pendant |tout |des )?(?:ce |le )?(?:week-end|samedi|dimanche)(?: (?:dernier|matin|midi|soir))?),?"
    rf"(?= (?:il|elle|ils|elles|on|ca|nous|[a-z-]{{3,}}) ?{_DID})"
)
#: It was so before, too.
_PAST: Final = (
    rf"(?:(?:{_WEEKDAY}|le mois|la semaine|l'an|le week-end) (?:derniere?|passee?)|la semaine d'avant|hier"
    rf"|en (?:janvier|fevrier|decembre|novembre|octobre|septembre|mars|avril|mai)|il y a {_NUMBER} (?:jours"
    r"|semaines?|mois)"
    r"|avant les vacances|cet hiver|cet automne)"
)
AWAY_BEFORE: Final = (
    r"\b(?:(?:il|elle|ils|elles) )?(?:a|ont|avait|avaient)(?: (?:deja|aussi))+ (?:ete )?(?:absente?s?|manque"
    r"|rate|loupe)"
    rf"(?: [^.,;:!?\n]{{0,20}})? ?{_PAST}|\b{_PAST},? (?:il|elle) avait (?:deja |aussi )?(?:ete absente?|manque|rate)\b"
    r"[^.,;:!?\n]{0,20}"
)
#: A promise of news that leads in: "je vous tiens au courant, Victor est malade".
NEWS_FIRST: Final = (
    rf"(?:^|(?<=[.!?;\n] )|(?<=\n))(?:(?:bonjour|bonsoir|coucou),? )?(?P<told>{LATER}[^.,;:!?\n]{{0,45}},)"
    rf"(?= (?!(?:s'ils?|si|quand|selon|en fonction)\b)[^.!?\n]{{0,60}}\b{ILLNESS}\b)"
)
#: The same where it comes last: "… retour prévu lundi et on avisera selon la fièvre".
NEWS_LAST: Final = (
    rf"(?:, ?(?:et |mais )?| et | mais |(?<=[.!\n] )|(?<=\n))(?:on avisera|nous aviserons|{LATER})[^.,;:!?\n]{{0,45}}"
    r"(?=\W*(?:$|[.!\n]))"
)
#: Whose turn it was before: "c'était le tour de sa sœur il y a quinze jours".
TURN_BEFORE: Final = (
    rf"\b(?:{_PAST},? )?c'etait (?:(?:le|au) tour (?:de |d'))?(?:(?:sa|son|ses|leur) (?:petite? |grande? )?"
    rf"(?:soeur|frere)s?|[a-z-]{{3,}})(?: qui (?:l'avait|etait malade))?(?: {_PAST})?(?=\W*(?:$|[.,;!\n]))"
)
#: A sibling had it before: "son frère a été malade la semaine dernière".
SIBLING_BEFORE: Final = (
    r"\b(?:son|sa|ses|leurs?) (?:petite?s? |grande?s? )?(?:freres?|soeurs?)(?: aussi)? (?:l')?(?:a|ont|avai(?:t|ent)"
    r"|etai(?:t|ent))(?: (?:deja|aussi|bien))*(?: ete| eue?s?)?"
    rf"(?: (?:la |le |l'|une? |de la )?(?:malades?|absente?s?|souffrante?s?|meme chose|pareil|ca|{ILLNESS}))? {_PAST}"
    r"(?=\W*(?:$|[.,;!\n]|et\b))"
)
#: What it costs them: "tant pis pour le repas d'aujourd'hui".
NEVER_MIND: Final = (
    r"\b(?:tant pis pour (?:le |la |les |son |sa )?(?:repas|cantine|gouter|seance|atelier)"
    r"|(?:je (?:suppose|pense|me doute|sais|crois|comprends|imagine) (?:bien )?que )?(?:le |la |son )(?:repas"
    r"|cantine|gouter) "
    r"(?:[a-z']+ ){0,3}?(?:est|sera|soit|etait) (?:donc |deja |quand meme |malheureusement )*(?:perdue?|due?|facturee?"
    r"|commandee?|preparee?|comptee?))\b[^.,;:!?\n]{0,25}(?![^.!?\n]*\?)"
)

#: Another week, which stays as it is: "la semaine prochaine reste comme prévu", "on garde tout pour la suivante".
_ANOTHER_WEEK: Final = (
    r"(?:la semaine (?:prochaine|d'apres|suivante)|(?:le|les) (?:mois|jours|semaines) (?:suivante?s?|prochaine?s?))"
)
WEEK_STAYS: Final = (
    rf"\b(?:pour )?{_ANOTHER_WEEK},? (?:(?:tout|rien|ca|cela|elle|on|les [a-z]+) )?(?:(?:ne |n')?"
    r"(?:rest|est|sera|chang|boug|gard|maint|laiss|conserv)[a-z]*)(?: (?:tout|pas|bien|donc|comme|rien|inchangee?s?"
    r"|pareil\w*|maintenue?s?|prevu\w*|valables?|identiques?|d'habitude|en place|les (?:reservations|inscriptions)))*"
    r"(?=\W*(?:$|[.,;!\n]))"
    r"|\b(?:(?:on|je|nous) (?:garde|gardons|maintien[st]|maintenons|laisse|laissons|conserve)|gardez|maintenez|laissez"
    r"|(?:ne )?touchez pas|rien ne change|ne changez rien)\b(?: (?:bien|donc|tout|en place|comme prevu|a|aux?"
    r"|les|la|ses|sa|celles?"
    rf"|(?:reservations?|inscriptions?|cantine|repas|reste)))* (?:de |d'|pour |a )?{_ANOTHER_WEEK}(?=\W*(?:$|[.,;!\n]))"
)
