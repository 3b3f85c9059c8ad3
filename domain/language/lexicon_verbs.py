"""The verbs parents use for what they want, as patterns over folded text. Data only: `intent` reads them."""

from __future__ import annotations

from typing import Final

_PRESENT: Final = (
    r"(?:mang(?:e|ent|era|eront|erait|eraient)(?! (?:mal|peu|rien|trop|tres|bien|tout|deja)\b)|dejeun(?:e|ent"
    r"|era|eront)|(?:vien(?:t(?! d[e'])"
    r"|nent(?! d[e'])|dra|dront|drait))(?! (?:(?:le|la|les|l'|y|nous|te) ?)?(?:chercher"
    r"|recuperer|prendre|rechercher|reprendre)| (?:bien |quand meme )?(?:a l'ecole|en classe|en cours))"
    r"|(?<!le )rest(?:e(?! (?:bien )?inscrit)(?!\s*(?:$|[.,;!\n]|merci|bonne|svp))"
    r"|ent(?! (?:bien )?inscrit)(?!\s*(?:$|[.,;!\n]|merci|bonne|svp))|era"
    r"|eront|erait)|ira|iront"
    r"|(?:va|vont)(?= (?:a la|au|aux|y|pas|plus)\b)|"
    r"aill(?:e|ent)(?= (?:a la|au|aux|y)\b)|particip(?:e|era|eront)|fera|feront|frequentera|prendra|prendront"
    r"|aura|auront|goutera|gouteront)"
)
_NEGATED: Final = (
    r"(?: (?:donc|finalement|malheureusement|y|tout|exceptionnellement|non))? ?(?:pas|plus|ni|nulle part)\b"
)
_INFINITIVES: Final = (
    r"(?:venir|manger|rester (?:manger|dejeuner|gouter)|rester|aller|dejeuner|etre (?:la|present|presente|presents"
    r"|inscrite?s?)|participer|assister)"
)

