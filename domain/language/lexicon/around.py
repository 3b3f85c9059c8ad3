"""What stands around a demand and is none: farewells, conditions, excuses, what was agreed, bills, the portal. Data.

`told.around` reads it. Every pattern ends where its clause does: "s'il reste de la place mercredi" is another thing.
"""

from __future__ import annotations

from typing import Final

_MONTH: Final = "(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)"
_WEEKDAY: Final = "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_PART: Final = r"(?:matin|midi|soir|apres-midi)"
_CLOCK: Final = r"(?:(?:a |vers |apres |avant )?\d{1,2} ?h(?: ?\d\d)?|(?:a |vers )?midi)"
_BEGINS: Final = (
    r"(?:^|(?<=[.!?;:,(\n] )|(?<=[\n(])|(?<=bonjour )|(?<=bonsoir )|(?<=\bet )|(?<=\bmais )|(?<=\bcar )|(?<=  ))"
)
#: Where a clause ends, or turns to what is asked.
_ENDS: Final = r"(?=\s*(?:$|[.!?;:,)\n]|¤|(?:merci|svp|stp|s'il vous plait|cordialement|mais|donc)\b))"
#: A time that something was, is or will be: "ce matin", "depuis hier soir", "jusqu'à mercredi", "la semaine dernière".
_TIME: Final = (
    r"(?: (?:(?:depuis|des|jusqu'a|jusqu'au|avant|apres|vers|pour|a|au|le|la|les|du|de|en|ce|cet|cette|un|d') ?)*"
    rf"(?:aujourd'hui|avant-hier|hier|demain|apres-demain|{_WEEKDAY}|{_PART}|nuit|tout a l'heure|l'instant"
    rf"|(?:debut|fin) (?:de |du )?(?:semaine|mois)|semaine|mois|week-end|weekend|journee|vacances"
    rf"|\d{{1,2}}(?:er)? {_MONTH}|{_MONTH}|\d{{1,2}} ?h(?: ?\d\d)?)"
    r"(?:-ci)?(?: (?:derni(?:er|ere)|passee?|prochaine?|suivante?|compris))?)"
)
_TIMES: Final = rf"{_TIME}{{1,4}}"
#: Where parents and staff meet.
_PLACE: Final = (
    r"(?:au (?:portail|portillon|telephone|tel|bureau|guichet|periscolaire|centre)"
    r"|a (?:la (?:sortie|grille|porte|reunion|fete|kermesse|maison)|l'(?:oral|accueil|entree|ecole))"
    r"|devant (?:l'ecole|la grille|le portail|la porte)|de vive voix"
    r"|lors de (?:notre|votre|l') ?(?:dernier )?(?:appel|echange|entretien|rendez-vous|rdv|discussion|conversation"
    r"|reunion|inscription)(?: (?:telephonique|d'hier|de ce matin))?"
    r"|par (?:telephone|mail|sms|message|ecrit)"
    r"|sur place|ensemble)"
)
_EVENT: Final = (
    r"(?:reunion|fete|kermesse|spectacle|carnaval|rendez-vous|rdv|conseil|portes ouvertes|gala|expo\w*|concert"
    r"|gouter (?:de noel|des parents|partage)|marche de noel|chorale|loto|brocante|photo\w*|sortie)"
)
#: "…, à demain matin !", "bisous à ce soir", "bonne soirée et à jeudi pour la réunion", at the end of a line.
FAREWELL: Final = (
    r"(?:(?<=merci )|(?<=merci et )|(?<=encore et )|(?<=beaucoup et )|(?<=avance )"
    r"|(?<=avance et )|(?<=vous et )|(?<=tous et )|(?<=equipe et )"
    r"|(?<=bisous )|(?<=bises )|(?<=[,.!?\n] )|(?<=\n)|(?<=journee )|(?<=soiree )|(?<=salut )|(?<=  ))"
    r"(?:(?:et|donc|alors),? )*(?:on se dit |je vous dis )?a (?:(?:tres )?(?:bientot|vite) )?"
    rf"(?:(?:apres-)?demain|la semaine prochaine|la rentree(?<!, a la rentree)|ce {_PART}|cet apres-midi|tout a l'heure"
    rf"|{_WEEKDAY}(?: prochain)?)(?:,? (?:{_PART}|{_CLOCK}|donc|alors|j'espere|sans faute))*"
    rf"(?:,? (?:{_PLACE}|(?:a|au|pour) (?:la |le |l'|une? |notre )?{_EVENT}[^.,!?\n]{{0,25}}))?"
    r"(?=[^\w?:]*(?:\n|$|merci\b|bonne\b|bon\b|bien a vous|cordialement|bises|encore merci))"
)
#: "au plaisir de vous voir à la fête de vendredi", "on se voit demain soir", "bonne reprise lundi".
MEETING: Final = (
    rf"{_BEGINS}(?:(?:et|donc) )?(?:au plaisir de|hate de|content\w* de|ravie?s? de|on se|nous nous|rendez-vous)"
    r" (?:vous |se |nous )?(?:re)?(?:voir|voit|verra|verrons|croise\w*|retrouve\w*|parle\w*|(?:a|au) )"
    rf"(?: ?(?:{_PLACE}|(?:a|au|pour) (?:la |le |l'|une? |notre )?{_EVENT}[a-z' -]{{0,25}}?))?(?:{_TIMES})?"
    rf"(?: ?(?:{_PLACE}|(?:a|au|pour) (?:la |le |l'|une? |notre )?{_EVENT}))?{_ENDS}"
    rf"|{_BEGINS}bon (?:{_WEEKDAY}|retour(?: de vacances)?) (?:a (?:l'equipe|tous|toutes|vous)|{_WEEKDAY}){_ENDS}"
    r"|\b(?:bonne|excellente|belle) (?:reprise|rentree)"
    rf"(?: a (?:vous|tous|toutes|toute l'equipe))?(?:{_TIMES})?{_ENDS}"
    rf"|\bbon courage(?: pour (?:la |le |cette |ce )?(?:rentree|reprise|retour|semaine|journee))?(?:{_TIMES})?{_ENDS}"
    rf"|\bbonne fete(?: d(?:e |es? |u )[a-z-]+)?(?:{_TIMES})?{_ENDS}"
)

