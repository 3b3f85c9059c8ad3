"""Questions that ask for nothing we know, and those that are requests all the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from domain.language.intent.tones import Tone, tones
from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Force, Mark, Sign, Verb, Why
from domain.language.notions.when import Days
from domain.model.wish import Reason

REQUEST: Final = Expression(
    r"\b(?:pouvez|pourriez|peux|pourrais|pourrez|possible|svp|merci|puis-je|peut|pourrait|pourra|puisse|envisageable"
    r"|faisable"
    r"|serait-ce|accepteriez|voulez-vous|vous voulez|voudriez|veux-tu|tu veux|derange\w*|gentillesse|amabilite"
    r"|obligeance|y aurait moyen|moyen d[e'])\b"
    r"|\b(?:ok|d'accord|partante?s?) (?:pour|si)\b|\bca (?:irait|ira|vous va|marche|va) (?:pour|si)\b"
    r"|, (?:c'est |ca )?(?:ok|bon|faisable|d'accord|(?:vous |te )?(?:va|convient)|marche|roule"
    r"|joue)(?: pour (?:vous|toi))? ?\?"
)
#: A question of who, where, how is never a request.
WHOM: Final = Expression(
    r"\b(?:a qui|comment|pourquoi|ou (?:dois|puis|faut|peut)|que faut|qui (?:dois|peut)|si (?:j'|je|on"
    r"|nous|il|elle|(?!vous|possible)[a-z-]+ (?:ne |n')?(?:rate|manque|annule|vient|est|mange|rest)\w*))\b[^.!?]*\?"
)
_WHY: Final = Expression(r"\b(?:que s'est|qu'est-ce|qu'y a|pourquoi|comment|que s|quoi)\b")
_IGNORANT: Final = Expression(r"\bsa(?:is|it|vons) (?:pas|plus)\b|\bignore\b")
#: Of what was said before it: "vous corrigez ?", "pouvez-vous rectifier ?".
_CORRECT_IT: Final = Expression(
    r"(?:vous |tu )?(?:me |nous )?(?:pouvez|pourriez|voulez|peux)?(?:[- ](?:vous|tu))? ?(?:me |nous |le |l'|la )?"
    r"(?:(?:corrig|rectifi|modifi|chang)\w+|(?:faire|faites|effectuer|noter) (?:l'echange|le (?:changement|necessaire)"
    r"|la (?:modif\w*|correction|rectification)|les (?:changements|modif\w*)))(?: (?:ca|cela|svp))* ?\?"
)
#: Only leads in what is told next: "on peut échanger pour Zoé ? j'ai réservé jeudi alors que c'est vendredi".
SWAP_IT: Final = Expression(
    r"\W*(?:(?:bonjour|bonsoir|dites)\W+)?(?:est-ce qu'|est-ce que )?(?:on|je|nous|vous|tu) (?:peut|peux|pouvez|pouvons"
    r"|pourrait|pourriez) (?:me |nous )?(?:le |la |les |l')?(?:echanger|inverser|changer|modifier|rectifier|corriger)"
    r"(?: (?:ca|cela|svp|pour [a-z-]+))* ?\?\W*"
)
#: A wish is no question, whatever mark it ends with: "je voudrais la cantine pour tout le mois de mars ?".
_WISHED: Final = Expression(
    r"\b(?:(?:je|on|nous) (?:voudr|souhait|desir)\w+|(?:j'|on |nous )aimer\w+|il (?:me|nous|lui|leur) faudrait"
    r"|j'aurais besoin d[eu'])\b(?! ?(?:savoir|connaitre|demander|comprendre"
    r"|etre|avoir (?:une?|des|le|la|les|plus|votre)))"
)
#: Asks for nothing: "elle s'était cassé le bras l'été dernier, vous vous souvenez ?".
_REMEMBER: Final = Expression(
    r"\b(?:vous vous|te|t'en|vous en) (?:en )?(?:souvenez|souviens|rappelez|rappelles)(?: (?:peut-etre|surement))?"
    r" ?\?\W*$"
)
#: "on échange jeudi contre vendredi ?".
_WE: Final = Expression(r"\b(?:on|je|j'|nous|vous|tu|peut-on) ?(?:l'|l[ea]s? |pourrait |peut |peux |pouvez )*$")


#: Whether anything has to be done at all: "dois-je annuler la cantine jeudi ?", "je dois réinscrire ou c'est
#: automatique ?".
_MUST_I: Final = Expression(
    r"\b(?:dois-je|devons-nous|doit-on|(?:faut|faudra|faudrait)-il|est-ce (?:que (?:je|on|nous)|qu'il"
    r"|qu'on) (?:dois|doit"
    r"|devons|faut|faudra))\b[^.!?]*\?|\b(?:je dois|on doit|nous devons|il faut)\b[^.!?]*\bou\b[^.!?]*\?"
)
#: "où j'inscris Victor pour jeudi ?", which is no "or".
_WHERE: Final = Expression(
    r"\W*(?:(?:bonjour|bonsoir)\W+)?ou (?:est-ce qu[e']|c'est qu[e'])? ?(?:je |j'|on |nous )[^.!?]*\?"
)


def _asks_whether(sentence: str, marks: Sequence[Mark]) -> bool:
    """Say whether what would be done stands in a question of whether or where."""
    if _WHERE.match(sentence):
        return True
    duty = _MUST_I.search(sentence)
    return duty is not None and all(v.start >= duty.start() for v in asking(marks))


def asks_why(sentence: str) -> bool:
    """Say whether it asks what has happened: "elle est rentrée malade, qu'y avait-il au menu ?"."""
    return "?" in sentence and _WHY.search(sentence) is not None


def is_doubtful(sentence: str, marks: list[Mark]) -> bool:
    """Say whether it is a question that asks for nothing we know ("Elio mange à la cantine lundi ?")."""
    asked = ("?" in sentence and not _REMEMBER.search(sentence)) or (
        Tone.INDIRECT in tones(sentence) and not _IGNORANT.search(sentence)
    )
    if "?" in sentence and (
        WHOM.search(sentence) or (is_ill(marks) and _WHY.search(sentence)) or _asks_whether(sentence, marks)
    ):
        return True
    if (
        not asked
        or asking(marks)
        or is_ill(marks)
        or _moves(sentence, marks)
        or _CORRECT_IT.fullmatch(sentence.strip())
    ):
        return False
    polite = REQUEST.search(sentence) is not None
    if polite and any(isinstance(m, Verb) and m.do for m in marks):
        return False
    if _WISHED.search(sentence) and names_all(marks):
        return False
    informed = any(not isinstance(m, Sign) for m in marks) or not polite
    return informed and not (polite and any(isinstance(m, Days) for m in marks))


def _moves(sentence: str, marks: list[Mark]) -> bool:
    moves = [m for m in marks if isinstance(m, Verb) and m.move]
    return any(_WE.search(sentence, 0, m.start) for m in moves) and any(isinstance(m, Days) for m in marks)


def asking(marks: Sequence[Mark]) -> list[Verb]:
    """Return the verbs that demand something of ours."""
    return [m for m in marks if isinstance(m, Verb) and m.do and m.force is Force.ASKED]


def names_all(marks: Sequence[Mark]) -> bool:
    """Say whether an activity and a day are named."""
    return any(isinstance(m, Act) for m in marks) and any(isinstance(m, Days) for m in marks)


def is_ill(marks: Sequence[Mark]) -> bool:
    """Say whether an illness or a death is told."""
    return any(isinstance(m, Why) and m.reason in (Reason.SICK, Reason.FAMILY) for m in marks)
