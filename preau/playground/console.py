"""The demo at a terminal: one reader plays every parent and the office, and moves the clock."""

from __future__ import annotations

import asyncio
import html
import re
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Final

from rich.console import Console
from rich.markup import escape
from rich.panel import Panel
from rich.text import Text

from domain.language.writing.spoken import long_day
from domain.letters.french import spoken_time
from domain.model.messages import Button, Channel
from preau.playground.town import Delivery, Person, Town

HELP: Final = """\
Write a sentence, as a parent would: [bold]inscrire Victor midi mardi[/]
Then type the number of a button.

[bold]/parent billard[/]   be that family, in the chat
[bold]/mail durand[/]      be that family, by e-mail ("valider" answers the last mail)
[bold]/staff[/]            be the office
[bold]/clock +1d[/]        let time pass (+2h, +30m, 2025-03-03 07:30)
[bold]/families[/]         who lives here
[bold]/help  /quit[/]
The bot knows /panier /planning /annuler /enfants /aide."""

_TAGS: Final = {"b": "bold", "i": "italic", "s": "strike", "code": "cyan"}
_TAG: Final = re.compile(r"<(/?)(\w+)[^>]*>")
_STEP: Final = re.compile(r"\+(\d+)\s*([dhm])")
_UNITS: Final = {"d": "days", "h": "hours", "m": "minutes"}
_FURTHEST: Final = timedelta(days=370)


