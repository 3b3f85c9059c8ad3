"""The newest refresh token of the mailbox, kept in the database: the configured one may be dead after its first use."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Final

from domain.errors import DomainError
from domain.store import settings
from domain.store.session import Sessions, StoreFailure

log: Final = logging.getLogger("preau.mailer")

_NAME: Final = "refresh_token:"


class KeptToken:
    """Keeps what followed the configured token; one that is configured anew begins afresh.

    The database is opened for the moment of each use, once an hour or so: `preau check` asks for tokens as well.
    """

    def __init__(self, database: Callable[[], AbstractContextManager[Sessions]], configured: str) -> None:
        """Keep it in `database`, under a name made of the `configured` token's digest."""
        self._database = database
        self._name = _NAME + hashlib.sha256(configured.encode()).hexdigest()[:16]

    def load(self) -> str:
        """Return the newest token; empty when there is none, or the database is away."""
        try:
            with self._database() as sessions, sessions.reading() as session:
                return settings.read(session, self._name) or ""
        except (DomainError, StoreFailure) as failure:
            log.warning("no kept refresh token to be read: %s", type(failure).__name__)
            return ""

    def save(self, refresh_token: str) -> None:
        """Keep `refresh_token`; with the database away it is kept by this process alone."""
        try:
            with self._database() as sessions, sessions.begin() as session:
                settings.write(session, self._name, refresh_token)
        except (DomainError, StoreFailure) as failure:
            log.warning("a new refresh token could not be kept: %s", type(failure).__name__)
