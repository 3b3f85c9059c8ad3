"""The classes of a site: the words that the office gave its children."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.model.school_class import class_key
from domain.store.tables.people import Child


def classes_at(session: Session, site: str) -> tuple[str, ...]:
    """Return the classes of the children of a site, in every spelling, in alphabetical order."""
    names = select(Child.school_class).where(Child.site == site, Child.school_class != "").distinct()
    return tuple(sorted(session.scalars(names)))


def spellings(session: Session, site: str, classes: Collection[str]) -> tuple[str, ...]:
    """Return every spelling on file of `classes` at a site."""
    keys = {class_key(name) for name in classes}
    return tuple(name for name in classes_at(session, site) if class_key(name) in keys)
