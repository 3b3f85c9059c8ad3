"""Staff close and reopen days in the chat: one command, what it would take back, one button."""

from __future__ import annotations

from domain.language.office.closing_words import Closing, read_closing
from domain.letters import labels
from domain.letters.catalogue.closures import StaffClosing, StaffReopened
from domain.model.messages import Button
from domain.services import announce, closing_help, closings
from domain.services.closings import Count, Span
from domain.services.turn import Colleague
from domain.store.classes import classes_at
from domain.store.tables.bookings import Closure

COMMANDS = frozenset({"/fermer", "/rouvrir"})


def on_command(colleague: Colleague) -> str:
    """Propose to close, or reopen at once, the days that the words behind the command name."""
    turn = colleague.turn
    command, _, words = turn.incoming.text.strip().partition(" ")
    command = command.lower().split("@")[0]
    classes = {site.code: classes_at(turn.session, site.code) for site in turn.structure.sites}
    read = read_closing(words, turn.structure, turn.structure.day_of(turn.asked_at), classes)
    if read.missing:
        announce.reply_to_staff(turn, closing_help.letter(turn.structure, read, command, classes))
        return "told"
    if command == "/fermer":
        return _propose(colleague, read)
    lifted = closings.reopen(turn.session, turn.structure, _span(read), colleague.actor, turn.now)
    everybody = closings.closed_to_all(turn.session, turn.structure, _span(read)) if read.classes else ()
    announce.reply_to_staff(turn, StaffReopened(spans=lifted, everybody=everybody))
    return "reopened" if lifted else "told"


def close(colleague: Colleague, closure_id: int) -> str | None:
    """Close what was proposed; the first press decides."""
    turn = colleague.turn
    row = turn.session.get(Closure, closure_id, with_for_update=True, populate_existing=True)
    if row is None or (over := _why_over(colleague, row)):
        return over if row is not None else None
    _show_decided(colleague, row, closings.confirm(turn, row, colleague.actor), "closed")
    return labels.NOTED


def leave_open(colleague: Colleague, closure_id: int) -> str | None:
    """Leave open what was proposed; the first press decides."""
    turn = colleague.turn
    row = turn.session.get(Closure, closure_id, with_for_update=True, populate_existing=True)
    if row is None or (over := _why_over(colleague, row)):
        return over if row is not None else None
    row.reopened_at, row.actor = turn.now, colleague.actor
    _show_decided(colleague, row, closings.concerned(turn.session, turn.structure, row), "left")
    return labels.NOTED


def _why_over(colleague: Colleague, row: Closure) -> str:
    """Say why this proposal cannot be decided any more; "" when it can."""
    turn = colleague.turn
    if row.confirmed_at is not None:
        return labels.CLOSED_ALREADY if row.reopened_at is None else labels.REOPENED_SINCE
    if row.reopened_at is not None:
        return labels.LEFT_OPEN
    return labels.DAYS_OVER if row.last_day < turn.structure.day_of(turn.now) else ""


def _show_decided(colleague: Colleague, row: Closure, count: Count, done: str) -> None:
    turn = colleague.turn
    letter = StaffClosing(
        span=closings.shown(turn.structure, row),
        bookings=count.bookings,
        families=count.families,
        classless=count.classless,
        done=done,
        by=colleague.staff.name,
    )
    announce.reply_to_staff(turn, letter, edit=turn.incoming.message)


def _propose(colleague: Colleague, read: Closing) -> str:
    turn = colleague.turn
    span = _span(read)
    if (told := closings.closed_already(turn.session, turn.structure, span)) is not None:
        announce.reply_to_staff(turn, told)
        return "told"
    row = closings.propose(turn.session, turn.structure, span, colleague.actor, turn.now)
    count = closings.concerned(turn.session, turn.structure, row)
    letter = StaffClosing(
        span=closings.shown(turn.structure, row),
        bookings=count.bookings,
        families=count.families,
        classless=count.classless,
        everybody=closings.closed_to_all(turn.session, turn.structure, _span(read)) if read.classes else (),
        buttons=((Button(labels.CLOSE_IT, f"kc:{row.id}"), Button(labels.LEAVE_OPEN, f"kx:{row.id}")),),
    )
    announce.reply_to_staff(turn, letter)
    return "asked"


def _span(read: Closing) -> Span:
    return Span(read.site, read.first, read.last, read.activities, read.reason, read.classes)
