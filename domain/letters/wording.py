"""The rules' verdicts in a parent's words, for the command line and for tests."""

from __future__ import annotations

from domain.letters.items import item_of
from domain.letters.render import environment
from domain.model.structure import Structure
from domain.model.verdict import Verdict


def verdict_words(verdict: Verdict, structure: Structure) -> str:
    """Say one verdict in one French sentence, without HTML."""
    module = environment().get_template("lines.j2").make_module({"structure": structure})
    words: str = module.verdict(item_of(verdict), structure)  # type: ignore[attr-defined]  # a macro of the template
    return environment().from_string("{{ words | striptags }}").render(words=words).replace("&#39;", "'").strip()
