"""What the command search looks through: possible actions, then projects, what the programme holds, and reports."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from smartstad_desktop.reads.shell import project_names, record_names
from smartstad_desktop.text.phrases import N_, current
from smartstad_desktop.ui.kit.marks import Mark
from smartstad_desktop.ui.kit.targets import PageId, PageTarget
from smartstad_desktop.ui.shell.actions import ACTIONS, ActionTable
from smartstad_desktop.ui.shell.command_search import Finding, keys_text

if TYPE_CHECKING:
    from smartstad_desktop.usecases.workspace import Workspace

#: Enough to stand before a project that fits as well, too little to stand before one that fits better.
COMMAND_BONUS = 10
#: Where a record stands, its icon, and what it is.
_RECORDS: Final[dict[str, tuple[PageId, dict[str, int | str | bool], str, str]]] = {
    "governance_body": (PageId.PROGRAMME, {"tab": "organisation"}, "network", N_("Body")),
    "organisation": (PageId.PROGRAMME, {"tab": "partners"}, "heart-handshake", N_("Organisation")),
    "decision": (PageId.PROGRAMME, {"tab": "decisions"}, "landmark", N_("Decision")),
    "programme_part": (PageId.PROGRAMME, {"tab": "timeline", "kind": "part"}, "calendar-range", N_("Part")),
    "timeline_entry": (PageId.PROGRAMME, {"tab": "timeline"}, "calendar-range", N_("Timeline")),
    "risk": (PageId.PROGRAMME, {"tab": "risks"}, "shield-alert", N_("Risk")),
    "open_call": (PageId.PROGRAMME, {"tab": "programme", "view": "calls"}, "megaphone", N_("Call")),
    "steering_report": (PageId.REPORTS, {"tab": "reports"}, "file-check", N_("Report")),
}


def findings(actions: ActionTable, workspace: Workspace | None, go_to: Callable[[PageTarget], None]) -> list[Finding]:
    """Return everything that can be found now; a project that is chosen is shown by *go_to*."""
    by_id = actions.by_id
    found = [
        Finding(
            spec.id, by_id[spec.id].text(), keys_text(spec.keys), by_id[spec.id].trigger, spec.icon, bonus=COMMAND_BONUS
        )
        for spec in ACTIONS
        if by_id[spec.id].isEnabled() and spec.id != "search"
    ]
    if workspace is None:
        return found
    for project in workspace.glance(project_names):
        target = PageTarget(PageId.INVENTORY, row=project.id)
        found.append(
            Finding(
                f"project-{project.id}",
                project.title,
                project.municipality,
                lambda chosen=target: go_to(chosen),
                mark=Mark(project.mark, project.colour, project.municipality),
            )
        )
    for record in workspace.glance(record_names, current().language.value):
        page, filters, icon, kind = _RECORDS[record.kind]
        place = PageTarget(page, row=record.id, filters=filters)
        found.append(
            Finding(
                f"{record.kind}-{record.id}",
                record.name,
                current().text(kind),
                lambda chosen=place: go_to(chosen),
                icon,
            )
        )
    return found
