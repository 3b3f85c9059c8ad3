"""Set phrases that ask for nothing: "pour une fois", "nous restons à votre disposition", "on fait comme ça"."""

from __future__ import annotations

from typing import Final

from domain.language.lexicon import parcels
from domain.language.matching.blanks import blank
from domain.language.matching.expression import Expression

_PHRASES: Final = Expression(
    # how often it happens is only remarked: "pour une fois Zoé ira au goûter", unlike "une fois par semaine"
    r"\b(?:pour|juste pour) (?:cette|une) fois\b(?! (?:par|tous|toutes|sur|dans|que|seulement)\b)"
    # a letter ends
    r"|(?:(?<=[.!\n] )|(?<=\n)|(?<=, ))(?:je|nous) "
    r"(?:reste|restons|demeure|demeurons|suis|sommes|me tiens|nous tenons) "
    r"(?:bien (?:sur|entendu|evidemment) |naturellement )?a (?:votre|ta|vos) (?:entiere )?disposition"
    r"[^.!?\n]{0,70}"
    # a decision that leads in what is decided
    r"|(?:^|(?<=[.!?\n] ))(?:(?:bon|donc|alors|du coup|ok|allez),? )*(?:on|nous) (?:fait|faisons|fera"
    r"|va faire) comme "
    r"(?:ca|cela)\b,?"
    # where a letter's planning was looked at: nobody need show it
    r"|\b(?:apres|suite a (?:la )?|d'apres (?:la )?|sans|avant|avant (?:de |d')|faute d'|a defaut d'|en|au vu de)"
    r" ?(?:(?:une|la|toute) )?(?:verification|relecture|lecture|consultation|examen"
    r"|(?:avoir (?:meme |bien |d'abord |mieux )*)?(?:pris (?:le temps|la peine|soin) de |prendre (?:le temps"
    r"|la peine) de )?"
    r"(?:verifi|relu|relir|lu|lir|consult|regard|revu|revoir|revoy|ouvr|ouvert|check|control|relis|lis)(?:[a-z]*))"
    r"(?: (?:bien|avant|d'abord|attentivement|correctement|au prealable|dans|sur))*(?: de)? "
    r"(?:mon|notre|nos|mes|le|l') ?"
    r"(?:planning|agenda|calendrier|emploi du temps|horaires|plannings|organisation)s?\b,?"
    # what we sent is acknowledged, and asked for no more: "merci pour le récapitulatif"
    r"|(?:(?<=merci )|(?<=remercie )|(?<=beaucoup )|(?<=merci bien ))(?:pour|de) (?:le|la|les|l'|votre|vos|ce|cette"
    r"|ces) ?"
    r"(?:petite? |dernier |derniere )?(?:recap\w*|plannings?|calendriers?|factures?|tarifs?"
    r"|listes?)\b(?![^.!?\n]{0,30}\?)"
    # how it was, when it is over
    r"|\b(?:ce matin|ce midi|hier(?: soir| matin| midi)?|avant-hier|cette nuit)(?=,? (?:(?:il|elle|ils|elles|on"
    r"|tout|ca) |c')"
    r"(?:etait|etaient|avait|avaient|s'est|se sont)\b(?! (?:malade|fievreu|absent|patraque|brulant|mal\b|de la|la"
    r"|le|du|un|tres mal))"
    r"[^.,;:!?\n]{0,40}(?:$|[.,;:!?\n]))"
    # what is wished for a time
    r"|\b(?:bon courage|bonne (?:chance|continuation|reprise|rentree|route|fete|appetit)|bon (?:retour|appetit))"
    r"(?: (?:a (?:vous|tous|toutes|toute l'equipe)|pour (?:demain|la suite|lundi|mardi|mercredi|jeudi|vendredi"
    r"|cette semaine"
    r"|la semaine(?: prochaine)?|votre? [a-z]+|ce (?:soir|midi|matin))))*"
    # one is not as the other: "ils n'ont pas les mêmes jours", "ce n'est pas la même chose pour les deux"
    r"|(?:^|(?<=[.!?\n,;:(] )|(?<=\n)|\b(?:car|comme|puisque|vu que|et|mais) )(?:(?:ils|elles|les (?:deux|trois|enfants"
    r"|garcons|filles)) (?:n'|ne )?(?:ont|font|finissent) (?:donc |plus )?pas (?:du tout |toujours |forcement "
    r"|tout a fait )*(?:les memes?|la meme|le meme) (?:jours|horaires|heures|emploi du temps|besoins|activites"
    r"|planning|rythme|cours|classe|sorties?)|(?:ce n'est|c'est|ce n'est donc) pas (?:tout a fait |du tout )*"
    r"(?:la meme chose|pareil|les memes jours) pour (?:les deux|les trois|tous|toutes|chacune?|tout le monde))"
    r"(?=\s*(?:$|[.,;:!?\n)]|merci|svp))"
    # there is school on such a day, or the day is none of ours
    r"|\bs'il y a (?:bien )?(?:ecole|classe|cours|cantine|periscolaire)"
    r"(?: (?:bien )?(?:ce jour-la|ce jour la|ce matin-la))?"
)

