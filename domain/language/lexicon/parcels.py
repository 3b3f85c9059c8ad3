"""Whether and how the sender's words have reached us: "je ne sais pas si mon mail vous est parvenu". Data only."""

from __future__ import annotations

from typing import Final

_MESSAGE: Final = (
    r"(?:(?:mon|ma|mes|notre|nos|le|la|les|ce|cet|cette|un|une|l') ?)(?:(?:premier|premiere|dernier|derniere"
    r"|precedente?"
    r"|autre) )?(?:messages?|mails?|e-mails?|courriels?|courriers?|sms|textos?|appels?|coups? de fil|demandes?|mots?"
    r"|reponses?|lettres?|formulaires?|fiches?|bulletins?|vocal|vocaux|whatsapp|inscriptions?|reservations?|annulations?)"
    r"(?: (?:vocal|vocaux|telephonique|precedent\w*|d'[a-z-]+|de [a-z-]+|du [a-z-]+|sur [a-z]+ [a-z]+|laissee? \w+))*"
)
_ARRIVED: Final = (
    r"(?:parvenu|recu|pass|arriv|pris(?:e|es)? en compte|enregistr|part|lu|vu|entendu|transmis|bien (?:ete )?(?:note"
    r"|traite)|note|traite|abouti|envoye|perdu|ecoute)\w*"
)
_IS: Final = (
    r"(?: (?:vous|nous|ne|bien|deja|l'|y))*(?: ?(?:soi(?:t|ent)|ai(?:t|ent)|est|sont|a|ont|etait|avait|sera))"
    r"(?: (?:bien|deja|pas|ete|vraiment|correctement|finalement|enfin))*"
)
_YOU_HAVE: Final = (
    r"vous (?:(?:n'|l'|les |m')?(?:ayez|avez|aviez|auriez))(?: (?:bien|deja|pas|pu))* "
    r"(?:recu|eu|vu|lu|note|entendu|ecoute|trouve|pris en compte)\w*"
)
_DOUBTING: Final = (
    r"(?:(?:comme|car|vu que|puisque|et|mais|donc) )?(?:(?:je |j'|on |nous )?(?:(?:ne |n')?(?:suis|sommes|est|etais) "
    r"|(?:ne |n')?etant )?(?:pas|plus|guere) (?:tres |trop |vraiment |tout a fait |completement |bien )?"
    r"(?:certaine?s?|sure?s?|convaincue?s?|persuadee?s?)"
    r"|(?:(?:je|on|nous) )?(?:ne |n')?(?:sais|sait|savons|sachant) (?:pas|plus)(?: (?:trop|vraiment|du tout))?"
    r"|(?:j'|on |nous )?ignor(?:e|ons|ant)|(?:j'|on |nous )(?:ai|a|avons) (?:un |des |comme un )?(?:doutes?"
    r"|peur|crainte)"
    r"|(?:je |on |nous )?(?:crains|craint|craignons|doute|doutons|me demande|nous demandons)) ?"
)
#: In doubt is the message, and nothing that it asks for.
IN_DOUBT: Final = (
    rf"\b{_DOUBTING}(?:que |qu'|si |de )?(?:{_MESSAGE}{_IS} {_ARRIVED}|{_YOU_HAVE}(?: {_MESSAGE})?)"
    r"(?: (?:par|sur|de|hier|ce matin|vendredi|lundi|mardi|jeudi|la semaine derniere|a temps)\b[^.,;:!?\n]{0,25})?"
)
#: So it is said once more: "je le répète par écrit :", "je recommence :".
ONCE_MORE: Final = (
    r"(?:(?:^|(?<=[.!?\n] )|(?<=\n)|[ ,;:]*)(?:donc |alors |et |du coup |aussi )*(?:(?:je|on|nous|j') ?(?:vous"
    r" |le |la |les "
    r"|me |m'|l'|y |en )*(?:re)?(?:repet\w+|renvoi\w*|recommenc\w+|reecri\w*|redis\w*|redemand\w+|retent\w+|reiter\w+"
    r"|relanc\w+|reformul\w+|repost\w*|rappel\w+|repass\w*|ecri[st]\w*|refai\w+)|(?:par|a) (?:ecrit|nouveau))"
    r"(?: (?:donc|par (?:ecrit|mail|message|sms|precaution|securite)|ici|ma demande|mon message|le message|au cas ou"
    r"|a nouveau|encore une fois|ce message))*\s*(?::|,|(?=[.;\n]))+)"
)
