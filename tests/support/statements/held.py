"""How a statement of a seed text is shown to be held."""

from __future__ import annotations

from typing import NamedTuple


class Held(NamedTuple):
    """A statement in our words, the page (and its tab) that shows it, and a query that answers 1 in *template*."""

    about: str
    screen: str
    template: str
    query: str


def at_least(count: int, rows: str) -> str:
    """Return a query that answers 1 when there are *count* of *rows* (what follows FROM)."""
    return f"SELECT count(*) >= {count} FROM {rows}"


def exactly(count: int, rows: str) -> str:
    """Return a query that answers 1 when there are exactly *count* of *rows*."""
    return f"SELECT count(*) = {count} FROM {rows}"


def filled(table: str, *columns: str) -> str:
    """Return a query that answers 1 when some row of *table* has something in each of *columns*."""
    return f"SELECT count(*) > 0 FROM {table} WHERE " + " AND ".join(
        f"{column} IS NOT NULL AND {column} NOT IN ('', '[]')" for column in columns
    )