_STILL: Final = r"(?:(?:encore|toujours|bien|deja|vraiment|bien sur|evidemment|sur) )*"
_SOME_PLACE: Final = (
    r"(?:de la |des |de |une |un peu de |assez de |suffisamment de |quelques )?(?:petite )?places?"
    r"(?: (?:disponibles?|libres?|restantes?|vacantes?))?"
)
_TAIL: Final = (
    r"(?: (?:bien (?:sur|entendu)|evidemment|ce jour-la|ces jours-la|pour (?:lui|elle|eux|vous|moi|nous|cela|ca"
    r"|le faire|m'en occuper)|a cette date|de votre cote|chez vous))*"
)
_IS_PLACE: Final = (
    rf"(?:il (?:vous |nous )?(?:en )?(?:reste|restait|restera|y a|y aura|y avait|y ait)|(?:vous|tu) (?:avez|aviez"
    rf"|aurez|ayez|auriez|as|aies)) {_STILL}{_SOME_PLACE}"
    rf"|(?:une |des |les )?places? (?:est|sont|soi(?:t|ent)|reste(?:nt)?) {_STILL}(?:disponibles?|libres?)"
    r"|il en reste|la place le permet|les (?:places|delais|effectifs|disponibilites) le permettent"
    rf"|(?:ce |c')?(?: ?(?:n'(?:est|etait)|ne (?:soit|sera)|n'etes|ne soyez)) (?:pas|plus) {_STILL}(?:complets?|plein)"
    rf"|vous (?:n'etes|ne soyez) pas {_STILL}(?:complets?|pleins?)"
)
_IN_TIME: Final = (
    rf"(?:c'|ce |cela |ca |il )(?: ?(?:est|soit|sera|serait|etait)) {_STILL}(?:possible|faisable|jouable|dans les temps"
    r"|temps|bon|trop tard)"
    rf"|(?:ce|cela|ca|il)(?: (?:n'est|ne soit|ne sera|n'etait)) pas {_STILL}(?:trop tard|trop tardif|impossible)"
    rf"|(?:je|on|nous) (?:ne )?(?:suis|est|sommes|serai) (?:pas )?{_STILL}"
    r"(?:dans les (?:temps|delais)|hors delais?|a temps)"
    rf"|(?:cela|ca|ce) reste(?: {_STILL})? ?(?:possible|faisable)"
    rf"|(?:vous|tu) (?:pouvez|peux|pourrez|puissiez|pouviez|avez|aurez|ayez) {_STILL}(?:le temps |la possibilite )?"
    r"(?:(?:de )?(?:lui trouver une place|le faire|le noter|le prendre en compte|vous en occuper|(?:le )?modifier"
    r"|changer))"
)
#: A demand hangs on it, and stands: "s'il vous reste de la place", "tant que ce n'est pas trop tard".
HANGS_ON: Final = (
    r"(?:(?:uniquement|seulement|sauf|et|mais|bien sur|evidemment) )?"
    r"(?:(?:si|s'|tant qu(?:e |')|du moment qu(?:e |')|(?:pourvu|a supposer|en supposant) qu(?:e |')"
    r"|(?:a|sous) (?:la )?(?:condition|reserve) qu(?:e |')"
    r"|(?:(?:j'|nous |on )(?:espere|esperons)|(?:en )?(?:esperant|priant)|(?:en croisant|je croise) les doigts pour)"
    r"(?: bien| vraiment)? qu(?:e |')) ?"
    rf"(?:{_IS_PLACE}|{_IN_TIME}){_TAIL}(?: (?:aujourd'hui|ce matin|a cette heure-ci))?"
    r"|(?:sous reserve|dans la limite|en fonction|selon les?|suivant les?) ?(?:de |d'|des |du )?(?:la )?(?:nombre de )?"
    r"(?:places?|disponibilites?|effectifs?)(?: (?:disponibles?|restantes?|libres?|que? [a-z' ]{3,20}))?"
    r"|(?:en esperant|j'espere|nous esperons) ne pas (?:m'y prendre|nous y prendre|(?:vous )?prevenir|etre"
    r"|m'y etre prise?|vous ecrire) (?:trop|si) tard"
    rf"|(?:en esperant|j'espere|nous esperons) etre {_STILL}(?:dans les (?:temps|delais)|a temps)"
    r"|(?:je |on |nous )?(?:ne )?(?:sais|sait|savons) pas si (?:c'est|ce n'est pas|ce sera|il est|il n'est pas|je suis"
    r"|on est|nous sommes) "
    rf"{_STILL}(?:possible|faisable|trop tard|jouable|dans les (?:temps|delais))"
    r"(?: (?:aujourd'hui|ce matin|pour vous))?,?(?: mais)?"
    r"|s'il n'y (?:a|avait) plus de places?,? (?:tant pis|pas grave|ce n'est pas grave|dommage)"
    r"|sauf (?:probleme|souci|difficulte|empechement|contrainte|impossibilite|opposition|avis contraire)s?"
    rf"(?: (?:de|pour) (?:votre (?:cote|part)|vous))?)(?<!si )(?<!s'){_ENDS}"
)
#: Before such words, the sender wants to know it: "dites-moi s'il reste de la place".
TO_KNOW: Final = (
    r"\b(?:savoir|demand\w+|dire|redire|dites(?:-moi|-nous)?|confirm\w+|verifi\w+|voir|regard\w+|precis\w+|indiqu\w+"
    r"|sais|sait|ignore|question|preven\w+|au courant|curieuse?)"
    r"(?: (?:pas|plus|bien|juste|aussi|svp|trop|me|nous|:|,))*"
    r"\W*$"
)
#: Behind such a condition, the answer is wanted first, or another thing: "s'il reste de la place, dites-le-moi".
TELL_ME: Final = (
    r"\W*sinon\b(?! (?:tant pis|pas|ce n'est))"
    r"|\W*(?:et |alors |merci de |pouvez-vous |pourriez-vous |veuillez )*(?:me |nous |m')?(?:le )?(?:dites|dire"
    r"|prevenez|prevenir|tenez|tenir|avertir|avertissez|faites[- ](?:moi|nous|le)|savoir|signe|rappel|contact|informer"
    r"|informez|appel|comment|combien|quand|quel)"
)

