"""The example that is shipped loads as it is, and explains every key that the program knows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from preau.config import load
from preau.config_schema import known_keys

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "config.example.toml"


def test_the_example_is_the_reference_structure() -> None:
    assert load(EXAMPLE, {}).structure == load(ROOT / "tests" / "world" / "config.toml", {}).structure


@pytest.mark.parametrize("key", sorted({keys[-1] for keys in known_keys()}))
def test_the_example_shows_every_key(key: str) -> None:
    assert re.search(rf"(^|[\s{{\[.]){key}\s*(=|\])", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE)


def test_what_the_example_leaves_commented_loads_too(tmp_path: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    for line in ("skip =", "activities =", "sites =", "weekdays =", "period =", "holidays =", "bot ="):
        text = re.sub(rf"^# ({line})", r"\1", text, flags=re.MULTILINE)
    text = re.sub(r"^# (\[telegram.webhook\]|url = |listen = |port = |secret = )", r"\1", text, flags=re.MULTILINE)
    text = re.sub(r"^# (\[mail.oauth\]|(tenant|client|refresh|token|go_live)\w* = )", r"\1", text, flags=re.MULTILINE)
    text = text.replace('auth = "password"', 'auth = "microsoft"')
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    config = load(path, {})
    assert config.telegram.webhook is not None
    assert config.structure.deadlines[0].weekdays == {1}
    assert [holiday.name for holiday in config.structure.year.holidays] == ["Vacances de la Toussaint"]
    assert config.mail is not None
    assert config.mail.oauth is not None
    assert config.mail.oauth.tenant() == "example.onmicrosoft.com"
    assert config.mail.go_live is not None
    assert "PREAU_OAUTH_CLIENT_SECRET" in config.mail.missing()
    assert "PREAU_IMAP_PASSWORD" not in config.mail.missing()
