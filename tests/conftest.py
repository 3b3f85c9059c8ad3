"""What every test may ask for."""

from __future__ import annotations

from hypothesis import settings

# Generated cases are judged by what they say, not by how long a busy machine takes over them: that is for benchmarks/.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

pytest_plugins = ["tests.databases.fixtures", "tests.rules.deadline_table"]
