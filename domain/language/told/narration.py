"""What a parent only recounts, leaves open or supposes: the days and activities named in it are no request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from domain.language.lexicon import set_aside as aside
from domain.language.lexicon.ill_denied import ABSENT_THEN, SOMEBODY_ELSES
from domain.language.lexicon.people import RELATIVES
from domain.language.lexicon.told import HAVE_ASKED
from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Cue, Mark, Sign, Who
from domain.language.notions.when import Days
from domain.language.told.enough import enough
from domain.language.told.existing import existing, existing_apart
from domain.language.told.idle import denied_spans, idle_spans
from domain.language.told.passing import parted, passing, pointed_at, without_when_known
from domain.language.writing.text import Taken

#: Words that turn from what is told to something else.
_TURNS: Final = "mais|par contre|en revanche|donc|du coup|alors|sinon|merci"
#: Where what is recounted ends, and something may be asked.
_ENDS: Final = Expression(
    rf"[.!?;:\n(]|¤|,? ?\b(?:{_TURNS}|svp|pouvez|pourriez|peut-on"
    r"|est-ce|il (?:me |nous )?(?:faut|faudrait|faudra)|je (?:voudrais|souhaite\w*|veux)|j'aimerais)\b"
)
#: Where what was never asked ends: "mais" goes on with it ("je ne demande pas d'annuler jeudi mais vendredi").
_DENIAL_ENDS: Final = Expression(
    r"[.!?;:\n(]|¤|,? ?\b(?:donc|du coup|sinon|merci|svp|pouvez|pourriez|peut-on|il (?:me |nous )?(?:faut|faudrait)"
    r"|je (?:voudrais|souhaite\w*|veux)|j'aimerais)\b"
)
_SENTENCES: Final = Expression(r"[.!?;:\n(]|¤|\bpar contre\b")
_CLAUSES: Final = Expression(rf"[.!?;:\n(,]|¤|\b(?:{_TURNS})\b")
_TOGETHER: Final = r"(?: (?:bien|donc|ensemble|pourtant|tous))*"
#: What the sender has not said or asked: "je ne vous ai jamais dit que …", and what somebody else asked for.
_DENIED: Final = Expression(
    r"\b(?:n'ai|n'a|n'avons|n'avais|n'ont|vous ai|vous avons) (?:bien )?(?:jamais (?:dit|ecrit|signale|annonce"
    r"|prevenu)s?|(?:jamais|pas|rien) (?:demande|ecrit|pretendu|souhaite|voulu)e?s?"
    r"|pas dit(?= qu[^.,;:!?\n]{0,45}rai(?:t|ent)\b)) (?:a [a-z]+ )?(?:que |qu'|de |d')"
    r"|\b(?:ne |n')(?:vous |te )?(?:demande|demandons|dis|disons) pas (?:de |d'|que |qu')"
    r"|\bce n'est pas qu(?:e |')|\bqui (?:me |vous )?(?:demand|reclam|voul)(?:ait|aient) (?:de |d'|l'|la )?"
    r"(?=annul|inscri|reserv|desinscri|enlev|retir|suppr|ajout)"
)
#: What was agreed or asked for before, as standing since then, or as another family could: told from here on.
_OPENS: Final = Expression(
    rf"\b(?:avions|avais|avait|etait|etions){_TOGETHER} (?:convenu|dit|decide|note|prevu|demande"
    rf"|vu)e?s?{_TOGETHER} qu"
    rf"|{HAVE_ASKED}[^.,;:!?\n]{{0,25}} (?:l'|une |la |son )"
    r"(?:annulation|inscription|reservation|desinscription|ajout|place)\b"
    r"|\b(?:j'allais|on allait|nous allions) (?:vous )?(?:demand|inscri|reserv|annul|ecri|dire|desinscri)\w*"
    r"(?=[^.!?\n]{0,160}\b(?:en fait|finalement|plutot|c'est|ravise|change d'avis"
    r"|renonce|mieux reflechi|mais non|revien\w* (?:sur|en arriere))\b)"
    r"|\b(?:on|nous|je|j') ?(?:avai(?:t|s)|avions) (?:bien |d'abord |un temps |meme )*(?:pense|imagine|envisage"
    r"|songe|failli)"
    r"(?: (?:a|de)\b)?|\b(?:ai|a|avons|as) failli\b|\bhesit(?:ait|ais|ions) (?:a|entre)\b|\b(?:a|ont"
    r"|avez) (?:bien |deja )*note qu"
    r"|\b(?:pens|compt|prevoy|envisag|songe)(?:ait|ais|ions)\b"
    r"(?=[^.!?\n]{0,160}\b(?:mais|finalement|or|ravise|change d'avis|mieux reflechi)\b)"
    r"|\b(?:croyai(?:t|s|ent)|croyions|s'imaginai(?:t|ent)) (?:bien )?qu(?:e |')"
    r"|\baurai(?:t|ent) (?:bien |normalement )?du (?:etre|rester|partir|aller|s'absenter|manquer|rater)\b"
    r"|\bdevai(?:t|ent) (?:normalement )?(?:etre absente?s?|s'absenter|manquer|partir"
    r"|aller (?:chez|a(?! (?:la |l')?(?:cantine|garderie|atelier|accueil|etude))|au(?! (?:gouter|creatif"
    r"|periscolaire|centre))))\b"
    r"(?=[^.!?\n]{0,100}\b(?:mais|sauf|finalement|or)\b)"
    r"|(?:^|(?<=[.!?\n] )|(?<=\n))(?:et |mais )?(?:(?:au|dans le) cas ou\b(?=[^.!?\n]{0,80}\b(?:je|on|nous) "
    r"(?:vous |le |la |les |l')*[a-z]+r(?:ai|ais|ait|a|ons|ions)\b)"
    r"|(?:si (?:c'est|c'etait) (?:bien |vraiment )?le cas|si c'est vrai|si ca se confirme)\b"
    r"(?=,? (?:les? |la |mes |nous )?[a-z-]+ (?:ne )?[a-z]+(?:ra|ront|rons)\b))"
    r"|\bvoul(?:ait|ais|aient|ions) (?:bien |d'abord )?(?:sauter|annuler|arreter|plus|ne plus|quitter|se desinscrire"
    r"|desinscrire|rater|enlever|retirer|supprimer|qu'on (?:annul|enlev|retir|supprim|arret)\w+)"
    r"(?=[^.!?\n]{0,160}\b(?:change d'avis|finalement|ravise|reflechi|oublie cette idee"
    r"|(?:et puis|mais|en fait|bref|ben|bah) non|(?:on|je|nous) (?:laiss|renonc)\w+|tout compte fait)\b)"
    r"|\b(?:je|on|nous) (?:ne )?(?:sais|sait|savons) pas (?:encore |trop |vraiment )*"
    r"si (?:je|on|nous) (?:devr|dois|doit|devons|vais|va|allons|pourr|annul|le gard|la gard|les gard)\w*"
    r"(?=[^.!?\n]{0,80}[:;,(-][^.!?\n]{0,80}\?)"
    r"|(?:^|(?<=[.!?\n] )|(?<=\n))(?:bonjour,? |bonsoir,? )?(?:et |mais )?(?:si |s')[a-z-]+ (?:est|a|va|tousse|vomit) "
    r"(?:encore|toujours|de nouveau|pas mieux|malade)\b"
    r"(?=[^.!?\n]{0,60}\b(?:je|on|nous) (?:vous |le |la |les |l')*(?:garder|verr|previendr|avertir|appeller|dir)\w*)"
    r"|\b(?:me|nous) (?:re)?(?:demande|reclame)(?:nt)? [^.!?\n]{0,20}\b(?:pourquoi|quand)\b"
    r"|\bn'(?:a|ont) (?:plus|pas) (?:le )?droit (?:a|aux?|de)\b"
    r"|\b(?:assure|pretend|affirme|soutient|jure|raconte|repete|s'imagine|croit)(?:ent)?"
    r" (?:dur comme fer |partout |(?:a|aux?) (?:tout le monde|tous|tout va|qui veut l'entendre|s[ae]s? \w+|la \w+) )?qu"
    r"|\bvous (?:me |nous |m')(?:re)?(?:demandiez|demandez|avez (?:re)?demande"
    r"|posiez la question)\b(?=[^.!?\n]{0,40}: ?non\b)"
    r"|\bavez ete (?:bien |tres |trop |vraiment |si )*(?:sympa|gentil|adorable|super|chic|cool|formidable"
    r"|arrangeant)\w* (?:de|d')"
    r"|(?:^|(?<=[.!?\n] )|(?<=\n))(?:bonjour,? |bonsoir,? )?(?:et )?si un (?:jour|de ces jours)\b"
    rf"|\b(?:{RELATIVES}) d(?:e |')\w+ (?:voulait|veut|souhaite|souhaitait|(?:m'a|me) (?:demande|charge)e?) (?:que"
    rf"|qu'|de|d')"
    r"|\bvous (?:me |nous )?(?:confirm|annonc|indiqu|signal|notifi)ez\b(?=[^?]{0,600}$)"
    rf"|\b(?:{RELATIVES}) (?:pense|pensait|trouve|trouvait|estime|croit|croyait)(?:nt)? qu"
    r"|\b(?:me |m'a |nous )?dit qu(?:'il|'elle|e [a-z-]+) (?:l'|les |la |le )?(?:a|avait) (?:deja |bien )?"
    r"(?:inscri|annul|reserv|desinscri|ajout|enlev)\w*"
    r"|\b(?:je|on|nous) (?:sais|sait|savons) (?:bien |tres bien )?qu(?:e |')"
    r"(?=[^.;!?\n]{0,70}\b(?:avant|delai|la veille|trop tard|d'avance|a l'avance)\b)"
    r"|\b(?:pas encore|toujours pas)(?: (?:eu|recu|de|mon|le|notre|les|mes|son|nos))* "
    r"(?:plannings?|horaires?|emploi du temps|calendrier|roulement)\b"
    r"|\b(?:n'y a |y a |n'y avait )?plus (?:de |aucune |une seule )?places?\b(?=[^.,;:!?\n]{0,50},? (?:tant pis"
    r"|dommage|pas grave))"
    r"|\bdepuis (?:la rentree|septembre|octobre|novembre|decembre|janvier|fevrier|mars|avril|mai|noel|les vacances)"
    r"(?= (?:[a-z-]+ ){1,4}?(?:mange|mangent|va|vont|vient|viennent|reste|restent|dejeune|fait|est|sont|prend) )"
    r"|\b(?:pour un peu|un peu plus et|encore un peu et|(?:etais|etait|etions) a deux doigts d(?:e |'))"
    r"|\b(?:d'apres|selon|a en croire|au vu de|si j'en crois|en lisant) (?:votre|vos|ton|tes) [a-z-]+,? "
    r"(?=(?!(?:ce|cette|mes|mon|ma|nos|notre|pouv|pourr)\b)[^.;:!?\n]{0,30}\b(?:a|ont|est|sont|va|vont|sera"
    r"|seront|mange\w*"
    r"|vient|viennent|figure\w*|reste\w*)\b)"
    r"|\b(?:reponse|retour|confirmation) (?:\w+ ){0,3}(?:avant|d'ici|au plus tard)\b"
    r"|\bdepuis (?:le debut|la rentree|le mois|quelques|deux|trois|plusieurs|des|septembre"
    r"|janvier)\b[^.,;:!?\n]{0,25},"
    r"|\b(?:collegue|copine|copain|voisine|voisin|amie?|maman|papa|parent|famille)s?\b[^.,;:!?\n]{0,30}"
    r" (?:a|ont)(?: (?:bien|deja))* pu "
)
#: What is left open, or stands: told from the last comma up to here.
_CLOSES: Final = Expression(
    r"\b(?:on|nous) (?:verra|verrons|avisera|aviserons)\b(?! (?:si|avec))"
    r"|\b(?:je|on|nous) (?:ne |n')?(?:le |la )?sa(?:is|it|vons) pas(?: encore| trop)*(?=\W*(?:$|[.,;!\n]"
    r"| (?:donc|alors|mais|du coup)\b))"
    r"|\b(?:rien (?:n'est |de )|pas encore )(?:decide|sur|certain)\b"
    r"|\bc'est (?:moi|nous|(?:son|leur|le) (?:pere|papa)|(?:sa|leur|la) (?:mere|maman))(?=\W*(?:$|[.,;!\n]))"
    r"|\bj'hesite(?: encore)?\b|\b(?:je|on|nous) (?:vous |te )?(?:le |la )?(?:re)?(?:dis|dirai|dira|dirons)"
    r"(?: ca| cela)?(?: (?:demain|plus tard|ce soir|apres|rapidement|vite|bientot))?(?=\W*(?:$|[.!\n]))"
    r"|\b(?:m'a|nous a|m'ont|nous ont) (?:dit|raconte|explique|annonce|rapporte) (?:son|sa|ses|leur) \w+"
    r"|\bc'est (?:ok|bon|fait|note|regle|reserve|valide) depuis (?:longtemps|\w+ \w+)"
    r"|\b(?:a|ont) eu (?:tres |trop |bien |super |vraiment )?(?:froid|chaud|faim|peur|soif)\b[^.,;!?\n]{0,40}"
)
#: When a mistake was made, or written: "je me suis trompée de jour ce matin", "j'ai écrit une bêtise ce midi".
_BLUNDERED: Final = Expression(
    r"\b(?:(?:me suis|nous sommes|s'est) (?:bien |encore |un peu |completement |juste )*(?:tromp|plant|exprim"
    r"|emmel|melang"
    r"|gour)\w*|(?:ai|avons|a) (?:dit|ecrit|fait|envoye|commis|note) (?:une|un|n'importe|des|trop)\b)"
    r"[^.,:;!?\n]{0,30}?(?P<when>\b(?:ce (?:matin|midi|soir)|cet apres-midi|tout a l'heure|cette nuit|aujourd'hui)\b)"
)
#: A message that is not to be read, and what it was about: "ne tenez pas compte du mail qui demandait d'annuler jeudi".
_NOT_TO_READ: Final = Expression(
    r"\b(?:ne (?:tenez|tiens) pas compte|ne prenez pas en compte|ignorez|oubliez)"
    r" (?:de |du |d'|le |la |mon |ma |ce |cet )(?:[a-z']+ )?(?:mails?|messages?|appels?|sms|courriers?|e-?mails?)\b"
    rf"(?:(?! (?:{_TURNS}|et)\b)[^.,;:!?\n(¤]){{0,80}}"
)
#: What makes the whole sentence before it no absence of ours: told from its start up to here.
_EXPLAINS: Final = Expression(
    r", (?:et )?(?:ca,? )?c'est (?:deja |bien )?(?:acquis|regle|en place|cale|etabli|fixe|ainsi|entendu"
    r"|comme (?:ca|cela)|au planning|prevu|inscrit|note|la routine|l'habitude|installe)"
    r"(?: (?:depuis|toute l'annee|pour (?:toute )?l'annee|au planning|chaque)\b[^.;:!?\n,]{0,30})?(?= ?(?:[.;!\n]|$))|"
    r"\b(?:veut|veulent|voudrait|voudraient|souhaite|souhaiterait|demande|aimerait)\b[^.;!?\n]{0,70}"
    r"\b(?:je (?:ne )?suis (?:absolument |vraiment |pas du tout )?(?:pas d'accord|contre|oppose)|je refuse"
    r"|je m'y oppose|sans mon accord|moi,? (?:non|pas)|pas moi)\b|"
    r"\b(?:absente?s?|pas la|viend\w+ pas)\b[^.;!?\n]{0,50}"
    r"\b(?:car|comme|puisque|vu que)\W+(?:tout|c'|vous|l'ecole|le centre) ?(?:est|etes|sera|serez)"
    r" (?:ferme|ferie)e?s?|\b(?:ca|cela) ne (?:change|changera) rien(?: (?:pour vous|pour (?:le|la|les) \w+))?"
    r"|\bchez (?!vous\b)[^.;!?\n]{0,60}\b(?:rien|pas besoin de) (?:a |de )?(?:prevoir|reserver"
    r"|changer)\b(?: ce jour-la| ces jours-la)?"
    r"|\bchez (?!vous\b)[^.;!?\n]{0,30}, (?:c'est |ce n'est |bon )?(?:pas grave|tant pis|peu importe|pas un drame)\b"
    r"|\bn'y (?:est|sont|a|ont) (?:encore )?jamais (?:allee?s?|mange|mis les pieds|ete)\b(?: et (?:il |elle )?n'ir\w+ "
    r"(?:pas|jamais))?"
    r"|\b(?:cela|ca|ceci) (?:ne )?(?:nous|le|la|les) concerne (?:pas|en rien)\b(?:, (?:nous|on|ils?"
    r"|elles?) n'y (?:allons"
    r"|va|vont) (?:pas|jamais|plus) (?:le|les) (?:lundi|mardi|mercredi|jeudi|vendredi)s?\b(?! \d))?"
    r"|\brien a voir avec (?:la |le |les |l'|nos |vos |son |sa |leurs? )?(?:inscription|reservation|cantine|repas"
    r"|periscolaire|gouter|garderie|centre|absence|planning)\w*"
    r"|\binvite\w*\b[^.!?\n]{0,60}\b(?:tomb\w* a l'eau"
    r"|(?:est|etait|ete|soit) (?:finalement )?(?:annul|report|repouss)ee?s?\b)(?:,[^.;!?\n]{0,40})?"
    r"|\bpour (?:moi|nous|mon mari|ma femme)(?:-memes?)?,? (?:et )?(?:pas|non) pour (?:les|mes|nos) (?:enfants|filles"
    r"|garcons|petits|deux)\b"
    r"|\b(?:est|c'est|sera) ferie\b[^.;!?\n]{0,40}\b(?:absente?s?|pas la|viend\w+ pas|pas present\w*)\b"
)

#: A question that is answered with no: "Arrêter le créatif ? Ah non surtout pas".
_NO_TO_IT: Final = Expression(
    r"(?:^|(?<=[.!?\n] ))(?:(?:re|des)?[a-z]{2,}(?:er|ir|re)|ne plus [a-z]+) [^.!?\n]{2,60}\? ?(?:ah |oh |mais |euh )*"
    r"(?:non(?:,? (?:non|surtout pas|pas du tout|merci|jamais))*|surtout pas|certainement pas|pas question|jamais)\b"
    r"(?= ?[.!\n]|, (?!(?:plutot |plus |le |la |au |a la |pour )*"
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|demain|\d|midi|matin|soir|cantine|gouter|centre|seulement|juste)\b))"
)
#: What another has said: "vous écriviez : « pensez au mercredi »".
_QUOTES: Final = Expression(
    r"\b(?:dit|redit|dire|disait|disant|disiez|ecrit|ecrivi?ez|ecrivait|repondu|repond|sorti|annonce|annonciez|demande"
    r"|recopie)"
    r'\b[^.!?\n"]{0,40}\n?(?:"[^"\n]{4,160}"'
    r"| '[a-z][^\n]{3,120}?'(?=[ ,.!?]|$))"
)
#: What is written on paper or a screen, unless it is the sender's own: "un mot dans le cahier : « Pas d'école … »".
_WRITTEN: Final = Expression(
    r"(?<!\bmon )(?<!\bmes )(?<!\bnotre )(?<!\bnos )\b(?:mots?|messages?|mails?|courriels?|courrier|affiches?"
    r"|affichette"
    r"|panneau|note|sms|textos?|lettre|circulaire|cahier|carnet|site|passer|passe|colle|affiche|lu|recu|indique|marque"
    r"|ceci|cela)\b"
    r'[^.!?\n"]{0,40}[:(] ?\n?"[^"\n]{4,240}"'
)
_SOMEBODY_ELSES: Final = Expression(rf"{SOMEBODY_ELSES}|{ABSENT_THEN}")
_SAID: Final = Expression(
    r'"[^"\n]+"$'
    r"| '[a-z].*$"
)
#: What is set aside: told up to the next comma, or from the last one.
_SET_ASIDE: Final = Expression(aside.OPENS)
_ASIDE_ENDS: Final = Expression(r"[.!?;:\n(,]|¤")
_PUT_OFF: Final = Expression(aside.CLOSES)
_COMMA: Final = Expression(r", *$")
#: What stands farther before, in letters, is another thing, told without a comma.
_LONGEST: Final = 80


def without_narration(plain: str, marks: list[Mark]) -> list[Mark]:
    """Drop from `marks` what folded text only recounts or leaves open; whom and what it names stays, as told.

    So do the days of what was never asked: "Je n'ai jamais demandé qu'on l'enlève jeudi. Remettez-la".
    """
    denials = [*_until(plain, _DENIED, _DENIAL_ENDS), *denied_spans(plain, marks), *existing(plain)]
    spans = [*_spans(plain), *idle_spans(plain, marks), *denials]
    if not spans:
        return marks

    recounted, denied = Taken(plain, spans), Taken(plain, denials)
    marks = parted(plain, marks, spans)

    def inside(mark: Mark) -> bool:
        return not recounted.is_free(mark.start, mark.start + 1)

    def stays(mark: Mark) -> bool:
        day = isinstance(mark, Days) and (not denied.is_free(mark.start, mark.start + 1) or pointed_at(mark, marks))
        return day or isinstance(mark, Who | Act) or _parts(mark)

    kept = [m for m in marks if not inside(m) or stays(m)]
    named = [m.end for m in kept if inside(m) and not _parts(m)]
    ends = (min(end, len(plain) - 1) for end in (*named, *[end for _, end in spans]))  # within its sentence
    told: list[Mark] = [Sign(end, end, Cue.OTHER_VERB) for end in ends]
    told += [Sign(start, start, Cue.AND) for start, _ in existing_apart(plain)]
    return sorted([*kept, *told], key=lambda m: (m.start, m.end))


def unquoted(plain: str) -> str:
    """Return folded text without the words that somebody else has said: "elle m'a dit « il reste des places »"."""
    for quotes in (_QUOTES, _WRITTEN):
        plain = quotes.sub(lambda m: _SAID.sub(lambda said: " " * len(said.group()), m.group()), plain)
    return _NO_TO_IT.sub(lambda m: m.group().replace("?", "."), without_when_known(plain))


def _parts(mark: Mark) -> bool:
    return isinstance(mark, Sign) and mark.cue in (Cue.STOP, Cue.BREAK)


def _until(plain: str, opening: Expression, ending: Expression) -> Iterator[tuple[int, int]]:
    for m in opening.finditer(plain):
        yield m.start(), ending.next_start(plain, m.end())


def _spans(plain: str) -> Iterator[tuple[int, int]]:
    yield from _until(plain, _OPENS, _ENDS)
    yield from passing(plain)
    yield from enough(plain)
    yield from _until(plain, _SET_ASIDE, _ASIDE_ENDS)
    yield from _put_off(plain)
    yield from (m.span() for said in (_NO_TO_IT, _QUOTES, _WRITTEN, _NOT_TO_READ) for m in said.finditer(plain))
    yield from (m.span("when") for m in _BLUNDERED.finditer(plain))
    for closing, begins in ((_CLOSES, _CLAUSES), (_EXPLAINS, _SENTENCES), (_SOMEBODY_ELSES, _SENTENCES)):
        for m in closing.finditer(plain):
            starts = [s.end() for s in begins.finditer(plain, 0, m.start())]
            near = [at for at in (starts or [0])[-1:] if m.start() - at <= _LONGEST]
            near = near or [s.end() for s in _CLAUSES.finditer(plain, max(0, m.start() - _LONGEST), m.start())]
            yield near[0] if near else m.start(), m.end()


def _put_off(plain: str) -> Iterator[tuple[int, int]]:
    """Yield what waits, and for whom: "Luka vendredi, attendez que je rappelle", "pour Luka attendez mon accord"."""
    for m in _PUT_OFF.finditer(plain):
        starts = [0, *[s.end() for s in _CLAUSES.finditer(plain, 0, m.start())]]
        whose = " pour " in m.group() or plain[starts[-1] : m.start()].strip() or not _COMMA.search(plain, 0, m.start())
        yield starts[-1] if whose or len(starts) == 1 else starts[-2], m.end()
