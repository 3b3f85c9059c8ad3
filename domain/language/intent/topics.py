"""The table of what sentences ask for besides lines: families of words, and the force with which they are said.

A topic names families that must stand near each other and the tones in which they ask. Each has sentences that must be
recognised and, where its words have other uses, sentences that must not. A test reads them all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from domain.language.intent.tones import ASKING, SHOWING, Tone
from domain.language.lexicon.topics import HOW
from domain.model.wish import Command

C = Command
_ANY_TONE: Final = frozenset(Tone)


@dataclass(frozen=True, slots=True)
class Topic:
    """A command, the families and tones that ask for it, and sentences that must, or must not, be recognised."""

    command: Command
    families: tuple[str, ...]
    tones: frozenset[Tone]
    examples: tuple[str, ...]
    others: tuple[str, ...] = ()
    unless: str = ""


_CONDITION: Final = (
    r"(?:^|[,;.]\s*|\bet |\bmais )(?:si|s')\s?(?:jamais |vous |il |y |on )*(?:reste|y a|avez|a|est)\b|\bau cas ou\b"
)
#: Places that are kept, given up or refused.
_NO_PLACE: Final = (
    r"\b(?:sur|en|mise en) place\b|\b(?:besoin|voudrais|voudrait|veux|veut|faut|faudrait|souhait\w+|aimerai\w+)"
    r" (?:d'|de |\w+ ){0,2}(?:une|des|\d) places?|\b(?:gard|reserv|pren|bloqu|donn|liber|mett|laiss|attribu|rend)\w*"
    r" (?:[\w-]+ ){0,2}places?\b|\bdit (?:[\w']+ ){0,5}(?:plus|pas) de place"
    r"|\b(?:dommage|regrett\w+|decue?s?|triste) qu(?:e |')[^?.!\n]{0,40}\bplaces?\b(?![^.!\n]*\?)"
    r"|\bpossible d'(?:avoir|obtenir) (?:une|deux|trois|\d) places?\b"
    r"|\bune place\b[^.?!\n]{0,90}\b(?:l[ea]s? |l')(?:inscri|ajout|not|prendre|mettre)\w*"
    r"|(?:^\W*|(?<=[.!?\n] )|(?<=, ))une place (?:a |au |en |pour )[^.?!\n]{2,60}\b(?:svp|stp"
    r"|s'il (?:vous|te) plait|merci)\b(?![^.!\n]*\?)"
    r"|\b(?:comment|par ou|mode d'emploi|marche a suivre)\b[^.?!\n]{0,60}\b(?:demand|obten|reserv|av)\w* (?:une"
    r"|des) places?\b"
)

CART: Final = (
    Topic(
        C.CART_EMPTY, ("emptying", "cart"), _ANY_TONE,
        ("vide le panier", "j'annule tout ce qu'il y a dans le panier",
         "tout ce que j'ai mis dans mon panier est à supprimer", "remettez mon panier à zéro"),
        ("comment vider mon panier ?", "je ne peux pas supprimer une ligne de mon panier",
         "le panier de légumes se retire où le mardi ?"),
        unless=HOW + r"|\bcommande de\b",
    ),
    Topic(C.CART_EMPTY, ("all_over",), _ANY_TONE, ("on efface tout et on recommence", "videz tout"), unless=HOW),
    Topic(
        C.CART_VALIDATE, ("confirming", "cart"), _ANY_TONE,
        ("vous pouvez valider le panier", "tout est bon vous pouvez envoyer la commande", "je confirme ma commande"),
        ("comment valider mon panier ?", "est-ce que mon panier a été validé ?", "ne validez pas mon panier",
         "il reste quoi à valider dans mon panier ?",
         "Pouvez-vous m'envoyer le récapitulatif de mon panier ?"),
        unless=HOW + r"|\bpas\b|\bavant de\b|\b(?:ete|est|bien) (?:bien )?(?:valide|confirme)|\bque (?:contient"
        r"|j'ai)\b"
        r"|\ben attente\b|\bce qu|\brecap\w*|\bm'envo|\bm'en\b|\benvo\w+[- ]moi\b|\bme (?:r?envo|transm)\w+|\bvoir\b"
        r"|\bcontenu\b|\bquoi\b|\bquel\w*\b|\breste(?:-t-il)?\b[^.!]*\?",
    ),
    Topic(
        C.CART_SHOW, ("cart",), SHOWING,
        ("montre moi mon panier", "qu'est ce que j'ai dans mon panier ?", "on en est où niveau panier ?",
         "tu peux me récapituler ce que j'ai sélectionné avant que je paye ?"),
        ("comment vider mon panier ?", "j'ai mis Victor mardi dans mon panier hier soir et cela me convient"),
        unless=HOW + r"|\bpas (?:bon|correct|juste)\b"
        r"|\b(?:ete|est) (?:bien )?(?:valide|confirme|passe|parti|recu|enregistre)|\bvalid\w+ (?:mon"
        r"|le) panier",
    ),
)  # fmt: skip

QUESTIONS: Final = (
    Topic(
        C.PRICES_ASK, ("charged",), ASKING,
        ("Est-ce facturé si j'annule la veille ?", "serai-je facturée quand même ?"),
        ("merci de me dire le délai pour annuler sans être facturée",),
    ),
    Topic(
        C.DEADLINES_ASK, ("deadline",), ASKING | {Tone.SHOW},
        ("jusqu'à quand puis-je annuler lundi ?", "quand est-ce que je dois inscrire JB au plus tard ?",
         "quand ferment les inscriptions pour le centre ?", "vous clôturez quand les inscriptions ?",
         "on peut modifier combien de jours avant ?", "est il trop tard pour inscrire Yasmine demain ?",
         "je ne sais pas à quelle heure au plus tard il faut décommander"),
        ("j'avais annulé dans les délais", "je sais que c'est trop tard mais annulez demain",
         "quel est le délai de réponse ?", "à quel prix est le repas inscrit la veille ?"),
        unless=r"\bje sais (?:bien )?que\b"
        r"|\b(?:a quel|quel est le|quels sont les) (?:prix|tarifs?)\b|\bcombien (?:ca |cela )?cout",
    ),
    Topic(
        C.AVAILABILITY_ASK, ("left", "place"), _ANY_TONE,
        ("reste-t-il de la place mardi midi ?", "reste t il qqch pour JB mercredi aprem au centre",
         "je me demandais s'il restait un créneau jeudi au créatif", "vous auriez encore un créneau pour Léah ?",
         "y a encore de la place jeudi au centre"),
        ("s'il reste de la place, inscrivez Victor mardi", "il laisse sa place à sa sœur",
         "à la place de la cantine, mettez-le au goûter", "vous m'avez dit qu'il n'y a plus de place",
         "avez-vous pu lui garder une place ?"),
        unless=_CONDITION + "|" + _NO_PLACE,
    ),
    Topic(
        C.AVAILABILITY_ASK, ("some", "place"), ASKING | {Tone.BARE},
        ("des places mercredi ?", "savoir combien de places sont prises"),
        ("pouvez-vous me garder une place à la cantine mardi ?", "Séverine prend la place de son frère"),
        unless=_CONDITION + "|" + _NO_PLACE,
    ),
    Topic(
        C.AVAILABILITY_ASK, ("free",), ASKING | {Tone.BARE},
        ("dispo jeudi midi pour 2 enfants ?", "quelles sont les disponibilités du centre ?"),
        ("ma mère est disponible les vendredis", "si vous avez des disponibilités, inscrivez Victor"),
        unless=_CONDITION + r"|\bfactures?\b|\b(?:je|suis|nous|sommes) (?:suis |sommes )?(?:pas )?dispo",
    ),
    Topic(
        C.AVAILABILITY_ASK, ("full",), ASKING,
        ("est ce que le centre est complet le 24 décembre", "savoir si le centre est déjà plein le mardi 8 avril"),
        ("si la cantine est complète, inscrivez Victor au goûter", "son dossier est complet"),
        unless=_CONDITION + r"|\bdossiers?\b|\bsi [^.?!\n]{0,25}(?:est|sont) (?:complet|plein)\w*,",
    ),
    Topic(
        C.INVOICES_SHOW, ("invoice",), SHOWING,
        ("combien je vous dois pour octobre ?", "je voudrais voir mes factures", "il me reste quoi à régler svp",
         "la facture de décembre elle est où ?", "c'est où qu'on voit ce que je dois payer ce mois-ci",
         "je la trouve où la facture de décembre", "où c'est qu'on regarde ce qu'on vous doit"),
        ("je vous paierai la facture en passant, mardi ou jeudi selon mon travail",
         "c'est où que je vois ce que je dois apporter"),
        unless=r"\bmontant d'une?\b|\bprochaine commande\b|\bquand meme payer\b",
    ),
    Topic(
        C.INVOICES_SHOW, ("missing", "invoice"), _ANY_TONE,
        ("je n'ai pas reçu la facture de février", "La CAF me réclame la facture de novembre, je ne la retrouve plus"),
    ),
    Topic(
        C.PRICES_ASK, ("price",), ASKING | {Tone.SHOW, Tone.BARE},
        ("c combien une journée de centre ?", "combien coûte le repas ?", "combien faut-il compter pour une semaine ?",
         "la demi-journée revient-elle vraiment moins cher ?", "accordez-vous une réduction fratrie ?"),
        ("ce n'est pas acceptable au prix où nous payons", "Victor cherche un stage, c'est cher et loin de chez nous"),
    ),
    Topic(
        C.REQUESTS_SHOW, ("standing", "request"), SHOWING,
        ("où en est ma demande ?", "lesquelles de mes demandes sont encore en attente ?"),
    ),
    Topic(
        C.REQUESTS_SHOW, ("request", "passed"), ASKING | {Tone.SHOW},
        ("est-ce que mes demandes ont été acceptées ?", "la demande que j'ai faite hier, elle a été acceptée ?",
         "Toujours aucune nouvelle de cette demande, pouvez-vous me dire si elle est passée ?",
         "mes demandes de la semaine derniere ont elles été traitees", "nos demandes ont elles ete refusees svp"),
    ),
    Topic(
        C.REQUESTS_SHOW, ("no_answer", "booking"), _ANY_TONE,
        ("je n'ai eu aucun retour au sujet de la demande que j'ai déposée dimanche",),
        ("je n'ai aucune nouvelle de la directrice",),
    ),
    Topic(
        C.REQUESTS_SHOW, ("done_by_you",), _ANY_TONE,
        ("avez-vous pu inscrire Zoé au goûter jeudi ?", "vous avez bien annulé la cantine de Luka mardi ?"),
        ("vous avez annulé son repas alors qu'il était là", "avez-vous pu lui donner son doudou ?"),
    ),
    Topic(C.REQUESTS_SHOW, ("answer",), ASKING | {Tone.BARE, Tone.SHOW}, ("votre réponse à ma demande svp",)),
    Topic(
        C.REQUESTS_SHOW, ("booking", "passed"), ASKING,
        ("mon annulation de vendredi pour Sohan, elle a été prise en compte ?",
         "dites-moi si mes réservations ont bien été traitées", "mes réservations sont elles bien enregistrées"),
        ("l'inscription de Victor est faite",),
    ),
    Topic(C.REQUESTS_SHOW, ("passed",), frozenset({Tone.DIRECT}), ("avez-vous bien reçu mon message ?",),
          unless=r"\bpaye|\bs'(?:est|etait)\b|\bfactur|\bcertificat|\battestation|\bdossier|\bquand\b"),
    Topic(
        C.REQUESTS_SHOW, ("standing",), ASKING,
        ("pouvez-vous me dire lesquelles sont encore en attente ?",),
        unless=r"\bj'en suis\b|\bje (?:ne )?sa(?:is|it) plus ou\b",
    ),
    Topic(
        C.REQUESTS_SHOW, ("request",), SHOWING,
        ("mes demandes svp", "voir mes demandes en cours"),
        ("Voici la demande pour Victor : cantine lundi et mardi prochains, merci d'avance",),
        unless=r"\bpris\w* en compte\b|\bvoici\b|:|\bcomment\b|\bformul",
    ),
    Topic(
        C.CALENDAR_SHOW, ("planning",), SHOWING,
        ("je veux voir le planning d'Elio", "c koi le planning de luka", "planning d'Elio svp",
         "récap de la semaine prochaine ?"),
        ("voici le planning de Victor : lundi midi et mardi midi", "mon planning a changé, inscrivez Victor mardi"),
        unless=r"\bvoici\b|\b(?:viens de voir|ai vu|vois|avons vu|remarque|constate)\b|\bci-(?:joint|dessous)\b"
        r"|\b(?:n'(?:ai|avais|avions|avons) pas|(?:ai|avais|avions|avons|a) (?:mal|trop vite))(?: \w+)?"
        r" (?:regard|consult|verifi|lu|relu|vu|ouvert|control)\w*"
        r"|:(?! ?(?:a |pouvez-vous |merci (?:de |d'))?(?:l'|le |me l')?(?:affich|montr|envo|imprim))"
        r"|\bplanning (?:de [a-z]+ )?(?:a |vient |est tombe|de travail |professionnel|change"
        r"|suivant)|\b(?:mon|son) planning (?:est|a|du)\b"
        r"|\b(?:je|on|nous) (?:vous )?(?:donn|communiqu|envo|enver|transm|precis|indiqu|dir|redi)\w* (?:les|mes"
        r"|ses|nos)\b"
        r"|\b(?:enregistr|valid)(?:er|ez)\b|\ba (?:noter|inscrire|prendre|saisir)\b|\bmerci de noter\b"
        r"|\bdes que (?:j'|je|nous|on)\b|\bdepend\w* d|\bquand (?:j'|je|nous|on)\b|\ben fonction\b|\bselon\b"
        r"|\bnouveau planning\b|\b(?:chef|cheffe|patron|patronne|employeur|direction)\b[^.!?\n]{0,25}\bplannings?\b"
        r"|\b(?:refai\w+|chang\w+|revu|modifi\w+|boulevers\w+) (?:completement |tous |toute )*"
        r"(?:nos|mes|les|leurs|son|le|mon) (?:plannings?|agendas?)\b"
        r"|\bsans (?:avoir )?(?:regard|consult|verifi|vu|voir)",
    ),
    Topic(
        C.CALENDAR_SHOW, ("own_bookings",), SHOWING,
        ("mes inscriptions de la semaine prochaine svp", "la liste des jours déjà réservés pour Ilyès",
         "j'aurais besoin de voir ce qui est déjà réservé"),
        unless=r"\bcomment\b|\bannul|\bmodif|\bajout|\bavant\b|\bchang|\bbouge(?:nt)? pas\b|\brest(?:e|ent) "
        r"|\bmode d'emploi\b|\bfaire (?:ses|mes|les|nos|des)\b",
    ),
    Topic(
        C.CALENDAR_SHOW, ("booked",), ASKING,
        ("C'est quoi qui est réservé la semaine prochaine ?", "est-ce que Victor est bien inscrit jeudi ?",
         "je voudrais savoir si Victor est inscrit mardi", "Quels jours JB est-il noté à la cantine ?"),
        ("j'ai déjà inscrit Victor à la cantine mardi",),
        unless=r"\bpourquoi\b|\bcomment\b|\bcliqu|\bactivites?\b|\bsorties?\b"
        r"|\banimations?\b|\b(?:pouvez|pourriez)-vous (?:l'|les |le |la )?(?:inscri|reserv|corrig|rectifi|chang|modif"
        r"|decal|deplac|remplac)",
    ),
    Topic(
        C.CALENDAR_SHOW, ("which_days", "attending"), ASKING,
        ("Rappelez moi quels jours victor mange à la cantine ?", "Victor mange quand à la cantine ?"),
        ("quand Victor mange à la cantine, il rentre fatigué",
         "il faudra l'inscrire à la cantine mais je ne sais pas encore quel jour"),
        unless=r"\bcliqu|\bmeme quand\b|\bquand meme\b|\bquand (?:il (?:pleut|neige|fait)|on (?:est|a))\b"
        r"|\bquand (?:il|elle|ils|elles|on|je|[a-z-]+ (?:mange|vient|reste|va))\b(?![^.?!\n]*\?)"
        r"|\b(?:je|on|nous) (?:ne )?(?:sai[st]|savons|connai[st]|connaissons) pas (?:\w+ )?(?:quels?|quand"
        r"|quelles?)\b",
    ),
)  # fmt: skip

HELP: Final = (
    Topic(
        C.HELP, ("help",), _ANY_TONE,
        ("comment on fait pour inscrire ses enfants ?", "aide", "vous savez faire quoi exactement ?",
         "Tu peux m'aider stp, je sais pas quoi écrire pour réserver un mercredi", "comment vider mon panier ?"),
        ("il a besoin d'être aidé pour couper sa viande",),
    ),
)  # fmt: skip

#: In this order; the first that fits a sentence is its topic. Grave matters come before the questions, mild ones
#: before help.
TOPICS: Final[tuple[Topic, ...]] = (*CART, *QUESTIONS, *HELP)

#: Said by parents, of grave matters (True) and of mild ones.
MATTERS: Final = {
    True: (
        "On a perdu la veste bleue d'Ilyès", "Zoé est allergique aux arachides", "Je veux parler à la directrice",
        "vous comptez 11 goûters à Victor alors qu'il n'est venu que 6 fois", "la facture est fausse",
        "Elio s'est fait embêter à la cantine", "personne ne répond au téléphone, c'est inadmissible",
    ),
    False: (
        "Nous avons déménagé", "voici mon nouveau RIB", "c'est leur tante qui passe chercher les garçons",
        "je vous transmets le jugement", "nous serons en retard ce soir",
    ),
}  # fmt: skip
