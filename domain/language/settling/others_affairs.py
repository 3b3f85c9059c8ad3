"""What is told of others beside a booking: a grown-up who cannot come, a sibling's appointment, what falls through.

"Mamie ne vient pas jeudi, il faudrait inscrire Zoé à la cantine": that she does not come calls off nothing of ours.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from domain.language.lexicon.people import OTHERS, RELATIVES
from domain.language.lexicon.well_again import GROWN_UP
from domain.language.matching.expression import Expression
from domain.language.notions.hours import Hour
from domain.language.notions.marks import Act, Part, Who
from domain.language.notions.propositions import Link
from domain.language.notions.statement import AWAY, Mood, Statement
from domain.language.settling.elsewhere import books, give_rest, is_appointment, is_elsewhere, is_passing
from domain.language.told.grown_ups import comes_late, has_no_time
from domain.model.wish import Do

_LED: Final = (
    r"\W*(?:(?:bonjour|bonsoir|et|mais|car|comme|donc|finalement|malheureusement|vu que|puisque|sauf que"
    r"|cette semaine|exceptionnellement)\W+)*"
)
#: "ne peut pas", and "peut pas" as it is said.
_NO: Final = r"(?:ne |n'|(?=[a-z']+ (?:pas|plus|jamais)\b))"
#: A clause whose subject is a grown-up.
_OF_GROWN_UP: Final = Expression(rf"{_LED}{GROWN_UP}(?: (?:qui|que) [^,.;!?\n]{{3,40}})?,? {_NO}")
#: The same one goes on: "… est malade et ne peut pas chercher Zoé jeudi".
_GOES_ON: Final = Expression(rf"\W*(?:(?:et|donc) )*(?:(?:il|elle|ils|elles) )?{_NO}")
_LED_BY_GROWN_UP: Final = Expression(rf"{_LED}{GROWN_UP}\b")
#: What is not there, and none of ours: "pas de nounou jeudi", "plus de grève mardi".
_NO_SUCH: Final = Expression(
    rf"{_LED}(?:pas|plus|aucune?|point) (?:de |d')?(?:{RELATIVES}|{OTHERS}|greve|voiture|train|bus|reunion|fievre"
    r"|visite|sortie|match|tournoi|stage|vacances|conges?)\b"
)
#: What was planned elsewhere does not take place.
_FELL_THROUGH: Final = Expression(r"\btomb\w+ a l'eau\b")
#: Somebody comes to fetch a sick child.
_FETCHES: Final = Expression(r"\b(?:vien\w*|pass\w+|arriv\w+)\b")
_GROWN_UP: Final = Expression(rf"\b{GROWN_UP}\b")
_WHO: Final = Expression(r"\W*(?:et )?(?:qui|lui|elle)\b")
_GONE: Final = (Mood.STATED, Mood.REFUSED)


#: Somebody else has called it off with somebody else: "cantine annulée de leur côté".
_DONE_THERE: Final = Expression(
    r"\b(?:annul|desinscri|decommand|supprim|regl)\w*(?: (?:deja|aussi|bien|donc))* (?:de (?:leur|son) cote"
    r"|cote (?:ecole|mairie|maitresse)|par (?:l'ecole|la maitresse|la mairie|leurs soins))\b"
)


def others_affairs(plain: str, said: list[Statement]) -> None:
    """Take as told what is said of others, where something is booked beside it."""
    for s in said:
        if s.do is Do.CANCEL and _DONE_THERE.search(plain, s.prop.start, s.prop.end):
            s.mood, s.do = Mood.TOLD, None
    _not_he_ill(said)
    _fetched(plain, said)
    _named_last(plain, said)
    give_rest(plain, said)
    for n, s in enumerate(said):
        before, after = said[n - 1] if n else None, said[n + 1 :]
        if any(told(plain, s, said[:n], after) for told in (is_appointment, is_passing, is_elsewhere)):
            _tell(s)
        if not any(books(o) for o in after):
            continue
        if (_is_unavailable(plain, s, before) and not _stays_then(after[0])) or _takes_no_place(plain, s):
            _tell(s)
            _goes_on_of_it(plain, s, after[0])
        elif _is_told(plain, s, before, after) or _is_late(plain, s, before) or _is_elsewhere_first(s, after[0]):
            _tell(s)
        elif _leaves_out_who(plain, s, after[0]):
            s.mood, s.prop.link = Mood.CONTEXT, Link.START


def _is_told(plain: str, s: Statement, before: Statement | None, after: list[Statement]) -> bool:
    """Say whether it only says why something else is booked, or of whom it is said."""
    unlike = before is not None and any(_is_unlike(plain, s, before, o) for o in after)
    return unlike or _is_other_day(s, after) or _is_back(s, after)


def _is_late(plain: str, s: Statement, before: Statement | None) -> bool:
    """Say whether it tells how late somebody fetches a child: "mamie passe le prendre mardi mais pas avant 18h30"."""
    told = before is not None and before.mood is Mood.TOLD and before.prop.sentence == s.prop.sentence
    timed = bool(s.prop.slots) and all(isinstance(x, Hour) for x in s.prop.slots)
    return told and timed and s.mood is Mood.REFUSED and comes_late(plain, s.prop.start, s.prop.end)


def _tell(s: Statement) -> None:
    s.mood, s.do, s.prop.reason = Mood.TOLD, None, None


def _is_unavailable(plain: str, s: Statement, before: Statement | None) -> bool:
    """Say whether a grown-up is the one who does not come, or cannot fetch or keep a child."""
    if not (s.mood in _GONE and (s.do is Do.CANCEL or s.mood is Mood.REFUSED)) or any(_named_acts(s)):
        return False
    if _OF_GROWN_UP.match(plain, s.prop.start, s.prop.end) or has_no_time(plain, s.prop.start, s.prop.end):
        return True
    near = before is not None and before.mood is Mood.TOLD and before.prop.sentence == s.prop.sentence
    led = before is not None and near and _LED_BY_GROWN_UP.match(plain, before.prop.start, before.prop.end)
    alone = before is not None and not before.prop.says_who
    return bool(led) and alone and _GOES_ON.match(plain, s.prop.start, s.prop.end) is not None


def _stays_then(s: Statement) -> bool:
    """Say whether a child stays away on the day before it: "la maîtresse ne vient pas jeudi, Zoé reste à la maison"."""
    return s.mood is Mood.STATED and s.do is Do.CANCEL and s.prop.says_who and not s.prop.says_when


def _named_acts(s: Statement) -> list[Act]:
    return [x for x in s.prop.slots if isinstance(x, Act) and not x.implied]


def _takes_no_place(plain: str, s: Statement) -> bool:
    """Say whether something of others' does not take place: "pas de nounou demain", "la fête est tombée à l'eau"."""
    if s.mood not in _GONE or s.prop.says_what or s.prop.says_who:
        return False
    if s.prop.negative and not s.prop.verbs:
        return _NO_SUCH.match(plain, s.prop.start, s.prop.end) is not None
    return not s.prop.slots and _FELL_THROUGH.search(plain, s.prop.start, s.prop.end) is not None


