"""Needs, value words and services as plain values, for scripts."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, select

from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.listing.listing_values import Row, iso, name_of
from smartstad_desktop.storage.tables.goals import Goal
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.storage.tables.needs import (
    CitizenNeed,
    MarketService,
    NeedGoal,
    NeedProject,
    NeedService,
    ServiceUse,
    ValueWord,
)
from smartstad_desktop.storage.tables.programme import Municipality


def needs(connection: Connection, language: Language) -> list[Row]:
    """Return residents' needs with what they are tied to."""
    towns = _names(connection, Municipality)
    words = {row.id: name_of(row, language) for row in connection.execute(select(ValueWord.__table__))}
    goals = _tied(connection, NeedGoal.need_id, NeedGoal.goal_id, _names(connection, Goal))
    projects = _tied(connection, NeedProject.need_id, NeedProject.project_id, _names(connection, Project))
    return [
        {
            "key": row.key,
            "need": row.need,
            "quote": row.quote,
            "municipality": towns.get(row.municipality_id),
            "value_word": words.get(row.value_word_id),
            "target_group": row.target_group,
            "service_area": row.service_area,
            "source": row.source,
            "method": row.method,
            "heard_on": iso(row.heard_on),
            "place": row.place,
            "mentions": row.mentions,
            "goals": goals[row.id],
            "projects": projects[row.id],
            "comment": row.comment,
            "language": row.content_language,
        }
        for row in connection.execute(select(CitizenNeed.__table__).order_by(CitizenNeed.order_key, CitizenNeed.id))
    ]


def value_words(connection: Connection, language: Language) -> list[Row]:
    """Return the value words in their order."""
    query = select(ValueWord.__table__).order_by(ValueWord.order_key, ValueWord.id)
    return [{"name": name_of(row, language)} for row in connection.execute(query)]


def services(connection: Connection, _language: Language) -> list[Row]:
    """Return the services with who uses them and which needs they meet."""
    towns = _names(connection, Municipality)
    needs_by_id = _names(connection, CitizenNeed)
    uses: defaultdict[int, list[Row]] = defaultdict(list)
    for row in connection.execute(select(ServiceUse.__table__).order_by(ServiceUse.municipality_id)):
        uses[row.service_id].append(
            {"municipality": towns[row.municipality_id], "contract_ends_on": iso(row.contract_ends_on)}
        )
    covers: defaultdict[int, Row] = defaultdict(dict)
    for row in connection.execute(select(NeedService.__table__).order_by(NeedService.need_id)):
        covers[row.service_id][needs_by_id[row.need_id]] = row.coverage
    return [
        {
            "key": row.key,
            "name": row.name,
            "supplier": row.supplier,
            "what": row.what,
            "cost_class": row.cost_class,
            "link": row.link,
            "uses": uses[row.id],
            "covers": dict(covers[row.id]),
            "comment": row.comment,
            "language": row.content_language,
        }
        for row in connection.execute(select(MarketService.__table__).order_by(MarketService.order_key))
    ]


def _names(connection: Connection, table: type[Municipality | Goal | Project | CitizenNeed]) -> dict[int | None, str]:
    return {row.id: row.key for row in connection.execute(select(table.id, table.key))}


def _tied(connection: Connection, owner: Any, other: Any, keys: dict[int | None, str]) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for one, many in connection.execute(select(owner, other).order_by(owner, other)):
        found[one].append(keys[many])
    return found
