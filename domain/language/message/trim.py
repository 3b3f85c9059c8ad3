"""What in a message is not the sender's request: quoted mails, signatures, phone footers, numbers and addresses."""

from __future__ import annotations

import re
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.message.politeness import small_talk
from domain.language.message.senders import without_sender
from domain.language.writing.text import Text
from domain.language.writing.words import TARGETS
from domain.model.wish import Command

_QUOTED: Final = Expression(
    r"^(?: *>| *le (?=.{0,100}\d)\S.{0,120}(?:(?<!m')(?<!nous )a ecrit|wrote) ?:"
    r"| *-{2,} ?(?:message|mail|original|forwarded|debut)"
    r"| *_{8,}"
    r"| *de ?: .{0,120}\n *(?:envoye|date|a|objet) ?:| *(?:on|am|em|a) .{5,100}(?:wrote:|schrieb\b|escreveu\b))",
    re.MULTILINE,
)
#: A mail's own header lines, pasted above its text.
_HEADER: Final = Expression(r"\s*(?:(?:de|a|date|envoye|objet|cc) ?: [^\n]{0,120}\n+){2,5}")
_FORWARD_HEAD: Final = Expression(r"\s*-{2,}[^\n]*\n+(?:(?:de|a|date|envoye|objet|cc) ?: [^\n]{0,120}\n+){0,5}")
_FORWARD: Final = Expression(r"-{2,} ?(?:message|mail) (?:transfere|transmis|original|d'origine)|forwarded message")
_FOOTER: Final = Expression(
    r"^\s*(?:envoye (?:de|depuis|avec|a partir)|telecharger outlook|obtenir outlook"
    r"|sent from|get outlook|pj ?:|piece jointe|-- ?$"
    r"|garanti sans virus|ce message et toutes les pieces|provenance ?:|yahoo mail)"
)
_CLOSING: Final = Expression(
    r"^\s*(?:(?:bien )?(?:cordialement|a vous|sincerement)|bien a vous|cdlt?|cdt"
    r"|crdlt|salutations|respectueusement|(?:tres )?(?:bonne|belle|excellente) "
    r"(?:journee|soiree|fin|apres|continuation|reception|semaine|annee|nuit)\b"
    r"(?!.*\b(?:cantine|mang\w+|gouter|garderie|inscri\w+|reserv\w+|annul\w+|absente?s?|malade|centre)\b).*"
    r"|sinceres|avec mes remerciements|bises?|a bientot|(?:meilleures|sinceres) salutations"
    r"|dans l'attente.*|(?:veuillez|(?:je|nous) (?:vous )?pri(?:e|ons)(?: de| d'| de vouloir)? ?(?:bien )?)(?:agreer"
    r"|recevoir|croire|trouver(?= ici\b| l'expression)).*|merci(?: beaucoup| bien| d'avance| par avance"
    r"| a vous| encore| infiniment)?)[\s,.!¤:)]*$"
)
_PHONE: Final = r"(?:\+33|\b0)[ .-]?\d(?:[ .-]?\d{2}){4}\b"
_PAGE_OR_SUM: Final = r"https?://\S+|www\.\S+|\b\d{5}\b(?! ?€)|\b\d[\d ]{0,14}(?:,\d\d)? ?(?:€|euros?\b)"
_PRIVATE: Final = Expression(rf"{_PHONE}|{_PAGE_OR_SUM}")
_PRIVATE_OR_ADDRESS: Final = Expression(rf"{_PHONE}|\S+@\S+|{_PAGE_OR_SUM}")
_PARENT: Final = Expression(
    r"^\s*(?:la |le )?(?:maman|papa|mere|pere|parents?|famille|mme|mr?|m\.|madame|monsieur)\b[^?!]{0,80}$"
)
_OURS: Final = frozenset(TARGETS)  # a line with one of our words is no signature
_MAX_SIGNATURE_LINES: Final = 8
_MAX_NAME_WORDS: Final = 4


def masked(text: Text) -> Text:
    """Blank out phone numbers, addresses, postcodes and sums, whose digits are no days."""
    private = _PRIVATE_OR_ADDRESS if "@" in text.plain else _PRIVATE
    return text.read_as(private.sub(lambda m: "¤" * len(m.group()), text.plain))


def _cut(text: Text, start: int, end: int) -> Text:
    if start == 0 and end == len(text.plain):
        return text
    return Text(text.raw, text.plain[start:end], text.starts[start:end], text.ends[start:end])


def split_quoted(text: Text) -> tuple[Text, Text]:
    """Return what the sender wrote, and what a forwarded mail below it says (empty unless it is a forward)."""
    if head := _HEADER.match(text.plain):
        text = _cut(text, head.end(), len(text.plain))
    quoted = _QUOTED.search(text.plain)
    if quoted is None:
        return text, _cut(text, len(text.plain), len(text.plain))
    below = _cut(text, quoted.start(), len(text.plain))
    forwarded = _FORWARD.search(below.plain) is not None
    if forwarded and (head := _FORWARD_HEAD.match(below.plain)):
        below = _cut(below, head.end(), len(below.plain))
    return _cut(text, 0, quoted.start()), below if forwarded else _cut(text, len(text.plain), len(text.plain))


