"""Signs without width between or within the words of a telephone change nothing."""

from __future__ import annotations

import pytest

from domain.language.writing.text import fold


@pytest.mark.parametrize("sign", ["\ufe0f", "\u200d", "\u200b", "\u00ad", "\u2060", "\u202a", "\u0301"])
def test_a_sign_without_width_is_no_letter(sign: str) -> None:
    assert fold(f"Zo{sign}e man{sign}ge") == "zoe mange"


@pytest.mark.parametrize("sign", ["🍽", "ж", "😀"])
def test_a_picture_or_a_letter_of_another_alphabet_keeps_its_place(sign: str) -> None:
    assert fold(f"a{sign}b") == "a¤b"
