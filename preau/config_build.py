"""From the tables of a valid configuration to the values that the domain and the edges work with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from pydantic import BaseModel

from domain.model.activity import Activity, PriceStep, Site
from domain.model.deadline import (
    DayOfPreviousMonth,
    DaysBefore,
    DaysBeforeMonth,
    DaysBeforePeriod,
    DaysBeforeWeek,
    DeadlineRule,
    HoursBefore,
    Limit,
    WeekdayBefore,
    WeekdayTable,
)
from domain.model.family import Nickname
from domain.model.school_year import Holiday, SchoolYear
from domain.model.structure import (
    AbsencePolicy,
    Approval,
    DocumentKind,
    DocumentPolicy,
    InvoicePolicy,
    LateReason,
    Schedule,
    Structure,
)
from domain.model.tariff import Bracket, SiblingDiscount, UnitPrice
from domain.rules.official_calendar import school_year
from preau.config_deadlines import DeadlineTable
from preau.config_fields import WEEKDAYS
from preau.config_mail import MailSettings, OAuthSettings
from preau.config_places import places_by_site
from preau.config_pool_rules import build_pools
from preau.config_schema import (
    ConnectionTable,
    DocumentsTable,
    InvoicesTable,
    MailTable,
    OAuthTable,
    TelegramTable,
    WebhookTable,
)
from preau.config_settings import (
    TELEGRAM_API,
    Connection,
    ImapSettings,
    Security,
    Setting,
    TelegramSettings,
    Webhook,
)
from preau.config_tables import ActivityTable, SchoolYearTable, StructureTable

_IMAP_PORTS: Final = MappingProxyType({Security.TLS: 993, Security.STARTTLS: 143, Security.NONE: 143})
_SMTP_PORTS: Final = MappingProxyType({Security.TLS: 465, Security.STARTTLS: 587, Security.NONE: 25})

#: The limits that count days, which may be clear ones, and the others that say one thing only; by their keys.
_DAYS: Final[Mapping[str, Callable[..., Limit]]] = MappingProxyType(
    {
        "days_before": DaysBefore,
        "days_before_period": DaysBeforePeriod,
        "days_before_week": DaysBeforeWeek,
        "days_before_month": DaysBeforeMonth,
    }
)
_PLAIN_LIMITS: Final[Mapping[str, Callable[[Any], Limit]]] = MappingProxyType(
    {"weekday_before": WeekdayBefore, "hours_before": HoursBefore, "day_of_previous_month": DayOfPreviousMonth}
)


def build_structure(parts: Mapping[str, Any]) -> Structure:
    """Return the règlement that the valid tables `parts` describe."""
    table: StructureTable = parts["structure"]
    return Structure(
        name=table.name,
        short_name=table.short_name or table.name,
        privacy=" ".join(table.privacy.split()),
        phone=table.phone,
        email=table.email,
        zone=table.timezone,
        department=table.department,
        school_zone=table.school_zone,
        year=_year(parts["school_year"], table),
        sites=tuple(Site(site.code, site.name) for site in parts["site"]),
        activities=tuple(map(_activity, parts["activity"])),
        deadlines=tuple(map(_rule, parts.get("deadline", ()))),
        late_reasons=tuple(LateReason(e.code, e.name, e.proof, tuple(e.words)) for e in parts.get("exception", ())),
        approval=Approval(**_values(parts.get("approval"))),
        absence=AbsencePolicy(**_values(parts.get("absence"))),
        documents=_documents(parts.get("documents", DocumentsTable())),
        invoices=_invoices(parts.get("invoices", InvoicesTable())),
        schedule=Schedule(**_values(parts.get("schedule"))),
        nicknames=tuple(Nickname(n.family, n.child, tuple(n.words)) for n in parts.get("nickname", ())),
        openings=tuple(opening.value() for opening in parts.get("opening", ())),
        maxima=tuple(maximum.value() for maximum in parts.get("maximum", ())),
        capacity_pools=tuple(pool for table in parts.get("pool", ()) for pool in build_pools(table, parts["activity"])),
    )


@dataclass(frozen=True, slots=True)
class Connector:
    """Makes settings of what the file says, with what they need to find their values later."""

    folder: Path
    environ: Mapping[str, str]

    def telegram(self, table: TelegramTable | None, api: str | None) -> TelegramSettings:
        """Return the bot's connection; `api` replaces the file's address."""
        if table is None:
            return TelegramSettings(api or TELEGRAM_API)
        return TelegramSettings(
            api=api or table.api,
            _token=self._setting("telegram.token", table.token),
            _staff_chat=self._setting("telegram.staff_chat", table.staff_chat),
            _bot=self._setting("telegram.bot", table.bot),
            webhook=self._webhook(table.webhook) if table.webhook else None,
        )

    def mail(self, table: MailTable) -> MailSettings:
        """Return the mailbox's connections; with tokens no password is asked for."""
        if table.oauth is not None:
            without = {"password": None}
            imap, smtp = table.imap.model_copy(update=without), table.smtp.model_copy(update=without)
            table = table.model_copy(update={"imap": imap, "smtp": smtp})
        return MailSettings(
            address=table.address,
            trusted_authserv=tuple(table.trusted_authserv),
            imap=ImapSettings(**self._account("mail.imap", table.imap), ports=_IMAP_PORTS, folder=table.imap.folder),
            smtp=Connection(**self._account("mail.smtp", table.smtp), ports=_SMTP_PORTS),
            auth=table.auth,
            oauth=self._oauth(table.oauth) if table.oauth else None,
            go_live=table.go_live,
            _ca_file=self._setting("mail.ca_file", table.ca_file),
            _folder=self.folder,
        )

    def _oauth(self, table: OAuthTable) -> OAuthSettings:
        names = ("tenant", "client_id", "client_secret", "refresh_token")
        secrets = {f"_{name}": self._setting(f"mail.oauth.{name}", getattr(table, name)) for name in names}
        return OAuthSettings(table.token_url or "", **secrets)

    def _webhook(self, table: WebhookTable) -> Webhook:
        secret = self._setting("telegram.webhook.secret", table.secret)
        return Webhook(table.url, table.listen, table.port, secret)

    def _account(self, key: str, table: ConnectionTable) -> dict[str, Any]:
        names = ConnectionTable.model_fields
        return {f"_{name}": self._setting(f"{key}.{name}", getattr(table, name)) for name in names}

    def _setting(self, key: str, written: str | None) -> Setting | None:
        return None if written is None else Setting(key, written, self.folder, self.environ)


