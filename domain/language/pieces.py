"""Puts cut pieces together again: a list goes on, a remark in brackets, a subject before its verb."""

from __future__ import annotations

from typing import Final

from domain.language.cutter import Cutter
from domain.language.expression import Expression
from domain.language.hours import Hour
from domain.language.marks import Act, Force, Mark, Part, Who
from domain.language.propositions import Link, Proposition, Slot
from domain.language.when import Days, Sort
from domain.model.wish import Do, Reason

_TWO: Final = 2
#: "elio et luka": one list, and no comma.
_AND_WHO: Final = Expression(r" (?:et|&|ou|ni) (?:d'|de |a |pour )?")
#: "au gouter et au creatif": the same.
_AND_WHAT: Final = Expression(r" (?:et|&) (?:(?:pour|a) )?(?:l'|le |la |au |a l'|a la )?(?:atelier |accueil )?")
_AND_GOES: Final = Expression(r"\s*(?:et|puis)\b")
#: A verb said of several.
_PLURAL: Final = Expression(r" (?:(?:ne|y|se|les) |n'|n'y )*(?:[a-z]+(?:ront|raient|ent)|sont|ont|vont)\b")


def propositions(plain: str, marks: list[Mark]) -> list[Proposition]:
    """Return the propositions of folded text, given its marks in order."""
    props = list[Proposition]()
    pieces = Cutter(plain, marks).cut()
    for piece, after in zip(pieces, [*pieces[1:], None], strict=True):
        _aside(plain, piece)
        piece.told |= piece.subject and not (piece.predicate or piece.empty or piece.change)
        last = props[-1] if props else None
        if last and piece.link is Link.EXCEPT:
            _keep_exception(last, piece)
        pairs = last is not None and not last.slots and after is not None and _is_to_do(plain, last, after)
        if (
            last
            and not (piece.empty or pairs)
            and (_continues(last, piece) or _lists_on_told(plain, last, piece) or _stays_too(plain, last, piece))
        ):
            _absorb(last, piece)
        elif not piece.empty or piece.heads or piece.change or piece.mistake or piece.equates:
            props.append(piece)
    return _whole(plain, props)


#: "midi jeudi à annuler, midi vendredi à ajouter": what is to be done stands behind each.
_TO_DO: Final = Expression(
    r"[\s,¤>-]*(?:est )?a (?:annul|desinscri|enlev|retir|supprim|ajout|rajout|inscri|reserv|mettre)\w*"
)


def _is_to_do(plain: str, last: Proposition, after: Proposition) -> bool:
    return all(bool(p.verbs) and _TO_DO.match(plain, p.start) is not None for p in (last, after))


def _aside(plain: str, piece: Proposition) -> None:
    """Take a remark in brackets for one: "(grande sœur à la piscine)"."""
    unknown = piece.slots and all(isinstance(s, Act) and s.part is Part.UNKNOWN for s in piece.slots)
    if plain.startswith("(", piece.start) and unknown and not piece.predicate:
        piece.slots, piece.told = [], True


def _only_ends(days: Days) -> bool:
    return all(w.sort is Sort.UNTIL for w in days.frames)


def _keep_exception(last: Proposition, piece: Proposition) -> None:
    """Give back what goes on after an exception: "tous sauf Léah à la cantine jeudi"."""
    limits = [s for s in piece.slots if isinstance(s, Days) and not s.bases and s.frames and _only_ends(s)]
    last.slots += limits  # "chaque jeudi sauf celui de l'Ascension, jusqu'au 12 juin"
    piece.slots = [s for s in piece.slots if s not in limits]
    if not piece.slots or last.predicate:
        return
    first, named = piece.slots[0], {type(s) for s in last.slots}
    if last.link is Link.COLON:
        named.add(Days)  # "2e semaine : centre pour Yasmine et Ilyès, sauf Ilyès le jeudi"
    gone = [s for s in piece.slots[1:] if type(s) is not type(first) and type(s) not in named]
    last.slots += gone
    piece.slots = [s for s in piece.slots if s not in gone]


def _continues(last: Proposition, piece: Proposition) -> bool:
    """Say whether a piece without a predicate goes on with the list before it."""
    heading = last.heads or (piece.heads and last.link is Link.COLON)  # "lundi : matin, mardi : midi"
    if piece.link is not Link.AND or heading or piece.sentence != last.sentence or piece.predicate:
        return False
    return piece.negative if last.negative else _adds(last, piece)


def _adds(last: Proposition, piece: Proposition) -> bool:  # noqa: PLR0911 - one return a kind of list
    """Say whether a piece beside a list in the same sentence adds to it."""
    too = piece.same and piece.says_what and last.link is Link.BUT  # "pas jeudi mais vendredi, idem pour le goûter"
    if piece.equates or too or (piece.says_who and (last.same or piece.same)):
        return False
    if not last.verbs and last.reason and piece.says_who and not piece.negative:
        return last.says_who and all(isinstance(s, Who) for s in piece.slots) and not piece.told
    if last.link in (Link.EXCEPT, Link.INSTEAD):
        return not (piece.says_what or piece.says_who)
    if piece.negative or piece.yes:
        return False
    if last.told and not last.verbs:
        hours = last.says_who and bool(last.of(Hour)) and piece.says_who and not piece.of(Act)
        return not piece.says_what or hours  # "je récupère Yasmine à 17h30 et Ilyès à 18h"
    if last.link is Link.CAUSE:
        return not (piece.says_what or piece.says_who or last.opens)
    return True


