"""What grown-ups and other families' children are called, who are none of the children that are booked. Data only."""

from __future__ import annotations

from typing import Final

#: Of the children's own family.
RELATIVES: Final = (
    r"epou(?:x|se)|compagn(?:on|e)|mari|femme|conjointe?|ex|maman|papa|mere|pere|parents|beaux-parents|grands-parents"
    r"|mamie|mamy|papi|papy|grand-mere|grand-pere|oncle|tante|tata|tonton|belle-\w+|beau-\w+|neveux?|nieces?"
    r"|cousine?s?|parrain|marraine"
)
#: Where a child is that is not with us: "reste à la maison", "mange chez sa copine", "déjeune avec papa".
NOT_WITH_US: Final = r"(?:a la maison|chez(?! vous\b)|avec(?! vous\b))"
#: Friends and neighbours, and those who work with children.
OTHERS: Final = (
    r"copine?s?|copains?|amie?s?|camarades?|voisine?s?|collegues?|nounou|nourrice|tatie|gardienne|baby-?sitter"
    r"|maitresse|directrice|institutrice|assistante? maternelle|fille au pair|employeu(?:r|se)"
)
#: Somebody else has done something: "ma collègue a …", "la maman de Léo a …", "mon frère a …".
OTHERS_HAVE: Final = (
    rf"\b(?:(?:mon|ma|mes|son|sa|ses|un|une|le|la|les|d'autres) ?(?:{OTHERS}|{RELATIVES})"
    r"|(?:mon|ma|mes) (?:freres?|soeurs?))"
    r"(?: (?:de |d')\w+)? (?:qui )?(?:a|ont|avait|avaient)(?: (?:bien|deja|aussi|finalement|enfin|\w+ment))*"
)
#: An hour with somebody at the office: "réserver un moment avec la directrice".
OFFICE_MEETING: Final = (
    r"(?:moment|creneau|entretien|entrevue|point|echange|rencontre|rendez-vous|rdv|reunion|quelques minutes"
    r"|\d+ minutes) (?:d'echange |telephonique |au telephone )?(?:(?:de|du|d') ?\w+ )?avec "
    r"(?:la |le |l'|votre |un |une )(?:direct(?:eur|rice)|responsable|coordinat\w+|referente?|animat(?:eur|rice))\b"
)
#: What a child may leave behind.
BELONGING: Final = (
    r"doudou|veste|manteau|lunettes|gourde|cartable|bonnet|echarpe|blouson|pull|gilet|casquette|trousse|chaussures?"
    r"|chaussons?|(?<!\ba )(?<!\bau )(?<!\bde )(?<!\bdu )(?<!\bont )baskets?"
    r"|bottes?|gants?|moufles?|trottinette|velo|k-?way|parka|doudoune|sweat|maillot|tetine|collier"
    r"|bracelet|(?:sa|ma|une) montre|jouets?|parapluie|jogging|polaire|snood|casque|sac(?: a dos| de sport)?"
    r"|tour de cou"
    r"|boite a gouter|bouteille|appareil dentaire|goutte|cle|cles|cahier|carnet|peluche"
)
#: What is great without being a child: "à notre grande fierté", "pour notre plus grande joie".
FEELINGS: Final = (
    r"(?:fierte|honte|surprise|joie|peine|gene|confusion|deception|satisfaction|emotion|frayeur|colere|angoisse"
    r"|fatigue|gratitude|reconnaissance|chance|malchance|inquietude|stupeur|stupefaction|perplexite|desolation"
    r"|regret|bonheur|plaisir|etonnement|soulagement|embarras|desespoir|desarroi|dam|chagrin|merite|tort|dechirement"
    r"|espoir|reve|bien)s?\b"
)
#: Great and small events, and things: "le grand concours", "la petite opération", "le grand air".
OCCASIONS: Final = (
    r"(?:concours|tournoi|match|spectacle|gala|cross|finale|competition|kermesse|sortie|voyage|sejour|week-end|weekend"
    r"|depart|demenagement|menage|jeu|air|froid|bassin|gymnase|theatre|cirque|public|retour|soir|monde|debut|fin"
    r"|rhume|gastro|rougeole|toux|virus|bobo|intervention|visite|rendez-vous|rdv|controle|examen|test|histoire"
    r"|aventure|ville|maison|piscine|bibliotheque|cour|porte|salle|annonce|evenement|etape|premiere|changement"
    r"|coup|tour|peu|truc|point|message|rappel|service|coucou|oubli|retard|contretemps|imprevu|hic|bemol|detail"
    r"|sourire|cadeau|gateau|gouter|repas|pique-nique)s?\b"
)
