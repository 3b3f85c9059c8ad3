"""What each proposition says: asked, stated, refused, told in passing; and what shall be done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from domain.language.cutting.clefts import puts_first
from domain.language.cutting.fronting import RELATIVE
from domain.language.dealing.distribution import deal
from domain.language.lexicon.existing import DOES
from domain.language.lexicon.people import OTHERS, RELATIVES
from domain.language.matching.expression import Expression
from domain.language.message.residue import unread
from domain.language.notions.clauses import Clause
from domain.language.notions.marks import Act, Force, Part, Verb, Who
from domain.language.notions.propositions import Link, Proposition
from domain.language.notions.statement import AWAY, Mood, Statement
from domain.language.notions.when import Days, Sort
from domain.language.told.habits import is_usual
from domain.model.wish import Command, Do

#: Verbs that book by themselves, without an activity beside them ("Zoé viendra mardi", "j'ai besoin de …").
_COMES: Final = Expression(r"\b(?:vien|particip|venir|present|y ser|la\b|besoin|il (?:me |nous )?fau)")
#: What exists already: "j'avais réservé jeudi", "je vous ai dit vendredi".
BOOKED: Final = Expression(
    r"\b(?:ai|a|avez|(?<!ou vous )aviez|avais|avait|avons|avions|est|etait|etaient|sont)"
    r" (?:bien |deja |encore |du |\w+ment )*"
    r"(?:pris|prevu|reserve|inscrit|mis|note|coche|demande|dit|ecrit|indique|annonce|signale|precise|clique"
    r"|commande|choisi)e?s?\b"
    r"|\b(?:j'ai|j'avais|on avait|nous avions) (?:demander|reserver|inscrire|commander)\b"
    r"|\b(?:prevue?s?|reserve(?:e|s|es)|initialement)\b"
    r"|\b(?:garde|conserve)(?:nt|ra|ront)? (?:bien )?(?:sa|leurs?|ses) places?\b"
    r"|\bvous (?:avez|aviez) (?:bien|deja|donc|effectivement)(?= [a-z-]+(?: et [a-z-]+)? (?:a |au |aux |en ))"
    r"|\bc'est toujours (?:oui|ok|bon|d'accord)\b"
    r"|\b(?:a|ont) (?:deja |bien |aussi )*(?:une|sa|leurs?|ses) places?\b"
    r"|\bdeja (?:reserve|pris|inscrit|note|valide|enregistre|prevu|commande)e?s?\b"
    rf"|\b{DOES} deja\b|\bavez (?:deja |bien |donc |aussi )*(?:confirme|valide|accorde|attribue)e?s?\b"
    r"|\bvous aviez (?=[a-z-]+ (?:a la |au |a l'|pour ))"
    r"|\b(?:est|sont) (?:deja |bien )*sur (?:votre|vos|la|les) (?:liste|feuille|planning|tableau)s?\b"
)


#: What was meant, where something else was booked.
WANTED: Final = Expression(
    r"\b(?:je|on|nous) (?:voulais|voulait|voulions|souhaitais|souhaitait|pensais)\b|\b(?:c'|ce )etait\b"
)
#: How things are until now, which asks for nothing by itself.
_SO_FAR: Final = Expression(r"\b(?:pour (?:le moment|l'instant)|actuellement|jusqu'(?:a present|ici|a maintenant))\b")
#: "Victor n'est là qu'une semaine sur deux".
_BY_TURNS: Final = Expression(
    r"\b(?:n'est|ne sont|n'etait) (?:la|presente?s?|(?:chez|avec) (?:moi|nous)) qu(?:e |')"
    r"(?:une? (?:semaine|fois|jour|mercredi|moitie) |les semaines |la moitie )"
)
#: "je les ai à la maison": they are with the parent who writes.
_CUSTODY: Final = Expression(
    r"\b(?:je|on|nous) (?:les |la |le |l')?(?:ai|a|avons|aurai|aurons)\b|\bj'(?:ai|aurai) (?:les|mes) "
)
_CALLING_OFF: Final = Expression(r"annul|desinscri|enlev|retir|supprim|stop|arret")


#: On that day nothing changes: "demain il est bien là".
AS_EVER: Final = Expression(r"\bbien (?:la|present|des votres|avec vous)\b")


def statements(plain: str, props: Iterable[Proposition]) -> list[Statement]:
    """Return what each proposition says."""
    return [_statement(plain, prop) for prop in props]


def _statement(plain: str, prop: Proposition) -> Statement:
    mood = _mood(plain, prop)
    verb = prop.verb
    found = Statement(prop, mood, verb.do if verb and mood in (Mood.ASKED, Mood.STATED, Mood.FRAME) else None)
    refused = verb is not None and verb.do is None and not verb.move
    found.refuses_booking = verb is not None and refused and not _CALLING_OFF.search(plain[verb.start : verb.end])
    found.wanted = WANTED.search(plain[prop.start : prop.end]) is not None
    found.booked = BOOKED.search(plain[prop.start : prop.end]) is not None
    found.booked |= verb is not None and _ALREADY.match(plain, verb.end) is not None
    if mood is Mood.ILL:
        found.do = Do.ABSENT
    if mood is Mood.STATED and prop.negative and found.do is Do.BOOK:
        found.do = Do.CANCEL  # "aucun de mes enfants ne sera là"
    meal = next((v for v in prop.verbs if v.meal), None)
    if meal and not prop.says_what:
        prop.slots.append(Act(meal.start, meal.end, Part.MEAL, implied=True))
    elif meal and (at := _meal_before(plain, prop, meal)):
        prop.slots.insert(at, Act(meal.start, meal.end, Part.MEAL))
    found.items = deal(plain, prop) if prop.slots else [Clause(prop.sentence, prop.start)]
    called_off = found.do in (Do.CANCEL, Do.ABSENT) or mood is Mood.REFUSED
    for item in found.items:
        item.verb, item.reason, item.school = verb, prop.reason, prop.school
        item.keeps = refused and not found.refuses_booking and not prop.only
        item.act_in_cancel = bool(item.acts) and called_off and mood is not Mood.ILL and not _tells_onset(prop, item)
    return found


#: What is merely described where these are asked: that a child comes, what an earlier request was of.
_DESCRIBED: Final = {Command.HUMAN: Mood.STATED, Command.REQUESTS_SHOW: Mood.BARE}


#: What will be is asked for, where it is said in a sentence of its own: "Zoé mangera à la cantine jeudi."
_WILL: Final = Expression(r"[a-z]*(?:era|ira|dra|ront)\b|\bfaudrait\b")


def not_described(said: Sequence[Statement], command: Command | None, plain: str) -> set[int] | None:
    """Return the sentences that ask for something, where nothing else may be asked but `command`; else None.

    "Elle mange lundi, prévenez la cuisine" only describes, and so does "ma demande pour Zoé …".
    """
    told = [s for s in said if s.do is not None or s.mood in (Mood.BARE, Mood.ASKED, Mood.FRAME)]
    mood = _DESCRIBED.get(command) if command else None
    if not told or any(s.do is not Do.BOOK or s.mood is not mood for s in told):
        return None
    return {s.prop.sentence for s in told if mood is Mood.STATED and _is_announced(s, plain)}


def _is_announced(s: Statement, plain: str) -> bool:
    """Say whether a sentence says of a child by name that it will come, when, and to what."""
    named = any(isinstance(m, Who) and m.names for m in s.prop.slots)
    whole = named and all(any(isinstance(m, kind) for m in s.prop.slots) for kind in (Act, Days))
    will = s.verb is not None and _WILL.search(plain, s.verb.start, s.verb.end) is not None
    return whole and will and plain[: s.prop.end].rstrip().endswith((".", "!"))


_PLUS: Final = Expression(r"\bplus\b(?! (?:de|d') place)")


def end_habits(plain: str, said: list[Statement]) -> None:
    """Read "Zoé n'ira plus au goûter le lundi" as every Monday: with "plus", a weekday with its article is a habit."""
    for s in said:
        verb, others = s.verb, [o for o in said if o is not s and o.prop.sentence == s.prop.sentence]
        ends = verb is not None and verb.do is Do.CANCEL and verb.force is Force.SAID and s.mood is Mood.STATED
        if not ends or verb is None or s.prop.reason in AWAY or any(o.prop.says_when for o in others):
            continue
        if not _PLUS.search(plain, verb.start, verb.end):
            continue
        for item in s.items:
            days = item.days
            if days and days.bases and not days.frames and all(b.sort is Sort.WEEKDAY and b.habit for b in days.bases):
                item.days = replace(days, bases=tuple(replace(b, sort=Sort.EVERY) for b in days.bases))


def _tells_onset(prop: Proposition, item: Clause) -> bool:
    """Say whether "ce matin" only tells when an illness began: "mal au ventre ce matin, je le garde à la maison"."""
    verb, ill = prop.verb, prop.reason in AWAY
    early = verb is not None and all(a.part is Part.MORNING and a.start < verb.start for a in item.acts)
    return ill and early and verb is not None and verb.whole and item.days is not None and _is_today(item.days)


def _is_today(days: Days) -> bool:
    return bool(days.bases) and all(b.today for b in days.bases)


#: "mange jeudi et le goûter vendredi": one thing more than the meal.
_MORE: Final = Expression(r"\s*(?:,|\+|(?:, )?\b(?:et|plus)\b)\s*(?:aussi |puis )?(?:le |la |l'|au |du )?")


def _meal_before(plain: str, prop: Proposition, meal: Verb) -> int:
    """Return where among the slots a verb's meal belongs that is followed by days and then by something more."""
    since = meal.start  # "il faudrait que dès le 12 Victor mange à la cantine"
    first = next((n for n, s in enumerate(prop.slots) if isinstance(s, Act | Who) and s.start > since), 0)
    before, new = prop.slots[first - 1] if first else None, prop.slots[first]
    if isinstance(new, Act) and new.part is not Part.MEAL and _MORE.fullmatch(plain, meal.end, new.start):
        return first  # "Victor mange et goûte demain"
    if not isinstance(before, Days) or before.start < since:
        return 0
    if isinstance(new, Who):  # "Zoé mange mardi Léah goûter jeudi"
        return first if first + 1 < len(prop.slots) and isinstance(prop.slots[first + 1], Act) else 0
    more = _MORE.fullmatch(plain, before.end, new.start) is not None
    return first if more and isinstance(new, Act) and new.part is not Part.MEAL else 0


