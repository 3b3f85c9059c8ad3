"""Finds out what a leaning sentence means after a request, turn by turn; `followup` decides when that is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.language.activities.activities import is_evening, running
from domain.language.days.calendar import lay
from domain.language.following.carry import Carried, Carrier
from domain.language.following.direction import directed, wants_what_is_gone
from domain.language.following.keeping import (
    are_single,
    confirmed,
    frame_of,
    going_on,
    may_replace,
    narrows,
    set_against,
)
from domain.language.following.picking import Picked, names_others, pick
from domain.language.following.whose import whose
from domain.language.leaning.meant import Leaning, Named
from domain.language.notions.points_open import Open
from domain.language.resolving.questions import ask
from domain.language.sentences.sentences import World
from domain.model.family import Child
from domain.model.following import FollowUp, Said, Standing, Turn
from domain.model.wish import ANY_ACTIVITY, Ask, Do, Question, Wish


def mean(leaning: Leaning, said: Said | None, standing: Standing, world: World) -> FollowUp:
    """Return what `leaning` means after `said`, given what is in effect."""
    if leaning.confirms:
        return confirmed(leaning, said, standing, world)
    meant = _Meant(directed(leaning, said), said, standing, world)
    if meant.leaning.everything:
        return meant.take_all()
    if meant.leaning.it:
        return meant.take_it()
    if meant.leaning.turn is Turn.TAKE_BACK:
        return meant.take_back()
    return meant.wanted(said) if said else meant.lost()


@dataclass(frozen=True, slots=True)
class _Meant:
    """One leaning sentence, and all that it may lean on."""

    leaning: Leaning
    said: Said | None
    standing: Standing
    world: World

    def wanted(self, said: Said) -> FollowUp:
        """Ask for something, besides or in its place."""
        if wants_what_is_gone(self.leaning, said):
            return self.copy_gone(said)
        if self.leaning.again and (back := self.put_back(said) or self.keep_after_all(said)):
            return back
        kept = self.leaning.again and (self.leaning.loose or not self.leaning.named.sorts)  # nothing of that was off
        if not said.wishes or kept:
            return self.lost()
        if narrows(self.leaning):
            return self.keep(said)
        if self.leaning.turn is Turn.COPY:
            return replace(self, leaning=replace(self.leaning, named=going_on(self.leaning.named, said))).copy(said)
        return self.instead(said)

    # -- once more -----------------------------------------------------------------------------------------------

    def copy(self, said: Said) -> FollowUp:
        """Ask the same once more, for what is named."""
        children, unsure = whose(self.leaning, said, self.world)
        lines = said.wishes
        carried = self.carry(lines, said, children) if not unsure else Carried(open=[unsure])
        left = self._without(carried.wishes)
        if not left and not carried.open and not carried.choices and not carried.closed:
            return self.lost()
        questions = self._questions(carried)
        return FollowUp(
            Turn.COPY,
            add=left,
            questions=questions,
            reason=said.reason if self.leaning.do in (None, lines[0].do) else None,
            closed=tuple(sorted(carried.closed)),
            then=said.with_added(left, self.leaning.plain) if left and not questions else None,
        )

    def carry(self, lines: tuple[Wish, ...], said: Said, children: Sequence[Child]) -> Carried:
        """Carry `lines` over to `children` and to what is named."""
        leaning = self.leaning
        carrier = Carrier(lines, said.words, leaning.named, leaning.plain, self.world)
        carried = carrier.carry(children, leaning.do)
        carried.wishes = [w for w in carried.wishes if self._certain(w)]
        return carried

    def _without(self, wishes: Sequence[Wish]) -> tuple[Wish, ...]:
        """Leave out what an exception beside names ("pareil pour Séverine sauf jeudi")."""
        if not self.leaning.out.sorts:
            return tuple(wishes)
        excepted = pick(self.leaning.out, tuple(wishes), self.world).wishes
        return tuple(w for w in wishes if w not in excepted)

    # -- all but -------------------------------------------------------------------------------------------------

    def take_back(self) -> FollowUp:
        """Take back what is named."""
        picked = self._pick(self.leaning.out, self._pool())
        if picked.open is not None:
            return FollowUp(Turn.TAKE_BACK, questions=self._ask([picked.open]))
        if not picked.wishes:
            return self.lost()
        if sides := set_against(self.leaning.out, picked, self.leaning.plain):
            return self.put_in_its_place(*sides)
        if names_others(self.leaning.out, picked, self.leaning.plain):
            return replace(self.lost(), turn=Turn.INSTEAD)
        in_cart = all(w in self.standing.cart for w in picked.wishes)
        rest = [w for w in self.standing.cart if w not in picked.wishes]
        validate = self.leaning.yes and in_cart and bool(rest)
        then = replace((self.said or Said((), ())).without(picked.wishes), taking=True)
        return FollowUp(Turn.TAKE_BACK, take_back=picked.wishes, validate=validate, then=then)

    def put_in_its_place(self, unwanted: Named, wanted: Named) -> FollowUp:
        """Put the one day in the place of the other ("pas mardi, jeudi")."""
        meant = replace(self, leaning=replace(self.leaning, turn=Turn.INSTEAD, out=unwanted, named=wanted))
        return meant.instead(self.said) if self.said else self.lost()

    def _pool(self) -> tuple[Wish, ...]:
        """Return what may be taken back: the cart, and what was booked by the last request."""
        asked = {(w.child, w.activity, w.day) for w in self.said.wishes if w.do is Do.BOOK} if self.said else set()
        booked = (w for w in self.standing.booked if (w.child, w.activity, w.day) in asked)
        return tuple(dict.fromkeys((*self.standing.cart, *booked)))

    def _pick(self, out: Named, pool: tuple[Wish, ...]) -> Picked:
        """Pick what is named among `pool`; whose it is, is asked when that is not clear."""
        picked = pick(out, pool, self.world)
        names = tuple(dict.fromkeys(w.child for w in picked.wishes))
        last = {w.child for w in self.said.last} if self.said else set[str]()
        if (
            picked.open is None
            and len(names) > 1
            and not out.whos
            and not self.world.hints.child
            and set(names) != last
        ):
            return replace(picked, open=Open(Ask.CHILD, names=names))
        return picked

    def take_all(self) -> FollowUp:
        """Empty the cart."""
        lines = self.standing.cart
        then = replace((self.said or Said((), ())).without(lines), taking=True)
        return FollowUp(Turn.TAKE_BACK, take_back=lines, then=then) if lines else self.lost()

    def take_it(self) -> FollowUp:
        """Take back what was said last ("retire ça"); of several lines, "enlève-le" does not tell which."""
        last = self.said.last if self.said else ()
        lines = tuple(w for w in last if w in self.standing.cart and w.do is Do.BOOK)
        if self.said is None or not lines or lines != last or (len(lines) > 1 and not self.leaning.whole):
            return self.lost()
        then = replace(self.said.without(lines), taking=True)
        return FollowUp(Turn.TAKE_BACK, take_back=lines, then=then)

    def keep(self, said: Said) -> FollowUp:
        """Take back all but what is named ("seulement jeudi"), or put it in place of what was said."""
        frame = frame_of(self.leaning)
        framed = pick(frame, said.wishes, self.world) if frame.sorts else Picked(said.wishes)
        picked = framed if framed.open else pick(self.leaning.named, framed.wishes, self.world)
        if picked.open is not None:
            return FollowUp(Turn.TAKE_BACK, questions=self._ask([picked.open]))
        if not picked.wishes:
            return self.instead(said) if may_replace(self.leaning, framed) else self.lost()
        gone = self._in_effect(tuple(w for w in framed.wishes if w not in picked.wishes))
        return FollowUp(Turn.TAKE_BACK, take_back=gone, then=said.without(gone)) if gone else self.lost()

    def put_back(self, said: Said) -> FollowUp | None:
        """Ask once more for what was taken back ("remets mardi"); None where nothing of that was."""
        named = self.leaning.named
        called_off = (replace(w, do=Do.BOOK) for w in said.wishes if w.do is Do.CANCEL and w not in self.standing.cart)
        gone = (*said.gone, *(w for w in called_off if w.activity != ANY_ACTIVITY))
        picked = pick(named, gone, self.world) if named.sorts else Picked(gone)
        if picked.open is not None:
            return FollowUp(Turn.COPY, questions=self._ask([picked.open]))
        add = tuple(w for w in picked.wishes if self._certain(w))
        return FollowUp(Turn.COPY, add=add, then=said.with_added(add, self.leaning.plain)) if add else None

    def copy_gone(self, said: Said) -> FollowUp:
        """Ask for what was taken back, with what is named."""
        plan = self.copy(Said(said.gone, said.words, said.reason))
        return replace(plan, then=said.with_added(plan.add, self.leaning.plain) if plan.add else None)

    def keep_after_all(self, said: Said) -> FollowUp | None:
        """Take back what was to be called off ("annule mardi", "en fait si"); None where nothing of that waits."""
        gone = tuple(w for w in self._in_effect(said.last) if w.do is Do.CANCEL)
        if self.leaning.named.sorts:  # "gardez Séverine"
            gone = pick(self.leaning.named, gone, self.world).wishes
        return FollowUp(Turn.TAKE_BACK, take_back=gone, then=said.without(gone)) if gone else None

    # -- in place of ---------------------------------------------------------------------------------------------

    def instead(self, said: Said) -> FollowUp:
        """Put what is named in the place of what was said."""
        replaced = self._replaced(said)
        if replaced.open is not None:
            questions = self._ask([replaced.open])
            return FollowUp(Turn.INSTEAD, questions=questions, replacing=replaced.open.ask is Ask.DATE)
        lines = replaced.wishes
        if not lines or any(w.do is Do.ABSENT for w in lines) or self._is_unclear(lines):
            return self.lost()
        new = [d for d in self._hinted() if d not in {w.day for w in said.last}]
        hints = replace(self.world.hints, date=",".join(map(str, new)) or None, child=None)
        fresh = replace(self, world=replace(self.world, hints=hints))
        children, unsure = whose(fresh.leaning, replace(said, wishes=lines, latest=lines), fresh.world)
        carried = fresh.carry(lines, said, children) if not unsure else Carried(open=[unsure])
        if carried.open or carried.choices:
            doubtful = any(x.ask is Ask.CHILD for x in carried.open)
            return FollowUp(Turn.INSTEAD, questions=self._questions(carried)) if not doubtful else self.lost()
        if not carried.wishes:
            return FollowUp(Turn.INSTEAD, closed=tuple(sorted(carried.closed)))
        as_before = {(w, w.hour) for w in lines}
        add = tuple(w for w in carried.wishes if (w, w.hour) not in as_before)  # "plutôt 18h": the same with that hour
        gone = tuple(w for w in self._in_effect(lines) if w not in carried.wishes)
        then = said.without(lines).with_added(tuple(carried.wishes), self.leaning.plain)
        return FollowUp(Turn.INSTEAD, add, gone, (), said.reason, tuple(sorted(carried.closed)), then=then)

    def _replaced(self, said: Said) -> Picked:
        """Return the lines to be replaced: those named beside, else those of the last sentence."""
        out, named = self.leaning.out, self.leaning.named
        if out.sorts:
            return self._pick(out, tuple(dict.fromkeys((*said.wishes, *self._pool()))))
        lines = said.last
        if named.whos and len(named.sorts) > 1:  # "Victor plutôt vendredi": whose line it is
            own = pick(Named(whos=named.whos), lines, self.world)
            lines = own.wishes or lines
        days = tuple(sorted({w.day for w in lines}))
        if named.days is None or len(days) == 1 or not are_single(named, self.world) or self._says_all_anew(days):
            return Picked(lines)
        chosen = [d for d in self._hinted() if d in days]
        if chosen:
            return Picked(tuple(w for w in lines if w.day in chosen))
        return Picked(lines, Open(Ask.DATE, days=days))

    def _says_all_anew(self, days: Sequence[date]) -> bool:
        """Say whether several days are named, one of them again ("c'est jeudi et lundi"): that is all."""
        meant = lay(self.leaning.named.days, self.world.scene).days if self.leaning.named.days else ()
        return len(meant) > 1 and bool(set(meant) & set(days))

    def _hinted(self) -> tuple[date, ...]:
        """Return the days answered: those of the request are to be replaced, others are meant in their place."""
        return tuple(date.fromisoformat(d) for d in (self.world.hints.date or "").split(",") if d)

    def _is_unclear(self, lines: Sequence[Wish]) -> bool:
        """Say whether another activity would replace one of several, or another child one of several.

        The slots of one evening are one ("plutôt jusqu'à 17h").
        """
        named = self.leaning.named
        by_slot = {frozenset(w.activity for w in lines if (w.child, w.day) == (x.child, x.day)) for x in lines}
        if any(w.do is Do.CANCEL for w in lines) and "place" in self.leaning.plain:
            return True  # "annule mardi", "jeudi à la place": to be cancelled, or to be booked?
        several = len(by_slot) > 1 or any(len(codes) > 1 and not self._is_one_evening(codes) for codes in by_slot)
        only_whos = named.sorts == {Ask.CHILD}
        return bool((named.acts or named.hours) and several) or (only_whos and len({w.child for w in lines}) > 1)

    def _is_one_evening(self, codes: Iterable[str]) -> bool:
        structure = self.world.structure
        return all(structure.knows(code) and is_evening(structure.activity(code)) for code in codes)

    def _in_effect(self, lines: Sequence[Wish]) -> tuple[Wish, ...]:
        """Return those of `lines` that are in the cart or booked; a whole day is all that the cart has of it."""
        booked = {(w.child, w.activity, w.day) for w in self.standing.booked}
        days = {(w.do, w.child, w.day) for w in lines if w.activity == ANY_ACTIVITY}
        whole = (w for w in self.standing.cart if (w.do, w.child, w.day) in days)
        own = (
            w for w in lines
            if w in self.standing.cart or (w.do is Do.BOOK and (w.child, w.activity, w.day) in booked)
        )  # fmt: skip
        return tuple(dict.fromkeys((*whole, *own)))

    # -- common --------------------------------------------------------------------------------------------------

    def _certain(self, wish: Wish) -> bool:
        """Say whether a line may be proposed at all: a child of the family, a coming day, something that runs."""
        children = {c.first_name: c for c in self.world.family.children}
        if wish.child not in children or wish.day < self.world.scene.today:
            return False
        codes = {a.code for a in running(self.world.structure, children[wish.child].site, wish.day)}
        return wish.activity in codes or (wish.activity == ANY_ACTIVITY and bool(codes))

    def _questions(self, carried: Carried) -> tuple[Question, ...]:
        if carried.choices:
            return (Question(Ask.DATE, carried.choices),)
        return self._ask(carried.open)

    def _ask(self, points: Sequence[Open]) -> tuple[Question, ...]:
        return ask(points, self.world.family, self.world.structure, self.world.scene)

    def lost(self) -> FollowUp:
        """Say what the sentence would have to name, as there is nothing it could lean on."""
        named = self.leaning.named.sorts | self.leaning.out.sorts
        lacks = tuple(a for a in (Ask.CHILD, Ask.ACTIVITY, Ask.DATE) if a not in named)
        whos = (*self.leaning.named.whos, *self.leaning.out.whos)
        names = tuple(name for who in whos for name in who.names)
        return FollowUp(self.leaning.turn, missing=lacks or (Ask.ACTION,), names=names)
