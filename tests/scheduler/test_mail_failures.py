"""What a mail server answered, and what becomes of the mail: the table that the courier works by.

| answer                                   | what is done                                                       |
|------------------------------------------|--------------------------------------------------------------------|
| refused for now (4xx)                    | again after 1, 5, 15, 60 minutes, then each 4 hours, for a day     |
| refused for good (5xx)                   | given up at once                                                   |
| no answer after the mail was handed over | once more after 15 minutes, then nobody knows and a person is told |
| no connection, no greeting               | nothing counts; the server is asked again within 5 minutes         |
| our password refused                     | the queue stops; a person is told the third time                   |
"""

from __future__ import annotations

import pytest

from domain.errors import SendFailed
from domain.model.messages import Channel
from domain.store.session import Sessions
from tests.scheduler.office import Post, words
from tests.store.posting import NINE, next_due, post, row, seconds

_MINUTE = 60
_TEMPORARY = SendFailed("SMTPRecipientRefused 450")
_UNSURE = SendFailed("SMTPReadTimeoutError", retry_after=15 * _MINUTE, unsure=True)
_LOCKED_OUT = SendFailed("SMTPAuthenticationError 535", suspend=True, locked_out=True)


@pytest.fixture
def office(database: Sessions) -> Post:
    office = Post(database)
    post(database, "a", to="claire@example.org", by=Channel.EMAIL)
    return office


async def _until_it_ends(office: Post) -> list[float]:
    """Go from try to try; return the minutes between them."""
    waits, last = [], NINE
    await office.courier.drain()
    while (due := next_due(office.sessions)) is not None:
        waits.append((due - last).total_seconds() / _MINUTE)
        office.clock.move_to(due)
        last = due
        await office.courier.drain()
    return waits


async def test_a_temporary_refusal_is_waited_out_for_a_day_and_then_told(office: Post) -> None:
    office.email.script = [_TEMPORARY] * 50

    waits = await _until_it_ends(office)

    assert waits[:6] == [1, 5, 15, 60, 240, 240]
    assert 24 * 60 <= sum(waits) <= 30 * 60
    assert (office.state("a"), office.gone) == ("failed", ["a"])


async def test_a_mail_whose_answer_was_lost_is_sent_once_more_and_then_a_person_is_told(office: Post) -> None:
    office.email.script = [_UNSURE] * 50

    assert await _until_it_ends(office) == [15]
    assert (office.state("a"), office.gone, office.unsure) == ("unknown", ["a"], ["a"])


async def test_a_doubt_is_remembered_over_other_failures(office: Post) -> None:
    office.email.script = [_UNSURE, SendFailed("down", suspend=True), _TEMPORARY, _UNSURE, _UNSURE]

    await _until_it_ends(office)

    assert (office.state("a"), len(office.email.script)) == ("unknown", 1)


async def test_the_second_try_goes_under_the_same_id_and_settles_it(office: Post) -> None:
    office.email.script = [_UNSURE]
    first = office.email.tried_ids

    await _until_it_ends(office)

    assert (office.state("a"), words(office.email), office.gone) == ("sent", ["a"], [])
    assert len(first) == 2
    assert len(set(first)) == 1


async def test_a_server_that_is_down_for_hours_is_asked_again_within_five_minutes(office: Post) -> None:
    office.email.script = [SendFailed("refused", suspend=True)] * 70

    waits = await _until_it_ends(office)

    assert max(waits) == 5
    assert sum(waits) > 5 * 60
    assert (office.state("a"), row(office.sessions, "a").attempts) == ("sent", 1)


async def test_a_password_that_is_refused_again_and_again_is_told_and_costs_no_mail(office: Post) -> None:
    office.email.script = [_LOCKED_OUT] * 2
    await _until_it_ends(office)
    assert office.locked_out == 0

    post(office.sessions, "b", to="claire@example.org", by=Channel.EMAIL, at=office.clock.now())
    office.email.script = [_LOCKED_OUT] * 5
    await _until_it_ends(office)

    assert office.locked_out == 1
    assert words(office.email) == ["a", "b"]


async def test_a_refusal_for_good_is_given_up_at_once(office: Post) -> None:
    office.email.script = [SendFailed("SMTPDataError 554", permanent=True)]

    assert await _until_it_ends(office) == []
    assert (office.state("a"), office.gone, office.unsure) == ("failed", ["a"], [])
    assert office.clock.now() == NINE + seconds(0)
