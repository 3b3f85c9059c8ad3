"""The shape of the configuration file: one model per table, every key with its type and its default."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

from domain.model.activity import AskHour, PeriodKind
from domain.model.deadline import LastDay, Late, Purpose, Skip, Surcharge
from domain.model.structure import ApprovalMode, WithoutProof
from preau.config_fields import (
    Capacity,
    Cents,
    Department,
    Hour,
    LastDayText,
    MailAddress,
    NumberFormat,
    Price,
    SchoolZone,
    Source,
    SurchargeText,
    Validity,
    WebAddress,
    Weekday,
    WeekdayName,
    WrongValue,
    Zone,
    one_of,
)

Code = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[A-Za-z0-9_]+$")]
Text = Annotated[str, Field(min_length=1)]
Positive = Annotated[int, Field(ge=1)]
NotNegative = Annotated[int, Field(ge=0)]
DayOfMonth = Annotated[int, Field(ge=1, le=31)]


class Table(BaseModel):
    """A table of the file: no key that is not named, no type changed silently."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, arbitrary_types_allowed=True)


class StructureTable(Table):
    """`[structure]`: who we are, and where."""

    name: Text
    short_name: str = ""
    phone: Text
    email: MailAddress
    timezone: Zone
    department: Department
    school_zone: SchoolZone


class HolidayTable(Table):
    """One span of `[school_year].holidays`, both days included."""

    first: date = Field(alias="from")
    last: date = Field(alias="to")
    name: Text

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            msg = "`to` on or after `from`"
            raise WrongValue(msg)
        return self


class SchoolYearTable(Table):
    """`[school_year]`: when activities run."""

    start: date
    end: date
    closures: list[date] = []
    holidays: list[HolidayTable] | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end <= self.start:
            msg = "`end` after `start`"
            raise WrongValue(msg)
        return self


class SiteTable(Table):
    """`[[site]]`."""

    code: Code
    name: Text


