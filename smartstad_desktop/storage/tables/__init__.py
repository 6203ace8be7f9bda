"""Typed tables of the workspace; importing this package registers all of them in one metadata."""

from __future__ import annotations

from smartstad_desktop.storage.tables import (
    board,
    chain,
    follow_up,
    goals,
    governance,
    importing,
    inventory,
    journal,
    needs,
    plan,
    plan_decision,
    priority,
    procurement,
    programme,
    routines,
    testbeds,
    work,
    workshop,
)
from smartstad_desktop.storage.tables.base import Base

__all__ = [
    "Base",
    "board",
    "chain",
    "follow_up",
    "goals",
    "governance",
    "importing",
    "inventory",
    "journal",
    "needs",
    "plan",
    "plan_decision",
    "priority",
    "procurement",
    "programme",
    "routines",
    "testbeds",
    "work",
    "workshop",
]
