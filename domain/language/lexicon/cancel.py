"""How parents call off: what they ask for, and what they say of a child. Data only: `intent` reads it."""

from __future__ import annotations

from typing import Final

from domain.language.lexicon.said import BEING_THERE, INFINITIVES, NEGATED, PRESENT
from domain.language.notions.marks import Force
from domain.language.notions.wording import ASKING, IT, OURS, THE, Wording
from domain.model.wish import Do

_C, _SAID, _ASKED = Do.CANCEL, Force.SAID, Force.ASKED

#: "de la cantine", "de la liste du goûter".
_OUT_OF: Final = r"(?:d(?:e la|es|e vos) listes? (?:de la |de l'|du |des |de |d')|de la |du |de l'|des )"
#: Where nothing follows, "besoin" and the like hold for a child whom nothing concerns ("Luka n'en a pas besoin").
_MORE: Final = r"(?!\s*(?:$|[.,;!\n]|merci|bonne|svp))"
#: No matter of ours: "pas la peine de répondre".
_NOT_MINE: Final = (
    r"(?! (?:de |d'|que vous )?(?:me |nous |m'|vous )*(?:repond|rappel|confirm|recontact|appel|telephon|inquiet"
    r"|prevenir"
    r"|s'inquiet|envoy|justif|deranger|excus|remerci))"
)
#: Who comes later comes: "ne sera pas là avant 14h".
_NOT_BEFORE: Final = r"(?!(?: (?:demain|lundi|mardi|mercredi|jeudi|vendredi))? avant (?:\d|midi\b))"
_HOME: Final = (
    r"(?:a la maison|au lit|au fond d[ue]|dans son lit|au chaud|au frais|au repos|couchee?|chez(?! vous\b)"
    r"|tranquille|pres de (?:moi|nous)\b"
    r"|avec (?:moi|nous|lui|elle|son|sa|ses|papa|maman|mamie|mamy|papi|papy|tata|leur)\b"
    r"(?! (?:meilleure?s? )?(?:copains?|copines?|camarades?|amie?s?|potes?)\b))"
)
#: A meal taken elsewhere is none at the canteen.
ELSEWHERE: Final = (
    r"\b(?<!\ba )(?<!\bont )(?<!\bai )(?<!\bavons )(?<!\bavait )(?<!\bavaient )(?<!\bdeja )"  # "hier il a mangé ici"
    r"(?:(?:re)?(?:mang|dejeun)(?:e|ent|era|eront|er|erait)|prend(?:ra|ront)? (?:son|le) repas)\b"
    r"(?: (?:exceptionnellement|finalement|donc|bien|toujours|tous|midi|le midi|ce midi))?"
    r" (?:avec [^.,;:!?\n]{3,30} (?=chez (?!vous)|a la maison|dehors|au (?:resto|restaurant|mcdo))"
    r"|a la maison|chez(?! vous\b)|avec (?:moi|nous|lui|elle|son|sa|ses(?! (?:copains|copines|camarades|amis|amies"
    r"|potes))|leurs?(?! (?:copains|copines|camarades|amis|amies|potes))|papa|maman|mamie|papi|tata|tonton)\b"
    r"(?! (?:copain|copine|meilleure?|ami|amie|camarade|pote)\b)"
    r"|dehors"
    r"|en famille|a l'exterieur|a l'hopital|au (?:resto|restaurant|mcdo|mac ?do|kebab))\b"
)

