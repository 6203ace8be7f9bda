"""What a report told besides its figures, as it is kept from the day the report was given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from smartstad_desktop.domain.programme.work import EntryKind, Light, WorkState
from smartstad_desktop.domain.values import Named
from smartstad_desktop.reads.follow_up.material import (
    EntryLine,
    MoneyLine,
    PartLine,
    ReportMaterial,
    ResultLine,
    RiskLine,
)
from smartstad_desktop.storage.tables.follow_up import SteeringReport

T = TypeVar("T")


def packed(found: ReportMaterial) -> dict[str, Any]:
    """Return what a report tells as it is kept: names in every language, days as text."""
    return {name: _plain(value) for name, value in asdict(found).items()}


def kept_material(connection: Connection, report: int) -> ReportMaterial | None:
    """Return what a report told when it was given; None when nothing was kept of it."""
    stored = connection.execute(select(SteeringReport.material).where(SteeringReport.id == report)).scalar()
    return _unpacked(stored) if stored else None


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _unpacked(stored: Mapping[str, Any]) -> ReportMaterial:
    """Return what was packed; a list that a program of that day did not keep is empty."""

    def each(name: str, made: Callable[[Any], T]) -> tuple[T, ...]:
        return tuple(made(one) for one in stored.get(name, ()))

    return ReportMaterial(
        parts=each("parts", _part),
        done=each("done", _entry),
        coming=each("coming", _entry),
        late=each("late", _entry),
        risks=each("risks", lambda one: RiskLine(**one | {name: Named(**one[name]) for name in ("name", "response")})),
        money=each("money", lambda one: MoneyLine(**one)),
        asked=each("asked", str),
        decided=each("decided", str),
        overdue=each("overdue", lambda one: (one[0], one[1], date.fromisoformat(one[2]))),
        results=each("results", _result),
    )


def _part(one: Mapping[str, Any]) -> PartLine:
    light = Light(one["light"]) if one["light"] else None
    return PartLine(Named(**one["name"]), WorkState(one["state"]), light, one["reason"])


def _entry(one: Mapping[str, Any]) -> EntryLine:
    day = date.fromisoformat(one["day"]) if one["day"] else None
    return EntryLine(EntryKind(one["kind"]), one["name"], day, one["owner"], one["done"], one["effect_seen"])


def _result(one: Mapping[str, Any]) -> ResultLine:
    return ResultLine(one["title"], one["owner"], tuple(one["taken_over"]), tuple(one["waiting"]))
