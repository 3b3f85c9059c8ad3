"""French words that stand near to one of ours (`words.TARGETS`) and are right as they are."""

from __future__ import annotations

from typing import Final

#: Found once: the 60,000 most frequent words of French that would be taken for a slip of one of ours, without those
#: that a parent hardly means ("acceuil", "mons", "judi").
NEAR: Final = frozenset(
    """
    abusent acres aiderait aimeras aires ajouta allergies amant angie annales annotation annuelles annuels
    appendice april aptes ardentes ares argentes ateliers aucunes aucuns autun avait avants avent bonjours
    caisse calendriers cantonnes case cases cass cassee cassel casser casses cassie caste castings causse
    centaure centres certificats cerveaux chandler changea changeaient changees changera changerai changeras
    changes chanter chantera chanteur chantez chantier chaques chargements charger chargera chargeur chargez
    charnier chasse chenille chenilles cheque chevilles choque cisse claque class classee classees classent
    classer classeur clause colle colmater combinee commenca commence commente commentee commenter commentes
    comments commet comparer compatir compiler completer comporter composer comptees comptera compteur compteurs
    comptoir computer conferer confiner confirma confirmee confirmees confirment confirmera confirmes conforme
    conformer conformes conforter conte contee conter contra contree contrees contrer contres controle corridor
    corriere corrigee corrigees corrigent corriges cosse cotte craque crasse creatifs creative culasse deblayer
    decalees december decimale declarer declarez decompter decomptez deduis defender dejeuners demanderez
    demandiez demange demembre demeurent demeureront dentistes depasser depenser depister deplacera deporter
    deposa deposee deposees deposent deposes deposez desinscrits desirais deuxiemes diarrhees dimanches
    disponibles disposer docteure docteurs donateur dupuis durait duran durand durent echange echangee echangees
    echangent echanges echangeur echangeurs echapper ecolo ecope ecoule egarement enfanter enfantin engagement
    enleva enlevera enregistreurs enregistrez entorses entrants etalement etranger excentre exceptions exchange
    execution exemption factices faille failles familles fatalement features feerie feria feries feriez
    fermetures feroe ferre ferrier ferriere ferte feuilles ficelles fidelement fieres fievres file files
    filiales fill filme filmes financement finement fiole fioles fiscalement folle folles fouilles fracturee
    free frele frene frire furie fusilles gallerie garce garda gardee garden garderai garderait garderas
    garderies gardiez gardiner gardner garee garer garner george gore gorgee gorges gout goutez gouts goutte
    habitudes habitue habituee habituees habituel habituer habitues hautaine hetre hetres heureuse heurt heurte
    heurts hopitaux hospital hospitalier hospitaliere hospitalises idea ides impactes impairs impasses inscrive
    insecurite insolite insolites instruit instruite instruits inversee inversees inverser inverses item joua
    joue joues joui jouir jouis joux jouy junte justes jute lendemains libere libye litre madison maisons
    malades manager manege manga mangee mangerai mangeraient mangerais mangerait manges mangeur mangez mango
    mangue maniaque manie manier manne manosque manqua manquaient manquait manquant manquante manquants manquee
    manquees manquement manquerai manquerais manquerait manques manquez manquons manson marecage marge mariages
    marianne marois marquage marquant marquent marquera marraine marriage martiale martinet martinez masquant
    masquent masson matinale medecine medecins medellin medicine melanger mercis mercy messager messages mettes
    mettiez mettrez migraines minis mins moine moines molins monge mutins notera notes notre nouer november
    noyer october opera operations operer operes ordonnances ordonnant oreillers paces paisible palaces paniques
    panse panzer paque pareille pareils pares partira partirai partit parvenir pass passa passable passager
    passee passerai passeras passerez passes passeur passeurs passible passibles passiez passy patir patraques
    pedant pedestre pediatrie pedicure penchant pend pendait pendantes pendants pendent pendre pensant pensante
    pensants pepite percevoir perdant perdante perdants perdront period periodes periscolaires peronne personal
    personnage personnel personnels petrarque pisse pisser planques pleuvoir plis plut poignant poigne poignee
    poignees poignets portrait poserait pourrai pourraient pourras pourrie pourries pourris pourrit pourrons
    pourront poursuis poursuit pourtant poussait preau premieres premiers premunir prendrai prendrais prendrait
    prendras prendrez prendrons preniez prescolaire pressoir pretendre pretez pretoire preuve prevaloir prevenez
    preventif prevenus prevois prevoit princeps promenez provenir questionne quinte rajoutent rajoutes recompter
    recouper recuperee recuperees recuperent recuperera recupererai recupereront recuperes recuperez recurent
    redeviendra redeviennent redigent referent regard register relatent remontez remplaca remplacee remplacees
    remplacent remplacera remplaces remunere remunerer renaitre renard rendirent rendront rente rentiers rentra
    rentraient rentrait rentrant rentrees rentrerai rentres rentrez rentrons reparent repartez reperees reperent
    repetera replace replacer replient reportees reprendrai reprennent reservons resister resistera ressente
    resservir resta restee resterent resto resulter retarde retardee retardes retards retiennent retirera
    retourna retours revaient revendent reveries reverra reverrez reverrons reverses reviendrons reviennes revinrent
    salement samedis
    sechement september servante soixante sondeurs soudaine soufflait soufflant soufflent souffraient souffrait
    souffrance souffrances souffrants souffrent souffrons souhaitais souhaitee souhaitees souhaitent souhaiter
    souhaites souhaitiez souhaits soulevent soupirant sueur sueurs suivaient suivait suivantes suivants suivent
    suivrait suivront surement survivant survivante tari tarik tariq tarit temperatures tomb tomba tomber tombes
    tombez tome tons tonte tops tounes tours tourte toussa tousser toys travailla troie trombe trous trousses
    urgentes valident vaudrait vendrait venin ventrale ventres venture ventures vetir vident viendrez vies views
    vins vint virent visent vivent voient vomir vomis voterait voudraient voudras voudront weekends
    """.split()  # noqa: SIM905 - easier to read in rows
)
