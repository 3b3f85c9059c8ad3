"""Words as data: phone shorthand, words worth recognising when misspelt, and words that are right as they stand."""

from __future__ import annotations

from typing import Final

#: What phones and hurry make of words.
SHORTHAND: Final = {
    "heu": "euh", "heuu": "euh", "euhh": "euh",
    "pr": "pour", "pur": "pour", "tt": "tout", "tte": "toute", "ttes": "toutes", "ts": "tous", "tjs": "toujours",
    "tjrs": "toujours", "bjr": "bonjour", "bj": "bonjour", "bsr": "bonsoir", "slt": "salut", "stp": "svp",
    "mci": "merci", "mrc": "merci", "bcp": "beaucoup", "dc": "donc", "ds": "dans", "pdt": "pendant", "qd": "quand",
    "kan": "quand", "kand": "quand", "cb": "combien", "cmb": "combien", "koi": "quoi", "qoi": "quoi", "ke": "que",
    "ki": "qui", "ajd": "aujourd'hui", "auj": "aujourd'hui", "ajrd": "aujourd'hui", "aujd": "aujourd'hui",
    "aujourdhui": "aujourd'hui", "aujoudhui": "aujourd'hui", "ajourd'hui": "aujourd'hui", "aujourd": "aujourd'hui",
    "ojd": "aujourd'hui", "2main": "demain", "dem1": "demain", "dmain": "demain", "aprem": "apres-midi",
    "apm": "apres-midi", "aprm": "apres-midi", "apremidi": "apres-midi", "jusko": "jusqu'au", "jusqua": "jusqu'a",
    "jusquau": "jusqu'au", "jusquo": "jusqu'au", "jusquaux": "jusqu'aux", "juska": "jusqu'a", "pb": "probleme",
    "jusqa": "jusqu'a", "jusca": "jusqu'a", "combi1": "combien", "kombien": "combien",
    "rdv": "rendez-vous", "mtn": "maintenant", "enft": "enfant", "enfts": "enfants", "sem": "semaine", "jr": "jour",
    "jrs": "jours", "pq": "pourquoi", "pk": "pourquoi", "xpliquer": "expliquer", "sr": "soir", "we": "week-end",
    "weekend": "week-end", "cant": "cantine", "perisco": "periscolaire", "peri": "periscolaire", "dsl": "desole",
    "msg": "message", "resa": "reservation", "resas": "reservations", "finalemnt": "finalement", "jms": "jamais",
    "mercr": "mercredi", "svp": "svp", "ok": "ok", "oki": "ok", "jusk": "jusqu", "pa": "pas", "jusq": "jusqu",
    "decole": "d'ecole", "tlj": "tous les jours", "cmt": "comment", "cm": "comme", "tjr": "toujours",
    "slmt": "seulement",
    "ns": "nous", "vs": "vous", "vac": "vacances", "vacs": "vacances", "koa": "quoi", "dmin": "demain",
    "dem": "demain", "bsoir": "bonsoir", "jpeux": "je peux", "jveux": "je veux", "jvoudrais": "je voudrais",
    "javais": "j'avais", "javai": "j'avais", "jaurais": "j'aurais", "jaurai": "j'aurai", "javait": "j'avais",
    "voudrai": "voudrais", "souhaiterai": "souhaiterais", "aimerai": "aimerais", "jaimerais": "j'aimerais",
    "jvais": "je vais", "jsuis": "je suis", "jai": "j'ai", "g": "j'ai", "gt": "j'etais", "cest": "c'est",
    "cetait": "c'etait", "sest": "s'est", "kil": "qu'il", "kils": "qu'ils", "kelle": "qu'elle", "kon": "qu'on",
    "kel": "quel", "komme": "comme", "kom": "comme", "pouve": "pouvez", "pouver": "pouvez", "metre": "mettre",
    "tou": "tous", "toutlejours": "tous les jours", "touslesjours": "tous les jours", "cantoche": "cantine",
    "cantoch": "cantine", "cantosh": "cantine", "refectoire": "cantine", "merki": "merci", "bjour": "bonjour",
    "bonj": "bonjour", "cc": "coucou", "slm": "salut",
    "nikel": "nickel", "nikl": "nickel", "jvalide": "je valide", "jconfirme": "je confirme", "sf": "sauf",
    "nn": "non", "sof": "sauf", "sauff": "sauf", "kantine": "cantine",
    "kantinne": "cantine", "cantinne": "cantine",
    "salam": "salut", "salem": "salut", "selem": "salut",
    "stplait": "svp", "svpl": "svp", "sivouplait": "svp",
    "silvouplait": "svp", "stpl": "svp", "aprs": "apres", "avt": "avant", "qqn": "quelqu'un",
    "qqch": "quelque chose", "pcq": "parce que", "psk": "parce que", "pske": "parce que", "pke": "parce que",
    "bi1": "bien", "rdvs": "rendez-vous", "wkd": "week-end", "wk": "week-end", "annif": "anniversaire",
    "anniv": "anniversaire", "medoc": "medicament", "doc": "docteur", "maitr": "maitresse", "okay": "ok",
    "okey": "ok", "ossi": "aussi", "osi": "aussi", "2m1": "demain", "2min": "demain", "dm1": "demain",
    "demin": "demain",
    "ojourdui": "aujourd'hui", "ojourdhui": "aujourd'hui", "aujourdui": "aujourd'hui", "ojourd'hui": "aujourd'hui",
    "dak": "d'accord", "dacc": "d'accord", "dac": "d'accord",
    "pri": "prix", "tps": "temps", "lgtps": "longtemps", "fact": "facture", "facts": "factures", "pourier": "pourriez",
    "fodrait": "faudrait", "fodrai": "faudrait", "faudrai": "faudrait", "fodrais": "faudrait", "faudrais": "faudrait",
    "vien": "vient", "manje": "mange", "manjera": "mangera",
    "today": "aujourd'hui", "tomorrow": "demain",
    "cancel": "annulez", "cancelez": "annulez", "cancellez": "annulez", "canceler": "annuler", "canceller": "annuler",
    "cancelle": "annule", "cancelled": "annule", "booker": "reserver", "bookez": "reservez", "hopla": "bonjour",
    "inscir": "inscrire", "inscrir": "inscrire", "inscire": "inscrire", "inscr": "inscrire",
    "canine": "cantine", "cntre": "centre", "cnetre": "centre", "libe": "libre", "juse": "juste",
    "delait": "delai",
    "limitte": "limite", "limmite": "limite", "limit": "limite",
    "ske": "ce que", "cke": "ce que", "skil": "ce qu'il", "skon": "ce qu'on",
    "jtrouve": "je trouve", "jarrive": "j'arrive", "jvois": "je vois",
    "jcomprends": "je comprends", "jcrois": "je crois",
    "jpense": "je pense", "jdois": "je dois", "jfais": "je fais", "jprends": "je prends", "jsais": "je sais",
    "mafficher": "m'afficher", "mafiche": "m'affiche", "maffiche": "m'affiche", "menvoyer": "m'envoyer",
    "menvoi": "m'envoie", "menvoie": "m'envoie", "mexpliquer": "m'expliquer", "maider": "m'aider", "mdire": "me dire",
    "mmontrer": "me montrer", "impec": "impeccable", "impek": "impeccable", "nickl": "nickel",
    "deplasser": "deplacer", "deplassez": "deplacez", "jy": "j'y",
    "dellai": "delai", "sui": "suis", "ptite": "petite", "ptit": "petit",
    "pagner": "panier", "pagnier": "panier", "panie": "panier",
    "rebonjour": "bonjour", "rebonsoir": "bonsoir", "recoucou": "coucou",
    "tlm": "tout le monde", "parfai": "parfait", "parfe": "parfait", "plasses": "places", "plasse": "place",
    "ereur": "erreur", "erreure": "erreur",
    "poura": "pourra", "pourat": "pourra", "pourrat": "pourra", "pouras": "pourras", "pouront": "pourront",
    "goutez": "gouter", "gouttee": "gouter", "goutee": "gouter", "goutter": "gouter",
    "bne": "bonne", "bnne": "bonne", "bns": "bons", "sra": "sera", "serat": "sera", "mangra": "mangera",
    "fodra": "faudra",
    "fodrat": "faudra", "fo": "faut", "fau": "faut",
}  # fmt: skip

