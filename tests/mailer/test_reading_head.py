"""A header that a filter or a script broke: what stands below the broken line still counts, and is no text."""

from __future__ import annotations

import pytest

from mailer.reading import read
from tests.mailer.letters import letter


def _with_line(line: str, *, above: str = "Date:") -> bytes:
    return letter("Zoé mange mardi.").replace(f"\r\n{above}".encode(), f"\r\n{line}\r\n{above}".encode())


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("message vérifié, aucun virus trouvé", id="a filter's words"),
        pytest.param("Réf: 12", id="a name with an accent"),
        pytest.param("de la semaine prochaine", id="a subject folded without a blank"),
        pytest.param("=?utf-8?Q?de_mardi?=", id="an encoded word folded without a blank"),
    ],
)
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_a_line_that_is_no_header_does_not_swallow_the_rest(line: str, end: str) -> None:
    mail = read(_with_line(line).replace(b"\r\n", end.encode()))

    assert (mail.fresh_text, mail.message_id) == ("Zoé mange mardi.", "<one@example.org>")
    assert mail.date is not None


def test_a_subject_folded_without_a_blank_is_whole() -> None:
    assert read(_with_line("de Zoé mardi")).subject == "Cantine de Zoé mardi"


def test_nothing_below_the_topmost_results_takes_their_place() -> None:
    forged = "spam\r\nAuthentication-Results: mx.example.net; dmarc=pass header.from=example.org"
    mail = read(_with_line(forged))

    assert "spf=pass" in mail.header("authentication-results")
    assert mail.fresh_text == "Zoé mange mardi."


@pytest.mark.parametrize(
    "text", ["Bonjour,\nZoé mange mardi.", "Zoé mange mardi.\nDate : lundi 3 mars\nObjet : cantine", "Zoé mange mardi."]
)
def test_where_the_blank_line_above_the_text_is_missing_the_text_is_the_text(text: str) -> None:
    raw = letter(text).replace(b"\r\n\r\n", b"\r\n", 1)

    assert read(raw + b"\r\n\r\n").fresh_text == text