def _mood(plain: str, prop: Proposition) -> Mood:  # noqa: PLR0911 - one return a mood
    verb = prop.verb
    ill = prop.reason in AWAY
    if (prop.link is Link.CAUSE and not ill) or RELATIVE.match(plain, prop.start):
        return Mood.TOLD
    refused = prop.negative and prop.says_when  # "pas vendredi comme prévu"
    if prop.unaffected and not refused and not any(v.do in (Do.CANCEL, Do.ABSENT) for v in prop.verbs):
        return Mood.TOLD
    if verb is None or (verb.force is Force.NOUN and verb.do is Do.BOOK and prop.negative):
        return _mood_without_verb(plain, prop)
    if verb.do is None and not verb.move:
        return Mood.REFUSED
    if prop.negative and verb.do is Do.BOOK and verb.force is not Force.SAID:
        return Mood.REFUSED
    if verb.force is Force.ASKED or (verb.force is Force.NOUN and not prop.told):
        return Mood.ASKED if prop.slots or verb.do is Do.ABSENT else Mood.FRAME
    so_far = not prop.says_when and _SO_FAR.search(plain, prop.start, prop.end)
    if (
        so_far
        or _BY_TURNS.search(plain, prop.start, prop.end)
        or is_usual(plain, prop.start, prop.end, verb.start)
        or _is_custody(plain, prop, verb)
    ):
        return Mood.TOLD
    if verb.do is not Do.BOOK:
        return Mood.STATED
    if verb.force is not Force.NOUN and ill:
        return Mood.ILL
    return Mood.TOLD if _only_tells(plain, prop, verb) else Mood.STATED


