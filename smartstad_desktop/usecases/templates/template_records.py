"""Records of a template that stand in its data file as the table has them: bodies, decisions, money, time, limits.

A record names its columns. A text in three languages is a table of ``sv``, ``nb`` and ``en``; another record is named
by its ``ref`` (or its key, or what it is called); what belongs to a record stands inside it, in order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy.orm import Session

from smartstad_desktop.domain.ordering import evenly
from smartstad_desktop.domain.templates import RecordSeed
from smartstad_desktop.domain.values import Language
from smartstad_desktop.storage.tables.base import Base
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.usecases.templates.record_shapes import SHAPES, Shape

Record = Mapping[str, Any]
_LANGUAGES: Final = {language.value for language in Language}
#: What a record is called by, the first that it has.
_NAMES: Final = ("ref", "key", "label", "name", "title")


class Filler:
    """Makes rows of records, and remembers by what names later ones call them."""

    def __init__(self, session: Session, municipalities: Mapping[str, Municipality]) -> None:
        self._session = session
        self._known: dict[tuple[str, str], Base] = {}
        self.know("municipality", municipalities)

    def know(self, list_name: str, rows: Mapping[str, Base]) -> None:
        """Take rows that are there already, by the names that records call them."""
        self._known |= {(list_name, name): row for name, row in rows.items()}

    def add(self, seeds: Sequence[RecordSeed]) -> None:
        """Make the rows of *seeds*, list by list."""
        for name in SHAPES:
            self._add(name, [seed.record for seed in seeds if seed.list_name == name], {})
        self._session.flush()

    def change(self, list_name: str, record: Record) -> None:
        """Write the columns of *record* into the row it names with ``of``."""
        row = self._known[list_name, record["of"]]
        for name, value in self._values(SHAPES[list_name], record).items():
            setattr(row, name, value)

    def _add(self, name: str, records: Sequence[Record], owner: Mapping[str, int]) -> None:
        shape = SHAPES[name]
        made: list[tuple[Record, Base]] = []
        for record, order_key in zip(records, evenly(len(records)), strict=True):
            values = {**self._values(shape, record), **owner}
            if hasattr(shape.table, "order_key"):
                values["order_key"] = order_key
            row = shape.table(**values)
            self._session.add(row)
            self._known[name, _called(record)] = row
            made.append((record, row))
        for record, row in made:
            for part, (list_name, column) in shape.parts.items():
                if part in record:
                    self._add(list_name, _told(record[part]), {column: self._id(row)})

    def _id(self, row: Base) -> int:
        """Return the id of *row*; all rows that wait are written together when the first one is asked for."""
        if row in self._session.new:
            self._session.flush()
        return row.id

    def _values(self, shape: Shape, record: Record) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name, value in record.items():
            if name in {"ref", "of", "list"} or name in shape.parts:
                continue
            if name in shape.links:
                column, other = shape.links[name]
                values[column] = self._id(self._known[other, value])
            elif isinstance(value, Mapping) and value.keys() <= _LANGUAGES:
                values |= {f"{name}_{language}": text for language, text in value.items()}
            else:
                values[name] = value
        return values


def _called(record: Record) -> str:
    name = next((record[each] for each in _NAMES if each in record), "")
    return str(name["sv"]) if isinstance(name, Mapping) else str(name)


def _told(parts: Record | Sequence[Record | str]) -> list[Record]:
    """Return parts as records: there may be one only, and a clause is written as nothing but its text."""
    if isinstance(parts, Mapping):
        return [parts]
    return [{"text": each} if isinstance(each, str) else each for each in parts]
