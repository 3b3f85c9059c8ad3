"""What Préau says about the proof of an absence, to families and to the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from domain.letters.catalogue import Letter
from domain.letters.items import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceCharged(Letter):
    """The proof of an illness did not come in time: its days are billed now."""

    template: ClassVar[str] = "absence_charged"
    child: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceExcused(Letter):
    """Staff excused days that had been billed for want of a proof."""

    template: ClassVar[str] = "absence_excused"
    child: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class ProofAwaited:
    """The proof of one child's illness: until when (local) it is awaited, and the days that are billed without it."""

    child: str
    due: datetime
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofReminder(Letter):
    """Proofs that are still awaited and soon due, of all of a family's children at once."""

    template: ClassVar[str] = "proof_reminder"
    awaited: tuple[ProofAwaited, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffAbsenceCharged(Letter):
    """A family's proof did not come: what was billed, or (`invoiced`) what stays as the final invoice has it."""

    template: ClassVar[str] = "staff_absence_charged"
    child: str
    last_name: str
    site: str
    items: tuple[Item, ...]
    invoiced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffProof(Letter):
    """A proof came: `settled` days stay excused, `corrected` ones are again, `late` ones wait for a decision."""

    template: ClassVar[str] = "staff_proof"
    child: str
    last_name: str
    site: str
    settled: tuple[Item, ...]
    corrected: tuple[Item, ...]
    late: tuple[Item, ...]
    by_mail: bool


ABSENCE_LETTERS: tuple[type[Letter], ...] = (
    AbsenceCharged,
    AbsenceExcused,
    ProofReminder,
    StaffAbsenceCharged,
    StaffProof,
)
