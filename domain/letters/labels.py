"""The labels of buttons. Those in capitals without argument are contracts: they are looked for from outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Final

from domain.language.writing.spoken import long_day
from domain.letters.french import enumerate_words, for_classes, short_day, spoken_time
from domain.model.family import Family
from domain.model.verdict import Code

VALIDATE: Final = "✅ Valider"
EMPTY: Final = "🗑 Vider"
ACCEPT: Final = "✅ Accepter"
REFUSE: Final = "❌ Refuser"
EXCUSE: Final = "🟢 Excuser"
UNDO: Final = "↩️ Annuler cette absence"
BACK: Final = "↩️ Retour"
OTHER_REASON: Final = "✍️ Autre motif"
BOOK_IT: Final = "✅ Inscrire"
CLOSE_IT: Final = "🔒 Fermer"
LEAVE_OPEN: Final = "↩️ Ne pas fermer"
YES: Final = "Oui"
NO: Final = "Non"
BESIDES: Final = "En plus"
IN_ITS_PLACE: Final = "À la place"
NO_THANKS: Final = "Non merci"
TAKE_PLACE: Final = "✅ Accepter la place"
LEAVE_PLACE: Final = "❌ Laisser la place"
LEAVE_LIST: Final = "🚪 Quitter la liste d'attente"
VALID: Final = "✅ Document valable"
NOT_VALID: Final = "❌ Refuser le document"
ALL_CHILDREN: Final = "Tous les enfants"

#: What a document is called that the règlement does not follow.
CERTIFICATE: Final = "Justificatif d'absence"
ANOTHER_DOCUMENT: Final = "Document"

#: Ready-made reasons for refusing a document; the position is what a button carries.
DOCUMENT_REASONS: Final = (
    "Illisible",
    "Périmé",
    "Incomplet",
    "Ce n'est pas le bon document",
    "Autre enfant",
)

#: Ready-made reasons for a refusal; the position is what a button carries.
REASONS: Final = (
    "Plus de place",
    "Hors délai",
    "Dossier incomplet",
    "Activité annulée ce jour-là",
)

#: Ready-made reasons for serving somebody on the waiting list first; the position is what a button carries.
RAISE_REASONS: Final = (
    "Fratrie déjà inscrite",
    "Situation professionnelle",
    "Situation familiale",
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
QUEUED: Final = "En liste d'attente."
BOOKED_NOW: Final = "C'est réservé."
HOUR_CHANGED: Final = "Heure changée."
CANCELLED: Final = "C'est annulé."
WITHDRAWN: Final = "Demande retirée."
NOTHING_SENT: Final = "Rien n'a été demandé : voyez pourquoi dans le message."
INVOICED: Final = "Déjà sur une facture émise : un avoir est nécessaire."
NOTED: Final = "C'est noté."
CLOSED_ALREADY: Final = "C'est déjà fermé, les familles sont prévenues. Pour rouvrir : /rouvrir."
REOPENED_SINCE: Final = "C'était fermé, et c'est rouvert depuis."
LEFT_OPEN: Final = "Rien n'a été fermé : « Ne pas fermer » a été choisi. Pour fermer quand même : /fermer."
DAYS_OVER: Final = "Ces jours sont passés : il n'y a plus rien à fermer."
OFFER_OVER: Final = "Cette place n'est plus proposée."
NOT_WAITING_ANY_MORE: Final = "Cette ligne n'est plus en liste d'attente."
BOOKED: Final = "ce qui est déjà réservé"
NOT_WAITING: Final = "Vous n'êtes plus en liste d'attente pour ce jour."


def line(child: str, day: date, activity: str) -> str:
    """Name one line of a cart."""
    return f"{child} · {short_day(day)} · {activity}"


def lines_numbered(places: Sequence[int], what: str) -> str:
    """Name the lines that numbers mean as places in the cart."""
    return f"{'la ligne' if len(places) == 1 else 'les lignes'} {enumerate_words(list(map(str, places)))} ({what})"


def days_numbered(places: Sequence[int], what: str) -> str:
    """Name what numbers mean as days of the month."""
    return f"{'le' if len(places) == 1 else 'les'} {enumerate_words(list(map(str, places)))} du mois ({what})"


#: Why a day that is asked about cannot be had, in a word on its button.
_WHY_NOT: Final[Mapping[Code, str]] = {
    Code.TOO_LATE: "hors délai",
    Code.CLOSED: "fermé",
    Code.NOT_OPEN: "pas encore ouvert",
    Code.DUPLICATE: "déjà réservé",
    Code.NOTHING_TO_CANCEL: "rien de réservé",
}


def refused_day(label: str, code: Code) -> str:
    """Label a day that cannot be had with the reason."""
    return f"{label} ({_WHY_NOT.get(code, 'pas possible')})"


def remove_line(child: str, day: date, activity: str) -> str:
    """Label the button that takes one line out of the cart."""
    return f"✖ {child} · {short_day(day)} · {activity}"


def accept_line(number: int, child: str, day: date, activity: str) -> str:
    """Label the button that grants one line of a request."""
    return f"✅ {number}. {child} · {short_day(day)} · {activity}"


def refuse_line(number: int) -> str:
    """Label the button that refuses one line of a request."""
    return f"❌ {number}"


def show_request(number: int, family: str) -> str:
    """Label the button with which staff bring the card of a request up again."""
    return f"📋 n° {number} · {family}"


def excuse_line(number: int) -> str:
    """Label the button that excuses one late cancellation of a request."""
    return f"🟢 {number}"


def see_file(number: int, name: str) -> str:
    """Label the button with which staff get a file again."""
    return f"📎 {number}. {name}"


def it_is(document: str, child: str) -> str:
    """Label the button with which staff say what a file is, and for whom."""
    return f"📄 {document} · {child}"


def take_place(day: date) -> str:
    """Label the acceptance of one of several offered places."""
    return f"{TAKE_PLACE} · {short_day(day)}"


def leave_place(day: date) -> str:
    """Label the refusal of one of several offered places."""
    return f"{LEAVE_PLACE} · {short_day(day)}"


def leave_list(child: str, day: date, activity: str) -> str:
    """Label the button that ends one of several waits."""
    return f"{LEAVE_LIST} · {child} · {short_day(day)} · {activity}"


def raise_line(rank: int, family: str, day: date) -> str:
    """Label the button with which staff serve one who waits first."""
    return f"⬆️ {rank}. {family} · {short_day(day)}"


def until(hour: time, price: str) -> str:
    """Label one departure hour and what it costs."""
    return f"{spoken_time(hour)} ({price})"


def not_without(activity: str) -> str:
    """Say why a line stays open: what it needs is not granted."""
    return f"Reste à décider : ne va pas sans {activity}. Accordez-le d'abord, ou refusez cette ligne."


def day_is_over(day: date) -> str:
    """Say why a line stays open: it cannot be granted after its day."""
    return f"Reste à décider : {long_day(day)} est passé. Refusez cette ligne."


def day_is_closed(day: date, reason: str, school_class: str = "") -> str:
    """Say why a line stays open: staff closed its day (to a class) meanwhile, for `reason` ("" when none was given)."""
    whom = f" {for_classes([school_class])}" if school_class else ""
    why = f" ({reason})" if reason else ""
    return f"Reste à décider : {long_day(day)} est fermé{whom}{why}. Refusez cette ligne."


def does_not_run(day: date) -> str:
    """Say why a line stays open: by the règlement the activity does not run on its day any more."""
    return f"Reste à décider : l'activité n'a pas lieu {long_day(day)}. Refusez cette ligne."


def not_of_age(child: str, day: date) -> str:
    """Say why a line stays open: by the birth date on file, perhaps corrected since, the child has not the age."""
    return f"Reste à décider : {child} n'a pas l'âge de l'activité {long_day(day)}. Refusez cette ligne."


def already_decided(who: str) -> str:
    """Tell the second one to press that a colleague was quicker."""
    return f"C'est déjà traité par {who}."


def example_child(family: Family) -> str:
    """Name a child for the examples in our letters: the family's own first one."""
    return family.children[0].first_name if family.children else "mon enfant"
