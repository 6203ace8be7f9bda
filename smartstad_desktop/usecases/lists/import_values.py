"""The values of a list as fields of a project, and as JSON that is kept to compare with next time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final, cast

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.lists.import_cells import agreed
from smartstad_desktop.domain.lists.lists import BLOCKING, ReadList, SheetKind, Value
from smartstad_desktop.domain.project_fields import CHOICES
from smartstad_desktop.domain.values import MunicipalityId, Period, Precision
from smartstad_desktop.exchange.cells.cells import Setting
from smartstad_desktop.exchange.cells.money import KRONOR
from smartstad_desktop.exchange.cells.vocabulary import DEFAULT
from smartstad_desktop.exchange.sheets.sheet_kinds import FORMS
from smartstad_desktop.reads.lists.importing import Kept, Known, Names
from smartstad_desktop.reads.lists.listed_projects import FLAGS, LISTS, SAME

#: Fields of a list that a project has under the same name.
_SAME: Final = frozenset((*SAME, *LISTS, "start", "end", "status"))


def as_fields(values: Mapping[str, Value | None], names: Names) -> dict[str, Any]:
    """Return *values* of a list as changes for ``project_fields.change``; None empties a field.

    What the programme lacks is left out.
    """
    fields: dict[str, Any] = {name: values[name] for name in values.keys() & _SAME}
    fields |= {name: kind(fields[name]) for name, kind in CHOICES.items() if fields.get(name) is not None}
    fields |= {column: values[name] for name, column in FLAGS.items() if name in values}
    if "theme" in values:
        fields["themes"] = {names.themes[key] for key in _several(values["theme"]) if key in names.themes}
    if "sdg" in values:
        fields["sdgs"] = {int(number) for number in _several(values["sdg"])}
    if "goals" in values:
        found = {names.goals[name] for name in _several(values["goals"]) if name in names.goals}
        fields |= {"goals": dict.fromkeys(found, 2)} if found or values["goals"] is None else {}
    if "participants" in values:
        towns = [names.municipality(name) for name in _several(values["participants"])]
        fields["participants"] = {town.id for town in towns if town}
    if "confidential" in values:
        fields |= _secrecy(values["confidential"])
    if "shareable" in values:
        fields["is_shareable"] = values["shareable"] is not None
    updated = values.get("updated_on")
    if isinstance(updated, Period):
        fields["updated_on"] = updated.first
    return fields


def _secrecy(reason: Value | None) -> dict[str, Any]:
    return {"is_confidential": True, "confidentiality_reason": reason} if reason else {"is_confidential": False}


def _several(value: Value | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (str(value),)


def as_kept(values: Mapping[str, Value]) -> dict[str, Any]:
    """Return *values* as JSON."""
    return {name: _kept(value) for name, value in values.items()}


def _kept(value: Value) -> Any:
    match value:
        case Period():
            return {"first": value.first.isoformat(), "last": value.last.isoformat(), "written": value.written}
        case Status():
            return value.value
        case tuple():
            return list(value)
        case _:
            return value


def from_kept(kept: Mapping[str, Any]) -> dict[str, Value]:
    """Return values that ``as_kept`` wrote."""
    return {name: _read(value) for name, value in kept.items()}


def _read(value: Any) -> Value:
    match value:
        case dict():
            span = cast("Mapping[str, str]", value)
            first, last = date.fromisoformat(span["first"]), date.fromisoformat(span["last"])
            return Period(first, last, Precision.DAY, span["written"])
        case list():
            return tuple(str(part) for part in cast("list[Any]", value))
        case _:
            return value


def known_before(
    known: Known, read: ReadList, town: MunicipalityId | None, keys: Iterable[str], theirs: Mapping[str, Value]
) -> dict[str, Value] | None:
    """Return what both sides knew last of the record with one of *keys*: see ``import_cells.agreed``."""
    sent = known.sent.get(read.stamp.get("stamp", ""))
    wanted = tuple(keys)
    told = known.imported.get(town, ()) if town is not None else ()
    later = [each for each in told if sent is None or each.at >= sent.at]
    return agreed(theirs, _values_in([sent] if sent else [], wanted), _values_in(later, wanted))


def _values_in(several: Iterable[Kept], keys: Iterable[str]) -> dict[str, Value] | None:
    """Return the values under one of *keys* in the first that has any."""
    found = (each.rows[key] for each in several for key in keys if key in each.rows)
    values = next(found, None)
    return None if values is None else from_kept(values)


def read_answer(field: str, written: str, kind: SheetKind = SheetKind.PROJECTS) -> Value | None:
    """Return what a person wrote into a doubtful cell as a value, or None when it still cannot be read."""
    reading = FORMS[kind].by_key[field].parse(written, Setting(vocabulary=DEFAULT, unit=KRONOR))
    return reading.value if reading.issue is None or reading.issue not in BLOCKING else None