#: What is none of ours: that it does not take place refuses nothing ("pas de sortie mardi, il mangera donc").
_NONE_OF_THEIRS: Final = Expression(
    r"\b(?:pas|plus) (?:de |d' ?)(?:judo|karate|foot\w*|danse|piscine|gym\w*|sport|musique|solfege|tennis|rugby|poney"
    r"|equitation|theatre|catechisme|hand\w*|basket\w*|natation|kine|orthophoniste|escalade|entrainement|match|cours"
    r"|seance|sortie|voyage|visite|excursion|spectacle|reunion|rendez-vous|rdv|competition|tournoi|anniversaire)s?\b"
)
#: What a grown-up cannot do: "leur père ne les a pas cette semaine".
_GROWN_UP: Final = Expression(rf"\b(?:{RELATIVES}|{OTHERS})(?: (?:de |d')[a-z-]+)? (?:ne |n')")
#: How a child is: "pas d'amélioration ce matin".
_NO_BETTER: Final = Expression(r"\b(?:pas|aucune?) (?:de |d' ?)?(?:amelioration|progres|mieux|evolution)\b")


def _mood_without_verb(plain: str, prop: Proposition) -> Mood:
    if prop.negative:
        theirs = not prop.says_what and _NONE_OF_THEIRS.search(plain, prop.start, prop.end)
        theirs = theirs or _NO_BETTER.search(plain, prop.start, prop.end)
        grown_up = not (prop.says_what or prop.says_who) and _GROWN_UP.search(plain, prop.start, prop.end)
        theirs = theirs or grown_up
        return Mood.TOLD if theirs else Mood.REFUSED
    if prop.reason in AWAY or prop.school:
        return Mood.ILL
    names_one = any(isinstance(s, Act) and not _is_now(plain, s) for s in prop.slots) or prop.change
    told = prop.told or prop.reason or (not names_one and unread(plain, prop.start, prop.end, prop.read))
    return Mood.TOLD if told else Mood.BARE


