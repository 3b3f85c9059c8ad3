"""Our own pace: no chat is written to faster than Telegram takes it, and none waits for another."""

from __future__ import annotations

import pytest

from bot.throttle import Bucket, Throttle, Window
from domain.errors import SendFailed


@pytest.mark.parametrize(
    ("limit", "seconds", "sends"),
    [
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


def test_three_messages_go_at_once_to_a_parent_and_then_one_a_second() -> None:
    bucket, now, times = Bucket(3, 1.0), 1000.0, []
    for _ in range(6):
        now += bucket.wait(now)
        bucket.note(now)
        times.append(now - 1000.0)
    rested = now + 3.0

    assert times == [0.0, 0.0, 0.0, 1.0, 2.0, 3.0]
    assert bucket.wait(rested) == 0.0
    assert not bucket.busy(rested)


async def test_a_chat_that_had_its_share_is_put_off_while_the_others_go_on() -> None:
    throttle = Throttle()
    for _ in range(5):
        throttle.count(1)
    with pytest.raises(SendFailed) as put_off:
        await throttle.admit(1)
    await throttle.admit(2)

    assert put_off.value.retry_after is not None
    assert 2.0 < put_off.value.retry_after <= 3.0
    assert not put_off.value.permanent


async def test_a_group_takes_no_more_than_eighteen_in_a_minute() -> None:
    throttle = Throttle()
    for _ in range(18):
        throttle.count(-40)
    with pytest.raises(SendFailed) as put_off:
        await throttle.admit(-40)

    assert put_off.value.retry_after is not None
    assert put_off.value.retry_after > 15