#: Of the grown-up, or of what does not take place: "… elle est en vacances".
_IT: Final = Expression(r"\W*(?:car |parce qu')?(?:il|elle|ils|elles|c') ?(?:est|sont|a|ont|part|doit|etait)\b")


def _goes_on_of_it(plain: str, s: Statement, after: Statement) -> None:
    """Let the days of "pas de nounou demain, elle est en vacances" be hers, and none that are asked for."""
    same = after.mood is Mood.TOLD and after.prop.sentence == s.prop.sentence and not after.prop.says_who
    if same and s.prop.says_when and _IT.match(plain, after.prop.start, after.prop.end):
        for item in after.items:
            item.days = None


def _is_unlike(plain: str, s: Statement, before: Statement, after: Statement) -> bool:
    """Say whether "Séverine est en vacances, Victor non, du coup inscrivez Victor" only sets him apart."""
    alone = bool(s.prop.slots) and all(isinstance(x, Who) for x in s.prop.slots) and not s.prop.verbs
    mine, theirs, his = ({n for i in o.items for n in i.names} for o in (s, before, after))
    told = before.mood in (Mood.TOLD, Mood.ILL) and before.prop.sentence == s.prop.sentence == after.prop.sentence
    told = told and books(after)
    no = s.mood is Mood.REFUSED and _SAYS_NO.search(plain, s.prop.start, s.prop.end) is not None
    return no and alone and told and bool(mine) and mine == his and not mine & theirs


_SAYS_NO: Final = Expression(r"\bnon\W*$")


def _is_other_day(s: Statement, after: list[Statement]) -> bool:
    """Say whether "jeudi pas d'école, vendredi oui, donc cantine vendredi" only says why another day is asked for."""
    closed = s.mood is Mood.ILL and s.prop.school and s.prop.says_when and not (s.prop.says_who or s.prop.says_what)
    return closed and any(o.prop.yes and o.prop.sentence == s.prop.sentence for o in after[:1])


def _is_back(s: Statement, after: list[Statement]) -> bool:
    """Say whether "Zoé revient demain !" only tells what is asked for next, with a day of its own."""
    told = s.mood is Mood.BARE and s.prop.returns and not s.prop.says_what and not s.prop.heads
    return told and any(o.mood is Mood.ASKED and o.prop.says_when and o.prop.says_what for o in after)


