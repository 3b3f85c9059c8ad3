"""What only a person at the office can deal with, as families of words over folded text. Data only."""

from __future__ import annotations

from typing import Final

from domain.language.lexicon.people import BELONGING, OFFICE_MEETING

_LOSING: Final = (
    r"perdue?s?|egaree?s?|oubliee?s?|disparue?s?|introuvables?|(?:re)?trouvee?s?(?! mes (?:lunettes|cles)\b)"
    r"|restee?s? (?:dans|au|a|chez|sur)"
    r"|main dessus"
    r"|laissee?s?"
    r"|manque|sans (?:son|sa|ses)"
    r"|(?:pas|jamais|plus) (?:ete )?(?:revenu|rentre|rendu|ramene|rapporte)e?s?"
    r"|rentree?s? (?:\w+ ){0,3}(?:sans|avec|en)|volee?s?|echangee?s?|mis(?:e|es)? de cote"
    r"|cherch(?:e|ons|ez)|recuperee?s?|traine\w*|vu|aper[cs]u"
)
_BILL: Final = (
    r"factur\w+|prelev\w+|paye\w*|paiement|reglement|montant|(?<!rendre )(?<!rends )(?<!rendu )(?<!tenir )"
    r"(?<!tenez )(?<!en )compte[sz]?|comptee?s?|debit\w*"
)
_WRONG: Final = (
    r"erreurs?|fausse?s?|faux|incorrecte?s?|probleme|pas normale?|a tort|en trop|en double|deux fois|contest\w+"
    r"|rectifi\w+"
    r"|alors (?:meme )?qu|pourtant|rien a faire|surprise?|surprenant|etonn\w+|corrig\w+|comprends? pas"
    r"|(?:jamais|pas) (?:demande|reserve|inscrit)|jamais (?:venue?s?"
    r"|mange|mis)"
    r"|n'est (?:pas |jamais )?venue?|n'etait pas|n'y etait pas|pas ete la|trop elevee?s?|regularis\w+|decompt\w+"
    r"|deduire|deduction"
)
_KIN: Final = (
    r"maman|papa|mamie|mamy|papi|papy|tata|tonton|nounou|mari|femme|mere|pere|soeur|frere|conjointe?|compagn(?:on|e)"
    r"|grand-(?:mere|pere)|grands-parents|parents|tante|oncle|cousine?s?|belle-(?:mere|soeur)|beau-(?:pere|frere)"
    r"|voisine?"
    r"|marraine|parrain|baby-?sitter|assistante maternelle|amie?|copine|copain|ex"
)
_FETCHING: Final = (
    r"(?:vient|viennent|viendra|viendront|venir|passe|passera|passent|passer|va|ira|iront|vont|aller)"
    r" (?:(?:le|la|les|l'|me|y) ?)?(?:chercher|recuperer|reprendre|rechercher|prendre a la sortie)"
)

