"""Messages of nothing but politeness: greetings, thanks, and the yes that confirms the cart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from domain.language.matching.expression import Expression
from domain.model.wish import Command

_FILLER: Final = Expression(
    r"^\W*week-end(?= (?:c|ok|valide))|\b(?:bonjour|bonsoir|salut|coucou|hello|bonne (?:journee|soiree|reception"
    r"|continuation|annee|nuit|fin de journee|semaine)|bonnes? (?:fetes|vacances)"
    r"|(?:un )?grand merci|merci(?: (?:beaucoup|bien|d'avance|par avance|a vous"
    r"|infiniment|encore|pour (?:tout|votre \w+|la reponse|l'info)))*|"
    r"svp|s'il vous plait|s'il te plait|madame|monsieur|messieurs|mesdames|cordialement"
    r"|a tou(?:te)?s(?: et (?:a )?toute?s)?|(?:mes |nos )?meilleurs voeux|(?:bel|tres bel)le annee|chere equipe"
    r"|joyeuses fetes"
    r"|(?:il )?y a quelqu'un(?: ici| la)?(?=\W*$)|(?:c'est|ici) (?:la |le )?(?:maman|papa|mere|pere|mamie|papi|tata"
    r"|nounou)"
    r" d(?:e |')[a-z-]+(?: et (?:de |d')?[a-z-]+)?(?=\W*$)"
    r"|a bientot|bien a vous|a (?:ce (?:soir|midi)"
    r"|(?:demain|lundi|mardi|mercredi|jeudi|vendredi)(?: (?:matin|midi|soir))?"
    r"|la semaine prochaine|tout a l'heure|plus tard|plus)|de rien|avec plaisir|desolee?|bon week-end"
    r"|beaucoup|tres|bien|super|parfait|genial|top|nickel|excellent|cool|a toute l'equipe"
    r"|l'equipe|tout le monde|le periscolaire|mille mercis|re|ca marche|bonne"
    r"|ah|et|oh|euh|hein|a|vous|aussi|pour|la reponse|votre reponse|reponse|rapide|rapidite|votre rapidite|reactivite"
    r"|patience|accueil"
    r"|travail|gentillesse"
    r"|c'est (?:bien |exactement |tout a fait )?ca|c'est (?:tres )?gentil|c'est note|bien recu|bien note"
    r"|je vous remercie"
    r"|remercie|je|d'avance|beau|belle|journee|a vous|toute|team|joyeux|noel)\b"
)
_CONFIRM: Final = Expression(
    r"\b(?:ok+|^\W*week-end(?= (?:c|ok|valide))|c'ok|oui+|ouais|ouep|we|wai|yep|vas y|yes|parfait pour moi|d'accord"
    r"|bon pour accord"
    r"|(?:je|on) (?:valide|confirme)|nous (?:validons|confirmons)"
    r"|valide[rz]?|confirme[rz]?"
    r"|(?:c'?est?|tout est|tout (?:me )?(?:parait|semble)|c) (?:tout |bien |parfaitement |parfait )*(?:bon|parfait"
    r"|nickel|ok|valide"
    r"|exact|correct|conforme|comme ca|juste)"
    r"|(?:ca|cela|tout) (?:colle|marche|roule|tombe bien|correspond|va bien|convient)(?: (?:avec|a) (?:mon|notre"
    r"|nos|mes) [a-z]+)?"
    r"|(?:ca|cela|tout) (?:me|nous) (?:va|convient)|je suis d'accord|(?:(?:donne|confirme) )?mon accord\b|allez-y"
    r"|vas-y"
    r"|validation"
    r"|confirmation|go|entendu|tout a fait|exactement|ca me va|on (?:part|reste) la[- ]dessus|on fait (?:comme"
    r"|avec) ca"
    r"|envoye[rz]|envoie"
    r"|lance[rz]?|c'est d'accord|fai(?:tes|s) (?:partir|suivre)|feu vert|top pour (?:moi|nous)|nickel pour (?:moi"
    r"|nous))\b"
)
_CONFIRM_FILLER: Final = Expression(
    r"\b(?:pour (?:moi|nous)|vous pouvez|tu peux|pouvez-vous|peux-tu|pouvez|merci de"
    r"|le|la|les|mon|ma|mes|tout|veuillez|fort|parfaitement|panier|demandes?|reservations?|c'est|je|donc"
    r"|alors|bien|sur|parfait|super|tres|nickel|impeccable|voila|on|envoyez|ca"
    r"|est|bon|me|moi|aller|vous|que|suis|avec|nous|tu|on|l'ensemble|laisse|recap|ouais|y|va|de|ce|panier|votre|cette"
    r"|inscriptions?|commande|comme|allez|apres|verification|relecture|toute|ensemble|partir|partez|ainsi|confirmer"
    r"|valider|enregistrer|ça|la[- ]dessus|ok|du"
    r"|l'|proposition|recapitulatif|definitivement|tel quel|en l'etat|sans (?:changement|modification)s?|version"
    r"|maintenant|desormais|cela|proceder|l'enregistrement|finaliser|lignes?|rien\s+(?:a\s+)?(?:changer|modifier|redire))\b"
)
#: "mdr j'ai encore oublié de valider, c'est bon je confirme".
_FORGOT: Final = Expression(
    r"\b(?:mdr|lol|oups|ah|oh|zut|mince|desolee?)?\W*(?:j'ai|j'avais|on a|nous avons) (?:encore |bien |completement |"
    r"juste )*oublie de (?:valider|confirmer|repondre|finaliser)\b"
)
#: "aucune remarque de mon côté, je confirme".
_NO_OBJECTION: Final = Expression(
    r"\b(?:aucune?|pas (?:de|d')|rien (?:d'autre )?a) ?(?:remarques?|objections?|modif(?:ication)?s?|corrections?"
    r"|changements?|erreurs?|redire|signaler|ajouter|corriger|dire|modifier|changer)"
    r"(?: de (?:mon|notre) cote| de (?:ma|notre) part| a (?:faire|apporter|signaler))*(?=\W*(?:$|[,.;!\n]|et\b"
    r"|je\b|vous\b))"
)
#: "ok, j'ai tout vérifié".
_CHECKED: Final = Expression(
    r"\b(?:j'ai|on a|nous avons) (?:bien |tout |deja )*(?:verifie|relu|controle|regarde)(?: (?:tout|la liste"
    r"|le panier))?"
    r"(?=\W*(?:$|[,.;!\n]|et\b))"
)
#: "merci pour la confirmation": the word answers nothing.
_THANKED_FOR: Final = Expression(
    r"\bmerci\b(?: (?:bien|beaucoup|encore|infiniment))* (?:pour|de) (?:la|votre|cette|ta|ce|l') ?(?:\w+ )?"
    r"(?:confirmation|validation|envoi|accord)\b"
)
_HELLO: Final = Expression(
    r"\b(?:bonjour|bonsoir|salut|coucou|hello|merci|remercie|voeux|parfait|super|genial|top|cool|bonne|recu|note"
    r"|desole|a (?:ce soir|tout a l'heure|demain|lundi|mardi|mercredi|jeudi|vendredi))\b"
)
_NO_THANKS: Final = Expression(r"\W*(?:non|nan)\W*")
_LETTERS: Final = Expression(r"[a-z0-9]")


#: "ok merci beaucoup", unlike "ok merci": thanks for what was said, and no answer to it.
_OK_THANKS: Final = Expression(
    r"\W*(?:ok+|d'accord|entendu|c'est (?:parfait|super|top|genial|nickel|tres bien))"
    r"(?:\W+(?:super|parfait|top|genial|nickel|tres bien|bien|un grand(?! merci)))*"
    r"(?:\W+(?:un (?:tres )?grand|mille) mercis?|\W+merci(?=\W+\w))"
    r"(?:\W+(?:beaucoup|bien|infiniment|encore|mille fois|a vous|a toi|a tous|a toute l'equipe"
    r"|pour (?:\w+ |l')\w+|bonne \w+))*\W*"
)
_PLAIN_YES: Final = Expression(
    r"^\W*(?:(?:bonjour|bonsoir)\W+)?(?:(?:oui|ok|d'accord|(?:(?:euh|ah) )?non,? (?:en fait|finalement)|en fait"
    r"|finalement|tout est (?:correct|bon|ok|parfait|exact|juste|en ordre)(?: (?:de mon cote|pour (?:moi|nous)))?),? )*"
    r"(?:je (?:valide|confirme)|c'est (?:tout )?(?:bon|ok) pour (?:moi|nous)"
    r"|(?:vous pouvez|merci de) valider)"
    r"(?: (?:le|mon) panier| tout| merci)*\W*$"
)


#: "oui c'est bien ça pour la cantine mardi et jeudi, je valide": what the cart shows, said again.
_YES_AS_SHOWN: Final = Expression(
    r"\W*(?:oui|ok|parfait|d'accord|c'est (?:bien )?(?:ca|bon))\b"
    r"(?!.*\b(?:inscri|ajout|rajout|reserv|annul|enlev|retir|mett|prenez|pas|sauf|mais|plutot|aussi|et puis"
    r"|change)\w*)"
    r"[^.!?\n]{0,80}[, ] ?(?:je (?:valide|confirme)|on valide|vous pouvez valider)(?:\W+merci)?\W*"
)


def _between(filler: Expression, plain: str) -> Iterator[str]:
    """Yield what stands between the words of `filler`."""
    at = 0
    for match in filler.finditer(plain):
        yield plain[at : match.start()]
        at = match.end()
    yield plain[at:]


def confirms(sentence: str) -> bool:
    """Say whether a sentence beside others confirms the cart in so many words; a mere "ok" there says nothing."""
    return _PLAIN_YES.search(sentence) is not None


#: "non attendez", "euh non".
_NO_WAIT: Final = Expression(
    r"\W*(?:(?:euh+|ah|oh|bah|ben) )?(?:non|nan|(?=stop|attend))(?P<wait> ?,? ?(?:stop|attend(?:ez|s)))?\b"
)


def is_no(sentence: str) -> bool:
    """Say whether a sentence begins with a no: "Euh non, …"."""
    return _NO_WAIT.match(sentence) is not None


def takes_back(sentence: str, after: str) -> bool:
    """Say whether a yes is taken back at once: "Je valide ? Non, …", "Je valide. Non attendez, …"."""
    no = _NO_WAIT.match(after)
    return no is not None and bool("?" in sentence or no["wait"])


def small_talk(plain: str) -> Command | None:
    """Return what a message of nothing but politeness means: a confirmation, a greeting, or None for anything more."""
    if _OK_THANKS.compiled.fullmatch(plain):
        return Command.GREET
    if _YES_AS_SHOWN.fullmatch(plain):
        return Command.CART_VALIDATE
    plain = _THANKED_FOR.sub(" merci ", plain)
    plain = _CHECKED.sub(" ", _FORGOT.sub(" ", _NO_OBJECTION.sub(" ", plain)))
    if _CONFIRM.search(plain) and not re.search(r"\?|\bpas\b|\bnon\b", plain):
        left = _CONFIRM_FILLER.sub(" ", _FILLER.sub(" ", _CONFIRM.sub(" ", plain)))
        if not _LETTERS.search(left):
            return Command.CART_VALIDATE
    if "merci" not in plain and not _HELLO.search(plain):
        return None
    if not any(map(_LETTERS.search, _between(_FILLER, plain))):
        return Command.GREET if _HELLO.search(plain) else None
    refused = "merci" in plain and ("non" in plain or "nan" in plain)
    return Command.GREET if refused and _NO_THANKS.fullmatch(_FILLER.sub(" ", plain)) else None
