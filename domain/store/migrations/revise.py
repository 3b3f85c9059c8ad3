"""Write the next revision: `python -m domain.store.migrations.revise "what changes"`.

Alembic compares the tables with a database in memory that stands at the newest revision. Read what it wrote: it
does not see a renamed column, nor a changed CHECK.
"""

from __future__ import annotations

import sys
from typing import Final

from alembic import command
from alembic.script import ScriptDirectory

from domain.store.migrate import configuration, upgrade
from domain.store.session import open_database

_FORMAT: Final = {
    "hooks": "ruff",
    "ruff.type": "module",
    "ruff.module": "ruff",
    "ruff.options": "format --quiet REVISION_SCRIPT_FILENAME",
}


def revise(message: str) -> None:
    """Write the revision after the newest one, numbered on ("0001", "0002"…)."""
    sessions = open_database("sqlite://")
    _, newest = upgrade(sessions)
    config = configuration()
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    for name, value in _FORMAT.items():
        config.set_section_option("post_write_hooks", name, value)
    with sessions.engine.connect() as connection:
        config.attributes["connection"] = connection
        number = int(newest or "0") + 1
        command.revision(config, message, autogenerate=True, rev_id=f"{number:04d}")
    sys.stdout.write(f"{ScriptDirectory.from_config(config).get_current_head()}\n")


if __name__ == "__main__":
    revise(sys.argv[1])
