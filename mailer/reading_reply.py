"""What a mail's sender wrote, apart from what they quote, forward or sign with: the French clients, line by line.

Every question looks at one short line at a time, so the work grows with the number of lines and no faster. When in
doubt a line is kept: cutting too much loses a booking, cutting too little leads to a question.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Sequence
from typing import Final, NamedTuple

from mailer import reading_signature

_MATCHED_CHARS: Final = 400
_WROTE_LINES: Final = 4

#: "Le mer. 5 mars 2025 à 09:12, X <x@y> a écrit :", however it was wrapped; a date and an hour, or an address.
_WROTE_STARTS: Final = re.compile(r"(?:le|on|am|il|el|em|en|op)\b.{0,30}\d", re.IGNORECASE)
_WROTE_ENDS: Final = re.compile(
    r"(?:(?:a|ont) [ée]crit|wrote|ha scritto|escribió|escreveu)\s?:$|(?:schrieb|schreef)\b.{0,150}:$"
    r"|\bhat\b.{0,150}\bgeschrieben\s?:$|@[^<>@]{1,100}>,? a [ée]crit\s?:",
    re.IGNORECASE,
)
#: Any other line that announces the ">" lines below it: "Accueil, le 03/03/2025 à 09:12 :", "Accueil a écrit :", an
#: address before a colon in whatever language.
_ANNOUNCES: Final = re.compile(
    r".{0,150}\b(?:(?:a|ont) [ée]crit|wrote)\b.{0,60}:$|.{0,150}\d{1,2}\s?[:h]\s?\d{2}\W{0,3}:$"
)
_AN_ADDRESS: Final = re.compile(r"[^\s<>@]@[^\s<>@]")
_A_DATE: Final = re.compile(r"\b20\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2}")
_AN_HOUR_OR_ADDRESS: Final = re.compile(r"\b\d{1,2}\s?[:h]\s?\d{2}|[@<]")

_RULE: Final = r"[-_*=~\u2010-\u2015]{2,}"
_SEPARATOR: Final = re.compile(
    rf"{_RULE}\s{{0,3}}(?:début du )?(?:message|mail|courriel|e-mail|courrier|original|forwarded)"
    rf"(?: (?:d'origine|original|initial|transféré|réexpédié|transmis|message))?\s{{0,3}}:?\s{{0,3}}{_RULE}$"
    r"|-{2,}\s?ursprüngliche nachricht\s?-{2,}$"
    r"|-{3,}\s?(?:le|on) .{0,200} (?:a [ée]crit|wrote)\s?:?\s?-{3,}$"
    r"|(?:début du message (?:transféré|réexpédié)|begin forwarded message)\s?:$",
    re.IGNORECASE,
)
#: A telephone's text part runs all of it together: "… à 16h.Envoyé depuis mon appareil Galaxy", the mark in mid-line.
_GLUED_MARK: Final = re.compile(
    r"(?<!-)(-{5,40}\s?(?:message (?:d'origine|original|transféré)|original message|mail original|forwarded message)"
    r"\s?-{5,40})(?!-)",
    re.IGNORECASE,
)
_GLUED_FOOTER: Final = re.compile(
    r"(?<=[^\s>*])[ \t]*(?=(?:Envoyé|Sent) (?:de|depuis|from) (?:mon|my) (?:appareil|smartphone|mobile|téléphone"
    r"|portable|iPhone|iPad|Galaxy|Samsung|Android)[^\n.]{0,40}\.?$)",
    re.MULTILINE,
)
_ORANGE: Final = re.compile(r"message du(?: ?:)? \d{1,2}/\d{1,2}/\d{2,4}\b", re.IGNORECASE)
_UNDERSCORES: Final = re.compile(r"_{20,}$")
_HEADER: Final = re.compile(
    r"\*{0,2}(de|from|envoyé|envoyé le|sent|date|à|a|to|cc|copie|copie à|objet|sujet|subject|répondre à|reply-to"
    r"|importance|pièces jointes|attachments|von|gesendet|an|betreff|enviad[oa](?: el| em)?|para|assunto|asunto|da"
    r"|inviato|oggetto|van|verzonden|aan|onderwerp|od|wysłano|do|temat)\s?\*{0,2}\s?:",
    re.IGNORECASE,
)
_HEADERS_NEEDED: Final = 3
_FROM: Final = re.compile(r"\*{0,2}(?:de|from)\s?\*{0,2}\s?:", re.IGNORECASE)
_TIMES: Final = frozenset(
    {"envoyé", "envoyé le", "sent", "date", "gesendet", "enviado", "enviado el", "inviato", "verzonden", "wysłano"}
)
_SENDERS: Final = frozenset({"de", "from", "von", "da", "van", "od"})
_FROM_AN_HOUR: Final = re.compile(r":\W{0,5}\d{1,2}\s?[:h]")
_ADDRESSED: Final = re.compile(r"[@<]")
#: Our own mails begin with it; where a program quotes them by ">" alone, answers may stand below.
_ANSWER_ABOVE: Final = re.compile(r"[^\w>]*(?:répondez|répondre|reply) (?:au-dessus|above)\b", re.IGNORECASE)

#: What mail servers of offices write above mails from outside (Microsoft 365 and others).
_BANNER: Final = re.compile(
    r"\W{0,5}(?:\[?ext(?:erne|ernal)?\]?\W*$|(?:expéditeur|sender|e-?mail|courriel|message) (?:externe|external)\W*$"
    r"|(?:attention|caution|warning|avertissement|prudence|vigilance)\b.{0,60}\b(?:e-?mail|courriel|message|mail|expéditeur"
    r"|sender)\b.{0,80}\b(?:externe|extérieur|external|outside)\b"
    r"|(?:ce|cet|this) (?:e-?mail|courriel|message|mail) (?:provient|vient|émane|originated|comes|was sent)\b.{0,60}"
    r"\b(?:externe|extérieur|external|outside)\b"
    r"|vous n(?:'|e )(?:obtenez|recevez) pas souvent d[e']|you don't often get email from\b)",
    re.IGNORECASE,
)
_BANNER_GOES_ON: Final = re.compile(
    r"(?:découvrez )?pourquoi\b.{0,30}important|learn why|ne cliquez (?:pas|sur aucun)|n'ouvrez|do not click",
    re.IGNORECASE,
)
_BANNER_LINES: Final = 4


class Reply(NamedTuple):
    """The sender's own words, and the rest."""

    fresh: str
    elided: str


