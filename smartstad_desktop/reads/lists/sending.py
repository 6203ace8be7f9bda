"""What a municipality's workbook holds beside its projects, in the words of lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Select, select

from smartstad_desktop.domain.lists.lists import SheetKind, Value
from smartstad_desktop.domain.rich_text import LineKind
from smartstad_desktop.domain.values import MunicipalityId, Period, Precision
from smartstad_desktop.exchange.documents.rich_lines import lines_of
from smartstad_desktop.reads.hidden_names import hidden_names
from smartstad_desktop.reads.plan import plan as plans
from smartstad_desktop.storage.portable import cleaned
from smartstad_desktop.storage.tables.inventory import Project, ProjectAdopter, ProjectTheme
from smartstad_desktop.storage.tables.needs import CitizenNeed, MarketService, NeedService, ServiceUse
from smartstad_desktop.storage.tables.programme import Municipality, Theme

Rows = tuple[dict[str, Value], ...]
_SERVICE: Final = ("name", "supplier", "what", "cost_class", "link", "comment")


def needs(connection: Connection, municipality: MunicipalityId | None) -> Rows:
    """Return the needs that were found in a municipality, or in none of them, numbered as they stand."""
    table = CitizenNeed
    query = select(table.__table__).where(table.municipality_id == municipality).order_by(table.order_key, table.id)
    same = ("need", "quote", "target_group", "service_area", "source", "method", "place", "mentions", "comment")
    return tuple(
        _filled(
            row_key=row.key,
            number=str(number),
            heard_on=_day(row.heard_on),
            **{name: getattr(row, name) for name in same},
        )
        for number, row in enumerate(connection.execute(query), start=1)
    )


def services(connection: Connection, municipality: MunicipalityId) -> Rows:
    """Return the services that a municipality uses; the needs they meet are numbers of its own list of needs."""
    table = MarketService
    query = (
        select(table.__table__, ServiceUse.contract_ends_on)
        .join(ServiceUse, ServiceUse.service_id == table.id)
        .where(ServiceUse.municipality_id == municipality)
        .order_by(table.order_key, table.id)
    )
    users = _users(connection)
    met = _needs_met(connection, municipality)
    return tuple(
        _filled(
            row_key=row.key,
            **{name: getattr(row, name) for name in _SERVICE},
            contract_ends_on=_day(row.contract_ends_on),
            used_by=tuple(users.get(row.id, ())),
            needs=tuple(met.get(row.id, ())),
        )
        for row in connection.execute(query)
    )


def every_service(connection: Connection, numbers: Mapping[str, str]) -> Rows:
    """Return all services; *numbers* are those of the needs in the same workbook, by key."""
    users = _users(connection)
    met = _grouped(
        connection,
        select(NeedService.service_id, CitizenNeed.key)
        .join(CitizenNeed, CitizenNeed.id == NeedService.need_id)
        .where(NeedService.coverage > 0)
        .order_by(CitizenNeed.order_key, CitizenNeed.id),
    )
    query = select(MarketService.__table__).order_by(MarketService.order_key, MarketService.id)
    return tuple(
        _filled(
            row_key=row.key,
            **{name: getattr(row, name) for name in _SERVICE},
            used_by=tuple(users.get(row.id, ())),
            needs=tuple(sorted((numbers[key] for key in met.get(row.id, ())), key=int)),
        )
        for row in connection.execute(query)
    )


def _users(connection: Connection) -> dict[int, list[str]]:
    return _grouped(
        connection,
        select(ServiceUse.service_id, Municipality.short_name)
        .join(Municipality, Municipality.id == ServiceUse.municipality_id)
        .order_by(Municipality.name),
    )


def needs_met(connection: Connection, municipality: MunicipalityId | None) -> dict[str, tuple[str, ...]]:
    """Return the needs of a municipality, or of all, that each service meets: in their words, by key of the service."""
    whose = () if municipality is None else (CitizenNeed.municipality_id == municipality,)
    query = (
        select(MarketService.key, CitizenNeed.need)
        .join(NeedService, NeedService.service_id == MarketService.id)
        .join(CitizenNeed, CitizenNeed.id == NeedService.need_id)
        .where(NeedService.coverage > 0, *whose)
        .order_by(CitizenNeed.order_key, CitizenNeed.id)
    )
    found: dict[str, tuple[str, ...]] = {}
    for key, need in connection.execute(query):
        found[key] = (*found.get(key, ()), need)
    return found


def _needs_met(connection: Connection, municipality: MunicipalityId) -> dict[int, list[str]]:
    """Return the numbers of the municipality's needs that each service meets."""
    numbers = {str(row["row_key"]): str(row["number"]) for row in needs(connection, municipality)}
    query = (
        select(NeedService.service_id, CitizenNeed.key)
        .join(CitizenNeed, CitizenNeed.id == NeedService.need_id)
        .where(NeedService.coverage > 0, CitizenNeed.municipality_id == municipality)
        .order_by(CitizenNeed.order_key, CitizenNeed.id)
    )
    found = _grouped(connection, query)
    return {service: [numbers[key] for key in keys] for service, keys in found.items()}


