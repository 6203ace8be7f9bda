"""What a user can do with the budget: add lines and their shares, change, move, remove."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, select

from smartstad_desktop.domain import ordering
from smartstad_desktop.domain.programme.budget import (
    BUDGET_FIELDS,
    BudgetKind,
    ShareInOtherCurrency,
    ShareOfItself,
    check_line,
)
from smartstad_desktop.storage.tables.governance import Decision, Organisation
from smartstad_desktop.storage.tables.programme import Municipality, Programme
from smartstad_desktop.storage.tables.work import BudgetLine
from smartstad_desktop.usecases import sequence
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.programme import records

_LINKS = {"municipality_id": Municipality, "organisation_id": Organisation, "decision_id": Decision}


@dataclass(frozen=True, slots=True, kw_only=True)
class AddBudgetLine:
    """Add a line, last; with ``parent`` as a share of that line's amount, of its kind and in its currency."""

    fields: Mapping[str, Any]
    parent: int | None = None

    def execute(self, tx: Transaction) -> int:
        """Return the new line's id.

        Raises:
            FieldInvalid: a field does not fit.
        """
        above = None if self.parent is None else tx.get(BudgetLine, self.parent)
        line = BudgetLine(
            parent_id=self.parent,
            kind=BudgetKind.COST.value if above is None else above.kind,
            name="",
            currency=_currency(tx) if above is None else above.currency,
            order_key=ordering.between(tx.session.scalar(select(func.max(BudgetLine.order_key))), None),
        )
        _write(tx, line, {"name": ""} | dict(self.fields))
        tx.session.add(line)
        tx.session.flush()
        tx.describe(title=records.said(line.name))
        return line.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditBudgetLine:
    """Change fields of a line. With ``is_typing``, pieces of one field's text become one step."""

    line: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.line)

    def execute(self, tx: Transaction) -> None:
        """Write the changes; shares follow their total into another currency.

        Raises:
            FieldInvalid: a field does not fit.
            ShareInOtherCurrency: it is a share of a line in another currency.
        """
        line = tx.get(BudgetLine, self.line)
        _write(tx, line, self.changes)
        if "currency" in self.changes:
            for share in _below(tx, line):
                share.currency = line.currency
        tx.describe(title=records.said(line.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveBudgetLine:
    """Put a line before another one of the same total (or last), or make it a share of another line."""

    line: int
    parent: int | None
    before: int | None = None

    def execute(self, tx: Transaction) -> None:
        """Move it.

        Raises:
            ShareOfItself: the total is the line itself, or one of its shares.
            ShareInOtherCurrency: the total is in another currency.
        """
        line = tx.get(BudgetLine, self.line)
        if self.parent is not None:
            above = tx.get(BudgetLine, self.parent)
            if above.id in {line.id, *(share.id for share in _below(tx, line))}:
                raise ShareOfItself(name=line.name)
            if above.currency != line.currency:
                raise ShareInOtherCurrency(name=above.name, currency=above.currency)
        line.parent_id = self.parent
        tx.session.flush()
        siblings = list(
            tx.session.scalars(
                select(BudgetLine).where(BudgetLine.parent_id.is_(self.parent)).order_by(BudgetLine.order_key)
            )
        )
        sequence.place_before(siblings, line, self.before)
        tx.describe(title=records.said(line.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveBudgetLines:
    """Remove lines with their shares."""

    lines: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Remove them."""
        found = [tx.get(BudgetLine, line) for line in self.lines]
        tx.describe(count=len(found), title=records.said(found[0].name) if found else "")
        tx.session.execute(delete(BudgetLine).where(BudgetLine.id.in_(self.lines)))


def _write(tx: Transaction, line: BudgetLine, changes: Mapping[str, Any]) -> None:
    clean = records.clean(BUDGET_FIELDS, changes)
    for field, table in _LINKS.items():
        records.refuse_stranger(tx, table, field, clean.get(field))
    above = None if line.parent_id is None else tx.get(BudgetLine, line.parent_id)
    if above is not None and clean.get("currency", above.currency) != above.currency:
        raise ShareInOtherCurrency(name=above.name, currency=above.currency)
    for field, value in clean.items():
        setattr(line, field, value)
    check_line(line.name, line.first_year, line.last_year)


def _below(tx: Transaction, line: BudgetLine) -> list[BudgetLine]:
    """Return the shares of *line*, their shares, and so on."""
    found: list[BudgetLine] = []
    waiting = [line.id]
    while waiting:
        shares = list(tx.session.scalars(select(BudgetLine).where(BudgetLine.parent_id == waiting.pop())))
        found += shares
        waiting += [share.id for share in shares]
    return found


def _currency(tx: Transaction) -> str:
    return tx.session.scalar(select(Programme.currency)) or "SEK"
