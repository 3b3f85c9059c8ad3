"""The proof of an absence: settled when it comes, told to family and staff; what it does never bills anybody."""

from __future__ import annotations

from collections.abc import Sequence

from domain.letters import labels
from domain.letters.catalogue.absences import AbsenceExcused, ProofNoted, StaffProof
from domain.letters.catalogue.letter import Buttons
from domain.letters.files import FileRefused
from domain.model.attachments import Attachment, Flaw, flaw_of
from domain.model.messages import Button, Channel
from domain.model.state import Move, State
from domain.model.structure import Structure
from domain.model.wish import Reason
from domain.rules.absence import kept_cents
from domain.services import announce, cards
from domain.services.bookings import Cause, decide, move, settle_proof
from domain.services.turn import Colleague, Parent, Turn
from domain.store import absences, queries
from domain.store.tables.bookings import Booking


def files_in(attachments: Sequence[Attachment], structure: Structure) -> tuple[str, ...]:
    """Return the names of those enclosed files that can be a proof: what they are is told by content, not by name.

    A voice message, a program, a picture that broke off on its way or the logo of a signature proves nothing.
    """
    sound = (file for file in attachments if flaw_of(file, structure.documents) is None)
    return tuple(file.name for file in sound if not file.decorates)


def unusable(attachments: Sequence[Attachment], structure: Structure, *, is_proof: bool) -> tuple[FileRefused, ...]:
    """Return which files the family must send again, and why; of what is no document, when a proof was meant."""
    told = []
    for file in attachments:
        flaw = flaw_of(file, structure.documents)
        if flaw is not None and (flaw is not Flaw.INERT or is_proof):
            told.append(FileRefused(file.name, flaw))
    return (
        tuple(told)
        if not is_proof or not files_in(attachments, structure)
        else tuple(one for one in told if one.flaw is not Flaw.INERT)
    )


def settle(parent: Parent, rows: Sequence[Booking]) -> ProofNoted:
    """Take a proof for the absences `rows` of one child, under lock: what it settles stays excused.

    What was billed meanwhile is excused again when the proof was received in time; staff decide on the rest.
    """
    turn = parent.turn
    final = absences.invoiced(turn.session, rows)
    settled, corrected, late = [], [], []
    for row in rows:
        if row.state == State.ABSENCE_EXCUSED:
            settle_proof(turn.session, row, _cause(parent))
            settled.append(cards.item_of_booking(turn, row))
        elif row.proof_due_at is not None and row.proof_due_at >= turn.asked_at and row.id not in final:
            _excuse_again(turn, row, _cause(parent))
            corrected.append(cards.item_of_booking(turn, row))
        else:
            late.append(cards.item_of_booking(turn, row))
    noted = ProofNoted(rows[0].child.first_name, tuple(settled), tuple(corrected), tuple(late))
    _tell_staff(parent, rows, noted)
    return noted


def excuse(colleague: Colleague, booking_id: int) -> str | None:
    """Excuse what was billed for want of a proof, by a person's decision; return the word under the button.

    What a final invoice has is not touched: that takes a credit note.
    """
    turn = colleague.turn
    rows = absences.billed_without_proof(turn.session, booking_id)
    if not rows:
        return labels.STALE_BUTTON
    if absences.invoiced(turn.session, rows):
        return labels.INVOICED
    items = []
    for row in rows:
        decide(turn.session, row, Move.EXCUSE, Cause(colleague.actor, turn.incoming.key, turn.now, Reason.SICK),
               by=colleague.staff.name)  # fmt: skip
        _make_final(turn, row)
        items.append(cards.item_of_booking(turn, row))
    letter = AbsenceExcused(child=rows[0].child.first_name, items=tuple(items))
    for guardian in queries.guardians_of(turn.session, rows[0].family_id):
        key = f"proof-excused:{booking_id}:{turn.incoming.key}"
        announce.notify(turn.session, turn.structure, guardian, letter, key=key, kind="absence", now=turn.now)
    return labels.NOTED


def excuse_button(rows: Sequence[Booking]) -> Buttons:
    """Write the button by which staff excuse what was billed for want of a proof."""
    return ((Button(labels.EXCUSE, f"px:{rows[0].id}"),),)


def _excuse_again(turn: Turn, row: Booking, cause: Cause) -> None:
    move(turn.session, row, Move.EXCUSE, cause)
    _make_final(turn, row)


def _make_final(turn: Turn, row: Booking) -> None:
    row.proof_due_at = None
    row.kept_cents = kept_cents(row.price_cents, turn.structure)
    turn.session.flush()


def _tell_staff(parent: Parent, rows: Sequence[Booking], noted: ProofNoted) -> None:
    turn = parent.turn
    child = rows[0].child
    billed = [row for row in rows if row.state == State.ABSENCE_BILLED]
    letter = StaffProof(
        child=child.first_name,
        last_name=child.last_name,
        site=turn.structure.site(child.site).name,
        settled=noted.settled,
        corrected=noted.corrected,
        late=noted.late,
        by_mail=turn.incoming.channel is Channel.EMAIL,
        buttons=excuse_button(billed) if billed else (),
    )
    announce.tell_staff(turn, letter, key=f"proof:{child.id}:{turn.incoming.key}", kind="absence")


def _cause(parent: Parent) -> Cause:
    return Cause(parent.actor, parent.turn.incoming.key, parent.turn.now, reason=Reason.SICK)
