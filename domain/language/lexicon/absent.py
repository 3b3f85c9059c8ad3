"""How parents say that a child is absent, or that something shall not be done. Data only: `intent` reads it."""

from __future__ import annotations

from typing import Final

from domain.language.notions.marks import Force
from domain.language.notions.wording import IT, OURS, THE, Wording
from domain.model.wish import Do

#: Endings of a verb in "que vous annuliez", "qu'on annule", "de le désinscrire".
_CALLED_OFF: Final = r"(?:er|ez|e|es|ent|iez|ions|re|ve|vez|viez|vions|vent|ee?s?)\b"
ABSENCES: Final = Wording(
    Do.ABSENT, Force.ASKED,
    r"(?<!pour )(?<!bureau )(?<!avais dit )(?<!avait dit )(?<!avions dit )"
    r"(?<!avais mis )(?<!avais mise )(?<!avais note )"
    r"(?<!avais notee )(?<!avait note )(?<!avait notee )(?<!avait mis )(?<!avais declare )(?<!avais declaree )"
    r"(?<!\bserons )(?<!\bsommes )\babsente?s?\b(?! du bureau)|\babsences?\b(?! (?:de |du |d')(?:l'|la |le |son |sa "
    r"|notre |ma |mon )?(?:maitres|nounou|ensei|prof|inst|atsem|papa"
    r"|maman|mere|pere|anim|reponse))"
    r"|\bs'absenter(?:a|ont)?\b|\bmanqu(?:era|eront|e|ent) (?:l'ecole|la classe|les cours)\b"
    rf"|\bmanqu(?:era|eront)\b(?! (?:rien|pas|une? |d[eu] (?!lundi|mardi|mercredi|jeudi|vendredi|\d)|{THE}{OURS}))",
    ("Zoé sera absente lundi", "absence de Luka", "ils s'absenteront", "elle manquera l'école",
     "mes enfants manqueront jeudi"),
    ("je serai absente lundi", "elle vient, je l'avais notée absente", "la nounou est absente",
     "la maîtresse qui est absente", "l'absence de la maîtresse", "en cas d'absence", "en mon absence",
     "pas d'absence à signaler", "aucune absence à signaler"),
)  # fmt: skip
UNDONE_ABSENCE: Final = Wording(
    None, Force.NOUN,
    r"\b(?:annul|retir|enlev|supprim)\w* (?:l'|son |cette |mon |d'|leur |une |ses |les )?absences?\b",
    ("annulez l'absence de Zoé",), kind="change",
)  # fmt: skip
REFUSED: Final = Wording(
    None, Force.ASKED,
    r"\b(?:annulez|annule|enlevez|supprimez|retirez|desinscrivez) (?:surtout )?pas\b"
    r"(?! (?:que|seulement|mal)\b)|\bn(?:e |')(?:l'|le |la |les |me )?(?:inscrivez|inscris|mettez|mets|reservez"
    r"|ajoutez|prenez|annulez|annule|desinscrivez|enlevez|supprimez|retirez|notez) (?:\w+ )?pas\b"
    r"|\bn(?:e |')(?:me |nous )?(?:annulez|annule|desinscrivez|enlevez|supprimez|retirez) (?:surtout |donc )?rien\b"
    r"|\bne (?:surtout )?rien (?:annuler|enlever|retirer|supprimer)\b"
    r"|\bne (?:surtout )?pas (?:l'|le |la |les )?(?:inscrire|mettre|ajouter|annuler|desinscrire|reserver|noter"
    r"|enlever"
    r"|retirer|supprimer)\b"
    r"|\b(?:pas|plus) (?:la peine|besoin|necessaire|utile) (?:de |d')(?:l'|le |la |les )?(?:inscrire|mettre|ajouter"
    r"|reserver"
    r"|noter|prendre|compter|prevoir|annuler|desinscrire|enlever|retirer|supprimer)\b"
    r"|\b(?:ne )?(?:veux|veut|voulons|voudrais|voudrait|voudrions|souhait\w+|desir\w+|demande|demandons|faut|faudrait)"
    r" (?:surtout |absolument )?pas(?:,[^.!?,\n]{3,80}, ?)? ?(?:que (?:vous |l'on |tu )|qu'on )?"
    rf"{IT}(?:annul|desinscri|enlev|retir|supprim){_CALLED_OFF}"
    r"|\b(?:pas|aucune|jamais) (?:d'|de )?(?:annulations?|desinscriptions?|suppressions?)\b"
    r"|\b(?:n'ai|n'avons|n'a|ai|avons) (?:jamais|pas|nullement|absolument pas) (?:demande|voulu|souhaite|dit)"
    r" (?:que (?:vous |l'on |tu )|qu'on |qu'il soit |qu'elle soit |a ce qu(?:e vous |'on )|de |d')"
    rf"{IT}(?:annul|desinscri|enlev|retir|supprim){_CALLED_OFF}",
    ("n'annulez surtout pas le repas", "n'annulez rien pour mardi", "merci de ne rien annuler",
     "ne l'inscrivez pas", "merci de ne pas l'inscrire",
     "pas la peine d'inscrire Zoé", "pas la peine d'annuler le goûter", "je ne veux surtout pas qu'on l'enlève",
     "je ne souhaite pas annuler la cantine", "je ne voudrais pas que vous retiriez Luka",
     "je ne souhaite pas, contrairement à ce qu'on vous a dit, désinscrire Victor",
     "je n'ai jamais demandé qu'on annule le goûter", "nous n'avons pas demandé de le désinscrire",
     "pas d'annulation pour Zoé", "aucune désinscription à prévoir"),
    ("je n'ai pas encore annulé jeudi", "je veux annuler le goûter"),
)  # fmt: skip
