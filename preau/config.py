"""The configuration: one TOML file becomes typed, immutable values, or a list of everything that is wrong with it."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from domain.model.structure import Structure
from preau.config_build import Connector, build_structure
from preau.config_check import check_activities, check_codes
from preau.config_faults import ConfigError, Fault, Problem, place, read_sections
from preau.config_fields import WebAddress
from preau.config_lines import key_lines
from preau.config_mail import Auth, MailSettings
from preau.config_openings import check_openings
from preau.config_rules import check_deadlines, check_tables
from preau.config_settings import (
    ENV,
    TELEGRAM_API,
    Connection,
    ImapSettings,
    Security,
    Setting,
    SettingMissing,
    SettingWrong,
    TelegramSettings,
    Webhook,
)

__all__ = [
    "Auth",
    "Config",
    "ConfigError",
    "Connection",
    "ImapSettings",
    "MailSettings",
    "Problem",
    "Security",
    "Setting",
    "SettingMissing",
    "SettingWrong",
    "TelegramSettings",
    "Webhook",
    "load",
    "starting_instant",
]

API_VARIABLE: Final = "PREAU_TELEGRAM_API"
DATABASE_VARIABLE: Final = "PREAU_DATABASE_URL"
NOW_VARIABLE: Final = "PREAU_NOW"
_TELEGRAM_HOST: Final = urlsplit(TELEGRAM_API).hostname
_SQLITE: Final = "sqlite:///"
_DEFAULT_DATABASE: Final = "sqlite:///preau.db"


@dataclass(frozen=True)
class Config:
    """Everything that one installation is told: the règlement, and how to reach the world.

    `mail` is None when the structure has no mailbox configured; `database_url` is for SQLAlchemy, and may hold a
    password.
    """

    path: Path
    structure: Structure
    telegram: TelegramSettings
    mail: MailSettings | None
    database_url: str = field(repr=False)


def load(path: Path | str, environ: Mapping[str, str] = os.environ) -> Config:
    """Read the configuration at `path`.

    Values written `env:NAME` are looked up in `environ` when they are used, except the database's. Besides,
    PREAU_TELEGRAM_API replaces `[telegram].api` and PREAU_DATABASE_URL `[database].url`.

    Raises:
        ConfigError: the file cannot be read, is no TOML, or holds anything wrong; lists every problem.

    """
    path = Path(path)
    text = _text(path)
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _refusal(path, f"not valid TOML: {error}") from None
    parts, faults = read_sections(document)
    faults += _cross_checks(document, parts)
    structure = None if faults else build_structure(parts)
    if structure:
        faults += [*check_deadlines(structure, parts.get("deadline", ())), *check_openings(structure)]
    url = _database_url(parts, path, environ, faults)
    api = _api(environ, faults)
    if faults or structure is None:
        raise ConfigError(place(faults, key_lines(text)), str(path))
    connector = Connector(path.absolute().parent, environ)
    mail = connector.mail(parts["mail"]) if "mail" in parts else None
    return Config(path, structure, connector.telegram(parts.get("telegram"), api), mail, url)


def starting_instant(environ: Mapping[str, str], zone: ZoneInfo, api: str) -> datetime | None:
    """Return the instant at which PREAU_NOW (wall time of `zone`) starts the program's clock; None when it is unset.

    Raises ConfigError when it cannot be read, or when `api` is Telegram's own: real parents live in real time.
    """
    text = environ.get(NOW_VARIABLE, "")
    if not text:
        return None
    if _is_telegram(api):
        problem = Problem(NOW_VARIABLE, "not allowed with Telegram's own Bot API")
        raise ConfigError((problem,))
    try:
        wall_time = datetime.fromisoformat(text)
    except ValueError:
        wall_time = None
    if wall_time is None or wall_time.tzinfo is not None:
        raise ConfigError((Problem(NOW_VARIABLE, "allowed: a local time such as 2025-03-03T09:00", f'"{text}"'),))
    return wall_time.replace(tzinfo=zone)


def _is_telegram(api: str) -> bool:
    host = (urlsplit(api).hostname or "").rstrip(".")
    return host == _TELEGRAM_HOST


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise _refusal(path, "no such file; `preau init` writes one") from None
    except UnicodeDecodeError:
        raise _refusal(path, "not a text file in UTF-8") from None
    except OSError as error:
        raise _refusal(path, f"cannot be read ({error.strerror})") from None


def _refusal(path: Path, reason: str) -> ConfigError:
    return ConfigError((Problem(str(path), reason),))


def _cross_checks(document: dict[str, Any], parts: dict[str, Any]) -> list[Fault]:
    faults = list(check_codes(document))
    if "activity" in parts:
        faults += check_activities(parts["activity"])
    return [*faults, *check_tables(parts)]


def _api(environ: Mapping[str, str], faults: list[Fault]) -> str | None:
    """Return the Bot API's address given by the environment, if any."""
    text = environ.get(API_VARIABLE, "")
    if not text:
        return None
    try:
        return TypeAdapter[str](WebAddress).validate_python(text)
    except ValidationError:
        faults.append(Fault((API_VARIABLE,), f"allowed: an address such as {TELEGRAM_API}"))
        return None


def _database_url(parts: Mapping[str, Any], path: Path, environ: Mapping[str, str], faults: list[Fault]) -> str:
    """Return the database's address for SQLAlchemy; relative SQLite files lie beside the configuration."""
    table = parts.get("database")
    written = table.url if table else _DEFAULT_DATABASE
    if environ.get(DATABASE_VARIABLE):
        written = f"{ENV}{DATABASE_VARIABLE}"
    folder = path.absolute().parent
    url = Setting("database.url", written, folder, environ).or_none() or _DEFAULT_DATABASE
    scheme, separator, rest = url.partition("://")
    if scheme in ("postgres", "postgresql", "postgresql+psycopg") and separator:
        return f"postgresql+psycopg://{rest}"
    if scheme != "sqlite" or not separator:
        faults.append(Fault(("database", "url"), "allowed: sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME"))
        return ""
    file = url.removeprefix(_SQLITE)
    if file == url or file.startswith((":memory:", "/", "file:")) or not file:
        return url
    return f"{_SQLITE}{folder / file}"
