"""What is kept beside what is called off: "annulez jeudi, mais gardez Zoé", "gardez le goûter et annulez l'atelier"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Force, Verb
from domain.language.notions.propositions import Link, Proposition
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import Days
from domain.model.wish import Do

#: Whom, or which day, "gardez" spares from what is called off; with an activity or a day of its own it is a booking.
_KEEPING: Final = Expression(
    r"(?:gardez|garde|laissez|laisse)(?: (?:bien|quand meme|toujours|juste|par contre|en revanche))* "
    r"(?:[a-z]+(?:-[a-z]+)?(?: et [a-z]+(?:-[a-z]+)?)?|(?:le )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi) )?\d{1,2}"
    r"(?:/\d{1,2})?(?: [a-z]{3,9})?)(?=\W*(?:$|[.!;\n]|svp\b|merci\b|stp\b))"
)
#: What there is already is kept: "gardez le goûter", unlike "gardez Zoé au goûter".
_KEEP_THE: Final = Expression(
    r"(?:on |je |nous )?(?:gard|laiss|conserv|mainten|maintien)[a-z]*(?:-(?:moi|nous|lui|leur))?"
    r"(?: (?:bien|quand meme|juste|seulement|donc))*"
    r" (?:l[ae] |l'|les |s[ao]n? |leurs? )"
)
#: "Victor continue le goûter et arrête l'atelier": so he does.
_GOES_ON: Final = Expression(r"(?:continu|poursui)[a-z]*\b")
_LEAVES_THE: Final = Expression(rf"\W*(?:(?:et|mais|donc|alors) )?{_KEEP_THE.pattern}")

#: "surtout pas demain", beside what is called off: that day stands.
_NOT_THAT: Final = Expression(
    r"\W*(?:(?:et|mais) )?(?:surtout (?:pas|non)\b|(?:pas|non pas)\b[^.,;!?\n]{1,30}\bsurtout\b)[^.,;!?\n]*\W*"
)


def calls_off_here(done: Sequence[Proposition], now: Proposition) -> bool:
    """Say whether something is called off in this sentence, or in the one that "mais" goes on with."""
    goes_on = now.opens and now.link is Link.BUT and now.empty
    since = now.sentence - 1 if goes_on else now.sentence
    here = [*(p for p in done if p.sentence >= since), now]
    return any(v.do is Do.CANCEL and v.force is Force.ASKED for p in here for v in p.verbs)


def spares(plain: str, verb: Verb, *, off: bool) -> bool:
    """Say whether who is to be kept is only not called off: "annulez jeudi pour Victor mais gardez Séverine"."""
    return off and verb.do is Do.BOOK and _KEEPING.match(plain, verb.start) is not None


def _keeps_the(plain: str, s: Statement) -> bool:
    """Say whether it is "gardez le goûter", read as a demand, or as no verb of ours: "laissez le goûter"."""
    if s.mood in (Mood.ASKED, Mood.STATED) and s.do is Do.BOOK and s.verb is not None:
        return _KEEP_THE.match(plain, s.verb.start) is not None
    return s.mood is Mood.BARE and not s.prop.verbs and _LEAVES_THE.match(plain, s.prop.start) is not None


def keep_beside(plain: str, said: list[Statement]) -> None:
    """Take "gardez le goûter" as told, where another thing is called off in the same sentence."""
    for s in said:
        goes_on = s.verb is not None and s.do is Do.BOOK and _GOES_ON.match(plain, s.verb.start) is not None
        if not s.prop.says_what or not (goes_on or (not s.prop.says_who and _keeps_the(plain, s))):
            continue
        moods = (Mood.ASKED, Mood.STATED) if goes_on else (Mood.ASKED,)
        off = [o for o in said if o.prop.sentence == s.prop.sentence and o.do is Do.CANCEL and o.mood in moods]
        off = [o for o in off if not goes_on or _is_stopped(o)]
        mine = {(a.part, a.codes) for i in s.items for a in i.acts}
        if any(o.prop.says_what and not mine & {(a.part, a.codes) for i in o.items for a in i.acts} for o in off):
            s.mood, s.do = Mood.TOLD, None


def _is_stopped(o: Statement) -> bool:
    """Say whether a verb of its own calls it off, which "sans oublier le goûter" has not."""
    return o.prop.link is not Link.EXCEPT and any(v.do is Do.CANCEL for v in o.prop.verbs)


def spare_that_day(plain: str, said: list[Statement]) -> None:
    """Let "J'annule jeudi. Surtout pas vendredi" spare Friday, and "absence à noter, mais pas vendredi" as well."""
    for before, s in pairwise(said):
        asked = before.mood in (Mood.ASKED, Mood.FRAME)
        off = asked and before.do is Do.CANCEL and before.prop.says_when
        off = off and _NOT_THAT.fullmatch(plain, s.prop.start, s.prop.end) is not None
        away = asked and before.do is Do.ABSENT and before.prop.sentence == s.prop.sentence
        dated = bool(s.prop.slots) and all(isinstance(x, Days) for x in s.prop.slots) and not s.prop.verbs
        if (off or away) and dated and s.prop.negative:
            s.mood, s.do = Mood.TOLD, None
            for item in s.items:
                item.days = None
