"""Words that say that there is nothing to do, and what has yet to happen. Data only: `idle` reads it."""

from __future__ import annotations

from typing import Final

from domain.language.lexicon.people import OTHERS, RELATIVES
from domain.language.lexicon.said import SPORT

#: Between a subject, a verb and what is negated.
_THEN: Final = r"(?: (?:donc|alors|du coup|surtout|plus|absolument|vraiment|strictement|non plus|pour autant))*"
_HANDLE: Final = (
    r"(?:chang|touch|modifi|boug|fai|not|ajout|sais|enregistr|reserv|annul|inscri|suppr|enlev|demand|prev|signal|mett"
    r"|mod|cherch|refai|corrig|rectifi)"
)
#: What was to be done, as a participle.
_DONE: Final = (
    r"(?:fait|regle|reserve|inscrit|note|saisi|valide|enregistre|annule|desinscri|desinscrit|coche|paye|pris"
    r"|applique|arrange|prevu|transmis|signale|demande|commande)e?s?"
)
_BY: Final = (
    rf"(?:(?:mon|ma|mes|sa|son|ses|leurs?|notre|nos|votre|vos|la|le|les|l'|une?) ?(?:{RELATIVES}|{OTHERS}|soeur|frere"
    r"|secretaire|secretariat|equipe|bureau|animat\w+|mairie|fille|fils)|mamie|papi|papa|maman|mes soins|nos soins)\b"
)
#: Nothing changes: what is told before it stands as it is.
UNCHANGED: Final = (
    rf"\b(?:plus |donc )*rien a (?:y )?(?:changer|modifier|toucher|bouger|signaler|annuler|reserver|inscrire)\b"
    rf"|\b(?:on|nous|je) (?:ne |n')?(?:y )?(?:chang|touch|modifi|boug)\w+{_THEN} (?:a )?rien\b"
    rf"|\bne (?:chang|touch|modifi|boug)ez{_THEN} (?:a )?rien\b"
    r"|\brien (?:ne |n'est )(?:change|bouge|modifie)\w*\b|\brien de (?:change|modifie)\b"
    r"|\b(?:ca|cela|ceci|qui) (?:ne )?(?:change|changera|modifie|modifiera)(?: (?:donc|absolument))? rien\b"
    r"|\b(?:aucun(?: autre)? changement|aucune (?:modification|incidence|consequence))\b"
    r"|\bsans (?:effet|incidence|consequence)s? (?:pour|sur|chez)\b"
    r"|\b(?:ne |n')?boug(?:e|ent|era|eront) (?:donc )?pas\b(?! d[e'u])"
    r"|\b(?:ca|cela|tout) (?:ne change pas|reste (?:donc |bien )?(?:comme (?:c'est|ca|prevu|convenu)|inchange|reserve"
    r"|en (?:place|l'etat)))\b"
    r"|\blaiss\w+ (?:donc |bien |quand meme )?(?:tout )?(?:en place|comme (?:c'est|ca|prevu)|tel quel|en l'etat)\b"
    r"|\btout est (?:donc |bien )?maintenu\b|\b(?:s'est|se sont) ravisee?s?\b|\bstatu quo\b"
    r"|\bn'en (?:tenez|tiens|faites) (?:donc |surtout )?(?:pas compte|rien)\b"
    r"|\b(?:ne pas|pas) en tenir compte\b"
)
#: It is done, or nobody here need do it.
SETTLED: Final = (
    rf"\b(?:plus |donc )*rien (?:du tout )?a (?:y )?(?:faire|noter|prevoir|ajouter|saisir|enregistrer|refaire"
    r"|traiter)\b"
    rf"|\bne {_HANDLE}[a-z]*(?:ez|tes){_THEN} rien (?:avant|tant que|sans|jusqu)\b"
    rf"|\bne (?:l'|les? |la )(?:re|r)?{_HANDLE}[a-z]*ez (?:donc |surtout )?pas"
    r" (?:une (?:deuxieme|seconde|autre|nouvelle) fois|deux fois|en double|a nouveau|de nouveau|encore)\b"
    r"|\btout (?:y est|est (?:deja )?(?:regle|en ordre|saisi|enregistre|arrange))\b(?! ?\?)"
    rf"|\b(?:c'est|c'etait|est) (?:donc )?(?:deja (?:bien )?(?:{_DONE}|en place|sur (?:votre|vos|le|la) \w+)"
    r"|chose faite)\b"
    rf"|\bc'est (?:ok|bon|parfait|tout bon),? c'est (?:bien )?{_DONE}\b"
    rf"|(?<=: )(?:c'est )?(?:deja |bien )?(?:fait|faite|faits|faites)(?=\W*(?:$|[.;,\n]))"
    rf"|(?<=[.!] )deja {_DONE}(?=\W*(?:$|[.;\n]))"
    rf"|\b{_DONE}(?: (?:deja|hier|ce matin|ce midi|hier soir|directement))? par {_BY}"
    r"|\b(?:s'en (?:est|sont|etait)|m'en suis|nous en sommes|s'est|se sont|me suis)(?: (?:deja|bien|donc|hier))*"
    r" (?:charge|occupe)e?s?\b"
    r"|\bvous n'y (?:etes|pouvez) (?:pour )?rien\b|\b(?:n'ai|n'avons|n'a) rien (?:re)?demande\b"
    r"|\ben (?:reste|restons|resterons|resterai) la\b"
    r"|\b(?:retire|retirons|annule|oubliez)(?: donc)? (?:ma|mes|notre|nos) (?:question|remarque|interrogation)s?\b"
    r"|\b(?:messages?|mails?|courriels?|sms|question|appel)\b[^.!?;\n]{0,90} (?:n'a|n'ont) plus (?:lieu d'etre"
    r"|d'objet|de raison d'etre)\b"
)
#: Of everything but what was said before it: "le reste ne change pas".
OF_THE_REST: Final = (
    r"\b(?:le reste|les autres|l'autre|autres?|d'autre|sinon|sauf|a part|hormis|excepte|par ailleurs|ses autres"
    r"|si ce n'est|au reste|pour le reste|en plus|jusqu'a|dites-moi|confirm\w+)\b"
)
#: What follows it after a colon is only told.
RECALLED: Final = (
    r"(?:^|(?<=[.!?\n] )|(?<=\n))(?:bonjour,? |bonsoir,? )?(?:pour memoire|a titre (?:indicatif"
    r"|d'exemple)|simple copie|copie pour information)\b[^.!?\n:]{0,60}(?=:)"
)
#: What may happen, or will be told: undecided up to the end of the clause.
SUPPOSED: Final = (
    r"\bil (?:se peut|se pourrait|n'est pas (?:exclu|impossible)|est (?:fort )?(?:probable|envisageable)"
    r"|n'est pas dit) qu(?:e |')"
    r"|\b(?:attend(?:ez|s|re)|patient(?:ez|er))\b[^.,;:!?\n]{0,60}\bavant (?:de |d'|qu)"
    r"|\b(?:je|on|nous) (?:pourrais|pourrait|pourrions|prendrais|prendrait|prendrions|mettrais|mettrait|mettrions"
    r"|inscrirais|reserverais|changerais) (?:bien |peut-etre )?(?:alors|dans ce cas|a ce moment-la|ainsi"
    r"|eventuellement)\b"
    r"|\b(?:dommage|regrett\w+|decue?s?|triste) qu(?:e |')[^.,;:!?\n]{0,50}\b(?:plus|pas|complete?s?|pleine?s?)\b"
    r"|\bil (?:avait|a) (?:un temps |d'abord |bien )?ete question (?:de |d'|qu)|\bil etait question (?:de |d'|qu)"
)
#: The same up to the end of the sentence.
IN_CASE: Final = (
    r"\b(?:a supposer|en supposant|en admettant|supposons|admettons|mettons|imaginons) qu(?:e |')"
    r"|\b(?:dans|sous) l'(?:hypothese|eventualite) ou\b"
    r"|\b(?!je vous (?:re)?(?:dirai|ferai|confirmerai)\b)(?:je|on|nous) (?:vous |te )?"
    r"(?:previendr|avertir|fer|dir|redir|appeler|appeller|rappeler|ecrir|signaler"
    r"|confirmer|indiquer|enverr)(?:ai|ons|a)\b[^.,;:!?\n]{0,30}(?:\bsi\b|\bs'ils?\b|\bquand\b|\bquels? jours?\b)"
    r"|\b(?:ne (?:tenez|tiens) pas compte|ignorez|oubliez|laissez tomber) [^.,;:!?\n]{0,20}"
    r"\b(?:mails?|messages?|sms|courriels?|courriers?|appels?)\b[^.,;:!?\n]{0,20},? "
    r"(?:celui|celle|ceux|ou (?:je|on|nous)|dans lequel|dans laquelle|qui)\b"
)
#: Wished once, and given up: "j'aurais bien aimé l'inscrire jeudi, mais nous serons sur la route".
GIVEN_UP: Final = (
    r"\b(?:j'|je |on |nous |il |elle )aur(?:ais|ait|ions) (?:bien |volontiers |tant |tellement |vraiment |presque "
    r"|beaucoup )*(?:aime|voulu|souhaite|mis|inscrit|pris|reserve|prefere|demande)\b"
    r"(?=[^.!?\n]{0,140}\b(?:mais(?! (?:pas|plus|aussi|seulement|uniquement|que|pour|sans)\b)"
    r"|helas|malheureusement)\b)"
    r"(?![^?]{0,400}\b(?:pouv|pourr|merci|svp|possible|veuillez|arriv|reussi|parvien|s'il vous)\w*)(?![^?]{0,400}\?)"
    # "je pensais l'inscrire jeudi, puis j'ai renoncé"
    r"|\b(?:je |on |nous |j')(?:pensais|pensait|pensions|voulais|voulait|voulions|comptais|comptait|comptions"
    r"|envisageais|envisageait|envisagions|souhaitais|souhaitait|souhaitions|projetais|projetait|songeais|songeait"
    r"|allais|allait|(?:avais|avait|avions) (?:l'intention|l'idee|prevu|envie|dans l'idee|pense|decide))\b"
    r"(?=[^.!?;\n]{0,120}\b(?:renonce\w*|change d'avis|laisse tomber|abandonne\w*|reflexion faite non"
    r"|(?:puis|mais) (?:finalement |bon |en fait )*(?:non|plus envie|tant pis))\b)"
)
#: Denied: the sender wants nothing of the kind.
DENIED: Final = (
    r"\b(?:n'ai|n'avons|n'a) jamais (?:dit|demande|pretendu|ecrit)(?: [a-z]+)? (?:vouloir|avoir|que|qu'|de |d'|a )"
    r"|\b(?:n'allez|ne vas|n'allons) (?:surtout )?pas (?:croire|penser|imaginer|vous imaginer|conclure|comprendre) qu"
    r"|\bne (?:croyez|pensez|concluez|comprenez|crois|pense) (?:surtout )?pas (?:de la |par la )?qu"
    r"|\bce n'est pas parce qu[^.!?;\n]{3,80} qu(?:e |')"
)
#: What a child does not do elsewhere: its day stays, and nothing is called off.
NOT_THERE: Final = (
    rf"\b(?:ne |n')?(?:y )?(?:ira|iront|va|vont|sera|seront|est|sont|participera|participeront|assistera|viendra)"
    rf"(?: (?:donc|finalement|malheureusement))? (?:pas|plus){SPORT}"
)
#: Meant for somebody else.
MISSENT: Final = (
    r"\bmauvaise?s? (?:destinataire|conversation|numero|contact|adresse)s?\b"
    r"|\btrompe?\w*(?: (?:de|d'))? ?(?:destinataire|conversation|contact|interlocuteur)\b"
    r"|\benvoye\w*(?: (?:ce message|cela|ca))? (?:a vous )?par (?:erreur|megarde)\b"
    r"|\ben copie par (?:erreur|megarde)\b"
    r"|\b(?:messages?|mails?|sms|texto|courriel)s? (?:etait |est |etaient )?(?:bien )?(?:pour|destinee?s? (?:a|au|aux)"
    r"|adressee?s? (?:a|au|aux)) ?(?:la |le |l'|les |ma |mon |mes |sa |son )?[a-z' ]{3,30}, (?:et )?(?:pas|non)"
    r" (?:pour|a) vous\b"
    rf"|\b(?:ce|le|mon) (?:messages?|mails?|sms|texto|courriel) (?:etait|est) (?:pour|destine (?:a|au)"
    rf"|adresse (?:a|au)) ?(?:la |le |l'|ma |mon |mes |sa |son )?(?:{RELATIVES}|{OTHERS}|soeur|frere|club|chef"
    r"|patron)\b"
    rf'|" (?:etait|est) (?:pour|destine a|adresse a) (?:ma |mon |la |le )?(?:{RELATIVES}|{OTHERS}|soeur|frere)\b'
    r"|\b(?:devai[ts]|voulai[ts]) (?:vous )?envoyer (?:ca|cela|ceci|ce \w+)\b[^.!?;\n]{3,60}\bpas (?:a|chez) vous\b"
)
