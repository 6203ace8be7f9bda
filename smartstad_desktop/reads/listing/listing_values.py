"""How values are written for scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import Connection

from smartstad_desktop.domain.values import Language, Named

Row: TypeAlias = dict[str, Any]
Listing: TypeAlias = Callable[[Connection, Language], list[Row]]


def name_of(row: Any, language: Language, stem: str = "name") -> str:
    """Return what *row* is called in *language*, or in Swedish where that is missing."""
    parts: Iterable[str] = (getattr(row, f"{stem}_{each}") for each in ("sv", "nb", "en"))
    return Named(*parts).in_language(language)


def iso(value: date | None) -> str | None:
    """Return a date as ISO text."""
    return None if value is None else value.isoformat()


def thousands(kronor: int | None) -> float | None:
    """Return an amount in thousands of kronor."""
    return None if kronor is None else kronor / 1000
