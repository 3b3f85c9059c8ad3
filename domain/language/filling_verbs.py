"""How verbs enter the clauses being read: as the clause's own, as a plainer word for it, or as the start of another."""

from __future__ import annotations

import re

from domain.language.filling import Filling
from domain.language.joining import Rank, rank
from domain.language.marks import Act, Cue, Force, Part, Verb
from domain.model.wish import Do, Reason


class VerbFilling(Filling):
    """Puts verbs into clauses, beside all that `Filling` puts there."""

    def _verb(self, verb: Verb) -> None:
        self._pending = None if self._pending in (Cue.NOT, Cue.BUT) else self._pending
        if verb.change:
            self.reading.change = True
            return
        if self._now.verb is None:
            self._first_verb(verb)
            return
        match rank(self._now.verb, verb, self._now, self._sentence):
            case Rank.ANOTHER:
                self._begin(verb.start)
                self._now.verb = verb
            case Rank.BETTER:
                if self._only_coming(verb):
                    self._now.verb, self._now.told, self._now.aside = None, True, True
                    self._begin(verb.start)
                self._now.verb = verb
            case Rank.SAME:
                pass
            case Rank.IDLE:
                return
        self._imply(verb)

    def _only_coming(self, verb: Verb) -> bool:
        """Say whether children who just come stand before a request for one of them ("viennent et mettez Sohan …")."""
        now = self._now
        said = now.verb is not None and now.verb.force is Force.SAID and not now.verb.meal
        bare = bool(now.whos) and not (now.acts or now.days or now.hours)
        return said and bare and self._who_follows and verb.do is Do.BOOK

    def _first_verb(self, verb: Verb) -> None:
        self._broken = self._broken or re.search(r"\b(?:il|elle|ils|elles|je|on)\b", self._glue(verb)) is not None
        apart = self._broken or re.search(r"\b(?:et|mais|puis)\b|[,;]", self._glue(verb)) is not None
        ill = apart and self._now.reason in (Reason.SICK, Reason.FAMILY) and bool(self._now.whos)
        if (
            (ill and verb.do is Do.BOOK and verb.force is Force.ASKED)
            or self._new_matter()
            or (apart and self._days_follow and self._now.days and self._stands_alone(verb))
        ):
            self._begin(verb.start)
        if self._broken and self._now.told and self._days_follow and verb.do in (Do.CANCEL, Do.ABSENT):
            self._now.days, self._now.acts, self._now.hours = None, [], []  # "elle dort chez mamie ce soir, …"
        if self._broken and self._now.reason not in (None, Reason.WORK):
            if self._days_follow and self._now.acts:  # "38,9 ce soir, elle ne viendra pas demain"
                self._now.days = None
            self._now.acts = []  # "rendez-vous jeudi matin, il ne viendra pas à la cantine"
        self._now.verb = verb
        self._imply(verb)

    def _stands_alone(self, verb: Verb) -> bool:
        """Say whether the clause has all it needs, so that "…, annulez vendredi" is about something else."""
        now = self._now
        full = bool(now.acts or now.hours) and not now.reason
        return verb.force is Force.ASKED and verb.do is Do.CANCEL and (full or now.told) and not now.negative

    def _imply(self, verb: Verb) -> None:
        self._broken = False
        if verb.meal and not self._now.acts:
            self._now.act_in_cancel |= verb.do is Do.CANCEL
            self._now.acts.append(Act(verb.start, verb.end, Part.MEAL, implied=True))
