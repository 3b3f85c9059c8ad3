"""Refusals: a cancellation, something taken back from what is asked here, or nothing at all."""

from __future__ import annotations

from typing import Final

from domain.language.matching.expression import Expression
from domain.language.moves.rebooking import against, call_off, complete
from domain.language.moves.slips import is_opposed
from domain.language.notions.clauses import Clause
from domain.language.notions.hours import Hour
from domain.language.notions.marks import Act, Who
from domain.language.notions.propositions import Link
from domain.language.notions.statement import AWAY, Mood, Statement
from domain.language.notions.when import Days, Sort
from domain.language.refusing.as_said import as_said, only_spoken
from domain.language.refusing.declining import answers, beside, declines, no_need, only_that, spared_too
from domain.language.refusing.excepted_one import picked_of
from domain.language.refusing.instead import MEANT, not_but, rather_for, set_instead
from domain.language.refusing.narrowing import only_these
from domain.model.wish import Do


def refuse(plain: str, said: list[Statement]) -> list[Clause]:
    """Decide for each refusal: a cancellation, something taken back from what is asked here, or nothing at all."""
    taken = list[Clause]()
    for n, s in enumerate(said):
        if not_but(plain, s, said[n + 1 :]) or rather_for(plain, s, said[:n], said[n + 1 :]):
            continue
        if left_out := only_these(plain, s, said[:n]):
            taken += left_out
            continue
        if n and _is_kept(plain, s, said[n - 1], said[n + 1 : n + 2]):
            s.do, s.mood = None, Mood.TOLD
        against(plain, s, said[n + 1 :])
        if (s.prop.link is Link.EXCEPT and s.mood is not Mood.ASKED) or (n and _excepts_more(s, said[n - 1])):
            s.mood, s.prop.link = Mood.REFUSED, Link.EXCEPT
        elif s.prop.link is Link.INSTEAD and s.mood in (Mood.BARE, Mood.TOLD):
            call_off(s)
            set_instead(plain, s, said[n - 1] if n else None)
            continue
        if no_need(s, said[n - 1] if n else None) or only_that(plain, s, said[n - 1] if n else None):
            s.do, s.mood = None, Mood.TOLD
        elif s.do is Do.CANCEL and s.mood is Mood.STATED and declines(plain, s, said[:n], said[n + 1 :]):
            s.do, s.mood = None, Mood.REFUSED
            near = said[n - 1] if n and said[n - 1].prop.sentence == s.prop.sentence else None
            taken += [beside(item, near) for item in s.items]
            continue
        if s.mood is Mood.REFUSED and not (n and _keeps_away(s, said[n - 1])):
            s.do = None
            taken += _refused(plain, s, said[:n], said[n + 1 :])
    _only_sum_up(said)
    return taken


def _excepts_more(s: Statement, before: Statement) -> bool:
    """Say whether one more exception follows: "sauf le 6 pour JB et le 13 pour Anne-Lise"."""
    kinds = {type(x) for x in s.prop.slots}
    goes_on = before.prop.link is Link.EXCEPT and before.mood is Mood.REFUSED and s.prop.link is Link.AND
    goes_on = goes_on and not s.prop.only  # "sauf le 13, et Anne-Lise seulement le 13"
    both = {type(x) for x in before.prop.slots} == {Who, Days} == kinds or before.prop.says_when
    return goes_on and both and kinds == {Who, Days} and s.mood is Mood.BARE and s.prop.sentence == before.prop.sentence


def _keeps_away(s: Statement, ill: Statement) -> bool:
    """Let "elle a une angine, je ne la mets pas demain" tell on which day an ill child stays away, and say so."""
    dated = s.mood is Mood.REFUSED and bool(s.prop.verbs) and s.prop.says_when
    own = s.prop.says_what or s.prop.says_who
    away = dated and not own and ill.mood is Mood.ILL and ill.prop.sentence == s.prop.sentence
    if away:
        s.do, s.mood = Do.CANCEL, Mood.STATED
    return away


def _only_sum_up(said: list[Statement]) -> None:
    """Let "… pas demain mais jeudi, vous pouvez changer ?" ask for no more than that change."""
    done = {s.do for s in said if s.mood is not Mood.TOLD and not s.prop.change}
    for s in said if done >= {Do.BOOK, Do.CANCEL} else ():
        if s.prop.change and not s.prop.slots:
            s.prop.change, s.mood, s.do = False, Mood.TOLD, None


