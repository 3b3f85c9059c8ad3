"""What is told in passing of others, or left open, beside a request. Data only: `passing` reads it."""

from __future__ import annotations

from typing import Final

#: Who else has children with them, and is none of ours.
BODIES: Final = (
    r"club|centre (?:social|equestre|culturel|nautique)|mairie|conservatoire|association|asso|mjc|ludotheque"
    r"|mediatheque|scouts?|eclaireu\w+|coach|entraineu(?:r|se)|prof(?:esseur)?(?: de [a-z]+)?|moniteur|monitrice"
    r"|colonie|ecole de (?:musique|danse|foot\w*|cirque)|salle de sport"
)
#: What a child does with them.
SPORTS: Final = (
    r"judo|karate|foot|football|danse|piscine|natation|gym\w*|sport|musique|solfege|tennis|rugby|poney|equitation"
    r"|theatre|catechisme|hand\w*|basket\w*|escalade|patinoire|chorale|eveil|piano|guitare|violon|cirque|scoutisme"
    r"|entrainement|match|tournoi|competition|stage|cours de [a-z]+|lecon de [a-z]+|seance de [a-z]+"
)
_DAY: Final = (
    r"(?:(?:de |du |le |les |ce |d')?(?:lundis?|mardis?|mercredis?|jeudis?|vendredis?|demain|\d{1,2}(?:/\d{1,2})?)"
    r"(?: (?:prochain|\d{1,2}))?(?: (?:janvier|fevrier|mars|avril|mai|juin|juillet|septembre|octobre|novembre"
    r"|decembre))?)"
)
_CLITICS: Final = r"(?:(?:ne|y|le|la|les|me|se|lui|leur|te|vous|nous) |[nlmst]')*"
#: What they do, where the same verb of a parent would ask for something.
_DO: Final = (
    r"(?:annul|report|deplac|decal|repouss|avanc|gard|supprim|reserv|ferm|inscri|prend|prenn|pren|accueill|emmen"
    r"|amen|invit|maint|occup|repren|commenc|saut|tomb|propos|organis)[a-z]*"
    r"|(?:a|ont|est|sont|sera|seront|etant)(?: (?:bien|deja|finalement|encore|toujours))* [a-z]+(?:e|i|u|is|it)e?s?"
)
#: Others do something with a child, or with their own hours: "le club garde Victor jeudi", "le foot a été déplacé".
OTHERS_DO: Final = (
    rf"\b(?:(?:le|la|les|mon|ma|son|sa|leurs?|notre|votre|un|une) |l'|d'un cote (?:le |la |l'))(?:{BODIES}|{SPORTS})"
    rf"(?: (?:de |d'|du |des )(?!lundi|mardi|mercredi|jeudi|vendredi|demain)[a-z-]+)?(?: {_DAY})?,? {_CLITICS}(?:{_DO})"
    r"\b(?!-)"
)
#: What may come, or not.
_MAY_BE: Final = (
    r"(?<!s')(?<!qu')\bil (?:est|reste|demeure) (?:bien |fort |tres |encore |toujours )?(?:possible|probable"
    r"|envisageable)"
    r" qu(?:e |')"
    r"|\bil se (?:peut|pourrait)(?: bien| fort)? qu(?:e |')|\bil n'est (?:pas )?(?:exclu|impossible) qu(?:e |')"
    r"|\bil y a (?:de (?:bonnes |fortes |grandes )|des )?(?:chances?|risques?)(?: pour)? qu(?:e |')"
)
#: Before something is known, or done.
_BEFORE: Final = (
    r"\ben attendant (?:de (?:savoir|connaitre|voir|decider|recevoir)|la reponse|sa reponse|mon planning"
    r"|d'y voir|d'en savoir|que )"
    r"|\bavant (?:de (?:me |vous |nous )?(?:la |le |les |l')?|d'(?:y )?)(?:annuler|inscrire|reserver|desinscrire"
    r"|ajouter"
    r"|supprimer|retirer|enlever|valider|decaler|changer|modifier|noter)\b"
)
#: What goes on elsewhere: "au club on a déplacé vendredi".
_ELSEWHERE: Final = (
    r"(?:^|(?<=[.;!?\n,] )|(?<=\n))(?:(?:et|mais|bonjour|bonsoir),? )?(?:au |a la |a l'|aux )"
    rf"(?:{BODIES}|{SPORTS}),? (?:(?:on|ils?|elles?|nous|je|c'est|ca|vous) |j'|m'|l')"
)
#: Told from here to the end of its clause.
_MATTERS: Final = (
    r"(?:gene|derange|bloque|coince|inquiete|embete|ennuie|pose (?:plus |pas )?(?:un |de )?(?:souci|probleme)s?|arrange"
    r"|convient|tombe (?:mal|bien))"
)
#: Which day or thing is no trouble: "ce n'est plus jeudi que le goûter nous gêne, c'est vendredi".
_NO_TROUBLE: Final = (
    rf"\b(?:ce )?n'est (?:plus|pas) (?=[^.,;:!?\n]{{3,60}} (?:qui|que|ou) [^.,;:!?\n]{{0,30}}\b{_MATTERS})"
)
OPENS: Final = rf"{_NO_TROUBLE}|{OTHERS_DO}|{_ELSEWHERE}|{_MAY_BE}|{_BEFORE}"
#: What a list of things that are not to be done begins with: "à ne pas noter : le 11".
NOT_TO_DO: Final = (
    r"\ba ne (?:surtout )?(?:pas|rien) (?:faire|noter|inscrire|reserver|prevoir|prendre(?: en compte)?|compter|ajouter"
    r"|annuler|toucher|changer|modifier|enregistrer|desinscrire|supprimer|retirer|enlever|mettre)"
    r"(?: (?:encore|pour l'instant|pour le moment|svp|surtout|du tout|bien sur|donc))*(?: \([^)\n]{0,40}\))? ?:"
)
#: What was noted before, and is quoted: "« Victor, cantine, jeudi » : voilà ce que vous aviez noté".
QUOTED: Final = (
    # an erratum: "au lieu de « cantine », lire « goûter »"
    r"\bau lieu (?:de |du |d'|des )[^.;:!?\n]{2,40}?,? (?:il (?:faut|fallait|faudrait) |veuillez |merci de "
    r"|priere de )?"
    r"(?:lire|lisez|comprendre|comprenez|entendre|entendez)\b|"
    r'"[^"\n]{4,160}"\W{0,4}(?:(?:voila|voici|c\'est|c\'etait|est|etait) )(?:bien |exactement '
    r"|a tort )?(?:ce qu(?:e |\')"
    r"|ce qui )[^.;!?\n]{0,80}"
)
#: It is nothing to us: told from the start of its clause.
NOTHING_TO_US: Final = (
    r"\bsans (?:aucune? )?(?:incidence|consequence|effet|impact|rapport|lien)s?(?: (?:pour|chez|sur|avec|de) (?:vous"
    r"|l[ae] [a-z]+|votre [a-z]+|votre cote))?"
    r"|\b(?:ca|cela|ceci|ce qui)(?: ne)? vous (?:concerne|regarde|touche|affecte|impacte)(?:ra)? (?:pas|en rien)\b"
    r"|\b(?:n'a|n'ont|n'aura|a) (?:aucune? (?:incidence|consequence|effet|impact|rapport|importance)|rien a voir avec "
    r"(?:ma|mes|notre|nos|cette) demandes?)\b"
    r"|\b(?:pour|chez) vous (?:rien|ca|cela) ne change (?:rien|pas)?(?: de ce cote(?:-la)?)?"
    r"|(?<!qui )(?<!vous )\bs'en (?:occupe|charge)(?:nt|ra|ront)?\b"
    r"|\b(?:ca|cela|ce qui) (?:m'est|nous est) (?:bien |parfaitement |completement )?egal\b"
)
#: What is not known yet: told from the start of its clause.
TO_BE_SEEN: Final = (
    r"\brien n'est (?:encore )?(?:decide|sur|certain|fixe|fait|arrete)\b"
    r"|(?<!jours )(?<!dates )(?<!jour )(?<!date )\b(?:est|sera|seront|sont|reste|restent)"
    r" (?:encore |toujours )?a (?:voir|decider|definir|preciser|caler|discuter|determiner|fixer)\b[^.,;:!?\n]{0,60}"
    r"|\b(?:est|sera|seront|sont) (?:en suspens|en attente|en discussion|incertaine?s?)\b"
)
#: What another would like, and the parent does not.
DECLINED: Final = (
    r"\b(?:voulai(?:t|ent)|veut|veulent|voudrai(?:t|ent)|aimerai(?:t|ent)|reclame\w*|demand(?:e|ent|ait|aient)"
    r"|insist\w+"
    r"|souhait(?:e|ent|ait|aient)|reve\w*)\b[^.;!?\n]{0,70}\b(?:je|on|nous) (?:ne |n')(?:le |la |les |l'|y )?"
    r"(?:souhait|veu|voul|desir|tien)\w* pas(?=\s*(?:$|[.,;!?\n])| (?:moi|nous)\b)"
)
#: The day of a question that begins another sentence: "… vendredi ; et jeudi, reste-t-il de la place ?".
ASKED_OF: Final = (
    rf"(?:;|, et|[.!] et) *(?:et |pour |quant a |sinon |aussi )*{_DAY}(?: (?:et|ou) {_DAY})?(?: (?:pour )?[a-z-]+)?,? "
    r"(?=(?:est-ce qu(?:e |'))?(?:reste-t-il|y a-t-il|il (?:vous )?reste|reste-il|il y a|avez-vous|vous avez"
    r"|c'est complet)"
    r"\b[^.;!\n]{0,60}\?)"
)
#: When something will be known; no planning is asked for.
WHEN_KNOWN: Final = (
    r"\b(?:quand|des que|lorsque|une fois que|sitot que|aussitot que) (?:j'|je |on |nous |mon mari "
    r"|ma femme )[^.;!?,\n]"
    r"{0,25}\b(?:planning|calendrier|emploi du temps|horaires?|roulement|rota)\b(?: suivant\w*| prochain\w*)?"
)
#: "ma mère est disponible jeudi mais pas vendredi, il me faut la cantine ce jour-là": that day is the second one.
AVAILABLE_BUT: Final = (
    r"\b(?:est|suis|sera|serai|sont|sommes|reste) (?:bien |pourtant |deja )?(?:disponible|dispo|libre|de repos"
    r"|en conges?"
    rf"|en rtt)s?\b(?P<day> {_DAY},? mais (?:pas|plus)(?: du tout)?)(?= {_DAY}[^.!?\n]{{0,90}}\bce jour[- ]la\b)"
)
