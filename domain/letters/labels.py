"""The labels of buttons. Those in capitals without argument are contracts: they are looked for from outside."""

from __future__ import annotations

from datetime import date, time
from typing import Final

from domain.letters.french import short_day, spoken_time
from domain.model.family import Family

VALIDATE: Final = "✅ Valider"
EMPTY: Final = "🗑 Vider"
ACCEPT: Final = "✅ Accepter"
REFUSE: Final = "❌ Refuser"
EXCUSE: Final = "🟢 Excuser"
UNDO: Final = "↩️ Annuler cette absence"
BACK: Final = "↩️ Retour"
OTHER_REASON: Final = "✍️ Autre motif"
BOOK_IT: Final = "✅ Inscrire"
NO_THANKS: Final = "Non merci"

#: Ready-made reasons for a refusal; the position is what a button carries.
REASONS: Final = (
    "Plus de place",
    "Hors délai",
    "Dossier incomplet",
    "Activité annulée ce jour-là",
)

#: Callback answers (toasts), at most 200 characters.
NOT_YOURS: Final = "Ce bouton n'est pas pour vous."
STALE_CART: Final = "Votre panier a changé depuis : voici sa version actuelle."
EMPTY_CART: Final = "Ce panier a déjà été validé ou vidé."
STALE_BUTTON: Final = "Ce bouton n'est plus valable."
STAFF_ONLY: Final = "Réservé au personnel de la structure."
REMOVED: Final = "Ligne retirée."
EMPTIED: Final = "Panier vidé."
SENT: Final = "Demande transmise."
NOTED: Final = "C'est noté."


def remove_line(child: str, day: date, activity: str) -> str:
    """Label the button that takes one line out of the cart."""
    return f"✖ {child} · {short_day(day)} · {activity}"


def accept_line(number: int, child: str, day: date, activity: str) -> str:
    """Label the button that grants one line of a request."""
    return f"✅ {number}. {child} · {short_day(day)} · {activity}"


def refuse_line(number: int) -> str:
    """Label the button that refuses one line of a request."""
    return f"❌ {number}"


def excuse_line(number: int) -> str:
    """Label the button that excuses one late cancellation of a request."""
    return f"🟢 {number}"


def until(hour: time, price: str) -> str:
    """Label one departure hour and what it costs."""
    return f"{spoken_time(hour)} ({price})"


def not_without(activity: str) -> str:
    """Say why a line stays open: what it needs is not granted."""
    return f"Reste à décider : ne va pas sans {activity}. Accordez-le d'abord, ou refusez cette ligne."


def already_decided(who: str) -> str:
    """Tell the second one to press that a colleague was quicker."""
    return f"C'est déjà traité par {who}."


def example_child(family: Family) -> str:
    """Name a child for the examples in our letters: the family's own first one."""
    return family.children[0].first_name if family.children else "mon enfant"
