"""What a user can do with the parts of the programme: add, change, move in their order, remove."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete

from smartstad_desktop.domain.programme import timeline as rules
from smartstad_desktop.domain.programme.work import Light, WorkState
from smartstad_desktop.storage.tables.work import ProgrammePart
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.programme import records


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPart:
    """Add a part, last."""

    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Return the new part's id."""
        part = ProgrammePart(
            name_sv="", state=WorkState.PLANNED.value, light_reason="", order_key=records.key_last(tx, ProgrammePart)
        )
        _write(part, {"name_sv": ""} | dict(self.fields))
        tx.session.add(part)
        tx.session.flush()
        tx.describe(title=part.name_sv)
        return part.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPart:
    """Change fields of a part. With ``is_typing``, pieces of one field's text become one step."""

    part: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.part)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        part = tx.get(ProgrammePart, self.part)
        _write(part, self.changes)
        tx.describe(title=part.name_sv)


@dataclass(frozen=True, slots=True, kw_only=True)
class MovePart:
    """Put a part before another, or last."""

    part: int
    before: int | None = None

    def execute(self, tx: Transaction) -> None:
        """Write its place."""
        part = tx.get(ProgrammePart, self.part)
        records.place_before(tx, ProgrammePart, part, self.before)
        tx.describe(title=part.name_sv)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveParts:
    """Remove parts; what stood in them stays on the timeline without a part."""

    parts: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Remove them."""
        found = [tx.get(ProgrammePart, part) for part in self.parts]
        tx.describe(count=len(found), title=found[0].name_sv if found else "")
        tx.session.execute(delete(ProgrammePart).where(ProgrammePart.id.in_(self.parts)))


def _write(part: ProgrammePart, changes: Mapping[str, Any]) -> None:
    clean = records.clean(rules.PART_FIELDS, changes)
    name = clean.get("name_sv", part.name_sv)
    rules.check_name("name_sv", name)
    rules.check_days(clean.get("starts_on", part.starts_on), clean.get("ends_on", part.ends_on))
    light = clean.get("light", Light(part.light) if part.light else None)
    rules.check_light(light, clean.get("light_reason", part.light_reason))
    for field, value in clean.items():
        setattr(part, field, value.value if isinstance(value, WorkState | Light) else value)
