"""How far a mail's sender is proven: what our own server found (RFC 8601), never what the mail says of itself."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from domain.model.messages import Proof
from mailer.mail import Mail

_COMMENT: Final = re.compile(r"\([^()]*\)")
_RESULT: Final = re.compile(r"\s*([a-z0-9-]+)(?:/\d+)?\s*=\s*([a-z]+)", re.IGNORECASE)
_PROPERTY: Final = re.compile(r"([a-z]+\.[a-z-]+)\s*=\s*\"?([^\s;\"]+)", re.IGNORECASE)
#: Where a method says which domain it speaks for.
_PROVES_BY: Final = {
    "dkim": frozenset({"header.d", "header.i"}),
    "spf": frozenset({"smtp.mailfrom", "smtp.from"}),
}


@dataclass(frozen=True, slots=True)
class _Result:
    method: str
    outcome: str
    domains: tuple[str, ...]


def proof_of(mail: Mail, trusted_authserv: Collection[str]) -> Proof:
    """Judge the sender by the topmost Authentication-Results of a server of ours (its authserv-id is trusted).

    DMARC decides when it passed or failed. Else an SPF or DKIM pass proves the sender when its domain is aligned with
    the From address; an SPF failure without such a DKIM pass is a forgery; no result at all proves nothing either way.
    Several From addresses are a forgery: each reader shows another one.
    """
    if len(mail.from_addresses) > 1:
        return Proof.SPOOF
    results = _trusted_results(mail, {name.lower() for name in trusted_authserv})
    author = mail.sender.rpartition("@")[2]
    dmarc = next((result.outcome for result in results if result.method == "dmarc"), "")
    if dmarc == "fail":
        return Proof.SPOOF
    if author and (dmarc == "pass" or _aligned(results, "dkim", author) or _aligned(results, "spf", author)):
        return Proof.VERIFIED
    spf_failed = any(result.method == "spf" and result.outcome in {"fail", "hardfail"} for result in results)
    return Proof.SPOOF if spf_failed else Proof.UNVERIFIED


def _aligned(results: Collection[_Result], method: str, author: str) -> bool:
    return any(
        _same_organisation(domain, author)
        for result in results
        if result.method == method and result.outcome == "pass"
        for domain in result.domains
    )


def _same_organisation(domain: str, author: str) -> bool:
    """Relaxed alignment: the same domain, or one within the other; a bare "org" or "fr" is nobody's."""
    shorter, longer = sorted((domain, author), key=len)
    return domain == author or ("." in shorter and longer.endswith(f".{shorter}"))


def _trusted_results(mail: Mail, trusted: Collection[str]) -> list[_Result]:
    for header in mail.header_all("authentication-results"):
        server, _, results = _without_comments(header).partition(";")
        if server.split()[:1] and server.split()[0].lower() in trusted:
            return [result for part in results.split(";") if (result := _result(part))]
    return []


def _without_comments(header: str) -> str:
    for _ in range(5):  # nested comments; deeper ones are nobody's
        header = _COMMENT.sub(" ", header)
    return header


def _result(part: str) -> _Result | None:
    found = _RESULT.match(part)
    if found is None:
        return None
    wanted = _PROVES_BY.get(found[1].lower(), frozenset())
    told = (value for name, value in _PROPERTY.findall(part) if name.lower() in wanted)
    domains = tuple(value.rpartition("@")[2].lower().rstrip(".") for value in told)
    return _Result(found[1].lower(), found[2].lower(), domains)
