"""What nobody may read in something that is handed out: personal data, protected persons, confidential names."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from sqlalchemy import Connection

from smartstad_desktop.domain.personal.noticing import noticed
from smartstad_desktop.domain.values import Period
from smartstad_desktop.reads.hidden_names import hidden_names

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Row = TypeVar("_Row", bound="DataclassInstance")

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

    def row(self, row: _Row) -> _Row:
        """Return a record with all its texts made ready, also those of the records in it."""
        return replace(row, **{each.name: self.value(getattr(row, each.name)) for each in fields(row)})

    def value(self, value: Any) -> Any:
        """Return *value* with its texts made ready; a word of a fixed set is none, and a period is as it is."""
        if type(value) is str:
            return self.text(value)
        if type(value) is tuple:
            return tuple(self.value(each) for each in value)
        if is_dataclass(value) and not isinstance(value, type | Period):
            return self.row(value)
        return value


def veil(connection: Connection) -> Veil:
    """Return what conceals the protected persons and the confidential projects and cases of this file."""
    names = hidden_names(connection)
    return Veil(names.pattern if names else None)
