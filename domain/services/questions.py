"""What we asked and have no answer to yet: a row of the family, so that any channel and any restart can go on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import bindparam, select, update

from domain.language.answers import chosen, out_of_list, own_words, takes_away
from domain.language.paper_words import means_all
from domain.language.questions import answer_of
from domain.language.told_hours import with_told_hour
from domain.language.unbounded import ending_on
from domain.language.understand import understand
from domain.letters import labels
from domain.letters.catalogue import Asked, Buttons
from domain.letters.french import euros
from domain.model.activity import AskHour
from domain.model.attachments import Attachment
from domain.model.following import Said
from domain.model.messages import Button, Channel
from domain.model.verdict import Line
from domain.model.wish import ANY_ACTIVITY, Ask, Choice, Hints, Question
from domain.rules.pricing import price
from domain.services.consider import hour_choices, judge
from domain.services.packed import pack_file, pack_said, unpack_file, unpack_said
from domain.services.turn import Parent
from domain.store.conflicts import table_of
from domain.store.tables import OpenQuestion

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

#: Of "jusqu'à nouvel ordre": the last day.
UNTIL: Final = "until"

#: How their answers are read: as those of a question of the language.
_SORTS: Final = {REPLACED: Ask.DATE, PROOF: Ask.CHILD, PAPER: Ask.CHILD, LINES: Ask.CHILD, UNTIL: Ask.DATE}

_TABLE: Final = table_of(OpenQuestion)
_HOUR_TYPED: Final = re.compile(r"\b(\d{1,2}) ?[h:] ?(\d{2})?")


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
    numbered: bool = False  # it was asked by mail, where choices have numbers instead of buttons
    more: tuple[tuple[str, tuple[Choice, ...]], ...] = ()  # what was asked with it, in one mail


def of_language(question: Question, *, replacing: bool = False) -> tuple[str, tuple[Choice, ...], str]:
    """Turn a question of the language into what is stored and shown; `replacing` asks which day is to be replaced."""
    return REPLACED if replacing else question.ask.value, question.choices, ""


def of_end() -> tuple[str, tuple[Choice, ...], str]:
    """Ask for the last day of what was said to last until further notice."""
    return UNTIL, (), ""


def of_hour(parent: Parent, line: Line) -> tuple[str, tuple[Choice, ...], str]:
    """Ask for the hour that sets the price of `line`, one choice for each price (Clap Chaz)."""
    choices = []
    for hour in hour_choices(line):
        cents = _price_at(parent, replace(line, hour=hour))
        words = euros(cents) if cents is not None else line.activity.name
        choices.append(Choice(labels.until(hour, words), hour.isoformat("minutes")))
    about = f"{line.child.first_name}, {line.activity.name}"
    kind = HOUR if line.activity.ask_hour is AskHour.DEPARTURE else f"{HOUR}_from"
    return kind, tuple(choices), about


def _price_at(parent: Parent, line: Line) -> int | None:
    """Return what this family would pay; each hour by itself, for they are alternatives."""
    if not line.activity.priced_by_family:
        return price(line.activity, line.hour)
    (verdict,) = judge(parent.turn.session, parent.turn.structure, [line], parent.turn.asked_at)
    return verdict.price_cents


def ask(parent: Parent, what: tuple[str, tuple[Choice, ...], str], sentence: Sentence) -> tuple[Asked, Buttons]:
    """Store a question in place of any earlier one; return how it is shown, with a button for each choice."""
    (asked,), buttons = ask_all(parent, (what,), sentence)
    return asked, buttons


def ask_all(
    parent: Parent, whats: Sequence[tuple[str, tuple[Choice, ...], str]], sentence: Sentence
) -> tuple[tuple[Asked, ...], Buttons]:
    """Store questions that are put together, in place of any earlier ones; buttons are for the first of them."""
    (kind, choices, about), *others = whats
    close_all(parent)
    row = OpenQuestion(
        family_id=parent.family.id,
        channel=parent.turn.incoming.channel.value,
        asked_at=parent.turn.now,
        source_key=sentence.source_key,
        payload=_pack(kind, choices, sentence) | {"about": about, "more": [_packed(*other[:2]) for other in others]},
    )
    parent.turn.session.add(row)
    parent.turn.session.flush()
    buttons = tuple((Button(choice.label, f"q:{row.id}:{n}"),) for n, choice in enumerate(choices))
    return tuple(
        Asked(kind, tuple(choice.label for choice in choices), about) for kind, choices, about in whats
    ), buttons


_LATEST: Final = (
    select(OpenQuestion)
    .where(
        OpenQuestion.family_id == bindparam("family"),
        OpenQuestion.closed_at.is_(None),
        OpenQuestion.asked_at > bindparam("since"),
    )
    .order_by(OpenQuestion.id.desc())
    .limit(1)
)


def latest(parent: Parent) -> Open | None:
    """Return the family's open question, unless it is too old to be meant."""
    row = parent.turn.session.scalar(_LATEST, {"family": parent.family.id, "since": parent.turn.now - LIVES})
    return _unpack(row) if row is not None else None


