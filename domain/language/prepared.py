"""The marks of a text as they are cut: what only colours is gone, and what runs on without a sign has one."""

from __future__ import annotations

from collections.abc import Sequence

from domain.language.likened import without_models
from domain.language.marks import Mark
from domain.language.nobody import with_nobody
from domain.language.own_days import with_own_days
from domain.language.particles import without_particles
from domain.language.running_on import with_breaks


def prepared(plain: str, marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks to cut, in order."""
    for change in (without_particles, with_nobody, without_models, with_own_days, with_breaks):
        marks = change(plain, marks)
    return list(marks)
