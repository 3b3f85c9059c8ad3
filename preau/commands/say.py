"""Speak as a family, through the real door, and read the answers."""

from __future__ import annotations

import uuid

import click
from sqlalchemy.orm import Session

from domain.model.messages import Channel, Incoming, Kind
from domain.services.turn import CONSOLE
from domain.store import outbox, queries
from domain.store.session import Sessions
from domain.store.tables.people import Family, Guardian
from preau.app import App
from preau.console import readable
from preau.wiring import open_desk


@click.command()
@click.argument("text")
@click.option("--from", "address", metavar="EMAIL", help="Speak as whoever writes from this address.")
@click.option("--family", metavar="KEY", help="Speak as the first guardian of this family.")
@click.option("--channel", type=click.Choice([channel.value for channel in Channel]), default=Channel.CHAT.value)
@click.pass_obj
def say(app: App, text: str, *, address: str | None, family: str | None, channel: str) -> None:
    """Hand TEXT to the door as if a family had written it, and print the answers. This changes what is kept."""
    if (address is None) is (family is None):
        raise click.UsageError("say who speaks: --from EMAIL or --family KEY")
    with app.database() as sessions:
        sender, chat = _speaker(sessions, address, family, Channel(channel))
        now = app.clock.now()
        incoming = Incoming(
            channel=Channel(channel), kind=Kind.TEXT, key=f"say:{uuid.uuid4()}", sender=sender, chat=chat,
            received_at=now, text=text,
        )  # fmt: skip
        with sessions.reading() as session:
            before = outbox.newest(session)
        open_desk(app, sessions).receive(incoming)
        with sessions.begin() as session:
            for parcel in outbox.posted_to(session, chat, after=before):
                click.echo(f"{readable(parcel.message)}\n")
                outbox.settle(session, parcel.id, sent_id="console", now=now)


def _speaker(sessions: Sessions, address: str | None, family: str | None, channel: Channel) -> tuple[str, str]:
    """Return the sender as the door knows it, and the console "chat" that the answers go to."""
    with sessions.reading() as session:
        guardian = _guardian(session, address, family)
        if guardian is None:
            if family is not None or channel is Channel.CHAT:
                raise click.ClickException(f"no family {family!r}" if family else f"nobody is known as {address!r}")
            return str(address).lower(), f"{CONSOLE}{address}"
        key = session.get_one(Family, guardian.family_id).key
        known = guardian.email if channel is Channel.EMAIL else guardian.chat_id
        return str(known or f"{CONSOLE}{key}"), f"{CONSOLE}{key}"


def _guardian(session: Session, address: str | None, family: str | None) -> Guardian | None:
    if family is not None:
        return queries.first_guardian(session, family)
    return queries.guardian_by_email(session, str(address))
