"""Sentences that lean on what was said before: "pareil pour Séverine", "sauf jeudi", "plutôt vendredi".

Such a sentence is short, has a word that points back, and nothing in it but that word, politeness, and the children,
activities and days it names. Anything more makes it a message of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from domain.language.days.weeks_ahead import week_later
from domain.language.leaning import words
from domain.language.leaning.answers import own_words
from domain.language.leaning.meant import Leaning, Named
from domain.language.leaning.phrases import phrased
from domain.language.leaning.referring import points_back
from domain.language.leaning.second_thoughts import FORGOT, SLIPPED, exchanges
from domain.language.leaning.verdicts import by_yes_and_no
from domain.language.message.trim import masked
from domain.language.notions.hours import Hour
from domain.language.notions.marks import Act, Cue, Force, Mark, Sign, Verb, Who, Why
from domain.language.notions.when import Days, Sort
from domain.language.people.people import name_test
from domain.language.sentences.sentences import World, marks_of
from domain.language.writing.spelling import corrected
from domain.language.writing.text import Text, fold
from domain.model.following import Turn
from domain.model.wish import Ask, Do

#: What each turn is recognised by, for readers and for the test that runs them (family durand).
EXAMPLES: Final = (
    (Turn.COPY, "pareil pour Séverine", "Séverine aussi", "et pour Séverine ?", "la même chose la semaine prochaine"),
    (Turn.COPY, "et le soir ?", "et jeudi", "Bonjour, idem pour Victor svp. Merci", "ajoute le matin"),
    (Turn.COPY, "mets aussi Victor", "pareil pour Séverine sauf jeudi"),
    (Turn.TAKE_BACK, "sauf jeudi", "enlève mardi", "oui mais pas le 13", "finalement pas mardi", "Victor non plus"),
    (Turn.TAKE_BACK, "jeudi non"),
    (
        Turn.TAKE_BACK,
        "retire le goûter",
        "annule aussi jeudi",
        "pas Victor",
        "sans le goûter",
        "ok sauf le 13 et le 20",
    ),
    (Turn.INSTEAD, "plutôt vendredi", "non, vendredi", "finalement vendredi", "pas jeudi mais vendredi"),
    (Turn.INSTEAD, "vendredi au lieu de jeudi", "mets vendredi à la place", "décale à vendredi", "plutôt le matin"),
    (Turn.INSTEAD, "plutôt Séverine", "seulement jeudi", "jeudi seulement", "juste le midi"),
    (Turn.COPY, "remets mardi", "non remettez le goûter"),
    (Turn.TAKE_BACK, "enlève tout", "finalement annulez tout svp"),
    (Turn.LAST, "annule ma dernière demande", "retirez la demande svp", "Je voudrais annuler ma demande"),
)

#: Small words that say nothing of what is named.
_MERE: Final = (Cue.IS, Cue.BREAK, Cue.STOP, Cue.SLIP, Cue.MISTAKE)
_LONGEST: Final = 120  # letters; more is no follow-up


def lean(text: str, world: World) -> Leaning | None:
    """Return how `text` leans on what was said before; None when it stands for itself."""
    own = own_words(text, world.family)
    folded = fold(own)
    if words.BEGINS.search(folded) and not words.POINTS_BACK.search(folded):
        return None  # most messages, at little cost
    read = _short(own, world)
    if read is None or words.INVERTS.search(folded):
        return None
    return phrased(read.plain) or _exchanged(read, world) or _second_thought(read, world) or _marked(read, world)


def bare(text: str, world: World) -> Leaning | None:
    """Return what `text` names, where it only names things and says not what to do with them ("Séverine mardi")."""
    read = _short(own_words(text, world.family), world)
    return _plainly(read, world) if read is not None else None


def _short(own: str, world: World) -> Text | None:
    """Return a text without its greetings; None for one that is too long to lean, or says nothing."""
    if len(own) > 2 * _LONGEST:
        return None
    read = corrected(masked(Text.of(week_later(own))), name_test(world.family))
    blank = words.GREETING.sub(lambda m: " " * len(m.group()), read.plain)
    read = replace(read, plain=words.SIGH.sub(lambda m: " " * len(m.group()), blank))
    return read if 0 < len(read.plain.strip()) <= _LONGEST else None


def _exchanged(read: Text, world: World) -> Leaning | None:
    """Return "remplace jeudi par vendredi": both sides name a thing of the same sort, and nothing more is said."""
    for gone, come in exchanges(read):
        out, named = _named(marks_of(gone, world)), _named(marks_of(come, world))
        more = any(_has_more(side.plain, marks_of(side, world)) for side in (gone, come))
        if out and named and named.sorts and (out.sorts & named.sorts or not gone.plain.strip()) and not more:
            return Leaning(Turn.INSTEAD, named, out, Do.BOOK, plain=read.plain)
    return None


def _second_thought(read: Text, world: World) -> Leaning | None:
    """Return "je me suis trompée, c'est jeudi" (in its place) and "j'ai oublié jeudi" (besides)."""
    for told, turn in ((SLIPPED, Turn.INSTEAD), (FORGOT, Turn.COPY)):
        said = told.search(read.plain)
        if said is None:
            continue
        rest = replace(read, plain=read.plain[: said.start()] + " " * len(said.group()) + read.plain[said.end() :])
        leaning = _marked(rest, world) or _plainly(rest, world)
        if leaning and leaning.turn in (Turn.COPY, Turn.INSTEAD) and leaning.named.sorts:
            return replace(leaning, turn=turn, loose=True)
    return None


def _plainly(read: Text, world: World) -> Leaning | None:
    """Return a sentence that only names something."""
    marks = marks_of(read, world)
    named = None if _has_more(read.plain, marks) else _named(marks)
    is_mere = not any(isinstance(m, (Verb, Why)) or (isinstance(m, Sign) and m.cue not in _MERE) for m in marks)
    return Leaning(Turn.COPY, named, plain=read.plain) if named and is_mere and not _excepts(named) else None


def _excepts(named: Named) -> bool:
    return named.days is not None and bool(named.days.excepts)


def _marked(read: Text, world: World) -> Leaning | None:
    marks = marks_of(read, world)
    verbs = [m for m in marks if isinstance(m, Verb) and m.force is not Force.NOUN]
    if any(isinstance(m, Why) for m in marks) or len(verbs) > 1 or _has_more(read.plain, marks):
        return None
    return _turned(read.plain, marks, verbs[0] if verbs else None)


def _has_more(plain: str, marks: Iterable[Mark]) -> bool:
    """Say whether words are left beside the marks and the glue."""
    letters = list(plain)
    for mark in marks:
        letters[mark.start : mark.end] = " " * (mark.end - mark.start)
    return re.search(r"[a-z0-9¤]", words.GLUE.sub(" ", "".join(letters))) is not None


def _turned(plain: str, marks: Sequence[Mark], verb: Verb | None) -> Leaning | None:
    inside, outside = _sides(plain, marks)
    named, out = _named(inside), _named(outside)
    if named is None or out is None:
        return None
    if named.days and named.days.excepts and words.YES.search(plain):  # "c'est bon pour vendredi mais pas jeudi"
        excepted = Days(named.days.start, named.days.end, bases=named.days.excepts)
        named, out = replace(named, days=replace(named.days, excepts=())), replace(out, days=out.days or excepted)
    if points_back(out.days) and words.TOO.search(plain):  # "Séverine aussi, mais pas le même jour : jeudi"
        out = replace(out, days=None)
    if len(named.sorts | out.sorts) == len((Ask.CHILD, Ask.ACTIVITY, Ask.DATE)) and not points_back(named.days):
        return None  # it says all by itself
    if verb and not (verb.move or verb.do in (Do.BOOK, Do.CANCEL) or words.TOO.search(plain)):
        return None  # "absent" says more, but in "Luka aussi sera absent"
    base = Leaning(
        Turn.COPY, named, out, verb.do if verb else None, plain=plain,
        whole=words.WHOLE.search(plain) is not None, also=words.ALSO.search(plain) is not None,
        yes=words.YES.search(plain) is not None,
    )  # fmt: skip
    if (verb and verb.do is Do.CANCEL) or words.NOR.search(plain):
        return _taking(base) if not out.sorts and named.sorts else None
    if (verb is None or verb.do is Do.BOOK) and (undoing := _undoing(base, plain)):
        return undoing
    return _against(base, plain) if out.sorts and not base.whole else _wanting(base, plain, verb)


def _undoing(base: Leaning, plain: str) -> Leaning | None:
    """Return "remets mardi" and "seulement jeudi"."""
    if base.out.sorts:
        return None
    if base.do is Do.BOOK and words.AGAIN.search(plain):
        return replace(base, again=True)
    if base.named.sorts and base.do in (None, Do.BOOK) and words.KEEPS.search(plain) and not words.ONLY.search(plain):
        return replace(base, again=True, loose=True)
    only = base.named.sorts and not (base.whole or base.also) and words.ONLY.search(plain)
    return replace(base, turn=Turn.INSTEAD, only=True) if only else None


def _wanting(base: Leaning, plain: str, verb: Verb | None) -> Leaning | None:
    """Return what is wanted in place of what was said, or besides."""
    named = base.named.sorts
    rather = words.RATHER.search(plain) is not None or (words.RATHER_AT_THE_END.search(plain) and not base.also)
    rather = rather and not words.TOO.search(plain)  # not "finalement mardi aussi"
    if verb and verb.move and _lasts(base.named.days):
        return None  # "décalez de trois jours"
    if (rather or (verb and verb.move)) and not base.whole:
        return replace(base, turn=Turn.INSTEAD) if named else None
    adds = verb is not None and words.ADDS.search(plain) is not None
    if base.whole or (named and (base.also or adds or points_back(base.named.days))):
        return base
    confirms = base.yes and named and verb is None and "?" not in plain
    return replace(base, confirms=True, loose=True) if confirms else None


def _lasts(days: Days | None) -> bool:
    """Say whether it tells how long something lasts, or by how much it is put off."""
    return days is not None and any(w.sort is Sort.LASTING for w in days.frames)


def _taking(base: Leaning) -> Leaning:
    return replace(base, turn=Turn.TAKE_BACK, named=Named(), out=base.named)


def _against(base: Leaning, plain: str) -> Leaning | None:
    """Tell "pas jeudi mais vendredi" (one in place of the other) from "pas jeudi pour Victor" (both say which)."""
    if "?" in plain:
        return None
    if base.named.sorts & base.out.sorts:
        return replace(base, turn=Turn.INSTEAD)
    named, out = base.named, base.out
    both = Named(
        named.whos or out.whos, named.acts or out.acts, named.hours or out.hours, named.days or out.days
    )  # fmt: skip
    return replace(base, turn=Turn.TAKE_BACK, named=Named(), out=both)


def _sides(plain: str, marks: Sequence[Mark]) -> tuple[list[Mark], list[Mark]]:
    """Part what is wanted from what is not: that stands after "pas" or "au lieu de", until "mais" or "c'est"."""
    if judged := by_yes_and_no(plain, [m for m in marks if not isinstance(m, Sign)]):
        return judged
    wanted, unwanted, refusing = list[Mark](), list[Mark](), False
    for mark in marks:
        if not isinstance(mark, Sign):
            (unwanted if refusing else wanted).append(mark)
        elif mark.cue in (Cue.NOT, Cue.NOT_BUT, Cue.EXCEPT, Cue.INSTEAD):
            if plain[mark.start : mark.end] in ("non", "nan") and not wanted:
                continue  # "non, vendredi": it only answers
            refusing = True
        elif mark.cue in (Cue.BUT, Cue.SLIP, Cue.STOP, Cue.BREAK, Cue.IS) and unwanted:
            refusing = False
    if refusing and wanted and not unwanted:  # "jeudi non"
        return [], wanted
    return wanted, unwanted


def _named(marks: Iterable[Mark]) -> Named | None:
    """Gather what is named; None when days or children are named in two places: each may be meant otherwise."""
    marks = list(marks)
    days = [m for m in marks if isinstance(m, Days)]
    kinds = [kind for kind, _ in groupby(type(m) for m in marks)]
    if len(days) > 1 or kinds.count(Who) > 1:
        return None
    acts = tuple(m for m in marks if isinstance(m, Act))
    hours = tuple(m for m in marks if isinstance(m, Hour))
    return Named(tuple(m for m in marks if isinstance(m, Who)), acts, hours, days[0] if days else None)
