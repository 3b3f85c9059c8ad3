"""Staff and documents: accept or refuse one, say until when it counts or what it is, see what a family has sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from domain.language.days.days import find_days
from domain.letters import labels
from domain.letters.catalogue.documents import StaffDocuments
from domain.model.messages import Button
from domain.services import announce, documents, families, papers
from domain.services.turn import Colleague
from domain.store import documents as store
from domain.store import our_messages
from domain.store.documents import Standing
from domain.store.tables.documents import Document
from domain.store.tables.people import Child

_MOST_SHOWN: Final = 20

#: The command of this room.
COMMAND: Final = "/documents"


def on_command(colleague: Colleague) -> str:
    """List what a family has sent, with a button to see each file."""
    turn = colleague.turn
    _, _, words = turn.incoming.text.strip().partition(" ")
    key = " ".join(words.split()).lower()
    family = families.find_family(turn.session, key) if key else None
    if family is None:
        announce.reply_to_staff(turn, StaffDocuments(family=key, known=False))
        return "told"
    rows = store.of_family(turn.session, family.id, limit=_MOST_SHOWN)
    listed = tuple(papers.shown(turn, row, n) for n, row in enumerate(rows, start=1))
    buttons = tuple(
        (Button(labels.see_file(one.number, one.name), f"dg:{row.id}"),) for one, row in zip(listed, rows, strict=True)
    )
    announce.reply_to_staff(turn, StaffDocuments(family=key, documents=listed, buttons=buttons))
    return "told"


def on_press(colleague: Colleague, verb: str, numbers: Sequence[int]) -> str | None:
    """Accept (`da`), refuse (`dr`, `dn` with a reason, `db` back), name (`dk`) or show (`dg`) a document.

    Return the word under the button; raises ValueError when the data are not ours.
    """
    number, *which = numbers
    row = store.locked(colleague.turn.session, number)
    if row is None:
        return None
    if verb != "dg" and row.state in (Standing.ACCEPTED, Standing.REFUSED):
        return labels.already_decided(row.decided_by or "?")
    return _PRESSES[verb](colleague, row, which)


def on_text(colleague: Colleague) -> str | None:
    """Accept a document until the day that a reply to its card names; None when it is no such reply."""
    turn = colleague.turn
    row = _replied_to(colleague) if turn.incoming.reply_to else None
    if row is None:
        return None
    today = turn.structure.day_of(turn.now)
    found = find_days(turn.incoming.text, today=today, year=turn.structure.year)
    if not found or row.state == Standing.REFUSED:
        return None
    row.valid_until = found[-1].last
    _decide(colleague, row, Standing.ACCEPTED)
    return "decided"


def _accept(colleague: Colleague, row: Document, _which: Sequence[int]) -> str:
    return _decide(colleague, row, Standing.ACCEPTED)


def _choose_reason(colleague: Colleague, row: Document, _which: Sequence[int]) -> str:
    papers.post_card(colleague.turn, row, choosing_in=colleague.turn.incoming.chat)
    return ""


def _back(colleague: Colleague, row: Document, _which: Sequence[int]) -> str:
    papers.post_card(colleague.turn, row)
    return ""


def _refuse(colleague: Colleague, row: Document, which: Sequence[int]) -> str:
    (n,) = which
    if not 0 <= n < len(labels.DOCUMENT_REASONS):
        raise ValueError(n)
    return _decide(colleague, row, Standing.REFUSED, reason=labels.DOCUMENT_REASONS[n])


def _name(colleague: Colleague, row: Document, which: Sequence[int]) -> str | None:
    """Say what a file is that nobody could name, and for whom: a person looked at it, so it is accepted."""
    n, child_id = which
    kinds, child = colleague.turn.structure.documents.kinds, colleague.turn.session.get(Child, child_id)
    if not 0 <= n < len(kinds) or child is None or child.family_id != row.family_id:
        return None
    documents.set_kind(colleague.turn.structure, row, kinds[n].code)
    row.children = [child]
    return _decide(colleague, row, Standing.ACCEPTED)


def _show(colleague: Colleague, row: Document, _which: Sequence[int]) -> str:
    turn = colleague.turn
    documents.send_file(turn, row, turn.incoming.chat, key=f"file:{row.id}:{turn.incoming.key}")
    return labels.NOTED


def _decide(colleague: Colleague, row: Document, state: Standing, reason: str = "") -> str:
    turn = colleague.turn
    row.state, row.reason = state, reason
    row.decided_by, row.decided_at = colleague.staff.name, turn.now
    turn.session.flush()
    papers.post_card(turn, row)
    papers.tell_family(turn, row)
    papers.refresh_requests(turn, row)
    return labels.NOTED


def _replied_to(colleague: Colleague) -> Document | None:
    session, incoming = colleague.turn.session, colleague.turn.incoming
    keys = our_messages.replied_to(session, incoming.reply_to, incoming.chat, "document")
    numbers = [int(key.split(":")[1]) for key in keys if key.startswith("document:")]
    return store.locked(session, numbers[0]) if numbers else None


_PRESSES: Final[Mapping[str, Callable[[Colleague, Document, Sequence[int]], str | None]]] = MappingProxyType(
    {"da": _accept, "dr": _choose_reason, "db": _back, "dn": _refuse, "dk": _name, "dg": _show}
)

#: The buttons of this room.
VERBS: Final = frozenset(_PRESSES)