_EXCUSE: Final = (
    r"(?:(?:encore |vraiment |sincerement |tres )?(?:desolee?s?|navree?s?|confuse?s?)|pardon(?:nez-moi)?"
    r"|(?:toutes |mille |avec )*(?:mes|nos)(?: plus plates)? excuses|mille excuses|excusez[- ](?:moi|nous)"
    r"|(?:je |on |nous )(?:m'|s'|nous )excuse|(?:je vous prie|merci|veuillez)(?: de| d'| bien vouloir)* ?(?:m'excuser"
    r"|nous excuser|excuser)|je suis (?:vraiment |encore )*(?:desolee?|navree?|confuse?))"
    r"(?: (?:encore|vraiment|d'avance|par avance|une fois))*"
)
_FOR: Final = (
    r"(?:pour|de|du|d') ?(?:(?:le|la|les|l'|ce|cet|cette|ces|mon|ma|mes|notre|nos|tou(?:s|tes) [cl]es|vous"
    r"|m'y|ne pas) ?)*"
    r"(?:petits?e? |gros(?:se)? |leger |long )?"
    r"(?:retards?|oublis?|changements?|modifications?|demandes?|messages?|confusion|erreur|contretemps|couac|malentendu|quiproquo|derangement|delai"
    r"|mail|cafouillage|imprevu|bazar|rate|prevenir|avoir prevenue?|ecrire|repondre|prendre|contacter"
    r"|solliciter|reponse)"
    r"(?: (?:un peu |si |aussi |trop |bien |tres )*(?:tard(?:if|ive|ivement)?|au dernier moment|a la derniere minute"
    r"|dans l'urgence|vous prevenir|de (?:derniere minute|ma part|notre part)|court|plus tot))*"
)
#: "toutes mes excuses pour le retard de ce matin", "navrée de vous écrire un dimanche".
EXCUSED: Final = (
    rf"\b(?:{_EXCUSE} {_FOR}|excuse[rz] (?:le|la|ce|cet|cette|mon|l') ?(?:petit )?"
    r"(?:retard|delai|oubli|derangement|erreur)"
    rf"(?: (?:de|dans) (?:cette|ma|la|notre) demande)?)(?:{_TIMES})?(?!\s*:){_ENDS}"
)
#: "je suis consciente du délai très court", "je sais que je suis hors délai".
KNOWN_LATE: Final = (
    rf"{_BEGINS}(?:je |on |nous )(?:(?:suis|est|sommes) (?:bien |tout a fait )*conscient\w*|me rends (?:bien )?compte"
    r"|(?:sais|sait|savons) (?:bien |tres bien )?)"
    r" ?(?:que? |qu'|du |de la |des )(?:(?!\b(?:pas|mais)\b)[^.,;:!?\n]){0,40}\b(?:delais?|tard(?:if|ive)?"
    r"|dernier moment|derniere minute|court"
    r"|(?:faire|prevenir|fait|prevenu|demander|m'y prendre) (?:avant|plus tot|la veille))"
    rf"(?: (?:tres |trop |bien )?(?:courts?|serres?|depasses?))?(?:{_TIMES})?{_ENDS}"
)

