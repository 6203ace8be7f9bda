"""Typed tables of the workspace; importing this package registers all of them in one metadata."""

from __future__ import annotations

from smartstad_desktop.storage.tables import (
    board,
    chain,
    goals,
    importing,
    inventory,
    journal,
    needs,
    plan,
    priority,
    programme,
    routines,
    workshop,
)
from smartstad_desktop.storage.tables.base import Base

__all__ = [
    "Base",
    "board",
    "chain",
    "goals",
    "importing",
    "inventory",
    "journal",
    "needs",
    "plan",
    "priority",
    "programme",
    "routines",
    "workshop",
]
