"""What an import would do or has done, as the JSON of ``smartstad import``."""

from __future__ import annotations

from typing import Any

from smartstad_desktop.domain.lists.import_cells import FieldChange
from smartstad_desktop.domain.lists.importing import Candidate, ImportPlan, ListPlan, counts_of
from smartstad_desktop.domain.lists.lists import Value
from smartstad_desktop.exchange.incoming.inspection import as_json, plain
from smartstad_desktop.text.phrases import Phrasebook
from smartstad_desktop.text.trouble import sentence


def import_report(plan: ImportPlan, phrases: Phrasebook) -> dict[str, Any]:
    """Return the document: counts over all lists, and per list what was seen in it with the verdict of every row."""
    return {
        "imported": plan.taken_count,
        "counts": {verdict.value: count for verdict, count in counts_of(plan.lists).items()},
        "lists": [_list(each, phrases) for each in plan.lists],
    }


def _list(plan: ListPlan, phrases: Phrasebook) -> dict[str, Any]:
    trouble = plan.read.trouble
    messages = {plan.read.name: sentence(trouble, phrases)} if trouble else {}
    (seen,) = as_json((plan.read,), messages)["lists"]
    verdicts = {(each.row.sheet, each.row.row): each.verdict.value for each in plan.candidates}
    for found, sheet in zip(plan.read.sheets, seen["sheets"], strict=True):
        for row in sheet["rows"]:
            row["verdict"] = verdicts.get((found.label, row["row"]))
    return seen | {
        "needs_municipality": plan.needs_municipality,
        "counts": {verdict.value: count for verdict, count in plan.counts().items()},
        "imported": len(plan.taken),
        "rows": [_row(each) for each in plan.candidates],
    }


def _row(candidate: Candidate) -> dict[str, Any]:
    found: dict[str, Any] = {
        "sheet": candidate.row.sheet or None,
        "row": candidate.row.row or None,
        "kind": candidate.kind.value,
        "title": candidate.row.title,
        "verdict": candidate.verdict.value,
        "imported": candidate.is_taken,
    }
    if candidate.changes:
        found["changes"] = [_change(each) for each in candidate.changes]
    if candidate.conflicts:
        found["conflicts"] = [_change(each) for each in candidate.conflicts]
    if candidate.twin:
        twin = candidate.twin
        found["resembles"] = {"title": twin.title, "municipality": twin.municipality, "likeness": twin.likeness}
    if candidate.repeats is not None:
        found["repeats_row"] = candidate.repeats
    if candidate.open_issues:
        found["issues"] = [
            {"column": issue.column, "field": issue.field, "code": issue.code.value, "value": issue.value}
            for issue in candidate.open_issues
        ]
    return found


def _change(change: FieldChange) -> dict[str, Any]:
    return {
        "field": change.field,
        "before": _told(change.field, change.before),
        "after": _told(change.field, change.after),
    }


def _told(field: str, value: Value | None) -> Any:
    return None if value is None else plain(field, value)
