"""What the command search looks through: possible actions, then projects, bodies, partners and decisions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from smartstad_desktop.reads.shell import governance_names, project_names
from smartstad_desktop.text.phrases import N_, current
from smartstad_desktop.ui.kit.marks import Mark
from smartstad_desktop.ui.kit.targets import PageId, PageTarget
from smartstad_desktop.ui.shell.actions import ACTIONS, ActionTable
from smartstad_desktop.ui.shell.command_search import Finding, keys_text

if TYPE_CHECKING:
    from smartstad_desktop.usecases.workspace import Workspace

#: Enough to stand before a project that fits as well, too little to stand before one that fits better.
COMMAND_BONUS = 10
#: Where a record stands: the tab of the programme page, its icon, and what it is.
_RECORDS: Final = {
    "governance_body": ("organisation", "network", N_("Body")),
    "organisation": ("partners", "heart-handshake", N_("Organisation")),
    "decision": ("decisions", "landmark", N_("Decision")),
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
    for record in workspace.glance(governance_names, current().language.value):
        tab, icon, kind = _RECORDS[record.kind]
        place = PageTarget(PageId.PROGRAMME, row=record.id, filters={"tab": tab})
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