def _is_other_hour(s: Statement, before: Statement) -> bool:
    """Say whether it only sets another hour against the one wanted: "jusqu'à 17h, pas 18h"."""
    hours = bool(s.prop.slots) and all(isinstance(x, Hour) for x in s.prop.slots)
    return s.mood is Mood.REFUSED and hours and bool(before.items[-1].hours)


#: "pas de goûter" calls it off; "pas le goûter" leaves it.
_NONE_OF: Final = Expression(r"\W*(?:et |mais )?pas (?:de |d')")


def _spares(plain: str, s: Statement, before: Statement) -> bool:
    """Say whether it only says what is not called off: "annulez mardi, pas jeudi", "enlevez Zoé, pas Léah"."""
    kinds, theirs = {type(x) for x in s.prop.slots}, {type(x) for x in before.prop.slots}
    definite = kinds == {Act, Who} and not _NONE_OF.match(plain, s.prop.start)  # "…, pas la cantine de Léah"
    alone = definite or (
        len(kinds) == 1 and kinds <= theirs and (kinds <= {Who, Days} or not _NONE_OF.match(plain, s.prop.start))
    )
    bare = s.mood is Mood.REFUSED and not (s.prop.verbs or s.prop.same or s.prop.nothing or s.prop.only)
    called_off = before.mood is Mood.ASKED and before.do is Do.CANCEL and before.prop.sentence == s.prop.sentence
    return bare and alone and called_off and s.prop.link in (Link.AND, Link.BUT)


def _is_kept(plain: str, s: Statement, before: Statement, after: list[Statement]) -> bool:
    """Say whether a refusal beside what is called off, or of another hour, only says what stays as it is."""
    opposed = any(is_opposed(s, o) for o in (before, *after))
    off = before.mood is Mood.ASKED and before.do is Do.CANCEL and before.prop.sentence == s.prop.sentence
    opposed |= off and s.mood is Mood.REFUSED and s.prop.unaffected  # "annulez …, pas le 13 où c'est maintenu"
    opposed |= spared_too(plain, s, before)
    return opposed or _spares(plain, s, before) or _is_other_hour(s, before)


def _refused(plain: str, s: Statement, before: list[Statement], after: list[Statement]) -> list[Clause]:
    """Return what "pas …" takes out of what is asked beside it; where it stands for itself it is a cancellation."""
    if s.prop.link is Link.EXCEPT:
        for item in s.items:
            item.excepted, item.days = True, picked_of(item.days, before)
        return list(s.items)
    positive = next((o for o in reversed(before) if o.do is Do.BOOK and o.mood is not Mood.TOLD), None)
    if positive and _WITHOUT.search(plain, s.prop.start, s.prop.end) and _is_of_another(s, positive, before):
        positive = None
    follows = next((o for o in after[:1] if o.prop.link is Link.BUT and o.mood in (Mood.BARE, Mood.ASKED)), None)
    equated = _equated(s, before, follows)
    if equated and positive is None and _lists_days(equated, s):
        equated.do, equated.mood = Do.BOOK, Mood.BARE
        return list(s.items)
    if equated and (positive is None or (positive is equated and _sets_right(s, equated))):
        equated.do, equated.mood = Do.BOOK, Mood.BARE  # "c'est vendredi et non jeudi"
        if not (equated.prop.says_when or equated.prop.says_what):
            complete(s, equated)
    elif _limits(plain, s, positive, before, after):
        near = positive if positive and positive.prop.sentence == s.prop.sentence else None
        return [beside(item, near) for item in s.items]
    call_off(s)
    return []


def _equated(s: Statement, before: list[Statement], follows: Statement | None) -> Statement | None:
    """Return what is said to be right where `s` is said to be wrong: "c'est vendredi" before "et non jeudi"."""
    last = [o for o in before[-1:] if o.prop.says_when or not (follows and follows.prop.says_when)]
    named = [o for o in last if o.prop.equates and (_set_against(o, s) or _is_other(o, s))]
    meant = [o for o in before[-1:] if o.wanted and o.prop.says_when and s.prop.says_when and o.mood in MEANT]
    return next((o for o in (*meant, *named) if o in meant or o.mood in (Mood.BARE, Mood.CONTEXT)), None)


