"""What says that no more is asked for, or at another time. Data only: `enough` reads it."""

from __future__ import annotations

from typing import Final

_UP_TO: Final = r"(?:pour|jusqu|d'ici|avant|cette|ce mois|en|durant|pendant)[^.,;:!?\n]{0,40}"
#: That is all, up to some day: "… vendredi, et c'est tout jusqu'aux vacances", "et après plus rien avant Pâques".
ALL: Final = (
    r"\b(?:c'est|ce sera|ca sera|ce serait) tout\b(?! (?:bon|a fait|de suite|petit|juste|simple|nouveau|pareil|vu|le\b"
    rf"|la\b|les\b|l'|ce que|ce qu'))(?: {_UP_TO})?"
    r"|\b(?:et |et puis |puis |ensuite |apres )+plus rien (?:d'autre )?(?:jusqu|avant|d'ici)[^.,;:!?\n]{0,40}"
    r"|(?<=, )(?:et |puis |mais )?(?:la semaine (?:d'apres|suivante|prochaine|qui suit)|apres|ensuite|par la suite),? "
    r"(?:ce|ca) ne sera (?:plus|pas) (?:necessaire|utile|la peine)\b"
    r"|\b(?:apres|ensuite|par la suite|au-dela),? (?:on|je|nous|il|elle|ils|elles) n'en (?:aura|aurai|aurons|auront)"
    r" plus besoin\b"
    r"|\b(?:rien d'autre|rien de plus|pas davantage) (?:jusqu|avant|d'ici)[^.,;:!?\n]{0,40}"
)
_WILL: Final = r"(?:viendr|reviendr|ir|ser|manger|rester|fer|prendr|gouter)(?:a|ont|ai|ons)"
#: At another time, which is not said: "Séverine viendra une autre fois", "…, pour Luka ce sera la prochaine fois".
ANOTHER_TIME: Final = (
    rf"\b(?:{_WILL}|ca|c'est|sera) [^.,;:!?\n]{{0,24}}\b(?:une (?:autre|prochaine) fois|la (?:prochaine fois"
    r"|fois d'apres|fois suivante)|(?:un peu )?plus tard dans (?:le|l')\w*)"
    r"|(?<=, )(?:et )?(?:pour )?[a-z-]+,? (?:ce sera )?(?:une (?:autre|prochaine) fois|la prochaine fois)"
)
#: No more of what is asked for just now: "…, la semaine prochaine on n'en aura plus besoin".
NO_MORE_OF_IT: Final = (
    r"\b(?:n'en|en) (?:aur|av)?(?:ai|a|ons|ont|ez|ra|rai|rons|ront) (?:plus|pas)(?: du tout)? besoin\b"
    r"|\bn'en (?:faut|faudra) (?:plus|pas)\b"
    r"|\b(?:ce ne sera|ca ne sera|ce sera) (?:plus|pas) (?:necessaire|utile|la peine)\b"
)
#: No need of one thing, where only another is asked for: "pas besoin de l'atelier, réservez le goûter seul".
NO_NEED: Final = r"\b(?:pas|plus) (?:besoin|la peine|necessaire)\b|\binutile\b"
#: That and no more.
ALONE: Final = r"\b(?:seule?s?|seulement|uniquement|juste|simplement|rien que)\b"
