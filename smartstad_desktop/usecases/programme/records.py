"""What commands about the programme's own records share: writing clean values, and places in an order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeAlias, TypeVar

from sqlalchemy import func, select

from smartstad_desktop.domain import cleaning, ordering
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.storage.tables.base import Base
from smartstad_desktop.storage.tables.goals import Risk
from smartstad_desktop.storage.tables.work import (
    CallApplication,
    OpenCall,
    ProgrammePart,
    ProgrammeQuestion,
    TimelineEntry,
)
from smartstad_desktop.usecases import sequence
from smartstad_desktop.usecases.command import Transaction

#: Records with a place in one order of their own.
Placed: TypeAlias = ProgrammePart | TimelineEntry | ProgrammeQuestion | OpenCall | CallApplication | Risk
_Placed = TypeVar("_Placed", bound=Placed)
_SHOWN: Final = 60


def clean(cleaners: Mapping[str, Cleaner], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return *changes* as rows keep them.

    Raises:
        FieldInvalid: there is no such field, or a value does not fit it.
    """
    return {name: cleaning.clean(cleaners, name, value) for name, value in changes.items()}


def refuse_stranger(tx: Transaction, table: type[Base], field: str, row_id: int | None) -> None:
    """Refuse the id of a row that is not there.

    Raises:
        FieldInvalid: it is not.
    """
    if row_id is not None and tx.session.get(table, row_id) is None:
        raise FieldInvalid(field=field)


def key_last(tx: Transaction, table: type[Placed]) -> str:
    """Return a place after all rows of *table*."""
    return ordering.between(tx.session.scalar(select(func.max(table.order_key))), None)


def place_before(tx: Transaction, table: type[_Placed], row: _Placed, before: int | None) -> None:
    """Put *row* before the one whose id is *before*, or last."""
    rows = list(tx.session.scalars(select(table).order_by(table.order_key, table.id)))
    sequence.place_before(rows, row, before)


def said(text: str) -> str:
    """Return *text* as one short line, for names of steps."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"
