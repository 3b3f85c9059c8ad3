"""What a raw mail would become; nothing is stored, moved or answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import click
from sqlalchemy.orm import Session

from domain.language.tracing.evidence import Explained, explain
from domain.language.tracing.trace import Words
from domain.model.family import Family
from domain.model.wish import Command, Do, Understanding
from domain.store import queries
from mailer import screening
from mailer.classify import Screened, examine
from preau.app import App
from preau.commands.explain_trace import Quoting, print_trace
from preau.console import print_json

_UNKNOWN = "unknown"


def explain_mails(
    app: App, session: Session, files: Sequence[str], received_at: datetime | None, *, as_json: bool
) -> None:
    """Print what each file would become: one object for one file, a list for several."""
    if not files:
        raise click.UsageError("--mail needs at least one file")
    examined = [_examine(app, session, Path(file), received_at) for file in files]
    if as_json:
        answers = [_answer(each) for each in examined]
        print_json(answers[0] if len(answers) == 1 else answers, app.zone)
        return
    for n, each in enumerate(examined):
        if n:
            click.echo()
        _print(app, session, each)


@dataclass(frozen=True, slots=True)
class _Examined:
    """A mail, screened; and for one that would be read, how its sender's family would mean it."""

    file: str
    screened: Screened
    asked_at: datetime
    family: Family | None = None
    explained: Explained | None = None

    @property
    def understanding(self) -> Understanding:
        """What it asks for: nothing, when it would not be read."""
        return self.explained.understanding if self.explained else Understanding()


def _examine(app: App, session: Session, file: Path, received_at: datetime | None) -> _Examined:
    mail = app.config.mail
    if mail is None:
        raise click.ClickException("no [mail] in the configuration")
    screened = examine(
        file.read_bytes(), our_address=mail.address, trusted_authserv=mail.trusted_authserv,
        children=lambda address: queries.children_of_senders(session, {address}).get(address),
    )  # fmt: skip
    asked_at = received_at or screened.mail.date or screened.mail.received or app.clock.now()
    asked_at = asked_at if asked_at.tzinfo else asked_at.replace(tzinfo=app.zone)
    guardian = queries.guardian_by_email(session, screened.from_address)
    if screened.kind is not None or guardian is None:
        return _Examined(file.name, screened, asked_at)
    family = queries.family_value(session, guardian.family_id)
    explained = explain(screened.words, family=family, structure=app.structure, now=asked_at, subject=screened.subject)
    return _Examined(file.name, screened, asked_at, family, explained)


def _answer(each: _Examined) -> dict[str, Any]:
    """Return the contract's object."""
    screened, understood = each.screened, each.understanding
    return {
        "file": each.file, "kind": _kind(screened, understood), "from": screened.from_address,
        "sender": screened.sender, "fresh_text": screened.mail.fresh_text,
        "attachments": [attachment.name for attachment in screened.mail.attachments],
        "lines": [
            {"do": wish.do, "child": wish.child, "activity": wish.activity, "date": wish.day, "hour": wish.hour}
            for wish in understood.wishes
        ],
        "command": understood.command, "ask": list(understood.ask),
        "reason": None if _is_for_a_person(understood) else understood.reason,  # the reason for nothing
    }  # fmt: skip


def _print(app: App, session: Session, each: _Examined) -> None:
    """Print what a mail is, what was cut off it, and how the rest was understood."""
    screened = each.screened
    mail = screened.mail
    click.echo(f"{each.file}: {_kind(screened, each.understanding)}, from {screened.from_address} ({screened.sender})")
    cut = Quoting(mail.elided)
    if mail.elided.strip():
        click.echo(f"cut off: {cut.quote(Words(0, len(mail.elided)))} (quoted mail, signature or footer)")
    for attachment in mail.attachments:
        click.echo(f"attached: {attachment.name}")
    if each.explained and each.family:
        typed = Quoting(screened.words, screened.subject)
        print_trace(session, app.structure, each.family, each.explained, typed, each.asked_at)
    else:
        click.echo("not read: the mail as a whole says what becomes of it")


def _kind(screened: Screened, understood: Understanding) -> str:
    """Return the contract's kind: the screening's, else what the words are about."""
    if screened.kind is not None:
        return screened.kind
    return screening.HUMAN if screened.sender == _UNKNOWN else _read_kind(understood)


def _read_kind(understood: Understanding) -> str:
    nothing = understood.command is None and not understood.reason and not _asks(understood)
    if nothing or _is_for_a_person(understood):
        return screening.HUMAN
    if any(wish.do is Do.ABSENT for wish in understood.wishes) or (understood.reason and not understood.wishes):
        return "absence"
    confirms = understood.command is Command.CART_VALIDATE and not _asks(understood)
    return "confirmation" if confirms else "request"


def _asks(understood: Understanding) -> bool:
    return bool(understood.wishes or understood.questions)


def _is_for_a_person(understood: Understanding) -> bool:
    return understood.command is Command.HUMAN and not _asks(understood)