def _values(table: BaseModel | None) -> dict[str, Any]:
    return table.model_dump() if table else {}


def _year(table: SchoolYearTable, structure: StructureTable) -> SchoolYear:
    listed = table.holidays
    year = school_year(
        table.start,
        table.end,
        zone=structure.school_zone,
        department=structure.department,
        closures=table.closures,
        holidays=None if listed is None else [Holiday(h.first, h.last, h.name) for h in listed],
    )
    return replace(year, school_weekdays=frozenset(table.school_days))


def _activity(table: ActivityTable) -> Activity:
    """Return what `table` describes: long, for it has a line for each field and nothing else."""
    places = places_by_site(table.capacity, table.sites)
    return Activity(
        code=table.code,
        name=table.name,
        category=table.category,
        sites=tuple(table.sites),
        weekdays=frozenset(table.days),
        period=table.period,
        starts=table.hours.starts,
        ends=table.hours.ends,
        capacity=MappingProxyType({s: n if isinstance(n, int) else max(n.values()) for s, n in places.items()}),
        weekday_capacity=MappingProxyType({s: n for s, n in places.items() if not isinstance(n, int)}),
        warn_below=table.warn_below,
        meal=table.meal,
        pool=table.pool,
        price_cents=table.price,
        price_by_hour=tuple(PriceStep(step.until, step.price) for step in table.price_by_hour),
        price_by_quotient=tuple(Bracket(bracket.up_to, bracket.price) for bracket in table.price_by_quotient),
        price_per_unit=UnitPrice(unit.minutes, unit.price) if (unit := table.price_per_unit) else None,
        price_non_resident=table.price_non_resident,
        sibling_discount=tuple(SiblingDiscount(step.rank, step.percent) for step in table.sibling_discount),
        aids=table.aids,
        ask_hour=table.ask_hour,
        needs=tuple(table.needs),
        requires_document=table.requires_document,
        words=tuple(table.words),
        min_age=table.min_age,
        max_age=table.max_age,
        incompatible=tuple(table.incompatible),
        together=tuple(table.together),
    )


def _rule(table: DeadlineTable) -> DeadlineRule:
    return DeadlineRule(
        purposes=frozenset(table.purposes),
        limit=_limit(table),
        late=table.late,
        at=table.at,
        skip=frozenset(table.skip),
        activities=frozenset(table.activities),
        sites=frozenset(table.sites),
        weekdays=frozenset(table.weekdays),
        period=table.period,
        surcharge=table.surcharge,
    )


def _limit(table: DeadlineTable) -> Limit:
    """Return the one limit that `table` sets (the schema has checked that there is exactly one)."""
    if table.table is not None:
        return WeekdayTable(MappingProxyType({WEEKDAYS[name]: last for name, last in table.table.items()}))
    (key,) = table.limits
    if key in _DAYS:
        return _DAYS[key](getattr(table, key), clear_days=table.clear_days)
    return _PLAIN_LIMITS[key](getattr(table, key))


def _documents(table: DocumentsTable) -> DocumentPolicy:
    kinds = tuple(DocumentKind(kind.code, kind.name, kind.valid, tuple(kind.words)) for kind in table.kinds)
    return DocumentPolicy(tuple(table.types), table.max_mb, kinds, table.document_policy, table.in_chat)


def _invoices(table: InvoicesTable) -> InvoicePolicy:
    return InvoicePolicy(table.number, table.issue_day, table.due_day, tuple(table.payment_means))
