"""The outbox: everything promised leaves, in order per chat, and nothing leaves twice without need."""

from __future__ import annotations

import pytest

from domain.model.messages import Button, Channel, Outgoing
from domain.store import outbox
from domain.store.outbox import LEASE
from domain.store.session import Sessions
from domain.store.tables.installation import Setting
from tests.store.posting import NINE, keys, next_due, post, row, seconds, settle, take


def test_a_key_is_posted_once(database: Sessions) -> None:
    assert post(database, "rappel:durand:2025-03-04")
    assert not post(database, "rappel:durand:2025-03-04")

    assert len(take(database)) == 1


def test_what_is_rolled_back_was_never_promised(database: Sessions) -> None:
    def promise_and_fail() -> None:
        with database.begin() as session:
            outbox.post(
                session, key="a", kind="answer", channel=Channel.CHAT, address="7314", message=Outgoing("x"), now=NINE
            )
            raise KeyError

    with pytest.raises(KeyError):
        promise_and_fail()

    assert take(database) == []


def test_a_message_comes_out_as_it_went_in(database: Sessions) -> None:
    message = Outgoing(
        "Mardi 4 mars <b>Été</b> 🗑 \0 \ud83d",
        buttons=((Button("✅ Valider", "v:1"),), (Button("🗑 Vider", "d:1"),)),
        references=("<a@b>", "<c@d>"),
        alert=True,
    )
    post(database, "a", message=message)

    (parcel,) = take(database)

    assert parcel.message == message


def test_what_is_leased_is_left_alone_until_the_lease_ends(database: Sessions) -> None:
    post(database, "a")
    take(database)

    assert take(database, NINE + LEASE - seconds(1)) == []
    (again,) = take(database, NINE + LEASE)
    assert again.attempts == 2


def test_a_lease_is_renewed_while_the_sender_is_at_work(database: Sessions) -> None:
    post(database, "a")
    (parcel,) = take(database)

    with database.begin() as session:
        outbox.keep(session, [parcel.id], wall=NINE + seconds(15))

    assert take(database, NINE + LEASE) == []
    assert keys(take(database, NINE + seconds(15) + LEASE)) == ["a"]


def test_messages_of_one_chat_leave_one_after_the_other(database: Sessions) -> None:
    for key in ("a", "b", "c"):
        post(database, key)
    post(database, "elsewhere", to="99")

    first = take(database)
    assert keys(first) == ["a", "elsewhere"]
    assert take(database) == []

    settle(database, first[0])
    assert keys(take(database)) == ["b"]


def test_a_chat_waits_for_its_retry_and_mails_do_not(database: Sessions) -> None:
    for channel, to in ((Channel.CHAT, "7314"), (Channel.EMAIL, "claire@example.org")):
        post(database, f"{channel}:1", to=to, by=channel)
    for parcel in take(database):
        with database.begin() as session:
            outbox.put_off(session, parcel.id, error="SendFailed", wall=NINE, after=60)
    for channel, to in ((Channel.CHAT, "7314"), (Channel.EMAIL, "claire@example.org")):
        post(database, f"{channel}:2", to=to, by=channel)

    assert keys(take(database, NINE + seconds(1))) == ["email:2"]


def test_each_channel_has_its_limit(database: Sessions) -> None:
    for number in range(5):
        post(database, f"mail:{number}", to="claire@example.org", by=Channel.EMAIL)
        post(database, f"chat:{number}", to=str(number))

    assert keys(take(database, limit=2)) == ["chat:0", "chat:1", "mail:0", "mail:1"]


@pytest.mark.parametrize(
    ("channel", "waits"),
    [(Channel.CHAT, [1, 2, 5, 10, 20, 60, 60]), (Channel.EMAIL, [60, 300, 900, 3600, 14400, 14400])],
)
def test_retries_come_later_and_later(database: Sessions, channel: Channel, waits: list[int]) -> None:
    post(database, "a", by=channel)
    now = NINE
    for wait in waits:
        (parcel,) = take(database, now)
        with database.begin() as session:
            outbox.put_off(session, parcel.id, error="SendFailed", wall=now)
        assert take(database, now + seconds(wait - 0.5)) == []
        now += seconds(wait)

    assert row(database, "a").attempts == len(waits)


