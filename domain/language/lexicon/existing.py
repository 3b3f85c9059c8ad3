"""How parents tell of a booking that exists, or of what goes on as it is. Data only: `existing` reads it."""

from __future__ import annotations

from typing import Final

_BOOKING: Final = r"(?:reservation|inscription|place|repas|creneau|jour|date)s?"
_OWN: Final = r"(?:l[ae]s? |l'|une |un |ma |mon |mes |sa |son |ses |nos |notre |leurs? |cette |cet |ces )"
_DONE: Final = (
    r"(?:reserve|prevu|pris|note|inscrit|valide|enregistre|confirme|coche|programme|commande|acquis|accorde|obtenu)e?s?"
)
_KEEPING: Final = r"(?:gard|conserv|mainten|laiss)"
#: What a child does already.
DOES: Final = (
    r"(?:va|vont|vien(?:t|nent)|mange(?:nt)?|dejeune(?:nt)?|gout(?:e|ent)|reste(?:nt)?|est|sont|participe(?:nt)?"
    r"|frequente(?:nt)?|dispose(?:nt)?|beneficie(?:nt)?|profite(?:nt)?|figure(?:nt)?)"
)
#: Told from here to the end of the clause: "Victor va déjà au goûter lundi, ajoutez-lui …".
TOLD_ON: Final = (
    # what is needed still is no news, beside what is needed no more; nor is where a child goes already
    rf"\by {DOES} deja\b|"
    # who is on the list, beside whom another is lacking
    r"\bvous (?:avez|aviez) (?:bien|deja|donc|effectivement)(?= [a-z-]+(?: et [a-z-]+)? (?:a la |a l'|au |aux |en ))|"
    r"\b(?:a|ont) (?:deja |bien |aussi )*(?:une|sa|leurs?|ses) places?"
    r"(?= (?:reservee?s? )?(?:a la|a l'|aux?|lundi|mardi|jeudi|vendredi|demain|le \d)\b)|"
    r"\b(?:toujours|encore) besoin d(?:e |'|u )(?=[^.!?\n]{0,90}\bplus besoin\b)|"
    rf"\b{DOES} deja(?= (?:a |au |aux |en |dans |sur |parmi |de |du |d'|l[ae] |l'|[a-z-]+ (?:a |au |le |la )|lundi"
    r"|mardi|jeudi|vendredi|demain|le \d|ce ))"
    r"|\b(?:ne |n')(?:touch|modifi)(?:ez|er|e|ons) (?:surtout |donc |absolument )?(?:pas|rien)\b(?! que)"
    r"|\b(?:ne |n')(?:chang|boug)(?:ez|er|e|ons) (?:surtout |donc |absolument )?(?:pas|rien)\b"
    r"(?= (?:surtout )?(?:a |au |aux |la |le |l'|les |son |sa |ses |leurs? ))"
    r"|\bne (?:surtout )?(?:pas|rien) (?:toucher|modifier|changer|bouger)\b"
    rf"|\b(?:(?:pouvez|pourriez)-vous |merci de |veuillez )?{_KEEPING}[a-z]* (?:bien |donc )?(?:la |sa |ses |les "
    r"|cette |leurs? |ma |mes |notre |nos )"
    r"(?:reservation|inscription|place)s?\b"
    r"|\b(?:c'est|tout est) (?:deja |bien )*(?:fait|regle|reserve|valide|enregistre) pour\b"
    r"|\best (?:deja |bien |aussi )*sur (?:votre|vos|la|les|le) (?:liste|feuille|planning|tableau|cahier)s?\b"
)
#: A clause with a participle, of what stays: "…, la cantine étant à garder", "…, le goûter restant acquis".
KEPT_BESIDE: Final = (
    r"\b(?:etant|restant|demeurant) (?:bien |donc |toujours |encore |lui |elle )*(?:(?:a|en) (?:garder|conserver"
    r"|maintenir|laisser|place)\b(?: (?:tel(?:le)?s? quel(?:le)?s?|en l'etat|en place))?"
    r"|(?:garde|conserve|maintenu|acquis|inchange|reserve|valable|confirme|programme|prevu)e?s?\b)"
)
#: The same, with nothing before it that belongs to it: "…, tout en conservant la place de Victor".
TOLD_APART: Final = (
    rf"\ben (?:plus|dehors|complement|sus) (?:de (?:la |l'|son |sa |ses )?|du |des )[a-z' -]{{3,40}} (?:deja |bien )+"
    rf"{_DONE}\b"
    r"|\b(?:en (?:plus|complement|sus)|outre|au-dela|sans compter|independamment)"
    r" (?:de (?:la |l'|son |sa |ses |leurs? |cel(?:le|ui|les) )?|du |des |d'|la |le |les |l')[a-z0-9' /-]{3,60}?"
    r" (?:qu(?:e |')(?:on |il |elle |ils |elles |j'|je |nous |[a-z-]+ ){1,3}|ou (?:il |elle |on )?)"
    r"(?:a|ont|ai|avons|va|vont|mange|mangent|fait|font|est|sont|prend|frequente) (?:deja|bien)\b"
    # "…, le reste de la journée sans changement"
    r"|\b(?:tout )?le reste(?: d(?:e la|u|es) [a-z]+)?,? (?:(?:est |reste |demeure |sera )?"
    r"(?:inchange|maintenu|conserve)"
    r"|sans (?:aucun )?changement|comme (?:prevu|convenu|d'habitude)"
    r"|(?:ne )?(?:change|bouge) (?:pas|rien)|a l'identique)"
    # "…, celle faite pour Sohan restant inchangée"
    r"|\b(?:celles?|celui|ceux|la reservation|l'inscription|la place|les reservations)"
    r"(?= [^,;.!?\n]{3,60}\b(?:restant|demeurant|etant (?:deja |bien )?(?:maintenu|conserve|inchange|reserve)\w*"
    r"|ne (?:changeant|bougeant) pas|ne devant pas (?:changer|bouger)))"
    r"|\bcomme cel(?:le|ui)s? (?:de |dont |que |qu'|du |d')(?=[^,.!?\n]{3,60},)"
    rf"|\btout en (?:lui |leur )?{_KEEPING}ant\b"
    r"|\bautant (?=[^.!?\n]{4,80}, ?autant\b)"
    rf"|\bautant (?:le |la |les )?{_KEEPING}(?:er|ir)\b"
    r"|\ble maintien (?:de|du|des|pour)\b|(?<=/ )maintien\b(?! a )|(?:^|(?<=\n)|(?<=[,;.] ))maintien (?!a |au |chez )"
)
#: Told to the end of the sentence, commas and all: "le reste de ses réservations, y compris vendredi, est maintenu".
TOLD_OUT: Final = (
    rf"\b(?:le reste|l'ensemble|la totalite|tout le reste) de (?:ses|mes|nos|leurs|vos|la|l'|son) "
    rf"?(?:autres )?(?:{_BOOKING}|semaine|planning)\b"
    r"(?=[^.;:!?\n]{0,80}\b(?:maint\w+|inchang\w+|conserv\w+|chang\w+|boug\w+|touch\w+|tien\w* toujours"
    r"|reste\w* (?:valable|bon|pareil|le meme|la meme|identique)))"
    r"|\bvous (?:me l'|nous l'|m'|nous |l'|les |lui )?(?:aviez|avez) (?:deja |bien |donc |aussi )*"
    r"(?:confirme|valide|accorde|accepte|attribue|promis|garanti)e?s?\b(?=[^?]{0,300}$)"
)
#: What is not touched, told of the whole clause before it with its brackets: "(la cantine, jeudi) ne change pas".
LEFT_ALONE: Final = (
    r"\b(?:c'est|tout est) (?:deja |bien )*(?:fait|regle|reserve|valide|note|acquis|en ordre|ok|bon) (?:depuis"
    r" (?:longtemps|un moment|\w+ \w+)|de longue date)\b ?\([^()\n]{2,60}\)"
)
#: A pair or a set of bookings that exist, of which something is said next: "sur les deux inscriptions au goûter, …".
OUT_OF_SEVERAL: Final = (
    rf"\b(?:sur|parmi|dans|de) (?:l[ea]s |mes |nos |ses |ces |vos |leurs )"
    rf"(?:deux|trois|quatre|2|3|4) (?:{_BOOKING}|enfants)\b"
)
#: What exists, and something in it: "dans ma réservation au goûter du 13 j'ai mis un nom de trop".
IN_IT: Final = rf"\b(?:dans|sur|parmi) {_OWN}(?:derniere |dernieres )?(?:reservation|inscription)s?\b"
#: A sibling, where no name is said.
SIBLING: Final = (
    r"(?:sa|son|ses|ma|mon|l'|les?|la) ?(?:petite? |grande? )?(?:soeur|frere|fille|fils|autre|aine|cadet)\w*"
)
#: What goes on as it is, or is elsewhere, said in brackets beside a demand: "(pour Sohan, pas de changement)".
GOES_ON: Final = (
    r"\b(?:pas|aucun) (?:de )?(?:changement|modif\w*)|\b(?:ne |n'en |n')?(?:change|bouge) (?:pas|rien)\b"
    r"|\brien (?:n'est |ne |de |a )?chang\w*|\binchange\w*|\bsans changement|\bcomme (?:prevu|d'habitude|convenu)"
    r"|\btien(?:t|nent) toujours|\b(?:est|sont|reste\w*) (?:bien |deja |toujours )*(?:inscrit|maintenu|reserve)\w*"
    r"|\b(?:etant|restant|restera|reste|sera|seront|mangeant|est) (?:deja )?(?:chez(?! vous\b)|avec|en vacances"
    r"|en sortie)"
    r"|\b(?:sa|son|ses|leurs?) (?:place|inscription|reservation|repas)s? (?:reste|demeure|tien|est mainten"
    r"|est gard|est conserv|ne bouge)\w*"
    r"|\bpas concernee?s?\b|\bgarde(?:nt)? (?:l[ea] sien|l[ae]s leur|sa|son|ses|leurs?)"
)
#: A clause whose child or day is not touched: "… où c'est maintenu", "Léah ne manquera rien", "Luka garde ses places".
UNTOUCHED: Final = (
    r"(?:\bou )?\b(?:c'est|ca reste|cela reste) (?:bien |deja )?(?:maintenu|conserve|inchange)\b"
    r"|\b(?:ne |n')(?:manqu|rat|loup)(?:e|ent|era|eront) (?:rien|aucun\w*)\b"
    r"|\b(?:garde|conserve|maintient)(?:nt|ra|ront)?"
    r"(?= (?:(?:bien|toute?s|aussi) )*(?:sa|ses|leurs?) (?:\w+ )?(?:reservation|creneau|inscription)x?s?\b"
    r"| (?:bien |donc )?(?:le |la |l'|son |sa |leurs? |ses )(?:cantine|gouter|repas|atelier|creatif"
    r"|dejeuner|place|accueil|libre|periscolaire|perisco)s?\b)"
    # what goes on to stand: "son inscription de vendredi demeure"
    r"|(?<!\bqui )(?<!\by )\b(?:subsist|perdur|persist|demeur)(?:e|ent|era|eront)\b(?=\s*(?:$|[.,;!\n)]))"
    r"|\breste(?:nt|ra|ront)? (?:bien |donc |toujours )?(?:acquise?s?|reservee?s?|en place|programmee?s?"
    r"|confirmee?s?)\b"
)
#: After what is called off, a day or child that stays: "annulez jeudi, vendredi c'est bon".
FINE: Final = (
    r"\b(?:c'est|tout est|ca reste) (?:tres |bien |parfaitement )?(?:bon|ok|parfait)\b(?=\s*(?:$|[.,;!\n)]|merci|svp))"
    # "jeudi en revanche si", "vendredi on garde", "… vendredi par contre oui comme prévu"
    r"|\b(?:(?:en revanche|par contre),? (?:(?:lui|elle|c'est) )?(?:si|oui)|on (?:garde|maintient|laisse|conserve)"
    r"(?: tout| bien)?)\b"
    r"(?=\s*(?:$|[.,;!\n)]|merci|svp|comme|tout\b))"
)
#: A heading that owns up, and the day that is right: "… jeudi. Correction : vendredi".
SET_RIGHT: Final = (
    r"(?:(?<=[.!\n] )|(?<=[;,(] )|(?<=\()|; )(?:(?:ah|euh|oups|oh),? )?(?:non,? )?(?:petite )?"
    r"(?:correction|rectification|rectificatif|erratum|je rectifie|je corrige) ?[:,] ?"
    r"(?=(?:le |pour )?(?:lundi|mardi|mercredi|jeudi|vendredi|demain|\d{1,2}\b)[\w/ ]{0,20}[.!]?\s*(?:$|\n|merci|svp))"
    r"(?![^.!\n]{0,30}\b(?:seulement|uniquement|juste|seule?)\b)"
)
#: In brackets behind what is booked: "cantine jeudi (déjà prise), goûter vendredi".
DONE_ALREADY: Final = (
    r"\( ?(?:(?:c'est |elle est |il est |est )?deja (?:ete )?(?:reserve|pris|inscrit|fait|note|valide|commande"
    r"|enregistre)e?s?|(?:c'est )?fait) ?\)(?=\s*(?:$|[,;.!\n]|et\b))"
)
#: A remark in brackets on what is booked besides: "Victor à la cantine jeudi (déjà inscrit au goûter)".
BESIDES: Final = rf"\([^()\n]{{0,24}}\bdeja {_DONE} [^()\n]{{2,40}}\)"
