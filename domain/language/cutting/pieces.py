"""Puts cut pieces together again: a list goes on, a remark in brackets, an exception."""

from __future__ import annotations

from typing import Final

from domain.language.cutting.cutter import Cutter
from domain.language.cutting.fronting import AND_WHAT, AND_WHO, with_what_precedes
from domain.language.cutting.prepared import prepared
from domain.language.cutting.taken_back import leaves_only
from domain.language.matching.expression import Expression
from domain.language.notions.hours import Hour
from domain.language.notions.marks import Act, Force, Mark, Part, Who
from domain.language.notions.propositions import Link, Proposition
from domain.language.notions.when import Days, Sort
from domain.model.wish import Do

_TWO: Final = 2


def propositions(plain: str, marks: list[Mark]) -> list[Proposition]:
    """Return the propositions of folded text, given its marks in order."""
    props = list[Proposition]()
    pieces = Cutter(plain, prepared(plain, marks)).cut()
    for piece, after in zip(pieces, [*pieces[1:], None], strict=True):
        _aside(plain, piece)
        piece.told |= _lists_as_usual(plain, props[-1] if props else None, piece)
        piece.told |= bool(props) and _details(plain, props[-1], piece)
        piece.told |= piece.subject and not (piece.predicate or piece.empty or piece.change)
        last = props[-1] if props else None
        if last and piece.link is Link.COLON and _heads_exception(last):
            last.link = Link.BUT
        if last and _sets_right(last, piece):
            piece.link = Link.BUT
        if last and piece.link is Link.EXCEPT:
            _keep_exception(last, piece)
        pairs = last is not None and not last.slots and after is not None and _is_to_do(plain, last, after)
        pairs |= after is not None and _copies_but(piece, after)
        if (
            last
            and not (piece.empty or pairs or _is_anothers(props, piece) or leaves_only(last, piece))
            and any(goes_on(plain, last, piece) for goes_on in _GO_ON)
        ):
            _absorb(last, piece)
        elif not piece.empty or piece.heads or piece.change or piece.mistake or piece.equates:
            props.append(piece)
    return with_what_precedes(plain, props)


def _is_wanted_too(plain: str, last: Proposition, piece: Proposition) -> bool:
    """Say whether "il faudrait que Yasmine et Ilyès mangent à la cantine" says one thing of both children."""
    if len(last.verbs) != 1 or not (last.slots and piece.slots and piece.verbs) or last.says_what:
        return False
    one, other = last.slots[-1], piece.slots[0]
    wanted = last.verbs[0].force is Force.SAID and plain.startswith(" que ", last.verbs[0].end)
    both = isinstance(one, Who) and isinstance(other, Who) and one.start > last.verbs[0].start
    return wanted and both and AND_WHO.fullmatch(plain, one.end, other.start) is not None


#: It has been done: "ce que j'ai réservé pour Séverine", "pour Victor c'est fait".
_IS_DONE: Final = Expression(
    r"\b(?:ai|a|avons|avez) (?:deja |bien )*(?:reserve|pris|demande)\w*|\b(?:c'est|est) (?:deja |bien )*(?:fait|regle)"
)


def _details(plain: str, last: Proposition, piece: Proposition) -> bool:
    """Say whether brackets only say what is booked already: "ce que j'ai réservé pour Léah (goûter, jeudi) reste"."""
    told = last.told and not last.verbs and _IS_DONE.search(plain, last.start, last.end) is not None
    opened = plain.startswith("(", piece.start) or (
        plain.startswith("(", last.start) and plain[last.end : piece.start + 1] == ","
    )
    return told and opened and not (piece.predicate or piece.negative or piece.yes)


def _copies_but(piece: Proposition, after: Proposition) -> bool:
    """Say whether an exception stands between "pareil" and whom it is for: "pareil sauf jeudi pour Nahel"."""
    return piece.same and not (piece.slots or piece.predicate) and after.link is Link.EXCEPT and after.says_who


#: "midi jeudi à annuler, midi vendredi à ajouter": what is to be done stands behind each.
_TO_DO: Final = Expression(
    r"[\s,¤>-]*(?:est )?a (?:annul|desinscri|enlev|retir|supprim|ajout|rajout|inscri|reserv|mettre)\w*"
)


