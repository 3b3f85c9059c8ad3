"""What is settled already, or thanked for, beside what is still to be done: "la cantine c'est bon, il me manque …"."""

from __future__ import annotations

from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Force
from domain.language.notions.statement import Mood, Statement
from domain.language.settling.set_aside import tell

#: What is settled, where something else is still to be done: "la cantine jeudi c'est bon, il me manque le goûter".
_MORE: Final = r"(?:encore|reste|manque\w*|aussi|egalement|en plus|en outre|par contre|en revanche|r?ajout\w*|mais)\b"
_SETTLED: Final = Expression(
    r"\b(?:(?:(?:ca,? |cela,? |tout )?(?:c'est|est) )(?:deja |bien |tout |donc )*(?:bon|ok|regle|fait|note|en ordre"
    r"|valide|acquis|parfait|cale|arrange)|(?:ca|cela|tout) (?:reste|tient|ne bouge pas|ne change pas)"
    r"|on n'y touche pas"
    rf"|(?:on|je|nous) (?:le |la )?gard(?:e|ons))(?=\s*[.,;!)\n][^?]{{0,120}}\b{_MORE})"
)
#: What we know of what is called off: "…, vous l'avez déjà noté ; par contre jeudi est à réserver".
_KNOWN: Final = Expression(
    r"[,(:;-]\s*(?:mais |et |comme )?(?:ca,? |cela,? )?(?:vous (?:l'|les )(?:avez|aviez) (?:bien )?deja"
    r"|c'est (?:bien )?deja|(?:cela|ca) a (?:bien )?deja ete) (?:note|enregistre|pris en compte|annule|supprime|retire"
    rf"|traite|fait|acte|confirme|valide|signale|regle)e?s?\b(?=[^?]{{0,120}}\b{_MORE})"
)
#: Thanks for what is done, before one thing more is asked: "merci pour l'inscription de Zoé. Il faudrait aussi …".
_THANKED: Final = Expression(
    r"\bmerci (?:beaucoup |bien |encore |deja |infiniment )*(?:pour|de) (?:l'|la |les |votre |vos |sa |son |cette )"
    r"(?:inscription|reservation|ajout|place|confirmation|prise en compte|enregistrement|validation|annulation)s?\b"
    r"[^.!?;\n]{0,90}(?=[.!;\n][^?]{0,20}(?:[^.\n]{0,60}\b(?:il (?:me |nous )?(?:fau|manqu)|pouvez|pourriez|voudr"
    r"|souhait|aimer|besoin|ajout|reserv|inscri))[^.\n]{0,60}"
    r"(?:\b(?:encore|aussi|egalement|en plus|r?ajout\w*|en outre)\b))"
)
_STOPS: Final = Expression(r"[.;!?\n]")


def settled_already(plain: str, said: list[Statement]) -> None:
    """Take as told what is settled, known to us, or thanked for; it still lends what others do not name."""
    for m in _SETTLED.finditer(plain):
        settled = [s for s in _since_stop(plain, m.start(), m.end(), said) if not s.prop.verbs]
        tell(*settled)
        for s in settled:
            s.prop.unaffected |= s.mood is Mood.TOLD
    for m in _THANKED.finditer(plain):
        named = [s for s in said if s.prop.start < m.end() and s.prop.end > m.start()]
        _stand(*(s for s in named if not any(v.force is Force.ASKED for v in s.prop.verbs)))
    for m in _KNOWN.finditer(plain):
        here = _since_stop(plain, m.start(), m.end(), said)
        _stand(*(s for s in here if s.mood in (Mood.STATED, Mood.REFUSED) and s.prop.reason is None))


def _since_stop(plain: str, start: int, end: int, said: list[Statement]) -> list[Statement]:
    """Return what is said in the sentence of these words, up to their end."""
    since = _STOPS.last_end(plain, start)
    return [s for s in said if since <= s.prop.start < end and s.prop.end > since]


def _stand(*said: Statement) -> None:
    for s in said:
        s.mood, s.do, s.prop.unaffected = Mood.TOLD, None, True