def _limits(
    plain: str, s: Statement, positive: Statement | None, before: list[Statement], after: list[Statement]
) -> bool:
    """Say whether a refusal only limits what is booked; "pas jeudi mais vendredi" books what follows it."""
    if s.prop.link is Link.COLON and s.prop.says_what and any(o.prop.change for o in before):
        return False  # "merci de noter ces changements : mardi : pas de cantine"
    if s.prop.says_what and _is_of_ill_child(s, before):
        return False  # "Inscrivez Léah. Victor a de la fièvre, pas de cantine ce midi"
    if s.verb is not None and s.verb.do is None:  # "n'inscrivez pas Léah"
        return positive is not None or not _is_all_wanted(plain, s, after)
    follows = next((o for o in after[:1] if o.prop.link is Link.BUT and o.mood in (Mood.BARE, Mood.ASKED)), None)
    if follows and _declined(plain, s, follows):
        return True
    if follows and positive is None and not s.prop.nothing:
        follows.do = Do.BOOK
        return False
    mistaken = positive is not None and _mistaken(plain, s, positive, before, after)
    alone = positive is None and not answers(plain, s, after) and _stands_alone(s, _of_these(s, before, after))
    return not (_is_confirmed(after) or mistaken or alone)


def _is_of_ill_child(s: Statement, before: list[Statement]) -> bool:
    """Say whether an illness is told right before it, in its own sentence."""
    told = before[-1:]
    return any(o.prop.reason in AWAY and o.prop.sentence == s.prop.sentence for o in told)


def _declined(plain: str, s: Statement, follows: Statement) -> bool:
    """Say whether a child is only left out: "Sohan non, mais Nahel et Léah oui pour demain"."""
    alone = bool(s.prop.slots) and all(isinstance(x, Who) for x in s.prop.slots)
    return alone and _YES.search(plain, follows.prop.start, follows.prop.end) is not None


_YES: Final = Expression(r"\boui\b")
_WITHOUT: Final = Expression(r"\b(?:pas(?! ok)|plus|ni|aucune?|sans)\b")


def _is_of_another(s: Statement, positive: Statement, before: list[Statement]) -> bool:
    """Say whether it is said of another child than what is booked: "Luka mangera lundi. Elio vomit, pas de goûter"."""
    here = [o for o in before if o.prop.sentence == s.prop.sentence]
    own = next((i for o in (s, *here[::-1]) for i in o.items[::-1] if i.names), None)
    booked = {n for i in positive.items for n in i.names}
    apart = positive.prop.sentence != s.prop.sentence and own is not None and bool(booked)
    when = s.prop.says_when or any(o.prop.says_when for o in here) or any(o.prop.reason in AWAY for o in before)
    return apart and own is not None and s.prop.says_what and when and not booked & own.names


def _lists_days(equated: Statement, s: Statement) -> bool:
    """Say whether "pas vendredi" only ends a list of days: "c'est pour Victor mardi et jeudi, pas vendredi"."""
    several = any(i.days and len(i.days.bases) > 1 for i in equated.items)
    return several and s.prop.link is Link.AND and not equated.prop.mistake and not equated.wanted


def _sets_right(s: Statement, equated: Statement) -> bool:
    """Say whether a day is set against another: "le goûter, c'est vendredi et non jeudi"."""
    days = [x for x in s.prop.slots if isinstance(x, Days)]
    single = bool(days) and len(days) == len(s.prop.slots) and all(len(d.bases) == 1 and not d.frames for d in days)
    meant = equated.items[0].days
    one = len(equated.items) == 1 and meant is not None and [b.sort for b in meant.bases] not in ([], [Sort.EVERY])
    alone = one and meant is not None and len(meant.bases) == 1
    return equated.prop.equates and equated.mood is Mood.BARE and single and alone


def _set_against(equated: Statement, s: Statement) -> bool:
    """Say whether one thing is said to be right and another of its kind wrong; "demain c'est plus le matin" is not."""
    one, other = equated.prop, s.prop
    return (one.says_when and (other.says_when or not other.says_what)) or one.says_what


def _is_other(equated: Statement, s: Statement) -> bool:
    """Say whether one child was booked for another: "je me suis trompée, c'est Léah pas Zoé pour la cantine"."""
    return (equated.prop.mistake or s.prop.link is Link.BUT) and equated.prop.says_who and s.prop.says_who


#: Whom nobody puts down need not be crossed out: "n'inscrivez ni Zoé ni Luka jeudi à la cantine".
_PUT_DOWN: Final = Expression(r"\b(?:inscri|reserv|r?ajout)")


