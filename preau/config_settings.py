"""Connections as the configuration gives them: values written there, in the environment, or in a file of their own.

They are read when they are used, not when the configuration is loaded, so that `preau explain` needs no password and
a secret renewed on disk is found. No value is ever shown: not by `repr`, not by an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from typing import Final

from domain.errors import DomainError

ENV: Final = "env:"
FILE: Final = "file:"
TELEGRAM_API: Final = "https://api.telegram.org"
_LARGEST_PORT: Final = 65535


class SettingMissing(DomainError):
    """A setting has no value: its variable is unset or empty, or its file cannot be read."""

    def __init__(self, key: str, source: str) -> None:
        """Name the key ("mail.imap.host") and where its value should be ("env:PREAU_IMAP_HOST")."""
        super().__init__(f"{key}: no value in {source}")
        self.key = key
        self.source = source


class SettingWrong(DomainError):
    """A setting has a value that cannot be used; the value itself is not told."""

    def __init__(self, key: str, source: str, allowed: str) -> None:
        """Name the key, where its value comes from, and what is allowed."""
        super().__init__(f"{key}: the value in {source} cannot be used; allowed: {allowed}")
        self.key = key
        self.source = source
        self.allowed = allowed


class Security(StrEnum):
    """How a connection to a mail server is protected; NONE only to this machine itself."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """One value, and where it is found: `env:NAME`, `file:PATH` (beside the configuration), or as written."""

    key: str
    written: str = field(repr=False)
    folder: Path = field(repr=False)
    environ: Mapping[str, str] = field(repr=False)

    @property
    def source(self) -> str:
        """Where the value comes from, without telling it."""
        return self.written if self.written.startswith((ENV, FILE)) else "the configuration"

    def read(self) -> str:
        """Return the value, possibly empty; raise SettingMissing when there is none."""
        if self.written.startswith(ENV):
            value = self.environ.get(self.written.removeprefix(ENV))
            if value is None:
                raise SettingMissing(self.key, self.source)
            return value
        if self.written.startswith(FILE):
            try:
                return (self.folder / self.written.removeprefix(FILE)).read_text(encoding="utf-8").strip()
            except (OSError, UnicodeDecodeError):
                raise SettingMissing(self.key, self.source) from None
        return self.written

    def value(self) -> str:
        """Return the value; raise SettingMissing when there is none or it is empty."""
        value = self.read()
        if not value:
            raise SettingMissing(self.key, self.source)
        return value

    def or_none(self) -> str | None:
        """Return the value, or None when there is none or it is empty."""
        try:
            return self.value()
        except SettingMissing:
            return None


def missing(settings: Iterable[Setting], *, empty_is_a_value: bool = False) -> tuple[str, ...]:
    """Return the names of the variables (or `file:PATH`) that hold no value yet."""
    absent = []
    for setting in settings:
        try:
            _ = setting.read() if empty_is_a_value else setting.value()
        except SettingMissing:
            absent.append(setting.source.removeprefix(ENV))
    return tuple(absent)


@dataclass(frozen=True, slots=True, eq=False)
class Webhook:
    """Where Telegram shall call us instead of being polled: the public `url`, and where we listen behind it."""

    url: str
    listen: str
    port: int
    _secret: Setting | None

    def secret(self) -> str | None:
        """Return the token that Telegram repeats in each call; None when none is configured."""
        return self._secret.value() if self._secret else None


@dataclass(frozen=True, slots=True, eq=False)
class TelegramSettings:
    """The bot's connection. `api` is the Bot API's address; without a token there is no bot."""

    api: str
    _token: Setting | None = None
    _staff_chat: Setting | None = None
    _bot: Setting | None = None
    webhook: Webhook | None = None

    def token(self) -> str:
        """Return the bot's token; raise SettingMissing when there is none."""
        if self._token is None:
            raise SettingMissing("telegram.token", "the configuration")
        return self._token.value()

    @property
    def staff_chat(self) -> int | None:
        """The staff group's chat id; None when staff are written to one by one. Raises SettingWrong."""
        text = self._staff_chat.or_none() if self._staff_chat else None
        if self._staff_chat is None or text is None:
            return None
        if is_chat_id(text):
            return int(text)
        raise SettingWrong(self._staff_chat.key, self._staff_chat.source, "a chat id such as -1001234567890")

    @property
    def bot(self) -> str | None:
        """The bot's user name without "@"; None when it must be asked from the Bot API."""
        name = self._bot.or_none() if self._bot else None
        return name.removeprefix("@") if name else None

    def missing(self) -> tuple[str, ...]:
        """Return the names of the variables without which there is no bot."""
        return missing([self._token] if self._token else [])

    @property
    def available(self) -> bool:
        """Whether there is a token to run the bot with."""
        return self._token is not None and not self.missing()


@dataclass(frozen=True, slots=True, eq=False)
class Connection:
    """A mail server and the account on it; `ports` are the usual ones by security."""

    _host: Setting
    _port: Setting | None
    _security: Setting | None
    _user: Setting | None
    _password: Setting | None
    ports: Mapping[Security, int]

    def host(self) -> str:
        """Return the server's name; raise SettingMissing."""
        return self._host.value()

    def security(self) -> Security:
        """Return how the connection is protected, TLS by default; raise SettingWrong for a bad or unsafe value."""
        text = self._security.or_none() if self._security else None
        if self._security is None or text is None:
            return Security.TLS
        try:
            security = Security(text.lower())
        except ValueError:
            raise SettingWrong(self._security.key, self._security.source, "tls, starttls or none") from None
        if security is Security.NONE and not is_loopback(self.host()):
            allowed = "tls or starttls (none only when the host is this machine)"
            raise SettingWrong(self._security.key, self._security.source, allowed)
        return security

    def port(self) -> int:
        """Return the port, by default the usual one for the security; raise SettingWrong."""
        text = self._port.or_none() if self._port else None
        if self._port is None or text is None:
            return self.ports[self.security()]
        if is_port(text):
            return int(text)
        raise SettingWrong(self._port.key, self._port.source, f"a port, 1 to {_LARGEST_PORT}")

    def user(self) -> str:
        """Return the account's name; empty when the server wants no login; raise SettingMissing."""
        return self._user.read() if self._user else ""

    def password(self) -> str:
        """Return the account's password; empty when the server wants no login; raise SettingMissing."""
        return self._password.read() if self._password else ""

    def missing(self) -> tuple[str, ...]:
        """Return the names of the variables that are unset; port and security have defaults."""
        login = [setting for setting in (self._user, self._password) if setting]
        return missing([self._host]) + missing(login, empty_is_a_value=True)


@dataclass(frozen=True, slots=True, eq=False)
class ImapSettings(Connection):
    """The mailbox that is watched."""

    folder: str = "INBOX"


def is_loopback(host: str) -> bool:
    """Say whether `host` is this machine itself."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def is_port(text: str) -> bool:
    """Say whether `text` is a TCP port."""
    return text.isascii() and text.isdigit() and 0 < int(text) <= _LARGEST_PORT


def is_chat_id(text: str) -> bool:
    """Say whether `text` is a Telegram chat id (those of groups are negative)."""
    digits = text.removeprefix("-")
    return digits.isascii() and digits.isdigit()
