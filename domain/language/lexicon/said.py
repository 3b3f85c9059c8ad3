"""What is said of children who come: the verbs, and where they are then. Data only."""

from __future__ import annotations

from typing import Final

from domain.language.notions.wording import OURS, THE

#: Where a child goes without us: "va au judo jeudi soir, donc pas de garderie".
SPORT: Final = (
    r" (?:a la |a l'|au |aux |en )(?:judo|karate|foot|football|danse|piscine|gym\w*|sport|musique|solfege|tennis"
    r"|rugby|poney|cheval"
    r"|equitation|theatre|catechisme|hand\w*|basket\w*|natation|conservatoire|docteur|medecin|dentiste|kine"
    r"|orthophoniste"
    r"|psy\w*|ophtalmo\w*|hopital|anniversaire|cinema|escalade|patinoire|mosquee|messe|biblio\w*|entrainement"
    r"|match)\b"
)
#: The same and the like, as what somebody "has" on a day.
PASTIME: Final = (
    r"(?:judo|karate|aikido|boxe|escrime|foot|football|danse|piscine|natation|gym\w*|sport|musique|solfege|tennis"
    r"|ping-pong"
    r"|rugby|poney|cheval|equitation|theatre|catechisme|cate|hand\w*|basket\w*|volley\w*|athle\w*|escalade|patin\w*"
    r"|conservatoire|piano|violon|guitare|flute|batterie|chorale|chant|orchestre|dessin|peinture|poterie|couture|cirque"
    r"|echecs|scouts?|yoga|velo|orthophon\w+|ortho|kine|dentiste|psy\w*|entrainement|match|competition|repetition)\b"
)
NOT_SPORT: Final = rf"(?!{SPORT})"
#: "he comes": of use with a "not" as well.
PRESENT: Final = (
    r"(?:(?:re)?mang(?:e|ent|era|eront|erait|eraient)(?! (?:mal|mieux|davantage|moins|peu|rien|trop|tres"
    r"|(?:pas )?(?:beaucoup|assez"
    r"|grand-chose)|(?<!ra )(?<!ront )bien"
    r"|tout(?! les)|deja|(?:tous |toutes |donc |bien )*(?:ensemble|en famille|au resto\w*|dehors"
    r"|en ville)(?! (?:a la|au)\b))\b)"
    r"|(?:re)?dejeun(?:e|ent|era|eront|erait)"
    r"|(?:vien(?:t(?! \()(?! (?:juste |seulement |tout juste |enfin )?d[e'])|nent(?! (?:juste |seulement "
    r"|enfin )?d[e'])|dra|dront|drait|draient))(?! (?:(?:le|la|les|l'|y|nous|te) ?)?(?:chercher"
    r"|recuperer|prendre(?! (?:son|sa|leur) (?:petit |premier )*(?:repas|gouter|dejeuner|temps|place))|rechercher"
    r"|reprendre)| (?:bien |quand meme )?(?:a l'ecole|en classe|en cours))"
    r"|(?<!\ble )(?<!\bje )rest(?!\w*(?:-t)?-il)"
    r"(?!\w* (?:encore |bien |toujours |plus |pas )*(?:une?|de|de la|des|\d+|deux"
    r"|assez de"
    r"|quelques?) places?)(?:e(?! (?:bien )?(?:inscrit|inchange|pareil|identique|valable|confirme))(?!\s*(?:$"
    r"|[.,;!\n]|merci|bonne|svp))"
    r"|ent(?! (?:avant (?:les vacances|noel|paques|la fin)|d'ici|du mois|de l'annee)\b)"
    r"(?! (?:bien )?(?:inscrit|inchange|pareil|identique|valable|confirme))(?!\s*(?:$|[.,;!\n]|merci|bonne"
    r"|svp))|era|eront|erait|eraient)"
    rf"|(?<!\bca )(?<!\bcela )(?<!\bca n')(?<!\bcela n')(?:ira|iront|irait)(?! (?:\w+ )?chez(?! vous)){NOT_SPORT}"
    r"|(?<!\bca )(?<!\bcela )(?<!\bca ne )(?<!\bcela ne )"  # "ça ne va pas" is no child that stays away
    rf"(?:va|vont){NOT_SPORT}(?= (?:a la|a l'|au|aux|y"
    rf"|pas|plus)\b(?! avoir))"
    r"|aill(?:e"
    r"|ent)(?= (?:a la|a l'|au|aux|y)\b)"
    rf"|particip(?:e|ent|era|eront|erait)(?= (?:pas |plus |bien |aussi )?(?:a |aux )?{THE}{OURS})"
    r"|(?:enchain|integr)(?:e|ent|era|eront|erait)|frequent(?:e|ent|era|eront|erait)|fera|feront|ferait"
    rf"|(?:essai|essay|test|tent|decouvr|commenc)(?:e|ent|era|eront)(?= {THE}{OURS})"
    r"|assist(?:e|ent|era|eront)(?= (?:a|au|aux|pas|plus)\b)|profit(?:e|ent|era|eront)(?= (?:de|du|d'|pas|plus)\b)"
    rf"|(?:fait|font|fasse|fassent)(?= (?:pas |plus |bien )?{THE}{OURS})|prendra|prendront"
    rf"|re(?:prend(?:ra|ront)?|prennent)(?= {THE}{OURS})|(?:(?<=qu'il y )|(?<=qu'elle y )|(?<=qu'ils y )"
    rf"|(?<=qu'elles y ))particip(?:e|ent)"
    rf"|pren(?:d|nent|ne)(?= (?:pas |plus |bien |aussi )?(?:{THE}|ses |leurs ){OURS})"
    r"|passer(?:a|ont)(?= (?:la|toute|sa|son|une|l'))|(?<!\by )aura(?! personne)|auront(?! personne)"
    rf"|a(?= (?:pas|plus) (?:de |d')?{OURS})|ont(?= (?:pas|plus|bien) (?:de |d')?{OURS})|goutera|gouteront)"
)
NEGATED: Final = (
    r"(?: (?:donc|finalement|malheureusement|y|tout|exceptionnellement|non|surement|certainement|normalement|aussi))?"
    r" ?(?:pas(?! mal\b)|plus(?! (?:tard|tot|longtemps)\b)|ni|nulle part)\b"
)
INFINITIVES: Final = (
    r"(?:venir|manger|rester (?:manger|dejeuner|(?=gouter\b))|rester(?! seule?s?\b)|(?:y )?aller|dejeuner"
    r"|(?=gouter\b)"
    r"|etre (?:gardee?s?|accueillie?s?|prise?s? en charge)(?! (?:a la maison|au (?:lit|chaud)|par|chez)\b)"
    r"|etre (?:la|des votres|parmi vous|au |a la |a l'|presente?s?|inscrite?s?)|participer|beneficier|assister"
    r"|faire (?:la "
    r"|le |l')"
    r"|prendre (?:son|le|leur)|frequenter)"
)
#: Where one is who is "not there".
BEING_THERE: Final = (
    r"(?:presente?s?|la\b|(?=a la (?:cantine|garderie)|au (?:periscolaire|centre|gouter|creatif))|parmi (?:vous|nous)"
    r"|parmi|des (?:notres|votres)|accueill)"
)
