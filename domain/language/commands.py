"""Questions and commands: what a sentence asks for besides lines. Each with examples that a test runs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from domain.model.wish import Command

C = Command


@dataclass(frozen=True, slots=True)
class Topic:
    """A command, the words that ask for it, and sentences that must be recognised."""

    command: Command
    pattern: re.Pattern[str]
    examples: tuple[str, ...]


def _topic(command: Command, pattern: str, *examples: str) -> Topic:
    return Topic(command, re.compile(pattern), examples)


_SHOW: Final = (
    r"(?:voir|montre\w*|affiche\w*|envo(?:yer|ie|yez)|consult\w+|donne\w*|connaitre"
    r"|recevoir|avoir|obtenir|retrouv\w+|rappel\w+|transmett\w+|quel\w*|c(?:'est)? quoi|ou (?:est|sont|trouver)"
    r"|acces|regarder|verifier)"
)

#: In this order; the first that fits a sentence is its topic.
TOPICS: Final[tuple[Topic, ...]] = (
    _topic(
        C.CART_EMPTY,
        (
            r"\b(?:vide[rz]?|efface[rz]?|supprime[rz]?|annule[rz]?|enleve[rz]?|retire[rz]?"
            r"|jette|recommence[rz]?)\b[^.?!\n]{0,40}\bpanier\b|\bpanier\b[^.?!\n]{0,30}\b(?:vide[rz]"
            r"|a zero|annule[rz]?|efface[rz]?)\b|\bon (?:efface|annule|recommence) tout\b"
        ),
        "vide le panier",
        "j'annule tout ce qu'il y a dans le panier",
    ),
    _topic(
        C.CART_VALIDATE,
        r"\b(?:valide[rz]?|confirme[rz]?|enregistre[rz]?|envoie|envoyer)\b[^.?!\n]{0,20}\bpanier\b"
        r"|\bpanier\b[^.?!\n]{0,20}\b(?:valide[rz]?|confirme[rz]?)\b",
        "vous pouvez valider le panier",
    ),
    _topic(C.CART_SHOW, r"\bpaniers?\b", "montre moi mon panier", "qu'est ce que j'ai dans mon panier ?"),
    _topic(
        C.HUMAN,
        r"\bdoudou\b|\b(?:a|ai|avons|as|ont) (?:perdu|egare|oublie)\b(?= (?:un|une|son|sa|ses|mon|ma|mes|le|la"
        r"|les|leurs?|l')\b)"
        r"|(?<!suis )\bperdu[es]*\b(?! (?:mon|son) (?:travail|emploi|boulot|poste|job))|\bobjets? trouves?\b"
        r"|\bretrouvee?s?\b(?! (?:plus |pas )?(?:mes|ma|les|la|nos) (?:\w+ )?factures?)|\ballergi\w+|\bpai\b"
        r"|\bintoleran\w+|\bdemenage\w*|\b(?:nouvelle|changement d') ?adresse\b|\bnouveau numero\b"
        r"|\bnouvelles coordonnees\b|\bcoordonnees\b|"
        r"\bnumero de (?:telephone|portable)\b|\brib\b|\bjugement\b|\bordonnance\b"
        r"|\bautorisee?s? a\b|\bdivorce\w*|\bsepar(?:ation|es|ee)\b|\bharcel\w+|\bbouscul\w+"
        r"|\bfrapp\w+|\btape\b|\bmordu\w*|\binsult\w+|\bmoque\w*|\bbagarre\w*|"
        r"\bacceptable\b|\bmecontent\w*|\bscandal\w+|\bplaintes?\b|\bplaindre\b|\breclamation\b"
        r"|\badmissible\b|\binadmissible\b|\bhonte\w*|\ben colere\b|\bpas contente?s?\b"
        r"|\bdecue?s?\b|\bparler (?:a|avec|au)\b|\brencontrer\b|"
        r"\b(?:me|nous) rappeler\b(?! (?:ce|mon|le|la|les|que|quel|combien))|\brappel(?:ez"
        r"|er|le)[- ](?:moi|nous)\b(?! (?:ce|mon|le|la|les|que))|\bappelez[- ]moi\b"
        r"|\brendez-vous avec\b|\brembours\w+|\b(?:erreur|probleme|fausse?|incorrecte?) [^.?!\n]{0,25}factur\w+"
        r"|\bfactur\w+ [^.?!\n]{0,40}\b(?:erreur|fausse?|incorrecte?|probleme|pas normale?)\b"
        r"|"
        r"\b(?:vient|viennent|viendra|viendront|passe|passera|va|ira|iront|vont) (?:(?:le|la|les) )?"
        r"(?:chercher|recuperer|reprendre)\b|\bautorisations?\b|\bqu'on me rappelle\b|\bordonnance\b"
        r"|\bmode (?:admin|dev|debug)\w*|\b(?:supprim|effac|annul)\w* (?:\w+ )?factures?\b"
        r"|\btenir compte pour (?:la|ma) facture\b|\btrop[- ]percu\b|\bmedicaments?\b|\bdoliprane\b"
        r"|\btraitement\b|\bpoux\b"
        r"|\bassurance\b|\battestations?\b|\bcertificat de scolarite\b|\bquotient\b"
        r"|\bcaf\b|\baccident\b|\bmenus?\b|\bvegetarien\w*|\b(?:porc|viande|poisson|gluten|lactose|arachides?)\b"
        r"|\bsans porc\b|\bhalal\b"
        r"|\bcasher\b|"
        r"\b(?:veste|manteau|lunettes|gourde|cartable|bonnet|echarpe|blouson|pull"
        r"|gilet|casquette|trousse|chaussures?|gants?|trottinette|velo)\b|\bprelevement\b"
        r"|\brecrut\w+|\bcandidature\b|\bstagiaire\b|\bjustificatif\b|\bdroits? de garde\b"
        r"|\bpiscine\b|\bgagne[rz]?\b|\bcliquez\b|\bpromotion\b|\b(?:qui|quelle personne) (?:vient"
        r"|viendra|pourra|peut|ira) (?:le|la|les) (?:chercher|recuperer)\b|\bhandicap\w*"
        r"|\baesh\b|\bmdph\b|\bpersonne ne\b|\bsurveillance\b|\bfroid\b|\bbless\w+ (?:au"
        r"|a la|par)\b|\ben retard\b|\bretard de\b|\bignore[zr]? (?:les|toutes|tes"
        r"|vos)\b",
        "On a perdu la veste bleue d'Ilyès",
        "Zoé est allergique aux arachides",
        "Je veux parler à la directrice",
    ),
    _topic(
        C.DEADLINES_ASK,
        (
            r"\bjusqu'?\s?a quand\b|\bjusqu'a quel(?:le)? (?:jour|heure|date|moment)\b"
            r"|\bau plus tard\b|\bla limite\b|\b(?:date|heure|jour) limite\b|\bdernier (?:delai|moment"
            r"|jour pour)\b|\bdelais?\b(?! (?:de reponse|d'attente))|\bavant quand\b|\bcombien de (?:temps"
            r"|jours) (?:avant|a l'avance)\b|\btrop tard pour\b|\bencore (?:le )?temps\b"
            r"|\bquand (?:est-ce que )?(?:dois|faut|peut|doit|puis)[^.?!\n]{0,30}(?:dernier"
            r"|limite|avant)|\bjusqu'ou\b|\bcombien de temps a l'avance\b|\bavant quel(?:le)? (?:jour"
            r"|heure|date)\b"
        ),
        "jusqu'à quand puis-je annuler lundi ?",
        "quand est-ce que je dois inscrire JB au plus tard ?",
    ),
    _topic(
        C.AVAILABILITY_ASK,
        (
            r"(?<!s')(?<!si )(?<!si vous )\b(?:il )?(?:reste|restent|y a|avez|aurait|auriez"
            r"|a)(?:[- ]t)?(?:[- ](?:il|vous))?(?: encore| toujours)?(?: de la| des| une"
            r"| quelques| assez de| plus de| d'autres| \d)? ?places?\b|\bplaces? (?:dispo\w*"
            r"|libres?|restantes?)\b|\bdispo(?:nibilites?|nibles?|s)?\b|\b(?:est|c'est"
            r"|sont) (?:deja )?complet\w*|\bcombien de places\b|\bde la place\b(?= ?[^.!\n]*\?)"
            r"|\bdes places\b(?= ?[^.!\n]*\?)"
        ),
        "reste-t-il de la place mardi midi ?",
        "dispo jeudi midi pour 2 enfants ?",
    ),
    _topic(
        C.PRICES_ASK,
        (
            r"\bcombien (?:revien|reviendr)\w*|\bpar (?:matin|matinee|midi|repas|jour|journee|soir|soiree|enfant|mois"
            r"|gouter|semaine)\b[^.!\n]*\?|\bcombien (?:ca |cela |me |nous |le |la |un |une |est |c |pour |y |ce "
            r"|on )*(?:va )?(?:coute\w*"
            r"|facture\w*|couter)|\btarif\w*|\bprix\b(?! ou)|\bcouts?\b|\bcoute\w*|\bc(?:'est"
            r"|'| est)? combien\b|\bcombien (?:c'?est|pour|est|c|la|le|les|un|une|on paie"
            r"|paie|paye|faut payer)\b(?! de| ?je| vous dois)|\bcombien (?:de )?(?:euros"
            r"|€)\b"
        ),
        "c combien une journée de centre ?",
        "combien coûte le repas ?",
    ),
    _topic(
        C.INVOICES_SHOW,
        (
            r"(?<!est-ce )(?<!sera )(?<!est )(?<!etre )(?<!ete )(?<!seront )\bfactures?\b|\bcombien (?:je "
            r"|est-ce que je )?(?:vous |te )?dois\b|\bcombien (?:dois-je"
            r"|ai-je a payer|je dois)\b|\bmontant\b|\breste a payer\b|\ba payer\b|\ba regler\b"
            r"|\bsolde\b|\breleve\b|\bma note\b|\bpayer (?:ma|mes|en ligne)\b"
        ),
        "combien je vous dois pour octobre ?",
    ),
    _topic(
        C.REQUESTS_SHOW,
        (
            r"\bou en (?:est|sont|suis)\b"
            r"|\breponse a (?:ma|mes|notre) demandes?\b|\b(?:ma|mes|nos|notre|la|les) (?:\w+ )?demandes?\b"
            r"[^.!\n]{0,60}(?:accept\w+"
            r"|valid\w+|refus\w+|trait\w+|attente|recu\w*|prise?s?|\?)|\ben attente\b"
            r"|\bavez[- ]vous (?:bien )?(?:recu|pris|valide|traite|accepte)\b|\b(?:a|ont)(?:-t)?(?:-elles?"
            r"|-ils?)? (?:bien )?ete (?:valid|accept|pris|confirm|refus|trait|enregistr)\w*"
            r"|\bsuivi de\b|\bstatut\b|\b(?:est|sont)(?:-elles?|-ils?)? (?:bien )?(?:validee?s?"
            r"|acceptee?s?|confirmee?s?|prise?s? en compte|refusee?s?)\b[^.!\n]*\?|\b(?:voir"
            r"|montre\w*|quelles sont|historique de) (?:moi )?(?:mes|les) demandes?\b"
            r"|^\s*mes demandes\b"
        ),
        "où en est ma demande ?",
        "est-ce que mes demandes ont été acceptées ?",
    ),
    _topic(
        C.HELP,
        (
            r"^\W*(?:a l')?aide\b|\bcomment (?:on |je |faire|ca |cela |s'|faut|puis|peut"
            r"|fait|inscri|reserv|annul|marche|utilis|dois|proceder|est-ce|fonctionne"
            r"|vous|desinscr|modifi|se)|\bmode d'emploi\b|\bmarche a suivre\b|\bexplique[rz]?\b"
            r"|\bpas compris\b|\bcomprends? (?:pas|rien)\b|\bbesoin d'aide\b|\b(?:que"
            r"|qu'est-ce que) (?:peux|sais|savez|pouvez|puis)[- ](?:tu|vous|je) (?:faire"
            r"|demander)\b|\btu sers a quoi\b|\bque (?:dois-je|faut-il|faire)\b|\bhelp\b"
            r"|\btutoriel\b|\bcomment ca marche\b|\by arrive pas\b|\bquelles (?:sont les )?commandes\b"
        ),
        "comment on fait pour inscrire ses enfants ?",
        "aide",
    ),
    _topic(
        C.CALENDAR_SHOW,
        (
            rf"\b{_SHOW}\b[^.?!\n]{{0,50}}\b(?:planning|calendrier|agenda|recap\w*|reservations"
            r"|inscriptions|jours (?:reserves|inscrits))\b|\b(?:planning|calendrier|recap\w*)\b[^.!\n]*\?"
            r"|^\W*(?:(?:bonjour|salut|bonsoir)\W+)?(?:le |mon |notre )?(?:planning|calendrier"
            r"|recap\w*)(?: (?:de|d'|du|des|pour|svp|la|semaine|prochaine|\w+))?\W*$|\b(?:qu'est[- ]ce"
            rf"|c'est quoi|quoi|quels? jours?|est-ce|quand|sur quoi)[^.!\n]{{0,40}}\b(?:reserve\w*"
            r"|inscrit\w*|prevu\w*)\b|\b(?:est|sont|ai|a)(?:-il|-elle|-ils|-elles|-je)?(?: bien"
            r"| deja| encore| toujours)?(?: ete)? (?:inscrit\w*|reserve\w*)\b[^.!\n]*\?"
            r"|\b(?:verifi\w+|controle\w*)\b[^.!?\n]{0,30}\b(?:inscri\w+|reserv\w+)"
            r"|\b(?:savoir|confirmer|confirmez|verifier|verifiez|dire|dites|redire)\b[^.!\n]{0,40}\b(?:est|sont|ai|a"
            r"|etait|etaient)"
            r" (?:bien |deja |toujours |encore |pas )*(?:inscrit|reserve|prevu|note)\w*|\b(?:est"
            r"|sont) inscrit\w* (?:a )?(?:quand|quoi|quels?|ou)\b"
            rf"|\b{_SHOW}\b[^.?!\n]{{0,30}}\bce qu[ei'][^.?!\n]{{0,25}}\b(?:reserve|inscrit|prevu|note)\w*"
            rf"|^\W*(?:mes|nos) (?:inscriptions|reservations)\b|\best-ce (?:que|qu')[^.!\n]{{0,30}}\b(?:est"
            r"|sont) (?:bien |deja |toujours )?inscrit\w*"
        ),
        "je veux voir le planning d'Elio",
        "C'est quoi qui est réservé la semaine prochaine ?",
    ),
)

_FILLER: Final = re.compile(
    r"^\W*week-end(?= (?:c|ok|valide))|\b(?:bonjour|bonsoir|salut|coucou|hello|bonne (?:journee|soiree|reception"
    r"|continuation|annee|nuit|fin de journee|semaine)|bonnes? (?:fetes|vacances)"
    r"|(?:un )?grand merci|merci(?: (?:beaucoup|bien|d'avance|par avance|a vous"
    r"|infiniment|encore|pour (?:tout|votre \w+|la reponse|l'info)))*|"
    r"svp|s'il vous plait|s'il te plait|madame|monsieur|messieurs|mesdames|cordialement"
    r"|a bientot|bien a vous|a (?:demain|lundi|mardi|mercredi|jeudi|vendredi|la semaine prochaine|plus tard"
    r"|plus)|de rien|avec plaisir|desolee?|bon week-end"
    r"|beaucoup|tres|bien|super|parfait|genial|top|nickel|excellent|cool|a toute l'equipe"
    r"|l'equipe|tout le monde|le periscolaire|mille mercis|re|ca marche|bonne"
    r"|ah|et|oh|a|vous|aussi|pour|la reponse|votre reponse|reponse|rapide|gentillesse"
    r"|c'est (?:tres )?gentil|c'est note|bien recu|bien note|je vous remercie"
    r"|remercie|je|d'avance|beau|belle|journee|a vous|toute|team|joyeux|noel)\b"
)
_CONFIRM: Final = re.compile(
    r"\b(?:ok+|oui+|ouais|vas y|yes|d'accord|je (?:valide|confirme)|valide[rz]?|confirme[rz]?"
    r"|(?:c'?est?|tout est|c) (?:tout )?(?:bon|ok|valide|exact|correct|ca)|(?:ca"
    r"|cela) (?:me|nous) (?:va|convient)|je suis d'accord|allez-y|vas-y|validation"
    r"|confirmation|go|entendu|tout a fait|exactement|ca me va)\b"
)
_CONFIRM_FILLER: Final = re.compile(
    r"\b(?:pour (?:moi|nous)|vous pouvez|tu peux|pouvez-vous|peux-tu|pouvez|merci de"
    r"|le|la|les|mon|ma|mes|tout|panier|demandes?|reservations?|c'est|je|donc"
    r"|alors|bien|sur|parfait|super|tres|nickel|impeccable|voila|on|envoyez|ca"
    r"|est|bon|me|moi|aller|vous|que|suis|avec|nous|tu|on|l'ensemble|recap|ouais|y|va|de|ce|panier|votre|cette"
    r"|inscriptions?|commande"
    r"|l'|proposition|recapitulatif)\b"
)
_HELLO: Final = re.compile(
    r"\b(?:bonjour|bonsoir|salut|coucou|hello|merci|remercie|parfait|super|genial|top|cool|bonne|recu|note"
    r"|desole|a (?:demain|lundi|mardi|mercredi|jeudi|vendredi))\b"
)
_LETTERS: Final = re.compile(r"[a-z0-9]")


def topic_of(sentence: str) -> tuple[Command, int] | None:
    """Return a folded sentence's topic and where its words begin, or None."""
    for topic in TOPICS:
        if match := topic.pattern.search(sentence):
            return topic.command, match.start()
    return None


