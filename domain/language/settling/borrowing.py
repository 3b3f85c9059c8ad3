"""What a statement without a verb of its own borrows: the action demanded beside it, or a booking."""

from __future__ import annotations

from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.propositions import Link
from domain.language.notions.statement import AWAY, Mood, Statement
from domain.model.wish import Do

#: What makes lines of a cart.
LINES: Final = (Do.BOOK, Do.CANCEL)


def borrowed(plain: str, bare: Statement, before: list[Statement], after: list[Statement]) -> Do | None:
    """Return the action of what was demanded before, or after, or else a booking of what is named fully enough."""
    if bare.prop.yes and bare.prop.slots:
        before = [o for o in before if not o.prop.negative]  # "lundi non, jeudi oui"
    below = _is_done_below(before, after)
    changes = bare.prop.change and bool(before) and _only_changes(bare, before[0], after)
    if changes or (not below and _is_others_cancellation(plain, bare, before)):
        return None
    if not below and not bare.prop.same and (own := _demanded_behind(bare, before, after)):
        return own
    for n, other in enumerate(after[:1] if below else before):
        if not (_is_day_off(bare, other) or _stays_home(plain, bare, other, before)) and (
            _lends_action(other, bare) or _goes_on(plain, bare, other)
        ):
            return Do.BOOK if not (below or n) and _is_set_against(bare, other) else other.do
    if (do := _demanded_later(bare, after)) is not None:
        return do
    if bare.prop.same and (done := [o.do for o in before if o.do in LINES and o.mood is not Mood.TOLD]):
        return done[0]  # "Et mardi non plus"
    return _by_itself(bare, before, after)


def _only_changes(bare: Statement, before: Statement, after: list[Statement]) -> bool:
    """Say whether "il y a aussi un changement pour Zoé jeudi" does not say which, whatever was asked before it."""
    own = bare.prop.sentence != before.prop.sentence and not bare.prop.heads and bare.prop.says_who
    return own and not any(o.prop.sentence == bare.prop.sentence for o in after)


def _by_itself(bare: Statement, before: list[Statement], after: list[Statement]) -> Do | None:
    """Return a booking where it is named fully enough, and no change is spoken of beside it."""
    swaps = bool(after) and _swaps(bare, after[0])
    later = [o for o in after if o.prop.sentence == bare.prop.sentence or not o.prop.slots]
    if any(s.prop.change for s in (*before, *later, bare)) and not (bare.prop.yes or swaps):
        return None
    return Do.BOOK if bare.prop.says_what or _is_listed(bare, before, after) else None


def _demanded_behind(bare: Statement, before: list[Statement], after: list[Statement]) -> Do | None:
    """Return what its own sentence demands, or "je réserve" right behind it, whatever was demanded in another one.

    "Retirez Victor du goûter vendredi. Victor et Séverine : midi demain. Je réserve." `before` begins with the nearest.
    """
    if any(o.prop.sentence == bare.prop.sentence and o.do is not None for o in before):
        return None
    for other in after:
        if other.mood in (Mood.FRAME, Mood.ASKED) and other.do in LINES:
            here = other.prop.sentence == bare.prop.sentence and (other.mood is Mood.FRAME or other.do is Do.BOOK)
            heads_others = not here and other.prop.heads  # "…; Léah, goûter, jeudi. Une annulation : …"
            return other.do if here or not (other.prop.slots or heads_others) else None
        if other.mood is not Mood.BARE:
            return None
    return None


def _lends_action(other: Statement, bare: Statement) -> bool:
    """Say whether what is demanded there, or said in the same sentence, is to be done with `bare` too."""
    demanded = other.mood is Mood.FRAME or (other.mood is Mood.ASKED and other.do in LINES)
    stated = other.mood is Mood.STATED and other.prop.sentence == bare.prop.sentence
    return other.do is not None and (demanded or stated)


def _is_set_against(bare: Statement, other: Statement) -> bool:
    """Say whether it is what is done in place of what is not: "Zoé n'ira pas au goûter jeudi mais à la cantine"."""
    off = other.do is Do.CANCEL and other.mood is Mood.STATED and other.prop.says_what
    turned = bare.prop.link is Link.BUT and not (bare.prop.same or bare.prop.negative)
    near = bare.prop.sentence == other.prop.sentence and bare.prop.says_what and not bare.prop.says_who
    return off and turned and near


def _goes_on(plain: str, bare: Statement, other: Statement) -> bool:
    """Say whether the next sentence is one more of the same: "Elio mange jeudi. Et Luka vendredi."."""
    stated = other.mood is Mood.STATED and other.do in LINES and other.prop.sentence == bare.prop.sentence - 1
    named = bare.prop.says_who and bare.prop.says_when and not bare.prop.says_what
    return stated and named and _AND.match(plain, bare.prop.start) is not None


def _is_day_off(bare: Statement, before: Statement) -> bool:
    """Say whether a day was called off, and it goes on with something else: "… tout vendredi. Et cantine lundi"."""
    whole = before.do is Do.CANCEL and before.verb is not None and before.verb.whole
    own = bare.prop.says_what and bare.prop.says_when and bare.prop.says_who and not bare.prop.same
    return whole and own and bare.prop.sentence != before.prop.sentence


#: Where a child stays that does not come.
_HOME: Final = Expression(r"\b(?:a la maison|au lit|au chaud|couchee?s?|avec (?:moi|nous)|pres de moi)\b")


