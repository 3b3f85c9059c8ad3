"""Words of a colleague that are no command: they always hear what those did, or that they did nothing."""

from __future__ import annotations

from domain.letters.catalogue.staff import StaffWords
from domain.model.messages import Kind
from domain.services import announce
from domain.services.turn import Colleague
from domain.store import our_messages, queries
from domain.store.documents import Standing
from domain.store.tables.documents import Document
from domain.store.tables.requests import Request


def tell_refusal(colleague: Colleague, request: Request, line_id: int, reason: str) -> None:
    """Say that `reason` was taken for the refusal of a line (0: of all), or ("") that somebody was quicker."""
    if not reason:
        announce.reply_to_staff(colleague.turn, _about_request(request))
        return
    number = next((place for place, line in enumerate(request.lines, start=1) if line.id == line_id), 0)
    told = request.decided_at is not None
    announce.reply_to_staff(
        colleague.turn, StaffWords(did="refused", number=request.id, line=number, reason=reason, told=told)
    )


def on_text(colleague: Colleague) -> str | None:
    """Answer words to the bot that nothing else has taken; None when they are meant for somebody else.

    What colleagues tell each other in the group is left alone, and what a parent among them writes is their family's,
    unless it replies to what the office was told.
    """
    turn = colleague.turn
    incoming = turn.incoming
    if not incoming.reply_to and not incoming.private:
        return None
    keys = our_messages.office_messages(turn.session, incoming.reply_to, incoming.chat)
    if incoming.private and not keys and is_parent(colleague):
        return None
    announce.reply_to_staff(turn, _about(colleague, keys[0] if keys else ""))
    return "told"


def is_parent(colleague: Colleague) -> bool:
    """Say whether this colleague is a guardian of a family as well, in the same chat."""
    return queries.guardian_by_chat(colleague.turn.session, int(colleague.turn.incoming.sender)) is not None


def unread(colleague: Colleague) -> str:
    """Say that a voice message, a picture or an edited message is not read."""
    did = "edited" if colleague.turn.incoming.kind is Kind.EDIT else "unreadable"
    announce.reply_to_staff(colleague.turn, StaffWords(did=did))
    return "told"


def _about(colleague: Colleague, key: str) -> StaffWords:
    """Write the answer to words under the message `key`."""
    session = colleague.turn.session
    kind, _, rest = key.partition(":")
    number = rest.partition(":")[0]
    if kind in ("card", "reason") and (request := session.get(Request, int(number))) is not None:
        return _about_request(request)
    if kind == "document" and (row := session.get(Document, int(number))) is not None:
        return StaffWords(did="document_refused" if row.state == Standing.REFUSED else "document")
    return StaffWords()


def _about_request(request: Request) -> StaffWords:
    did = "decided" if request.decided_at is not None else "open"
    return StaffWords(did=did, number=request.id, by=request.decided_by or "")