#: A matter of these is the message's own: it stands before any question of ours.
GRAVE: Final[dict[str, str]] = {
    "lost": (
        rf"\b(?:{BELONGING})\b[^.?!\n]{{0,60}}\b(?:{_LOSING})\b|\b(?:{_LOSING})\b[^.?!\n]{{0,40}}\b(?:{BELONGING})\b"
        r"|(?<!a bien son )(?<!aura son )(?<!a son )(?<!aura bien son )(?<!avec son )(?<!apporte son )\bdoudou\b"
        r"|\b(?:a|ai|avons|as|ont) (?:perdu|egare|oublie)\b(?= (?:un|une|son|sa|ses|mon|ma|mes|le|la|les"
        r"|leurs?|l'))(?! (?:une|sa|ses|deux) (?:\w+ )?dents?\b(?![^.\n]{0,60}\bretrouv))"
        r"(?! (?:\w+ )?(?:travail|emploi|boulot|poste|job|agenda|codes?|mot de passe|facture\w*|mail"
        r"|cantine|garderie|centre|perisco\w*|inscri\w*|reserv\w*|annul\w*|accueil|atelier|mercredis?"
        r"|(?:grand-?)?(?:pere|mere)|mamie|papi|oncle|tante|arriere\w*))|\b(?:d'un|d'une|a un|a une|celui d'un"
        r"|celle d'une) autre(?: enfant)?\b|\bpas (?:le sien|la sienne|les siens|les siennes|a lui|a elle)\b"
        r"|\bobjets? (?:trouves?|perdus?)\b"
    ),
    "health": (
        r"\ballerg\w+|\bpai\b|\bintoleran\w+|\bmedicaments?\b|\bdoliprane\b|\bventoline\b|\binhalateur\b"
        r"|\bordonnance\b"
        r"|\bpoux\b|\blentes\b|\bdiabet\w+|\binsuline\b|\bepipen\b|\bvegetari\w+|\bhalal\b|\bcasher\b|\bvegan\b"
        r"|\bgluten\b"
        r"|\blactose\b|\barachides?\b|\bfruits a coques?\b|\b(?:porc|viande)\b|\bsans (?:porc|gluten|lactose|viande"
        r"|sel|oeufs?)\b"
        r"|\b(?:plaques|boutons) (?:rouges )?(?:partout|apres)\b|\b(?:une|de) reaction\b|\bhandicap\w*|\baesh\b"
        r"|\bmdph\b"
        r"|\bprotocole\b"
        r"|(?<!cours de )(?<!\ben )\btraitement\b(?! (?:de |d'|des )(?:ma|mes|nos|la|les|demande))"
        r"|\bregime\b(?! general)|\bne (?:supporte|digere|tolere) (?:pas|plus)\b"
        r"|\bn(?:e |')(?:mange|boi[ts]) (?:pas|plus) (?:de |d')(?!la cantine|cantine)"
    ),
    "harm": (
        r"\bharcel\w+|\bbouscul\w+|\bfrapp\w+|(?<!je )(?<!on )(?<!j'ai )\btapee?s?\b(?! (?:quoi|sur (?:mon|le|la)"
        r"|un\b|\d))|\bs'(?:est|etait) (?:encore )?fait (?!mal|oper|soign"
        r"|hospit|vaccin|retir|enlev|ausculter|examiner|plaisir)(?:\w+ )?\w+er\b|\bmordu\w*|\binsult\w+|\bmoque\w*"
        r"|\bbagarre\w*"
        r"|(?<!vous )\bembet\w+"
        r"|\bagress\w+|\bviolen\w+|\bcoups? de (?:pied|poing|ciseaux?)\b|\bgifl\w+|\bracket\w*|\bn'ose plus\b"
        r"|\bpeur (?:d'aller|de venir)\b"
        r"|\bbless\w+ (?:au|a la|par|pendant)\b|\baccident\b(?! (?:de|en) (?:velo|trottinette|voiture|ski|roller"
        r"|scooter|moto|cheval|luge|la route|travail))|\btombee? (?:au|a la|dans|pendant)\b(?! (?:recre|ecole"
        r"|cour|maison|danse|gym|piscine|judo|foot|velo|ski))|\bmaltrait\w+"
        r"|\bpuni\w*\b"
    ),
    "complaint": (
        r"\b(?:personne|aucune? (?:adulte|animat\w+|responsable))\b[^.!?\n]{0,30}\b(?:expliqu|repondu|surveill)\w*|"
        r"\binadmissible\b|\b(?:laisse|mis|oublie|reste)e?s? (?:tout(?:e|es)? |bien )?seule?s? (?:dehors|dans|devant"
        r"|sur|sous|a la porte"
        r"|au milieu|avec les grands|pendant)\b|\b(?:mis|mets?|mettons|mettre|mise) en demeure\b"
        r"|\b(?:in)?acceptable\b|\badmissible\b|\bmecontent\w*|\bscandal\w+|\bplaintes?\b|\bplaindre\b"
        r"|\breclamation\b|\bhonte\w*|\ben colere\b|\bpas (?:du tout |tres )?contente?s?\b|\bdecue?s?\b"
        r"|\bdeception\b|\bpas (?:tres )?serieux\b"
        r"|\b(?:c'est|c'etait|vous faites|est) (?:\w+ )?n'importe quoi\b|\bras[- ]le[- ]bol\b|\bmarre\b|\bexasper\w+"
        r"|\bagac\w+|\blamentable\b|\bdeplor\w+|\bregrettable\b"
        r"|\bpersonne (?:ne|n')(?! ?(?:vien(?:t|dra)|mange(?:ra)?|dejeune(?:ra)?"
        r"|ira|reste(?:ra)?|va (?:a|au)|sera (?:la|presente?)|participe(?:ra)?)\b(?! (?:l[ae]s? |l'|me |m'|nous "
        r"|vous |lui )?"
        r"(?!manger|dejeuner)[a-z]+(?:er|ir|re)\b))|\bmal parle\b|\b(?:crie|hurle)\w* (?:sur|dessus|apres)\b"
        r"|\battenti(?:f|ve)s?\b|\bvigilan\w+|\bsurveill\w+"
        r"|\brebelote\b(?!\W+(?:[a-z'-]+ ){0,5}?(?:fievre|malade|otite|angine|gastro|rhume|grippe|bronch|vomi|3[89]))"
        r"|\ben droit d|\bc'est (?:vraiment )?(?:honteux|abuse|penible|insupportable)\b"
        r"|\bpas digne\b|\b(?:repas|plats?|dejeuner|soupe|puree|pates|poulet|riz|legumes)\b[^.,;:!?\n]{0,30}"
        r"\b(?:etai(?:t|ent)|(?:est|sont) arrives?) (?:\w+ )?(?:froids?|immangeables?|crus?|brules?|infects?)\b"
        r"|\b(?:repas|plats?|servi|viande) (?:\w+ )?froids?\b|\bservis? froids?\b|\bjamais assez\b|\bvous (?:l'|les "
        r"|nous |m')?avez (?:encore )?(?:oublie|perdu|laisse|refuse)\w*"
        r"|\b(?:ne |n')?(?:reste|restait|y a|avait|ont|a) (?:presque |quasiment |souvent |deja )*(?:plus|rien"
        r"|pas assez)"
        r" (?:\w+ ){0,2}a manger\b|\b(?:peux|peut|pouvons|veux) (?:pas|plus) (?:\w+ )?accepter\b"
        r"|\bpas (?:assez|suffisamment) (?:a mange[rz]|mange)\b"
        r"|\baffamee?s?\b|\bresservir\b|\b(?:qu'on|que (?:quelqu'un|vous|l'on)) (?:m'|nous |me )expliqu\w+(?! comment)"
        r"|\b(?:comment|qu')(?: est-il possible qu)? ?(?:une? (?:telle|pareille?|tel|autre)?|de telles?|de pareilles?"
        r"|ce genre d[e']|cela|ca|ceci) ?(?:[a-z]+ ){0,3}(?:a (?:bien )?(?:pu|ete possible)|ont (?:bien )?pu"
        r"|peu(?:t|vent) "
        r"(?:bien |encore )?(?:se (?:produire|passer|reproduire)|arriver|survenir|exister|etre (?:possible|tolere))"
        r"|est(?: |-)(?:il |elle )?(?:seulement )?possible)"
        r"|\banormale?s?\b|\bportions?\b|\b(?:encore|toujours) faim\b"
        r"|\bn'a rien mange\b|\bintolerable\b|\binjuste\b"
        r"|\bje proteste\b|\b(?:veux|voudrais|aimerais|souhaite\w*|exige|exigeons|attends|reclame)"
        r" (?:des|une) explications?\b"
        r"|(?<!suis )(?<!sommes )(?<!s'est )\bmal (?:recue?s?|accueillie?s?|organise\w*|gere\w*|surveille\w*)\b"
        r"|\bplus jamais ca\b"
        r"|\bjamais rien (?:demande|reserve|annule|signale|inscrit)\b|\bmauvaise qualite\b"
        r"|\bse (?:moque|fiche|fout)\w*\b|\bvous moquez\b|\bmanque de (?:respect|serieux|communication|personnel)\b"
    ),
    "dispute": (
        rf"\b(?:{_BILL})\b[^.?!\n]{{0,90}}\b(?:{_WRONG})|\b(?:{_WRONG})\b[^.?!\n]{{0,60}}\b(?:factur\w+|prelev\w+"
        rf"|paiement|montant)\b"
        r"|\b(?:je|nous|on) contest\w+|\brembours\w+(?! (?:(?:sa|leur|ma) (?:part|moitie|quote-part)|la moitie)\b)"
        r"|\btrop[- ]percu\b|\btenir compte pour (?:la|ma) facture\b"
        r"|\b(?:supprim|effac"
        r"|annul)\w* (?:\w+ )?factures?\b"
        r"|\b(?:un|mon) avoir\b|\bgeste commercial\b|\b(?:delai|echeancier|facilites?) de paiement\b"
        r"|\bpayer en (?:plusieurs|trois|deux)\b"
        r"|\b(?:dispute|bagarre|altercation|embrouille|querelle)s? (?:entre|avec)\b"
        r"|\bimpaye\w*|\brelance\b|\bhuissier\b|\bnous soient pas (?:comptes|factures)\b"
    ),
    "contact": (
        rf"\bparler (?:a|avec|au)\b(?! (?:mon|ma|mes|notre|leur) (?!enseignant|professeur|maitre))|\b{OFFICE_MEETING}"
        r"|\battend\w* (?:un |votre |l'|son )?(?:appel|coup de fil)\b|\bdiscuter (?:avec|de vive)\b|\brencontrer\b"
        r"|\b(?:me|nous) (?:rappeler"
        r"|recontacter)\b"
        r"(?! (?:comment|ce|mon|le|la|les|que|quel|combien|jusqu|quand|a (?:combien|quel)|mes|ma|nos))"
        r"|\brappel(?:ez|er|le)[- ](?:moi|nous)\b(?! (?:ce|mon|le|la|les|que|quel|combien|jusqu|quand|mes|ma|vos"
        r"|votre|a (?:combien|quel)))"
        r"|\b(?:r?appelez|contactez|telephonez)[- ](?:moi|nous)\b(?! (?:ce|mon|le|la|les|que|quel|combien|jusqu"
        r"|quand|mes|ma|vos|a ))"
        r"|\bavoir (?:quelqu'un|une personne|la \w+|le \w+|un \w+) (?:au (?:telephone|bout du fil)|en ligne)\b"
        r"|(?<!\bai )(?<!\ba )(?<!avons )(?<!avais )(?<!avait )(?<!aurai )(?<!\bai un )(?<!ai deja )(?<!avons un )"
        r"\brendez-vous (?:avec (?:la|le|une?|vous"
        r"|l')|telephonique)|\bfixer un rendez-vous\b|\bqu'on (?:me"
        r"|nous) (?:rappelle|recontacte|reponde)\b|\bque (?:[a-z]+ ){1,3}(?:me |nous |m')(?:(?:re)?telephone"
        r"|r?appelle|(?:re)?contacte|reponde)\b|\b(?:dire|dites|transmettez|transmettre) a [a-z-]+ (?:que|qu'"
        r"|de)\b|\betre (?:rappele|recontacte)\w*|\b(?:par|avec|a|voir"
        r"|joindre) (?:la |le |l')?(?:responsable|direct(?:eur|rice)|coordinat\w+|referente?|chef)\b"
        r"|\b(?:un|une) (?:humain|vraie personne|etre humain|responsable|interlocut\w+)\b|\bjoindre (?:quelqu'un|le"
        r"|la|une?|par telephone|l')"
        r"|\b(?:a quel|quel est (?:le|votre)|votre|le) numero\b(?! (?:de )?(?:ma|mon|dossier|allocataire|caf))"
    ),
    "work": r"\bcandidature\b|\brecrut(?:ez|ement|ements)\b|\bcv\b|\bstagiaire\b|\bpostul\w+|\bbenevol\w+",
}