def _lists_on_told(plain: str, last: Proposition, piece: Proposition) -> bool:
    """Say whether a remark goes on with its list: "je récupère Elio et Luka", "est inscrit au goûter et au créatif"."""
    if not (last.told and last.slots and piece.slots) or last.verbs or piece.predicate or piece.negative:
        return False
    one, other = last.slots[-1], piece.slots[0]
    if piece.sentence != last.sentence or type(one) is not type(other):
        return False
    glue = _AND_WHO if isinstance(one, Who) else _AND_WHAT if isinstance(one, Act) else None
    return glue is not None and glue.fullmatch(plain, one.end, other.start) is not None


def _stays_too(plain: str, last: Proposition, piece: Proposition) -> bool:
    """Say whether "elle reste à la cantine et le soir comme prévu" tells of both."""
    one, other = (last.slots[-1] if last.slots else None), (piece.slots[0] if piece.slots else None)
    if not piece.unaffected or piece.verbs or not isinstance(one, Act) or not isinstance(other, Act):
        return False
    said = bool(last.verbs) and all(v.do is Do.BOOK and v.force is Force.SAID for v in last.verbs)
    near = said and piece.sentence == last.sentence and all(isinstance(s, Act) for s in piece.slots)
    return near and _AND_WHAT.fullmatch(plain, one.end, other.start) is not None


def _absorb(last: Proposition, piece: Proposition) -> None:
    last.slots += piece.slots
    last.read += piece.read
    last.verbs += piece.verbs
    last.end = piece.end
    last.reason = last.reason or piece.reason
    for flag in ("told", "unaffected", "same", "only", "school", "mistake", "equates", "heads", "change", "yes"):
        setattr(last, flag, getattr(last, flag) or getattr(piece, flag))


def _whole(plain: str, props: list[Proposition]) -> list[Proposition]:
    """Give a predicate back what stands before it in its sentence ("la semaine prochaine, mettez …")."""
    done = list[Proposition]()
    for prop in props:
        last = done[-1] if done else None
        if len(done) > 1 and last and _is_of_both(done[-2], last, prop):
            done[-2].slots += prop.slots
            done[-2].read += prop.read
            continue
        if last and (_is_split_subject(last, prop) or _are_several(plain, last, prop)):
            prop.slots[:0] = [last.slots.pop()]
        elif last and _goes_on_as_ever(plain, last, prop):
            last.unaffected = True
        elif last and (_are_equated(plain, last, prop) or _is_fronted(plain, last, prop) or _is_topic(last, prop)):
            _put_before(last, prop)
            done.pop()
        done.append(prop)
    return done


def _goes_on_as_ever(plain: str, last: Proposition, prop: Proposition) -> bool:
    """Say whether "il mange à midi et reste au créatif comme d'habitude" tells of one child's usual day."""
    said = all(v.do is Do.BOOK and v.force is Force.SAID for v in (*last.verbs, *prop.verbs))
    both = said and bool(last.verbs and prop.verbs) and prop.unaffected and prop.sentence == last.sentence
    dated = last.says_when or prop.says_when or prop.says_who
    return both and not dated and _AND_GOES.match(plain, prop.start) is not None


def _is_of_both(right: Proposition, wrong: Proposition, prop: Proposition) -> bool:
    """Say whether it names what both days are of: "ce sera jeudi, et non vendredi, pour Zoé à la cantine"."""
    together = right.sentence == wrong.sentence == prop.sentence and prop.link is Link.AND
    dated = all(p.slots and all(isinstance(s, Days) for s in p.slots) for p in (right, wrong))
    bare = bool(prop.slots) and not (prop.says_when or prop.predicate or prop.negative or prop.equates or prop.same)
    return together and dated and bare and right.equates and wrong.negative and wrong.link is Link.BUT


def _put_before(last: Proposition, prop: Proposition) -> None:
    prop.slots[:0] = last.slots
    prop.read += last.read
    prop.start, prop.link, prop.line = last.start, last.link, last.line
    for flag in ("same", "only", "mistake", "equates", "negative"):
        setattr(prop, flag, getattr(last, flag) or getattr(prop, flag))


def _are_equated(plain: str, last: Proposition, prop: Proposition) -> bool:
    """Say whether "pour Séverine et Victor c'est la cantine" has left its first child before the "et"."""
    alone = bool(last.slots) and all(isinstance(s, Who) for s in last.slots) and not (last.predicate or last.negative)
    first = prop.slots[0] if prop.slots else None
    if not alone or not prop.equates or not isinstance(first, Who) or prop.link is not Link.AND:
        return False
    return last.sentence == prop.sentence and _AND_WHO.fullmatch(plain, last.slots[-1].end, first.start) is not None


