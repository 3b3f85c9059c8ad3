"""What one sentence is: a question, a command, a matter for a person, a thank-you, or a request for lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from domain.language.intent.commands import Matter, topic_of
from domain.language.intent.doubts import REQUEST, SWAP_IT, WHOM, asking, asks_why, is_doubtful, is_ill, names_all
from domain.language.intent.tones import Tone, tones
from domain.language.lexicon import asides, matters
from domain.language.lexicon import doubts as doubtful
from domain.language.matching.expression import Expression
from domain.language.message.politeness import confirms
from domain.language.notions.hours import Hour
from domain.language.notions.marks import Act, Cue, Force, Mark, Sign, Verb, Who
from domain.language.notions.when import Days
from domain.language.sentences.asked_of import asked_of
from domain.language.sentences.beside_request import CLOSES, is_why, left_open, left_open_from, opens_beside
from domain.language.sentences.confirming import confirmed_from
from domain.language.sentences.illness import question_after_illness
from domain.language.sentences.promises import is_only_proof
from domain.model.wish import Command

INJECTED: Final = Expression(matters.INJECTED)
_UNSURE: Final = Expression(rf"{doubtful.UNSURE}|{doubtful.EITHER}")
_LEAVE_IT: Final = Expression(doubtful.LEAVE_IT)
_LATER: Final = Expression(doubtful.LATER)
_SOFT: Final = Expression(asides.SOFT)
_TAG: Final = Expression(asides.TAG)
#: "J'ai oublié Léah !" is no lost property.
_OVERLOOKED: Final = Expression(r"\boublie (?:la |le |de |d')?$")
#: "je voudrais savoir s'il reste de la place … et l'inscrire": first the answer, then the booking.
_TO_KNOW: Final = Expression(r"\b(?:savoir|demand\w+|dire|dites-moi|confirmer) s(?:i\b|'il)")
_DELEGATES: Final = Expression(asides.DELEGATES)
#: What may have befallen a child anywhere, and where it is for us to answer.
_MISHAP: Final = Expression(r"\baccident\b|\btombee?s?\b|\bbless\w+|\bmordu\w*|\bagress\w+|\bcoups? de\b")
_WITH_US: Final = Expression(
    r"\b(?:chez vous|cantine|cour|garderie|perisco\w*|centre|atelier|ecole|anim\w+|recre\w*|surveill\w+|enfants"
    r"|copain|camarade|expliqu\w+|explications?|facture\w*|inadmissible|prevenue?)\b"
)
_IF_NEEDED: Final = Expression(asides.IF_NEEDED)
_HUMAN: Final = Matter(Command.HUMAN, 0)
#: A question that asks for nothing we know.
_DOUBTFUL: Final = Matter(Command.HUMAN, 0)
#: Not known yet: "je ne sais pas encore si je travaille mardi".
_UNDECIDED: Final = Matter(Command.HUMAN, 0)
#: Nothing to do, and nothing in it is a request.
_NOTHING: Final = Matter(Command.GREET, 0)


def meaning(sentence: str, marks: list[Mark]) -> tuple[Matter | None, int]:
    """Return what the sentence is about and where its words begin (0 when the whole sentence is the question)."""
    if INJECTED.search(sentence):
        return _HUMAN, 0
    if (since := 0 if confirms(sentence) else confirmed_from(sentence, marks)) is not None:
        return Matter(Command.CART_VALIDATE, since), since
    found = topic_of(sentence)
    if found is None or found.command is Command.HUMAN:
        undecided = _undecided(sentence, marks)
        if undecided is not None:
            return undecided
    if found is None:
        return (_DOUBTFUL, 0) if is_doubtful(sentence, marks) else (None, 0)
    if _is_request(sentence, marks, found):
        told = _told_beside(sentence, marks, found)
        return (found, told) if told else (None, 0)
    return found, _begins(sentence, marks, found)


def _undecided(sentence: str, marks: list[Mark]) -> tuple[Matter, int] | None:
    """Return that nothing is decided yet, and from where on, if the sentence says so."""
    concrete = any(isinstance(m, Verb | Days) for m in marks) and not is_ill(marks)
    if concrete and (unsure := _UNSURE.search(sentence)):
        if since := left_open_from(sentence, marks, unsure.start()) or left_open(sentence, marks):
            return _NOTHING, since
        return _NOTHING if _LEAVE_IT.search(sentence) else _UNDECIDED, 0
    if later := _LATER.search(sentence):
        return _NOTHING, later.start()
    if concrete and (call := _IF_NEEDED.search(sentence)) and _asks_before(marks, call.start()):
        return _NOTHING, call.start()
    listed = names_all(marks) and len([m for m in marks if isinstance(m, Who)]) > 1  # "…, Sohan rien pour l'instant"
    return (_NOTHING, 0) if Tone.NOT_YET in tones(sentence) and not listed else None


def _asks_before(marks: list[Mark], at: int) -> bool:
    """Say whether something is asked for before `at`."""
    before = [m for m in marks if m.end <= at]
    return names_all(before) or any(isinstance(m, Verb) and m.do and m.force is not Force.NOUN for m in before)


def _begins(sentence: str, marks: list[Mark], found: Matter) -> int:
    """Return where a question begins that follows a request in one sentence, 0 where all of it is the question."""
    if found.command is Command.HUMAN and not found.absorbs and not found.grave:
        return _aside(sentence, marks, found)
    if found.command is Command.REQUESTS_SHOW or (found.command is Command.HUMAN and found.absorbs):
        return 0
    if told := question_after_illness(sentence, marks, found.start):
        return told
    before = [m for m in marks if not (isinstance(m, Sign) or _frames(sentence, m)) and m.end <= found.start]
    if _only_supposed(sentence, before, found):
        return 0
    at = asked_of(sentence, before, found.start)
    before = [m for m in before if m.end <= at]
    asked = any(isinstance(m, Verb) and m.do and m.force is not Force.NOUN for m in before)
    aside = found.command in (Command.INVOICES_SHOW, Command.CART_SHOW)  # never about the days before it
    asked |= (aside or _is_closed(sentence, before, marks, found)) and names_all(before)
    named = any(isinstance(m, Days | Act | Who) for m in before)
    apart = before and re.search(
        r"[,:+(]|\b(?:et|au passage|puis|d'ailleurs|sinon)\b", sentence[before[-1].end : at + 1]
    )
    return at if asked and named and apart else 0


#: What the office has been told before: "il est allergique, comme vous savez".
_KNOWN: Final = Expression(
    r"\b(?:comme|ainsi que) (?:vous|tu) |\bvous (?:le )?savez|\bdeja (?:signal|declar"
    r"|indiqu|prevenu)"
)
_BREAKS: Final = Expression(r",|\bet\b|\bmais\b|\bsinon\b")


def _told_beside(sentence: str, marks: list[Mark], found: Matter) -> int:
    """Return where a grave matter begins that follows a whole request: "inscrivez Luka mardi, et son bonnet a disparu".

    0 where the request is not whole before it, or goes on behind it.
    """
    breaks = list(_BREAKS.finditer(sentence, 0, found.start)) if found.grave and not is_ill(marks) else []
    at = breaks[-1].start() if breaks else 0
    before, after = [m for m in marks if m.end <= at], [m for m in marks if m.start >= at]
    more = asking(after) or any(isinstance(m, Act) for m in after) or _KNOWN.search(sentence, at)
    return at if _says_all(before) and not more else 0


#: What a question is about: "pour inscrire Victor jeudi midi, c'est jusqu'à quand ?".
_IN_ORDER_TO: Final = Expression(
    r"\W*(?:(?:bonjour|bonsoir)\W+)?(?:(?:et|mais|sinon|alors|du coup|question)\W+)?"
    r"(?:pour (?:pouvoir )?(?:l'|les? |la |y )?[a-z]+(?:er|ir|re)\b"
    r"|(?:si|quand|lorsque) (?!possible|besoin|c'|ca\b|cela\b|vous\b|il reste|il y a|y a|necessaire|dispo|place))"
)
_BESIDE: Final = Expression(r"\b(?:et|svp|stp|s'il (?:vous|te) plait|merci|sinon|puis|d'ailleurs|au passage)\b")
_INFORMING: Final = frozenset({Command.DEADLINES_ASK, Command.PRICES_ASK, Command.AVAILABILITY_ASK, Command.HELP})


def _only_supposed(sentence: str, before: Sequence[Mark], found: Matter) -> bool:
    """Say whether what stands before a question only says what would be done, with nothing that sets it apart."""
    if found.command not in _INFORMING or not before:
        return False
    if _UNSURE.search(sentence, 0, found.start):
        return True  # "j'hésite à mettre Victor au créatif jeudi, il reste de la place ?"
    if not _IN_ORDER_TO.match(sentence):
        return False
    return not _BESIDE.search(sentence, before[-1].end, found.start)


def _aside(sentence: str, marks: list[Mark], found: Matter) -> int:
    """Return where "…, c'est mon frère qui viendra le chercher" begins beside a request, 0 where it is all there is."""
    at = sentence.rfind(",", 0, found.start)
    before = [m for m in marks if m.end <= at]
    days = any(isinstance(m, Days) for m in before)
    return at if days and any(isinstance(m, Act | Hour) for m in before) and CLOSES.search(sentence, 0, at) else 0


def _frames(sentence: str, mark: Mark) -> bool:
    """Say whether it only frames what is asked after it: "est-il possible de"."""
    return isinstance(mark, Verb) and mark.force is Force.NOUN and sentence.startswith("possible", mark.start)


def _is_closed(sentence: str, before: Sequence[Mark], marks: list[Mark], found: Matter) -> bool:
    """Say whether a request without a verb is closed by a "svp" before a question that is not about it.

    "Zoé cantine lundi svp, et je peux voir mon planning ?" books; "Zoé cantine lundi svp, il reste de la place ?" not;
    "… svp, et vous auriez retrouvé son bonnet ?" does.
    """
    if not before or not opens_beside(sentence, before[-1].end, found):
        return False
    rest = [m for m in marks if m.start >= before[-1].end]
    match found.command:
        case Command.PRICES_ASK | Command.HUMAN:
            return found.grave or found.command is not Command.HUMAN
        case Command.CALENDAR_SHOW if Tone.SHOW in tones(sentence):
            return True
        case Command.CALENDAR_SHOW | Command.AVAILABILITY_ASK:
            return any(isinstance(m, Days) for m in rest)
        case Command.DEADLINES_ASK:
            return any(isinstance(m, Days | Verb) for m in rest)
        case _:
            return False


def _says_all(marks: list[Mark]) -> bool:
    """Say whether a verb of ours, or a refusal, stands with an activity and a day."""
    verbs = [m for m in marks if isinstance(m, Verb) and m.do and m.force is not Force.NOUN]
    refused = any(isinstance(m, Sign) and m.cue is Cue.NOT for m in marks)
    acts = any(isinstance(m, Act) for m in marks)
    days = any(isinstance(m, Days) for m in marks)
    return days and ((acts and (bool(verbs) or refused)) or any(v.meal for v in verbs))


#: "l'ajouter au dossier", "retirer leur père de la liste des personnes autorisées".
_RECORDS: Final = Expression(
    r"[^.;!?\n]{0,70}\b(?:(?:au|du|le|dans (?:le|son|leur)) dossier|(?:de|a|dans|sur) (?:la |votre )?(?:liste"
    r"|fiche)\b"
    r"(?! d'attente)|personnes? (?:autorise|a prevenir|a contacter|qui (?:peu|ont|pourr))|contacts?\b)"
)


def _is_request(sentence: str, marks: list[Mark], matter: Matter) -> bool:
    """Say whether a sentence with a topic's words asks for lines after all ("s'il reste de la place, inscrivez…")."""
    demanded = asking([m for m in marks if not matter.start <= m.start < matter.end])
    match matter.command:
        case Command.HUMAN if (
            not matter.grave and "?" not in sentence and (_says_all(marks) or is_why(sentence, marks, matter.start))
        ):
            return not _TO_KNOW.search(sentence)
        case Command.HUMAN if any(isinstance(m, Who) and _OVERLOOKED.search(sentence[: m.start]) for m in marks):
            return True
        case Command.HUMAN:
            verbs = demanded if matter.absorbs else asking(marks)
            verbs = [v for v in verbs if not (_names_it(sentence, v, matter) or _RECORDS.match(sentence, v.end))]
            asked = bool(verbs) and not WHOM.search(sentence)
            mishap = _MISHAP.search(sentence) is not None and not _WITH_US.search(sentence)
            ill = is_ill(marks) and not asks_why(sentence)
            return asked or (ill and (mishap or not matter.absorbs))
        case Command.CALENDAR_SHOW:
            moves = any(isinstance(m, Verb) and m.move for m in marks)
            return (bool(demanded or moves) and REQUEST.search(sentence) is not None) or delegates(sentence)
        case Command.AVAILABILITY_ASK:
            return bool(demanded) and "?" not in sentence and not _TO_KNOW.search(sentence)
        case _:
            named = any(isinstance(m, Days) for m in marks) and bool(asking(marks))
            return matter.command is Command.HELP and named and delegates(sentence)


