"""The program as an operator runs it: real processes, on servers of our own."""

from __future__ import annotations

from tests.mail_servers.fixtures import imap_server, postbox, sink

__all__ = ["imap_server", "postbox", "sink"]