class Terminal:
    """The conversation: who speaks, which buttons are on the screen."""

    def __init__(self, town: Town, console: Console | None = None) -> None:
        """Play in `town`."""
        self._town = town
        self._out = console or Console(highlight=False)
        self._speaker = town.parents["durand"]
        self._channel = Channel.CHAT
        self._buttons: dict[int, tuple[Delivery, Button]] = {}
        self._last: dict[tuple[str, Channel], Delivery] = {}
        self._commands: dict[str, Callable[[str], None]] = {
            "/parent": lambda words: self._become(words, Channel.CHAT),
            "/mail": lambda words: self._become(words, Channel.EMAIL),
            "/staff": lambda _: self._be(self._town.staff, Channel.CHAT),
            "/clock": self._clock,
            "/families": lambda _: self._families(),
            "/help": lambda _: self._out.print(HELP),
        }

    def run(self) -> None:
        """Talk until /quit or the end of the input."""
        self._show_arrivals(quietly=True)
        self._out.print(Panel(f"[bold]Préau[/] — {escape(self._town.structure.name)}\n\n{HELP}", title="demo"))
        self._greet()
        for line in self._lines():
            if line == "/quit":
                break
            self._obey(line)
            self._show_arrivals()
        self._out.print("Au revoir.")

    def _lines(self) -> Iterator[str]:
        while True:
            prompt = f"{self._now()} · {self._who()} > "
            try:
                line = self._out.input(escape(prompt)).strip()
            except (EOFError, KeyboardInterrupt):
                self._out.print()
                return
            if not sys.stdin.isatty():
                self._out.print(escape(line))  # a transcript shows what was said
            if line:
                yield line

    def _obey(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        if word in self._commands:
            self._commands[word](rest.strip())
        elif line.isdigit() and self._channel is Channel.CHAT:
            self._press(int(line))
        elif self._channel is Channel.EMAIL:
            self._town.mail(self._speaker, line, reply_to=self._answered(Channel.EMAIL))
        else:
            invited = self._last.get((self._speaker.chat, Channel.CHAT))
            reply_to = invited.id if invited and invited.message.ask_reply else ""
            self._town.write(self._speaker, line, reply_to=reply_to)

    def _answered(self, channel: Channel) -> str:
        last = self._last.get((self._speaker.chat, channel))
        return last.id if last else ""

    def _press(self, number: int) -> None:
        if number not in self._buttons:
            self._say(f"there is no button {number} on the screen")
            return
        delivery, button = self._buttons[number]
        self._say(f"{delivery.to.name} presses {button.label}")
        self._town.press(delivery, button)

    def _become(self, key: str, channel: Channel) -> None:
        person = self._town.parents.get(key or self._speaker.family)
        if person is None:
            self._say(f"there are: {', '.join(self._town.parents)}")
            return
        self._be(person, channel)

    def _be(self, person: Person, channel: Channel) -> None:
        self._speaker, self._channel = person, channel
        self._greet()

    def _greet(self) -> None:
        self._say(f"you are {self._who()}; it is {self._now()}")

    def _families(self) -> None:
        for key, person in self._town.parents.items():
            self._out.print(f"[bold]{escape(key)}[/]  {escape(person.name)}  {escape(person.email)}")

    def _clock(self, words: str) -> None:
        if words:
            until = self._instant(words)
            if until is None or not self._town.clock.now() <= until <= self._town.clock.now() + _FURTHEST:
                self._say("a step such as +1d, +2h, +30m, or a later time such as 2025-03-03 07:30")
                return
            for _ in self._town.move_clock(until):
                self._show_arrivals(with_time=True)
        self._say(f"it is {self._now()}")

    def _instant(self, words: str) -> datetime | None:
        if step := _STEP.fullmatch(words):
            return self._town.clock.now() + timedelta(**{_UNITS[step[2]]: min(int(step[1]), 10**6)})
        try:
            return datetime.fromisoformat(words).replace(tzinfo=self._town.structure.zone)
        except ValueError:
            return None

    def _show_arrivals(self, *, quietly: bool = False, with_time: bool = False) -> None:
        arrived = asyncio.run(self._deliver())
        if arrived and with_time:
            self._say(self._now())
        for delivery in arrived:
            self._last[delivery.to.chat, delivery.channel] = delivery
            if not quietly:
                self._show(delivery)

    async def _deliver(self) -> list[Delivery]:
        return list(await self._town.deliveries())

    def _show(self, delivery: Delivery) -> None:
        message = delivery.message
        if message.toast:
            self._say(f"{delivery.to.name} sees: {styled(message.text).plain}")
            return
        if delivery.replaces:
            self._buttons = {n: (d, b) for n, (d, b) in self._buttons.items() if d.id != delivery.id}
        words = styled(message.text.strip())
        for row in message.buttons:
            words.append("\n")
            for button in row:
                words.append(f" [{self._number(delivery, button)}] ", style="bold cyan")
                words.append(button.label)
        self._out.print(Panel(words, title=escape(self._address(delivery)), title_align="left"))

    def _number(self, delivery: Delivery, button: Button) -> int:
        number = max(self._buttons, default=0) + 1
        self._buttons[number] = delivery, button
        return number

    def _address(self, delivery: Delivery) -> str:
        if delivery.channel is Channel.EMAIL:
            return f"✉ to {delivery.to.email} — {delivery.message.subject}"
        changed = " (message changed in place)" if delivery.replaces else ""
        return f"💬 to {delivery.to.name}{changed}"

    def _who(self) -> str:
        if self._speaker is self._town.staff:
            return f"{self._speaker.name} (office)"
        return f"{self._speaker.name} ({'e-mail' if self._channel is Channel.EMAIL else 'chat'})"

    def _now(self) -> str:
        local = self._town.structure.local(self._town.clock.now())
        return f"{long_day(local.date())} {spoken_time(local.time())}"

    def _say(self, words: str) -> None:
        self._out.print(f"[dim]… {escape(words)}[/]")


def styled(markup: str) -> Text:
    """Turn Telegram's HTML into a terminal's text."""
    text, styles, end = Text(), [""], 0
    for tag in _TAG.finditer(markup):
        text.append(html.unescape(markup[end : tag.start()]), style=styles[-1])
        end = tag.end()
        if tag[1]:
            styles = styles[:-1] or [""]
        else:
            styles.append(f"{styles[-1]} {_TAGS.get(tag[2], '')}".strip())
    text.append(html.unescape(markup[end:]))
    return text