class _Mark(NamedTuple):
    """Where quoted text begins: the lines `start` to `end` announce it.

    `wrote` is an "a écrit :", which may be followed by ">" lines with answers between and below them.
    """

    start: int
    end: int
    wrote: bool


def split(text: str, names: Sequence[str] = (), addresses: Sequence[str] = ()) -> Reply:
    """Part `text` into fresh and elided.

    `names` are the sender's display names, which a signature may consist of; `addresses` are their own.
    """
    lines = _unglued(text).split("\n")
    plain = [_plain(line) for line in lines]
    mark = _first_mark(plain, _end_of_typed_header(plain, addresses))
    own, quoted = _own_lines(plain, mark)
    banner = _end_of_banner(plain)
    own, quoted = [i for i in own if i >= banner], [*(i for i in own if i < banner), *quoted]
    kept = reading_signature.without_signature([(lines[i], plain[i]) for i in own], names)
    fresh = "\n".join(kept.fresh).strip()
    elided = "\n".join([*kept.elided, *(lines[i] for i in quoted)]).strip()
    return Reply(_single_blanks(fresh), elided)


def _unglued(text: str) -> str:
    """Put a separator, or a telephone's footer at a line's end, on a line of its own."""
    text = _GLUED_MARK.sub(r"\n\1\n", text) if "-----" in text else text
    return _GLUED_FOOTER.sub("\n", text) if "nvoyé d" in text or "ent from my" in text else text


def _plain(line: str) -> str:
    """Return a copy of the line for matching: plain spaces and apostrophes, no blanks around, not too long."""
    line = line[:_MATCHED_CHARS].replace("\u2019", "'").replace("\u2011", "-")
    return " ".join(unicodedata.normalize("NFKC", line).split())


def _unquoted(line: str) -> str:
    return line.lstrip("> ")


def _end_of_banner(plain: Sequence[str]) -> int:
    """Return where our own mail server's warning about outside mail ends, above the first words; 0 without one."""
    whole = [at for at, line in enumerate(plain) if line][:_BANNER_LINES]
    if not (whole and _BANNER.match(plain[whole[0]])):
        return 0
    warns = itertools.takewhile(lambda at: _BANNER.match(plain[at]) or _BANNER_GOES_ON.match(plain[at]), whole)
    return max(warns) + 1


def _end_of_typed_header(plain: Sequence[str], addresses: Sequence[str]) -> int:
    """Return where "De : / À : / Objet :" ends that the sender wrote above the mail as above a letter; 0 without it.

    It names themselves, and no time: a program that quotes or forwards always tells when.
    """
    top = next((at for at, line in enumerate(plain) if line), 0)
    end = next((at for at in range(top, len(plain)) if not _HEADER.match(plain[at])), len(plain))
    names = [header[1].lower() for line in plain[top:end] if (header := _HEADER.match(line))]
    sender = next((line.lower() for line in plain[top:end] if _FROM.match(line)), "")
    typed = any(address in sender for address in addresses) and not _TIMES & set(names)
    return end if typed else 0


