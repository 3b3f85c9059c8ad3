"""What is wrong with a configuration, told so that it can be mended: which key, which line, what was found and may be.

Of connections (`[telegram]`, `[mail]`, `[database]`) nothing that was found is ever told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from domain.errors import DomainError
from preau.config_lines import Path, line_of
from preau.config_schema import SECRET_SECTIONS, SECTIONS, keys_of

_ALIKE: Final = 70  # percent; below, "did you mean" would mislead
_SHOWN: Final = 60  # characters of a wrong value

#: What is allowed where pydantic finds something else.
_ALLOWED: Final = {
    "string_type": "text in quotes",
    "string_too_short": "a text that is not empty",
    "string_pattern_mismatch": "letters without accents, digits, _ and -",
    "string_too_long": "at most {max_length} characters",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "date_type": "a date such as 2025-07-04, without quotes",
    "tuple_type": "a list such as [ … ]",
    "too_short": "at least one",
    "dict_type": "a table",
    "model_type": "a table",
    "greater_than_equal": "{ge} or more",
    "less_than_equal": "{le} or less",
    "literal_error": "{expected}",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: `key` ("activity[2].hours.from"), what was `found` (None: not told), what is allowed."""

    key: str
    allowed: str
    found: str | None = None
    line: int | None = None

    def __str__(self) -> str:
        """Tell it in one line."""
        where = f"line {self.line}: " if self.line else ""
        found = f"found {self.found}; " if self.found else ""
        return f"{where}{self.key}: {found}{self.allowed}"


class ConfigError(DomainError):
    """The configuration cannot be used; every problem is listed, in the order of the file."""

    def __init__(self, problems: tuple[Problem, ...], source: str = "") -> None:
        """Keep `problems`; `source` is the file's name."""
        super().__init__("\n".join(f"{source}: {problem}" if source else str(problem) for problem in problems))
        self.problems = problems
        self.source = source


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem before it is placed: the path of its key, what is wrong there, and the value found (None: not told)."""

    path: Path
    allowed: str
    found: Any = None


def place(faults: list[Fault], lines: Mapping[Path, int]) -> tuple[Problem, ...]:
    """Turn faults into problems, in the order of the file's lines; those that stand nowhere come first."""
    problems = [
        Problem(
            key=key_text(fault.path),
            allowed=fault.allowed,
            found=None if fault.found is None else _shown(fault.found),
            line=line_of(fault.path, lines),
        )
        for fault in faults
    ]
    return tuple(sorted(problems, key=lambda problem: problem.line or 0))


def key_text(path: Path) -> str:
    """Write a path as an operator would: `activity[2].hours.from`."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".")


def read_sections(document: Mapping[str, Any]) -> tuple[dict[str, Any], list[Fault]]:
    """Read every table of `document`; return those that are right, and everything wrong in the others."""
    parts: dict[str, Any] = {}
    faults = [_unknown((name,), list(SECTIONS)) for name in document if name not in SECTIONS]
    for name, (kind, required) in SECTIONS.items():
        if name not in document:
            faults += [Fault((name,), "missing; this table is required")] if required else []
            continue
        try:
            parts[name] = TypeAdapter(kind).validate_python(document[name])
        except ValidationError as error:
            faults += _faults_of(name, error)
    return parts, faults


def _faults_of(section: str, error: ValidationError) -> Iterator[Fault]:
    for detail in error.errors(include_url=False):
        if detail["type"] == "too_short" and detail["input"]:
            continue  # pydantic counts only what is right, and that has been told
        path: Path = (section, *(part for part in detail["loc"] if part != "[key]"))
        if detail["type"] == "extra_forbidden":
            yield _unknown(path, list(_keys_at(path[:-1])))
        elif detail["type"] == "missing":
            yield Fault(path, "missing; this key is required")
        else:
            hidden = section in SECRET_SECTIONS or isinstance(detail["input"], dict | list)
            yield Fault(path, f"allowed: {_allowed(detail)}", None if hidden else detail["input"])


def _allowed(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    if detail["type"] == "value_error":
        return str(context["error"])
    phrase = _ALLOWED.get(detail["type"])
    return phrase.format_map(context) if phrase else detail["msg"]


def _keys_at(path: Path) -> dict[str, Any]:
    """Return the keys that the table at `path` may have."""
    keys = {name: kind for name, (kind, _) in SECTIONS.items()}
    for name in path:
        if isinstance(name, str):
            keys = keys_of(keys.get(name))
    return keys


def _unknown(path: Path, known: list[str]) -> Fault:
    guess = process.extractOne(str(path[-1]), known, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    hint = f'did you mean "{guess[0]}"? ' if guess else ""
    return Fault(path, f"unknown key; {hint}allowed: {', '.join(known)}")


def _shown(value: object) -> str:
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
