"""Follow-ups: what they may lean on is looked up, the language says what they mean, and it is done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from domain.language.activities.changed_hours import tells_hour
from domain.language.following.followup import follow_up, is_bare, leans
from domain.language.following.followup import may_be_either as may_mean_either
from domain.language.leaning.answers import gives_up, own_words
from domain.letters import labels
from domain.letters.catalogue.guidance import FollowUpLost, FollowUpRecalled
from domain.letters.catalogue.letter import Letter
from domain.letters.items import Item, hours_of
from domain.model.activity import WHOLE_DAY
from domain.model.following import FollowUp, Said, Standing, Turn
from domain.model.state import State
from domain.model.wish import ANY_ACTIVITY, Do, Wish
from domain.services import cart, memory
from domain.services.memory import Change
from domain.services.questions import Sentence
from domain.services.turn import Parent
from domain.store import queries

#: What the family can still take back by itself.
_TAKEABLE: Final = (State.REQUESTED, State.WAITLISTED, State.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Meant:
    """A follow-up, and the request that it leans on; `stale` says that this one is too old, so it is asked first."""

    follow_up: FollowUp
    said: Said | None
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Effects:
    """What was done before new lines are put into the cart, and what their answer tells besides."""

    removed: tuple[Item, ...] = ()
    withdrawn: tuple[Item, ...] = ()
    closed: tuple[date, ...] = ()
    replacing: bool = False
    then: Said | None = None
    change: Change | None = None
    above: Letter | None = None


def meant(parent: Parent, sentence: Sentence) -> Meant | None:
    """Return what `sentence` means as a follow-up; None when it stands for itself."""
    turn = parent.turn
    if sentence.answered and not sentence.leans:
        return None
    if tells_hour(sentence.text, parent.family, turn.structure):
        return None  # "finalement je récupère Luka à 18h" stands for itself
    if not is_leaning(parent, sentence.text):
        return None
    said = sentence.said if sentence.leans else memory.recall(parent, sentence.received_at)
    found = _after(parent, sentence, said)
    if found is None or not found.missing or sentence.leans:
        return Meant(found, said) if found is not None else None
    earlier = memory.stale(parent, sentence.received_at)
    would = _after(parent, sentence, earlier) if earlier is not None else None
    return Meant(found, said) if would is None or would.missing else Meant(would, earlier, stale=True)


def _after(parent: Parent, sentence: Sentence, said: Said | None) -> FollowUp | None:
    return follow_up(
        sentence.text,
        said=said,
        standing=_standing(parent, said),
        family=parent.family,
        structure=parent.turn.structure,
        now=sentence.received_at,
        subject=sentence.subject,
        hints=sentence.hints,
    )


def may_be_either(parent: Parent, sentence: Sentence) -> bool:
    """Say whether "mardi" alone may mean more of the last request as well as something in its place."""
    family, structure, now = parent.family, parent.turn.structure, sentence.received_at
    if sentence.answered or not is_bare(sentence.text, family=family, structure=structure, now=now):
        return False
    said = memory.recall(parent, now)
    if said is None or not said.wishes:
        return False
    standing = _standing(parent, said)
    return may_mean_either(sentence.text, said=said, standing=standing, family=family, structure=structure, now=now)


def given_up(parent: Parent, sentence: Sentence) -> Meant | None:
    """Return the taking back of the last request, as far as the cart has it, for "non laisse tomber"."""
    if not gives_up(own_words(sentence.text, parent.family)):
        return None
    said = memory.recall(parent, sentence.received_at)
    own = tuple(wish for wish in _standing(parent, None).cart if wish in said.wishes) if said is not None else ()
    if not own or said is None:
        return None
    return Meant(FollowUp(Turn.TAKE_BACK, take_back=own, then=replace(said.without(own), taking=True)), said)


def is_leaning(parent: Parent, text: str) -> bool:
    """Say whether `text` has the form of a follow-up."""
    return leans(text, family=parent.family, structure=parent.turn.structure, now=parent.turn.asked_at)


def lost(parent: Parent, found: Meant, at: datetime) -> FollowUpLost:
    """Say what a follow-up lacks: nothing to lean on, nothing that fits, or no certain meaning."""
    expired = memory.expired_since(parent, at)
    asked = found.said is not None and bool(found.said.wishes)
    why = "expired" if expired is not None else "none"
    if found.follow_up.turn is Turn.TAKE_BACK and (asked or cart.present(parent)):
        why = "nothing"
    elif found.said is not None:
        why = "unclear"
    names = found.follow_up.names
    return FollowUpLost(
        why=why,
        since=parent.turn.structure.local(expired) if expired is not None and why == "expired" else None,
        missing=tuple(ask.value for ask in found.follow_up.missing),
        example_child=names[0] if names else labels.example_child(parent.family),
        taking=found.follow_up.turn is Turn.TAKE_BACK,
    )


def recalled(parent: Parent, found: Meant, at: datetime) -> FollowUpRecalled:
    """Show the request that is too old at `at` to be leaned on unasked, and ask whether it is meant."""
    structure, since = parent.turn.structure, memory.expired_since(parent, at)
    wishes = found.said.wishes if found.said else ()
    activities = [structure.activity(w.activity) if structure.knows(w.activity) else WHOLE_DAY for w in wishes]
    return FollowUpRecalled(
        since=structure.local(since or at),
        lines=tuple(
            Item(w.do, w.child, activity.name, hours_of(activity, w.hour) if activity.sites else "", w.day)
            for w, activity in zip(wishes, activities, strict=True)
        ),
    )


def carry_out(parent: Parent, found: Meant) -> tuple[tuple[Wish, ...], Effects]:
    """Take out of the cart what is taken back; return the wishes that are left to judge, and what was done.

    What was submitted already goes the way of every cancellation: into the cart, to be validated.
    """
    plan = found.follow_up
    before = memory.snapshot(parent)
    removed, taken = cart.take(parent, plan.take_back)
    out = [one.wish for one in taken]
    cancels = tuple(Wish(Do.CANCEL, w.child, w.activity, w.day) for w in plan.take_back if w not in out)
    effects = Effects(
        removed=tuple(removed),
        closed=plan.closed,
        replacing=plan.replacing,
        then=plan.then,
        change=Change(before, taken),
    )
    return (*plan.add, *cancels), effects


def _standing(parent: Parent, said: Said | None) -> Standing:
    """Look up what is in the cart, and what of `said` is booked."""
    lines = cart.present(parent)
    in_cart = tuple(Wish(x.do, x.child.first_name, x.activity.code, x.day, x.hour) for x in lines)
    days = {wish.day for wish in said.wishes if wish.activity != ANY_ACTIVITY} if said else set()
    if not days:
        return Standing(cart=in_cart)
    children = [child.id for child in parent.family.children]
    rows = queries.active_bookings(parent.turn.session, children, days)
    booked = (Wish(Do.BOOK, r.child.first_name, r.activity, r.day, r.hour) for r in rows if r.state in _TAKEABLE)
    return Standing(in_cart, tuple(booked))
