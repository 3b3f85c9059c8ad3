"""Scheduled jobs as ticks: each asks what is due at `now`; a tick that is missed, late or doubled is harmless.

Unique outbox keys make every notice one; a mark in `setting` only spares the work of finding that out again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from domain.letters import labels
from domain.letters.catalogue.invoices import StaffInvoicesReady
from domain.letters.catalogue.requests import CartReminder, UsualReminder
from domain.letters.catalogue.staff import Expected, StaffDigest
from domain.letters.items import hours_of, item_of
from domain.model.activity import Slot
from domain.model.deadline import Purpose
from domain.model.messages import Button
from domain.model.state import HOLDS_A_PLACE, State
from domain.model.structure import Structure
from domain.model.verdict import Code
from domain.rules.deadline import closing_time
from domain.rules.reminders import last_reminder_hour, reminder_due
from domain.services import announce, billing, cart, cart_view, usual
from domain.services.consider import judge
from domain.store import documents, due, queries, settings
from domain.store.session import Session
from domain.store.tables.requests import Cart

#: No published limit lies further before its day than this; further days need no reminder yet.
_FURTHEST_DAY: Final = timedelta(days=21)

#: Mails and chats name children's illnesses: they are kept for disputes of the month, then only what was done is.
_WORDS_KEPT: Final = timedelta(days=60)

#: How many families one unit of work looks at, for what concerns them all.
FAMILIES_AT_ONCE: Final = 100

#: A morning picture that comes after noon helps nobody.
_DIGEST_UNTIL: Final = time(12, 0)


def remind_of_carts(session: Session, structure: Structure, now: datetime) -> int:
    """Queue one reminder per cart and limit, once its hour has come and while it still helps; return how many."""
    return sum(_remind_of_cart(session, structure, row, now) for row in due.carts_with_lines(session))


def remind_of_usual_days(session: Session, structure: Structure, now: datetime) -> int:
    """Queue reminders of usual days that are not booked and close within the reminder's window.

    One call looks at FAMILIES_AT_ONCE families and returns how many it looked at: so that a large town's reminders do
    not keep everybody else from being answered. 0 means that all have been looked at since the last `reminder_at`.
    """
    hour = last_reminder_hour(structure, now).isoformat()
    begun, *rest = (settings.read(session, "usual_reminders") or "").split(" ")
    after, days = (
        (int(rest[0]), rest[1:]) if begun == hour else (0, [str(day) for day in _days_closing(structure, now)])
    )
    today = structure.day_of(now)
    weeks = timedelta(weeks=usual.OF_WEEKS + 1)
    looked_at = due.families_with_bookings(
        session, today - weeks, today + _FURTHEST_DAY, after=after, limit=FAMILIES_AT_ONCE
    )
    if looked_at:
        settings.write(session, "usual_reminders", " ".join([hour, str(looked_at[-1]), *days]))
        for day in days:
            _remind_of_day(session, structure, date.fromisoformat(day), now, looked_at)
    return len(looked_at)


def tell_the_morning(session: Session, structure: Structure, staff_chat: int | None, now: datetime) -> int:
    """Queue the staff's picture of the day, once, on days when something runs."""
    local = structure.local(now)
    day = local.date()
    in_the_morning = structure.schedule.staff_digest_at <= local.time() < _DIGEST_UNTIL
    runs = any(activity.runs_on(day, structure.year) for activity in structure.activities)
    if not (in_the_morning and runs) or settings.read(session, "staff_digest") == day.isoformat():
        return 0
    settings.write(session, "staff_digest", day.isoformat())
    letter = StaffDigest(
        day=day,
        expected=tuple(_expected(session, structure, day)),
        open_requests=queries.count_open_requests(session),
        overdue_requests=due.count_overdue_requests(session, now),
    )
    announce.notify_staff(session, structure, staff_chat, letter, key=f"digest:{day}", kind="digest", now=now)
    return 1


def prepare_invoices(session: Session, structure: Structure, staff_chat: int | None, now: datetime) -> int:
    """Prepare last month's drafts on the issue day (or as soon after as we run) and tell staff; return how many."""
    today = structure.day_of(now)
    month = f"{today.replace(day=1) - timedelta(days=1):%Y-%m}"
    if today.day < structure.invoices.issue_day or settings.read(session, "invoices_prepared") == month:
        return 0
    settings.write(session, "invoices_prepared", month)
    count = billing.prepare(session, structure, month, now)
    if count:
        letter = StaffInvoicesReady(month=month, count=count, total_cents=due.invoiced_cents(session, month))
        announce.notify_staff(
            session, structure, staff_chat, letter, key=f"invoices:{month}", kind="invoices_ready", now=now
        )
    return count


