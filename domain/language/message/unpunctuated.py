"""The commas that a hurried or dictated message leaves out: "victor mange jeudi sa sœur a danse".

Where nothing parts the words for long, a comma is read before what begins another clause, if one stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from domain.language.lexicon.people import OTHERS, RELATIVES
from domain.language.lexicon.set_against import OURS
from domain.language.matching.expression import Expression
from domain.language.writing.text import Edit, Text

#: Words without any sign between them.
_RUN: Final = Expression(r"(?:[^.,;:!?\n()\"/¤|+>=-]|(?<=[a-z])-(?=[a-z])){28,}")
_CLITICS: Final = r"(?:(?:ne|se|y|en|nous|vous|me|le|la|les|lui|leur) |n'|s'|m'|l'|n'y |s'en )*"
#: A verb as it is said of somebody.
_SAID: Final = (
    r"(?:est|sont|a(?! (?:la|l'|\d|midi|partir|sa place|cause|cote|nouveau|jusqu|lundi|mardi|mercredi|jeudi"
    r"|vendredi|demain))|ont|va|vont|fait|font|doit"
    r"|doivent|peut"
    r"|peuvent|part|finit|finissent|commence|termine|travaille|bosse|garde|vient|viennent|reste|restent|mange|mangent"
    r"|rentre|rentrent|dort|passe|arrive|prend|prennent|sort|tombe|etait|avait|devait|dejeune|recupere|emmene"
    r"|s'occupe"
    r"|tousse|marche|repart|[a-z]+(?:era|eront|ira|iront|dra|dront|vra|vront|ura|uront))"
)
_KIN: Final = (
    rf"(?:{RELATIVES}|{OTHERS}|soeurs?|freres?|fille|fils|ainee?|cadette?|jumeau|jumelle|patron(?:ne)?|chef|boite"
    rf"|voiture"
    r"|reunion|rendez-vous|rdv|train|planning|classe|ecole|site|portail|baby|bebe|reste)"
)
_NOUN: Final = (
    rf"(?:(?:(?:mon|ma|mes|son|sa|ses|notre|nos|leurs?|la|le|les) |l')(?:petite? |grande? )?{_KIN}|mamie|papi|papa"
    rf"|maman) "
)
#: What begins a clause: somebody and what they do, or a demand.
_SUBJECT: Final = Expression(
    rf"(?<= )(?:(?:je(?! (?:crois|pense|suppose|imagine|dirais)\b)|on|nous(?! (?:arrang|convien|va\b|irait|ira\b"
    rf"|[a-z]+(?:er|ir|re)\b))|ils?|elles?) (?={_CLITICS}[a-z]{{2,}})|j'(?=[a-z]{{2,}})"
    r"|c'est (?=(?:tres |vraiment )?(?:exceptionnel|urgent|important)|juste (?:pour (?:cette|une)|cette|une) fois"
    r"|pour (?:cette|une) fois|la (?:seule|premiere|derniere) fois|(?:moi|nous|(?:son|sa|leur|mon|ma) [a-z]+) qui)"
    rf"|il y a |{_NOUN}(?=(?:(?:de |d')[a-z]+ )?{_CLITICS}{_SAID}\b))"
)
_DEMAND: Final = Expression(
    r"(?<= )(?:pouvez[- ]vous|pourriez[- ]vous|vous pouvez|tu peux|peux[- ]tu|peut[- ]on|merci (?:de |d')|veuillez"
    r"|il (?:me |nous )?(?:faut|faudrait|faudra)|est[- ]ce qu|serait[- ]il|inscrivez|annulez|desinscrivez|reservez"
    r"|ajoutez"
    r"|mettez|notez|retirez|enlevez|desolee? |(?<!change )(?<!changer )(?:rien|pas) pour (?!que|qu'|l[ae]s? |l'"
    r"|une? ))"
)
#: Behind these a clause goes on that they lead in.
_LEADS: Final = Expression(
    r"\b(?:que|qu'|et|ou|mais|car|si|s'|comme|quand|lorsque|lorsqu'|parce|puisque|puisqu'|vu|donc|dont|qui|pour|de"
    r"|d'|a|chez"
    r"|avec|sans|sauf|ni|alors|sinon|afin|pendant|depuis|jusqu'|avant|apres|ne|n'|se|s'|le|la|les|l'|une?|des|du|au"
    r"|aux"
    r"|ce|cet|cette|ces|mon|ma|mes|son|sa|ses|leurs?|notre|votre|coup|contre|revanche|fait|fin|finalement|bonjour"
    r"|bonsoir|coucou|salut|hello|oui|non|ok|est|sont|pas|plus|jour|jours|cas|lui|elle|eux|peut-etre|dis|dit|sais"
    r"|aussi|merci|dire|pense|crois|espere|savoir|vous|tu|toi|moi|fois|moment|car|tant|maintenant|meme|soit|voila|ca"
    r"|desolee?|pardon|oups|euh|ben|bah|parceque|psk|pcq|pq|cest|c'est|puis|ensuite|jusque|tandis|sur|par|en"
    r"|entre|vers|cote|dans|quoi|comment|combien|pourquoi|quel|quelle|quels|quelles|(?:quelle?s?|combien de) [a-z]+)$"
)
#: The same words where they end what is said: "ne marche pas", "reste avec moi", "sont là".
_CLOSED: Final = Expression(
    r"(?:\b(?:ne |n')[a-z' ]{2,40} (?:pas|plus)|\b(?:avec|chez|pour|sans) (?:moi|elle|lui|eux|nous|vous)|-la"
    r"|\b(?:est|sont|sera|suis) la|\b(?:adore|aime|fait) ca)$"
)
_DATE: Final = (
    r"(?:(?:le |la |les |l')?(?:lundi|mardi|mercredi|jeudi|vendredi|(?:apres-)?demain|aujourd'hui|ce (?:matin|midi"
    r"|soir)"
    r"|semaine prochaine|\d{1,2})s?(?: (?:\d{1,2}|midi|matin|soir|prochain|[a-z]{3,9}bre|janvier|fevrier|mars|avril"
    r"|mai|juin))*)"
)
#: The day with which the next clause begins.
_NEXT_DAY: Final = Expression(rf"(?:^|\b(?:et|mais|puis|donc|alors|coup|car|ou|contre) ){_DATE}$")
#: A clause is said before it: somebody does something, or something is asked.
_PREDICATE: Final = Expression(
    rf"\b(?:(?:je|on|nous|ils?|elles?|ca|{_KIN}) |j'){_CLITICS}[a-z]+"
    r"|\b[a-z]{2,}(?:era|eront|ira|iront|dra|dront|erai|irai)\b"
    r"|\b(?:inscri|desinscri|reserv|annul|mett|rajout|ajout|enlev|retir|suppr|not(?:er|ez)|gard|prendre|prevoi"
    r"|prevo)[a-z]*"
    r"|\b(?:il y a|rien pour|(?:pas|plus) d(?:e |')[a-z]+|c'est|est|sont|mange|mangent|reste|vient|va|absente?s?"
    r"|malades?)\b"
)
_OURS: Final = Expression(OURS)
_DAY: Final = Expression(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|demain|aujourd'hui|le \d{1,2}|\d{1,2}/\d{1,2})\b")
#: What is set apart, and taken up again by what follows: "pour Luka c'est le 11", "Yasmine elle mange …".
_TOPIC: Final = Expression(r"^(?:pour|et pour|concernant|quant|cote|au sujet|a propos|niveau)\b")
#: What would be done: "pour l'enlever j'ai jusqu'à quand ?".
_TO_DO_SO: Final = Expression(r"\bpour (?:(?:le|la|les) |l')?[a-z]+er$")
_TAKEN_UP: Final = Expression(r"(?:ils?|elles?|c')")
_WORDS: Final = 2


def with_commas(text: Text, names: frozenset[str]) -> Text:
    """Return `text` with a comma before each clause that runs on; `names` are the children's."""
    return text.rewritten(edit for run in _RUN.finditer(text.plain) for edit in _parted(text.plain, run, _of(names)))


