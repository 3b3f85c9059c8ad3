"""What we asked and have no answer to yet: a row of the family, so that any channel and any restart can go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import bindparam, select, update

from domain.letters.catalogue.answers import Asked
from domain.letters.catalogue.letter import Buttons
from domain.model.attachments import Attachment
from domain.model.following import Said
from domain.model.messages import Button, Channel
from domain.model.wish import Choice, Hints
from domain.services.packed import pack_file, pack_said, unpack_file, unpack_said
from domain.services.turn import Parent
from domain.store.conflicts import table_of
from domain.store.tables.conversation import OpenQuestion

#: An unanswered question is forgotten after this; the person has moved on.
LIVES: Final = timedelta(hours=48)

#: What is asked besides the four of the language: the hour of leaving or coming, "was it you?", and, of a follow-up,
#: which day is to be replaced.
HOUR: Final = "hour"
CONFIRM: Final = "confirm"
REPLACED: Final = "date_replaced"

#: Of a proof that was sent: whose absence it is for.
PROOF: Final = "proof"

#: Of a document that the structure follows: whose it is.
PAPER: Final = "paper"

#: Of "enlever le 4": a line of the cart, or a day.
LINES: Final = "lines"

#: Of "pareil pour Séverine", days later: whether it is the request of then that is meant.
EARLIER: Final = "earlier"

#: Of "jusqu'à nouvel ordre": the last day.
UNTIL: Final = "until"

#: Of "mardi" alone, after a request: whether it is meant besides, or in its place.
EITHER: Final = "either"

#: The values of yes and no, of besides and in its place.
YES, NO, BESIDES, IN_ITS_PLACE = "yes", "no", "besides", "place"

#: A question as it is stored and shown: its sort, its choices, and what it is about.
What = tuple[str, tuple[Choice, ...], str]

_TABLE: Final = table_of(OpenQuestion)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A message being understood: its words, when it was received, and the answers given about it so far.

    `leans` says that it is a follow-up, understood relative to `said`, which is kept with the question about it.
    """

    text: str
    received_at: datetime
    source_key: str
    ref: str = ""
    subject: str = ""
    hints: Hints = field(default_factory=Hints)
    hour: time | None = None
    leans: bool = False
    said: Said | None = None
    attachments: tuple[Attachment, ...] = ()
    beside: tuple[Open, ...] = ()  # what is still asked about other messages

    @property
    def answered(self) -> bool:
        """Whether something about it was asked and answered."""
        return self.hour is not None or self.hints != Hints()


@dataclass(frozen=True, slots=True)
class Open:
    """A stored question."""

    id: int
    ask: str
    choices: tuple[Choice, ...]
    sentence: Sentence
    about: str = ""
    guardian: int = 0  # who was asked
    numbered: bool = False  # it was asked by mail, where choices have numbers instead of buttons
    more: tuple[tuple[str, tuple[Choice, ...]], ...] = ()  # what was asked with it, in one mail
    again: bool = False  # it was put a second time, below the answer to something else


def ask(parent: Parent, what: What, sentence: Sentence) -> tuple[Asked, Buttons]:
    """Store a question in place of any earlier one; return how it is shown, with a button for each choice."""
    (asked,), buttons = ask_all(parent, (what,), sentence)
    return asked, buttons


def ask_all(
    parent: Parent, whats: Sequence[What], sentence: Sentence, *, beside: int = 0
) -> tuple[tuple[Asked, ...], Buttons]:
    """Store questions that are put together, in place of any earlier ones; buttons are for the first of them.

    The question `beside` stays open: it is about another message.
    """
    (kind, choices, about), *others = whats
    close_all(parent, beside=beside)
    row = OpenQuestion(
        family_id=parent.family.id,
        channel=parent.turn.incoming.channel.value,
        asked_at=parent.turn.now,
        source_key=sentence.source_key,
        payload=_pack(kind, choices, sentence)
        | {
            "about": about,
            "more": [_packed(*other[:2]) for other in others],
            "guardian": parent.guardian.id,
        },
    )
    parent.turn.session.add(row)
    parent.turn.session.flush()
    return tuple(
        Asked(kind, tuple(choice.label for choice in choices), about) for kind, choices, about in whats
    ), _buttons(row.id, choices)


def _buttons(number: int, choices: Sequence[Choice]) -> Buttons:
    return tuple((Button(choice.label, f"q:{number}:{n}"),) for n, choice in enumerate(choices))


_OPEN: Final = (
    select(OpenQuestion)
    .where(
        OpenQuestion.family_id == bindparam("family"),
        OpenQuestion.closed_at.is_(None),
        OpenQuestion.asked_at > bindparam("since"),
    )
    .order_by(OpenQuestion.asked_at.desc(), OpenQuestion.id.desc())
)


