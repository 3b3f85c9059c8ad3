"""More words of illness: what a thermometer says, rest that is ordered, a leave for illness, bare appointments."""

from __future__ import annotations

from typing import Final

_FEVER: Final = r"(?:3[89]|40)(?:[.,]\d)?"
_DOCTOR: Final = (
    r"(?:dentiste|orthodontiste|ophtalmo\w*|oculiste|pediatre|dermato\w*|allergo\w*|orl|cardiologue|podologue"
    r"|osteo\w*|radiologue|medecin|docteur|toubib)"
)
_DAY: Final = r"(?:lundi|mardi|mercredi|jeudi|vendredi|demain|aujourd'hui|ce (?:matin|midi|soir)|cet apres-midi)"
_WHEN: Final = rf"(?:le \d|a \d|a midi|midi\b|{_DAY}\b)"
#: "le thermomètre affiche 39", "39 au thermomètre", "39 ce matin" after a comma.
_MEASURED: Final = (
    rf"thermometre (?:\w+ ){{0,3}}{_FEVER}\b|{_FEVER} (?:au thermometre|sous le bras|de temp\b)"
    rf"|(?:(?<=^)|(?<=, )|(?<=: )|(?<=\net )){_FEVER}(?= (?:au reveil|ce matin|cette nuit|hier soir|en pleine nuit))"
)
#: Rest that a child must have; a day off of a grown-up is "de repos" or "mon repos".
_REST: Final = (
    r"(?<!de )(?<!mon )(?<!mes )(?<!en )(?<!jours de )repos(?= (?:aujourd'hui|jusqu|au lit"
    r"|toute la (?:journee|semaine)|quelques jours|pendant|pour (?:la|quelques|\d|deux|trois)))"
    r"(?! [^.,;!?\n]{0,20}\bpour (?:moi|papa|maman))"
    r"|(?:au|besoin de|prescri\w+ du|veut du|ordonne du|impose du|conseille du|demande du) repos\b"
    r"|doi(?:t|vent) (?:absolument |encore |bien )?(?:se reposer|rester (?:couchee?s?|alitee?s?))"
)
#: A leave, or a sort, of illness: not the sender's own, nor the insurance.
_MALADY: Final = (
    r"(?:en|pour|cause|enfant) maladie\b|(?<=absence )maladie\b|meme maladie\b"
    r"|maladie (?:infantile|infectieuse|contagieuse|virale)"
)
#: "dentiste à midi jeudi", "a dentiste le 18", "récupère Victor à 16h pour le médecin".
_SEEN_BY: Final = (
    rf"(?:(?<=^)|(?<=[.:;,!\n(] )|(?<=\n)|(?<=\ba )|(?<=\bcar )|(?<=\bet )|(?<=\bcause ))"
    rf"(?:(?:le |un |l')?{_DOCTOR}|irm)(?= {_WHEN})"
    rf"|(?<!mot )(?<!papier )(?<!certificat )(?<!attestation )(?<!besoin )(?<!question )(?<!numero )(?<!ordonnance )"
    rf"pour (?:le |la |l'|son |sa |un |une ){_DOCTOR}(?! (?:qui|de (?:l'ecole|creche)|scolaire))"
)
#: Such an appointment by itself: a child misses something for it only where something is called off.
APPOINTMENT: Final = rf"(?:pour )?(?:le |la |l'|son |sa |un |une )?(?:{_DOCTOR}|irm)"
CALLED_OFF: Final = (
    r"\b(?:annul|desinscri|enlev|retir|supprim|decommand|absen|ratera|manquera)\w*|\b(?:pas|plus) (?:de |d'|a la |au )"
    r"|\b(?:pas|plus|sans) (?:cantine|gouter|garderie|repas)\b|\b(?:ne |n')(?:\w+ ){1,2}(?:pas|plus)\b|\bgard(?:e|ons) "
)
ILL_TOO: Final = rf"hospitalis\w+|{_MEASURED}|{_REST}|{_MALADY}|{_SEEN_BY}"
