"""What a raw mail would become; nothing is stored, moved or answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click
from sqlalchemy.orm import Session

from domain.language.understand import understand
from domain.model.wish import Command, Do, Understanding
from domain.store import queries
from mailer import screening
from mailer.classify import Screened, examine
from preau.app import App
from preau.console import print_json, print_table

_UNKNOWN = "unknown"


def explain_mails(
    app: App, session: Session, files: Sequence[str], received_at: datetime | None, *, as_json: bool
) -> None:
    """Print what each file would become: one object for one file, a list for several."""
    if not files:
        raise click.UsageError("--mail needs at least one file")
    answers = [_explain(app, session, Path(file), received_at) for file in files]
    if as_json:
        print_json(answers[0] if len(answers) == 1 else answers, app.zone)
        return
    columns = ("file", "kind", "from", "sender", "lines", "command", "ask")
    print_table(columns, [[_short(answer[name]) for name in columns] for answer in answers])


def _explain(app: App, session: Session, file: Path, received_at: datetime | None) -> dict[str, Any]:
    mail = app.config.mail
    if mail is None:
        raise click.ClickException("no [mail] in the configuration")
    screened = examine(
        file.read_bytes(), our_address=mail.address, trusted_authserv=mail.trusted_authserv,
        known=lambda address: queries.guardian_by_email(session, address) is not None,
        names=lambda address: _children(session, address),
    )  # fmt: skip
    asked_at = received_at or screened.mail.date or app.clock.now()
    understood = _understood(app, session, screened, asked_at if asked_at.tzinfo else asked_at.replace(tzinfo=app.zone))
    return {
        "file": file.name, "kind": _kind(screened, understood), "from": screened.from_address,
        "sender": screened.sender, "fresh_text": screened.mail.fresh_text,
        "attachments": [attachment.name for attachment in screened.mail.attachments],
        "lines": [
            {"do": wish.do, "child": wish.child, "activity": wish.activity, "date": wish.day, "hour": wish.hour}
            for wish in understood.wishes
        ],
        "command": understood.command, "ask": list(understood.ask), "reason": understood.reason,
    }  # fmt: skip


def _understood(app: App, session: Session, screened: Screened, asked_at: datetime) -> Understanding:
    """Understand a mail that would be read, as its sender's family would mean it."""
    guardian = queries.guardian_by_email(session, screened.from_address)
    if screened.kind is not None or guardian is None:
        return Understanding()
    family = queries.family_value(session, guardian.family_id)
    return understand(
        screened.mail.fresh_text, family=family, structure=app.structure, now=asked_at, subject=screened.subject
    )


def _kind(screened: Screened, understood: Understanding) -> str:
    """Return the contract's kind: the screening's, else what the words are about."""
    if screened.kind is not None:
        return screened.kind
    if screened.sender == _UNKNOWN:
        return screening.HUMAN
    if any(wish.do is Do.ABSENT for wish in understood.wishes) or (understood.reason and not understood.wishes):
        return "absence"
    if understood.wishes or understood.questions:
        return "request"
    if understood.command is Command.CART_VALIDATE:
        return "confirmation"
    return "request" if understood.command not in (None, Command.HUMAN) else screening.HUMAN


def _children(session: Session, address: str) -> tuple[str, ...]:
    guardian = queries.guardian_by_email(session, address)
    if guardian is None:
        return ()
    return tuple(child.first_name for child in queries.family_value(session, guardian.family_id).children)


def _short(value: object) -> str:
    if not isinstance(value, list):
        return str(value or "")
    lines = [
        f"{item['do']} {item['child']} {item['activity']} {item['date']}" if isinstance(item, dict) else str(item)
        for item in value
    ]
    return ", ".join(lines)
