"""What `preau explain` calls the things in a trace: one English phrase for each."""

from __future__ import annotations

from typing import Final

from domain.language.reading import Basis
from domain.language.tracing.trace import Ground, Kind, Left, Role, Unsure

KINDS: Final = {
    Kind.ACTION: "action",
    Kind.CHILD: "child",
    Kind.NOT_CHILD: "except",
    Kind.ACTIVITY: "activity",
    Kind.HOUR: "hour",
    Kind.DAYS: "days",
    Kind.REASON: "reason",
}

ROLES: Final = {
    Role.ASKED: "asks",
    Role.STATED: "states what will be",
    Role.NAMED: "names things, without a verb",
    Role.ILL: "tells of an absence",
    Role.FRAMES: "says whom, what or when the others mean",
    Role.CORRECTS: "corrects what stands before it",
}

GROUNDS: Final = {
    Ground.NEIGHBOURS: "lent by what is said beside it",
    Ground.SUBJECT: "lent by the subject",
    Ground.CORRECTED: "the correction counts",
    Ground.ONLY_CHILD: "the family's only child",
    Ground.RESPELT: "a name misspelt or shortened",
    Ground.GROUP: "worked out from the family",
    Ground.NO_VERB: "no verb says so",
    Ground.WHOLE_DAY: "the whole day, no activity by itself",
    Ground.NEXT_WEEKDAY: "a bare weekday is the next one",
    Ground.TODAY: "no day is named: today",
    Ground.NEXT_NUMBER: "a number without a month is the next such day",
    Ground.DEFAULT_YEAR: "no year is said: within the school year",
    Ground.TO_YEAR_END: "no end is said: until the school year ends",
    Ground.BEFORE_RETURN: "up to the day before the return",
}

LEFT: Final = {
    Left.HEADERS: "the header lines of a mail",
    Left.QUOTED: "a quoted mail",
    Left.SIGNATURE: "closing words, signature or footer",
    Left.TOO_LONG: "beyond the longest text that is read",
    Left.OLD_SUBJECT: "the subject of the mail that is answered",
    Left.UNUSED: "it asks for nothing; what counts stands elsewhere",
    Left.TOLD: "told in passing",
    Left.CAUSE: "tells why, and asks for nothing",
    Left.AS_PLANNED: "stays as planned",
    Left.EXISTING: "tells of a booking that exists",
    Left.REFUSED: "refused: nothing is asked for it",
    Left.EXCEPTED: "an exception",
    Left.HEADING: "only a heading over what is said below it",
    Left.SUPERSEDED: "corrected by what follows",
    Left.THANKED: "said in thanks or in passing",
    Left.PAST: "past",
    Left.ONSET: "tells when something began",
    Left.NOT_RUNNING: "it does not run then",
    Left.AFTER_YEAR: "after the school year",
    Left.TAKEN_BACK: "refused in the same message",
}

UNSURE: Final = {
    Unsure.NO_CHILD: "no child is named, and the family has several",
    Unsure.STRANGER: "no child of the family is called so",
    Unsure.SEVERAL: "it may be several children",
    Unsure.PUZZLED: "what belongs to whom is not plain",
    Unsure.NO_ACTIVITY: "no activity is named",
    Unsure.WIDE_ACTIVITY: "it may be several activities, or none that runs then",
    Unsure.NO_DAY: "no day is named",
    Unsure.CLASH: "the date does not exist, or is another weekday",
    Unsure.VAGUE: "it names no certain day",
    Unsure.PAST: "it is past",
    Unsure.NOTHING_RUNS: "nothing of the kind runs then",
    Unsure.NO_ACTION: "it does not say whether to book or to call off",
    Unsure.DISPUTED: "the same thing is wanted and called off",
}

BASES: Final = {
    Basis.WORDS: "nothing in it asks for what can be done here",
    Basis.FOR_A_PERSON: "an automatic reply, an advertisement, a table, papers for past days or an unread language",
    Basis.SMALL_TALK: "no more than politeness or a plain answer",
    Basis.SIGN: "a sign that says yes",
    Basis.WORDLESS: "there are no words in it",
    Basis.TURNED: "a word that may turn its meaning was not understood",
    Basis.TOO_LONG: "it names more than any parent asks for",
}
