"""The kinds of sheets in a municipality's workbook: what they are called, and which columns they have."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from smartstad_desktop.domain.lists.lists import SheetKind
from smartstad_desktop.domain.values import Named
from smartstad_desktop.exchange.sheets import (
    columns,
    commitment_columns,
    example_columns,
    need_columns,
    service_columns,
)
from smartstad_desktop.exchange.sheets.column import Column


@dataclass(frozen=True, kw_only=True)
class SheetForm:
    """How sheets of one kind are built.

    ``title`` is the key of the column that says which record a row is; a row without it is none. ``also`` are other
    names that such a sheet has in lists. Only the columns in ``answered`` are a municipality's to change, or all of
    them when it is empty. Columns of money are those whose ``parse`` is ``cells.money``.
    """

    kind: SheetKind
    name: Named
    title: str
    columns: tuple[Column, ...]
    also: tuple[str, ...] = ()
    answered: frozenset[str] = field(default_factory=frozenset[str])

    @cached_property
    def by_key(self) -> dict[str, Column]:
        """Return the columns by key."""
        return {each.key: each for each in self.columns}


PROJECTS: Final = SheetForm(
    kind=SheetKind.PROJECTS, name=Named("Projekt", "Prosjekter", "Projects"), title="title", columns=columns.COLUMNS,
    also=("Våra projekt", "Prosjekt", "Våre prosjekter", "Project list"),
)  # fmt: skip
NEEDS: Final = SheetForm(
    kind=SheetKind.NEEDS, name=Named("Behov", "Behov", "Needs"), title="need", columns=need_columns.COLUMNS,
    also=("Invånarbehov", "Invånarnas behov", "Innbyggerbehov", "Innbyggernes behov", "Residents needs"),
)  # fmt: skip
EXAMPLES: Final = SheetForm(
    kind=SheetKind.EXAMPLES, name=Named("Omvärld", "Eksempler", "Seen elsewhere"), title="title",
    columns=example_columns.COLUMNS,
    also=("Omvärldsbevakning", "Omverden", "Exempel", "Goda exempel", "Gode eksempler", "Examples"),
)  # fmt: skip
SERVICES: Final = SheetForm(
    kind=SheetKind.SERVICES, name=Named("Digitala tjänster", "Digitale tjenester", "Digital services"), title="name",
    columns=service_columns.COLUMNS, also=("Tjänster", "Tjenester", "E-tjänster", "Services", "Marknaden"),
)  # fmt: skip
COMMITMENTS: Final = SheetForm(
    kind=SheetKind.COMMITMENTS, name=Named("Planens åtgärder för oss", "Planens tiltak for oss", "The plan for us"),
    title="title", columns=commitment_columns.COLUMNS, answered=commitment_columns.ANSWERED,
    also=("Planens åtgärder", "Planens tiltak"),
)  # fmt: skip

#: In the order of the sheets in a workbook.
FORMS: Final = {form.kind: form for form in (PROJECTS, NEEDS, EXAMPLES, SERVICES, COMMITMENTS)}
