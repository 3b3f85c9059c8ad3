"""Where a mail's own words end and its courtesies begin: "Cordialement", the signature, the telephone's footer."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple

#: The line as it stands, and its copy for matching.
Line = tuple[str, str]

_DASHES: Final = re.compile(r"--$")
_RULE: Final = re.compile(r"[-_=*~]{4,}$")
_FOOTER: Final = re.compile(
    r"(?:[*-]{1,12}\s?)?"
    r"(?:(?:(?:ce )?(?:mail|message|courriel) (?:a été )?)?envoyé (?:de|du|depuis|à partir d[eu]|avec|via"
    r"|à l'aide de)\b"
    r"|(?:(?:ce )?(?:mail|message|courriel) (?:a été )?)?envoyé (?:à partir|à l'aide) d'"
    r"|envoyé par (?:mon |ma )?(?:téléphone|smartphone|mobile|iphone|tablette)|sent (?:from|with|via)\b"
    r"|(?:télécharge[rz]|obten(?:ir|ez)|get) (?:outlook|bluemail)|bluemail (?:pour|for)\b|provenance : courrier"
    r"|une messagerie gratuite, garantie|je crée ma (?:boîte mail|messagerie)\b|[ée]crit depuis mon|tapé (?:sur"
    r"|depuis) mon|yahoo mail\s?:"
    r"|von mein(?:em|er) [\w .-]{2,30} gesendet\b|gesendet (?:von|mit|aus|über)\b"
    r"|enviad[oa] (?:d[eoa]|desde|a partir d[eoa]|pel[oa]|vía|com)\b|inviato d(?:a|al|all')\b|verstuurd vanaf\b"
    r"|(?:garanti )?sans virus\b|virus-free|cet e-mail a été vérifié)",
    re.IGNORECASE,
)
_FOOTER_CHARS: Final = 90
#: What stands beside a footer, on lines of its own: its links, or the rest of it.
_OF_FOOTER: Final = re.compile(
    r"(?:<?(?:https?://|#)\S+>?|garanti|\[(?:image|avast|cid|https?:)[^\]]{0,200}\])$", re.IGNORECASE
)
_DISCLAIMER: Final = re.compile(
    r".{0,60}\b(?:pensez à l'environnement|(?:avant d'|n')imprime[rz]\b"
    r"|d'imprimer ce (?:mail|e-mail|message|courriel) qu)"
    r"|ce (?:message|courriel|mail|courrier) .{0,60}confidentiel|l'absence de virus |avis de confidentialité"
    r"|les informations contenues dans ce |this (?:message|e-?mail) (?:and any|is confidential|may contain)",
    re.IGNORECASE,
)
_YOURS: Final = r"(?:de|pour) votre (?:retour|réponse|aide|compréhension|attention|patience)"
_THANKS: Final = (
    r"(?:encore |un grand |d'avance |par avance )?merci{1,5}"
    rf"(?: bien| beaucoup| bcp| encore| d'avance| par avance| à vous| à tous| pour tout| {_YOURS})*"
    r"|(?:je |nous )?vous remerci(?:e|ant|ons)(?: par avance| d'avance| beaucoup)?"
    r"|(?:avec |en vous )?(?:mes |nos )?(?:vifs )?(?:remerciant|remerciements)(?: par avance| d'avance)?|thanks"
    r"|dans l'attente de votre (?:retour|réponse)"
)
_WISHES: Final = (
    r"(?:en vous souhaitant (?:une |un )?)?(?:très )?(?:(?:bonne|belle|excellente) "
    r"(?:journée|soirée|semaine|nuit|réception|continuation|fin de (?:journée|semaine))"
    r"|bon (?:week-end|weekend|we|dimanche))(?: à (?:vous|tous|toute l'équipe|vous tous))?"
    r"|[àa] (?:bientôt|très vite|plus)|bises?|bisous|au revoir"
)
_REGARDS: Final = (
    r"(?:bien |très |sincèrement )?(?:cordialement|amicalement|respectueusement|sincèrement|chaleureusement"
    r"|cdlt|cdt|crdlt|cordlt)"
    r"|bien à (?:vous|toi)|b[àa]v"
    r"|(?:mes )?(?:sincères |meilleures |cordiales )?(?:salutations|amitiés)(?: distinguées)?"
    r"|(?:kind |best )?regards"
    r"|(?:veuillez|je vous prie d['e]|recevez)\b.{0,120}\b(?:salutations|sentiments|considération|respects)\b.{0,30}"
)
_CLOSING: Final = re.compile(
    rf"(?:{_THANKS}|{_WISHES}|{_REGARDS})(?:\s?(?:,|!|et|à vous)?\s?(?:{_WISHES}|{_REGARDS}))?\W*$",
    re.IGNORECASE,
)
_BEGINS_TO_CLOSE: Final = re.compile(rf"(?:{_THANKS}|{_WISHES}|{_REGARDS})", re.IGNORECASE)
#: What is no answer to anything even when it stands alone.
_FAREWELL: Final = re.compile(rf"(?:{_WISHES}|{_REGARDS})\W*$", re.IGNORECASE)
_GREETING: Final = re.compile(
    r"(?:bonjour|bonsoir|re|hello|coucou|salut|madame|monsieur|mesdames|messieurs|cher|chère)\b.{0,40}$", re.IGNORECASE
)
_POSTSCRIPT: Final = re.compile(r"(?:p\.?\s?s\.?|post-scriptum|nb|n\.b\.)\s?[:\-,.]?\s", re.IGNORECASE)
#: Words of a demand or of an answer: a paragraph that has one is no signature, unless it is an office's address.
_DEMAND: Final = re.compile(
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|aujourd'hui|cantine|midi|repas|goûter|garderie|absent"
    r"|malade|annul|(?:dés)?inscri|réserv|oui\b|non\b|ok\b|d'accord|valid|confirm|fièvre|certificat|pas besoin)",
    re.IGNORECASE,
)
_OFFICE: Final = re.compile(
    r"\b(?:ouvert|horaires|standard|secrétariat|tél|tel|fax|www\.|https?:)|@|\b0\d(?:[ .]?\d\d){4}\b", re.IGNORECASE
)
#: A telephone number, an address, a place: what stands below a name and asks for nothing.
_DETAIL: Final = re.compile(
    r"(?:\+33|\b0)\s?\(?0?\)?\d(?:[ .-]?\d\d){4}\b|\S@\S|www\.|https?:|\b\d{5} [a-zà-ÿ]|^(?:tél|tel|fax|mob|port)\b"
    r"|\b\d{1,4},? ?(?:bis |ter )?(?:rue|avenue|av\.|bd|boulevard|place|impasse|allée|chemin|route|quai|square)\b",
    re.IGNORECASE,
)
#: A trade, or "Maman de Zoé"; nothing else on its line.
_TRADE: Final = re.compile(
    r"(?:responsable|assistante?|infirmi\w+|direct\w+|gérante?|ingénieure?|professeure?|enseignante?|comptable"
    r"|consultante?|technicien\w*|secrétaire|chargée? de|cheff?e? de|avocate?|médecin"
    r"|(?:maman|papa|mère|père) (?:de |d'))[^.!?]{0,40}$",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(
    r"(?i:(?:la |le |les )?(?:maman|papa|mère|père|parents?) (?:de |d'))[A-ZÀ-Ý][\w'-]*"
    r"(?:(?: et | & |, | )[A-ZÀ-Ý][\w'-]*){0,4}$"
)
#: Where a name ends on its line: "Marie Coralis, …", "Marie Coralis | …".
_NAME_ENDS: Final = re.compile(r"\s?[|–—,•(]\s?|\s-\s")
#: A line without a mark of its own between such lines: a firm, a department. It has no sentence in it.
_POST: Final = re.compile(r"[^.!?;]{2,50}$")
#: What stands beside a name that a mail is signed with.
_TITLES: Final = frozenset({"m", "mr", "mme", "mlle", "madame", "monsieur", "mademoiselle", "famille", "et", "dr"})
_DETAIL_LINES: Final = 5
_DETAIL_CHARS: Final = 80
_NAME_LINES: Final = 2
_SIGNED_WORDS: Final = 4
_BLANK: Final[Line] = ("", "")


class Kept(NamedTuple):
    """The lines that stay, and those that were cut, as they stood."""

    fresh: list[str]
    elided: list[str]


def without_signature(lines: Sequence[Line], names: Iterable[str]) -> Kept:
    """Cut footers, the "-- " block, what follows a closing formula, and a name alone at the end.

    A postscript stays, and so does a paragraph below the closing that speaks of days, meals or yes and no.
    Nothing is cut when nothing would be left ("Merci" alone is an answer; "Cordialement" or a bare signature is none).
    """
    own = _without_rules(_without_footers(lines))
    known = {word for name in names for word in _words(name)}
    end = _end_of_words(own, known)
    kept = _without_rules(_without_name(_without_details(own[:end], known), known)) + _said_below(own[end:])
    if _only_signs(own, known):  # the subject says it all
        kept = []
    elif all(_FAREWELL.match(plain) for _, plain in kept if plain):  # or none at all
        kept = list(itertools.takewhile(lambda line: not _FAREWELL.match(line[1]), own))
    staying = {id(line) for line in kept}
    return Kept([raw for raw, _ in kept], [line[0] for line in lines if id(line) not in staying])


def only_courtesies(text: str) -> bool:
    """Say whether every line greets or takes leave."""
    lines = (line.strip().replace("\u2019", "'") for line in text.split("\n"))
    return all(_GREETING.match(line) or _CLOSING.match(line) for line in lines if line)


def says_name(text: str, name: Collection[str]) -> bool:
    """Say whether a line of `text` is that whole name (small letters without accents), in any order."""
    lines = (line for line in text.split("\n") if len(line) <= _DETAIL_CHARS)
    return any(set(name) <= (said := set(_words(line))) and said <= {*name, *_TITLES} for line in lines)


def _without_footers(lines: Sequence[Line]) -> list[Line]:
    """Drop the footers, and the lines around each that are only its links."""
    cut: set[int] = set()
    whole = [at for at, (_, plain) in enumerate(lines) if plain]
    for n in (n for n, at in enumerate(whole) if _is_footer(lines[at][1])):
        above = itertools.takewhile(lambda at: _is_of_footer(lines[at][1]), reversed(whole[:n]))
        below = itertools.takewhile(lambda at: _is_of_footer(lines[at][1]), whole[n + 1 :])
        cut.update((whole[n], *above, *below))
    return [line for at, line in enumerate(lines) if at not in cut]


def _is_of_footer(plain: str) -> bool:
    return bool(_OF_FOOTER.match(plain))


def _is_footer(plain: str) -> bool:
    return len(plain) <= _FOOTER_CHARS and bool(_FOOTER.match(plain)) and not _DEMAND.search(plain)


def _without_rules(lines: list[Line]) -> list[Line]:
    """Drop a rule at the end: what stood below it was a footer."""
    end = len(lines)
    while end and (not lines[end - 1][1] or _RULE.match(lines[end - 1][1])):
        end -= 1
    return lines[:end]


def _only_signs(lines: Sequence[Line], known: Collection[str]) -> bool:
    """Say whether a name of several words is all there is, or a "-- " with a name and what belongs to it below."""
    dashes, *signed = [plain for _, plain in lines if plain] or [""]
    if not _DASHES.match(dashes):
        return not signed and len(_words(dashes)) > 1 and _signs(dashes, known)
    return bool(signed) and _signs(signed[0], known) and (len(signed) == 1 or _are_details(signed[1:]))


def _end_of_words(lines: Sequence[Line], known: Collection[str]) -> int:
    """Return where the first signature, disclaimer or closing formula begins, below some words of substance."""
    said = False
    for at, (_, plain) in enumerate(lines):
        if _DASHES.match(plain) or _DISCLAIMER.match(plain) or (said and _closes(plain, known)):
            return at
        said = said or bool(plain and not _GREETING.match(plain) and not _CLOSING.match(plain))
    return len(lines)


def _closes(plain: str, known: Collection[str]) -> bool:
    """Say whether a line is a closing formula, or one with the sender's name behind it: "Merci – Mai"."""
    if _CLOSING.match(plain):
        return True
    if len(plain) > _DETAIL_CHARS or not known or not _BEGINS_TO_CLOSE.match(plain):
        return False
    words = plain.split()
    return any(
        _is_name(_words(" ".join(words[-n:])), known) and _CLOSING.match(" ".join(words[:-n]).rstrip(" ,.-–—"))
        for n in range(1, min(_SIGNED_WORDS, len(words) - 1) + 1)
    )


