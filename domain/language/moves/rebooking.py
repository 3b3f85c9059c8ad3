"""What is taken back for something else: "j'ai réservé jeudi, il fallait vendredi", "pas jeudi mais vendredi"."""

from __future__ import annotations

from typing import Final

from domain.language.dealing.statements import AS_EVER
from domain.language.matching.expression import Expression
from domain.language.moves.slips import same_kind
from domain.language.notions.hours import Hour
from domain.language.notions.marks import Act, Force, Who
from domain.language.notions.propositions import Link
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import Days
from domain.model.wish import Do

#: What is wanted instead of what was booked.
_RATHER: Final = Expression(
    r"\b(?:voulais|voulions|fallait|aurait fallu|devais|c'est(?! (?:parfait|bon|ok|note|super|top|tres|gentil)\b)"
    r"|c'etait|a la place(?! d)|(?:ce|ca) sera(?:it)?|plutot|en fait|en realite|il (?:me|nous)(?: l[ea])? faut"
    r"|finalement|(?:arrange|convien)\w* mieux|(?:nous |m')(?:ira|irait|va) mieux|serait mieux"
    r"|(?:prefer(?:e|ons|er\w+)|arranger\w+))\b"
)


#: What we did, and what was asked for: "vous avez mis la cantine jeudi alors que j'ai demandé vendredi".
_YOU_DID: Final = Expression(r"\bvous (?:m'|nous |l'|les )?(?:avez|aviez)\b")
_I_ASKED: Final = Expression(
    r"(?:alors que|mais|or|quand|tandis que) (?:j'|on |nous )(?:ai|avais|a|avait|avons|avions) (?:bien |pourtant )*"
    r"(?:demande|dit|ecrit|indique|reserve|coche)\b"
)


def _is_our_mistake(plain: str, s: Statement, other: Statement) -> bool:
    """Say whether we booked another day than was asked for."""
    done = _YOU_DID.search(plain, s.prop.start, s.prop.end) is not None and other.prop.says_when
    return done and _I_ASKED.search(plain, other.prop.start, other.prop.end) is not None


def rebooked(plain: str, said: list[Statement]) -> None:
    """Read "j'ai réservé jeudi alors qu'il fallait vendredi" as a move of that booking."""
    for n, s in enumerate(said):
        after = [o for o in said[n + 1 :] if o.prop.slots and o.mood is not Mood.FRAME][:1]
        if (
            not (s.booked and s.prop.slots and after)
            or s.mood in (Mood.REFUSED, Mood.ILL)  # "la grippe, retour prévu lundi"
            or (s.verb is not None and s.verb.force is Force.ASKED)
        ):
            continue
        other = after[0]
        wrong = other.prop.link is Link.INSTEAD and any(
            o.prop.mistake or o.prop.change for o in (s, *said[n + 2 :][:2])
        )
        wrong = wrong or _is_our_mistake(plain, s, other)
        if not wrong and not _RATHER.search(plain[other.prop.start : other.prop.end]):
            continue  # "j'ai mis vendredi au lieu de jeudi, pouvez-vous corriger ?"
        other_way = other.mood in (Mood.REFUSED, Mood.ILL) or other.do in (Do.CANCEL, Do.ABSENT) or other.prop.same
        done = other.prop.told and all(
            isinstance(x, Hour) for x in other.prop.slots
        )  # "… finalement je l'ai déposé à 8h30"
        if other_way or done or _adds(plain, other) or not same_kind(s, other):
            continue
        call_off(s)
        other.do, other.mood = Do.BOOK, Mood.ASKED
        complete(s, other)


_ADDING: Final = Expression(r"r?ajout")


def _adds(plain: str, other: Statement) -> bool:
    """Say whether it only asks for more: "j'avais mis le goûter mardi. En fait vous rajoutez le créatif"."""
    verb = other.verb
    return verb is not None and _ADDING.match(plain, verb.start) is not None


