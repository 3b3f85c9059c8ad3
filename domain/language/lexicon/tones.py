"""What makes a sentence a question, an order to show, a thank-you: as patterns over folded text. Data only."""

from __future__ import annotations

from typing import Final

_TURNED: Final = (
    r"(?:restera?(?:it)?|restent|y a(?:ura(?:it)?)?|a|ont|est|sont|etait|etaient|sera|seront|serait|serai|peut"
    r"|peuvent|puis"
    r"|dois|doit|doivent|devons|pouvons|faut|faudra|va|vont|ai|avez|auriez|aurez|aurait|existe|coute|revient|ferme"
    r"|acceptez|prenez|facturez|accordez|comptez|mange|savez|vient|compte)"
)
_KNOWING: Final = (
    r"(?:savoir|demand(?:e|ais|er|ions)|dire|redire|dites|dis|precise[rz]?|indique[rz]?|confirme[rz]?|ignore"
    r"|verifie[rz]?"
    r"|sais|sait|sache|savons|connaitre|rappele[rz]|rappelle|voir|regarde[rz]?|comprendre|renseigne[rz]?|doute)"
)
#: Direct questions: by mark, word or inversion.
DIRECT: Final = (
    r"\?|\b(?:jusqu\'?a|avant|depuis|pour|a partir de) quand\b|\ben (?:est|etes|sont|suis) ou\b|\bou (?:pas|non"
    r"|plus)(?: encore)?\W*$|\bou (?:c'est|alors c'est|est-ce) (?:deja )?(?:complet|plein|mort|trop tard|fini)\b"
    r"|\best[- ]ce qu|\bqu'?\s?est[- ]ce|\bk?esk|\bkes\b|\bkoi\b|\bquoi\b"
    r"|\bcombien\b|\bcomment\b|\bpourquoi\b"
    r"|\bquel(?:le)?s?\b|\blesquel\w+|\blaquelle\b|\b(?:c'?est|c|est|sont|etait|ferme\w*|inscri\w*|cloture\w*"
    r"|mange\w*) (?:pour )?quand\b(?! meme)"
    r"|\bquand (?:est-ce|ferm\w+|dois|faut|peut|puis|est|sont|se|s')|\bou (?:en (?:est|sont|suis)|est|sont|puis"
    r"|se trouv\w+"
    r"|peut-on|trouver|je peux)\b"
    r"|\bse trouv\w+ ou\b(?! (?:pas|non|le|la|les)\b)|\bou (?:est|sont)\b|\b(?:elle|il|elles) est ou\b"
    rf"|\b{_TURNED}(?:[- ]t)?-(?:il|elle|ils|elles|on|je|vous|nous)\b"
    r"|\b(?:reste|y a|a|ont|va) t'? ?(?:il|elle|ils|elles|on)\b|\b(?:est|sont|ont|seront|peut|puis|dois|faut|avez"
    r"|auriez) (?:il|elle|ils|elles|on|je|vous)\b(?! (?:la|le|les|pas|aussi|memes?|deux|non plus|egalement)\b)"
    r"|\bc'?\s?est ou (?:qu\b|que\b|qu'|pour\b)|\bou (?:c'?est|est-ce|ce) qu"
    r"|\b(?:je|j'|on|tu) (?:(?:l[ea]|les|peux|peut) |l'){0,2}(?:vois|voit|voir|trouv\w+|retrouv\w+|regard\w+"
    r"|consult\w+|telecharg\w+|recuper\w+) ou\b(?! (?:pas|non)\b)"
)
#: Questions put as statements: "je me demandais s'il restait", "dites-moi combien".
INDIRECT: Final = (
    rf"\b{_KNOWING}\b(?:[- ](?:moi|nous|me|aussi|egalement|bien|plus|pas|svp|vite|juste|encore|au juste|exactement|trop"
    rf"|a l'avance))*,? "
    r"(?:si\b|s'(?:il|elle|ils|elles|y|on)|combien|quand|quel|ou\b|jusqu|a (?:combien|quel|partir)|comment|avant qu"
    r"|ce qu|qui\b|lesquel|laquelle|pourquoi|est-ce|de combien|pour combien|en quoi|c'est quoi|sous quel)"
    r"|\b(?:demand(?:e|er|ais)|cherche|cherchons|recherche) (?:en vain |partout |sur (?:le|votre) site )*"
    r"(?:le|les|vos|votre|quels?) (?:tarifs?|prix|couts?|montants?)\b"
    r"|\b(?:moyen|possible|possibilite|besoin|aimerais|voudrais|souhaite\w*|aimerions|voudrions) (?:de )?(?:savoir"
    r"|connaitre)\b"
    r"|\b(?:oublie|souviens? plus(?: de)?|rappelle plus(?: de)?) (?:ce (?:que?\b|qu')|quels?\b|combien\b|si\b)"
    r"|\b(?:petite |une |autre )question\b|\bcurieu(?:x|se) de\b|\bme renseigner\b|\brenseignements?\b"
)
#: What is to be shown, sent or found again.
SHOW: Final = (
    r"\b(?<!\brien a )(?:re)?(?:voir|montre\w*|affich\w*|(?:r?en)?vo(?:yer|ie|yez)|consult\w+|donne\w*"
    r"|redonne\w*|connaitre|savoir"
    r"|recevoir|avoir"
    r"|obtenir|retrouv\w+|rappel\w+|transmett\w+|quel\w*|c(?:'est)? quoi|ou (?:est|sont|trouver|je peux|puis-je)"
    r"|acce[sd]\w*"
    r"|regarder|verifi\w+|controle\w*|telecharge\w*|recapitul\w+|liste[rz]?|la liste|parvenir|imprimer|indiquer"
    r"|indiquez|preciser|precisez"
    r"|(?:r?appel(?:ez|er|le)[- ](?:moi|nous)|(?:me|nous) rappeler)(?= (?:les|le|la|ce|mes|mon|ma|nos|quels?"
    r"|quelles?)\b)"
    r"|ouvr(?:ir|ez|e)|ou (?:est-ce que |c'est que |qu')?(?:je |on |puis-je |peut-on |peux-je )?(?:peux |peut )?"
    r"(?:trouv|vois|voir|consult|telecharg)\w*|communiqu\w+|file(?:z)?[- ]moi|fournir|jeter un oeil|(?:ai|aurais"
    r"|avons) besoin d"
    r"|il (?:me|nous) (?:faut"
    r"|faudrait|faudra)|editer|refaire)\b"
)
#: Said to be nice, of something that was or is.
THANKS: Final = (
    r"\b(?:merci\w*|remerci\w+|bravo|felicitations|chapeau)\b[^.?!,\n]{0,40}?\b(?:pour (?:la|le|les|votre|vos|cette"
    r"|ce|ces|tout"
    r"|hier|son|leur|ton|tes|ta)\b|pour l'|a toute l'equipe|a l'equipe|de (?:votre|vos|l'accueil)\b)|\b(?:remercier"
    r"|remercions) (?:toute |l'|tous )"
    r"|\bbravo\b|\bmerci encore pour "
)
#: Thanks for what was done, whatever it was.
PERFECT: Final = (
    r"\b(?:merci\w*|remerci\w+|bravo|gre|reconnaissante?s?|felicitations)\b[^.?!,\n]{0,40}?"
    r"\b(?:(?:d'|de |pour )(?:m'|l'|les |nous |vous |lui |leur )?avoir)\b"
)
PLEASED: Final = (
    r"\b(?:adore\w*|ravie?s?|enchantee?s?|regalee?s?|amusee?s?|sourire|conquise?s?|parlent encore|en parle encore"
    r"|emballee?s?|apprecie\w*|n'oubliera? (?:jamais|pas de sitot)|n'oublieront (?:jamais|pas de sitot)"
    r"|(?:s'en )?souviendra\w* longtemps|larmes aux yeux|tres touchee?s?|tres emue?s?"
    r"|tres contente?s?|trop contente?s?|passe (?:une|de|un) (?:super|bon|tres|belle?"
    r"|excellente?)\w*"
    r"|sauve (?:la|ma|notre)|sans vous"
    r"|c'etait (?:(?:vraiment|trop|tellement|tres) )?(?:top|super|genial|chouette|sympa|parfait|magnifique|formidable"
    r"|excellent|beau|reussi))\b"
)
#: Thanks for days, which are over where the next clause tells how it was: "merci pour mardi, Luka était ravi".
FOR_DAYS: Final = r"\b(?:merci\w*|remerci\w+)\b[^.?!,\n]{0,20}?\bpour (?!l'|la\b|les?\b)"
WAS: Final = (
    r"\b(?:c'etait|etai(?:t|ent)(?! (?:bien |deja )?(?:inscri|prevu|reserv|note|absent))"
    r"|(?:a|ont|avons|s'(?:est|etait)|se sont) (?:\w+ )?(?:ador|aim|appreci|amus|regal|eclat"
    r"|plu|kiff)\w*|plu\b|(?:est|sont) (?:rentre|revenu)\w*)"
)
#: Said of what can no longer be had; the days in it are no request.
TOO_LATE: Final = r"\b(?:trop tard|hors delais?|c'est (?:mort|foutu|rate)) (?:pour|de)\b"
#: Said of what is not to be done, at least now.
NOT_YET: Final = (
    r"\b(?:ne |n')(?:le |la |les |l')?(?:reserve|inscri|annul|valid|decid|chang|demand|confirm|fai|bloqu|prend)\w* "
    r"(?:rien|pas)\b[^.?!\n]{0,25}\b(?:pour (?:l'instant|le moment)|encore|tout de suite|avant)\b"
    r"|\b(?:rien|pas) (?:a )?(?:reserver|inscrire|annuler|valider)? ?(?:pour (?:l'instant|le moment)|tout de suite)\b"
)
