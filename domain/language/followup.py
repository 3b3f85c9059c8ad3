"""What a sentence means that leans on the last request: lines to add, lines to take back, or what must be asked.

Pure: the last request, what of it is in effect, the words and the day go in; the services only apply what comes out.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from domain.language.leaning import Leaning, lean
from domain.language.relative import mean
from domain.language.sentences import World
from domain.language.understand import NO_HINTS, understand
from domain.language.when import Scene
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
    leaning = lean(text, world)
    if leaning is None or leaning.turn is Turn.LAST:
        return FollowUp(Turn.LAST, whole=True) if leaning else None
    alone = understand(text, family=family, structure=structure, now=now, subject=subject)
    if alone.command not in (None, Command.HUMAN) or (_is_complete(alone) and _is_weak(leaning) and not leaning.also):
        return None
    meant = mean(leaning, said, standing, world)
    return None if meant.missing and _can_stand_alone(alone, leaning) else meant


def leans(text: str, *, family: Family, structure: Structure, now: datetime) -> bool:
    """Say whether `text` has the form of a follow-up, so that it is worth looking up what it may lean on."""
    return lean(text, _world(family, structure, now, NO_HINTS)) is not None


def _world(family: Family, structure: Structure, now: datetime, hints: Hints) -> World:
    return World(family, structure, Scene(structure.local(now).date(), structure.year, schooled=True), hints)


def _is_complete(alone: Understanding) -> bool:
    return bool(alone.wishes) and not alone.questions


def _is_weak(leaning: Leaning) -> bool:
    """Say whether a verb of its own is all that makes it lean: "enlève mardi", "ajoute le matin"."""
    return leaning.do is not None and not leaning.whole and leaning.turn is not Turn.INSTEAD


def _can_stand_alone(alone: Understanding, leaning: Leaning) -> bool:
    """Say whether a sentence with nothing to lean on means something by itself, or can be completed by an answer."""
    if _is_complete(alone):
        return True
    says_what_to_do = leaning.turn is Turn.TAKE_BACK or leaning.out.sorts or leaning.do
    return bool(says_what_to_do and alone.questions and Ask.ACTION not in alone.ask and not leaning.yes)
