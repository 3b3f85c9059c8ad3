"""What one message costs the database: no question is put twice, and a sentence about one day needs few of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from domain.store.session import Sessions
from tests.desk.office import Office

#: Who writes, the family, the open question, the cart and its lines, what is booked, the places, who waits for them,
#: what is closed, what was asked last: and the state of the message itself.
_AT_MOST = 14


def by_chat(office: Office, text: str) -> None:
    office.chat("durand", text)


def by_mail(office: Office, text: str) -> None:
    office.mail("durand", text)


@contextmanager
def asked(database: Sessions) -> Iterator[list[tuple[str, str]]]:
    """Note each SELECT, with its parameters, of what the desk does with the last message."""
    questions: list[tuple[str, str]] = []
    everything: list[tuple[str, str]] = []

    def note(_c: object, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
        everything.append((" ".join(statement.split()), repr(parameters)))

    event.listen(database.engine, "before_cursor_execute", note)
    yield questions
    event.remove(database.engine, "before_cursor_execute", note)
    texts = [statement for statement, _ in everything]
    first = max(n for n, text in enumerate(texts) if text.startswith("SELECT inbox.state"))
    last = max(n for n, text in enumerate(texts) if text.startswith("UPDATE inbox"))
    questions += [one for one in everything[first:last] if one[0].startswith("SELECT")]


@pytest.mark.parametrize("tell", [by_chat, by_mail])
@pytest.mark.parametrize("text", ["inscrire Victor midi mardi", "inscrire Victor midi mardi et jeudi"])
def test_no_question_is_put_twice_for_one_sentence(
    tell: Callable[[Office, str], None], text: str, office: Office, settled: Sessions
) -> None:
    office.chat("durand", "montrez mon panier")  # the first message ever makes the cart

    with asked(settled) as questions:
        tell(office, text)

    assert [one for one, times in Counter(questions).items() if times > 1] == []
    assert len(questions) <= _AT_MOST


def test_a_sentence_added_to_a_full_cart_reads_the_world_once(office: Office, settled: Sessions) -> None:
    office.chat("durand", "inscrire Victor midi mardi, jeudi et vendredi")

    with asked(settled) as questions:
        office.chat("durand", "inscrire Victor midi lundi 10 mars")

    about = Counter(table for text, _ in questions for table in ("FROM booking", "FROM closure") if table in text)
    assert about["FROM closure"] == 1
    assert about["FROM booking"] == 3  # what is booked, the places held, who waits
