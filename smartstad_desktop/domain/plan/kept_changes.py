"""Changes between versions as they are kept with a frozen version, read again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from smartstad_desktop.domain.plan.changes import (
    Change,
    CommitmentChange,
    EntryChange,
    FieldChange,
    LinkChange,
    LinkPart,
    MeasureChange,
    PlanChanges,
    SumChange,
    SumPart,
)
from smartstad_desktop.domain.values import Named


def changes_from(data: Mapping[str, Any]) -> PlanChanges:
    """Return what ``PlanChanges.as_data`` has written.

    Raises:
        KeyError, TypeError, ValueError: it is something else.
    """
    return PlanChanges(
        before=data["before"],
        after=data["after"],
        facts=_fields(data["facts"]),
        measures=tuple(_measure(each) for each in data["measures"]),
        entries=tuple(EntryChange(**_changed(each)) for each in data["entries"]),
        sums=tuple(
            SumChange(
                part=SumPart(each["part"]),
                municipality=each["municipality"],
                before=each["before"],
                after=each["after"],
            )
            for each in data["sums"]
        ),
    )


def _measure(data: Mapping[str, Any]) -> MeasureChange:
    links = tuple(
        LinkChange(part=LinkPart(each["part"]), name=Named(**each["name"]), before=each["before"], after=each["after"])
        for each in data["links"]
    )
    commitments = tuple(CommitmentChange(**_changed(each)) for each in data["commitments"])
    values: dict[str, Any] = _changed(data)
    values |= {"links": links, "commitments": commitments}
    return MeasureChange(**values)


def _changed(data: Mapping[str, Any]) -> dict[str, Any]:
    return dict(data) | {"change": Change(data["change"]), "fields": _fields(data["fields"])}


def _fields(data: Sequence[Mapping[str, Any]]) -> tuple[FieldChange, ...]:
    return tuple(FieldChange(name=each["name"], before=each["before"], after=each["after"]) for each in data)
