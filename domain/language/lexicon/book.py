"""How parents book, move and change: what they ask for and what they say of a child. Data only: `intent` reads it."""

from __future__ import annotations

from typing import Final

from domain.language.lexicon.said import INFINITIVES, PRESENT
from domain.language.notions.marks import Force
from domain.language.notions.wording import ASKING, OURS, SOME, THE, Wording
from domain.model.wish import Do

_B, _SAID, _ASKED = Do.BOOK, Force.SAID, Force.ASKED
_DAY: Final = r"(?:lundi|mardi|mercredi|jeudi|vendredi)"
#: What a child brings: "prévoir un pique-nique" books nothing.
_NO_THING: Final = (
    r"(?! (?:bien )?(?:un |une |des |le |la |les |du |de |son |sa |ses )?(?:pique|picnic|gourde|chapeau|casquette"
    r"|maillot"
    r"|serviette|bottes?\b|k-?way|sac\b|sacs\b|change\b|rechange|vetement|tenue|baskets|doudou|bonnet|creme))"
    r"(?! (?:bien |aussi )?(?:mon|ma|mes|notre|nos|le|la|les) (?:nouve\w+ )?(?:adresses?|tel\b|telephone|numero"
    r"|portable"
    r"|e?-?mail|coordonnees|rib\b|iban|situation|nom\b))"
)
#: What is noted, planned or entered may be an absence as well.
_NO_ABSENCE: Final = (
    r"(?! (?:bien |svp |donc |que )?(?:que|son|sa|leur|l'|cette|ces|ses|leurs|une|d'|les (?:\d|deux)|des) ?(?:absence"
    r"|annulation|desinscription|changement|\d|deux|date|jour)|(?: (?:que|bien que|qu'il|qu'elle)\b)| (?:son|sa"
    r"|cette|ces"
    r"|l'absence)\b)"
)
#: Who fetches a child is no office: "je peux donc prendre Zoé à la sortie", unlike "je peux prendre le goûter".
_I_FETCH: Final = (
    r"(?!(?<=\bje )(?:peux|pourrai|pourrais) (?:(?:donc|desormais|maintenant|alors|bien|moi-meme|aussi|a"
    r" nouveau|enfin) )*"
    r"(?:(?:le|la|les) |l')?(?:prendre|garder|accueillir|recevoir)\b"
    r"(?! (?:(?:la|le|les|une?|des|du|deux|trois) |l')?(?:cantine|gouter|repas|midi|place|creneau|accueil"
    r"|journee|centre"
    r"|garderie|creatif|atelier|mercredi|matin|soir|periscolaire)))"
)
_OFFICE: Final = (
    rf"{_I_FETCH}"
    r"\b(?:pouvez|pourriez|pouviez|puissiez|peux|pourrais|pourrez|possible|envisageable|merci|svp|faudrait|faut"
    r"|faudra|est-ce"
    r"|veuillez|serait|prie"
    r"|gentillesse|amabilite|bonte|obligeance|reconnaissante?|voulez(?=-vous| bien)|voudriez|veux(?=-tu| bien)"
    r"|(?:derange|ennui|gene)\w*(?: pas)?|(?:pourrait|peut)(?=-on)|demande(?= de))[- ](?:vous |tu |on |de |d'"
    r"|que vous |bien |vouloir |donc "
    r"|s'il vous plait |aussi )*(?:me |nous |m')?(?:le |la |les "
    r"|l'|lui |leur )?"
)

