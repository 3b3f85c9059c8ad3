"""Answers to questions about prices: what a day costs this family, and what so many days would cost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from domain.language.sentences.illness import mentions_illness
from domain.letters.catalogue.letter import Letter
from domain.letters.catalogue.prices import PriceShown, PricesTold
from domain.letters.items import hours_of
from domain.model.activity import Activity, AskHour
from domain.model.family import Child
from domain.model.tariff import NOBODY, Payer
from domain.model.wish import Understanding
from domain.rules.pricing import price_of, priced_hours, unknown_of
from domain.services.simulation import Asked, simulate
from domain.services.turn import Parent
from domain.store.payers import payers_of


def answer(
    parent: Parent, understood: Understanding, activities: Sequence[Activity], children: Sequence[Child]
) -> Letter:
    """Answer a question about prices; where it says how often or for which days, with the sum."""
    structure, about = parent.turn.structure, understood.about
    payers = payers_of(parent.turn.session, {c.id for c in children}) if structure.priced_by_family else {}
    payer = next(iter(payers.values()), NOBODY)
    today = structure.day_of(parent.turn.asked_at)
    if about.activities:
        simulated = simulate(Asked(structure, about, activities, children, payer, today))
        if simulated is not None:
            return simulated
    day = about.days[0] if about.days else today
    unknown = dict.fromkeys(what for activity in activities for what in unknown_of(activity, payer, day))
    prices = tuple(_shown(activity, payer, day) for activity in activities)
    return PricesTold(prices=prices, unknown=tuple(unknown), illness=_is_about_illness(parent, understood))


def _is_about_illness(parent: Parent, understood: Understanding) -> bool:
    """Say whether the question supposes an illness; of one that is told the absence itself says what is billed."""
    return not understood.wishes and mentions_illness(parent.turn.incoming.text)


def _shown(activity: Activity, payer: Payer, day: date) -> PriceShown:
    by_hour = activity.ask_hour is not None and (activity.price_by_hour or activity.price_per_unit)
    hours = priced_hours(activity) if by_hour else ()
    prices = ((hour, price_of(activity, hour, payer, day)) for hour in hours)
    return PriceShown(
        activity=activity.name,
        hours=hours_of(activity),
        price=price_of(activity, None, payer, day),
        steps=tuple((hour, price.total) for hour, price in prices if price),
        arrival=activity.ask_hour is AskHour.ARRIVAL,
        discounts=activity.sibling_discount,
    )
