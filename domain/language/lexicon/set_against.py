"""What is told only so that what is asked may be set against it. Data only: `set_against` reads it."""

from __future__ import annotations

from typing import Final

from domain.language.lexicon.passing import BODIES, SPORTS
from domain.language.lexicon.well_again import GROWN_UP

_MONTH: Final = (
    r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|la rentree|debut d'annee)"
)
#: A day of care, as parents write it.
DAY: Final = (
    r"(?:(?:(?:le |ce |du |de |pour |pour le )?(?:lundi|mardi|mercredi|jeudi|vendredi|demain|apres-demain)\b"
    r"|(?:le |du )?\d{1,2}/\d{1,2}\b|(?:le |du )\d{1,2}\b(?! ?h))"
    rf"(?: (?:prochain|matin|midi|soir)\b)?(?: \d{{1,2}}(?:er)?\b)?(?: {_MONTH})?)"
)
#: What we have.
OURS: Final = (
    r"\b(?:cantine|midi|repas|dejeuner|gouter|creatif|atelier|garderie|accueil|periscolaire|perisco|centre|libre"
    r"|mang\w+|jusqu'a \d)\b"
)
_TO_END: Final = r"[^.;:!?\n]"
_TO_COMMA: Final = r"[^.;:,!?\n]"
_STARTS: Final = r"(?:^|(?<=[.;:!?\n,(] )|(?<=[\n(]))"
_CALL_OFF: Final = r"(?:annul|desinscri|retir|enlev|supprim|decommand|decoch)"
_PUT_DOWN: Final = r"(?:inscri|reinscri|reserv|r?ajout|not)"
_WE: Final = r"(?:je |j'|nous |on )"

