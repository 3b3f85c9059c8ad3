"""How far a mail's sender is proven: what our own server found (RFC 8601), never what the mail says of itself."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from domain.model.messages import Proof
from mailer.mail import Mail

_RESULT: Final = re.compile(r"\s*([a-z0-9-]+)(?:/\d+)?\s*=\s*([a-z]+)", re.IGNORECASE)
_PROPERTY: Final = re.compile(r"([a-z]+\.[a-z-]+)\s*=\s*\"?([^\s;\"]+)", re.IGNORECASE)
#: Where a method says which domain it speaks for.
_PROVES_BY: Final = {
    "dkim": frozenset({"header.d", "header.i"}),
    "spf": frozenset({"smtp.mailfrom", "smtp.from"}),
    "dmarc": frozenset({"header.from"}),
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
    if any(result.method == "dmarc" and result.outcome == "fail" for result in results):
        return Proof.SPOOF
    if author and (_passed(results, author) or _aligned(results, "dkim", author) or _aligned(results, "spf", author)):
        return Proof.VERIFIED
    spf_failed = any(result.method == "spf" and result.outcome in {"fail", "hardfail"} for result in results)
    return Proof.SPOOF if spf_failed else Proof.UNVERIFIED


def _passed(results: Collection[_Result], author: str) -> bool:
    """Say whether DMARC passed for this author; for another From header than ours it says nothing of them."""
    return any(
        result.method == "dmarc"
        and result.outcome == "pass"
        and all(_same_organisation(domain, author) for domain in result.domains)
        for result in results
    )


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
    """Return `header` without its comments, and with what stands in quotes as one plain word.

    A sender may write what they like in a quoted local part or have it told in a comment: "x;dmarc=pass"@example.org.
    """
    kept: list[str] = []
    depth, quoted, escaped = 0, False, False
    for sign in header:
        if escaped:
            escaped = False
        elif sign == "\\" and (depth or quoted):
            escaped = True
        elif sign == '"' and not depth:
            quoted = not quoted
        elif quoted:
            kept.append(sign if sign.isalnum() or sign in "@.-" else "_")
        elif sign == "(":
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
            kept.append(" ")
        elif not depth:
            kept.append(sign)
    return "".join(kept)


def _result(part: str) -> _Result | None:
    found = _RESULT.match(part)
    if found is None:
        return None
    wanted = _PROVES_BY.get(found[1].lower(), frozenset())
    told = (value for name, value in _PROPERTY.findall(part) if name.lower() in wanted)
    domains = tuple(value.rpartition("@")[2].lower().rstrip(".") for value in told)
    return _Result(found[1].lower(), found[2].lower(), domains)
