"""Finds everything in a text, and tells requests from questions, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from domain.language.activities.activities import find_activities
from domain.language.days.days import read_days
from domain.language.days.feasts_told import without_feasts
from domain.language.days.past_days import without_past
from domain.language.intent.commands import Matter
from domain.language.intent.doubts import asking, is_ill
from domain.language.intent.intent import find_cues, find_stops, find_verbs
from domain.language.intent.reasons import find_reasons
from domain.language.matching.expression import Expression
from domain.language.notions.hours import Hour, find_hours
from domain.language.notions.marks import Cue, Mark, Sign, Verb, Who, Why
from domain.language.notions.when import Days, Scene
from domain.language.people.people import find_children
from domain.language.sentences.asked_first import parted_demands
from domain.language.sentences.choosing import without_choices
from domain.language.sentences.fronted import parted_remarks
from domain.language.sentences.illness import only_recalled
from domain.language.sentences.included import without_included
from domain.language.sentences.meaning import INJECTED, is_soft, is_undecided, is_vague, meaning, wants
from domain.language.sentences.neighbours import Sentence, beside_each_other
from domain.language.sentences.not_the_ill_one import without_the_well_one
from domain.language.sentences.open_choices import with_open_choices
from domain.language.sentences.plus_minus import plus_and_minus
from domain.language.sentences.promises import without_promises
from domain.language.sentences.slips_named import find_named_slips
from domain.language.sentences.summed_up import without_both, without_summing_up
from domain.language.sentences.yes_or_no import find_answers
from domain.language.told.days_told import without_days_told
from domain.language.told.household import without_household
from domain.language.told.narration import unquoted, without_narration
from domain.language.told.taken_offers import find_taken_offers
from domain.language.told.thanks import without_thanks
from domain.language.told.told import find_told
from domain.language.told.when_made import without_when_made
from domain.language.told.wondering import asks_nothing, decides_later, is_supposed, is_wish, only_informs
from domain.language.writing.text import Text
from domain.model.family import Family
from domain.model.structure import Structure
from domain.model.wish import Command, Do, Hints, Reason


@dataclass(frozen=True, slots=True)
class World:
    """What a text is read with: the family, its structure, the day, and answers already given."""

    family: Family
    structure: Structure
    scene: Scene
    hints: Hints
    read: dict[Text, tuple[Mark, ...]] = field(default_factory=dict, compare=False, repr=False)  # found before


@dataclass(frozen=True, slots=True)
class Found:
    """The marks of a text, and the commands that some of its sentences are."""

    marks: list[Mark]
    commands: list[Command]
    asked: list[Mark]  # what stands in the questions
    injected: bool = False  # some of it speaks to a machine
    thanked: bool = False  # some of it only thanks
    spans: tuple[tuple[int, int], ...] = ()  # where what each command was taken from stands


def _clock_hours(plain: str) -> list[Hour]:
    """Return the hours but "à midi", which is lunch here."""
    return [h for h in find_hours(plain) if "midi" not in plain[h.start : h.end]]


def marks_of(text: Text, world: World) -> list[Mark]:
    """Return every mark of a text in order; a title is asked for them several times, and read once."""
    found = world.read.get(text)
    if found is None:
        found = world.read[text] = tuple(_marks_of(text, world))
    return list(found)


def _marks_of(text: Text, world: World) -> list[Mark]:
    """Find the marks; where two overlap, the kind named first here has it."""
    plain, reasons = text.plain, find_reasons(text.plain)
    fevers = [w for w in reasons if plain[w.start].isdigit()]  # "38.5" is no date
    kinds: list[Iterable[Mark]] = [
        fevers, read_days(_without(text, fevers), world.scene), _children(text, world, reasons), _clock_hours(plain),
        reasons, plus_and_minus(plain), find_taken_offers(plain), find_verbs(text),
        find_activities(plain, world.structure),
    ]  # fmt: skip
    kept, taken = list[Mark](), [False] * (len(plain) + 1)

    def keep(marks: Iterable[Mark]) -> None:
        for mark in marks:
            inner = mark.start + (1 if isinstance(mark, Verb) else 0)
            if not any(taken[inner : mark.end]):
                taken[mark.start : mark.end] = [True] * (mark.end - mark.start)
                kept.append(mark)

    for marks in kinds:
        keep(marks)
    kept = [m for m in kept if not _caught_from(m, kept, plain)]
    cues = find_cues(plain)
    known = {s.start for s in cues if s.cue not in (Cue.NOT, Cue.NOT_BUT, Cue.OTHER_VERB)}
    whole = (
        Cue.ONLY,
        Cue.IS,
        Cue.MISTAKE,
        Cue.BUT,
        Cue.UNAFFECTED,
        Cue.SLIP,
    )  # "la cantine, je parle", "il s'agit du 20", "en revanche", "non je dis n'importe quoi"
    known |= {at for s in cues if s.cue in whole for at in range(s.start, s.end)}
    keep([*find_named_slips(plain, kept), *find_answers(plain, kept)])
    keep(s for s in find_told(plain, kept, taken) if s.start not in known)
    keep(cues)
    spans = [(m.start, m.end) for m in kept if not isinstance(m, Sign) or m.cue is not Cue.BUT]
    kept += find_stops(plain, spans)
    return sorted(kept, key=lambda m: (m.start, m.end))


def _without(text: Text, marks: list[Why]) -> Text:
    """Return the text with these words blanked."""
    if not marks:
        return text
    letters = list(text.plain)
    for mark in marks:
        letters[mark.start : mark.end] = "¤" * (mark.end - mark.start)
    return replace(text, plain="".join(letters))


def _children(text: Text, world: World, reasons: list[Why]) -> list[Who]:
    """Find children; what looks like a stranger's name may belong to a reason ("on part en Italie")."""

    def elsewhere(who: Who) -> bool:
        stranger = not (who.names or who.options or who.sibling)
        return stranger and any(w.start <= who.start and who.end <= w.end for w in reasons)

    return [w for w in find_children(text, world.family) if not elsewhere(w)]


