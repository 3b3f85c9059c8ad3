"""Illness that is over or was none, and grown-ups' illness told with more words between. Data only: `not_ill` reads it.

An illness keeps a child away from its beginning on: what makes it none stands before it in these patterns, so that
each of them covers the word for the illness.
"""

from __future__ import annotations

from typing import Final

from domain.language.lexicon.people import OTHERS, RELATIVES

#: Somebody grown up, or another family's child, with whose they are: "la maman de Léo", "mon frère", "papy".
GROWN_UP: Final = (
    rf"(?:(?:(?:mon|ma|mes|notre|nos|une?|des|le|la|les|son|sa|ses|leurs?) |l')(?:{RELATIVES}|{OTHERS})"
    r"|(?:mon|ma|mes) (?:soeurs?|freres?)|mamie|mamy|papi|papy|papa|maman|tata|tonton|nounou)"
    r"(?: (?:de (?:la |l')?|d'(?:une? )?|du |des )[a-z-]+(?: derni(?:er|ere)s?)?)?"
)
_ITS_NAME: Final = r"(?:la |le |les |l'|une? |de la |du |cette |ce |sa |son |ses )"
#: No other subject between a grown-up and the illness: "la nounou a appelé : elle a de la fièvre" is the child's.
_OWN: Final = r"(?:(?!\b(?:ils?|elles?|car|et|mais|parce|puisque?|que)\b|\bqu')[^.!?\n,:;(])"
#: It is over: "finie la varicelle", "la fièvre est tombée", "après une semaine de grippe Zoé reprend".
_OVER: Final = (
    rf"(?:^|(?<=[.!?\n,:;] )|(?<=\n))(?:(?:ouf|enfin|ca y est|bonne nouvelle|voila),? )*(?:finie?s?|terminee?s?|adieu"
    rf"|bye bye|oubliee?s?|exit)(?: (?:enfin|donc))? {_ITS_NAME}(?!nuit|journee)[^.!?\n,:;]{{0,30}}"
    r"|\b(?:fievre|temperature|toux|boutons|douleurs?|symptomes|virus|grippe|gastro|angine|otite|varicelle|rhume)"
    r"(?: (?:de |d')[a-z-]+)?(?: (?:est|sont|a|ont))?(?: (?:bien|enfin|maintenant|completement|totalement|deja))* "
    r"(?:re)?(?:tombee?s?|parti(?:e|s|es)?|disparu\w*|envolee?s?|baisse)\b"
    r"|\bapres (?:une?|cette|sa|son|ses|deux|trois|quelques|plusieurs|\d+|la|cinq|quatre) ?"
    r"(?:(?!\b(?:revien|retourn|repren|est|a)\b)[^.;!?\n]){2,45}?(?=\b(?:revien(?:t|dra)|retourne(?:ra)?"
    r"|repren(?:d|dra)|remange(?:ra)?|est (?:enfin )?de retour|va (?:beaucoup |bien )?mieux)\b)"
    r"|\b(?:a|ont) (?:bien )?(?:ete|eu) [^.!?\n]{0,45}[,;.] ?(?:mais |et )?(?:maintenant,? |la,? |aujourd'hui,? "
    r"|desormais,? |depuis,? |ce matin,? )*(?:(?:ca|tout) va|(?<=maintenant) {3,}|(?<=maintenant ) {3,})"
    r"(?: (?:bien|beaucoup))?(?: ?mieux)?(?=\W*(?:$|[.,;!:\n]|donc|et|alors|maintenant))"
)
_ILL: Final = r"(?:fievre|toux|grippe|gastro|angine|otite|varicelle|rhume|migraine|indigestion|coup de froid)"
#: It is none to speak of: "rien de grave, un simple rhume", "une petite toux déjà passée", "ce n'était qu'un rhume".
_SLIGHT: Final = (
    r"\brien d(?:e (?:bien |tres |vraiment )?(?:grave|mechant|serieux|dramatique)|'(?:inquietant|alarmant))\b"
    r"(?: pour [a-z-]+)?,? ?(?:[^.;:!?\n,]{0,12}\b(?:qu'une?|une?) [^.,;:!?\n]{0,30})?"
    rf"|\b(?:juste |seulement |simplement )*une? (?:simple |petite? |leger |legere )*{_ILL}[^.,;:!?\n]{{0,20}}, "
    r"(?:mais )?(?:rien d|plus de peur|pas de quoi|sans gravite)"
    rf"|\b(?:une? |le |la |sa |son |cette |ce )(?:simple |petite? |leger |legere )*{_ILL} "
    r"(?:deja |enfin |bien |maintenant )*(?:passe|fini|termin|gueri|oubli)e?e?\b"
    rf"|\b(?:ce n'(?:etait|est) (?:finalement |en fait )?qu'|plus de peur que de mal[^.;!?\n]{{0,30}}?)une?"
    rf" (?:simple |petite? |leger |legere )*{_ILL}\b[^.,;:!?\n]{{0,20}}"
)
#: It was something else, or nothing: "ce n'était pas la varicelle", "fausse alerte pour l'angine".
_WAS_NONE: Final = (
    r"\b(?:ce n'(?:est|etait)|c'(?:est|etait)|ce n'etaient) (?:finalement |donc |heureusement |en fait |au final )*"
    rf"pas (?:du tout |vraiment )?{_ITS_NAME}(?!grande forme|forme|top)[^.,;:!?\n]{{0,25}}"
    rf"|\bfausse alerte(?: (?:pour|avec|concernant) {_ITS_NAME}?[^.,;:!?\n]{{0,25}})"
)
#: A child is still kept away, whatever is over.
STILL_AWAY: Final = (
    r"\b(?:absen\w+|annul\w+|desinscri\w+|encore|toujours|jusqu\w*|a la maison|rest(?:e|era|ent)\b(?! a la cantine| au)"
    r"|(?:le|la|les) gard\w+|pas (?:avant|aujourd'hui|demain)|(?:ne |n')[a-z' ]{0,12}(?:vien|ira|iront|mange|sera"
    r"|seront|repren|retourn|peu|pourr)\w* pas)\b"
)
#: Something is booked, for which an illness that is over is no hindrance.
BOOKED_AGAIN: Final = (
    r"\b(?:re)?(?:r?eserv|inscri|ajout|rajout|mett|mang|remett|remet|not)\w*|\b(?:ira|iront|prendre|prevoir|besoin|prenez"
    r"|il (?:me |nous )?(?:faut|faudrait)|svp|stp)\b"
)
OVER_AGAIN: Final = rf"{_OVER}|{_WAS_NONE}|{_SLIGHT}"
#: Grown-ups and friends: "la voisine qui ramène Zoé est souffrante", "papy ne peut plus venir, grippe, …".
OF_OTHERS: Final = (
    rf"\b{GROWN_UP},? (?:(?:chez|avec|a|pour) (?:qui|lequel|laquelle)|qui|dont|que)\b"
    rf"(?:(?!\bqu')[^.!?\n:;]){{3,45}}? (?:est|a|sera|s'est|se fait|sont|ont|vient d(?:e |'))\b{_OWN}{{0,30}}"
    rf"|\b{GROWN_UP} {_OWN}{{0,20}}(?:ne |n')(?:peu|pourr|vien|sera|est|va|garde)\w*\b[^.!?\n,:;(]{{0,45}}[,:(;] ?"
    r"(?:(?:grosse|mauvaise|sale|une|pour cause de|cause|vilaine) )?(?!elle\b|ils?\b|elles\b|je\b|on\b)[a-z]+"
    r"(?: (?:de|du|au|a la) [a-z]+)?(?= ?(?:$|[.,;)!\n]))"
    rf"|\b{GROWN_UP} [^.!?\n]{{0,70}}, (?:donc |du coup |et )?(?:je|nous|on) (?:dois |doit |devons )?"
    r"(?:serai|serons|sera|suis|vais|irai|etre|aller|reste\w*)[^.!?\n,:]{0,25} (?:avec |(?:au)?pres d')(?:lui|elle)\b"
    r"|\btoute (?:la|ma|notre) (?:petite )?(?:famille|maisonnee|tribu)(?: est| a| ont)?[^.,;!?\n]{0,25}"
    r"(?=\b(?:sauf|hormis|a part|excepte|mais pas)\b)"
)
