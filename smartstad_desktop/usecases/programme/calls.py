"""Open calls that organisations or municipalities apply to, and what became of each application."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import delete

from smartstad_desktop.domain.programme import calls as rules
from smartstad_desktop.domain.programme.timeline import check_days, check_name
from smartstad_desktop.domain.programme.work import ApplicationState
from smartstad_desktop.storage.tables.governance import Organisation
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.storage.tables.work import CallApplication, OpenCall
from smartstad_desktop.usecases.command import Transaction, typing_key
from smartstad_desktop.usecases.programme import records


@dataclass(frozen=True, slots=True, kw_only=True)
class AddCall:
    """Add a call, last."""

    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Return the new call's id."""
        call = OpenCall(name="", order_key=records.key_last(tx, OpenCall))
        _write_call(tx, call, {"name": ""} | dict(self.fields))
        tx.session.add(call)
        tx.session.flush()
        tx.describe(title=records.said(call.name))
        return call.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditCall:
    """Change fields of a call. With ``is_typing``, pieces of one field's text become one step."""

    call: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.call)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        call = tx.get(OpenCall, self.call)
        _write_call(tx, call, self.changes)
        tx.describe(title=records.said(call.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveCalls:
    """Remove calls with their applications."""

    calls: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Remove them."""
        found = [tx.get(OpenCall, call) for call in self.calls]
        tx.describe(count=len(found), title=records.said(found[0].name) if found else "")
        tx.session.execute(delete(OpenCall).where(OpenCall.id.in_(self.calls)))


@dataclass(frozen=True, slots=True, kw_only=True)
class AddApplication:
    """Note that somebody applied to a call."""

    call: int
    fields: Mapping[str, Any]

    def execute(self, tx: Transaction) -> int:
        """Return the new application's id."""
        tx.get(OpenCall, self.call)
        row = CallApplication(
            call_id=self.call,
            applicant="",
            state=ApplicationState.APPLIED.value,
            order_key=records.key_last(tx, CallApplication),
        )
        _write_application(tx, row, {"applicant": ""} | dict(self.fields))
        tx.session.add(row)
        tx.session.flush()
        tx.describe(title=records.said(row.applicant))
        return row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditApplication:
    """Change an application. With ``is_typing``, pieces of one field's text become one step."""

    application: int
    changes: Mapping[str, Any]
    is_typing: bool = False

    @property
    def merge_key(self) -> str | None:
        """Return what joins steps while somebody types in one field."""
        return typing_key(self, self.application)

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        row = tx.get(CallApplication, self.application)
        _write_application(tx, row, self.changes)
        tx.describe(title=records.said(row.applicant))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveApplications:
    """Remove applications."""

    applications: tuple[int, ...]

    def execute(self, tx: Transaction) -> None:
        """Remove them."""
        found = [tx.get(CallApplication, row) for row in self.applications]
        tx.describe(count=len(found), title=records.said(found[0].applicant) if found else "")
        tx.session.execute(delete(CallApplication).where(CallApplication.id.in_(self.applications)))


def _write_call(tx: Transaction, call: OpenCall, changes: Mapping[str, Any]) -> None:
    clean = records.clean(rules.CALL_FIELDS, changes)
    check_name("name", clean.get("name", call.name))
    check_days(clean.get("opens_on", call.opens_on), clean.get("closes_on", call.closes_on), "closes_on")
    rules.check_counts(clean.get("applied_count", call.applied_count), clean.get("selected_count", call.selected_count))
    records.refuse_stranger(tx, Municipality, "municipality_id", clean.get("municipality_id"))
    for field, value in clean.items():
        setattr(call, field, value)


def _write_application(tx: Transaction, row: CallApplication, changes: Mapping[str, Any]) -> None:
    clean = records.clean(rules.APPLICATION_FIELDS, changes)
    check_name("applicant", clean.get("applicant", row.applicant))
    records.refuse_stranger(tx, Organisation, "organisation_id", clean.get("organisation_id"))
    for field, value in clean.items():
        setattr(row, field, value.value if isinstance(value, StrEnum) else value)