_PLAIN_YES: Final = re.compile(
    r"^\W*(?:(?:oui|ok|d'accord),? )*(?:je (?:valide|confirme)|c'est (?:tout )?(?:bon|ok) pour (?:moi|nous)"
    r"|(?:vous pouvez|merci de) valider)"
    r"(?: (?:le|mon) panier| tout| merci)*\W*$"
)


def confirms(sentence: str) -> bool:
    """Say whether a sentence beside others confirms the cart in so many words; a mere "ok" there says nothing."""
    return _PLAIN_YES.search(sentence) is not None


def small_talk(plain: str) -> Command | None:
    """Return what a message of nothing but politeness means: a confirmation, a greeting, or None for anything more."""
    rest = _FILLER.sub(" ", plain)
    confirmed = _FILLER.sub(" ", _CONFIRM.sub(" ", plain))
    if _CONFIRM.search(plain) and not re.search(r"\?|\bpas\b|\bnon\b", plain):
        left = _CONFIRM_FILLER.sub(" ", confirmed)
        if not _LETTERS.search(left):
            return Command.CART_VALIDATE
    if re.fullmatch(r"\W*(?:non|nan)\W*", rest) and "merci" in plain:
        return Command.GREET
    if _HELLO.search(plain) and not _LETTERS.search(rest):
        return Command.GREET
    return None
