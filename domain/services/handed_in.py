"""What a message comes to that hands something in: a proof of an absence, or a document that the structure follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from domain.model.wish import Choice, Understanding

Noted = TypeVar("Noted")


@dataclass(frozen=True, slots=True)
class Given(Generic[Noted]):
    """What was noted of what came, for whom it may be (`choices`, to ask), and what else the message says."""

    noted: tuple[Noted, ...]
    understood: Understanding
    choices: tuple[Choice, ...] = ()
    for_staff: bool = False

    @property
    def alone(self) -> bool:
        """Whether the message does nothing else."""
        return not (self.understood.wishes or self.understood.questions)