def _is_to_do(plain: str, last: Proposition, after: Proposition) -> bool:
    return all(bool(p.verbs) and _TO_DO.match(plain, p.start) is not None for p in (last, after))


def _is_anothers(props: list[Proposition], piece: Proposition) -> bool:
    """Say whether it is another child's: "JB mange à la cantine et reste au goûter mardi, Anne-Lise que la cantine"."""
    if len(props) < _TWO:
        return False
    first, last = props[-2:]
    first_who = isinstance(piece.slots[0], Who) if piece.slots else False
    said = all(p.verbs and all(v.force is Force.SAID for v in p.verbs) for p in (first, last))
    goes_on = last.link is Link.AND and not last.says_who and first.says_who and first.sentence == last.sentence
    return said and goes_on and first_who and piece.says_what


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


def _continues(plain: str, last: Proposition, piece: Proposition) -> bool:
    """Say whether a piece without a predicate goes on with the list before it."""
    heading = last.heads or (piece.heads and last.link is Link.COLON)  # "lundi : matin, mardi : midi"
    if piece.link is not Link.AND or heading or piece.sentence != last.sentence or piece.predicate:
        return False
    if _is_absent_beside(plain, last, piece):
        return False
    return piece.negative if last.negative else _adds(plain, last, piece) or _adds_as_well(plain, last, piece)


#: These name no part of the day by themselves.
_PLAIN: Final = Expression(
    r" (?:a la |au |a l'|la |le )?(?:cantine|gouter|repas|atelier|centre|creatif|perisco\w*|garderie)"
)


#: "reste au lit", "je la garde avec moi".
_AT_HOME: Final = Expression(r"\b(?:a la maison|au lit|au chaud|au repos|couchee?s?|(?:avec|pres de) (?:moi|nous))\b")


def _is_absent_beside(plain: str, last: Proposition, piece: Proposition) -> bool:
    """Say whether one child is away and another has something: "Victor absent demain et Séverine cantine jeudi"."""
    home = [v for v in last.verbs if v.do is Do.CANCEL and v.whole and _AT_HOME.search(plain, v.start, v.end)]
    away = home or [v for v in last.verbs if v.do is Do.ABSENT and v.whole]
    one, other = next(iter(last.of(Who)), None), piece.slots[0] if piece.slots else None
    if not away or last.says_what or not isinstance(other, Who) or not (home or isinstance(one, Who)):
        return False
    apart = one is None or (isinstance(one, Who) and not set(other.names) & set(one.names))
    apart = apart and (one is None or one.start < away[0].start) and bool(other.names)
    return apart and not piece.same and _PLAIN.match(plain, other.end) is not None


def _adds_as_well(plain: str, last: Proposition, piece: Proposition) -> bool:
    """Say whether an "aussi" of the verb is said of both: "pouvez-vous aussi inscrire Yasmine et Ilyès jeudi"."""
    one, other = (last.slots[-1] if last.slots else None), (piece.slots[0] if piece.slots else None)
    if not isinstance(one, Who) or not isinstance(other, Who) or not (last.same and last.verbs) or piece.same:
        return False
    before = all(v.start < one.start for v in last.verbs) and len(last.slots) == 1
    return before and AND_WHO.fullmatch(plain, one.end, other.start) is not None


def _adds(plain: str, last: Proposition, piece: Proposition) -> bool:  # noqa: PLR0911 - one return a kind of list
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
        hours = last.says_who and bool(last.of(Hour)) and not piece.of(Act)
        hours = hours and (piece.says_who or (last.says_when and piece.says_when and bool(piece.of(Hour))))
        # "je récupère Yasmine à 17h30 et Ilyès à 18h", "… mardi et à 18h jeudi"
        return not piece.says_what or hours or _comes_for(plain, piece)
    if last.link is Link.CAUSE:
        return not (piece.says_what or piece.says_who or last.opens)
    return True


#: "… ce soir et demain pour récupérer Zoé au périscolaire": one thing told of both days.
_TO_FETCH: Final = Expression(r" pour (?:recuperer|chercher|prendre|reprendre|venir|amener|deposer)\b")