def open_ones(parent: Parent) -> tuple[Open, ...]:
    """Return the family's open questions, the one put last first, without those too old to be meant."""
    rows = parent.turn.session.scalars(_OPEN, {"family": parent.family.id, "since": parent.turn.now - LIVES})
    return tuple(map(_unpack, rows))


def waiting(parent: Parent, sentence: Sentence) -> Open | None:
    """Return what this guardian was asked about another message than `sentence`, and has not answered yet.

    It is put once more, not for ever.
    """
    others = (one for one in sentence.beside if one.guardian == parent.guardian.id and not one.again)
    return next((one for one in others if not sentence.ref or one.sentence.ref != sentence.ref), None)


def put_again(parent: Parent, question: Open, about: str) -> tuple[Asked, Buttons]:
    """Put a question a second time below the answer to something else, with the words that it is `about`."""
    row = parent.turn.session.get_one(OpenQuestion, question.id)
    row.asked_at, row.channel = parent.turn.now, parent.turn.incoming.channel.value
    row.payload = row.payload | {"about": about, "again": True}
    parent.turn.session.flush()
    shown = tuple(choice.label for choice in question.choices)
    return Asked(question.ask, shown, about, again=True), _buttons(row.id, question.choices)


def take(parent: Parent, question_id: int) -> Open | None:
    """Return one open question of this family, by the id that a button carries."""
    row = parent.turn.session.get(OpenQuestion, question_id)
    if row is None or row.family_id != parent.family.id or row.closed_at is not None:
        return None
    return _unpack(row)


_CLOSE: Final = (
    update(_TABLE)
    .where(_TABLE.c.family_id == bindparam("family"), _TABLE.c.closed_at.is_(None), _TABLE.c.id != bindparam("beside"))
    .values(closed_at=bindparam("now"))
)


def close_all(parent: Parent, *, beside: int = 0) -> None:
    """Close what is open, but the question `beside`: it was answered, or the person has moved on."""
    parent.turn.session.execute(_CLOSE, {"family": parent.family.id, "now": parent.turn.now, "beside": beside})


def close(parent: Parent, question: Open) -> None:
    """Close a question that was answered; others stay open."""
    row = parent.turn.session.get_one(OpenQuestion, question.id)
    row.closed_at = parent.turn.now
    parent.turn.session.flush()


def ask_again(parent: Parent, question: Open) -> tuple[tuple[Asked, ...], Buttons]:
    """Put an open question once more, in the words in which it was put, and what was asked with it."""
    others = ((kind, choices, "") for kind, choices in question.more)
    return ask_all(parent, ((question.ask, question.choices, question.about), *others), question.sentence)


def _packed(kind: str, choices: tuple[Choice, ...]) -> list[Any]:
    return [kind, [[choice.label, choice.value] for choice in choices]]


def _pack(kind: str, choices: tuple[Choice, ...], sentence: Sentence) -> dict[str, Any]:
    return {
        "ask": kind,
        "choices": [[choice.label, choice.value] for choice in choices],
        "text": sentence.text,
        "subject": sentence.subject,
        "received_at": sentence.received_at.isoformat(),
        "ref": sentence.ref,
        "hints": asdict(sentence.hints),
        "hour": sentence.hour.isoformat("minutes") if sentence.hour else None,
        "leans": sentence.leans,
        "said": pack_said(sentence.said) if sentence.said else None,
        "attachments": [pack_file(file) for file in sentence.attachments],
    }


def _unpack(row: OpenQuestion) -> Open:
    facts = row.payload
    sentence = Sentence(
        text=facts["text"],
        subject=facts["subject"],
        received_at=datetime.fromisoformat(facts["received_at"]),
        source_key=row.source_key,
        ref=facts["ref"],
        hints=Hints(**facts["hints"]),
        hour=time.fromisoformat(facts["hour"]) if facts["hour"] else None,
        leans=facts.get("leans", False),  # absent from a question that an older version asked
        said=unpack_said(facts["said"]) if facts.get("said") else None,
        attachments=tuple(unpack_file(file) for file in facts.get("attachments", ())),
    )
    more = tuple((kind, _choices(listed)) for kind, listed in facts.get("more", ()))
    return Open(
        id=row.id,
        ask=facts["ask"],
        choices=_choices(facts["choices"]),
        sentence=sentence,
        about=facts.get("about", ""),
        guardian=facts.get("guardian", 0),
        numbered=row.channel == Channel.EMAIL,
        more=more,
        again=facts.get("again", False),
    )


def _choices(listed: Sequence[Sequence[str]]) -> tuple[Choice, ...]:
    return tuple(Choice(label, value) for label, value in listed)
