"""What is told of a household's grown-ups, and of what carries it along, beside a request. Data only: `household`."""

from __future__ import annotations

from typing import Final

from domain.language.lexicon.people import NOT_WITH_US, OTHERS, RELATIVES

_DAY: Final = (
    r"(?:(?:le |ce |et )?(?:lundi|mardi|mercredi|jeudi|vendredi|demain|apres-demain|\d{1,2}(?:/\d{1,2})?)"
    r"(?: (?:prochain|\d{1,2}(?:/\d{1,2})?))?(?: (?:janvier|fevrier|mars|avril|mai|juin|juillet|septembre|octobre"
    r"|novembre|decembre))?)"
)
#: Whose house they belong to, or work in: "leur père", "l'assistante maternelle du petit dernier", "papa".
_ADULT: Final = (
    rf"(?:(?:(?:mon|ma|mes|notre|nos|une?|des|le|la|les|son|sa|ses|leurs?) |l')(?:jeune |nouvelle |nouveau |petite? )?"
    rf"(?:{RELATIVES}|{OTHERS}|assistante? maternelle|fille au pair|employeu\w+|patronn?e?|chef(?:fe)?)"
    r"|(?:mon|ma|mes) (?:soeurs?|freres?)|mamie|mamy|papi|papy|papa|maman|tata|tonton|nounou)"
    r"(?: (?:de (?:la |l'|mon |ma )?|d'(?:une? )?|du |des )(?!lundi|mardi|mercredi|jeudi|vendredi)[a-z-]+"
    r"(?: derni\w+)?)?"
)
#: What carries children about, or keeps grown-ups from home, and is no place of ours.
_THING: Final = (
    r"(?:(?:le |la |l'|les |mon |ma |notre |leur |un |une )(?:covoiturage|train|bus|navette|reunion|rendez-vous|rdv"
    r"|stage|match|entrainement|tournoi|concert|spectacle|sortie|fete|anniversaire|baby-?sitting|garde))"
)
_BEGINS: Final = (
    r"(?:^|(?<=[.!?\n,;:(])|(?<=\bmais )|(?<=\bet )|(?<=\balors que )|(?<=\bcar )|(?<=\bpuisque )|(?<=\bcomme )"
    r"|(?<=\bvu que )|(?<=\bsachant que )|(?<=\bparce que )|(?<=\btandis que )|(?<=\bsauf que ))\W*"
)
#: The day of such a clause, and none that ends a list before it: "jeudi et vendredi, mon mari est en déplacement".
_THEN: Final = rf"(?:(?<!\bet ){_DAY},? |{_DAY} )?"
_BY_THE_WAY: Final = (
    r"(?: (?:bien|aussi|deja|toujours|enfin|encore|finalement|normalement|exceptionnellement|heureusement|de nouveau"
    r"|seule?|elle-meme|lui-meme))*"
)
#: A verb said of a grown-up, with nothing that asks.
_BE: Final = r"(?:est|sont|sera|seront|etant|etait|etaient|reste|restera|restent)"
#: Where somebody is, who may be a child as well.
_PLACE: Final = r"(?:la|presente?s?|a la maison|chez (?:nous|moi|lui|elle|eux)|rentree?s?|de retour)"
#: What a grown-up alone is or has.
_BUSY: Final = (
    r"(?:disponibles?|dispo|libres?|(?:en|de) (?:repos|conges?|rtt)|de garde|d'astreinte|en (?:deplacement|poste"
    r"|mission|formation|seminaire|teletravail)|au (?:travail|boulot|bureau|taf)|prise?s? ailleurs"
    r"|indisponibles?|retenue?s?)"
)
#: With a child, the child is at home: "mamie reste à la maison avec Zoé jeudi".
_END: Final = r"\b(?! (?:bien )?(?:avec|chez) )"
#: Of a grown-up: "jeudi leur père est là", "mon conjoint étant de garde".
OF_ADULT: Final = (
    rf"{_BEGINS}(?P<clause>{_THEN}{_ADULT},? (?P<verb>{_BE})"
    rf"{_BY_THE_WAY} (?:{_PLACE}|{_BUSY}){_END})"
)
#: What takes a grown-up's time: "leur papa a une formation à Metz jeudi et vendredi".
OF_ADULT_BUSY: Final = (
    rf"{_BEGINS}(?P<clause>{_THEN}{_ADULT},? (?P<verb>(?:a|ont|aura|auront|avait|suit|suivent|passe|passent))"
    rf"{_BY_THE_WAY} (?:(?:son|sa|ses|une?|des|leurs?|plein de|plusieurs|deux) )(?:grande? |grosse? |gros |petite? "
    r"|nouvelle |nouveau )?(?:cours|reunions?|rendez-vous|rdv|examens?|formations?|operation|consultation|stages?"
    r"|seminaires?|entretiens?|deplacements?|missions?|gardes?|conferences?|colloques?|permanences?|astreintes?"
    r"|congres|audience|controle|concours|salon|astreinte|nuits?|conges?)\b)"
)
#: The same, said of one who was named before: "…, mardi il est à la maison"; who stays at home is the child.
OF_HIM: Final = (
    rf"{_BEGINS}(?P<clause>(?:{_DAY},? ?)?(?:il|elle|ils|elles) (?P<verb>(?!reste){_BE}){_BY_THE_WAY} {_PLACE}{_END})"
)
#: What can be said of no child of ours: "vendredi elle est déjà prise ailleurs".
OF_HIM_ALONE: Final = (
    rf"{_BEGINS}(?P<clause>{_DAY},? ?(?:il|elle|ils|elles) (?:(?P<verb>{_BE}){_BY_THE_WAY} {_BUSY}|(?:a|ont|aura"
    r"|auront)"
    r" (?:son|sa|ses|une?|leurs?) (?:propres? )?(?:cours|reunions?|rendez-vous|rdv|examens?|travail|formation|boulot"
    r"|operation|consultation))\b)"
)
#: Somebody who was named before: what "il est à la maison" is said of.
NAMED: Final = rf"{_BEGINS}(?:{_DAY},? )?{_ADULT}\b"
#: Things fall through, as said of them by "il" or "elle": "le covoiturage tient toujours, jeudi il saute".
OF_IT: Final = (
    rf"\b{_THING}\b[^.!?\n;]{{3,60}}?[,;] ?(?:mais |et )?(?P<clause>(?:{_DAY},? )?(?:il|elle) (?P<verb>saute(?:ra)?"
    r"|tombe(?:ra)?|(?:est|a ete|sera) (?:annule|supprime|reporte)e?)\b)"
)
#: They let the parent down, which calls off nothing here: "mon ex me laisse tomber jeudi".
LETS_DOWN: Final = (
    r"\b(?P<clause>(?:me|nous|m'|m'a|m'ont|nous a|nous ont) ?(?P<verb>(?:laisse(?:nt|ra|e)?s?|lache(?:nt|ra|e)?s?"
    r"|plante(?:nt|ra|e)?s?)(?: tomber| en plan)?)\b)"
)
#: One who has to do with a child is not there: "le copain avec qui Zoé rentre n'est pas là jeudi".
WITH_WHOM: Final = (
    rf"{_BEGINS}(?P<clause>{_ADULT},? (?:(?:avec|chez|pour|a|par) (?:qui|lequel|laquelle|lesquels)|qui|que|dont)\b"
    r"[^,.;:!?\n]{3,60}? (?:ne |n')(?P<verb>est|sera|sont|seront|vient|viendra|peut|peuvent|pourra|rentre|va|ira"
    r"|passe)(?: (?:pas|plus))\b(?: (?:la|presente?|disponible|dispo|libre)\b)?)"
)
#: It is off, said of what takes place that day elsewhere: "pas demain, là c'est annulé".
THERE: Final = r"(?<=[,;] )(?P<clause>la,? (?P<verb>c'est) (?:annule|reporte|supprime|bon|regle|gere)\b)"
#: Behind a name: that child is a grown-up's concern: "Victor, c'est mon mari qui gère".
CARED_FOR: Final = (
    rf"(?P<clause>,? (?:c'est|ce sera) {_ADULT} qui (?P<verb>(?:gere|gerera|voit|verra|decide|fait|s'en occupe"
    r"|s'en charge|s'y colle)\w*)\b)"
)
#: The parent's own health: "avant mon départ pour la clinique", "et moi chez le dentiste".
OWN_HEALTH: Final = (
    r"\b(?:mon|ma|mes) (?:propres? |prochaine? |petite? )?(?:depart|entree|admission|hospitalisation|operation"
    r"|intervention|accouchement|sejour|passage|rendez-vous|rdv|consultation|convocation)\b"
    r"(?: (?:pour|a|au|chez|en|dans) (?:la |le |l'|une? |mon |ma )?[a-z]+)?(?!(?: [a-z']+){0,3} (?:avec|pour) )"
    r"|(?<!avec )(?<!pour )(?<!chez )(?<!a )(?<!c'est )\bmoi,? (?:aussi,? |meme,? |-meme,? )?(?:chez (?:le |la |l'"
    r"|mon |ma )|a l'|a la |au )[a-z]+"
)
#: Everybody whom somebody else takes along, and not all of ours: "c'est l'entraîneur qui emmène tout le monde".
TAKES_ALL: Final = (
    r"\bc'est [^,.;:!?\n]{2,40}? qui (?:(?:les|nous|y) )*(?:em+ene"
    r"|amene|ramene|conduit|depose|invite|accompagne"
    r"|transporte|recupere|nourrit)(?:ra)? (?P<all>tout le monde|toute la (?:bande|troupe|famille)|tous les enfants)\b"
)
_TOLD_US: Final = (
    r"(?:dit|prevenue?s?|avertie?s?|informee?s?|ecrit|signale|appelee?s?|annonce|transmis|fait suivre|mis au courant"
    r"|passe le message)\b"
)
#: Whether or by whom we were told before; a request follows by itself.
HEARSAY: Final = (
    rf"\b(?:je (?:ne )?sais (?:pas|plus)|j'ignore|on (?:ne )?sait pas|pas sure? que) (?:si|s') ?(?:{_ADULT}|on"
    rf"|quelqu'un|ils?|elles?) (?:ne )?(?:vous|l'|le|en|deja| )*(?:a|ont|aura|avait)(?: (?:bien|deja|pas))* {_TOLD_US}"
    r"(?:,? (?:mais|donc))?"
    rf"|\b(?:comme|ainsi que) (?:vous )?(?:(?:vous )?l'(?:a|ont)|{_ADULT} (?:vous |a |l'|ont )+)"
    rf"(?: (?:peut-etre|sans doute|surement|deja|bien))* {_TOLD_US}(?: {_ADULT})?\b,?"
    r"|\bsi je vous (?:ecris|contacte|sollicite|appelle|derange)(?: [a-z]+)?,? c'est (?:que |parce que |car )"
)
#: A sentence that begins with a grown-up, up to its first comma: "les mamies partent en vacances, …".
LED: Final = (
    rf"(?:^|(?<=[.!?\n]))\W*(?:(?:bonjour|bonsoir|coucou|malheureusement|comme|exceptionnellement)\W+)?"
    rf"(?P<who>{_ADULT}|(?:les|mes|nos|leurs|ses) (?:deux |2 |quatre )?(?:[mp]am[iy]e?s|pap[iy]s|grands-parents"
    r"|parents))\b"
    r"[^.!?\n;:,]{3,80}, "
)
#: A cause with a day of its own, up to the comma behind which something is asked: "faute de nounou jeudi, inscrivez …".
OWING: Final = (
    r"(?:^|(?<=[.!?\n]))\W*(?:(?:bonjour|bonsoir|coucou)\W+)?(?:faute d|en raison d|a cause d|suite a|pour cause d)"
    r"[^.!?\n;:,]{3,60}, (?=(?:merci (?:de|d')|veuillez|pouvez|pourriez|je |j'|nous |on |il (?:me |nous )?fau"
    r"|[a-z]{3,}ez\b))"
)
#: On all other days than those asked for: "… mardi, les autres jours ils mangent chez ma mère".
OTHERWISE: Final = (
    r"\W*(?:(?:et|mais|car|sinon),? )?(?:(?:pour )?(?:tous )?les autres (?:jours|midis|soirs|matins)|(?:tout )?le reste"
    r"(?: (?:du temps|de la semaine|des jours))?|autrement|sinon|d'habitude)\b"
    rf"(?=[^.;!?\n]{{0,40}}\b{NOT_WITH_US})"
)
