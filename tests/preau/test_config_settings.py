"""Connections: found in the environment or in files when they are used, and never shown."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from preau.config import Config, MailSettings, Security, SettingMissing, SettingWrong, load

WORLD = Path(__file__).parents[1] / "world" / "config.toml"
_AUTHORITY = Path(__file__).parents[1] / "mail_servers" / "certificates" / "authority.pem"
SECRET = "Hunter2-s3cret"
MAIL = {
    "PREAU_IMAP_HOST": "imap.example.net",
    "PREAU_IMAP_USER": "peri",
    "PREAU_IMAP_PASSWORD": SECRET,
    "PREAU_SMTP_HOST": "127.0.0.1",
    "PREAU_SMTP_USER": "",
    "PREAU_SMTP_PASSWORD": "",
}


def mail_of(environ: dict[str, str]) -> MailSettings:
    mail = load(WORLD, environ).mail
    assert mail is not None
    return mail


def edited(tmp_path: Path, old: str, new: str) -> Path:
    text = WORLD.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "config.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_a_token_is_looked_up_when_it_is_used() -> None:
    environ: dict[str, str] = {}
    telegram = load(WORLD, environ).telegram
    assert (telegram.available, telegram.missing()) == (False, ("PREAU_TELEGRAM_TOKEN",))
    with pytest.raises(SettingMissing, match=r"telegram\.token: no value in env:PREAU_TELEGRAM_TOKEN") as caught:
        telegram.token()
    assert (caught.value.key, caught.value.source) == ("telegram.token", "env:PREAU_TELEGRAM_TOKEN")
    environ["PREAU_TELEGRAM_TOKEN"] = SECRET
    assert (telegram.available, telegram.token()) == (True, SECRET)


def test_a_secret_may_stand_in_a_file_beside_the_configuration(tmp_path: Path) -> None:
    path = edited(tmp_path, 'token = "env:PREAU_TELEGRAM_TOKEN"', 'token = "file:secrets/token"')
    telegram = load(path, {}).telegram
    assert telegram.missing() == ("file:secrets/token",)
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "token").write_text(f"{SECRET}\n", encoding="utf-8")
    assert telegram.token() == SECRET


def shown(config: Config) -> str:
    mail = config.mail
    assert mail is not None
    settings = (config, config.telegram, mail, mail.imap, mail.smtp, config.telegram._token, mail.imap._password)
    return "".join(f"{value!r} {value!s}" for value in settings)


def test_no_secret_is_ever_shown(tmp_path: Path) -> None:
    (tmp_path / "token").write_text(SECRET, encoding="utf-8")
    for written in (f'"{SECRET}"', '"env:TOKEN"', '"file:token"'):
        path = edited(tmp_path, '"env:PREAU_TELEGRAM_TOKEN"', written)
        database = f"postgresql://u:{SECRET}@h/d"
        config = load(path, {**MAIL, "TOKEN": SECRET, "PREAU_DATABASE_URL": database})
        assert config.telegram.token() == SECRET
        assert SECRET not in shown(config)


def test_the_environment_replaces_the_bot_apis_address() -> None:
    assert load(WORLD, {}).telegram.api == "https://api.telegram.org"
    local = load(WORLD, {"PREAU_TELEGRAM_API": "http://127.0.0.1:8081/"}).telegram
    assert local.api == "http://127.0.0.1:8081"


@pytest.mark.parametrize(("text", "expected"), [("-1001234567890", -1001234567890), ("42", 42), ("", None)])
def test_the_staff_group_is_a_number_or_none(text: str, expected: int | None) -> None:
    assert load(WORLD, {"PREAU_STAFF_CHAT": text}).telegram.staff_chat == expected
    assert load(WORLD, {}).telegram.staff_chat is None


def test_a_staff_group_that_is_no_number_is_told_without_its_value() -> None:
    with pytest.raises(SettingWrong, match="env:PREAU_STAFF_CHAT") as caught:
        _ = load(WORLD, {"PREAU_STAFF_CHAT": SECRET}).telegram.staff_chat
    assert SECRET not in str(caught.value)


def test_the_bots_name_and_webhook_may_be_given(tmp_path: Path) -> None:
    more = (
        'bot = "@PreauBot"\n[telegram.webhook]\nurl = "https://preau.example.net/hook"\nport = 9000\nsecret = "env:W"\n'
    )
    telegram = load(edited(tmp_path, "\n[mail]\n", f"\n{more}\n[mail]\n"), {"W": SECRET}).telegram
    assert telegram.bot == "PreauBot"
    assert telegram.webhook is not None
    assert (telegram.webhook.url, telegram.webhook.port) == ("https://preau.example.net/hook", 9000)
    assert telegram.webhook.secret() == SECRET
    assert SECRET not in repr(telegram)


def test_mail_is_available_when_every_variable_without_a_default_is_set() -> None:
    assert not mail_of({}).available
    assert mail_of({}).missing() == tuple(MAIL)
    assert mail_of(MAIL).available
    for name in MAIL:
        assert mail_of({n: v for n, v in MAIL.items() if n != name}).missing() == (name,)


def test_tls_and_its_ports_are_the_default() -> None:
    mail = mail_of(MAIL)
    assert (mail.imap.host(), mail.imap.port(), mail.imap.security()) == ("imap.example.net", 993, Security.TLS)
    assert (mail.imap.user(), mail.imap.password(), mail.imap.folder) == ("peri", SECRET, "INBOX")
    assert (mail.smtp.port(), mail.smtp.user(), mail.smtp.password()) == (465, "", "")


@pytest.mark.parametrize(
    ("security", "imap", "smtp"), [("tls", 993, 465), ("starttls", 143, 587), ("none", 143, 25), ("TLS", 993, 465)]
)
def test_the_usual_port_follows_from_the_security(security: str, imap: int, smtp: int) -> None:
    here = {"PREAU_IMAP_HOST": "localhost", "PREAU_IMAP_SECURITY": security, "PREAU_SMTP_SECURITY": security}
    mail = mail_of(MAIL | here)
    assert (mail.imap.port(), mail.smtp.port()) == (imap, smtp)
    assert mail_of(MAIL | here | {"PREAU_IMAP_PORT": "10143"}).imap.port() == 10143


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.0.1", "::1"])
def test_an_unprotected_connection_is_allowed_on_this_machine(host: str) -> None:
    mail = mail_of(MAIL | {"PREAU_SMTP_HOST": host, "PREAU_SMTP_SECURITY": "none"})
    assert mail.smtp.security() is Security.NONE


@pytest.mark.parametrize("host", ["smtp.example.net", "10.0.0.1", "localhost.example.net", "0.0.0.0"])
def test_an_unprotected_connection_to_elsewhere_is_refused(host: str, tmp_path: Path) -> None:
    mail = mail_of(MAIL | {"PREAU_SMTP_HOST": host, "PREAU_SMTP_SECURITY": "none"})
    with pytest.raises(SettingWrong, match="only when the host is this machine"):
        mail.smtp.security()


@pytest.mark.parametrize(("name", "value"), [("PORT", "0"), ("PORT", "99999"), ("PORT", SECRET), ("SECURITY", SECRET)])
def test_a_wrong_variable_is_told_without_its_value(name: str, value: str) -> None:
    mail = mail_of(MAIL | {f"PREAU_IMAP_{name}": value})
    with pytest.raises(SettingWrong, match=f"env:PREAU_IMAP_{name}") as caught:
        _ = mail.imap.port(), mail.imap.security()
    assert SECRET not in str(caught.value)


def _with_authority(tmp_path: Path) -> MailSettings:
    mail = load(edited(tmp_path, "[mail]\n", '[mail]\nca_file = "town.pem"\n'), MAIL).mail
    assert mail is not None
    return mail


def test_an_authority_of_the_towns_own_is_trusted_beside_the_others(tmp_path: Path) -> None:
    shutil.copyfile(_AUTHORITY, tmp_path / "town.pem")
    mail = _with_authority(tmp_path)

    assert "Tests of a town" in str(mail.trusted().get_ca_certs())


@pytest.mark.parametrize("content", ["", "-----BEGIN CERTIFICATE-----\nhello\n", None])
def test_a_file_that_holds_no_certificate_is_named(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "town.pem").write_text(content)

    with pytest.raises(SettingWrong) as wrong:
        _with_authority(tmp_path).trusted()

    assert str(wrong.value).startswith("mail.ca_file: the value in the configuration cannot be used; allowed: a file")
