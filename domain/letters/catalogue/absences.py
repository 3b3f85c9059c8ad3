"""Absences: what a notice changed, its proof, and what is billed for want of one; to families and to the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from domain.letters.catalogue.letter import Letter
from domain.letters.items import Item


@dataclass(frozen=True, slots=True)
class AbsenceNoted:
    """A sick-child notice that took effect: what it freed, at what cost, and the proof awaited."""

    child: str
    first_day: date
    last_day: date
    freed: tuple[Item, ...]
    proof: str = ""
    proof_due: datetime | None = None  # local
    proof_received: bool = False
    already: bool = False
    code: str = ""


@dataclass(frozen=True, slots=True)
class ProofNoted:
    """A proof that came: `settled` days stay excused, `corrected` ones are again, `late` ones wait for staff."""

    child: str
    settled: tuple[Item, ...] = ()
    corrected: tuple[Item, ...] = ()
    late: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmAbsence(Letter):
    """Ask the address on file whether an unproven sickness mail was its own."""

    template: ClassVar[str] = "confirm_absence"
    children: tuple[str, ...]
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceUndone(Letter):
    """An absence notice was taken back; `lost` are places that others have taken since."""

    template: ClassVar[str] = "absence_undone"
    child: str
    restored: tuple[Item, ...]
    lost: tuple[Item, ...] = ()
    too_late: bool = False


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


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffAbsence(Letter):
    """A sick child: which slots are free now. Never a diagnosis."""

    template: ClassVar[str] = "staff_absence"
    child: str
    last_name: str
    site: str
    first_day: date
    last_day: date
    received_at: datetime  # local
    freed: tuple[Item, ...]
    proof: str = ""
    proof_due: datetime | None = None  # local
    attachments: int = 0
    undone: bool = False
    school_class: str = ""


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
