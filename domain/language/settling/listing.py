"""What stands above or below a list, line by line: "Cantine semaine prochaine", then "Victor : lu ma je"."""

from __future__ import annotations

from domain.language.notions.hours import Hour
from domain.language.notions.marks import Act, Who
from domain.language.notions.propositions import Link
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import Days, Sort


def bears_list(s: Statement, before: list[Statement], after: list[Statement]) -> bool:
    """Say whether it names a period and no day, for what the lines below or above it list."""
    kinds = _kinds(s)
    heads = bool(after) and len(kinds) > 1 and Days in kinds and _heads_list(s, after)
    return heads or (kinds == {Who, Days} and _closes_list(s, before, after))


def heads_rows(s: Statement, after: list[Statement]) -> bool:
    """Say whether it names what is wanted, and the sentences below say when: "Zoé cantine", "lundi oui", "mardi non".

    Rows are answered by a yes or no, or name their child: "Cantine à réserver. Jeudi Victor. Vendredi les deux".
    """
    own = _kinds(s)
    single = Act in own and Days not in own and len(s.items) == 1 and not (s.prop.same or s.prop.yes or s.prop.negative)
    if not single or s.prop.link is not Link.START or not after or after[0].prop.link is not Link.START:
        return False
    below = after[:2] if after[0].prop.heads and len(after) > 1 and after[1].prop.link is Link.COLON else after[:1]
    listed = {kind for o in below for kind in _kinds(o)}
    answered = below[-1].prop.yes or below[-1].prop.negative
    bare = all(o.mood in (Mood.BARE, Mood.REFUSED) and not o.prop.same for o in below)
    return bare and Days in listed and (answered or Who in listed) and not own & listed and _is_wanted(after)


def _is_wanted(rows: list[Statement]) -> bool:
    return any(o.mood is Mood.BARE and (o.prop.says_when or o.prop.yes) for o in rows)


def is_every_day_of(s: Statement, before: list[Statement]) -> bool:
    """Say whether it is what stands after a colon: "Midi : tous les jours"."""
    head = before[-1].prop if before and s.prop.link is Link.COLON else None
    return head is not None and head.heads and head.says_what and not head.says_when and _is_daily(s)


def _closes_list(s: Statement, before: list[Statement], after: list[Statement]) -> bool:
    """Say whether "Pour Victor, la semaine prochaine." stands below a list that names no child."""
    period = all(not d.bases and d.frames_span for d in s.prop.of(Days) if isinstance(d, Days))
    listed = [o for o in before if o.prop.slots and o.mood is not Mood.TOLD]
    whole = any(o.prop.says_what for o in listed) and any(o.prop.says_when for o in listed)
    last = not any(o.prop.slots for o in after) and s.prop.link is Link.START and not s.prop.same
    return period and last and whole and not any(o.prop.says_who for o in before)


def _is_daily(s: Statement) -> bool:
    """Say whether "tous les jours" is all it says."""
    days = [x for x in s.prop.slots if isinstance(x, Days)]
    return len(days) == len(s.prop.slots) == 1 and any(w.sort is Sort.EACH_DAY for w in days[0].frames)


def _heads_list(s: Statement, after: list[Statement]) -> bool:
    """Say whether "Cantine semaine prochaine" stands above a list of children and their days."""
    period = all(not d.bases and d.frames_span for d in s.prop.of(Days) if isinstance(d, Days))
    single = len(s.items) == 1 and s.prop.link is Link.START and not (s.prop.same or s.prop.yes or s.prop.heads)
    below = after[:2] if after[0].prop.heads and len(after) > 1 and after[1].prop.link is Link.COLON else after[:1]
    bare = all(o.mood is Mood.BARE and not o.prop.same for o in below) and below[0].prop.link is Link.START
    own, listed = _kinds(s), {kind for o in below for kind in _kinds(o)}
    return period and single and bare and Days in listed and len(listed) > 1 and not (own & listed) - {Days}


def _kinds(s: Statement) -> set[type]:
    return {Act if isinstance(x, Hour) else type(x) for x in s.prop.slots}
