"""Access tokens in place of passwords (OAuth 2.0), as Microsoft 365 and Google want them for IMAP and SMTP."""

from __future__ import annotations

import json
import logging
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

log: Final = logging.getLogger("preau.mailer")

_PATIENCE_SECONDS: Final = 10
#: A token is renewed after this part of its life: the clocks of two machines never agree.
_USED: Final = 0.8
_USUAL_LIFE_SECONDS: Final = 3600
_ASKED_TOO_OFTEN: Final = 429
_THEIR_FAULT: Final = 500
_LONGEST_ANSWER: Final = 1_000_000


class TokenRefused(Exception):
    """The provider does not give us a token; the text is its short error code, never a secret."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What is sent to `url` for a token: the form's fields, secrets among them."""

    url: str
    fields: Mapping[str, str]

    def __repr__(self) -> str:
        """Name the provider's address alone."""
        return f"Grant({self.url})"


def microsoft(*, tenant: str, client_id: str, client_secret: str, refresh_token: str, url: str = "") -> Grant:
    """Return the application's own grant, or with a refresh token the one that a person gave it for the mailbox."""
    fields = {"client_id": client_id, "client_secret": client_secret}
    if refresh_token:
        office = "https://outlook.office.com"
        scope = f"{office}/IMAP.AccessAsUser.All {office}/SMTP.Send offline_access"
        fields |= {"grant_type": "refresh_token", "refresh_token": refresh_token, "scope": scope}
    else:
        fields |= {"grant_type": "client_credentials", "scope": "https://outlook.office365.com/.default"}
    return _grant(url or f"https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token", fields)


def google(*, client_id: str, client_secret: str, refresh_token: str, url: str = "") -> Grant:
    """Return the grant that a person gave once for the mailbox."""
    fields = {"client_id": client_id, "client_secret": client_secret, "refresh_token": refresh_token}
    return _grant(url or "https://oauth2.googleapis.com/token", fields | {"grant_type": "refresh_token"})


class Keeper(Protocol):
    """Keeps the newest refresh token over restarts: some providers give another with each use, and the old one dies."""

    def load(self) -> str:
        """Return the newest one; empty when none was given since the configured one."""
        ...

    def save(self, refresh_token: str) -> None:
        """Keep `refresh_token` instead of any other."""
        ...


class Tokens:
    """Gives the current token; safe to share between threads, and between IMAP and SMTP."""

    def __init__(
        self, grant: Grant, *, keeper: Keeper | None = None, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        """Ask by `grant`; with a `keeper` by the refresh token that it keeps instead, when there is one."""
        self._grant = grant
        self._keeper = keeper if "refresh_token" in grant.fields else None
        self._seconds = seconds
        self._lock = threading.Lock()
        self._token = ""
        self._renew_at = 0.0
        self._refresh_token = ""

    def get(self) -> str:
        """Return a token with a fifth of its life left at least.

        Raises:
            TokenRefused: the provider knows us no more, or not this mailbox.
            OSError: it cannot be reached, or has troubles of its own.

        """
        with self._lock:
            return self._token if self._token and self._seconds() < self._renew_at else self._ask()

    def renew(self, refused: str) -> str:
        """Return another token than `refused`, which the mail server did not take; raise as `get`."""
        with self._lock:
            return self._token if self._token not in {"", refused} else self._ask()

    def _ask(self) -> str:
        self._token = ""
        answer = _post(self._grant.url, self._fields())
        token, life = answer.get("access_token"), answer.get("expires_in", _USUAL_LIFE_SECONDS)
        if not isinstance(token, str) or not token.isascii() or not token:
            raise TokenRefused("no access_token in the answer")
        self._token = token
        self._renew_at = self._seconds() + _USED * _number(life)
        if isinstance(another := answer.get("refresh_token"), str) and another:
            self._keep(another)
        return token

    def _keep(self, refresh_token: str) -> None:
        changed = refresh_token != self._refresh_token
        self._refresh_token = refresh_token
        if changed and self._keeper is not None:
            self._keeper.save(refresh_token)

    def _fields(self) -> dict[str, str]:
        if self._keeper is not None:  # another process may have been given a newer one
            self._refresh_token = self._keeper.load() or self._refresh_token
        changed = {"refresh_token": self._refresh_token} if self._refresh_token else {}
        return {**self._grant.fields, **changed}


def _grant(url: str, fields: Mapping[str, str]) -> Grant:
    return Grant(url, {name: value for name, value in fields.items() if value})


def _post(url: str, fields: Mapping[str, str]) -> dict[str, Any]:
    request = urllib.request.Request(url, urllib.parse.urlencode(fields).encode(), {"Accept": "application/json"})  # noqa: S310 - the configuration allows http(s) alone
    try:
        with urllib.request.urlopen(request, timeout=_PATIENCE_SECONDS) as response:  # noqa: S310
            return _object(response.read(_LONGEST_ANSWER))
    except urllib.error.HTTPError as error:
        with error:
            reason = _object(error.read(_LONGEST_ANSWER)).get("error")
        if error.code >= _THEIR_FAULT or error.code == _ASKED_TOO_OFTEN:
            raise OSError(f"token server answers {error.code}") from None
        raise TokenRefused(str(reason)[:40] if reason else f"HTTP {error.code}") from None


def _object(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _number(value: object) -> float:
    try:
        return max(float(str(value)), 0.0)
    except ValueError:
        return _USUAL_LIFE_SECONDS
