"""What a person says to rows, as the next plan; and what is said back to the municipality about rows left behind."""

from __future__ import annotations

from collections.abc import Collection

from smartstad_desktop.domain.import_cells import CellAnswer
from smartstad_desktop.domain.importing import Answer, Candidate, ImportPlan, RowKey, Verdict
from smartstad_desktop.domain.list_troubles import ListTrouble
from smartstad_desktop.domain.lists import Value


def answered(
    plan: ImportPlan,
    *,
    keys: Collection[RowKey],
    field: str,
    said: Answer | CellAnswer,
    text: str,
    value: Value | None,
) -> ImportPlan:
    """Return the plan with an answer to one cell, to one row, or to all chosen rows that it fits."""
    if isinstance(said, Answer):
        verdicts = {each.verdict for one in plan.lists for each in one.candidates if each.key in keys}
        fits = _fitting(said) & verdicts
        return plan.changed(lambda each: each.answered(said, text) if each.verdict in fits else each, keys)
    is_one = len(keys) == 1

    def say(each: Candidate) -> Candidate:
        return each.answered_cells(said, lambda cell: not is_one or cell.field == field, value)

    return plan.changed(say, keys)


def _fitting(said: Answer) -> set[Verdict]:
    """Return the verdicts of rows to which *said* is an answer."""
    if said in {Answer.KEEP, Answer.FINISH, Answer.STOP, Answer.LATER}:
        return {Verdict.MISSING}
    return set(Verdict) if said is Answer.SKIP else {Verdict.DUPLICATE}


def toggled(plan: ImportPlan, *, keys: Collection[RowKey]) -> ImportPlan:
    """Return the plan with rows left out, or taken again where they were."""
    return plan.changed(lambda each: each.answered(None if each.answer is Answer.SKIP else Answer.SKIP), keys)


def taken_back(plan: ImportPlan, *, keys: Collection[RowKey]) -> ImportPlan:
    """Return the plan with nothing said to these rows."""
    return plan.changed(lambda each: each.answered_cells(None, lambda _cell: True).answered(None), keys)


def pasted_trouble(plan: ImportPlan) -> ListTrouble | None:
    """Return why what was pasted is no list; there is nothing to review then."""
    return next((one.read.trouble for one in plan.lists if one.read.is_pasted and one.read.trouble), None)