def _first_mark(plain: Sequence[str], start: int) -> _Mark | None:
    for at, line in enumerate(plain[start:], start):
        if line and (
            mark := _wrote(plain, at) or _announced(plain, at) or _separator(plain, at) or _header_block(plain, at)
        ):
            return mark
    return None


def _wrote(plain: Sequence[str], at: int) -> _Mark | None:
    if not _WROTE_STARTS.match(_unquoted(plain[at])):
        return None
    words = ""
    for end in range(at, min(at + _WROTE_LINES, len(plain))):
        words = f"{words} {_unquoted(plain[end])}".strip()
        if _WROTE_ENDS.search(words):
            told = _A_DATE.search(words) and _AN_HOUR_OR_ADDRESS.search(words)
            return _Mark(at, end + 1, wrote=True) if told else None
        if not plain[end]:
            return None
    return None


def _announced(plain: Sequence[str], at: int) -> _Mark | None:
    words, end = plain[at], at + 1
    if words.endswith("<") and end < len(plain):  # wrapped within the address
        words, end = words + plain[end], end + 1
    if not (words.endswith(":") and (_AN_ADDRESS.search(words) or _ANNOUNCES.match(words))):
        return None
    below = next((line for line in plain[end : end + 2] if line), "")
    return _Mark(at, end, wrote=True) if below.startswith(">") else None


def _separator(plain: Sequence[str], at: int) -> _Mark | None:
    line = _unquoted(plain[at])
    after = next((_unquoted(later) for later in plain[at + 1 : at + 4] if _unquoted(later)), "")
    announces = (
        bool(_SEPARATOR.match(line))
        or bool(_ANSWER_ABOVE.match(plain[at]))
        or (bool(_ORANGE.match(line)) and bool(_HEADER.match(after)))
        or (bool(_UNDERSCORES.match(line)) and (bool(_HEADER.match(after)) or "mailing list" in after.lower()))
    )
    return _Mark(at, at + 1, wrote=False) if announces else None


def _header_block(plain: Sequence[str], at: int) -> _Mark | None:
    """Find "De : / Envoyé : / À : / Objet :" that tells who wrote, and an address or when; others were typed by hand.

    "Date : lundi / De : 16h30 / À : 18h" is a demand.
    """
    if not _HEADER.match(_unquoted(plain[at])):
        return None
    names: set[str] = set()
    who = told = wrapped = False
    for line in map(_unquoted, plain[at : at + 12]):
        header = _HEADER.match(line)
        if header is None and (wrapped or not line):
            break
        wrapped = header is None  # a long list of recipients goes on for one line
        name = header[1].lower() if header else ""
        names.update([name] if name else [])
        who = who or (name in _SENDERS and not _FROM_AN_HOUR.search(line))
        told = told or bool((_AN_HOUR_OR_ADDRESS if name in {"", *_TIMES} else _ADDRESSED).search(line))
    return _Mark(at, at + 1, wrote=False) if len(names) >= _HEADERS_NEEDED and who and told else None


def _own_lines(plain: Sequence[str], mark: _Mark | None) -> tuple[list[int], list[int]]:
    """Part the line numbers into the sender's own and the quoted ones."""
    every = range(len(plain))
    if mark is None:
        own = {i for i in every if not plain[i].startswith(">")}
    else:
        own = {i for i in range(mark.start) if not plain[i].startswith(">")}
        following = next((line for line in plain[mark.end :] if line), "")
        if mark.wrote and following.startswith(">"):  # answers may stand below, or between
            own.update(_answers(plain, mark.end))
    return [i for i in every if i in own], [i for i in every if i not in own]


def _answers(plain: Sequence[str], start: int) -> list[int]:
    """Return the unquoted lines from `start` on, up to a further mark (an older quote that is not marked by ">")."""
    below: list[int] = []
    announced = start
    for at in range(start, len(plain)):
        line = plain[at]
        if line and (further := _wrote(plain, at) or _announced(plain, at)):
            announced = further.end
        if at < announced or line.startswith(">"):
            continue
        if line and (_separator(plain, at) or _header_block(plain, at)):
            break
        below.append(at)
    return below


def _single_blanks(text: str) -> str:
    return re.sub(r"\n[ \t]*(?:\n[ \t]*)+\n", "\n\n", text) if "\n\n\n" in text or "\n " in text else text
