"""The history of a project in words: every value as the form shows it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from smartstad_desktop.domain import project_fields as fields
from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.reads.history import FieldChange
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.goals.sdgs import SDGS
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.inventory.snapshot import Snapshot

NOTHING: Final = "–"
#: Longer texts are cut: the history tells that they changed, the form holds them.
_LONGEST: Final = 160


def change_in_words(change: FieldChange, snapshot: Snapshot) -> tuple[str, str, str]:
    """Return the field's name, what it was and what it became."""
    return field_name(change.name), _value(change.name, change.old, snapshot), _value(change.name, change.new, snapshot)


def _value(name: str, value: Any, snapshot: Snapshot) -> str:
    if value is None or value in {"", ()}:
        return NOTHING
    text = _text(name, value, snapshot)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def _text(name: str, value: Any, snapshot: Snapshot) -> str:
    show = _SHOWN.get(name)
    if show is not None:
        return show(value, snapshot)
    if name in fields.FLAGS:
        return _("Yes") if value else _("No")
    if name in fields.MONEY:
        return snapshot.phrases.money(value)
    if name in fields.DAYS:
        return snapshot.phrases.day(date.fromisoformat(value))
    if name in fields.CHOICES:
        return label(fields.CHOICES[name](value), snapshot.phrases)
    if name in fields.LISTS or name == "extra":
        return _json(value)
    return str(value)


def _json(value: str) -> str:
    held = json.loads(value)
    if isinstance(held, dict):
        return "; ".join(f"{key}: {part}" for key, part in held.items()) or NOTHING
    return ", ".join(str(part) for part in held) or NOTHING


def _names(numbers: Any, names: dict[int, str]) -> str:
    return ", ".join(names.get(number, "?") for number in numbers)


def _goals(pairs: Any, snapshot: Snapshot) -> str:
    return ", ".join(f"{snapshot.goal_names.get(goal, '?')} {given}" for goal, given in pairs)


def _municipality(value: Any, snapshot: Snapshot) -> str:
    face = snapshot.faces.municipalities.get(value)
    return face.short_name if face else "?"


_SHOWN: Final[dict[str, Callable[[Any, Snapshot], str]]] = {
    "status": lambda value, snapshot: label(Status(value), snapshot.phrases),
    "remembered_status": lambda value, snapshot: label(Status(value), snapshot.phrases),
    "municipality_id": _municipality,
    "themes": lambda value, snapshot: _names(value, snapshot.theme_names),
    "participants": lambda value, snapshot: ", ".join(_municipality(each, snapshot) for each in value),
    "goals": _goals,
    "sdgs": lambda value, snapshot: ", ".join(snapshot.phrases.text(SDGS[number - 1]) for number in value),
}