def _is_elsewhere_first(s: Statement, after: Statement) -> bool:
    """Say whether "elle va chez son papi au début, mais la 2e semaine réservez le centre" calls off no day."""
    home = s.mood is Mood.STATED and s.do is Do.CANCEL and s.verb is not None and s.verb.whole
    own = s.prop.says_when or s.prop.says_what
    but = after.prop.link is Link.BUT and after.prop.sentence == s.prop.sentence
    return home and not own and but and after.mood is Mood.ASKED and after.prop.says_when and after.prop.says_what


def _leaves_out_who(plain: str, s: Statement, after: Statement) -> bool:
    """Say whether whom "sauf Victor" leaves out of what is told is the one of whom the next words speak."""
    alone = bool(s.prop.slots) and all(isinstance(x, Who) for x in s.prop.slots)
    left = s.prop.link is Link.EXCEPT and s.mood is not Mood.ASKED and alone
    return left and not after.prop.says_who and _WHO.match(plain, after.prop.start) is not None


def _not_he_ill(said: list[Statement]) -> None:
    """Read "Victor mange à la cantine ce midi, mais pas Séverine, malade" as her absence from that."""
    for before, s, why in zip(said, said[1:], said[2:], strict=False):
        alone = bool(s.prop.slots) and all(isinstance(x, Who) for x in s.prop.slots)
        left = s.mood is Mood.REFUSED and s.prop.link is Link.BUT and alone and not s.prop.verbs
        bare = why.mood is Mood.ILL and not (why.prop.slots or why.prop.verbs)
        acts = [a for i in before.items for a in i.acts]
        if left and bare and acts and before.prop.sentence == s.prop.sentence == why.prop.sentence:
            why.mood, why.do = Mood.STATED, Do.ABSENT
            for item in why.items:
                item.whos, item.acts, item.act_in_cancel = list(s.items[0].whos), acts, True
                item.days = before.items[-1].days
            s.mood, s.do = Mood.TOLD, None


def _fetched(plain: str, said: list[Statement]) -> None:
    """Let "…, mal au ventre, elle vient à 11h" tell that a grown-up who was named fetches the child."""
    for n, s in enumerate(said):
        comes = (
            s.mood is Mood.STATED and s.do is Do.BOOK and s.prop.says_what and not (_named_acts(s) or s.prop.says_who)
        )
        here = [o for o in said[:n] if o.prop.sentence == s.prop.sentence]
        ill = any(o.prop.reason in AWAY for o in here)
        named = ill and _GROWN_UP.search(plain, here[0].prop.start, s.prop.start)
        if comes and named and not s.prop.says_when and _FETCHES.search(plain, s.prop.start, s.prop.end):
            _tell(s)
            for item in s.items:
                item.hours = []


#: Who is not with us then: "Séverine reste au goûter, Victor part à 16h, merci de l'enlever".
_GOES: Final = Expression(r"\b(?:(?:re)?par(?:t|tira)|rentre(?:ra)?|sor(?:t|tira)|file(?:ra)?|s'en va|quitte(?:ra)?)\b")
#: One child: "merci de l'enlever", "à retirer".
_ITS_OWN: Final = Expression(r"\b(?:les|tous|toutes|tout)\b")


def _named_last(plain: str, said: list[Statement]) -> None:
    """Let "Victor reste au goûter jeudi mais Séverine repart avec papi, merci de l'enlever" be said of her."""
    for stays, (told, frame) in zip(said, pairwise(said[1:]), strict=False):
        asked = frame.mood is Mood.FRAME and frame.do is Do.CANCEL and not frame.prop.slots
        leaves = told.mood is Mood.TOLD or (told.mood is Mood.STATED and told.do is Do.CANCEL)
        goes = _GOES.search(plain, told.prop.start, told.prop.end) is not None
        apart = told.prop.link is Link.BUT or (told.prop.link is Link.AND and goes)
        other = leaves and apart and told.prop.says_who
        ours = any(isinstance(x, Act) and x.part is not Part.UNKNOWN for x in told.prop.slots)
        other = other and not (ours or told.prop.unaffected)
        kept = stays.mood in (Mood.STATED, Mood.TOLD) and stays.do in (None, Do.BOOK)
        booked = stays.mood is Mood.ASKED and stays.do is Do.BOOK
        said_so = (kept or booked) and stays.prop.says_what
        mine, theirs = ({n for i in o.items for n in i.names} for o in (told, stays))
        if not (asked and other and said_so and mine and theirs) or mine & theirs:
            continue
        if stays.prop.sentence != frame.prop.sentence or _ITS_OWN.search(plain, frame.prop.start, frame.prop.end):
            continue
        told.mood, told.do = Mood.ASKED, Do.CANCEL
        if kept:
            stays.mood, stays.do = Mood.TOLD, None
        for item in told.items:
            item.acts, item.act_in_cancel = list(stays.items[-1].acts), True
            item.days = item.days or stays.items[-1].days
