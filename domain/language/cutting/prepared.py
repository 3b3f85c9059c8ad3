"""The marks of a text as they are cut: what only colours is gone, and what runs on without a sign has one."""

from __future__ import annotations

from collections.abc import Sequence

from domain.language.cutting.likened import without_models
from domain.language.cutting.own_days import with_own_days
from domain.language.cutting.particles import without_particles
from domain.language.cutting.running_on import with_breaks
from domain.language.intent.nobody import with_nobody
from domain.language.notions.marks import Mark


def prepared(plain: str, marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks to cut, in order."""
    for change in (without_particles, with_nobody, without_models, with_own_days, with_breaks):
        marks = change(plain, marks)
    return list(marks)
