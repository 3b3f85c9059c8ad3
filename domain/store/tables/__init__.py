"""Every table, a room a subject. Rows are rows: rules never see them, a query turns them into facts.

Money is integer cents (EUR), days are dates of the structure's calendar, instants are UTC.

Whoever imports one room gets them all: tables name each other in foreign keys, and migrations compare the database
with all of them. A new room must therefore stand in the import below.
"""

from __future__ import annotations

from domain.store.tables import (  # noqa: F401 - imported so that the metadata is complete
    bookings,
    conversation,
    documents,
    installation,
    invoices,
    messages,
    people,
    requests,
)
