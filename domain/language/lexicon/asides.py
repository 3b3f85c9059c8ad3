"""What is said in passing beside a request, or hangs on it. Data only: `meaning` reads it."""

from __future__ import annotations

from typing import Final

from domain.language.lexicon.doubts import IF_WELL
from domain.language.lexicon.grown_ups import JUDGED, THEIR_MOVE

#: Said in passing beside a request, or a matter for a person by itself.
SOFT: Final = (
    r"\b(?:chercher|recuper\w+|reprendre|reprend|reprendra|retard|carte d'identite|garde alternee|separee?s?"
    r"|separation"
    r"|divorcee?s?|(?:souviens?|rappelle|sais|sait) plus|sais pas (?:trop |bien )?(?:ce que|ou j'en|quoi))\b"
    r"|\b(?:a|aura|ont|auront|prend|prendra|apporte|apportera)(?: bien| aussi)? (?:son|sa|ses|leurs?|un nouveau"
    r"|une nouvelle) |\ba (?:piscine|sortie) |\b(?:a"
    r"|pour) la kermesse\b"
    rf"|{IF_WELL}|{THEIR_MOVE}|{JUDGED}"
    # who else was told: "j'ai laissé un message à la directrice"
    r"|\b(?:ai|a|avons) (?:deja |aussi |bien )*(?:laisse un (?:message|mot)|ecrit|telephone|envoye un (?:mail"
    r"|message|sms|mot)"
    r"|prevenu|averti|informe) (?:(?:a |aupres de |par)?(?:la |le |l'))?(?:direct\w+|responsable|maitresse|maitre|ecole"
    r"|secretariat)\b"
    r"|\b(?:dommage (?:pour|mais|c'est)|(?:ne )?(?:tenez|tenir|tiens) pas compte|ne faites pas attention"
    r"|mot (?:de \w+ )?dans (?:le|son|leur) (?:cahier|carnet)"
    r"|(?:piscine|sortie|visite|match|cours|entrainement)\b[^.;!?\n]{0,20} (?:est|etait|a ete) (?:annul|report)ee?s?)\b"
)
#: Hangs on a request: "… tu notes ?", "c'est bon ?".
TAG: Final = (
    r"^\W*(?:(?:c'?est|ca|cela|c) (?:vous |te )?(?:possible|bon|ok|faisable|note|marche|va|ira|irait"
    r"|passe|roule|convient|jouable)"
    r"|possible|ok|d'accord"
    r"|(?:tu|vous) (?:me |le |la |les |l')?(?:not\w+|pouvez|peux|confirmez|confirmes|prenez note)|merci)(?: (?:svp"
    r"|merci|pour (?:vous|toi)))?\W*\?\W*$"
    r"|^\W*(?:(?:vous )?(?:me |pouvez me )?(?:re)?(?:dites|dis|dire|confirmez|confirme|confirmer)(?:[- ](?:moi"
    r"|nous))?"
    r" (?:juste |bien |svp |vite )*(?:si |que )(?:c'est |ca |cela |tout est )(?:bien |vous )?(?:bon|ok|possible"
    r"|note|va"
    r"|marche|faisable|pris en compte|convient|en ordre|d'accord)(?: (?:svp|merci|pour vous))*)\W*$"
)
#: Somebody else shall do what the sender could not: "je n'arrive pas à l'inscrire, pouvez-vous le faire ?".
DELEGATES: Final = (
    r"(?:^|[,;:.!?(]|\b(?:et|donc|alors|du coup|svp))\s*(?:est-ce que |serait-il |si |vous |tu )*"
    r"(?:pouvez|pourriez|pourrez|peux|pourrais|peut|pourrait|possible|merci|veuillez)(?:[- ](?:vous|tu|on))?"
    r"(?: (?:svp|donc|bien|de|que vous|me|nous))* "
    r"(?:le |la |les |l'|vous en |t'en |m')*(?:faire(?! un)|fassiez|charger|occuper|inscri|reserv|annul|ajout|mettre"
    r"|enlever|desinscri|not(?:er|ez)|retirer)"
    r"|(?:^|[,;:.!?(]|\b(?:et|donc|alors|du coup))\s*faites[- ]le(?: (?:vous|svp|stp|donc|pour (?:moi|nous)|a ma place"
    r"|s'il (?:vous|te) plait|directement|merci))*(?=\W*(?:$|[.!,\n]))"
)
#: Only if need be: "si quelque chose manque, appelez-moi".
IF_NEEDED: Final = (
    r"\b(?:si|s'il|en cas|au besoin|n'hesite[zr]?|(?:au moindre|pour tout) (?:souci|probleme))\b[^.!?\n]{0,60}"
    r"\b(?:(?:r?appel|contact|recontact|telephon)(?:ez|er)|joindre)\b"
    r"|\b(?:r?appelez|contactez|telephonez)[- ](?:moi|nous)\b[^.!?\n]{0,40}"
    r"\b(?:si|s'il|en cas|au besoin|au moindre|pour tout)\b"
)
#: Why something else is asked for: "Je n'arrive pas à ouvrir la pièce jointe. Pouvez-vous me renvoyer ma facture ?".
STUCK: Final = (
    r"\b(?:arriv\w+|parvien\w+|reussi\w*|trouv\w+|retrouv\w+) (?:pas|plus)\b"
    r"|\bsuis (?:un peu |completement |totalement )?(?:perdue?|paumee?)\b"
    r"|\bsais (?:pas|plus) (?:trop |bien )?comment (?:ca (?:marche|fonctionne)|faire|on fait|m'y prendre)\b"
)
#: What was heard or is hoped beside a request: "j'espère qu'il reste de la place", "on m'a dit qu'il en restait".
HOPES: Final = (
    r"\b(?:espere|esperons|esperant|dit|parait|croise|crois|semble|vu|lu)\b[^.?!\n]{0,30}\b(?:reste|restait"
    r"|restent|restera|y a"
    r"|y avait|y en a|y ait)\b"
)
