"""What nobody may read in something that is handed out: personal data, protected persons, confidential names."""

from __future__ import annotations

import re
from typing import Final

from sqlalchemy import Connection

from smartstad_desktop.domain.personal.noticing import noticed
from smartstad_desktop.reads.hidden_names import hidden_names

#: What stands instead; it says that something stood there, not how long it was.
HIDDEN: Final = "▪▪▪"


class Veil:
    """Makes texts ready to be handed out, and counts the places it made unreadable."""

    def __init__(self, names: re.Pattern[str] | None = None) -> None:
        self._names = names
        self.count = 0

    def text(self, text: str) -> str:
        """Return *text* without personal numbers, addresses, phone numbers and names that are not told."""
        for notice in reversed(noticed(text)):
            text = text[: notice.start] + HIDDEN + text[notice.end :]
            self.count += 1
        if self._names is not None:
            text, found = self._names.subn(HIDDEN, text)
            self.count += found
        return text


def veil(connection: Connection) -> Veil:
    """Return what conceals the protected persons and the confidential projects and cases of this file."""
    names = hidden_names(connection)
    return Veil(names.pattern if names else None)
