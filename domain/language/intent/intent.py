"""Verbs and cues: what a message wants done, and the little words that turn its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from domain.language.intent.nobody import is_for_grown_ups
from domain.language.lexicon import verbs as lex
from domain.language.lexicon.cancel import WHOLE_DAY
from domain.language.lexicon.cues import CUE_WORDS
from domain.language.lexicon.days_told import KEEPS_PLACE
from domain.language.lexicon.people import OTHERS_HAVE
from domain.language.lexicon.set_aside import AS_PLANNED, NOTED
from domain.language.lexicon.told import HAVE_ASKED
from domain.language.matching.expression import Expression, Shelf
from domain.language.notions.marks import Cue, Force, Sign, Verb
from domain.language.notions.wording import OURS, Wording
from domain.language.writing.text import Taken, Text, fold
from domain.model.wish import Do

_WHOLE: Final = Expression(WHOLE_DAY)
_EATING: Final = Expression(lex.EATING)
_VERBS: Final = Shelf(Expression(w.pattern) for w in lex.VERBS)
_CUES: Final = Shelf(Expression(pattern) for _, pattern in CUE_WORDS)
_CUE_NAMES: Final = tuple(Cue[name] for name, _ in CUE_WORDS)
_DONE: Final = Expression(lex.DONE)
_ASKED_FOR: Final = Expression(lex.ASKED_FOR)
_THEIRS: Final = Expression(lex.THEIRS)
#: What somebody else has done: "la voisine a inscrit sa fille".
_OTHERS_HAVE: Final = Expression(rf"(?:{OTHERS_HAVE} )$")
_NOT_CHILDREN: Final = Expression(lex.NOT_CHILDREN)
_AT_HOME: Final = Expression(lex.AT_HOME)
#: "le goûter prévu demain sera finalement vendredi": a day is moved that was named.
_DAY_BEFORE: Final = Expression(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|demain|\d{1,2})\b[^.!?\n]*$")
_NOT_HOME: Final = Expression(lex.NOT_HOME)
#: "celle de vendredi on la garde": a booking is kept, not a child.
_KEPT: Final = Expression(
    r"\b(?:cel(?:le|ui|les)|(?:sa|leurs?) (?:place|reservation)s?|son inscription)\b[^.;!?\n]{0,26}$"
)
_KEEPS_PLACE: Final = Expression(KEEPS_PLACE)
_AS_PLANNED: Final = Expression(AS_PLANNED)
_CALLED_OFF_THERE: Final = Expression(lex.CALLED_OFF_THERE)
_NOT_BOOKED: Final = Expression(lex.NOT_BOOKED)
#: How it goes: "le panier se retire le mardi", "comment ça se réserve".
_ITSELF: Final = Expression(r"(?:\bse |\bs')$")
_OF_ITSELF: Final = Expression(r"(?:retire|annule|reserve|enleve|ajoute|prend|inscrit)(?:nt)?|change[rz]?")
_MEETING: Final = Expression(lex.MEETING)
_MEETING_MOVED: Final = Expression(lex.MEETING_MOVED)
#: What may stand before "pas": "il n'a presque pas mangé".
_NEARLY: Final = r"(?:(?:presque|quasiment|pratiquement|finalement) )"
_WAS_NOT: Final = Expression(
    rf"(?:n'|ne )?(?:est|sont|a|ont|etait|avait) {_NEARLY}?pas (?:pu |ete )?(?:re?venue?s?"
    r"|allee?s?|mange|present|venir|la\b)"
)
_WAS_NOT_HERE: Final = Expression(rf"\b(?:n'|ne )(?:est|sont|a|ont|etait|avait) {_NEARLY}?$")
#: "elle était absente lundi", "ils ont été absents".
_WERE: Final = Expression(r"\b(?:etai(?:t|ent)|(?:a|ont|avai(?:t|ent)) ete)(?: (?:bien|deja|aussi|donc))* $")
#: "jeudi dernier elle n'était pas là".
_WERE_NOT: Final = Expression(r"\b(?:n'|ne )(?:etai(?:t|ent)|avai(?:t|ent)) $")
_PARTICIPLE: Final = Expression(r"^(?:(?!mette)[a-z-]+ee?s?|desinscrite?s?)$")
_WAS: Final = Expression(
    r"\b(?:a|ont|ai|avons|avait|avaient|est|sont)(?: (?:bien|deja|encore|aussi|pas|jamais|toujours|plus|pourtant"
    r"|donc|meme|quand|presque|rien|guere|trop|peu"
    r"|\w+ment))* $"
)
_ACCENT: Final = Expression(r"É(?:E?S?)$", re.IGNORECASE)
_ACTIVITY: Final = Expression(rf"{OURS} (?:(?:de |d'|du )?[a-z-]+ ){{0,2}}$")
#: "aucun de mes enfants ne sera", "il ne prendra": without "que" it is a no.
_NO: Final = Expression(r"\b(?:ne |n')(?:l'y |l'|la |le |les |y )?$")
_ONLY: Final = Expression(r"[^.!?;\n]{0,40}\bqu(?:e\b|')")
_NEITHER: Final = Expression(r"[^.!?;\n]{0,30}\bni\b")
_TO_EAT: Final = Expression(r" (?:manger|dejeuner)\b")
#: "tout annuler", "annulez tout".
_ALL_OF_IT: Final = Expression(r"\btout (?:(?:est|sera|reste) (?:bien |donc )?a )?$")
_ALL_AFTER: Final = Expression(r"(?:-moi)? tout\b(?! (?:le|la|les|son|sa|ses)\b)")
_FRONTED: Final = Expression(r"(?<![\w-])(?:vous|tu|je|on|j') ?(?:me |nous )?(?:l'|la |le )$")
_STOPS: Final = Expression(r"[.!?;\n]+|¤{2,}|\](?= ?[a-z])")
_BREAKS: Final = Expression(r",|\bmais\b|\bpar contre\b|\ben revanche\b|\balors que\b|\btandis que\b")


def find_verbs(text: Text) -> list[Verb]:
    """Return the verbs of a corrected text, in order and without overlaps."""
    found, taken = list[Verb](), Taken(text.plain, (m.span() for m in _KEEPS_PLACE.finditer(text.plain)))
    for n, matches in _VERBS.matches(text.plain):
        for m in matches:
            if taken.is_free(*m.span()) and not _only_told(m, lex.VERBS[n], text):
                found.append(_verb(m, lex.VERBS[n], text.plain))
                taken.take(*m.span())
    return sorted(found, key=lambda v: v.start)


def _verb(m: re.Match[str], wording: Wording, plain: str) -> Verb:
    do, said, before = wording.do, m.group(), plain[max(0, m.start() - 40) : m.start()]
    if do is Do.BOOK and _NO.search(before) and _is_refused(m, wording, plain):
        do = Do.CANCEL
    meal = wording.force is Force.SAID and bool(_EATING.search(said) or _TO_EAT.match(plain, m.end()))
    everything = do is Do.CANCEL and bool(_ALL_OF_IT.search(before) or _ALL_AFTER.match(plain, m.end()))
    all_day = do is Do.CANCEL and wording.force is Force.SAID and not meal and bool(_WHOLE.search(said))
    return Verb(
        m.start(), m.end(), do, wording.force, wording.kind == "move", wording.kind == "change",
        whole=do is Do.ABSENT or all_day or everything, meal=meal, plural=do is Do.ABSENT and said.endswith("ts"),
        fronted=_FRONTED.search(before) is not None,
    )  # fmt: skip


def _is_refused(m: re.Match[str], wording: Wording, plain: str) -> bool:
    """Say whether a verb after "ne" is refused: "il ne prendra …", but not "que"; "ne le comptez ni … ni …"."""
    said = wording.force is Force.SAID and not _ONLY.match(plain, m.end())
    return said or _NEITHER.match(plain, m.end()) is not None


def _only_told(m: re.Match[str], wording: Wording, text: Text) -> bool:
    """Say whether the words tell what was done, or what somebody else does, and ask for nothing."""
    before = text.plain[max(0, m.start() - 40) : m.start()]
    at_home = m.group() == "a la maison" and _AT_HOME.search(before) is not None
    kept = "gard" in m.group() and bool(_KEPT.search(before) or _AS_PLANNED.match(text.plain, m.end()))
    noted = wording.do is Do.BOOK and wording.force is Force.ASKED and _is_noted(m, text.plain)
    dayless = m.group().startswith("ser") and wording.kind == "move" and not _DAY_BEFORE.search(before)
    if (
        at_home
        or is_for_grown_ups(before, text.plain, m.end())
        or (_CALLED_OFF_THERE.match(text.plain, m.start()) and before.endswith((" a ", " ont ")))
        or _PAST_DEMAND.search(f"{before}a " if m.group().startswith("a ") else before)
        or _NOT_BOOKED.match(text.plain, m.end())
        or (_ITSELF.search(before) and _OF_ITSELF.fullmatch(m.group()))
        or _by_others(m, text.plain)
        or (_HANDED_OVER.match(text.plain, m.start()) and _BY_MYSELF.search(before))
        or dayless
        or kept
        or noted
        or _NOT_HOME.match(text.plain, m.start())
        or (wording.kind == "move" and (_MEETING.search(before) or _MEETING_MOVED.match(text.plain, m.end())))
    ):
        return True
    if wording.do is Do.ABSENT:
        return bool(_NOT_CHILDREN.search(before) or _WERE.search(before))
    if wording.force is Force.SAID:  # "Zoé a mangé chez vous", "Elio n'est pas venu mardi"
        eaten = wording.do is Do.BOOK and _WAS.search(before)
        missed = _WAS_NOT.match(text.plain, m.start()) or (
            (_WAS_NOT_HERE.search(before) and re.match("(?:pas|rien) (?:re)?(?:venu|alle|mange)", m.group()))
            or (_WERE_NOT.search(before) and m.group().startswith("pas "))
        )
        return bool(eaten or (wording.do is Do.CANCEL and missed))
    if wording.force is not Force.ASKED or wording.do is None or not _PARTICIPLE.match(m.group()):
        return False
    if _DONE.search(before) or _THEIRS.search(before):
        return True
    typed = text.raw[text.starts[m.start()] : text.ends[m.end() - 1]]
    accented = _ACCENT.search(typed) is not None and fold(typed) == m.group()  # "désinscrivé" is no participle
    asked = (
        _is_ordered(before, text.plain, m.end())
        or _ASKED_FOR.search(before)
        or (wording.do is Do.CANCEL and _ACTIVITY.search(before))
    )
    return accented and not asked


def _by_others(m: re.Match[str], plain: str) -> bool:
    """Say whether somebody else has done it, where "a" may belong to our verb: "son papa a inscrit Zoé"."""
    has = m.start() + 2 if m.group().startswith("a ") else m.start()
    return _OTHERS_HAVE.search(plain[max(0, m.start() - 40) : has]) is not None


def _is_ordered(before: str, plain: str, end: int) -> bool:
    """Say whether an -é stands for an order: "annulé moi …, et rajouté la", "… et rajouté elio a la cantine"."""
    clitic = _CLAUSE_START.search(before) is not None and _CLITIC.match(plain, end) is not None
    goes_on = _AND_THEN.search(before) is not None and _IS_AT.match(plain, end) is not None
    return clitic or (goes_on and not _WAS_DONE.search(before))


#: What was possible, or asked for, before: "on pouvait annuler", "j'ai demandé dimanche d'annuler", "rien à ajouter".
_PAST_DEMAND: Final = Expression(
    r"\b(?:pouvait|pouvaient|pouvions)(?: (?:toujours|encore|deja|meme|bien))* $"
    rf"|{HAVE_ASKED}[^.,;:!?\n]{{0,25}} (?:d'|de |a )$"
    r"|\b(?:ai|as|a|avons|avez|ont|avais|avait|avions)(?: (?:bien|deja|meme|finalement))* pu (?:l'|le |la |les )?$"
    r"|\brien (?:d'autre |de plus )?a $"
)
#: "je dois la remettre le 14": a paper is handed over.
_HANDED_OVER: Final = Expression(r"remettre\b(?! (?:a la|au|a l') ?(?:cantine|gouter|centre|garderie|periscolaire))")
_BY_MYSELF: Final = Expression(
    r"\b(?:je|on|nous) (?:dois|doit|devons|peux|peut|pouvons|vais|va|allons) (?:vous )?(?:l[ea]s? )?$"
    r"|\b(?:a qui|ou|quand|comment)(?: (?:je|on|puis-je|dois-je|faut-il|peut-on|peux|peut|dois))* "
    r"(?:vous )?(?:l[ea]s? )?$"
)
_CLAUSE_START: Final = Expression(
    r"(?:^|[.!?,;:\n]|\bet|\bpuis|\bmais|\bou)\s*(?:(?:bonjour|bonsoir|svp|merci|donc|alors)\W+)*"
    r"(?:pour (?!la|le|les)[a-z-]+(?: et (?:pour )?[a-z-]+)?,? )?$"
)
_CLITIC: Final = Expression(r"[ -](?:moi|nous|le|la|les|lui|leur)\b")
#: "… et rajouté elio a la cantine", unless somebody has done it ("j'ai enlevé Victor et rajouté Elio").
_AND_THEN: Final = Expression(r"\b(?:et|puis) (?:aussi |donc |svp )?$")
_IS_AT: Final = Expression(r" [a-z-]+ (?:a la|au|aux|a l'|le|la) ?[a-z]")
_WAS_DONE: Final = Expression(
    r"\b(?:ai|as|avons|avez|ont|avais|avait|avions|aviez|on a|il a|elle a|ete|deja)\b[^.!?\n]*$"
)
#: An absence is noted, and nothing booked: "absence de Zoé à noter pour jeudi".
_NOTED: Final = Expression(NOTED)
#: What is added to papers: "ajouter ma sœur à la liste des personnes autorisées".
_PAPERS: Final = Expression(
    r"[^.;!?\n]{0,70}\b(?:liste des (?:personnes|contacts|autorisations)|(?:ma|sa|notre|leur|la) fiche"
    r"|(?:mon|son|notre|leur) dossier|personnes? (?:autorisee?s?|a prevenir|a contacter|habilitee?s?|qui (?:peu"
    r"|ont|pourr)))\w*"
)
_NOTING: Final = Expression(r"(?:a )?(?:not|enregistr|prevo|prend|pren|compt)")


def _is_noted(m: re.Match[str], plain: str) -> bool:
    """Say whether an absence is to be noted, or a person added to papers."""
    before = plain[max(0, m.start() - 50) : m.start()]
    absence = _NOTING.match(plain, m.start()) is not None and _NOTED.search(before) is not None
    return absence or _PAPERS.match(plain, m.end()) is not None


def find_cues(plain: str) -> list[Sign]:
    """Return the cues of folded text, in order; the first kind of `lexicon.CUE_WORDS` wins where two overlap."""
    found, taken = list[Sign](), Taken(plain)
    for n, matches in _CUES.matches(plain):
        for m in matches:
            if taken.is_free(*m.span()):
                found.append(Sign(m.start(), m.end(), _CUE_NAMES[n]))
                taken.take(*m.span())
    return sorted(found, key=lambda s: s.start)


def find_stops(plain: str, spans: Iterable[tuple[int, int]]) -> Iterator[Sign]:
    """Yield the ends of sentences, lines and clauses that lie in no mark; `spans` is where these stand."""
    taken = Taken(plain, spans)
    for cue, pattern in ((Cue.STOP, _STOPS), (Cue.BREAK, _BREAKS)):
        for m in pattern.finditer(plain):
            if taken.is_free(*m.span()):
                yield Sign(m.start(), m.end(), cue)
