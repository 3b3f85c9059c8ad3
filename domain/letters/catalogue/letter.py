"""What every letter is: a template's name and its facts, with the buttons shown in chat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from domain.model.messages import Button

Buttons = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A typed message to a person. `buttons` are shown in chat; by mail the template says what to answer.

    `above` is another letter that is told first, in the same message: one message gets one answer.
    """

    template: ClassVar[str]
    buttons: Buttons = ()
    above: Letter | None = None
    calendar: str = ""  # attached to a mail: the days as a calendar file
