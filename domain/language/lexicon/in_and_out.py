"""What goes out of a planning and what comes into it, said of the booking itself. Data only: `intent` reads it."""

from __future__ import annotations

from typing import Final

from domain.language.notions.marks import Force
from domain.language.notions.wording import OURS, THE, Wording
from domain.model.wish import Do

_ENDS: Final = r"(?=\W*(?:$|[.,;:!\n)]|merci\b|svp\b))"
#: "le goûter de jeudi doit sauter", "que la cantine disparaisse", "la cantine vendredi out".
GOES_OUT: Final = Wording(
    Do.CANCEL,
    Force.ASKED,
    r"\b(?:doi(?:t|vent)|devra|devront|peu(?:t|vent)|pourra|pourront)"
    r"(?: (?:donc|bien|aussi|tou(?:te)?s?|absolument|egalement))*"
    r" (?:sauter(?! (?:a|sur|de|dans|par|a la)\b)|disparaitre|degager|passer a la trappe)\b"
    r"|(?<=[a-z0-9] )(?:disparaisse|degage|passe a la trappe|s'en aille)(?:nt)?\b(?=[^.!?\n]{0,40}(?:$|[.,;!?\n]"
    r"|\bet\b))"
    rf"|(?<=[a-z0-9] )disparai(?:t|tra|tront|ssent)\b(?:{_ENDS}|(?= et\b))|(?<=[a-z0-9] )out\b{_ENDS}",
    ("le goûter de jeudi doit sauter", "la cantine doit disparaître", "il faut que le goûter disparaisse",
     "Zoé cantine jeudi out"),
    ("son bonnet a disparu", "jeudi pourrait disparaître"),
)  # fmt: skip
#: "que l'atelier apparaisse", "le goûter vendredi : ajout", "l'inscription de Zoé, créez-la".
COMES_IN: Final = Wording(
    Do.BOOK,
    Force.ASKED,
    rf"(?<=[a-z0-9] )(?:apparaisse(?:nt)?|apparai(?:t|tra))\b(?! (?:sur|dans)\b)|(?<=: )ajouts?\b{_ENDS}"
    rf"|(?<=[a-z0-9] )in\b{_ENDS}|(?<=\ba )ecrire\b{_ENDS}"
    rf"|\bcree[rz]\b(?:{_ENDS}|(?=-(?:la|les)\b)|(?= (?:(?:svp|donc|moi|une?|des|la|les|cette|ces) "
    rf"|l')+(?:inscription|reservation)))",
    ("je voudrais que le goûter apparaisse", "le goûter vendredi : ajout", "l'inscription de Zoé jeudi, créez-la",
     "créez une réservation"),
    ("on va créer des décors",),
)  # fmt: skip
#: "je ne prends que la cantine": only that.
NO_MORE_THAN: Final = Wording(
    Do.BOOK,
    Force.ASKED,
    r"\b(?:je|on|nous) (?:ne )(?:l[ea]s? |l'|lui |leur )?(?:prends?|prenons|prendrai|prendra|veux|veut|voulons|voudrais"
    r"|souhaite|souhaitons|demande|demandons|retiens|retient|choisis|choisit|mets|met|mettons)"
    rf"(?: (?:donc|finalement|en fait|cette fois))? qu(?:e |')(?={THE}{OURS})",
    ("je ne prends que la cantine mardi", "on ne veut que le goûter", "nous ne prenons que l'accueil du matin"),
    ("je ne prends que le bus",),
)  # fmt: skip