#: A meal taken elsewhere is none at the canteen.
_ELSEWHERE: Final = (
    r"\b(?:mang|dejeun)(?:e|ent|era|eront|er)\b(?: (?:exceptionnellement|finalement|donc|bien))? "
    r"(?:a la maison|chez(?! vous\b)|avec (?:moi|nous|lui|elle|son|sa|ses|papa|maman|mamie|papi)|dehors"
    r"|au (?:resto|restaurant))\b"
)
BOOK_ASKED: Final = (
    r"\b(?:(?:pre|re)-?)?inscri(?:re|s|ve|vez|vons|vais|rai|rez)\b|\b(?:on|je"
    r"|a) inscrit\b|\binscrit (?:le|la|les)\b|\breserv(?:er|ez|e|es|ons|erai|erais"
    r"|ations? svp)\b|\bbooker?\b"
    r"|\br?ajout(?:er|ez|e|es|ons|erai)\b|\b(?:re)?mett(?:re|ez|ons|rai)\b(?! (?:a jour"
    r"|au courant|en place|fin|en contact))|\bmets\b|\b(?:pouvez|pourriez|peux"
    r"|pourrais|pourrez|possible|faisable|envisageable|merci|svp|faudrait|faut|est-ce)[- ](?:vous |tu "
    r"|de |que vous )*(?:me |nous |le |la |les )?(?:prendre|garder|accueillir"
    r"|noter|prevoir)\b"
    r"|\b(?:prenez|gardez|accueillez|notez|prevoyez|prevoir|enregistrer|enregistrez"
    r"|programmez|programmer|enregistre)\b(?! (?:que|note|en compte|a la maison))"
    r"|\b(?:coll|cal|positionn|coch|bloqu|cas|book)(?:er|ez|e)\b(?= (?:ca\b|cela\b)|-(?:le|la|les|moi)\b"
    r"| (?:le |la |les |moi )?(?:[a-z-]+ )?(?:a la|au|aux|a l'|mardi|lundi|jeudi|vendredi|mercredi)\b)"
    r"|\b(?:tu|vous) (?:me |nous )?(?:le |la |les |l')(?:notes?|notez|inscris|inscrivez|ajoutes?|ajoutez|mets"
    r"|mettez|prends|prenez)\b"
    r"|\b(?:vous|tu) (?:me |nous |lui |leur )?(?:la |le |les |l')?(?:inscri|reserve|mett|ajoute|rajoute|note|prend"
    r"|garde|prevoi)"
    r"r(?:ez|as)\b(?! (?:que|note)\b)|\ba prevoir\b|\b(?:les|le|la) noter\b|\bnoter\b(?! (?:que|son|sa|cette"
    r"|l'absence|ces|les (?:\d|deux)))"
)
BOOK_SAID: Final = (
    rf"\b{_PRESENT}\b|\b(?:sera|seront|(?<!c')est|sont) (?:presente?s?\b|la\b(?! [a-z]+(?:elle|ole|ite|ippe"
    rf"|tro)\b)|(?=a la (?:cantine"
    r"|garderie)\b|au (?:periscolaire|centre|gouter)\b))|\b(?:a|ai|avons|aurai|aurais"
    r"|aurons|ont|aurions|auront|aura) besoin d(?!e rien)"
    r"|\bbesoin d(?:u|e(?! rien)|')|\bil (?:me |nous )?(?:faut|faudra|faudrait)\b|\b(?:peut"
    r"|peuvent|pourra|pourrait|pourront|pourraient|doit|devra|devrait)(?:-il|-elle"
    rf"|-ils|-elles)? {_INFINITIVES}|\b(?:laisse|laisser|laisserai|laisserons)\b(?! (?:tomber|le soin|faire"
    r"|un message))|\ba mettre\b|\bon prend\b|\bje prends\b"
)
BOOK_NOUN: Final = (
    r"\b(?:pre)?(?:re)?inscriptions?\b|\breservations?\b|\b(?:je|nous|on|j') ?(?:voudrais"
    r"|souhaite(?:rais|rait|rions|ons)?|veux|veut|voudrions|aimerais|aimerions"
    r"|desire)\b|\bpossible (?:de |d'|pour )|(?<!pas )(?<!plus )\bbesoins?\b(?! de rien)|\bcommander\b"
)
#: Not after an auxiliary: "vous avez annulé" tells what was done ("à annuler" asks, and ends in -er).
_NOT_DONE: Final = (
    r"(?<!\bai )(?<!\bas )(?<!\bavez )(?<!\bont )(?<!avais )(?<!avait )(?<!avons )(?<!\bete )(?<!\best )(?<!etait )"
    r"(?<!deja )(?<!ment )"
)
CANCEL_ASKED: Final = (
    r"\bc'est annulee?\b|"
    r"\bdes?-?inscri(?:re|s|t|ve|vez|vons|ption|ptions|te)\b"
    rf"|{_NOT_DONE}\bannul(?:er|ez|e|es|ons|ation|ations|erai|ee)\b"
    rf"|{_NOT_DONE}\b(?:enlev|retir|supprim|decommand)(?:er|ez|e|es|ons|erai)\b"
    rf"|{_NOT_DONE}(?<!\ba )\b(?:zapp|vir|saut|barr|ray)(?:er|ez|e|es|ons)\b"
    r"|\b(?:vous|tu) (?:me |nous |lui |leur )?(?:la |le |les |l')?(?:annule|enleve|retire|supprime|desinscri)r(?:ez"
    r"|as)\b"
    r"|\blaisse[rz]? tomber\b|(?<!n')\boubli(?:er|ez|e)\b(?= (?:la|le|les|pour) )"
    r"|\b(?:arret|stopp|cess|resili)(?:er|ez|ons)\b|\b(?:j'|on )arrete\b|\bstop\b|\b(?:suspend|interromp)(?:re|ez)\b"
    r"|\b(?:se )?desist(?:er|e|ement)\b|\bliberer? (?:sa|la|leur|ma|cette) place\b"
)
CANCEL_SAID: Final = (
    rf"{_ELSEWHERE}|\b(?:doit|devra|va|doivent|vont) (?:rester|garder le lit)(?= (?:a la maison|au lit|au chaud|chez))"
    r"|\b(?:ne |n')(?:la |le |les |l')?(?:comptez|compte|comptes|attendez|prevoyez) pas\b"
    r"|\b(?:ne )?pas (?:la |le |les |l')?(?:compter|attendre|prevoir)\b|"
    r"\b(?:ne |n')?(?:aura|auront|ai|a|avons|aurai|aurons|aurez)(?: donc| finalement)? (?:plus"
    rf"|pas)(?: \w+)? besoin\b(?!\s*(?:$|[.,;!\n]|merci|bonne|svp))|\b(?:ne |n'|n')?(?:l'|y |le "
    rf"|la )?{_PRESENT}{_NEGATED}"
    r"|\b(?:ne |n')?(?:pourra|pourront|peut|peuvent|va|vont|veut)(?: donc| finalement)? (?:pas"
    rf"|plus)(?: y)? {_INFINITIVES}|\b(?:ne |n')?(?:sera|seront|est|sont)(?: \w+)? (?:pas"
    r"|plus)(?: \w+)? (?:presente?s?|la\b|(?=a la (?:cantine|garderie)|au (?:periscolaire"
    r"|centre|gouter))|parmi|des notres|accueill)"
    r"|\b(?:plus|pas)(?: \w+)? besoin\b(?!\s*(?:$|[.,;!\n]|merci|bonne|svp))|\bsans cantine\b|\b(?:je|on"
    r"|nous) (?:ne )?(?:veux"
    r"|veut|souhaite|voulons|souhaitons) (?:plus|pas)\b|\b(?:on |je |nous )?(?:le "
    r"|la |les |l')?(?:gardons|garde|garderai|garderons|reste|restera|resteront"
    r"|restent) (?:\w+ )?(?:a la maison|au lit|au chaud|couchee?|au frais|au repos"
    r"|avec (?:moi|nous|lui|elle)|chez)\b"
    r"|(?<!monde )(?<!famille )(?<!invites )(?<!travaux )(?<!travaille )(?<!travail )\ba la maison\b"
    r"|\b(?:il (?:faut|faudra|faudrait) )?(?:compt(?:er|ez|e)|faire|faites) sans (?:lui|elle|eux|elles)\b"
)
#: Which of CANCEL_SAID are about the whole day rather than one activity.
WHOLE_DAY: Final = (
    r"vien|(?:pas|plus)(?: \w+)? (?:la|venir|etre|present)|a la maison|au lit|au chaud|couche"
    r"|avec (?:moi|nous)|particip|chez"
    r"|au frais|au repos|sans (?:lui|elle)|nulle part"
)
REFUSED: Final = (
    r"\bn(?:e |')(?:l'|le |la |les |me )?(?:inscrivez|inscris|mettez|mets|reservez"
    r"|ajoutez|prenez|annulez|annule|desinscrivez|enlevez) (?:\w+ )?pas\b"
    r"|\bne pas (?:l'|le |la |les )?(?:inscrire|mettre|ajouter|annuler|desinscrire"
    r"|reserver)\b"
)
ABSENT: Final = r"\babsente?s?\b|\babsences?\b|\bs'absenter(?:a|ont)?\b|\bmanquer(?:a|ont) l'ecole\b"
MOVE: Final = (
    r"\bchang(?:er|ez|e)\b(?=[^.!?\n]{0,60}\b(?:lundi|mardi|mercredi|jeudi|vendredi"
    r"|\d{1,2})\b[^.!?\n]{0,25}\b(?:pour|par|en|contre|vers|au|a) (?:le )?(?:lundi"
    r"|mardi|mercredi|jeudi|vendredi|\d))|\b(?:decal|deplac|report|bascul|echang"
    r"|remplac|intervert|(?<!vous )transfer)(?:er|ez|e|es|ons|erai|ees?)\b"
)
UNDONE_ABSENCE: Final = (
    r"\b(?:annul|retir|enlev|supprim)\w* (?:l'|son |cette |mon |d'|leur |une |ses |les )?absences?\b"
)
CHANGE: Final = (
    r"\binvers(?:er|ez|e|ion)\b|"
    r"\bmodifi(?:er|ez|e|cation|cations|catif)\b|\bchang(?:er|ez|ement|ements)\b"
    r"|\bau sujet d|\ba propos d|\bconcernant\b|\ba un changement\b"
)

EATING: Final = r"mang|dejeun"
