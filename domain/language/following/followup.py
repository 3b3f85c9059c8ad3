"""What a sentence means that leans on the last request: lines to add, lines to take back, or what must be asked.

Pure: the last request, what of it is in effect, the words and the day go in; the services only apply what comes out.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Final

from domain.language.following.parts import Together, parts_of
from domain.language.following.relative import mean
from domain.language.leaning.answers import own_words
from domain.language.leaning.leaning import bare, lean
from domain.language.leaning.meant import Leaning
from domain.language.leaning.referring import points_back, referred, within
from domain.language.leaning.second_thoughts import is_slip
from domain.language.message.trim import masked
from domain.language.notions.when import Days, Reach, Scene, Sort, When
from domain.language.sentences.sentences import World, marks_of
from domain.language.understand import NO_HINTS, understand
from domain.language.writing.spelling import corrected
from domain.language.writing.text import Text
from domain.model.family import Family
from domain.model.following import FollowUp, Said, Standing, Turn
from domain.model.structure import Structure
from domain.model.wish import Ask, Command, Hints, Understanding

#: After a request of family durand (rousseau, billard) on Monday 3 March 2025, what a follow-up adds (+) and takes
#: back (-); "?" is what it asks, "!" what it lacks. A test runs them.
EXAMPLES: Final = (
    ("inscrire Victor midi mardi", "pareil pour Séverine", "+Séverine MIDI 04"),
    ("inscrire Victor midi mardi", "la même chose la semaine prochaine", "+Victor MIDI 11"),
    ("inscrire Victor midi mardi 11", "la même chose la semaine prochaine", "+Victor MIDI 18"),
    ("inscrire Victor midi mardi 18", "la même chose la semaine prochaine", "?date"),
    ("inscrire Victor midi mardi et jeudi", "sauf jeudi", "-Victor MIDI 06"),
    ("inscrire Victor midi mardi et jeudi", "enlève mardi", "-Victor MIDI 04"),
    ("inscrire Victor midi mardi", "plutôt vendredi", "-Victor MIDI 04 +Victor MIDI 07"),
    ("inscrire Victor midi mardi et jeudi", "plutôt vendredi", "?date"),
    ("inscrire Victor midi mardi et jeudi", "pas jeudi mais vendredi", "-Victor MIDI 06 +Victor MIDI 07"),
    ("inscrire Victor midi le 11 et le 13", "oui mais pas le 13", "-Victor MIDI 13 validate"),
    ("inscrire Victor midi mardi", "et le matin aussi", "+Victor MATIN 04"),
    ("inscrire Victor midi mardi", "et le soir ?", "?activity"),
    ("inscrire Victor midi mardi", "et mercredi", "?activity"),
    ("inscrire Victor midi mardi", "plutôt Séverine", "-Victor MIDI 04 +Séverine MIDI 04"),
    ("inscrire Victor midi et goûter mardi", "sans le goûter", "-Victor GOUTER 04"),
    ("inscrire Victor midi mardi", "pareil pour Tom", "?child"),
    ("inscrire Victor midi mardi", "annule ma dernière demande", "whole"),
    ("inscrire Victor midi mardi et jeudi", "seulement jeudi", "-Victor MIDI 04"),
    ("inscrire Victor midi mardi", "seulement jeudi", "-Victor MIDI 04 +Victor MIDI 06"),
    ("inscrire les deux midi mardi", "uniquement Victor", "-Séverine MIDI 04"),
    ("inscrire les deux midi mardi et jeudi", "seulement jeudi pour Victor", "-Victor MIDI 04"),
    ("inscrire Victor midi et goûter mardi", "juste le midi finalement", "-Victor GOUTER 04"),
    (
        "inscrire Victor midi tous les mardis de mars",
        "seulement le 11",
        "-Victor MIDI 04 -Victor MIDI 18 -Victor MIDI 25",
    ),
    ("inscrire Victor midi mardi et jeudi", "enlève tout", "-Victor MIDI 04 -Victor MIDI 06"),
    ("inscrire Victor midi mardi et jeudi", "finalement annulez tout svp", "-Victor MIDI 04 -Victor MIDI 06"),
    ("inscrire Victor midi mardi et jeudi", "annule tout mardi", "-Victor MIDI 04"),
    ("inscrire Victor midi mardi", "remets jeudi", "+Victor MIDI 06"),
    ("inscrire Victor midi mardi", "et le goûter le même jour", "+Victor GOUTER 04"),
    ("inscrire Victor midi mardi et jeudi", "le goûter aussi ces jours-là", "+Victor GOUTER 04 +Victor GOUTER 06"),
    ("inscrire Victor midi mardi et jeudi", "remplace jeudi par vendredi", "-Victor MIDI 06 +Victor MIDI 07"),
    ("inscrire Victor midi mardi", "c'est pas mardi c'est jeudi", "-Victor MIDI 04 +Victor MIDI 06"),
    ("inscrire Victor midi mardi", "je me suis trompée, c'est Séverine", "-Victor MIDI 04 +Séverine MIDI 04"),
    ("inscrire Victor midi mardi", "oups j'ai oublié jeudi", "+Victor MIDI 06"),
    ("annuler la cantine de Victor mardi", "en fait si", "-Victor MIDI 04"),
    ("inscrire Victor midi mardi", "et Séverine pareil, plus le goûter jeudi", "+Séverine MIDI 04 +Séverine GOUTER 06"),
    ("inscrire Victor midi mardi et jeudi", "enlève mardi et ajoute vendredi", "-Victor MIDI 04 +Victor MIDI 07"),
    ("inscrire les deux midi mardi et jeudi", "Séverine seulement jeudi", "-Séverine MIDI 04"),
    ("inscrire les deux midi mardi et jeudi", "seulement Victor jeudi", "-Séverine MIDI 06"),
    ("inscrire Victor midi du 4 au 7", "à partir de jeudi en fait", "-Victor MIDI 04"),
    ("inscrire Victor midi mardi et jeudi", "et jusqu'au 14", "+Victor MIDI 11 +Victor MIDI 13"),
    ("inscrire Victor midi mardi", "pas mardi, jeudi", "-Victor MIDI 04 +Victor MIDI 06"),
    ("inscrire Victor midi mardi", "décalez d'une semaine", "-Victor MIDI 04 +Victor MIDI 11"),
    ("inscrire Victor midi mardi", "retire ça", "-Victor MIDI 04"),
    ("inscrire Victor midi mardi", "ok pour mardi", "validate"),
    ("inscrire Victor midi mardi et jeudi", "garde que le premier", "-Victor MIDI 06"),
    ("", "j'ai oublié le goûter", "alone"),
    ("", "pareil pour Séverine et ajoute le goûter jeudi", "!activity !date"),
    ("", "enlève tout", "alone"),
    ("", "remets mardi", "alone"),
    ("", "pareil pour Séverine", "!activity !date"),
    ("", "plutôt vendredi", "!child !activity"),
)


def follow_up(  # noqa: PLR0913 - the contract of the room
    text: str,
    *,
    said: Said | None,
    standing: Standing,
    family: Family,
    structure: Structure,
    now: datetime,
    subject: str = "",
    hints: Hints = NO_HINTS,
) -> FollowUp | None:
    """Return what `text`, received at `now` (aware), means after `said`; None when it stands for itself."""
    world = _world(family, structure, now, hints)
    if found := _in_parts(text, said, standing, world, now):
        return found
    leaning = lean(text, world)
    if leaning is not None and leaning.turn is Turn.LAST:
        return FollowUp(Turn.LAST, whole=True)
    alone = understand(text, family=family, structure=structure, now=now, subject=subject)
    slipped = _slipped(text, alone, said, standing) if _is_complete(alone) else None
    if leaning is None or slipped is not None:
        return slipped
    stands = _is_complete(alone) and _is_weak(leaning) and not leaning.also and not _refers(leaning, said)
    if alone.command not in (None, Command.HUMAN, Command.GREET) or stands:
        return None
    meant = _mean(leaning, said, standing, world)
    return None if meant.missing and _may_be_else(leaning, said, alone) else meant


def _may_be_else(leaning: Leaning, said: Said | None, alone: Understanding) -> bool:
    """Say whether a sentence that fits nothing of the request may be none about it, or must be asked how it is."""
    asks_which = leaning.only and said is not None and bool(said.wishes)
    return leaning.loose or asks_which or _can_stand_alone(alone, leaning)


def _slipped(text: str, alone: Understanding, said: Said | None, standing: Standing) -> FollowUp | None:
    """Return what "pardon, c'est vendredi qu'elle ne mange pas" puts in the place of the last sentence.

    It is a request like that one, but for the days.
    """
    last = said.last if said else ()
    alike = [{(w.do, w.child, w.activity) for w in wishes} for wishes in (last, alone.wishes)]
    if said is None or not last or alike[0] != alike[1] or not is_slip(text):
        return None
    gone = tuple(w for w in last if w in standing.cart and w not in alone.wishes)
    then = said.without(last).with_added(alone.wishes, text)
    add = tuple(w for w in alone.wishes if w not in last)
    return FollowUp(Turn.INSTEAD, add=add, take_back=gone, reason=alone.reason, then=then) if gone else None


def is_bare(text: str, *, family: Family, structure: Structure, now: datetime) -> bool:
    """Say whether `text` only names things, and is no request by itself."""
    leaning = bare(text, _world(family, structure, now, NO_HINTS))
    if leaning is None or not leaning.named.sorts:
        return False
    alone = understand(text, family=family, structure=structure, now=now)
    return not alone.wishes and alone.command in (None, Command.HUMAN)


def may_be_either(  # noqa: PLR0913 - the contract of the room
    text: str, *, said: Said, standing: Standing, family: Family, structure: Structure, now: datetime
) -> bool:
    """Say whether a bare `text` ("mardi") may mean something besides `said` as well as in its place."""
    world = _world(family, structure, now, NO_HINTS)
    leaning = bare(text, world)
    if leaning is None:
        return False
    plans = [_mean(replace(leaning, turn=turn), said, standing, world) for turn in (Turn.COPY, Turn.INSTEAD)]
    also, instead = plans
    return bool(also.add or also.questions) and bool(instead.take_back or instead.questions)


def besides(text: str) -> str:
    """Return a bare text as a request for more."""
    return f"et {text} aussi"


def in_its_place(text: str) -> str:
    """Return a bare text as a request in the place of the last one."""
    return f"plutôt {text}"


def leans(text: str, *, family: Family, structure: Structure, now: datetime) -> bool:
    """Say whether `text` has the form of a follow-up, so that it is worth looking up what it may lean on."""
    world = _world(family, structure, now, NO_HINTS)
    leaning = any(lean(said, world) is not None for said in (text, *parts_of(text, family)[:1]))
    return leaning or is_slip(own_words(text, family))


def _in_parts(text: str, said: Said | None, standing: Standing, world: World, now: datetime) -> FollowUp | None:
    """Return what several sentences mean together, or that "pareil" leans on nothing, whatever is said after it."""
    parts = parts_of(text, world.family)
    head = lean(parts[0], world) if parts else None
    if head is None:
        return None
    alone = partial(understand, family=world.family, structure=world.structure, now=now)
    both = Together(world, said, standing, partial(_mean, world=world), alone).after(parts)
    return _mean(head, said, standing, world) if both is None and head.whole and not (said and said.wishes) else both


def _mean(leaning: Leaning, said: Said | None, standing: Standing, world: World) -> FollowUp:
    return mean(_referred(leaning, said, world), said, standing, world)


def _world(family: Family, structure: Structure, now: datetime, hints: Hints) -> World:
    return World(family, structure, Scene(structure.local(now).date(), structure.year, schooled=True), hints)


def _is_complete(alone: Understanding) -> bool:
    return bool(alone.wishes) and not alone.questions


def _is_weak(leaning: Leaning) -> bool:
    """Say whether a verb of its own is all that makes it lean: "enlève mardi", "ajoute le matin"."""
    return leaning.do is not None and not leaning.whole and leaning.turn is not Turn.INSTEAD


def _refers(leaning: Leaning, said: Said | None) -> bool:
    """Say whether its days are some of the request's: "ajoute le goûter le mardi et le jeudi" of that week."""
    days = {wish.day for wish in said.wishes} if said else set[date]()
    return points_back(leaning.named.days) or referred(leaning.named.days, days) != leaning.named.days


