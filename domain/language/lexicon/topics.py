"""What parents ask about, as families of words over folded text. Data only: `commands` combines them."""

from __future__ import annotations

from typing import Final

_POSSESSED: Final = r"(?:ma|mes|mon|nos|notre|la|les|cette|ces|leurs?|sa|ses|une|des|quelles|vos|votre)"
_GROWN_UP: Final = (
    r"(?:maman|papa|mere|pere|mamie|papi|famille|maitresse|directrice|nounou|medecin|docteur|pediatre|employeur"
    r"|patron"
    r"|patronne|chef|cheffe|avocate?)\b"
)
_BOOKED: Final = r"(?:inscri(?:te?s?|ption\w*)|pre-?inscri\w+|reserv(?:ee?s?|ations?)|prevue?s?|notee?s?"
r"|programmee?s?)"
_PASSED: Final = (
    r"(?:validee?s?|acceptee?s?|approuvee?s?|confirmee?s?|refusee?s?|rejetee?s?|traitee?s?|enregistree?s?|passee?s?"
    r"|recue?s?|prise?s? en (?:compte|charge)|abouti\w*)"
)

#: Each family is what an object may be called; a topic names the families that must stand near each other.
OBJECTS: Final[dict[str, str]] = {
    "cart": (
        r"paniers?(?! (?:de (?:legumes|fruits|pique|basket|linge)|en osier|garnis?|bio|amap|repas))"
        r"|ma (?:commande|selection)|la commande|ce que j'ai (?:deja )?(?:selectionne|choisi|coche"
        r"|mis de cote|mis dedans)|mes choix"
    ),
    "emptying": (
        r"vid(?:er|ez|es|ons|age)"
        r"|(?<!\best )(?<!-il )(?<!\betait )(?<!\bserait )vide"
        r"|effac(?:er?|ez|ement)|supprim(?:er?|ez|es)|suppression|annul(?:er?|ez|es|ation)"
        r"|enlev(?:er?|ez)|retir(?:er?|ez)|(?:veux|veut|voulons|souhaite) plus rien|jet(?:er?|te|ez)|recommenc(?:er?"
        r"|ez)|(?:a|de) zero|nettoy\w+|abandonn\w+"
        r"|oubli(?:er|ez)|vires?|virer|virez|balance|laiss(?:e|ez) tomber|garde (?:plus )?rien"
    ),
    "all_over": r"tout (?:effacer|supprimer|vider|remettre a zero)(?=[^.?!\n]{0,12}(?:que je recommence"
    "|pour recommencer|et recommencer|et je recommence))|effac(?:er|ez|e) tout(?= ?(?:$|[.!,]|merci|svp))"
    "|on (?:efface|annule|recommence|vide) tout(?! (?:jusqu|pour|lundi|mardi|mercredi|jeudi|vendredi"
    "|demain|aujourd|cet|ce |la |le"
    r" |les |du |de |d'))|(?:effacez|annulez|supprimez) tout ce que j'ai mis"
    r"|vid(?:er?|ez) tout(?! (?:le|la|les|ce)\b)|tout vider",
    "confirming": (
        r"valid(?:er?|ez|ons|es)|confirm(?:er?|ez|ons|es)|enregistr(?:er?|ez)|envo(?:ie|yer|yez|yons)|commander"
        r"|transmett(?:re|ez)|finalis\w+|passer|pars|lance[rz]?"
    ),
    "deadline": (
        r"avant une certaine (?:heure|date)|avant (?:telle|une) heure precise|encore possible (?:le jour meme"
        r"|la veille"
        r"|au dernier moment|a la derniere minute)|"
        r"jusqu'?\s?a quand|jusqu'? ?(?:a|au) quel(?:le)? \w+|au plus tard|la limite|(?:date|heure|jour)s? (?:limite"
        r"|butoir)s?"
        r"|dernier (?:delai|(?<! au dernier )moment"
        r"|(?<!iste au dernier )(?<!istee au dernier )(?<!ache au dernier )(?<!achee au dernier )(?<!enu au dernier )"
        r"(?<!enue au dernier )moment(?=[^.!\n]{0,80}\?)|jour pour)|derniere (?:limite"
        r"|minute pour)|jusqu'a la derniere minute"
        r"|(?<!brefs )(?<!meilleurs )(?<!pour le )(?<!malgre le )(?<!malgre les )"
        r"delais?(?! (?:de reponse|d'attente|de remboursement))|preavis|deadline|avant quand|avant quel(?:le)? \w+"
        r"|combien (?:de |d')(?:temps|jours|heures) (?:[\w-]+ ){0,4}(?:avant|a l'avance|d'avance)"
        r"|combien de temps d'avance"
        r"|(?:je peux|on peut|peut-on|puis-je|pouvons-nous|nous pouvons) (?:encore|toujours) (?:l'|le "
        r"|la )?(?:annul|desinscri"
        r"|modifi|decommand|inscri|reserv|ajout|chang|enlev|retir)\w*|annulables?|a partir de quel moment"
        r"|[sm]'y prendre (?:pour \w+ )?(?:quand|avant|combien|longtemps|tres tot|tot|assez)"
        r"|(?:regles?|conditions?) (?:pour |d'|de )annul\w*|quand (?:faut-il |il faut |dois-je |doit-on )?s'y prendre"
        r"|combien (?:de |d')(?:temps|jours|heures) (?:[\w-]+ ){0,3}pour (?:\w+ |l')?(?:annul|inscri|reserv"
        r"|modifi|decommand"
        r"|desinscri|changer|prevenir)\w*"
        r"|quand (?:est-ce qu'il |est-ce que je |il )?(?:faut|dois|doit)(?:[- ](?:il|je|on))? (?:s'|l'|vous |les? "
        r"|la )*"
        r"(?:reserver|inscrire|annuler|prevenir)"
        r"|(?:faut|dois|doit|devons|faudrait) (?:[a-z'-]+ )?(?:reserver|inscrire|annuler"
        r"|prevenir)\b[^.?!\n]{0,30}\bquand"
        r"(?=\W*(?:au plus tard|svp|merci)?\W*$)"
        r"|(?<!pas )trop tard(?: pour)?|encore (?:le )?temps|jusqu'ou|(?:dans|hors) les temps|hors delais?"
        r"|quand (?:est-ce que? )?(?:se |vous |on |s'|les |le |la |inscriptions )*(?:ferm|clo|clotur|arret|termin"
        r"|finiss)\w*"
        r"|(?:ferm|clotur|arret|termin|finiss)\w* (?:\w+ ){0,5}(?:quand|quel jour|a quelle)|c'est deja ferme"
        r"|ouverte?s? (?:a l'|aux )(?:inscription|reservation)s? jusqu"
        r"|quand (?:est-ce que )?(?:dois|faut|peut|doit|puis)[^.?!\n]{0,30}(?:dernier|limite|avant)"
        r"|(?:annul|inscri|preveni|modifi|decommand)\w* (?:[\w-]+ ){0,4}(?:la veille|le jour meme|le matin meme"
        r"|le matin pour (?:le )?(?:midi|soir)"
        r"|\d+ ?h(?:eures)? avant)"
    ),
    "left": (
        r"rest(?:e|ent|ait|era|eront|erait|ant)(?:[- ]t[- ']?il)?|(?<!n')y ?'?a(?:[- ]t[- ']?il)?|y aurait\w*"
        r"|y aura\w*"
        r"|(?:vous )?avez(?:[- ]vous)?|auriez(?:[- ]vous)?|aurez|a(?:urait)?[- ]t[- ]il"
    ),
    "some": r"encore|toujours|trouver|trouve|combien de|libres?|assez de|plus de|plus aucune|des|de la|une|quelques?"
    r"|d'autres",
    "place": (
        r"(?<!a la )(?<!a leur )(?<!a sa )(?<!sa )(?<!leur )(?<!leurs )(?<!ma )(?<!en )places?"
        r"|quelque ?chose de (?:libre|dispo\w*)"
        r"|creneaux?|(?<!offrir )(?<!prevu )(?<!fait )(?<!dit )(?<!dire )(?<!faire )(?<!manque )(?<!arrive )"
        r"(?<!acheter )quelque ?chose(?! (?:a [a-z]+(?:er|ir|re)|de|d'|qui|que|pour (?:les|le|la|ca|cela))\b)"
        r"|qq ?chose|qq?ch|qqchose|un petit trou"
    ),
    "free": (
        r"il (?:vous )?reste (?:encore )?quels? jours?(?! (?:a (?:payer|regler|noter|reserver)|reserve))"
        r"|quels? jours? (?:(?:est-ce )?qu'il )?(?:vous )?reste(?:-t-il|nt)?\b(?! (?:a |reserve))"
        r"|quels? jours? (?:sont )?(?:encore )?(?:libres?|dispo\w*)"
        r"|places? (?:dispo\w*|libres?|restantes?|vacantes?)|dispo(?:nibilites?|s)?|liste d'attente"
        r"|(?:encore )?de quoi (?:accueillir|prendre|recevoir)"
        r"|(?:accept|accueill|pren)\w* (?:encore )?(?:des|d'autres) enfants|encore (?:accueillir|prendre"
        r"|accepter) (?:un|des|d'autres) enfants?|combien d'enfants"
    ),
    "full": (
        r"(?:etes|etiez|est|etait|sont) (?:deja |presque |bientot |quasi(?:ment)? )*(?:archi[- ]?)?"
        r"(?:complete?s?|pleine?s?|blindee?s?)"
        r"|(?:est|est-ce|est-il|est-elle|c'est|sont|sera|deja|affiche|encore|ou|etait|tout) (?:c "
        r"|deja )*(?:archi[- ]?)?"
        r"(?:complete?s?|pleine?s?|blindee?s?|remplie?s?|bonde)"
    ),
    "price": (
        r"tarif\w*|quel budget|budget a prevoir|prix(?! ou)|(?:ca |me |nous |cela )?cout\w*|(?:moins |plus |trop "
        r"|c'est |est-ce |c )(?<!mais trop )(?<!mais plus )chere?s?"
        r"|(?:vous |tu )(?:me |nous )?(?:facturez|demandez|comptez|prenez) combien"
        r"|combien (?:est-ce que )?vous (?:me |nous )?(?:prenez|demandez|facturez) (?:pour|par)|combien prenez-vous"
        r"|combien (?:[\w'-]+ ){0,4}(?:revien|reviendr|facture|compter|fait|fera|ferait)\w*"
        r"|c(?:'est| est)? ?combien|(?:a|est|fait) combien|combien (?:c'?est|ca|pour|est|c|la|le|les|un|une|(?:on "
        r"|je |nous |ca |va[- ]t[- ]on |vais |va |dois )*(?:paie|paye|paierai"
        r"|paiera|payons|payer)"
        r"|faut payer|faut-il payer|l'|vaut|de l'heure)(?! (?:dois|de))"
        r"|combien (?:de |d')?(?:euros?|€|argent|sous)|c'est (?:bien |toujours |encore )?¤+(?=\s*\?)"
        r"|reduction\w*|degressi\w*|ristourne|quotient familial"
        r"|(?<!\bune )(?<!\bun )(?<!enfant )(?<!jour )(?<!\d )\bpar (?:matin|matinee"
        r"|midi|repas"
        r"|jour|journee|soir|soiree|enfant|mois|gouter|semaine|seance)(?=[^.!\n]*\?)|(?:a|de) quel tarif|payants?"
        r"|payante?s?"
        r"|gratuite?s?|grille tarifaire"
    ),
    "invoice": (
        r"(?<!est-ce )(?<!sera )(?<!est )(?<!etre )(?<!ete )(?<!seront )(?<!-il )(?<!-elle )(?<!-ils )(?<!-elles )"
        r"(?<!m'avez )(?<!nous avez )(?<!sont )factures?"
        r"|(?:dois|doit|devons|dois-je) (?:vous )?(?:payer |regler )?quelle somme"
        r"|combien s'eleve(?:nt)? (?:le |mon |ce |notre |les |mes )(?:mois|frais|total|solde)"
        r"|quelle somme (?:est-ce que )?(?:je |on |nous |vous )*"
        r"(?:dois|doit|devons)"
        r"|combien (?:est-ce que |que )?(?:je |on |nous |vous )*(?:dois|doit|devons)|combien (?:ai-je|j'ai|reste-t-il"
        r"|il reste"
        r"|il me reste) (?:a payer|a regler)|il (?:me|nous) reste combien a (?:vous )?(?:payer|regler)|(?:dois"
        r"|doit|devons) (?:vous |te |encore |donc )*(?:payer |regler |verser |donner )?combien|(?:dois|doit"
        r"|devons|a) (?:payer"
        r"|regler) quoi|combien (?:ai-je|j'ai|on a) depense|montant|reste a (?:payer|regler)"
        r"|a (?:payer|regler)|solde|releve"
        r"|ma note|payer (?:ma|mes|en ligne)|(?:ce que|ce qu'|combien) ?(?:je|on|nous) (?:vous )?(?:dois|doit|devons)"
        r"(?! (?!payer|regler|verser)\w+(?:er|ir|re)\b)|ce qu(?:e j'|'on )a(?:i)? a payer"
        r"|mes paiements|(?:dois|doit|devons|devoir) (?:encore |toujours )?(?:de l'argent|des sous|quelque chose)"
    ),
    "missing": (
        r"(?:vois|voyons) (?:pas|plus|nulle part)|(?:pas|jamais|toujours pas|rien) (?:encore )?(?:recue?s?|eu"
        r"|vue?|trouvee?)|(?:re)?trouve (?:plus|pas)"
        r"|(?:re)?trouvons (?:plus|pas)|nulle part|introuvable|egaree?s?|besoin|perdue?s?|manque|cherch(?:e|ons)"
        r"|(?:est|sont) ou\b(?= (?:ma|mes|la|les|notre|nos) facture)"
        r"|\bou (?:est|sont) (?:passee?s? )?(?=(?:ma|mes|les) facture)"
    ),
    "request": rf"(?<!a ){_POSSESSED} (?:(?!{_GROWN_UP})[\w-]+ )?demandes?|demande n\b|mes demandes",
    "standing": (
        r"a quel stade (?:en )?(?:est|sont)|en (?:est|etes|sont) ou|ou (?:(?:il|elle|ca|cela)s? )?en (?:est|sont"
        r"|etes|suis)|en attente"
        r"|statut|suivi d[eu']|etat d(?:e|'avancement)"
    ),
    "answer": (
        r"(?:des|une|du|pas de|eu de) (?:nouvelles?|retour|reponse) (?:pour|concernant|au sujet d[eu]) "
        r"[^.!?\n]{1,40}(?=\?)"
        r"|(?:reponse|retour|nouvelles?|(?<=\bune )suite|(?<=\bla )suite|(?<=\bquelle )suite|(?<=\baucune )suite"
        r"|(?<=\bde )suite) (?:a|de|pour|sur|au sujet de|concernant) (?:ma|mes|notre|nos|cette|la"
        r"|les|l')"
        r" ?(?:\w+ )?(?:demandes?|messages?|mails?|inscriptions?|reservations?|annulations?)"
    ),
    "no_answer": (
        r"aucune? (?:retour|nouvelles?|reponse)|(?:pas|jamais) (?:encore )?(?:eu|recu) (?:de |d'|votre )?(?:retour"
        r"|reponse|nouvelles?)"
        r"|attend\w* (?:toujours|encore) (?:la |une |votre |de |le |un )?(?:reponse|retour|confirmation)"
        r"|sans (?:nouvelles?|reponse|retour)|pas de (?:retour|reponse|nouvelles?)"
    ),
    "booking": r"inscriptions?|reservations?|annulations?|desinscriptions?|modifications?|demandes?|changements?"
    r"|elles?",
    "passed": (
        rf"(?:ete|est|sont|etait|bien|elles?|ils?|c'est|pas|encore|deja) (?:bien |deja |pas )*{_PASSED}"
        rf"|{_PASSED} ou (?:non|pas|refus\w+)"
        r"|avez[- ]vous (?:bien |deja )*(?:recu|pris|valide|traite|accepte)"
        r"|vous (?:avez |l'avez |les avez )(?:bien |deja )*(?:recu|pris|valide|traite|accepte)\w*"
    ),
    "planning": r"plannings?(?! (?:du|de la|de l'|de mon|de ma|de|des) ?(?:travail|boulot|bureau|caserne|hopital"
    r"|clinique|usine|magasin|service|gardes?|chantier)\b)(?!(?: (?:de la semaine|du mois|de (?:la )?[a-z]+))? (?:tombe"
    r"|arrive|bouge|varie|tourne|chang(?:e|era)\b|vient (?:de |d'|enfin )|(?:est|sont) (?:enfin |finalement |bien )?"
    r"(?:tombe|arrive|sorti|paru)|a (?:ete |encore |finalement |bien )*(?:change|bouge|decale|modifie)))"
    r"|calendriers?|agendas?|recap\w*|emploi du temps",
    "own_bookings": (
        r"(?:mes|nos|les|ses|leurs|des|l'|son) ?(?:jours )?(?:inscriptions?|reservations?|jours (?:reserves"
        r"|inscrits))"
        r"|ce qu(?:'on|'il|'elle|e j'|e nous|e [a-z-]+) (?:ai|a|ont|avons) deja (?:pour|de|la|cette|en|au|le|ce)\b"
        r"|(?<!est-)(?<!est )ce qu(?:e|i|')[^.?!\n]{0,25}(?:reserve|inscrit|prevu|note|programme|pris pour"
        r"|commande)\w*"
        r"|jours? (?:sont )?(?:deja )?(?:reserve|inscrit|prevu|booke)\w*"
        r"|jours ou [a-z-]+(?: et [a-z-]+)? (?:est|sont|a|ont|mange|mangent|vient|viennent)\b"
    ),
    "booked": (
        r"(?:est|sont|etait|etaient|ai|a|ont|sera|avais|avait|avons|bien|deja|toujours|il|elle|ils|elles|encore)"
        r"[ -](?:bien |deja |toujours |encore |pas |ete |-?t-)*(?:je |il |elle |ils |elles )?(?:bien |deja )*"
        r"(?:inscri(?:te?s?)|pre-?inscri\w+|reserv(?:ee?s?)|retenue?s?|prevue?s?|notee?s?|programmee?s?"
        r"|attendue?s?|bookee?s?)"
        r"|de prevu|(?:a|ai|ont|avons) (?:deja )?(?:mis|pris|reserve|coche|note|inscrit|demande) quoi"
        r"(?= (?:comme|de|pour|a la|au|la|le|cette|ce|lundi|mardi|mercredi|jeudi|vendredi|deja|\d)\b|\W*\?)"
        r"|(?:y ?'?a|est|a|ai) quoi (?:de |d'|qui est )(?:reserve|inscrit|note|programme|pris|commande"
        r"|booke)\w*"
        r"|(?:qu'est-ce qu(?:i|e j'|'on )|qu'est-ce qu'il y|quoi qui|qu'y a-t-il|qu'y) ?(?:a|ai|est)? ?(?:de |d')?"
        r"(?:deja )?(?:reserve|retenu|inscrit|note"
        r"|programme|booke)\w*|(?:qu'est[- ]ce qu(?:e |')|quoi (?:que|qu') ?)(?!vous)(?:[a-z'-]+ ){0,4}(?:a|j'ai|ai"
        r"|ont|avons|avait|avais|avions|avaient|a-t-\w+)"
        r" (?:de |d'|comme |deja )*(?:reserve|inscrit|note|prevu|programme|pris|booke|coche)\w*"
        r"|(?:mange|vient|reste|va) bien (?:a la|au|chez|le|lundi|mardi|mercredi|jeudi|vendredi"
        r"|demain)"
    ),
    "which_days": r"quels? jours?|quel(?:le)?s? (?:midis?|soirs?|matins?|mercredis?|dates|semaines?)|quand",
    "attending": r"mang\w+|vien\w+|va|vont|rest\w+|inscri\w+|reserv\w+|prevu\w*|note\w*|garderie|gouter\w*|centre"
    r"|cantine",
    "charged": (
        r"est-ce (?:que ce (?:sera|serait) )?(?:bien |quand meme )?factur\w*"
        r"|(?:sera|serait|serai|seront|suis|est|sont)(?:-je"
        r"|-t-(?:il|elle)|-(?:il|elle)s?|-ce)? (?:quand meme |bien |tout de meme )?factur\w*"
    ),
    "done_by_you": (
        r"(?:avez-vous|as-tu|vous avez|tu as)(?: (?:bien|deja|pu|pense a|finalement|quand meme))+ (?:les? |la |l')?"
        r"(?:(?:des)?inscri(?:re|te?s?)|(?:annul|enregistr|ajout|rajout|retir|reserv)(?:er|ee?s?))"
        r"(?=[^.!\n]{0,120}\?)"
    ),
    "help": (
        r"(?<!votre )(?<!pour l')(?<!de l')(?<!cette )(?<!vos )(?<!ton )(?<!precieuse )(?:a l')?aide"
        r"(?= ?(?:(?:svp|stp|merci)\b ?)?[!?.]*$)"
        r"|aidez?[- ]moi|besoin d'aide|commandes possibles|(?:me|nous|m') ?(?:guider"
        r"|orienter|accompagner)|a quoi (?:tu sers|vous servez)|que peut-on faire|on peut faire quoi"
        r"|(?<!pour )(?<!peut plus )(?<!peut pas )(?<!pourra plus )(?<!pourra pas )(?<!\bva )(?<!\bvient )(?<!\bvenir )"
        r"(?<!\bvenue )(?<!\bvenu )(?<!\bviendra )(?<!\bviennent )(?<!\bvenus )(?<!\bpasse )"
        r"(?:m'|nous |me )aider"
        r"|mode d'emploi"
        r"|marche a suivre|tutoriel|tuto|(?:une|la|votre) notice|un (?:petit )?guide|quelles (?:infos?"
        r"|informations?) (?:faut|dois|doit|devons|vous)|par ou (?:commencer|je commence|on commence"
        r"|(?:faut-il|dois-je|doit-on|il faut|on doit|je dois) commencer)"
        r"|quelques explications|(?:une|des|d'une|d'|quelques)(?: petites?)? explications? (?:sur|pour|de"
        r"|concernant) "
        r"(?:le |l'|la |les |vos |votre |comment )?(?:fonctionnement|inscri|reserv|annul|utilis|site|service"
        r"|demarche|systeme|portail)\w*"
        r"|quel(?:le)?s? (?:est|sont|serait) (?:la |les |le )?(?:demarches?|procedures?|marche a suivre|manips?"
        r"|methode"
        r"|fonctionnement|principe)(?! (?:de |d')(?:divorce|garde))|(?:besoin|voudrais|me donner|me filer|aurais"
        r"|demande|cherche)\w* (?:d'un|un) (?:petit )?coup de main(?: (?:pour|a) (?:m\w*|reserv|inscri|annul"
        r"|faire|utilis)\w*|(?=\W*$))|(?:la|une) (?:manip|manoeuvre)\b"
        r"|(?:faut|dois|doit|faudrait|devons)(?:[- ](?:il|je|on))? (?:faire|mettre|ecrire|envoyer|dire|cliquer"
        r"|taper) quoi"
        r"|(?:marche|fonctionne|inscrit|inscrire|reserve|reserver|annule|annuler|se passe|faire|proceder"
        r"|procede|prend|prends|prendre) comment"
        r"|(?:la|quelle) (?:maniere|facon) (?:(?:de|d') ?(?:faire|reserver|inscrire|annuler)|s'y prendre"
        r"|(?:je|on|il faut|faut-il|dois-je|doit-on|puis-je)\b(?= (?:l'|l[ea]s? |y )*"
        r"(?:peux |peut |dois |doit )?(?:faire|inscri|reserv|annul"
        r"|proced|utilis)))"
        r"|explications? (?=a (?:me |nous |m')(?:envoyer|donner|transmettre|fournir|faire parvenir))"
        r"|(?:procedure|demarches?) (?:a suivre|a faire|a effectuer|d'inscription)"
        r"|(?:quel\w*|connaitre|savoir|indiqu\w+|precis\w+|donn\w+|rappel\w+) (?:[\w'-]+ ){0,3}(?:procedure"
        r"|demarches?)"
        r"|sa(?:is|it|vons) pas (?:trop |bien )?(?:me servir|m'en servir|s'en servir|nous en servir|utiliser)"
        r"|(?<!comme )(?<!l'ai )(?<!vous ai )(?<!pour vous )"
        r"expliqu\w+(?![^.?!\n]{0,20}\b(?:pourquoi|ce qui|qui|ce qu'il s'est|comment (?:(?:c'est|cela|ca|ceci"
        r"|il est|on) (?:est |soit )?(?:possible"
        r"|a(?:it)? (?:bien )?p[u|]|peut arriver|peut en arriver)|(?:une?|de|des|un|cette|ce|tel\w*|pareil\w*)"
        r" (?:[a-z]+ ){0,3}(?:a (?:bien )?pu|ont pu|peu(?:t|vent)|est|soit|puisse)\b)))|pas compris|comprends?"
        r" (?:pas|rien)|rien compris|(?:y |j'y |n'y |n'|je n')?arrive (?:pas|plus) a"
        r"(?! (?:vous |te )?(?:joindre|contacter|telephoner|avoir (?:quelqu'un|personne|l'ecole|le periscolaire)"
        r"|(?<=vous )avoir)\b)"
        r"|(?:y|n'y) arrive pas|suis (?:un peu |completement |totalement )?(?:perdue?|paumee?)|help"
        r"|(?:tu sers|ca sert|vous servez) a quoi|(?:que|quoi) (?:peux|sais|savez|pouvez|puis)[- ](?:tu|vous"
        r"|je) (?:faire|demander)"
        r"|qu'est-ce que (?:tu|vous|je) (?:peux|sais|savez|pouvez|puis) (?:faire|demander)|(?:savez|sais|pouvez"
        r"|peux) faire quoi"
        r"|quelles (?:sont les )?commandes|(?:c'est )?quoi (?:sont )?les commandes|quoi (?:ecrire|taper|faire"
        r"|mettre|dire)|que (?:dois-je|faut-il|faire)"
        r"|ou (?:faut-il |il faut )?cliquer"
        r"|cliquer ou|(?:je|on|nous) (?:fais|fait|faisons) comment|comment (?:fai(?:t|s)[- ](?:on|je|t-on)|on|je"
        r"|m'y|nous y"
        r"|ca(?! se fait)|cela(?! se fait)|s'y|se|faut|puis|peut|peux|faire|faites|dois"
        r"|proceder|est-ce)"
        r"|comment (?:fonctionne|inscri|reserv|annul|marche|utilis|desinscr|modifi|valid|ajout|vid|regl|pay|chang"
        r"|supprim|enlev)\w*"
        r"|comment (?:il|qu'il|faudrait|on|elle) (?:faut|fait|doit|faudrait)\b"
        r"|(?:s'y|m'y|nous y) prend(?:s|re|ons)? comment|comment (?:(?:on|je) )?(?:s'y|m'y) prend"
        r"|comment vous (?:envoyer|ecrire|parler|demander)"
    ),
}

#: Tells a question of how or why from an order ("comment vider mon panier ?").
HOW: Final = r"\b(?:comment|pourquoi|comprends? pas|arrive pas|impossible de|peux (?:pas|plus)|quoi sert)\b"