def _comes_for(plain: str, piece: Proposition) -> bool:
    return isinstance(piece.slots[0], Days) and _TO_FETCH.match(plain, piece.slots[0].end) is not None


def _lists_on_told(plain: str, last: Proposition, piece: Proposition) -> bool:
    """Say whether a remark goes on with its list: "je récupère Elio et Luka", "est inscrit au goûter et au créatif"."""
    if not (last.told and last.slots and piece.slots) or last.verbs or piece.predicate or piece.negative:
        return False
    one, other = last.slots[-1], piece.slots[0]
    if piece.sentence != last.sentence or type(one) is not type(other):
        return False
    glue = AND_WHO if isinstance(one, Who) else AND_WHAT if isinstance(one, Act) else None
    return glue is not None and glue.fullmatch(plain, one.end, other.start) is not None


def _sets_right(last: Proposition, piece: Proposition) -> bool:
    """Say whether "ce n'est plus jeudi, c'est vendredi" sets one day against the other."""
    dated = all(p.equates and p.slots and all(isinstance(s, Days) for s in p.slots) for p in (last, piece))
    return dated and last.negative and not piece.negative and piece.link is Link.AND and last.sentence == piece.sentence


_THERE_WAS: Final = Expression(r"\W*il y (?:avait|a eu)\b")


def _heads_exception(last: Proposition) -> bool:
    """Say whether "rien ne change, sauf jeudi 6 février : …" tells for which day something follows."""
    return last.link is Link.EXCEPT and last.heads and all(isinstance(s, Days) for s in last.slots)


def _lists_as_usual(plain: str, last: Proposition | None, piece: Proposition) -> bool:
    """Say whether it goes on telling what is booked: "normalement j'ai mis Elio jeudi midi et Luka vendredi matin"."""
    if last is None or last.verbs or piece.predicate or piece.link is not Link.AND:
        return False
    if _THERE_WAS.match(plain, last.start):
        return last.sentence == piece.sentence  # "il y avait les repas d'Elio et les soirs de Luka"
    if not last.unaffected:
        return False
    whole = all({type(s) for s in p.slots} >= {Who, Act, Days} for p in (last, piece))
    return whole and last.sentence == piece.sentence and plain.startswith(("et ", " et ", ", "), piece.start)


def _stays_too(plain: str, last: Proposition, piece: Proposition) -> bool:
    """Say whether "elle reste à la cantine et le soir comme prévu" tells of both."""
    one, other = (last.slots[-1] if last.slots else None), (piece.slots[0] if piece.slots else None)
    if not piece.unaffected or piece.verbs or not isinstance(one, Act) or not isinstance(other, Act):
        return False
    said = bool(last.verbs) and all(v.do is Do.BOOK and v.force is Force.SAID for v in last.verbs)
    near = said and piece.sentence == last.sentence and all(isinstance(s, Act) for s in piece.slots)
    return near and AND_WHAT.fullmatch(plain, one.end, other.start) is not None


_FOR_WHOM: Final = Expression(r"[\s,;]*(?:et |mais |puis )?(?:pour|quant a|concernant|en ce qui concerne)\b")


def _is_for_whom(plain: str, last: Proposition, piece: Proposition) -> bool:
    """Say whether "pour Zoé, ce sera du 17 au 19" says of a child when it comes."""
    named = bool(last.slots) and all(isinstance(s, Who) for s in last.slots) and not last.predicate
    dated = piece.equates and bool(piece.slots) and all(isinstance(s, Days) for s in piece.slots)
    plain_said = dated and not (piece.predicate or piece.negative or piece.same) and piece.link is Link.AND
    return named and plain_said and not last.negative and _FOR_WHOM.match(plain, last.start) is not None


_GO_ON: Final = (_continues, _lists_on_told, _stays_too, _is_wanted_too, _is_for_whom)


def _absorb(last: Proposition, piece: Proposition) -> None:
    last.slots += piece.slots
    last.read += piece.read
    last.verbs += piece.verbs
    last.end = piece.end
    last.reason = last.reason or piece.reason
    for flag in ("told", "unaffected", "same", "only", "school", "mistake", "equates", "heads", "change", "yes"):
        setattr(last, flag, getattr(last, flag) or getattr(piece, flag))
