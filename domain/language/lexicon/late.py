"""Words for the reasons that open a request after its deadline, by the codes that a règlement gives them. Data only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.language.lexicon.reasons import CAUSES
from domain.model.wish import Reason

_BY_REASON: Final = {cause.reason: cause.pattern for cause in CAUSES}
_TEACHER: Final = r"(?:maitresses?|maitres?|enseignante?s?|instit\w*|professeure?s?|profs?|atsem)"

#: A pattern over folded text for each code that needs no words of its own in `[[exception]]`.
LATE_REASONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "death": _BY_REASON[Reason.FAMILY],
        "custody": (
            r"\b(?:jugement|ordonnance|decision) (?:de |du |d'|sur |concernant |relati\w+ a )*(?:la |l'|notre |mon )?"
            r"(?:garde|juge|jaf|tribunal|divorce|separation|autorite parentale|residence)\b"
            r"|\b(?:changements?|modifications?|inversion|nouve\w+|change\w*|modifi\w+)"
            r" (?:\w+ )?(?:de |des |du |d'|la |le |les |mes |nos |notre |ma )*"
            r"(?:semaines? de |jours? de |modalites de )?(?:droits? de )?gardes?\b"
            r"(?! (?:d'enfant a domicile|periscolaire|du matin|du soir))"
            r"|\bgarde (?:alternee|partagee|exclusive|des enfants)? ?(?:\w+ )?(?:a )?(?:ete )?(?:change|modifi)\w*"
            r"|\bpass\w* en garde (?:alternee|partagee|exclusive)\b|\bdroits? de (?:garde|visite)\b"
            r"|\bjuge aux affaires familiales\b|\bjaf\b"
        ),
        "work": (
            _BY_REASON[Reason.WORK]
            + r"|\b(?:perte|reprise|retour|recherche) (?:de |d'|a l')(?:mon |son |un |l')?(?:emploi|travail|activite)\b"
        ),
        "strike": r"\bgreves?\b|\bgrevistes?\b|\bdebrayages?\b",
        "trip": (
            r"\bsorties? (?:scolaires?|pedagogiques?|de (?:l'ecole|la classe|classe|fin d'annee)"
            r"|avec (?:l'ecole|(?:la|sa|leur) classe|(?:la|sa|le|son) (?:maitresse|maitre)))\b"
            r"|\bvoyages? scolaires?\b"
            r"|\bclasses? (?:vertes?|rousses?|bleues?|de neige|(?:de )?decouvertes?|de mer|transplantees?)\b"
        ),
        "teacher": (
            rf"\b{_TEACHER} (?:\w+ ){{0,2}}?"
            r"(?:absente?s?|malades?|pas (?:la|remplacee?s?)|remplacee?s? par personne|non remplacee?s?|arretee?s?)\b"
            rf"|\b{_TEACHER} n'(?:est|etant|etait|sera) (?:toujours )?pas (?:la|remplacee?s?)\b"
            rf"|\babsences? (?:de |du |d'|des )(?:la |l'|sa |son |leurs? |notre )?{_TEACHER}\b"
        ),
        "school_closed": (
            r"\b(?:ecole|classe|maternelle) (?:\w+ )?(?:est |sera |reste |restera )?(?:exceptionnellement )?fermee?\b"
            r"|\bfermeture (?:exceptionnelle )?(?:de |d')(?:l'|la |leur |son |sa |notre )?(?:ecole|classe|maternelle)\b"
        ),
    }
)

#: What parents write, and the code that it gives; a test runs them.
SAYS: Final = (
    ("suite au décès de mon père", "death"),
    ("nous avons perdu mon grand-père", "death"),
    ("nouveau jugement de garde", "custody"),
    ("changement de garde cette semaine", "custody"),
    ("l'ordonnance du juge change tout", "custody"),
    ("changement des droits de garde", "custody"),
    ("nous passons en garde alternée", "custody"),
    ("j'ai un nouveau planning", "work"),
    ("suite à ma perte d'emploi", "work"),
    ("la maîtresse fait grève", "strike"),
    ("il a une sortie scolaire", "trip"),
    ("elle part en classe verte", "trip"),
    ("sa maîtresse est absente", "teacher"),
    ("l'enseignante n'est pas remplacée", "teacher"),
    ("absence de la maîtresse", "teacher"),
    ("l'école est fermée", "school_closed"),
    ("inscrire Victor à la garde du matin", ""),
    ("nouvelle garderie du soir", ""),
    ("Victor est malade", ""),
    ("la maîtresse a dit que Victor viendrait", ""),
)