def _caught_from(mark: Mark, marks: list[Mark], plain: str) -> bool:
    """Say whether it is somebody whose illness a child has caught, or has too ("la gastro de son frère")."""
    if not isinstance(mark, Who) or not (mark.sibling or mark.names):
        return False
    before = [m for m in marks if isinstance(m, Why) and m.reason is Reason.SICK and m.end < mark.start]
    said = _LIKE if mark.names else _FROM
    return any(said.fullmatch(plain, m.end, mark.start) for m in before)


_FROM: Final = Expression(r" (?:de|d'|comme|chez)\s?")
#: "la même angine que Séverine", "malade comme Victor": of these something else is told, if anything.
_LIKE: Final = Expression(r" (?:que|qu'|comme)(?: (?:pour|chez|celle de|celui de))?\s?")


#: Keeps a child away, whatever it is called: "doit garder la chambre", "a besoin de repos".
_KEPT_AWAY: Final = Expression(
    r"\b(?:(?<!plus )garder la chambre|repos|eviction|isole\w*"
    r"|(?:rester|maintien|maintenue?|gardee?) (?:strict |complet )?(?:a|chez|au) \w+"
    r"|ne (?:peut|doit|pourra) (?:pas )?(?:frequenter|aller|se rendre|etre (?:present|accueilli)"
    r"|venir|retourner|quitter)"
    r"|ne (?:lui|leur) permet(?:tent)? pas (?:de|d')(?: (?:frequenter|aller|se rendre|venir|retourner|quitter)"
    r"|etre ))"
)
_CERTIFIES: Final = Expression(r"\b(?:certifi(?:e|ons)|atteste|(?:l')?etat de sante de)\b")


#: When the doctor sees the child again is no day of the absence.
_NEXT_VISIT: Final = Expression(r"\b(?:prochaine?|nouveau|nouvelle) (?:rendez-vous|rdv|consultation|controle|visite)\b")
_ENDS: Final = Expression(r"[.!?\n]")


def attested(text: Text, world: World) -> Text:
    """Read what a doctor certifies, and note that a child who is to stay away is ill, though no illness be named."""
    marks, certifies = marks_of(text, world), _CERTIFIES.search(text.plain)
    if not certifies:
        return text
    visits = [(m.start(), _ENDS.next_start(text.plain, m.end())) for m in _NEXT_VISIT.finditer(text.plain)]
    marks = [m for m in marks if not any(start <= m.start < end for start, end in visits)]
    if _KEPT_AWAY.search(text.plain) and not any(isinstance(m, Why) for m in marks):
        marks.append(Why(certifies.start(), certifies.end(), Reason.SICK))
    world.read[text] = tuple(sorted(marks, key=lambda m: (m.start, m.end)))
    return text


def _sentences(plain: str, marks: list[Mark]) -> list[tuple[int, int]]:
    """Return where sentences and lines begin and end; a question mark belongs to the sentence it ends."""
    stops = [m for m in marks if isinstance(m, Sign) and m.cue is Cue.STOP]
    starts = [0, *[s.end for s in stops]]
    ends = [*[s.end for s in stops], len(plain)]
    return [(s, e) for s, e in zip(starts, ends, strict=True) if e > s]