#: Months in short, as they stand after a day's number ("16 janv. 2025", "15sept").
SHORT_MONTHS: Final = {
    "janv": "janvier", "jan": "janvier", "fev": "fevrier", "fevr": "fevrier", "avr": "avril", "juil": "juillet",
    "sep": "septembre", "sept": "septembre", "oct": "octobre", "nov": "novembre", "dec": "decembre",
}  # fmt: skip

#: Words whose misspelling is put right.
TARGETS: Final = tuple(
    """
    lundi mardi mercredi jeudi vendredi samedi dimanche lundis mardis mercredis jeudis vendredis demain janvier
    fevrier avril juillet septembre octobre novembre decembre prochain prochaine prochains semaine semaines paires
    impaires cantine cantines gouter gouters creatif atelier garderie periscolaire matin matins midi midis soir
    soirs mercredi journee vacances toussaint printemps paques inscrire inscrivez inscris inscrivons desinscrire
    desinscrivez annuler annulez annulation annule reserver reservez reserve reservation reservations ajouter
    ajoutez ajoute rajouter rajoutez rajoute enlever enlevez enleve retirer retirez retire supprimer supprimez
    supprime attrape decaler decalez decale deplacer deplacez deplace reporter reportez malade malades absent absente
    absents absentes absence fievre gastro varicelle hospitalise hospitalisee certificat medecin mangera mangeront
    viendra viendront restera resteront dejeunera dejeuner valider valide validez panier facture factures planning
    calendrier jusqu'a pardon demander enregistrer modifier disponible places combien tarif tarifs merci bonjour
    bonsoir repas accueil centre aujourd'hui scarlatine otite angine bronchite grippe conjonctivite entorse premiere
    deuxieme orthophoniste demande message changement reviendra reprendra revient reprend mettez pouvez restent
    viennent mangent inscription desinscription rajouter maison retard
    jusqu aujourd apres depuis avant pendant durant partir compter excepte exception hormis exceptionnellement
    cette prochaines toute tous toutes chaque quinze huitaine suivant suivante lendemain journees matinee
    weekend retour rentrera pareil idem egalement aussi seulement uniquement plutot plus moins contre
    normalement habitude passer passez passe basculer basculez bascule echanger echangez remplacer remplacez
    remplace prendre prenez prend prendra prendront mange manger viens venir reste rester dejeune dejeunent
    manque manquera manquent besoin fievreux fievreuse temperature patraque vomi vomit vomissements gorge
    souffrant souffrante souffrants laryngite sinusite migraine bronchiolite pharyngite rhinopharyngite diarrhee
    toux tousse docteur dentiste pediatre hopital urgences contagieux contagieuse ordonnance soeur soeurs frere
    freres fille filles enfants enfant petite celui celle inverse aucun aucune personne ecole classe ferie
    reserves inscrite inscrits inscrites inscrit prevoir prevoyez prevu prevue notez noter annulee annules
    desinscris modifiez changez changer corriger corrigez possible pourriez voudrais souhaite souhaiterais
    aimerais faudrait quand comment pourquoi creneau creneaux inscriptions desinscrit heures heure depose
    deposer deposerai recupere recuperer fermeture dejeuneront prevenir
    jour jours vient garder gardez garde trois pourrait pourrais voulais voudrait libre reviennent reviendront
    rentre rentrent travail mariage modifie confirmer casse tombe opere operation goute desormais question
    finalement
    ventre juste periode cheville poignet vomissement rougeole oreillons appendicite pneumonie allergie
    """.split()  # noqa: SIM905 - easier to read in rows
)