ASKINGS: Final[tuple[Wording, ...]] = (
    Wording(
        _B, _ASKED,
        r"\b(?:(?:pre|re)-?)?inscri(?:re|s|ve|ves|vez|vons|vais|viez|rai|ras|rez|rons|rais)\b|\b(?:on|je|a) inscrit\b"
        r"|(?<!\best )(?<!\betait )(?<!deja )(?<!bien )(?<!\bai )(?<!\ba )(?<!\bavons )\binscrit (?:le|la|les)\b"
        r"|\bon (?:les |la |l')inscrit\b",
        ("inscrire Zoé", "réinscrivez Luka", "vous l'inscrirez", "on l'inscrit mardi", "que vous inscriviez Zoé",
         "vous pouvez le réinscrire"),
        ("Zoé est déjà inscrite", "désinscrire Zoé"),
    ),
    Wording(
        _B, _ASKED, rf"\b(?:reserv|r?ajout|(?:re)?planifi|reprogramm|rebook|inclu){ASKING}|\breservations? svp\b"
        rf"|\bajouts?\b(?= ?:"
        rf"| de | d'| du )|\bbooker?\b",
        ("rajoutez Zoé", "je réserve mardi", "vous ajouterez Luka", "pouvez-vous réserver"),
        ("j'ai réservé jeudi", "son goûter, déjà réservé", "le repas réservé mardi"),
    ),
    Wording(
        _B, _ASKED,
        r"\bil (?:me |nous |lui |leur )(?:le |la |les |l'|en )?(?:faudrait|faudra|faut)\b(?= (?:lundi|mardi"
        r"|mercredi|jeudi|vendredi"
        r"|demain|le \d|la semaine|plutot))|\b(?:re)?mett(?:re|ez|ons|rai|rez|ras|rons|iez|es|e(?= (?:le|la"
        r"|les)\b))\b(?! (?:a jour|au courant"
        r"|en place|en demeure|fin|en contact|un mot|un papier"
        r"|de cote|a vomir|a la porte|la main|d'accord|en copie|(?:ma|mon|sa|son|mes|notre|nos|la|le"
        r"|les) \w+ a jour))"
        r"|\bje (?:vous )?(?:la |le |les )?met(?= )(?! (?:a jour|fin|en copie|en demeure))"
        r"|\b(?:re)?mets\b(?! (?:ma|mon|sa"
        r"|son|notre|la|le) \w+ a jour)(?! (?:a jour|fin|en copie|en demeure))|\b(?:on|nous) (?:vous )?(?:la |le "
        r"|les )?(?:re)?(?:met"
        r"|mettra)\b(?! (?:a jour|en|fin|au courant))",
        ("mettez Zoé à la cantine", "on la met à la cantine", "vous mettrez Zoé à l'atelier", "remets le mardi"),
        ("je vous mets en copie", "il vient de se mettre à vomir"),
    ),
    Wording(
        _B, _ASKED,
        rf"\ba compter(?= (?:pour|a la|au|dans|parmi)\b)|{_OFFICE}(?:ranger|prendre|garder|accueillir|noter|prevoir"
        rf"|caser"
        rf"|compter|enregistrer|accepter|recevoir|programmer|note|inscrit"
        rf"|ajoute|rajoute"
        r"|integrer|positionner|cocher|bloquer|caler)\b"
        r"(?! (?:(?:sa|son|ses|leurs?) (?:ventoline|traitement|medicaments?|ordonnance|sirop|doudou|manteau|veste"
        r"|affaires)"
        r"|que|note|en compte|(?:les|des|vos|toutes les) (?:dispositions|mesures|precautions|devants)|contact"
        r"|soin|acte\b"
        r"|a la maison|son absence|l'absence|avec moi|sans|un an|une? jour|deux|trois|\d))",
        ("pouvez-vous le garder mardi", "vous pouvez la noter ?", "merci de les prendre", "il faudrait accueillir Luka",
         "vous pouvez lé noté", "merci de compter Luka"),
        ("merci de noter son absence", "il faut compter deux jours de plus", "à compter de lundi"),
    ),
    Wording(
        _B, _ASKED,
        r"(?<!absence a )(?<!absences a )(?<!absence est a )(?<!l')(?<!vous me )(?<!me les )(?<!nous les )"
        r"\b(?:rangez|prenez|gardez|accueillez|notez"
        r"|prevoyez|prevoir|enregistrer|enregistrez"
        rf"|programmez|programmer|enregistre"
        rf"|comptez(?![- ]vous)|integrez|integrer|validez|comptabilisez)\b(?! (?:que|faire|note"
        rf"|en compte|a la maison|sans|pas"
        rf"|(?:bien |quand meme )?(?:celle|celui|ceux|celles)|plus|bien que|mon panier|le panier|ma (?:demande"
        rf"|commande|reservation|selection|place)))"
        rf"{_NO_ABSENCE}{_NO_THING}|\b(?:que|afin que|pour que) vous (?:me )?(?:le |la |les |l')?(?:gardiez|preniez"
        rf"|notiez"
        rf"|accueilliez|comptiez|prevoyiez|programmiez)\b(?! (?:que|en compte|a la maison|sans|pas|plus))"
        rf"{_NO_ABSENCE}{_NO_THING}",
        ("prenez Zoé mardi", "je voudrais que vous gardiez Luka le soir", "gardez ma fille lundi", "notez Luka",
         "à enregistrer merci", "prévoyez un repas", "comptez Victor à midi"),
        ("notez son absence", "notez que je travaille", "absence à prévoir jeudi", "comptez sans lui",
         "sortie jeudi, prévoir un pique-nique", "prévoyez sa gourde"),
    ),
    Wording(
        _B, _ASKED,
        rf"\b(?:coll|cal|positionn|coch|bloqu|cas|book|affect|valid)(?:er|ez|e)\b(?= (?:ca\b|cela\b)|-(?:le|la|les"
        rf"|moi)\b"
        rf"| (?:le |la |les |moi |lui |une |l')?(?:[a-z-]+ )?(?:a la|au|aux|a l'|{_DAY})\b| {THE}{OURS}"
        r"| (?:une|la|sa) place\b)"
        rf"|\breten(?:ir|ez)\b(?= (?:bien |aussi )?(?:{THE}{OURS}|(?:une|la|sa|des) places?\b))",
        ("casez Zoé à la cantine", "cochez le goûter", "bloquez une place", "valider une place pour Luka",
         "je souhaiterais retenir le repas de jeudi"),
        ("j'ai coché jeudi",),
    ),
    Wording(
        _B, _ASKED,
        r"\b(?:tu|vous) (?:(?:me |nous )?(?:le |la |les |l')|(?:me |nous )(?=\w+ (?:tout )?(?:ca|cela|le tout)\b"
        r"|(?:notes?|notez|inscris|inscrivez|r?ajoutez) (?!que\b|bien\b|qu'|l'absence)))"
        r"(?:notes?|notez|inscris|inscrivez|ajoutes?|ajoutez|mets"
        r"|mettez|prends|prenez|gardez|comptez(?![- ]vous)|rajoutez|rajoutes?|prevoyez)\b"
        r"|(?:^|(?<=\n)|(?<=[.!?] )|(?<=bonjour )|(?<=bonjour, )|(?<=bonsoir )|(?<=bonsoir, ))(?:garder|compter)\b"
        r"(?! (?:la|le|les|l'|son|sa|ses|un|une|sur) )(?= [a-z])"
        r"|(?<!rien )(?<!pas )(?<!personne )\ba (?:garder|accueillir)\b(?= (?:aussi |bien |svp )?(?:jusqu'a \d|de \d"
        rf"|les? \d|(?:le |ce )?{_DAY}|demain|ce soir|{THE}{OURS}))"
        r"|(?<=\bet )r?ajoutes?\b(?=[ -](?:lui|leur|moi|nous)\b)"
        r"|(?<!absence )(?<!absences )\ba prevoir\b|(?<!pas )\b(?:les|le|la) noter\b"
        r"|(?<!absence a )(?<!absences a )\bnoter\b"
        rf"{_NO_ABSENCE}{_NO_THING}",
        ("vous l'ajoutez ?", "vous me notez tout ça ?", "à prévoir svp", "tu me les notes ?", "à noter svp",
         "Zoé à garder jusqu'à 18h"),
        ("absences à prévoir", "absence à noter", "à garder au frais"),
    ),
    Wording(
        _B, _ASKED,
        r"\b(?:vous |te |t')?confi(?:e|er|ons|erai|erons|erais)\b(?! (?:que|mes|a ma|ses))|\bcompt(?:er|ez"
        r"|e) sur (?:lui|elle|eux|nous"
        r"|la presence)\b|\b(?:fait|ferez|font|faites|faire|trouver|garder|gardez|sollicite"
        r"|sollicitons|possible d'(?:avoir|obtenir)) (?:une|deux|trois|[1-4]) (?:petites? )?places?\b"
        r"|\bcompt(?:e|ons) sur vous pour (?!(?:me|nous|que|la suite|le|y)\b|[a-z]+(?:er|ir|re)\b)"
        rf"|\b(?:n'oubli(?:ez|e|es) (?:surtout )?pas|pens(?:ez|er|e)(?: bien| aussi)? a) (?!(?:de|que|le|la|son|sa"
        rf"|ses|un|une"
        rf"|leurs?|me|nous|lui|[a-z]+(?:er|ir|re))\b|d'|qu'|l')(?=[^.!?,;\n]{{0,40}}\b{OURS})",
        ("n'oubliez pas Zoé à la cantine", "pensez à Luka pour le goûter", "je compte sur vous pour Luka jeudi",
         "je vous confie Zoé pour la matinée", "comptez sur lui mardi", "gardez une place à Luka",
         "serait-il possible d'avoir une place pour Zoé jeudi"),
        ("n'oubliez pas le doudou de Zoé", "pensez à annuler le repas", "n'oubliez pas de donner son goûter"),
    ),
    Wording(
        _B, _ASKED,
        r"\b(?:proced(?:er|ez|iez|ions)|effectu(?:er|ez)|enregistr(?:er|ez)|faire|faites|realis(?:er|ez)"
        r"|sollicit(?:e|er|ons)|demand(?:e|er|ons)|requiers)\b(?: (?:par la presente|donc|ici|aujourd'hui|egalement"
        r"|bien))*"
        r" (?:(?:a |de )?(?:l'|une |la |les |leur |son )|aux )(?:inscription|reservation|admission|accueil)s?\b",
        ("procéder à l'inscription de Zoé", "je sollicite par la présente l'admission de Luka",
         "faire l'inscription de Zoé"),
        ("j'ai fait l'inscription hier",),
    ),
)  # fmt: skip