_WITH: Final = (
    r"(?: (?:avec|par|a|aupres de|aupres d') ?(?:la |le |l'|votre |une? (?:de vos )?|vos |vous|ma |mon )? ?"
    r"(?:direct\w+|collegues?|animat\w+|responsable|equipe|secretaire|secretariat|dame|stagiaire|maitresse|mairie)?"
    r"(?<! a)(?<! par))"
)
_WAS: Final = (
    rf"(?: (?:hier(?: {_PART})?|avant-hier(?: soir)?|ce (?:matin|midi)|tout a l'heure|tantot|a l'instant|l'autre jour"
    rf"|{_WEEKDAY}(?: {_PART})? (?:dernier|passe)|la semaine (?:derniere|passee)|le mois dernier))"
)
_ON: Final = rf"(?: {_WEEKDAY}(?: {_PART})?)"
#: How it was arranged: "comme vu ce matin au portail", "comme convenu avec votre collègue jeudi".
AGREED: Final = (
    r"\b(?:comme|ainsi que) (?:(?:je|j'|on|nous|vous|tu) ?(?:vous |te |me |l'|le |en |nous )*(?:ai|a|avons|avez|avais"
    r"|avait|avions|aviez) )?(?:deja |bien )*(?!(?:prevu|demande)e?s? ce )(?:vue?s?|convenu|discute|evoque|prevu|dit"
    r"|annonce|demande|indique|precise|signale|explique|propose|decide|parle|echange|mentionne|arrange|entendu|confirme)"
    rf"e?s?(?: ensemble)?(?:(?:{_WITH}| {_PLACE})+(?:{_WAS}|{_ON}| de{_WAS}| de{_ON}(?: dernier)?)?(?: {_PLACE})?"
    rf"|{_WAS}(?:{_WITH}| {_PLACE})*|{_ON}(?:{_WITH}| {_PLACE})+){_ENDS}"
    r"|\b(?:pour confirmer|pour rappeler|suite a|d'apres|selon|pour resumer) ce (?:que |qu')(?:on |nous |vous |je )"
    r"(?:s'(?:est|etait)|avons|avions|avez|a|avait|ai|m'avez|nous avez|sommes)(?: deja)? ?"
    rf"(?:dit|convenu|vu|decide|discute|propose|evoque)e?s?(?:{_WITH}| {_PLACE})*(?:{_TIMES})?{_ENDS}"
)

