"""The documents that a structure follows: recognised when they come, counted at once, shown to staff to be accepted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from domain.language.days.days import find_days
from domain.language.office.paper_words import kind_of_file, means_all, says_a_name_of
from domain.language.office.proof_words import is_long, names_of
from domain.letters import labels
from domain.letters.catalogue.documents import DocumentDecided, DocumentShown, DocumentsShown, StaffDocument
from domain.letters.files import DocumentNoted
from domain.model.attachments import ANOTHER, CERTIFICATE, Attachment
from domain.model.family import Child
from domain.model.messages import Button, Channel
from domain.model.wish import Choice, Command, Do, Reason, Understanding
from domain.services import announce, cards, documents
from domain.services.announce import Post
from domain.services.handed_in import Given
from domain.services.questions import PAPER, Sentence
from domain.services.turn import Parent, Turn
from domain.store import documents as store
from domain.store import queries
from domain.store.documents import COUNTS, Standing
from domain.store.tables.documents import Document

#: The answer "all of them" to the question whose document it is.
EVERYBODY: Final = "*"
_MOST_SHOWN: Final = 20


def given(parent: Parent, sentence: Sentence, understood: Understanding) -> Given[DocumentNoted] | None:
    """Take the followed documents that a message hands in; None when it hands in none."""
    structure = parent.turn.structure
    text = f"{sentence.subject}\n{sentence.text}"
    if understood.reason is Reason.SICK or says_a_name_of(structure.absence.accepted, text):
        return None
    files = documents.papers_in(sentence.attachments, structure)
    meant = [(file, kind_of_file(file, text, structure.documents.kinds)) for file in files]
    followed = [(file, kind) for file, kind in meant if kind]
    if not followed:
        return None
    children = _children_meant(parent, text, [file.name for file in files])
    for_staff = understood.command is Command.HUMAN and is_long(sentence.text)
    rest = _rest(parent, sentence, understood)
    if not children:
        _take(parent, followed, ())
        choices = (*(Choice(c.first_name, c.first_name) for c in parent.family.children), _all())
        return Given((), Understanding(), choices, for_staff)
    return Given(_note(parent, followed, children), rest, for_staff=for_staff)


def next_page(parent: Parent, sentence: Sentence) -> Given[DocumentNoted] | None:
    """Take files without words as further pages of what came with words in the same album; None when they are not."""
    turn = parent.turn
    first = next(
        (row for row in store.pages(turn.session, parent.family.id, turn.incoming.album) if row.kind != ANOTHER), None
    )
    files = documents.usable(sentence.attachments, turn.structure)
    if first is None or not files:
        return None
    ids = [child.id for child in first.children]
    rows = documents.take(parent, first.kind, ids, files, about_until=first.about_until)
    if first.kind != CERTIFICATE:
        _show(parent, rows)
    return Given(tuple(_noted(parent, row) for row in rows), Understanding())


def answered(parent: Parent, sentence: Sentence, child: str) -> tuple[DocumentNoted, ...]:
    """Take the documents that we asked about, for that child or for all."""
    structure = parent.turn.structure
    text = f"{sentence.subject}\n{sentence.text}"
    files = documents.papers_in(sentence.attachments, structure)
    meant = [(file, kind_of_file(file, text, structure.documents.kinds)) for file in files]
    children = parent.family.children if child == EVERYBODY else (parent.family.child(child),)
    return _note(parent, [(file, kind) for file, kind in meant if kind], children)


def question(choices: tuple[Choice, ...]) -> tuple[str, tuple[Choice, ...], str]:
    """Ask whose document it is."""
    return PAPER, choices, ""


def show_list(parent: Parent) -> str:
    """List what the family has sent, without what a certificate is called."""
    rows = store.of_family(parent.turn.session, parent.family.id, limit=_MOST_SHOWN)
    listed = tuple(shown(parent.turn, row) for row in rows)
    announce.reply(parent, DocumentsShown(documents=listed), kind="info")
    return "told"


def shown(turn: Turn, row: Document, number: int = 0) -> DocumentShown:
    """Turn a document into what is shown of it in a list."""
    return DocumentShown(
        name=documents.name_of(row.kind, turn.structure),
        children=documents.names(row),
        received_on=turn.structure.day_of(row.received_at),
        state=row.state,
        valid_until=row.valid_until,
        reason=row.reason,
        number=number,
    )


def post_card(turn: Turn, row: Document, *, choosing_in: str = "") -> None:
    """Show a followed document to staff, or bring its cards up to date; in `choosing_in` reasons are chosen."""
    for chat in map(str, announce.staff_chats(turn.session, turn.staff_chat)):
        first = Post(key=f"document:{row.id}:{chat}", kind="document", channel=Channel.CHAT, address=chat)
        letter = _card(turn, row, choosing=chat == choosing_in)
        if not announce.send(turn.session, turn.structure, letter, first, turn.now):
            again = replace(first, key=f"{first.key}:{turn.incoming.key}", edits_key=first.key)
            announce.send(turn.session, turn.structure, letter, again, turn.now)


def tell_family(turn: Turn, row: Document) -> None:
    """Tell the family what became of a document."""
    letter = DocumentDecided(
        name=documents.name_of(row.kind, turn.structure),
        children=documents.names(row),
        valid_until=row.valid_until,
        reason=row.reason,
    )
    for guardian in queries.guardians_of(turn.session, row.family_id):
        key = f"document-decided:{row.id}:{turn.incoming.key}"
        announce.notify(turn.session, turn.structure, guardian, letter, key=key, kind="document", now=turn.now)


def refresh_requests(turn: Turn, row: Document) -> None:
    """Bring the cards of open requests up to date that a document is needed for."""
    codes = {a.code for a in turn.structure.activities if a.requires_document == row.kind}
    children = {child.id for child in row.children}
    for request in queries.open_requests(turn.session, row.family_id) if codes else ():
        lines = [line.booking for line in request.lines if line.do == Do.BOOK and line.outcome is None]
        concerned = any(booking.activity in codes and booking.child_id in children for booking in lines)
        if concerned and not request.refusing:  # a colleague chooses a reason there: the card is written anew after
            cards.refresh(turn, request)


def _take(parent: Parent, meant: Sequence[tuple[Attachment, str]], children: Collection[Child]) -> list[Document]:
    ids = [child.id for child in children]
    return [row for file, kind in meant for row in documents.take(parent, kind, ids, [file])]


def _note(
    parent: Parent, meant: Sequence[tuple[Attachment, str]], children: Collection[Child]
) -> tuple[DocumentNoted, ...]:
    rows = _take(parent, meant, children)
    _show(parent, rows)
    return tuple(_noted(parent, row) for row in rows)


def _show(parent: Parent, rows: Sequence[Document]) -> None:
    for row in rows:
        post_card(parent.turn, row)
        refresh_requests(parent.turn, row)


def _noted(parent: Parent, row: Document) -> DocumentNoted:
    structure = parent.turn.structure
    here = [a for child in row.children for a in structure.activities_at(child.site)]
    unlocked = dict.fromkeys(a.name for a in here if a.requires_document == row.kind)
    return DocumentNoted(
        name=documents.name_of(row.kind, structure),
        children=documents.names(row),
        valid_until=row.valid_until,
        activities=tuple(unlocked) if row.state in COUNTS else (),
        accepted=row.state == Standing.ACCEPTED,
        refused=row.reason if row.state == Standing.REFUSED else "",
    )


def _children_meant(parent: Parent, text: str, files: Sequence[str]) -> tuple[Child, ...]:
    """Return the children that the words mean; none when that must be asked."""
    everybody = parent.family.children
    named = names_of([child.first_name for child in everybody], text, files)
    if named:
        return tuple(child for child in everybody if child.first_name in named)
    return everybody if len(everybody) == 1 or means_all(text) else ()


def _rest(parent: Parent, sentence: Sentence, understood: Understanding) -> Understanding:
    """Return what is left to do: the wishes, and what is asked about them; "voici l'assurance" itself asks nothing."""
    structure = parent.turn.structure
    text = f"{sentence.subject}\n{sentence.text}"
    today = structure.day_of(sentence.received_at)
    says_when = bool(find_days(text, today=today, year=structure.year))
    if understood.wishes or (understood.questions and says_when):
        return understood
    return replace(understood, questions=())


def _all() -> Choice:
    return Choice(labels.ALL_CHILDREN, EVERYBODY)


def _card(turn: Turn, row: Document, *, choosing: bool) -> StaffDocument:
    structure = turn.structure
    is_open = row.state in (Standing.RECEIVED, Standing.UNPROVEN)
    reasons = [(Button(reason, f"dn:{row.id}:{n}"),) for n, reason in enumerate(labels.DOCUMENT_REASONS)]
    decide = ((Button(labels.VALID, f"da:{row.id}"), Button(labels.NOT_VALID, f"dr:{row.id}")),)
    back = (Button(labels.BACK, f"db:{row.id}"),)
    return StaffDocument(
        name=documents.name_of(row.kind, structure),
        file=row.name,
        family=row.family.key,
        children=documents.names(row),
        by_mail=row.channel == Channel.EMAIL,
        state=row.state,
        valid_until=row.valid_until,
        decided_by=row.decided_by or "",
        decided_at=structure.local(row.decided_at) if row.decided_at else None,
        reason=row.reason,
        in_chat=structure.documents.in_chat,
        choosing_reason=choosing,
        number=row.id,
        buttons=((*reasons, back) if choosing else decide) if is_open else (),
    )