def _is_topic(last: Proposition, prop: Proposition) -> bool:
    """Say whether "la cantine de Zoé, c'est mardi" names first what is set on a day."""
    dated = prop.equates and bool(prop.slots) and all(isinstance(s, Days) for s in prop.slots)
    alone = last.says_what and not (last.says_when or last.predicate or last.negative or last.equates or last.heads)
    near = prop.link is Link.AND and last.sentence == prop.sentence and last.link in (Link.START, Link.COLON)
    return dated and alone and near and not (prop.predicate or prop.negative)


def _is_split_subject(last: Proposition, prop: Proposition) -> bool:
    """Say whether "noter que Victor et Séverine mangeront" has left its first subject with the verb before it."""
    if prop.link is not Link.AND or prop.sentence != last.sentence or len(last.slots) != 1 or not last.verbs:
        return False
    first = prop.slots[0] if prop.slots else None
    said = (
        prop.verb is not None and prop.verb.force is Force.SAID and first is not None and first.start < prop.verb.start
    )
    return said and isinstance(first, Who) and isinstance(last.slots[0], Who) and last.end == prop.start


def _are_several(plain: str, last: Proposition, prop: Proposition) -> bool:
    """Say whether a plural asks for the name before as well: "… enterrement Yasmine et Ilyès seront absents"."""
    one, other = (last.slots[-1] if last.slots else None), (prop.slots[0] if prop.slots else None)
    near = isinstance(one, Who | Act) and type(one) is type(other) and prop.sentence == last.sentence
    if not near or one is None or other is None or prop.link is not Link.AND:
        return False
    whole = (last.predicate and isinstance(one, Who)) or _is_complete(plain, last)
    glue = _AND_WHO if isinstance(one, Who) else _AND_WHAT
    if not whole or glue.fullmatch(plain, one.end, other.start) is None:
        return False
    return bool(prop.verbs or prop.told) and _PLURAL.match(plain, other.end) is not None


def _is_complete(plain: str, last: Proposition) -> bool:
    """Say whether its last name begins what is said next: "cantine lundi pour Léah, Nahel et Sohan mangent ici"."""
    *before, one = last.slots
    if isinstance(one, Act):
        return last.predicate and bool(before) and "," in plain[before[-1].end : one.start]
    if not any(isinstance(s, Who) for s in before) or len(before) < _TWO:
        return False
    listed = isinstance(before[-1], Who)
    return not listed or ({type(s) for s in before} >= {Who, Act, Days} and "," in plain[before[-1].end : one.start])


#: "après la cantine jeudi, nous partons" tells of the way there.
_AROUND: Final = Expression(r"\b(?:apres|avant) (?:la |le |l'|son |sa )")


def _gives_reason(plain: str, last: Proposition, prop: Proposition) -> bool:
    """Say whether it only tells of something else: "demain c'est cantine, après on file à la neige"."""
    aside = prop.reason in (Reason.OTHER, Reason.WORK) and not prop.verbs
    return aside and last.says_what and last.says_when and not _AROUND.search(plain, last.start, last.end)


def _is_fronted(plain: str, last: Proposition, prop: Proposition) -> bool:
    """Say whether what stands before a verb completes it: it names nothing that the verb has itself."""
    whole = {type(s) for s in last.slots} >= {Who, Act, Days}
    off = prop.told if prop.verb is None else prop.verb.do is Do.CANCEL and prop.verb.force is Force.SAID
    if whole and prop.says_who and off and prop.link is Link.AND:
        return False  # "au centre vendredi pour Victor, sa sœur reste avec son papi"
    near = last.sentence == prop.sentence and prop.link in (Link.AND, Link.COLON)
    if not near or last.predicate or last.negative != prop.negative or not prop.predicate or not last.slots:
        return False
    if (
        last.negative
        or _gives_reason(plain, last, prop)
        or last.link in (Link.EXCEPT, Link.INSTEAD)
        or last.yes
        or (last.only and last.link is Link.BUT and last.says_who and prop.says_who)  # "mais Luka seul, Elio reste ici"
        or (prop.same and last.says_what)
        or (last.same and all(isinstance(s, Who) for s in last.slots))
    ):
        return False
    if _lists_on(last, prop) and (prop.verbs or isinstance(last.slots[-1], Who)):
        return True
    if prop.told and not prop.verbs:
        return False
    kinds = {type(s) for s in last.slots}
    return not any(isinstance(s, tuple(kinds)) for s in prop.slots)


def _is_period(slot: Slot) -> bool:
    """Say whether it is a period in which days are named elsewhere."""
    return isinstance(slot, Days) and not slot.bases


def _lists_on(last: Proposition, prop: Proposition) -> bool:
    """Say whether a list begins before the verb's piece: "Nahel et Sohan mangeront …", "lundi, mardi il mangera"."""
    first, end = (prop.slots[0] if prop.slots else None), last.slots[-1]
    verb = min((v.start for v in prop.verbs), default=prop.end)
    others = {type(s) for s in last.slots if not _is_period(s)} - {type(end)}
    same = isinstance(first, type(end)) and not any(isinstance(s, tuple(others)) for s in prop.slots)
    return first is not None and same and first.start < verb and prop.link is Link.AND