#: What is to be altered is not yet said.
_ALTERED: Final = (
    r"(?:modif|chang|rectif|corrig|revoir|(?:apporter|faire|effectuer) (?:une?|des|quelques) (?:petite?s? )?"
    r"(?:modif|chang|rectif|correct))"
)
_ALTER: Final = rf" {_ALTERED}"
_CHANGING: Final = rf"e{_ALTER}"
_TO_CHANGE: Final = rf" (?:(?:que )?vous |me |nous |lui |leur )?{_ALTERED}"

#: An infinitive that depends on no verb before it, as those write who learn French ("Zoé manger la cantine lundi").
_NOT_AFTER: Final = (
    "de a y pour fait faire pas plus bien mieux mal peut peux peuvent pourra pourront veut veulent va vont vais doit"
    " doivent faut sans aime le la les vient viennent rentre rentrent rentrer reste restent rester venir aller laisse"
    " laisser veux voudrait aimerait prefere pouvoir ira iront viendra rentrera devra devrait pourrait"
    " devait devaient devais pouvait voulait voulais allait allaient puisse souhaite"
)
_BY_ITSELF: Final = r"(?<!d'manger)" + "".join(rf"(?<!\b{word} manger)" for word in _NOT_AFTER.split())

SAYINGS: Final[tuple[Wording, ...]] = (
    Wording(
        _B, _SAID,
        rf"\b{PRESENT}(?:(?: quand meme| aussi| bien| finalement| exceptionnellement)? (?:manger|dejeuner))?\b"
        rf"|\bbeneficier (?=de |d'|du )"
        rf"|\b(?:est|sont|serait|sera) partante?s? (?:pour|a) (?={THE}{OURS})|\b(?:on|je|nous) (?:part|pars"
        rf"|partons) sur "
        rf"(?=(?:la |le |du )?{OURS}|{_DAY})|\b(?:amen|emmen|depos)(?:e|ons|erai|erons|era)\b(?! (?:un|une|des|du|mon"
        rf"(?! fils)|ma(?! fille)|le(?! petit| grand)|la(?! petite| grande)|les(?! (?:enfants|garcons|filles"
        rf"|petits|deux|grand)))\b"
        rf"| l')(?= (?:[\w'-]+ ){{1,6}}?(?:a |au |a la |a l'){OURS})"
        rf"|\b(?:sera|seront) (?:bien |donc |aussi |egalement )?(?:gardee?s?|accueillie?s?|prise?s? en charge"
        rf"|inscrite?s?|confiee?s?)(?= (?:\w+ )?{THE}{OURS}| (?:des |de |jusqu'a )\d)",
        ("Zoé mangera mardi", "elle déjeune chez vous", "ils font cantine", "Luka ira au centre", "Zoé remange jeudi",
         "Luka fréquentera l'atelier", "elle prend son repas", "ils viennent mardi", "elle fait le goûter",
         "Sev reste manger",
         "bénéficier de l'accueil du matin", "elle participera à l'atelier", "elle sera gardée le soir",
         "Luka est partant pour la cantine", "on part sur cantine jeudi", "je vous amène Luka jeudi à l'accueil"),
        ("papa vient chercher Zoé", "elle vient de vomir", "elle reste inscrite", "ils restent inchangés",
         "il participe à un tournoi", "elle sera gardée par sa mamie", "il n'aura personne à midi",
         "je dépose un certificat à l'accueil"),
    ),
    Wording(
        _B, _SAID,
        rf"\b(?:sa|leurs?|ses) presences?\b|\bpresences?\b(?= (?:(?:de |d')[a-z-]+ )?(?:le |la |les )?(?:{_DAY}"
        rf"|demain|\d|au |a la |a l'|{OURS}))|(?<=\d )presente?s?\b|(?:(?<=di )|(?<=demain ))presente?s?\b"
        rf"|(?<=, )presente?s?\b(?= (?:le |a la |au |{_DAY}|\d))",
        ("sa présence lundi", "présence de Zoé jeudi", "absente vendredi, présente lundi"),
        ("en présence de la directrice", "votre présence"),
    ),
    Wording(
        _B, _SAID,
        r"\by (?:sera|seront|serait)\b|\b(?:(?<!\bon )sera|seront|(?<!c')(?<!\bon )est|sont)(?: (?:bien|finalement"
        r"|aussi|donc|seulement|uniquement|juste|plutot|exceptionnellement"
        r"|egalement))? (?:presente?s?\b"
        r"|la\b(?! [a-z]+(?:elle|ole|ite|ippe|tro|nee)\b)"
        r"|des votres\b|parmi vous\b|avec vous\b|chez vous\b|(?=demi-pensionnaire)|(?=a la (?:cantine|garderie)\b"
        r"|au (?:periscolaire|centre|gouter|creatif)\b|a l'(?:accueil|atelier)\b))",
        ("Zoé sera là mardi", "ils seront présents", "elle sera des vôtres", "il sera bien présent"),
        ("combien est la journée",),
    ),
    Wording(
        _B, _SAID,
        rf"\b(?:a|ai|avons|aurai|aurais|aurons|ont|aurions|auront|aura) besoin d(?!e rien|{_CHANGING})"
        rf"|\bbesoin d(?:u|e(?! rien|{_ALTER})|')|(?<!qu')\bil (?:m'|me |nous |lui |leur )?l[ea]s? "
        rf"(?:faut|faudra|faudrait)\b|\bil (?:m'|me |nous |lui |leur )?(?:en )?(?:faut|faudra|faudrait)\b"
        rf"(?! (?:bien |aussi |toujours )?(?:prevenir|attendre|payer|savoir|penser|appeler|avertir|signer|remplir|dire"
        rf"|demander|patienter|voir|apporter|fournir|envoyer|s'y|passer par)\b)(?! qu'(?:il|elle) (?:se |garde"
        rf"|reste)| que (?:je|nous)\b| qu'on\b| que j'|{_TO_CHANGE})"
        r"|\bsoi(?:t|ent) (?:bien |aussi )?(?:gardee?s?|accueillie?s?|inscrite?s?|prise?s?|presente?s?|ajoutee?s?"
        r"|notee?s?)\b",
        ("j'ai besoin de la garderie", "il me faudrait la cantine", "besoin du matin mardi", "il leur faut la cantine",
         "Zoé il me la faut à la cantine",
         "que Victor soit gardé jeudi"),
        ("il faut qu'il se repose", "il faut que je m'organise", "il faudrait modifier", "besoin de changer"),
    ),
    Wording(
        _B, _SAID,
        rf"\b(?:peut|peuvent|puisse|puissent|pourra|pourrait|pourront|pourraient|doit|devra|devrait|doivent|va|vont"
        rf"|veut|veulent"
        rf"|voudrai(?:t|ent)|aimerai(?:t|ent)|souhaite(?:nt|rait|raient)?|adorerai(?:t|ent)|tien(?:t|nent) a"
        rf"|compte(?:nt)?)"
        rf"(?:-il|-elle|-ils|-elles)?(?: bien| aussi| donc)? {INFINITIVES}",
        ("elle pourra manger mardi", "Luka va déjeuner chez vous", "ils veulent rester au goûter"),
    ),
    Wording(
        _B, _SAID,
        rf"\bmanger{_BY_ITSELF}(?= (?:(?:a |la |le |au |les |avec vous )*(?:cantine|ecole|midi|lundi|mardi|jeudi"
        rf"|vendredi|demain"
        r"|tous|chaque|semaine|seulement)\b)|\W*$|\W*\n|, )",
        ("Zoé manger la cantine tous les mardis", "mon fils manger lundi et jeudi"),
        ("à manger lundi", "il ne veut pas manger la cantine", "on va le faire manger jeudi"),
    ),
    Wording(
        _B, _SAID,
        r"\b(?:laisse|laisser|laisserai|laisserons|laissons)\b(?! (?:tomber|le soin|faire|un message|savoir|voir"
        rf"|comme|tel|(?:la |le |les |l'|sa |son |ses ){OURS}))"
        r"(?!\s*(?:$|[.,;!\n]|merci|svp))|\ba mettre\b"
        rf"|\b(?:on|je|nous) (?:vous )?(?:pren(?:d|ds|ons|drai|drons)|command(?:e|ons|erai|erons))\b(?= (?:aussi "
        rf"|donc |bien |juste )?(?:tou(?:te)?s )?(?:{THE}|{SOME}){OURS})"
        rf"|\b(?:on|je|nous) re(?:tiens|tient|tenons|tiendrai|tiendrons)\b(?= (?:le )?{_DAY}| {THE}{OURS})"
        rf"|{_OFFICE}faire (?:manger|dejeuner)\b|\bse join(?:t|gnent|dra|dront) a (?:vous|la)\b"
        rf"|\bvous rejoin(?:t|gnent|dra|dront)\b",
        ("je vous laisse Zoé mercredi", "on prend la cantine mardi", "je prends le goûter",
         "je prends deux jours de centre", "nous prenons 3 repas", "je commande deux repas",
         "merci de faire manger Zoé", "je retiens le mercredi 14", "Luka vous rejoindra au centre"),
        ("laissez tomber", "je prends JB à 16h", "Luka on le laisse", "je prends deux jours de congé"),
    ),
    Wording(
        _B, _SAID,
        rf"\b(?:continu(?:er|era|eront|e|ent)|poursui(?:vre|vra|t)|renouveler|reconduire"
        rf"|prolonger)\b(?= {THE}{OURS})",
        ("Zoé souhaite continuer l'atelier", "Luka poursuit la cantine en juin", "renouveler la cantine du mardi"),
        ("il continue à tousser", "prolonger son absence"),
    ),
)  # fmt: skip

