"""One part of a MIME mail, and what its labels say: worked out when it is asked first, and kept."""

from __future__ import annotations

from email.message import Message
from functools import cached_property
from typing import Final

#: Other forms of the text beside them (RFC 1896, AMP, a watch's): words, if it has no better ones, and no files.
_OTHER_WORDS: Final = frozenset({"text/enriched", "text/richtext", "text/markdown", "text/x-markdown", "plain/text"})
_PLAIN: Final = frozenset({"text/plain", "text/html"})


class Part(Message):
    """A mail or a part of one. The parser asks the methods of `Message`; these are for who reads it afterwards."""

    @cached_property
    def kind(self) -> str:
        """Its content type, "text/plain" when the label is none."""
        return self.get_content_type()

    @property
    def main(self) -> str:
        """What stands before the slash."""
        return self.kind.partition("/")[0]

    @property
    def sub(self) -> str:
        """What stands behind the slash."""
        return self.kind.partition("/")[2]

    @cached_property
    def disposition(self) -> str:
        """How it is to be shown, small: "attachment; filename=…"."""
        return str(self.get("Content-Disposition", "")).strip().lower()

    @cached_property
    def file_name(self) -> str | None:
        """The name of the file that it is, None when it has none."""
        return self.get_filename()

    @property
    def is_file(self) -> bool:
        """Whether it is called a file, or has the name of one."""
        return self.file_name is not None or self.disposition.startswith("attachment")

    @cached_property
    def is_plain(self) -> bool:
        """Whether it is text or a page, by a label that says so and nothing else."""
        return self.kind in _PLAIN and not self._is_other

    @property
    def is_words(self) -> bool:
        """Whether it may hold the mail's words."""
        return (self.is_plain or self._is_other) and not self.is_file

    @cached_property
    def _is_other(self) -> bool:
        """Whether it is another form of text; the parser takes a label that is none for plain text."""
        return str(self.get("Content-Type", "")).partition(";")[0].strip().lower() in _OTHER_WORDS
