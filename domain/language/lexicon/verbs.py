"""All the verbs parents use for what they want, in the order in which they are tried. Data only."""

from __future__ import annotations

from typing import Final

from domain.language.lexicon import absent, book, cancel, given_back
from domain.language.lexicon.fewer import FEWER
from domain.language.lexicon.given_over import TAKEN_INSTEAD
from domain.language.lexicon.in_and_out import COMES_IN, GOES_OUT, NO_MORE_THAN
from domain.language.lexicon.people import BELONGING, OFFICE_MEETING
from domain.language.lexicon.set_aside import LESS, MIXED, MORE, NOT_ASKED
from domain.language.lexicon.well_again import GROWN_UP
from domain.language.notions.wording import Wording

#: In this order: what stands first wins where two overlap.
VERBS: Final[tuple[Wording, ...]] = (
    absent.UNDONE_ABSENCE,
    absent.REFUSED,
    NOT_ASKED,
    given_back.GIVES_BACK,
    given_back.COUNTS_WITHOUT,
    given_back.COUNTS,
    MIXED,
    LESS,
    *FEWER,
    MORE,
    given_back.GIVES_DAY_BACK,
    TAKEN_INSTEAD,
    GOES_OUT,
    COMES_IN,
    NO_MORE_THAN,
    *cancel.SAYINGS,
    *cancel.ASKINGS,
    book.MOVES,
    *book.ASKINGS,
    *book.SAYINGS,
    absent.ABSENCES,
    book.CHANGES,
    book.NOUNS,
)
EATING: Final = r"mang|dejeun"
#: After these an -é only tells what was done ("j'ai encore zappé", "déjà réservé"); accents are gone here.
DONE: Final = (
    r"\b(?:(?:ai|as|avons|avez|ont|avais|avait|avions|aviez|auriez|aurait|est|sont|etait|etaient|sera"
    r"|seront)(?: (?:encore|deja|bien|tout"
    r"|toujours|trop|mal|juste|aussi|pas|\w+ment))*|a(?: (?:encore|deja|bien|tout|toujours|trop|mal|juste|\w+ment))+"
    r"|deja|initialement|(?:on|il|elle|mari|femme|papa|maman|pere|mere|conjointe?|compagn\w+|nounou|mamie|papi) a) $"
)
#: Before a participle written with its accent ("pouvez-vous annulé"): somebody is asked all the same.
ASKED_FOR: Final = (
    r"(?:^|[.!?\n] ?|\b(?:bonjour|bonsoir|salut|slt|svp),? )$"
    r"|\b(?:pouvez|pouve|peux|peut|peu|pourrait|pourriez|faut|faudrait|faudra|merci|possible|veuillez|prie"
    r"|j?voudrais?|souhaite|aimerais|veux|vais|soit|soient|etre"
    r"|a|de|d'|pour)"
    r"(?:[- ](?:vous|tu))?(?: (?:de|d'|me|m'|nous|bien|vouloir))* ?(?:le |la |les |l')?$"
)
#: What is not ours to call off: "cours de danse annulé", "l'entraînement est annulé".
THEIRS: Final = (
    r"\b(?:cours|match|danse|judo|foot|football|sortie|voyage|reunion|entrainement|rendez-vous|rdv|seance|train|vol"
    r"|stage"
    r"|piscine|musique|spectacle|fete|anniversaire|kermesse|tournoi|competition|formation)s?"
    r"(?: (?:de |d'|du |au |des )?\w+)?(?: (?:est|sont|a ete|ont ete|etait|finalement|qui est))* $"
)
#: What is changed, added or called off here is no booking: "annuler le prélèvement", "retirer mon ancienne adresse".
NOT_BOOKED: Final = (
    r"[- ](?:moi |nous )?(?:un |une |le |la |les |l'|mon |ma |mes |notre |nos |votre |ce |cette |son |sa |leurs? )?"
    rf"(?:(?:petit|nouveau|nouvelle|ancien|ancienne|autre|premier|premiere) )?(?:{OFFICE_MEETING}"
    rf"|(?:{BELONGING})\b|(?:(?:plaintes?|reclamations?|photos?|videos?"
    r"|gluten|lait|lactose|porc|viande|sel|sucre|salle"
    r"|messages?|commentaires?|avis|creme|pansement|adresse|changement (?:de |d')(?:nom|adresse|banque|numero"
    r"|situation|mail)|numero|telephone|portable|e-?mail"
    r"|courriel|ribs?|iban|prelevements?|mandat|mot de passe"
    r"|identifiants?|abonnement|coordonnees)\b))"
    r"|(?:(?<=m'inscrire)|(?<=inscrivez)|(?<=inscris)|(?<=inscrire))(?:-moi)? (?:a|pour|comme) (?:la |l'|le |une? )?"
    r"(?:reunion|accompagn\w+|conference|stand|benevole|volontaire)"
    r"|[- ](?:la nouvelle|le nouveau)(?=\s*(?:$|[.,;:!?\n(¤]))"
)
#: What is put off here is no booking: "le rendez-vous est déplacé à jeudi".
MEETING: Final = (
    r"\b(?:rendez-vous|rdv|reunion|cours|match|entrainement|seance|examen|operation|train|vol|visite|spectacle"
    r"|sortie|fete"
    r"|anniversaire|carnaval|kermesse|voyage|classe verte)s?(?: [a-z0-9'-]+){0,4}"
    r" (?:est|sont|a ete|ont ete|etait|sera)(?: \w+)? $"
)
#: What is put off behind the verb: "décaler la réunion".
MEETING_MOVED: Final = (
    r" (?:la |le |les |l'|notre |nos |mon |ma |mes |son |sa |cette |ce |cet |un |une )?"
    r"(?:rendez-vous|rdv|reunion|cours|match|entrainement|seance|examen|operation|train|vol|visite|spectacle|fete)s?\b"
    r"|(?<=\bdeplacement) (?:professionnel|pro|pour (?:le travail|mon|le boulot)|(?:a|en|sur|dans) (?!(?:lundi|mardi"
    r"|mercredi|jeudi|vendredi|demain|la|l'|partir|midi|une autre|un autre)\b)[a-z])"
)
#: What others call off: "le club a annulé l'entraînement".
CALLED_OFF_THERE: Final = (
    r"annulee? (?:la |le |les |l'|son |sa |ses |leur |leurs |notre |nos )?"
    r"(?:entrainements?|matchs?|cours|seances?|sorties?|piscine|spectacles?|reunions?|competitions?|tournois?|stages?"
    r"|visites?|rendez-vous|rdv|fetes?|anniversaires?|voyages?|danse|judo|foot\w*)\b"
)
#: Who is at home here is no child.
AT_HOME: Final = (
    r"\b(?:je|j'|moi|(?:mon|ma|sa|son|leur) (?:mari|femme|conjointe?|compagn\w+|mere|pere|maman|papa)|papa|maman"
    r"|mamie|papi)"
    r" (?:(?:serai|suis|sera|est|etais|reste|resterai|restera|serais|travaill\w+)(?: (?:donc|desormais|bien|aussi"
    r"|moi-meme"
    r"|maintenant|\w+ment))*|(?:peux|pourrai|vais) (?:etre|rester)) $"
    r"|\b(?:on|nous|je) (?:le |la |l'|les )?(?:fete|fetons|feterons|invite|invitons|recois|recoit"
    r"|recevons)\b[^.,;!?\n]* $"
    r"|\b(?:personne|aucun|(?:rentr|mang|dejeun|reste|suis|serai|sera|est|sont|seront)\w* (?:pas|plus|jamais))"
    r"(?: (?:manger|dejeuner|n'est|ne sera|jeudi|lundi|mardi|vendredi|demain))? $"
)
#: Who does not eat at home eats here, or else nothing is said of it: "ne mange pas à la maison jeudi".
NOT_HOME: Final = (
    r"(?:ne |n')?(?:(?:mang|dejeun|rentr|reste|revien)\w+|sera|est|seront|sont|va|ira) (?:pas|plus)"
    r"(?: (?:manger|dejeuner|rentrer))?"
    r"(?: (?:le midi|a midi|ce midi|lundi|mardi|jeudi|vendredi|demain))* (?:a la maison|chez (?:nous|moi|lui|elle"
    r"|eux))\b"
)
#: Who is absent here is no child.
NOT_CHILDREN: Final = (
    r"(?:\b(?:je (?:serai|suis|vais etre|serais)|(?:nounou|maitresse|maitre|mari|femme|mere|pere|maman|papa|mamie|papi"
    r"|conjointe?|grand-mere|collegue|directrice|directeur|prof\w*|animat\w+|medecin|maternelle|institut\w+"
    r"|remplacante?)(?: (?:de |d'|des |du )[a-z-]+)?"
    r"(?: (?:qui )?(?:est|sera|etant|sont)(?: \w+)?)?)"
    rf"|\b(?:{GROWN_UP}(?: (?:qui |ne ))?) ?s'|\b(?:(?:je|on) m'|(?:je|nous) (?:nous )?)"
    r"|\b(?:avez|aviez|avait|avais|ont) (?:bien |deja )?(?:note|marque|mis|declare|compte)e?s? (?:[a-z-]+ )?"
    r"|\ben (?:mon|votre|notre|l'|leur)|\bpas(?: d')?|\baucune|\ben cas d'|\b(?:mon|notre|votre|sans|mes|vos)) ?$"
)
