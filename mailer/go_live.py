"""The first start on a mailbox that is in use: what lay there for longer than two days is none of our business."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.store import settings
from domain.store.session import Sessions

_SETTING: Final = "mail_go_live"
_OLD: Final = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class GoLive:
    """The instant of the first start, and which mails the mailbox held by then (UIDs below `uidnext`)."""

    at: datetime
    uidvalidity: int
    uidnext: int
    since: datetime | None = None  # as configured: then this alone decides

    def leaves_alone(self, uidvalidity: int, uid: int, received_at: datetime) -> bool:
        """Say whether a mail is older than this program: it stays where it is and is never acted on.

        After a UIDVALIDITY reset the UIDs mean nothing any more, and the date alone decides.
        """
        if self.since is not None:
            return received_at < self.since
        lay_there = uidvalidity != self.uidvalidity or uid < self.uidnext
        return lay_there and received_at < self.at - _OLD


def go_live(
    sessions: Sessions, now: datetime, uidvalidity: int, uidnext: int, *, since: datetime | None = None
) -> GoLive:
    """Return the first start, which is now when there was none; `since` is what the configuration says of it."""
    with sessions.begin() as session:
        kept = settings.read(session, _SETTING)
        if kept is None:
            kept = json.dumps({"at": now.isoformat(), "uidvalidity": uidvalidity, "uidnext": uidnext})
            settings.write(session, _SETTING, kept)
    facts = json.loads(kept)
    return GoLive(datetime.fromisoformat(facts["at"]), int(facts["uidvalidity"]), int(facts["uidnext"]), since)
