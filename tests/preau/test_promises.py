"""What the documents promise is there."""

from __future__ import annotations

import importlib
import inspect
import os
import pkgutil
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest

from domain.letters import catalogue
from domain.letters.catalogue.letter import Letter
from preau.cli import COMMANDS, cli

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
TEMPLATES = ROOT / "domain" / "letters" / "templates"
ROOMS = [
    importlib.import_module(f"{catalogue.__name__}.{room.name}") for room in pkgutil.iter_modules(catalogue.__path__)
]
LETTERS = [
    value
    for room in ROOMS
    for value in vars(room).values()
    if inspect.isclass(value)
    and issubclass(value, Letter)
    and value is not Letter
    and value.__module__ == room.__name__
]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"| `preau {command}" in README


@pytest.mark.parametrize("words", sorted(set(re.findall(r"`(preau [a-z][^`]*)`", README))))
def test_every_command_of_the_readme_exists_with_its_options(words: str) -> None:
    name = words.split()[1]
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    if isinstance(command, click.Group):
        parts = re.split(r"[\s|\\]+", words)[2:]
        subcommands = [command.commands[part] for part in parts if part in command.commands]
        assert subcommands
        options = [option for each in subcommands for parameter in each.params for option in parameter.opts]
    else:
        options = [option for parameter in command.params for option in parameter.opts]
    assert set(re.findall(r"--[a-z-]+", words)) <= {*options, "--config"}


@pytest.mark.parametrize(
    "target", sorted(set(re.findall(r"(?:`|^)make ([a-z]+)", README + CONTRIBUTING, re.MULTILINE)))
)
def test_every_make_target_of_the_documents_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


def test_the_conversation_in_the_readme_is_a_real_one() -> None:
    conversation = re.search(r"```text\n(.*?)\n```", README, re.DOTALL)
    assert conversation is not None
    said = re.findall(r" > (.+)$", conversation[1], re.MULTILINE)
    done = subprocess.run(
        [sys.executable, "-m", "preau", "demo"],
        input="\n".join(said),
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "92", "PYTHONIOENCODING": "utf-8"},
    )

    real = {line.rstrip() for line in done.stdout.splitlines()}
    assert [line for line in conversation[1].splitlines() if line not in real] == []


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`([a-z]+/[a-z_/]+\.(?:py|j2))`", CONTRIBUTING))))
def test_every_file_of_the_recipes_exists(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_the_locks_name_hashes_and_neither_hosts_nor_paths(lock: str) -> None:
    lines = (ROOT / lock).read_text("utf-8").splitlines()

    assert all(re.match(r"[a-z0-9-]+(\[[a-z,-]+\])?==\S+|    --hash=sha256:[0-9a-f]{64}", line) for line in lines)
    assert not any(re.search(r"://|@ |file:|--index|--find", line) for line in lines)


def test_the_locks_hold_everything_that_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["build"]]
    locked = set(re.findall(r"^([a-z0-9-]+)", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE))

    assert {re.split(r"[^A-Za-z0-9-]", requirement)[0].lower() for requirement in asked} <= locked


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.__name__)
def test_every_letter_has_its_template(letter: type[Letter]) -> None:
    assert (TEMPLATES / f"{letter.template}.j2").exists()
