"""What links two sentences, repeats, owns up to a mistake, or only tells, as patterns over folded text. Data only."""

from __future__ import annotations

from typing import Final

from domain.language.lexicon.said import SPORT

#: They come after the other cues: `lexicon_cues` puts them at its end.
LINKING: Final[tuple[tuple[str, str], ...]] = (
    (
        "BUT",
        (
            r"\bmais\b|\bpar contre\b|\ben revanche\b|\balors que\b|\balors qu'|\btandis qu(?:e|')|\bplutot\b"
            r"|\bsauf qu(?:e\b|')"
        ),
    ),
    (
        "CAUSE",
        (
            r"\b(?:car\b|parce qu(?:e\b|')|puisqu(?:e\b|')|vu qu(?:e\b|')|etant donne qu(?:e\b|')|sachant qu(?:e\b|')"
            r"|qui\b(?= (?:est|sont|sera|seront|etait) (?:en (?:vacances|visite|conges?)|chez (?:nous|moi)"
            r"|de passage|avec nous|en sejour))|sinon(?= (?:ils?|elles?|c'est|ca) )(?! il (?:me |nous )?(?:fau"
            r"|reste|y a|est possible|serait|manque))"
            r"|(?:(?<=, )|(?<=\bou )|(?<=[(]))(?:sinon|a defaut|au pire|si (?:pas possible|c'est complet"
            r"|complet|ce n'est pas possible|c'est pas possible|impossible))"
            r"(?=,? (?:(?:juste|seulement|uniquement|alors|plutot|pour|le|la|au|a la|en) |(?:a )?l')*"
            r"(?:matin|midi|soir|apres-midi|gouter|cantine|garderie|creatif|atelier|(?:demi-)?journee|lundi|mardi"
            r"|mercredi|jeudi|vendredi|\d))|du fait\b|en raison d|a cause d"
            r"|suite a\b|pour cause d|faute d|a l'occasion d|le temps que"
            r"|(?<!tout )comme(?! (?:c'est|c'etait|il est|il etait|elle est|elle etait) (?:deja |bien )?"
            r"(?:prevu|convenu|reserve|note|inscrit|enregistre|valide|demande))(?= (?:(?:il|elle|on|je|j'|nous|c'est"
            r"|mon|ma|sa(?!(?<=[a-z-] comme sa) soeur)|son(?!(?<=[a-z-] comme son) frere)|la|le|lundi|mardi"
            r"|mercredi|jeudi|vendredi)\b"
            r"|[a-z-]+ (?:a(?! (?:la|l')\b)|est|sera|va|part|travaille|ne|n')\b)))"
        ),
    ),
    (
        "SO",
        (
            r"(?:^|(?<=[.!?\n] )|(?<=\n))aussi(?=,? (?:je|j'|nous|vous|me|puis-je|pourriez|pouvez|merci|serait"
            r"|veuillez)\b)"
            r"|(?<!\best )(?<!\bsera )(?<!\bseront )(?<!\bsont )(?<!drait )(?<!drais )(?<!vez )(?<!ra )(?<!ront )"
            r"(?<!\bai )(?<!\ba )(?<!\bont )(?<!\bmange )(?<!\breste )(?<!\bvient )"
            r"(?<!\bsouhaite )(?<!\bsouhaitons )(?<!drions )(?<!merais )(?<!\bveux )(?<!\bprie )(?<!\bdemande )"
            r"(?<!\bfaut )(?<!\bdois )(?<!\bmerci )(?<!terais )(?<!crire )(?<!erver )(?<!nuler )(?<!outer )(?<!lever )"
            r"\b(?:donc|du coup|de ce fait|par consequent|c'est pourquoi|resultat)\b"
            r"|\bce qui (?:fait|veut dire|implique|signifie|suppose) qu(?:e\b|')|\bsi bien qu(?:e\b|')"
            r"|\bde (?:telle )?(?:sorte|facon|maniere) qu(?:e\b|')|\braison pour laquelle\b"
        ),
    ),
    (
        "SAME",
        (
            r"\bnon plus\b(?! (?:le |la |au |ce )?(?:lundi|mardi|mercredi|jeudi|vendredi|demain|\d)"
            r"[^.;!?\n]{0,30}\bmais\b)"
            r"|(?:(?<=^)|(?<=\n)|(?<=[.,!?] )|(?<=!! ))ni\b|\bpareil(?:lement)?\b|\bidem\b"
            r"|\bde meme\b(?! que (?!pour\b|chez\b|celui|celle|la\b|le\b|les\b|hier|d'habitude)[a-z-]+\b(?! pour\b))"
            r"|\baussi\b(?! bien [a-z-]+ que\b)|\begalement\b|\bitou\b"
            r"|\bmeme chose\b|\bla meme\b(?! jour| semaine)"
        ),
    ),
    (
        "MISTAKE",
        (
            r"\berreur\b|\bau(?:tant|x? temps) pour moi\b|\bmea culpa\b|\bmal (?:exprimee?|ecrit|note|indique"
            r"|expliquee?|dit|renseigne)\b"
            r"|\b(?:je me suis |on s'est |me suis |m'etais )?emmele\w*(?: les pinceaux)?"
            r"|\bconfondu\w*|\bcafouill\w*|\b(?:je |j)?me suis (?:plante|goure)e?\b|\brectifi\w*|\brectificati\w*"
            r"|\b(?:je me suis|on s'est|nous nous sommes) (?:mal (?:compris|exprime|fait comprendre)e?|trompee?)s?\b"
            r"|\bmalentendu\b|\bcorrection\b"
            r"|\b(?:ai|a|avons) (?:inverse|interverti|melange)\b|\bcorrig\w*|\bfinalement\b"
            r"|\bchangement de programme\b"
        ),
    ),
    (
        "UNAFFECTED",
        (
            r"\b(?:garder|gardez|laisser|laissez|conserver|conservez|maintenir) (?:bien )?(?:celle|celui|ceux"
            r"|celles)\b"
            r"|(?:(?<=mais )|(?<=mais de )|(?<=mais il )|(?<=mais elle ))(?:garde[rz]?|laisser|laissez|conserve[rz]?)"
            r" (?:bien |quand meme )?(?=(?:le|la|les|son|sa|ses|leur) (?:repas|cantine|gouter|creatif|midi|matin"
            r"|soir|garderie)s?\b)"
            r"|\bc'est bon\b(?= (?:ils?|elles?) )"
            r"|\b(?:pas|non) (?:concernee?s?|interessee?s?)\b"
            r"|\b(?:est|sont|reste(?:nt)?) (?:bien |donc |toujours )?(?:maintenue?s?|inchangee?s?|valables?"
            r"|conservee?s?)\b"
            r"|(?<!le )(?<!la )(?<!les )(?<!l')\b(?:on|je) garde\b(?=\s*(?:$|[.,;!\n]))"
            r"|\bgarde(?:nt)? (?:la sienne|le sien|les"
            r" leurs|tout)\b|\bconserv\w+|\bmaint(?:ien\w*|enez)\b(?! )|\breste(?:nt)?\b(?= ?(?:$|[.,;!\n]|merci"
            r"|bonne|svp))|\boui comme\b|\b(?:n'en )?(?:a |ont |aura "
            r"|auront )?(?:pas|plus) besoin\b(?=\s*(?:$|[.,;!\n]|merci|bonne|svp))"
            r"|\b(?:est|sont) deja (?:inscrit\w*|(?:sur|dans) (?:la|vos|votre|les) listes?\b)"
            r"|(?:(?<=c'est )|(?<=: )|(?<=- )|(?<=> )|(?<== ))"
            r"deja (?:reserve|fait|note|prevu|regle|enregistre|inscrit|pris|vu|ok)e?s?\b"
            r"|\b(?:a|ont) deja (?=(?:la|le|l'|les|son|sa|du|un|une) ?(?!fait|mang))"
            r"|\bcomme (?:(?:c'est|c'etait|il (?:est|etait)|deja) )?(?:prevu|d'hab(?:itude)?|dab|convenu)\b"
            r"|\bcomme (?:c'est|c'etait|il est|il etait|elle est|elle etait|deja) (?:deja |bien )?"
            r"(?:reserve|note|inscrit|enregistre|valide|demande)e?s?\b"
            r"|\brien a (?:changer (?:pour|cote)|prevoir|noter)\b|\b(?:vien(?:t|nent)|mange(?:nt)?|y (?:va|vont"
            r"|reste(?:nt)?))"
            r" (?:bien|toujours"
            r"|(?<=y va )quand meme|(?<=y vont )quand meme|(?<=y reste )quand meme)\b(?=(?: (?:et"
            r"|le|la|lundi"
            r"|mardi|mercredi|jeudi|vendredi|demain))*\s*(?:$|[.,;!\n]|merci|svp))|\bnormalement\b(?! (?:lundi"
            r"|mardi"
            r"|mercredi|jeudi|vendredi|le|jusqu))|\bpas concernee?s?\b|\brien ne change\b"
            r"|\brien (?:de |a )change[r]?\b(?! pour)"
            r"|\b(?:ne )?changez (?:surtout )?(?:rien|pas)\b|\bne change rien\b|\b(?:ne )?change(?:nt)? (?:pas|rien)\b"
            r"|\breste(?:nt)? (?:bien )?inscrit\w*"
            r"|\bva (?:tres |super |plutot |parfaitement )?bien\b|\bpas de changement\b"
            r"|\b(?:sera|est|reste|restera) (?:chez|avec) (?:ses|son|sa|leurs|papi|mamie|papa|maman|la nounou)\b"
            r"|\bs'en occupe\b|\btien(?:t|nent) toujours\b"
            r"|\b(?:est|sont|reste(?:nt)?) toujours (?:d'actualite|valables?|bonn?e?s?)\b"
            r"|\bn'est pas malade\b|\bnon concernee?\b|\bn'(?:a|ont|aura|auront) besoin de rien\b"
            r"|\bpour l'instant non\b|\ben pleine forme\b"
            r"|\bsans changement\b|\b(?:me|nous|lui|leur)\b(?= (?:va|convient)\b(?! (?:pas|plus|mieux)\b))"
            r"|\btouche(?:z|r"
            r"|ns)? (?:a|pas a)? ?(?:rien|pas)\b"
            r"|\b(?:n'en )?bouge(?:nt|ra|ront)? pas\b|\btels? quels?\b|\bgarde(?:nt|ra|ront)?(?= (?:son|sa|ses"
            r"|leurs?) (?:\w+ )?(?:repas"
            r"|cantine|place|gouter|inscriptions?|soir|midi|matin|garderie|lundi|mardi|mercredi|jeudi|vendredi)s?\b)"
            r"|\bcontinue(?:nt)? (?:normalement|comme (?:avant|d'habitude|prevu))\b"
        ),
    ),
    (
        "OTHER_VERB",
        (
            rf"\b(?:va|vont|ira|iront|irait)(?={SPORT})|"
            r"(?:^|(?<=: )|(?<=, )|(?<=- )|(?<=\n))(?:danse|judo|karate|foot|football|natation|gym|solfege"
            r"|musique|tennis"
            r"|rugby|poney|equitation|theatre|escalade|hand|basket|conservatoire|catechisme)\b(?= (?:le |les "
            r"|tous les "
            r"|chaque )?(?:lundis?|mardis?|mercredis?|jeudis?|vendredis?|demain|(?<=le )\d{1,2}|pour [a-z]+)\b)|"
            r"\ba(?= (?:une? |son |sa |cours d[e'] ?)?(?:piscine|danse|judo|foot\w*|natation|gym\w*|sport|musique"
            r"|solfege|entrainement|match|seance|kine|sortie|anniversaire|spectacle|eveil|escalade|tennis|rugby|poney"
            r"|equitation|theatre|chorale|catechisme|hand\w*|basket\w*|karate|dessin)\b)"
            r"|\bc'est (?:moi|nous|lui|elle|eux|(?:mon |ma |sa |son |leur |la |le |les )?(?:papa|maman|mamie"
            r"|papi|papy"
            r"|mamy|pere|mere|mari|femme|nounou|tata|tonton|grands-parents|voisine?)) qui\b"
            r"|\b(?:sera|seront|(?:(?<!c')est(?!-ce)|sont)(?! (?:[a-z]+ )?a (?:reserver|(?:re|des)?inscrire"
            r"|r?ajouter|annuler|supprimer|retirer"
            r"|enlever|reprogrammer)\b)|etait|etaient|avait|avaient|arrivera?|arrivent"
            r"|partira?|partent|quittera?|dort|rentrera?|sortira?|pleure|aime|adore|deteste"
            r"|prefere|dit|raconte|parle|(?<!en )fait)\b(?: (?:pas|plus|jamais)\b(?! (?:la|present|besoin|de)))?"
            r"|\boui pour\b(?! (?:moi|nous|mon|ma|mes)|[^.!?\n]{0,60}\bnon pour\b)|\b(?:ok|d'accord|c'est (?:bon"
            r"|ok)|parfait|entendu|(?:grand|immense|encore) merci) pour\b(?! (?:moi"
            r"|nous|mon|ma|mes))"
        ),
    ),
)
