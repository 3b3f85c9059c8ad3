"""Cutting a text must neither lose a word nor break a tag, and each part must be one that Telegram takes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot import text
from tests.telegram_server import markup

_WORDS = st.text(st.sampled_from("abcéø😀 \n"), min_size=1, max_size=12)
_ENTITY = st.sampled_from(["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"])
_LEAF = _WORDS | _ENTITY
_HTML = st.recursive(
    _LEAF,
    lambda inner: st.builds(
        "<{0}>{1}</{0}>".format, st.sampled_from(["b", "i", "s", "u", "code"]), st.lists(inner, max_size=4).map("".join)
    ),
    max_leaves=20,
)
_PAGES = st.lists(_HTML, max_size=8).map("".join)


@given(_PAGES, st.integers(1, 30))
def test_every_part_is_whole_html_within_the_limit(page: str, limit: int) -> None:
    for part in text.split(page, limit):
        shown, _ = markup.parse(part)
        assert 0 < len(shown) <= limit
        assert shown.strip()


@given(_PAGES, st.integers(1, 30))
def test_no_word_is_lost_or_doubled(page: str, limit: int) -> None:
    shown = "".join(markup.parse(part)[0] for part in text.split(page, limit))

    assert "".join(shown.split()) == "".join(markup.parse(page)[0].split())


def test_a_text_that_fits_stays_as_it_is() -> None:
    assert text.split("<b>Victor</b>\nmidi") == ["<b>Victor</b>\nmidi"]


def test_the_cut_is_at_a_line_end_and_the_tag_goes_on_behind_it() -> None:
    assert text.split("<b>un deux\ntrois</b> quatre", 14) == ["<b>un deux</b>", "<b>trois</b> quatre"]


def test_a_line_too_long_for_one_part_is_cut_between_words_and_a_word_only_when_it_must_be() -> None:
    assert text.split("un deux trois", 8) == ["un deux", "trois"]
    assert text.split("anticonstitutionnellement", 10) == ["anticonsti", "tutionnell", "ement"]


def test_emoji_count_as_one_character_and_entities_too() -> None:
    assert text.split("😀" * 4096) == ["😀" * 4096]
    assert text.split("&amp;" * 4096) == ["&amp;" * 4096]
