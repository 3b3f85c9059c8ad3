"""What a family sends is kept, once, in the transaction of its message; staff get the file in their chat."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from domain.letters import labels
from domain.letters.catalogue.documents import StaffFile
from domain.letters.catalogue.letter import Buttons
from domain.letters.files import DocumentAsked
from domain.model.attachments import ANOTHER, CERTIFICATE, Attachment, flaw_of
from domain.model.messages import Button, Channel
from domain.model.structure import Structure
from domain.model.verdict import Verdict
from domain.rules.documents import valid_until
from domain.services import announce
from domain.services.announce import Post
from domain.services.turn import Parent, Turn
from domain.store import documents as store
from domain.store.documents import Arrived, Standing
from domain.store.tables.documents import Document
from domain.store.tables.people import Child

#: Buttons below a file that nobody could name.
_MOST_MEANINGS: Final = 12


@dataclass(frozen=True, slots=True)
class Needed:
    """A document that a child's booking asks for on its day."""

    child: int
    name: str
    code: str
    day: date


def usable(attachments: Iterable[Attachment], structure: Structure) -> list[Attachment]:
    """Return the enclosed files that are sound documents, no logos, and whose bytes reached us."""
    found = [file for file in attachments if file.digest and flaw_of(file, structure.documents) is None]
    return [file for file in found if not file.decorates]


def papers_in(attachments: Iterable[Attachment], structure: Structure) -> list[Attachment]:
    """Return the files that a message hands in, without the small pictures that only decorate it beside them."""
    found = usable(attachments, structure)
    return [file for file in found if not file.may_decorate] or found


def take(
    parent: Parent,
    kind: str,
    children: Collection[int],
    files: Iterable[Attachment],
    *,
    about_until: date | None = None,
) -> tuple[Document, ...]:
    """Keep `files` as documents of that kind for `children` (ids); those kept before are found by their bytes.

    What staff decided on keeps its kind; other pages of the same album, of which nobody knew for whom they are, go with
    them. `about_until` is the last day that a certificate is about.
    """
    rows = [row for file in files if (row := _row(parent, file)) is not None]
    if children:
        rows += _other_pages(parent, rows)
    for row in rows:
        _say(parent, row, kind)
        known = {child.id for child in row.children}
        new = [child for child in _children(parent.turn.session, row, children) if child.id not in known]
        row.children += new
        if about_until is not None:
            row.about_until = max(row.about_until or about_until, about_until)
        _of_this_turn(parent.turn.session)[row.id] = row
    parent.turn.session.flush()
    return tuple(rows)


def keep_the_rest(parent: Parent) -> None:
    """Keep what came with the message and nobody took; small pictures beside words are decoration."""
    incoming = parent.turn.incoming
    taken = {row.sha256 for row in _of_this_turn(parent.turn.session).values()}
    files = [file for file in usable(incoming.attachments, parent.turn.structure) if file.digest not in taken]
    take(parent, ANOTHER, (), [file for file in files if not (file.may_decorate and incoming.text.strip())])


def show(parent: Parent) -> None:
    """Send the documents of this turn to where staff read, each once."""
    turn = parent.turn
    for row in _of_this_turn(turn.session).values():
        for chat in announce.staff_chats(turn.session, turn.staff_chat):
            send_file(turn, row, str(chat), key=f"file:{row.id}:{row.received_at:%Y%m%dT%H%M%S}:{chat}")


def send_file(turn: Turn, row: Document, chat: str, *, key: str) -> None:
    """Send a document to a chat of the staff, or word of it where files stay out of chats or it is deleted."""
    policy = turn.structure.documents
    letter = StaffFile(
        name=name_of(row.kind, turn.structure),
        family=row.family.key,
        children=names(row),
        number=row.id,
        in_chat=policy.in_chat,
        lost=row.purged_at is not None,
        buttons=_meanings(turn.structure, row),
    )
    file = row.id if policy.in_chat and row.purged_at is None else 0
    post = Post(key=key, kind="file", channel=Channel.CHAT, address=chat, family_id=row.family_id, file=file)
    announce.send(turn.session, turn.structure, letter, post, turn.now)