#: A matter of these gives way to a question of ours in the same sentence ("la CAF me réclame la facture").
MILD: Final[dict[str, str]] = {
    "lost": (
        rf"(?<!retrouve mes )\b(?:{BELONGING})\b|(?<!suis )(?<!un peu )(?<!completement )\bperdu[es]*\b"
        r"(?! (?:une|sa|ses|deux) (?:\w+ )?dents?\b(?![^.\n]{0,60}\bretrouv))"
        rf"(?! (?:mon|son|ma"
        rf"|notre) (?:travail|emploi|boulot|poste|job|pere|mere|grand))"
        r"|(?<!m'y )(?<!s'y )\bretrouvee?s?\b(?! mes (?:lunettes|cles)\b)"
        r"(?! (?:plus |pas )?(?:mes|ma|les|la|nos|un|du|vos|votre|le|mon) "
        r"(?:\w+ )?(?:factures?|travail|emploi|boulot|e?-?mails?|messages?|courriels?|reponses?))"
    ),
    "home": (
        r"\bdemenag\w*|\b(?:nouvelle|ancienne|changement d'|chang\w+ d'|notre|mon|l')(?: ancienne)? ?adresse\b"
        r"|\b(?:nouveau|ancien|changement de"
        r"|changer de) (?:numero|telephone|portable|mail)\b"
        r"|\bcoordonnees\b|\bnumero de (?:telephone|portable)\b|\bchang\w+ de (?:nom|numero|telephone|portable"
        r"|gsm|mail|banque|situation|site|ecole"
        r"|groupe|classe)\b"
        r"|\bcontact d'urgence\b|\bpersonnes? (?:a contacter|a prevenir|autorisee?s?)\b"
    ),
    "law": (
        r"\bjugements?\b|\bjuge\b|\btribunal\b|\bdivorc\w*|\bsepar(?:ation|es|ee)\b|\bautorite parentale\b"
        r"|\bdroits? de (?:garde|visite)\b"
        r"|\bgarde alternee\b|\bavocate?\b|\bautorisee?s? a\b(?! (?:revenir|reprendre|retourner))"
        r"|\bautorisations?\b|\bresidence\b|\b(?:plus"
        r"|pas) le droit\b|\bon se separe\b"
    ),
    "papers": (
        r"\brib\b|\biban\b|\bnouvelle banque\b|\bprelevement\b|(?<!celle de l')"
        r"(?<!facture de l')(?<!factures d')(?<!facture d')\bassurance\b(?! de (?:ma|mes|notre|nos))"
        r"|\battestations?\b"
        r"|\bcertificat de scolarite\b|\bquotient\b"
        r"|(?<!\ba la )\bcaf\b|\bjustificatifs?\b(?! (?:(?:du|de|de la|medical) ?(?:\w+ )?)?(?:suit|suivra|vous sera))"
        r"|\bcartes? d'identite\b|\bfiche sanitaire\b|\bformulaires?\b|\bdossiers?\b"
        r"|\bdocuments?\b"
        r"|\bdroit a l'image\b|\bsur (?:les|des|vos|aucune) photos?\b|\bphotographi\w+|\bavis d'imposition\b"
        r"|\bmot de passe\b|\bidentifiants?\b|\bpapier (?:particulier|a"
        r"|special)\b|\bsur (?:sa|leur) fiche\b"
        r"|\b(?:adapter|modifier|mettre a jour|completer|corriger|changer|actualiser) (?:la|sa|leur|notre|les"
        r"|leurs) fiches?\b"
    ),
    "fetch": (
        rf"\b{_FETCHING}\b|\b(?:{_KIN})\b[^.?!\n]{{0,40}}\b(?:recuper(?:e|era|eront|ent)|reprend(?:ra)?)\b"
        r"|\bqui recuper(?:e|era|eront)\b|\b(?:qui|quelle personne) (?:vient|viendra|pourra|peut|ira) (?:le|la"
        r"|les) (?:chercher|recuperer)\b"
        r"|\b(?:rentr|repart|part|sort)\w* (?:tout )?seule?s?\b"
    ),
    "meals": (
        r"(?<!\bau )(?<!merci pour les )(?<!merci pour vos )(?<!merci pour le )(?<!merci des )\bmenus?\b"
        r"|\bpoissons?\b(?! d'avril)|\bqu'est-ce qu'on mange\b|\bau menu\b(?=[^:\n]*\?)|\bbio\b"
    ),
    "late": r"\ben retard\b|\bretard de\b|\bdu retard\b",
    "outing": (
        r"\b(?:piscine|kermesse|collecte)\b(?! (?:etait|fut|a ete|c'etait) (?:\w+ )?(?:super|beau|bell|top\b|genial"
        r"|reussi|magnifique|parfait|sympa|chouette|formidable|excellent|tres bien))"
    ),
}

