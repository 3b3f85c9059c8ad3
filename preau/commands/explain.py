"""What would be understood, and what the rules say of it; nothing is changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

import click
from sqlalchemy.orm import Session

from domain.language.days.days import find_days
from domain.language.tracing.evidence import explain as trace
from domain.language.understand import understand
from domain.language.writing.text import composed
from domain.model.family import Family
from domain.model.wish import Understanding, Wish
from domain.services.consider import consider
from domain.services.families import any_family, find_family
from domain.services.families_file import ImportFailed
from domain.services.families_import import import_families
from domain.store import migrate, queries
from domain.store.session import Sessions, open_database
from preau.app import App
from preau.commands.explain_mail import explain_mails
from preau.commands.explain_trace import Quoting, judged_line, print_trace
from preau.console import print_json, print_json_line

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path, allow_dash=True)


@dataclass(frozen=True, slots=True)
class _Message:
    """One line of a file of messages: where it stands, what it says, when it was received."""

    place: str
    facts: Mapping[str, Any]
    now: datetime

    def text(self, key: str) -> str:
        return str(self.facts.get(key) or "")


@click.command()
@click.argument("words", nargs=-1)
@click.option("--from", "address", metavar="EMAIL", help="As the guardian of this address would mean it.")
@click.option("--family", metavar="KEY", help="As this family would mean it.")
@click.option("--now", metavar="ISO", help="Received then (local time, or with an offset).")
@click.option("--subject", default="", help="The subject of a mail.")
@click.option("--jsonl", type=_FILE, metavar="FILE", help="Many messages, one JSON object a line.")
@click.option("--days", is_flag=True, help="With --jsonl: only the day expressions in each text.")
@click.option("--mail", is_flag=True, help="The arguments are files: raw mails.")
@click.option(
    "--families", "family_file", type=_FILE, metavar="FILE", help="A family list to use instead of the database."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def explain(  # noqa: PLR0913 - one argument for each option
    app: App, words: tuple[str, ...], *, address: str | None, family: str | None, now: str | None, subject: str,
    jsonl: Path | None, days: bool, mail: bool, family_file: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Explain TEXT (or many, or raw mails): what would be understood, and the verdict on each line."""
    instant = _instant(app, now) if now else None
    if days:
        if jsonl is None:
            raise click.UsageError("--days reads --jsonl FILE")
        _explain_days(app, jsonl)
        return
    with _world(app, family_file) as sessions, sessions.reading() as session:
        if jsonl is not None:
            _explain_many(app, session, jsonl)
        elif mail:
            explain_mails(app, session, words, instant, as_json=as_json)
        else:
            _explain_one(app, session, " ".join(words), address, family, subject, instant, as_json=as_json)


def _explain_one(  # noqa: PLR0913
    app: App, session: Session, text: str, address: str | None, family: str | None, subject: str,
    instant: datetime | None, *, as_json: bool,
) -> None:  # fmt: skip
    who = _family(session, address, family)
    asked_at = instant or app.clock.now()
    if as_json:
        found = consider(session, app.structure, who, text, subject=subject, asked_at=asked_at)
        lines = [judged_line(verdict, app.structure) for verdict in found.verdicts]
        print_json(_answer(found.understanding, lines), app.zone)
    else:
        text, subject = composed(text), composed(subject)
        explained = trace(text, family=who, structure=app.structure, now=asked_at, subject=subject)
        print_trace(session, app.structure, who, explained, Quoting(text, subject), asked_at)


def _explain_many(app: App, session: Session, file: Path) -> None:
    families: dict[str, Family] = {"": Family(0, "", ())}
    for message in _messages(app, file):
        key = message.text("family")
        if key not in families:
            try:
                families[key] = _family(session, None, key)
            except click.ClickException as error:
                raise click.ClickException(f"{message.place}: {error.message}") from None
        understood = understand(
            message.text("text"), family=families[key], structure=app.structure, now=message.now,
            subject=message.text("subject"),
        )  # fmt: skip
        lines = [wish_line(wish) for wish in understood.wishes]
        print_json_line({"id": message.facts.get("id")} | _answer(understood, lines), app.zone)


