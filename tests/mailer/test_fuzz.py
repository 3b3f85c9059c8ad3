from __future__ import annotations

from tests.mailer.fuzz import TOO_LONG, trials


def test_five_hundred_damaged_mails_are_read_without_an_exception_and_without_much_work() -> None:
    bad = [trial for trial in trials(500) if trial.failure or trial.seconds > TOO_LONG]

    assert bad == []
