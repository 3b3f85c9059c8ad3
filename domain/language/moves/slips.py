"""Slips of the tongue: "jeudi, pardon, vendredi", "non, l'inverse : …", "plutôt lundi", "ah non, oubliez !"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Who
from domain.language.notions.propositions import Link
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import Days
from domain.model.wish import Do

_TWO: Final = 2
#: A sentence that opens with it corrects the demand before it.
_RATHER: Final = Expression(r"\W*plutot\b")
_NOT: Final = Expression(r"\b(?:pas|plus)\b")
#: Takes back all that was asked before it, when it names nothing itself.
_FORGET: Final = Expression(
    r"\W*(?:(?:ah|euh|oh|bon|non|finalement|en fait|attendez|attends|desolee?|pardon|bref|donc|du coup|alors)\W+)*"
    r"(?:oubliez?|laissez? tomber|ne faites rien|ne changez rien|on ne change rien|n'en tenez pas compte"
    r"|(?:finalement|en fait),? (?:c'est )?non|non,? finalement"
    r"|ne tenez pas compte de (?:ce|mon) (?:message|mail|que je viens [\w ']+)|fausse alerte|non rien|rien du tout"
    r"|oubliez? (?:ca|tout|ce que je viens de dire|ce message|mon message|ma demande))"
    r"(?:\W+(?:svp|merci|ca|laissez?|tant pis|tout|finalement|pardon|desolee?|ce message|mon message|ma demande"
    r"|du coup))*\W*"
)


def without_slips(plain: str, said: list[Statement]) -> list[Statement]:
    """Let what follows "pardon" replace what it corrects, slot by slot, and drop what is taken back altogether."""
    kept = list[Statement]()
    for s in said:
        if _takes_back(plain, s) and not _calls_off(s, kept):
            _forget(_of_those(s, kept))
            continue
        if s.prop.link is Link.SLIP and _equates_days(s):
            continue  # "demain … non demain c'est mercredi"
        if kept and _is_instead(plain, kept[-1], s):
            s.prop.link = Link.BUT
        if kept and s.prop.link is Link.SLIP and kept[-1].booked and kept[-1].mood is Mood.TOLD:
            s.prop.link = Link.BUT  # "j'ai écrit le 18, je voulais dire le 20"
        if kept and _excepts_instead(plain, kept[-1], s):
            continue
        before = _corrected(plain, kept, s)
        before = _heading_of(before, kept, s) or _farther(plain, before, kept, s) or before
        if before is not None and same_kind(before, s) and (_is_hers(before, s) or _replace(before, s)):
            continue
        kept.append(s)
    return kept


_PARDON: Final = Expression(r"\b(?:pardon|oups|euh|non|erreur|plutot|je voulais dire)\b")


def _excepts_instead(plain: str, before: Statement, s: Statement) -> bool:
    """Correct "cette semaine sauf jeudi, pardon, sauf vendredi"; say whether it was that."""
    old, new = before.items[-1].days, s.items[0].days
    slip = s.prop.link is Link.EXCEPT and _PARDON.search(plain, before.prop.end, s.prop.start) is not None
    if not slip or old is None or not old.excepts or new is None or len(s.prop.slots) > 1:
        return False
    before.items[-1].days = replace(old, excepts=(*old.excepts[:-1], *new.bases))
    return True


def _corrected(plain: str, kept: list[Statement], s: Statement) -> Statement | None:
    """Return what `s` corrects: what stands before "pardon", or the demand before a sentence with "plutôt"."""
    if not kept or s.mood is Mood.REFUSED:
        return None
    demand = kept[-1].mood is Mood.FRAME and kept[-1].do is Do.BOOK and kept[-1].prop.sentence == s.prop.sentence
    opens = s.prop.opens or (demand and s.prop.link is Link.BUT)  # "…. Enfin non, mettez-le plutôt vendredi"
    rather = opens and s.mood in (Mood.BARE, Mood.ASKED) and _RATHER.match(plain, s.prop.start) is not None
    if rather:
        asked = [
            o
            for o in (kept[:-1] if demand else kept)
            if o.mood is not Mood.TOLD and not (o.mood is Mood.FRAME and o.prop.link is Link.SLIP)
        ]
        last = asked[-1] if asked else None
        return last if last and last.mood in (Mood.BARE, Mood.ASKED, Mood.STATED) and last.do is not Do.CANCEL else None
    asides = [o for o in kept if o.prop.slots or o.mood is not Mood.TOLD]
    return (
        (asides or kept)[-1] if s.prop.link is Link.SLIP and not s.prop.same else None
    )  # "mardi… attends je regarde… non jeudi"


def _heading_of(before: Statement | None, kept: list[Statement], s: Statement) -> Statement | None:
    """Return the heading whose day it corrects: "pour jeudi : cantine pour JB, pardon vendredi"."""
    if before is None or before.prop.link is not Link.COLON or before.prop.says_when:
        return None
    n = next(i for i, o in enumerate(kept) if o is before)
    dated = bool(s.prop.slots) and all(isinstance(x, Days) and x.bases for x in s.prop.slots)
    return kept[n - 1] if n and dated and kept[n - 1].prop.heads and kept[n - 1].prop.says_when else None


#: Says itself that it sets something right, unlike "pardon de prévenir si tard".
_RECTIFIES: Final = Expression(
    r"\W*(?:et |donc |mais )?(?:je (?:rectifie|corrige|reprends)|correction|rectificat\w+|erratum)\b"
)


def _farther(plain: str, before: Statement | None, kept: list[Statement], s: Statement) -> Statement | None:
    """Return what a sentence corrects that stands before the last one: "… jeudi. À la cantine. Je rectifie : lundi"."""
    if before is None or same_kind(before, s) or before.prop.sentence == s.prop.sentence or not s.prop.says_when:
        return None
    if not _RECTIFIES.match(plain, s.prop.start):
        return None
    spoken = (o for o in reversed(kept[-4:]) if o.mood in (Mood.BARE, Mood.ASKED, Mood.STATED) and o is not before)
    return next((o for o in spoken if same_kind(o, s)), None)


def _is_instead(plain: str, before: Statement, s: Statement) -> bool:
    """Say whether it is another day for what is off: "Zoé ne mange pas demain, plutôt vendredi"."""
    negative = before.prop.negative or _NOT.search(plain, before.prop.start, before.prop.end) is not None
    stated = before.mood is Mood.REFUSED or (before.mood is Mood.STATED and before.do is Do.CANCEL)
    off = negative and stated and before.prop.says_when
    slip = s.prop.link is Link.SLIP and s.mood is Mood.BARE and s.prop.says_when
    return off and slip and _RATHER.search(plain, s.prop.start, s.prop.end) is not None


def _takes_back(plain: str, s: Statement) -> bool:
    """Say whether it is a sentence like "Oubliez !", which names nothing."""
    return not s.prop.slots and _FORGET.fullmatch(plain, s.prop.start, s.prop.end) is not None


def _calls_off(s: Statement, kept: list[Statement]) -> bool:
    """Say whether what is booked is called off: "on avait prévu le créatif ce soir, laissez tomber"."""
    booked = bool(kept) and kept[-1].booked and kept[-1].prop.says_what and kept[-1].prop.says_when
    return booked and s.do is Do.CANCEL and s.prop.sentence == kept[-1].prop.sentence


def _of_those(s: Statement, kept: list[Statement]) -> list[Statement]:
    """Return what it takes back: "pour Séverine, on ne change rien" nothing of what is asked for others."""
    topic = kept[-1] if kept and kept[-1].prop.sentence == s.prop.sentence else None
    named = topic is not None and bool(topic.prop.slots) and all(isinstance(x, Who) for x in topic.prop.slots)
    return kept[-1:] if named else kept


def _forget(kept: list[Statement]) -> None:
    for s in kept:
        s.mood = Mood.CONTEXT


def _equates_days(s: Statement) -> bool:
    days = [x for x in s.prop.slots if isinstance(x, Days)]
    return s.prop.equates and len(days) == len(s.prop.slots) == _TWO


def same_kind(before: Statement, s: Statement) -> bool:
    """Say whether something of the same sort was said before: "pour vendredi euh Léah le matin" corrects nothing."""
    old, new = before.items[-1], s.items[0]
    dated = bool(old.days and old.days.bases), bool(new.days and new.days.bases)
    pairs = ((old.whos, new.whos), (old.says_what, new.says_what), dated)
    return not s.prop.slots or any(one and other for one, other in pairs)


def _is_hers(ill: Statement, s: Statement) -> bool:
    """Give an illness to the child whose it is ("Luka a la gastro, pardon, Zoé, qui ne viendra pas"), and say so."""
    away = s.mood in (Mood.ASKED, Mood.STATED) and s.do is not Do.BOOK
    old, new = ill.items[-1], s.items[0]
    hers = ill.mood is Mood.ILL and bool(new.whos) and away
    if hers:
        old.whos, old.days = new.whos, new.days or old.days
    return hers


def _replace(before: Statement, s: Statement) -> bool:
    """Correct the last item of `before` by what `s` names; say whether `s` has nothing left to say itself."""
    old, new = before.items[-1], s.items[0]
    if not s.prop.slots:
        return not s.prop.predicate
    if s.mood in (Mood.ASKED, Mood.STATED) and s.do is not (before.do or Do.BOOK):
        return False
    if _says_all_again(before, s):
        whos, days = list(old.whos), [i.days for i in before.items]
        before.items = list(s.items)
        for item, day in zip(before.items, days, strict=True):
            item.whos, item.days = item.whos or whos, item.days or day
        return True
    if new.whos:
        old.whos = [*old.whos[:-1], *new.whos] if len(old.whos) > 1 else new.whos
    if new.acts or new.hours:
        old.acts, old.hours = new.acts, new.hours
        before.prop.same &= not (before.prop.same and new.whos)  # "Luka pareil. Ah non, Luka que l'après-midi"
    if new.days and old.days:
        kept = old.days.bases[:-1] if len(old.days.bases) > 1 and len(new.days.bases) == 1 else ()
        old.days = replace(new.days, bases=(*kept, *new.days.bases), frames=(*old.days.frames, *new.days.frames))
    elif new.days:
        old.days = new.days
    before.items += s.items[1:]
    if before.mood is Mood.BARE and s.mood in (Mood.ASKED, Mood.STATED):
        before.mood, before.do = s.mood, s.do  # "mardi, non pardon jeudi, à la cantine inscrivez Ilyès"
        before.prop.verbs += s.prop.verbs
    return True


def _says_all_again(before: Statement, s: Statement) -> bool:
    """Say whether a list is said again from its beginning: "midi jeudi et goûter vendredi, non, l'inverse : …"."""
    complete = all(i.says_what and i.days is not None for i in before.items) and all(i.says_what for i in s.items)
    dated = all(i.days is not None for i in s.items)
    same = not s.prop.says_when and all(i.names for i in s.items)  # "… l'inverse : JB le midi et Anne-Lise le matin"
    same &= sorted(map(sorted, (i.names for i in s.items))) == sorted(map(sorted, (i.names for i in before.items)))
    return complete and (dated or same) and len(before.items) == len(s.items) >= _TWO


def is_opposed(s: Statement, near: Statement) -> bool:
    """Say whether "mardi non" stands against what is to be called off: "annulation : lundi oui, mardi non"."""
    yes = near.prop.yes and near.do is Do.CANCEL and near.mood is Mood.BARE and near.prop.sentence == s.prop.sentence
    return yes and s.mood is Mood.REFUSED and not s.prop.verbs
