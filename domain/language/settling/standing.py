"""What stands already: "cantine lundi et mardi pour Elio : déjà réservé" asks for nothing."""

from __future__ import annotations

from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Force
from domain.language.notions.propositions import Link
from domain.language.notions.statement import Mood, Statement

#: What answers a heading: it is done, and nothing is to be touched.
_DONE: Final = Expression(
    r"\W*(?:(?:c'est|c'etait|tout est|ils sont|il est|elle est) )?(?:"
    r"(?:deja|bien) (?:ete )?(?:reserve|fait|valide|note|inscrit|pris|commande|prevu|regle|ok|bon|enregistre"
    r"|coche|annule|desinscri)e?s?\b"
    r"|c'est (?:bon|ok|fait|note|valide|reserve|regle)\b(?=,? (?:on |n'y |ne |rien|pas de|deja))"
    r"|(?:ok,? )?comme (?:d'habitude|prevu|convenu)\b|(?:on|nous|je) (?:n'y |ne )?(?:touche|change"
    r"|bouge)\w* (?:a |plus )?"
    r"(?:rien|pas)\b|(?:ne )?(?:touche[zr]?|change[zr]?) (?:a )?rien\b|rien a (?:changer|faire|modifier|toucher)\b"
    r"|(?:ok,? |oui,? |ca,? )?(?:(?:on|je|nous) (?:l[ea]s? |l')?(?:garde|conserve|laisse|maintien)\w*"
    r"|(?:a )?(?:garder|conserver|maintenir|laisser)|maintiens?|maintenue?s?|inchangee?s?|sans changement|conservee?s?"
    r"|pas touche|pas de changement)\b(?=\s*(?:$|[.,;!\n)]|merci|svp|tel|comme)))"
)


#: The same, after a comma and up to the end of the sentence: "cantine lundi, déjà réservé."
_DONE_BEFORE: Final = Expression(
    r" ?[,(] ?(?:c'est |elle est |il est )?deja (?:ete )?(?:reserve|fait|valide|note|inscrit|pris|commande|prevu|regle"
    r"|enregistre|coche)e?s? ?(?:[.;!)\n]|$)"
)


#: "ce que j'ai réservé jeudi pour Zoé, le goûter, réservez-le aussi pour Luka".
_WHAT_IS: Final = Expression(r"\W*(?:ce que|ce qu'|(?:la|le|les|l') ?[a-z ]{3,20} qu(?:e|')) ?")
_IT: Final = Expression(r"[ -]*(?:les?|la|l')\b[^.!?;\n]*\b(?:aussi|egalement|de meme|pareillement)\b")


def named_apart(plain: str, said: list[Statement]) -> None:
    """Let what only names again what one has be no wish: it is wanted for another."""
    for told, name, asked in zip(said, said[1:], said[2:], strict=False):
        near = told.prop.sentence == name.prop.sentence == asked.prop.sentence
        alone = name.mood is Mood.BARE and bool(name.prop.slots) and all(isinstance(x, Act) for x in name.prop.slots)
        has = told.mood is Mood.TOLD and told.booked and _WHAT_IS.match(plain, told.prop.start) is not None
        verb = asked.verb if asked.mood is Mood.ASKED else None
        if near and alone and has and verb and _IT.match(plain, verb.end) and asked.prop.says_who:
            name.mood = Mood.TOLD
            for item in asked.items:
                item.acts = item.acts or list(name.items[0].acts)


def stand(plain: str, said: list[Statement]) -> None:
    """Let what is named before a colon only be told, where nothing but "déjà réservé" follows it."""
    for n, heading in enumerate(said):
        if not (heading.mood is Mood.BARE and heading.prop.says_when and heading.prop.says_what):
            continue
        after, here = said[n + 1 : n + 2], heading.prop
        answered = here.heads and _DONE.match(plain, here.end) is not None
        if not answered and not _DONE_BEFORE.match(plain, max(x.end for x in here.slots)):
            continue
        answers = [s for s in after if s.prop.link is Link.COLON or s.prop.sentence == here.sentence]
        if any(s.prop.slots or any(v.force is Force.ASKED for v in s.prop.verbs) for s in answers):
            continue  # "c'est noté, sauf mardi", "déjà réservé, à annuler"
        for told in (heading, *answers):
            told.mood = Mood.TOLD