def forget_words(session: Session, structure: Structure, now: datetime) -> int:
    """Blank the words of messages that were handled long ago, once a day; return how many."""
    today = structure.day_of(now).isoformat()
    if settings.read(session, "words_forgotten") == today:
        return 0
    settings.write(session, "words_forgotten", today)
    return due.forget_words(session, now - _WORDS_KEPT)


def forget_documents(session: Session, structure: Structure, now: datetime) -> int:
    """Delete the files of families that nothing needs any more, once a day; return how many."""
    today = structure.day_of(now)
    if settings.read(session, "documents_forgotten") == today.isoformat():
        return 0
    settings.write(session, "documents_forgotten", today.isoformat())
    total = 0
    while gone := documents.forget(session, today=today, before=now - _WORDS_KEPT, now=now):
        total += gone
    return total


def _is_time(structure: Structure, closes_at: datetime, now: datetime, seen_at: datetime | None = None) -> bool:
    return reminder_due(structure, closes_at, seen_at) <= now <= closes_at


def _remind_of_cart(session: Session, structure: Structure, row: Cart, now: datetime) -> int:
    family = queries.family_value(session, row.family_id)
    verdicts = [v for v in judge(session, structure, cart.lines_in(row, family, structure), now) if v.accepted]
    limits = [v.closes_at for v in verdicts if v.closes_at is not None and v.code in (Code.OK, Code.FULL)]
    soon = [limit for limit in limits if _is_time(structure, limit, now, row.updated_at)]
    if not soon:
        return 0
    closes_at = structure.local(min(soon))
    letter = CartReminder(
        cart=cart_view.shown(structure, verdicts), closes_at=closes_at, buttons=cart_view.buttons(row, structure)
    )
    key = f"cart-closes:{family.key}:{closes_at:%Y-%m-%dT%H%M}"
    return sum(
        announce.notify(session, structure, guardian, letter, key=key, kind="reminder", now=now)
        for guardian in queries.guardians_of(session, family.id)
    )


def _remind_of_day(session: Session, structure: Structure, day: date, now: datetime, families: Collection[int]) -> None:
    for missing in usual.missing_on(session, structure, day, now, families):
        verdict = missing.verdict
        line = verdict.line
        if verdict.closes_at is None or not _is_time(structure, verdict.closes_at, now):
            continue
        data = f"ub:{line.child.id}:{line.activity.code}:{day.isoformat()}"
        letter = UsualReminder(
            item=item_of(verdict),
            closes_at=structure.local(verdict.closes_at),
            buttons=((Button(labels.BOOK_IT, data), Button(labels.NO_THANKS, "no")),),
        )
        key = f"usual:{line.child.id}:{line.activity.code}:{day}"
        for guardian in queries.guardians_of(session, missing.family.id):
            announce.notify(session, structure, guardian, letter, key=key, kind="usual", now=now)


def _days_closing(structure: Structure, now: datetime) -> Iterator[date]:
    """Yield the days of which some slot's booking limit is to be reminded of now."""
    today = structure.day_of(now)
    for day in structure.year.days(today, today + _FURTHEST_DAY):
        slots = (
            Slot(a.code, day, site) for a in structure.activities for site in a.sites if a.runs_on(day, structure.year)
        )
        limits = (closing_time(slot, Purpose.BOOK, structure) for slot in slots)
        if any(limit is not None and _is_time(structure, limit.instant, now) for limit in limits):
            yield day


def _expected(session: Session, structure: Structure, day: date) -> Iterator[Expected]:
    counts = due.counts_on(session, day)
    for site in structure.sites:
        for activity in structure.activities_at(site.code):
            here = {state: counts.get((site.code, activity.code, state), 0) for state in State}
            coming = sum(here[state] for state in HOLDS_A_PLACE - {State.REQUESTED})
            absent = here[State.ABSENCE_EXCUSED] + here[State.ABSENCE_BILLED]
            if coming or absent:
                yield Expected(site.name, activity.name, hours_of(activity), coming, absent)