#: A dispute, or what was lost, is no mere telling.
_WRONG: Final = (
    r"(?:pas|plus|jamais|deux fois|double|erreur|debite|refuse|rejete|perdu|recu|trop|rembours\w*|contest\w*"
    r"|inscri\w+|reserv\w+|annul\w+|cantine|repas|gouter)"
)
_OF_MONTH: Final = (
    rf"(?: (?:de (?:ce mois|{_MONTH})|d'(?:avril|aout|octobre)|du mois(?: prochain| dernier| de {_MONTH})?|prochaine"
    r"|suivante|habituelle))?"
)
#: Money is told of, and goes on a bill: "le règlement suivra lundi", "vous pouvez le mettre sur la facture de mars".
PAID: Final = (
    rf"{_BEGINS}(?:le |mon |notre |les |nos |un |l'|votre )(?:virement|reglement|paiement|cheques?|tickets? cesu|cesu"
    r"|argent|enveloppe)\b"
    rf"(?:(?!\b{_WRONG}\b)[^.,;:!?\n]){{3,50}}{_ENDS}"
    r"|\b(?:je |on |nous |j'|mon mari |ma femme )(?:vous )?(?:met\w*|depos\w+|gliss\w+|donn\w+|laiss\w+|apport\w+"
    r"|remet\w+|envoi\w+|fais|fera\w*|ai mis|a mis) (?:le |un |l'|mon |votre |les |des )(?:cheques?|virement|reglement"
    rf"|argent|enveloppe|paiement|tickets? cesu)\b(?:(?!\b{_WRONG}\b)[^.,;:!?\n]){{0,40}}{_ENDS}"
    rf"|{_BEGINS}(?:c'est|ce sera) (?:mon|ma|son|sa|leur|notre) [a-z-]+ qui (?:pa[iy]e\w*|regle\w*){_TIME}*{_ENDS}"
    rf"|{_BEGINS}(?:la |ma |notre )facture{_OF_MONTH} (?:est|sera|a ete|etait) (?:deja |bien )*(?:payee|reglee)"
    rf"(?:{_TIMES})?{_ENDS}"
    rf"|{_BEGINS}(?:(?:je |j'|on |nous )(?:vous )?|(?:mon|ma|son|sa|leur) [a-z]+ )(?:ai |a |avons |vais "
    r"|viens de |passe |passerai )?(?:bien |deja )*(?:paye\w*|paie\w*|regl\w+) (?:la |ma |notre |les |mes |nos )"
    rf"factures?{_OF_MONTH}(?:{_TIMES})?{_ENDS}"
    r"|\b(?:vous pouvez |tu peux |merci de |merci d'|pouvez-vous |veuillez |a |et |vous )?(?:bien )?"
    r"(?:le |la |les |l')?(?:regl(?:er|e)|paye[rz]|mett(?:re|ez|rez)|r?ajout(?:er|ez)|compt(?:er|ez)|not(?:er|ez)"
    r"|imput(?:er|ez)|report(?:er|ez)|factur(?:er|ez))"
    r"(?:-(?:le|la|les))? (?:le tout |tout |cela |ca )?(?:sur|a|dans|avec) (?:la |ma |notre )(?:prochaine )?facture"
    rf"{_OF_MONTH}{_ENDS}"
)

