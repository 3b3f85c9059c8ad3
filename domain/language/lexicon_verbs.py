"""All the verbs parents use for what they want, in the order in which they are tried. Data only."""

from __future__ import annotations

from typing import Final

from domain.language import lexicon_book as book
from domain.language import lexicon_cancel as cancel
from domain.language.wording import Wording

#: In this order: what stands first wins where two overlap.
VERBS: Final[tuple[Wording, ...]] = (
    cancel.UNDONE_ABSENCE,
    cancel.REFUSED,
    *cancel.SAYINGS,
    *cancel.ASKINGS,
    book.MOVES,
    *book.ASKINGS,
    *book.SAYINGS,
    cancel.ABSENCES,
    book.CHANGES,
    book.NOUNS,
)
EATING: Final = r"mang|dejeun"
#: After these an -é only tells what was done ("j'ai encore zappé", "déjà réservé"); accents are gone here.
DONE: Final = (
    r"\b(?:(?:ai|as|avons|avez|ont|avais|avait|avions|est|sont|etait|etaient|sera|seront)(?: (?:encore|deja|bien|tout"
    r"|toujours|trop|mal|juste|aussi|pas|\w+ment))*|a(?: (?:encore|deja|bien|tout|toujours|trop|mal|juste|\w+ment))+"
    r"|deja|initialement) $"
)
#: Before a participle written with its accent ("pouvez-vous annulé"): somebody is asked all the same.
ASKED_FOR: Final = (
    r"(?:^|[.!?\n] ?|\b(?:bonjour|bonsoir|salut|slt|svp),? )$"
    r"|\b(?:pouvez|pouve|peux|pourriez|faut|faudrait|faudra|merci|possible|veuillez|prie|j?voudrais?|souhaite|aimerais|veux|vais|soit|soient|etre"
    r"|a|de|d'|pour)"
    r"(?:[- ](?:vous|tu))?(?: (?:de|d'|me|m'|nous|bien|vouloir))* ?(?:le |la |les |l')?$"
)
#: What is not ours to call off: "cours de danse annulé", "l'entraînement est annulé".
THEIRS: Final = (
    r"\b(?:cours|match|danse|judo|foot|football|sortie|voyage|reunion|entrainement|rendez-vous|rdv|seance|train|vol|stage"
    r"|piscine|musique|spectacle|fete|anniversaire|kermesse|tournoi|competition|formation)s?"
    r"(?: (?:de |d'|du |au |des )?\w+)?(?: (?:est|sont|a ete|ont ete|etait|finalement|qui est))* $"
)
#: Who is absent here is no child.
NOT_CHILDREN: Final = (
    r"(?:\b(?:je (?:serai|suis|vais etre|serais)|(?:nounou|maitresse|maitre|mari|femme|mere|pere|maman|papa|mamie|papi"
    r"|conjointe?|grand-mere|collegue|directrice|directeur|prof\w*|animat\w+|medecin|maternelle|institut\w+|remplacante?)"
    r" (?:qui )?(?:est|sera|etant|sont)(?: \w+)?)"
    r"|\ben (?:mon|votre|notre|l'|leur)|\bpas(?: d')?|\ben cas d'|\b(?:mon|notre|votre|sans|mes|vos)) ?$"
)