def _period(said: Said, world: World) -> tuple[When, ...]:
    """Return the one long period that the request's words named ("tous les lundis d'avril", "jusqu'aux vacances")."""
    found = {
        frame
        for line in said.words
        for mark in marks_of(corrected(masked(Text.of(own_words(line, world.family)))), world)
        if isinstance(mark, Days)
        for frame in mark.frames
        if frame.reach is Reach.LONG or frame.sort is Sort.UNTIL
    }
    return tuple(found) if len(found) == 1 else ()


def _referred(leaning: Leaning, said: Said | None, world: World) -> Leaning:
    """Put the days of what was said last in place of "le même jour"; of all of it, where all of it is meant."""
    lines = (said.wishes if leaning.whole else said.last) if said else ()
    days = {wish.day for wish in lines}
    named, out = leaning.named, leaning.out
    period = _period(said, world) if said else ()
    return replace(
        leaning,
        named=replace(named, days=within(referred(named.days, days), period)),
        out=replace(out, days=referred(out.days, days)) if points_back(out.days) else out,
    )


def _can_stand_alone(alone: Understanding, leaning: Leaning) -> bool:
    """Say whether a sentence with nothing to lean on means something by itself, or can be completed by an answer."""
    if _is_complete(alone):
        return True
    says_what_to_do = leaning.turn is Turn.TAKE_BACK or leaning.out.sorts or leaning.do
    return bool(says_what_to_do and alone.questions and Ask.ACTION not in alone.ask and not leaning.yes)
