"""Names that stand in no text that leaves the file: of protected persons, and of what is confidential."""

from __future__ import annotations

import re
from typing import Final

from sqlalchemy import Connection, select

from smartstad_desktop.domain.personal.unreadable import Names
from smartstad_desktop.domain.personal.wanted import SHORTEST, Wanted, spelled
from smartstad_desktop.storage.tables.governance import Person
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.testbeds import RoutineCase

#: A title of one short word is a word that texts need; hiding it everywhere would tell more than it hides.
_LEAST_TITLE: Final = 12


def hidden_names(connection: Connection) -> Names | None:
    """Return those names; None when there are none."""
    persons = connection.scalars(select(Person.name).where(Person.is_protected.is_(True)))
    titles = [
        *connection.scalars(select(Project.title).where(Project.is_confidential.is_(True))),
        *connection.scalars(select(RoutineCase.title).where(RoutineCase.is_confidential.is_(True))),
    ]
    found = {name: Wanted(name=name).pattern.pattern for name in persons if len("".join(name.split())) >= SHORTEST}
    found |= {
        title: rf"{spelled([re.escape(word) for word in title.split()])}(?![^\W_])"
        for title in titles
        if " " in title.strip() or len(title) >= _LEAST_TITLE
    }
    if not found:
        return None
    words = frozenset(max(name.split(), key=len).casefold() for name in found)
    return Names(re.compile("|".join(found.values()), re.IGNORECASE), words)
