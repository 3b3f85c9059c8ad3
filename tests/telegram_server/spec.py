"""Is this call what the official Bot API allows? Judged by api.json, recursively."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from importlib import resources
from typing import Any

Json = dict[str, Any]


@functools.cache
def api() -> Json:
    """Return the Bot API as data."""
    found: Json = json.loads(resources.files("tests.telegram_server").joinpath("api.json").read_text("utf-8"))
    return found


def read(method: str, sent: Json) -> tuple[Json, list[str]]:
    """Return the parameters of `method` in their types, and what is wrong with them."""
    params, wrong = {}, []
    known = {field["name"]: field for field in api()["methods"][method]["fields"]}
    for name, value in sent.items():
        if name not in known:
            wrong.append(f"{method}: unknown field {name}")
            continue
        params[name] = _typed(value, known[name]["types"])
        wrong += [f"{method}: {fault}" for fault in _faults(params[name], known[name]["types"], name)]
    wrong += [f"{method}: {name} is missing" for name in known if known[name].get("required") and name not in sent]
    return params, wrong


def faults(value: Any, type_name: str) -> list[str]:
    """Return what keeps `value` from being a `type_name` of the Bot API (used on what we send ourselves, too)."""
    return list(_faults(value, [type_name], type_name))


def _typed(value: Any, types: list[str]) -> Any:
    """Read a form's value: all but strings are JSON."""
    if not isinstance(value, str) or types == ["String"]:
        return value
    try:
        read_as = json.loads(value)
    except ValueError:
        return {"true": True, "false": False}.get(value.lower(), value) if "Boolean" in types else value
    return value if "String" in types and not isinstance(read_as, int) else read_as


def _faults(value: Any, types: list[str], where: str) -> Iterator[str]:
    tries = [list(_of_type(value, name, where)) for name in types]
    if all(tries):
        yield from min(tries, key=len)


def _of_type(value: Any, name: str, where: str) -> Iterator[str]:
    if name.startswith("Array of "):
        yield from _of_array(value, name.removeprefix("Array of "), where)
    elif name in _PLAIN:
        if not _PLAIN[name](value):
            yield f"{where} is no {name}"
    elif name != "InputFile":
        yield from _of_object(value, name, where)


def _of_array(value: Any, item: str, where: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{where} is no array"
        return
    for index, one in enumerate(value):
        yield from _of_type(one, item, f"{where}[{index}]")


def _of_object(value: Any, name: str, where: str) -> Iterator[str]:
    entry = api()["types"][name]
    if entry.get("subtypes"):
        yield from _faults(value, entry["subtypes"], where)
        return
    if not isinstance(value, dict):
        yield f"{where} is no {name}"
        return
    known = {field["name"]: field for field in entry["fields"]}
    for key in value.keys() - known.keys():
        yield f"{where}: {name} has no field {key}"
    for key, field in known.items():
        if key in value:
            yield from _faults(value[key], field["types"], f"{where}.{key}")
        elif field.get("required"):
            yield f"{where}: {name} lacks {key}"


_PLAIN = {
    "Integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "Float": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "Boolean": lambda value: isinstance(value, bool),
    "True": lambda value: value is True,
    "String": lambda value: isinstance(value, str),
}
