"""What a person wants, as understood from their words, before any rule has looked at it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import Final

#: The activity of a wish that concerns the whole day ("annulez tout lundi", "malade demain").
ANY_ACTIVITY: Final = "*"


class Do(StrEnum):
    """What shall happen to a child's day."""

    BOOK = "book"
    CANCEL = "cancel"
    ABSENT = "absent"


class Reason(StrEnum):
    """Why a child is absent: a class, never a diagnosis."""

    SICK = "sick"
    FAMILY = "family"
    WORK = "work"
    OTHER = "other"


class Command(StrEnum):
    """What a person may ask for besides lines."""

    CART_SHOW = "cart.show"
    CART_VALIDATE = "cart.validate"
    CART_EMPTY = "cart.empty"
    CALENDAR_SHOW = "calendar.show"
    INVOICES_SHOW = "invoices.show"
    REQUESTS_SHOW = "requests.show"
    DEADLINES_ASK = "deadlines.ask"
    AVAILABILITY_ASK = "availability.ask"
    PRICES_ASK = "prices.ask"
    HELP = "help"
    GREET = "greet"
    HUMAN = "human"


class Ask(StrEnum):
    """What must be asked back before anything is done."""

    CHILD = "child"
    ACTIVITY = "activity"
    DATE = "date"
    ACTION = "action"


@dataclass(frozen=True, slots=True, order=True)
class Wish:
    """One child × one activity (or ANY_ACTIVITY) × one day. `child` is a first name as imported.

    `hour` is the local hour of departure or arrival that the person gave, if any.
    """

    do: Do
    child: str
    activity: str
    day: date
    hour: time | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible answer to a question: what the person reads, and the value that goes back into `Hints`."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Question:
    """What must be asked, and the answers to offer as buttons (chat) or numbers (mail); choices may be empty.

    Where nobody named a day, `more` are the days after those offered: some of the first may be past their limit.
    """

    ask: Ask
    choices: tuple[Choice, ...] = ()
    more: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Hints:
    """Answers already given to the questions about a message; understanding it again takes them as said.

    The values are those of `Choice.value`: first names joined by "," for CHILD, activity codes joined by "+" for
    ACTIVITY, ISO dates joined by "," for DATE, a `Do` value for ACTION.
    """

    child: str | None = None
    activity: str | None = None
    date: str | None = None
    action: str | None = None


class Per(StrEnum):
    """In what a number of times is counted; ONCE is in all ("pour 4 repas")."""

    WEEK = "week"
    MONTH = "month"
    ONCE = "once"


@dataclass(frozen=True, slots=True)
class Often:
    """How often a child would come ("2 soirs par semaine")."""

    times: int
    per: Per


@dataclass(frozen=True, slots=True)
class Span:
    """What a question was about ("reste-t-il de la place mardi midi pour Elio ?"): whatever the words named.

    Of a question about prices: how `often`, and until which `hour` of departure.
    """

    children: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    days: tuple[date, ...] = ()
    often: Often | None = None
    hour: time | None = None


@dataclass(frozen=True, slots=True)
class Understanding:
    """A message, understood: certain wishes, a command, what must be asked, and the reason given.

    `other_hour` says that it tells of another hour for what is booked, and asks for no booking.
    """

    wishes: tuple[Wish, ...] = ()
    command: Command | None = None
    questions: tuple[Question, ...] = ()
    reason: Reason | None = None
    about: Span = field(default_factory=Span)
    idle: tuple[date, ...] = ()  # named for a booking, and over or without what was asked for
    exception: str = ""  # the code of a reason that may open a request after its deadline
    other_hour: bool = False

    @property
    def ask(self) -> tuple[Ask, ...]:
        """What must be asked, in order."""
        return tuple(question.ask for question in self.questions)