def find(text: Text, world: World) -> Found:
    """Sort a text's marks into those of requests and those of questions, and name the commands."""
    marks = without_narration(text.plain, without_promises(text.plain, marks_of(text, world)))
    marks = without_when_made(text.plain, marks)
    marks = without_days_told(text.plain, without_household(text.plain, marks))
    marks = without_feasts(text.plain, without_past(text.plain, marks, world.scene.today))
    marks = with_open_choices(text.plain, without_choices(text.plain, marks))
    marks = parted_demands(text.plain, without_both(text.plain, marks))
    marks = parted_remarks(text.plain, marks)
    marks = without_included(text.plain, marks)
    marks = without_the_well_one(text.plain, without_summing_up(text.plain, marks))
    marks, thanked = without_thanks(text.plain, marks)
    said_here = unquoted(text.plain)
    read = [_read(said_here, start, end, marks) for start, end in _sentences(text.plain, marks)]
    read = beside_each_other(read)
    aggrieved, waits = any(s.matter and s.matter.absorbs for s in read), _awaits_answer(text.plain, read)
    kept, commands, asked, spans = list[Mark](), list[Command](), list[Mark](), list[tuple[int, int]]()
    for said in read:
        idle = (aggrieved and not wants(said.free)) or (waits and not asking(said.free))
        free = only_recalled(said.plain, said.free) if aggrieved else said.free
        kept += [m for m in free if not idle or isinstance(m, Sign)]
        kept += _told(said)
        if said.matter and not _gives_way(said, said.matter, read):
            commands.append(said.matter.command)
            spans.append((said.since, said.start + len(said.plain)))
            asked += [m for m in said.marks if said.since <= m.start]
    kept.sort(key=lambda m: (m.start, m.end))
    return Found(kept, commands, asked, INJECTED.search(text.plain) is not None, thanked, tuple(spans))


#: What decides whether anything is asked for at all.
_DECISIVE: Final = frozenset({Command.AVAILABILITY_ASK, Command.PRICES_ASK})
#: What is no question of ours.
_NO_QUESTION: Final = frozenset({Command.HUMAN, Command.GREET, Command.HELP})


def _awaits_answer(plain: str, read: list[Sentence]) -> bool:
    """Say whether nothing is asked for before a question is answered, or at all: "je passe le prendre …, pour info"."""
    if only_informs(plain):
        return not any(is_ill(s.marks) for s in read)
    if asks_nothing(plain):
        return not any(is_ill(s.marks) or _calls_off(s.marks) for s in read)
    deciding = decides_later(plain)
    asks = [n for n, s in enumerate(read) if s.matter and (deciding or s.matter.command in _DECISIVE)]
    wished = any(n and read[n - 1].matter is None and is_wish(read[n - 1].plain) for n in asks)
    return bool(asks) and (wished or deciding)


def _calls_off(marks: list[Mark]) -> bool:
    """Say whether a child is told not to come: "tout reste comme prévu, mais Zoé ne mange pas jeudi"."""
    return any(isinstance(m, Verb) and m.do in (Do.CANCEL, Do.ABSENT) for m in marks)


def _gives_way(said: Sentence, matter: Matter, read: list[Sentence]) -> bool:
    """Say whether a sentence is no matter of its own beside the others."""
    idle = is_undecided(said.plain, matter) or is_vague(said.plain, said.marks, matter)
    if idle and any(o.matter and o.matter.command not in _NO_QUESTION and "?" in o.plain for o in read):
        return True
    soft = is_soft(said.plain, matter)
    return soft and any(_is_more(other) for other in read if other is not said or said.since > said.start)


def _is_more(said: Sentence) -> bool:
    """Say whether a sentence asks for something, beside which what another tells is no matter for a person."""
    timed = said.matter is not None and said.start < said.since and any(isinstance(m, Hour) for m in said.free)
    asks = said.matter is not None and said.matter.command not in _NO_QUESTION
    return wants(said.free) or timed or (asks and "?" in said.plain)


def _told(said: Sentence) -> list[Mark]:
    """Return whom, when and until when a remark names, marked as told: "c'est moi qui récupère Zoé jeudi à 18h"."""
    if said.matter is None or not is_soft(said.plain, said.matter) or "?" in said.plain:
        return []
    named: list[Mark] = [m for m in said.marks if _may_be_told(m) and m.start >= said.since]
    end = max((m.end for m in named), default=0)
    return [*named, Sign(end, end, Cue.OTHER_VERB)] if named else []


def _may_be_told(mark: Mark) -> bool:
    """Say whether it stays in a remark; so does why: "je passe de nuit, je peux donc aller chercher Léah"."""
    return isinstance(mark, Who | Days | Hour) or (isinstance(mark, Why) and mark.reason is Reason.WORK)


def _read(plain: str, start: int, end: int, marks: list[Mark]) -> Sentence:
    mine = [m for m in marks if start <= m.start < end]
    here = [replace(m, start=m.start - start, end=m.end - start) for m in mine] if start else mine
    matter, since = meaning(plain[start:end], here)
    since = 0 if is_supposed(plain, start, end) else since
    return Sentence(start, plain[start:end], mine, matter, start + since if matter else end)