#: What is about the past and gone wrong: days named beside it are no request.
ABSORBING: Final = frozenset({"harm", "complaint", "dispute"})

#: Said by no parent: an advertisement, a lure. One of the first, and another of either kind.
ADS: Final = (
    r"\bcliquez\b|\bne plus recevoir\b|\bdesabonn\w*|\bcartes? cadeaux?\b|\btiree?s? au sort\b|\bcode promo\b"
    r"|\bnotre (?:agence|societe|entreprise|catalogue)\b|\bprofitez\b|\boffre (?:\w+ )?(?:exclusive|speciale|limitee"
    r"|exceptionnelle)\b"
    r"|\bpanneaux solaires\b|\bbitcoins?\b|\bcrypto\w*|\bgagne[rz] (?:un|une|des|de l'argent)\b|\bpompe a chaleur\b"
    r"|\bheritage\b"
    r"|\bdesinscrivez-vous\b|\bnos (?:offres|solutions|promotions|tarifs preferentiels)\b|\bcher(?:e)? cliente?s?\b"
    r"|\bcasino\b"
    r"|\bservice gains\b|\breferencement\b|\bvotre (?:colis|carte bancaire|compte (?:a ete|est|sera) (?:suspendu"
    r"|bloque))\b"
    r"|\bdemarchage\b|\bgagnant\w*"
)
ADS_TOO: Final = (
    r"\bpromotions?\b|\bremise de\b|\b\d+ ?%|\bgratuite?s?\b|\bsans engagement\b|\bdevis\b|\bsoldes\b|\bcredit\b"
    r"|\biphone\b"
    r"|\bvotre participation\b|\baudit\b|\bvotre (?:site|visibilite|structure|etablissement)\b|\blivraison\b"
    r"|\bachat\b|\bfelicitations\b"
    r"|\bvite\b|\bnos messages\b|¤{4}|\bmaintenant\b|\blien\b|\boffres?\b|\bliquide\b|\bclients?\b"
)
#: Speaks to a machine, or for a whole school.
INJECTED: Final = (
    r"\b(?:ignore|oublie)[zr]? (?:\w+ ){0,3}(?:instructions?|regles|consignes|directives)\b"
    r"|\binstructions? precedentes?\b"
    r"|(?<!votre )(?<!nouveau )(?<!notre )(?<!ce )(?<!du )(?<!le )\bsyst[e]?me? ?:"
    r"|\[ ?syst\w* ?\]|\bnouvelles? (?:consignes?|instructions?)\b|\bnote au systeme\b"
    r"|\bprompt\b|\btu es (?:maintenant|desormais|un)\b|\bassistant\b|<\w+>"
    r"|\bignore (?:all|previous)\b|\btou(?:s|tes) les (?:parents|familles|comptes|utilisateurs)\b|\bmots? de passe d"
    r"|\bmode (?:admin|dev|debug)\w*"
    r"|\b(?:autres|toutes les) familles\b|\bdrop table\b|\badministrateur\b"
)
#: Function words of other tongues, no French words.
FOREIGN_WORDS: Final = frozenset(
    """
    the and you your please will not with for my is are have has can could would this that tomorrow today at to
    from he she his her child school lunch sick thank thanks dear i'm it's ich und der die das nicht mein meine ist sind
    bitte morgen heute kind kinder mit fur zum zur krank danke auf wir haben kann guten tag el los hijo hija
    favor manana hoy esta gracias buenos dias puede mio mia domani oggi grazie figlio
    figlia bambino scuola buongiorno meu minha filho filha amanha obrigado obrigada bom dia nao escola merhaba yarin
    cocuk bugun okul degil benim icin bir cocugum tesekkurler dzien dobry jutro dziecko nie jest prosze dziekuje moj
    moja salam copilul maine multumesc buna ziua
    """.split()  # noqa: SIM905 - easier to read in rows
)
#: Papers and excuses for days that are over.
PAPERS: Final = (
    r"\bcertifi\w+|\bcertif\b|\bjustificatifs?\b|\bmot du (?:medecin|docteur)\b|\bordonnance\b"
    r"|(?<!m')(?<!nous )\bexcuse[rz]?\b(?!-| (?:moi|nous|l[ae] (?:retard|delai)|ce retard)\b)"
)
OVER: Final = (
    r"\b(?:etait|etaient|a ete|ont ete|avait ete|fut) (?:\w+ )?(?:absent|malade|alite|arrete|souffrant)\w*"
    r"|\bderni(?:er|ere)s?\b|\bpassee?s?\b"
    r"|\b(?:a|ont) (?:\w+ )?(?:repris|pu reprendre|retrouve l'ecole|manque)\b|\b(?:est|sont) (?:\w+ )?(?:revenue?s?"
    r"|retablie?s?|guerie?s?|de retour|remise?s?)\b"
    r"|\bjustifi(?:ant|e|er)\b|\b(?:comme )?(?:vous (?:me |nous )?l'avi?ez |l'avez )?demandee?\b|\bhier\b"
    r"|\bla semaine derniere\b|\bcouvrant\b"
    r"|\bsoient pas (?:comptes|factures)\b|\bn'(?:est|etait) pas venue?\b"
)
COMING: Final = (
    r"\bjusqu|\breviendra\w*|\breprendra\w*|\bsera\b|\bseront\b|\bdemain\b|\baujourd'hui\b|\ba partir d"
    r"|\bne (?:viendra|pourra)\w*"
    r"|\b(?:prochaine?s?)\b|\bpendant\b|\bencore\b|\btoute la semaine\b|\b(?:est|sont) (?:malade|absent)\w* depuis\b"
    r"|\b(?:retour|revient|reviennent|reprend|reprennent) (?:le |ce )?"
    r"(?:lundi|mardi|mercredi|jeudi|vendredi)\b(?! dernier)"
)
#: Written by a mailbox.
AUTOMATIC: Final = (
    r"^\W*(?:coucou|salut|hello|bonjour|bonsoir|cc|kikou) (?:maman|papa|mamie|mamy|papi|papy|tata|tonton|cherie?"
    r"|mon coeur|mon amour|ma belle)\b"
    r"(?! (?:ne |n'|se |s'|qui |et |est |part|peut |pourr|va |vient |viendra |doit |sera |gardera|recupere|tombe|dem"
    r"|[a-z]+ (?:pas|plus) ))|"
    r"\babsente? du bureau\b|\babsence du bureau\b|\b(?:actuellement|presentement) (?:absente?|en conges?)\b"
    r"|\b(?:reponse|message) automatique\b|\breponse auto\b|\bout of office\b|\bje (?:vous )?repondrai (?:a|des"
    r"|lors)\b"
    r"|\bacces (?:limite )?a (?:ma messagerie|mes (?:mails|messages|e-mails|courriels))\b|\bacces limite a mes\b"
    r"|\bde retour au bureau\b|\bautomatic reply\b|\bne consulter?(?:ai|a)? pas (?:mes|ma|ses)\b|\bmailer-daemon\b"
    r"|\b(?:undeliver\w+|delivery (?:status|failed))\b|\bn'a pas pu etre (?:remis|distribue|delivre)\b"
)
#: What French sentences are full of.
FRENCH_WORDS: Final = frozenset(
    """
    le la les des du un une et est pour pas je vous nous il elle ne que qui dans sur au aux mon ma mes son sa ses ce
    cette de avec bonjour bonsoir merci svp en plus mais si demain lundi mardi mercredi jeudi vendredi cantine midi
    garderie gouter soir matin centre inscrire annuler c'est ai a
    """.split()  # noqa: SIM905 - easier to read in rows
)