_FRIENDS: Final = r"(?:copine?s?|copains?|amie?s?|camarades?|voisine?s?|collegues?|potes?|familles?|eleves?)"
_OTHERS: Final = (
    rf"(?:(?:(?:tous|toutes) (?:ses|leurs|les|nos)|ses|leurs|nos|mes|d'autres|plusieurs|certaine?s|quelques|des"
    rf"|beaucoup de (?:ses )?|la plupart d(?:es|e ses|e leurs)) (?:meilleure?s? |petite?s? |autres )?{_FRIENDS}"
    rf"|(?:son|sa|une?|mon|ma|notre|nos|leurs?) (?:meilleure? |petite? )?{_FRIENDS}(?: [a-z]+(?= (?:a|est|va|y)\b))?"
    r"|les (?:autres(?: enfants| familles| parents)?|voisine?s|copine?s|copains|amie?s|camarades)"
    r"|(?:la|une|l') ?(?:autre )?famille (?:d'a cote|voisine|du dessus|de [a-z]+)|une autre famille"
    r"|(?:presque |quasiment )?toute (?:la|sa|leur) (?:classe|bande|equipe|troupe|section)"
    r"|(?:presque )?tout le monde)"
)
_DO: Final = (
    r"(?:(?:y|n'y|ne|l'|les|lui|leur|s'|se|eux|elles) ?)*(?:a|ont|avait|avaient|est|sont|seront|va|vont|ira|iront"
    r"|mange(?:nt|ront)?|dejeune(?:nt|ront)?|goute(?:nt|ront)?|reste(?:nt|ra|ront)?|fait|font|prend|prennent|vient"
    r"|viennent|participe(?:nt)?|inscri(?:t|vent)|met|mettent|reserve(?:nt)?)\b"
)
_TILL_OURS: Final = (
    r"(?=[.;:!?\n]|$|,? (?:mais|or|donc|alors|du coup|tandis que|sauf que|par contre|en revanche)\b"
    r"|, (?:nous|moi|lui|elle|eux|et|pour|je|j'|on|merci|pouvez|pourriez|il"
    r"|[a-z]{3,}ez|[a-z-]+,? (?:non|pas|aussi|prefere|ne|n'|lui|elle|veut|voudrait))\b)"
)
#: What other families' children do here: "tous ses copains sont au goûter mardi", "ma voisine a inscrit son fils …".
OTHERS_DO: Final = rf"{_STARTS}(?:(?:et|bonjour|bonsoir|comme),? )?{_OTHERS} {_DO}{_TO_END}{{0,90}}?{_TILL_OURS}"
#: The same of a child whose name is said: "la maman de Léo l'a mis à la cantine mardi".
PARENT_OF: Final = (
    r"\b(?:la |le |les )(?:maman|papa|mere|pere|parents|famille|mamie|nounou) (?:de |d')(?P<whose>[a-z-]+) "
    rf"{_DO}{_TO_END}{{0,90}}?{_TILL_OURS}"
)
#: What strangers asked in the family's name: "la personne qui a appelé pour retirer Zoé n'est pas de chez nous".
STRANGERS: Final = (
    rf"{_STARTS}(?:(?:et|mais|sachez que|je precise que|au fait,?|attention,?) )*"
    r"(?:(?:la|une|cette) (?:personne|dame|autre maman)|(?:le|un|ce) (?:monsieur|homme|inconnu|autre papa|autre parent)"
    r"|une inconnue|quelqu'un(?: d'autre)?|celui|celle|ceux)"
    r" (?:qui )?(?:(?:vous|l'|nous|s') ?)*(?:a|ont|avait|avaient|aurait|est|etait|serait|sont)(?: [a-z]+ment| bien)? "
    r"(?:telephone|appele|ecrit|demande|contacte|sollicite|prevenu|passe|venu|presente|envoye|dit|signale|laisse)e?s?\b"
    rf"(?!{_TO_END}{{0,90}}\bc'(?:est|etait) (?:moi|nous|mon|ma)\b)"
    rf"{_TO_END}{{0,30}}(?:{_CALL_OFF}|{_PUT_DOWN})\w*{_TO_END}{{0,90}}"
)
_YOUR_LETTER: Final = (
    r"(?:votre|vos) (?:mails?|messages?|recapitulatif|reponse|confirmation|sms|courriers?|courriel|facture|tableau)"
)
#: What we wrote, where the parent had said otherwise, and says it again: "vous avez écrit le 11, or j'avais dit le 13".
YOU_WROTE: Final = (
    rf"\b(?:(?:dans|sur) {_YOUR_LETTER},? )?(?:vous (?:m'|nous )?(?:avez|aviez) (?:ecrit|indique|repondu|mentionne"
    rf"|compris|lu|parle|mis(?={_TO_END}{{0,30}}{_YOUR_LETTER})|note(?={_TO_END}{{0,30}}{_YOUR_LETTER}))|vous (?:parlez"
    rf"|indiquez|ecrivez|mentionnez)|{_YOUR_LETTER} (?:indique|mentionne|parle|dit|annonce|affiche|porte))\b"
    rf"{_TO_END}{{0,60}}?,? (?:or|mais|alors qu(?:e|')|pourtant|cependant|tandis que|moi)\b{_TO_END}{{0,20}}?"
    rf"(?:avai[st]|avions|ai|parlais|voulais|parlions|parlait|voulions)\b{_TO_END}{{0,40}}"
)
#: A grown-up who has a child on one day, of whom something is told of another: that first day is none of ours.
HAS_THEM: Final = (
    rf"\b{GROWN_UP},? (?:qui (?:les? |la |l'|nous |me )*(?:garde|prend|recupere|s'occupe|emmene|amene|ramene|accueille"
    rf"|vient|va|heberge|depanne)[a-z]*\b{_TO_COMMA}{{0,30}}? )?(?P<day>{DAY}),? "
    r"(?=(?:n'est|ne|est|sera|travaille|part|a|n'a|doit|s'absente)\b)"
)
_ONCE: Final = (
    rf"(?:en {_MONTH}|a {_MONTH}|a noel|a paques|(?:la semaine|l'annee|l'an|le mois|l'hiver|l'ete|lundi|mardi|jeudi"
    r"|vendredi) (?:derniere?|passee?|d'avant)|avant (?:les (?:vacances|fetes)|noel)|pendant les vacances"
    r"|il y a (?:une?|deux|trois|quinze|dix|\d+|quelques) [a-z]+|cet (?:hiver|automne|ete)"
    r"|la derniere fois|le premier)"
)
#: That another child was ill before: "Zoé avait la grippe en janvier, maintenant c'est Luka".
WAS_ILL: Final = (
    rf"\b(?P<whose>[a-z-]+),? (?:avait|a|etait|s'etait)\b(?!{_TO_COMMA}{{0,50}}\bdepuis\b)"
    rf"(?P<ill>{_TO_COMMA}{{1,50}}?) {_ONCE}\b"
    rf"|\b{_ONCE},? (?:c'etait )?(?P<then>[a-z-]+) (?:qui )?(?:avait|a|etait|s'etait)\b{_TO_COMMA}{{1,50}}"
    rf"|\b(?:apres|comme) (?P<like>[a-z-]+) {_ONCE}\b,?"
)
_NOW: Final = r"(?:aujourd'hui|maintenant|cette fois(?:-ci)?|a present|desormais|ce matin|ce mois-ci|cette semaine)"
#: What was asked another time: "mardi dernier j'annulais, aujourd'hui je réserve". Neither day is asked for.
ASKED_ONCE: Final = (
    rf"{_STARTS}(?:(?:me voila(?: de nouveau)?|bonjour) ?[:,] ?)?(?:{_ONCE},? |l'autre jour,? |naguere,? )"
    rf"{_WE}(?:vous |le |la |les |l')*(?:{_CALL_OFF}|{_PUT_DOWN}|mett|demand)[a-z]*(?:ais|ait|ions)\b"
    rf"{_TO_COMMA}{{0,40}},? (?:et |mais )?{_NOW},? ?(?={_WE})"
)
#: What is given up, and so is not asked: "nous renonçons à annuler mardi", "on n'annule plus jeudi".
GIVEN_UP: Final = (
    rf"{_WE}(?:(?:avons|ai|a) )?(?:renonc[a-z]+|abandonn[a-z]+|laiss[a-z]+ tomber)"
    r"(?: (?:donc|finalement|du coup|par consequent))? "
    r"(?:a |l'idee |le projet |mon projet |notre projet |l'annulation|la desinscription)(?:de |d')?"
    rf"(?:l'|les? |la )?(?:(?:{_CALL_OFF}|{_PUT_DOWN})[a-z]*)?(?<!a )(?<!ee )(?<!et ){_TO_COMMA}{{0,60}}"
    rf"|{_WE}(?:ne |n')(?:l'|les? |la )?{_CALL_OFF}[a-z]* (?:donc |finalement |du coup )?(?:pas|plus)\b"
    rf"{_TO_COMMA}{{0,60}}"
)
#: No need on one day, and need on another: "pas besoin de vous mardi, besoin de vous jeudi".
NO_NEED: Final = (
    rf"{_STARTS}(?:(?:je|nous|on) (?:ne |n')?(?:ai|avons|a) )?"
    rf"(?:(?:pas|nul|aucun|plus) besoin(?: de (?:vous|garde|rien))?|pas la peine|pas necessaire|inutile) {DAY}"
    r"(?=[,;.]? ?(?:(?:mais|en revanche|par contre|et),? )?(?:(?:je|j'|nous|on) ?(?:ai|avons|a) )?"
    r"(?:grand |bien )?besoin\b"
    rf"|[,;.]? ?(?:(?:mais|en revanche|par contre|et),? )?(?:{DAY},? )?(?:il m'en |il nous en |il m')fau"
    rf"|[,;.]? ?(?:(?:mais|en revanche|par contre|et),? )?{DAY},? (?:oui|si|par contre oui)\b)"
)
#: Nothing is asked of a day: "je serai en congé mardi et n'ai rien à demander ce jour-là".
NOTHING_THEN: Final = (
    r"\b(?:et |donc )?(?:je |nous |on )?(?:n'ai|n'avons|n'a|n'aurai|n'aurons|ai|a) (?:donc )?rien (?:d'autre )?"
    r"a (?:vous )?(?:demander|solliciter|reserver|inscrire|annuler)(?: (?:ce jour-la|ces jours-la|a cette date|alors))"
)
#: The same grown-up again: "mamie garde Zoé mardi et est absente jeudi".
_HAS: Final = r"(?:garde|prend|recupere|emmene|amene|ramene|accueille|heberge|depanne)"
HAS_AND: Final = (
    rf"(?P<who>\b{GROWN_UP}) {_HAS}[a-z]* {_TO_COMMA}{{2,30}}?{DAY},? (?:et|mais) "
    r"(?=(?:n'est|est|ne|sera|travaille|part)\b)"
)
#: What is put down by a heading as not wanted, beside one of what is: "ce qui ne me manque pas : le goûter".
NOT_MISSED: Final = (
    rf"\bce (?:qui|que|qu'|dont) ?{_TO_COMMA}{{0,12}}(?:ne |n'){_TO_COMMA}{{2,25}} pas(?: besoin| envie)? ?: ?"
    rf"{_TO_END}{{2,60}}"
    rf"|{_STARTS}(?:(?:le |la |l')[a-z' ]{{3,25}} |il )?ne (?:me |nous )?manque(?:nt)? pas\b(?: ?: ?{_TO_END}{{2,60}})?"
)
#: What stays, as a heading beside one of what is asked: "à annuler, la cantine jeudi ; à garder, le goûter jeudi".
TO_STAY: Final = (
    rf"{_STARTS}(?:et )?a (?:conserver|garder|laisser|maintenir|ne pas (?:toucher|changer|modifier|annuler))"
    r"(?: (?:telle?s? quelle?s?|en place|en l'etat|comme (?:ca|c'est|prevu)))?"
    rf"(?: ?[,:] ?| (?=(?:le |la |l'){OURS})){_TO_END}{{3,50}}?(?=, (?:c'est )?pour |[.;:!?\n]|$)"
)
TO_DO: Final = rf"\ba (?:{_CALL_OFF}|{_PUT_DOWN})(?:er|re)\b"
#: Another child, not now: "voire Zoé plus tard, à voir", "Luka ultérieurement".
LATER_CHILD: Final = (
    r"(?:,|\bet|\bvoire|\bpuis)(?: (?:et|voire|peut-etre|eventuellement|pour))* (?P<whose>[a-z-]+),? (?:aussi )?"
    r"(?:plus tard|ulterieurement|un autre jour|une autre fois|un jour|dans un (?:second|deuxieme) temps|prochainement"
    r"|une prochaine fois|l'an prochain)\b(?:,? (?:a voir|peut-etre|on verra|a confirmer|si besoin))?"
)
#: What takes place elsewhere on another day: "cours de natation le 13 au club, cantine le 11 chez vous".
_THERE: Final = (
    rf"(?:(?:au|avec le|avec la|a la|a l'|avec l'|chez (?!vous)[a-z]+|avec) ?(?:{BODIES}|dojo|gymnase|stade)?)"
)
ELSEWHERE: Final = (
    rf"{_STARTS}(?:(?:cours|lecon|seance|entrainement|match|stage|tournoi)s? (?:de |d'))?(?:{SPORTS})"
    rf"(?= [^.;:!?\n]{{0,30}}(?:{BODIES}|dojo|gymnase|stade|chez (?!vous)))(?: {_THERE}| {DAY}){{1,3}}"
    rf"(?= ?,| et | puis |,? mais )(?:,| et| puis)? ?(?={_TO_END}{{0,40}}{OURS})"
)
_RATHER: Final = r"(?:je prefere |je prefererais |on prefere |ce serait |ce sera |alors |plutot |mieux vaut )"
_CHOOSING: Final = (
    r"(?:quitte a choisir|s'il faut choisir|s'il fallait choisir|tant qu'a (?:faire|choisir)|a choisir"
    r"|si je (?:dois|devais) choisir)"
)
#: What is preferred, and to what: "quitte à choisir, plutôt jeudi que vendredi", "mieux vaut jeudi que vendredi".
PREFERRED: Final = (
    rf"(?P<head>\b{_CHOOSING},? {_RATHER}+|\bmieux vaut )"
    rf"(?:{DAY}(?P<other> (?:a |que |plutot que )(?:le )?{DAY})"
    rf"|(?:le |la |l')(?:{OURS})(?P<than> (?:a |que |plutot que )(?:le |la |l')(?:{OURS})))"
)
#: One of several children: "la question s'est posée pour Zoé aussi, mais je n'inscris qu'un seul enfant : Luka".
ONLY_ONE: Final = (
    rf"\bqu'une? (?:seule? )?(?:enfant|personne|fille|garcon)\b{_TO_END}{{0,40}}?[:,] ?(?:c'est )?(?P<whose>[a-z-]+)"
)
#: Until when a day is the last one, which is no period: "avant les vacances il y a encore le 13".
_BOUND: Final = r"(?:avant|d'ici|d'ici a) (?:les vacances|la fin (?:du mois|de l'annee|du trimestre)|noel|paques|l'ete)"
BEFORE_THEN: Final = rf"\b{_BOUND}\b,?(?= ?(?:il (?:n'|ne |nous |me )*(?:y a|y aura|reste)|on a|nous avons)\b)"
#: What only makes a demand polite, or says that it is one.
POLITE: Final = (
    # in your own time: "quand vous aurez une minute"
    r"\b(?:quand|lorsque|des que|sitot que|si) vous (?:aurez|avez|trouvez|trouverez) (?:une?|le|deux|cinq|quelques"
    r"|un petit|l') ?(?:minutes?|moment|instants?|temps|occasion|secondes?|creneau pour cela)\b"
    r"(?: (?:de |pour )(?:le faire|vous en occuper|cela|ca)(?: aujourd'hui| ce matin| ce soir| demain)?)?,?"
    r"|\b(?:quand|lorsque|des que) vous (?:pourrez|pouvez)\b,?(?= ?(?:,|merci|[a-z]+ez\b|pour|$))"
    # late as it is: "malgré le délai"
    r"|,? ?\b(?:malgre|en depit d[eu]s?|bien qu(?:e |')|quoiqu(?:e |')|meme (?:hors|apres)|meme si) ?"
    r"(?:le |les |la |l')?(?:delais?|date limite|heure limite|cloture)\b[^.;:!?\n,]{0,30}"
    # how soon it shall be done, beside the day that it is for
    r"|,? ?\b(?:a (?:faire|traiter|enregistrer|noter) )?(?:des que possible|au plus vite|au plus tot|le plus"
    r" (?:vite|tot|rapidement) possible|dans les meilleurs delais)\b"
    # what the demand is: "ma demande est d'ajouter …"
    r"|\b(?:ma|notre|cette) demande,? (?:qui )?(?:est|consiste|serait|vise)(?: simplement| juste| donc)? (?:de |d'|a )"
    r"(?=[a-z]+(?:er|re)\b)"
)
#: Where the family is in another week than the one that is asked for: "la semaine prochaine on est en vacances".
_ANOTHER_WEEK: Final = (
    r"(?:la semaine (?:prochaine|suivante|d'apres|qui suit)|(?:dans|d'ici) (?:une|deux|quinze|\d) \w+)"
)
_ON_HOLIDAY: Final = (
    r"(?:on|nous) (?:est|sera|sommes|serons|part|partons|partira|partirons|s'en va)[^.,;:!?\n]{0,14}"
    r"\b(?:en (?:vacances|voyage|conges?|week-end|famille)|au ski|a la (?:mer|montagne)|a l'etranger)"
)
AWAY_THEN: Final = rf"\b(?:{_ANOTHER_WEEK},? {_ON_HOLIDAY}|{_ON_HOLIDAY} {_ANOTHER_WEEK})\b"
