"""What a user can do with the programme's risks: add, change, close, remove."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete

from smartstad_desktop.domain.programme import risks as rules
from smartstad_desktop.domain.programme.timeline import check_name
from smartstad_desktop.storage.tables.goals import Risk
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.programme import records


@dataclass(frozen=True, slots=True, kw_only=True)
class AddRisk:
    """Add a risk, last."""

    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Return the new risk's id."""
        risk = Risk(name_sv="", likelihood=2, consequence=2, order_key=records.key_last(tx, Risk))
        _write(risk, {"name_sv": ""} | dict(self.fields))
        tx.session.add(risk)
        tx.session.flush()
        tx.describe(title=records.said(risk.name_sv))
        return risk.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditRisk:
    """Change fields of a risk. With ``is_typing``, pieces of one field's text become one step."""

    risk: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.risk)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        risk = tx.get(Risk, self.risk)
        _write(risk, self.changes)
        tx.describe(title=records.said(risk.name_sv))
        if set(self.changes) == {"closed_on"}:
            tx.describe(form="reopened" if risk.closed_on is None else "closed")
        elif set(self.changes) <= {"likelihood", "consequence"}:
            tx.describe(form="weighed", value=risk.likelihood * risk.consequence)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveRisks:
    """Remove risks; one that is over is better closed, for then its history stays."""

    risks: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Remove them."""
        found = [tx.get(Risk, risk) for risk in self.risks]
        tx.describe(count=len(found), title=records.said(found[0].name_sv) if found else "")
        tx.session.execute(delete(Risk).where(Risk.id.in_(self.risks)))


def _write(risk: Risk, changes: Mapping[str, Any]) -> None:
    clean = records.clean(rules.RISK_FIELDS, changes)
    check_name("name_sv", clean.get("name_sv", risk.name_sv))
    for field, value in clean.items():
        setattr(risk, field, value)
