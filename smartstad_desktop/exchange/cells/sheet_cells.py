"""How cells are read that only the sheets beside the projects have: counts and a few fixed choices."""

from __future__ import annotations

import re
from typing import Final

from smartstad_desktop.domain.lists.lists import IssueCode
from smartstad_desktop.domain.needs import CostClass, NeedSource
from smartstad_desktop.domain.plan.plan import CommitmentRole
from smartstad_desktop.exchange.cells import choices
from smartstad_desktop.exchange.cells.cells import Setting, shown
from smartstad_desktop.exchange.cells.reading import Cell, Reading

_WHOLE: Final = re.compile(r"(?<![\d.,])\d{1,9}(?![\d.,]*\d)")


def count(cell: Cell, _setting: Setting) -> Reading:
    """Return a number of people or mentions; words around it do not matter: ``ca 40 svar`` is 40."""
    written = shown(cell)
    found = _WHOLE.findall(re.sub(r"(?<=\d)[ \u00a0](?=\d{3}\b)", "", written))
    return Reading(int(found[0]), written) if len(found) == 1 else Reading(None, written, IssueCode.NUMBER_UNREADABLE)


def need_source(cell: Cell, _setting: Setting) -> Reading:
    """Return how a need was found."""
    return choices.choice(NeedSource, shown(cell))


def cost_class(cell: Cell, _setting: Setting) -> Reading:
    """Return what a service costs, roughly."""
    return choices.choice(CostClass, shown(cell))


def commitment_role(cell: Cell, _setting: Setting) -> Reading:
    """Return what a municipality says to a measure."""
    return choices.choice(CommitmentRole, shown(cell))