def complete(s: Statement, other: Statement) -> None:
    """Let both halves of a move lend each other what they do not name."""
    for one, two in ((s.items[-1], other.items[0]), (other.items[0], s.items[-1])):
        one.whos = one.whos or list(two.whos)
        one.days = one.days or two.days
        if not one.says_what:
            one.acts, one.hours, one.act_in_cancel = list(two.acts), list(two.hours), bool(two.acts)


#: "ne la comptez plus jeudi mais vendredi".
_NO_MORE: Final = Expression(r"(?:ne |n')[^.,;!?]{0,16} ?\b(?:plus|pas)\b")


#: Where a child goes who does not come to us.
_AWAY: Final = Expression(r"\b(?:chez (?!vous\b)|a la maison|avec (?!vous\b)|au (?:judo|foot|sport|medecin|docteur))\b")


def _comes_then(plain: str, s: Statement, other: Statement) -> bool:
    """Say whether it is the other day: "Zoé n'ira pas au goûter jeudi, elle ira vendredi"."""
    verb = other.verb
    comes = verb is not None and verb.do is Do.BOOK and verb.force is Force.SAID and other.mood is Mood.TOLD
    dated = bool(other.prop.slots) and all(isinstance(x, Days) for x in other.prop.slots)
    near = other.prop.link in (Link.AND, Link.BUT) and other.prop.sentence == s.prop.sentence
    away = any(e.search(plain, other.prop.start, other.prop.end) for e in (_AWAY, AS_EVER))
    return comes and dated and near and s.prop.says_what and s.prop.says_when and not (away or other.prop.reason)


#: What makes "c'est Séverine" the child who comes instead.
_RATHER_SHE: Final = Expression(r"\b(?:finalement|plutot|en fait|a sa place|du coup|mais)\b")


def _comes_instead(plain: str, s: Statement, other: Statement) -> bool:
    """Say whether it is the other child: "Victor ne mange pas jeudi, c'est Séverine qui mange"."""
    whos = [x for x in other.prop.slots if isinstance(x, Who)]
    alone = len(whos) == 1 and all(isinstance(x, Who) or (isinstance(x, Act) and x.implied) for x in other.prop.slots)
    near = other.prop.link in (Link.AND, Link.BUT) and other.prop.sentence == s.prop.sentence
    quiet = not (other.prop.negative or other.prop.reason) and other.mood in (Mood.TOLD, Mood.CONTEXT, Mood.BARE)
    if not (alone and near and quiet and other.prop.equates and s.prop.says_who and s.prop.says_when):
        return False
    names = {n for i in s.items for n in i.names}
    said = other.verb is not None and other.verb.do is Do.BOOK and other.verb.force is Force.SAID
    rather = not other.prop.verbs and _RATHER_SHE.search(plain, s.prop.start, other.prop.end) is not None
    return not names & set(whos[0].names) and (said or rather)


def against(plain: str, s: Statement, after: list[Statement]) -> None:
    """Read "ne viendra pas jeudi mais vendredi à la cantine" as a move."""
    asked = s.mood is Mood.ASKED and s.verb is not None and _NO_MORE.match(plain, s.verb.start) is not None
    if s.do is not Do.CANCEL or not (asked or s.mood is Mood.STATED):
        return
    other = after[0] if after else None
    if other and (_comes_then(plain, s, other) or _comes_instead(plain, s, other)):
        other.do, other.mood = Do.BOOK, Mood.STATED
        complete(s, other)
        return
    if other and other.prop.link is Link.BUT and other.mood in (Mood.BARE, Mood.CONTEXT) and other.prop.says_when:
        other.do, other.mood = Do.BOOK, Mood.BARE
        for item in s.items:
            if not item.says_what and other.items[0].says_what:
                item.acts, item.hours, item.act_in_cancel = list(other.items[0].acts), list(other.items[0].hours), True


def call_off(s: Statement) -> None:
    """Make a cancellation of it, of the activity that it names."""
    s.do, s.mood = Do.CANCEL, Mood.STATED
    for item in s.items:
        item.act_in_cancel = bool(item.acts)
