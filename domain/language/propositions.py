"""Cuts a message into propositions: what is asked, told, refused or corrected in one breath.

A message is first cut at every full stop, comma, "et", "mais", "donc", "car" …; then pieces without a verb of their
own go back to the list they continue ("mettez Victor lundi, mardi et jeudi"), so that each proposition has one
predicate at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import Final

from domain.language.expression import Expression
from domain.language.hours import Hour
from domain.language.marks import Act, Cue, Force, Mark, Part, Sign, Verb, Who, Why
from domain.language.text import Taken
from domain.language.when import Days, Sort
from domain.model.wish import Do, Reason

Slot = Who | Act | Days | Hour


class Link(Enum):
    """How a proposition goes on from the one before it."""

    START = auto()  # a new sentence or line
    AND = auto()
    COLON = auto()
    BUT = auto()
    SO = auto()
    CAUSE = auto()
    SLIP = auto()  # "pardon", "euh non": what follows replaces what stands before
    EXCEPT = auto()
    INSTEAD = auto()


_LINKS: Final = {
    Cue.AND: Link.AND, Cue.COLON: Link.COLON, Cue.BUT: Link.BUT, Cue.NOT_BUT: Link.BUT, Cue.SO: Link.SO,
    Cue.CAUSE: Link.CAUSE, Cue.SLIP: Link.SLIP, Cue.EXCEPT: Link.EXCEPT, Cue.INSTEAD: Link.INSTEAD,
}  # fmt: skip
_JOINTS: Final = (
    (Cue.AND, Expression(r",|\bet\b|\bpuis\b|\bensuite\b|\bainsi que\b|[()+&¤\[\]]|(?<=\s)[-/>](?=\s)")),
    (Cue.COLON, Expression(r":")),
    (
        Cue.SUBJECT,
        Expression(
            r"(?<![\w'-])(?:ils?|elles?|je|on|nous)\b(?=\s|')(?! vous (?:remercie|prie))|(?<![\w'-])j'"
            r"|\bca(?= (?:re)?com+ence| va\b| dure\b| fait\b| passe\b| ne\b| n'| s'| a\b)"
        ),
    ),
    (Cue.YES, Expression(r"\boui\b")),
    (Cue.ONLY, Expression(r"\b(?:seulement|uniquement|juste|rien que|seule?s?|(?:mais|mes) que)\b")),
)
#: What may stand between "est" and the verb that it leads up to.
_LEADING: Final = Expression(
    r"(?: (?:a|bien|donc|finalement|tous|toutes|les deux|egalement|aussi|malheureusement|\w+ment))* ?"
)
_MANY: Final = 2
_NO: Final = Expression(r"non\b")
#: After these a pronoun is no subject.
_NO_SUBJECT: Final = Expression(r"(?:\b(?:pour|avec|chez|de|d'|et|a|que|qu'|sans|sauf|comme|ni|ou|par) ?)$")
#: "elio et luka": one list, and no comma.
_AND_WHO: Final = Expression(r" (?:et|&|ou|ni) (?:d'|de |a |pour )?")
#: A verb said of several.
_PLURAL: Final = Expression(r" (?:(?:ne|y|se|les) |n'|n'y )*(?:[a-z]+(?:ront|raient|ent)|sont|ont|vont)\b")
#: "je ne travaille", "on peut": a "not" after it is the parent's.
_FIRST_PERSON: Final = Expression(
    r"(?<![\w'-])(?:je |j'|on |nous )(?:ne |n')?(?:peux|peut|pouvons|pourrai|pourra|pourrons|travaille"
    r"|travaillons|sais|savons"
    r"|serai|serons|suis|sommes|rentre|rentrons|arrive|arrivons|finis|finit|finissons) $"
)
#: A cause that is a noun: a subject after it begins the sentence proper.
_OWING_TO: Final = Expression(r"\s*(?:suite a|en raison d|a cause d|pour cause d|faute d|a l'occasion d)")
#: A reason that begins a sentence of its own: "on part en Bretagne".
_OWN_SUBJECT: Final = Expression(r"(?:je|j'|on|nous|ils?|elles?|mon|ma|mes|son|sa|leur)\b")
#: The same, whatever follows.
_NOT_AT_ALL: Final = Expression(r"pas du tout\b")


@dataclass(slots=True)
class Proposition:
    """A stretch of text with at most one predicate; `slots` are what it names, in order."""

    start: int
    sentence: int = 0
    line: int = 0
    link: Link = Link.START
    end: int = 0
    slots: list[Slot] = field(default_factory=list)
    verbs: list[Verb] = field(default_factory=list)
    reason: Reason | None = None
    told: bool = False  # it has a verb that asks for nothing
    unaffected: bool = False  # "Nahel vient comme prévu"
    negative: bool = False
    nothing: bool = False  # "rien pour Sohan"
    yes: bool = False
    same: bool = False
    only: bool = False
    school: bool = False
    mistake: bool = False
    equates: bool = False  # "c'est …"
    heads: bool = False  # a colon follows
    change: bool = False  # "un changement", without saying which
    opens: bool = False  # it opens its sentence
    read: list[tuple[int, int]] = field(default_factory=list)  # where marks were found in it
    subject: bool = False  # it begins with "je", "il" …: it has a verb, known or not

    @property
    def verb(self) -> Verb | None:
        """The verb that says what is wanted, by its force."""
        return min(self.verbs, key=_weight, default=None)

    @property
    def predicate(self) -> bool:
        """Whether it says anything of what it names."""
        return bool(self.verbs or self.told or self.reason)

    @property
    def empty(self) -> bool:
        """Whether nothing was found in it."""
        return not (self.slots or self.predicate or self.negative or self.same or self.yes or self.school)

    def of(self, kind: type[Slot]) -> list[Slot]:
        """Return the slots of one kind."""
        return [s for s in self.slots if isinstance(s, kind)]

    @property
    def says_what(self) -> bool:
        """Whether it names an activity or an hour."""
        return any(isinstance(s, Act | Hour) for s in self.slots)

    @property
    def says_when(self) -> bool:
        """Whether it names days of care."""
        return any(isinstance(s, Days) and not is_onset(s) for s in self.slots)

    @property
    def says_who(self) -> bool:
        """Whether it names children."""
        return any(isinstance(s, Who) for s in self.slots)

    @property
    def returns(self) -> bool:
        """Whether it says when a child is back."""
        return any(isinstance(s, Days) and says_when_back(s) for s in self.slots)


def is_onset(days: Days) -> bool:
    """Say whether it only tells when something began or was written ("depuis hier")."""
    return bool(days.bases) and not days.frames and all(b.sort is Sort.AGO for b in days.bases)


def says_when_back(days: Days) -> bool:
    """Say whether it is a day of return ("reviendra jeudi")."""
    return any(w.sort is Sort.RETURN for w in (*days.bases, *days.frames))


def _weight(verb: Verb) -> tuple[int, int]:
    """Weigh verbs of one proposition: refusals and moves, then what is called off, then what is booked."""
    if verb.do is None:
        return 0, verb.start
    order = {Do.CANCEL: 1, Do.ABSENT: 2, Do.BOOK: 3}
    return order[verb.do] + (0 if verb.force is Force.ASKED else 3 if verb.force is Force.SAID else 6), verb.start


def _joints(plain: str, marks: Iterable[Mark]) -> Iterator[Sign]:
    """Yield the small signs that lie in no mark."""
    taken = Taken(plain, ((m.start, m.end) for m in marks))
    for cue, pattern in _JOINTS:
        for m in pattern.finditer(plain):
            if taken.is_free(*m.span()):
                yield Sign(m.start(), m.end(), cue)


class _Cutter:
    """Walks over marks in order and cuts pieces."""

    def __init__(self, plain: str, marks: list[Mark]) -> None:
        self._plain = plain
        kept = [m for m in marks if not (isinstance(m, Sign) and m.cue is Cue.BREAK)]
        self._marks: list[Mark] = sorted([*kept, *_joints(plain, kept)], key=lambda m: (m.start, m.end))
        self._now = Proposition(0)
        self._done = list[Proposition]()
        self._told_at: int | None = None

    def cut(self) -> list[Proposition]:
        """Return the pieces, empty ones too."""
        for n, mark in enumerate(self._marks):
            following = self._marks[n + 1] if n + 1 < len(self._marks) else None
            self._take(mark, following)
        self._close(len(self._plain), Link.START)
        return self._done

    def _close(self, at: int, link: Link, *, sentence: int = 0, line: int = 0) -> None:
        now = self._now
        now.end = at
        self._done.append(now)
        self._now = Proposition(at, now.sentence + sentence, now.line + line, link)

    def _take(self, mark: Mark, following: Mark | None) -> None:
        self._place(mark, following)
        self._now.read.append((mark.start, mark.end))

    def _except_for(self, who: Who) -> bool:
        """Keep an exception to its child: "du 22 au 25, sauf jeudi pour Ilyès"; say whether there was one."""
        last = self._now.slots[-1] if self._now.slots else None
        if not isinstance(last, Days) or not last.excepts or not self._now.says_who:
            return False
        if not re.fullmatch(r" ?(?:pour|chez|a) ?", self._plain[last.end : who.start]):
            return False
        self._now.slots[-1] = replace(last, excepts=())
        self._close(who.start, Link.EXCEPT)
        self._now.slots += [Days(last.excepts[0].start, last.end, last.excepts), who]
        return True

    def _place(self, mark: Mark, following: Mark | None) -> None:
        now = self._now
        match mark:
            case Who() if self._except_for(mark):
                pass
            case Sign():
                self._sign(mark, following)
            case Verb():
                if self._starts_anew(mark):
                    self._close(mark.start, Link.AND)
                if mark.change:
                    self._now.change = True
                else:
                    self._now.verbs.append(mark)
            case Act() if self._tells_when_back(mark):
                pass  # "retour jeudi matin"
            case Why():
                if now.predicate and now.slots and _OWN_SUBJECT.match(self._plain, mark.start):
                    self._close(mark.start, Link.AND)
                now = self._now
                now.reason = _graver(now.reason, mark.reason)
            case Who() if self._begins_clause(mark, following):
                self._close(mark.start, Link.AND)
                self._now.slots.append(mark)
            case _:
                now.slots.append(mark)

    def _tells_when_back(self, act: Act) -> bool:
        """Say whether it is only the part of the day on which a child is back."""
        last = self._now.slots[-1] if self._now.slots else None
        back = isinstance(last, Days) and says_when_back(last)
        return last is not None and back and not self._plain[last.end : act.start].strip()

    def _begins_clause(self, who: Who, following: Mark | None) -> bool:
        """Say whether a name begins what is said next, all before it being told ("… lundi les enfants iront")."""
        now = self._now
        said = isinstance(following, Verb) and following.force is Force.SAID and following.start - who.end <= 1
        if isinstance(following, Sign) and following.cue is Cue.SAME and following.start - who.end <= 1:
            whole = {type(s) for s in now.slots} >= {Who, Act, Days}  # "Zoé cantine lundi Léah idem"
            return whole and isinstance(now.slots[-1], Days)
        if not said or not any(isinstance(s, Days) for s in now.slots):
            return False
        if not now.verbs:
            return now.told or now.reason is not None
        named = {n for s in now.slots if isinstance(s, Who) for n in s.names}
        last = now.slots[-1]
        after = now.verbs[-1].whole or (isinstance(last, Days | Act) and last.start > now.verbs[0].start)
        return after and bool(named) and not named & set(who.names)

    def _starts_anew(self, verb: Verb) -> bool:
        """Say whether a verb begins another proposition without any sign ("annulez lundi mettez mardi")."""
        now = self._now
        if verb.change or not (now.slots or now.told):
            return False
        asked = [v for v in now.verbs if v.force is Force.ASKED and v.do is not verb.do]
        if now.told and self._leads_up(verb):
            now.told = False
        return verb.force is Force.ASKED and (bool(asked) or now.told or now.link is Link.INSTEAD)

    def _leads_up(self, verb: Verb) -> bool:
        """Say whether what was taken for a told verb only leads up to ours ("est à annuler", "seront donc absents")."""
        return self._told_at is not None and _LEADING.fullmatch(self._plain[self._told_at : verb.start]) is not None

    def _sign(self, sign: Sign, following: Mark | None) -> None:
        now = self._now
        match sign.cue:
            case Cue.STOP:
                self._close(sign.end, Link.START, sentence=1, line="\n" in self._plain[sign.start : sign.end])
            case Cue.NOT:
                self._negate(sign, following)
            case Cue.SUBJECT:
                back = isinstance(following, Days) and says_when_back(following)
                told = back or self._plain.startswith("ca ", sign.start)
                self._give_last_day(sign)
                if now.slots and (now.predicate or (told and now.same)):
                    self._close(sign.start, Link.AND)
                elif now.link is Link.CAUSE and _OWING_TO.match(self._plain, now.start):
                    self._close(sign.start, Link.SO)  # "suite à notre échange je vous confirme …"
                self._now.subject |= self._is_subject(sign)
            case Cue.IS if now.negative and now.slots:
                self._close(sign.start, Link.BUT)
                self._now.equates = True
            case Cue.NOTHING:
                self._nothing(sign, following)
            case Cue.COLON if now.empty and now.link is Link.SLIP:
                pass  # "non, l'inverse : …"
            case Cue.COLON:
                closed = now.empty and not now.change and self._done and self._done[-1].sentence == now.sentence
                (self._done[-1] if closed else now).heads = True  # "Léah (cantine) : …"
                self._close(sign.end, Link.COLON)
            case Cue.AND | Cue.BUT | Cue.NOT_BUT | Cue.SO | Cue.CAUSE | Cue.SLIP | Cue.EXCEPT | Cue.INSTEAD:
                self._link(sign)
            case Cue.UNAFFECTED if self._ends_list(sign):
                self._split_last()
                self._flag(sign.cue)
            case _:
                self._told_at = sign.end if sign.cue is Cue.OTHER_VERB else self._told_at
                self._flag(sign.cue)

    def _is_subject(self, sign: Sign) -> bool:
        """Say whether a pronoun opens its piece, or names without a verb stand before it ("le matin elle …")."""
        now = self._now
        if now.empty:
            return self._plain[sign.start : sign.end] != "nous"
        before = _NO_SUBJECT.search(self._plain, 0, sign.start)
        return not now.predicate and before is None and self._plain[sign.start : sign.end] != "nous"

    def _link(self, sign: Sign) -> None:
        now = self._now
        if now.empty and sign.cue is Cue.AND and now.link is Link.CAUSE:
            now.link, now.start = Link.START, sign.end  # "Suite à notre conversation, …": nothing of ours was told
            return
        if now.empty and sign.cue is Cue.AND:
            return  # ", et" or a dash at the beginning of a line: the stronger link stays
        if now.empty and now.link in (Link.AND, Link.COLON, Link.START):
            now.opens = now.link is Link.START
            now.link, now.start = _LINKS[sign.cue], sign.start
        else:
            self._close(sign.start, _LINKS[sign.cue])
        if sign.cue is Cue.NOT_BUT:
            self._now.negative = True

    def _give_last_day(self, sign: Sign) -> None:
        """Let "…, demain on verra" have its own day, though it was read as one list with the day before."""
        now, last = self._now, self._now.slots[-1] if self._now.slots else None
        if not isinstance(last, Days) or len(last.bases) < _MANY or self._plain[last.end : sign.start].strip():
            return
        one, other = last.bases[-2:]
        if "," in self._plain[one.end : other.start] and (now.predicate or now.subject):
            now.slots[-1] = replace(last, end=one.end, bases=last.bases[:-1])
            self._close(other.start, Link.AND)
            self._now.slots.append(replace(last, start=other.start, bases=(other,)))

    def _flag(self, cue: Cue) -> None:
        now = self._now
        now.told |= cue in (Cue.OTHER_VERB, Cue.UNAFFECTED)
        now.unaffected |= cue is Cue.UNAFFECTED
        now.same |= cue is Cue.SAME
        now.school |= cue is Cue.SCHOOL
        now.mistake |= cue is Cue.MISTAKE
        now.equates |= cue is Cue.IS
        now.yes |= cue is Cue.YES
        now.only |= cue is Cue.ONLY

    def _nothing(self, sign: Sign, following: Mark | None) -> None:
        """Refuse what "rien" stands beside: the child or day just before it alone, or else what follows."""
        now, last = self._now, self._now.slots[-1] if self._now.slots else None
        beside = (
            last is not None
            and isinstance(last, Who | Days)
            and not re.search(r"[^\s,:|]", self._plain[last.end : sign.start])
        )
        if now.empty and now.link is Link.COLON and self._done and self._named(sign):
            self._done[-1].negative = self._done[-1].nothing = True
            self._close(sign.end, Link.AND)
            return
        if beside and last is not None and len(now.slots) > 1 and not now.verbs:
            now.slots.pop()
            self._close(last.start, Link.AND)
            self._now.slots.append(last)
        elif now.slots and not beside:
            self._close(sign.start, Link.AND)
        self._now.negative = self._now.nothing = True
        anew = isinstance(following, Who | Days) and not self._plain[sign.end : following.start].strip()
        if beside and anew:
            self._close(sign.end, Link.AND)  # "lundi rien mardi Zoé midi"

    def _named(self, sign: Sign) -> bool:
        """Say whether "rien" ends its line after the activity that it refuses ("soir : personne")."""
        before = self._done[-1]
        ends = re.match(r"[ .,;/|]*(?:\n|$)", self._plain[sign.end :]) is not None
        return ends and bool(before.slots) and all(isinstance(s, Act) for s in before.slots)

    def _negate(self, sign: Sign, following: Mark | None) -> None:
        """Begin a refusal; "non" after what it is said of refuses that ("jeudi non", "Léah : non merci")."""
        now = self._now
        if not now.verbs and _FIRST_PERSON.search(self._plain, max(0, sign.start - 30), sign.start):
            now.told = True  # "je peux pas venir avant 18h"
            return
        ends = following is None or isinstance(following, Sign)
        if (_NO.match(self._plain, sign.start) and ends) or _NOT_AT_ALL.match(self._plain, sign.start):
            many = bool(now.slots) and isinstance(now.slots[-1], Days) and len(now.slots[-1].bases) > 1
            if now.slots and (not now.verbs or many):
                self._refuse_last()
                self._close(sign.end, Link.AND)
            elif now.empty and now.link is Link.COLON and self._done:
                self._done[-1].negative = True
                self._close(sign.end, Link.AND)
            return
        if now.slots or now.verbs or now.reason:
            self._close(sign.start, Link.AND)
        self._now.negative = True

    def _ends_list(self, sign: Sign) -> bool:
        """Say whether the last of several days begins another sentence ("retirez-la mardi, le jeudi nous va bien")."""
        last = self._now.slots[-1] if self._now.slots else None
        if not isinstance(last, Days) or len(last.bases) < 2 or self._plain[last.end : sign.start].strip():  # noqa: PLR2004
            return False
        return "," in self._plain[last.bases[-2].end : last.bases[-1].start]

    def _split_last(self) -> None:
        """Begin a proposition with the last of the days just named."""
        last = self._now.slots[-1]
        if isinstance(last, Days):
            self._now.slots[-1] = replace(last, bases=last.bases[:-1], end=last.bases[-2].end)
            self._close(last.bases[-1].start, Link.AND)
            self._now.slots.append(replace(last, bases=last.bases[-1:], start=last.bases[-1].start))

    def _refuse_last(self) -> None:
        """Refuse the last thing named; of several it alone is meant ("lundi midi oui, mardi non")."""
        now, last = self._now, self._now.slots[-1]
        if isinstance(last, Days) and len(last.bases) > 1:
            now.slots[-1] = replace(last, bases=last.bases[:-1])
            self._close(last.end, Link.AND)
            self._now.slots.append(replace(last, bases=last.bases[-1:]))
        elif isinstance(last, Who) and len(now.of(Who)) > 1:
            now.slots.pop()
            self._close(last.start, Link.AND)
            self._now.slots.append(last)
        self._now.negative = True


def _graver(one: Reason | None, other: Reason) -> Reason:
    order = (Reason.FAMILY, Reason.SICK, Reason.WORK, Reason.OTHER)
    return other if one is None else min(one, other, key=order.index)


def propositions(plain: str, marks: list[Mark]) -> list[Proposition]:
    """Return the propositions of folded text, given its marks in order."""
    props = list[Proposition]()
    for piece in _Cutter(plain, marks).cut():
        _aside(plain, piece)
        piece.told |= piece.subject and not (piece.predicate or piece.empty or piece.change)
        last = props[-1] if props else None
        if last and piece.link is Link.EXCEPT:
            _keep_exception(last, piece)
        if last and not piece.empty and (_continues(last, piece) or _lists_who(plain, last, piece)):
            _absorb(last, piece)
        elif not piece.empty or piece.heads or piece.change or piece.mistake or piece.equates:
            props.append(piece)
    return _whole(plain, props)


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
    gone = [s for s in piece.slots[1:] if type(s) is not type(first) and type(s) not in named]
    last.slots += gone
    piece.slots = [s for s in piece.slots if s not in gone]


def _continues(last: Proposition, piece: Proposition) -> bool:
    """Say whether a piece without a predicate goes on with the list before it."""
    if piece.heads and last.link is Link.COLON:
        return False  # "lundi : matin, mardi : midi"
    if piece.link is not Link.AND or last.heads or piece.sentence != last.sentence or piece.predicate:
        return False
    if last.negative:
        return piece.negative
    if piece.equates or (piece.says_who and (last.same or piece.same)):
        return False
    if not last.verbs and last.reason and piece.says_who:
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


def _lists_who(plain: str, last: Proposition, piece: Proposition) -> bool:
    """Say whether a remark goes on with its names: "je récupère Elio et Luka ce soir"."""
    if not (last.told and last.slots and piece.slots) or last.verbs or piece.predicate or piece.negative:
        return False
    one, other = last.slots[-1], piece.slots[0]
    near = isinstance(one, Who) and isinstance(other, Who) and piece.sentence == last.sentence
    return near and _AND_WHO.fullmatch(plain, one.end, other.start) is not None


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
        if last and (_is_split_subject(last, prop) or _are_several(plain, last, prop)):
            prop.slots[:0] = [last.slots.pop()]
        elif last and _is_fronted(last, prop):
            prop.slots[:0] = last.slots
            prop.read += last.read
            prop.start, prop.link, prop.line = last.start, last.link, last.line
            for flag in ("same", "only", "mistake", "equates", "negative"):
                setattr(prop, flag, getattr(last, flag) or getattr(prop, flag))
            done.pop()
        done.append(prop)
    return done


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
    """Say whether the verb's plural asks for the name before as well: "… enterrement Yasmine et Ilyès seront absents"."""
    one, other = (last.slots[-1] if last.slots else None), (prop.slots[0] if prop.slots else None)
    near = isinstance(one, Who) and isinstance(other, Who) and prop.sentence == last.sentence and prop.link is Link.AND
    if (
        not (near and last.predicate)
        or one is None
        or other is None
        or _AND_WHO.fullmatch(plain, one.end, other.start) is None
    ):
        return False
    return bool(prop.verbs) and _PLURAL.match(plain, other.end) is not None


def _is_fronted(last: Proposition, prop: Proposition) -> bool:
    """Say whether what stands before a verb completes it: it names nothing that the verb has itself."""
    near = last.sentence == prop.sentence and prop.link in (Link.AND, Link.COLON)
    if not near or last.predicate or last.negative != prop.negative or not prop.predicate or not last.slots:
        return False
    if (
        last.negative
        or last.link in (Link.EXCEPT, Link.INSTEAD)
        or last.yes
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