def _explain_days(app: App, file: Path) -> None:
    for message in _messages(app, file):
        now = message.now.astimezone(app.zone)
        found = [
            {
                "start": each.start, "end": each.end, "from": each.first, "to": each.last, "hour": each.hour,
                "hour_to": each.hour_to, "days": list(each.days) if each.days else None,
            }
            for each in find_days(message.text("text"), today=now.date(), year=app.structure.year, clock=now.time())
        ]  # fmt: skip
        print_json_line({"id": message.facts.get("id"), "found": found}, app.zone)


def wish_line(wish: Wish) -> dict[str, Any]:
    """Return an understood wish as the contract's line."""
    return {"do": wish.do, "child": wish.child, "activity": wish.activity, "date": wish.day, "hour": wish.hour}


def _answer(understood: Understanding, lines: list[dict[str, Any]]) -> dict[str, Any]:
    return {"lines": lines, "command": understood.command, "ask": list(understood.ask), "reason": understood.reason}


def _family(session: Session, address: str | None, key: str | None) -> Family:
    """Return who speaks; a click.ClickException names who is not known."""
    if (address is None) is (key is None):
        raise click.UsageError("say who speaks: --from EMAIL or --family KEY")
    if address is not None:
        guardian = queries.guardian_by_email(session, address)
        found = guardian.family_id if guardian else None
    else:
        row = find_family(session, str(key))
        found = row.id if row else None
    if found is None:
        raise click.ClickException(f"nobody is known as {address or key!r}")
    return queries.family_value(session, found)


@contextmanager
def _world(app: App, file: Path | None) -> Iterator[Sessions]:
    """Open the database when it holds families; else one in memory, filled from `file` or the config's families.csv."""
    if file is None and app.has_database:
        with app.raw_database() as sessions:
            if migrate.is_current(sessions) and _has_families(sessions):
                yield sessions
                return
    source = file or app.path.absolute().parent / "families.csv"
    if not source.is_file():
        raise click.ClickException(f"no families: run `preau import`, or put {source.name} beside {app.path.name}")
    sessions = open_database("sqlite://")
    migrate.upgrade(sessions)
    with sessions.begin() as session:
        try:
            import_families(session, source.read_bytes(), app.structure, app.clock.now())
        except ImportFailed as failure:
            raise click.ClickException("\n".join(f"{source.name}: {problem}" for problem in failure.problems)) from None
    yield sessions
    sessions.close()


def _has_families(sessions: Sessions) -> bool:
    with sessions.reading() as session:
        return any_family(session)


def _messages(app: App, file: Path) -> Iterator[_Message]:
    """Yield the messages of a JSON Lines file; a line that is none is named, with what it lacks."""
    with click.open_file(str(file), encoding="utf-8") as stream:
        for number, line in enumerate(_lines(stream, file), start=1):
            if not line.strip():
                continue
            place = f"{file.name}, line {number}"
            try:
                facts = json.loads(line)
            except ValueError as error:
                raise click.ClickException(f"{place}: not a message: no JSON ({error})") from None
            if not isinstance(facts, dict) or not facts.get("now"):
                wanted = '{"id": …, "now": "2025-02-27T18:00", "family": …, "text": …}'
                lacks = 'no "now"' if isinstance(facts, dict) else "no object"
                raise click.ClickException(f"{place}: not a message: {lacks}; such as {wanted}")
            try:
                yield _Message(place, facts, _instant(app, str(facts["now"])))
            except click.BadParameter as error:
                raise click.ClickException(f"{place}: {error.message}") from None


def _lines(stream: IO[str], file: Path) -> Iterator[str]:
    try:
        yield from stream
    except UnicodeDecodeError:
        raise click.ClickException(f"{file.name}: not a text file in UTF-8") from None


def _instant(app: App, text: str) -> datetime:
    """Read an ISO time; without an offset it is wall time of the structure's zone."""
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"{text!r} is no time, such as 2025-02-27T18:00") from None
    return instant if instant.tzinfo else instant.replace(tzinfo=app.zone)
