"""What a user can do with organisations and partners: add, change, delete, and answer what is asked of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete

from smartstad_desktop.domain.governance.organisations import (
    OrganisationKind,
    check_organisation,
    cleaned_organisation,
    usual_actor,
)
from smartstad_desktop.storage.tables.governance import Organisation
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.governance.rows import last_key, put
from smartstad_desktop.usecases.inventory.inventory import new_key


@dataclass(frozen=True, slots=True, kw_only=True)
class AddOrganisation:
    """Add an organisation, last; a partner when ``partner_state`` is among the fields."""

    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Return the new organisation's id."""
        kind = OrganisationKind(self.fields.get("kind", OrganisationKind.OTHER))
        row = Organisation(key=new_key(), order_key=last_key(tx, Organisation.order_key))
        _write(tx, row, {"name": "", "kind": kind, "actor_type": usual_actor(kind)} | dict(self.fields))
        tx.describe(title=row.name)
        return row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditOrganisation:
    """Change fields of an organisation. With ``is_typing``, pieces of one field's text become one step."""

    organisation: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.organisation)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        row = tx.get(Organisation, self.organisation)
        _write(tx, row, self.changes)
        tx.describe(title=row.name, fields=sorted(self.changes))


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteOrganisations:
    """Delete organisations; seats and people that named them stay."""

    organisations: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Delete them."""
        found = [tx.get(Organisation, each) for each in self.organisations]
        tx.describe(count=len(found), title=found[0].name if found else "")
        tx.session.execute(delete(Organisation).where(Organisation.id.in_(self.organisations)))


def _write(tx: Transaction, row: Organisation, changes: Mapping[str, Any]) -> None:
    put(tx, row, {name: cleaned_organisation(name, value) for name, value in changes.items()})
    check_organisation(row.name, row.joined_on, row.left_on)
    tx.session.add(row)
    tx.session.flush()
