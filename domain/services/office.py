"""Staff in the chat: presses on cards, reasons typed as replies, and what waits."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from sqlalchemy import select

from domain.letters import labels
from domain.letters.catalogue.letter import Buttons
from domain.letters.catalogue.staff import StaffAskReason, StaffHelp, StaffOpenRequests
from domain.model.messages import Button, Kind
from domain.services import (
    announce,
    cards,
    documents_office,
    office_closings,
    proofs,
    queue_office,
    staff_answers,
    staff_words,
)
from domain.services.decisions import Decision, decide, request_of_line
from domain.services.turn import Colleague, Turn
from domain.store import our_messages, queries
from domain.store.tables.requests import Request

_MOST_REASON: Final = 200

#: Requests of one list that have a button.
_MOST_SHOWN: Final = 30

#: "/demandes@the_bot": in a group a command may name whom it is for.
_COMMAND: Final = re.compile(r"^(/\w+)@\w+")

#: Said without the sign of a command.
_HELP: Final = frozenset({"aide", "help", "?"})

_DECISIONS: Final = {"a": Decision.ACCEPT, "x": Decision.EXCUSE, "r": Decision.REFUSE}


def on_press(colleague: Colleague) -> str:
    """Handle a staff press: whole request (`s?:<request>`), one line (`l?:<line>`), or a reason (`rr`, `rt`, `rb`)."""
    verb, *args = colleague.turn.incoming.data.split(":")
    try:
        numbers = [int(arg) for arg in args]
        if verb in queue_office.VERBS:
            return queue_office.on_press(colleague, verb, numbers)
        in_documents = verb in documents_office.VERBS
        words = (documents_office.on_press if in_documents else _press)(colleague, verb, numbers)
    except ValueError:  # "sa:abc", "rr:1": the data are not ours
        words = None
    if words is None:
        announce.toast(colleague.turn, labels.STALE_BUTTON, alert=True)
        return "forged"
    announce.toast(colleague.turn, words, alert=words not in (labels.NOTED, ""))
    return "decided" if words == labels.NOTED else "told"


def on_text(colleague: Colleague) -> str | None:
    """Handle what staff write: a command, or the reason for a refusal that was begun; None when it is neither."""
    incoming = colleague.turn.incoming
    word = _COMMAND.sub(r"\1", incoming.text.strip().lower(), count=1)
    command = _COMMANDS.get(word.partition(" ")[0])
    if command is not None:
        return command(colleague)
    if incoming.private and word in _HELP and not staff_words.is_parent(colleague):
        return help_staff(colleague)
    services = (staff_answers.on_text, documents_office.on_text, _on_reason, staff_words.on_text)
    return next((done for serve in services if (done := serve(colleague))), None)


def _on_reason(colleague: Colleague) -> str | None:
    """Take words for the reason that one of our questions awaits; None when none does."""
    incoming = colleague.turn.incoming
    request = _refused_by(colleague)
    reason = " ".join(incoming.text.split())[:_MOST_REASON]
    if request is None and reason and (raised := queue_office.on_reason(colleague, reason)):
        return raised
    if request is None or not reason or incoming.kind is not Kind.TEXT:
        return None
    line = int((request.refusing or "0:0").split(":")[1])
    words = decide(colleague, request.id, Decision.REFUSE, line_id=line, reason=reason)
    staff_words.tell_refusal(colleague, request, line, reason if words == labels.NOTED else "")
    return "decided" if words == labels.NOTED else "told"


def help_staff(colleague: Colleague) -> str:
    """Say what staff can do here."""
    count = queries.count_open_requests(colleague.turn.session)
    announce.reply_to_staff(colleague.turn, StaffHelp(open_requests=count))
    return "told"


def post_open_cards(turn: Turn) -> None:
    """Show a newly linked colleague what was asked before they came."""
    for request in queries.open_requests(turn.session):
        cards.post_card(turn, request)


def _press(colleague: Colleague, verb: str, numbers: list[int]) -> str | None:
    if verb in ("rr", "rt", "rb"):
        return _reason(colleague, verb, numbers)
    if verb in _OF_ONE_ROW:
        (row,) = numbers
        return _OF_ONE_ROW[verb](colleague, row)
    if len(verb) != len("sa") or verb[0] not in "sl" or verb[1] not in _DECISIONS:
        return None
    (number,) = numbers
    line = number if verb[0] == "l" else 0
    request_id = request_of_line(colleague, line) if line else number
    if request_id is None:
        return None
    if verb[1] == "r":
        return _choose_reason(colleague, request_id, line)
    return decide(colleague, request_id, _DECISIONS[verb[1]], line_id=line)


def _choose_reason(colleague: Colleague, request_id: int, line: int) -> str | None:
    """Offer reasons on the card that was pressed; nothing is refused before one is chosen or typed."""
    request = queries.request_for_update(colleague.turn.session, request_id)
    if request is None:
        return None
    if not any(row.outcome is None and line in (0, row.id) for row in request.lines):
        return decide(colleague, request_id, Decision.REFUSE, line_id=line)  # says who was quicker
    request.refusing = f"{colleague.staff.id}:{line}"
    colleague.turn.session.flush()
    choosing = cards.Choosing(colleague.turn.incoming.chat, line, _reasons(request.id, line))
    cards.refresh(colleague.turn, request, choosing=choosing)
    return ""


def _reasons(request_id: int, line: int) -> Buttons:
    ready = tuple((Button(reason, f"rr:{request_id}:{line}:{n}"),) for n, reason in enumerate(labels.REASONS))
    last = (
        Button(labels.OTHER_REASON, f"rt:{request_id}:{line}"),
        Button(labels.BACK, f"rb:{request_id}:{line}"),
    )
    return (*ready, last)


def _reason(colleague: Colleague, verb: str, numbers: list[int]) -> str | None:
    turn = colleague.turn
    request_id, line, *which = numbers
    if verb == "rr":
        (n,) = which
        if not 0 <= n < len(labels.REASONS):
            return None
        return decide(colleague, request_id, Decision.REFUSE, line_id=line, reason=labels.REASONS[n])
    request = queries.request_for_update(turn.session, request_id)
    if request is None:
        return None
    if request.decided_at is not None:
        return decide(colleague, request_id, Decision.REFUSE, line_id=line)
    if verb == "rb":
        request.refusing = None
        turn.session.flush()
        cards.refresh(turn, request)
        return ""
    request.refusing = f"{colleague.staff.id}:{line}"
    key = f"reason:{request_id}:{turn.incoming.chat}:{turn.incoming.key}"
    letter = StaffAskReason(number=request_id, about=cards.line_shown(turn, request, line))
    announce.reply_to_staff(turn, letter, key=key, ask_reply=labels.OTHER_REASON)
    return ""


def _refused_by(colleague: Colleague) -> Request | None:
    """Return the request whose refusal this text explains: the one replied to, or in private the one just begun."""
    turn = colleague.turn
    if turn.incoming.reply_to:
        return _replied_to(colleague)
    if not turn.incoming.private:
        return None
    return turn.session.scalar(
        select(Request)
        .where(Request.decided_at.is_(None), Request.refusing.startswith(f"{colleague.staff.id}:"))
        .order_by(Request.id.desc())
        .limit(1)
    )


def _replied_to(colleague: Colleague) -> Request | None:
    """Find the request of the card, or of the invitation to type a reason, that this text replies to.

    Only a refusal that was begun can be explained: a remark under a card must not refuse anything.
    """
    turn = colleague.turn
    sent = our_messages.replied_to(turn.session, turn.incoming.reply_to, turn.incoming.chat, "card", "staff")
    numbers = [int(key.split(":")[1]) for key in sent if key.split(":")[0] in ("card", "reason")]
    if not numbers:
        return None
    request = turn.session.get(Request, numbers[0])
    return request if request is not None and request.refusing else None


def _open_requests(colleague: Colleague) -> str:
    turn = colleague.turn
    rows = tuple(
        (row.id, row.family.key, sum(line.outcome is None for line in row.lines), turn.structure.local(row.promised_by))
        for row in queries.open_requests(turn.session)
    )
    buttons = tuple((Button(labels.show_request(number, family), f"so:{number}"),) for number, family, *_ in rows)
    announce.reply_to_staff(turn, StaffOpenRequests(requests=rows, buttons=buttons[:_MOST_SHOWN]))
    return "told"


def _show(colleague: Colleague, request_id: int) -> str | None:
    """Bring the card of a request up again; one that was decided meanwhile says by whom."""
    request = queries.request_for_update(colleague.turn.session, request_id)
    if request is None:
        return None
    if request.decided_at is not None:
        return decide(colleague, request_id, Decision.ACCEPT)
    cards.show_again(colleague.turn, request)
    return ""


#: Presses on what is neither a request's card nor a reason: they name one row.
_OF_ONE_ROW: Final[Mapping[str, Callable[[Colleague, int], str | None]]] = MappingProxyType(
    {"kc": office_closings.close, "kx": office_closings.leave_open, "px": proofs.excuse, "so": _show}
)

_COMMANDS: Final[Mapping[str, Callable[[Colleague], str]]] = MappingProxyType(
    {
        **dict.fromkeys(office_closings.COMMANDS, office_closings.on_command),
        "/demandes": _open_requests,
        "/attente": queue_office.show,
        documents_office.COMMAND: documents_office.on_command,
        "/aide": help_staff,
        "/help": help_staff,
        "/start": help_staff,
    }
)
