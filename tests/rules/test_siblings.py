"""One booking comes or goes: the family's others are priced anew, what is invoiced never."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from domain.model.activity import Slot
from domain.model.state import State
from domain.model.tariff import Aid, Payer, SiblingDiscount
from domain.model.verdict import Booked, Facts, Line
from domain.model.wish import Do
from domain.rules.checks import examine
from domain.rules.siblings import Charged, recharged
from domain.rules.together import priced_together
from tests.rules.world import VICTOR, WORLD, counted, paris

DAY = date(2025, 3, 13)
MIDI = replace(WORLD.activity("MIDI"), sibling_discount=(SiblingDiscount(2, 20),))
MATIN = replace(WORLD.activity("MATIN"), aids=True)
TOWN = replace(WORLD, activities=(MIDI, MATIN))
SEVERINE = replace(VICTOR, id=9, first_name="Séverine", birth_date=date(2018, 10, 2))
DURAND = Payer(children=(SEVERINE.id, VICTOR.id))


def at_noon(number: int, child: int, *, reduction: int = 0, fixed: bool = False) -> Charged:
    return Charged(number, child, "MIDI", DAY, 1150, reduction, 0, fixed=fixed)


def changed(*charged: Charged, payer: Payer = DURAND) -> list[tuple[int, int]]:
    return [(new.id, new.total) for _, new in recharged(charged, TOWN, payer)]


def test_the_younger_of_two_pays_less_whoever_was_booked_first() -> None:
    assert changed(at_noon(1, VICTOR.id), at_noon(2, SEVERINE.id)) == [(1, 920)]


def test_alone_it_pays_the_full_price_again() -> None:
    assert changed(at_noon(1, VICTOR.id, reduction=230)) == [(1, 1150)]


def test_what_an_issued_invoice_holds_stays() -> None:
    assert changed(at_noon(1, VICTOR.id, reduction=230, fixed=True)) == []


def test_an_aid_of_the_day_passes_on_when_what_used_it_goes() -> None:
    payer = replace(DURAND, aid=Aid(cents=400))
    later = Charged(2, VICTOR.id, "MATIN", DAY, 600, 0, 0)
    assert changed(later, payer=payer) == [(2, 200)]
    assert changed(replace(later, id=1, aid=400), later, payer=payer) == []


def line(child_id: int, do: Do = Do.BOOK) -> Line:
    return Line(do, SEVERINE if child_id == SEVERINE.id else VICTOR, MIDI, DAY)


def world(**more: object) -> Facts:
    payers = dict.fromkeys((SEVERINE.id, VICTOR.id), DURAND)
    return Facts(structure=TOWN, asked_at=paris("2025-02-01T10:00"), payers=payers, **more)  # type: ignore[arg-type]


def test_of_two_in_a_cart_the_younger_pays_less() -> None:
    lines = [line(VICTOR.id), line(SEVERINE.id)]
    facts = world(adding=frozenset((x.child.id, "MIDI", DAY) for x in lines))
    verdicts = priced_together([examine(x, facts) for x in lines], facts, ())
    assert [v.price_cents for v in verdicts] == [920, 1150]


def test_a_sister_on_the_waiting_list_gives_no_discount() -> None:
    lines = [line(VICTOR.id), line(SEVERINE.id)]
    facts = world(adding=frozenset((x.child.id, "MIDI", DAY) for x in lines))
    none = counted(TOWN, {Slot("MIDI", DAY, "EUROPA"): 0})
    verdicts = [examine(lines[0], facts), examine(lines[1], replace(facts, places=none))]
    assert [v.price_cents for v in priced_together(verdicts, facts, ())] == [1150, 1150]


def test_a_sister_who_is_cancelled_in_the_same_cart_gives_no_discount() -> None:
    booked = {(SEVERINE.id, "MIDI", DAY): Booked(1, State.CONFIRMED, None, 1150)}
    lines = [line(VICTOR.id), line(SEVERINE.id, Do.CANCEL)]
    facts = world(
        booked=booked, adding=frozenset({(VICTOR.id, "MIDI", DAY)}), removing=frozenset({(SEVERINE.id, "MIDI", DAY)})
    )
    verdicts = priced_together([examine(x, facts) for x in lines], facts, ())
    assert [v.price_cents for v in verdicts] == [1150, 1150]


CHARGED = st.lists(
    st.builds(
        Charged,
        id=st.integers(1, 50),
        child=st.sampled_from([SEVERINE.id, VICTOR.id]),
        activity=st.sampled_from(["MIDI", "MATIN"]),
        day=st.just(DAY),
        base=st.integers(0, 3000),
        reduction=st.just(0),
        aid=st.just(0),
        fixed=st.booleans(),
    ),
    unique_by=(lambda c: c.id, lambda c: (c.child, c.activity)),
    max_size=4,
)


@given(CHARGED, st.one_of(st.none(), st.integers(1, 5000)))
def test_it_settles_at_once_and_spends_each_aid_once(charged: list[Charged], aid: int | None) -> None:
    payer = replace(DURAND, aid=Aid(cents=aid) if aid else None)
    new = {n.id: n for _, n in recharged(charged, TOWN, payer)}
    after = [new.get(c.id, c) for c in charged]
    assert list(recharged(after, TOWN, payer)) == []
    assert all(c.total >= 0 for c in after)
    for child in DURAND.children:
        assert sum(c.aid for c in after if c.child == child) <= (aid or 0)
