"""Reads marks from left to right into clauses."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from domain.language.clauses import Reading
from domain.language.filling_verbs import VerbFilling
from domain.language.hours import Hour
from domain.language.joining import days_follow, rich_sentences
from domain.language.marks import Act, Cue, Mark, Sign, Verb, Who, Why
from domain.language.when import Days, Sort


class Reader(VerbFilling):
    """Reads marks in order; the small words between them steer what they become."""

    def __init__(self, plain: str) -> None:
        super().__init__(plain)
        self._takes: dict[type, Callable[..., None]] = {
            Who: self._who, Act: self._act, Days: self._days, Hour: self._hour, Verb: self._verb, Sign: self._sign,
            Why: self._why,
        }  # fmt: skip

    def read(self, marks: list[Mark]) -> Reading:
        """Return the clauses of `marks`, which are in order and do not overlap."""
        self._rich = rich_sentences(marks)
        for n, mark in enumerate(marks):
            self._who_follows = isinstance(next((m for m in marks[n + 1 :] if not isinstance(m, Sign)), None), Who)
            self._days_follow = isinstance(mark, Verb) and days_follow(marks[n + 1 :])
            self._leave_aside(mark)
            if not isinstance(mark, Sign) and self._now.bare and self._now.verb is None:
                self._now.sentence = self._sentence
            self._takes[type(mark)](mark)
            if not isinstance(mark, Sign):
                self._last = mark
                self._slip = self._slip and not self._hesitant
        return self.reading

    def _why(self, why: Why) -> None:
        self._now.reason = self._now.reason or why.reason

    def _sign(self, sign: Sign) -> None:
        match sign.cue:
            case Cue.STOP:
                self._sentence += 1
                if self._now.bare and self._now.verb is None and self._now.reason is None:
                    self._now.told = False  # "On reprend ! Yasmine à la cantine mardi"
                self._pending, self._slip, self._broken = None, False, True
            case Cue.BREAK:
                self._broken = True
            case Cue.SLIP:
                self._telling = False
                self._slip, self._hesitant = (
                    any(not c.bare for c in self.reading.clauses),
                    self._plain[sign.start : sign.end] == "euh",
                )
            case Cue.SAME | Cue.SCHOOL | Cue.MISTAKE:
                self._now.same |= sign.cue is Cue.SAME
                self._now.school |= sign.cue is Cue.SCHOOL
                self.reading.mistake |= sign.cue is Cue.MISTAKE
            case Cue.OTHER_VERB:
                self._tell(sign)
            case Cue.NOTHING:
                self._nothing(sign)
            case _:
                self._steer(sign)

    def _tell(self, sign: Sign) -> None:
        """Note that something is told: of this clause, or in a breath of its own (", je travaille jusqu'à 18h")."""
        apart = re.search(r"[,.;:!?\n]|\b(?:et|donc|car|comme|puisque|parce que|alors|mais)\b", self._glue(sign))
        if apart and (self._now.reason or self._now.verb or not self._now.bare):
            self._telling = True
        else:
            self._now.told = True

    def _leave_aside(self, mark: Mark) -> None:
        """Give what is told in a breath of its own a clause of its own, and end it with that breath."""
        if isinstance(mark, Sign):
            ends = mark.cue in (Cue.STOP, Cue.BREAK)
            self._telling = self._telling and not ends
            self._aside_over = (self._now.aside and ends) or self._aside_over
            return
        if isinstance(mark, Verb | Why) or (isinstance(mark, Days) and _says_when_back(mark)):
            self._telling = False
        elif self._telling and not self._now.aside:
            self._begin(mark.start)
            self._now.told = self._now.aside = True
        elif self._now.aside and self._aside_over:
            self._begin(mark.start)
        self._aside_over = False

    def _nothing(self, sign: Sign) -> None:
        """Drop what "rien" is said of: the child or the day just before it, or else what follows."""
        last = self._last
        near = isinstance(last, Who | Days) and not re.search(r"[^\s,:|]", self._glue(sign))
        if (near and isinstance(last, Days) and self._now.days and not self._now.whos and not self._now.acts) or (
            near and isinstance(last, Who) and self._now.whos == [last]
        ):
            self._now.negative = self._now.none = True
        else:
            self._pending = Cue.NOTHING
        if near:
            self._begin(sign.end)

    def _denies_last_day(self, sign: Sign) -> bool:
        """Take the last day of several back where "non" follows it: "lundi midi oui, mardi non"."""
        last, days = self._last, self._now.days
        alone = self._plain[sign.start : sign.end] == "non" and not self._glue(sign).strip()
        if not (alone and isinstance(last, Days) and days and 0 < len(last.bases) < len(days.bases)):
            return False
        self._now.days = replace(days, bases=days.bases[: -len(last.bases)])
        return True

    def _says_no(self, sign: Sign) -> bool:
        """Say whether "non" ends a saying that has no verb: "le 2 mai la cantine pour Zoé non."."""
        alone = self._plain[sign.start : sign.end] == "non" and not self._glue(sign).strip()
        now = self._now
        return (
            alone
            and now.verb is None
            and now.reason is None
            and now.days is not None
            and bool(now.acts or (isinstance(self._last, Days) and not now.whos))
        )

    def _steer(self, sign: Sign) -> None:
        """Remember a "not" or a "but" for what comes next."""
        kept = sign.cue is Cue.BUT and self._pending in (Cue.NOT, Cue.NOT_BUT)
        if not kept and sign.cue is not Cue.UNAFFECTED:
            self._refuse(sign)

    def _refuse(self, sign: Sign) -> None:
        """Note a "not"; right after a child it declines for that child ("Léah non")."""
        if (
            sign.cue is Cue.NOT
            and isinstance(self._last, Who)
            and re.fullmatch(r"[\s,:]*", self._plain[self._last.end : sign.start])
        ):
            trailing = re.match(r"\s*(?:$|[.,;!\n])", self._plain[sign.end :])
            if trailing and self._now.whos and self._now.days is None and not self._now.acts:
                self._now.negative = True
                return
        if self._denies_last_day(sign):
            return
        if self._says_no(sign):
            self._now.negative = self._now.none = True
            self._begin(sign.end)
            return
        self._pending, self._pending_at = sign.cue, sign.end


def _says_when_back(days: Days) -> bool:
    return any(w.sort is Sort.RETURN for w in (*days.bases, *days.frames))