SAYINGS: Final[tuple[Wording, ...]] = (
    Wording(
        _C, _SAID, rf"{ELSEWHERE}|\brentr(?:e|ent|er|era|eront) (?:donc )?(?:manger|dejeuner|pour (?:manger"
        rf"|dejeuner))\b|\brentr(?:e|ent|era|eront)(?= (?:chez (?:nous|moi|lui|elle|eux) |a la maison )?(?:a|ce"
        rf"|le) midi\b)|\b(?:ira|iront|irait|va|vont) (?:\w+ )?chez(?! vous\b)"
        r"(?! (?:l'|le |la |son |sa )?(?:orthophon|kine|psy)\w* (?:le|les|tous les|chaque) )",
        ("Elio mange chez mamie mardi", "il ira chez sa tante", "elle déjeunera avec son parrain",
         "ils déjeuneront avec leur mamie", "Luka rentre manger", "Zoé rentre à midi vendredi", "ils mangent dehors"),
        ("il mange chez vous mardi", "elle mange mardi à la cantine"),
    ),
    Wording(
        _C, _SAID,
        rf"\b(?:doit|devra|va|doivent|vont) (?:rester|garder le lit)(?= {_HOME})|\b(?:doit|devra"
        rf"|doivent) garder (?:la chambre|le lit)\b"
        rf"|\b(?:on |je |j'|nous )?(?:le |la |les |l')?(?:gardons|garde|garderai|garderons|garder|gardera|laisse"
        rf"|laissons|laisserai|(?<!\best )(?<!\bsont )reste|restera"
        rf"|resteront|restent|rester|restait) (?:(?:bien|donc|aussi|encore|tous|toutes|plutot|sagement|\w+ment"
        rf"|tranquille"
        rf"|lui|elle|eux|les deux|tous les deux) )?{_HOME}"
        rf"|\b(?:on|je|nous) (?:garde|gardons|garderai|garderons|gardera|laisse|laissons)"
        rf"(?= [a-z-]+(?: (?:et|,) [a-z-]+)? {_HOME})"
        r"|\b(?:je peux|on peut|nous pouvons|je vais) garder (?:les |mes |nos |aux )?enfants\b"
        r"|\b(?:on|je|nous) (?:vais |va |allons |peux |peut |pouvons |prefere |preferons )?(?:le |la |les |l')"
        r"(?:garde|gardons|garderai|gardera|garderons|garder)\b(?! (?:inscrit|a la cantine|au perisco|au gouter"
        r"|a la garderie))",
        ("on le garde au chaud", "Zoé reste avec moi", "je la garde à la maison", "elle va rester au lit",
         "je peux les garder jeudi", "je vais le garder avec moi", "Luka restera chez sa nounou"),
        ("vous pouvez le garder jusqu'à 18h", "je voudrais que vous gardiez Zoé"),
    ),
    Wording(
        _C, _SAID,
        r"\b(?:ne |n')(?:la |le |les |l')?(?:compt(?:ez|e|es)|attend(?:ez|s)|prevo(?:yez|is)|gard(?:ez|e"
        r"|es)) (?:donc |surtout |finalement )?(?:pas\b|(?=ni ))(?! ?sur (?:moi|nous)\b)"
        r"|\b(?:ne |n')(?:la |le |les |l')?verr(?:ez|ons|a) (?:donc )?pas\b"
        r"|\b(?:ne )?pas (?:la |le |les |l')?(?:compter|attendre|prevoir)\b",
        ("ne le comptez pas mardi", "ne l'attendez ni jeudi ni vendredi", "ne l'attendez pas",
         "merci de ne pas la compter", "vous ne le verrez pas mardi"),
    ),
    Wording(
        _C, _SAID,
        r"\b(?:on|je|nous) (?:ne )?(?:vous )?(?:l[ea]s? |l')(?:y )?(?:envo[iy]|enverr|emm?en|am[ei]n|depos|conduir)"
        r"(?:e|ons|ai|a|erai|era|erons) (?:donc |finalement )?(?:pas|plus)\b(?! (?:avant|par|encore|tout|a temps|le"
        r" (?:certificat|mot|papier|dossier)))"
        r"|\b(?:ne )?(?:pas|plus) compter sur (?:lui|elle|eux|elles)\b"
        r"|\b(?:ne )?compt(?:ez|e|es) (?:pas|plus) sur (?!(?:moi|nous|mon|ma|le|la|les|un|une)\b)"
        r"|\b(?:ne )?(?:compt(?:ez|e|es)|attend(?:ez|s)) (?:pas|plus) (?:sur )?nous\b"
        r"(?= (?:(?:ce |le )?(?:lundi|mardi|mercredi|jeudi|vendredi)|demain|aujourd'hui|ce (?:matin|midi|soir)"
        r"|cette semaine|avant)\b(?![^.!?\n]{0,30}\bpour (?:la|le|les|tenir|aider)\b))",
        ("ne comptez pas sur nous demain", "on l'enverra pas demain", "je ne vous l'amène pas jeudi",
         "ne comptez pas sur elle demain",
         "merci de ne pas compter sur lui mardi", "comptez pas sur Zoé jeudi"),
        ("le certificat, je ne l'enverrai pas avant demain", "ne comptez pas sur moi"),
    ),
    Wording(
        _C, _SAID,
        rf"\b(?:ne |n')?(?:en )?(?:aura|auront|ai|a|avons|aurai|aurons|aurez|ont|avez)(?: donc"
        rf"| finalement)? (?:plus|pas)"
        rf"(?: \w+)? besoin\b{_MORE}{_NOT_MINE}|\b(?:ne |n')?(?:me |nous |lui |leur )?(?:faut|faudra"
        rf"|faudrait) (?:plus|pas)"
        rf"(?= {THE}{OURS})|\b(?:plus|pas)(?: \w+)? besoin\b{_MORE}{_NOT_MINE}",
        ("je n'ai plus besoin de la garderie", "pas besoin de cantine mardi", "elle aura pas besoin du goûter"),
        ("pas besoin de répondre", "Luka n'en a pas besoin.", "j'ai besoin de la cantine"),
    ),
    Wording(
        _C, _SAID,
        r"\b(?:ne |n')?(?:l'|l[ae]s? )verr(?:ez|a|ons)(?: pas| plus|(?= ni\b))",
        ("vous ne le verrez pas demain", "on le verra pas à l'école demain"),
        ("on verra demain", "vous le verrez jeudi"),
    ),
    Wording(
        _C, _SAID,
        rf"\b(?:pas|plus) (?:la peine|l'utilite|l'usage|utile|necessaire|obligatoire)\b{_NOT_MINE}"
        rf"|\binutile(?= (?:donc |alors )?pour {THE}{OURS})"
        r"|\binutile(?: donc| du coup| alors)?(?= (?:de |d')(?:le |la |les |l')?(?:prendre|prevoir|compter"
        r"|garder|inscrire|noter|mettre|attendre"
        r"|reserver))(?: (?:de |d')(?:le |la |les |l')?[a-z]+)",
        ("c'est plus la peine le matin", "le goûter pas la peine", "inutile de les prendre au goûter",
         "inutile donc de la compter ce soir"),
        ("pas la peine de me répondre", "inutile de me rappeler"),
    ),
    Wording(
        _C, _SAID, rf"\b(?:ne |n')?{IT}{PRESENT}{NEGATED}(?: (?:manger|dejeuner)\b)?|\b(?:ne "
        rf"|n'){IT}{PRESENT}(?=[^.!?,;\n]{{0,30}}\b(?:ni"
        rf"|aucun)\b)",
        ("Zoé ne mangera pas mardi", "Luka mange pas demain", "il n'ira nulle part", "elle vient plus le soir",
         "il ne déjeunera chez vous ni mardi ni vendredi", "ils ne font pas cantine", "elle fera pas l'atelier",
         "Luka ne prendra pas son repas", "Zoé ne fréquentera plus la garderie", "elle n'a pas cantine mardi"),
        ("elle mange pas mal à la cantine", "il ne mangera que mardi"),
    ),
    Wording(
        _C, _SAID,
        rf"\b(?:ne |n')?(?:pourra|pourront|peut|peuvent|va|vont|veut|veulent|pourrait|doit|doivent|devra|devront"
        rf"|souhaite|souhaitent|desire|desirent)"
        rf"(?: donc| finalement| malheureusement)? (?:pas|plus)(?: y)? {INFINITIVES}(?! (?:de |du "
        rf"|d')(?!la cantine|cantine|chez|\d|lundi|mardi|mercredi|jeudi|vendredi)){_NOT_BEFORE}",
        ("il peut pas venir jeudi", "elle ne va pas manger à la cantine", "elle ne doit pas être au goûter lundi"),
        ("Nahel peut pas rester seul", "elle ne pourra pas être là avant 14h", "il peut pas venir avant midi"),
    ),
    Wording(
        _C, _SAID,
        rf"\b(?:ne |n')?(?:sera|seront|est|sont|serait)(?: \w+)? (?:pas|plus)(?: \w+)? {BEING_THERE}{_NOT_BEFORE}"
        rf"|\b(?:ne |n')(?:sera|seront|est|sont) (?:presente?s?|la)\b(?! qu(?:e |'))",
        ("Elio ne sera pas là lundi", "ils seront pas présents", "elle n'est plus parmi vous",
         "aucun des trois ne sera là", "elle sera pas des vôtres mardi"),
        ("il sera là lundi", "elle ne sera pas là avant 14h"),
    ),
    Wording(
        _C, _SAID,
        r"\b(?:je|on|nous|j') ?(?:ne )?(?:veux|veut|souhaite|voulons|souhaitons|voudrais|voudrait|souhaiterais"
        r"|voudrions) (?:plus|pas)\b"
        rf"(?! que [a-z-]+ (?:apparai|figur|soi(?:t|ent)\b))(?! qu(?:e |'){THE}{OURS})"
        r"|\b(?:je |on |nous |j')(?:ne |n')?(?:la |le |les |l')?(?:mets|met|mettons|inscris|inscrit|inscrivons|prends"
        r"|prend|prenons|mettrai|mettra|mettrons|inscrirai|laisse|laissons) (?:donc |finalement )?(?:pas|plus)\b",
        ("je ne veux plus de la cantine le lundi", "on la met pas à la cantine demain", "je le mets plus au goûter"),
        ("on la met à la cantine mardi",),
    ),
    Wording(
        _C, _SAID, rf"\b(?<!une fois de )plus (?:de |d')(?={OURS})|\b(?:zero|0) (?={OURS})|\bc'est (?:fini"
        rf"|termine) (?={THE}{OURS})"
        rf"|(?:^|(?<=[.!?,;\n] ))(?:fini|termine)e?s? (?={THE}{OURS})|\bsans (?=cantine\b)|\bni (?={THE}{OURS} ni )",
        ("plus de cantine pour Zoé à partir de lundi", "plus d'accueil du matin", "ni goûter ni créatif pour lui",
         "journée sans cantine", "Victor zéro cantine", "c'est fini la cantine", "terminé le créatif"),
        ("il n'y a plus de place à la cantine", "une fois de plus cantine mardi"),
    ),
    Wording(
        _C, _SAID, r"(?<!monde )(?<!famille )(?<!invites )(?<!travaux )(?<!travaille )(?<!travail )\ba la maison\b",
        ("mardi à la maison",), ("je travaille à la maison",),
    ),
    Wording(
        _C, _SAID, r"\b(?:il (?:faut|faudra|faudrait) )?(?:compt(?:er|ez|e)|faire|faites) sans (?:lui|elle|eux"
        r"|elles)\b",
        ("comptez sans lui mardi",),
    ),
    Wording(
        _C, _SAID,
        rf"\b(?:fera|ferons|ferai|fait|faisons|feront) sans (?={THE}{OURS})|\bdispens(?:ee?s?|er|ez) (?:de |d')"
        rf"|\bn'(?:a|ont|aura) plus lieu d'etre\b|\b(?:n'est|ne sont|n'etait) (?:\w+ )?plus (?:d'actualite"
        rf"|a l'ordre du jour"
        rf"|concernee?s? par)\b"
        rf"|\b(?:saute|sautera|tombe(?:nt|ra)? a l'eau)\b(?=\W*(?:$|[.,;:!\n]|merci|svp| pour [a-z-]+))",
        ("on fera sans la cantine jeudi", "le goûter n'a plus lieu d'être", "jeudi n'est plus d'actualité",
         "Luka est dispensé de cantine"),
        ("il saute de joie",),
    ),
    Wording(
        _C, _SAID,
        r"\b(?:je|on|nous|mamie|papi|papy|mamy|papa|maman|(?:ma|mon|sa|son|leur) [a-z-]+) gard(?:e|ons|erai|erons"
        r"|era|eront)\b"
        r"(?= (?:(?:les|mes|nos) (?:enfants|garcons|filles|petits|deux|loulous|jumeaux)"
        r"|(?!(?:le|la|les|son|sa|ses|un|une|mon|ma|ce|cette|tout)\b)[a-z-]+(?: et [a-z-]+)?)"
        r" (?:lundi|mardi|mercredi|jeudi|vendredi|demain|aujourd'hui|ce (?:jour|midi|soir|matin|lundi|mardi"
        r"|mercredi|jeudi"
        r"|vendredi)|toute la|le \d|cette|avec (?:moi|nous)|a la maison)\b(?! (?:soir|midi|matin|apres-midi)\b))",
        ("je garde les enfants mercredi", "mamie garde Luka vendredi", "on garde Zoé et Luka demain"),
        ("je garde la place de jeudi", "on garde la cantine mardi", "on garde Zoé inscrite mardi"),
    ),
)  # fmt: skip

