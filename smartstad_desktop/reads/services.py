"""The digital services on the market and who uses them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from smartstad_desktop.domain.needs import CostClass
from smartstad_desktop.domain.values import Language, MunicipalityId
from smartstad_desktop.reads.needs import Town, towns
from smartstad_desktop.storage.tables.needs import CitizenNeed, MarketService, NeedService, ServiceUse


@dataclass(frozen=True, slots=True)
class Use:
    """A municipality that uses a service, and the last day of its contract."""

    municipality: MunicipalityId
    ends_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRow:
    """A service with who uses it and which needs it meets (1–3)."""

    id: int
    name: str
    supplier: str
    what: str
    cost_class: CostClass | None
    link: str
    comment: str
    language: Language
    uses: tuple[Use, ...]
    covers: tuple[tuple[str, int], ...]

    @property
    def first_end(self) -> date | None:
        """Return when the first contract ends."""
        return min((use.ends_on for use in self.uses if use.ends_on is not None), default=None)


@dataclass(frozen=True, slots=True)
class ServicesShown:
    """All that the page shows."""

    services: tuple[ServiceRow, ...]
    towns: dict[MunicipalityId, Town]


def services(connection: Connection) -> ServicesShown:
    """Return the services in their order."""
    uses: defaultdict[int, list[Use]] = defaultdict(list)
    for row in connection.execute(select(ServiceUse.__table__).order_by(ServiceUse.municipality_id)):
        uses[row.service_id].append(Use(MunicipalityId(row.municipality_id), row.contract_ends_on))
    covers: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    met = (
        select(NeedService.service_id, NeedService.coverage, CitizenNeed.need, CitizenNeed.quote)
        .join(CitizenNeed, CitizenNeed.id == NeedService.need_id)
        .where(NeedService.coverage > 0)
        .order_by(NeedService.coverage.desc(), CitizenNeed.order_key)
    )
    for row in connection.execute(met):
        covers[row.service_id].append((row.need or row.quote, row.coverage))
    query = select(MarketService.__table__).order_by(MarketService.order_key, MarketService.id)
    return ServicesShown(
        tuple(
            ServiceRow(
                id=row.id,
                name=row.name,
                supplier=row.supplier,
                what=row.what,
                cost_class=CostClass(row.cost_class) if row.cost_class else None,
                link=row.link,
                comment=row.comment,
                language=Language(row.content_language),
                uses=tuple(uses[row.id]),
                covers=tuple(covers[row.id]),
            )
            for row in connection.execute(query)
        ),
        towns(connection),
    )