#: French words that are right as they stand, near to one of ours or not.
COMMON: Final = frozenset(
    """
    vit dort loge boude insiste deteste adore souffre crache saigne joue chante dine nage grandit ecrit rit sort
    monte cherche perd rate bouge tient connait preferait suspend reclame supplie mouche gratte crie grelotte
    annulais annulait annulions reservais reservait reservions inscrivais inscrivait inscrivions desinscrivais
    desinscrivait desinscrivions retirais retirait supprimais supprimait enlevais enlevait ajoutais ajoutait demandais
    transpire somnole hurle traine couve souffle invite heberge
    goure gouree gourees affame affamee affames resservir desistement devient
    deviennent deviendra ramene ramenent tomber
    danse dansent danser
    abord accepte acceptee acceptees accord accueillir accueillez achat adresse adresses afin agreable aider aide
    aidez aient ailleurs aimerais aimerait ainsi ajoutee aller allergie allergique alors alternee ami amie amis
    amygdales ancien angine animateur animateurs animatrice annee annees anniversaire annule annulee annulees
    annules annulons apporter apprecie appris apres arachides arrive arrivee arrivera arrivent arriver assez
    association assurance attend attendant attends attente attestation attrape aucun aucune aupres aura auraient
    aurait aurez aussi autant autre autres avance avant avec avez avis avoir avons ayant badge beau beaucoup belle
    besoin besoins bien bientot bleu bleue blesse blessee boite bonne bonnes bonjour bonnet boulot bouscule
    bousculer bras bronchite bus cahier car carte cas casse cause caution ceci cela celle celles celui centre
    certaine certains cesse cet cette ceux chaque chaine chaines chambre chance change changee changement
    changements changer changez chaussure chaussures chef cher chere chercher cheville chez chien choix chose choses
    ci-joint classe classes clef cle coeur college collegue combien comme comment compliquee compte comptez comptes
    concerne concernant concernee confirme confirmer confirmez confirmation confondu conge conges connaitre conseil
    consulter content contente contient contraire contre convient coordonnees copain copains copine cordialement
    correspond corrige corriger cote cours couscous courrier court courte cousin cousine coute couter crois cuisine
    date dates debut decede decedee decembre deces decide decision decouvert dedans dehors deja delai delais demande
    demandee demandees demandes demandez demenage demenagement demi dent dents depart depasse depuis derniere
    derniers dernier derriere des desole desolee desormais dessous dessus deux deuxieme devait devant devoirs devons
    devra devrait directeur directrice dire dis dispo dit dites dois doit doivent domicile donc donne donner donnez
    dont dossier dossiers doudou doute droit droits dur duree durer echarpe ecole ecoles effet elle elles email
    embauche emmene empeche employeur encore encours enfant enfants enfin enlevee ennui ensemble ensuite entend
    entendu entier entiere entorse entre entree entretien envoie envoyer envoye envoyee epuise equipe erreur essaie
    essaye est etage etait etaient etant etat etc ete etes etre etude etudes eux eviction excellente excuse excusez
    exception exceptionnel exceptionnellement exemple expliquer faire fais faisons fait faites familial familiale
    famille fatigue fatiguee faudra faudrait faut faute faux fausse femme fera ferai ferie ferme fermee fermes
    fermeture fetes fete fichier fille filles fils fin finalement fini finir finit finis foi fois font formulaire
    forme fort fournir fracture frais francais frere freres froid froide gant gants garcon garcons garde gardez
    garder gardent gare genre gens gentil gilet grand grande grandes grands grand-mere grand-pere grands-parents
    gratuit grille grippe gros grosse groupe habite habitude heure heures heureux hier histoire hiver hopital
    horaire horaires huit ici idee ignore iles imposer impots imprevu incident inclus indiquer indiquez inquiete
    inscrit inscrite inscrites inscrits inscription inscriptions interesse interieur inverse jamais jambe jaune
    jeton jeune jeunes jeu jeux joindre joint jointe joindre jouer jour jours joie jugement juin juge jusque juste
    justificatif laisse laisser laissez lapin laquelle legere lendemain lequel lesquelles lettre leur leurs lieu
    ligne lilas lire livre loin loisir loisirs long longtemps lorsque lors lui lunettes mai main mains maintenant
    mais maison maitresse maitre malgre maman mamie manque manquera manteau marche marcher mari maris mariage marie
    marier mars martin masque matiere maternelle mauvais mauvaise medical medicament medicaments meilleur meilleurs
    meme memes menu menus mere message messieurs mettre mettez mets mettra mieux mien mienne mince mineur minimum
    minute minutes mise modification mois moins moment monde mon monsieur madame mesdames messieurs mademoiselle
    montant montre montrer mort moteur mot
    motif moyen moyens musique nager natation navree navre ne neige nez noel noir noire nom nombre nombreux non note
    notee notez noter notre nous nouveau nouvelle nouvelles nuit numero objet obligee oblige obtenir occupe office
    offre oignon oncle opere operee ordinateur ordre oreille oreilles oreillons otite ou oublie oubliee oublier oui
    outre ouvert ouverte ouvre paie paiement pain pale pantalon papa papi papier papiers par paraitre parce pareil
    parent parents parfait parfois parle parler part partage partant partir partie partons pas passage passe passer
    pause payer paye payee pays peine pendant penible pense penser perdu perdue perds pere periode permet personne
    personnes petit petite petites petits peu peur peut peuvent peux photo piece pied piscine place placer plait
    plaire plein pleine pleure plus plusieurs plutot poids point poisson pomme portable portail porte porter portera
    pose possible possibles possibilite poste poux pour pourra pourrais pourrait pourrez pouvez pouvoir pouvons
    prefere premier premiere prend prendra prendre prends prenez prenne prenom preparer pres presence present
    presente presque prete pret prevenir prevenu prevenue previent previens prevoir prevu prevue prevues prevus prie
    prier priere prime printemps pris prise privee prix probable probleme problemes proche procuration prof
    professeur professionnel professionnelle programme prolonge promener propose propre proteger puis puisque quand
    quant quatre quel quelle quelles quels quelque quelques quelqu'un question questions quelqu queue qui quinze
    quitte quoi quotient rage raison raisons ramener range rappel rappeler rappelle rapport rapporter rater ravie
    reception recevoir recois recommence recompense reconduire recu recue recuperer recupere recupereront redige
    redire redis refaire refuse refusee regarde regle reglement regler regret rejoindre remarque remboursement
    remboursee remercie remerciement remerciements remettre remise rempli remplir rencontre rendez rendre rendu
    rentre rentree rentrer repartir reponse repondre reprendre reprend reprendra reprise repos rese resoudre respect
    responsable reste rester restez restent resultat retablie retard retrouve retrouvee retour retourner retrait
    retenir reunion reveille revenir reverra reviendra revient revoir rhume rien rire robe rond rougeole rouge rue
    sable sac sache sais sait salle salut sang sante sauf savez savoir scarlatine scolaire scolaires seance second
    seconde secretariat sein sejour selon semble sens sera serai seraient serait serez seriez seront serons service
    serviette seul seule seulement sieste sien signaler signature signer simple situation soeur soeurs soigner soir
    soiree sommes son sont sors sortie sorties sortir soucis souci souhait souhaite souhaiterais souhaiterait
    souhaitez soupe sous souvent spectacle sport stage structure suis suit suite suivant suivante suivi suivre super
    supplement sur surtout table tablier taille tant tante tard tarde tasse taux telephone telle tellement temps
    tenir tenue terme termine terrain test tete the theatre toilette tombe tombee tot total toujours tour tournoi
    tous tousse tout toute toutes toux train trajet transfere transmettre transmettrai transport travail travaille
    travaillent travaux tres trop trouve trouver trouvez trousse truc types unique uniquement urgence urgent utile
    utilise utiliser vaccin vais valable valise vas vaut vecu velo vendre venir vente ventre venu venue verifier
    verite vers veste vetement veuillez veut veux viande vie viennent viens vient vieux ville virus visite vite
    vivement voici voila voir vois voit voiture voix vol volontiers vomi vomit vont votre voudrais voudrait voulais
    voulait voulez vouloir vous voyage voyages vrai vraiment yeux ticket tickets menthe mensuel parler marque sortez
    soin soins totale tableau agenda marathon recapitulatif
    midi-deux jeune avoir ont sont suis etes amis amie aime aimons anime main vent vente ventes mentir menti
    reserves absolu annuel annuelle annuaire gratuite paire paires impair paix pairs inscrira inscrivent mange
    mangent manger mangeait mangeaient dejeune dejeunent dejeunerait dejeunera gouteux inscriptio lendit lente
    maladie maladies malheureusement parti partie parties partis rendus panne banque facteur facturation facturer
    facturee centime centimes valise valable gardera garderai gardes gardons devoir devoirs absences absenter
    absentera patins patin satin sapin latin mandat marches marcher mardigras nord sud soit soif voir noir loir doit
    droit ajournee recevez recevrez serons resterait resterai resteraient reserverai reserverais reporter report
    reports sauter saute tenter tente suite rapide rapidement reglee restes casier casse-croute maitres matinee
    matinees matinal
    absinthe abstenus abstient accueille accueilli aille aillent ajout ajoutees ajoutent ajoutera ajouterai ajoutes
    ajouts annulent assister assistera attentes canine canines cantique cantiques cantonne ceinture cendre cendrier
    centaine centaines center centrale centree centrees centrer changeant changent changeront chanoine chanoines
    chargement chaudement cintre colombien combine combinent combiner combines comedien confines continue continuent
    continuer continuera continueront continues continus creation dealer deballer decalage decalee decales decele
    deceler decerner decoller decombres decouler dedain dedale demanda demandent demandera demanderai demandeur
    demandeurs demarche demarrer demeurer demeurera demonter denombre depanner deplacee deplacees deplacent deplaces
    deplaire deplaise deplorer deployer depose deposer deposera deranger desistement deuil devancer douzieme ducale
    eleve elever enlevees enlevent enleves enregistre enregistree enregistrees enregistrent enregistres enregistreur
    entouree entoures evenement facteurs fiere fractures gars gosses goute grappe grimpe hospitalite imprimes
    inscrivant instruire javier journey loulous loustics mahdi maladive malaises malin malins managers mangeons
    mangeurs manque manquer manquera manqueront marais marins marmots martiens martins massage massages medecines
    meneront mercedes merck messagers metissage mimi mini mobilier modifie modifiee modifiees modifient modifies
    monstres paies palier paniers paniquer paquet paquets pardonne parier parquets parues passera passeront piques
    pires placee placees placez plages plaies planches planes plaques plates pleniere poires polaires poulettes
    prairies premisse raconter racontez radiation recolter redevient refermer reformer regiment reiterer relaient
    relient relire remonter remporte remportee remporter remportera remportes rentrera rentrerait rentreront
    renvoient reparler repars repondez repondra reporte reportee reporters reportes reprendrait reprendront reprends
    reprenez reprenne reservee reservees reservent reservoir resident respirer respirez resserre resserrer resterais
    resteras resterons restreint retarder reticent retiendra retient retine retira retiree retirees retirent retires
    retourne retournera retourneront retrait revanche revelent revendre revent reverend reverser reviendrai
    reviendrais reviendrait reviendras reviendront revienne reviens revint revolter riposter serait simplement smala
    soie soies sois subprimes supplice supplier suppression supprimee supprimees suppriment supprimes surprise
    tardif tardifs tribu vacanciers validee validees valides validite vendra viendrai viendrais viendrait viendras
    manquent ressenti ressent ressentent rentrent resistent restaient restant restants restante repetent resultent
    resument melangent mentez mangeant pouviez prouvez jete jetes jetant jetait louvre lest lavoir loutre lavez
    laide leve levee mangeait restais cassez
    matinees matinal tardif tardive surprise surprises facturez facturiez facturons
    liste listes lit lits zone zones lie liee liees lies live life like lisez lisse lice anse severe severite
    sereine zoo zoos hante hantee acne lime lose list baptise baptisee baptiser batisse bassiste ante anes anno aune
    liesse jeun ane
    libre libres survenu
    """.split()  # noqa: SIM905 - easier to read in rows
)