def test_a_try_that_failed_for_the_connection_does_not_count(database: Sessions) -> None:
    post(database, "a")
    (parcel,) = take(database)

    with database.begin() as session:
        outbox.put_off(session, parcel.id, error="SendFailed", wall=NINE, after=3.5, counts=False)

    assert next_due(database) == NINE + seconds(3.5)
    assert row(database, "a").attempts == 0


def test_what_is_given_up_makes_room_for_the_next(database: Sessions) -> None:
    post(database, "a")
    post(database, "b")
    (parcel,) = take(database)

    with database.begin() as session:
        outbox.give_up(session, parcel.id, error="bot was blocked")

    assert (row(database, "a").state, row(database, "a").error) == ("failed", "bot was blocked")
    assert keys(take(database, NINE + LEASE)) == ["b"]


def test_what_came_too_late_is_not_sent_and_holds_nothing_back(database: Sessions) -> None:
    post(database, "toast", expires_at=NINE + seconds(15))
    post(database, "answer")

    assert keys(take(database, NINE + seconds(15))) == ["answer"]
    assert row(database, "toast").state == "expired"


def test_a_message_finds_the_one_it_replaces(database: Sessions) -> None:
    post(database, "cart:1")
    post(database, "cart:1:v2", message=Outgoing("panier", edits_key="cart:1"))
    (first,) = take(database)
    settle(database, first, sent_id="4711")

    (second,) = take(database)

    assert second.message.edits == "4711"


def test_a_message_whose_original_never_left_is_sent_as_new(database: Sessions) -> None:
    post(database, "cart:1")
    post(database, "cart:1:v2", message=Outgoing("panier", edits_key="cart:1"))
    (first,) = take(database)
    with database.begin() as session:
        outbox.give_up(session, first.id, error="Bad Request")

    (second,) = take(database)

    assert second.message.edits == ""


def test_a_sender_that_slept_through_its_lease_undoes_nothing(database: Sessions) -> None:
    post(database, "a")
    (slept,) = take(database)
    (second,) = take(database, NINE + LEASE)
    settle(database, second, sent_id="4711")

    with database.begin() as session:
        outbox.put_off(session, slept.id, error="TimeoutError", wall=NINE)
        outbox.give_up(session, slept.id, error="late")

    assert (row(database, "a").state, row(database, "a").sent_id) == ("sent", "4711")


def test_what_was_erased_meanwhile_is_nobodys_failure(database: Sessions) -> None:
    with database.begin() as session:
        outbox.settle(session, 404, sent_id="1", now=NINE)
        outbox.put_off(session, 404, error="SendFailed", wall=NINE)
        outbox.give_up(session, 404, error="gone")


def test_the_next_due_is_that_of_what_nothing_holds_back(database: Sessions) -> None:
    assert next_due(database) is None
    post(database, "a")
    post(database, "b")
    take(database)

    assert next_due(database) == NINE + LEASE


def test_a_mail_has_one_id_for_all_its_tries_and_no_other_mail_or_installation_has_it(database: Sessions) -> None:
    post(database, "a", to="marie@example.org", by=Channel.EMAIL)
    post(database, "b", to="marie@example.org", by=Channel.EMAIL)

    first, other = take(database)
    again, _ = take(database, NINE + outbox.LEASE)

    assert first.mail_id == again.mail_id
    assert first.mail_id.startswith(f"preau.{first.id}.")
    assert len({first.mail_id.rpartition(".")[2], other.mail_id.rpartition(".")[2]}) == 2
    with database.begin() as session:
        session.delete(session.get_one(Setting, "mail_secret"))
    assert take(database, NINE + 2 * outbox.LEASE)[0].mail_id != first.mail_id


def test_what_goes_to_a_chat_needs_no_id(database: Sessions) -> None:
    post(database, "a")

    assert take(database)[0].mail_id == ""
