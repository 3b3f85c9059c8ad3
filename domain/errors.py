"""Our own failures. What a parent may be told ("hors délai", "complet") is a value, never one of these."""


class DomainError(Exception):
    """The root of everything this program raises on purpose."""


class IllegalMove(DomainError):
    """A booking was asked to take an arrow that the state table does not draw."""

    def __init__(self, state: str, move: str) -> None:
        super().__init__(f"no arrow {move!r} leaves {state!r}")
        self.state = state
        self.move = move


class SendFailed(DomainError):
    """A message could not be handed over to Telegram or to the mail server.

    `permanent` says never to try again; `retry_after` (seconds) is what the server asked for; `suspend` says
    that the fault is the connection's or the password's and that the try does not count against the message.
    `refusal` is the server's code when it refuses the address itself for good. `unsure` says that the server may have
    taken the message all the same; `locked_out` that it was our password or token that was refused.
    """

    def __init__(  # noqa: PLR0913 - all that a server can answer
        self,
        reason: str,
        *,
        permanent: bool = False,
        retry_after: float | None = None,
        suspend: bool = False,
        refusal: str = "",
        unsure: bool = False,
        locked_out: bool = False,
    ) -> None:
        super().__init__(reason)
        self.permanent = permanent
        self.retry_after = retry_after
        self.suspend = suspend
        self.refusal = refusal
        self.unsure = unsure
        self.locked_out = locked_out


class RuleConflict(DomainError):
    """Two deadline rules match the same slot and neither is more specific than the other."""


class CalendarUnknown(DomainError):
    """The official school calendar holds no data for a year that the configuration asks for."""
