"""Commands about rows and steps: list, undo, redo, history."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import Any, Final

from smartstad_desktop.app.cli_answer import Answer, WrongUsage, table
from smartstad_desktop.app.cli_workspace import opened, opened_to_read
from smartstad_desktop.reads.listing.listing import KINDS
from smartstad_desktop.storage.journal import Step
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.text.steps import step_name
from smartstad_desktop.usecases.workspace import Workspace

STEPS: Final = "steps"
#: What people see of each kind; the JSON holds everything.
_SHOWN: Final[dict[str, tuple[str, ...]]] = {
    "programme": ("name", "phase", "first_year", "last_year"),
    "municipalities": ("mark", "key", "name", "population"),
    "projects": ("municipality", "title", "status", "budget_total", "start_as_written"),
    "needs": ("municipality", "need", "target_group"),
    "value_words": ("name",),
    "goals": ("key", "name", "projects"),
    "indicators": ("goal", "name", "baseline", "target", "target_year"),
    "chain": ("level", "name"),
    "criteria": ("key", "name", "weight"),
    "scores": ("municipality", "project", "criterion", "value"),
    "weightings": ("municipality", "method", "note"),
    "scenarios": ("name", "budget", "note"),
    "places_by_hand": ("place", "project", "reason"),
    "risks": ("value", "gravity", "name", "owner"),
    "parts": ("number", "name", "starts_on", "ends_on", "state", "light"),
    "timeline": ("part", "kind", "name", "starts_on", "ends_on", "state"),
    "questions": ("question", "answer"),
    "calls": ("name", "issuer", "closes_on", "applied", "selected"),
    "routines": ("routine", "stage", "gate"),
    "boards": ("name", "question"),
    "sessions": ("id", "name", "held_on", "state"),
    "plans": ("title", "version", "status"),
    "measures": ("number", "band", "title", "owner", "money_one_off"),
    "commitments": ("number", "measure", "municipality", "role", "year", "budget"),
    "asides": ("kind", "title", "reason", "ends_on"),
    "chapters": ("title",),
    "versions": ("version", "status", "decided_on", "measures", "municipalities_adopted"),
    "adoptions": ("plan_version", "municipality", "outcome", "decided_on", "paragraph"),
    "changes": ("to_version", "where", "what", "before", "after"),
    "imports": ("at", "file_name", "municipality"),
    "sent_lists": ("at", "file_name", "municipality"),
    STEPS: ("id", "at", "name", "state"),
    "decisions": ("decided", "title", "state"),
    "procurements": ("title", "step", "state"),
    "thresholds": ("country", "law", "category", "amount", "valid_from"),
    "testbeds": ("name", "municipality", "nature", "place"),
    "tests": ("municipality", "title", "stage", "state", "ends_on"),
    "reports": ("id", "title", "due_on", "given_on", "state"),
    "reminders": ("shown_on", "text", "who", "done_on"),
}


def list_rows(arguments: Namespace) -> Answer:
    """List the rows of a kind."""
    kind = str(arguments.kind)
    if kind != STEPS and kind not in KINDS:
        raise WrongUsage(kind)
    with opened_to_read(arguments.file) as workspace:
        if kind == STEPS:
            rows = [step_row(step) for step in workspace.steps()]
        else:
            rows = workspace.read(KINDS[kind], current().language)
    return Answer(document={"kind": kind, "count": len(rows), "rows": rows}, lines=_lines(kind, rows))


def history(arguments: Namespace) -> Answer:
    """List the steps, newest first."""
    with opened_to_read(arguments.file) as workspace:
        rows = [step_row(step) for step in workspace.steps()]
        following = {"undo": _name(workspace.to_undo()), "redo": _name(workspace.to_redo())}
    return Answer(document={"steps": rows, **following}, lines=_lines(STEPS, rows))


def undo(arguments: Namespace) -> Answer:
    """Take back the last step."""
    with opened(arguments.file) as workspace:
        step = workspace.to_undo()
        changes = workspace.undo()
        return _moved("undone", step, len(changes.rows), workspace)


def redo(arguments: Namespace) -> Answer:
    """Do the step again that was taken back."""
    with opened(arguments.file) as workspace:
        step = workspace.to_redo()
        changes = workspace.redo()
        return _moved("redone", step, len(changes.rows), workspace)


def step_row(step: Step) -> dict[str, Any]:
    """Return a step as JSON, with its name in the language of the command."""
    return {
        "id": step.id,
        "at": step.at.isoformat(),
        "actor": step.actor,
        "command": step.command,
        "name": step_name(step.command, step.parameters),
        "state": step.state.value,
        "can_be_undone": not step.is_floor,
        "source": step.source,
    }


def _moved(word: str, step: Step | None, rows: int, workspace: Workspace) -> Answer:
    document = {
        word: None if step is None else step_row(step),
        "rows": rows,
        "undo": _name(workspace.to_undo()),
        "redo": _name(workspace.to_redo()),
    }
    name = _name(step) or ""
    told = _("Undone: {step}", step=name) if word == "undone" else _("Done again: {step}", step=name)
    return Answer(document=document, lines=(told,))


def _name(step: Step | None) -> str | None:
    return None if step is None else step_name(step.command, step.parameters)


def _lines(kind: str, rows: Sequence[dict[str, Any]]) -> list[str]:
    shown = _SHOWN.get(kind, ("key", "name"))
    return [
        *table([tuple(row[name] for name in shown) for row in rows]),
        ngettext("{count} row", "{count} rows", len(rows)),
    ]
