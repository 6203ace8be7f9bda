"""What a user can do with the digital services on the market: add, change, say who uses them, delete."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, func, select

from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.needs import check_service, cleaned_service
from smartstad_desktop.storage.tables.needs import MarketService, ServiceUse
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.inventory.inventory import new_key


@dataclass(frozen=True, slots=True, kw_only=True)
class AddService:
    """Add a service that can be bought."""

    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Return the new service's id."""
        last = tx.session.scalar(select(func.max(MarketService.order_key)))
        service = MarketService(key=new_key(), name="", order_key=ordering.between(last, None))
        _write(tx, service, {"name": ""} | dict(self.fields))
        tx.describe(title=service.name)
        return service.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditService:
    """Change fields of a service; ``uses`` replaces who uses it."""

    service: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.service)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        service = tx.get(MarketService, self.service)
        _write(tx, service, self.changes)
        tx.describe(title=service.name, fields=sorted(self.changes))


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteServices:
    """Delete services with what is known of who uses them and which needs they meet."""

    services: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Delete them."""
        found = [tx.get(MarketService, service) for service in self.services]
        tx.describe(count=len(found), title=found[0].name if found else "")
        tx.session.execute(delete(MarketService).where(MarketService.id.in_(self.services)))


def _write(tx: Transaction, service: MarketService, changes: Mapping[str, Any]) -> None:
    clean = {name: cleaned_service(name, value) for name, value in changes.items()}
    for name in clean.keys() - {"uses"}:
        setattr(service, name, clean[name])
    check_service(service.name)
    tx.session.add(service)
    tx.session.flush()
    if "uses" in clean:
        _write_uses(tx, service.id, clean["uses"])


def _write_uses(tx: Transaction, service: int, wanted: Mapping[int, date | None]) -> None:
    known = set(tx.session.scalars(select(Municipality.id).where(Municipality.id.in_(wanted))))
    if wanted.keys() - known:
        raise FieldInvalid(field="uses")
    held = {
        use.municipality_id: use
        for use in tx.session.scalars(select(ServiceUse).where(ServiceUse.service_id == service))
    }
    for town in held.keys() - wanted.keys():
        tx.session.delete(held[town])
    for town, ends in wanted.items():
        if town in held:
            held[town].contract_ends_on = ends
        else:
            tx.session.add(ServiceUse(service_id=service, municipality_id=town, contract_ends_on=ends))
    tx.session.flush()
