"""What a user can do with the register of testbeds: add, change, remove."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import delete, func, select

from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.testbeds.testbeds import Nature, check_testbed, cleaned_testbed
from smartstad_desktop.storage.tables.base import Base
from smartstad_desktop.storage.tables.governance import Organisation
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.testbeds import Testbed
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.inventory.inventory import new_key


@dataclass(frozen=True, slots=True, kw_only=True)
class AddTestbed:
    """Add a testbed; it is physical and in use when nothing else is said."""

    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Return the new testbed's id."""
        last = tx.session.scalar(select(func.max(Testbed.order_key)))
        testbed = Testbed(key=new_key(), name="", nature="", order_key=ordering.between(last, None))
        _write(tx, testbed, {"name": "", "nature": Nature.PHYSICAL, "is_active": True} | dict(self.fields))
        tx.describe(title=testbed.name)
        return testbed.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditTestbed:
    """Change fields of a testbed. With ``is_typing``, pieces of one field's text become one step."""

    testbed: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.testbed)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        testbed = tx.get(Testbed, self.testbed)
        _write(tx, testbed, self.changes)
        tx.describe(title=testbed.name, fields=sorted(self.changes))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveTestbeds:
    """Remove testbeds; the cases that were tried there stay, without a testbed."""

    testbeds: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Remove them."""
        found = [tx.get(Testbed, testbed) for testbed in self.testbeds]
        tx.describe(count=len(found), title=found[0].name if found else "")
        tx.session.execute(delete(Testbed).where(Testbed.id.in_(self.testbeds)))


_OWNERS: Final[Mapping[str, type[Base]]] = {"municipality_id": Municipality, "organisation_id": Organisation}


def _write(tx: Transaction, testbed: Testbed, changes: Mapping[str, Any]) -> None:
    clean = {name: cleaned_testbed(name, value) for name, value in changes.items()}
    for name, value in clean.items():
        table = _OWNERS.get(name)
        if table is not None and value is not None and tx.session.get(table, value) is None:
            raise FieldInvalid(field=name)
        setattr(testbed, name, value)
    check_testbed(testbed.name)
    tx.session.add(testbed)
    tx.session.flush()
