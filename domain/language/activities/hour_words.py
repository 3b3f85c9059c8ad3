"""The words of another hour of coming or leaving: who comes or leaves, what is changed, the hour that was before."""

from __future__ import annotations

from typing import Final

from domain.language.matching.expression import Expression

_CLOCK: Final = r"\d{1,2} ?(?:h|heures?)(?: ?[0-5]\d\b| ?(?:et )?demie)?(?![\da-z])|\d{1,2}:[0-5]\d"
#: The hour that was, behind the word that sets it against the new one.
OLD: Final = Expression(
    r",?\s*\b(?:(?P<than>au lieu de|a la place de|plutot qu(?:e |'))|et non(?: pas)?|et pas|mais pas|pas) ?"
    rf"(?:(?:a|de|vers|jusqu'a) )?(?P<hour>{_CLOCK})"
    r"(?: (?:comme )?(?:prevue?|initialement|d'habitude|habituellement|actuellement|reservee?s?))*,?"
)
_THING: Final = (
    r"(?:l'|d'|de l'|son |leur |ses |leurs |les |un |une |de |des )?(?:heures?|horaires?)"
    r"(?: (?:de |d' ?)(?:depart|sortie|recuperation|fin|arrivee|depot|accueil))?"
    r"|(?:le |son |leur )(?:depart|retour)|la sortie|(?:l'|son |leur )arrivee"
)
#: What a doctor makes longer: "prolonger son repos".
_ITS_END: Final = (
    r"(?:son |sa |leur |le |la |l'|cette |cet |votre )?(?:repos|arret|absence|eviction|convalescence|isolement)"
)
#: A change of hour is named: the words that do it go, what they are about stays.
NAMED: Final = Expression(
    r"\b(?:(?:changer|changez|modifier|modifiez|decaler|decalez|avancer|avancez|reculer|reculez|repousser|repoussez"
    rf"|retarder|retardez|corriger|corrigez) (?:{_THING})"
    rf"|(?:changement|modification)s? (?:{_THING})|prolong(?:er|ez)(?! {_ITS_END}))\b"
    r"(?: (?:de|d'|du|pour)(?= |\b))? ?"
)
#: A move from one hour to another: "décaler Luka de 17h30 à 18h30".
MOVED: Final = Expression(r"\b(?:decaler|decalez|deplacer|deplacez|passer|passez|avancer|avancez|reculer|reculez)\b")
_SUBJECT: Final = r"(?:(?:je|j'|on|nous|il|elle|ils|elles|papa|maman|mamie|papi|(?:mon|ma|son|sa|leur) \w+) ?)?"
#: Who leaves, or who comes for the child.
LEAVES: Final = Expression(
    rf"\b{_SUBJECT}(?:(?:les|le|la|l') ?)?(?:(?:part|partira|partiront|partent|sort|sortira|sortiront|sortent"
    r"|reste|restera|resteront|restent|recupere|recupererai|recuperera|recupererons|recuperons|prends|prendrai|prend|prendra|prenons|prendrons"
    r"|(?:viens|viendrai|vient|viendra|passe|passerai|passera)(?: (?:les|le|la|l'))? ?(?:chercher|recuperer|prendre)"
    r"|(?:sera|seront) (?:recupere|cherche)e?s?)\b)"
)
#: Who comes, or who brings the child.
COMES: Final = Expression(
    rf"\b{_SUBJECT}(?:(?:les|le|la|l') ?)?(?:(?:arrive|arrivent|arrivera|arriveront|commence|commencera|commenceront"
    r"|depose|deposes|deposons|deposerai|deposera|deposerons|amene|amenons|amenerai|amenera|amenerons|emmene|emmenerai"
    r"|accompagne|accompagnerai"
    r"|(?:viens|viendrai|vient|viendra|passe|passerai|passera)(?: (?:les|le|la|l'))? ?(?:deposer|amener|conduire)"
    r"|(?:vient|viennent|viendra|viendront)(?! (?:(?:les?|la|l') ?)?(?:cherch|recup|prend))"
    r"|(?:sera|seront) (?:deposee?s?|amenee?s?|la|present(?:e?s?))(?! ?jusqu))\b)"
)
#: It is otherwise than it was said before.
INSTEAD: Final = Expression(r"\b(?:finalement|en fait|plutot|changement de programme)\b,?")
#: Of coming: "Victor arrivera plus tard lundi, à 8h".
SHIFTED: Final = Expression(r"\b(?:plus tot|plus tard)\b,?(?! que)")
#: A question about hours changes none.
ASKS: Final = Expression(r"\b(?:quand|quelles? heures?|quels? horaires?|combien|comment)\b")
#: What is told of a delay, of what is not so or not certain is for a person.
UNCERTAIN: Final = Expression(r"\b(?:ne|pas|retard|si|peut-etre)\b|\bn'|\best-ce que\b|\?")
#: Of whom an hour is told outright: who writes, and the children. Who else fetches a child is for a person to know.
ONE_OF_US: Final = Expression(r"(?:je|on|nous|ils?|elles?)\b|j'")
CHILDREN: Final = r"(?:les|mes|nos) (?:deux|trois|enfants|garcons|filles)"
OF_COMING: Final = Expression(r"\b(?:arrivee|depot|accueil)\b")
OF_LEAVING: Final = Expression(r"\b(?:depart|sortie|recuperation|retour|fin)\b")
#: A booking is asked for, beside what is told.
BOOKS: Final = Expression(r"\b(?:inscri\w+|reserver|reservez|reservations?|ajoute[rz]?|mettre|mettez)\b")
