"""The office, on each database."""

from __future__ import annotations

import pytest

from domain.store.session import Sessions
from tests.desk.office import Office


@pytest.fixture
def office(database: Sessions) -> Office:
    """Open the reference structure on Thursday 27 February 2025 at 18:00; staff read in private."""
    return Office(database)