#: Not after an auxiliary: "vous avez annulé" tells what was done ("à annuler" asks, and ends in -er).
_NOT_DONE: Final = (
    r"(?<!\bai )(?<!\bas )(?<!\bavez )(?<!\bont )(?<!avais )(?<!avait )(?<!avons )(?<!\bete )(?<!\best )(?<!etait )"
    r"(?<!deja )(?:(?<!ment )|(?=\w+(?:ez|ons|er)\b))"
)

ASKINGS: Final[tuple[Wording, ...]] = (
    Wording(
        _C, _ASKED, rf"\bc'est annulee?\b|{_NOT_DONE}\bannul(?:{ASKING}|ations?\b|ee\b)"
        r"|\bpeu(?:t|vent) (?:(?:donc|du coup|ainsi|desormais|bien|alors) )?etre (?:annul|supprim|retir|enlev)ee?s?\b",
        ("annulez mardi", "à annuler svp", "j'annule jeudi", "vous m'annulerez vendredi", "annulation du goûter",
         "merci d'annuler", "pouvez-vous annulé jeudi", "le goûter de mardi peut donc être annulé"),
        ("vous avez annulé la cantine", "cours de danse annulé", "le match est annulé", "l'entraînement annulé"),
    ),
    Wording(
        _C, _ASKED,
        r"\bdes?-?inscri(?:re|s|t|ve|vez|vons|ption|ptions|te|vais|rai|rez|viez)\b|\bdesinscrip\w*",
        ("désinscrire Zoé", "désinscription de Luka", "je désinscris", "dés-inscrivez", "vous la désinscrirez"),
    ),
    Wording(
        _C, _ASKED, rf"{_NOT_DONE}\b(?:enlev|retir|supprim|decommand|decompt|decoch|desactiv|dereserv|effac"
        rf"|ot){ASKING}"
        r"|\b(?:suppression|radiation|decommande|retrait)s?\b(?! (?:de |d')(?:permis|argent|points))",
        ("enlevez le goûter", "à décompter de la cantine", "suppression du créatif", "retrait de Luka du soir",
         "j'enlève mardi", "finalement enlevez le goûter", "vous lui supprimerez le repas", "décochez jeudi",
         "ôtez Zoé du goûter"),
        ("j'ai retiré mardi", "vous avez supprimé jeudi"),
    ),
    Wording(
        _C, _ASKED, rf"{_NOT_DONE}(?<!\ba )\b(?:zapp|vir|saut|barr|ray)(?:er|ez|e|es|ons|era|eront)\b(?! (?:de|d')\b)"
        rf"(?= {THE}(?:repas|[a-z-]+))|(?<!\ba )(?<!\bont )(?<!\bavait )\b(?:(?:loup|rat)(?:e|ent|era|eront)"
        rf"|manqu(?:era|eront)|(?<!\bil )(?<!\bme )(?<!\bnous )(?<!\blui )(?<!\bleur )manqu(?:e"
        rf"|ent)) (?={THE}{OURS})"
        rf"|{_NOT_DONE}(?:(?<!\ba )|(?=\w+er\b))\b(?:zapp|vir|barr|ray|biff)(?:er|ez|e|es|ons)\b(?! (?:de|d')\b)"
        r"|\b(?:se|me|nous) pass(?:e|er|era|erai|erons|eront) (?:de |d')|\bfai(?:re|tes|s) sauter\b|\bfai(?:re|t|s"
        r"|tes) l'impasse\b",
        ("sautez la cantine de vendredi", "barrez Zoé mardi", "rayez-le de la liste",
         "elle sautera le goûter", "il manquera la cantine"),
    ),
    Wording(
        _C, _ASKED,
        rf"\b(?:(?:la |le |les |l')sort(?:ir|ez)|(?:sort(?:ir|ez|ons)|(?<=on )sort|(?<=je )sors)(?:-(?:la|le|les"
        rf"|moi))?(?! (?:de|du|des)\b)"
        rf"(?= (?:[\w-]+ ){{1,4}}?{_OUT_OF}{OURS}))(?= (?:[\w-]+ )*?{_OUT_OF}{OURS})"
        r"(?![^.!?\n]{0,40}\b\d{1,2} ?h)",
        ("sortir les deux de la liste de cantine", "il faut la sortir de la cantine jeudi", "sortez Luka du goûter",
         "sortir mes enfants de la cantine"),
        ("il peut sortir de la cantine", "pouvez-vous le sortir de la garderie à 16h"),
    ),
    Wording(
        _C, _ASKED, r"(?<!\bme )(?<!\bnous )\blaisse[rz]? tomber\b|(?<!n')\boubli(?:er|ez|e)\b(?= (?:la|le|les|pour"
        r"|lundi|mardi|mercredi|jeudi|vendredi|demain)\b)"
        r"|(?<=\bnon )oubliez\b(?= [a-z])(?! (?:pas|que|ce|cela|ca|mon|ma|tout)\b)"
        r"|(?<=\bfinalement )oubliez\b(?= [a-z])(?! (?:pas|que|ce|cela|ca|mon|ma|tout)\b)"
        r"|\b(?:se )?desist(?:er|e|ement|ons|ez)\b|\blib[e]r(?:er|ez|e|ons) (?:sa|la|leur|ma|cette|les|leurs"
        r"|une) places?\b"
        r"|\brenonc(?:er|e|ons|ez)\b(?= a)",
        ("laissez tomber la cantine", "oubliez le goûter de Zoé", "libérer sa place", "je me désiste pour mardi",
         "on renonce à la cantine"),
        ("n'oubliez pas Zoé",),
    ),
    Wording(
        _C, _SAID, r"(?<=[a-z] )\bpas (?:la|presente?s?)\b(?=\s*(?:$|[.,;!\n)]|(?:lundi|mardi|mercredi|jeudi|vendredi"
        r"|demain|aujourd|cette|ce|du \d|le \d|les \d)\b))",
        ("Nahel cantine jeudi, Léah pas là", "Victor pas présent mardi"),
        ("pas la cantine", "pas la semaine prochaine"),
    ),
    Wording(
        _C, _SAID, rf"(?<!m')(?<!s')(?<!\bj')(?<!\bon )(?<!\bnous )\b(?:arrete|stoppe|abandonne|cesse)"
        rf"(?:ra|nt|ront)? (?={THE}{OURS})",
        ("Zoé arrête le créatif", "Victor et Séverine arrêtent la cantine", "elle arrêtera le goûter"),
        ("je m'arrête à la cantine",),
    ),
    Wording(
        _C, _ASKED, r"\b(?:arret|stopp|cess|resili)(?:er|ez|ons|erai)\b|\b(?:j'|on |nous )(?:l'|le |la "
        r"|les )?(?:arret|abandonn)(?:e|ons)\b|(?<!\. )\bstop\b(?!\W*(?:merci|svp|$|bises|salutations|cordialement"
        r"|signe))"
        r"|\b(?:suspend|interromp)(?:re|ez|ons)\b|\bmettre fin (?:a|au)\b",
        ("arrêter la cantine", "on arrête le créatif", "stop cantine", "suspendez le soir",
         "mettre fin à la garderie", "le créatif, on l'arrête", "on abandonne la cantine"),
    ),
    Wording(
        _C, _ASKED,
        r"\bne (?:plus|pas) (?:la |le |les |l'|y )?(?:compter|prendre|prevoir|garder|accueillir|attendre)\b"
        r"|\bne plus (?:la |le |les |l'|y )?(?:mettre|inscrire|reserver|noter|ajouter)\b"
        r"|\b(?:ne |n')(?:la |le |les |l')?(?:compt(?:ez|e|es)|prenez|prends|gardez|mettez|inscrivez|prevoyez"
        r"|accueillez"
        r"|attendez) plus\b",
        ("veuillez ne plus compter Luka au matin", "ne l'inscrivez plus", "ne la prenez plus le mardi",
         "merci de ne plus le mettre"),
    ),
)  # fmt: skip

#: Which of SAYINGS are about the whole day rather than one activity.
WHOLE_DAY: Final = (
    r"vien|verr|(?:pas|plus)(?: \w+)? (?:la|venir|etre|present|parmi|des)|(?:ne|n') ?(?:sera|seront|est"
    r"|sont) (?:la|present)"
    r"|a la maison|au lit|au fond|dans son lit|au chaud|couche"
    r"|avec |particip|chez|\b(?:envo|enverr|emm?en|am[ei]n|depos|conduir)|compt\w+ (?:pas |plus )?sur|\bgard"
    r"|tranquille|au frais|au repos|sans (?:lui|elle)|nulle part"
)