def _stays_home(plain: str, bare: Statement, other: Statement, before: list[Statement]) -> bool:
    """Say whether another child stays at home, or is ill: "Anne-Lise reste au lit, JB à la cantine demain svp"."""
    off = other.do is Do.CANCEL and other.mood is Mood.STATED and other.verb is not None and other.verb.whole
    here = [o for o in before if o.prop.sentence == bare.prop.sentence]
    ill = any(o.prop.reason in AWAY for o in here)
    home = ill or _HOME.search(plain, other.prop.start, other.prop.end) is not None
    whole = bare.prop.says_who and bare.prop.says_what and not (bare.prop.same or bare.prop.negative)
    mine, theirs = ({n for o in said for i in o.items for n in i.names} for said in ([bare], here))
    return off and home and whole and bool(mine) and not mine & theirs


_AND: Final = Expression(r"\W*(?:et|puis|ainsi que|aussi|idem)\b")


def _is_others_cancellation(plain: str, bare: Statement, before: list[Statement]) -> bool:
    """Say whether "Luka au goûter jeudi" stands whole behind "Annulez la cantine d'Elio lundi.", which ends there.

    `before` begins with what stands nearest.
    """
    here = [o for o in before if o.prop.sentence == bare.prop.sentence]
    earlier = [o for o in before if o.prop.sentence != bare.prop.sentence and o.mood is not Mood.TOLD]
    goes_on = bare.prop.same or _AND.match(plain, (here[-1] if here else bare).prop.start) is not None
    last = earlier[0] if earlier else None
    if last is None or last.do is not Do.CANCEL or last.prop.heads or goes_on or not bare.prop.says_what:
        return False
    if any(o.do is not None for o in here):
        return False  # its own sentence says what is to be done
    named = [o for o in earlier if o.prop.sentence >= last.prop.sentence - 1]
    mine, theirs = ({n for o in said for i in o.items for n in i.names} for said in ((bare, *here), named))
    asked = last.mood is Mood.ASKED or (last.mood is Mood.FRAME and bare.prop.says_when)
    whole = any(o.prop.says_when for o in named) and bool(theirs)
    return asked and whole and bool(mine) and not mine & theirs


def _is_done_below(before: list[Statement], after: list[Statement]) -> bool:
    """Say whether what is to be done stands behind each: "midi jeudi à annuler, midi vendredi à ajouter"."""
    behind, ahead = after[0] if after else None, before[0] if before else None
    frames = [
        o for o in (behind, ahead) if o is not None and o.mood is Mood.FRAME and not (o.prop.slots or o.prop.heads)
    ]
    return len(frames) > 1 and {o.do for o in frames} == set(LINES)


def _swaps(bare: Statement, after: Statement) -> bool:
    """Say whether a change is said whole: "modifier jeudi : A au lieu de B", "cantine jeudi et non vendredi"."""
    if after.prop.link is Link.INSTEAD:
        return bare.prop.says_what or bare.prop.says_when
    return bare.prop.says_what and bare.prop.says_when and after.prop.link is Link.BUT and after.prop.negative


def _demanded_later(bare: Statement, after: list[Statement]) -> Do | None:
    for n, other in enumerate(after):
        if other.mood is Mood.FRAME and other.do in LINES:
            here = other.prop.sentence == bare.prop.sentence
            if not here and other.do is Do.CANCEL and _is_complete(bare) and _has_its_own(other, after[:n]):
                return None  # "Un repas pour Luka mardi. Pas besoin du goûter vendredi pour Elio, à enlever"
            busy = any(o.prop.sentence == other.prop.sentence and o.mood is Mood.ILL for o in after)
            if other.do is Do.CANCEL and any(o.mood is Mood.REFUSED for o in after[:n] if not here):
                return None  # "Ce soir pas de goûter pour Zoé. À annuler donc"
            if here or not busy:  # "Sohan est malade, annulez tout pour lui" says nothing of the sentence before
                return other.do
            continue
        if other.mood is Mood.ASKED and other.do:
            same = other.prop.sentence == bare.prop.sentence or bare.prop.heads
            complete = bare.prop.says_what and bare.prop.says_when
            return other.do if not complete and (same or other.do is Do.BOOK) else None
    return None


def _is_complete(bare: Statement) -> bool:
    return bare.prop.says_who and bare.prop.says_what and bare.prop.says_when


def _has_its_own(frame: Statement, before: list[Statement]) -> bool:
    """Say whether what is to be done is said of things named in its own sentence."""
    silent = (Mood.TOLD, Mood.CONTEXT)
    return any(o.prop.sentence == frame.prop.sentence and o.prop.slots and o.mood not in silent for o in before)


def _is_listed(bare: Statement, before: list[Statement], after: list[Statement]) -> bool:
    """Say whether what it does not name is named by its list ("lundi : Ilyès cantine / jeudi : les deux")."""
    silent = (Mood.TOLD, Mood.REFUSED)
    passed = (o for o in before if o.mood not in silent and not (o.mood is Mood.CONTEXT and not o.prop.says_what))
    nearest = next(passed, None)
    if bare.prop.yes and bare.prop.says_when and nearest is None:
        return True
    narrowed = bare.prop.only and bare.prop.says_who and bare.prop.says_when
    if narrowed and nearest is not None and nearest.do is Do.BOOK and any(o.prop.says_what for o in before):
        return True  # "Les deux mangent jeudi. Vendredi que Victor."
    if nearest is not None and (nearest.mood is Mood.CONTEXT or (nearest.mood is Mood.BARE and nearest.do is Do.BOOK)):
        return True
    return bare.prop.says_who and any(o.mood is Mood.CONTEXT and o.prop.says_what for o in after)