class HoursTable(Table):
    """`hours = { from, to }` of an activity."""

    starts: Hour = Field(alias="from")
    ends: Hour = Field(alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.ends <= self.starts:
            msg = "`to` later than `from`"
            raise WrongValue(msg)
        return self


class PriceStepTable(Table):
    """One step of `price_by_hour`."""

    until: Hour
    price: Cents


class ActivityTable(Table):
    """`[[activity]]`."""

    code: Code
    name: Text
    category: Text
    sites: Annotated[list[str], Field(min_length=1)]
    days: Annotated[list[Weekday], Field(min_length=1)]
    period: Annotated[PeriodKind, one_of(PeriodKind)]
    hours: HoursTable
    capacity: Capacity
    meal: bool = False
    pool: Code | None = None
    price: Price = None
    price_by_hour: list[PriceStepTable] = []
    ask_hour: Annotated[AskHour, one_of(AskHour)] | None = None
    needs: list[str] = []
    requires_document: str | None = None

    @model_validator(mode="after")
    def _steps_cover_the_hours(self) -> Self:
        untils = [step.until for step in self.price_by_hour]
        if not untils:
            return self
        if self.ask_hour is None or self.price is not None:
            msg = "`price_by_hour` together with `ask_hour` and without `price`"
        elif untils != sorted(set(untils)):
            msg = "`price_by_hour` in rising order of `until`"
        elif untils[-1] < self.hours.ends:
            msg = "a last step of `price_by_hour` that reaches the end of `hours`"
        else:
            return self
        raise WrongValue(msg)


class DeadlineTable(Table):
    """`[[deadline]]`: exactly one of the limits, where it applies, and what lateness means."""

    purposes: Annotated[list[Annotated[Purpose, one_of(Purpose)]], Field(min_length=1, alias="for")]
    table: Annotated[dict[WeekdayName, LastDayText], Field(min_length=1)] | None = None
    weekday_before: LastDayText | None = None
    days_before: NotNegative | None = None
    hours_before: Positive | None = None
    day_of_previous_month: DayOfMonth | None = None
    days_before_period: NotNegative | None = None
    clear_days: bool = False
    at: Hour | None = None
    skip: list[Annotated[Skip, one_of(Skip)]] = []
    activities: list[str] = []
    sites: list[str] = []
    weekdays: list[Weekday] = []
    period: Annotated[PeriodKind, one_of(PeriodKind)] | None = None
    late: Annotated[Late, one_of(Late)] = Late.REFUSE
    surcharge: SurchargeText | None = None

    @property
    def limits(self) -> tuple[str, ...]:
        """The keys among the limits that are set."""
        return tuple(key for key in LIMITS if getattr(self, key) is not None)

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if problem := next(_deadline_problems(self), None):
            raise WrongValue(problem)
        return self


LIMITS = ("table", "weekday_before", "days_before", "hours_before", "day_of_previous_month", "days_before_period")


def _deadline_problems(rule: DeadlineTable) -> Iterator[str]:
    """Yield what must be true of a rule as a whole, and is not."""
    if len(rule.limits) != 1:
        yield f"exactly one of {', '.join(LIMITS)}"
    if rule.clear_days and rule.days_before_period is None:
        yield "`clear_days` only with `days_before_period`"
    if rule.hours_before is not None and rule.at is not None:
        yield "`at` only with a limit in days"
    if (rule.late is Late.SURCHARGE) != (rule.surcharge is not None):
        yield '`surcharge` together with late = "surcharge", and only then'
    if rule.late is Late.BILLED and set(rule.purposes) != {Purpose.CANCEL}:
        yield 'late = "billed" only with for = ["cancel"]'
    if rule.late in (Late.WAITLIST, Late.SURCHARGE) and Purpose.CANCEL in rule.purposes:
        yield f'late = "{rule.late}" not with "cancel" in `for`'
    if not _a_day_is_left(rule.skip):
        yield "`skip` must leave at least one day of the week"
    for name, last_day in (rule.table or {}).items():
        if last_day.weeks_back == 0 and last_day.weekday > _weekday(name):
            yield f"`table.{name}` on or before the day itself"


def _weekday(name: str) -> int:
    return list(Skip).index(Skip(name)) - list(Skip).index(Skip.MON) + 1


def _a_day_is_left(skip: list[Skip]) -> bool:
    weekend = {Skip.SAT, Skip.SUN} if Skip.WEEKENDS in skip else set()
    return not set(Skip) - {Skip.WEEKENDS, Skip.PUBLIC_HOLIDAYS, Skip.SCHOOL_HOLIDAYS, Skip.CLOSURES} <= {
        *skip,
        *weekend,
    }


class ExceptionTable(Table):
    """`[[exception]]`: a reason that opens a request after its deadline."""

    code: Code
    name: Text
    proof: str = ""


class ApprovalTable(Table):
    """`[approval]`."""

    mode: Annotated[ApprovalMode, one_of(ApprovalMode)] = ApprovalMode.STAFF
    cancel: Annotated[ApprovalMode, one_of(ApprovalMode)] = ApprovalMode.AUTO
    promise_hours: Positive = 48
    waitlist_offer_hours: Positive = 24


class AbsenceTable(Table):
    """`[absence]`."""

    notify_before: Hour
    proof: str = ""
    proof_within_hours: Positive = 72
    waiting_days: NotNegative = 0
    without_proof: Annotated[WithoutProof, one_of(WithoutProof)] = WithoutProof.BILLED


class DocumentKindTable(Table):
    """One of `[documents].kinds`."""

    code: Code
    name: Text
    valid: Validity = "school_year"


class DocumentsTable(Table):
    """`[documents]`."""

    types: list[Text] = ["pdf", "png", "gif", "jpg"]
    max_mb: Positive = 10
    kinds: list[DocumentKindTable] = []


class InvoicesTable(Table):
    """`[invoices]`."""

    number: NumberFormat = "{yy}{mm}-{n:05d}"
    issue_day: Annotated[int, Field(ge=1, le=28)] = 2
    due_day: DayOfMonth = 20
    payment_means: list[Text] = []


class ScheduleTable(Table):
    """`[schedule]`."""

    reminder_hours_before_deadline: Positive = 30
    reminder_at: Hour
    staff_digest_at: Hour


class WebhookTable(Table):
    """`[telegram.webhook]`: be called by Telegram instead of polling it."""

    url: WebAddress
    listen: Text = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535)] = 8443
    secret: Source | None = None


class TelegramTable(Table):
    """`[telegram]`."""

    token: Source
    api: WebAddress = "https://api.telegram.org"
    staff_chat: Source | None = None
    bot: Source | None = None
    webhook: WebhookTable | None = None


class ConnectionTable(Table):
    """`[mail.smtp]`, and what `[mail.imap]` shares with it."""

    host: Source
    port: Source | None = None
    security: Source | None = None
    user: Source | None = None
    password: Source | None = None


class ImapTable(ConnectionTable):
    """`[mail.imap]`."""

    folder: Text = "INBOX"


class MailTable(Table):
    """`[mail]`."""

    address: MailAddress
    trusted_authserv: list[Text] = []
    auth: Literal["password"] = "password"
    imap: ImapTable
    smtp: ConnectionTable


class DatabaseTable(Table):
    """`[database]`."""

    url: Source


#: The tables of the file, and how each is read; with False it may be left out.
SECTIONS: dict[str, tuple[Any, bool]] = {
    "structure": (StructureTable, True),
    "school_year": (SchoolYearTable, True),
    "site": (Annotated[list[SiteTable], Field(min_length=1)], True),
    "activity": (Annotated[list[ActivityTable], Field(min_length=1)], True),
    "deadline": (list[DeadlineTable], False),
    "exception": (list[ExceptionTable], False),
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
