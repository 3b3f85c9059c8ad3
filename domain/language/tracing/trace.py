"""Why a message was understood as it was: plain data. Each piece knows the place of its words in what was typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import Enum, IntEnum, auto

from domain.language.reading import Basis
from domain.model.wish import Ask, Command, Do, Reason, Wish

Value = Do | Reason | str | date | time


class Source(IntEnum):
    """Where words stand."""

    TEXT = auto()
    SUBJECT = auto()


@dataclass(frozen=True, slots=True, order=True)
class Words:
    """Words as typed: those from `start` to `end` of the text, or of a mail's subject."""

    start: int
    end: int
    source: Source = Source.TEXT

    def quoted(self, text: str, subject: str = "") -> str:
        """Return the words."""
        return (text if self.source is Source.TEXT else subject)[self.start : self.end]


class Kind(Enum):
    """What a piece says of what is wanted."""

    ACTION = auto()
    CHILD = auto()
    NOT_CHILD = auto()
    ACTIVITY = auto()
    HOUR = auto()
    DAYS = auto()
    REASON = auto()


class Ground(Enum):
    """What was assumed where the words do not say it themselves."""

    NEIGHBOURS = auto()  # lent by what was said beside it
    SUBJECT = auto()  # lent by the mail's subject
    CORRECTED = auto()  # said as a correction
    ONLY_CHILD = auto()
    RESPELT = auto()  # a name, misspelt or shortened
    GROUP = auto()  # "les deux", "sa sœur": who that is was worked out
    NO_VERB = auto()  # what is named without a verb is booked
    WHOLE_DAY = auto()
    NEXT_WEEKDAY = auto()
    TODAY = auto()
    NEXT_NUMBER = auto()  # a day's number without its month
    DEFAULT_YEAR = auto()
    TO_YEAR_END = auto()
    BEFORE_RETURN = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that is wanted, the words that it was taken from (none: it is an assumption), and what was assumed."""

    kind: Kind
    values: tuple[Value, ...]
    words: tuple[Words, ...] = ()
    grounds: tuple[Ground, ...] = ()


class Left(Enum):
    """Why something was left out."""

    HEADERS = auto()  # a mail's own header lines, pasted
    QUOTED = auto()
    SIGNATURE = auto()
    TOO_LONG = auto()
    OLD_SUBJECT = auto()  # of a mail that was answered
    UNUSED = auto()  # the text, where only the subject or a forwarded mail asks for anything
    TOLD = auto()
    CAUSE = auto()
    AS_PLANNED = auto()
    EXISTING = auto()
    REFUSED = auto()
    EXCEPTED = auto()
    HEADING = auto()
    SUPERSEDED = auto()
    THANKED = auto()
    PAST = auto()
    ONSET = auto()
    NOT_RUNNING = auto()
    AFTER_YEAR = auto()
    TAKEN_BACK = auto()


@dataclass(frozen=True, slots=True)
class Skipped:
    """Days that the words mean and nothing is asked for."""

    why: Left
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Take:
    """One item that a proposition asks for: its pieces, what they come to, and the days among them that fall away."""

    pieces: tuple[Piece, ...]
    wishes: tuple[Wish, ...] = ()
    skipped: tuple[Skipped, ...] = ()


class Role(Enum):
    """What a proposition was taken for."""

    ASKED = auto()
    STATED = auto()
    NAMED = auto()
    ILL = auto()
    FRAMES = auto()  # says whom, what, when or what to do of the others
    CORRECTS = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """A proposition that counts, and what it asks for."""

    words: Words
    role: Role
    takes: tuple[Take, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words that nothing rests on."""

    words: Words
    why: Left


@dataclass(frozen=True, slots=True)
class Respelt:
    """Words read as others."""

    words: Words
    read: str


@dataclass(frozen=True, slots=True)
class Heard:
    """A command (a question is one), and the words that it was taken from."""

    command: Command
    words: Words


class Unsure(Enum):
    """Why something must be asked."""

    NO_CHILD = auto()
    STRANGER = auto()
    SEVERAL = auto()
    PUZZLED = auto()
    NO_ACTIVITY = auto()
    WIDE_ACTIVITY = auto()
    NO_DAY = auto()
    CLASH = auto()
    VAGUE = auto()
    PAST = auto()
    NOTHING_RUNS = auto()
    NO_ACTION = auto()
    DISPUTED = auto()


@dataclass(frozen=True, slots=True)
class Doubt:
    """What must be asked, why, and the words that leave it open."""

    ask: Ask
    why: Unsure
    words: tuple[Words, ...] = ()
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """The way from words to an understanding."""

    basis: Basis
    source: Source = Source.TEXT
    steps: tuple[Step, ...] = ()
    left: tuple[LeftOut, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    respelt: tuple[Respelt, ...] = ()
    heard: tuple[Heard, ...] = ()
    reasons: tuple[Piece, ...] = ()