def name_of(kind: str, structure: Structure) -> str:
    """Name a kind of document; nothing tells what a certificate says."""
    ours = {CERTIFICATE: labels.CERTIFICATE, ANOTHER: labels.ANOTHER_DOCUMENT}
    return ours.get(kind) or structure.documents.name(kind)


def names(row: Document) -> tuple[str, ...]:
    """Return the first names of the children that a document is for."""
    return tuple(child.first_name for child in sorted(row.children, key=lambda child: child.position))


def lacking(session: Session, structure: Structure, needed: Sequence[Needed]) -> tuple[DocumentAsked, ...]:
    """Return what is missing of the documents needed, then what nobody has looked at; two queries at most."""
    children, kinds = {one.child for one in needed}, {one.code for one in needed}
    held = store.held(session, children, kinds)
    unseen = store.unchecked(session, children, kinds) if held else ()
    missing = [one for one in needed if held.get((one.child, one.code), date.min) < one.day]
    waiting = [one for one in needed if one not in missing and (one.child, one.code) in unseen]
    return (*_asked(structure, missing), *_asked(structure, waiting, unchecked=True))


def asked_by(structure: Structure, verdicts: Iterable[Verdict]) -> tuple[DocumentAsked, ...]:
    """Return the documents that are missing for what was accepted of a request."""
    lines = [v.line for v in verdicts if v.accepted and v.document]
    needed = [Needed(x.child.id, x.child.first_name, x.activity.requires_document or "", x.day) for x in lines]
    return _asked(structure, needed)


def set_kind(structure: Structure, row: Document, kind: str) -> None:
    """Say what a document is; a followed one counts as long as the règlement says."""
    row.kind = kind
    followed = structure.documents.kind(kind)
    received = structure.day_of(row.received_at)
    row.valid_until = valid_until(followed, received, structure.year) if followed is not None else None


def _row(parent: Parent, file: Attachment) -> Document | None:
    turn = parent.turn
    if not file.content:
        return store.find(turn.session, parent.family.id, file.digest) if file.digest else None
    arrived = Arrived(
        family_id=parent.family.id,
        guardian_id=parent.guardian.id,
        channel=turn.incoming.channel.value,
        received_at=turn.asked_at,
        source_key=turn.incoming.key,
        proven=parent.proven,
        album=turn.incoming.album,
    )
    return store.keep(turn.session, file, arrived)


def _other_pages(parent: Parent, rows: Sequence[Document]) -> list[Document]:
    known = {row.id for row in rows}
    albums = dict.fromkeys((row.album, row.kind) for row in rows)
    found = [
        page
        for album, kind in albums
        for page in store.pages(parent.turn.session, parent.family.id, album)
        if page.kind == kind and not page.children
    ]
    return [page for page in found if page.id not in known]


def _say(parent: Parent, row: Document, kind: str) -> None:
    decided = row.state in (Standing.ACCEPTED, Standing.REFUSED)
    if kind not in (ANOTHER, row.kind) and not decided:
        set_kind(parent.turn.structure, row, kind)
    if parent.proven and row.state == Standing.UNPROVEN:  # the address on file said that it was its own
        row.state = Standing.RECEIVED


def _asked(structure: Structure, needed: Iterable[Needed], *, unchecked: bool = False) -> tuple[DocumentAsked, ...]:
    by_code: dict[str, dict[str, None]] = {}
    for one in needed:
        by_code.setdefault(one.code, {})[one.name] = None
    return tuple(DocumentAsked(structure.documents.name(c), tuple(n), unchecked) for c, n in sorted(by_code.items()))


def _meanings(structure: Structure, row: Document) -> Buttons:
    """Let staff say what a file is that nobody could name."""
    if row.kind != ANOTHER or row.purged_at is not None:
        return ()
    children = sorted(row.family.children, key=lambda child: child.position)
    found = [
        (Button(labels.it_is(kind.name, child.first_name), f"dk:{row.id}:{n}:{child.id}"),)
        for n, kind in enumerate(structure.documents.kinds)
        for child in children
    ]
    return tuple(found[:_MOST_MEANINGS])


def _children(session: Session, row: Document, ids: Collection[int]) -> list[Child]:
    return [child for number in ids if (child := session.get(Child, number)) and child.family_id == row.family_id]


def _of_this_turn(session: Session) -> dict[int, Document]:
    taken: dict[int, Document] = session.info.setdefault("documents", {})
    return taken