def _said_below(lines: Sequence[Line]) -> list[Line]:
    """Return what is still said below a closing formula or "-- "."""
    kept: list[Line] = []
    signed = False
    for paragraph in _paragraphs(lines):
        signed = signed or _DASHES.match(paragraph[0][1]) is not None
        postscript = next((at for at, (_, plain) in enumerate(paragraph) if _POSTSCRIPT.match(plain)), None)
        if postscript is not None:
            kept += [_BLANK, *paragraph[postscript:]]
        elif not signed and not _DISCLAIMER.match(paragraph[0][1]) and _is_demand(paragraph):
            kept += [_BLANK, *paragraph]
    return kept


def _is_demand(paragraph: Sequence[Line]) -> bool:
    demands = any(_DEMAND.search(plain) for _, plain in paragraph)
    return demands and not any(_OFFICE.search(plain) for _, plain in paragraph)


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = [[]]
    for line in lines:
        if line[1]:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _without_details(lines: Sequence[Line], known: Collection[str]) -> list[Line]:
    """Drop the telephone, post and address lines right below a line that is the sender's own name.

    Every one of them must be such a line: below a name, words that ask for something are still words.
    """
    whole = [at for at, (_, plain) in enumerate(lines) if plain]
    for at in whole[1:][-_DETAIL_LINES - 1 : -1]:
        below = [plain for _, plain in lines[at + 1 :] if plain]
        if _signs(lines[at][1], known) and _are_details(below):
            return list(lines[: at + 1])
    return list(lines)


