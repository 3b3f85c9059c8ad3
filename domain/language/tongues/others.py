"""Words that tell languages apart: everyday French, languages that we do not read, words used in all. Data only."""

from __future__ import annotations

from typing import Final

#: Everyday French that no other list of ours holds.
FRENCH: Final = frozenset(
    """
    je tu il on le la un une et en au de du des ou ne ni ce se sa ma ta si y d l j m t n s c qu jusqu lorsqu puisqu
    a aux avec pour dans sur sous chez sans entre vers par les mes tes ses nos vos leurs mon ton son notre votre
    suis es est sommes etes sont ai as avons avez ont etais etait etaient serai sera seront serait ete etre avoir eu
    vais vas va allons allez vont aller irai ira iront viens vient venons venez viennent viendra viendront venir
    peux peut pouvons pouvez peuvent pourrai pourra pourront veux veut voulons voulez veulent dois doit devons doivent
    fais fait faisons font ferai fera feront mange manges mangera mangeront mangeait reste restera resteront prend
    aimerais souhaite souhaitons desire garde gardons viendrait mangerait pas plus jamais rien aussi encore deja tres
    trop bien mal oui non hier soir nuit jour jours mois an ans heure heures aout mars mai juin juillet mardi
    bonjour bonsoir salut coucou merci beaucoup cordialement madame monsieur nouveau nouvelle premier seconde svp
    cantine cantines midi midis gouter matin matins periscolaire garderie centre aere mercredis vacances jeudis
    lundis mardis dos haut bas net hotel age vrai comment combien pourquoi quel quelle quels quelles autre autres
    me te er or limite verra rate mobile correct temperature existe envoyez cliquez bon systeme comprends anule lien
    inscrit inscrite inscrits desinscrire noter prevoir envoyer voulais aurait auriez seriez pensez rappel
    """.split()  # noqa: SIM905 - easier to read in rows
)

#: Words that say nothing about the language: courtesies, and what this service is called in every household.
BORROWED: Final = frozenset(
    """
    bonjour bonsoir salut merci hello hi ok okay cordialement madame monsieur stop mail email message sms whatsapp
    cantine periscolaire garderie gouter centre restaurant menu planning internet facebook telegram pdf ce ces cp gs
    yes help salam selam shukran choukran dan ms ps alsh clsh caf super bravo weekend bus sport club camp parking
    """.split()  # noqa: SIM905 - easier to read in rows
)

#: Telling words of languages we do not read; what one of ours has too tells nothing and is left out when compared.
OTHERS: Final = frozenset(
    """
    el los las una unos y con por para pero muy mi hijo hija hijos hijas nino nina ninos manana hoy ayer lunes martes
    miercoles jueves viernes sabado domingo enfermo enferma fiebre comedor comida almuerzo almorzar esta este estan
    puede pueden quiero quisiera quiere inscribir apuntar anular cancelar favor gracias buenos buenas dias tardes
    hasta desde semana proximo proxima proximos todos todas escuela colegio vendra comera ir ira tiene cuanto cuesta
    hay sitio plaza
    il lo gli uno dei delle della dello nel nella alla allo che chi non sono mio mia miei figlio figlia figli bambino
    bambina bambini domani oggi ieri lunedi martedi mercoledi giovedi venerdi sabato domenica malato malata febbre
    mensa pranzo pranzera mangera verra viene vorrei posso puo potete iscrivere annullare prenotare grazie buongiorno
    buonasera prego settimana prossimo prossima tutti tutte scuola fino dopodomani ha per quanto costa posto anche
    merkwurdig het een niet naar vandaag morgen maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ziek koorts
    komt mijn dochter zoon kind kinderen graag aub alstublieft dank dankjewel volgende week ik wil
    ass krank kennt haut net moien villmools merci mir meng mein denschdeg mettwoch donneschdeg freideg mendeg kantin
    nie jest dziecko corka syn jutro dzis dzisiaj poniedzialek wtorek sroda srode czwartek piatek sobota niedziela
    chory chora goraczka obiad obiady stolowka prosze dziekuje dzien dobry zapisac odwolac przyjdzie bedzie moj moja
    tydzien szkola szkole od w z i jak czy
    este bolnav bolnava nu vine fiul fiica copilul copii maine azi astazi luni marti miercuri joi vineri febra pranz
    cantina vreau va rog multumesc buna ziua inscrie inscrieti anulati saptamana viitoare scoala pentru si sa cu
    hasta oglum kizim cocugum cocuk yarin bugun pazartesi sali carsamba persembe cuma gelmeyecek gelemeyecek yemek
    yemegi ogle okul okula icin ve bir bu var yok lutfen tesekkurler tesekkur ederim merhaba selam hafta gelecek
    kayit iptal ates atesi
    djali vajza femija eshte semure nuk vjen neser sot hene marte merkure enjte premte drek dreke ju lutem faleminderit
    sin kcerka kci cerka bolestan bolesna sutra danas ponedjeljak ponedeljak utorak srijeda sreda cetvrtak petak nece
    doci rucak molim hvala dobar dan skola skoli
    dnes zitra nemocny nemocna neprijde skoly dcera obed utery streda ctvrtek patek pondeli dekuji prosim
    sjuk idag imorgon kommer inte barn dotter tisdag onsdag torsdag fredag mandag syg ikke skolen tack takk vill
    beteg holnap nem jon iskolaba ebed kedd szerda csutortok pentek hetfo koszonom gyerek lanyom fiam
    marhaba labas ghedwa ghodwa lyoum mrid mrida wlidi bnti weldi khoya inchallah
    """.split()  # noqa: SIM905 - easier to read in rows
)