def _is_all_wanted(plain: str, s: Statement, after: list[Statement]) -> bool:
    """Say whether "ne prenez pas Zoé mardi à la cantine" is all that is wanted, and so a cancellation."""
    demanded = any(o.do is Do.BOOK or o.mood in (Mood.BARE, Mood.ASKED, Mood.FRAME) for o in after)
    if s.verb and _PUT_DOWN.search(plain, s.verb.start, s.verb.end):
        return False
    return s.refuses_booking and not demanded and s.prop.says_when and s.prop.says_what


def _is_confirmed(after: list[Statement]) -> bool:
    """Say whether the next words are "désinscrivez-la" ("pas de cantine vendredi, désinscrivez-la")."""
    return bool(after) and after[0].mood is Mood.FRAME and after[0].do is Do.CANCEL


def _of_these(s: Statement, before: list[Statement], after: list[Statement]) -> list[Statement]:
    """Return what follows without other sentences about other children, which a refusal does not limit."""
    here = [o for o in (s, *before[::-1]) if o.prop.sentence == s.prop.sentence]
    mine = next((set(i.names) for o in here for i in o.items[::-1] if i.names), set[str]())

    def other(o: Statement) -> bool:
        theirs = {n for p in after if p.prop.sentence == o.prop.sentence for i in p.items for n in i.names}
        return o.prop.sentence != s.prop.sentence and bool(mine and theirs) and not mine & theirs

    return [o for o in after if not other(o)]


def _stands_alone(s: Statement, after: list[Statement]) -> bool:
    """Say whether nothing is asked that the refusal could limit."""
    asked = any((o.asks or (s.prop.nothing and o.mood is Mood.BARE)) and o.do is Do.BOOK for o in after)
    days_alone = s.prop.nothing and not s.prop.says_what and not s.prop.says_who  # "deuxième semaine : personne"
    days_alone = days_alone and s.prop.link is not Link.SO  # "il part du 10 au 14, donc rien cette semaine-là"
    return not asked and not days_alone and (s.prop.says_when or s.prop.says_what)


#: "son frère non": nothing for him, where "pas son frère" may correct.
_NO: Final = Expression(r"\bnon\W*$")


def _is_left_out(plain: str, s: Statement, positive: Statement) -> bool:
    """Say whether it only says that another child does not come: "Zoé ira finalement au centre. Son frère non."."""
    alone = bool(s.prop.slots) and all(isinstance(x, Who) for x in s.prop.slots)
    apart = s.prop.link is Link.START or _NO.search(plain, s.prop.start, s.prop.end) is not None
    mine = {n for i in s.items for n in i.names}
    return alone and apart and not mine & {n for i in positive.items for n in i.names}


_WRONG: Final = Expression(r"\b(?:erreur|tromp|rectifi|corrig|correcti)\w*")


def _opens_wrong(plain: str, s: Statement) -> bool:
    """Say whether it is told of a mistake before anything is named: "erreur de ma part, la cantine de Victor …"."""
    first = min((slot.start for slot in s.prop.slots), default=s.prop.start)
    return _WRONG.search(plain, s.prop.start, first) is not None


def _mistaken(plain: str, s: Statement, positive: Statement, before: list[Statement], after: list[Statement]) -> bool:
    """Say whether what is refused was booked by mistake: "je me suis trompée, c'est lundi, pas mardi"."""
    single = len({type(x) for x in s.prop.slots}) == 1 and not _is_left_out(plain, s, positive)
    noted = [o for o in before if o.booked and o.mood is Mood.TOLD and o.prop.says_who and o.prop.says_when]
    if any(i.names & j.names for o in noted for i in o.items for j in s.items):
        return single  # "vous avez noté Léah lundi midi, or c'est Zoé qu'il faut inscrire, pas elle"
    told_so = as_said(plain, s)
    opens = next((_opens_wrong(plain, o) for o in before if o.prop.slots), False)
    mistake = told_so or opens or any(o.prop.mistake for o in (*before, s, *after))
    if told_so or only_spoken(plain, s):
        return single and not only_spoken(plain, s)
    told = opens or any(o.prop.mistake and (o is not positive or o.prop.equates) for o in before)
    weak = positive.mood is Mood.STATED or (positive.mood is Mood.ASKED and told)
    return mistake and (positive.mood is Mood.BARE or (weak and single))