NOUNS: Final = Wording(
    _B, Force.NOUN,
    rf"\b(?:je|nous|on) (?:vous )?(?:demand(?:e|ons)|sollicit(?:e|ons))\b(?= (?:{THE}|{SOME}){OURS})"
    r"|\b(?:pre)?(?:re)?inscriptions?\b|\breservations?\b|\b(?:je|nous|on|j') ?(?:voudrai[st]"
    r"|souhaite(?:rais|rait|rions|ons)?|veux|veut|voudrions|aimerai[st]|aimerions"
    r"|desire(?:rais)?)\b(?! (?:dire|(?:la |le |les |l')?(?:re)?(?:voir|savoir|consulter|recevoir|connaitre))\b)"
    r"|\bpossible (?:de |d'|pour )|\best[- ]ce (?:que? )?(?:c'est |il est "
    r"|ce serait )?possible\b|(?<!pas )(?<!plus )\bbesoins?\b(?! de rien)|\bcommander\b"
    r"|\badmission\b",
    ("inscription de Zoé", "je voudrais la cantine", "on voudrait Zoé à la cantine",
     "nous sollicitons la cantine", "serait-il possible d'inscrire Zoé",
     "admission de Zoé à la cantine"),
)  # fmt: skip
#: What the structure offers, by its whole name: "de l'accueil du matin à la cantine".
_NAMED: Final = rf"{OURS}(?: (?:creatif|libre|periscolaire|(?:du|de) (?:matin|midi|soir)|de l'apres-midi|de loisirs))?"
MOVES: Final = Wording(
    None, _ASKED,
    rf"\bchang(?:er|ez|e)\b(?=[^.!?\n]{{0,60}}\b(?:{_DAY}|\d{{1,2}})\b[^.!?\n]{{0,25}}\b(?:pour|par|en|contre|vers"
    rf"|au|a)"
    rf" (?:le )?(?:{_DAY}|\d))|\b(?:decal|deplac|report|repouss"
    r"|bascul(?!\w+ (?:de|en|a la|sur la) (?:nuit|jour|jours|nuits)\b)"
    r"|troqu|(?<!notre )(?<!votre )(?<!nos )(?<!vos )(?<!cet )(?<!dernier )(?<!l')echang|remplac|intervert|permut"
    r"|(?<!vous )transfer)"
    r"(?:er|ez|e|es|ons|erai|ees?|erez)\b(?! (?:ca |cela |tout |ceci )?(?:sur|dans) (?:vos|votre|ton|tes|le|la"
    r"|les) (?:feuille|liste|tableau|planning|cahier|registre|logiciel|fichier))"
    r"|(?<!message )(?<!mail )\b(?:decalage|deplacement|report"
    r"|remplacement|transfert)\b(?= (?:au|a|de|du|d'|en|vers|pour)\b)"
    r"|(?:^|(?<=\n)|(?<=[.!?,] ))(?:decalage|deplacement|report|transfert|permutation)\b"
    r"(?= ?(?:svp|stp|merci|s'il vous plait|souhaite|demande)? ?:)"
    r"|\b(?:fai(?:re|tes|s)|proceder a|effectuer|possible) (?:l'|un |cet |d'un )echange\b"
    rf"|\bpass(?:er|ez|e|era)\b(?= du {_DAY}(?: \d{{1,2}})?(?: [a-z]+)? au {_DAY})"
    rf"|\b(?:pass|gliss)(?:er|ez|e|era|ent|eront)\b(?= (?:[a-z]+ )?(?:de {_DAY} )?(?:au|a|en) (?:le )?{_DAY})"
    rf"|\b(?:sera|seront|serait)(?: (?:finalement|plutot|donc|en fait))+(?= (?:le |au |pour (?:le )?)?"
    rf"(?:{_DAY}|\d{{1,2}}\b(?! ?h)))"
    rf"|\b(?:boug|gliss|recal|transpos)(?:er|ez|e|erai|ees?)\b(?=(?:-l[ea]s?)? (?:{THE}|{SOME})?{OURS}"
    rf"|(?:-l[ea]s?| (?:{THE})?[\w'-]+)? (?:de |du )?(?:{_DAY}|\d\d?) (?:a|au|en|vers|sur) (?:le )?(?:{_DAY}|\d))"
    rf"|\bpass(?:er|ez|e)\b(?=(?:-l[ea]s?)? (?:[a-z]+ )?(?:de {_DAY} )?(?:au|a|en) (?:le )?"
    rf"(?:{_DAY}|\d{{1,2}}\b(?! ?h)))|\bpass(?:er|ez|e|era)\b(?= (?:du|de la|de l') ?{_NAMED} (?:au|a la|a l') ?{OURS})"
    rf"|\b(?:convert|transform|commu)(?:er|ir|issez|is|ira|ez|e|ons)\b(?=[^.!?\n]{{0,60}} en (?:{THE})?{OURS})"
    r"|(?<=\bau )remplacement\b(?=, [^.;!?\n]{2,40}, (?:de la|du|de l'|des) ?[^.;!?\n]{2,60} par )"
    rf"|\b(?:pass(?:er|ez)|(?<=faut )passe|(?<=faudrait )passe|(?<=pouvez )passe|(?<=voudrais )passe)\b"
    rf"(?= {THE}(?:cantine|midi|repas|gouter|garderie|creatif|libre|centre)(?: (?:de |d'|du )?[a-z-]+)?"
    rf" (?:de|du) {_DAY} (?:a|au) (?:le )?{_DAY})"
    rf"|\bavanc(?:er|ez)\b(?= (?:[a-z']+ ){{0,7}}(?:au"
    rf"|a) (?:le )?(?:{_DAY}|\d))",
    ("décalez mardi à jeudi", "repousser le repas de mardi à jeudi", "le report au vendredi 14",
     "la passer au vendredi matin", "déplacer le repas",
     "remplacez jeudi par vendredi", "permuter lundi et mardi", "la cantine de jeudi est à avancer à mardi",
     "faudrait bouger le repas de mardi à jeudi", "bougez-le de jeudi à vendredi", "glissez la cantine au 12"),
    ("je ne peux pas bouger jeudi", "elle bouge beaucoup"),
    kind="move",
)  # fmt: skip
CHANGES: Final = Wording(
    None, Force.NOUN,
    r"(?<!\bai )(?<!\ba )(?<!avons )(?<!l')\binvers(?:er|ez|e|ion)\b|\bmodif(?:s|i(?:er|ez|e|cation|cations"
    r"|catif))?\b"
    r"|\bchang(?:er|ez|ement|ements)\b(?! (?:surtout )?rien\b)"
    r"(?! (?:de |d')(?:roulement|planning|poste|travail|horaires?|situation"
    r"|emploi|equipe"
    r"|service|employeur|numero|adresse))"
    rf"|\brevoi(?:r|s|t)\b(?= {THE}(?:{OURS}|inscriptions?|reservations?|semaine|jours?))"
    r"|\bau sujet d|\ba propos d|\bconcernant\b|\ba un changement\b"
    r"|\bchange(?:r|nt|ra|ront)? d'(?:enfant|beneficiaire|titulaire|prenom)\b"
    r"|\bdoi(?:t|vent) etre (?:modifi|chang|revu|rectifi|corrig)e?e?s?\b",
    ("une modification", "revoir le goûter de Zoé", "sa réservation doit être modifiée", "modif pour Zoé",
     "changement pour Zoé",
     "au sujet de Luka"),
    kind="change",
)  # fmt: skip
