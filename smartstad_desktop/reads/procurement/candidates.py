"""What could be bought together, found in services, needs, projects and what has been said (domain 6.8)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, select, text

from smartstad_desktop.domain.inventory import Possibility
from smartstad_desktop.domain.procurement.candidates import (
    FEWEST,
    Candidate,
    Contract,
    Ground,
    Mark,
    Possible,
    ending_soon,
    in_order,
    without_repeats,
)
from smartstad_desktop.domain.values import Language, Named
from smartstad_desktop.storage.tables.procurement import ProcurementCandidate

_USES: Final = text(
    "SELECT s.id, s.name, s.supplier, u.municipality_id, u.contract_ends_on FROM service_use u "
    "JOIN market_service s ON s.id = u.service_id JOIN municipality m ON m.id = u.municipality_id "
    "WHERE m.is_participating ORDER BY s.order_key, u.municipality_id"
)
#: Needs that a service largely or fully meets.
_MET: Final = text(
    "SELECT n.id, coalesce(nullif(n.need, ''), n.quote) AS need, n.municipality_id, v.service_id FROM need_service v "
    "JOIN citizen_need n ON n.id = v.need_id WHERE v.coverage >= 2 ORDER BY n.order_key"
)
#: Projects that are not over, of municipalities that take part, and have not said no to buying together.
_PROJECTS: Final = text(
    "SELECT p.id, p.title, p.municipality_id, p.procurement_potential AS said, p.technologies FROM project p "
    "JOIN municipality m ON m.id = p.municipality_id WHERE m.is_participating AND NOT p.is_external "
    "AND NOT p.is_confidential AND p.status NOT IN ('operation', 'completed', 'stopped') "
    "AND coalesce(p.procurement_potential, '') <> 'no' ORDER BY p.id"
)
_GOALS: Final = text(
    "SELECT g.id, g.name_sv, g.name_nb, g.name_en, pg.project_id FROM project_goal pg JOIN goal g ON g.id = pg.goal_id "
    "WHERE pg.contribution = 3 ORDER BY g.order_key"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """What the grounds are looked for in."""

    uses: Mapping[int, list[Row[Any]]]
    met: tuple[Row[Any], ...]
    projects: Mapping[int, Possible]
    technologies: Mapping[str, list[int]]


def candidates(connection: Connection, today: date, language: Language) -> tuple[Candidate, ...]:
    """Return what could be bought together, the most pressing first, with what has been said of each."""
    found = _read(connection)
    marks = {row.key: row for row in connection.execute(select(ProcurementCandidate.__table__))}
    grounds = (
        *_services(found),
        *_needs(found),
        *_by_technology(found),
        *_by_goal(connection, found, language),
        *_by_word(found),
    )
    told = (_told(each, marks.get(each.key), today) for each in grounds)
    # A service or a need that no contract ends for soon is no occasion to buy.
    pressing = [each for each in told if each.ending or each.ground not in {Ground.SERVICE, Ground.NEED}]
    return in_order(without_repeats(pressing))


def _told(candidate: Candidate, said: Row[Any] | None, today: date) -> Candidate:
    ending = ending_soon(candidate.contracts, today)
    if said is None:
        return replace(candidate, ending=ending)
    return replace(candidate, ending=ending, mark=Mark(said.mark), reason=said.reason, case=said.case_id)


def _read(connection: Connection) -> _Found:
    uses: defaultdict[int, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(_USES):
        uses[row.id].append(row)
    projects: dict[int, Possible] = {}
    technologies: defaultdict[str, list[int]] = defaultdict(list)
    for row in connection.execute(_PROJECTS):
        said = Possibility(row.said) if row.said else None
        projects[row.id] = Possible(row.id, row.title, row.municipality_id, said)
        for technology in json.loads(row.technologies):
            technologies[technology.strip()].append(row.id)
    return _Found(uses, tuple(connection.execute(_MET).all()), projects, technologies)


def _services(found: _Found) -> Iterator[Candidate]:
    """Find services that several municipalities use, or one uses and another has the need for."""
    for service, rows in found.uses.items():
        needs = [row for row in found.met if row.service_id == service and row.municipality_id is not None]
        towns = _each(row.municipality_id for row in (*rows, *needs))
        if len(towns) >= FEWEST:
            yield Candidate(
                key=f"service:{service}",
                ground=Ground.SERVICE,
                title=rows[0].name,
                municipalities=towns,
                contracts=_contracts(rows),
                need=needs[0].id if needs else None,
            )


def _needs(found: _Found) -> Iterator[Candidate]:
    """Find needs that municipalities meet with different services."""
    services: defaultdict[int, list[Row[Any]]] = defaultdict(list)
    for row in found.met:
        services[row.id].append(row)
    for need, rows in services.items():
        uses = [use for row in rows for use in found.uses.get(row.service_id, ())]
        own = (row.municipality_id for row in rows if row.municipality_id is not None)
        towns = _each((*(use.municipality_id for use in uses), *own))
        if len(towns) >= FEWEST and len({use.id for use in uses}) >= FEWEST:
            yield Candidate(
                key=f"need:{need}",
                ground=Ground.NEED,
                title=rows[0].need,
                municipalities=towns,
                contracts=_contracts(uses),
                need=need,
            )


def _by_technology(found: _Found) -> Iterator[Candidate]:
    for technology, projects in found.technologies.items():
        yield from _group(f"technology:{technology.casefold()}", Ground.TECHNOLOGY, technology, found, projects)


def _by_goal(connection: Connection, found: _Found, language: Language) -> Iterator[Candidate]:
    served: defaultdict[int, list[int]] = defaultdict(list)
    names: dict[int, str] = {}
    for row in connection.execute(_GOALS):
        names[row.id] = Named(row.name_sv, row.name_nb, row.name_en).in_language(language)
        served[row.id].append(row.project_id)
    for goal, projects in served.items():
        # Half of an inventory serves a goal in some way: only projects that are open to buying together make a group.
        willing = [each for each in projects if (known := found.projects.get(each)) and known.said is not None]
        yield from _group(f"goal:{goal}", Ground.GOAL, names[goal], found, willing)


def _by_word(found: _Found) -> Iterator[Candidate]:
    """Find projects that say they could be bought for together, though nobody else is in sight yet."""
    for project in found.projects.values():
        if project.said in {Possibility.YES, Possibility.MAYBE}:
            yield Candidate(
                key=f"project:{project.id}",
                ground=Ground.SAID,
                title=project.title,
                municipalities=(project.municipality,),
                projects=(project,),
            )


def _group(key: str, ground: Ground, title: str, found: _Found, projects: Iterable[int]) -> Iterator[Candidate]:
    known = tuple(found.projects[each] for each in dict.fromkeys(projects) if each in found.projects)
    towns = _each(each.municipality for each in known)
    if len(towns) >= FEWEST and any(each.said is not None for each in known):
        yield Candidate(key=key, ground=ground, title=title, municipalities=towns, projects=known)


def _contracts(uses: Iterable[Row[Any]]) -> tuple[Contract, ...]:
    return tuple(Contract(use.municipality_id, use.supplier, _day(use.contract_ends_on)) for use in uses)


def _day(value: str | date | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _each(towns: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(towns))