_PORTAL: Final = (
    r"(?:(?:le |la |l'|votre |notre |ce |mon )(?:portail|site|appli(?:cation)?|plateforme|espace|logiciel|lien|serveur"
    r"|compte|systeme|connexion|page|wifi|ordinateur|ordi|telephone)(?: (?:famille|internet|web|parents?|en ligne))*"
    r"|internet)"
)
#: What is asked for is no failing: "le portail n'accepte pas la cantine de jeudi".
_NOT_OURS: Final = (
    r"(?:(?!\b(?:pour|cantine|repas|gouter|garderie|centre|creatif|atelier|matin|midi|soir|inscri\w*|reserv\w*"
    r"|annul\w*|desinscri\w*|ajout\w*|demain|lundi|mardi|mercredi|jeudi|vendredi|aujourd'hui)\b)[^.,;:!?\n])"
)
_FAILS: Final = (
    r"(?:\bne |n'|pas|plus|jamais|plant\w+|bug\w*|bloqu\w+|ferme\w*|maintenance|panne|erreur|hs|inaccessible"
    r"|indisponible|rame\w*|coince\w*|hors service|impossible|problemes?|souci|indispo|saute\w*)"
)
#: Since or until when the portal fails is no day of ours: "le portail est en maintenance jusqu'à mercredi".
PORTAL: Final = (
    rf"(?:{_PORTAL}(?={_NOT_OURS}{{0,50}}?{_FAILS}){_NOT_OURS}{{2,50}}?"
    r"|\b(?:je|on|nous) n'(?:ai|a|avons|avais|aurai) (?:pas|plus) (?:d'|de |acces (?:a |au )?)*(?:internet|acces|reseau"
    r"|connexion|ordinateur|ordi|wifi|portail|site|forfait|telephone|portable)(?: [a-z]+){0,2}?"
    r"|\b(?:je |on |nous )?(?:n')?(?:arrive|arrivons|parviens|parvenons|reussis|impossible) (?:pas |plus )?"
    r"(?:a |de |d')(?:me |nous |m'|y )?(?:connect|acced|identifi|ouvrir|rentr|y all|aller|all)"
    rf"{_NOT_OURS}{{0,40}}?)(?P<when>{_TIMES}){_ENDS}"
    rf"|\b(?:sur|dans) {_PORTAL}(?P<then>(?: (?:ce matin|hier(?: {_PART})?|aujourd'hui|ce week-end|tout a l'heure)"
    rf"| depuis{_TIME}{{1,2}})){_ENDS}"
)
#: When an answer is needed: "pas la peine de me répondre avant lundi", "je ne suis pas joignable avant midi".
ANSWERED: Final = (
    rf"{_BEGINS}(?:(?:(?:ce n'est |il n'y a )?(?:pas|aucune?) (?:la peine|besoin|d'urgence|urgence|obligation)|inutile"
    r"|vous n'avez pas besoin) (?:de |d')(?:me |nous |m'|vous )?(?:repondre|rappeler|confirmer|recontacter|ecrire"
    r"|presser|appeler)|(?:il n'y a |c'est )?pas (?:d'urgence|urgent)|(?:ca|cela) peut attendre|rien ne presse)"
    rf"(?:{_TIMES})?{_ENDS}"
    r"|\b(?:merci|(?:je|nous|on) vous remercie\w*|pouvez-vous|pourriez-vous|veuillez)"
    r"(?: (?:de|d'|bien vouloir|me|nous|d'avance|par avance))* ?(?:confirmer|repondre|donner (?:une |votre )?reponse"
    r"|dire si c'est (?:bon|ok|possible|note))(?: (?:par (?:mail|retour|ecrit|telephone|sms)|si possible))*"
    rf" (?:avant|d'ici|des){_TIMES}{_ENDS}"
    r"|\b(?:confirmez|repondez|rappelez)(?:[- ](?:moi|nous|le))*(?: (?:par (?:mail|retour|ecrit|telephone|sms)"
    rf"|si possible|vite))*(?: (?:avant|d'ici|des){_TIMES}|{_TIMES})(?: si possible)?{_ENDS}"
    r"|\b(?:je |on |nous )(?:ne |n')(?:suis|serai|sommes|serons|est|sera) (?:pas|plus|guere)"
    rf" (?:joignables?|disponibles? (?:au|par) (?:tel\w*)){_TIMES}{_ENDS}"
    rf"|\b(?:je |on |nous )(?:suis|serai|sommes|serons) (?:injoignables?|joignables?(?: {_PLACE})?){_TIMES}{_ENDS}"
)
#: How often it happens: "ce sera la seule fois ce mois-ci".
ONCE: Final = (
    r"\b(?:c'est|ce sera|ca sera|promis,? c'est) (?:vraiment |bien |promis )*(?:la|ma|notre|sa|leur) (?:seule|premiere"
    r"|deuxieme|2e|2eme|troisieme|derniere|toute premiere)(?: et (?:unique|derniere|seule))? fois"
    r"(?: (?:(?:de |dans )?(?:ce (?:mois|trimestre)|cette (?:annee|semaine)|l'annee)(?:-ci)?|du (?:mois|trimestre"
    rf"|de l'annee)|que (?:ca|cela) (?:m'|nous |lui )?arrive))*{_ENDS}"
)
