"""What a process does once is done at its start, before a parent's message is in hand."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from domain.language.understand import understand
from domain.letters.render import compile_templates
from domain.model.family import Child, Family
from domain.model.structure import Structure

_SENTENCE: Final = "Inscrire Zoé à la cantine mardi et le 10 mars, à la garderie du 12 au 14 jusqu'à 17h30, sauf jeudi."


def rehearse(structure: Structure, now: datetime) -> None:
    """Understand a sentence and compile the templates; nothing is written. It takes about half a second.

    Otherwise the first message after a start takes that much longer, and whoever switches the machine off just then
    is taken for a mail that kills the program (`mailer.intake.Intake.resume`).
    """
    children = tuple(Child(0, "Zoé", "", site.code) for site in structure.sites[:1])
    understand(_SENTENCE, family=Family(0, "", children), structure=structure, now=now)
    compile_templates()