_IN_DOUBT: Final = Expression(rf"{parcels.IN_DOUBT}(?:{parcels.ONCE_MORE})?")
#: All else stays, where something else is asked: "pour le reste, on ne change rien".
_REST: Final = Expression(
    r"(?:^|(?<=[.!?\n,;(] )|(?<=[\n(]))(?:(?:et|mais),? )?(?:(?:pour|quant a|concernant) (?:tout )?le reste"
    r"|(?:quant )?au reste),? (?:(?:on|je|nous) (?:ne |n'y )?(?:chang|touch|modifi|boug)\w+ (?:donc )?"
    r"(?:a )?(?:rien|pas)|rien ne (?:chang|boug)\w+|(?:il n'y a )?(?:pas|aucun) (?:de )?changements?"
    r"|tout (?:est|reste) (?:bon|ok|pareil|inchange|identique|comme (?:prevu|d'habitude)))"
    r"(?=\s*(?:$|[.,;!\n)]|merci|svp))"
)
#: So much must be said besides.
_MORE: Final = 20

#: What another day is for, as if without a verb: "cantine mardi, jeudi c'est goûter", where nothing is refused.
_ALSO: Final = Expression(
    r"(?:(?<=, lundi )|(?<=, mardi )|(?<=, jeudi )|(?<=, vendredi )|(?<=et lundi )|(?<=et mardi )|(?<=et jeudi )"
    r"|(?<=et vendredi ))(?:c'est|ce sera)(?= (?:le |la |l'|au |a la |a l')?(?:cantine|repas|gouter|creatif|atelier"
    r"|garderie)\b[^.!?\n]{0,8}(?:$|[.,;!\n]))"
)
#: "lundi et mardi (jeudi, non)": letter for letter "(pas jeudi )".
_ANSWERED_NO: Final = Expression(r"\( ?(?P<what>(?:le |la )?[a-z-]+(?: \d{1,2})?)(?P<gap>,?) non ?\)")
#: "… : celui de Victor, celui de Séverine": of the one and of the other.
_THAT_OF_EACH: Final = Expression(
    r":\s*cel(?:ui|le) (?:de |d')[a-z-]+(?:(?:,| et| puis|, puis|, et) cel(?:ui|le) (?:de |d')[a-z-]+)+"
)
_THAT: Final = Expression(r"\bcel(?:ui|le) (?:de |d')")
_REFUSES: Final = Expression(r"\b(?:pas|non|plus|ni|tromp\w+|erreur|au lieu|annul\w+)\b")

#: "1) Zoé au goûter jeudi 2) vous avez retrouvé son écharpe ?": each is a sentence of its own.
_FIRST: Final = Expression(r"(?:^|(?<=\n))\W*1 ?\) ")
_NEXT: Final = Expression(r"(?<= )[2-9]\)(?= [a-z])")


def without_set_phrases(plain: str) -> str:
    """Return folded text, letter for letter, with such phrases blanked."""
    if _FIRST.search(plain):
        plain = _NEXT.sub("; ", plain)
    plain = _ANSWERED_NO.sub(lambda m: f"(pas {m['what']})".ljust(len(m.group())), plain)
    plain = _THAT_OF_EACH.sub(lambda m: _THAT.sub(blank, m.group()), plain)
    plain = _PHRASES.sub(blank, plain)
    rest = _REST.sub(blank, _IN_DOUBT.sub(blank, plain))
    plain = rest if len(rest.strip()) > _MORE else plain
    return plain if _REFUSES.search(plain) else _ALSO.sub(blank, plain)
