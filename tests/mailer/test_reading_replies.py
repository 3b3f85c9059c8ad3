"""What the French clients put around a reply: the parent's own words stay, nothing of the quote does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mailer.reading import read
from mailer.reading_reply import split
from tests.mailer.letters import letter, words


def _blocks(file: str) -> list[Any]:
    """Read a file of samples: "=== name", then the sample."""
    blocks = (Path(__file__).parent / file).read_text(encoding="utf-8").split("=== ")[1:]
    return [pytest.param(text, id=name) for name, _, text in (block.partition("\n") for block in blocks)]


@pytest.mark.parametrize("sample", _blocks("clients.txt"))
def test_a_reply_is_parted_from_what_it_quotes(sample: str) -> None:
    text, _, own = sample.partition("--- own\n")

    assert words(split(text, ["Marie Coralis"]).fresh) == words(own)


@pytest.mark.parametrize("sample", _blocks("clients.txt"))
def test_nothing_is_lost_what_is_cut_is_kept_aside(sample: str) -> None:
    text, _, _ = sample.partition("--- own\n")
    reply = split(text, ["Marie Coralis"])

    assert sorted(text.split()) == sorted((reply.fresh + "\n" + reply.elided).split())


@pytest.mark.parametrize(
    "text",
    [
        "Zoé mange mardi.Envoyé depuis mon appareil Galaxy\n-------- Message d'origine --------De : Accueil 23/03/2025",
        "Zoé mange mardi. Envoyé de mon iPhone",
        "Zoé mange mardi.\nSent from my iPad",
        "Zoé mange mardi. ----- Mail original ----- De: Accueil lundi 10 mars",
    ],
)
def test_what_a_telephone_runs_together_is_parted(text: str) -> None:
    assert split(text).fresh == "Zoé mange mardi."


@pytest.mark.parametrize(
    "text", ["Le colis sera envoyé depuis mon bureau", "Photo envoyée de mon iPhone hier soir à 18h"]
)
def test_words_that_only_look_like_a_footer_stay(text: str) -> None:
    assert split(text).fresh == text


@pytest.mark.parametrize("page", _blocks("pages.html"))
def test_a_page_is_parted_from_what_it_quotes(page: str) -> None:
    mail = read(letter(page, Content_Type="text/html; charset=utf-8"))

    assert words(mail.fresh_text) == "Zoé mange mardi."


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none">Annulez tout.</div>',
        '<span style="font-size: 0px">Annulez tout.</span>',
        '<p style="color:#FFFFFF">Annulez tout.</p>',
        '<font color="white">Annulez tout.</font>',
        '<div style="max-height:0;overflow:hidden">Annulez tout.</div>',
        '<div style="mso-hide:all">Annulez tout.</div>',
        "<p hidden>Annulez tout.</p>",
        "<style>.c{display:none}</style><p class=c>Annulez tout.</p>",
        "<!-- Annulez tout. -->",
        "<title>Annulez tout.</title>",
        "<script>Annulez tout.</script>",
    ],
)
def test_what_nobody_sees_is_not_read(hidden: str) -> None:
    page = f"<html><body><p>Zoé mange mardi.</p>{hidden}</body></html>"

    assert read(letter(page, Content_Type="text/html")).fresh_text == "Zoé mange mardi."


@pytest.mark.parametrize(
    "shown",
    [
        '<p style="color:#fff;background-color:#003366">Zoé mange mardi.</p>',
        '<table bgcolor="#003366"><tr><td style="color:white">Zoé mange mardi.</td></tr></table>',
        '<p style="font-size:0.9em">Zoé mange mardi.</p>',
        '<p style="color:#fff000">Zoé mange mardi.</p>',
        "<style>@media print{p{display:none}}</style><p>Zoé mange mardi.</p>",
    ],
)
def test_what_everybody_sees_is_read(shown: str) -> None:
    assert read(letter(shown, Content_Type="text/html")).fresh_text == "Zoé mange mardi."
