"""What a parent only recounts, leaves open or supposes: the days and activities named in it are no request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from domain.language.expression import Expression
from domain.language.lexicon_people import RELATIVES
from domain.language.lexicon_told import HAVE_ASKED
from domain.language.marks import Act, Cue, Mark, Sign, Who
from domain.language.text import Taken

#: Words that turn from what is told to something else.
_TURNS: Final = "mais|par contre|en revanche|donc|du coup|alors|sinon|merci"
#: Where what is recounted ends, and something may be asked.
_ENDS: Final = Expression(
    rf"[.!?;:\n(]|¤|,? ?\b(?:{_TURNS}|svp|pouvez|pourriez|peut-on"
    r"|est-ce|il (?:me |nous )?(?:faut|faudrait|faudra)|je (?:voudrais|souhaite\w*|veux)|j'aimerais)\b"
)
_SENTENCES: Final = Expression(r"[.!?;:\n(]|¤|\bpar contre\b")
_CLAUSES: Final = Expression(rf"[.!?;:\n(,]|¤|\b(?:{_TURNS})\b")
_TOGETHER: Final = r"(?: (?:bien|donc|ensemble|pourtant|tous))*"
#: What was agreed or asked for before, as standing since then, or as another family could: told from here on.
_OPENS: Final = Expression(
    rf"\b(?:avions|avais|avait|etait|etions){_TOGETHER} (?:convenu|dit|decide|note|prevu|demande"
    rf"|vu)e?s?{_TOGETHER} qu"
    rf"|{HAVE_ASKED}[^.,;:!?\n]{{0,25}} (?:l'|une |la |son )"
    r"(?:annulation|inscription|reservation|desinscription|ajout|place)\b"
    r"|\b(?:on|nous|je|j') ?(?:avai(?:t|s)|avions) (?:bien |d'abord |un temps |meme )*(?:pense|imagine|envisage"
    r"|songe|failli)"
    r"(?: (?:a|de)\b)?|\b(?:ai|a|avons|as) failli\b|\bhesit(?:ait|ais|ions) (?:a|entre)\b|\b(?:a|ont"
    r"|avez) (?:bien |deja )*note qu"
    r"|\b(?:pens|compt)(?:ait|ais|ions)\b(?=[^.!?\n]{0,160}\b(?:mais|finalement|or)\b)"
    r"|\b(?:me|nous) (?:re)?(?:demande|reclame)(?:nt)? [^.!?\n]{0,20}\b(?:pourquoi|quand)\b"
    r"|\bn'(?:a|ont) (?:plus|pas) (?:le )?droit (?:a|aux?|de)\b"
    r"|\b(?:assure|pretend|affirme|soutient|jure|raconte|s'imagine|croit)(?:ent)? (?:dur comme fer )?qu"
    r"|\bavez ete (?:bien |tres |trop |vraiment |si )*(?:sympa|gentil|adorable|super|chic|cool|formidable"
    r"|arrangeant)\w* (?:de|d')"
    r"|(?:^|(?<=[.!?\n] )|(?<=\n))(?:bonjour,? |bonsoir,? )?(?:et )?si un (?:jour|de ces jours)\b"
    rf"|\b(?:{RELATIVES}) d(?:e |')\w+ (?:voulait|veut|souhaite|souhaitait|(?:m'a|me) (?:demande|charge)e?) (?:que"
    rf"|qu'|de|d')"
    r"|\bvous (?:me |nous )?(?:confirm|annonc|indiqu|signal|notifi)ez\b(?=[^?]{0,600}$)"
    r"|\bdepuis (?:la rentree|septembre|octobre|novembre|decembre|janvier|fevrier|mars|avril|mai|noel|les vacances)"
    r"(?= (?:[a-z-]+ ){1,4}?(?:mange|mangent|va|vont|vient|viennent|reste|restent|dejeune|fait|est|sont|prend) )"
    r"|\b(?:reponse|retour|confirmation) (?:\w+ ){0,3}(?:avant|d'ici|au plus tard)\b"
    r"|\bdepuis (?:le debut|la rentree|le mois|quelques|deux|trois|plusieurs|des|septembre"
    r"|janvier)\b[^.,;:!?\n]{0,25},"
    r"|\b(?:collegue|copine|copain|voisine|voisin|amie?|maman|papa|parent|famille)s?\b[^.,;:!?\n]{0,30}"
    r" (?:a|ont)(?: (?:bien|deja))* pu "
)
#: What is left open, or stands: told from the last comma up to here.
_CLOSES: Final = Expression(
    r"\b(?:on|nous) (?:verra|verrons|avisera|aviserons)\b(?! (?:si|avec))"
    r"|\b(?:je|on|nous) (?:ne |n')?(?:le |la )?sa(?:is|it|vons) pas(?: encore| trop)*(?=\W*(?:$|[.,;!\n]))"
    r"|\b(?:rien (?:n'est |de )|pas encore )(?:decide|sur|certain)\b"
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
#: What makes the whole sentence before it no absence of ours: told from its start up to here.
_EXPLAINS: Final = Expression(
    r"\b(?:absente?s?|pas la|viend\w+ pas)\b[^.;!?\n]{0,50}"
    r"\b(?:car|comme|puisque|vu que)\W+(?:tout|c'|vous|l'ecole|le centre) ?(?:est|etes|sera|serez)"
    r" (?:ferme|ferie)e?s?|\b(?:ca|cela) ne (?:change|changera) rien(?: (?:pour vous|pour (?:le|la|les) \w+))?"
    r"|\bchez (?!vous\b)[^.;!?\n]{0,60}\b(?:rien|pas besoin de) (?:a |de )?(?:prevoir|reserver"
    r"|changer)\b(?: ce jour-la| ces jours-la)?"
    r"|\b(?:est|c'est|sera) ferie\b[^.;!?\n]{0,40}\b(?:absente?s?|pas la|viend\w+ pas|pas present\w*)\b"
)

#: What another has said: "vous écriviez : « pensez au mercredi »".
_QUOTES: Final = Expression(
    r"\b(?:dit|redit|dire|disait|disiez|ecrit|ecrivi?ez|ecrivait|repondu|repond|sorti|annonce|annonciez|demande)"
    r'\b[^.!?\n"]{0,40}\n?(?:"[^"\n]{4,160}"'
    r"| '[a-z][^\n]{3,120}?'(?=[ ,.!?]|$))"
)
_SAID: Final = Expression(
    r'"[^"\n]+"$'
    r"| '[a-z].*$"
)
#: What stands farther before, in letters, is another thing, told without a comma.
_LONGEST: Final = 80


def without_narration(plain: str, marks: list[Mark]) -> list[Mark]:
    """Drop from `marks` what folded text only recounts or leaves open; whom and what it names stays, as told."""
    spans = list(_spans(plain))
    if not spans:
        return marks

    recounted = Taken(plain, spans)

    def inside(mark: Mark) -> bool:
        return not recounted.is_free(mark.start, mark.start + 1)

    kept = [m for m in marks if not inside(m) or isinstance(m, Who | Act) or _parts(m)]
    named = [m.end for m in kept if inside(m) and not _parts(m)]
    told: list[Mark] = [Sign(end, end, Cue.OTHER_VERB) for end in (*named, *[end for _, end in spans])]
    return sorted([*kept, *told], key=lambda m: (m.start, m.end))


def unquoted(plain: str) -> str:
    """Return folded text with the words that somebody else has said blanked: "elle m'a dit « il reste des places »"."""
    return _QUOTES.sub(lambda m: _SAID.sub(lambda said: " " * len(said.group()), m.group()), plain)


def _parts(mark: Mark) -> bool:
    return isinstance(mark, Sign) and mark.cue in (Cue.STOP, Cue.BREAK)


def _spans(plain: str) -> Iterator[tuple[int, int]]:
    for m in _OPENS.finditer(plain):
        end = _ENDS.search(plain, m.end())
        yield m.start(), end.start() if end else len(plain)
    yield from (m.span() for m in _QUOTES.finditer(plain))
    yield from (m.span("when") for m in _BLUNDERED.finditer(plain))
    for closing, begins in ((_CLOSES, _CLAUSES), (_EXPLAINS, _SENTENCES)):
        for m in closing.finditer(plain):
            starts = [s.end() for s in begins.finditer(plain, 0, m.start())]
            start = starts[-1] if starts else 0
            yield start if m.start() - start <= _LONGEST else m.start(), m.end()
