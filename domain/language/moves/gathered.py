"""Where the days of a move stand that its verb does not have: in what was told before it, or in what follows."""

from __future__ import annotations

from typing import Final

from domain.language.dealing.joining import direction
from domain.language.matching.expression import Expression
from domain.language.moves.moves import ends_of
from domain.language.notions.marks import Act, Verb, Who
from domain.language.notions.propositions import Link
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import Days
from domain.model.wish import Do


def take_from_before(s: Statement, before: Statement | None) -> None:
    """Let "Luka est inscrit lundi midi, pouvez-vous le décaler à mardi ?" take the first day from what was told."""
    if before is not None and (_opens_move(before, s) or _is_made_another(before, s)):
        s.prop.slots[:0] = before.prop.slots  # "il faut décaler la cantine de Zoé : celle de jeudi passe à vendredi"
        before.mood, before.do, before.prop.verbs = Mood.TOLD, None, []
        return
    dated = [d for d in s.prop.of(Days) if isinstance(d, Days) and d.bases and not d.bases[0].ends]
    moves = s.verb is not None and s.verb.move and len(dated) == 1 and len(dated[0].bases) == 1
    if not moves or before is None or not before.prop.says_when or before.mood in (Mood.ILL, Mood.REFUSED):
        return
    mine, theirs = ({n for w in p.of(Who) if isinstance(w, Who) for n in w.names} for p in (s.prop, before.prop))
    if s.prop.sentence != before.prop.sentence and mine and theirs and not mine & theirs:
        return  # "Luka reste le soir lundi. Remplacez le goûter d'Elio jeudi par la cantine"
    s.prop.slots[:0] = before.prop.slots
    before.mood, before.do = Mood.TOLD, None


#: What was named before it: "le mettre", "mettez-la", "à mettre".
_IT_BEFORE: Final = Expression(r"\b(?:l[ea]s? |l'|l'y |a )$")
_IT_AFTER: Final = Expression(r"-(?:l[ea]s?|l')\b")


def take_away(plain: str, said: list[Statement]) -> None:
    """Let "déplacer le goûter de jeudi et le mettre vendredi" call off what stands on the day that it is moved from."""
    for n, s in enumerate(said):
        dated = [d for d in s.prop.of(Days) if isinstance(d, Days) and d.bases]
        moves = (s.verb is not None and s.verb.move) or (s.prop.change and s.verb is None)
        single = len(dated) == 1 == len(dated[0].bases) and not dated[0].frames and len(ends_of(plain, dated[0])) == 1
        if not moves or not single or direction(plain, dated[0]) == "a" or not _puts(plain, s, said[n + 1 : n + 3]):
            continue
        if not s.prop.says_what and not s.prop.says_who:
            continue
        verb = Verb(s.prop.start, s.prop.start, Do.CANCEL)
        s.prop.verbs, s.prop.change, s.mood, s.do = [verb], False, Mood.ASKED, Do.CANCEL
        for item in s.items:
            item.verb, item.do, item.act_in_cancel = verb, Do.CANCEL, bool(item.acts)


def _puts(plain: str, s: Statement, after: list[Statement]) -> bool:
    """Say whether it is put on another day next, itself named no more: "…, mettez-la plutôt vendredi"."""
    verb = after[0].verb if after else None
    if verb is None or verb.do is not Do.BOOK or after[0].prop.sentence > s.prop.sentence + 1 or after[0].prop.same:
        return False
    it = _IT_AFTER.match(plain, verb.end) or _IT_BEFORE.search(plain, max(0, verb.start - 5), verb.start)
    named = after[0].prop.slots or (after[1].prop.slots if len(after) > 1 and after[1].mood is Mood.BARE else [])
    days = [d for d in named if isinstance(d, Days) and d.bases]
    late = [x for x in named if isinstance(x, Who)] if not s.prop.says_who else []  # "… et la mettre vendredi pour Zoé"
    return it is not None and len(days) == 1 and len(days) + len(late) == len(named)


def _is_made_another(before: Statement, s: Statement) -> bool:
    """Say whether only another activity stands below its colon: "le goûter demain : à convertir en cantine"."""
    named = before.mood is Mood.BARE and before.prop.says_what and before.prop.says_when
    below = before.prop.heads and s.prop.link is Link.COLON
    beside = s.prop.link is Link.AND and s.prop.sentence == before.prop.sentence  # "…, à transformer en cantine"
    acts = bool(s.prop.slots) and all(isinstance(x, Act) for x in s.prop.slots)
    return named and acts and (below or beside) and s.verb is not None and s.verb.move


def _opens_move(before: Statement, s: Statement) -> bool:
    """Say whether one move only announces the next, which names the days."""
    both = all(o.verb is not None and o.verb.move for o in (before, s))
    return both and not before.prop.says_when and s.prop.says_when and s.prop.sentence <= before.prop.sentence + 1


def gather_move(plain: str, s: Statement, after: list[Statement]) -> None:
    """Let "décaler la cantine à vendredi au lieu de jeudi", or "… : pas jeudi mais vendredi", name both its days."""
    own = [d for d in s.prop.of(Days) if isinstance(d, Days) and d.bases]
    if s.verb is None or not s.verb.move or len(own) > 1 or any(len(ends_of(plain, d)) > 1 for d in own):
        return
    whither = [d for d in own if direction(plain, d) == "a"]
    whence = [d for d in own if d not in whither]
    given = [o for o in after if _gives_day(s, o)]
    for o in given if given == after[: len(given)] else ():
        days = [d for d in o.prop.slots if isinstance(d, Days)]
        if len(both := ends_of(plain, days[0])) > 1:
            whence, whither = [both[0]], [both[1]]
        elif (
            o.prop.link is Link.INSTEAD and own and whence == own and not any(direction(plain, d) == "de" for d in own)
        ):
            whither, whence = own, days  # "la cantine est à décaler, mardi au lieu de lundi"
        elif o.prop.link is Link.INSTEAD or o.prop.negative or (whither and not whence and o.prop.link is Link.COLON):
            whence += days
        else:
            whither += days
    if given and len(whence) == 1 == len(whither):
        others = [x for o in (s, *given) for x in o.prop.slots if not (isinstance(x, Days) and x.bases)]
        s.prop.slots = [*others, *whence, *whither]
        for o in given:
            o.mood, o.do = Mood.TOLD, None


def _gives_day(s: Statement, o: Statement) -> bool:
    """Say whether it only names a day of the move before it."""
    near = o.prop.sentence <= s.prop.sentence + 1 and not o.verb and o.prop.reason is None and not o.prop.nothing
    dated = sum(isinstance(x, Days) and bool(x.bases) for x in o.prop.slots) == 1
    whole = s.prop.heads and o.prop.link is Link.COLON  # "à déplacer à vendredi : le repas de Zoé prévu jeudi"
    return near and dated and (whole or o.prop.link is Link.INSTEAD or all(isinstance(x, Days) for x in o.prop.slots))
