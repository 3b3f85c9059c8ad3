"""What a process does once is done at its start: the first parent waits no longer than the second."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from domain.letters import render
from domain.model.structure import Structure
from domain.services.rehearsal import rehearse
from tests.language.world import STRUCTURE

NOW = datetime(2025, 3, 3, 9, 0, tzinfo=STRUCTURE.zone)
ONE_SITE = replace(STRUCTURE, sites=STRUCTURE.sites[:1])


@pytest.mark.parametrize("structure", [STRUCTURE, ONE_SITE], ids=["two sites", "one site"])
def test_every_template_is_compiled_before_the_first_letter(structure: Structure) -> None:
    render.environment.cache_clear()

    rehearse(structure, NOW)

    environment = render.environment()
    assert environment.cache is not None
    assert len(environment.cache) == len(environment.list_templates(extensions=["j2"])) > 0
