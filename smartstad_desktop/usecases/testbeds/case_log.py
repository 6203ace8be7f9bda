"""What a user can do with the log of a case: write down what happened and what was told, change it, take it away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.testbeds.cases import LogLineEmpty
from smartstad_desktop.domain.testbeds.routines import LogKind
from smartstad_desktop.storage.tables.testbeds import CaseLog, RoutineCase
from smartstad_desktop.usecases.command import Transaction, typing_key

_FIELDS: Final[Mapping[str, Cleaner]] = {
    "text": cleaning.text,
    "told_to": cleaning.text,
    "kind": lambda _name, value: LogKind(value),
    "happened_on": cleaning.day,
}
_SHOWN: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class AddLogLine:
    """Write something in the log; today when no day is said. *told_to* is who got the information."""

    case: int
    text: str
    kind: LogKind = LogKind.EVENT
    happened_on: date | None = None
    told_to: str = ""

    def execute(self, tx: Transaction) -> int:
        """Return the line's id."""
        tx.get(RoutineCase, self.case)
        line = CaseLog(case_id=self.case, happened_on=tx.today, kind="", text="")
        on = self.happened_on or tx.today
        _write(tx, line, {"text": self.text, "kind": self.kind, "happened_on": on, "told_to": self.told_to})
        return line.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditLogLine:
    """Change a line of the log."""

    line: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.line)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        _write(tx, tx.get(CaseLog, self.line), self.changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveLogLine:
    """Take a line out of the log."""

    line: int

    def execute(self, tx: Transaction) -> None:
        """Take it out."""
        line = tx.get(CaseLog, self.line)
        tx.describe(title=_short(line.text))
        tx.session.delete(line)
        tx.session.flush()


def _write(tx: Transaction, line: CaseLog, changes: Mapping[str, Any]) -> None:
    for name, value in changes.items():
        setattr(line, name, cleaning.clean(_FIELDS, name, value))
    if not line.text:
        raise LogLineEmpty(field="text")
    if changes.get("happened_on", line.happened_on) is None:
        raise FieldInvalid(field="happened_on")
    tx.session.add(line)
    tx.session.flush()
    tx.describe(title=_short(line.text))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"