def take(parent: Parent, question_id: int) -> Open | None:
    """Return one open question of this family, by the id that a button carries."""
    row = parent.turn.session.get(OpenQuestion, question_id)
    if row is None or row.family_id != parent.family.id or row.closed_at is not None:
        return None
    return _unpack(row)


_CLOSE: Final = (
    update(_TABLE)
    .where(_TABLE.c.family_id == bindparam("family"), _TABLE.c.closed_at.is_(None))
    .values(closed_at=bindparam("now"))
)


def close_all(parent: Parent) -> None:
    """Close what is open: it was answered, or the person has moved on."""
    parent.turn.session.execute(_CLOSE, {"family": parent.family.id, "now": parent.turn.now})


def typed_answer(parent: Parent, question: Open, text: str) -> str | None:
    """Return the value that a typed text chooses, or None when it is no answer to this question."""
    said = own_words(text, parent.family)
    if question.ask == PAPER and means_all(said):
        return question.choices[-1].value
    return None if question.ask == CONFIRM else _typed(parent, question, text, said)


def _typed(parent: Parent, question: Open, text: str, said: str) -> str | None:
    if _stands_alone(parent, question, text):
        return None
    if question.ask == LINES:
        return chosen(said, Question(Ask.CHILD, question.choices))
    if question.ask.startswith(HOUR):
        return chosen(said, Question(Ask.CHILD, question.choices)) or _typed_hour(question, said)
    known = Question(_sort(question), question.choices)
    if by_place := chosen(said, known, numbered=question.numbered):
        return by_place
    if known.ask is Ask.DATE and said.isdigit():
        said = f"le {said}"
    if known.ask is not Ask.ACTION and takes_away(said) and not takes_away(question.sentence.text):
        return None  # "enlève mardi" is no answer to "pour quel jour ?"
    return answer_of(said, known, family=parent.family, structure=parent.turn.structure, now=parent.turn.asked_at)


def is_off_list(parent: Parent, question: Open, text: str) -> bool:
    """Say whether `text` is a number that none of the choices has."""
    if question.ask == CONFIRM:
        return False
    kind = Ask.CHILD if question.ask.startswith(HOUR) else _sort(question)
    known = Question(kind, question.choices)
    return out_of_list(own_words(text, parent.family), known, numbered=question.numbered)


def ask_again(parent: Parent, question: Open) -> tuple[tuple[Asked, ...], Buttons]:
    """Put an open question once more, in the words in which it was put, and what was asked with it."""
    others = ((kind, choices, "") for kind, choices in question.more)
    return ask_all(parent, ((question.ask, question.choices, question.about), *others), question.sentence)


def answered(question: Open, value: str) -> Sentence:
    """Return the sentence with one more answer given."""
    sentence = question.sentence
    if question.ask.startswith(HOUR):
        return replace(sentence, hour=time.fromisoformat(value))
    if question.ask == UNTIL:
        return replace(sentence, text=ending_on(sentence.text, date.fromisoformat(value.rpartition(",")[2])))
    name = _sort(question).value
    before = getattr(sentence.hints, name) if sentence.leans and name == Ask.DATE else None  # of "plutôt vendredi":
    value = f"{before},{value}" if before else value  # the day to replace, then the day meant
    return replace(sentence, hints=replace(sentence.hints, **{name: value}))


def _sort(question: Open) -> Ask:
    return _SORTS.get(question.ask) or Ask(question.ask)


def _stands_alone(parent: Parent, question: Open, text: str) -> bool:
    """Tell whether `text` says by itself what to do, for whom and when: that is a new message, not an answer.

    "malade" is an answer when we asked what to do, although it is a whole absence note where there is one child.
    """
    family, structure, now = parent.family, parent.turn.structure, parent.turn.asked_at
    alone = understand(text, family=family, structure=structure, now=now)
    alone = with_told_hour(alone, text, family=family, structure=structure, now=now)
    said = [wish for wish in alone.wishes if question.ask != Ask.ACTION or wish.activity != ANY_ACTIVITY]
    if not said or alone.questions:
        return False
    verb = answer_of(text, Question(Ask.ACTION), family=family, structure=structure, now=now)
    return verb is not None or alone.reason is not None or alone.other_hour


def _typed_hour(question: Open, text: str) -> str | None:
    words = text.strip().lower()
    if words.isdigit() and 1 <= int(words) <= len(question.choices):
        return question.choices[int(words) - 1].value
    found = _HOUR_TYPED.search(words)
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:  # noqa: PLR2004 - a clock's hours and minutes
        return None
    return time(int(found[1]), int(found[2] or 0)).isoformat("minutes")


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
    by_mail = row.channel == Channel.EMAIL
    return Open(row.id, facts["ask"], _choices(facts["choices"]), sentence, facts.get("about", ""), by_mail, more)


def _choices(listed: Sequence[Sequence[str]]) -> tuple[Choice, ...]:
    return tuple(Choice(label, value) for label, value in listed)