def delegates(sentence: str) -> bool:
    """Say whether the office shall do it itself."""
    return _DELEGATES.search(sentence) is not None


def _names_it(sentence: str, verb: Verb, matter: Matter) -> bool:
    """Say whether it is a noun in a grievance ("… alors que leur annulation avait été demandée")."""
    return matter.absorbs and sentence[: verb.end].endswith(("tion", "tions"))


def is_undecided(sentence: str, matter: Matter) -> bool:
    """Say whether nothing is decided yet: a matter for a person, unless a question of ours is asked beside it."""
    return matter is _UNDECIDED and "?" not in sentence


_SHORT: Final = 40
_WHAT: Final = Expression(
    r"\b(?:qui|comment|pourquoi|quand|ou|quel(?:le)?s?|quoi|que|qu'est-ce|pouvez|pourriez|peux|peut|puis|possible"
    r"|recu)\b"
)


def is_vague(sentence: str, marks: list[Mark], matter: Matter) -> bool:
    """Say whether it is a question of nothing that it names: "j'ai raté quelque chose ?"."""
    short = matter is _DOUBTFUL and len(sentence.strip()) < _SHORT and not _WHAT.search(sentence)
    return short and "?" in sentence and all(isinstance(m, Sign) for m in marks)


def is_soft(sentence: str, matter: Matter) -> bool:
    """Say whether it is told in passing, and only a matter for a person where nothing is asked beside it."""
    if matter.command is Command.AVAILABILITY_ASK:
        return "?" not in sentence and _HOPES.search(sentence) is not None
    if matter.command is not Command.HUMAN:
        return matter.command is Command.HELP and is_stuck(sentence)
    mild = matter.grave and not matter.absorbs
    if _TAG.search(sentence) or SWAP_IT.fullmatch(sentence):
        return True
    if (mild and _IF_NEEDED.search(sentence)) or (not matter.absorbs and is_only_proof(sentence)):
        return True
    return _SOFT.search(sentence) is not None and "?" not in sentence


_STUCK: Final = Expression(asides.STUCK)
_HOPES: Final = Expression(asides.HOPES)


def is_stuck(sentence: str) -> bool:
    """Say whether it tells that the sender cannot do something, which asks for help only where nothing else is."""
    return "?" not in sentence and _STUCK.search(sentence) is not None


def wants(marks: list[Mark]) -> bool:
    """Say whether marks make a request: a verb of ours with something beside it, an illness, or all that it takes."""
    verbs = [m for m in marks if isinstance(m, Verb) and m.do]
    beside = any(isinstance(m, Act | Days | Hour) for m in marks)
    if is_ill(marks) or any(v.force is Force.ASKED for v in verbs):
        return True
    if beside and any(v.force is Force.SAID for v in verbs):
        return True
    told = any(isinstance(m, Sign) and m.cue is Cue.OTHER_VERB for m in marks)
    return not told and any(isinstance(m, Act) for m in marks) and any(isinstance(m, Days) for m in marks)