class _Names(NamedTuple):
    """How the children are spoken of: with a verb, at the end of a piece, and there behind an "et"."""

    said: Expression
    last: Expression
    led: Expression
    any: Expression


@lru_cache(maxsize=256)
def _of(names: frozenset[str]) -> _Names:
    who = "|".join(sorted(map(re.escape, names))) or "(?!)"
    return _Names(
        Expression(rf"(?<= )(?:{who}) (?={_CLITICS}{_SAID}\b)"),
        Expression(rf"\b(?:{who})$"),
        Expression(rf"\b(?:et|mais|puis|ou) (?:pour )?(?:{who})$"),
        Expression(rf"\b(?:{who})\b"),
    )


def _parted(plain: str, run: re.Match[str], names: _Names) -> Iterator[Edit]:
    since, end = run.span()
    found = {m.start() for p in (_SUBJECT, _DEMAND, names.said) for m in p.finditer(plain, since, end)}
    for at in sorted(found):
        before = plain[since:at].strip()
        taken_up = _TAKEN_UP.match(plain, at) is not None
        topic = taken_up and (_TOPIC.search(before) or names.last.search(before))
        if _is_clause(before, names) and not topic:
            yield Edit(at - 1, at, ", ")
            since = at


def _is_clause(before: str, names: _Names) -> bool:
    """Say whether words by themselves say or ask something, and lead nothing in."""
    led = _LEADS.search(before) and not _CLOSED.search(before)
    if len(before.split()) < _WORDS or led or _NEXT_DAY.search(before) or names.led.search(before):
        return False
    if _TO_DO_SO.search(before):
        return False
    whole = names.any.search(before) and _OURS.search(before) and _DAY.search(before)
    return bool(whole or _PREDICATE.search(before))
