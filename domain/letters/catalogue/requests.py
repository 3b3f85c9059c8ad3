"""Carts and requests: what is in them, that they were sent, what was decided, what closes soon."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from domain.letters.catalogue.letter import Letter
from domain.letters.files import DocumentAsked
from domain.letters.items import Item, PriceChange
from domain.model.tariff import Unknown


@dataclass(frozen=True, slots=True)
class CartShown:
    """The cart as it stands. `total_cents` counts new bookings only (Clap Chaz: cancellations are not subtracted).

    A change of hour is not counted: its line tells the new price and the one that it replaces.
    """

    items: tuple[Item, ...]
    total_cents: int
    closes_at: datetime | None = None  # local: the first limit among its lines
    unknown: tuple[Unknown, ...] = ()  # what we would have to know to charge less
    changes: tuple[PriceChange, ...] = ()  # what it does to the prices of other bookings


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestSent(Letter):
    """The acknowledgement at once, when a cart was validated: what became of each line."""

    template: ClassVar[str] = "request_sent"
    number: int
    waiting: tuple[Item, ...] = ()
    confirmed: tuple[Item, ...] = ()
    changed: tuple[Item, ...] = ()
    cancelled: tuple[Item, ...] = ()
    withdrawn: tuple[Item, ...] = ()
    queued: tuple[Item, ...] = ()
    refused: tuple[Item, ...] = ()
    promised_by: datetime | None = None  # local
    removed: tuple[Item, ...] = ()  # taken out in the same breath ("oui mais pas le 13")
    changes: tuple[PriceChange, ...] = ()
    documents: tuple[DocumentAsked, ...] = ()  # missing


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDecided(Letter):
    """The grouped answer after staff decided, by child and slot (Gandrange, Maison de l'Enfant: wording)."""

    template: ClassVar[str] = "request_decided"
    number: int
    items: tuple[Item, ...]
    decided_by: str = ""
    changes: tuple[PriceChange, ...] = ()
    documents: tuple[DocumentAsked, ...] = ()  # still missing


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmCart(Letter):
    """Ask the address on file whether an unproven validation of cancellations was its own."""

    template: ClassVar[str] = "confirm_cart"
    cart: CartShown


@dataclass(frozen=True, slots=True, kw_only=True)
class CartReminder(Letter):
    """A cart that was not validated and closes soon."""

    template: ClassVar[str] = "cart_reminder"
    cart: CartShown
    closes_at: datetime  # local


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualReminder(Letter):
    """A usual day that is not booked and closes soon."""

    template: ClassVar[str] = "usual_reminder"
    item: Item
    closes_at: datetime  # local
