"""What staff closed: slots for everybody, or for the children of some classes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.model.activity import Slot
from domain.model.school_class import class_key


@dataclass(frozen=True, slots=True)
class Shut:
    """Why a slot is closed ("" when no reason was given), and for which classes: for everybody when none is named."""

    reason: str = ""
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Closures:
    """The closures in force, by slot, in the order in which they are told."""

    by_slot: Mapping[Slot, tuple[Shut, ...]] = field(default_factory=dict)

    def of(self, slot: Slot, school_class: str) -> Shut | None:
        """Return what closes `slot` to a child of that class ("" is none); None when it is open to it."""
        shuts = self.by_slot.get(slot, ())
        everybody = next((shut for shut in shuts if not shut.classes), None)
        if everybody or not shuts or not school_class:
            return everybody
        key = class_key(school_class)
        return next((shut for shut in shuts if key in map(class_key, shut.classes)), None)