def _is_now(plain: str, act: Act) -> bool:
    """Say whether a part of the day is this one: "juste grognon ce matin" names no activity."""
    return act.part in (Part.MORNING, Part.EVENING) and plain.endswith(("ce ", "cet "), 0, act.start)


def _only_tells(plain: str, prop: Proposition, verb: Verb) -> bool:
    """Say whether words of coming or staying ask for nothing."""
    elsewhere = not verb.meal and _ELSEWHERE.search(plain[verb.end : prop.end])
    weak = not verb.meal and _says_nothing_of_ours(plain, prop, verb)
    weak = weak or (not prop.says_what and _STILL.match(plain, verb.end) is not None)
    weak = weak or _ALREADY.match(plain, verb.end) is not None
    return verb.force is Force.NOUN or weak or bool(elsewhere) or _by_another(plain, prop, verb)


#: "elle vient bien jeudi", "il vient toujours": as was agreed.
_STILL: Final = Expression(r" (?:bien|toujours|encore)\b")
#: "Luka va déjà à la cantine jeudi": so it is.
_ALREADY: Final = Expression(r" deja\b")
#: Where a child is who is not with us.
_ELSEWHERE: Final = Expression(
    r"(?<!de )(?<!d')\bchez (?!vous\b)"
    r"|^ (?:donc |plutot |bien )?avec (?:moi|nous|papa|maman|(?:sa|son|leur) (?:mere|pere|mamie|papi))\b"
)
#: Somebody else does it: "c'est mamie qui vient à 16h", "papa arrive".
_ANOTHER: Final = Expression(
    r"\b(?:qui|mamie|mamy|papi|papy|papa|maman|tata|tonton|nounou|mari|conjointe?|voisine?|grand-mere|grand-pere"
    r"|tante|oncle|cousine?|copine|copain|amie?|camarade|parrain|marraine|grands-parents"
    r"|(?:mes|ses|nos|leurs|les) (?:beaux-)?parents)(?: (?:de|d') ?\w+)? (?:(?:ne|les?|la|y|nous) )*$"
)


def _is_custody(plain: str, prop: Proposition, verb: Verb) -> bool:
    """Say whether "à la maison" is with the parent who writes, and no absence."""
    home = verb.whole and verb.do is Do.CANCEL
    return home and _CUSTODY.search(plain, prop.start, verb.start) is not None


def _by_another(plain: str, prop: Proposition, verb: Verb) -> bool:
    """Say whether the verb's subject is a grown-up, and no "c'est Séverine (et pas Victor) qui …"."""
    named = [s for s in prop.slots if isinstance(s, Who) and s.end <= verb.start]
    if prop.equates and named and puts_first(plain, named[-1], verb):
        return False
    return not verb.meal and _ANOTHER.search(plain[prop.start : verb.start]) is not None


def _says_nothing_of_ours(plain: str, prop: Proposition, verb: Verb) -> bool:
    """Say whether a weak verb has no activity beside it: "fera la sieste", "restera avec mamie", "ira chez le kiné"."""
    if prop.says_what:
        return False
    return not _COMES.search(plain[verb.start : verb.end])