def _are_details(below: Sequence[str]) -> bool:
    short = all(len(plain) <= _DETAIL_CHARS and not plain.endswith("?") for plain in below)
    if not short or any(_DEMAND.search(plain) or _POSTSCRIPT.match(plain) for plain in below):
        return False
    told = [bool(_DETAIL.search(plain) or _TRADE.match(plain)) for plain in below]
    return any(told) and all(sure or _POST.match(plain) for sure, plain in zip(told, below, strict=True))


def _without_name(lines: Sequence[Line], known: Collection[str]) -> list[Line]:
    """Drop a last line or two that only repeat the sender's own name, or say whose mother or father they are."""
    end = len(lines)
    for _ in range(_NAME_LINES):
        while end and not lines[end - 1][1]:
            end -= 1
        if not (end and _signs(lines[end - 1][1], known)):
            break
        end -= 1
    return list(lines[:end]) if any(plain for _, plain in lines[:end]) else list(lines)


def _signs(plain: str, known: Collection[str]) -> bool:
    """Say whether a line is the sender's name, alone or with what they are: "Marie Coralis (maman de Zoé)"."""
    if len(plain) > _DETAIL_CHARS:
        return False
    name, *others = _NAME_ENDS.split(plain, maxsplit=1)
    rest = others[0].rstrip(" )") if others else ""
    told = _ROLE.match(rest) or _TRADE.match(rest) or _DETAIL.search(rest)
    known_rest = not rest or (told is not None and not _DEMAND.search(rest))
    return bool(_ROLE.match(plain)) or (known_rest and _is_name(_words(name), known))


def _is_name(words: Sequence[str], known: Collection[str]) -> bool:
    """Say whether `words` are one of the names `known`: "Mme Nguyen", "K. Benali", "Famille Benali"."""
    initials = {word[0] for word in known}
    rest = [word for word in words if word not in known]
    return len(rest) < len(words) and all(word in _TITLES or word in initials for word in rest)


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"[a-z]+", "".join(c for c in folded if not unicodedata.combining(c)))