def unsigned(text: Text, children: frozenset[str], surnames: frozenset[str] = frozenset()) -> Text:
    """Cut footers, closings and names at the end, and blank the name that the sender gives at the head.

    `children` are the folded first names, which are kept; a last line of a few words with one of the `surnames` is
    signed, in small letters too ("mai nguyen").
    """
    lines = list(re.finditer(r"[^\n]*\n?", text.plain))
    end = len(text.plain)
    for n, line in enumerate(reversed([x for x in lines if x.group()])):
        words = line.group().strip()
        if n > _MAX_SIGNATURE_LINES + 4 or (
            words
            and not (line.start() and _bears_name(words, children, surnames))
            and not _is_signature(words, text, line.start(), children, first=line.start() == 0)
        ):
            break
        end = line.start()
    text = without_sender(_cut(text, 0, end), children, surnames)
    return _after_name(_after_closing(text), children, surnames)


def _after_name(text: Text, children: frozenset[str], surnames: frozenset[str]) -> Text:
    """Cut a parent's name on a line of its own after a blank one, and the few lines of it that follow."""
    at, lines = 0, text.plain.splitlines(keepends=True)
    for n, line in enumerate(lines):
        if _bears_name(line.strip(), children, surnames) and text.plain.endswith("\n\n", 0, at):
            rest = [x.strip() for x in lines[n + 1 :] if x.strip()]
            if not text.plain[:at].strip() or not 0 < len(rest) <= _MAX_SIGNATURE_LINES:
                return text
            asks = any("?" in x or x.startswith(("ps", "p.s", "-", "*", ">")) for x in rest)
            return text if asks else _cut(text, 0, at)
        at += len(line)
    return text


def _after_closing(text: Text) -> Text:
    """Cut a signature block that follows a closing formula on its own line."""
    at = 0
    lines = text.plain.splitlines(keepends=True)
    for n, line in enumerate(lines):
        rest = lines[n + 1 :]
        closing = n and _CLOSING.match(line) and len(rest) <= _MAX_SIGNATURE_LINES
        if (
            closing
            and not re.match(r"\s*merci", line)
            and not any("?" in x or x.strip().startswith(("ps", "p.s")) for x in rest)
        ):
            return _cut(text, 0, at)
        at += len(line)
    return text


def _bears_name(words: str, children: frozenset[str], surnames: frozenset[str]) -> bool:
    """Say whether a line is a parent's name, after thanks or without: "Merci, I. Billard"."""
    words = _THANKED.sub("", words)
    names = set(re.findall(r"[a-z]+", words))
    return bool(names & surnames) and not names & children and len(names) <= _MAX_NAME_WORDS and not _SAYS.search(words)


_THANKED: Final = Expression(r"^merci\W+")
_SAYS: Final = Expression(r"[:?!,\d]")


def _is_answer(words: str, above: str) -> bool:
    """Say whether a line below a mere greeting is the yes that the mail was written for, no name: "Je confirme."."""
    if words.startswith("merci") or small_talk(words) is not Command.CART_VALIDATE:
        return False
    return not re.search(r"[a-z]", above) or small_talk(above) is Command.GREET


#: "16, 17, 19", "* 10/03": the last row of a list of days.
_DATES: Final = Expression(r"[ *-]*\d{1,2}(?:(?:\s*[,+&/]\s*\d{1,2})+|[/.-]\d{1,2}(?:[/.-]\d{2,4})?)\W*")


#: A row of a table.
_CELLS: Final = Expression(r"\S {3,}\S|\|.*\|")


#: "Ci-joint le nouveau RIB".
_HANDS_IN: Final = Expression(r"\b(?:ci-joint\w*|rib|iban|attestations?)\b")


def _is_signature(words: str, text: Text, start: int, children: frozenset[str], *, first: bool) -> bool:
    if _FOOTER.match(words) or not re.search(r"[a-z]", words):
        return not _DATES.fullmatch(words)
    if first or _is_answer(words, text.plain[:start]) or _CELLS.search(words):
        return False
    if _CLOSING.match(words):
        return True
    names = re.findall(r"[a-z]+(?:-[a-z]+)*", words)
    if _PARENT.match(words):
        return len(names) > 1 and not set(names) & _OURS
    if (
        set(names) & _OURS
        or len(names) > _MAX_NAME_WORDS
        or re.search(r"[:?!\d]", words)
        or _HANDS_IN.search(words)
        or (set(names) & children and len(names) == 1)
    ):
        return False
    at = start + (len(text.plain[start:]) - len(text.plain[start:].lstrip()))
    return text.capital(at) or (len(names) == 1 and not text.plain[:start].rstrip().endswith(":"))
