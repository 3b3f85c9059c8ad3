"""Our own pace: no chat is written to faster than Telegram takes it, and none waits for another."""

from __future__ import annotations

import pytest

from bot.throttle import Throttle, Window
from domain.errors import SendFailed


@pytest.mark.parametrize(
    ("limit", "seconds", "sends"),
    [
        pytest.param(3, 3.0, 40, id="un parent"),
        pytest.param(18, 60.0, 60, id="un groupe"),
        pytest.param(25, 1.0, 200, id="tout le bot"),
    ],
)
def test_no_stretch_of_time_holds_more_than_the_limit(limit: int, seconds: float, sends: int) -> None:
    window, now, times = Window(limit, seconds), 1000.0, []
    for _ in range(sends):
        now += window.wait(now)
        window.note(now)
        times.append(now)

    assert times[limit - 1] == 1000.0  # a burst is let through
    assert all(later - earlier >= seconds - 1e-6 for earlier, later in zip(times, times[limit:], strict=False))


async def test_a_chat_that_had_its_share_is_put_off_while_the_others_go_on() -> None:
    throttle = Throttle()
    for _ in range(3):
        await throttle.admit(1)
    with pytest.raises(SendFailed) as put_off:
        await throttle.admit(1)
    await throttle.admit(2)

    assert put_off.value.retry_after is not None
    assert 2.0 < put_off.value.retry_after <= 3.0
    assert not put_off.value.permanent
