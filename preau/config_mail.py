"""The mailbox as the configuration gives it: its two servers, and what lets us in there."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from preau.config_settings import Connection, ImapSettings, Setting, SettingWrong, missing


class Auth(StrEnum):
    """How the mail servers know us: by a password, or by tokens of one of the large providers."""

    PASSWORD = "password"  # noqa: S105 - the name of a way, no secret
    MICROSOFT = "microsoft"
    GOOGLE = "google"


@dataclass(frozen=True, slots=True, eq=False)
class OAuthSettings:
    """What access tokens are asked with; `token_url` replaces the provider's own address."""

    token_url: str
    _tenant: Setting | None
    _client_id: Setting | None
    _client_secret: Setting | None
    _refresh_token: Setting | None

    def tenant(self) -> str:
        """Return the directory's name or id; empty when none is configured; raise SettingMissing."""
        return self._tenant.value() if self._tenant else ""

    def client_id(self) -> str:
        """Return the application's id; raise SettingMissing."""
        return self._client_id.value() if self._client_id else ""

    def client_secret(self) -> str:
        """Return the application's secret; empty when none is configured; raise SettingMissing."""
        return self._client_secret.value() if self._client_secret else ""

    def refresh_token(self) -> str:
        """Return the mailbox owner's grant; empty when none is configured; raise SettingMissing."""
        return self._refresh_token.value() if self._refresh_token else ""

    def missing(self) -> tuple[str, ...]:
        """Return the names of the variables that are unset."""
        settings = (self._tenant, self._client_id, self._client_secret, self._refresh_token)
        return missing(setting for setting in settings if setting)


@dataclass(frozen=True, slots=True, eq=False)
class MailSettings:
    """The structure's mailbox: its address, whom it believes about senders, where it reads and sends.

    What was received before the day `go_live` is never touched; None decides it at the first start.
    """

    address: str
    trusted_authserv: tuple[str, ...]
    imap: ImapSettings
    smtp: Connection
    auth: Auth = Auth.PASSWORD
    oauth: OAuthSettings | None = None
    go_live: date | None = None
    _ca_file: Setting | None = None
    _folder: Path = Path()

    def trusted(self) -> ssl.SSLContext:
        """Return whom the mail servers' certificates are checked against: whom this machine trusts, and `ca_file`.

        Raises SettingWrong when the file cannot be read as certificates.
        """
        context = ssl.create_default_context()
        file = self._ca_file.or_none() if self._ca_file else None
        if self._ca_file is not None and file is not None:
            try:
                context.load_verify_locations(self._folder / file)
            except OSError:  # so are TLS errors
                allowed = "a file of certificates (PEM), beside the configuration or by its full path"
                raise SettingWrong(self._ca_file.key, self._ca_file.source, allowed) from None
        return context

    def missing(self) -> tuple[str, ...]:
        """Return the names of the variables without which mail cannot work."""
        tokens = self.oauth.missing() if self.oauth else ()
        return tuple(dict.fromkeys(self.imap.missing() + self.smtp.missing() + tokens))

    @property
    def available(self) -> bool:
        """Whether mail can be read and sent."""
        return not self.missing()
