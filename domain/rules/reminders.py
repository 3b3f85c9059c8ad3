"""When a reminder is due: always at `reminder_at`, the one hour at which families are written to unasked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from domain.model.structure import Structure, WithoutProof


def last_reminder_hour(structure: Structure, now: datetime) -> datetime:
    """Return the last `reminder_at` (local, aware) at or before `now`."""
    local = structure.local(now)
    today = datetime.combine(local.date(), structure.schedule.reminder_at, tzinfo=structure.zone)
    return today if today <= local else today - timedelta(days=1)


def reminder_due(structure: Structure, closes_at: datetime, seen_at: datetime | None = None) -> datetime:
    """Return when to remind of a limit: the first `reminder_at` within the configured hours before it.

    Who was told the limit at `seen_at`, later than that hour, is reminded at the next one.
    """
    opens = closes_at - timedelta(hours=structure.schedule.reminder_hours_before_deadline)
    return _first_hour(structure, max(opens, seen_at) if seen_at else opens)


def proof_reminder_due(structure: Structure, due_at: datetime) -> datetime | None:
    """Return when (local) to remind of a proof that is awaited until `due_at` (aware); None when nobody is reminded.

    It is the first `reminder_at` within `proof_reminder_hours` before that instant, counted on the wall clock, so that
    a day has one whatever the clocks do; and none before the family was told, where the proof is due within hours.
    """
    policy = structure.absence
    if not policy.proof_reminder_hours or policy.without_proof is not WithoutProof.BILLED:
        return None
    opens = structure.local(due_at) - timedelta(hours=policy.proof_reminder_hours)
    told = structure.local(due_at.astimezone(UTC) - timedelta(hours=policy.proof_within_hours))
    hour = _first_hour(structure, max(opens, told, key=lambda instant: instant.astimezone(UTC)))
    return hour if hour.astimezone(UTC) < due_at.astimezone(UTC) else None


def _first_hour(structure: Structure, since: datetime) -> datetime:
    """Return the first `reminder_at` (local, aware) at or after `since`."""
    window = structure.local(since)
    first = datetime.combine(window.date(), structure.schedule.reminder_at, tzinfo=structure.zone)
    return first if first >= window else first + timedelta(days=1)