def examples(connection: Connection, municipality: MunicipalityId | None, *, with_secrets: bool = False) -> Rows:
    """Return the examples from elsewhere that a municipality, or none of them, has told of."""
    table = Project
    query = (
        select(table.__table__)
        .where(table.is_external.is_(True), table.municipality_id == municipality)
        .order_by(table.title, table.id)
    )
    if not with_secrets:
        query = query.where(table.is_confidential.is_(False))
    # Ten thousand projects have themes, and a handful of them come from elsewhere.
    themes = _grouped(
        connection,
        select(ProjectTheme.project_id, Theme.key)
        .join(Theme, Theme.id == ProjectTheme.theme_id)
        .where(ProjectTheme.project_id.in_(select(table.id).where(table.is_external.is_(True)))),
    )
    adopters = _grouped(
        connection,
        select(ProjectAdopter.project_id, Municipality.short_name)
        .join(Municipality, Municipality.id == ProjectAdopter.municipality_id)
        .order_by(Municipality.name),
    )
    same = ("title", "place", "what", "why", "link", "transferability", "comment")
    return tuple(
        _filled(
            row_key=row.key,
            **{name: getattr(row, name) for name in same},
            theme=tuple(themes.get(row.id, ())),
            adopters=tuple(adopters.get(row.id, ())),
            confidential=row.confidentiality_reason if row.is_confidential else None,
        )
        for row in connection.execute(query)
    )


def of_all(connection: Connection, short: Mapping[MunicipalityId, str]) -> dict[SheetKind, Rows]:
    """Return needs, examples and services of all municipalities and of nobody; *short* is what each is called."""
    whose: tuple[MunicipalityId | None, ...] = (*short, None)
    told = [_named(row, _name(short, town)) for town in whose for row in needs(connection, town)]
    numbered = tuple({**row, "number": str(number)} for number, row in enumerate(told, start=1))
    return {
        SheetKind.NEEDS: numbered,
        SheetKind.EXAMPLES: tuple(
            _named(row, _name(short, town)) for town in whose for row in examples(connection, town, with_secrets=True)
        ),
        SheetKind.SERVICES: every_service(connection, {str(row["row_key"]): str(row["number"]) for row in numbered}),
    }


def _name(short: Mapping[MunicipalityId, str], town: MunicipalityId | None) -> str:
    return "" if town is None else short[town]


def _named(row: dict[str, Value], town: str) -> dict[str, Value]:
    return {**row, "municipality": town} if town else row


def commitments(connection: Connection, municipality: MunicipalityId) -> Rows:
    """Return the measures of the current plan with what the municipality has said to each, or nothing without a plan.

    The key of a row is that of the measure, ``measure-17``: it stays the same however often the list goes out. What the
    plan says is told without its looks and without the names that are not told; what the municipality said is its own.
    """
    current = plans.current_plan(connection)
    read = None if current is None else plans.plan(connection, current)
    hidden = hidden_names(connection)
    rows: list[dict[str, Value]] = []
    for measure in read.measures if read else ():
        if measure.is_confidential:
            continue
        said = next((made for made in measure.commitments if made.municipality == municipality), None)
        told: dict[str, Any] = {name: cleaned(getattr(measure, name), hidden) for name in ("title", "owner", "time")}
        told |= {name: cleaned(_plain(getattr(measure, name)), hidden) for name in ("what", "effect")}
        if said is not None:
            told |= {name: getattr(said, name) for name in ("year", "budget", "owner_unit", "comment")}
            told["role"] = said.role.value
            told |= {f"budget_{each.year}": each.amount for each in said.years}
        rows.append(_filled(row_key=f"measure-{measure.id}", **told))
    return tuple(rows)


def _plain(text: str) -> str:
    """Return formatted text as the lines that a cell holds; a point has its sign."""
    lines = (line for line in lines_of(text) if line.spans) if text else ()
    signs = {LineKind.BULLET: "• ", LineKind.NUMBER: "{}. "}
    return "\n".join(f"{signs.get(line.kind, '').format(line.number)}{line.text}" for line in lines)


def asked_years(connection: Connection, most: int) -> tuple[int, ...]:
    """Return the years that the current plan covers, from this one's first on and at most so many."""
    current = plans.current_plan(connection)
    row = next((each for each in plans.plan_rows(connection) if each.id == current), None)
    if row is None or row.first_year is None:
        return ()
    last = row.last_year if row.last_year is not None else row.first_year
    return tuple(range(row.first_year, last + 1))[:most]


def withheld(connection: Connection, municipality: MunicipalityId) -> frozenset[str]:
    """Return the keys of a municipality's projects that are confidential, and so not in its workbook."""
    query = select(Project.key).where(Project.municipality_id == municipality, Project.is_confidential.is_(True))
    return frozenset(connection.scalars(query))


def _filled(**values: Any) -> dict[str, Value]:
    """Return the fields that say something."""
    return {name: value for name, value in values.items() if not (value is None or value in ("", ()))}


def _day(day: date | None) -> Period | None:
    return None if day is None else Period(day, day, Precision.DAY, day.isoformat())


def _grouped(connection: Connection, query: Select[Any, Any]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    pairs: Iterable[tuple[int, Any]] = (tuple(row) for row in connection.execute(query))
    for owner, value in pairs:
        found.setdefault(owner, []).append(str(value))
    return found
