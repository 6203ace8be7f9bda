"""The residents' needs, the services and the examples of the demonstration region."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from smartstad_desktop.domain.ordering import evenly
from smartstad_desktop.domain.templates import Demonstration
from smartstad_desktop.storage.tables.inventory import Project, ProjectAdopter
from smartstad_desktop.storage.tables.needs import (
    CitizenNeed,
    MarketService,
    NeedGoal,
    NeedProject,
    NeedService,
    ServiceUse,
    ValueWord,
)
from smartstad_desktop.usecases.templates.template_rows import Filled

_TEXTS = ("need", "quote", "target_group", "service_area", "source", "method", "heard_on", "place", "mentions")


def add_needs(session: Session, demo: Demonstration, projects: Mapping[str, Project], made: Filled) -> None:
    """Make needs under their value words, services with their contracts, and say who could adopt the examples."""
    raw = demo.needs
    words = {
        each["key"]: ValueWord(
            name_sv=each["name"]["sv"], name_nb=each["name"]["nb"], name_en=each["name"]["en"], order_key=key
        )
        for each, key in zip(raw["word"], evenly(len(raw["word"])), strict=True)
    }
    session.add_all(words.values())
    session.flush()
    needs = {
        each["key"]: _need(each, words, made, key)
        for each, key in zip(raw["need"], evenly(len(raw["need"])), strict=True)
    }
    session.add_all(needs.values())
    session.flush()
    for each in raw["need"]:
        need = needs[each["key"]].id
        session.add_all(NeedGoal(need_id=need, goal_id=made.goals[goal].id) for goal in each.get("goals", ()))
        session.add_all(NeedProject(need_id=need, project_id=projects[key].id) for key in each.get("projects", ()))
    for each, key in zip(raw["service"], evenly(len(raw["service"])), strict=True):
        _service(session, each, needs, made, key)
    for key, said in raw["example"].items():
        projects[key].transferability = said["transferability"]
        session.add_all(
            ProjectAdopter(project_id=projects[key].id, municipality_id=made.municipalities[town].id)
            for town in said["adopters"]
        )


def _need(raw: Mapping[str, Any], words: Mapping[str, ValueWord], made: Filled, order_key: str) -> CitizenNeed:
    word = words.get(raw.get("word", ""))
    return CitizenNeed(
        key=f"need-{raw['key']}",
        municipality_id=made.municipalities[raw["municipality"]].id,
        value_word_id=word.id if word else None,
        order_key=order_key,
        **{name: raw[name] for name in _TEXTS if name in raw},
    )


def _service(
    session: Session, raw: Mapping[str, Any], needs: Mapping[str, CitizenNeed], made: Filled, order_key: str
) -> None:
    texts = {name: raw[name] for name in ("name", "supplier", "what", "cost_class") if name in raw}
    service = MarketService(key=f"service-{raw['key']}", order_key=order_key, **texts)
    session.add(service)
    session.flush()
    session.add_all(
        ServiceUse(service_id=service.id, municipality_id=made.municipalities[town].id, contract_ends_on=ends)
        for town, ends in raw["uses"].items()
    )
    session.add_all(
        NeedService(need_id=needs[need].id, service_id=service.id, coverage=coverage)
        for need, coverage in raw["covers"].items()
    )
