"""The shape of the configuration file: one model per table, every key with its type and its default."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Final, Self, get_args
from urllib.parse import urlsplit

from pydantic import Field, model_validator

from domain.model.standing import Priority
from domain.model.structure import (
    AbsencePolicy,
    Approval,
    ApprovalMode,
    DocumentKind,
    DocumentPolicy,
    InvoicePolicy,
    MissingDocument,
    Schedule,
    WithoutProof,
)
from preau.config_conditions import MaximumTable, OpeningTable
from preau.config_deadlines import DeadlineTable
from preau.config_fields import (
    ChatSource,
    FileType,
    Hour,
    MailAddress,
    NumberFormat,
    PortSource,
    SecuritySource,
    Source,
    Validity,
    WebAddress,
    WrongValue,
    one_of,
)
from preau.config_mail import Auth
from preau.config_pools import PoolTable
from preau.config_settings import ENV, FILE, TELEGRAM_API, Security, is_loopback
from preau.config_tables import (
    ActivityTable,
    Code,
    DayOfMonth,
    ExceptionTable,
    Listed,
    NicknameTable,
    NotNegative,
    Positive,
    SchoolYearTable,
    SiteTable,
    StructureTable,
    Table,
    Text,
    Words,
)

#: The defaults of the domain are those of the file.
_APPROVAL, _ABSENCE, _DOCUMENTS = Approval(), AbsencePolicy(), DocumentPolicy()
_INVOICES, _SCHEDULE = InvoicePolicy(), Schedule()
#: In hours.
_A_DAY: Final = 24


class ApprovalTable(Table):
    """`[approval]`."""

    mode: Annotated[ApprovalMode, one_of(ApprovalMode)] = _APPROVAL.mode
    cancel: Annotated[ApprovalMode, one_of(ApprovalMode)] = _APPROVAL.cancel
    promise_hours: Positive = _APPROVAL.promise_hours
    waitlist_offer_hours: Positive = _APPROVAL.waitlist_offer_hours
    waitlist_priority: Listed[Annotated[Priority, one_of(Priority)]] = _APPROVAL.waitlist_priority

    @model_validator(mode="after")
    def _each_criterion_once(self) -> Self:
        if len(set(self.waitlist_priority)) < len(self.waitlist_priority):
            raise WrongValue("each criterion of `waitlist_priority` once")
        return self


class AbsenceTable(Table):
    """`[absence]`."""

    notify_before: Hour = _ABSENCE.notify_before
    proof: Words = _ABSENCE.proof
    proof_kinds: Listed[Text] = _ABSENCE.proof_kinds
    proof_within_hours: Positive = _ABSENCE.proof_within_hours
    waiting_days: NotNegative = _ABSENCE.waiting_days
    without_proof: Annotated[WithoutProof, one_of(WithoutProof)] = _ABSENCE.without_proof
    kept_percent: Annotated[int, Field(ge=0, le=100)] = _ABSENCE.kept_percent
    proof_reminder_hours: NotNegative = _ABSENCE.proof_reminder_hours

    @model_validator(mode="after")
    def _a_reminder_hour_lies_in_it(self) -> Self:
        if 0 < self.proof_reminder_hours < _A_DAY:  # reminders leave once a day, at `reminder_at`
            raise WrongValue("`proof_reminder_hours` of 24 or more (0: no reminder)")
        return self


class DocumentKindTable(Table):
    """One of `[documents].kinds`."""

    code: Code
    name: Text
    valid: Validity = DocumentKind("", "").valid
    words: Listed[Text] = ()


class DocumentsTable(Table):
    """`[documents]`."""

    types: Listed[FileType] = _DOCUMENTS.types
    max_mb: Annotated[int, Field(ge=1, le=50)] = _DOCUMENTS.max_mb  # no mail server takes more
    kinds: Listed[DocumentKindTable] = ()
    document_policy: Annotated[MissingDocument, one_of(MissingDocument)] = _DOCUMENTS.document_policy
    in_chat: bool = _DOCUMENTS.in_chat


class InvoicesTable(Table):
    """`[invoices]`."""

    number: NumberFormat = _INVOICES.number
    issue_day: Annotated[int, Field(ge=1, le=28)] = _INVOICES.issue_day
    due_day: DayOfMonth = _INVOICES.due_day
    payment_means: Listed[Text] = ()


class ScheduleTable(Table):
    """`[schedule]`."""

    reminder_hours_before_deadline: Positive = _SCHEDULE.reminder_hours_before_deadline
    reminder_at: Hour = _SCHEDULE.reminder_at
    staff_digest_at: Hour = _SCHEDULE.staff_digest_at


class WebhookTable(Table):
    """`[telegram.webhook]`: be called by Telegram instead of polling it."""

    url: WebAddress
    listen: Text = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535)] = 8443
    secret: Source | None = None


class TelegramTable(Table):
    """`[telegram]`."""

    token: Source
    api: WebAddress = TELEGRAM_API
    staff_chat: ChatSource | None = None
    bot: Source | None = None
    webhook: WebhookTable | None = None


class ConnectionTable(Table):
    """`[mail.smtp]`, and what `[mail.imap]` shares with it."""

    host: Source
    port: PortSource | None = None
    security: SecuritySource | None = None
    user: Source | None = None
    password: Source | None = None

    @model_validator(mode="after")
    def _protected(self) -> Self:
        written = not self.host.startswith((ENV, FILE))
        if self.security == Security.NONE and written and not is_loopback(self.host):
            raise WrongValue('security = "none" only when the host is this machine')
        return self


class ImapTable(ConnectionTable):
    """`[mail.imap]`."""

    folder: Text = "INBOX"


class OAuthTable(Table):
    """`[mail.oauth]`: what access tokens are asked with."""

    tenant: Source | None = None
    client_id: Source
    client_secret: Source | None = None
    refresh_token: Source | None = None
    token_url: WebAddress | None = None

    @model_validator(mode="after")
    def _protected(self) -> Self:
        if self.token_url and self.token_url.startswith("http:") and not is_loopback(_host_of(self.token_url)):
            raise WrongValue("`token_url` with https:// (http:// only on this machine)")
        return self


class MailTable(Table):
    """`[mail]`."""

    address: MailAddress
    trusted_authserv: Listed[Text] = ()
    auth: Annotated[Auth, one_of(Auth)] = Auth.PASSWORD
    go_live: date | None = None
    ca_file: Source | None = None
    imap: ImapTable
    smtp: ConnectionTable
    oauth: OAuthTable | None = None

    @model_validator(mode="after")
    def _tokens_can_be_had(self) -> Self:
        if problem := next(_oauth_problems(self.auth, self.oauth), None):
            raise WrongValue(problem)
        return self


def _oauth_problems(auth: Auth, oauth: OAuthTable | None) -> Iterator[str]:
    """Yield what is missing for tokens, or needless for a password."""
    if auth is Auth.PASSWORD:
        if oauth is not None:
            yield '[mail.oauth] together with auth = "microsoft" or "google", and only then'
    elif oauth is None:
        yield f'[mail.oauth] together with auth = "{auth}"'
    elif auth is Auth.GOOGLE and not (oauth.client_secret and oauth.refresh_token):
        yield '`oauth.client_secret` and `oauth.refresh_token` with auth = "google"'
    elif auth is Auth.MICROSOFT and not (oauth.tenant or oauth.token_url):
        yield '`oauth.tenant` with auth = "microsoft"'
    elif not (oauth.client_secret or oauth.refresh_token):
        yield "`oauth.client_secret` or `oauth.refresh_token`"


def _host_of(address: str) -> str:
    return urlsplit(address).hostname or ""


class DatabaseTable(Table):
    """`[database]`."""

    url: Source


#: The tables of the file, and how each is read; with False it may be left out.
SECTIONS: dict[str, tuple[Any, bool]] = {
    "structure": (StructureTable, True),
    "school_year": (SchoolYearTable, True),
    "site": (Annotated[Listed[SiteTable], Field(min_length=1)], True),
    "activity": (Annotated[Listed[ActivityTable], Field(min_length=1)], True),
    "deadline": (Listed[DeadlineTable], False),
    "opening": (Listed[OpeningTable], False),
    "maximum": (Listed[MaximumTable], False),
    "pool": (Listed[PoolTable], False),
    "exception": (Listed[ExceptionTable], False),
    "nickname": (Listed[NicknameTable], False),
    "approval": (ApprovalTable, False),
    "absence": (AbsenceTable, False),
    "documents": (DocumentsTable, False),
    "invoices": (InvoicesTable, False),
    "schedule": (ScheduleTable, False),
    "telegram": (TelegramTable, False),
    "mail": (MailTable, False),
    "database": (DatabaseTable, False),
}

#: What these keys hold is never shown, not even when it is wrong.
SECRET_SECTIONS = frozenset({"telegram", "mail", "database"})


def keys_of(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - a type, or a form around one
    """Return the keys of the table that `kind` describes, with the type of each; empty when it is no table."""
    if isinstance(kind, type) and issubclass(kind, Table):
        return {f.alias or name: f.annotation for name, f in kind.model_fields.items()}
    return next((keys for arg in get_args(kind) if (keys := keys_of(arg))), {})


def known_keys() -> Iterator[tuple[str, ...]]:
    """Yield every key that the configuration may hold, with the tables around it."""
    yield from _below((), {name: kind for name, (kind, _) in SECTIONS.items()})


def _below(above: tuple[str, ...], keys: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    for name, kind in keys.items():
        yield (*above, name)
        yield from _below((*above, name), keys_of(kind))
